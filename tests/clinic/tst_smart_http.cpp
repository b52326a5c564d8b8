// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "ClinicProcess.h"
#include "SmartVisitor.h"
#include "fakes/SigningKey.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTcpSocket>
#include <QTest>
#include <memory>
#include <vector>

using namespace handrail;
using namespace handrail::test;

namespace {

const QString maya = QStringLiteral("maya");
const QString rosa = QStringLiteral("rosa");
const QString demo = QStringLiteral("demo");

QString valueOf(const QUrlQuery &query, const char *name)
{
    return query.queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded);
}

} // namespace

/// SMART App Launch on the real program, over HTTP.
class TestSmartHttp final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_database = m_folder.filePath(QStringLiteral("clinic.sqlite"));
    ClinicProcess m_clinic;

    SmartVisitor visitor() const { return SmartVisitor(m_clinic.base()); }
    static bool isErrorRedirect(const SmartVisitor::Answer &answer, const char *code)
    {
        return answer.isRedirect()
            && answer.headers.value("location").startsWith(QByteArray(SmartVisitor::redirectUri.toLatin1() + '?'))
            && valueOf(answer.redirectQuery(), "error") == QLatin1String(code) && valueOf(answer.redirectQuery(), "code").isEmpty();
    }
    static bool isError(const SmartVisitor::Answer &answer, const char *code, int status = 400)
    {
        return answer.status == status && answer.json().value(u"error").toString() == QLatin1String(code)
            && answer.headers.value("cache-control").contains("no-store");
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_clinic.start({QStringLiteral("demo"), QStringLiteral("--database"), m_database})); }

    void discovery()
    {
        SmartVisitor app = visitor();
        const auto answer = app.get(QUrl(m_clinic.base().toString() + QStringLiteral("/.well-known/smart-configuration")));
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.headers.value("content-type").startsWith("application/json"));
        const QJsonObject found = answer.json();
        QCOMPARE(found.value(u"issuer").toString(), m_clinic.base().toString());
        QCOMPARE(found.value(u"code_challenge_methods_supported").toArray(), QJsonArray{QStringLiteral("S256")});
        for (const char *capability : {"launch-standalone", "client-public", "context-standalone-patient", "permission-patient",
                                       "permission-offline", "permission-v2", "sso-openid-connect"})
            QVERIFY2(found.value(u"capabilities").toArray().contains(QString::fromLatin1(capability)), capability);
        QVERIFY(!found.contains(u"introspection_endpoint"));
        const auto openId = app.get(QUrl(m_clinic.base().toString() + QStringLiteral("/.well-known/openid-configuration")));
        QCOMPARE(openId.json().value(u"issuer").toString(), m_clinic.base().toString());
    }

    void notOurAppOrAddressNeverRedirects_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *name, const char *value) { QTest::addRow("%s=%s", name, value) << name << value; };
        for (const char *uri : {"https://evil.example/cb", "http://localhost:8765/callback", "http://127.0.0.1:8765/callback/../x",
                                "http://127.0.0.1:8765/callback?a=b", "http://127.0.0.1:8765@evil.example/callback", ""})
            row("redirect_uri", uri);
        row("client_id", "other");
        row("client_id", "<script>alert(1)</script>");
    }
    void notOurAppOrAddressNeverRedirects()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        const auto answer = visitor().authorize({{name, value}});
        QCOMPARE(answer.status, 400);
        QVERIFY(!answer.headers.contains("location"));
        QVERIFY(answer.headers.value("content-type").startsWith("text/html"));
        QVERIFY(!answer.body.contains("<script"));
        QVERIFY(!answer.body.contains("evil"));
    }

    void faultsGoBackToTheApp_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *title, const char *name, const QString &value, const char *error) {
            QTest::newRow(title) << QString::fromLatin1(name) << value << QString::fromLatin1(error);
        };
        row("no challenge", "code_challenge", QString(), "invalid_request");
        row("short challenge", "code_challenge", QStringLiteral("abc"), "invalid_request");
        row("plain", "code_challenge_method", QStringLiteral("plain"), "invalid_request");
        row("no method", "code_challenge_method", QString(), "invalid_request");
        row("other aud", "aud", QStringLiteral("https://other.example/fhir"), "invalid_request");
        row("no aud", "aud", QString(), "invalid_request");
        row("short state", "state", QStringLiteral("1234567"), "invalid_request");
        row("no state", "state", QString(), "invalid_request");
        row("implicit", "response_type", QStringLiteral("token"), "unsupported_response_type");
        row("no scope", "scope", QString(), "invalid_scope");
        row("odd scope", "scope", QStringLiteral("a\"b"), "invalid_scope");
        row("silent", "prompt", QStringLiteral("none"), "login_required");
    }
    void faultsGoBackToTheApp()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(QString, error);
        SmartVisitor app = visitor();
        const auto answer = app.authorize({{name, value}});
        QVERIFY2(isErrorRedirect(answer, error.toLatin1().constData()), answer.headers.value("location").constData());
        QCOMPARE(valueOf(answer.redirectQuery(), "iss"), m_clinic.base().toString());
        if (name != u"state")
            QCOMPARE(valueOf(answer.redirectQuery(), "state"), app.state());
    }

    void aSlashAfterTheBaseIsTheSameBase()
    {
        QCOMPARE(visitor().authorize({{QStringLiteral("aud"), m_clinic.base().toString() + u'/'}}).status, 200);
    }

    void pagesAreLockedDown()
    {
        const auto page = visitor().authorize();
        QCOMPARE(page.status, 200);
        const QByteArray policy = page.headers.value("content-security-policy");
        for (const char *part :
             {"default-src 'none'", "style-src 'sha256-", "form-action 'self' http://127.0.0.1:8765;", "frame-ancestors 'none'"})
            QVERIFY2(policy.contains(part), policy.constData());
        QVERIFY(!policy.contains("unsafe") && !policy.contains("script-src"));
        QCOMPARE(page.headers.value("cache-control"), QByteArray("no-store"));
        QVERIFY(!page.body.contains("<script") && !page.body.contains("style=\"")
                && !page.body.contains(" on"
                                       "click"));
        QVERIFY(page.body.contains("name=\"username\"") && page.body.contains("autocomplete=\"username\""));
        QVERIFY(page.body.contains("name=\"password\"") && page.body.contains("autocomplete=\"current-password\""));
        const QByteArray cookie = page.headers.value("set-cookie");
        QVERIFY(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
    }

    void aPatientSignsIn()
    {
        SmartVisitor app = visitor();
        const auto redirect = app.signIn(maya, demo);
        QCOMPARE(redirect.status, 303);
        QVERIFY(redirect.headers.value("location").startsWith(QByteArray(SmartVisitor::redirectUri.toLatin1() + "?code=")));
        QCOMPARE(valueOf(redirect.redirectQuery(), "state"), app.state());
        QCOMPARE(valueOf(redirect.redirectQuery(), "iss"), m_clinic.base().toString());
        const auto answer = app.exchange(valueOf(redirect.redirectQuery(), "code"));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.headers.value("cache-control"), QByteArray("no-store"));
        const QJsonObject tokens = answer.json();
        QCOMPARE(tokens.value(u"token_type").toString(), QStringLiteral("Bearer"));
        QCOMPARE(tokens.value(u"expires_in").toInt(), 600);
        QVERIFY(!tokens.value(u"refresh_token").toString().isEmpty());
        QCOMPARE(
            app.read(QStringLiteral("Patient/") + tokens.value(u"patient").toString(), tokens.value(u"access_token").toString())
                .status,
            200);

        const QByteArray idToken = tokens.value(u"id_token").toString().toLatin1();
        const QJsonArray keys = app.get(QUrl(app.configuration().value(u"jwks_uri").toString())).json().value(u"keys").toArray();
        QCOMPARE(keys.size(), 1);
        QVERIFY(!keys.at(0).toObject().contains(u"d"));
        QVERIFY(isSignedBy(idToken, keys.at(0).toObject()));
        const QJsonObject claims = QJsonDocument::fromJson(fromBase64Url(idToken.split('.').at(1))).object();
        QCOMPARE(claims.value(u"iss").toString(), m_clinic.base().toString());
        QCOMPARE(claims.value(u"aud").toString(), QStringLiteral("handrail"));
        QCOMPARE(claims.value(u"nonce").toString(), app.nonce());
        QCOMPARE(claims.value(u"fhirUser").toString(),
                 QString(m_clinic.base().toString() + QStringLiteral("/Patient/") + tokens.value(u"patient").toString()));
        QVERIFY(claims.value(u"exp").toInt() > claims.value(u"iat").toInt());
    }

    /// When the person signed in is told of a sign-in, whether or not the app sent a nonce; a refresh is none.
    void theTimeOfASignInIsTold_data()
    {
        QTest::addColumn<bool>("hasNonce");
        QTest::newRow("with a nonce") << true;
        QTest::newRow("without") << false;
    }
    void theTimeOfASignInIsTold()
    {
        QFETCH(bool, hasNonce);
        const auto claimsOf = [](const QJsonObject &tokens) {
            return QJsonDocument::fromJson(fromBase64Url(tokens.value(u"id_token").toString().toLatin1().split('.').value(1)))
                .object();
        };
        SmartVisitor app = visitor();
        QMap<QString, QString> changes;
        if (!hasNonce)
            changes.insert(QStringLiteral("nonce"), QString());
        const QJsonObject tokens = app.exchange(valueOf(app.signIn(maya, demo, changes).redirectQuery(), "code")).json();
        const QJsonObject first = claimsOf(tokens);
        QCOMPARE(first.contains(u"nonce"), hasNonce);
        QCOMPARE(first.value(u"auth_time").toInteger(), first.value(u"iat").toInteger());
        QVERIFY(first.value(u"iat").toInteger() > 0);
        const QJsonObject next = claimsOf(app.refresh(tokens.value(u"refresh_token").toString()).json());
        QVERIFY(next.contains(u"iat") && !next.contains(u"auth_time") && !next.contains(u"nonce"));
    }

    void onlyWhatWasAskedComes()
    {
        const QJsonObject bare =
            visitor().tokens(maya, demo, QStringLiteral("patient/Appointment.rs system/Patient.rs patient/Practitioner.rs"));
        QCOMPARE(bare.value(u"scope").toString(), QStringLiteral("patient/Appointment.rs"));
        QVERIFY(bare.contains(u"patient") && !bare.contains(u"refresh_token") && !bare.contains(u"id_token"));
        const QJsonObject relative = visitor().tokens(rosa, demo);
        QVERIFY(!relative.value(u"access_token").toString().isEmpty());
        for (const char *none : {"QuestionnaireResponse", "CarePlan", "MedicationRequest"})
            QVERIFY2(!relative.value(u"scope").toString().contains(QLatin1String(none)), none);
        // Nothing of it is open to her: back with an error, not with an empty token.
        QVERIFY(isErrorRedirect(visitor().signIn(rosa, demo, {{QStringLiteral("scope"), QStringLiteral("patient/Observation.rs")}}),
                                "invalid_scope"));
    }

    void aCodeWorksOnceAndForItsOwnerOnly()
    {
        SmartVisitor app = visitor();
        const auto code = [&app] { return valueOf(app.signIn(maya, demo).redirectQuery(), "code"); };
        QVERIFY(isError(app.exchange(code(), {{QStringLiteral("code_verifier"), QString(43, u'a')}}), "invalid_grant"));
        QVERIFY(isError(app.exchange(code(), {{QStringLiteral("redirect_uri"), QStringLiteral("http://127.0.0.1:1/callback")}}),
                        "invalid_grant"));
        QVERIFY(isError(app.exchange(code(), {{QStringLiteral("client_id"), QStringLiteral("other")}}), "invalid_client", 401));
        const QString used = code();
        const QJsonObject tokens = app.exchange(used).json();
        const QString access = tokens.value(u"access_token").toString();
        const QString own = QStringLiteral("Patient/") + tokens.value(u"patient").toString();
        QCOMPARE(app.read(own, access).status, 200);
        QVERIFY(isError(app.exchange(used), "invalid_grant"));
        QCOMPARE(app.read(own, access).status, 401);
        QVERIFY(isError(app.refresh(tokens.value(u"refresh_token").toString()), "invalid_grant"));
    }

    void badTokenRequests()
    {
        SmartVisitor app = visitor();
        const QUrl endpoint(app.configuration().value(u"token_endpoint").toString());
        const QMap<QByteArray, QByteArray> form{{"Content-Type", "application/x-www-form-urlencoded"}};
        QVERIFY(isError(app.postBytes(endpoint, "{}", {{"Content-Type", "application/json"}}), "invalid_request"));
        QVERIFY(isError(app.postBytes(endpoint, "grant_type=password&client_id=handrail", form), "unsupported_grant_type"));
        QVERIFY(isError(app.postBytes(endpoint, "client_id=handrail", form), "invalid_request"));
        QVERIFY(isError(app.postBytes(endpoint, "grant_type=refresh_token&client_id=handrail", form), "invalid_request"));
        QVERIFY(isError(app.postBytes(endpoint, "client_id=handrail&client_id=handrail&grant_type=refresh_token", form),
                        "invalid_request"));
        QVERIFY(isError(app.postBytes(endpoint, "client_id=handrail&grant_type=%zz", form), "invalid_request"));
        QVERIFY(isError(app.postBytes(endpoint, "grant_type=refresh_token&refresh_token=x&client_id=handrail",
                                      {{"Content-Type", "application/x-www-form-urlencoded"}, {"Authorization", "Basic eDp5"}}),
                        "invalid_client", 401));
        QCOMPARE(app.get(endpoint).status, 405);
    }

    void refreshRotatesWithGrace()
    {
        SmartVisitor app = visitor();
        const QJsonObject first = app.tokens(maya, demo);
        const QString old = first.value(u"refresh_token").toString();
        const QString own = QStringLiteral("Patient/") + first.value(u"patient").toString();
        const QJsonObject second = app.refresh(old).json();
        QVERIFY(second.value(u"refresh_token").toString() != old);
        const QJsonObject again = app.refresh(old).json();
        QCOMPARE(again.value(u"access_token"), second.value(u"access_token"));
        QCOMPARE(again.value(u"refresh_token"), second.value(u"refresh_token"));
        QCOMPARE(app.read(own, second.value(u"access_token").toString()).status, 200);
        QVERIFY(isError(app.refresh(old), "invalid_grant")); // the new pair was used: this is reuse
        QCOMPARE(app.read(own, second.value(u"access_token").toString()).status, 401);
        QVERIFY(isError(app.refresh(second.value(u"refresh_token").toString()), "invalid_grant"));
    }

    void aRefreshCannotWiden()
    {
        SmartVisitor app = visitor();
        const QJsonObject tokens = app.tokens(maya, demo, QStringLiteral("offline_access patient/Appointment.rs"));
        QVERIFY(isError(
            app.refresh(tokens.value(u"refresh_token").toString(), {{QStringLiteral("scope"), QStringLiteral("patient/Goal.rs")}}),
            "invalid_scope"));
    }

    void revocation()
    {
        SmartVisitor app = visitor();
        const QJsonObject tokens = app.tokens(maya, demo);
        const QString own = QStringLiteral("Patient/") + tokens.value(u"patient").toString();
        QCOMPARE(app.read(own, tokens.value(u"access_token").toString()).status, 200);
        QCOMPARE(app.revoke(tokens.value(u"refresh_token").toString()).status, 200);
        QCOMPARE(app.read(own, tokens.value(u"access_token").toString()).status, 401);
        QVERIFY(isError(app.refresh(tokens.value(u"refresh_token").toString()), "invalid_grant"));
        QCOMPARE(app.revoke(QStringLiteral("unknown")).status, 200);
    }

    void forgedFormsAreRefused()
    {
        SmartVisitor app = visitor();
        const auto page = app.authorize();
        const SmartVisitor::Fields who{{QStringLiteral("username"), maya}, {QStringLiteral("password"), demo}};
        const auto form = PageForm::of(page.html());
        QVERIFY(form);
        QCOMPARE(app.post(form->action, who).status, 403); // no ticket
        SmartVisitor::Fields altered{{QStringLiteral("ticket"), form->ticket.chopped(2) + QStringLiteral("xx")}};
        QCOMPARE(app.post(form->action, altered + who).status, 403);
        QCOMPARE(app.submit(page, who, {{"Origin", "https://evil.example"}}).status, 403);
        QCOMPARE(app.submit(page, who, {{"Origin", "null"}}).status, 403);
        SmartVisitor other = visitor();
        QCOMPARE(other.submit(page, who).status, 403); // another browser: no cookie
        (void)other.authorize();
        QCOMPARE(other.submit(page, who).status, 403); // another browser's cookie
        const auto consent = app.submit(page, who);
        QCOMPARE(consent.status, 200);
        const auto consentForm = PageForm::of(consent.html());
        const SmartVisitor::Fields yes{{QStringLiteral("decision"), QStringLiteral("allow")}};
        QCOMPARE(other.submit(consent, yes).status, 403);
        QCOMPARE(app.post(consentForm->action, SmartVisitor::Fields{{QStringLiteral("ticket"), form->ticket}} + yes).status,
                 403); // of another page
        QVERIFY(app.submit(consent, yes).isRedirect());
        QCOMPARE(app.submit(consent, yes).status, 403); // a second time
    }

    void theOriginOfOurOwnPageIsFine()
    {
        SmartVisitor app = visitor();
        const auto answer = app.submit(app.authorize(), {{QStringLiteral("username"), maya}, {QStringLiteral("password"), demo}},
                                       {{"Origin", m_clinic.base().toEncoded(QUrl::RemovePath)}});
        QCOMPARE(answer.status, 200);
    }

    void noMeansNo()
    {
        SmartVisitor app = visitor();
        const auto consent = app.submit(app.authorize(), {{QStringLiteral("username"), maya}, {QStringLiteral("password"), demo}});
        const auto denied = app.submit(consent, {{QStringLiteral("decision"), QStringLiteral("deny")}});
        QVERIFY(isErrorRedirect(denied, "access_denied"));
        QCOMPARE(valueOf(denied.redirectQuery(), "state"), app.state());
        QCOMPARE(app.submit(consent, {{QStringLiteral("decision"), QStringLiteral("allow")}}).status, 403);
    }

    void whatIsTypedIsEscaped()
    {
        SmartVisitor app = visitor();
        const QString evil = QStringLiteral("\"><script>alert(1)</script><b x='");
        const auto page = app.submit(app.authorize({{QStringLiteral("state"), evil}, {QStringLiteral("nonce"), evil}}),
                                     {{QStringLiteral("username"), evil}, {QStringLiteral("password"), evil}});
        QCOMPARE(page.status, 400);
        QVERIFY(!page.body.contains("<script") && !page.body.contains("<b x"));
        QVERIFY(page.body.contains("value=\"&quot;&gt;&lt;script&gt;")); // the name is kept
        QCOMPARE(page.body.count("alert(1)"), 1);                        // and the password is not
        // The state comes back to the app as it was, and stays inside its parameter.
        const auto consent = app.submit(app.authorize({{QStringLiteral("state"), evil + QStringLiteral("&code=x\r\nX: y")}}),
                                        {{QStringLiteral("username"), maya}, {QStringLiteral("password"), demo}});
        QVERIFY(!consent.body.contains("<script"));
        const auto denied = app.submit(consent, {{QStringLiteral("decision"), QStringLiteral("deny")}});
        QCOMPARE(valueOf(denied.redirectQuery(), "state"), evil + QStringLiteral("&code=x\r\nX: y"));
        QVERIFY(valueOf(denied.redirectQuery(), "code").isEmpty());
        QVERIFY(!denied.headers.contains("x"));
    }

    void wordsBesideTheField()
    {
        SmartVisitor app = visitor();
        const auto empty =
            app.submit(app.authorize(), {{QStringLiteral("username"), QString()}, {QStringLiteral("password"), QString()}});
        QVERIFY(empty.body.contains("Type your user name.") && empty.body.contains("Type your password."));
        QVERIFY(empty.body.contains("aria-describedby=\"username-wrong\""));
        const auto unknown =
            app.submit(app.authorize(), {{QStringLiteral("username"), QStringLiteral("zoe")}, {QStringLiteral("password"), demo}});
        const auto wrong =
            app.submit(app.authorize(), {{QStringLiteral("username"), QStringLiteral("leo")}, {QStringLiteral("password"), demo}});
        QCOMPARE(unknown.status, wrong.status);
        QVERIFY(unknown.body.contains("do not match") && unknown.body.contains("value=\"zoe\""));
    }

    void samplePeopleOfTheDemo()
    {
        SmartVisitor app = visitor();
        const auto page = app.authorize();
        QVERIFY(page.body.contains("name=\"sample\" value=\"maya\""));
        QVERIFY(!page.body.contains("value=\"dana\"")); // the app is not for staff
        const auto staffs = visitor().authorize({{QStringLiteral("scope"), QStringLiteral("openid fhirUser user/*.crus")}});
        QVERIFY(staffs.body.contains("name=\"sample\" value=\"dana\""));
        QVERIFY(app.submit(page,
                           {{QStringLiteral("username"), QString()},
                            {QStringLiteral("password"), QString()},
                            {QStringLiteral("sample"), maya}})
                    .body.contains("You are signed in as <b>Maya Bell</b>."));
        QCOMPARE(app.submit(page, {{QStringLiteral("sample"), QStringLiteral("nobody")}}).status, 400);
    }

    void guessingIsSlowedDown()
    {
        // An own name, so that the others here are not held up.
        SmartVisitor app = visitor();
        const SmartVisitor::Fields wrong{{QStringLiteral("username"), QStringLiteral("guessed")},
                                         {QStringLiteral("password"), QStringLiteral("x")}};
        const auto page = app.authorize();
        for (int i = 0; i < 5; ++i)
            QCOMPARE(app.submit(page, wrong).status, 400);
        const auto slowed = app.submit(page, wrong);
        QCOMPARE(slowed.status, 429);
        const int wait = slowed.headers.value("retry-after").toInt();
        QVERIFY2(wait >= 1 && wait <= 5, slowed.headers.value("retry-after").constData());
        QVERIFY(slowed.body.contains("Too many tries"));
        QCOMPARE(app.submit(page, {{QStringLiteral("username"), maya}, {QStringLiteral("password"), demo}}).status, 200);
        QTest::qWait(wait * 1000 + 200);
        QCOMPARE(app.submit(page, wrong).status, 400); // open again
        const auto longer = app.submit(page, wrong);
        QCOMPARE(longer.status, 429);
        QVERIFY(longer.headers.value("retry-after").toInt() > 5);
    }

    void behindAProxyTheLastHopIsCounted()
    {
        ClinicProcess clinic;
        QVERIFY(clinic.start({QStringLiteral("demo"), QStringLiteral("--behind-proxy")}));
        SmartVisitor app(clinic.base());
        const auto form = PageForm::of(app.authorize().html());
        QVERIFY(form);
        QByteArray cookies;
        for (auto it = app.cookies().cbegin(); it != app.cookies().cend(); ++it)
            cookies += it.key() + '=' + it.value() + "; ";
        const QByteArray body = "ticket=" + form->ticket.toLatin1() + "&username=guessed&password=x";
        // The client makes up the first line, a new one each time; the proxy adds one of its own.
        const auto guess = [&](int i, const QByteArray &hop) {
            return clinic.sendRaw("POST " + form->action.path().toLatin1() + " HTTP/1.1\r\nHost: x\r\nCookie: " + cookies
                                  + "\r\nX-Forwarded-For: 192.0.2." + QByteArray::number(i) + "\r\nX-Forwarded-For: 10.0.0.1, "
                                  + hop + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                  + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        };
        for (int i = 0; i < 5; ++i)
            QCOMPARE(guess(i, "198.51.100.7").status, 400);
        QCOMPARE(guess(5, "198.51.100.7").status, 429);
        QCOMPARE(guess(5, "198.51.100.8").status, 400); // another person's address
        QCOMPARE(clinic.stop(), 0);
    }

    void theKeysDoNotWaitForSignIns()
    {
        SmartVisitor app = visitor();
        const auto page = app.authorize();
        const auto form = PageForm::of(page.html());
        QVERIFY(form);
        QByteArray cookies;
        for (auto it = app.cookies().cbegin(); it != app.cookies().cend(); ++it)
            cookies += it.key() + '=' + it.value() + "; ";
        const QByteArray body = "ticket=" + form->ticket.toLatin1() + "&username=maya&password=demo";
        const QByteArray request = "POST " + form->action.path().toLatin1() + " HTTP/1.1\r\nHost: x\r\nCookie: " + cookies
            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + QByteArray::number(body.size())
            + "\r\n\r\n" + body;
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < 12; ++i) {
            sockets.push_back(std::make_unique<QTcpSocket>());
            sockets.back()->connectToHost(m_clinic.base().host(), quint16(m_clinic.base().port()));
            QVERIFY(sockets.back()->waitForConnected(5000));
            sockets.back()->write(request);
            QVERIFY(sockets.back()->waitForBytesWritten(5000));
        }
        QCOMPARE(m_clinic.send("GET", "/auth/jwks").status, 200);
        QCoreApplication::processEvents();
        QCOMPARE(sockets.back()->bytesAvailable(), 0);
        for (const auto &socket : sockets) {
            QVERIFY(socket->bytesAvailable() > 0 || socket->waitForReadyRead(10'000));
            QVERIFY(socket->readAll().startsWith("HTTP/1.1 200"));
        }
    }

    // Last: it closes an account.
    void aDisabledAccountIsOutAtOnce()
    {
        SmartVisitor app = visitor();
        const QJsonObject tokens = app.tokens(rosa, demo);
        const QString path = QStringLiteral("Appointment?patient=") + tokens.value(u"patient").toString();
        QCOMPARE(app.read(path, tokens.value(u"access_token").toString()).status, 200);
        const auto finished = ClinicProcess::runToEnd(
            {QStringLiteral("user"), QStringLiteral("disable"), rosa, QStringLiteral("--database"), m_database});
        QCOMPARE(finished.code, 0);
        QCOMPARE(app.read(path, tokens.value(u"access_token").toString()).status, 401);
        QVERIFY(isError(app.refresh(tokens.value(u"refresh_token").toString()), "invalid_grant"));
        QCOMPARE(app.submit(app.authorize(), {{QStringLiteral("username"), rosa}, {QStringLiteral("password"), demo}}).status, 400);
        QCOMPARE(app.submit(app.authorize(), {{QStringLiteral("username"), QString()}, {QStringLiteral("sample"), rosa}}).status,
                 400);
    }
};

QTEST_GUILESS_MAIN(TestSmartHttp)
#include "tst_smart_http.moc"
