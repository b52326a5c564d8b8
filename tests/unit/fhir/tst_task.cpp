// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Fixture.h"
#include "core/Ids.h"
#include "fhir/Bundle.h"
#include "fhir/Read.h"
#include "fhir/Write.h"

#include <QTest>

using namespace handrail;
using namespace handrail::fhir;
using namespace Qt::StringLiterals;

/// What the clinic asks a patient to do, and how it is told that it was done.
class TestTask final : public QObject
{
    Q_OBJECT

    const QByteArray m_task = fixture(u"task-form.json"_s);

private Q_SLOTS:
    void everyElement()
    {
        const auto task = readTask(m_task);
        QVERIFY(task);
        QCOMPARE(task->id, u"t101"_s);
        QCOMPARE(int(task->status), int(TaskStatus::Open));
        QCOMPARE(task->questionnaire, u"https://handrail.example/fhir/Questionnaire/phq-9|1.0.0"_s);
        QVERIFY(task->questionnaireId.isEmpty()); // the input says it all
        QCOMPARE(task->title, u"How the last two weeks were"_s);
        QCOMPARE(readTask(m_task, u"es"_s)->title, u"Cómo fueron las últimas dos semanas"_s);
        QCOMPARE(task->from, QDate(2026, 11, 17));
        QCOMPARE(task->due, QDate(2026, 11, 20)); // the day where it was written, not that of Greenwich
        QCOMPARE(task->authored, QDateTime(QDate(2026, 11, 16), QTime(15, 0), Qt::UTC));
        QVERIFY(isAboutPatient(m_task, u"p101"_s));
        QVERIFY(!isAboutPatient(m_task, u"p102"_s));
        QCOMPARE(namedForms(m_task), QStringList{task->questionnaire});
    }

    void whereElseTheFormMayStand()
    {
        const auto with = [](const char *elements) {
            return readTask(QByteArray("{'resourceType':'Task','id':'1','status':'requested',")
                                .append(elements)
                                .append('}')
                                .replace('\'', '"'))
                .value();
        };
        QCOMPARE(with("'focus':{'reference':'Questionnaire/q7'}").questionnaireId, u"q7"_s);
        QCOMPARE(with("'input':[{'valueString':'a'},{'valueReference':{'reference':'Questionnaire/q8'}}]").questionnaireId,
                 u"q8"_s);
        const CareTask inPlace =
            with("'input':[{'type':{'coding':[{'system':'http://hl7.org/fhir/uv/sdc/CodeSystem/temp','code':'questionnaire'}]},"
                 "'valueCanonical':'Questionnaire/q9|2'}]");
        QCOMPARE(inPlace.questionnaireId, u"q9"_s);
        QCOMPARE(inPlace.questionnaire, QString());
        QCOMPARE(with("'instantiatesCanonical':'https://c.example/Questionnaire/x'").questionnaire,
                 u"https://c.example/Questionnaire/x"_s);
        QCOMPARE(with("'input':[{'valueString':'a'},{'valueCanonical':'https://c.example/Questionnaire/y'}]").questionnaire,
                 u"https://c.example/Questionnaire/y"_s);
        QCOMPARE(with("'instantiatesCanonical':'Questionnaire/q10|2'").questionnaireId, u"q10"_s);
        QCOMPARE(with("'input':[{'valueCanonical':'Questionnaire/q11'}]").questionnaireId, u"q11"_s);
        QCOMPARE(with("'instantiatesCanonical':'Questionnaire/../x'").questionnaire, QString());
        // The address may be anybody's.
        const CareTask guessed = with("'instantiatesCanonical':'http://loinc.org/q/44249-1|2'");
        QVERIFY(guessed.isFormGuessed);
        QCOMPARE(guessed.questionnaire, u"http://loinc.org/q/44249-1|2"_s);
        QVERIFY(!with("'instantiatesCanonical':'https://c.example/Questionnaire/x'").isFormGuessed);
        for (const char *other : {"https://c.example/ActivityDefinition/walk", "https://c.example/PlanDefinition/p",
                                  "https://c.example/Measure/m", "https://c.example/OperationDefinition/o", "two words", "walk"})
            QCOMPARE(with(QByteArray("'instantiatesCanonical':'").append(other).append('\'').constData()).questionnaire, QString());
        QCOMPARE(with("'focus':{'reference':'Library/m1'},'instantiatesCanonical':'https://c.example/walk'").library, u"m1"_s);
        // A lesson is no form.
        const CareTask lesson =
            with("'focus':{'reference':'Library/m1'},'input':[{'valueCanonical':'https://c.example/Library/m'}]");
        QVERIFY(lesson.questionnaire.isEmpty() && lesson.questionnaireId.isEmpty());
        QCOMPARE(lesson.library, u"m1"_s);
        QCOMPARE(with("'input':[{'valueString':'a'},{'valueCanonical':'https://c.example/Library/sleep|2'}]").library, u"sleep"_s);
        QCOMPARE(with("'input':[{'valueReference':{'reference':'Library/m2'}}]").library, u"m2"_s);
        QCOMPARE(with("'instantiatesCanonical':'https://c.example/Library/a/../b'").library, QString());
        QCOMPARE(with("'instantiatesCanonical':'https://c.example/Library/'").library, QString());
        // And a form is no lesson.
        QCOMPARE(with("'focus':{'reference':'Library/m1'},'instantiatesCanonical':'https://c.example/Questionnaire/x'").library,
                 QString());
    }

    void whoAsksAndForWhichSession()
    {
        const auto with = [](const char *elements) {
            return readTask(QByteArray("{'resourceType':'Task','id':'1','status':'requested',")
                                .append(elements)
                                .append('}')
                                .replace('\'', '"'))
                .value();
        };
        QCOMPARE(with("'requester':{'reference':'Practitioner/7','display':'Dana Ortiz'}").by, u"Dana Ortiz"_s);
        QCOMPARE(with("'reasonReference':{'reference':'Appointment/a7'}").sessionId, u"a7"_s);
        QCOMPARE(with("'input':[{'valueReference':{'reference':'Appointment/a8'}}]").sessionId, u"a8"_s);
        QCOMPARE(with("'reasonReference':{'reference':'Condition/c1'}").sessionId, QString());
    }

    void whatThePlanNamesToRead()
    {
        const QByteArray plan =
            QByteArray("{'resourceType':'CarePlan','id':'1','status':'active','intent':'plan',"
                       "'period':{'start':'2026-11-02'},'activity':[{'detail':{'status':'scheduled','description':'Sleep',"
                       "'instantiatesCanonical':['https://c.example/Library/sleep-and-stress','https://c.example/Questionnaire/x'],"
                       "'scheduledPeriod':{'end':'2026-11-20'}}},"
                       "{'detail':{'status':'cancelled','instantiatesCanonical':['https://c.example/Library/y']}}]}")
                .replace('\'', '"');
        const auto planned = readPlannedReadings(plan);
        QVERIFY(planned);
        QCOMPARE(planned->size(), 1);
        QCOMPARE(planned->first().library, u"sleep-and-stress"_s);
        QCOMPARE(planned->first().title, u"Sleep"_s);
        QCOMPARE(planned->first().from, QDate(2026, 11, 2));
        QCOMPARE(planned->first().due, QDate(2026, 11, 20));
        QCOMPARE(readPlannedForms(plan)->size(), 1);
        QVERIFY(readPlannedReadings(QByteArray(plan).replace("active", "revoked"))->isEmpty());
    }

    void whoIsToDoIt_data()
    {
        QTest::addColumn<QByteArray>("owner");
        QTest::addColumn<QString>("read");
        QTest::newRow("the patient") << QByteArray("{'reference':'Patient/p1'}") << u"Patient/p1"_s;
        QTest::newRow("at an address") << QByteArray("{'reference':'https://c.example/fhir/Practitioner/9'}")
                                       << u"Practitioner/9"_s;
        QTest::newRow("a type alone") << QByteArray("{'type':'PractitionerRole','display':'Evening nurse'}")
                                      << u"PractitionerRole"_s;
        QTest::newRow("a patient") << QByteArray("{'type':'Patient','display':'Maya'}") << QString();
        QTest::newRow("a name alone") << QByteArray("{'display':'Maya'}") << QString();
        QTest::newRow("nobody") << QByteArray("null") << QString();
    }
    void whoIsToDoIt()
    {
        QFETCH(QByteArray, owner);
        QFETCH(QString, read);
        const QByteArray json = "{'resourceType':'Task','id':'1','status':'requested','owner':" + owner + '}';
        QCOMPARE(readTask(QByteArray(json).replace('\'', '"'))->owner, read);
    }

    void doneWithoutAForm()
    {
        const QByteArray update = writeTaskCompletion(u"t101"_s);
        QCOMPARE(int(compareTask(m_task, update)), int(TaskStanding::Open));
        const QByteArray done = applyTaskUpdate(m_task, update, {});
        QCOMPARE(int(readTask(done)->status), int(TaskStatus::Completed));
        QVERIFY(!done.contains("output"));
        QCOMPARE(int(compareTask(done, update)), int(TaskStanding::Same));
        QCOMPARE(int(compareTask(QByteArray(m_task).replace("\"requested\"", "\"cancelled\""), update)), int(TaskStanding::Closed));
    }

    void states_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("requested") << int(TaskStatus::Open);
        QTest::newRow("in-progress") << int(TaskStatus::Open);
        QTest::newRow("a-code-of-the-future") << int(TaskStatus::Open);
        QTest::newRow("completed") << int(TaskStatus::Completed);
        QTest::newRow("cancelled") << int(TaskStatus::TakenBack);
        QTest::newRow("rejected") << int(TaskStatus::TakenBack);
        QTest::newRow("failed") << int(TaskStatus::TakenBack);
        QTest::newRow("draft") << int(TaskStatus::Waiting);
        QTest::newRow("on-hold") << int(TaskStatus::Waiting);
    }
    void states()
    {
        QFETCH(int, status);
        const QByteArray code = QByteArray(QTest::currentDataTag()).prepend('"').append('"');
        QCOMPARE(int(readTask(QByteArray(m_task).replace("\"requested\"", code))->status), status);
    }

    void notATask()
    {
        QCOMPARE(readTask(QByteArray(m_task).replace("\"requested\"", "\"entered-in-error\"")).error().kind, ProblemKind::NotFound);
        QCOMPARE(readTask("{\"resourceType\":\"Patient\",\"id\":\"1\"}").error().kind, ProblemKind::BadData);
        QVERIFY(namedForms("<html>").isEmpty());
    }

    void aFormThatIsNamedByItsIdAlone()
    {
        const QByteArray byId = R"({"resourceType":"Task","id":"1","status":"requested","focus":{"reference":"Questionnaire/q7"}})";
        QCOMPARE(namedForms(byId), QStringList{u"Questionnaire/q7"_s});
        QVERIFY(namedForms(QByteArray(byId).replace("requested", "cancelled")).isEmpty());
        QVERIFY(namedForms(QByteArray(byId).replace("q7", "q 7")).isEmpty());
        QVERIFY(namedForms(QByteArray(byId).replace("Questionnaire", "Library")).isEmpty());
    }

    void theFormThatAnswersAreTo_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("named");
        const auto as = [](const QString &same) { QTest::newRow(qPrintable(same)) << same << same; };
        as(u"https://c.example/Questionnaire/sleep|2"_s);
        as(u"https://c.example/sleep"_s);
        as(u"urn:oid:1.2.3"_s);
        as(u"Questionnaire/q7"_s);
        QTest::newRow("a reference with a version") << u"Questionnaire/q7|2"_s << u"Questionnaire/q7"_s;
        QTest::newRow("a version of a record") << u"Questionnaire/q7/_history/2"_s << u"Questionnaire/q7"_s;
        QTest::newRow("two references") << u"Questionnaire/q7,q8"_s << QString();
        QTest::newRow("none") << QString() << QString();
        QTest::newRow("inside") << u"#form"_s << QString();
        QTest::newRow("words") << u"Form: how you sleep"_s << QString();
        QTest::newRow("without end") << QString(u"https://c.example/" + QString(600, u'a')) << QString();
    }
    void theFormThatAnswersAreTo()
    {
        QFETCH(QString, written);
        QFETCH(QString, named);
        const QByteArray answers =
            QByteArray("{'resourceType':'QuestionnaireResponse','id':'1','status':'completed','questionnaire':'")
                .append(written.toUtf8())
                .append("'}")
                .replace('\'', '"');
        QCOMPARE(namedForms(answers), named.isEmpty() ? QStringList() : QStringList{named});
        QCOMPARE(namedForms(QByteArray(answers).replace("completed", "amended")), namedForms(answers));
        QVERIFY(namedForms(QByteArray(answers).replace("completed", "in-progress")).isEmpty()); // which is not shown
    }

    void completedOnce()
    {
        const QByteArray update = writeTaskCompletion(u"t101"_s, u"urn:uuid:7"_s);
        QCOMPARE(int(compareTask(m_task, update)), int(TaskStanding::Open));
        const QByteArray done = applyTaskUpdate(m_task, update, u"r1"_s);
        QCOMPARE(int(compareTask(done, update)), int(TaskStanding::Same));
        QCOMPARE(applyTaskUpdate(done, update, u"r1"_s).count("urn:uuid:7"), 1);
        QVERIFY(done.contains("QuestionnaireResponse/r1"));
        QVERIFY(done.contains("\"_description\""));
        QVERIFY(done.contains("\"versionId\":\"3\""));
        QVERIFY(!applyTaskUpdate(m_task, update, {}).contains("QuestionnaireResponse/"));
        for (const char *code : {"\"cancelled\"", "\"rejected\"", "\"failed\"", "\"entered-in-error\""})
            QCOMPARE(int(compareTask(QByteArray(m_task).replace("\"requested\"", code), update)), int(TaskStanding::Closed));
    }

    void formsOfAPlan()
    {
        const auto plan = [](const QByteArray &activity, const QByteArray &status = "active") {
            const QByteArray json = "{'resourceType':'CarePlan','id':'1','intent':'plan','status':'" + status
                + "','period':{'start':'2026-11-02'},'activity':[{'detail':{" + activity + "}}]}";
            return readPlannedForms(QByteArray(json).replace('\'', '"'));
        };
        const QByteArray form =
            "'kind':'Task','instantiatesCanonical':['https://c.example/Questionnaire/x|2'],'status':'scheduled'";
        const auto once = plan(form + ",'description':'Sleep','scheduledPeriod':{'start':'2026-11-09','end':'2026-11-15'}");
        QCOMPARE(once->size(), 1);
        QCOMPARE(once->first().questionnaire, u"https://c.example/Questionnaire/x|2"_s);
        QCOMPARE(once->first().title, u"Sleep"_s);
        QCOMPARE(once->first().from, QDate(2026, 11, 9));
        QCOMPARE(once->first().due, QDate(2026, 11, 15));
        QCOMPARE(once->first().everyDays, 0);
        const auto weekly = plan(form + ",'scheduledTiming':{'repeat':{'frequency':1,'period':2,'periodUnit':'wk'}}");
        QCOMPARE(weekly->first().everyDays, 14);
        QCOMPARE(weekly->first().from, QDate(2026, 11, 2)); // the plan's own
        QVERIFY(plan(form, "revoked")->isEmpty());
        QVERIFY(plan(QByteArray(form).replace("scheduled", "cancelled"))->isEmpty());
        QVERIFY(plan(QByteArray(form).replace("Questionnaire", "Library"))->isEmpty());
        QVERIFY(plan(QByteArray(form).replace("'scheduled'", "'completed'"))->first().isCompleted);
        QVERIFY(!once->first().isFormGuessed);
        const auto named = [&](const QByteArray &canonical) {
            return plan(QByteArray(form).replace("https://c.example/Questionnaire/x|2", canonical)).value();
        };
        QCOMPARE(named("Questionnaire/q7|2").first().questionnaire, u"Questionnaire/q7"_s);
        QVERIFY(!named("Questionnaire/q7").first().isFormGuessed);
        QCOMPARE(named("http://loinc.org/q/44249-1").first().questionnaire, u"http://loinc.org/q/44249-1"_s);
        QVERIFY(named("http://loinc.org/q/44249-1").first().isFormGuessed);
        for (const char *other : {"https://c.example/ActivityDefinition/walk", "ActivityDefinition/walk", "Questionnaire/../x"})
            QVERIFY(named(other).isEmpty());
    }

    void howOftenAPlanAsks_data()
    {
        QTest::addColumn<QByteArray>("repeat");
        QTest::addColumn<int>("days");
        QTest::newRow("each day") << QByteArray("'frequency':1,'period':1,'periodUnit':'d'") << 1;
        QTest::newRow("each fortnight") << QByteArray("'period':2,'periodUnit':'wk'") << 14;
        QTest::newRow("each month") << QByteArray("'period':1,'periodUnit':'mo'") << 30;
        QTest::newRow("each year") << QByteArray("'period':1,'periodUnit':'a'") << 365;
        QTest::newRow("twice a week") << QByteArray("'frequency':2,'period':1,'periodUnit':'wk'") << 3;
        QTest::newRow("seven times a week") << QByteArray("'frequency':7,'period':1,'periodUnit':'wk'") << 1;
        QTest::newRow("twice a month") << QByteArray("'frequency':2,'period':1,'periodUnit':'mo'") << 15;
        QTest::newRow("three times a day") << QByteArray("'frequency':3,'period':1,'periodUnit':'d'") << 1;
        QTest::newRow("each 12 hours") << QByteArray("'period':12,'periodUnit':'h'") << 1;
        QTest::newRow("each 72 hours") << QByteArray("'frequency':1,'period':72,'periodUnit':'h'") << 3;
        QTest::newRow("each 30 minutes") << QByteArray("'period':30,'periodUnit':'min'") << 1;
        QTest::newRow("each second") << QByteArray("'period':1,'periodUnit':'s'") << 1;
        QTest::newRow("never") << QByteArray("'frequency':0,'period':1,'periodUnit':'wk'") << 7;
        QTest::newRow("less than never") << QByteArray("'frequency':-2,'period':1,'periodUnit':'wk'") << 7;
        QTest::newRow("very often") << QByteArray("'frequency':1e300,'period':1,'periodUnit':'wk'") << 1;
        QTest::newRow("often in words") << QByteArray("'frequency':'2','period':1,'periodUnit':'wk'") << 7;
        QTest::newRow("no period") << QByteArray("'frequency':2") << 0;
        QTest::newRow("a period of nothing") << QByteArray("'period':0,'periodUnit':'d'") << 0;
        QTest::newRow("a period back") << QByteArray("'period':-7,'periodUnit':'d'") << 0;
        QTest::newRow("a period in words") << QByteArray("'period':'1','periodUnit':'d'") << 0;
        QTest::newRow("no unit") << QByteArray("'period':1") << 0;
        QTest::newRow("another unit") << QByteArray("'period':1,'periodUnit':'decade'") << 0;
        QTest::newRow("too long") << QByteArray("'period':1e300,'periodUnit':'wk'") << 0;
        QTest::newRow("longer than numbers") << QByteArray("'period':1.7e308,'periodUnit':'a'") << 0;
        QTest::newRow("no list") << QByteArray("'period':[1],'periodUnit':'d'") << 0;
        QTest::newRow("on Sundays") << QByteArray("'dayOfWeek':['sun']") << 7;
        QTest::newRow("daily, on Sundays alone") << QByteArray("'dayOfWeek':['sun'],'period':1,'periodUnit':'d'") << 7;
        QTest::newRow("each second Sunday") << QByteArray("'dayOfWeek':['sun'],'period':2,'periodUnit':'wk'") << 14;
        QTest::newRow("a Sunday each month") << QByteArray("'dayOfWeek':['sun'],'period':1,'periodUnit':'mo'") << 28;
        QTest::newRow("on Sundays twice") << QByteArray("'dayOfWeek':['sun','sun'],'period':1,'periodUnit':'wk'") << 7;
        QTest::newRow("on three days") << QByteArray("'dayOfWeek':['mon','wed','fri'],'period':1,'periodUnit':'wk'") << 2;
        QTest::newRow("on each day") << QByteArray("'dayOfWeek':['mon','tue','wed','thu','fri','sat','sun']") << 1;
        QTest::newRow("on some day") << QByteArray("'dayOfWeek':['funday']") << 0;
        QTest::newRow("on a day and some other") << QByteArray("'dayOfWeek':['sun','funday'],'period':1,'periodUnit':'wk'") << 7;
        QTest::newRow("on a day that is no list") << QByteArray("'dayOfWeek':'sun'") << 0;
    }
    void howOftenAPlanAsks()
    {
        QFETCH(QByteArray, repeat);
        QFETCH(int, days);
        const auto planned = turnsOf(repeat, {});
        QVERIFY(planned);
        QCOMPARE(planned->size(), 1);
        QCOMPARE(planned->first().everyDays, days);
    }

    /// Of a plan from Wednesday, November 4, on: the first day of the first turn, and the last of the last one.
    void fromWhenToWhenAPlanAsks_data()
    {
        QTest::addColumn<QByteArray>("repeat");
        QTest::addColumn<QByteArray>("end"); // of the plan
        QTest::addColumn<QDate>("from");
        QTest::addColumn<QDate>("due");
        const auto row = [](const char *name, const QByteArray &repeat, const QByteArray &end, const QDate &from,
                            const QDate &due) { QTest::newRow(name) << repeat << end << from << due; };
        const QByteArray weekly = "'period':1,'periodUnit':'wk'", sundays = weekly + ",'dayOfWeek':['sun']";
        const QDate wednesday(2026, 11, 4), sunday(2026, 11, 8);
        row("weekly", weekly, {}, wednesday, {});
        row("on Sundays", sundays, {}, sunday, {});
        row("on Wednesdays", weekly + ",'dayOfWeek':['wed']", {}, wednesday, {});
        row("on three days", weekly + ",'dayOfWeek':['mon','fri','sun']", {}, wednesday, {});
        row("on Sundays from a day on", sundays + ",'boundsPeriod':{'start':'2026-11-09'}", {}, {2026, 11, 15}, {});

        row("for 8 weeks", weekly + ",'boundsDuration':{'value':8,'code':'wk'}", {}, wednesday, {2026, 12, 29});
        row("on 8 Sundays", sundays + ",'boundsDuration':{'value':8,'code':'wk'}", {}, sunday, {2026, 12, 29});
        row("for 10 to 20 days", weekly + ",'boundsRange':{'low':{'value':10,'code':'d'},'high':{'value':20,'code':'d'}}", {},
            wednesday, {2026, 11, 23});
        row("once within 2 weeks", "'boundsDuration':{'value':2,'code':'wk'}", {}, wednesday, {2026, 11, 17});
        row("for some time", weekly + ",'boundsDuration':{'value':8,'unit':'moons'}", {}, wednesday, {});
        row("for no time", weekly + ",'boundsDuration':{'value':-8,'code':'wk'}", {}, wednesday, {});
        row("for a very long time", weekly + ",'boundsDuration':{'value':1e300,'code':'a'}", {}, wednesday, {});

        row("8 times", weekly + ",'count':8", {}, wednesday, {2026, 12, 29});
        row("8 times on Sundays", sundays + ",'count':8", {}, sunday, {2027, 1, 2});
        row("6 to 8 times", weekly + ",'count':6,'countMax':8", {}, wednesday, {2026, 12, 29});
        row("21 times, three a day", "'frequency':3,'period':1,'periodUnit':'d','count':21", {}, wednesday, {2026, 11, 10});
        row("3 times, and not how often", "'count':3", {}, wednesday, {});
        row("never", weekly + ",'count':0", {}, wednesday, {});
        row("times in words", weekly + ",'count':'8'", {}, wednesday, {});
        row("very many times", weekly + ",'count':1e300", {}, wednesday, {});

        row("until the plan ends", weekly, "2026-12-31", wednesday, {2026, 12, 31});
        row("until the plan ends in a month", weekly, "2026-12", wednesday, {2026, 12, 31});
        row("until the plan ends in a year", weekly, "2027", wednesday, {2027, 12, 31});
        row("until the plan ends some day", weekly, "soon", wednesday, {});
        row("longer than the plan", weekly + ",'count':8", "2026-11-30", wednesday, {2026, 11, 30});
        row("shorter than the plan", weekly + ",'count':2", "2026-11-30", wednesday, {2026, 11, 17});
        row("once in a plan that ends", "'frequency':1", "2026-12-31", wednesday, {});
    }
    void fromWhenToWhenAPlanAsks()
    {
        QFETCH(QByteArray, repeat);
        QFETCH(QByteArray, end);
        QFETCH(QDate, from);
        QFETCH(QDate, due);
        const auto planned = turnsOf(repeat, "'start':'2026-11-04'" + (end.isEmpty() ? end : ",'end':'" + end + '\''));
        QVERIFY(planned);
        QCOMPARE(planned->size(), 1);
        QCOMPARE(planned->first().from, from);
        QCOMPARE(planned->first().due, due);
    }

    void thePlansEndIsNoneWhileAPhaseGoesOn()
    {
        const QByteArray weekly = "'period':1,'periodUnit':'wk'", year = "'start':'2026-11-04','end':'2026-12-31'";
        const auto due = [&](const QByteArray &status, const QByteArray &repeat) {
            const auto planned = turnsOf(repeat, year,
                                         ",{'detail':{'status':'" + status + "','code':{'coding':[{'system':'"
                                             + canonical(u"CodeSystem/program-phase").toUtf8() + "','code':'aftercare'}]}}}");
            return planned && planned->size() == 1 ? planned->first().due : QDate(1, 1, 1);
        };
        QCOMPARE(due("completed", weekly), QDate(2026, 12, 31));
        QCOMPARE(due("not-started", weekly), QDate(2026, 12, 31));
        QCOMPARE(due("in-progress", weekly), QDate());
        QCOMPARE(due("on-hold", weekly), QDate());
        QCOMPARE(due("in-progress", weekly + ",'count':2"), QDate(2026, 11, 17));
    }

    void turnsWithoutABeginningAndNone()
    {
        // From the beginning: each Sunday, and how many there were nobody can tell.
        const auto sundays = turnsOf("'dayOfWeek':['sun'],'count':8,'boundsDuration':{'value':8,'code':'wk'}", {});
        QVERIFY(sundays && sundays->size() == 1);
        QCOMPARE(sundays->first().from.dayOfWeek(), int(Qt::Sunday));
        QVERIFY(sundays->first().from < QDate(2001, 1, 1));
        QVERIFY(!sundays->first().due.isValid());
        const auto weekly = turnsOf("'period':1,'periodUnit':'wk','count':8", {});
        QVERIFY(weekly && weekly->size() == 1);
        QVERIFY(!weekly->first().from.isValid());
        QVERIFY(!weekly->first().due.isValid());
        // No Sunday in it: nothing is asked, and nothing stands there as to come.
        const QByteArray days = "'boundsPeriod':{'start':'2026-11-04','end':'2026-11-06'}";
        QVERIFY(turnsOf("'dayOfWeek':['sun']," + days, {})->isEmpty());
        QCOMPARE(turnsOf("'dayOfWeek':['thu']," + days, {})->size(), 1);
        QCOMPARE(turnsOf(days, {})->size(), 1);
    }

private:
    /// Of a plan that asks for one form.
    static Result<QList<PlannedForm>> turnsOf(const QByteArray &repeat, const QByteArray &period, const QByteArray &more = {})
    {
        QByteArray plan = "{'resourceType':'CarePlan','id':'1','intent':'plan','status':'active','period':{" + period
            + "},'activity':[{'detail':{'instantiatesCanonical':['https://c.example/Questionnaire/x'],'scheduledTiming':{'repeat':{"
            + repeat + "}}}}" + more + "]}";
        return readPlannedForms(plan.replace('\'', '"'));
    }
};

QTEST_GUILESS_MAIN(TestTask)
#include "tst_task.moc"
