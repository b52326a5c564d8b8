// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "SyncBench.h"

#include <QSignalSpy>
#include <QTest>

using namespace handrail;
using namespace std::chrono_literals;
using Reply = ScriptedClinic::Reply;

namespace {

const QString response = QStringLiteral("QuestionnaireResponse");

Problem refused()
{
    Problem problem{ProblemKind::Offline, true, QStringLiteral("refused")};
    problem.isUnsent = true;
    return problem;
}

} // namespace

class SyncPushTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sentOnceWithEverythingItNeeds()
    {
        SyncBench bench;
        const QString identifier = bench.queue();
        const QByteArray uuid = identifier.mid(9).toLatin1();
        QSignalSpy changes(bench.engine.get(), &SyncEngine::outboxChanged);
        QVERIFY(bench.run());
        const OutboxItem item = bench.item(identifier);
        QCOMPARE(item.state, OutboxState::Done);
        QCOMPARE(item.serverId, QStringLiteral("made-1"));
        QCOMPARE(item.doneAt, bench.clock.nowUtc());
        QVERIFY(changes.size() >= 2);

        QCOMPARE(bench.posts(), 1);
        const HttpRequest request = bench.clinic.requestsTo("POST", response).first();
        QCOMPARE(request.body, item.payload);
        QCOMPARE(headerOf(request, "If-None-Exist"), "identifier=urn:ietf:rfc:3986|" + identifier.toLatin1());
        QCOMPARE(headerOf(request, "Content-Type"), QByteArray("application/fhir+json"));
        QCOMPARE(headerOf(request, "Accept"), QByteArray("application/fhir+json"));
        QCOMPARE(headerOf(request, "Prefer"), QByteArray("return=minimal"));
        QCOMPARE(headerOf(request, "X-Request-Id"), uuid);
        QCOMPARE(headerOf(request, "x-amz-fhir-idempotency-key"), uuid);
        QCOMPARE(headerOf(request, "Authorization"), QByteArray("Bearer t1"));
        QCOMPARE(request.deadline, std::chrono::milliseconds(30s));
        // Sent before anything is asked for, and back with the download.
        QVERIFY(isCreate(bench.clinic.requests().first()));
        QCOMPARE(bench.count(response), 1);

        QVERIFY(bench.run());
        QCOMPARE(bench.posts(), 1);
    }

    void answersAndStates_data()
    {
        QTest::addColumn<Given>("reply");
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("problem");
        QTest::addColumn<int>("waitSeconds");
        const auto row = [](const char *name, const Reply &reply, OutboxState state, const char *problem, int wait = -1) {
            QTest::newRow(name) << Given{reply} << int(state) << QString::fromLatin1(problem) << wait;
        };
        const auto answer = [](int status, const QByteArray &body = {}, const HttpHeaders &headers = {}) {
            return Reply(ScriptedClinic::answer(status, body, headers));
        };
        const auto fails = [](ProblemKind kind) { return Reply(tl::make_unexpected(Problem{kind, true, {}})); };
        row("400 invalid", ScriptedClinic::outcome(400, "invalid"), OutboxState::Rejected, "Rejected:invalid");
        row("403", ScriptedClinic::outcome(403, "forbidden"), OutboxState::Rejected, "Forbidden:forbidden");
        row("404", ScriptedClinic::outcome(404, "not-supported"), OutboxState::Rejected, "NotFound:not-supported");
        row("405", ScriptedClinic::outcome(405, "not-supported"), OutboxState::Rejected, "Rejected:not-supported");
        row("413", ScriptedClinic::outcome(413, "not-supported"), OutboxState::Rejected, "Rejected:not-supported");
        row("415", ScriptedClinic::outcome(415, "not-supported"), OutboxState::Rejected, "Rejected:not-supported");
        row("422", ScriptedClinic::outcome(422, "required"), OutboxState::Rejected, "Rejected:required");
        row("501", ScriptedClinic::outcome(501, "not-supported"), OutboxState::Rejected, "Rejected:not-supported");
        for (const int status : {403, 404, 405, 410, 413, 415, 422, 501}) {
            const QByteArray kind = status == 403 ? "Forbidden" : status == 404 || status == 410 ? "NotFound" : "Rejected";
            row(QByteArray(QByteArray::number(status) + " html").constData(), answer(status, "<html>"), OutboxState::Uncertain,
                kind.constData(), 60);
        }
        row("409", answer(409), OutboxState::Uncertain, "Conflict", 60);
        row("429", answer(429, {}, {{"Retry-After", "120"}}), OutboxState::Uncertain, "ServerBusy", 120);
        row("429 short", answer(429, {}, {{"Retry-After", "3"}}), OutboxState::Uncertain, "ServerBusy", 60);
        row("503 for ever", answer(503, {}, {{"Retry-After", "999999999"}}), OutboxState::Uncertain, "ServerBusy", 3600);
        row("500", answer(500), OutboxState::Uncertain, "ServerError", 60);
        row("504 html", answer(504, "<html>"), OutboxState::Uncertain, "ServerError", 60);
        row("200 html", answer(200, "<html>"), OutboxState::Uncertain, "NotFhir", 60);
        row("302", answer(302, {}, {{"Location", "https://login.example"}}), OutboxState::Uncertain, "ServerError", 60);
        row("timeout", fails(ProblemKind::Timeout), OutboxState::Uncertain, "Timeout", 60);
        row("broken connection", fails(ProblemKind::Offline), OutboxState::Uncertain, "Offline", 60);
        row("tls", fails(ProblemKind::Tls), OutboxState::Uncertain, "Tls", 60);
        row("answer cut", fails(ProblemKind::BadData), OutboxState::Uncertain, "BadData", 60);
        row("refused connection", tl::make_unexpected(refused()), OutboxState::Queued, "Offline", 1);
        row("201 without an id, not found", answer(201), OutboxState::Uncertain, "Conflict", 60);
        row("412, not found", answer(412), OutboxState::Uncertain, "Conflict", 60);
    }
    void answersAndStates()
    {
        QFETCH(Given, reply);
        QFETCH(int, state);
        QFETCH(QString, problem);
        QFETCH(int, waitSeconds);
        SyncBench bench;
        const QString identifier = bench.queue();
        bench.clinic.setScript(creates(reply.reply));
        (void)bench.run();
        const OutboxItem item = bench.item(identifier);
        QCOMPARE(int(item.state), state);
        QCOMPARE(item.problem, problem);
        QCOMPARE(item.attempts, 1);
        const qint64 wait = item.retryAt.isValid() ? bench.clock.nowUtc().msecsTo(item.retryAt) : -1;
        if (waitSeconds > 1)
            QCOMPARE(wait, qint64(waitSeconds) * 1000);
        else if (waitSeconds == 1)
            QVERIFY(wait > 0 && wait <= 2000);
        else
            QCOMPARE(wait, -1);
        QCOMPARE(bench.posts(), 1);
    }

    void theIdIsAskedForWhenTheAnswerHasNone_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {200, 201, 202, 204, 304, 412})
            QTest::newRow(qPrintable(QString::number(status))) << status;
    }
    void theIdIsAskedForWhenTheAnswerHasNone()
    {
        QFETCH(int, status);
        SyncBench bench;
        const QString identifier = bench.queue();
        QJsonObject known = QJsonDocument::fromJson(bench.item(identifier).payload).object();
        known.insert(QStringLiteral("id"), QStringLiteral("younger"));
        bench.clinic.put(known, QStringLiteral("2026-03-02T15:00:02.000Z"));
        known.insert(QStringLiteral("id"), QStringLiteral("oldest"));
        bench.clinic.put(known, QStringLiteral("2026-03-02T15:00:01.000Z"));
        bench.clinic.setScript(creates(ScriptedClinic::answer(status)));
        QVERIFY(bench.run());
        QCOMPARE(bench.item(identifier).state, OutboxState::Done);
        QCOMPARE(bench.item(identifier).serverId, QStringLiteral("oldest"));
    }

    void replyLostAfterTheServerTookIt()
    {
        SyncBench bench;
        const QString identifier = bench.queue();
        bench.clinic.loseReplies("POST", 1);
        QCOMPARE(bench.run().error().kind, ProblemKind::Timeout);
        QCOMPARE(bench.item(identifier).state, OutboxState::Uncertain);

        bench.clinic.forgetRequests();
        bench.clock.advance(59s);
        QVERIFY(bench.run());
        QCOMPARE(bench.posts(), 0);
        QCOMPARE(bench.item(identifier).state, OutboxState::Uncertain);

        bench.clock.advance(2s);
        QVERIFY(bench.run());
        QCOMPARE(bench.posts(), 0);
        QCOMPARE(bench.item(identifier).state, OutboxState::Done);
        QCOMPARE(bench.item(identifier).serverId, QStringLiteral("made-1"));
        QCOMPARE(bench.clinic.records(response).size(), 1);
    }

    void requestLostBeforeTheServerTookIt()
    {
        SyncBench bench;
        const QString identifier = bench.queue();
        bench.clinic.setScript(creates(tl::make_unexpected(Problem{ProblemKind::Timeout, true, {}})));
        QVERIFY(!bench.run());
        const QByteArray first = bench.clinic.requestsTo("POST", response).first().body;
        bench.clinic.setScript({});
        bench.clinic.forgetRequests();
        bench.clock.advance(61s);
        QVERIFY(bench.run());
        // Asked for first, then sent, byte for byte the same.
        QCOMPARE(bench.clinic.requests().at(0).method, QByteArray("GET"));
        QVERIFY(bench.clinic.requests().at(0).url.query().contains(identifier));
        QCOMPARE(bench.clinic.requests().at(1).method, QByteArray("POST"));
        QCOMPARE(bench.clinic.requests().at(1).body, first);
        QCOMPARE(bench.item(identifier).state, OutboxState::Done);
        QCOMPARE(bench.clinic.records(response).size(), 1);
    }

    void aResendThatTheServerKnowsMakesNoSecondRecord()
    {
        SyncBench bench;
        const QString identifier = bench.queue();
        bench.clinic.loseReplies("POST", 1);
        QVERIFY(!bench.run());
        // The search does not see it yet, as on a server whose index comes late.
        bench.clinic.setScript([](const HttpRequest &request) -> std::optional<Reply> {
            if (request.method == "GET" && request.url.query().contains(QLatin1String("identifier=")))
                return ScriptedClinic::answer(200, "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}");
            return std::nullopt;
        });
        bench.clock.advance(61s);
        QVERIFY(bench.run());
        QCOMPARE(bench.posts(), 2);
        QCOMPARE(bench.clinic.records(response).size(), 1);
        QCOMPARE(bench.item(identifier).serverId, QStringLiteral("made-1"));
    }

    void foundByItsIdentifierAlone()
    {
        // A server that does not know the parameter lists everything; another's record is not mine.
        SyncBench bench;
        const QString identifier = bench.queue();
        bench.clinic.loseReplies("POST", 1);
        bench.clinic.setScript([](const HttpRequest &request) -> std::optional<Reply> {
            if (request.method == "GET" && request.url.query().contains(QLatin1String("identifier=")))
                return ScriptedClinic::answer(
                    200,
                    "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[{\"resource\":{\"resourceType\":"
                    "\"QuestionnaireResponse\","
                    "\"id\":\"other\",\"identifier\":{\"system\":\"urn:ietf:rfc:3986\",\"value\":\"urn:uuid:other\"}}}]}");
            return std::nullopt;
        });
        QVERIFY(!bench.run());
        bench.clock.advance(61s);
        QVERIFY(bench.run());
        QCOMPARE(bench.item(identifier).serverId, QStringLiteral("made-1"));
    }

    void neverLeftGoesAgainSoon()
    {
        SyncBench bench;
        const QString identifier = bench.queue();
        bench.clinic.setScript([](const HttpRequest &) { return std::optional<Reply>(tl::make_unexpected(refused())); });
        QCOMPARE(bench.run().error().kind, ProblemKind::Offline);
        QCOMPARE(bench.engine->state(), SyncEngine::State::Waiting);
        bench.clinic.setScript({});
        bench.clinic.forgetRequests();
        bench.clock.advance(2s);
        // By itself: the engine planned the next try.
        QTRY_COMPARE_WITH_TIMEOUT(bench.item(identifier).state, OutboxState::Done, 5000);
        QCOMPARE(bench.clinic.requests().first().method, QByteArray("POST"));
        QCOMPARE(bench.posts(), 1);
        QTRY_COMPARE(bench.engine->state(), SyncEngine::State::Idle);
    }

    void diedWhileSending()
    {
        SyncBench bench;
        const QString identifier = bench.queue();
        bench.change(identifier, [&](OutboxItem &item) {
            item.state = OutboxState::Sending;
            item.attempts = 1;
            item.retryAt = bench.clock.nowUtc().addSecs(30);
        });
        bench.restart();
        QVERIFY(bench.run());
        QCOMPARE(bench.posts(), 0);
        bench.clock.advance(31s);
        bench.clinic.forgetRequests();
        QVERIFY(bench.run());
        QCOMPARE(bench.clinic.requests().first().method, QByteArray("GET"));
        QCOMPARE(bench.posts(), 1);
        QCOMPARE(bench.item(identifier).state, OutboxState::Done);
    }

    void sendingIsDurableBeforeTheRequest()
    {
        SyncBench bench;
        const QString identifier = bench.queue();
        OutboxState during = OutboxState::Done;
        bench.clinic.setScript([&](const HttpRequest &request) -> std::optional<Reply> {
            if (isCreate(request))
                during = bench.item(identifier).state;
            return std::nullopt;
        });
        QVERIFY(bench.run());
        QCOMPARE(during, OutboxState::Sending);
    }

    void oneKeyGoesInOrder()
    {
        SyncBench bench;
        const QString first = bench.queue(QStringLiteral("k"));
        const QString second = bench.queue(QStringLiteral("k"));
        const QString other = bench.queue(QStringLiteral("other"));
        const QByteArray firstBody = bench.item(first).payload;
        bench.clinic.setScript([&](const HttpRequest &request) -> std::optional<Reply> {
            return isCreate(request) && request.body == firstBody ? std::optional<Reply>(ScriptedClinic::answer(500))
                                                                  : std::nullopt;
        });
        QCOMPARE(bench.run().error().kind, ProblemKind::ServerError);
        QCOMPARE(bench.item(first).state, OutboxState::Uncertain);
        QCOMPARE(bench.item(second).state, OutboxState::Queued);
        QCOMPARE(bench.item(other).state, OutboxState::Done);
        // A failed item does not stop the download either.
        QVERIFY(!bench.clinic.requestsTo("GET", QStringLiteral("Appointment")).isEmpty());

        bench.clinic.setScript({});
        bench.clinic.forgetRequests();
        bench.clock.advance(61s);
        QVERIFY(bench.run());
        QCOMPARE(bench.item(second).state, OutboxState::Done);
        const QList<HttpRequest> sent = bench.clinic.requestsTo("POST", response);
        QCOMPARE(sent.size(), 2);
        QCOMPARE(sent.first().body, firstBody);
    }

    void urgentGoesFirst()
    {
        SyncBench bench;
        const QString calm = bench.queue();
        const QString urgent = bench.queue({}, 0);
        const QString behind = bench.queue(QStringLiteral("k"), 1);
        const QString urgentBehind = bench.queue(QStringLiteral("k"), 0);
        QVERIFY(bench.run());
        QStringList order;
        for (const HttpRequest &request : bench.clinic.requestsTo("POST", response)) {
            for (const auto &[name, identifier] :
                 {std::pair{"calm", calm}, {"urgent", urgent}, {"behind", behind}, {"urgentBehind", urgentBehind}}) {
                if (request.body == bench.item(identifier).payload)
                    order << QString::fromLatin1(name);
            }
        }
        QCOMPARE(order.join(u' '), QStringLiteral("urgent behind urgentBehind calm"));
    }

    void rejectedStaysAndHoldsUpNothing()
    {
        SyncBench bench;
        const QString bad = bench.queue(QStringLiteral("k"));
        const QString good = bench.queue(QStringLiteral("k"));
        const QByteArray badBody = bench.item(bad).payload;
        bench.clinic.setScript([&](const HttpRequest &request) -> std::optional<Reply> {
            return isCreate(request) && request.body == badBody ? std::optional<Reply>(ScriptedClinic::outcome(422, "invalid"))
                                                                : std::nullopt;
        });
        QVERIFY(bench.run());
        QCOMPARE(bench.item(bad).state, OutboxState::Rejected);
        QCOMPARE(bench.item(bad).payload, badBody);
        QCOMPARE(bench.item(good).state, OutboxState::Done);
        bench.clinic.forgetRequests();
        QVERIFY(bench.run());
        QCOMPARE(bench.posts(), 0);
    }

    void aGatewaysRefusalParksNothing()
    {
        SyncBench bench;
        const QString identifier = bench.queue();
        bench.clinic.setScript(creates(ScriptedClinic::answer(404, "<html>Back soon")));
        QCOMPARE(bench.run().error().kind, ProblemKind::ServerError);
        bench.clinic.setScript({});
        bench.clock.advance(61s);
        QVERIFY(bench.run());
        QCOMPARE(bench.item(identifier).state, OutboxState::Done);
        // What an older version of the app parked for such a word goes out too, after it was asked for.
        const QString parked = bench.queue();
        bench.change(parked, [&](OutboxItem &item) {
            item.state = OutboxState::Rejected;
            item.problem = QStringLiteral("NotFound");
        });
        bench.clinic.forgetRequests();
        bench.restart();
        QVERIFY(bench.run());
        QCOMPARE(bench.clinic.requests().first().method, QByteArray("GET"));
        QCOMPARE(bench.item(parked).state, OutboxState::Done);
    }

    void oneRefreshForA401()
    {
        SyncBench bench;
        const QString identifier = bench.queue();
        bench.clinic.setScript([](const HttpRequest &request) -> std::optional<Reply> {
            return headerOf(request, "Authorization") == "Bearer t1" ? std::optional<Reply>(ScriptedClinic::answer(401))
                                                                     : std::nullopt;
        });
        QVERIFY(bench.run());
        QCOMPARE(bench.item(identifier).state, OutboxState::Done);
        QCOMPARE(bench.posts(), 2);
        QCOMPARE(bench.clinic.requestsTo("POST", QStringLiteral("token")).size(), 1);
    }

    void secondRefusalAsksForASignIn()
    {
        SyncBench bench;
        const QString identifier = bench.queue();
        QSignalSpy needed(bench.engine.get(), &SyncEngine::signInNeeded);
        bench.clinic.setScript(creates(ScriptedClinic::answer(401)));
        QCOMPARE(bench.run().error().kind, ProblemKind::SignInNeeded);
        QCOMPARE(needed.size(), 1);
        QCOMPARE(bench.item(identifier).state, OutboxState::NeedsAuth);
        QCOMPARE(bench.posts(), 2);
        QCOMPARE(bench.engine->state(), SyncEngine::State::Idle);
        bench.clinic.setScript({});
        QVERIFY(bench.run());
        QCOMPARE(bench.item(identifier).state, OutboxState::Done);
    }

    void endedSignInLeavesTheItem()
    {
        SyncBench bench;
        const QString identifier = bench.queue();
        bench.tokens->invalidate(QStringLiteral("t1"));
        QSignalSpy needed(bench.engine.get(), &SyncEngine::signInNeeded);
        bench.clinic.setScript([](const HttpRequest &request) -> std::optional<Reply> {
            return request.url.path() == u"/token"
                ? std::optional<Reply>(ScriptedClinic::answer(400, "{\"error\":\"invalid_grant\"}"))
                : std::nullopt;
        });
        QCOMPARE(bench.run().error().kind, ProblemKind::SignInNeeded);
        QCOMPARE(needed.size(), 1);
        QCOMPARE(bench.item(identifier).state, OutboxState::Queued);
        QCOMPARE(bench.item(identifier).attempts, 0);
    }

    void serversThatRefuseTheCondition()
    {
        SyncBench bench;
        bench.queue();
        bench.clinic.setScript([](const HttpRequest &request) -> std::optional<Reply> {
            const bool isRefused = isCreate(request) && !headerOf(request, "If-None-Exist").isEmpty();
            return isRefused ? std::optional<Reply>(ScriptedClinic::outcome(400, "invalid", "If-None-Exist: bad value"))
                             : std::nullopt;
        });
        QVERIFY(bench.run());
        const QList<HttpRequest> sent = bench.clinic.requestsTo("POST", response);
        QCOMPARE(sent.size(), 3);
        QVERIFY(headerOf(sent.at(0), "If-None-Exist").contains('|'));
        QVERIFY(headerOf(sent.at(1), "If-None-Exist").contains("%7C"));
        QVERIFY(headerOf(sent.at(2), "If-None-Exist").isEmpty());
        // Remembered for the next item, also by the next start.
        bench.clinic.forgetRequests();
        bench.queue();
        bench.restart();
        QVERIFY(bench.run());
        QCOMPARE(bench.posts(), 1);
    }

    void relativesSendNothingOfThePatients()
    {
        SyncBench bench(Role::Relative);
        const QString checkin = bench.queue();
        const QString rsvp = bench.queue({}, 1, QStringLiteral("AppointmentResponse"));
        (void)bench.run();
        QCOMPARE(bench.item(checkin).state, OutboxState::Queued);
        QCOMPARE(bench.item(rsvp).state, OutboxState::Queued);
        QVERIFY(bench.clinic.requestsTo("POST", QStringLiteral("AppointmentResponse")).isEmpty());
        QCOMPARE(bench.posts(), 0);
    }

    void aWaitWrittenByAWrongClockIsNotKept()
    {
        SyncBench bench;
        const QString identifier = bench.queue();
        bench.change(identifier, [&](OutboxItem &item) { item.retryAt = bench.clock.nowUtc().addYears(3); });
        QVERIFY(bench.run());
        QCOMPARE(bench.item(identifier).state, OutboxState::Done);
    }
};

QTEST_GUILESS_MAIN(SyncPushTest)
#include "tst_push.moc"
