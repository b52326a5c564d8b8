// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Log.h"
#include "sync/KeptRecord.h"
#include "sync/Pull.h"
#include "sync/Retry.h"

#include <algorithm>

namespace handrail {

namespace {

constexpr std::chrono::hours wholeEvery{7 * 24};
constexpr std::chrono::hours wholeAgainAfterDrops{24};
/// So many that seem to be gone are asked for in one run; the others have their turn in the next.
constexpr qsizetype mostAsked = 100;

tl::unexpected<Problem> failure(const Problem &problem)
{
    return tl::make_unexpected(problem);
}

QString wholeName(const QString &type)
{
    return QString(u"sync.whole." % type);
}

/// The answer to a read that says that the record is not there for us, or not ours.
bool isGone(const Problem &problem)
{
    return problem.httpStatus == 404 || problem.httpStatus == 410 || problem.httpStatus == 403
        || problem.kind == ProblemKind::WrongPatient;
}

} // namespace

/// A time that has not come yet is a mistake of the server's: as a cursor it would end the downloads of its type.
QDateTime Pull::notAfterNow(const QDateTime &lastUpdated) const
{
    return lastUpdated.isValid() ? std::min(lastUpdated, m_client.serverNow()) : lastUpdated;
}

/// After the changes, once a week: everything there is, compared with what is here. A first download is everything already.
QCoro::Task<Result<void>> Pull::pullWhole(std::shared_ptr<List> list)
{
    if (list->cursor.isValid()) {
        if (isNoted(wholeName(list->step.type), wholeEvery))
            co_return Result<void>();
        auto whole = std::make_shared<List>();
        whole->step = list->step;
        Result<void> read = co_await readList(whole);
        if (m_life->isOver)
            co_return cancelled();
        if (!read)
            co_return read;
        if (whole->refusal) // what is stored stays, as for any list that is refused
            co_return Result<void>();
        list = whole;
    }
    if (list->isResumed || list->isCut) { // not all of it was seen in this run, so nothing can be said of what it does not name
        note(wholeName(list->step.type));
        co_return Result<void>();
    }
    if (list->wasEmpty) { // what is here now has just been listed
        if (!list->listed.isEmpty())
            note(wholeName(list->step.type), list->hasDropped ? wholeEvery - wholeAgainAfterDrops : std::chrono::hours(0));
        co_return Result<void>();
    }
    Result<void> removed = co_await removeGone(list);
    if (m_life->isOver)
        co_return cancelled();
    co_return removed;
}

QCoro::Task<Result<void>> Pull::readAgain(QString type, QString id)
{
    Result<fhir::Page> page = co_await fetchOne(type, id);
    if (m_life->isOver)
        co_return cancelled();
    if (page) {
        const Result<void> stored = store(*page);
        tellUntold();
        co_return stored;
    }
    // A patient's server may let lists be read and not this; to a relative the same word says that the consent ended.
    const bool isKept = page.error().httpStatus == 403 && m_identity.role == Role::Patient;
    if (isGone(page.error()) && !isKept) {
        if (const auto removed = m_store.removeRecord(type, id); !removed)
            co_return removed;
        tellRecordsChanged();
    }
    co_return failure(page.error());
}

/// What is here and not in the list. Of a list that goes back some days only, nothing can be said of older records and of those without a
/// day.
QStringList Pull::unlisted(const List &whole) const
{
    QStringList ids;
    const auto stored = m_store.records(whole.step.type, 100000);
    if (!stored)
        return ids;
    QDate from;
    if (whole.step.daysBack > 0)
        from = m_client.serverNow().date().addDays(2 - whole.step.daysBack); // whatever the zones
    for (const QByteArray &json : *stored) {
        const auto slice = fhir::readResource(json);
        if (!slice || whole.listed.contains(slice->id))
            continue;
        const QDate day = from.isValid() ? recordFrom(*slice, m_clock.localZone()).day : QDate();
        if (!from.isValid() || (day.isValid() && day >= from))
            ids << slice->id;
    }
    return ids;
}

/// A record that the list does not name is asked for before it goes: lists come late on some servers, and shift while they are read.
QCoro::Task<Result<void>> Pull::removeGone(std::shared_ptr<List> whole)
{
    const QString type = whole->step.type;
    const QStringList missing = unlisted(*whole);
    bool isChanged = false;
    Result<void> result;
    for (const QString &id : missing.mid(0, mostAsked)) {
        Result<void> read = co_await readOne(type, id);
        if (m_life->isOver)
            co_return cancelled();
        if (!read && isGone(read.error())) {
            if (const auto removed = m_store.removeRecord(type, id); !removed) {
                result = removed;
                break;
            }
            isChanged = true;
        } else if (!read && (read.error().isRetryable || Retry::stopsRun(read.error()))) {
            result = read;
            break;
        }
    }
    if (isChanged)
        qCInfo(logSync).noquote() << type << "records are gone at the clinic";
    if (result && missing.size() <= mostAsked)
        note(wholeName(type), whole->hasDropped ? wholeEvery - wholeAgainAfterDrops : std::chrono::hours(0));
    if (isChanged)
        tellRecordsChanged();
    co_return result;
}

} // namespace handrail
