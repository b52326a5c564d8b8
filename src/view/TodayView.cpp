// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/TodayView.h"

#include "care/Attendance.h"
#include "care/CheckIn.h"
#include "care/ProgramWeek.h"
#include "care/Schedule.h"
#include "view/MinuteTimer.h"
#include "view/TravelView.h"

namespace handrail {

namespace {

constexpr int daysAhead = 14;
constexpr int comingUpRows = 6;

} // namespace

TodayView::TodayView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
{
    connect(&account, &Account::stateChanged, this, &TodayView::refresh);
    connect(&account, &Account::recordsChanged, &m_refresh, &OncePerTurn::ask);
    connect(&account, &Account::outboxChanged, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::changed, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::languageChanged, this, &TodayView::refresh);
    connect(&minute, &MinuteTimer::turned, this, &TodayView::refresh);
}

void TodayView::refresh()
{
    Records *records = m_account.records();
    if (!records) {
        // Nothing of one person may stay on the page for the next.
        m_next = {};
        m_leaveByText.clear();
        m_greeting.clear();
        m_checkInState = NoForm;
        m_checkInText.clear();
        m_weekText.clear();
        m_phaseText.clear();
        m_rail.clear();
        m_railWeek = 0;
        m_railPhase = 0;
        m_railSpoken.clear();
        m_weekCountText.clear();
        m_weekDays.clear();
        m_comingUp.setDays({});
        Q_EMIT changed();
        return;
    }
    const TimeText text(m_preferences.locale(), m_preferences.textScale());
    const QDate today = m_clock.nowUtc().toTimeZone(m_clock.localZone()).date();
    const QString given = records->name().given;
    m_greeting = given.isEmpty() ? tr("Hi") : tr("Hi, %1").arg(given);
    refreshSessions(*records, today);
    refreshProgram(*records, today);
    refreshCheckIn(*records);
    m_dateText = text.longDay(today);
    Q_EMIT changed();
}

void TodayView::refreshSessions(Records &records, const QDate &today)
{
    const TimeText text(m_preferences.locale(), m_preferences.textScale());
    const QDateTime now = m_clock.nowUtc();
    // A day more on each side: the session's zone may be on another date than this device's.
    const QList<Session> sessions =
        records.sessions(weekStart(today).addDays(-1), today.addDays(daysAhead)).value_or(QList<Session>());
    const std::optional<Session> next = nextSession(sessions, now);
    m_next = next ? sessionItem(*next, records.address(next->locationId), m_clock, text) : SessionItem();
    m_leaveByText = next ? handrail::leaveByText(*next, travels(records.store()), m_clock, text) : QString();

    QList<AgendaModel::Day> days;
    int shown = 0;
    QList<Session> week;
    for (const Session &session : sessions) {
        const QDate day = dayOf(session, m_clock.localZone());
        if (day >= weekStart(today) && day <= weekStart(today).addDays(6))
            week << session;
        if (!isOver(session, now) && session.id != m_next.id && shown < comingUpRows) {
            const QDate sessionToday = now.toTimeZone(zoneOf(session, m_clock.localZone())).date();
            addSession(days, day, text.dayHeading(day, sessionToday), sessionItem(session, {}, m_clock, text));
            ++shown;
        }
    }
    m_comingUp.setDays(days);

    m_weekDays.clear();
    int attended = 0;
    const QList<Session> counted = countedSessions(week);
    for (const Session &session : counted) {
        const bool isDone = presenceOf(session) == Presence::Attended;
        attended += isDone;
        const QString label = text.weekday(dayOf(session, m_clock.localZone()));
        m_weekDays << QVariantMap{{QStringLiteral("label"), label},
                                  {QStringLiteral("isDone"), isDone},
                                  {QStringLiteral("spoken"), isDone ? tr("%1, you were there").arg(label) : label}};
    }
    m_weekCountText = counted.isEmpty() ? tr("No sessions this week") : tr("%1 of %2 this week").arg(attended).arg(counted.size());
}

void TodayView::refreshProgram(const Records &records, const QDate &today)
{
    m_rail.clear();
    m_railWeek = 0;
    m_railPhase = 0;
    m_weekText.clear();
    m_phaseText.clear();
    m_railSpoken.clear();
    const std::optional<Program> program = records.program();
    if (!program)
        return;
    for (const RailRun &run : railRuns(*program)) {
        if (run.isCurrent)
            m_railPhase = int(m_rail.size());
        m_rail << QVariantMap{
            {QStringLiteral("title"), run.title}, {QStringLiteral("weeks"), run.weeks}, {QStringLiteral("level"), m_rail.size()}};
    }
    if (const Phase *phase = currentPhase(*program))
        m_phaseText = phase->title;
    if (const std::optional<ProgramWeek> week = programWeek(*program, today)) {
        m_railWeek = week->week;
        m_weekText = tr("Week %1 of %2").arg(week->week).arg(week->weeks);
    } else {
        m_weekText = program->title;
    }
    m_railSpoken = m_phaseText.isEmpty() ? m_weekText : tr("%1, %2").arg(m_weekText, m_phaseText);
}

void TodayView::refreshCheckIn(const Records &records)
{
    const std::optional<SubmittedForm> done = todaysCheckIn(records, m_clock);
    if (done) {
        m_checkInState = done->state == OutboxState::Done ? Sent : done->state == OutboxState::Rejected ? Refused : Saved;
        m_checkInText = m_checkInState == Sent ? tr("Your care team has it.")
            : m_checkInState == Refused        ? tr("Your clinic could not take it. It needs you.")
                                               : tr("Saved here. Not sent yet.");
        return;
    }
    const std::optional<Form> form = dailyCheckInForm(records);
    if (!form) {
        m_checkInState = NoForm;
        m_checkInText = tr("Your clinic’s questions are not here yet.");
        return;
    }
    CheckIn checkIn(*m_account.records(), m_clock, *form);
    m_checkInState = CheckIn::isTakenUp(checkIn.resume()) ? Begun : Ready;
    m_checkInText =
        m_checkInState == Begun ? tr("Your answers are kept.") : tr("%n question(s). Skip any.", nullptr, checkIn.stepCount());
}

} // namespace handrail
