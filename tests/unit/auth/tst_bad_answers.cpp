// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "SignInFixture.h"

#include <QTest>

using namespace handrail;

/// Sign-ins in which the person did everything right and the server's answers are not what they should be.
class TestBadAnswers : public QObject, private SignInFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void otherPerson_data();
    void otherPerson();
    void badToken_data();
    void badToken();
    void badIdToken_data();
    void badIdToken();
    void clockOffByADay_data();
    void clockOffByADay();
    void serverGoneMidway_data();
    void serverGoneMidway();
};

void TestBadAnswers::otherPerson_data()
{
    QTest::addColumn<QString>("fhirUser");
    QTest::addColumn<QString>("patient");
    QTest::addColumn<ProblemKind>("kind");
    QTest::newRow("another patient") << "Patient/p2"
                                     << "p1" << ProblemKind::WrongPatient;
    QTest::newRow("staff") << "Practitioner/d1"
                           << "p1" << ProblemKind::NotForThem;
    QTest::newRow("person") << "Person/x"
                            << "p1" << ProblemKind::NotForThem;
    QTest::newRow("relative, no patient") << "RelatedPerson/r1"
                                          << "" << ProblemKind::BadData;
    QTest::newRow("relative, bad id") << "RelatedPerson/r1?x=1"
                                      << "p1" << ProblemKind::NotForThem;
    QTest::newRow("word") << "maya"
                          << "p1" << ProblemKind::NotForThem;
}

void TestBadAnswers::otherPerson()
{
    QFETCH(QString, fhirUser);
    QFETCH(QString, patient);
    QFETCH(ProblemKind, kind);
    m_server->setPerson({QStringLiteral("s"), fhirUser, patient});
    const auto signedIn = signIn();
    QVERIFY(!signedIn);
    QCOMPARE(signedIn.error().kind, kind);
}

void TestBadAnswers::badToken_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ProblemKind>("kind");
    QTest::newRow("HTML") << 200 << QByteArray("<html>") << ProblemKind::BadData;
    QTest::newRow("empty") << 200 << QByteArray("{}") << ProblemKind::BadData;
    QTest::newRow("no id_token") << 200 << QByteArray(R"({"access_token":"a","token_type":"Bearer"})")
                                 << ProblemKind::SignInUnproven;
    QTest::newRow("17 kB") << 200 << QByteArray("{\"access_token\":\"" + QByteArray(17000, 'a') + "\",\"token_type\":\"Bearer\"}")
                           << ProblemKind::BadData;
    QTest::newRow("500") << 500 << QByteArray() << ProblemKind::ServerError;
    QTest::newRow("unknown app") << 401 << QByteArray(R"({"error":"invalid_client"})") << ProblemKind::AppUnknown;
}

void TestBadAnswers::badToken()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    m_server->route("POST", QStringLiteral("/auth/token"), FakeReply::json(body, status));
    const auto signedIn = signIn();
    QVERIFY(!signedIn);
    QTEST(signedIn.error().kind, "kind");
}

void TestBadAnswers::badIdToken_data()
{
    QTest::addColumn<QString>("flaw");
    QTest::addColumn<ProblemKind>("kind");
    QTest::newRow("nonce") << "nonce" << ProblemKind::SignInMismatch;
    QTest::newRow("iss") << "iss" << ProblemKind::SignInMismatch;
    QTest::newRow("aud") << "aud" << ProblemKind::SignInMismatch;
    QTest::newRow("alg none") << "alg" << ProblemKind::BadData;
    QTest::newRow("expired") << "exp" << ProblemKind::SignInMismatch;
    QTest::newRow("signature") << "signature" << ProblemKind::BadData;
    QTest::newRow("no key set") << "keys" << ProblemKind::NotFound;
    QTest::newRow("key set HTML") << "html" << ProblemKind::BadData;
}

void TestBadAnswers::badIdToken()
{
    QFETCH(QString, flaw);
    const SigningKey other("key-1");
    if (flaw == u"signature")
        m_server->setSigner(&other);
    if (flaw == u"keys")
        m_server->route("GET", QStringLiteral("/auth/jwks"), FakeReply::json("{}", 404));
    if (flaw == u"html")
        m_server->route("GET", QStringLiteral("/auth/jwks"), FakeReply::html());
    m_server->setClaimsEditor([flaw](QJsonObject &header, QJsonObject &claims) {
        if (flaw == u"alg")
            header.insert(QStringLiteral("alg"), QStringLiteral("none"));
        else if (flaw == u"exp")
            claims.insert(flaw, claims.value(u"exp").toInteger() - 300 - 301);
        else if (claims.contains(flaw))
            claims.insert(flaw, QStringLiteral("other"));
    });
    const auto signedIn = signIn();
    QVERIFY(!signedIn);
    QTEST(signedIn.error().kind, "kind");
}

void TestBadAnswers::clockOffByADay_data()
{
    QTest::addColumn<int>("hours");
    QTest::newRow("a day behind") << -24;
    QTest::newRow("a day ahead") << 24;
    QTest::newRow("ten years ahead") << 87600;
}

void TestBadAnswers::clockOffByADay()
{
    QFETCH(int, hours);
    m_clock->setWallClock(m_clock->nowUtc().addSecs(hours * 3600LL));
    QVERIFY(signIn());
}

void TestBadAnswers::serverGoneMidway_data()
{
    QTest::addColumn<QString>("at");
    QTest::newRow("token") << "/auth/token";
    QTest::newRow("keys") << "/auth/jwks";
    QTest::newRow("discovery") << FakeFhirServer::at(QStringLiteral(".well-known/smart-configuration"));
}

void TestBadAnswers::serverGoneMidway()
{
    QFETCH(QString, at);
    FakeReply reset;
    reset.isReset = true;
    m_server->route(at == u"/auth/token" ? "POST" : "GET", at, reset);
    const auto signedIn = signIn();
    QVERIFY(!signedIn);
    QCOMPARE(signedIn.error().kind, ProblemKind::Offline);
    QVERIFY(signedIn.error().isRetryable);
}

QTEST_GUILESS_MAIN(TestBadAnswers)
#include "tst_bad_answers.moc"
