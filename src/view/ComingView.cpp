// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/ComingView.h"

#include "care/Attendance.h"
#include "care/Schedule.h"
#include "care/Travel.h"
#include "view/MinuteTimer.h"
#include "view/ProblemText.h"
#include "view/RequestText.h"

namespace handrail {

namespace {

constexpr qint64 soonSeconds = 36 * 3600;
constexpr qsizetype longestTitle = 200;
constexpr qsizetype longestReason = 1000;

QString aboutOf(const Session &session)
{
    return u"Appointment/" + session.id;
}

} // namespace

ComingView::ComingView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
    , m_minute(minute)
{
    connect(&account, &Account::stateChanged, this, &ComingView::refresh);
    connect(&account, &Account::recordsChanged, &m_refresh, &OncePerTurn::ask);
    connect(&account, &Account::outboxChanged, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::changed, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::languageChanged, this, &ComingView::refresh);
    connect(&minute, &MinuteTimer::turned, this, &ComingView::refresh);
}

void ComingView::setSessionId(const QString &id)
{
    if (id != m_id)
        m_failure = Failure::None;
    m_id = id;
    refresh();
}

void ComingView::settle()
{
    m_isSettled = true;
    refresh();
}

std::optional<Session> ComingView::find() const
{
    const Records *records = m_account.records();
    return records && !m_id.isEmpty() ? records->session(m_id).value_or(std::nullopt) : std::nullopt;
}

Role ComingView::role() const
{
    const Records *records = m_account.records();
    return records ? records->identity().role : Role::Patient;
}

SessionItem ComingView::itemOf(const Session &session, const TimeText &text) const
{
    return sessionItem(session, {}, m_clock, text, role());
}

QVariantList ComingView::linesOf(const Session &session, const QList<Message> &messages, bool isSoonList)
{
    const TimeText text(m_preferences.locale(), m_preferences.textScale());
    const QDateTime now = m_clock.nowUtc();
    const SyncEngine *sync = m_account.sync();
    QList<RequestLine> lines;
    if (const auto line = comingLine(session, sync ? sync->inFlight() : std::nullopt, text, m_clock))
        lines << *line;
    for (const MessageKind kind : {MessageKind::Ride, MessageKind::Swap}) {
        if (const Message *message = newestRequest(messages, kind, aboutOf(session)))
            lines << requestLine(*message, session, text, m_clock);
    }
    QVariantList maps;
    for (const RequestLine &line : std::as_const(lines)) {
        m_minute.lookAt(line.callFrom());
        const bool hasArrived = line.way == RequestLine::Way::Sent || line.way == RequestLine::Way::Seen;
        if (isSoonList && hasArrived && now.secsTo(session.start) > soonSeconds && role() == Role::Patient)
            continue;
        QVariantMap map = line.toMap(now);
        map.insert(QStringLiteral("sessionId"), session.id);
        if (isSoonList) {
            const SessionItem item = itemOf(session, text);
            map.insert(QStringLiteral("text"),
                       tr("%1 · %2\n%3", "a session, when it is, and what became of what was said")
                           .arg(item.title, item.whenText, line.text));
        }
        maps << map;
    }
    return maps;
}

void ComingView::refresh()
{
    const Records *records = m_account.records();
    m_lines.clear();
    m_soonLines.clear();
    m_item = {};
    m_canSayCome = false;
    m_canAskRide = false;
    m_canAskOtherTime = false;
    if (!records) {
        m_id.clear();
        m_failure = Failure::None;
        Q_EMIT changed();
        return;
    }
    if (m_isSettled || !m_id.isEmpty()) {
        const bool isPatient = role() == Role::Patient;
        const QDate today = m_clock.today();
        const QList<Session> soon = m_isSettled
            ? records->sessions(today.addDays(-1), today.addDays(daysKnown)).value_or(QList<Session>())
            : QList<Session>();
        const std::optional<Session> session = find();
        QStringList abouts;
        if (session && isPatient)
            abouts << aboutOf(*session);
        for (const Session &one : isPatient ? soon : QList<Session>())
            abouts << aboutOf(one);
        const QList<Message> messages = isPatient ? records->messagesAbout(abouts) : QList<Message>();
        if (session) {
            m_item = itemOf(*session, TimeText(m_preferences.locale(), m_preferences.textScale()));
            m_lines = linesOf(*session, messages, false);
            const bool isToldSo =
                session->said && session->said->coming == Coming::Accepted && session->said->way != ComingSaid::Way::Refused;
            m_canSayCome =
                m_item.state == Sessions::Declined || (m_item.canDecline && m_item.state == Sessions::Upcoming && !isToldSo);
            const auto isOpenWish = [&](MessageKind kind) {
                return isPatient && m_item.canDecline && canSayAgain(newestRequest(messages, kind, aboutOf(*session)), *session);
            };
            const bool isThere = !session->isVideo || !placeOf(*session).isEmpty();
            m_canAskRide = isOpenWish(MessageKind::Ride) && isThere && !session->isUnconfirmed();
            m_canAskOtherTime = isOpenWish(MessageKind::Swap) && m_item.state == Sessions::Upcoming;
        }
        for (const Session &one : soon) {
            if (one.start.isValid() && !isOver(one, m_clock.nowUtc()) && !one.isCancelled())
                m_soonLines += linesOf(one, messages, true);
        }
    }
    Q_EMIT changed();
}

QString ComingView::closedText() const
{
    if (!m_item.isValid)
        return tr("This session is not there any more. Your clinic may have changed it.");
    switch (m_item.state) {
    case Sessions::Cancelled: {
        const std::optional<Session> session = find();
        // Who called it off is no relative's to know.
        switch (session && role() == Role::Patient ? presenceOf(*session) : Presence::Cancelled) {
        case Presence::CalledOff: return tr("You called this session off. Nothing you need to do.");
        case Presence::CancelledByClinic: return tr("Your clinic cancelled this session. Nothing you need to do.");
        default: return tr("This session was cancelled. Nothing you need to do.");
        }
    }
    case Sessions::Attended:
    case Sessions::Past: return tr("This session is over.");
    default: break;
    }
    return m_item.canDecline || m_item.state == Sessions::Declined ? QString()
                                                                   : tr("The time of this session is not known. Please call.");
}

QString ComingView::message() const
{
    switch (m_failure) {
    case Failure::None: break;
    case Failure::Gone:
    case Failure::Closed: return closedText();
    case Failure::NotSaved: return problemText(m_problem).inOne();
    }
    return {};
}

void ComingView::clearMessage()
{
    if (std::exchange(m_failure, Failure::None) != Failure::None)
        Q_EMIT changed();
}

bool ComingView::isOpen(const std::optional<Session> &session)
{
    refresh();
    m_failure = !session ? Failure::Gone : !closedText().isEmpty() ? Failure::Closed : Failure::None;
    if (m_failure != Failure::None)
        Q_EMIT changed();
    return m_failure == Failure::None;
}

bool ComingView::settleWith(const Result<void> &saved)
{
    if (!saved) {
        m_problem = saved.error();
        m_failure = Failure::NotSaved;
        Q_EMIT changed();
        return false;
    }
    m_account.sendSoon();
    refresh();
    return true;
}

bool ComingView::tell(Word word, const QString &reason)
{
    const std::optional<Session> session = find();
    if (!isOpen(session))
        return false;
    Coming coming = Coming::Accepted;
    QString comment;
    if (word == CannotCome) {
        coming = Coming::Declined;
        comment = reason;
    } else if (word == Late) {
        coming = Coming::Late;
        comment = reason.isEmpty() ? tr("Running late") : tr("Running late: %1").arg(reason);
    }
    return settleWith(m_account.records()->queueRsvp(*session, coming, comment, m_clock.nowUtc()));
}

QString ComingView::named(const Session &session) const
{
    // The clinic reads it on another day: no "today".
    const TimeText text(m_preferences.locale());
    const SessionItem item = sessionItem(session, {}, m_clock, text);
    return tr("%1, %2, %3").arg(item.title.left(longestTitle), text.longDay(dayOf(session, m_clock.localZone())), item.timeText);
}

bool ComingView::ask(Wish wish, const QString &reason)
{
    const std::optional<Session> session = find();
    if (!isOpen(session))
        return false;
    if (!(wish == Ride ? m_canAskRide : m_canAskOtherTime))
        return true; // it is on its way already
    MessageDraft draft;
    draft.kind = wish == Ride ? MessageKind::Ride : MessageKind::Swap;
    draft.about = aboutOf(*session);
    draft.aboutStart = session->start;
    draft.text = wish == Ride ? tr("I need a ride to this session: %1.").arg(named(*session))
                              : tr("I can’t come at this time: %1. Can I come at another time?").arg(named(*session));
    if (!reason.isEmpty())
        draft.text += u' ' + tr("What is going on: %1.").arg(reason.left(longestReason));
    const Result<QString> queued = m_account.records()->queueMessage(draft, m_clock.nowUtc());
    return settleWith(queued ? Result<void>() : tl::make_unexpected(queued.error()));
}

} // namespace handrail
