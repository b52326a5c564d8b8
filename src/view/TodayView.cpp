// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/TodayView.h"

#include "care/Attendance.h"
#include "care/CheckIn.h"
#include "care/Granted.h"
#include "care/ProgramWeek.h"
#include "care/Schedule.h"
#include "view/MinuteTimer.h"
#include "view/SentText.h"
#include "view/TravelView.h"

namespace handrail {

namespace {

constexpr int daysAhead = 14; ///< of what is coming up; the next one may be later
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
        m_isAftercare = false;
        m_railSpoken.clear();
        m_weekCountText.clear();
        m_weekDays.clear();
        m_comingUp.setDays({});
        Q_EMIT changed();
        return;
    }
    const TimeText text(m_preferences.locale(), m_preferences.textScale());
    const QDate today = m_clock.today();
    const QString given = records->name().given;
    m_greeting = given.isEmpty() ? tr("Hi") : tr("Hi, %1").arg(given);
    refreshSessions(*records, today);
    refreshProgram(*records, today);
    refreshCheckIn(*records, today);
    m_dateText = text.longDay(today);
    Q_EMIT changed();
}

void TodayView::refreshSessions(Records &records, const QDate &today)
{
    const TimeText text(m_preferences.locale(), m_preferences.textScale());
    const QDateTime now = m_clock.nowUtc();
    // A day more on each side: the session's zone may be on another date than this device's.
    const QDate until = today.addDays(daysAhead);
    const QList<Session> sessions = records.sessions(weekStart(today).addDays(-1), until).value_or(QList<Session>());
    const std::optional<Session> next = nextSession(records, sessions, until, now);
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
    m_isAftercare = false;
    m_weekText.clear();
    m_phaseText.clear();
    m_railSpoken.clear();
    const std::optional<Program> program = records.program();
    if (!program)
        return;
    const QList<Phase> current = currentPhases(*program);
    m_isAftercare = isAfterProgram(*program);
    // After the program a post is a month, where the clinic says when it began.
    const int month = m_isAftercare && !current.isEmpty() ? monthOf(current.first(), today).value_or(0) : 0;
    m_railPhase = handrail::railPhase(*program);
    int before = 0;
    for (const RailRun &run : month > 0 ? railMonths(*program, today) : railRuns(*program)) {
        before += m_rail.size() < m_railPhase ? run.weeks : 0;
        m_rail << QVariantMap{
            {QStringLiteral("title"), run.title}, {QStringLiteral("weeks"), run.weeks}, {QStringLiteral("level"), m_rail.size()}};
    }
    QStringList titles;
    for (const Phase &phase : current)
        titles << phase.title;
    m_phaseText = m_preferences.locale().createSeparatedList(titles);
    if (m_isAftercare) {
        // Nothing is counted down: what comes after the program has no end that the app could promise.
        const QDate end = current.isEmpty() ? QDate() : current.first().end;
        const QString title = titles.value(0, program->title);
        m_weekText = month > 0 ? tr("%1, month %2").arg(title).arg(month) : title;
        m_phaseText = end.isValid() ? tr("Until %1").arg(TimeText(m_preferences.locale()).shortDay(end))
            : current.isEmpty()     ? tr("The program has ended")
                                    : tr("No end date");
        int counted = 0;
        for (const QVariant &run : std::as_const(m_rail))
            counted += run.toMap().value(QStringLiteral("weeks")).toInt();
        m_railWeek = month > 0 ? before + month : counted == 0 ? 0 : counted + 1; // past all weeks that have a number
    } else if (const std::optional<ProgramWeek> week = programWeek(*program, today)) {
        m_railWeek = week->week;
        m_weekText = tr("Week %1 of %2").arg(week->week).arg(week->weeks);
    } else {
        m_weekText = program->title;
    }
    m_railSpoken = m_phaseText.isEmpty() ? m_weekText : tr("%1, %2").arg(m_weekText, m_phaseText);
}

void TodayView::refreshCheckIn(const Records &records, const QDate &today)
{
    const int every = checkInEvery(records, today);
    m_checkInTitle = every == 7 ? tr("Weekly check-in") : tr("60-second check-in");
    const std::optional<SubmittedForm> done = todaysCheckIn(records, m_clock);
    const std::optional<Form> form = dailyCheckInForm(records);
    const QList<BegunCheckIn> begun = form ? begunCheckIns(*m_account.records(), m_clock, *form) : QList<BegunCheckIn>();
    // What was begun here, and can still be finished, is said before that all is well.
    if (done && (begun.isEmpty() || done->state == OutboxState::Rejected)) {
        m_checkInState = done->state == OutboxState::Done ? Sent : done->state == OutboxState::Rejected ? Refused : Saved;
        m_checkInText = m_checkInState == Sent            ? tr("Your care team has it.")
            : m_checkInState == Refused && done->isOutrun ? outrunText()
            : m_checkInState == Refused                   ? tr("Your clinic could not take it. It needs you.")
            : done->state == OutboxState::Kept            ? tr("Kept on this device. It is not sent.")
                                                          : tr("Saved here. Not sent yet.");
        return;
    }
    if (const bool isTaken = takesAnswers(records); !form || !isTaken) {
        m_checkInState = NoForm;
        m_checkInText = isTaken ? tr("Your clinic’s questions are not here yet.")
                                : tr("Your clinic’s server does not take check-ins or forms from this app.");
        return;
    }
    m_checkInState = begun.isEmpty() ? Ready : Begun;
    if (begun.isEmpty())
        m_checkInText = tr("%n question(s). Skip any.", nullptr, CheckIn(*m_account.records(), m_clock, *form).stepCount());
    else if (const QDate day = begun.constFirst().day; day == today)
        m_checkInText = begun.constFirst().isOutrun ? tr("There is a check-in for today already. What you began here is kept.")
                                                    : tr("Your answers are kept.");
    else
        m_checkInText = tr("Your answers from %1 are kept.").arg(TimeText(m_preferences.locale()).shortDay(day));
    if (every > 1 && m_checkInState == Ready) {
        const QList<SubmittedForm> before =
            checkInsBetween(records, today.addDays(1 - every), today).value_or(QList<SubmittedForm>());
        if (!before.isEmpty())
            m_checkInText = tr("The next one is from %1. Any day is okay.")
                                .arg(TimeText(m_preferences.locale()).shortDay(before.first().form.authored.date().addDays(every)));
    }
}

} // namespace handrail
