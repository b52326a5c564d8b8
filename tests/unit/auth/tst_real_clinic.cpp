// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "auth/SignIn.h"
#include "auth/TokenSource.h"
#include "core/Clock.h"
#include "fakes/FakeClock.h"
#include "fakes/FakeCredentialStore.h"
#include "fakes/FormBrowser.h"
#include "net/QtHttpClient.h"

#include <QCoroTask>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace handrail;
using namespace std::chrono_literals;

/// The app's sign-in and tokens against handrail-clinic with its sample people.
class TestRealClinic : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void patient();
    void relative();
    void refreshAndSignOut();

private:
    Result<SignedIn> signInAs(const QString &user);

    QProcess m_clinic;
    QUrl m_base;
    QtHttpClient m_http;
    SystemClock m_clock;
};

void TestRealClinic::initTestCase()
{
    m_clinic.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_clinic.start(QStringLiteral(HANDRAIL_CLINIC), {QStringLiteral("demo")});
    QVERIFY(m_clinic.waitForStarted());
    QVERIFY(QTest::qWaitFor([this] { return m_clinic.canReadLine(); }, 60000));
    m_base = QUrl(QJsonDocument::fromJson(m_clinic.readLine()).object().value(u"base").toString());
    QVERIFY(m_base.isValid() && !m_base.isEmpty());
}

void TestRealClinic::cleanupTestCase()
{
    m_clinic.terminate();
    if (!m_clinic.waitForFinished(5000))
        m_clinic.kill();
}

Result<SignedIn> TestRealClinic::signInAs(const QString &user)
{
    FormBrowser browser(user, QStringLiteral("demo"));
    SignIn signIn(m_http, browser, m_clock);
    return QCoro::waitFor(signIn.start(m_base));
}

void TestRealClinic::patient()
{
    const auto signedIn = signInAs(QStringLiteral("maya"));
    QVERIFY2(signedIn, qPrintable(signedIn ? QString() : nameOf(signedIn.error().kind) + signedIn.error().detail));
    const Identity &who = signedIn->credentials.identity;
    QVERIFY(who.role == Role::Patient);
    QVERIFY(!who.patientId.isEmpty() && !who.subject.isEmpty());
    QVERIFY(who.scopes.contains(QStringLiteral("patient/QuestionnaireResponse.crus")));
    QVERIFY(!signedIn->credentials.refreshToken.isEmpty());
}

void TestRealClinic::relative()
{
    const auto signedIn = signInAs(QStringLiteral("rosa"));
    QVERIFY2(signedIn, qPrintable(signedIn ? QString() : nameOf(signedIn.error().kind) + signedIn.error().detail));
    const Identity &who = signedIn->credentials.identity;
    QVERIFY(who.role == Role::Relative);
    QVERIFY(!who.relatedPersonId.isEmpty() && !who.patientId.isEmpty());
    QVERIFY(!who.scopes.contains(QStringLiteral("patient/QuestionnaireResponse.crus")));
}

void TestRealClinic::refreshAndSignOut()
{
    const auto signedIn = signInAs(QStringLiteral("maya"));
    QVERIFY(signedIn);
    FakeCredentialStore store;
    FakeClock clock;
    QVERIFY(store.setCredentials(signedIn->credentials));
    TokenSource source(m_http, store, clock);
    source.setAccessToken(signedIn->accessToken, signedIn->expiresIn);
    clock.advance(signedIn->expiresIn);
    const auto second = QCoro::waitFor(source.accessToken());
    QVERIFY(second);
    QVERIFY(*second != signedIn->accessToken);
    QVERIFY(store.credentials().value()->refreshToken != signedIn->credentials.refreshToken);

    HttpRequest request;
    request.url = QUrl(m_base.toString() + QStringLiteral("/Patient/") + signedIn->credentials.identity.patientId);
    request.headers = {{"Accept", "application/fhir+json"}, {"Authorization", "Bearer " + second->toLatin1()}};
    QCOMPARE(QCoro::waitFor(m_http.send(request)).value().status, 200);

    const Credentials last = store.credentials().value().value();
    QCoro::waitFor(source.revoke());
    // The clinic ended it: the same credentials in another place get nothing.
    TokenSource elsewhere(m_http, store, clock);
    QVERIFY(store.setCredentials(last));
    QCOMPARE(QCoro::waitFor(elsewhere.accessToken()).error().kind, ProblemKind::SignInNeeded);
}

QTEST_GUILESS_MAIN(TestRealClinic)
#include "tst_real_clinic.moc"
