// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/ProgressView.h"

#include "care/ProgramWeek.h"
#include "view/ConsentText.h"
#include "view/MinuteTimer.h"
#include "view/ProblemText.h"
#include "view/ProgressText.h"

#include <numeric>

namespace handrail {

namespace {

constexpr std::chrono::milliseconds drawnFirst{40}; // two frames

QVariantList toVariants(const QList<std::optional<double>> &numbers)
{
    QVariantList values;
    for (const std::optional<double> &value : numbers)
        values << (value ? QVariant(*value) : QVariant());
    return values;
}

/// Sentences one after another; empty ones are left out.
QString joined(QStringList sentences)
{
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

} // namespace

ProgressView::ProgressView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute,
                           QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
{
    m_loading.setSingleShot(true);
    m_loading.setInterval(drawnFirst);
    connect(&m_loading, &QTimer::timeout, this, &ProgressView::refresh);
    connect(&account, &Account::left, this, &ProgressView::clear);
    connect(&account, &Account::stateChanged, &m_refresh, &OncePerTurn::ask);
    connect(&account, &Account::recordsChanged, &m_refresh, &OncePerTurn::ask);
    connect(&account, &Account::outboxChanged, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::languageChanged, &m_refresh, &OncePerTurn::ask);
    connect(&minute, &MinuteTimer::turned, this, [this] {
        if (m_state == Ready && m_steps.constFirst().toMap().value(QStringLiteral("to")).toDate() != today())
            m_refresh.ask(); // the page turns at midnight
    });
}

QDate ProgressView::today() const
{
    return m_clock.today();
}

void ProgressView::setShown(bool isShown)
{
    if (isShown == m_isShown)
        return;
    m_isShown = isShown;
    if (isShown)
        begin();
    else
        clear();
}

void ProgressView::setRange(Range range)
{
    if (range == m_range)
        return;
    m_range = range;
    if (m_isShown)
        begin();
    Q_EMIT changed();
}

void ProgressView::begin()
{
    if (m_range != Whole) {
        refresh();
        return;
    }
    m_state = Loading;
    m_loading.start();
    Q_EMIT changed();
}

void ProgressView::clear()
{
    m_loading.stop();
    m_state = Away;
    m_problemTitle.clear();
    m_problemText.clear();
    m_isDamaged = false;
    m_rail.clear();
    m_railWeek = 0;
    m_railPhase = 0;
    m_railSpoken.clear();
    m_knobLabel.clear();
    m_hasCheckIns = false;
    for (QVariantList *list : {&m_craving, &m_mood, &m_sleep, &m_checks, &m_sessions, &m_steps, &m_marks, &m_markRow})
        list->clear();
    for (QString *text : {&m_startText, &m_endText, &m_cravingText, &m_moodText, &m_sleepText, &m_trendSpoken, &m_sleepSpoken,
                          &m_attendanceText, &m_unmarkedText, &m_skillsText, &m_marksText})
        text->clear();
    m_markDay = {};
    showMark({});
    Q_EMIT changed();
}

void ProgressView::refresh()
{
    Records *records = m_isShown ? m_account.records() : nullptr;
    if (!records)
        return;
    m_loading.stop();
    setRail(*records, today());
    const Result<Progress> read = progress(*records, m_clock, ProgressRange(m_range));
    m_problemTitle.clear();
    m_problemText.clear();
    if (read) {
        m_state = Ready;
        m_isDamaged = read->isDamaged;
        setWords(*read);
    } else {
        m_state = Failed;
        const ProblemWords words = handrail::problemText(read.error());
        m_problemTitle = words.title;
        m_problemText = words.text;
    }
    Q_EMIT changed();
}

void ProgressView::setRail(const Records &records, const QDate &today)
{
    m_rail.clear();
    m_railWeek = 0;
    m_railPhase = 0;
    m_knobLabel.clear();
    m_railSpoken.clear();
    const std::optional<Program> program = records.program();
    if (!program)
        return;
    QStringList spoken;
    const std::optional<ProgramWeek> week = programWeek(*program, today);
    if (week) {
        m_railWeek = week->week;
        m_knobLabel = tr("You, week %1").arg(week->week);
        spoken << tr("Week %1 of %2").arg(week->week).arg(week->weeks);
    }
    m_railPhase = handrail::railPhase(*program);
    for (const RailRun &run : railRuns(*program)) {
        const QString note = run.weeks > 0 ? tr("%n week(s)", nullptr, run.weeks) : tr("Ongoing");
        m_rail << QVariantMap{{QStringLiteral("title"), run.title},
                              {QStringLiteral("note"), note},
                              {QStringLiteral("weeks"), run.weeks},
                              {QStringLiteral("level"), m_rail.size()}};
        spoken << (run.isCurrent ? tr("%1, %2, you are here") : tr("%1, %2")).arg(run.title, note);
    }
    m_railSpoken = spoken.join(QStringLiteral(". "));
}

void ProgressView::setWords(const Progress &progress)
{
    const TimeText time(m_preferences.locale(), m_preferences.textScale());
    const ProgressText text(time, progress, ProgressRange(m_range));
    m_hasCheckIns = progress.checkInDays > 0;
    m_startText = text.start();
    m_endText = text.end();
    m_craving = toVariants(progress.craving.values);
    m_mood = toVariants(progress.mood.values);
    m_sleep = toVariants(progress.sleep.values);
    m_cravingText = text.craving();
    m_moodText = text.mood();
    if (m_cravingText.isEmpty() && m_moodText.isEmpty())
        m_cravingText = text.answeredOn(std::max(progress.craving.days, progress.mood.days));
    m_sleepText = text.sleep();
    if (m_sleepText.isEmpty())
        m_sleepText = text.answeredOn(progress.sleep.days);
    m_trendSpoken = joined({tr("Urges and mood, %1.").arg(text.dates()), m_cravingText, m_moodText});
    m_sleepSpoken = joined({tr("Sleep, %1.").arg(text.dates()), m_sleepText});
    m_checks.clear();
    for (const HowOften &check : progress.checks) {
        const QString name = ProgressText::checkName(check.check);
        const QString change = ProgressText::change(check);
        m_checks << QVariantMap{
            {QStringLiteral("title"), name},
            {QStringLiteral("scale"), text.checkScale(check)},
            {QStringLiteral("text"), change},
            {QStringLiteral("rows"), text.checkRows(check)},
            {QStringLiteral("values"), toVariants(text.checkValues(check))},
            {QStringLiteral("spoken"),
             joined({tr("%1, %2.", "a check and its dates").arg(name, text.dates()), text.checkScale(check), change})}};
    }
    const Attendance &attendance = progress.attendance;
    const int marked = attendance.attended + attendance.notAttended;
    m_attendanceText = marked > 0 ? tr("You came to %1 of %n session(s).", nullptr, marked).arg(attendance.attended) : QString();
    if (marked > 0 && progress.sessionsSince.isValid())
        m_attendanceText = joined({m_attendanceText, tr("Counted since %1.").arg(fullDate(progress.sessionsSince, time))});
    m_unmarkedText = text.unmarked();
    const int used = std::accumulate(progress.skillUses.cbegin(), progress.skillUses.cend(), 0);
    m_skillsText = used > 0 ? tr("You used a skill %n time(s).", nullptr, used) : QString();
    m_marksText = text.marks();
    setLists(progress, time);
}

void ProgressView::setLists(const Progress &progress, const TimeText &time)
{
    const ProgressText text(time, progress, ProgressRange(m_range));
    m_sessions.clear();
    for (auto it = progress.sessions.crbegin(); it != progress.sessions.crend(); ++it)
        m_sessions << QVariantMap{{QStringLiteral("text"), text.session(*it, m_clock.localZone())},
                                  {QStringLiteral("note"), ProgressText::presence(*it)},
                                  {QStringLiteral("isAttended"), presenceOf(*it) == Presence::Attended}};
    m_marks.clear();
    QList<int> marksOfStep(progress.steps.size());
    for (auto it = progress.marks.constEnd(); it != progress.marks.constBegin();) {
        --it;
        m_marks << QVariantMap{{QStringLiteral("title"), text.dayName(it.key())},
                               {QStringLiteral("word"), text.mark(it.key())},
                               {QStringLiteral("day"), it.key().toString(Qt::ISODate)}};
        if (const qsizetype step = progress.stepOf(it.key()); step >= 0)
            ++marksOfStep[step];
    }
    m_markRow.clear();
    for (const int marks : std::as_const(marksOfStep))
        m_markRow << (marks > 0);
    m_steps.clear();
    for (qsizetype i = progress.steps.size() - 1; i >= 0; --i) {
        const ProgressStep &step = progress.steps.at(i);
        const bool isDay = step.from == step.to;
        const QString mark = isDay ? text.mark(step.from)
            : marksOfStep.at(i)    ? tr("%n day(s) marked", nullptr, marksOfStep.at(i))
                                   : QString();
        m_steps << QVariantMap{{QStringLiteral("title"), text.stepName(step)},
                               {QStringLiteral("note"), text.stepAnswers(i)},
                               {QStringLiteral("mark"), mark},
                               {QStringLiteral("isMarked"), !mark.isEmpty()},
                               {QStringLiteral("to"), step.to},
                               {QStringLiteral("day"), isDay ? step.from.toString(Qt::ISODate) : QString()}};
    }
}

bool ProgressView::hasLaterDay() const
{
    return m_markDay.isValid() && m_markDay < today();
}

void ProgressView::lookAt(const QString &day)
{
    const QDate asked = QDate::fromString(day, Qt::ISODate);
    showMark(asked.isValid() && asked <= today() ? asked : today());
}

void ProgressView::lookEarlier()
{
    showMark(m_markDay.addDays(-1));
}

void ProgressView::lookLater()
{
    if (hasLaterDay())
        showMark(m_markDay.addDays(1));
}

void ProgressView::showMark(const QDate &day)
{
    m_markDay = day;
    m_markDayText.clear();
    m_markWord.clear();
    m_isDayMarked = false;
    m_markProblem.clear();
    Records *records = m_account.records();
    if (records && day.isValid()) {
        const TimeText time(m_preferences.locale(), m_preferences.textScale());
        m_markDayText = day == today() ? tr("Today") : time.longDay(day);
        const OwnMarks marks = ownMarks(*records, day, day).value_or(OwnMarks());
        m_isDayMarked = marks.contains(day);
        m_markWord = marks.value(day);
    }
    Q_EMIT markChanged();
}

bool ProgressView::settle(const Result<void> &kept)
{
    if (kept) {
        refresh();
        return true;
    }
    m_markProblem = joined({handrail::problemText(kept.error()).title, handrail::problemText(kept.error()).text});
    Q_EMIT markChanged();
    return false;
}

bool ProgressView::mark(const QString &word)
{
    Records *records = m_account.records();
    return records && m_markDay.isValid() && settle(setOwnMark(*records, m_markDay, word));
}

bool ProgressView::unmark()
{
    Records *records = m_account.records();
    return records && m_markDay.isValid() && settle(removeOwnMark(*records, m_markDay));
}

} // namespace handrail
