// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Ids.h"
#include "fhir/Read.h"

#include <QRegularExpression>
#include <QTest>

using namespace handrail;
using namespace handrail::fhir;
using namespace Qt::StringLiterals;

namespace {

/// Single quotes stand for double ones, and OURS for the base of our own canonicals.
QByteArray quoted(const char *json)
{
    return QByteArray(json).replace('\'', '"').replace("OURS", canonicalBase.toString().toUtf8());
}

QByteArray goalOf(const char *elements)
{
    return quoted("{'resourceType':'Goal','id':'g1','lifecycleStatus':'active','subject':{'reference':'Patient/maya'},")
        + quoted(elements) + '}';
}

PlanGoal read(const QByteArray &json)
{
    const auto goal = readGoal(json);
    if (!goal || !*goal)
        qFatal("no goal in %s", json.constData());
    return **goal;
}

const char *plan = "{'resourceType':'CarePlan','id':'p','status':'active','intent':'plan','subject':{'reference':'Patient/maya'},"
                   "'activity':[%1]}";

QList<PlannedStep> steps(const char *activities)
{
    return readPlannedSteps(quoted(plan).replace("%1", quoted(activities))).value();
}

} // namespace

/// Goals, their steps and the levels of care as clinics write them, and as they should not.
class FhirPlanTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGoal()
    {
        const PlanGoal goal = read(goalOf(
            "'description':{'text':'Sleep through most nights'},"
            "'target':[{'measure':{'text':'Sleep through most nights'},'dueDate':'2027-01-10'},"
            "{'measure':{'text':'Nights'},'detailQuantity':{'value':5,'unit':'a week','code':'/wk','system':'http://u.example'}},"
            "{'detailString':'Phone in the kitchen','dueDate':'2026-12-03'}]"));
        QCOMPARE(goal.words, u"Sleep through most nights"_s);
        QCOMPARE(goal.state, GoalState::Working);
        // What only says the goal again is no step.
        QCOMPARE(goal.steps.size(), 2);
        QCOMPARE(goal.steps.at(0).text, u"Nights: 5 a week"_s);
        QVERIFY(!goal.steps.at(0).hasState);
        QCOMPARE(goal.steps.at(1).text, u"Phone in the kitchen"_s);
        QCOMPARE(goal.reviewDate, QDate(2026, 12, 3));
    }

    void itsOwnDateCountsFirst()
    {
        const PlanGoal goal = read(goalOf("'extension':[{'url':'OURS/StructureDefinition/review-date','valueDate':'2027-02-01'}],"
                                          "'description':{'text':'x'},'target':[{'measure':{'text':'y'},'dueDate':'2026-12-03'}]"));
        QCOMPARE(goal.reviewDate, QDate(2027, 2, 1));
    }

    void withoutWords()
    {
        // A code and an address are no words.
        const PlanGoal goal = read(goalOf("'description':{'coding':[{'system':'http://snomed.info/sct','code':'160903007'}]}"));
        QVERIFY(goal.words.isEmpty());
        QVERIFY(goal.steps.isEmpty());
        QVERIFY(!goal.reviewDate.isValid());
        const PlanGoal shown = read(goalOf("'description':{'coding':[{'code':'160903007','display':'Full-time work'}]}"));
        QCOMPARE(shown.words, u"Full-time work"_s);
    }

    void states_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<int>("state"); // -1: it is none
        for (const char *status : {"planned", "accepted", "active", "a-code-of-tomorrow"})
            QTest::newRow(status) << QString::fromLatin1(status) << int(GoalState::Working);
        QTest::newRow("completed") << u"completed"_s << int(GoalState::Reached);
        QTest::newRow("on-hold") << u"on-hold"_s << int(GoalState::OnHold);
        for (const char *status : {"proposed", "rejected", "cancelled"})
            QTest::newRow(status) << QString::fromLatin1(status) << -1;
    }
    void states()
    {
        QFETCH(QString, status);
        QFETCH(int, state);
        const auto goal =
            readGoal(goalOf("'description':{'text':'x'}").replace("\"active\"", QByteArray('"' + status.toLatin1() + '"')));
        QVERIFY(goal);
        QCOMPARE(goal->has_value() ? int((*goal)->state) : -1, state);
    }

    void whatIsOverIsNotAlwaysReached_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<int>("state");
        for (const char *code : {"achieved", "sustaining"})
            QTest::newRow(code) << u"completed"_s << int(GoalState::Reached);
        for (const char *code : {"not-achieved", "not-attainable", "no-progress", "worsening", "in-progress", "a-code-of-tomorrow"})
            QTest::newRow(code) << u"completed"_s << int(GoalState::Ended);
        QTest::newRow("sustaining ") << u"active"_s << int(GoalState::Reached);
        QTest::newRow("no-progress ") << u"active"_s << int(GoalState::Working);
        QTest::newRow("not-achieved ") << u"on-hold"_s << int(GoalState::OnHold);
    }
    void whatIsOverIsNotAlwaysReached()
    {
        QFETCH(QString, status);
        QFETCH(int, state);
        const QByteArray achievement = QByteArray(QTest::currentDataTag()).trimmed();
        const PlanGoal goal = read(goalOf("'description':{'text':'x'},'achievementStatus':{'coding':[{'system':'http://"
                                          "terminology.hl7.org/CodeSystem/goal-achievement','code':'ACHIEVEMENT'}]}")
                                       .replace("ACHIEVEMENT", achievement)
                                       .replace("\"active\"", QByteArray('"' + status.toLatin1() + '"')));
        QCOMPARE(int(goal.state), state);
    }

    void inErrorOrNone()
    {
        QCOMPARE(readGoal(goalOf("'description':{'text':'x'}").replace("\"active\"", "\"entered-in-error\"")).error().kind,
                 ProblemKind::NotFound);
        QVERIFY(!readGoal("{}"));
        QVERIFY(!readCareLevel(goalOf("'description':{'text':'x'}")));
    }

    void aThousandTargetsAreNotAll()
    {
        QByteArray targets;
        for (int i = 0; i < 1000; ++i)
            targets += (i > 0 ? "," : "") + quoted("{'detailString':'step %1'}").replace("%1", QByteArray::number(i));
        QCOMPARE(read(goalOf("'description':{'text':'x'},'target':[%2]").replace("%2", targets)).steps.size(), 50);
    }

    void stepsOfAPlan()
    {
        const QList<PlannedStep> found =
            steps("{'detail':{'status':'completed','description':'Call "
                  "her','goal':[{'reference':'Goal/g1'},{'reference':'https://x.example/Goal/g2'}],"
                  "'performer':[{'reference':'Practitioner/d','display':'Dana Ruiz'}],'scheduledPeriod':{'end':'2026-12-01'}}},"
                  "{'detail':{'status':'not-started','code':{'text':'Plan Friday'},'goal':[{'reference':'Goal/g1'}]}}");
        QCOMPARE(found.size(), 2);
        QCOMPARE(found.at(0).goals, (QStringList{u"g1"_s, u"g2"_s}));
        QVERIFY(found.at(0).step.isDone);
        QCOMPARE(found.at(0).step.helpers, QStringList{u"Dana Ruiz"_s});
        QCOMPARE(found.at(0).step.due, QDate(2026, 12, 1));
        QCOMPARE(found.at(1).step.text, u"Plan Friday"_s);
        QVERIFY(!found.at(1).step.isDone && found.at(1).step.hasState);
    }

    void whatIsNoStep()
    {
        QVERIFY(steps("{'detail':{'status':'not-started','description':'For no goal'}}").isEmpty());
        QVERIFY(steps("{'detail':{'status':'cancelled','description':'x','goal':[{'reference':'Goal/g1'}]}}").isEmpty());
        QVERIFY(steps("{'detail':{'status':'not-started','doNotPerform':true,'description':'x','goal':[{'reference':'Goal/g1'}]}}")
                    .isEmpty());
        QVERIFY(steps("{'detail':{'status':'not-started','goal':[{'reference':'Goal/g1'}]}}").isEmpty());
        QVERIFY(steps("{'detail':{'status':'in-progress','description':'IOP','goal':[{'reference':'Goal/g1'}],"
                      "'code':{'coding':[{'system':'OURS/CodeSystem/program-phase','code':'iop'}]}}}")
                    .isEmpty());
        QVERIFY(readPlannedSteps(quoted(plan).replace("%1", "").replace("\"active\"", "\"completed\""))->isEmpty());
    }

    void levelsOfCare()
    {
        const auto level = readCareLevel(
            quoted("{'resourceType':'EpisodeOfCare','id':'e','status':'finished','patient':{'reference':'Patient/maya'},"
                   "'type':[{'coding':[{'system':'OURS/CodeSystem/program','code':'php'}]}],"
                   "'statusHistory':[{'status':'active','period':{'start':'2026-09-01'}},"
                   "{'status':'onhold','period':{'start':'2026-09-10','end':'2026-09-14'}}],"
                   "'period':{'start':'2026-09-01','end':'2026-09-30'}}"));
        QVERIFY(level && *level);
        QCOMPARE((*level)->code, u"php"_s);
        QVERIFY((*level)->title.isEmpty()); // a code is no title
        QCOMPARE((*level)->state, CareLevel::State::Ended);
        QCOMPARE((*level)->from, QDate(2026, 9, 1));
        QCOMPARE((*level)->until, QDate(2026, 9, 30));
        QCOMPARE((*level)->pauses.size(), 1);
        QCOMPARE((*level)->pauses.first().until, QDate(2026, 9, 14));
        const auto other = readCareLevel(quoted("{'resourceType':'EpisodeOfCare','id':'e','status':'cancelled'}"));
        QVERIFY(other && !*other);
    }
};

QTEST_GUILESS_MAIN(FhirPlanTest)
#include "tst_plan.moc"
