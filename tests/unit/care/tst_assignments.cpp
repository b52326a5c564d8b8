// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/Assignments.h"
#include "care/CheckIn.h"

#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace handrail {

namespace {

using State = Assignment::State;

const QTimeZone newYork("America/New_York");
const QDate today(2026, 11, 18); // a Wednesday
const QDateTime now(today, QTime(20, 20), Qt::UTC);

AssignmentFacts served(const QStringList &urls = {phq2Url(), gad2Url(), phq9Url(), gad7Url()})
{
    AssignmentFacts facts;
    facts.patientId = u"maya"_s;
    for (const QString &url : urls)
        facts.forms << FormName{url, u"1.0.0"_s, url.section(u'/', -1).toUpper()};
    return facts;
}

Program program(const QDate &start, const QDate &end)
{
    Program one;
    one.start = start;
    one.end = end;
    return one;
}

CareTask task(const QString &id, const QString &questionnaire, TaskStatus status = TaskStatus::Open)
{
    CareTask one;
    one.id = id;
    one.questionnaire = questionnaire;
    one.status = status;
    one.authored = now.addDays(-2);
    return one;
}

SubmittedForm answers(const QString &url, const QDate &day, const QString &identifier = u"urn:uuid:1"_s,
                      OutboxState state = OutboxState::Done)
{
    SubmittedForm one;
    one.form.identifier = identifier;
    one.form.questionnaire = url + u"|1.0.0"_s;
    one.form.authored = QDateTime(day, QTime(12, 0), Qt::OffsetFromUTC, -5 * 3600);
    one.state = state;
    return one;
}

/// "phq-9 gad-7" of those in this state.
QString names(const QList<Assignment> &list, State state)
{
    QStringList names;
    for (const Assignment &one : list) {
        if (one.state == state)
            names << one.url().section(u'/', -1);
    }
    return names.join(u' ');
}

} // namespace

class AssignmentsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theUsualRhythm_data()
    {
        QTest::addColumn<QDate>("start");
        QTest::addColumn<QDate>("end");
        QTest::addColumn<QString>("due");
        const QDate monday(2026, 11, 16);
        const QDate end = monday.addDays(7 * 12 - 1);
        const QString both = u"phq-9 gad-7"_s;
        const QString shorts = u"phq-2-9 gad-2"_s;
        QTest::newRow("the first week") << monday << end << both;
        QTest::newRow("the third, nothing answered yet") << monday.addDays(-14) << end << both;
        QTest::newRow("the fourth") << monday.addDays(-21) << end.addDays(-21) << both;
        QTest::newRow("the last") << monday.addDays(-7 * 11) << today.addDays(2) << both;
        QTest::newRow("ten days after") << monday.addDays(-7 * 12) << today.addDays(-10) << both;
        QTest::newRow("fifteen days after") << monday.addDays(-7 * 12) << today.addDays(-15) << QString();
        QTest::newRow("before it begins") << today.addDays(1) << end << QString();
        QTest::newRow("begins today") << today << end << both;
    }
    void theUsualRhythm()
    {
        QFETCH(QDate, start);
        QFETCH(QDate, end);
        QFETCH(QString, due);
        AssignmentFacts facts = served();
        facts.program = program(start, end);
        QCOMPARE(names(assignments(facts, now, newYork), State::Due), due);
    }

    void theShortOnesEachWeekInBetween()
    {
        AssignmentFacts facts = served();
        const QDate start(2026, 11, 9); // this is the second week
        facts.program = program(start, start.addDays(83));
        facts.submitted = {answers(phq9Url(), start.addDays(1)), answers(gad7Url(), start.addDays(1), u"urn:uuid:2"_s)};
        QList<Assignment> list = assignments(facts, now, newYork);
        QCOMPARE(names(list, State::Due), u"phq-2-9 gad-2"_s);
        QCOMPARE(names(list, State::Done), u"phq-9 gad-7"_s);
        QCOMPARE(list.first().from, QDate(2026, 11, 16));
        QCOMPARE(list.first().until, QDate(2026, 11, 22));
        QVERIFY(list.first().title.isEmpty()); // a rhythm has no words of the clinic's
        // Answered this week: not again before Monday, and last week's count for nothing.
        facts.submitted.prepend(answers(gad2Url(), today.addDays(-7), u"urn:uuid:3"_s));
        facts.submitted.prepend(answers(phq2Url(), today.addDays(-1), u"urn:uuid:4"_s, OutboxState::Queued));
        list = assignments(facts, now, newYork);
        QCOMPARE(names(list, State::Due), u"gad-2"_s);
        const auto done = std::find_if(list.cbegin(), list.cend(), [](const Assignment &one) { return one.url() == phq2Url(); });
        QVERIFY(done->isUnderWay);
        QCOMPARE(done->answered, u"urn:uuid:4"_s);
        QCOMPARE(names(assignments(facts, now.addDays(5), newYork), State::Due), u"phq-2-9 gad-2"_s);
    }

    void theLongOnesComeBackInWeeks4And8AndAtTheEnd()
    {
        const QDate start(2026, 9, 7);
        const QDate end = start.addDays(7 * 12 - 1);
        QStringList asked;
        AssignmentFacts facts = served({phq9Url(), phq2Url()});
        facts.program = program(start, end);
        for (int week = 1; week <= 12; ++week) { // answered each Monday, whatever is due
            const QDate monday = start.addDays(7 * (week - 1));
            const QDateTime noon(monday, QTime(17, 0), Qt::UTC);
            const QString due = names(assignments(facts, noon, newYork), State::Due);
            if (due == u"phq-9")
                asked << QString::number(week);
            else
                QCOMPARE(due, u"phq-2-9"_s);
            facts.submitted.prepend(answers(due == u"phq-9" ? phq9Url() : phq2Url(), monday, QString::number(week)));
            QCOMPARE(names(assignments(facts, noon.addDays(6), newYork), State::Due), QString());
        }
        QCOMPARE(asked.join(u' '), u"1 4 8 12"_s);
    }

    void theWeekTurnsAtTheDevicesMidnight()
    {
        AssignmentFacts facts = served({phq2Url()});
        facts.program = program(QDate(2026, 11, 2), QDate(2027, 1, 24));
        facts.submitted = {answers(phq2Url(), QDate(2026, 11, 18))};
        const QDateTime midnight(QDate(2026, 11, 23), QTime(5, 0), Qt::UTC); // in New York
        QCOMPARE(names(assignments(facts, midnight.addSecs(-1), newYork), State::Due), QString());
        QCOMPARE(names(assignments(facts, midnight, newYork), State::Due), u"phq-2-9"_s);
    }

    void withoutDatesTheLongOnesOnce()
    {
        AssignmentFacts facts = served();
        QCOMPARE(names(assignments(facts, now, newYork), State::Due), u"phq-9 gad-7"_s);
        const QString id = assignments(facts, now, newYork).first().id;
        QCOMPARE(assignments(facts, now.addDays(9), newYork).first().id, id);
        facts.submitted = {answers(phq9Url(), today.addDays(-200)), answers(gad7Url(), today.addDays(-200), u"urn:uuid:2"_s)};
        QCOMPARE(names(assignments(facts, now, newYork), State::Due), u"phq-2-9 gad-2"_s);
    }

    void onlyWhatIsServed()
    {
        AssignmentFacts facts = served({gad7Url(), dailyCheckInUrl()});
        QCOMPARE(names(assignments(facts, now, newYork), State::Due), u"gad-7"_s);
        QVERIFY(assignments(served({}), now, newYork).isEmpty());
    }

    void tasks_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("fromDays");
        QTest::addColumn<int>("state"); // -1: not in the list
        QTest::newRow("requested") << int(TaskStatus::Open) << 0 << int(State::Due);
        QTest::newRow("for later") << int(TaskStatus::Open) << 3 << int(State::Later);
        QTest::newRow("asked long ago") << int(TaskStatus::Open) << -60 << int(State::Due);
        QTest::newRow("completed") << int(TaskStatus::Completed) << 0 << int(State::Done);
        QTest::newRow("taken back") << int(TaskStatus::TakenBack) << 0 << -1;
        QTest::newRow("a draft") << int(TaskStatus::Waiting) << 0 << -1;
    }
    void tasks()
    {
        QFETCH(int, status);
        QFETCH(int, fromDays);
        QFETCH(int, state);
        AssignmentFacts facts = served({});
        CareTask one = task(u"t1"_s, phq9Url() + u"|1.0.0"_s, TaskStatus(status));
        one.from = today.addDays(fromDays);
        one.due = today.addDays(fromDays + 3);
        facts.tasks = {one};
        const QList<Assignment> list = assignments(facts, now, newYork);
        QCOMPARE(list.size(), state < 0 ? 0 : 1);
        if (state < 0)
            return;
        QCOMPARE(int(list.first().state), state);
        QCOMPARE(list.first().id, u"task/t1"_s);
        QCOMPARE(list.first().identifier, urn(assignedId(u"maya"_s, phq9Url(), u"t1"_s)));
    }

    void aTaskIsDoneByItsAnswers()
    {
        AssignmentFacts facts = served({});
        facts.tasks = {task(u"t1"_s, phq9Url()), task(u"t2"_s, gad7Url())};
        const QString mine = urn(assignedId(u"maya"_s, phq9Url(), u"t1"_s));
        facts.submitted = {answers(phq9Url(), today, mine, OutboxState::Queued), answers(gad7Url(), today.addDays(-1))};
        const QList<Assignment> list = assignments(facts, now, newYork);
        QCOMPARE(names(list, State::Due), u"gad-7"_s); // answers of an older asking are not this one's
        QCOMPARE(names(list, State::Done), u"phq-9"_s);
        QVERIFY(list.last().isUnderWay);
    }

    void whatTheClinicAsksForGoesBeforeTheRhythm()
    {
        AssignmentFacts facts = served();
        facts.tasks = {task(u"t1"_s, canonical(u"Questionnaire/sleep"))};
        QCOMPARE(names(assignments(facts, now, newYork), State::Due), u"sleep"_s);
        // A task that was taken back, one that is no form, or one for the check-in leaves the rhythm as it is.
        facts.tasks = {task(u"t1"_s, phq9Url(), TaskStatus::TakenBack), task(u"t2"_s, {}), task(u"t3"_s, dailyCheckInUrl())};
        QCOMPARE(names(assignments(facts, now, newYork), State::Due), u"phq-9 gad-7"_s);
    }

    void whatWasDoneOnceDoesNotEndTheRhythm()
    {
        AssignmentFacts facts = served();
        // Two weeks ago the clinic asked for a form by hand, and for the PHQ-9.
        facts.tasks = {task(u"t1"_s, canonical(u"Questionnaire/sleep"), TaskStatus::Completed),
                       task(u"t2"_s, phq9Url(), TaskStatus::Completed)};
        facts.submitted = {answers(phq9Url(), today.addDays(-1), u"urn:uuid:7"_s)};
        QList<Assignment> list = assignments(facts, now, newYork);
        QCOMPARE(names(list, State::Due), u"gad-7"_s);
        QCOMPARE(names(list, State::Done).count(u"phq-9"_s), 1); // the same answers stand once
        // What is open or comes later is the clinic's own rhythm, and so is a plan that asks each week and has its answer for this one.
        facts.tasks << task(u"t3"_s, canonical(u"Questionnaire/sleep"));
        QCOMPARE(names(assignments(facts, now, newYork), State::Due), u"sleep"_s);
        facts.tasks.removeLast();
        PlannedForm weekly;
        weekly.questionnaire = canonical(u"Questionnaire/weekly");
        weekly.from = today.addDays(-14);
        weekly.everyDays = 7;
        facts.planned = {weekly};
        facts.submitted << answers(weekly.questionnaire, today, u"urn:uuid:8"_s);
        QCOMPARE(names(assignments(facts, now, newYork), State::Due), QString());
        facts.planned.first().due = today.addDays(-1); // the plan is over
        QCOMPARE(names(assignments(facts, now, newYork), State::Due), u"gad-7"_s);
    }

    void lowDaysMakeTheShortOneDueEarly()
    {
        AssignmentFacts facts = served();
        const QDate start(2026, 11, 9); // this is the second week, and its PHQ-2 was answered on Monday
        facts.program = program(start, start.addDays(83));
        facts.submitted = {answers(phq2Url(), QDate(2026, 11, 16), u"urn:uuid:4"_s),
                           answers(gad2Url(), QDate(2026, 11, 16), u"urn:uuid:3"_s), answers(phq9Url(), start.addDays(1)),
                           answers(gad7Url(), start.addDays(1), u"urn:uuid:2"_s)};
        const auto due = [&](int days) { return names(assignments(facts, now.addDays(days), newYork), State::Due); };
        QCOMPARE(due(0), QString());
        facts.screenEarly = today;
        QCOMPARE(due(0), u"phq-2-9"_s);
        QCOMPARE(due(-1), QString());
        const Assignment early = assignments(facts, now, newYork).first();
        QCOMPARE(early.from, today);
        QCOMPARE(early.until, today.addDays(6));
        QVERIFY(early.title.isEmpty()); // the form’s name holds
        QCOMPARE(assignmentNamed(early.id, assignments(facts, now, newYork), facts, today)->identifier, early.identifier);
        QCOMPARE(assignments(facts, now.addDays(2), newYork).first().identifier, early.identifier);
        // The week's own takes its place on Monday; when that is answered, nothing is due of either.
        QCOMPARE(due(5), u"phq-2-9 gad-2"_s);
        QVERIFY(assignments(facts, now.addDays(5), newYork).first().id != early.id);
        AssignmentFacts answered = facts;
        answered.submitted.prepend(answers(phq2Url(), today.addDays(5), u"urn:uuid:5"_s));
        QCOMPARE(names(assignments(answered, now.addDays(5), newYork), State::Due), u"gad-2"_s);
        // Answered, under its own name or as any other, also with the PHQ-9 and on the same day.
        facts.submitted.prepend(answers(phq2Url(), today, early.identifier, OutboxState::Queued));
        QCOMPARE(due(0), QString());
        QCOMPARE(assignments(facts, now, newYork).first().id, early.id);
        facts.submitted.first() = answers(phq9Url(), today, u"urn:uuid:6"_s);
        QCOMPARE(due(0), QString());
        facts.submitted.first() = answers(phq2Url(), today.addDays(-1), u"urn:uuid:6"_s);
        QCOMPARE(due(0), u"phq-2-9"_s);
        // Whatever else the clinic asks for; not when it does not serve the form, and not outside the program.
        facts.tasks = {task(u"1"_s, gad7Url())};
        QCOMPARE(due(0), u"gad-7 phq-2-9"_s);
        QCOMPARE(due(6), u"gad-7 phq-2-9"_s);
        QCOMPARE(due(7), u"gad-7"_s);
        facts.tasks = {task(u"1"_s, phq9Url())};
        QCOMPARE(due(0), u"phq-9"_s);
        facts.tasks = {task(u"1"_s, gad7Url())};
        facts.program = program(start, today.addDays(-1));
        QCOMPARE(due(0), u"gad-7"_s);
        facts.program = program(today.addDays(1), today.addDays(80));
        QCOMPARE(due(0), u"gad-7"_s);
        facts.program = {};
        facts.forms.removeIf([](const FormName &one) { return one.url == phq2Url(); });
        QCOMPARE(due(0), u"gad-7"_s);
    }

    void oneFormIsDueOnce()
    {
        AssignmentFacts facts = served({});
        facts.tasks = {task(u"new"_s, phq9Url()), task(u"old"_s, phq9Url())};
        facts.tasks[1].from = today.addDays(-9);
        PlannedForm planned;
        planned.questionnaire = phq9Url();
        facts.planned = {planned};
        const QList<Assignment> list = assignments(facts, now, newYork);
        QCOMPARE(list.size(), 1);
        QCOMPARE(list.first().id, u"task/old"_s);
    }

    /// The weekly ones of a clinic, each a Task of its own: after missed weeks the same questions are asked once.
    void aMissedWeekIsNotAskedBehindTheNext()
    {
        AssignmentFacts facts = served({});
        const QDate monday(2026, 11, 16);
        for (int week = 0; week < 4; ++week) {
            CareTask one = task(QString::number(week), week == 3 ? gad2Url() : phq2Url());
            one.from = monday.addDays(7 * (week % 3) - 14);
            one.due = one.from.addDays(6);
            facts.tasks << one;
        }
        const auto due = [&](int days) {
            QStringList ids;
            for (const Assignment &one : assignments(facts, now.addDays(days), newYork)) {
                if (one.state == State::Due)
                    ids << one.id;
            }
            return ids.join(u' ');
        };
        QCOMPARE(due(-14), u"task/0 task/3"_s);
        QCOMPARE(due(0), u"task/3 task/2"_s); // nothing came after the other form: it still can be given
        QCOMPARE(due(9), u"task/3 task/2"_s);
        const QString third = urn(assignedId(facts.patientId, phq2Url(), u"2"_s));
        facts.submitted = {answers(phq2Url(), today, third)};
        QCOMPARE(due(0), u"task/3"_s); // and the ones before do not come back
        facts.submitted.clear();
        facts.tasks[2].status = TaskStatus::TakenBack;
        QCOMPARE(due(0), u"task/3 task/1"_s);
        // What has no last day waits as long as it may.
        facts.tasks[1].due = {};
        facts.tasks[2].status = TaskStatus::Completed;
        QCOMPARE(due(0), u"task/3 task/1"_s);
    }

    void anAskingThatIsOverLeadsToTheOneThatRuns()
    {
        AssignmentFacts facts = served({phq2Url()});
        facts.program = program(today.addDays(-30), today.addDays(30));
        const auto named = [&](const QString &argument) {
            return assignmentNamed(argument, assignments(facts, now, newYork), facts, today).value_or(Assignment()).id;
        };
        const QString running = u"rhythm/"_s + phq2Url() + u"/2026-11-16"_s;
        QCOMPARE(named(running), running);
        QCOMPARE(named(u"rhythm/"_s + phq2Url() + u"/2026-11-09"_s), running);
        QCOMPARE(named(u"plan/"_s + phq2Url() + u"/2026-11-09"_s), running);
        QCOMPARE(named(phq2Url()), running);
        facts.tasks = {task(u"1"_s, phq2Url(), TaskStatus::TakenBack)};
        QCOMPARE(named(u"task/1"_s), running);
        QCOMPARE(named(u"task/2"_s), QString());
        QCOMPARE(named(u"rhythm/"_s + gad7Url() + u"/2026-11-09"_s), QString());
    }

    void formsOfThePlan()
    {
        AssignmentFacts facts = served({});
        PlannedForm once;
        once.questionnaire = canonical(u"Questionnaire/sleep");
        once.from = today.addDays(-10);
        once.due = today.addDays(10);
        PlannedForm weekly = once;
        weekly.questionnaire = gad7Url();
        weekly.everyDays = 7;
        PlannedForm later = once;
        later.questionnaire = phq9Url();
        later.from = today.addDays(1);
        facts.planned = {once, weekly, later};
        QList<Assignment> list = assignments(facts, now, newYork);
        QCOMPARE(names(list, State::Due), u"gad-7 sleep"_s);
        QCOMPARE(names(list, State::Later), u"phq-9"_s);
        QCOMPARE(list.at(0).from, today.addDays(-3)); // its second turn
        QCOMPARE(list.at(0).until, today.addDays(3));
        facts.submitted = {answers(gad7Url(), today.addDays(-1)), answers(once.questionnaire, today.addDays(-9), u"urn:uuid:2"_s)};
        QCOMPARE(names(assignments(facts, now, newYork), State::Due), QString());
        QCOMPARE(names(assignments(facts, now.addDays(4), newYork), State::Due), u"phq-9 gad-7"_s);
        facts.planned = {once};
        facts.planned.first().isCompleted = true;
        facts.submitted.clear();
        QVERIFY(names(assignments(facts, now, newYork), State::Due).isEmpty());
    }

    void aPlanThatSaysNoStart()
    {
        AssignmentFacts facts = served({});
        PlannedForm once;
        once.questionnaire = canonical(u"Questionnaire/sleep");
        PlannedForm weekly;
        weekly.questionnaire = gad7Url();
        weekly.everyDays = 7;
        facts.planned = {once, weekly};
        const auto on = [&](int days, const QString &url) {
            for (const Assignment &one : assignments(facts, now.addDays(days), newYork)) {
                if (one.url() == url)
                    return one;
            }
            return Assignment();
        };
        // The same asking on the next day: its draft, its reminder and its answers stay its own.
        for (const QString &url : {once.questionnaire, weekly.questionnaire}) {
            QVERIFY(!on(0, url).id.isEmpty());
            QCOMPARE(on(1, url).id, on(0, url).id);
            QCOMPARE(on(1, url).identifier, on(0, url).identifier);
        }
        QCOMPARE(on(0, once.questionnaire).from, today);
        QCOMPARE(on(1, once.questionnaire).from, today.addDays(1));
        QVERIFY(!on(0, once.questionnaire).until.isValid());
        QCOMPARE(on(0, gad7Url()).from, QDate(2026, 11, 16)); // a Monday
        QCOMPARE(on(0, gad7Url()).until, QDate(2026, 11, 22));
        QVERIFY(on(5, gad7Url()).id != on(0, gad7Url()).id);
        // Answered in its week it comes back on Monday; what is asked once is done by any answer.
        facts.submitted = {answers(gad7Url(), today), answers(once.questionnaire, today.addDays(-90), u"urn:uuid:2"_s)};
        QCOMPARE(names(assignments(facts, now, newYork), State::Due), QString());
        QCOMPARE(names(assignments(facts, now.addDays(5), newYork), State::Due), u"gad-7"_s);
        QCOMPARE(names(assignments(facts, now.addDays(5), newYork), State::Done), u"sleep"_s);
        facts.submitted.clear();
        facts.planned.last().due = today.addDays(1);
        QCOMPARE(on(1, gad7Url()).until, today.addDays(1));
        QVERIFY(on(2, gad7Url()).id.isEmpty()); // the plan is over
    }
};

} // namespace handrail

QTEST_GUILESS_MAIN(handrail::AssignmentsTest)
#include "tst_assignments.moc"
