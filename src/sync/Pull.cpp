// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "sync/Pull.h"

#include "core/Log.h"
#include "sync/KeptRecord.h"

#include <QSet>
#include <algorithm>
#include <cmath>

namespace handrail {

namespace {

constexpr int maximumPages = 200;
constexpr int smallestPage = 5;
/// Records that were written while we asked may come in late; what was seen before is skipped by its version.
constexpr int overlapSeconds = 120;
constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;
const QString unsortedName = QStringLiteral("sync.unsorted");

tl::unexpected<Problem> failure(const Problem &problem)
{
    return tl::make_unexpected(problem);
}

QString instant(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"));
}

bool isRefusal(int status)
{
    return status == 403 || status == 404 || status == 405 || status == 501;
}

} // namespace

struct Pull::List {
    PullStep step;
    QDateTime cursor;
    QDateTime newest;   ///< the greatest lastUpdated so far
    QStringList ids;    ///< Referenced: ask for these
    QStringList listed; ///< WholeList: what is there
    QSet<QUrl> visited;
    int refusal = 0; ///< the status when the type was refused
    bool isRestarted = false;
};

Pull::Pull(FhirClient &client, Store &store, const Clock &clock, const Identity &identity, SyncLifePointer life)
    : m_client(client)
    , m_store(store)
    , m_clock(clock)
    , m_identity(identity)
    , m_life(std::move(life))
    , m_plan(pullPlan(identity))
{
    const auto unsorted = m_store.value(unsortedName);
    m_isUnsorted = unsorted && unsorted->has_value();
    begin();
}

void Pull::begin()
{
    m_parts.clear();
    for (const PullStep &step : std::as_const(m_plan)) {
        SyncPart part;
        part.type = step.type;
        m_parts << part;
    }
    m_missingSteps = 0;
    m_hasAnswer = false;
}

void Pull::setPart(SyncPart::State state, int added)
{
    m_parts[m_current].state = state;
    m_parts[m_current].count += added;
    const auto changed = m_partsChanged; // who hears of it may end the engine
    if (changed)
        changed();
}

void Pull::tellRecordsChanged()
{
    const auto changed = m_recordsChanged;
    if (changed)
        changed();
}

QCoro::Task<Result<void>> Pull::run(int step)
{
    m_current = step;
    const PullStep what = m_plan.at(step);
    setPart(SyncPart::State::Loading);
    if (m_life->isOver)
        co_return cancelled();
    Result<void> result;
    if (what.how == PullStep::How::Self)
        result = co_await pullSelf(what);
    else if (what.how == PullStep::How::Referenced)
        result = co_await pullReferenced(what);
    else
        result = co_await pullList(what);
    if (m_life->isOver)
        co_return cancelled();
    if (!result) {
        qCWarning(logSync).noquote() << "download of" << what.type << "failed:" << nameOf(result.error().kind)
                                     << result.error().httpStatus;
        setPart(SyncPart::State::Waiting);
    } else if (m_parts.at(step).state != SyncPart::State::Unavailable) {
        setPart(SyncPart::State::Done);
    }
    co_return result;
}

Result<void> Pull::unavailable(const PullStep &step, int status)
{
    qCInfo(logSync).noquote() << step.type << "is not offered:" << status;
    if (status == 404)
        ++m_missingSteps;
    setPart(SyncPart::State::Unavailable);
    if (!m_life->isOver && m_identity.role == Role::Relative && status == 403 && step.how == PullStep::How::WholeList)
        return removeUnlisted(step.type, {});
    return {};
}

// --- a list ----------------------------------------------------------------------------------------------------------------------------

QCoro::Task<Result<void>> Pull::pullList(PullStep step)
{
    if (step.how == PullStep::How::Canonical && isFresh(step.type) && hasAny(step.type))
        co_return Result<void>();
    auto list = std::make_shared<List>();
    list->step = step;
    if (step.how == PullStep::How::Changes) {
        const Result<QDateTime> cursor = m_store.cursor(step.type);
        if (!cursor)
            co_return failure(cursor.error());
        list->cursor = *cursor;
        list->newest = *cursor;
    }
    Result<void> read = co_await readList(list);
    if (m_life->isOver)
        co_return cancelled();
    if (!read)
        co_return read;
    if (list->refusal)
        co_return unavailable(step, list->refusal);
    co_return finish(*list);
}

QUrl Pull::firstPage(const List &list) const
{
    QUrlQuery query;
    if (!list.step.parameter.isEmpty())
        query.addQueryItem(list.step.parameter, list.step.value);
    if (list.step.how == PullStep::How::Canonical)
        query.addQueryItem(QStringLiteral("url"), list.step.value);
    if (!list.ids.isEmpty())
        query.addQueryItem(QStringLiteral("_id"), list.ids.join(u','));
    if (list.cursor.isValid())
        query.addQueryItem(QStringLiteral("_lastUpdated"), QString(u"ge" % instant(list.cursor.addSecs(-overlapSeconds))));
    else if (list.step.daysBack > 0)
        query.addQueryItem(QStringLiteral("date"),
                           QString(u"ge" % m_client.serverNow().date().addDays(-list.step.daysBack).toString(Qt::ISODate)));
    if (!m_isUnsorted && list.step.how == PullStep::How::Changes)
        query.addQueryItem(QStringLiteral("_sort"), QStringLiteral("_lastUpdated"));
    query.addQueryItem(QStringLiteral("_count"), QString::number(m_pageSize));
    return m_client.address(list.step.type, query);
}

QCoro::Task<Result<void>> Pull::readList(std::shared_ptr<List> list)
{
    const auto knownOffset = m_client.clockOffset().value_or(std::chrono::milliseconds(0));
    QUrl url = firstPage(*list);
    bool isFirst = true;
    for (int pages = 0; pages < maximumPages; ++pages) {
        if (list->visited.contains(url))
            co_return problem(ProblemKind::BadData, QStringLiteral("the next links run in a circle"), true);
        list->visited.insert(url);
        Result<HttpResponse> response = co_await m_client.get(url);
        if (!response)
            co_return failure(response.error());

        if (response->status != 200) {
            if (response->status == 304 && list->step.how != PullStep::How::WholeList)
                co_return Result<void>();
            if (isFirst && response->status == 400 && !m_isUnsorted && list->step.how == PullStep::How::Changes) {
                m_isUnsorted = true;
                (void)m_store.setValue(unsortedName, QByteArrayLiteral("1")); // only a memory; losing it costs one more 400
                url = firstPage(*list);
                continue;
            }
            if (isFirst && response->status == 413 && m_pageSize / 2 >= smallestPage) {
                m_pageSize /= 2;
                url = firstPage(*list);
                continue;
            }
            if (!isFirst && response->status == 410 && !list->isRestarted) {
                // The server forgot its list: from the cursor again.
                list->isRestarted = true;
                list->visited.clear();
                list->listed.clear();
                isFirst = true;
                url = firstPage(*list);
                continue;
            }
            if (isFirst && isRefusal(response->status)) {
                list->refusal = response->status;
                co_return Result<void>();
            }
            if (response->status < 300)
                co_return problem(ProblemKind::BadData, QStringLiteral("search answered with another success"), true);
            co_return failure(problemFor(*response));
        }

        const Result<fhir::Page> page = fhir::readPage(response->body);
        if (!page)
            co_return failure(page.error());
        if (isFirst && list->step.daysBack > 0 && !list->cursor.isValid() && !list->isRestarted) {
            // With the device's clock far off we asked for the wrong days; now the server's is known.
            const auto moved = m_client.clockOffset().value_or(knownOffset) - knownOffset;
            if (std::abs(moved.count()) > dayMs / 2) {
                list->isRestarted = true;
                list->visited.clear();
                url = firstPage(*list);
                continue;
            }
        }
        if (Result<void> kept = keep(list->step, *page); !kept)
            co_return kept;
        if (m_life->isOver) // who listened to the change may have closed all this
            co_return cancelled();
        for (const fhir::Slice &slice : page->entries) {
            list->listed << slice.id;
            if (slice.lastUpdated.isValid() && (!list->newest.isValid() || slice.lastUpdated > list->newest))
                list->newest = slice.lastUpdated;
        }
        if (page->next.isEmpty())
            co_return Result<void>();
        const std::optional<QUrl> next = m_client.resolved(page->next);
        if (!next)
            co_return problem(ProblemKind::BadData, QStringLiteral("a next link to another origin"), true);
        url = *next;
        isFirst = false;
    }
    co_return problem(ProblemKind::BadData, QStringLiteral("more than 200 pages"));
}

Result<void> Pull::finish(const List &list)
{
    switch (list.step.how) {
    case PullStep::How::Changes:
        if (list.newest.isValid() && list.newest != list.cursor)
            return m_store.setCursor(list.step.type, list.newest);
        return {};
    case PullStep::How::WholeList: return removeUnlisted(list.step.type, list.listed);
    default: setFresh(list.step.type); return {};
    }
}

bool Pull::isMine(const QByteArray &json) const
{
    return m_identity.role == Role::Relative ? fhir::isForRelative(json, m_identity.relatedPersonId, m_identity.patientId)
                                             : fhir::isAboutPatient(json, m_identity.patientId);
}

Result<void> Pull::keep(const PullStep &step, const fhir::Page &page)
{
    m_hasAnswer = true;
    if (page.skipped)
        qCWarning(logSync).noquote() << step.type << "entries passed over:" << page.skipped;
    for (const fhir::Slice &slice : page.entries) {
        if (slice.type != step.type)
            return problem(ProblemKind::BadData, QStringLiteral("a record of another type than asked for"));
        if (!isMine(slice.json))
            return problem(ProblemKind::WrongPatient, QStringLiteral("HR-SUBJ"));
    }
    QList<StoredRecord> records;
    bool isChanged = false;
    for (const fhir::Slice &slice : page.entries) {
        if (!slice.isEnteredInError) {
            records << recordFrom(slice, m_clock.localZone());
            continue;
        }
        const auto stored = m_store.record(slice.type, slice.id);
        if (stored && *stored) {
            if (const auto removed = m_store.removeRecord(slice.type, slice.id); !removed)
                return removed;
            isChanged = true;
        }
    }
    if (!records.isEmpty()) {
        const auto changed = m_store.putRecords(records);
        if (!changed)
            return failure(changed.error());
        isChanged = isChanged || *changed > 0;
    }
    setPart(SyncPart::State::Loading, int(page.entries.size()));
    if (isChanged)
        tellRecordsChanged();
    return {};
}

// --- single records ----------------------------------------------------------------------------------------------------------------------

QCoro::Task<Result<void>> Pull::pullSelf(PullStep step)
{
    const auto stored = m_store.record(step.type, step.value);
    if (isFresh(step.type) && stored && *stored)
        co_return Result<void>();
    Result<void> read = co_await readOne(step.type, step.value);
    if (m_life->isOver)
        co_return cancelled();
    if (!read && isRefusal(read.error().httpStatus))
        co_return unavailable(step, read.error().httpStatus);
    if (read)
        setFresh(step.type);
    co_return read;
}

QCoro::Task<Result<void>> Pull::readOne(QString type, QString id)
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
    if (slice->type == type && slice->id != id)
        co_return problem(ProblemKind::WrongPatient, QStringLiteral("HR-SUBJ"));
    PullStep step;
    step.type = type;
    fhir::Page page;
    page.entries << *slice;
    co_return keep(step, page);
}

QCoro::Task<Result<void>> Pull::pullReferenced(PullStep step)
{
    const QStringList wanted = wantedIds(step);
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
    const Result<fhir::Page> page = fhir::readPage(response->body);
    if (!page)
        co_return failure(page.error());
    m_hasAnswer = true;
    setFresh(step.type);
    if (page->entries.size() != 1 || !page->next.isEmpty())
        co_return Result<void>();
    co_return keep(step, *page);
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

bool Pull::hasAny(const QString &type) const
{
    const auto records = m_store.records(type, 1);
    return records && !records->isEmpty();
}

bool Pull::isFresh(const QString &type) const
{
    const auto value = m_store.value(QString(u"sync.refreshed." % type));
    if (!value || !*value)
        return false;
    const qint64 age = m_clock.nowUtc().toMSecsSinceEpoch() - (**value).toLongLong();
    return age >= 0 && age < dayMs;
}

void Pull::setFresh(const QString &type)
{
    // Only a memory: without it the type is asked for once more.
    (void)m_store.setValue(QString(u"sync.refreshed." % type), QByteArray::number(m_clock.nowUtc().toMSecsSinceEpoch()));
}

Result<void> Pull::removeUnlisted(const QString &type, const QStringList &listed)
{
    const auto stored = m_store.records(type, 100000);
    if (!stored)
        return failure(stored.error());
    bool isChanged = false;
    for (const QByteArray &json : *stored) {
        const auto slice = fhir::readResource(json);
        if (!slice || listed.contains(slice->id))
            continue;
        if (const auto removed = m_store.removeRecord(type, slice->id); !removed)
            return removed;
        isChanged = true;
    }
    if (isChanged)
        tellRecordsChanged();
    return {};
}

Result<void> Pull::removeShared()
{
    for (const PullStep &step : std::as_const(m_plan)) {
        if (step.how != PullStep::How::WholeList)
            continue;
        if (auto removed = removeUnlisted(step.type, {}); !removed)
            return removed;
    }
    return {};
}

} // namespace handrail
