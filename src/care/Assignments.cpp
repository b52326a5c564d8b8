// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/Assignments.h"

#include "care/CheckIn.h"
#include "care/CheckInHistory.h"
#include "care/ProgramWeek.h"
#include "care/SafetyReport.h"
#include "care/Schedule.h"

#include <QSet>
#include <algorithm>
#include <array>
#include <tuple>

namespace handrail {

namespace {

/// So many of the clinic's newest answers are looked at: more than a season of daily ones. Behind them only for forms that are asked for and
/// have none among these.
constexpr int mostAnswers = 150;
/// A last form is asked for so long after the program's end.
constexpr int daysAfterEnd = 14;
constexpr std::array longWeeks{1, 4, 8};
/// So long the PHQ-2 stays due early. Then the low days that asked for it are over, or ask again.
constexpr int earlyDays = 7;

/// By this day is named what is asked without a first one: its name must not change. What comes back has its turns from that Monday on.
QDate unsaidStart(int everyDays)
{
    return everyDays > 0 ? QDate(2000, 1, 3) : QDate(2000, 1, 1);
}

QString urlOf(const QString &canonical)
{
    return canonical.section(u'|', 0, 0);
}

/// What is the same for all of them.
struct Desk {
    const AssignmentFacts &facts;
    QDate today;
    QTimeZone zone;

    [[nodiscard]] QDate dayOf(const SubmittedForm &submitted) const
    {
        return submitted.form.authored.date(); // on the wall where it was answered
    }
    [[nodiscard]] bool isServed(const QString &url) const
    {
        return std::any_of(facts.forms.cbegin(), facts.forms.cend(), [&](const FormName &one) { return one.url == url; });
    }
    [[nodiscard]] const SubmittedForm *under(const QString &identifier) const
    {
        const auto found = std::find_if(facts.submitted.cbegin(), facts.submitted.cend(),
                                        [&](const SubmittedForm &one) { return one.form.identifier == identifier; });
        return found == facts.submitted.cend() ? nullptr : &*found;
    }
    /// The first answers to this form of a day in [from, until].
    [[nodiscard]] const SubmittedForm *within(const QString &url, const QDate &from, const QDate &until) const
    {
        const SubmittedForm *first = nullptr;
        for (const SubmittedForm &one : facts.submitted) {
            const QDate day = dayOf(one);
            if (urlOf(one.form.questionnaire) == url && day.isValid() && (!from.isValid() || day >= from)
                && (!until.isValid() || day <= until))
                first = &one; // newest first, so the last one found
        }
        return first;
    }
};

void answer(Assignment &assignment, const SubmittedForm *submitted)
{
    if (!submitted)
        return;
    assignment.state = Assignment::State::Done;
    assignment.answered = submitted->form.identifier;
    assignment.answeredAt = submitted->form.authored;
    assignment.isUnderWay = submitted->state != OutboxState::Done;
}

/// A Task whose time is over is not asked for behind the next one of its form: the same questions are answered once.
void leaveOutPassed(QList<Assignment> &list, const QDate &today)
{
    const QList<Assignment> all = list;
    list.removeIf([&](const Assignment &one) {
        return one.state == Assignment::State::Due && one.until.isValid() && one.until < today
            && std::any_of(all.cbegin(), all.cend(), [&](const Assignment &next) {
                   return next.url() == one.url() && next.from > one.from && next.from <= today;
               });
    });
}

QList<Assignment> fromTasks(const Desk &desk)
{
    QList<Assignment> list;
    for (const CareTask &task : desk.facts.tasks) {
        if (task.questionnaire.isEmpty() || task.status == TaskStatus::TakenBack || task.status == TaskStatus::Waiting)
            continue;
        const QString url = urlOf(task.questionnaire);
        Assignment one;
        one.id = QString(u"task/" % task.id);
        one.questionnaire = task.questionnaire;
        one.title = task.title;
        one.source = Assignment::Source::Task;
        one.from = task.from.isValid() ? task.from
            : task.authored.isValid()  ? task.authored.toTimeZone(desk.zone).date()
                                       : desk.today;
        one.until = task.due;
        one.identifier = urn(assignedId(desk.facts.patientId, url, task.id));
        one.state = one.from > desk.today ? Assignment::State::Later : Assignment::State::Due;
        answer(one, desk.under(one.identifier));
        if (task.status == TaskStatus::Completed && one.state != Assignment::State::Done) {
            one.state = Assignment::State::Done;
            // Done in another way than by its own identifier: an answer to the same form since then stands for it.
            answer(one, desk.within(url, one.from, {}));
        }
        list << one;
    }
    leaveOutPassed(list, desk.today);
    return list;
}

/// The turn of a repeated form in which a day lies; the day itself when the form is asked once.
QDate turnStart(const QDate &from, int everyDays, const QDate &day)
{
    if (everyDays <= 0 || day < from)
        return from;
    return from.addDays(from.daysTo(day) / everyDays * everyDays);
}

QList<Assignment> fromPlan(const Desk &desk)
{
    QList<Assignment> list;
    for (const PlannedForm &planned : desk.facts.planned) {
        const QString url = urlOf(planned.questionnaire);
        const bool isOpenOnce = !planned.from.isValid() && planned.everyDays <= 0; // once, from the beginning
        const QDate begin = planned.from.isValid() ? planned.from : unsaidStart(planned.everyDays);
        // Of one that comes back, the turn that runs; after the plan's time nothing is asked anew.
        const QDate day = planned.due.isValid() ? std::min(desk.today, planned.due) : desk.today;
        const bool isOver = planned.everyDays > 0 && planned.due.isValid() && planned.due < desk.today;
        Assignment one;
        one.from = turnStart(begin, planned.everyDays, day);
        one.until = planned.everyDays > 0 ? one.from.addDays(planned.everyDays - 1) : planned.due;
        if (planned.due.isValid() && one.until > planned.due)
            one.until = planned.due;
        one.id = QString(u"plan/" % url % u'/' % one.from.toString(Qt::ISODate));
        one.questionnaire = planned.questionnaire;
        one.title = planned.title;
        one.source = Assignment::Source::Plan;
        one.identifier = urn(scheduledId(desk.facts.patientId, url, one.from, QStringLiteral("plan")));
        one.state = one.from > desk.today ? Assignment::State::Later : Assignment::State::Due;
        answer(one, desk.under(one.identifier));
        if (one.state != Assignment::State::Done)
            answer(one, desk.within(url, isOpenOnce ? QDate() : one.from, planned.everyDays > 0 ? one.until : QDate()));
        if (isOpenOnce)
            one.from = desk.today;
        if (planned.isCompleted && one.state == Assignment::State::Due)
            continue; // the plan says that it was done, in a way that is not known here
        if (isOver && one.state == Assignment::State::Due)
            continue;
        list << one;
    }
    return list;
}

Assignment rhythmic(const Desk &desk, const QString &url, const QDate &from, const QDate &until)
{
    Assignment one;
    one.id = QString(u"rhythm/" % url % u'/' % from.toString(Qt::ISODate));
    one.questionnaire = url;
    one.from = from;
    one.until = until;
    one.identifier = urn(scheduledId(desk.facts.patientId, url, from, QStringLiteral("rhythm")));
    answer(one, desk.under(one.identifier));
    if (one.state != Assignment::State::Done)
        answer(one, desk.within(url, from, until));
    return one;
}

/// The Mondays at which the long forms are asked for, up to today. Empty when the program has no dates or is not to be asked about now.
QList<QDate> longTurns(const Program &program, const QDate &today)
{
    QList<QDate> turns;
    if (!program.start.isValid())
        return turns;
    const QDate first = weekStart(program.start);
    for (const int week : longWeeks)
        turns << first.addDays(7 * (week - 1));
    if (program.end.isValid())
        turns << weekStart(program.end);
    turns.removeIf([&](const QDate &turn) { return turn > today || (program.end.isValid() && turn > program.end); });
    std::sort(turns.begin(), turns.end());
    turns.erase(std::unique(turns.begin(), turns.end()), turns.end());
    return turns;
}

QList<Assignment> fromRhythm(const Desk &desk)
{
    QList<Assignment> list;
    const std::optional<Program> &program = desk.facts.program;
    const bool hasDates = program && program->start.isValid();
    const bool isBefore = hasDates && desk.today < program->start;
    const bool isAfter = hasDates && program->end.isValid() && desk.today > program->end.addDays(daysAfterEnd);
    if (isBefore || isAfter)
        return list;
    const QDate week = weekStart(desk.today);
    QSet<QString> longNow; // asked for in this very week
    for (const QString &url : {phq9Url(), gad7Url()}) {
        if (!desk.isServed(url))
            continue;
        const QList<QDate> turns = hasDates ? longTurns(*program, desk.today) : QList<QDate>{};
        const QDate from = turns.isEmpty() ? QDate() : turns.last();
        if (hasDates && !from.isValid())
            continue;
        Assignment one = rhythmic(desk, url, from.isValid() ? from : unsaidStart(0), {}); // without dates once and for all
        if (!from.isValid())
            one.from = desk.today;
        if (one.state == Assignment::State::Due || one.answeredAt.date() >= week)
            longNow << url;
        list << one;
    }
    const bool isRunning = !hasDates || !program->end.isValid() || desk.today <= program->end;
    for (const auto &[url, stand] : {std::pair(phq2Url(), phq9Url()), std::pair(gad2Url(), gad7Url())}) {
        if (isRunning && desk.isServed(url) && !longNow.contains(stand))
            list << rhythmic(desk, url, week, week.addDays(6));
    }
    return list;
}

/// The clinic has something in mind: what it asked for is open or comes later, or its plan asks again and again. What was done and is over
/// says nothing about the weeks to come.
bool isClinicAsking(const Desk &desk, const QList<Assignment> &asked)
{
    return std::any_of(asked.cbegin(), asked.cend(), [](const Assignment &one) { return one.state != Assignment::State::Done; })
        || std::any_of(desk.facts.planned.cbegin(), desk.facts.planned.cend(), [&](const PlannedForm &one) {
               return one.everyDays > 0 && !one.isCompleted && urlOf(one.questionnaire) != dailyCheckInUrl()
                   && (!one.due.isValid() || one.due >= desk.today);
           });
}

/// The PHQ-2 before its time. What is in `list` comes first.
std::optional<Assignment> early(const Desk &desk, const QList<Assignment> &list)
{
    const QDate since = desk.facts.screenEarly;
    const std::optional<Program> &program = desk.facts.program;
    const bool isOutside = program && program->start.isValid()
        && (desk.today < program->start || (program->end.isValid() && desk.today > program->end));
    if (!since.isValid() || isOutside || desk.today < since || desk.today >= since.addDays(earlyDays) || !desk.isServed(phq2Url()))
        return std::nullopt;
    const bool isDueAnyway = std::any_of(list.cbegin(), list.cend(), [](const Assignment &one) {
        return one.state == Assignment::State::Due && (one.url() == phq2Url() || one.url() == phq9Url());
    });
    if (isDueAnyway)
        return std::nullopt;
    Assignment one;
    one.id = QString(u"early/" % phq2Url() % u'/' % since.toString(Qt::ISODate));
    one.questionnaire = phq2Url();
    one.from = since;
    one.until = since.addDays(earlyDays - 1);
    one.identifier = urn(scheduledId(desk.facts.patientId, phq2Url(), since, QStringLiteral("early")));
    answer(one, desk.under(one.identifier));
    const bool isAnsweredOtherwise =
        one.state == Assignment::State::Due && (desk.within(phq2Url(), since, {}) || desk.within(phq9Url(), since, {}));
    return isAnsweredOtherwise ? std::nullopt : std::optional(one);
}

QStringList askedWithoutAnswer(const AssignmentFacts &facts)
{
    QStringList asked;
    for (const CareTask &task : facts.tasks)
        asked << urlOf(task.questionnaire);
    for (const PlannedForm &planned : facts.planned)
        asked << urlOf(planned.questionnaire);
    for (const FormName &form : facts.forms) {
        if (form.url == phq9Url() || form.url == gad7Url())
            asked << form.url; // by their rhythm once, where the program has no dates
    }
    for (const SubmittedForm &one : facts.submitted)
        asked.removeAll(urlOf(one.form.questionnaire));
    asked.removeAll(QString());
    asked.removeDuplicates();
    return asked;
}

/// The form that is meant by Assignment::id, also of an asking that is over, or by a canonical.
QString formMeant(const QString &argument, const AssignmentFacts &facts)
{
    const QString source = argument.section(u'/', 0, 0);
    if (source == u"task") {
        const auto task = std::find_if(facts.tasks.cbegin(), facts.tasks.cend(),
                                       [&](const CareTask &one) { return one.id == argument.section(u'/', 1); });
        return task == facts.tasks.cend() ? QString() : urlOf(task->questionnaire);
    }
    const bool isTurn = source == u"plan" || source == u"rhythm" || source == u"early";
    return isTurn ? argument.section(u'/', 1, -2) : urlOf(argument);
}

} // namespace

QList<Assignment> assignments(const AssignmentFacts &facts, const QDateTime &now, const QTimeZone &zone)
{
    const Desk desk{facts, now.toTimeZone(zone).date(), zone};
    QList<Assignment> list = fromTasks(desk) + fromPlan(desk);
    list.removeIf([](const Assignment &one) { return one.url() == dailyCheckInUrl(); });
    if (!isClinicAsking(desk, list)) {
        QList<Assignment> usual = fromRhythm(desk);
        usual.removeIf([&](const Assignment &one) { // by the same answers the clinic's own asking is done
            return one.state == Assignment::State::Done
                && std::any_of(list.cbegin(), list.cend(), [&](const Assignment &asked) { return asked.answered == one.answered; });
        });
        list += usual;
    }
    if (const auto one = early(desk, list))
        list << *one;
    std::stable_sort(list.begin(), list.end(), [](const Assignment &a, const Assignment &b) {
        const auto rank = [](const Assignment &one) {
            return one.state == Assignment::State::Due ? 0 : one.state == Assignment::State::Later ? 1 : 2;
        };
        if (a.state == Assignment::State::Done && b.state == Assignment::State::Done)
            return a.answeredAt > b.answeredAt;
        const auto last = [](const Assignment &one) { return one.until.isValid() ? one.until : QDate(9999, 12, 31); };
        return std::tuple(rank(a), int(a.source), last(a), a.from) < std::tuple(rank(b), int(b.source), last(b), b.from);
    });
    QSet<QString> due;
    list.removeIf([&](const Assignment &one) {
        if (one.state != Assignment::State::Due)
            return false;
        const bool isAgain = due.contains(one.url());
        due << one.url();
        return isAgain;
    });
    return list;
}

std::optional<Assignment> assignmentNamed(const QString &argument, const QList<Assignment> &list, const AssignmentFacts &facts,
                                          const QDate &today)
{
    const auto byId = std::find_if(list.cbegin(), list.cend(), [&](const Assignment &one) { return one.id == argument; });
    if (byId != list.cend())
        return *byId;
    const QString url = formMeant(argument, facts);
    const auto byForm = std::find_if(
        list.cbegin(), list.cend(), [&](const Assignment &one) { return one.state == Assignment::State::Due && one.url() == url; });
    if (byForm != list.cend())
        return *byForm;
    const auto form = std::find_if(facts.forms.cbegin(), facts.forms.cend(), [&](const FormName &one) { return one.url == url; });
    if (form == facts.forms.cend())
        return std::nullopt;
    Assignment own;
    own.id = argument;
    own.questionnaire = url == urlOf(argument) ? argument : url;
    own.from = today;
    return own; // without an identifier: each filling is one of its own
}

AssignmentFacts assignmentFacts(const Records &records, const QDate &today, bool isAllHere)
{
    AssignmentFacts facts;
    facts.patientId = records.identity().patientId;
    facts.tasks = records.tasks();
    facts.planned = records.plannedForms();
    facts.forms = records.forms();
    facts.forms.removeIf([](const FormName &one) { return one.url == dailyCheckInUrl(); });
    if (facts.tasks.isEmpty() && facts.planned.isEmpty() && facts.forms.isEmpty())
        return facts; // nothing can be due, and nothing more need be read
    facts.submitted = finishedForms(records, {}, mostAnswers);
    if (isAllHere && facts.submitted.size() >= mostAnswers) {
        facts.submitted += finishedFormsTo(records, askedWithoutAnswer(facts));
        std::stable_sort(facts.submitted.begin(), facts.submitted.end(),
                         [](const SubmittedForm &a, const SubmittedForm &b) { return a.form.authored > b.form.authored; });
    }
    facts.program = records.program();
    const bool hasShortScreen =
        std::any_of(facts.forms.cbegin(), facts.forms.cend(), [](const FormName &one) { return one.url == phq2Url(); });
    const std::optional<Form> checkIn = hasShortScreen ? dailyCheckInForm(records) : std::nullopt;
    // Three more days than it can stay due: those that make a day the third.
    if (checkIn)
        facts.screenEarly =
            screenEarlySince(*checkIn, answeredDays(records, today.addDays(1), earlyDays + 3), CareConfiguration::standard());
    return facts;
}

} // namespace handrail
