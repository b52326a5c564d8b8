// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "../content/ContentTexts.h"
#include "care/Learning.h"
#include "care/Outgoing.h"
#include "care/SafetyReport.h"
#include "core/Assignment.h"
#include "fakes/DamagedStore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace handrail;
using namespace Qt::StringLiterals;
using What = AssignedLearning::What;

namespace {

const QDateTime now(QDate(2026, 11, 18), QTime(20, 20), Qt::UTC); // a Wednesday
const QTimeZone newYork("America/New_York");
const QString urges = u"urges"_s;

Lesson lesson(const QString &id, int minutes = 3)
{
    Lesson one;
    one.id = id;
    one.minutes = minutes;
    return one;
}

CareTask task(const QString &id, const QString &library, const QDate &due = {})
{
    CareTask one;
    one.id = id;
    one.library = library;
    one.due = due;
    return one;
}

/// A module of two lessons, a module without any, a skill.
ContentLibrary library()
{
    auto source = std::make_shared<texts::MapTexts>();
    source->map.insert(u"skills/feet/en.md"_s, texts::skill("feet"));
    source->map.insert(u"lessons/urges/en.md"_s, texts::module("urges"));
    source->map.insert(u"lessons/urges/wave/en.md"_s, texts::lesson("wave", "feet"));
    source->map.insert(u"lessons/urges/map/en.md"_s, texts::lesson("map", "feet").replace("order: 1", "order: 2"));
    return ContentLibrary(u"en"_s, {source});
}

QString names(const QList<AssignedLearning> &list)
{
    QStringList names;
    for (const AssignedLearning &one : list)
        names << (one.isDone ? one.library + u"-done"_s : one.library);
    return names.join(u' ');
}

} // namespace

/// Places in lessons and quizzes, and what the clinic asks for.
class TestLearning final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Store> m_store;
    std::unique_ptr<Records> m_records;

    LearningPlaces places() { return learningPlaces(*m_records).value(); }

    void putTask(const QString &id, const QByteArray &elements)
    {
        const QByteArray json = "{\"resourceType\":\"Task\",\"id\":\"" + id.toUtf8()
            + "\",\"status\":\"requested\",\"intent\":\"order\",\"for\":{\"reference\":\"Patient/p1\"},"
            + QByteArray(elements).replace('\'', '"') + "}";
        QVERIFY(m_store->putRecords({{u"Task"_s, id, u"1"_s, now, {}, json}}));
    }

private Q_SLOTS:
    void init()
    {
        m_store = Store::inMemory().value();
        Identity identity;
        identity.patientId = u"p1"_s;
        m_records = std::make_unique<Records>(*m_store, identity);
    }

    void damagedPlacesAreBegunAnewAndThatIsKnown()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"store.db"_s);
        const StoreKey key = StoreKey::generate();
        m_store = Store::create(path, key).value();
        m_records = std::make_unique<Records>(*m_store, Identity());
        QVERIFY(keepCard(*m_records, u"wave"_s, 2, 6, now));
        m_records.reset();
        m_store.reset();
        {
            DamagedStore file(path);
            QVERIFY(file.flip(file.values().constLast()));
        }
        m_store = Store::open(path, key).value();
        m_records = std::make_unique<Records>(*m_store, Identity());
        QVERIFY(places().isBegunAnew && places().lessons.isEmpty());
        QVERIFY(keepCard(*m_records, u"map"_s, 1, 6, now));
        QCOMPARE(places().lessons.value(u"map"_s).card, 1);
        QVERIFY(places().isBegunAnew); // said until it was read
        QVERIFY(keepFinished(*m_records, u"map"_s, now));
        QVERIFY(!places().isBegunAnew);
    }

    void aPlaceIsKeptAndTheEndIsKeptOnce()
    {
        QVERIFY(!places().lessons.value(u"wave"_s).isBegun());
        QVERIFY(keepCard(*m_records, u"wave"_s, 2, 6, now));
        LessonPlace place = places().lessons.value(u"wave"_s);
        QCOMPARE(place.card, 2);
        QCOMPARE(place.cards, 6);
        QVERIFY(place.isBegun() && !place.isFinished());
        QCOMPARE(cardToShow(place, 6), 2);
        QVERIFY(keepFinished(*m_records, u"wave"_s, now.addSecs(60)));
        QVERIFY(keepFinished(*m_records, u"wave"_s, now.addDays(3)));
        place = places().lessons.value(u"wave"_s);
        QCOMPARE(place.finishedAt, now.addSecs(60));
        QCOMPARE(cardToShow(place, 6), 0);
        // Read again to the third card: it is finished still.
        QVERIFY(keepCard(*m_records, u"wave"_s, 2, 6, now.addDays(4)));
        QCOMPARE(places().lessons.value(u"wave"_s).finishedAt, now.addSecs(60));
        QVERIFY(m_records->holdsOwnThings());
    }

    void aShorterLessonThanBefore()
    {
        QVERIFY(keepCard(*m_records, u"wave"_s, 5, 6, now));
        const LessonPlace place = places().lessons.value(u"wave"_s);
        QCOMPARE(cardToShow(place, 4), 3);
        QCOMPARE(cardToShow(place, 1), 0);
        QCOMPARE(cardToShow(place, 0), 0);
        QCOMPARE(cardToShow({-7, 0, now, {}}, 4), 0);
    }

    void whatLiesThereMayBeAnything_data()
    {
        QTest::addColumn<QByteArray>("kept");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("\x01\x02");
        QTest::newRow("other types") << QByteArray("{'lessons':[1],'quizzes':7}");
        QTest::newRow("far out") << QByteArray("{'lessons':{'wave':{'card':-9,'cards':99999999,'read':'never'}},'quizzes':{'urges':"
                                               "{'question':1e12,'answers':['a',{}]}}}");
    }
    void whatLiesThereMayBeAnything()
    {
        QFETCH(QByteArray, kept);
        QVERIFY(m_store->setValue(u"learning"_s, QByteArray(kept).replace('\'', '"')));
        const LearningPlaces read = places();
        QCOMPARE(cardToShow(read.lessons.value(u"wave"_s), 4), 0);
        for (const int answer : read.quizzes.value(urges).answers)
            QCOMPARE(answer, -1);
        QVERIFY(keepCard(*m_records, u"wave"_s, 1, 4, now));
        QCOMPARE(places().lessons.value(u"wave"_s).card, 1);
    }

    void answersCanBeChangedAsOftenAsOneLikes()
    {
        QVERIFY(keepAnswer(*m_records, urges, 3, 1));
        QCOMPARE(places().quizzes.value(urges).answers, (QList<int>{-1, -1, -1, 1}));
        QVERIFY(keepAnswer(*m_records, urges, 3, 0));
        QVERIFY(keepAnswer(*m_records, urges, 3, 2));
        QVERIFY(keepQuestion(*m_records, urges, 3));
        QCOMPARE(places().quizzes.value(urges).answers.at(3), 2);
        QCOMPARE(places().quizzes.value(urges).question, 3);
        QVERIFY(keepQuizFinished(*m_records, urges, now));
        QCOMPARE(places().quizzes.value(urges).question, 0);
        QCOMPARE(places().quizzes.value(urges).answers.at(3), 2);
        QVERIFY(keepAnswer(*m_records, urges, -1, 2)); // no such question: nothing happens
        QVERIFY(keepAnswer(*m_records, urges, 2'000'000'000, 2));
        QCOMPARE(places().quizzes.value(urges).answers.size(), 4);
    }

    void howFarAModuleIs()
    {
        const QList<Lesson> lessons{lesson(u"a"_s, 3), lesson(u"b"_s, 4), lesson(u"c"_s, 3)};
        LearningPlaces kept;
        QCOMPARE(standingOf(lessons, kept).minutesLeft, 10);
        QVERIFY(!standingOf(lessons, kept).isBegun);
        kept.lessons[u"a"_s] = {0, 5, now, now};
        kept.lessons[u"b"_s] = {3, 6, now, {}};
        const ModuleStanding standing = standingOf(lessons, kept);
        QCOMPARE(standing.finished, 1);
        QCOMPARE(standing.minutesLeft, 2 + 3); // half of four, and three
        QVERIFY(standing.isBegun && !standing.isFinished());
        QCOMPARE(nextLesson(lessons, kept)->id, u"b"_s);
        kept.lessons[u"b"_s].card = 5;
        QCOMPARE(minutesLeft(lessons.at(1), kept.lessons[u"b"_s]), 1);
        kept.lessons[u"b"_s].finishedAt = kept.lessons[u"c"_s].finishedAt = now;
        QVERIFY(standingOf(lessons, kept).isFinished());
        QCOMPARE(nextLesson(lessons, kept)->id, u"a"_s);
        QVERIFY(!standingOf({}, kept).isFinished());
        QVERIFY(!nextLesson({}, kept));
    }

    void whatTheClinicAsksFor()
    {
        LearningFacts facts;
        facts.tasks = {task(u"t1"_s, u"feet"_s), task(u"t2"_s, urges, QDate(2026, 11, 25)),
                       task(u"t3"_s, u"wave"_s, QDate(2026, 11, 19)), task(u"t4"_s, u"withdrawn"_s), task(u"t5"_s, u"map"_s)};
        facts.tasks[0].by = u"Dana Ortiz"_s;
        facts.tasks[2].sessionId = u"s1"_s;
        facts.tasks[3].title = u"Sleep well"_s;
        facts.tasks[4].from = QDate(2026, 11, 19); // tomorrow
        Session group;
        group.title = u"Evening group"_s;
        group.start = now.addDays(1);
        facts.sessions.insert(u"s1"_s, group);
        const QList<AssignedLearning> list = assignedLearning(facts, library(), {}, now, newYork);
        QCOMPARE(names(list), u"wave urges feet withdrawn"_s);
        QCOMPARE(list.at(0).what, What::Lesson);
        QCOMPARE(list.at(0).title, u"The wave"_s);
        QCOMPARE(list.at(0).session->title, u"Evening group"_s);
        QCOMPARE(list.at(1).what, What::Module);
        QCOMPARE(list.at(2).what, What::Skill);
        QCOMPARE(list.at(2).by, u"Dana Ortiz"_s);
        QCOMPARE(list.at(3).what, What::Unknown);
        QCOMPARE(list.at(3).title, u"Sleep well"_s);

        // What is over, called off, taken back or done.
        facts.sessions[u"s1"_s].start = now.addSecs(-1);
        QVERIFY(!assignedLearning(facts, library(), {}, now, newYork).at(0).session);
        facts.sessions[u"s1"_s].start = now.addDays(1);
        facts.sessions[u"s1"_s].status = SessionStatus::Cancelled;
        QVERIFY(!assignedLearning(facts, library(), {}, now, newYork).at(0).session);
        facts.tasks[0].status = TaskStatus::TakenBack;
        facts.tasks[2].status = TaskStatus::Completed;
        QCOMPARE(names(assignedLearning(facts, library(), {}, now, newYork)), u"urges withdrawn wave-done"_s);
    }

    /// What is for this week stands above what is for later, and above what nobody did in time.
    void whatIsForThisWeekComesFirst()
    {
        LearningFacts facts;
        facts.tasks = {task(u"t1"_s, u"overdue"_s, QDate(2026, 11, 2)),  task(u"t2"_s, u"none"_s),
                       task(u"t3"_s, u"friday"_s, QDate(2026, 11, 20)),  task(u"t4"_s, u"tomorrow"_s),
                       task(u"t5"_s, u"session"_s, QDate(2026, 12, 18)), task(u"t6"_s, u"late"_s, QDate(2026, 11, 17)),
                       task(u"t7"_s, u"today"_s, QDate(2026, 11, 18)),   task(u"t8"_s, u"done"_s, QDate(2026, 11, 1))};
        facts.tasks[3].sessionId = u"s1"_s;
        facts.tasks[4].sessionId = u"s2"_s;
        facts.tasks[5].sessionId = u"s1"_s; // its last day is over, what it is for is not
        facts.tasks[7].status = TaskStatus::Completed;
        Session group;
        group.start = now.addDays(1);
        facts.sessions.insert(u"s1"_s, group);
        group.start = now.addDays(3);
        facts.sessions.insert(u"s2"_s, group);
        const QList<AssignedLearning> list = assignedLearning(facts, library(), {}, now, newYork);
        QCOMPARE(names(list), u"today tomorrow late friday session none overdue done-done"_s);
        const QDate today(2026, 11, 18);
        QVERIFY(list.at(6).isOverdue(today, newYork) && !list.at(2).isOverdue(today, newYork));
        QCOMPARE(list.at(4).dueDay(today, newYork), QDate(2026, 11, 21));
        QVERIFY(!list.at(5).dueDay(today, newYork).isValid() && !list.at(5).isOverdue(today, newYork));
    }

    void whatThePlanNames()
    {
        LearningFacts facts;
        facts.planned = {{urges, {}, {}, {}, false}, {u"wave"_s, {}, {}, QDate(2026, 11, 17), false}, {u"map"_s, {}, {}, {}, true}};
        QCOMPARE(names(assignedLearning(facts, library(), {}, now, newYork)), u"urges map-done"_s);
        LearningPlaces kept;
        kept.lessons[u"wave"_s].finishedAt = kept.lessons[u"map"_s].finishedAt = now;
        QCOMPARE(names(assignedLearning(facts, library(), kept, now, newYork)), u"urges-done map-done"_s);
        facts.tasks = {task(u"t1"_s, urges)}; // the same thing twice
        QCOMPARE(names(assignedLearning(facts, library(), kept, now, newYork)), u"urges map-done"_s);
    }

    void aLessonThatIsReadDoesItsTask()
    {
        putTask(u"t1"_s, "'focus':{'reference':'Library/wave'}");
        putTask(u"t2"_s, "'instantiatesCanonical':'https://clinic.example/Library/urges|2.0'");
        putTask(u"t3"_s, "'focus':{'reference':'Library/feet'}");
        const ContentLibrary texts = library();
        QVERIFY(keepFinished(*m_records, u"wave"_s, now));
        QCOMPARE(doneBy(*m_records, texts, u"wave"_s, now.date()).value().tasks, QStringList{u"t1"_s});
        QVERIFY(m_store->outbox().unsent().value().isEmpty()); // nothing goes by itself
        QVERIFY(m_records->queueTaskDone(u"t1"_s, now));
        QCOMPARE(doneBy(*m_records, texts, u"wave"_s, now.date()).value().tasks, QStringList()); // said once
        const QList<OutboxItem> waiting = m_store->outbox().unsent().value();
        QCOMPARE(waiting.size(), 1);
        QCOMPARE(waiting.first().resourceType, u"Task"_s);
        const QJsonObject said = QJsonDocument::fromJson(waiting.first().payload).object();
        QCOMPARE(said.value(u"id"_s).toString(), u"t1"_s);
        QCOMPARE(said.value(u"status"_s).toString(), u"completed"_s);
        QVERIFY(!said.contains(u"output"_s));
        QCOMPARE(names(assignedLearning(learningFacts(*m_records), texts, places(), now, newYork)).contains(u"wave-done"_s), true);
        QCOMPARE(outgoing(*m_records, {}).value().first().kind, Outgoing::Kind::Lesson);

        // The module's last lesson does the module's task.
        QVERIFY(keepFinished(*m_records, u"map"_s, now));
        QCOMPARE(doneBy(*m_records, texts, u"map"_s, now.date()).value().tasks, QStringList{u"t2"_s});
        QCOMPARE(doneBy(*m_records, texts, u"feet"_s, now.date()).value().tasks, QStringList{u"t3"_s});
    }

    /// A program that asks for the same each week writes a Task for each of them.
    void thisWeeksDoesNotDoNextWeeks()
    {
        putTask(u"before"_s,
                "'focus':{'reference':'Library/feet'},'restriction':{'period':{'start':'2026-11-09','end':'2026-11-15'}}");
        putTask(u"today"_s,
                "'focus':{'reference':'Library/feet'},'restriction':{'period':{'start':'2026-11-18','end':'2026-11-24'}}");
        putTask(u"tomorrow"_s,
                "'focus':{'reference':'Library/feet'},'restriction':{'period':{'start':'2026-11-19','end':'2026-11-25'}}");
        QStringList told = doneBy(*m_records, library(), u"feet"_s, now.date()).value().tasks;
        told.sort();
        QCOMPARE(told, (QStringList{u"before"_s, u"today"_s}));
        QVERIFY(doneBy(*m_records, library(), u"feet"_s, now.date().addDays(1)).value().tasks.contains(u"tomorrow"_s));
    }

    void halfAModuleIsNotToldDone()
    {
        putTask(u"t2"_s, "'instantiatesCanonical':'https://clinic.example/Library/urges'");
        QVERIFY(keepFinished(*m_records, u"wave"_s, now));
        QCOMPARE(doneBy(*m_records, library(), u"wave"_s, now.date()).value().tasks, QStringList());
    }

    /// Where the server has no Task (design api row 4a).
    void whatThePlanAloneAsksForIsToldOnce()
    {
        const auto plan = [this](const QByteArray &status) {
            const QByteArray json =
                QByteArray("{'resourceType':'CarePlan','id':'plan-1','status':'active','intent':'plan',"
                           "'subject':{'reference':'Patient/p1'},'activity':[{'detail':{'kind':'Task','status':'"
                           + status + "','instantiatesCanonical':['https://clinic.example/Library/wave|2.0']}}]}")
                    .replace('\'', '"');
            QVERIFY(m_store->putRecords({{u"CarePlan"_s, u"plan-1"_s, u"1"_s, now, {}, json}}));
        };
        plan("scheduled");
        const ContentLibrary texts = library();
        QVERIFY(keepFinished(*m_records, u"wave"_s, now));
        const DoneNow done = doneBy(*m_records, texts, u"wave"_s, now.date()).value();
        QVERIFY(done.tasks.isEmpty());
        QCOMPARE(done.planned.size(), 1);
        QVERIFY(doneBy(*m_records, texts, u"map"_s, now.date()).value().isEmpty());
        QVERIFY(tellPlannedDone(*m_records, done.planned.first(), now));
        QVERIFY(tellPlannedDone(*m_records, done.planned.first(), now.addSecs(3600))); // once, however often
        const QList<OutboxItem> waiting = m_store->outbox().unsent().value();
        QCOMPARE(waiting.size(), 1);
        const QJsonObject said = QJsonDocument::fromJson(waiting.first().payload).object();
        QCOMPARE(said.value(u"questionnaire"_s).toString(), QString(moduleDoneUrl() + u"|1.0.0"));
        QCOMPARE(said.value(u"basedOn"_s)[0][u"reference"_s].toString(), u"CarePlan/plan-1"_s);
        QCOMPARE(said.value(u"item"_s)[0][u"answer"_s][0][u"valueUri"_s].toString(), u"https://clinic.example/Library/wave"_s);
        QVERIFY(doneBy(*m_records, texts, u"wave"_s, now.date()).value().isEmpty());
        // Word of a lesson, and no form.
        QCOMPARE(outgoing(*m_records, {}).value().first().kind, Outgoing::Kind::Lesson);
        QVERIFY(finishedForms(*m_records, {}, 10).isEmpty());

        // On a fresh device: from what the clinic has.
        m_store = Store::inMemory().value();
        Identity identity;
        identity.patientId = u"p1"_s;
        m_records = std::make_unique<Records>(*m_store, identity);
        plan("scheduled");
        QCOMPARE(names(assignedLearning(learningFacts(*m_records), texts, places(), now, newYork)), u"wave"_s);
        QJsonObject theirs = said;
        theirs.insert(u"id"_s, u"qr1"_s);
        QVERIFY(m_store->putRecords(
            {{u"QuestionnaireResponse"_s, u"qr1"_s, u"1"_s, now, {}, QJsonDocument(theirs).toJson(QJsonDocument::Compact)}}));
        QCOMPARE(names(assignedLearning(learningFacts(*m_records), texts, places(), now, newYork)), u"wave-done"_s);
        QVERIFY(doneBy(*m_records, texts, u"wave"_s, now.date()).value().isEmpty());
        QVERIFY(finishedForms(*m_records, {}, 10).isEmpty());
    }

    void aTaskGoesBeforeThePlan()
    {
        putTask(u"t1"_s, "'focus':{'reference':'Library/wave'}");
        const QByteArray json =
            QByteArray("{'resourceType':'CarePlan','id':'plan-1','status':'active','intent':'plan','activity':[{'detail':{"
                       "'status':'scheduled','instantiatesCanonical':['https://clinic.example/Library/wave']}}]}")
                .replace('\'', '"');
        QVERIFY(m_store->putRecords({{u"CarePlan"_s, u"plan-1"_s, u"1"_s, now, {}, json}}));
        const DoneNow done = doneBy(*m_records, library(), u"wave"_s, now.date()).value();
        QCOMPARE(done.tasks, QStringList{u"t1"_s});
        QVERIFY(done.planned.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLearning)
#include "tst_learning.moc"
