// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/PlanView.h"

#include "care/MessageThread.h"
#include "care/NextStep.h"
#include "care/ProgramWeek.h"
#include "care/Schedule.h"
#include "view/MinuteTimer.h"
#include "view/ProblemText.h"
#include "view/RequestText.h"
#include "view/SessionItem.h"
#include "view/TimeText.h"

#include <algorithm>

namespace handrail {

namespace {

constexpr int mostMessages = 200;
constexpr qsizetype goalsAtOnce = 20;

QString joined(const QStringList &parts)
{
    QStringList kept = parts;
    kept.removeAll(QString());
    return kept.join(QStringLiteral(" · "));
}

QString aboutGoal(const QString &id)
{
    return QString(u"Goal/" % id);
}

QString aboutPlan(const QString &id)
{
    return id.isEmpty() ? QString() : QString(u"CarePlan/" % id);
}

} // namespace

PlanView::PlanView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
{
    connect(&account, &Account::stateChanged, this, &PlanView::refresh);
    connect(&account, &Account::recordsChanged, &m_refresh, &OncePerTurn::ask);
    connect(&account, &Account::outboxChanged, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::changed, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::languageChanged, &m_refresh, &OncePerTurn::ask);
    connect(&minute, &MinuteTimer::turned, this, [this, last = QDate()]() mutable {
        if (std::exchange(last, today()) != today())
            m_refresh.ask();
    });
}

QDate PlanView::today() const
{
    return m_clock.today();
}

void PlanView::setShown(bool isShown)
{
    m_shown = std::max(0, m_shown + (isShown ? 1 : -1));
    if (m_shown == 0)
        m_mostGoals = goalsAtOnce;
    clearProblem();
    refresh();
}

void PlanView::clear()
{
    m_isThere = false;
    m_planId.clear();
    m_levelText.clear();
    m_leadText.clear();
    m_untilText.clear();
    m_rail.clear();
    m_railWeek = 0;
    m_railPhase = 0;
    m_knobLabel.clear();
    m_railSpoken.clear();
    m_goals.clear();
    m_goalWords.clear();
    m_hiddenGoals = 0;
    m_clinicNotes.clear();
    m_included.clear();
    m_levels.clear();
    m_stepTitle.clear();
    m_stepLead.clear();
    m_weeks.clear();
    m_same.clear();
    m_tellText.clear();
    m_toldText.clear();
    m_canAsk = false;
}

void PlanView::refresh()
{
    clear();
    const Records *records = m_shown > 0 ? m_account.records() : nullptr;
    if (records && records->identity().role == Role::Patient) {
        const TimeText text(m_preferences.locale(), m_preferences.textScale());
        m_canAsk = records->takesMessages();
        const QList<Message> messages = m_canAsk ? records->messages(mostMessages) : QList<Message>();
        m_tellText = tr("Tell your team");
        if (const std::optional<Program> program = records->program()) {
            m_isThere = true;
            m_planId = program->id;
            readProgram(*program, text);
            readStep(*program, text);
        }
        m_toldText = askedOf(messages, aboutPlan(m_planId), text);
        readGoals(messages, text);
        m_clinicNotes = records->clinicNotes(today());
        readWeek(text);
        readLevels(text);
    }
    Q_EMIT changed();
}

QString PlanView::askedOf(const QList<Message> &messages, const QString &about, const TimeText &text) const
{
    // Without a plan there is nothing in particular that it would be about.
    const auto newest = std::find_if(messages.cbegin(), messages.cend(), [&](const Message &one) {
        return one.isMine && one.kind == MessageKind::Plan && one.about == about;
    });
    return newest == messages.cend() ? QString() : requestLine(*newest, text, m_clock).text;
}

void PlanView::readProgram(const Program &program, const TimeText &text)
{
    QStringList titles;
    for (const Phase &phase : currentPhases(program))
        titles << phase.title;
    titles.removeAll(QString());
    if (titles.size() > 1)
        m_levelText = tr("Your plan names more than one phase for now: %1. Your team can say which one is right.")
                          .arg(text.locale().createSeparatedList(titles));
    else
        m_levelText = titles.isEmpty() ? program.title : titles.first();
    if (!program.madeBy.isEmpty()) {
        m_tellText = tr("Tell %1").arg(program.madeBy);
        m_leadText = program.made.isValid() ? tr("Made with %1 on %2.").arg(program.madeBy, text.shortDay(program.made))
                                            : tr("Made with %1.").arg(program.madeBy);
    } else if (program.made.isValid()) {
        m_leadText = tr("Made on %1.").arg(text.shortDay(program.made));
    }
    if (program.reviewDate.isValid())
        m_leadText = QString(m_leadText % u' ' % tr("We look at it again on %1.").arg(text.shortDay(program.reviewDate))).trimmed();
    if (program.isOver)
        m_untilText = tr("This plan has ended. Your skills and your people stay.");
    else if (isAftercare(program) && !currentPhases(program).first().end.isValid())
        m_untilText = tr("No end date");

    QStringList spoken;
    if (const std::optional<ProgramWeek> week = programWeek(program, today())) {
        m_railWeek = week->week;
        m_knobLabel = tr("You, week %1").arg(week->week);
        spoken << tr("Week %1 of %2").arg(week->week).arg(week->weeks);
    }
    m_railPhase = handrail::railPhase(program);
    const QList<RailRun> runs = railRuns(program);
    for (qsizetype i = 0; i < runs.size(); ++i) {
        QStringList notes;
        if (runs.at(i).weeks > 0)
            notes << tr("%n week(s)", nullptr, runs.at(i).weeks);
        else if (program.phases.at(i).start.isValid())
            notes << tr("From %1").arg(text.shortDay(program.phases.at(i).start));
        m_rail << QVariantMap{{QStringLiteral("title"), runs.at(i).title},
                              {QStringLiteral("note"), notes.join(u' ')},
                              {QStringLiteral("weeks"), runs.at(i).weeks},
                              {QStringLiteral("level"), int(i)}};
        const QString words = notes.isEmpty() ? runs.at(i).title : tr("%1, %2").arg(runs.at(i).title, notes.first());
        spoken << (runs.at(i).isCurrent ? tr("%1, you are here").arg(words) : words);
    }
    m_railSpoken = spoken.join(QStringLiteral(". "));
}

void PlanView::readGoals(const QList<Message> &messages, const TimeText &text)
{
    const QList<PlanGoal> goals = m_account.records()->goals();
    m_hiddenGoals = int(std::max<qsizetype>(0, goals.size() - m_mostGoals));
    for (const PlanGoal &goal : goals.first(std::min(goals.size(), m_mostGoals))) {
        QVariantList steps;
        for (const GoalStep &step : goal.steps) {
            const QString note =
                joined({step.helpers.isEmpty() ? QString() : tr("With %1").arg(text.locale().createSeparatedList(step.helpers)),
                        step.due.isValid() && step.due != goal.reviewDate ? tr("By %1").arg(text.shortDay(step.due)) : QString()});
            steps << QVariantMap{{QStringLiteral("text"), step.text},
                                 {QStringLiteral("isDone"), step.isDone},
                                 {QStringLiteral("hasState"), step.hasState},
                                 {QStringLiteral("note"), note}};
        }
        const QString words = goal.words.isEmpty() ? tr("A goal that has no words yet") : goal.words;
        m_goalWords.insert(goal.id, words);
        m_goals << QVariantMap{
            {QStringLiteral("id"), goal.id},
            {QStringLiteral("title"), words},
            {QStringLiteral("stateText"),
             goal.state == GoalState::Reached      ? tr("Reached")
                 : goal.state == GoalState::OnHold ? tr("Resting for now")
                 : goal.state == GoalState::Ended  ? tr("Ended")
                                                   : QString()},
            {QStringLiteral("steps"), steps},
            {QStringLiteral("helpersText"),
             goal.helpers.isEmpty() ? QString() : tr("Who helps: %1").arg(text.locale().createSeparatedList(goal.helpers))},
            {QStringLiteral("reviewText"),
             goal.reviewDate.isValid() ? tr("We look at it again on %1.").arg(text.shortDay(goal.reviewDate)) : QString()},
            {QStringLiteral("askedText"), askedOf(messages, aboutGoal(goal.id), text)}};
    }
}

void PlanView::showMoreGoals()
{
    m_mostGoals += goalsAtOnce;
    refresh();
}

void PlanView::readWeek(const TimeText &text)
{
    const QDate monday = weekStart(today());
    const QList<Session> sessions = m_account.records()->sessions(monday.addDays(-1), monday.addDays(7)).value_or(QList<Session>());
    for (const KindOfWeek &kind : kindsOfWeek(sessions, monday, m_clock.localZone())) {
        const SessionItem item = sessionItem(kind.sessions.first(), {}, m_clock, text);
        QStringList days;
        for (const Session &session : kind.sessions)
            days << text.weekday(dayOf(session, m_clock.localZone()));
        days.removeDuplicates();
        m_included << QVariantMap{
            {QStringLiteral("iconName"), item.iconName},
            {QStringLiteral("tone"), std::min(item.kind, 6)},
            {QStringLiteral("title"), item.kindName},
            {QStringLiteral("note"),
             tr("%n this week: %1", nullptr, int(kind.sessions.size())).arg(days.join(QStringLiteral(", ")))}};
    }
}

void PlanView::readLevels(const TimeText &text)
{
    for (const CareLevel &level : m_account.records()->careLevels()) {
        QString title = level.title;
        if (title.isEmpty()) {
            title = level.code == u"iop"     ? tr("Intensive outpatient program")
                : level.code == u"php"       ? tr("Partial hospital program")
                : level.code == u"dnt"       ? tr("Day and night treatment")
                : level.code == u"op"        ? tr("Outpatient care")
                : level.code == u"aftercare" ? tr("Aftercare")
                                             : tr("Care program");
        }
        QStringList notes;
        if (level.state == CareLevel::State::Planned)
            notes << (level.from.isValid() ? tr("Planned from %1").arg(text.shortDay(level.from)) : tr("Planned"));
        else if (level.from.isValid() && level.until.isValid())
            notes << tr("%1 to %2").arg(text.shortDay(level.from), text.shortDay(level.until));
        else if (level.from.isValid())
            notes << (level.state == CareLevel::State::Ended ? tr("From %1").arg(text.shortDay(level.from))
                                                             : tr("Since %1").arg(text.shortDay(level.from)));
        if (level.state == CareLevel::State::OnHold)
            notes << tr("Paused now");
        else if (level.state == CareLevel::State::Ended)
            notes << tr("Ended");
        for (const CareLevel::Pause &pause : level.pauses) {
            if (pause.until.isValid())
                notes << tr("Paused %1 to %2").arg(text.shortDay(pause.from), text.shortDay(pause.until));
        }
        m_levels << QVariantMap{{QStringLiteral("title"), title}, {QStringLiteral("note"), joined(notes)}};
    }
}

void PlanView::readStep(const Program &program, const TimeText &text)
{
    const Result<std::optional<NextStep>> found = nextStep(*m_account.records(), program, m_clock.localZone());
    if (!found || !*found)
        return;
    const NextStep &step = **found;
    if (!step.day.isValid()) {
        m_stepTitle = tr("Your next step: %1").arg(step.to.title);
        m_stepLead = tr("Your program has not set the day yet.");
        return;
    }
    const int away = int(today().daysTo(step.day));
    if (away < 0) { // a day alone begins nothing, and the two weeks beside it are over
        m_stepTitle = tr("Your next step: %1").arg(step.to.title);
        m_stepLead = tr("Planned for %1. Your team has not said yet that it began.").arg(text.longDay(step.day));
        return;
    }
    m_stepTitle = away <= 6 ? tr("Your next step: %1").arg(text.relativeDay(step.day, today()))
                            : tr("Your next step: %1").arg(text.longDay(step.day));
    m_stepLead =
        step.from.title.isEmpty() || step.to.title.isEmpty() ? QString() : tr("From %1 to %2").arg(step.from.title, step.to.title);
    if (step.before.isEmpty() && step.after.isEmpty())
        return;
    const auto dayRows = [&](const QList<Session> &sessions, const QDate &first, const QList<int> &offsets) {
        QVariantList rows;
        for (const int offset : offsets) {
            QStringList words;
            for (const Session &session : sessions) {
                if (dayOf(session, m_clock.localZone()) == first.addDays(offset))
                    words << tr("%1, %2").arg(sessionItem(session, {}, m_clock, text).kindName,
                                              text.time(session.start.toTimeZone(zoneOf(session, m_clock.localZone())).time()));
            }
            rows << QVariantMap{{QStringLiteral("day"), text.weekday(first.addDays(offset))},
                                {QStringLiteral("words"), words.isEmpty() ? tr("Nothing planned") : words.join(u'\n')},
                                {QStringLiteral("isFree"), words.isEmpty()}};
        }
        return rows;
    };
    QList<int> offsets;
    for (int offset = 0; offset < 7; ++offset) {
        const auto isAt = [&](const QDate &first) {
            return [&, first](const Session &session) { return dayOf(session, m_clock.localZone()) == first.addDays(offset); };
        };
        if (std::any_of(step.before.cbegin(), step.before.cend(), isAt(step.day.addDays(-7)))
            || std::any_of(step.after.cbegin(), step.after.cend(), isAt(step.day)))
            offsets << offset;
    }
    const auto week = [&](const QList<Session> &sessions, const QDate &first, bool isNew) {
        m_weeks << QVariantMap{{QStringLiteral("title"), isNew ? tr("From %1").arg(text.shortDay(first)) : tr("The week before")},
                               {QStringLiteral("count"),
                                sessions.isEmpty() ? tr("Not planned yet") : tr("%n session(s)", nullptr, int(sessions.size()))},
                               {QStringLiteral("isNew"), isNew},
                               {QStringLiteral("days"), sessions.isEmpty() ? QVariantList() : dayRows(sessions, first, offsets)}};
    };
    week(step.before, step.day.addDays(-7), false);
    week(step.after, step.day, true);
    for (const Session &session : step.same) {
        const SessionItem item = sessionItem(session, {}, m_clock, text);
        m_same << tr("%1, %2").arg(text.weekday(dayOf(session, m_clock.localZone())), item.title);
    }
}

QString PlanView::begunName(Matter matter, const QString &goalId) const
{
    return QString((goalId.isEmpty() ? aboutPlan(m_planId) : aboutGoal(goalId)) % u'/' % QString::number(int(matter)));
}

QString PlanView::begun(Matter matter, const QString &goalId) const
{
    Records *records = m_account.records();
    return records ? begunAbout(*records, MessageKind::Plan, begunName(matter, goalId)) : QString();
}

void PlanView::keepBegun(Matter matter, const QString &goalId, const QString &words)
{
    Records *records = m_account.records();
    const Result<void> kept =
        records ? keepBegunAbout(*records, MessageKind::Plan, begunName(matter, goalId), words) : Result<void>();
    if (!kept) {
        m_problemText = handrail::problemText(kept.error()).inOne();
        Q_EMIT problemChanged();
    }
}

bool PlanView::tell(Matter matter, const QString &goalId, const QString &words)
{
    Records *records = m_account.records();
    if (!records)
        return false;
    const QString goal = m_goalWords.value(goalId);
    QString first;
    switch (matter) {
    case NotClear: first = tr("I don’t understand this goal: “%1”.").arg(goal); break;
    case NotAgreed: first = tr("I don’t agree with this goal: “%1”.").arg(goal); break;
    case TooSoon: first = tr("The next step feels too soon."); break;
    case Suggestion: break;
    }
    const QString own = words.trimmed();
    const QString about = goalId.isEmpty() ? aboutPlan(m_planId) : aboutGoal(goalId);
    const QString whole = first.isEmpty() ? own : own.isEmpty() ? first : QString(first % u'\n' % own);
    const Result<QString> queued = records->queueMessage({MessageKind::Plan, whole, about}, m_clock.nowUtc());
    m_problemText = queued ? QString()
        : queued.error().kind == ProblemKind::BadData
        ? (own.isEmpty() ? tr("Write something first.") : tr("This is too long to send."))
        : handrail::problemText(queued.error()).inOne();
    Q_EMIT problemChanged();
    if (queued)
        keepBegun(matter, goalId, {});
    m_account.sendSoon();
    refresh();
    return queued.has_value();
}

void PlanView::clearProblem()
{
    m_problemText.clear();
    Q_EMIT problemChanged();
}

} // namespace handrail
