// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/SheetBringing.h"

#include "care/Schedule.h"
#include "core/Ids.h"

#include <QCryptographicHash>

namespace handrail {

namespace {

constexpr int daysAhead = 60;
constexpr qint64 holdSeconds = 10;

QByteArray digestOf(const SheetWords &words)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(words.title.toUtf8());
    for (const QString &part : words.parts) {
        hash.addData(QByteArrayView("\0", 1));
        hash.addData(part.toUtf8());
    }
    return hash.result().toHex();
}

/// It is there and cannot have left.
bool isHere(const OutboxItem &item)
{
    return item.state == OutboxState::Queued || item.state == OutboxState::NeedsAuth || item.state == OutboxState::Kept;
}

} // namespace

std::optional<Session> nextOneOnOne(const Records &records, const QDateTime &nowUtc)
{
    const QDate today = nowUtc.date();
    QList<Session> sessions = records.sessions(today.addDays(-1), today.addDays(daysAhead)).value_or(QList<Session>());
    sessions.removeIf([](const Session &session) { return session.kind != SessionKind::Individual; });
    return nextSession(sessions, nowUtc);
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
    const auto sent = [&] { return digestOf(m_reader(sheet)) == bringing.digest ? BringState::Sent : BringState::SentOther; };
    if (bringing.sentAt.isValid()) {
        facts.state = sent();
        return facts;
    }
    if (bringing.identifier.isEmpty()) {
        facts.state = BringState::NoSession;
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

// The sheet first: it never says that only the person sees it when something of it waits. If the power goes in between, it says that nothing waits.
Result<void> Bringing::queue(OwnSheet sheet)
{
    const SheetWords words = m_reader(sheet);
    if (words.parts.isEmpty())
        return problem(ProblemKind::BadData, QStringLiteral("own sheet: blank"));
    const std::optional<Session> session = nextOneOnOne(m_records, m_clock.nowUtc());
    sheet.bringing.isOn = true;
    sheet.bringing.sentAt = {};
    sheet.bringing.sessionId = session ? session->id : QString();
    sheet.bringing.digest = session ? digestOf(words) : QByteArray();
    sheet.bringing.identifier = session ? urn(newId()) : QString();
    if (const Result<void> kept = keepOwnSheet(m_records, sheet); !kept || !session)
        return kept;
    const QDateTime now = m_clock.nowUtc();
    return m_records.queueSheet(sheet.bringing.identifier, *session, words.title, words.parts,
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
        return queue(sheet);
    if (!now.canSwitch())
        return problem(ProblemKind::Conflict, QStringLiteral("own sheet: it has left"));
    if (now.state != BringState::TakenOut && !sheet.bringing.identifier.isEmpty()) {
        if (const Result<bool> withdrawn = m_records.withdraw(sheet.bringing.identifier); !withdrawn)
            return tl::make_unexpected(withdrawn.error());
    }
    sheet.bringing = {};
    return keepOwnSheet(m_records, sheet);
}

Result<void> Bringing::sendAgain(const QString &id)
{
    const Result<std::optional<OwnSheet>> known = ownSheet(m_records, id);
    if (!known)
        return tl::make_unexpected(known.error());
    if (!*known)
        return problem(ProblemKind::NotFound, QStringLiteral("own sheet"));
    if (facts(**known).state != BringState::SentOther)
        return problem(ProblemKind::Conflict, QStringLiteral("own sheet: not changed since it was sent"));
    return queue(**known);
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
    if (now.state != BringState::Held && now.state != BringState::Waiting)
        return {};
    const SheetWords words = m_reader(sheet);
    if (words.parts.isEmpty())
        return setOn(id, false); // all was taken back
    const QByteArray digest = digestOf(words);
    if (digest == sheet.bringing.digest || !now.session)
        return {};
    // The item first: what the sheet says was sent is never more than what was.
    const QDateTime at = m_clock.nowUtc();
    if (const Result<void> queued =
            m_records.queueSheet(sheet.bringing.identifier, *now.session, words.title, words.parts,
                                 at.toOffsetFromUtc(at.toTimeZone(m_clock.localZone()).offsetFromUtc()), soon());
        !queued)
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
        if (!known)
            return tl::make_unexpected(known.error());
        if (!*known)
            continue;
        OwnSheet sheet = **known;
        const BringFacts now = facts(sheet);
        Result<void> done;
        if (now.state == BringState::Sent || now.state == BringState::SentOther) {
            sheet.bringing.sentAt = now.sentAt;
            done = keepOwnSheet(m_records, sheet);
        } else if (now.state == BringState::NoSession && nextOneOnOne(m_records, m_clock.nowUtc())) {
            done = queue(sheet);
        }
        if (!done && done.error().kind != ProblemKind::BadData)
            return done;
    }
    return {};
}

} // namespace handrail
