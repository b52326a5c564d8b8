// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "auth/SignIn.h"
#include "auth/TokenSource.h"
#include "core/Clock.h"
#include "fakes/FakeClock.h"
#include "fakes/FakeCredentialStore.h"
#include "net/QtHttpClient.h"

#include <QCoroTask>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>
#include <QUrlQuery>

using namespace handrail;
using namespace std::chrono_literals;

namespace {

/// A person at the clinic's pages: fills in each form that comes, presses its first button, and lands where that leads.
class FormBrowser final : public Browser
{
public:
    FormBrowser(QString user, QString password)
        : m_user(std::move(user))
        , m_password(std::move(password))
    {
    }
    bool open(const QUrl &url) override
    {
        m_last = browse(url);
        return true;
    }

private:
    QCoro::Task<void> browse(QUrl url)
    {
        HttpRequest request;
        request.url = url;
        for (int page = 0; page < 8; ++page) {
            if (!m_cookie.isEmpty())
                request.headers.emplaceBack("Cookie", m_cookie);
            const QUrl asked = request.url;
            const Result<HttpResponse> answer = co_await m_http.send(std::move(request));
            if (!answer)
                co_return;
            if (const QByteArray cookie = answer->header("Set-Cookie"); !cookie.isEmpty())
                m_cookie = cookie.split(';').constFirst();
            request = HttpRequest();
            if (const QByteArray location = answer->header("Location"); !location.isEmpty())
                request.url = asked.resolved(QUrl::fromEncoded(location));
            else if (!fill(QString::fromUtf8(answer->body), asked, request))
                co_return;
        }
    }

    /// The request that sends the first form of the page; false when there is none.
    bool fill(const QString &page, const QUrl &from, HttpRequest &request) const
    {
        static const QRegularExpression form(QStringLiteral("<form[^>]*action=\"([^\"]*)\"[^>]*>(.*?)</form>"),
                                             QRegularExpression::DotMatchesEverythingOption);
        static const QRegularExpression field(QStringLiteral("<(?:input|button)\\b[^>]*>"));
        static const QRegularExpression attribute(QStringLiteral("([a-z]+)=\"([^\"]*)\""));
        const QRegularExpressionMatch found = form.match(page);
        if (!found.hasMatch())
            return false;
        QByteArray body;
        bool isPressed = false;
        for (auto fields = field.globalMatch(found.captured(2)); fields.hasNext();) {
            const QString tag = fields.next().captured();
            QMap<QString, QString> is;
            for (auto all = attribute.globalMatch(tag); all.hasNext();) {
                const QRegularExpressionMatch one = all.next();
                is.insert(one.captured(1), one.captured(2));
            }
            const bool isButton = tag.startsWith(u"<button");
            if (isButton && std::exchange(isPressed, true))
                continue;
            const QString name = is.value(QStringLiteral("name"));
            QString value = is.value(QStringLiteral("value"));
            if (name == u"username")
                value = m_user;
            if (name == u"password")
                value = m_password;
            body += (body.isEmpty() ? "" : "&") + name.toUtf8() + '=' + QUrl::toPercentEncoding(value);
        }
        request.method = "POST";
        request.url = from.resolved(QUrl(found.captured(1)));
        request.headers = {{"Content-Type", "application/x-www-form-urlencoded"},
                           {"Origin", from.toEncoded(QUrl::RemovePath | QUrl::RemoveQuery)}};
        request.body = body;
        return true;
    }

    QString m_user;
    QString m_password;
    QByteArray m_cookie;
    std::optional<QCoro::Task<void>> m_last;
    QtHttpClient m_http;
};

} // namespace

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
