// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Log.h"
#include "fhir/Read.h"
#include "sync/PassedOver.h"
#include "sync/Pull.h"
#include "sync/Retry.h"

#include <algorithm>
#include <limits>

namespace handrail {

namespace {

tl::unexpected<Problem> failure(const Problem &problem)
{
    return tl::make_unexpected(problem);
}

} // namespace

QCoro::Task<Result<void>> Pull::pullSelf(PullStep step)
{
    const auto stored = m_store.record(step.type, step.value);
    // To a relative an empty list may say that nothing is shared any more, and then their own record is not there either.
    const bool isDoubted = m_identity.role == Role::Relative && !hasAny(QStringLiteral("CareTeam"));
    if (m_identity.role == Role::Patient && isFresh(step.type) && stored && *stored)
        co_return Result<void>();
    Result<void> read = co_await readOne(step.type, step.value);
    if (m_life->isOver)
        co_return cancelled();
    if (!read && isRefusal(read.error().httpStatus)) {
        if (isDoubted && read.error().httpStatus == 404 && stored && *stored) {
            if (const auto removed = m_store.removeRecord(step.type, step.value); !removed)
                co_return removed;
            tellRecordsChanged();
        }
        co_return unavailable(step, read.error().httpStatus);
    }
    if (read)
        setFresh(step.type);
    co_return read;
}

QCoro::Task<Result<void>> Pull::readOne(QString type, QString id)
{
    PullStep step;
    step.type = type;
    Result<fhir::Page> page = co_await fetchOne(std::move(type), std::move(id));
    if (m_life->isOver)
        co_return cancelled();
    co_return page ? keep(step, *page) : Result<void>(failure(page.error()));
}

QCoro::Task<Result<fhir::Page>> Pull::fetchOne(QString type, QString id)
{
    QUrl url = m_client.address(QString(type % u'/' % id));
    Result<HttpResponse> response = co_await m_client.get(std::move(url));
    if (!response)
        co_return failure(response.error());
    if (response->status != 200)
        co_return failure(problemFor(*response));
    const Result<fhir::Slice> slice = fhir::readResource(response->body);
    if (!slice)
        co_return failure(slice.error());
    if (slice->type != type)
        co_return problem(ProblemKind::BadData, QStringLiteral("a record of another type than asked for"));
    if (slice->id != id || !isMine(slice->json))
        co_return problem(ProblemKind::WrongPatient, QStringLiteral("HR-SUBJ"));
    fhir::Page page;
    page.entries << *slice;
    co_return page;
}

QCoro::Task<Result<void>> Pull::pullReferenced(PullStep step)
{
    const QStringList wanted = wantedIds(step);
    if (m_identity.role == Role::Relative) {
        // A place stays with the sessions that name it, the clinic with whatever is shared.
        const bool isNothing = isNothingShared();
        const Result<void> removed = isNothing || step.type == u"Location"
            ? removeUnlisted(step, QSet<QString>(wanted.cbegin(), wanted.cend()))
            : Result<void>();
        if (m_life->isOver)
            co_return cancelled();
        if (isNothing || !removed)
            co_return removed;
    }
    const bool isComplete = std::all_of(wanted.cbegin(), wanted.cend(), [&](const QString &id) {
        const auto stored = m_store.record(step.type, id);
        return stored && stored->has_value();
    });
    if (isComplete && isFresh(step.type) && (!wanted.isEmpty() || hasAny(step.type)))
        co_return Result<void>();

    if (step.type == u"Organization") {
        Result<void> pulled;
        if (wanted.isEmpty())
            pulled = co_await pullOnlyOrganization(step);
        else
            pulled = co_await pullOrganizations(step, wanted);
        co_return pulled;
    }
    if (wanted.isEmpty())
        co_return Result<void>();

    constexpr qsizetype idsAtOnce = 40; // keeps the address well below 4 kB
    for (qsizetype at = 0; at < wanted.size(); at += idsAtOnce) {
        auto list = std::make_shared<List>();
        list->step = step;
        list->ids = wanted.mid(at, idsAtOnce);
        Result<void> read = co_await readList(list);
        if (m_life->isOver)
            co_return cancelled();
        if (!read)
            co_return read;
        if (list->refusal)
            co_return unavailable(step, list->refusal);
    }
    setFresh(step.type);
    co_return Result<void>();
}

QCoro::Task<Result<void>> Pull::pullOrganizations(PullStep step, QStringList ids)
{
    // By read: a clinic's server may let its own organization be read and not be searched.
    for (const QString &id : std::as_const(ids)) {
        Result<void> read = co_await readOne(step.type, id);
        if (m_life->isOver)
            co_return cancelled();
        if (!read && read.error().httpStatus == 403)
            co_return unavailable(step, 403);
        const bool isGone = !read && (read.error().httpStatus == 404 || read.error().httpStatus == 410);
        if (!read && !isGone)
            co_return read;
    }
    setFresh(step.type);
    co_return Result<void>();
}

QCoro::Task<Result<void>> Pull::pullOnlyOrganization(PullStep step)
{
    // Nothing names the clinic. When the server knows one organization only, that is it.
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("_count"), QStringLiteral("2"));
    QUrl url = m_client.address(step.type, query);
    Result<HttpResponse> response = co_await m_client.get(std::move(url));
    if (!response)
        co_return failure(response.error());
    if (isRefusal(response->status))
        co_return unavailable(step, response->status);
    if (response->status != 200)
        co_return failure(problemFor(*response));
    Result<fhir::Page> read = fhir::readPage(response->body);
    if (!read)
        co_return failure(read.error());
    const fhir::Page page = sifted(step, std::move(*read));
    m_hasAnswer = true;
    setFresh(step.type);
    if (page.entries.size() != 1 || !page.next.isEmpty())
        co_return Result<void>();
    co_return keep(step, page);
}

QCoro::Task<Result<void>> Pull::pullForms(PullStep step)
{
    // What the server had nothing for is not asked for again before tomorrow.
    const QString askedName = QStringLiteral("sync.askedForms");
    const bool isDue = !isFresh(step.type);
    const auto known = m_store.value(askedName);
    QList<QByteArray> asked = known && *known && !isDue ? (**known).split('\n') : QList<QByteArray>();
    const QByteArray before = m_store.value(passedOverForms).value_or(std::nullopt).value_or(QByteArray());
    QList<QByteArray> passedOver = before.isEmpty() ? QList<QByteArray>() : before.split('\n');
    QSet<QString> here;
    for (const QByteArray &json : m_store.records(step.type, 400).value_or(QList<QByteArray>()))
        here << fhir::canonicalOf(json);
    const QString byId = QString(step.type % u'/');
    bool hasAsked = false;
    Result<void> result;
    QStringList wanted = wantedForms(step, here, isDue ? std::numeric_limits<int>::max() : 400);
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const QString canonical = wanted.at(i);
        bool isFound = passedOver.contains(canonical.toUtf8());
        if (!asked.contains(canonical.toUtf8())) {
            auto list = std::make_shared<List>();
            list->step = step;
            if (canonical.startsWith(byId))
                list->ids << canonical.mid(byId.size());
            else
                list->canonical = canonical;
            Result<void> read = co_await readList(list);
            if (m_life->isOver)
                co_return cancelled();
            if (!read && Retry::stopsRun(read.error()))
                co_return read;
            if (!read) { // one form that cannot be had holds up no other
                if (result)
                    result = read;
                continue;
            }
            if (list->refusal)
                co_return unavailable(step, list->refusal);
            asked << canonical.toUtf8();
            hasAsked = true;
            isFound = list->hasPassedOver || !list->listed.isEmpty();
            passedOver.removeAll(canonical.toUtf8());
            if (list->hasPassedOver)
                passedOver << canonical.toUtf8();
        }
        // Of a version that is gone the form as it is now. That has no version, so that it ends there.
        const QString url = canonical.section(u'|', 0, 0);
        if (!isFound && !wanted.contains(url))
            wanted << url;
    }
    if (hasAsked) // only a memory: without it the same is asked for once more
        (void)m_store.setValue(askedName, asked.join('\n'));
    if (passedOver.join('\n') != before) // without it the form is waited for
        (void)m_store.setValue(passedOverForms, passedOver.join('\n'));
    if (isDue && (result || !result.error().isRetryable))
        setFresh(step.type);
    co_return result;
}

/// The forms of the plan itself, and those that the clinic's records name. One without its version may have a newer one each day. One with it is
/// left out when it is here, but for once a day, after all others, while somebody is asked it: the clinic may retire it, or mark a question of it.
QStringList Pull::wantedForms(const PullStep &step, const QSet<QString> &here, int mostRecords) const
{
    constexpr qsizetype mostForms = 60;
    const bool isDue = !isFresh(step.type);
    QStringList wanted = step.canonicals;
    QStringList again;
    const auto isAsking = [isDue](const QByteArray &json) {
        if (!isDue || fhir::readResponseHead(json))
            return false;
        const Result<CareTask> task = fhir::readTask(json);
        return !task || task->status != TaskStatus::Completed;
    };
    const auto look = [&](const QByteArray &json) {
        if (wanted.size() >= mostForms)
            return;
        for (const QString &canonical : fhir::namedForms(json)) {
            const bool isHere = canonical.contains(u'|') && here.contains(canonical);
            QStringList &list = isHere ? again : wanted;
            if (!list.contains(canonical) && (!isHere || isAsking(json)))
                list << canonical;
        }
    };
    for (const QString &type : step.namedBy) {
        if (const Result<void> read = m_store.eachRecord(type, mostRecords, look); !read)
            qCWarning(logSync) << "reading records:" << read.error();
    }
    return QStringList(wanted + again).mid(0, mostForms);
}

QStringList Pull::wantedIds(const PullStep &step) const
{
    constexpr qsizetype mostOrganizations = 5;
    constexpr qsizetype mostLocations = 120;
    QStringList ids;
    for (const QString &type : step.namedBy) {
        const auto records = m_store.records(type, 400);
        if (!records)
            continue;
        for (const QByteArray &json : *records) {
            for (const QString &id : fhir::referencedIds(json, step.type)) {
                if (!ids.contains(id))
                    ids << id;
            }
        }
    }
    return ids.mid(0, step.type == u"Organization" ? mostOrganizations : mostLocations);
}

/// By what the steps before Organization left here.
bool Pull::isNothingShared() const
{
    if (hasAny(QStringLiteral("CareTeam")) || hasAny(QStringLiteral("RelatedPerson")))
        return false;
    const auto sessions = m_store.records(QStringLiteral("Appointment"), 400);
    return sessions && std::all_of(sessions->cbegin(), sessions->cend(), fhir::isTimeAlone);
}

bool Pull::hasAny(const QString &type) const
{
    const auto records = m_store.records(type, 1);
    return records && !records->isEmpty();
}

bool Pull::isFresh(const QString &type) const
{
    return isNoted(QString(u"sync.refreshed." % type), std::chrono::hours(24));
}

void Pull::setFresh(const QString &type)
{
    // What is asked for in each run because there is none is not written down in each run.
    if (!isFresh(type))
        note(QString(u"sync.refreshed." % type));
}

bool Pull::isNoted(const QString &name, std::chrono::milliseconds within) const
{
    const auto value = m_store.value(name);
    if (!value || !*value)
        return false;
    const qint64 age = m_clock.nowUtc().toMSecsSinceEpoch() - (**value).toLongLong();
    return age >= 0 && age < within.count();
}

void Pull::note(const QString &name, std::chrono::milliseconds before)
{
    // Only a memory: without it the same is asked for once more.
    (void)m_store.setValue(name, QByteArray::number(m_clock.nowUtc().toMSecsSinceEpoch() - before.count()));
}

} // namespace handrail
