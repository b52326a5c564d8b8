// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "sync/Push.h"

#include "core/Ids.h"
#include "core/Log.h"
#include "fhir/Bundle.h"
#include "fhir/Write.h"
#include "sync/Records.h"

#include <QHash>
#include <algorithm>

namespace handrail {

namespace {

const QString conditionName = QStringLiteral("sync.condition");
constexpr int tooManyRequests = 429;
/// One may be too much of its kind; the second says that the account writes too fast.
constexpr int mostThrottled = 2;
const QString newSignInName = QStringLiteral("sync.newSignIn");

tl::unexpected<Problem> failure(const Problem &problem)
{
    return tl::make_unexpected(problem);
}

/// Nothing of the request reached the server, so sending again cannot make a second record.
bool isCertainlyUnsent(const Problem &problem)
{
    return problem.isUnsent || problem.kind == ProblemKind::Insecure || problem.kind == ProblemKind::BadAddress;
}

} // namespace

Push::Push(FhirClient &client, Store &store, const Clock &clock, const Identity &identity, const Retry &retry, SyncLifePointer life)
    : m_client(client)
    , m_store(store)
    , m_clock(clock)
    , m_identity(identity)
    , m_retry(retry)
    , m_life(std::move(life))
{
    const auto known = m_store.value(conditionName);
    if (known && *known)
        m_condition = **known == "none" ? Condition::None : **known == "encoded" ? Condition::Encoded : Condition::Raw;
}

bool Push::isSendable(const OutboxItem &item) const
{
    // A relative's app sends a concern to the clinic, and whether they come to a session, and nothing else, whatever an older version may have
    // queued.
    const bool isTheirs = m_identity.role == Role::Patient || item.dependencyKey.startsWith(concernKey)
        || (item.resourceType == QLatin1String("AppointmentResponse")
            && fhir::isForRelative(item.payload, m_identity.relatedPersonId, m_identity.patientId));
    return isTheirs && !item.identifier.isEmpty() && item.state != OutboxState::Rejected && item.state != OutboxState::Done
        && item.state != OutboxState::Kept;
}

/// While the clinic was asked, the person may have taken it back, or said something else.
bool Push::isStill(const OutboxItem &item) const
{
    const Result<std::optional<OutboxItem>> now = m_store.outbox().find(item.identifier);
    return now && *now && isSendable(**now) && (*now)->payload == item.payload;
}

Result<std::optional<OutboxItem>> Push::pick(const QSet<qint64> &tried)
{
    const auto items = m_store.outbox().unsent();
    if (!items)
        return failure(items.error());
    // Within a key the oldest goes first, and is as urgent as the most urgent that waits behind it. A rejected one waits for a person and
    // holds up nothing.
    struct Key {
        qint64 first = 0;
        int priority = 0;
    };
    QHash<QString, Key> keys;
    for (const OutboxItem &item : *items) {
        if (item.dependencyKey.isEmpty() || item.state == OutboxState::Rejected)
            continue;
        const auto known = keys.find(item.dependencyKey);
        if (known == keys.end()) {
            keys.insert(item.dependencyKey, {item.sequence, item.priority});
        } else {
            known->first = std::min(known->first, item.sequence);
            known->priority = std::min(known->priority, item.priority);
        }
    }
    const QDateTime now = m_clock.nowUtc();
    m_lookedAt = now;
    std::optional<OutboxItem> best;
    int bestPriority = 0;
    for (const OutboxItem &item : *items) {
        const auto key = keys.constFind(item.dependencyKey);
        const bool isFirst = key == keys.cend() || key->first == item.sequence;
        // What was never tried does not wait for the network but for the person, who can still keep it back.
        const bool isDue = Retry::isDue(item.retryAt, now) || (m_isHurrying && item.attempts > 0);
        if (!isFirst || !isSendable(item) || tried.contains(item.sequence) || !isDue)
            continue;
        const int priority = key == keys.cend() ? item.priority : key->priority;
        if (!best || priority < bestPriority || (priority == bestPriority && item.sequence < best->sequence)) {
            best = item;
            bestPriority = priority;
        }
    }
    return best;
}

/// By a time of its own; what had no token has none.
bool Push::isWaiting(const QString &identifier) const
{
    const auto item = m_store.outbox().find(identifier);
    return item && *item && (*item)->retryAt > m_clock.nowUtc();
}

QDateTime Push::nextDue() const
{
    QDateTime next;
    const auto items = m_store.outbox().unsent();
    // What became due after the last look, while the rest of the run went on, counts: nobody else wakes for it.
    const QDateTime from = m_lookedAt.isValid() ? m_lookedAt : m_clock.nowUtc();
    if (!items)
        return next;
    for (const OutboxItem &item : *items) {
        if (isSendable(item) && item.retryAt.isValid() && item.retryAt > from && (!next.isValid() || item.retryAt < next))
            next = item.retryAt;
    }
    return next;
}

void Push::requeueParked()
{
    // What the clinic did not allow may be allowed with the rights of a new sign-in. And a refusal without the code of an issue was not
    // the clinic's word; older versions of the app took it for one.
    const auto noted = m_store.value(newSignInName);
    const bool isNewSignIn = noted && *noted;
    const auto items = m_store.outbox().unsent();
    if (!items)
        return;
    for (OutboxItem item : *items) {
        const bool isOfTheClinic = item.problem.contains(u':');
        const bool isForbidden = isOfTheClinic && item.problem.startsWith(nameOf(ProblemKind::Forbidden));
        if (item.state != OutboxState::Rejected || item.identifier.isEmpty() || (isOfTheClinic && !(isForbidden && isNewSignIn)))
            continue;
        item.state = isOfTheClinic ? OutboxState::Queued : OutboxState::Uncertain;
        item.retryAt = {};
        if (!save(item) || m_life->isOver)
            return;
    }
    if (isNewSignIn)
        (void)m_store.removeValue(newSignInName); // only a memory; losing it costs one more 403 each
}

Result<void> Push::noteSignIn(Store &store)
{
    return store.setValue(newSignInName, QByteArrayLiteral("1"));
}

QCoro::Task<Result<void>> Push::run()
{
    if (std::exchange(m_isFirstRun, false))
        requeueParked();
    if (m_life->isOver)
        co_return cancelled();
    QSet<qint64> tried;
    Result<void> result;
    int throttled = 0;
    while (true) {
        Result<std::optional<OutboxItem>> next = pick(tried);
        if (!next) {
            result = failure(next.error());
            break;
        }
        if (!*next)
            break;
        tried.insert((*next)->sequence);
        Result<void> sent = co_await process(**next);
        if (m_life->isOver)
            co_return cancelled();
        if (!sent && sent.error().httpStatus == tooManyRequests && isWaiting((*next)->identifier)) {
            if (++throttled == mostThrottled)
                break;
            continue;
        }
        if (!sent && result)
            result = sent;
        if (!sent && Retry::stopsRun(sent.error()))
            break;
    }
    m_isHurrying = false;
    co_return result;
}

QCoro::Task<Result<void>> Push::process(OutboxItem item)
{
    // First the token: without one the item has not left, whatever happens.
    Result<QString> token = co_await m_client.token();
    if (!token)
        co_return failure(token.error());
    // The person may have answered again meanwhile.
    Result<std::optional<OutboxItem>> fresh = m_store.outbox().find(item.identifier);
    if (!fresh)
        co_return failure(fresh.error());
    if (!*fresh || !isSendable(**fresh))
        co_return Result<void>();
    item = **fresh;
    if (m_isHurrying)
        item.attempts = 0; // the next wait is the first one again
    if (item.action == OutboxAction::Update) {
        Result<void> updated = co_await update(std::move(item));
        co_return updated;
    }

    const bool isUnanswered =
        item.state == OutboxState::Sending || item.state == OutboxState::Uncertain || item.state == OutboxState::Conflict;
    // What takes the place of others is looked for, too: a server that does not heed If-None-Exist would have both.
    if (isUnanswered || item.mayHaveLeft || fhir::isChange(item.payload)) {
        Result<Found> found = co_await verify(item.resourceType, item.identifier);
        if (m_life->isOver)
            co_return cancelled();
        if (!isStill(item))
            co_return Result<void>();
        if (!found) {
            item.attempts += 1; // a question that nobody answered is a try, too
            co_return failUncertain(std::move(item), found.error());
        }
        if (found->isThere) {
            Result<void> settled = co_await settle(std::move(item), std::move(*found));
            co_return settled;
        }
        const QDateTime now = m_clock.nowUtc();
        // Any other waits for the network or a sign-in since it was settled.
        if (isUnanswered && !Retry::isDue(item.retryAt, now)) {
            item.state = OutboxState::Uncertain;
            item.retryAt = std::min(item.retryAt, now.addSecs(Retry::settled.count()));
            co_return save(item);
        }
    }
    Result<void> sent = co_await send(std::move(item), *token);
    co_return sent;
}

QCoro::Task<Result<void>> Push::send(OutboxItem item, QString token)
{
    for (int refusedTokens = 0;;) {
        const bool hadLeft = item.mayHaveLeft || (item.state != OutboxState::Queued && item.state != OutboxState::NeedsAuth);
        item.mayHaveLeft = true;
        item.state = OutboxState::Sending;
        item.attempts += 1;
        // When the app dies now, the next start asks for it at this time and not before.
        item.retryAt = m_clock.nowUtc().addSecs(Retry::settled.count());
        m_inFlight = item.sequence; // before anybody hears of the new state
        if (Result<void> saved = save(item); !saved) {
            m_inFlight.reset();
            co_return saved;
        }
        if (m_life->isOver)
            co_return cancelled();
        HttpHeaders headers = headersFor(item);
        QByteArray method = QByteArrayLiteral("POST");
        QByteArray body = fhir::writeAlone(item.payload);
        Result<HttpResponse> response =
            co_await m_client.write(std::move(method), token, item.resourceType, std::move(headers), std::move(body));
        if (m_life->isOver)
            co_return cancelled();
        m_inFlight.reset();
        if (!response)
            co_return failed(item, response.error(), hadLeft);

        const Verdict verdict = verdictOnCreate(*response, item.resourceType, item.identifier, patientOfSent());
        qCInfo(logSync).noquote() << "sent" << item.resourceType << response->status;
        switch (verdict.action) {
        case Verdict::Action::Done: co_return saveDone(item, verdict.serverId);
        case Verdict::Action::Rejected:
            item.mayHaveLeft = hadLeft; // the server did not take it
            co_return saveRejected(item, verdict.code);
        case Verdict::Action::Verify: {
            Result<void> settled = co_await settleByVerifying(std::move(item), verdict);
            co_return settled;
        }
        case Verdict::Action::Uncertain: {
            // Staff alone read a concern, not even who wrote it: that it is there is all that is ever heard of it.
            if (item.dependencyKey.startsWith(concernKey) && verdict.code.endsWith(QLatin1String(":duplicate")))
                co_return saveDone(item, {});
            Problem problem = problemFor(*response);
            if (response->status < 400)
                problem =
                    Problem{ProblemKind::NotFhir, true, QStringLiteral("create answered without a resource"), response->status};
            else if (!problem.isRetryable) // a refusal that is not the clinic's word; the person has nothing to do about it
                problem = Problem{ProblemKind::ServerError, true, problem.detail, response->status};
            co_return failUncertain(std::move(item), problem, verdict.code);
        }
        case Verdict::Action::WithoutCondition:
            if (!weakenCondition())
                co_return saveRejected(item, verdict.code);
            continue;
        case Verdict::Action::SignIn: break;
        }

        item.state = OutboxState::NeedsAuth; // 401: the server did not take it
        item.mayHaveLeft = hadLeft;
        item.retryAt = {};
        item.problem = verdict.code;
        if (Result<void> saved = save(item); !saved)
            co_return saved;
        if (m_life->isOver)
            co_return cancelled();
        if (++refusedTokens > 1)
            co_return problem(ProblemKind::SignInNeeded, QStringLiteral("a new token was refused too"));
        Result<QString> renewed = co_await m_client.token();
        if (!renewed)
            co_return failure(renewed.error());
        token = *renewed;
    }
}

HttpHeaders Push::headersFor(const OutboxItem &item) const
{
    const QByteArray urn = item.identifier.toLatin1();
    const QByteArray uuid = urn.mid(urn.lastIndexOf(':') + 1);
    HttpHeaders headers{{QByteArrayLiteral("Prefer"), QByteArrayLiteral("return=minimal")},
                        {QByteArrayLiteral("X-Request-Id"), uuid},
                        {QByteArrayLiteral("x-amz-fhir-idempotency-key"), uuid}};
    if (m_condition != Condition::None) {
        const QByteArray bar = m_condition == Condition::Raw ? QByteArrayLiteral("|") : QByteArrayLiteral("%7C");
        headers.append({QByteArrayLiteral("If-None-Exist"), QByteArrayLiteral("identifier=") + uriSystem.toLatin1() + bar + urn});
    }
    return headers;
}

bool Push::weakenCondition()
{
    if (m_condition == Condition::None)
        return false;
    m_condition = m_condition == Condition::Raw ? Condition::Encoded : Condition::None;
    qCWarning(logSync) << "this server does not take If-None-Exist as sent; next form" << int(m_condition);
    // Only a memory of this server: losing it costs one more answer of 400.
    (void)m_store.setValue(conditionName,
                           m_condition == Condition::None ? QByteArrayLiteral("none") : QByteArrayLiteral("encoded"));
    return true;
}

Result<void> Push::failed(OutboxItem item, const Problem &problem, bool hadLeft)
{
    const QString code = nameOf(problem.kind);
    const auto saved = isCertainlyUnsent(problem) ? saveUnsent(std::move(item), code, hadLeft)
                                                  : saveUncertain(std::move(item), code, problem.retryAfterSeconds);
    return saved ? Result<void>(failure(problem)) : saved;
}

Result<void> Push::save(const OutboxItem &item, const QList<OutboxItem> &others)
{
    const auto saved = m_store.outbox().updateAll(others + QList<OutboxItem>{item});
    const auto changed = m_changed; // who hears of it may end the engine, and with it what is called here
    if (saved && changed)
        changed();
    return saved;
}

Result<void> Push::saveDone(OutboxItem item, const QString &serverId)
{
    item.state = OutboxState::Done;
    item.serverId = serverId;
    item.doneAt = m_clock.nowUtc();
    item.retryAt = {};
    item.problem.clear();
    m_sentTypes.removeAll(item.resourceType);
    m_sentTypes << item.resourceType;
    return save(item);
}

Result<void> Push::saveRejected(OutboxItem item, const QString &code)
{
    item.state = OutboxState::Rejected;
    item.retryAt = {};
    item.problem = code;
    return save(item, behind(item));
}

Result<void> Push::saveUncertain(OutboxItem item, const QString &code, int retryAfterSeconds)
{
    // What the clinic was only asked about has not left.
    item.state = item.mayHaveLeft ? OutboxState::Uncertain : OutboxState::Queued;
    item.retryAt = m_clock.nowUtc().addMSecs(m_retry.beforeUncertainItem(item.attempts, retryAfterSeconds).count());
    item.problem = code;
    return save(item);
}

Result<void> Push::failUncertain(OutboxItem item, const Problem &problem, const QString &code)
{
    const QString said = code.isEmpty() ? nameOf(problem.kind) : code;
    const Result<void> saved = saveUncertain(std::move(item), said, problem.retryAfterSeconds);
    return saved ? Result<void>(failure(problem)) : saved;
}

Result<void> Push::saveUnsent(OutboxItem item, const QString &code, bool hadLeft)
{
    item.state = OutboxState::Queued;
    item.mayHaveLeft = hadLeft;
    item.retryAt = m_clock.nowUtc().addMSecs(m_retry.beforeUnsentItem(item.attempts).count());
    item.problem = code;
    return save(item);
}

} // namespace handrail
