// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/SheetBringing.h"

#include "care/Schedule.h"
#include "core/Ids.h"

namespace handrail {

namespace {

constexpr qint64 holdSeconds = 10;

/// It is there and cannot have left.
bool isHere(const OutboxItem &item)
{
    return item.isHere() || item.state == OutboxState::Kept;
}

} // namespace

Result<std::optional<Session>> nextOneOnOne(const Records &records, const QDateTime &nowUtc)
{
    const QDate today = nowUtc.date();
    Result<QList<Session>> sessions = records.sessions(today.addDays(-1), today.addDays(daysKnown));
    if (!sessions)
        return tl::make_unexpected(sessions.error());
    sessions->removeIf([](const Session &session) { return session.kind != SessionKind::Individual; });
    return nextSession(*sessions, nowUtc);
}

Bringing::Bringing(Records &records, const Clock &clock, SheetReader reader)
    : m_records(records)
    , m_clock(clock)
    , m_reader(std::move(reader))
{
}

QDateTime Bringing::soon() const
{
    return m_clock.nowUtc().addSecs(holdSeconds);
}

BringFacts Bringing::facts(const OwnSheet &sheet) const
{
    const SheetBringing &bringing = sheet.bringing;
    BringFacts facts;
    if (!bringing.isOn)
        return facts;
    if (!bringing.sessionId.isEmpty())
        facts.session = m_records.session(bringing.sessionId).value_or(std::nullopt);
    facts.sentAt = bringing.sentAt;
    // Without a digest nobody can tell, and it is not said that somebody changed it.
    const bool isSame = bringing.digest.isEmpty() || contentDigest(sheet) == bringing.digest;
    const auto sent = [&] { return isSame ? BringState::Sent : BringState::SentOther; };
    if (bringing.sentAt.isValid()) {
        facts.state = sent();
        return facts;
    }
    if (bringing.identifier.isEmpty()) {
        facts.state = isSame && !bringing.waiting.isEmpty() ? BringState::NoSession : BringState::NoSessionOther;
        return facts;
    }
    const Result<std::optional<OutboxItem>> item = m_records.store().outbox().find(bringing.identifier);
    if (!item) { // nobody can tell now
        facts.state = BringState::Unsure;
    } else if (!*item) {
        facts.state = BringState::TakenOut;
    } else if ((*item)->state == OutboxState::Done) {
        facts.sentAt = (*item)->doneAt;
        facts.state = sent();
    } else if ((*item)->state == OutboxState::Rejected) {
        facts.state = BringState::Refused;
    } else if (!isHere(**item)) {
        facts.state = BringState::Unsure;
    } else {
        facts.state = (*item)->attempts == 0 && (*item)->retryAt > m_clock.nowUtc() ? BringState::Held : BringState::Waiting;
    }
    return facts;
}

Result<void> Bringing::begin(OwnSheet sheet)
{
    const SheetWords words = m_reader(sheet);
    if (words.parts.isEmpty())
        return problem(ProblemKind::BadData, QStringLiteral("own sheet: blank"));
    const Result<std::optional<Session>> session = nextOneOnOne(m_records, m_clock.nowUtc());
    if (!session)
        return tl::make_unexpected(session.error());
    sheet.bringing = {};
    sheet.bringing.isOn = true;
    sheet.bringing.digest = contentDigest(sheet);
    if (*session)
        return queue(sheet, **session, words);
    sheet.bringing.waiting = QStringList(words.title) + words.parts;
    return keepOwnSheet(m_records, sheet);
}

// The sheet first: it never says that only the person sees it when something of it waits. If the power goes in between, it says that nothing waits.
Result<void> Bringing::queue(OwnSheet sheet, const Session &session, const SheetWords &words)
{
    sheet.bringing.sessionId = session.id;
    sheet.bringing.identifier = urn(newId());
    if (const Result<void> kept = keepOwnSheet(m_records, sheet); !kept)
        return kept;
    return put(sheet, session, words);
}

Result<void> Bringing::put(const OwnSheet &sheet, const Session &session, const SheetWords &words)
{
    const QDateTime now = m_clock.nowUtc();
    return m_records.queueSheet(sheet.bringing.identifier, session, words.title, words.parts,
                                now.toOffsetFromUtc(now.toTimeZone(m_clock.localZone()).offsetFromUtc()), soon());
}

Result<void> Bringing::setOn(const QString &id, bool isOn)
{
    const Result<std::optional<OwnSheet>> known = ownSheet(m_records, id);
    if (!known)
        return tl::make_unexpected(known.error());
    if (!*known)
        return problem(ProblemKind::NotFound, QStringLiteral("own sheet"));
    OwnSheet sheet = **known;
    const BringFacts now = facts(sheet);
    if (now.isOn() == isOn && (isOn || !sheet.bringing.isOn))
        return {};
    if (isOn)
        return begin(sheet);
    if (!now.canSwitch())
        return problem(ProblemKind::Conflict, QStringLiteral("own sheet: it has left"));
    if (now.state != BringState::TakenOut && !sheet.bringing.identifier.isEmpty()) {
        if (const Result<bool> withdrawn = m_records.withdraw(sheet.bringing.identifier); !withdrawn)
            return tl::make_unexpected(withdrawn.error());
    }
    sheet.bringing = {};
    return keepOwnSheet(m_records, sheet);
}

Result<void> Bringing::bringAsItIs(const QString &id)
{
    const Result<std::optional<OwnSheet>> known = ownSheet(m_records, id);
    if (!known)
        return tl::make_unexpected(known.error());
    if (!*known)
        return problem(ProblemKind::NotFound, QStringLiteral("own sheet"));
    if (!facts(**known).isOlder())
        return problem(ProblemKind::Conflict, QStringLiteral("own sheet: not changed since"));
    return begin(**known);
}

Result<void> Bringing::follow(const QString &id)
{
    const Result<QStringList> underWay = sheetsUnderWay(m_records);
    if (!underWay)
        return tl::make_unexpected(underWay.error());
    if (!underWay->contains(id))
        return {};
    const Result<std::optional<OwnSheet>> known = ownSheet(m_records, id);
    if (!known)
        return tl::make_unexpected(known.error());
    if (!*known)
        return {};
    OwnSheet sheet = **known;
    const BringFacts now = facts(sheet);
    const bool isToGo = now.state == BringState::Held || now.state == BringState::Waiting;
    const bool isForLater = now.state == BringState::NoSession || now.state == BringState::NoSessionOther;
    const SheetWords words = m_reader(sheet);
    if (words.parts.isEmpty() && (isToGo || isForLater))
        return setOn(id, false); // all was taken back
    // One that waited for its session stays as it was when it was switched on.
    const QByteArray digest = contentDigest(sheet);
    if (!isToGo || !sheet.bringing.waiting.isEmpty() || digest == sheet.bringing.digest || !now.session)
        return {};
    // The item first: what the sheet says was sent is never more than what was.
    if (const Result<void> queued = put(sheet, *now.session, words); !queued)
        return queued;
    sheet.bringing.digest = digest;
    return keepOwnSheet(m_records, sheet);
}

Result<void> Bringing::settle()
{
    const Result<QStringList> underWay = sheetsUnderWay(m_records);
    if (!underWay)
        return tl::make_unexpected(underWay.error());
    for (const QString &id : *underWay) {
        const Result<std::optional<OwnSheet>> known = ownSheet(m_records, id);
        if (!known && known.error().kind != ProblemKind::StoreBroken)
            return tl::make_unexpected(known.error());
        if (!known || !*known)
            continue; // one that cannot be read keeps back no other
        OwnSheet sheet = **known;
        const BringFacts now = facts(sheet);
        const bool isForLater = now.state == BringState::NoSession || now.state == BringState::NoSessionOther;
        Result<void> done;
        if (now.state == BringState::Sent || now.state == BringState::SentOther) {
            sheet.bringing.sentAt = now.sentAt;
            sheet.bringing.waiting.clear();
            done = keepOwnSheet(m_records, sheet);
        } else if (isForLater && !sheet.bringing.waiting.isEmpty()) {
            const Result<std::optional<Session>> session = nextOneOnOne(m_records, m_clock.nowUtc());
            if (!session)
                return tl::make_unexpected(session.error());
            if (*session)
                done = queue(sheet, **session, {sheet.bringing.waiting.constFirst(), sheet.bringing.waiting.mid(1)});
        }
        if (!done)
            return done;
    }
    return {};
}

} // namespace handrail
