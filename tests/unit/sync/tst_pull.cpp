// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "SyncBench.h"

#include <QSignalSpy>
#include <QTest>

using namespace handrail;
using namespace std::chrono_literals;
using Reply = ScriptedClinic::Reply;

namespace {

const QString appointment = QStringLiteral("Appointment");
const QString carePlan = QStringLiteral("CarePlan");

/// A page with one appointment of Maya's and this next link.
QByteArray pageWithNext(const QByteArray &id, const QByteArray &next)
{
    return "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"link\":[{\"relation\":\"next\",\"url\":\"" + next
        + "\"}],\"entry\":[{\"resource\":{\"resourceType\":\"Appointment\",\"id\":\"" + id
        + "\",\"meta\":{\"lastUpdated\":\"2026-03-01T10:00:00Z\"},\"participant\":[{\"actor\":{\"reference\":\"Patient/"
          "maya\"}}]}}]}";
}

} // namespace

class SyncPullTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstDownload()
    {
        SyncBench bench;
        bench.clinic.put(SyncBench::resource(appointment, QStringLiteral("a1")), QStringLiteral("2026-03-01T10:00:00.000Z"));
        bench.clinic.put(SyncBench::resource(appointment, QStringLiteral("a2")), QStringLiteral("2026-03-01T11:00:00.500Z"));
        bench.clinic.put(SyncBench::resource(carePlan, QStringLiteral("c1")), QStringLiteral("2026-02-01T10:00:00.000Z"));
        QSignalSpy records(bench.engine.get(), &SyncEngine::recordsChanged);
        QSignalSpy parts(bench.engine.get(), &SyncEngine::partsChanged);
        QVERIFY(!bench.engine->lastSuccess().isValid());
        QVERIFY(bench.run());

        QStringList order;
        for (const HttpRequest &request : bench.clinic.requests())
            order << request.url.path().section(QStringLiteral("/R4/"), 1);
        QCOMPARE(
            order.join(u' '),
            QStringLiteral("Appointment CareTeam Organization CommunicationRequest CarePlan EpisodeOfCare MedicationRequest Task "
                           "Communication QuestionnaireResponse Questionnaire Questionnaire "
                           "Questionnaire Questionnaire Questionnaire "
                           "AppointmentResponse Patient/maya "
                           "Goal MedicationStatement Consent RelatedPerson Flag Library"));
        const HttpRequest first = bench.clinic.requests().first();
        QCOMPARE(parameter(first, "patient"), QStringLiteral("Patient/maya"));
        QCOMPARE(parameter(first, "date"), QStringLiteral("ge2025-12-02"));
        QCOMPARE(parameter(first, "_sort"), QStringLiteral("_lastUpdated"));
        QCOMPARE(parameter(first, "_count"), QStringLiteral("50"));
        QVERIFY(parameter(first, "_lastUpdated").isEmpty());
        QVERIFY(parameter(bench.clinic.requestsTo("GET", carePlan).first(), "date").isEmpty());
        QCOMPARE(parameter(bench.clinic.requestsTo("GET", QStringLiteral("Questionnaire")).first(), "url"),
                 QStringLiteral("https://handrail.example/fhir/Questionnaire/daily-checkin"));

        QCOMPARE(bench.count(appointment), 2);
        QCOMPARE(*bench.store->cursor(appointment), QDateTime(QDate(2026, 3, 1), QTime(11, 0, 0, 500), Qt::UTC));
        // 2026-03-04T23:00Z is 6 pm that day in New York.
        QCOMPARE(bench.store->recordsByDay(appointment, QDate(2026, 3, 4), QDate(2026, 3, 4))->size(), 2);
        QCOMPARE(partOf(bench, appointment).state, SyncPart::State::Done);
        QCOMPARE(partOf(bench, appointment).count, 2);
        QCOMPARE(partOf(bench, QStringLiteral("Patient")).state, SyncPart::State::Unavailable);
        QVERIFY(records.size() >= 2);
        QVERIFY(parts.size() > 10);
        QCOMPARE(bench.engine->lastSuccess(), bench.clock.nowUtc());
        QVERIFY(!bench.engine->lastProblem());

        bench.restart();
        QCOMPARE(bench.engine->lastSuccess(), bench.clock.nowUtc());
    }

    void recordsAreKeptByteForByte()
    {
        SyncBench bench;
        const QByteArray odd =
            "{ \"resourceType\":\"CarePlan\", \"id\":\"c\",\"subject\":{\"reference\":\"Patient/maya\"},\"x\":1.50 }";
        bench.clinic.setScript(
            at("/CarePlan", ScriptedClinic::answer(200, "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":" + odd + "}]}")));
        QVERIFY(bench.run());
        QCOMPARE(**bench.store->record(carePlan, QStringLiteral("c")), odd);
    }

    void laterOnlyWhatChanged()
    {
        SyncBench bench;
        bench.clinic.put(SyncBench::resource(appointment, QStringLiteral("a1")), QStringLiteral("2026-03-01T10:00:00.250Z"));
        QVERIFY(bench.run());
        bench.clinic.forgetRequests();
        QSignalSpy records(bench.engine.get(), &SyncEngine::recordsChanged);
        QVERIFY(bench.run());
        const HttpRequest request = bench.clinic.requestsTo("GET", appointment).first();
        QCOMPARE(parameter(request, "_lastUpdated"), QStringLiteral("ge2026-03-01T09:58:00.250Z"));
        QVERIFY(parameter(request, "date").isEmpty());
        QCOMPARE(records.size(), 0);
    }

    void equalTimesAreNotLost()
    {
        SyncBench bench;
        bench.clinic.put(SyncBench::resource(appointment, QStringLiteral("a1")), QStringLiteral("2026-03-01T10:00:00.000Z"));
        QVERIFY(bench.run());
        // Written in the same millisecond, and one that was committed late with an earlier time.
        bench.clinic.put(SyncBench::resource(appointment, QStringLiteral("a2")), QStringLiteral("2026-03-01T10:00:00.000Z"));
        bench.clinic.put(SyncBench::resource(appointment, QStringLiteral("a3")), QStringLiteral("2026-03-01T09:59:00.000Z"));
        QVERIFY(bench.run());
        QCOMPARE(bench.count(appointment), 3);
    }

    void pagesAreFollowed()
    {
        SyncBench bench;
        bench.clinic.setPageSize(2);
        for (int i = 0; i < 5; ++i)
            bench.clinic.put(SyncBench::resource(appointment, QStringLiteral("a%1").arg(i)),
                             QStringLiteral("2026-03-01T10:00:0%1.000Z").arg(i));
        int seen = 0;
        QSignalSpy told(bench.engine.get(), &SyncEngine::recordsChanged);
        connect(bench.engine.get(), &SyncEngine::recordsChanged, this, [&] { seen = bench.count(appointment); });
        QVERIFY(bench.run());
        QCOMPARE(bench.count(appointment), 5);
        QCOMPARE(bench.clinic.requestsTo("GET", appointment).size(), 3);
        QCOMPARE(told.size(), 2); // within a second: with the first page and after the last
        QCOMPARE(seen, 5);
        QCOMPARE(bench.store->cursor(appointment)->time().second(), 4);
    }

    void aCutPageKeepsTheCursor_data()
    {
        QTest::addColumn<Given>("reply");
        QTest::addColumn<int>("kind");
        QTest::newRow("cut") << Given{Reply(ScriptedClinic::answer(200, "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{"))}
                             << int(ProblemKind::BadData);
        QTest::newRow("connection broken") << Given{Reply(tl::make_unexpected(Problem{ProblemKind::BadData, true, {}}))}
                                           << int(ProblemKind::BadData);
        QTest::newRow("500") << Given{Reply(ScriptedClinic::answer(500))} << int(ProblemKind::ServerError);
        QTest::newRow("empty") << Given{Reply(ScriptedClinic::answer(200))} << int(ProblemKind::BadData);
        QTest::newRow("202") << Given{Reply(ScriptedClinic::answer(202))} << int(ProblemKind::BadData);
    }
    void aCutPageKeepsTheCursor()
    {
        QFETCH(Given, reply);
        QFETCH(int, kind);
        SyncBench bench;
        bench.clinic.setPageSize(2);
        for (int i = 0; i < 3; ++i)
            bench.clinic.put(SyncBench::resource(appointment, QStringLiteral("a%1").arg(i)),
                             QStringLiteral("2026-03-01T10:00:0%1.000Z").arg(i));
        bench.clinic.put(SyncBench::resource(carePlan, QStringLiteral("c1")), QStringLiteral("2026-02-01T10:00:00.000Z"));
        bench.clinic.setScript([&](const HttpRequest &request) -> std::optional<Reply> {
            return isAt(request, "/Appointment") && parameter(request, "page") == u"1" ? std::optional(reply.reply) : std::nullopt;
        });
        const auto result = bench.run();
        QVERIFY(!result);
        QCOMPARE(int(result.error().kind), kind);
        QVERIFY(!bench.store->cursor(appointment)->isValid());
        QCOMPARE(bench.count(appointment), 2);
        QCOMPARE(bench.count(carePlan), 1);
        QVERIFY(!bench.engine->lastSuccess().isValid());
        QCOMPARE(bench.engine->lastProblem()->kind, result.error().kind);

        bench.clinic.setScript({});
        QVERIFY(bench.run());
        QCOMPARE(bench.count(appointment), 3);
        QVERIFY(bench.store->cursor(appointment)->isValid());
        QVERIFY(bench.engine->lastSuccess().isValid());
    }

    void anotherPatientsRecordIsNotKept_data()
    {
        QTest::addColumn<int>("pageSize");
        QTest::newRow("on a page with mine") << 50;
        QTest::newRow("on a page of its own") << 1;
    }
    void anotherPatientsRecordIsNotKept()
    {
        QFETCH(int, pageSize);
        SyncBench bench;
        bench.clinic.setPageSize(pageSize);
        bench.clinic.put(SyncBench::resource(appointment, QStringLiteral("mine")), QStringLiteral("2026-03-01T10:00:00.000Z"));
        bench.clinic.put(SyncBench::resource(appointment, QStringLiteral("theirs"), QStringLiteral("other")),
                         QStringLiteral("2026-03-01T11:00:00.000Z"));
        bench.clinic.put(SyncBench::resource(carePlan, QStringLiteral("c1")), QStringLiteral("2026-02-01T10:00:00.000Z"));
        const auto result = bench.run();
        QCOMPARE(result.error().kind, ProblemKind::WrongPatient);
        QVERIFY(!result.error().detail.contains(QLatin1String("other")));
        QCOMPARE(bench.engine->lastProblem()->kind, ProblemKind::WrongPatient);
        QCOMPARE(*bench.store->recordCount(), 2);
        QVERIFY(bench.store->record(appointment, QStringLiteral("mine"))->has_value());
        QCOMPARE(bench.store->cursor(appointment)->time(), QTime(10, 0)); // what was kept moves it, and nothing else
        QVERIFY(bench.engine->lastSuccess().isValid());                   // everything of mine is here

        // It holds nothing up: what is moved later still comes, and the person is not told of the same record again.
        QJsonObject moved = SyncBench::resource(appointment, QStringLiteral("mine"));
        moved.insert(QStringLiteral("status"), QStringLiteral("cancelled"));
        bench.clinic.put(moved, QStringLiteral("2026-03-01T12:00:00.000Z"), QStringLiteral("2"));
        QVERIFY(bench.run());
        QVERIFY(!bench.engine->lastProblem());
        QVERIFY(bench.store->record(appointment, QStringLiteral("mine"))->value().contains("cancelled"));
        // Another one is told.
        bench.clinic.put(SyncBench::resource(appointment, QStringLiteral("theirs"), QStringLiteral("other")),
                         QStringLiteral("2026-03-01T13:00:00.000Z"), QStringLiteral("2"));
        QCOMPARE(bench.run().error().kind, ProblemKind::WrongPatient);
        QCOMPARE(*bench.store->recordCount(), 2);
    }

    void whatWasDroppedIsToldOnceTheRunEndsWell()
    {
        SyncBench bench;
        bench.clinic.put(SyncBench::resource(appointment, QStringLiteral("theirs"), QStringLiteral("other")),
                         QStringLiteral("2026-03-01T11:00:00.000Z"));
        bench.clinic.setScript(at("/CarePlan", ScriptedClinic::answer(500)));
        QCOMPARE(bench.run().error().kind, ProblemKind::ServerError);
        bench.clinic.setScript({});
        QCOMPARE(bench.run().error().kind, ProblemKind::WrongPatient);
        QVERIFY(bench.run());
    }

    void aRecordOfAnotherTypeIsNotKept()
    {
        SyncBench bench;
        const QByteArray mixed =
            "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Goal\",\"id\":\"g\","
            "\"meta\":{\"lastUpdated\":\"2026-03-02T10:00:00Z\"},\"subject\":{\"reference\":\"Patient/maya\"}}},"
            "{\"resource\":{\"resourceType\":\"CarePlan\",\"id\":\"c\",\"meta\":{\"lastUpdated\":"
            "\"2026-03-01T10:00:00Z\"},\"subject\":{\"reference\":\"Patient/maya\"}}}]}";
        bench.clinic.setScript(at("/CarePlan", ScriptedClinic::answer(200, mixed)));
        QCOMPARE(bench.run().error().kind, ProblemKind::BadData);
        QCOMPARE(*bench.store->recordCount(), 1);
        QCOMPARE(bench.count(carePlan), 1);
        QCOMPARE(bench.store->cursor(carePlan)->date(), QDate(2026, 3, 1));
    }

    void anotherTypeInPlaceOfThePersonIsNotKept()
    {
        SyncBench bench;
        bench.clinic.setScript(
            at("/Patient/maya", ScriptedClinic::answer(200, "{\"resourceType\":\"Organization\",\"id\":\"maya\"}")));
        QCOMPARE(bench.run().error().kind, ProblemKind::BadData);
        QCOMPARE(*bench.store->recordCount(), 0);
    }

    void theWrongPersonIsNotKept()
    {
        SyncBench bench;
        bench.clinic.setScript(at("/Patient/maya", ScriptedClinic::answer(200, "{\"resourceType\":\"Patient\",\"id\":\"other\"}")));
        QCOMPARE(bench.run().error().kind, ProblemKind::WrongPatient);
        QCOMPARE(*bench.store->recordCount(), 0);
    }

    void nextLinksStayAtHome_data()
    {
        QTest::addColumn<QByteArray>("next");
        for (const char *next :
             {"https://evil.example/fhir/R4/Appointment?page=2", "http://clinic.example/fhir/R4/Appointment?page=2",
              "https://clinic.example:8443/fhir/R4/Appointment?page=2", "https://user@clinic.example/fhir/R4/Appointment",
              "//evil.example/x", "javascript:alert(1)"})
            QTest::newRow(next) << QByteArray(next);
    }
    void nextLinksStayAtHome()
    {
        QFETCH(QByteArray, next);
        SyncBench bench;
        bench.clinic.setScript(at("/Appointment", ScriptedClinic::answer(200, pageWithNext("a1", next))));
        QCOMPARE(bench.run().error().kind, ProblemKind::BadData);
        QCOMPARE(bench.clinic.requestsTo("GET", appointment).size(), 1);
        for (const HttpRequest &request : bench.clinic.requests())
            QCOMPARE(request.url.toString(QUrl::RemovePath | QUrl::RemoveQuery), QStringLiteral("https://clinic.example"));
        QVERIFY(!bench.store->cursor(appointment)->isValid());
    }

    void nextLinksInACircleEnd()
    {
        SyncBench bench;
        bench.clinic.setScript([](const HttpRequest &request) -> std::optional<Reply> {
            if (!isAt(request, "/Appointment"))
                return std::nullopt;
            const bool isSecond = parameter(request, "page") == u"2";
            return ScriptedClinic::answer(200, pageWithNext("a1", isSecond ? "Appointment?page=3" : "Appointment?page=2"));
        });
        QCOMPARE(bench.run().error().kind, ProblemKind::BadData);
        QCOMPARE(bench.clinic.requestsTo("GET", appointment).size(), 3);
    }

    void endlessPagesEnd()
    {
        SyncBench bench;
        int page = 0;
        bench.clinic.setScript([&](const HttpRequest &request) -> std::optional<Reply> {
            if (!isAt(request, "/Appointment"))
                return std::nullopt;
            return ScriptedClinic::answer(200, pageWithNext("a1", "Appointment?page=" + QByteArray::number(++page)));
        });
        QCOMPARE(bench.run().error().kind, ProblemKind::BadData);
        QCOMPARE(bench.clinic.requestsTo("GET", appointment).size(), 200);
    }

    void aWifiPageStopsTheRun()
    {
        SyncBench bench;
        bench.clinic.setScript(
            [](const HttpRequest &) { return std::optional<Reply>(ScriptedClinic::answer(200, "<!DOCTYPE html><form>")); });
        const auto result = bench.run();
        QCOMPARE(result.error().kind, ProblemKind::NotFhir);
        QCOMPARE(bench.clinic.requests().size(), 1);
        QCOMPARE(*bench.store->recordCount(), 0);
        QCOMPARE(bench.engine->state(), SyncEngine::State::Waiting);
    }

    void refusedTypesAreUnavailable_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {403, 404, 405, 501})
            QTest::newRow(qPrintable(QString::number(status))) << status;
    }
    void refusedTypesAreUnavailable()
    {
        QFETCH(int, status);
        SyncBench bench;
        bench.clinic.put(SyncBench::resource(carePlan, QStringLiteral("c1")), QStringLiteral("2026-02-01T10:00:00.000Z"));
        bench.clinic.put(SyncBench::resource(appointment, QStringLiteral("a1")), QStringLiteral("2026-02-01T10:00:00.000Z"));
        QVERIFY(bench.run());
        bench.clinic.setScript(at("/CarePlan", ScriptedClinic::answer(status)));
        QVERIFY(bench.run());
        QCOMPARE(partOf(bench, carePlan).state, SyncPart::State::Unavailable);
        QCOMPARE(partOf(bench, appointment).state, SyncPart::State::Done);
        QCOMPARE(bench.count(carePlan), 1); // kept, perhaps stale
    }

    void nothingThereIsNoServer()
    {
        SyncBench bench;
        bench.clinic.setScript([](const HttpRequest &) { return std::optional<Reply>(ScriptedClinic::answer(404)); });
        QCOMPARE(bench.run().error().kind, ProblemKind::NotFhir);
    }

    void oneBrokenTypeDoesNotStopTheOthers()
    {
        SyncBench bench;
        bench.clinic.put(SyncBench::resource(carePlan, QStringLiteral("c1")), QStringLiteral("2026-02-01T10:00:00.000Z"));
        bench.clinic.setScript(at("/Appointment", ScriptedClinic::answer(500)));
        QCOMPARE(bench.run().error().kind, ProblemKind::ServerError);
        QCOMPARE(bench.count(carePlan), 1);
        QCOMPARE(bench.engine->state(), SyncEngine::State::Waiting);
    }

    void aBusyServerIsLeftAlone()
    {
        SyncBench bench;
        bench.clinic.setScript(at("/Appointment", ScriptedClinic::answer(503, {}, {{"Retry-After", "30"}})));
        const auto result = bench.run();
        QCOMPARE(result.error().kind, ProblemKind::ServerBusy);
        QCOMPARE(result.error().retryAfterSeconds, 30);
        QCOMPARE(bench.clinic.requests().size(), 1);
        QTest::qWait(700); // with jitter 0 the plain back-off would be over
        QCOMPARE(bench.clinic.requests().size(), 1);
    }

    void sortIsLeftOutWhereItIsRefused()
    {
        SyncBench bench;
        bench.clinic.put(SyncBench::resource(appointment, QStringLiteral("late")), QStringLiteral("2026-03-01T11:00:00.000Z"));
        bench.clinic.put(SyncBench::resource(appointment, QStringLiteral("early")), QStringLiteral("2026-03-01T10:00:00.000Z"));
        const ScriptedClinic::Script script = [](const HttpRequest &request) -> std::optional<Reply> {
            return parameter(request, "_sort").isEmpty() ? std::nullopt
                                                         : std::optional<Reply>(ScriptedClinic::outcome(400, "not-supported"));
        };
        bench.clinic.setScript(script);
        QVERIFY(bench.run());
        QCOMPARE(bench.count(appointment), 2);
        QCOMPARE(bench.store->cursor(appointment)->time(), QTime(11, 0));
        bench.clinic.forgetRequests();
        bench.restart();
        QVERIFY(bench.run());
        QCOMPARE(bench.clinic.requestsTo("GET", appointment).size(), 1);
    }

    void otherRefusedSearchesAreAProblem()
    {
        SyncBench bench;
        bench.clinic.setScript(at("/Appointment", ScriptedClinic::outcome(400, "invalid")));
        QCOMPARE(bench.run().error().kind, ProblemKind::Rejected);
        QCOMPARE(bench.clinic.requestsTo("GET", appointment).size(), 2);
    }

    void smallerPagesWhereTheyAreTooLarge()
    {
        SyncBench bench;
        bench.clinic.setScript([](const HttpRequest &request) -> std::optional<Reply> {
            return parameter(request, "_count").toInt() > 20 ? std::optional<Reply>(ScriptedClinic::answer(413)) : std::nullopt;
        });
        QVERIFY(bench.run());
        QCOMPARE(parameter(bench.clinic.requestsTo("GET", appointment).last(), "_count"), QStringLiteral("12"));
    }

    void aForgottenListIsReadAgain()
    {
        SyncBench bench;
        bench.clinic.setPageSize(1);
        bench.clinic.put(SyncBench::resource(appointment, QStringLiteral("a1")), QStringLiteral("2026-03-01T10:00:00.000Z"));
        bench.clinic.put(SyncBench::resource(appointment, QStringLiteral("a2")), QStringLiteral("2026-03-01T10:00:01.000Z"));
        int gone = 1;
        bench.clinic.setScript([&](const HttpRequest &request) -> std::optional<Reply> {
            return parameter(request, "page") == u"1" && gone-- > 0 ? std::optional<Reply>(ScriptedClinic::answer(410))
                                                                    : std::nullopt;
        });
        QVERIFY(bench.run());
        QCOMPARE(bench.count(appointment), 2);
    }

    void enteredInErrorGoes()
    {
        SyncBench bench;
        QJsonObject session = SyncBench::resource(appointment, QStringLiteral("a1"));
        bench.clinic.put(session, QStringLiteral("2026-03-01T10:00:00.000Z"));
        QVERIFY(bench.run());
        session.insert(QStringLiteral("status"), QStringLiteral("entered-in-error"));
        bench.clinic.put(session, QStringLiteral("2026-03-01T11:00:00.000Z"), QStringLiteral("2"));
        QSignalSpy records(bench.engine.get(), &SyncEngine::recordsChanged);
        QVERIFY(bench.run());
        QCOMPARE(bench.count(appointment), 0);
        QCOMPARE(records.size(), 1);
    }

    void clinicAndPlacesAreReadOnceADay()
    {
        SyncBench bench;
        QJsonObject team = SyncBench::resource(QStringLiteral("CareTeam"), QStringLiteral("t"));
        team.insert(QStringLiteral("managingOrganization"),
                    QJsonArray{QJsonObject{{QStringLiteral("reference"), QStringLiteral("Organization/harbor")}}});
        bench.clinic.put(team, QStringLiteral("2026-03-01T10:00:00.000Z"));
        bench.clinic.put(
            {{QStringLiteral("resourceType"), QStringLiteral("Organization")}, {QStringLiteral("id"), QStringLiteral("harbor")}},
            QStringLiteral("2026-01-01T10:00:00.000Z"));
        QJsonObject session = SyncBench::resource(appointment, QStringLiteral("a1"));
        QJsonArray people = session.value(QStringLiteral("participant")).toArray();
        people << QJsonObject{
            {QStringLiteral("actor"), QJsonObject{{QStringLiteral("reference"), QStringLiteral("Location/room-2")}}}};
        session.insert(QStringLiteral("participant"), people);
        bench.clinic.put(session, QStringLiteral("2026-03-01T10:00:00.000Z"));
        bench.clinic.put(
            {{QStringLiteral("resourceType"), QStringLiteral("Location")}, {QStringLiteral("id"), QStringLiteral("room-2")}},
            QStringLiteral("2026-01-01T10:00:00.000Z"));
        QVERIFY(bench.run());
        QVERIFY(bench.store->record(QStringLiteral("Organization"), QStringLiteral("harbor"))->has_value());
        QVERIFY(bench.store->record(QStringLiteral("Location"), QStringLiteral("room-2"))->has_value());
        QCOMPARE(parameter(bench.clinic.requestsTo("GET", QStringLiteral("Location")).first(), "_id"), QStringLiteral("room-2"));

        bench.clinic.forgetRequests();
        QVERIFY(bench.run());
        QVERIFY(bench.clinic.requestsTo("GET", QStringLiteral("Location")).isEmpty());
        QVERIFY(bench.clinic.requestsTo("GET", QStringLiteral("Organization/harbor")).isEmpty());
        bench.clock.advance(25h);
        QVERIFY(bench.run());
        QCOMPARE(bench.clinic.requestsTo("GET", QStringLiteral("Location")).size(), 1);
        QCOMPARE(bench.clinic.requestsTo("GET", QStringLiteral("Organization/harbor")).size(), 1);
    }

    void theOnlyOrganizationIsTheClinic()
    {
        SyncBench bench;
        bench.clinic.put(
            {{QStringLiteral("resourceType"), QStringLiteral("Organization")}, {QStringLiteral("id"), QStringLiteral("one")}},
            QStringLiteral("2026-01-01T10:00:00.000Z"));
        QVERIFY(bench.run());
        QCOMPARE(bench.count(QStringLiteral("Organization")), 1);
        SyncBench large;
        for (const char *id : {"one", "two"})
            large.clinic.put(
                {{QStringLiteral("resourceType"), QStringLiteral("Organization")}, {QStringLiteral("id"), QLatin1String(id)}},
                QStringLiteral("2026-01-01T10:00:00.000Z"));
        QVERIFY(large.run());
        QCOMPARE(large.count(QStringLiteral("Organization")), 0);
    }

    void theServersClockCounts()
    {
        SyncBench bench;
        bench.clinic.setDate("Thu, 02 Mar 2023 15:00:00 GMT"); // this device is three years ahead
        QVERIFY(bench.run());
        const QList<HttpRequest> asked = bench.clinic.requestsTo("GET", appointment);
        QCOMPARE(asked.size(), 2);
        QCOMPARE(parameter(asked.last(), "date"), QStringLiteral("ge2022-12-02"));
        QCOMPARE(std::chrono::duration_cast<std::chrono::hours>(bench.engine->serverClockOffset()).count(), -1096 * 24);
    }
};

QTEST_GUILESS_MAIN(SyncPullTest)
#include "tst_pull.moc"
