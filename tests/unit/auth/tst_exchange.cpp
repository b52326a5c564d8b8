// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "auth/Pkce.h"
#include "auth/TokenExchange.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace handrail;
using namespace std::chrono_literals;

/// What is said to the token endpoint and what is understood of its answers.
class TestExchange : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pkceVector();
    void pkceIsRandom();
    void sameSecret();
    void form();
    void reply();
    void life_data();
    void life();
    void badReply_data();
    void badReply();
    void refusal_data();
    void refusal();
    void patient_data();
    void patient();
};

namespace {

HttpResponse json(const QByteArray &body, int status = 200)
{
    return {status, {{"Content-Type", "application/json"}}, body};
}

} // namespace

void TestExchange::pkceVector()
{
    // RFC 7636 appendix B
    QCOMPARE(Pkce::challengeFor("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
             QByteArray("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
}

void TestExchange::pkceIsRandom()
{
    static const QRegularExpression form(QStringLiteral("^[A-Za-z0-9_-]{43}$"));
    QSet<QByteArray> seen;
    for (int n = 0; n < 500; ++n) {
        const Pkce pkce = Pkce::make();
        QVERIFY(form.match(QString::fromLatin1(pkce.verifier)).hasMatch());
        QCOMPARE(pkce.challenge, Pkce::challengeFor(pkce.verifier));
        seen << pkce.verifier << randomText();
    }
    QCOMPARE(seen.size(), 1000);
}

void TestExchange::sameSecret()
{
    QVERIFY(isSameSecret("abc", "abc"));
    QVERIFY(!isSameSecret("abc", "abd"));
    QVERIFY(!isSameSecret("abc", "ab"));
    QVERIFY(!isSameSecret("", "a"));
    QVERIFY(isSameSecret("", ""));
}

void TestExchange::form()
{
    const HttpRequest request =
        formPost(QUrl(QStringLiteral("https://a.example/token")), {{"a", QStringLiteral("1 &=+%/ü")}, {"b", QString()}}, 7s);
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.body, QByteArray("a=1%20%26%3D%2B%25%2F%C3%BC&b="));
    QCOMPARE(request.deadline, 7s);
    QCOMPARE(request.maximumBody, 16 * 1024);
    for (const auto &[name, value] : request.headers)
        QVERIFY(name.compare("Authorization", Qt::CaseInsensitive) != 0);
}

void TestExchange::reply()
{
    const auto reply = readTokenReply(json(R"({"access_token":"at","token_type":"bearer","expires_in":900,"refresh_token":"rt",
        "scope":"openid  patient/Appointment.rs","patient":"p1","id_token":"a.b.c","other":[1]})"));
    QVERIFY(reply);
    QCOMPARE(reply->accessToken, QStringLiteral("at"));
    QCOMPARE(reply->refreshToken, QStringLiteral("rt"));
    QCOMPARE(reply->idToken, QStringLiteral("a.b.c"));
    QCOMPARE(reply->patientId, QStringLiteral("p1"));
    QCOMPARE(reply->scopes, (QStringList{QStringLiteral("openid"), QStringLiteral("patient/Appointment.rs")}));
    QCOMPARE(reply->expiresIn, 900s);
}

void TestExchange::life_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("seconds");
    QTest::newRow("number") << QByteArray("60") << 60;
    QTest::newRow("text") << QByteArray("\"3600\"") << 3600;
    QTest::newRow("absent") << QByteArray("null") << 300;
    QTest::newRow("zero") << QByteArray("0") << 300;
    QTest::newRow("negative") << QByteArray("-5") << 300;
    QTest::newRow("words") << QByteArray("\"soon\"") << 300;
    QTest::newRow("ten years") << QByteArray("315360000") << 86400;
    QTest::newRow("absurd") << QByteArray("1e300") << 86400;
    QTest::newRow("not a number") << QByteArray("\"nan\"") << 300;
}

void TestExchange::life()
{
    QFETCH(QByteArray, value);
    QFETCH(int, seconds);
    const auto reply = readTokenReply(json("{\"access_token\":\"at\",\"token_type\":\"Bearer\",\"expires_in\":" + value + '}'));
    QVERIFY(reply);
    QCOMPARE(reply->expiresIn, std::chrono::seconds(seconds));
}

void TestExchange::badReply_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("HTML") << QByteArray("<html>");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("list") << QByteArray("[]");
    QTest::newRow("no token") << QByteArray(R"({"token_type":"Bearer"})");
    QTest::newRow("token a number") << QByteArray(R"({"access_token":5,"token_type":"Bearer"})");
    QTest::newRow("line break") << QByteArray(R"({"access_token":"a\r\nX: 1","token_type":"Bearer"})");
    QTest::newRow("blank") << QByteArray(R"({"access_token":"a b","token_type":"Bearer"})");
    QTest::newRow("not ASCII") << QByteArray(R"({"access_token":"ä","token_type":"Bearer"})");
    QTest::newRow("no type") << QByteArray(R"({"access_token":"a"})");
    QTest::newRow("other type") << QByteArray(R"({"access_token":"a","token_type":"mac"})");
    QTest::newRow("bad refresh token") << QByteArray(R"({"access_token":"a","token_type":"Bearer","refresh_token":"\u0000"})");
}

void TestExchange::badReply()
{
    QFETCH(QByteArray, body);
    const auto reply = readTokenReply(json(body));
    QVERIFY(!reply);
    QCOMPARE(reply.error().kind, ProblemKind::BadData);
}

void TestExchange::refusal_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ProblemKind>("kind");
    QTest::newRow("invalid_grant") << 400 << QByteArray(R"({"error":"invalid_grant"})") << ProblemKind::SignInMismatch;
    QTest::newRow("invalid_grant 401") << 401 << QByteArray(R"({"error":"invalid_grant"})") << ProblemKind::SignInMismatch;
    QTest::newRow("nothing is shared") << 400 << QByteArray(R"({"error":"invalid_grant","sharing":"ended"})")
                                       << ProblemKind::SignInEnded;
    QTest::newRow("sharing says something else")
        << 400 << QByteArray(R"({"error":"invalid_grant","sharing":[1]})") << ProblemKind::SignInMismatch;
    QTest::newRow("invalid_client") << 401 << QByteArray(R"({"error":"invalid_client"})") << ProblemKind::AppUnknown;
    QTest::newRow("unauthorized_client") << 400 << QByteArray(R"({"error":"unauthorized_client"})") << ProblemKind::AppUnknown;
    QTest::newRow("invalid_request") << 400 << QByteArray(R"({"error":"invalid_request"})") << ProblemKind::Rejected;
    QTest::newRow("page") << 400 << QByteArray("<html>") << ProblemKind::Rejected;
    QTest::newRow("not there") << 404 << QByteArray() << ProblemKind::NotFound;
    QTest::newRow("later") << 400 << QByteArray(R"({"error":"temporarily_unavailable"})") << ProblemKind::ServerBusy;
    QTest::newRow("429 says invalid_grant") << 429 << QByteArray(R"({"error":"invalid_grant"})") << ProblemKind::ServerBusy;
    QTest::newRow("500 says invalid_grant") << 500 << QByteArray(R"({"error":"invalid_grant"})") << ProblemKind::ServerError;
    QTest::newRow("redirect") << 302 << QByteArray() << ProblemKind::ServerError;
}

void TestExchange::refusal()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const auto reply = readTokenReply(json(body, status));
    QVERIFY(!reply);
    QTEST(reply.error().kind, "kind");
    QCOMPARE(reply.error().httpStatus, status);
    const auto chatty = readTokenReply(json(R"({"error":"maya@example.org"})", 400));
    QVERIFY(!chatty.error().detail.contains(QStringLiteral("maya")));
}

void TestExchange::patient_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("id");
    QTest::newRow("id") << "p-1.A"
                        << "p-1.A";
    QTest::newRow("reference") << "Patient/p1"
                               << "p1";
    QTest::newRow("absolute") << "https://a.example/fhir/Patient/p1"
                              << "p1";
    QTest::newRow("query") << "p1?x=1"
                           << "";
    QTest::newRow("path") << "../p1"
                          << "p1";
    QTest::newRow("long") << QString(65, u'a') << "";
    QTest::newRow("empty") << ""
                           << "";
}

void TestExchange::patient()
{
    QFETCH(QString, text);
    QTEST(readFhirId(text), "id");
}

QTEST_GUILESS_MAIN(TestExchange)
#include "tst_exchange.moc"
