// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "SignInFixture.h"

#include "auth/Pkce.h"
#include "fakes/FakeBrowser.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace handrail;
using namespace std::chrono_literals;

namespace {

/// The query of the way back, with one item replaced; an empty value removes it.
QUrl with(const QUrl &url, const QString &name, const QString &value)
{
    QUrlQuery query(url);
    query.removeAllQueryItems(name);
    if (!value.isEmpty())
        query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    QUrl changed = url;
    changed.setQuery(query);
    return changed;
}

} // namespace

/// The whole sign-in against a strict server over real sockets, with a browser that follows redirects.
class TestSignIn : public QObject, private SignInFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void patient();
    void language();
    void relative();
    void version1Scopes();
    void narrowedScopes();
    void withoutOpenId();
    void openIdNotGranted();
    void withoutFhirUser();
    void wayBack_data();
    void wayBack();
    void issuerMustCome();
    void noiseDoesNotEndIt();
    void abandoned();
    void noBrowser();
    void codeUsedTwice();
    void secondStartEndsTheFirst();
    void cancelAtEachStep_data();
    void cancelAtEachStep();
    void startAgainFromInside();
};

void TestSignIn::patient()
{
    QSignalSpy opened(m_signIn.get(), &SignIn::pageOpened);
    const auto signedIn = QCoro::waitFor(m_signIn->start(QUrl(m_server->base().toString() + u'/')));
    QVERIFY2(signedIn, qPrintable(signedIn ? QString() : nameOf(signedIn.error().kind) + signedIn.error().detail));
    const Identity &who = signedIn->credentials.identity;
    QCOMPARE(who.server, m_server->base());
    QCOMPARE(who.issuer, m_server->base().toString());
    QCOMPARE(who.subject, QStringLiteral("sub-maya"));
    QVERIFY(who.role == Role::Patient);
    QCOMPARE(who.patientId, QStringLiteral("p1"));
    QVERIFY(who.relatedPersonId.isEmpty());
    QCOMPARE(who.scopes, requestedScopes(true).split(u' '));
    QCOMPARE(signedIn->credentials.tokenEndpoint, m_server->url(QStringLiteral("/auth/token")));
    QCOMPARE(signedIn->credentials.revocationEndpoint, m_server->url(QStringLiteral("/auth/revoke")));
    QCOMPARE(signedIn->credentials.clientId, QStringLiteral("handrail"));
    QVERIFY(signedIn->credentials.refreshToken.startsWith(QStringLiteral("refresh-")));
    QVERIFY(signedIn->accessToken.startsWith(QStringLiteral("access-")));
    QCOMPARE(signedIn->expiresIn, 600s);

    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.at(0).at(0).toUrl(), m_browser->opened().constFirst());
    QTRY_COMPARE(m_browser->lastPage().status, 200);
    QVERIFY(m_browser->lastPage().body.contains("You can go back to Handrail"));
    // One code, one exchange; the verifier matches the challenge, and the secret halves never met the browser.
    QCOMPARE(m_server->requestsTo(QStringLiteral("/auth/token")).size(), 1);
    const QByteArray verifier =
        m_server->requestsTo(QStringLiteral("/auth/token")).at(0).formItem(QStringLiteral("code_verifier")).toLatin1();
    const FakeRequest page = m_server->requestsTo(QStringLiteral("/auth/authorize")).at(0);
    QCOMPARE(page.queryItem(QStringLiteral("code_challenge")).toLatin1(), Pkce::challengeFor(verifier));
    QVERIFY(!m_browser->opened().constFirst().toEncoded().contains(verifier));
    // Nothing listens any more.
    QTRY_VERIFY([&] {
        QtHttpClient http;
        HttpRequest request;
        request.url = QUrl(page.queryItem(QStringLiteral("redirect_uri")));
        return !QCoro::waitFor(http.send(request));
    }());
}

void TestSignIn::language()
{
    const auto asked = [this] {
        return m_server->requestsTo(QStringLiteral("/auth/authorize")).constLast().queryItem(QStringLiteral("ui_locales"));
    };
    QVERIFY(signIn());
    QCOMPARE(asked(), QString());
    m_signIn->setLanguage(QStringLiteral("es"));
    QVERIFY(signIn());
    QCOMPARE(asked(), QStringLiteral("es"));
}

void TestSignIn::relative()
{
    m_server->setPerson({QStringLiteral("sub-rosa"), QStringLiteral("RelatedPerson/r1"), QStringLiteral("p1")});
    const auto signedIn = signIn();
    QVERIFY(signedIn);
    const Identity &who = signedIn->credentials.identity;
    QVERIFY(who.role == Role::Relative);
    QCOMPARE(who.patientId, QStringLiteral("p1"));
    QCOMPARE(who.relatedPersonId, QStringLiteral("r1"));
    QCOMPARE(who.subject, QStringLiteral("sub-rosa"));
    m_server->setPerson(
        {QStringLiteral("s"), m_server->base().toString() + QStringLiteral("/RelatedPerson/r9"), QStringLiteral("p1")});
    QCOMPARE(signIn().value().credentials.identity.relatedPersonId, QStringLiteral("r9")); // an absolute reference
}

void TestSignIn::version1Scopes()
{
    QJsonObject smart = m_server->smartConfiguration();
    smart.insert(QStringLiteral("capabilities"),
                 QJsonArray{QStringLiteral("launch-standalone"), QStringLiteral("sso-openid-connect")});
    m_server->setSmartConfiguration(smart);
    QVERIFY(signIn());
    QCOMPARE(m_server->requestsTo(QStringLiteral("/auth/authorize")).at(0).queryItem(QStringLiteral("scope")),
             requestedScopes(false));
}

void TestSignIn::narrowedScopes()
{
    m_server->setGrantedScope(QStringLiteral("openid fhirUser patient/Appointment.rs"));
    const auto signedIn = signIn();
    QVERIFY(signedIn);
    QCOMPARE(signedIn->credentials.identity.scopes.size(), 3);
}

void TestSignIn::withoutOpenId()
{
    QJsonObject smart = m_server->smartConfiguration();
    smart.insert(QStringLiteral("capabilities"), QJsonArray{QStringLiteral("launch-standalone"), QStringLiteral("permission-v2")});
    m_server->setSmartConfiguration(smart);
    // Nothing there could say whether it is the patient or a relative who signs in, so nobody is sent to its page.
    m_server->setPerson({QStringLiteral("sub-rosa"), QStringLiteral("RelatedPerson/r1"), QStringLiteral("p1")});
    const auto signedIn = signIn();
    QVERIFY(!signedIn);
    QCOMPARE(signedIn.error().kind, ProblemKind::SignInUnproven);
    QCOMPARE(m_server->requestsTo(QStringLiteral("/auth/authorize")).size(), 0);
}

void TestSignIn::openIdNotGranted()
{
    m_server->setPerson({QStringLiteral("sub-rosa"), QStringLiteral("RelatedPerson/r1"), QStringLiteral("p1")});
    m_server->setGrantedScope(QStringLiteral("patient/Appointment.rs patient/QuestionnaireResponse.crs"));
    const auto signedIn = signIn();
    QVERIFY(!signedIn);
    QCOMPARE(signedIn.error().kind, ProblemKind::SignInUnproven);
}

void TestSignIn::withoutFhirUser()
{
    m_server->setPerson({QStringLiteral("sub-rosa"), {}, QStringLiteral("p1")});
    const auto signedIn = signIn();
    QVERIFY(!signedIn);
    QCOMPARE(signedIn.error().kind, ProblemKind::SignInUnproven);
}

void TestSignIn::wayBack_data()
{
    using Editor = std::function<QUrl(const QUrl &)>;
    QTest::addColumn<Editor>("edit");
    QTest::addColumn<ProblemKind>("kind");
    const auto set = [](const char *name, const QString &value) {
        return Editor([key = QString::fromLatin1(name), value](const QUrl &url) { return with(url, key, value); });
    };
    const auto error = [](const char *code) {
        return Editor([value = QString::fromLatin1(code)](const QUrl &url) {
            return with(with(url, QStringLiteral("code"), {}), QStringLiteral("error"), value);
        });
    };
    QTest::newRow("wrong state") << set("state", QString(43, u'A')) << ProblemKind::SignInMismatch;
    QTest::newRow("no state") << set("state", QString()) << ProblemKind::SignInMismatch;
    QTest::newRow("short state") << set("state", QStringLiteral("A")) << ProblemKind::SignInMismatch;
    QTest::newRow("wrong issuer") << set("iss", QStringLiteral("https://evil.example")) << ProblemKind::SignInMismatch;
    QTest::newRow("denied") << error("access_denied") << ProblemKind::SignInDenied;
    QTest::newRow("invalid scope") << error("invalid_scope") << ProblemKind::AppUnknown;
    QTest::newRow("unauthorized client") << error("unauthorized_client") << ProblemKind::AppUnknown;
    QTest::newRow("server error") << error("server_error") << ProblemKind::ServerError;
    QTest::newRow("later") << error("temporarily_unavailable") << ProblemKind::ServerBusy;
    QTest::newRow("odd error") << error("maya@example.org") << ProblemKind::Rejected;
    QTest::newRow("denied, wrong state") << Editor([](const QUrl &url) {
        return with(with(with(url, QStringLiteral("code"), {}), QStringLiteral("error"), QStringLiteral("access_denied")),
                    QStringLiteral("state"), QStringLiteral("x"));
    }) << ProblemKind::SignInMismatch;
}

void TestSignIn::wayBack()
{
    QFETCH(std::function<QUrl(const QUrl &)>, edit);
    QFETCH(ProblemKind, kind);
    m_browser->setEditor(edit);
    const auto signedIn = signIn();
    QVERIFY(!signedIn);
    QCOMPARE(signedIn.error().kind, kind);
    QVERIFY(!signedIn.error().detail.contains(QStringLiteral("maya")));
    QCOMPARE(m_server->requestsTo(QStringLiteral("/auth/token")).size(), 0); // the code is never redeemed
    QTRY_COMPARE(m_browser->lastPage().status, 200);                         // and the person sees a page
}

void TestSignIn::issuerMustCome()
{
    QJsonObject smart = m_server->smartConfiguration();
    smart.insert(QStringLiteral("authorization_response_iss_parameter_supported"), true);
    m_server->setSmartConfiguration(smart);
    QVERIFY(signIn());
    m_browser->setEditor([](const QUrl &url) { return with(url, QStringLiteral("iss"), {}); });
    const auto signedIn = signIn();
    QVERIFY(!signedIn);
    QCOMPARE(signedIn.error().kind, ProblemKind::SignInMismatch);
}

void TestSignIn::noiseDoesNotEndIt()
{
    m_browser->setEditor([this](const QUrl &url) {
        for (const QUrl &noise :
             {url.resolved(QUrl(QStringLiteral("/favicon.ico"))), url.resolved(QUrl(QStringLiteral("/callback"))),
              url.resolved(QUrl(QStringLiteral("/callback?state=x"))), QUrl(url.toString() + QStringLiteral("&code=2"))})
            QCoro::waitFor(m_browser->visit(noise));
        return url;
    });
    QVERIFY(signIn());
}

void TestSignIn::abandoned()
{
    m_browser->setEditor([](const QUrl &) { return QUrl(); });
    std::optional<Result<SignedIn>> ended;
    const auto run = [&]() -> QCoro::Task<void> { ended = co_await m_signIn->start(m_server->base()); };
    run();
    QTRY_COMPARE(m_server->requestsTo(QStringLiteral("/auth/authorize")).size(), 1);
    m_clock->advance(10min - 1ms);
    QTest::qWait(600);
    QVERIFY(!ended);
    m_clock->setWallClock(m_clock->nowUtc().addYears(1)); // only time that really passed counts
    QTest::qWait(600);
    QVERIFY(!ended);
    m_clock->advance(1ms);
    QTRY_VERIFY(ended);
    QVERIFY(!ended->has_value());
    QCOMPARE(ended->error().kind, ProblemKind::SignInAbandoned);
}

void TestSignIn::noBrowser()
{
    FakeBrowser none;
    none.setAvailable(false);
    SignIn signIn(*m_http, none, *m_clock);
    // The person copies the address into a browser of theirs.
    connect(&signIn, &SignIn::pageOpened, m_signIn.get(), [this](const QUrl &page) { m_browser->open(page); });
    QVERIFY(QCoro::waitFor(signIn.start(m_server->base())));
    QCOMPARE(none.refused().size(), 1);
}

void TestSignIn::codeUsedTwice()
{
    QString code;
    m_browser->setEditor([&code](const QUrl &url) {
        code = QUrlQuery(url).queryItemValue(QStringLiteral("code"));
        return url;
    });
    QVERIFY(signIn());
    m_browser->setEditor([&code](const QUrl &url) { return with(url, QStringLiteral("code"), code); });
    const auto second = signIn();
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ProblemKind::SignInMismatch);
}

void TestSignIn::secondStartEndsTheFirst()
{
    FakeBrowser idle;
    SignIn twice(*m_http, idle, *m_clock);
    std::optional<Result<SignedIn>> first;
    const auto run = [&]() -> QCoro::Task<void> { first = co_await twice.start(m_server->base()); };
    run();
    QTRY_COMPARE(idle.opened().size(), 1);
    std::optional<Result<SignedIn>> second;
    const auto again = [&]() -> QCoro::Task<void> { second = co_await twice.start(m_server->base()); };
    again();
    QVERIFY(first);
    QCOMPARE(first->error().kind, ProblemKind::Cancelled);
    QTRY_COMPARE(idle.opened().size(), 2);
    // The page of the first one leads nowhere now; the second one still works.
    m_browser->open(idle.opened().at(0));
    m_browser->open(idle.opened().at(1));
    QTRY_VERIFY(second);
    QVERIFY(second->has_value());
}

void TestSignIn::cancelAtEachStep_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("how");
    for (const char *at : {"discovery", "page", "token", "keys"}) {
        for (const char *how : {"cancel", "destroy", "client first"})
            QTest::addRow("%s %s", at, how) << QString::fromLatin1(at) << QString::fromLatin1(how);
    }
}

void TestSignIn::cancelAtEachStep()
{
    QFETCH(QString, at);
    QFETCH(QString, how);
    const QString path = at == u"page" ? QStringLiteral("/auth/authorize")
        : at == u"token"               ? QStringLiteral("/auth/token")
        : at == u"keys"                ? QStringLiteral("/auth/jwks")
                                       : FakeFhirServer::at(QStringLiteral(".well-known/smart-configuration"));
    FakeReply silent;
    silent.isSilent = true;
    m_server->route(at == u"token" ? "POST" : "GET", path, silent);
    std::optional<Result<SignedIn>> ended;
    const auto run = [&]() -> QCoro::Task<void> { ended = co_await m_signIn->start(m_server->base()); };
    run();
    QTRY_COMPARE(m_server->requestsTo(path).size(), 1);
    QVERIFY(!ended);
    if (how == u"cancel")
        m_signIn->cancel();
    if (how == u"destroy")
        m_signIn.reset();
    if (how == u"client first") {
        m_http.reset();
        if (at == u"page")
            m_signIn.reset();
    }
    QVERIFY(ended);
    QCOMPARE(ended->error().kind, ProblemKind::Cancelled);
    m_signIn.reset();
    m_http.reset(); // what was under way ends here, and must touch neither of them
    QTest::qWait(20);
}

void TestSignIn::startAgainFromInside()
{
    // As a page does that tries once more on its own.
    m_server->once("POST", QStringLiteral("/auth/token"), FakeReply::html(500));
    std::optional<Result<SignedIn>> ended;
    const auto run = [&]() -> QCoro::Task<void> {
        ended = co_await m_signIn->start(m_server->base());
        if (!ended->has_value())
            ended = co_await m_signIn->start(m_server->base());
    };
    run();
    QTRY_VERIFY(ended && ended->has_value());
}

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_sign_in.moc"
