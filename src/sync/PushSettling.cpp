// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Ids.h"
#include "core/Log.h"
#include "fhir/Bundle.h"
#include "fhir/Read.h"
#include "fhir/Write.h"
#include "sync/KeptRecord.h"
#include "sync/Push.h"

#include <utility>

namespace handrail {

namespace {

constexpr int mostAmendments = 3;

tl::unexpected<Problem> failure(const Problem &problem)
{
    return tl::make_unexpected(problem);
}

} // namespace

/// As the clinic has it now, ahead of the download. From here on a task's own word counts (Records::tasks); and what stands here in the place of the
/// answers that it took are no later answers of another device any more.
Result<void> Push::keepSettled(const OutboxItem &item, const QString &id, const QByteArray &json)
{
    if (item.resourceType == QLatin1String("Task"))
        return keepRecord(json);
    if (item.resourceType != QLatin1String("QuestionnaireResponse"))
        return {};
    const Result<std::optional<QByteArray>> here = m_store.record(item.resourceType, id);
    const bool isOther = here && *here && fhir::compareAnswers(**here, json) != fhir::Answered::Same;
    return isOther ? keepRecord(json) : Result<void>();
}

/// Before it is downloaded.
Result<void> Push::keepRecord(const QByteArray &json)
{
    const Result<fhir::Slice> slice = fhir::readResource(json);
    if (!slice)
        return failure(slice.error());
    if (slice->id.isEmpty())
        return {};
    StoredRecord record = recordFrom(*slice, m_clock.localZone(), m_client);
    record.versionId.clear(); // it is the one before the change
    const Result<int> kept = m_store.putRecords({std::move(record)});
    return kept ? Result<void>() : failure(kept.error());
}

bool Push::isOurs(const QByteArray &json) const
{
    const QString patient = patientOfSent();
    return patient.isEmpty() || fhir::isAboutPatient(json, patient);
}

QCoro::Task<Result<void>> Push::settleByVerifying(OutboxItem item, Verdict verdict)
{
    const QString serverId = verdict.serverId;
    bool isOthers = verdict.code == nameOf(ProblemKind::WrongPatient);
    Result<Found> found;
    if (!serverId.isEmpty())
        found = co_await readBack(item.resourceType, serverId, item.identifier);
    if (!m_life->isOver && found && !found->isThere) {
        const bool couldRead = found->canAsk && !serverId.isEmpty();
        isOthers = isOthers || found->isOthers;
        found = co_await verify(item.resourceType, item.identifier);
        if (found)
            found->canAsk = found->canAsk || couldRead;
    }
    if (m_life->isOver)
        co_return cancelled();
    if (found && !found->canAsk && !serverId.isEmpty())
        co_return saveDone(item, serverId); // its word is all there is
    if (found && found->isThere) {
        Result<void> settled = co_await settle(std::move(item), std::move(*found));
        co_return settled;
    }
    Problem problem{ProblemKind::Conflict, true, QStringLiteral("create answered, record not found")};
    if (!found)
        problem = found.error();
    else if (isOthers || found->isOthers)
        problem = Problem{ProblemKind::WrongPatient, true, QStringLiteral("HR-SUBJ")};
    co_return failUncertain(std::move(item), problem);
}

/// With what the server has under the item's identifier: the same, or to be amended, or another's later word (design api 3.2 rule 7).
QCoro::Task<Result<void>> Push::settle(OutboxItem item, Found there)
{
    QString code = QString(nameOf(ProblemKind::Conflict) % u":changed");
    for (int tries = 0; tries < mostAmendments && there.isThere; ++tries) {
        Step step = stepFor(item, there);
        if (step.what == Step::What::Nothing) {
            if (const Result<void> kept = keepSettled(item, there.id, there.json); !kept)
                co_return kept;
            co_return saveDone(item, there.id);
        }
        if (step.what == Step::What::Conflict) {
            code = outrunProblem;
            break;
        }
        if (there.versionId.isEmpty()) { // nothing can be put here without the risk of putting it over another's word
            code = QString(nameOf(ProblemKind::Conflict) % u":no-version");
            break;
        }
        item.state = OutboxState::Conflict;
        item.mayHaveLeft = true;
        item.attempts += 1;
        item.retryAt = m_clock.nowUtc().addSecs(Retry::settled.count());
        if (Result<void> saved = save(item); !saved)
            co_return saved;
        if (m_life->isOver)
            co_return cancelled();
        Result<QString> token = co_await m_client.token();
        if (!token)
            co_return failure(token.error());
        HttpHeaders headers{{QByteArrayLiteral("Prefer"), QByteArrayLiteral("return=minimal")},
                            {QByteArrayLiteral("If-Match"), "W/\"" + there.versionId.toLatin1() + '"'}};
        const QString path = QString(item.resourceType % u'/' % there.id);
        QByteArray method = QByteArrayLiteral("PUT");
        const QByteArray body = step.body;
        Result<HttpResponse> response =
            co_await m_client.write(std::move(method), *token, path, std::move(headers), std::move(step.body));
        if (m_life->isOver)
            co_return cancelled();
        if (!response) // asked for and compared again after a wait, whether it arrived or not
            co_return failUncertain(std::move(item), response.error());
        qCInfo(logSync).noquote() << "amended" << item.resourceType << response->status;
        const Verdict verdict = verdictOnAmend(*response);
        if (verdict.action == Verdict::Action::Done) {
            if (const Result<void> kept = keepSettled(item, there.id, body); !kept)
                co_return kept;
            co_return saveDone(item, there.id);
        }
        if (verdict.action == Verdict::Action::Rejected && item.action == OutboxAction::Update)
            co_return saveRejected(item, verdict.code);
        if (verdict.action == Verdict::Action::Rejected) {
            code = verdict.code;
            break;
        }
        if (verdict.action == Verdict::Action::Uncertain) {
            const Problem problem = problemFor(*response);
            co_return failUncertain(std::move(item), problem, verdict.code);
        }
        // Changed meanwhile, or a token that was refused: once more, from what is there now.
        QString name = item.action == OutboxAction::Create ? item.identifier : item.after;
        if (isNamedById(item))
            name.clear();
        Result<Found> again = co_await readBack(item.resourceType, there.id, name);
        if (m_life->isOver)
            co_return cancelled();
        if (!again)
            co_return failUncertain(std::move(item), again.error());
        there = std::move(*again);
    }
    if (!there.isThere && item.action == OutboxAction::Update)
        co_return saveUncertain(std::move(item), nameOf(ProblemKind::Conflict), -1); // the next try finds out
    if (!there.isThere) {
        const Problem problem{ProblemKind::Conflict, true, QStringLiteral("amended, record not found")};
        co_return failUncertain(std::move(item), problem);
    }
    if (!isNamedById(item))
        (void)keepRecord(there.json); // to be seen beside ours; if not now, then when it is downloaded
    if (code == outrunProblem) {
        if (!fhir::readResponseHead(there.json)) // nobody can choose between these and nothing
            code = takenBackProblem;
        if (const Result<void> taken = m_store.outbox().takeInChanges(item, code); !taken)
            co_return taken;
    }
    co_return saveRejected(std::move(item), code);
}

/// The record that the server named, if it is the one with this identifier; without one, if it is the one with this id.
QCoro::Task<Result<Push::Found>> Push::readBack(QString type, QString id, QString identifier)
{
    QUrl url = m_client.address(QString(type % u'/' % id));
    Result<HttpResponse> response = co_await m_client.get(std::move(url));
    if (!response)
        co_return failure(response.error());
    Found found;
    found.canAsk = response->status == 200;
    found.status = response->status;
    if (response->status >= 500 || response->status == 429)
        co_return failure(problemFor(*response));
    const Result<fhir::Slice> slice = fhir::readResource(response->body);
    if (!slice && !fhir::readOutcome(response->body)) {
        found.notFhir = problemFor(*response);
        if (response->status < 400)
            found.notFhir =
                Problem{ProblemKind::NotFhir, true, QStringLiteral("read answered without a resource"), response->status};
        else if (!found.notFhir->isRetryable)
            found.notFhir = Problem{ProblemKind::ServerError, true, found.notFhir->detail, response->status};
    }
    if (response->status != 200 || !slice || slice->type != type
        || (identifier.isEmpty() ? slice->id != id : !fhir::hasIdentifier(slice->json, uriSystem.toString(), identifier)))
        co_return found;
    found.isOthers = !isOurs(slice->json);
    if (found.isOthers)
        co_return found;
    found.isThere = true;
    found.id = slice->id;
    found.versionId = slice->versionId;
    found.json = slice->json;
    co_return found;
}

QCoro::Task<Result<Push::Found>> Push::verify(QString type, QString identifier)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("identifier"), QString(uriSystem % QStringLiteral("%7C") % identifier));
    QUrl url = m_client.address(type, query);
    Result<HttpResponse> response = co_await m_client.get(std::move(url));
    if (!response)
        co_return failure(response.error());
    switch (response->status) {
    case 200: break;
    case 400:
    case 403:
    case 404:
    case 405:
    case 501: { // this server cannot be asked; If-None-Exist has to do
        Found unknown;
        unknown.canAsk = false;
        co_return unknown;
    }
    default: co_return failure(problemFor(*response));
    }
    const Result<fhir::Page> page = fhir::readPage(response->body);
    if (!page)
        co_return failure(page.error());
    // A weak server may have two, and one that does not know the parameter lists everything: the oldest that is really ours.
    Found found;
    const fhir::Slice *oldest = nullptr;
    for (const fhir::Slice &slice : page->entries) {
        if (slice.type != type || !fhir::hasIdentifier(slice.json, uriSystem.toString(), identifier))
            continue;
        if (!isOurs(slice.json)) {
            found.isOthers = true;
            continue;
        }
        const bool isOlder = !oldest || slice.lastUpdated < oldest->lastUpdated
            || (slice.lastUpdated == oldest->lastUpdated && slice.id < oldest->id);
        if (isOlder)
            oldest = &slice;
    }
    if (oldest) {
        found.isThere = true;
        found.id = oldest->id;
        found.versionId = oldest->versionId;
        found.json = oldest->json;
    }
    co_return found;
}

} // namespace handrail
