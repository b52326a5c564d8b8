// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "sync/Pull.h"

#include "core/Log.h"
#include "fhir/Read.h"
#include "sync/KeptRecord.h"
#include "sync/Retry.h"

#include <algorithm>
#include <cmath>

namespace handrail {

namespace {

constexpr int maximumPages = 200;
/// Where a download stands is written down with each fourth page, and when it is cut off: a write costs as much as a page.
constexpr int pagesPerPlace = 4;
constexpr int smallestPage = 5;
constexpr std::chrono::seconds betweenTellings{1};
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

/// Where the download of a type goes on: address, cursor, newest and beginning, a line each.
QString placeName(const QString &type)
{
    return QString(u"sync.place." % type);
}

} // namespace

bool Pull::isRefusal(int status)
{
    return status == 403 || status == 404 || status == 405 || status == 501;
}

Pull::Pull(FhirClient &client, Store &store, const Clock &clock, const Identity &identity, SyncLifePointer life,
           QByteArray packTaker)
    : m_client(client)
    , m_store(store)
    , m_clock(clock)
    , m_identity(identity)
    , m_life(std::move(life))
    , m_packTaker(std::move(packTaker))
    , m_plan(pullPlan(identity, !m_packTaker.isEmpty()))
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
    m_dropped.clear();
    m_hasForeign = false;
}

std::optional<Problem> Pull::takeDropped()
{
    if (m_dropped.isEmpty())
        return std::nullopt;
    m_told.unite(std::exchange(m_dropped, {}));
    if (std::exchange(m_hasForeign, false))
        return Problem{ProblemKind::WrongPatient, false, QStringLiteral("HR-SUBJ")};
    return Problem{ProblemKind::BadData, false, QStringLiteral("a record of another type than asked for")};
}

void Pull::setPart(SyncPart::State state, int added)
{
    m_parts[m_current].state = state;
    m_parts[m_current].count += added;
    const auto changed = m_partsChanged; // who hears of it may end the engine
    if (changed)
        changed();
}

/// Whoever shows records looks through them again, so a long list is told of once a second and at its end.
void Pull::tellRecordsChangedSoon()
{
    m_isUntold = true;
    if (!m_lastTold || m_clock.monotonic() - *m_lastTold >= betweenTellings)
        tellRecordsChanged();
}

void Pull::tellUntold()
{
    if (m_isUntold)
        tellRecordsChanged();
}

void Pull::tellRecordsChanged()
{
    m_isUntold = false;
    m_lastTold = m_clock.monotonic();
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
    if (what.how == PullStep::How::Canonical)
        result = co_await pullForms(what);
    else if (what.how == PullStep::How::Self)
        result = co_await pullSelf(what);
    else if (what.how == PullStep::How::Pieces)
        result = co_await pullPieces(what);
    else if (what.how == PullStep::How::Referenced)
        result = co_await pullReferenced(what);
    else
        result = co_await pullList(what);
    if (!m_life->isOver)
        tellUntold();
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
    if (step.isOptional) // only a memory, so that what needs it is not offered before the next answer
        (void)m_store.setValue(refusedName(step.type), QByteArray::number(status));
    setPart(SyncPart::State::Unavailable);
    if (!m_life->isOver && m_identity.role == Role::Relative && status == 403 && step.how == PullStep::How::WholeList)
        return removeUnlisted(step, {});
    return {};
}

QCoro::Task<Result<void>> Pull::pullList(PullStep step)
{
    auto list = std::make_shared<List>();
    list->step = step;
    if (step.how == PullStep::How::Changes) {
        const Result<QDateTime> cursor = m_store.cursor(step.type);
        if (!cursor)
            co_return failure(cursor.error());
        list->cursor = notAfterNow(*cursor);
        list->newest = list->cursor;
        list->wasEmpty = !list->cursor.isValid() && !hasAny(step.type);
        list->began = m_client.serverNow();
        list->canResume = true;
        takeUpPlace(*list);
    }
    Result<void> read = co_await readList(list);
    if (m_life->isOver)
        co_return cancelled();
    if (!read) {
        if (list->isResumed && !list->hasRead && !Retry::stopsRun(read.error()))
            forgetPlace(*list); // it leads nowhere any more; from the cursor next time
        else if (list->hasRead && !list->place.isEmpty())
            keepPlace(*list);
        co_return read;
    }
    if (list->refusal)
        co_return unavailable(step, list->refusal);
    if (const auto refused = m_store.value(refusedName(step.type)); step.isOptional && refused && *refused)
        (void)m_store.removeValue(refusedName(step.type));
    if (Result<void> finished = finish(*list); !finished || m_life->isOver || step.how != PullStep::How::Changes)
        co_return finished;
    Result<void> compared = co_await pullWhole(list);
    co_return compared;
}

/// Goes on where the last run was cut off, if that began from the same cursor.
void Pull::takeUpPlace(List &list) const
{
    const auto kept = m_store.value(placeName(list.step.type));
    if (!kept || !*kept)
        return;
    const QList<QByteArray> lines = (**kept).split('\n');
    const auto time = [&lines](qsizetype at) {
        return QDateTime::fromString(QString::fromLatin1(lines.value(at)), Qt::ISODateWithMs);
    };
    const std::optional<QUrl> place = m_client.resolved(QString::fromLatin1(lines.value(0)));
    if (lines.size() != 4 || !place || time(1) != list.cursor || !time(3).isValid())
        return;
    list.isResumed = true;
    list.place = *place;
    list.newest = time(2);
    list.began = time(3);
}

void Pull::keepPlace(const List &list)
{
    if (!list.canResume)
        return;
    const auto line = [](const QDateTime &time) { return time.isValid() ? instant(time).toLatin1() : QByteArray(); };
    // Only a memory: without it the list is read from its first page again.
    (void)m_store.setValue(placeName(list.step.type),
                           list.place.toEncoded() + '\n' + line(list.cursor) + '\n' + line(list.newest) + '\n' + line(list.began));
}

void Pull::forgetPlace(const List &list)
{
    if (list.canResume)
        (void)m_store.removeValue(placeName(list.step.type));
}

/// The server forgot its list: from the cursor again.
void Pull::startOver(List &list)
{
    forgetPlace(list);
    list.isRestarted = true;
    list.isResumed = false;
    list.place.clear();
    list.visited.clear();
    list.listed.clear();
    list.newest = list.cursor;
    list.began = m_client.serverNow();
}

QUrl Pull::firstPage(const List &list) const
{
    QUrlQuery query;
    if (!list.step.parameter.isEmpty())
        query.addQueryItem(list.step.parameter, list.step.value);
    if (!list.canonical.isEmpty()) {
        query.addQueryItem(QStringLiteral("url"), list.canonical.section(u'|', 0, 0));
        if (const QString version = list.canonical.section(u'|', 1); !version.isEmpty())
            query.addQueryItem(QStringLiteral("version"), version);
    }
    if (!list.ids.isEmpty())
        query.addQueryItem(QStringLiteral("_id"), list.ids.join(u','));
    if (list.cursor.isValid())
        query.addQueryItem(QStringLiteral("_lastUpdated"), QString(u"ge" % instant(list.cursor.addSecs(-overlapSeconds))));
    else if (list.step.daysBack > 0)
        query.addQueryItem(list.step.dayParameter,
                           QString(u"ge" % m_client.serverNow().date().addDays(-list.step.daysBack).toString(Qt::ISODate)));
    if (!m_isUnsorted && list.step.how == PullStep::How::Changes)
        query.addQueryItem(QStringLiteral("_sort"), QStringLiteral("_lastUpdated"));
    query.addQueryItem(QStringLiteral("_count"), QString::number(m_pageSize));
    return m_client.address(list.step.type, query);
}

QCoro::Task<Result<void>> Pull::readList(std::shared_ptr<List> list)
{
    const auto knownOffset = m_client.clockOffset().value_or(std::chrono::milliseconds(0));
    QUrl url = list->isResumed ? list->place : firstPage(*list);
    bool isFirst = !list->isResumed;
    for (int pages = 0; pages < maximumPages; ++pages) {
        if (list->visited.contains(url))
            co_return problem(ProblemKind::BadData, QStringLiteral("the next links run in a circle"), true);
        list->visited.insert(url);
        Result<HttpResponse> response = co_await m_client.get(url);
        if (!response)
            co_return failure(response.error());

        if (response->status != 200) {
            const bool isForComparing =
                list->step.how == PullStep::How::WholeList || (list->step.how == PullStep::How::Changes && !list->cursor.isValid());
            if (response->status == 304 && !isForComparing)
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
            const bool isForgotten = response->status == 410
                || (list->isResumed && !list->hasRead && (response->status == 400 || isRefusal(response->status)));
            if (!isFirst && isForgotten && !list->isRestarted) {
                startOver(*list);
                isFirst = true;
                url = firstPage(*list);
                continue;
            }
            if (isFirst && isRefusal(response->status, list->step)) {
                list->refusal = response->status;
                co_return Result<void>();
            }
            if (response->status < 300)
                co_return problem(ProblemKind::BadData, QStringLiteral("search answered with another success"), true);
            co_return failure(problemFor(*response));
        }

        Result<fhir::Page> read = fhir::readPage(response->body);
        if (!read)
            co_return failure(read.error());
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
        list->isDoubtful = list->isDoubtful
            || std::any_of(read->entries.cbegin(), read->entries.cend(),
                           [&](const fhir::Slice &slice) { return slice.type != list->step.type; });
        const qsizetype entries = read->entries.size();
        const fhir::Page page = sifted(list->step, std::move(*read));
        list->hasDropped = list->hasDropped || page.entries.size() < entries;
        list->hasPassedOver = list->hasPassedOver || page.skipped > 0;
        if (Result<void> kept = keep(list->step, page); !kept)
            co_return kept;
        if (m_life->isOver) // who listened to the change may have closed all this
            co_return cancelled();
        list->hasRead = true;
        for (const fhir::Slice &slice : page.entries) {
            list->listed.insert(slice.id);
            if (slice.lastUpdated.isValid() && (!list->newest.isValid() || slice.lastUpdated > list->newest))
                list->newest = slice.lastUpdated;
        }
        if (page.next.isEmpty())
            co_return Result<void>();
        const std::optional<QUrl> next = m_client.resolved(page.next);
        if (!next)
            co_return problem(ProblemKind::BadData, QStringLiteral("a next link to another origin"), true);
        url = *next;
        isFirst = false;
        list->place = url;
        if (pages % pagesPerPlace == pagesPerPlace - 1)
            keepPlace(*list);
        Result<void> between = co_await m_betweenPages();
        if (m_life->isOver)
            co_return cancelled();
        if (!between)
            co_return between;
    }
    if (list->step.how == PullStep::How::Changes && !list->canResume) { // only to compare
        list->isCut = true;
        co_return Result<void>();
    }
    co_return problem(ProblemKind::BadData, QStringLiteral("more than 200 pages"));
}

Result<void> Pull::finish(const List &list)
{
    switch (list.step.how) {
    case PullStep::How::Changes: {
        // Over several runs, what changed after the first page was read may have stood on a page that was read before.
        const QDateTime newest = list.isResumed ? std::min(notAfterNow(list.newest), list.began) : notAfterNow(list.newest);
        forgetPlace(list);
        if (newest.isValid() && newest != list.cursor)
            return m_store.setCursor(list.step.type, newest);
        return {};
    }
    case PullStep::How::WholeList: return list.isDoubtful ? Result<void>() : removeUnlisted(list.step, list.listed);
    default: setFresh(list.step.type); return {};
    }
}

bool Pull::isMine(const QByteArray &json) const
{
    return m_identity.role == Role::Relative ? fhir::isForRelative(json, m_identity.relatedPersonId, m_identity.patientId)
                                             : fhir::isAboutPatient(json, m_identity.patientId);
}

/// The page without what is not ours. One such record must not hold up the others for ever.
fhir::Page Pull::sifted(const PullStep &step, fhir::Page page)
{
    if (step.isTimesOnly)
        page.entries.removeIf([&](const fhir::Slice &slice) {
            const bool isOfAnother =
                slice.json.contains("\"participant\"") && !fhir::isAboutPatient(slice.json, m_identity.patientId);
            return !fhir::isTimeAlone(slice.json) || isOfAnother;
        });
    // What is for staff alone has no place on the device, even where a server gives it.
    if (step.type == u"Flag")
        page.entries.removeIf(
            [](const fhir::Slice &slice) { return slice.type == u"Flag" && !fhir::isFlagForPatient(slice.json); });
    page.entries.removeIf([&](const fhir::Slice &slice) {
        const bool isAsked = slice.type == step.type;
        if (step.isTimesOnly)
            return false;
        if (isAsked && isMine(slice.json))
            return false;
        qCWarning(logSync).noquote() << step.type << (isAsked ? "a record of somebody else" : "a record of another type")
                                     << "dropped";
        const QString name = QString(slice.type % u'/' % slice.id % u'/' % slice.versionId);
        if (!m_told.contains(name)) {
            m_dropped.insert(name);
            m_hasForeign = m_hasForeign || isAsked;
        }
        return true;
    });
    return page;
}

/// Only what came through sifted().
Result<void> Pull::keep(const PullStep &step, const fhir::Page &page)
{
    m_hasAnswer = true;
    if (page.skipped)
        qCWarning(logSync).noquote() << step.type << "entries passed over:" << page.skipped;
    setPart(SyncPart::State::Loading, int(page.entries.size()));
    return m_life->isOver ? Result<void>(cancelled()) : store(page);
}

Result<void> Pull::store(const fhir::Page &page)
{
    QList<StoredRecord> records;
    bool isChanged = false;
    for (const fhir::Slice &slice : page.entries) {
        if (!slice.isEnteredInError) {
            records << recordFrom(slice, m_clock.localZone(), m_client);
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
    if (isChanged)
        tellRecordsChangedSoon();
    return {};
}

Result<void> Pull::removeUnlisted(const PullStep &step, const QSet<QString> &listed)
{
    const QString type = step.type;
    const auto stored = m_store.records(type, 100000);
    if (!stored)
        return failure(stored.error());
    bool isChanged = false;
    for (const QByteArray &json : *stored) {
        const auto slice = fhir::readResource(json);
        const bool isOfStep = m_identity.role == Role::Patient || fhir::isTimeAlone(json) == step.isTimesOnly;
        if (!slice || !isOfStep || listed.contains(slice->id))
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
        if (auto removed = removeUnlisted(step, {}); !removed)
            return removed;
    }
    return {};
}

} // namespace handrail
