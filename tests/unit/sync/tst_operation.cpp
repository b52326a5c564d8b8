// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "SyncBench.h"

#include "sync/Operation.h"
#include "sync/Records.h"

#include <QTest>

using namespace handrail;
using namespace Qt::StringLiterals;
using Reply = ScriptedClinic::Reply;

namespace {

const QString path = u"Patient/maya/$invite"_s;

HttpResponse refusal(int status, const char *code)
{
    return ScriptedClinic::answer(
        status,
        QByteArray(
            "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"value\",\"details\":{\"coding\":"
            "[{\"system\":\"https://handrail.example/fhir/CodeSystem/family-refusal\",\"code\":\"")
            + code
            + "\"}]},\"extension\":[{\"url\":\"https://handrail.example/fhir/StructureDefinition/opens-at\","
              "\"valueInstant\":\"2026-03-01T18:00:00Z\"}]}]}");
}

struct Desk : SyncBench {
    Operation operation{clinic, *tokens, clock, identity.server};
    Records records{*store, identity};

    Result<OperationAnswer> post(const ScriptedClinic::Script &script)
    {
        clinic.setScript(script);
        return QCoro::waitFor(operation.post(path, "{\"resourceType\":\"Parameters\"}"));
    }
};

QJsonObject consent(const QString &status)
{
    const auto conceptOf = [](const char *system, const char *code) {
        const QJsonObject coding{{u"system"_s, QString::fromLatin1(system)}, {u"code"_s, QString::fromLatin1(code)}};
        return QJsonObject{{u"coding"_s, QJsonArray{coding}}};
    };
    const QJsonObject actor{
        {u"reference"_s, QJsonObject{{u"reference"_s, u"RelatedPerson/rosa"_s}, {u"display"_s, u"Rosa Bell"_s}}}};
    return {{u"resourceType"_s, u"Consent"_s},
            {u"id"_s, u"c1"_s},
            {u"status"_s, status},
            {u"scope"_s, conceptOf("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy")},
            {u"patient"_s, QJsonObject{{u"reference"_s, u"Patient/maya"_s}}},
            {u"note"_s, u"by the clinic"_s},
            {u"provision"_s, QJsonObject{{u"type"_s, u"permit"_s}, {u"actor"_s, QJsonArray{actor}}}}};
}

} // namespace

/// Calls with an answer, and how a permission is taken back.
class SyncOperationTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswer()
    {
        Desk desk;
        const auto answer = desk.post(at("$invite", ScriptedClinic::answer(200, R"({"resourceType":"Parameters","parameter":[
            {"name":"status","valueCode":"open"},{"name":"link","valueString":"abc"},{"name":"late","valueBoolean":true},
            {"name":"consent","valueReference":{"reference":"Consent/c9"}},{"name":"link","valueString":"second"}]})")));
        QVERIFY(answer);
        QVERIFY(answer->refusal.isEmpty());
        QCOMPARE(answer->values.value(u"status"_s), u"open"_s);
        QCOMPARE(answer->values.value(u"link"_s), u"abc"_s);
        QCOMPARE(answer->values.value(u"late"_s), u"true"_s);
        QCOMPARE(answer->values.value(u"consent"_s), u"c9"_s);
        const HttpRequest asked = desk.clinic.requests().constLast();
        QCOMPARE(asked.method, QByteArray("POST"));
        QVERIFY(asked.isSecret); // what it leaves in freed memory is overwritten
        QVERIFY(asked.headers.contains(std::pair<QByteArray, QByteArray>("Authorization", "Bearer t1")));
        QVERIFY(asked.headers.contains(std::pair<QByteArray, QByteArray>("Content-Type", "application/fhir+json")));
        QCOMPARE(asked.deadline, std::chrono::milliseconds(std::chrono::seconds(30)));
    }

    void refused()
    {
        Desk desk;
        for (const int status : {404, 409, 422}) {
            const auto answer = desk.post(at("$invite", refusal(status, "too-early")));
            QVERIFY(answer);
            QCOMPARE(answer->refusal, u"too-early"_s);
            QCOMPARE(answer->opensAt, QDateTime(QDate(2026, 3, 1), QTime(18, 0), Qt::UTC));
        }
    }

    void problems_data()
    {
        QTest::addColumn<Given>("given");
        QTest::addColumn<ProblemKind>("kind");
        QTest::newRow("no such operation") << Given{ScriptedClinic::outcome(404, "not-found")} << ProblemKind::NotFound;
        QTest::newRow("forbidden") << Given{ScriptedClinic::outcome(403, "forbidden")} << ProblemKind::Forbidden;
        QTest::newRow("busy") << Given{ScriptedClinic::outcome(429, "throttled")} << ProblemKind::ServerBusy;
        QTest::newRow("broken") << Given{ScriptedClinic::outcome(500, "exception")} << ProblemKind::ServerError;
        QTest::newRow("a Wi-Fi page") << Given{ScriptedClinic::answer(200, "<html>Sign in</html>")} << ProblemKind::NotFhir;
        QTest::newRow("another resource") << Given{ScriptedClinic::answer(200, "{\"resourceType\":\"Bundle\"}")}
                                          << ProblemKind::NotFhir;
        QTest::newRow("no network") << Given{tl::make_unexpected(Problem{ProblemKind::Offline, true, {}, 0, -1, true})}
                                    << ProblemKind::Offline;
    }
    void problems()
    {
        QFETCH(Given, given);
        Desk desk;
        const auto answer = desk.post(at("$invite", given.reply));
        QVERIFY(!answer);
        QTEST(answer.error().kind, "kind");
        QCOMPARE(answer.error().isUnsent, answer.error().kind == ProblemKind::Offline);
        QCOMPARE(desk.clinic.requestsTo("POST", u"$invite"_s).size(), 1);
    }

    /// Design api 3.3: a 401 is one refresh and one more try.
    void aTokenThatIsRefused()
    {
        Desk desk;
        const auto token =
            at("/token", ScriptedClinic::answer(200, R"({"access_token":"t2","token_type":"Bearer","expires_in":600})"));
        int calls = 0;
        const auto answer = desk.post([&](const HttpRequest &request) -> std::optional<Reply> {
            if (isAt(request, "$invite"))
                return ++calls == 1 ? ScriptedClinic::outcome(401, "login")
                                    : ScriptedClinic::answer(200, "{\"resourceType\":\"Parameters\"}");
            return token(request);
        });
        QVERIFY(answer);
        QCOMPARE(calls, 2);
        calls = -10; // never again a good one
        const auto none = desk.post([&](const HttpRequest &request) -> std::optional<Reply> {
            if (isAt(request, "$invite")) {
                ++calls;
                return ScriptedClinic::outcome(401, "login");
            }
            return token(request);
        });
        QVERIFY(!none);
        QCOMPARE(none.error().kind, ProblemKind::SignInNeeded);
        QCOMPARE(calls, -8);
    }

    void whoLeavesMeanwhile()
    {
        SyncBench bench;
        auto operation = std::make_unique<Operation>(bench.clinic, *bench.tokens, bench.clock, bench.identity.server);
        bench.clinic.setScript(at("$invite", ScriptedClinic::answer(200, "{\"resourceType\":\"Parameters\"}")));
        bench.clinic.hold();
        std::optional<Result<OperationAnswer>> answer;
        auto task = operation->post(path, {});
        auto waiting = [](QCoro::Task<Result<OperationAnswer>> call,
                          std::optional<Result<OperationAnswer>> &out) -> QCoro::Task<void> {
            out = co_await std::move(call);
        }(std::move(task), answer);
        operation.reset();
        bench.clinic.release();
        QTRY_VERIFY(answer);
        QVERIFY(!*answer);
        QCOMPARE(answer->error().kind, ProblemKind::Cancelled);
    }

    void whatIsOffered()
    {
        Desk desk;
        desk.clinic.setScript(
            at("/metadata", ScriptedClinic::answer(200, R"({"resourceType":"CapabilityStatement","rest":[{"mode":"server",
            "resource":[{"type":"Patient","operation":[{"name":"invite"}]},{"type":"Task"}]},
            {"mode":"client","resource":[{"type":"Patient","operation":[{"name":"other"}]}]}]})")));
        QCOMPARE(QCoro::waitFor(desk.operation.offered()).value(), QStringList{u"Patient/invite"_s});
        for (const auto &header : desk.clinic.requests().constLast().headers)
            QVERIFY(header.first != "Authorization");
        desk.clinic.setScript(at("/metadata", ScriptedClinic::answer(200, "<html/>")));
        QVERIFY(!QCoro::waitFor(desk.operation.offered()));
    }

    void takenBack()
    {
        Desk desk;
        desk.clinic.put(consent(u"active"_s), u"2026-03-01T10:00:00.000Z"_s, u"4"_s);
        QVERIFY(desk.run());
        QList<Sharing> sharings = desk.records.sharings(desk.clock.nowUtc());
        QCOMPARE(sharings.size(), 1);
        QCOMPARE(sharings.first().name, u"Rosa Bell"_s);
        QVERIFY(desk.records.queueConsentEnd(sharings.first(), desk.clock.nowUtc()));
        QCOMPARE(desk.records.sharings(desk.clock.nowUtc()).first().stop, Sharing::Stop::Saved);
        QVERIFY(desk.records.sharings(desk.clock.nowUtc()).first().isInForce());
        // Twice is once.
        QVERIFY(desk.records.queueConsentEnd(desk.records.sharings(desk.clock.nowUtc()).first(), desk.clock.nowUtc()));
        desk.clinic.forgetRequests();
        QVERIFY(desk.run());
        const QList<HttpRequest> puts = desk.clinic.requestsTo("PUT", u"Consent/c1"_s);
        QCOMPARE(puts.size(), 1);
        QVERIFY(puts.first().headers.contains(std::pair<QByteArray, QByteArray>("If-Match", "W/\"4\"")));
        const QJsonObject there = desk.clinic.records(u"Consent"_s).first();
        QCOMPARE(there.value("status"_L1).toString(), u"inactive"_s);
        QCOMPARE(there.value("note"_L1).toString(), u"by the clinic"_s);
        const Sharing after = desk.records.sharings(desk.clock.nowUtc()).first();
        QCOMPARE(after.state, Sharing::State::Ended);
        QCOMPARE(desk.records.unsentCount(), 0);
    }

    /// The clinic has ended it by itself, or the record is gone: that is what was wanted.
    void takenBackByBoth()
    {
        for (const bool isGone : {false, true}) {
            Desk desk;
            desk.clinic.put(consent(u"active"_s), u"2026-03-01T10:00:00.000Z"_s, u"4"_s);
            QVERIFY(desk.run());
            QVERIFY(desk.records.queueConsentEnd(desk.records.sharings(desk.clock.nowUtc()).first(), desk.clock.nowUtc()));
            if (isGone)
                desk.clinic.remove(u"Consent"_s, u"c1"_s);
            else
                desk.clinic.put(consent(u"rejected"_s), u"2026-03-01T11:00:00.000Z"_s, u"5"_s);
            desk.clinic.forgetRequests();
            (void)desk.run();
            QCOMPARE(desk.clinic.requestsTo("PUT", u"Consent/c1"_s).size(), 0);
            QCOMPARE(desk.records.unsentCount(), 0);
            QCOMPARE(desk.records.sharings(desk.clock.nowUtc()).isEmpty(), isGone);
        }
    }

    /// The clinic's FHIR server says that there is no such permission, and lists it as active all the same, now or later: it is not called stopped,
    /// and the same word can be said again at once.
    void takenBackAndStillThere()
    {
        for (const bool isListedAtOnce : {true, false}) {
            Desk desk;
            desk.clinic.put(consent(u"active"_s), u"2026-03-01T10:00:00.000Z"_s, u"4"_s);
            QVERIFY(desk.run());
            QVERIFY(desk.records.queueConsentEnd(desk.records.sharings(desk.clock.nowUtc()).first(), desk.clock.nowUtc()));
            desk.clinic.setScript([&](const HttpRequest &request) -> std::optional<ScriptedClinic::Reply> {
                if (isAt(request, "/Consent/c1"))
                    return ScriptedClinic::outcome(404, "not-found");
                if (!isListedAtOnce && isAt(request, "/Consent"))
                    return ScriptedClinic::answer(200, "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}");
                return std::nullopt;
            });
            QVERIFY(desk.run());
            QCOMPARE(desk.records.unsentCount(), 0);
            desk.clinic.setScript({});
            if (!isListedAtOnce) {
                QVERIFY(desk.records.sharings(desk.clock.nowUtc()).isEmpty());
                desk.clock.advance(std::chrono::minutes(15));
                QVERIFY(desk.run());
            }
            QList<Sharing> sharings = desk.records.sharings(desk.clock.nowUtc());
            QCOMPARE(sharings.size(), 1);
            QCOMPARE(sharings.first().state, Sharing::State::Active);
            QCOMPARE(sharings.first().stop, Sharing::Stop::Refused);
            QVERIFY(sharings.first().isInForce());
            QCOMPARE(desk.clinic.requestsTo("PUT", u"Consent/c1"_s).size(), 0);

            QVERIFY(desk.records.queueConsentEnd(sharings.first(), desk.clock.nowUtc()));
            QCOMPARE(desk.records.sharings(desk.clock.nowUtc()).first().stop, Sharing::Stop::Saved);
            QVERIFY(desk.run());
            QCOMPARE(desk.clinic.requestsTo("PUT", u"Consent/c1"_s).size(), 1);
            QCOMPARE(desk.clinic.records(u"Consent"_s).first().value("status"_L1).toString(), u"inactive"_s);
            QCOMPARE(desk.records.sharings(desk.clock.nowUtc()).first().state, Sharing::State::Ended);
            QCOMPARE(desk.records.unsentCount(), 0);
        }
    }

    /// A gateway's page, whatever its status, is not the clinic's word that nothing is shared any more.
    void takenBackBehindAGateway()
    {
        for (const int status : {200, 403, 404, 410}) {
            Desk desk;
            desk.clinic.put(consent(u"active"_s), u"2026-03-01T10:00:00.000Z"_s, u"4"_s);
            QVERIFY(desk.run());
            QVERIFY(desk.records.queueConsentEnd(desk.records.sharings(desk.clock.nowUtc()).first(), desk.clock.nowUtc()));
            desk.clinic.setScript([&](const HttpRequest &request) -> std::optional<ScriptedClinic::Reply> {
                if (isAt(request, "/Consent/c1"))
                    return ScriptedClinic::answer(status, "<html>");
                return std::nullopt;
            });
            (void)desk.run();
            QCOMPARE(desk.records.sharings(desk.clock.nowUtc()).first().stop, Sharing::Stop::Saved);
            desk.clinic.setScript({});
            desk.clock.advance(std::chrono::hours(1));
            QVERIFY(desk.run());
            QCOMPARE(desk.clinic.requestsTo("PUT", u"Consent/c1"_s).size(), 1);
            QCOMPARE(desk.clinic.records(u"Consent"_s).first().value("status"_L1).toString(), u"inactive"_s);
            QCOMPARE(desk.records.unsentCount(), 0);
        }
    }
};

QTEST_GUILESS_MAIN(SyncOperationTest)
#include "tst_operation.moc"
