// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "auth/TokenSource.h"
#include "fakes/FakeClock.h"
#include "fakes/FakeCredentialStore.h"
#include "fakes/FakeFhirServer.h"
#include "net/QtHttpClient.h"

#include <QCoroTask>
#include <QTest>

using namespace handrail;
using namespace std::chrono_literals;

/// The life of the tokens against a server that rotates refresh tokens and ends the family when an old one comes back.
class TestTokenSource : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void givesWhatItHas();
    void refreshesAMinuteBeforeTheEnd();
    void shortLife();
    void wallClockDoesNotMatter();
    void manyCallersOneRefresh();
    void refusedTokenIsRefreshedOnce();
    void invalidatingAnOldTokenDoesNothing();
    void afterARestart();
    void storedBeforeUse();
    void storeFull();
    void storeCannotBeRead();
    void keepsTheRefreshTokenWhenNoneComes();
    void narrowedScopesAreKept();
    void endedByTheClinic();
    void endedAndTheStoreIsFull();
    void signInAgainAfterTheEnd();
    void noRefreshToken();
    void nobodySignedIn();
    void otherFailure_data();
    void otherFailure();
    void oldTokenServesWhileOffline();
    void offlineIsAskedOnce();
    void lostAnswerIsAskedAgain();
    void lostTwice();
    void refreshedScopeOfAnotherAccount();
    void signOutDuringRefresh();
    void revoke();
    void revokeOffline();
    void revokeWithoutEndpoint();
    void goneMidway_data();
    void goneMidway();

private:
    [[nodiscard]] qsizetype refreshCount() const { return m_server->requestsTo(QStringLiteral("/auth/token")).size(); }
    [[nodiscard]] Credentials credentialsWith(const QString &refreshToken) const;
    Result<QString> ask() { return QCoro::waitFor(m_source->accessToken()); }
    /// Many callers at once, as sync makes them.
    QList<Result<QString>> askAtOnce(int count);
    void signIn();

    std::unique_ptr<FakeFhirServer> m_server;
    std::unique_ptr<QtHttpClient> m_http;
    std::unique_ptr<FakeCredentialStore> m_store;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<TokenSource> m_source;
    FakeFhirServer::Tokens m_first;
};

void TestTokenSource::init()
{
    m_server = std::make_unique<FakeFhirServer>();
    m_http = std::make_unique<QtHttpClient>();
    m_store = std::make_unique<FakeCredentialStore>();
    m_clock = std::make_unique<FakeClock>();
    m_source = std::make_unique<TokenSource>(*m_http, *m_store, *m_clock);
    signIn();
}

void TestTokenSource::cleanup()
{
    m_source.reset();
    m_http.reset();
    m_server.reset();
}

Credentials TestTokenSource::credentialsWith(const QString &refreshToken) const
{
    Identity who;
    who.server = m_server->base();
    who.subject = QStringLiteral("sub-maya");
    who.patientId = QStringLiteral("p1");
    who.scopes = QStringList{QStringLiteral("patient/Appointment.rs")};
    return {who, refreshToken, m_server->url(QStringLiteral("/auth/token")), m_server->url(QStringLiteral("/auth/revoke")),
            QStringLiteral("handrail")};
}

void TestTokenSource::signIn()
{
    m_first = m_server->issueTokens();
    QVERIFY(m_store->setCredentials(credentialsWith(m_first.refresh)));
    m_source->setAccessToken(m_first.access, 600s);
}

QList<Result<QString>> TestTokenSource::askAtOnce(int count)
{
    QList<Result<QString>> results;
    const auto one = [this, &results]() -> QCoro::Task<void> {
        const Result<QString> result = co_await m_source->accessToken();
        results.append(result);
    };
    for (int n = 0; n < count; ++n)
        one();
    if (!QTest::qWaitFor([&] { return results.size() == count; }))
        qWarning("only %d of %d answered", int(results.size()), count);
    return results;
}

void TestTokenSource::givesWhatItHas()
{
    for (int use = 0; use < 3; ++use) // giving it away must not use it up
        QCOMPARE(ask().value(), m_first.access);
    QCOMPARE(refreshCount(), 0);
}

void TestTokenSource::refreshesAMinuteBeforeTheEnd()
{
    m_clock->advance(540s - 1ms);
    QCOMPARE(ask().value(), m_first.access);
    QCOMPARE(refreshCount(), 0);
    m_clock->advance(1ms);
    const auto second = ask();
    QVERIFY(second);
    QVERIFY(*second != m_first.access);
    QCOMPARE(refreshCount(), 1);
    QCOMPARE(ask().value(), *second);
    QCOMPARE(refreshCount(), 1);
}

void TestTokenSource::shortLife()
{
    m_source->setAccessToken(QStringLiteral("short"), 40s);
    QCOMPARE(ask().value(), QStringLiteral("short"));
    m_clock->advance(20s);
    QVERIFY(ask().value() != QStringLiteral("short"));
}

void TestTokenSource::wallClockDoesNotMatter()
{
    m_clock->setWallClock(m_clock->nowUtc().addDays(1));
    QCOMPARE(ask().value(), m_first.access);
    m_clock->setWallClock(m_clock->nowUtc().addDays(-400));
    m_clock->advance(600s);
    QVERIFY(ask().value() != m_first.access);
}

void TestTokenSource::manyCallersOneRefresh()
{
    m_clock->advance(600s);
    const auto results = askAtOnce(20);
    QCOMPARE(results.size(), 20);
    QCOMPARE(refreshCount(), 1);
    for (const auto &result : results)
        QCOMPARE(result.value(), results.constFirst().value());
    QVERIFY(results.constFirst().value() != m_first.access);
}

void TestTokenSource::refusedTokenIsRefreshedOnce()
{
    m_server->endAccess(m_first.access);
    // Several requests come back with 401 one after the other; all were sent with the same token.
    m_source->invalidate(m_first.access);
    const auto results = askAtOnce(5);
    m_source->invalidate(m_first.access);
    m_source->invalidate(m_first.access);
    QCOMPARE(ask().value(), results.constFirst().value());
    QCOMPARE(refreshCount(), 1);
}

void TestTokenSource::invalidatingAnOldTokenDoesNothing()
{
    m_source->invalidate(QStringLiteral("some other"));
    m_source->invalidate(QString());
    QCOMPARE(ask().value(), m_first.access);
}

void TestTokenSource::afterARestart()
{
    TokenSource fresh(*m_http, *m_store, *m_clock);
    const auto token = QCoro::waitFor(fresh.accessToken());
    QVERIFY(token);
    QVERIFY(*token != m_first.access);
    QCOMPARE(refreshCount(), 1);
}

void TestTokenSource::storedBeforeUse()
{
    QStringList order;
    m_store->onWrite([&](const Credentials &written) { order << written.refreshToken; });
    m_clock->advance(600s);
    const auto use = [&]() -> QCoro::Task<void> {
        const Result<QString> token = co_await m_source->accessToken();
        order << token.value_or(QStringLiteral("none"));
    };
    use();
    use();
    QTRY_COMPARE(order.size(), 3);
    QCOMPARE(order, (QStringList{QStringLiteral("refresh-2"), QStringLiteral("access-2"), QStringLiteral("access-2")}));
    QCOMPARE(m_store->writes().constLast().identity.patientId, QStringLiteral("p1"));
}

void TestTokenSource::storeFull()
{
    m_clock->advance(600s);
    m_store->setWriteProblem(Problem{ProblemKind::StoreFull, false, {}});
    for (int n = 0; n < 3; ++n) {
        const auto token = ask();
        QVERIFY(!token); // held back: a restart now would need the new refresh token
        QCOMPARE(token.error().kind, ProblemKind::StoreFull);
    }
    QCOMPARE(refreshCount(), 1); // the new pair is in hand and is not asked for again
    m_store->setWriteProblem(std::nullopt);
    QCOMPARE(ask().value(), QStringLiteral("access-2"));
    QCOMPARE(refreshCount(), 1);
    QCOMPARE(m_store->writes().constLast().refreshToken, QStringLiteral("refresh-2"));
}

void TestTokenSource::storeCannotBeRead()
{
    m_clock->advance(600s);
    m_store->setReadProblem(Problem{ProblemKind::KeyUnavailable, true, {}});
    const auto token = ask();
    QVERIFY(!token);
    QCOMPARE(token.error().kind, ProblemKind::KeyUnavailable);
    QCOMPARE(refreshCount(), 0);
    m_store->setReadProblem(std::nullopt);
    QVERIFY(ask());
}

void TestTokenSource::keepsTheRefreshTokenWhenNoneComes()
{
    m_server->once("POST", QStringLiteral("/auth/token"),
                   FakeReply::json(R"({"access_token":"a","token_type":"Bearer","expires_in":600})"));
    m_clock->advance(600s);
    QCOMPARE(ask().value(), QStringLiteral("a"));
    QCOMPARE(m_store->credentials().value()->refreshToken, m_first.refresh);
}

void TestTokenSource::narrowedScopesAreKept()
{
    m_server->setGrantedScope(QStringLiteral("patient/Patient.rs"));
    m_clock->advance(600s);
    QVERIFY(ask());
    QCOMPARE(m_store->credentials().value()->identity.scopes, QStringList{QStringLiteral("patient/Patient.rs")});
}

void TestTokenSource::endedByTheClinic()
{
    m_server->endFamily();
    m_clock->advance(540s); // the access token in hand would be good for a minute, but the clinic said no
    const auto results = askAtOnce(8);
    for (const auto &result : results) {
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ProblemKind::SignInNeeded);
        QVERIFY(!result.error().isRetryable);
    }
    QVERIFY(!ask());
    QCOMPARE(refreshCount(), 1); // no loop
    // Who it was stays known; the dead token does not, so a restart does not try it either.
    const auto kept = m_store->credentials().value();
    QVERIFY(kept);
    QCOMPARE(kept->identity.subject, QStringLiteral("sub-maya"));
    QVERIFY(kept->refreshToken.isEmpty());
    TokenSource fresh(*m_http, *m_store, *m_clock);
    QCOMPARE(QCoro::waitFor(fresh.accessToken()).error().kind, ProblemKind::SignInNeeded);
    QCOMPARE(refreshCount(), 1);
}

void TestTokenSource::endedAndTheStoreIsFull()
{
    m_server->endFamily();
    m_clock->advance(600s);
    m_store->setWriteProblem(Problem{ProblemKind::StoreFull, false, {}});
    QCOMPARE(ask().error().kind, ProblemKind::SignInNeeded);
    QCOMPARE(ask().error().kind, ProblemKind::SignInNeeded);
    QCOMPARE(refreshCount(), 1);
}

void TestTokenSource::signInAgainAfterTheEnd()
{
    m_server->endFamily();
    m_clock->advance(600s);
    QVERIFY(!ask());
    signIn();
    QCOMPARE(ask().value(), m_first.access);
    m_clock->advance(600s);
    QVERIFY(ask());
}

void TestTokenSource::noRefreshToken()
{
    QVERIFY(m_store->setCredentials(credentialsWith({})));
    m_source->setAccessToken(QStringLiteral("only"), 300s);
    m_clock->advance(300s - 1ms);
    QCOMPARE(ask().value(), QStringLiteral("only")); // to its very end
    m_clock->advance(1ms);
    QCOMPARE(ask().error().kind, ProblemKind::SignInNeeded);
    QCOMPARE(refreshCount(), 0);
}

void TestTokenSource::nobodySignedIn()
{
    FakeCredentialStore empty;
    TokenSource source(*m_http, empty, *m_clock);
    QCOMPARE(QCoro::waitFor(source.accessToken()).error().kind, ProblemKind::SignInNeeded);
    QCOMPARE(m_server->requests().size(), 0);
}

void TestTokenSource::otherFailure_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ProblemKind>("kind");
    QTest::newRow("500") << 500 << QByteArray("<html>") << ProblemKind::ServerError;
    QTest::newRow("503") << 503 << QByteArray() << ProblemKind::ServerBusy;
    QTest::newRow("429 with invalid_grant") << 429 << QByteArray(R"({"error":"invalid_grant"})") << ProblemKind::ServerBusy;
    QTest::newRow("captive portal") << 200 << QByteArray("<html>") << ProblemKind::BadData;
    QTest::newRow("404") << 404 << QByteArray() << ProblemKind::NotFound;
    QTest::newRow("unknown app") << 401 << QByteArray(R"({"error":"invalid_client"})") << ProblemKind::AppUnknown;
}

void TestTokenSource::otherFailure()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    m_server->once("POST", QStringLiteral("/auth/token"), FakeReply::json(body, status));
    m_clock->advance(600s);
    const auto token = ask();
    QVERIFY(!token);
    QTEST(token.error().kind, "kind");
    QCOMPARE(refreshCount(), 1);
    QCOMPARE(m_store->credentials().value()->refreshToken, m_first.refresh); // untouched
    QVERIFY(ask());                                                          // and good the next time
}

void TestTokenSource::oldTokenServesWhileOffline()
{
    m_server->stop();
    m_clock->advance(540s);
    QCOMPARE(ask().value(), m_first.access);
    m_clock->advance(60s);
    QCOMPARE(ask().error().kind, ProblemKind::Offline);
}

void TestTokenSource::offlineIsAskedOnce()
{
    m_server->stop();
    m_clock->advance(600s);
    const auto token = ask();
    QCOMPARE(token.error().kind, ProblemKind::Offline);
    QVERIFY(token.error().isRetryable);
    m_server->resume();
    QVERIFY(ask());
    QCOMPARE(refreshCount(), 1);
}

void TestTokenSource::lostAnswerIsAskedAgain()
{
    // The server rotates and its answer is lost on the way: the hard case.
    bool isFirst = true;
    m_server->route("POST", QStringLiteral("/auth/token"), [&](const FakeRequest &request) {
        const auto rotated = std::exchange(isFirst, false);
        FakeReply reply =
            FakeReply::json("{\"access_token\":\"access-new\",\"refresh_token\":\"refresh-new\",\"token_type\":\"Bearer\"}");
        reply.isReset = rotated;
        if (request.formItem(QStringLiteral("refresh_token")) != m_first.refresh)
            m_server->complain(QStringLiteral("another refresh token"));
        return reply;
    });
    m_clock->advance(600s);
    QCOMPARE(ask().value(), QStringLiteral("access-new"));
    QCOMPARE(refreshCount(), 2);
    QCOMPARE(m_store->credentials().value()->refreshToken, QStringLiteral("refresh-new"));
}

void TestTokenSource::lostTwice()
{
    FakeReply reset;
    reset.isReset = true;
    m_server->route("POST", QStringLiteral("/auth/token"), reset);
    m_clock->advance(600s);
    QCOMPARE(ask().error().kind, ProblemKind::Offline);
    QCOMPARE(refreshCount(), 2); // and not a third time
}

void TestTokenSource::refreshedScopeOfAnotherAccount()
{
    FakeReply late = FakeReply::json(R"({"access_token":"late","refresh_token":"late-refresh","token_type":"Bearer"})");
    late.delay = 100ms;
    m_server->once("POST", QStringLiteral("/auth/token"), late);
    m_clock->advance(600s);
    std::optional<Result<QString>> ended;
    const auto one = [&]() -> QCoro::Task<void> { ended = co_await m_source->accessToken(); };
    one();
    QTRY_COMPARE(refreshCount(), 1);
    // Somebody else signs in meanwhile.
    Credentials rosa = credentialsWith(QStringLiteral("rosa-refresh"));
    rosa.identity.subject = QStringLiteral("sub-rosa");
    QVERIFY(m_store->setCredentials(rosa));
    m_source->setAccessToken(QStringLiteral("rosa-access"), 600s);
    QVERIFY(ended);
    QCOMPARE(ended->error().kind, ProblemKind::Cancelled);
    QTRY_COMPARE(m_server->revoked(), QStringList{QStringLiteral("late-refresh")});
    QCOMPARE(ask().value(), QStringLiteral("rosa-access"));
    QCOMPARE(m_store->credentials().value()->refreshToken, QStringLiteral("rosa-refresh"));
    QCOMPARE(m_store->credentials().value()->identity.subject, QStringLiteral("sub-rosa"));
}

void TestTokenSource::signOutDuringRefresh()
{
    FakeReply late = FakeReply::json(R"({"access_token":"late","refresh_token":"late-refresh","token_type":"Bearer"})");
    late.delay = 100ms;
    m_server->once("POST", QStringLiteral("/auth/token"), late);
    m_clock->advance(600s);
    std::optional<Result<QString>> ended;
    const auto one = [&]() -> QCoro::Task<void> { ended = co_await m_source->accessToken(); };
    one();
    QTRY_COMPARE(refreshCount(), 1);
    const auto revoking = TokenSource::revokeAt(*m_http, m_source->giveUp().value());
    QVERIFY(m_store->clearCredentials());
    m_source.reset();
    QVERIFY(ended);
    QTRY_COMPARE(m_server->revoked().size(), 2);
    QVERIFY(m_server->revoked().contains(QStringLiteral("late-refresh")));
    QVERIFY(m_server->revoked().contains(m_first.refresh));
    QVERIFY(!m_store->credentials().value());
}

void TestTokenSource::revoke()
{
    QCoro::waitFor(m_source->revoke());
    QCOMPARE(m_server->revoked(), QStringList{m_first.refresh});
    QVERIFY(!m_server->requestsTo(QStringLiteral("/auth/revoke")).constFirst().hasHeader("Authorization"));
    QCOMPARE(ask().error().kind, ProblemKind::SignInNeeded);
    QCOMPARE(refreshCount(), 0);
}

void TestTokenSource::revokeOffline()
{
    m_server->stop();
    QCoro::waitFor(m_source->revoke());
    QCOMPARE(ask().error().kind, ProblemKind::SignInNeeded);
}

void TestTokenSource::revokeWithoutEndpoint()
{
    Credentials credentials = credentialsWith(m_first.refresh);
    credentials.revocationEndpoint = QUrl();
    QVERIFY(m_store->setCredentials(credentials));
    QCoro::waitFor(m_source->revoke());
    m_store->setReadProblem(Problem{ProblemKind::StoreBroken, false, {}});
    QCoro::waitFor(m_source->revoke());
    QCOMPARE(m_server->requests().size(), 0);
}

void TestTokenSource::goneMidway_data()
{
    QTest::addColumn<bool>("isClientFirst");
    QTest::newRow("source first") << false;
    QTest::newRow("client first") << true;
}

void TestTokenSource::goneMidway()
{
    QFETCH(bool, isClientFirst);
    FakeReply silent;
    silent.isSilent = true;
    m_server->route("POST", QStringLiteral("/auth/token"), silent);
    m_clock->advance(600s);
    QList<ProblemKind> ends;
    const auto one = [&]() -> QCoro::Task<void> {
        const Result<QString> result = co_await m_source->accessToken();
        ends.append(result ? ProblemKind::BadData : result.error().kind);
    };
    one();
    one();
    QTRY_COMPARE(refreshCount(), 1);
    isClientFirst ? m_http.reset() : m_source.reset();
    QCOMPARE(ends, (QList<ProblemKind>{ProblemKind::Cancelled, ProblemKind::Cancelled}));
    m_source.reset();
    m_store.reset();
    m_clock.reset();
    m_http.reset();
    QTest::qWait(20);
}

QTEST_GUILESS_MAIN(TestTokenSource)
#include "tst_token_source.moc"
