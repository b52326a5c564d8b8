// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/AttendanceView.h"

#include "care/Schedule.h"
#include "view/ConsentText.h"
#include "view/MinuteTimer.h"
#include "view/ProblemText.h"
#include "view/RequestText.h"
#include "view/SessionItem.h"

#include <algorithm>

namespace handrail {

namespace {

constexpr int yearsBack = 10; // as far as Progress looks
constexpr int rowsAtOnce = 50;
constexpr int messagesPerRow = 8; // that are looked at for what was contested
constexpr int letterDays = 14;
constexpr int farthestDays = 366;
constexpr qsizetype longestTitle = 200;

QString noteOf(Presence presence)
{
    switch (presence) {
    case Presence::Attended: return AttendanceView::tr("You were there");
    case Presence::NotAttended: return AttendanceView::tr("Marked as missed");
    case Presence::Cancelled: return AttendanceView::tr("Cancelled");
    case Presence::CancelledByClinic: return AttendanceView::tr("Cancelled by the clinic");
    case Presence::CalledOff: return AttendanceView::tr("Called off by you");
    case Presence::Unmarked: break;
    }
    return AttendanceView::tr("Not marked yet");
}

QString iconOf(Presence presence)
{
    switch (presence) {
    case Presence::Attended: return QStringLiteral("check-circle");
    case Presence::Cancelled:
    case Presence::CancelledByClinic:
    case Presence::CalledOff: return QStringLiteral("close");
    default: return QStringLiteral("checkbox-blank-circle-outline");
    }
}

} // namespace

AttendanceView::AttendanceView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute,
                               QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
    , m_minute(minute)
{
    connect(&account, &Account::stateChanged, this, &AttendanceView::refresh);
    connect(&account, &Account::recordsChanged, &m_refresh, &OncePerTurn::ask);
    connect(&account, &Account::outboxChanged, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::changed, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::languageChanged, this, &AttendanceView::refresh);
    connect(&minute, &MinuteTimer::turned, this, &AttendanceView::refresh);
}

void AttendanceView::setOpen(bool isOpen)
{
    if (isOpen == m_isOpen)
        return;
    m_isOpen = isOpen;
    m_mostRows = rowsAtOnce;
    m_message.clear();
    beginLetter();
    refresh();
}

void AttendanceView::beginLetter()
{
    m_letterTo = m_clock.today();
    m_letterFrom = m_letterTo.addDays(1 - letterDays);
}

void AttendanceView::refresh()
{
    m_sinceText.clear();
    m_attendanceText.clear();
    m_hoursText.clear();
    m_weekText.clear();
    m_weekPercent = -1;
    m_weekSpoken.clear();
    m_restText.clear();
    m_sessions.clear();
    m_hiddenSessions = 0;
    m_letter.clear();
    const Records *records = m_isOpen ? m_account.records() : nullptr;
    if (!records) {
        Q_EMIT changed();
        return;
    }
    const TimeText text(m_preferences.locale(), m_preferences.textScale());
    const QDateTime now = m_clock.nowUtc();
    const QDate today = now.toTimeZone(m_clock.localZone()).date();
    const QDate earliest = today.addYears(-yearsBack);
    const QDate monday = weekStart(today);
    const QList<Session> all = records->sessions(earliest.addDays(-1), monday.addDays(7)).value_or(QList<Session>());
    QList<Session> past = pastSessions(all, records->identity().patientId, now, m_clock.localZone(), earliest, today.addDays(1));
    // What is older may not all be here: then it is in no number.
    const QDate since = records->sessionsSince(today);
    QList<Session> whole = past;
    whole.removeIf([&](const Session &session) { return since.isValid() && dayOf(session, m_clock.localZone()) < since; });
    m_sinceText = since.isValid() ? tr("Since %1").arg(fullDate(since, text)) : QString();
    const Attendance counted = attendanceOf(whole);
    const int marked = counted.attended + counted.notAttended;
    if (marked > 0)
        m_attendanceText = tr("You came to %1 of %n session(s).", nullptr, marked).arg(counted.attended);
    if (counted.minutesPlanned > 0)
        m_hoursText = tr("%1 of %2 planned hours.").arg(hours(counted.minutesAttended), hours(counted.minutesPlanned));
    if (!since.isValid() || since <= monday)
        readWeek(weekHours(all, records->identity().patientId, m_clock.localZone(), monday));
    QStringList rest;
    if (counted.unmarked > 0)
        rest << tr("Not marked by your clinic yet: %1").arg(counted.unmarked);
    if (counted.cancelled > 0)
        rest << tr("Cancelled: %1").arg(counted.cancelled);
    if (counted.cancelledByClinic > 0)
        rest << tr("Cancelled by the clinic: %1").arg(counted.cancelledByClinic);
    if (counted.calledOff > 0)
        rest << tr("Called off by you: %1").arg(counted.calledOff);
    if (counted.withoutEnd > 0)
        rest << tr("Without an end time, not in the hours: %1").arg(counted.withoutEnd);
    m_restText = rest.join(u'\n');

    const QList<Message> messages = records->messages(messagesPerRow * m_mostRows);
    std::reverse(past.begin(), past.end());
    m_hiddenSessions = int(std::max<qsizetype>(0, past.size() - m_mostRows));
    for (const Session &session : past.mid(0, m_mostRows)) {
        const Presence presence = presenceOf(session);
        const SessionItem item = sessionItem(session, {}, m_clock, text);
        QVariantMap line;
        const Message *said = newestRequest(messages, MessageKind::Attendance, u"Appointment/" + session.id);
        if (said) {
            const RequestLine request = requestLine(*said, text, m_clock);
            m_minute.lookAt(request.callFrom());
            line = request.toMap(now);
        }
        m_sessions << QVariantMap{{QStringLiteral("id"), session.id},
                                  {QStringLiteral("title"), item.title},
                                  {QStringLiteral("when"), item.whenText},
                                  {QStringLiteral("note"), noteOf(presence)},
                                  {QStringLiteral("iconName"), iconOf(presence)},
                                  {QStringLiteral("canContest"), canSayAgain(said, session)},
                                  {QStringLiteral("line"), line}};
    }
    if (const Message *asked = newestRequest(messages, MessageKind::Letter, {})) {
        const RequestLine request = requestLine(*asked, text, m_clock);
        m_minute.lookAt(request.callFrom());
        m_letter = request.toMap(now);
    }
    Q_EMIT changed();
}

QString AttendanceView::hours(int minutes) const
{
    return m_preferences.locale().toString(minutes / 60.0, 'f', minutes % 60 == 0 ? 0 : 1);
}

void AttendanceView::readWeek(const WeekHours &week)
{
    if (week.minutesPlanned == 0)
        return;
    const QString planned = hours(week.minutesPlanned), attended = hours(week.minutesAttended);
    m_weekText = week.withoutEnd > 0 ? tr("Hours planned this week: at least %1.").arg(planned)
                                     : tr("Hours planned this week: %1.").arg(planned);
    if (week.minutesAttended > 0)
        m_weekText += u' ' + tr("You were there for %1 so far.").arg(attended);
    if (week.withoutEnd > 0)
        return; // of what, nobody can draw
    m_weekPercent = int(100.0 * week.minutesAttended / week.minutesPlanned);
    m_weekSpoken = tr("%1 of %2 planned hours this week").arg(attended, planned);
}

void AttendanceView::showMore()
{
    m_mostRows += rowsAtOnce;
    refresh();
}

bool AttendanceView::send(const MessageDraft &draft)
{
    m_message.clear();
    const Result<QString> queued = m_account.records()->queueMessage(draft, m_clock.nowUtc());
    if (queued)
        m_account.sendSoon();
    else
        m_message = problemText(queued.error()).inOne();
    refresh();
    return queued.has_value();
}

bool AttendanceView::contest(const QString &sessionId)
{
    const Records *records = m_account.records();
    const std::optional<Session> session = records ? records->session(sessionId).value_or(std::nullopt) : std::nullopt;
    if (!session) {
        m_message = tr("This session is not there any more. Please call your clinic.");
        refresh();
        return false;
    }
    const TimeText text(m_preferences.locale());
    const SessionItem item = sessionItem(*session, {}, m_clock, text);
    MessageDraft draft;
    draft.kind = MessageKind::Attendance;
    draft.about = u"Appointment/" + session->id;
    draft.text = tr("Please look at your record of %1, %2, %3. It says: %4. I think that is not right.")
                     .arg(item.title.left(longestTitle), text.longDay(dayOf(*session, m_clock.localZone())), item.timeText,
                          noteOf(presenceOf(*session)));
    return send(draft);
}

QString AttendanceView::letterFromText() const
{
    return TimeText(m_preferences.locale()).shortDay(m_letterFrom);
}

QString AttendanceView::letterToText() const
{
    return TimeText(m_preferences.locale()).shortDay(m_letterTo);
}

void AttendanceView::moveLetterFrom(int days)
{
    const QDate today = m_clock.today();
    m_letterFrom = std::clamp(m_letterFrom.addDays(days), today.addDays(-farthestDays), m_letterTo);
    Q_EMIT changed();
}

void AttendanceView::moveLetterTo(int days)
{
    const QDate today = m_clock.today();
    m_letterTo = std::clamp(m_letterTo.addDays(days), m_letterFrom, today.addDays(farthestDays));
    Q_EMIT changed();
}

bool AttendanceView::askLetter(LetterFor who)
{
    if (!m_account.records())
        return false;
    const QLocale &locale = m_preferences.locale();
    const QString from = locale.toString(m_letterFrom, QLocale::LongFormat);
    const QString to = locale.toString(m_letterTo, QLocale::LongFormat);
    MessageDraft draft;
    draft.kind = MessageKind::Letter;
    switch (who) {
    case Work: draft.text = tr("Please write a letter for my work, for %1 to %2.").arg(from, to); break;
    case School: draft.text = tr("Please write a letter for my school, for %1 to %2.").arg(from, to); break;
    case Anybody: draft.text = tr("Please write me a letter, for %1 to %2.").arg(from, to); break;
    }
    draft.text += u' ' + tr("Please say that I had appointments, and not what for.");
    return send(draft);
}

} // namespace handrail
