// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "auth/SignIn.h"
#include "auth/SmartConfiguration.h"
#include "fakes/FakeFhirServer.h"
#include "fakes/FakeHttp.h"
#include "net/QtHttpClient.h"

#include <QCoroTask>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace handrail;

/// Finding out how a server signs people in, and what it is when it does not.
class TestDiscovery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void good();
    void base_data();
    void base();
    void configuration_data();
    void configuration();
    void openIdNeedsKeys();
    void otherServers_data();
    void otherServers();
    void busyServerIsAskedLater();
    void offline();
    void publicServerPointingHome();
    void scopes();
};

void TestDiscovery::good()
{
    FakeFhirServer server;
    QtHttpClient http;
    const auto smart = QCoro::waitFor(discoverSmart(http, QUrl(server.base().toString() + u'/')));
    QVERIFY(smart);
    QCOMPARE(smart->authorizationEndpoint, server.url(QStringLiteral("/auth/authorize")));
    QCOMPARE(smart->tokenEndpoint, server.url(QStringLiteral("/auth/token")));
    QCOMPARE(smart->revocationEndpoint, server.url(QStringLiteral("/auth/revoke")));
    QCOMPARE(smart->jwksUri, server.url(QStringLiteral("/auth/jwks")));
    QCOMPARE(smart->issuer, server.base().toString());
    QVERIFY(smart->canScopesV2());
    QVERIFY(smart->canOpenId());
    QCOMPARE(server.requests().size(), 1);
}

void TestDiscovery::base_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("kept");
    QTest::addColumn<ProblemKind>("kind");
    const auto none = ProblemKind::Cancelled;
    QTest::newRow("plain") << "https://clinic.example/fhir/R4"
                           << "https://clinic.example/fhir/R4" << none;
    QTest::newRow("slashes") << "https://clinic.example/fhir/R4//"
                             << "https://clinic.example/fhir/R4" << none;
    QTest::newRow("root") << "https://clinic.example/"
                          << "https://clinic.example" << none;
    QTest::newRow("loopback") << "http://127.0.0.1:8080/fhir"
                              << "http://127.0.0.1:8080/fhir" << none;
    QTest::newRow("http") << "http://clinic.example/fhir"
                          << "" << ProblemKind::Insecure;
    QTest::newRow("query") << "https://clinic.example/fhir?x=1"
                           << "" << ProblemKind::BadAddress;
    QTest::newRow("fragment") << "https://clinic.example/fhir#x"
                              << "" << ProblemKind::BadAddress;
    QTest::newRow("user") << "https://me@clinic.example/fhir"
                          << "" << ProblemKind::BadAddress;
    QTest::newRow("words") << "my clinic"
                           << "" << ProblemKind::BadAddress;
    QTest::newRow("empty") << ""
                           << "" << ProblemKind::BadAddress;
    QTest::newRow("file") << "file:///etc/passwd"
                          << "" << ProblemKind::BadAddress;
}

void TestDiscovery::base()
{
    QFETCH(QString, kept);
    QFETCH(QString, typed);
    QFETCH(ProblemKind, kind);
    const auto base = readFhirBase(QUrl(typed));
    QCOMPARE(base.has_value(), !kept.isEmpty());
    if (base)
        QCOMPARE(base->toString(), kept);
    else
        QCOMPARE(base.error().kind, kind);
}

void TestDiscovery::configuration_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value"); // undefined: removed
    QTest::addColumn<int>("kind");         // -1: good
    const QJsonValue gone(QJsonValue::Undefined);
    const auto row = [](const char *name, const char *key, const QJsonValue &value, int kind = -1) {
        QTest::newRow(name) << QString::fromLatin1(key) << value << kind;
    };
    const int noSmart = int(ProblemKind::NoSmart);
    const int insecure = int(ProblemKind::Insecure);
    row("as it is", "x-other", QStringLiteral("y"));
    row("no authorization endpoint", "authorization_endpoint", gone, noSmart);
    row("no token endpoint", "token_endpoint", gone, noSmart);
    row("token endpoint a number", "token_endpoint", 5, noSmart);
    row("no PKCE", "code_challenge_methods_supported", gone, noSmart);
    row("plain PKCE alone", "code_challenge_methods_supported", QJsonArray{QStringLiteral("plain")}, noSmart);
    row("no standalone launch", "capabilities", QJsonArray{QStringLiteral("launch-ehr")}, noSmart);
    row("capabilities a text", "capabilities", QStringLiteral("launch-standalone"), noSmart);
    row("no code grant", "grant_types_supported", QJsonArray{QStringLiteral("client_credentials")}, noSmart);
    row("grants not told", "grant_types_supported", gone);
    row("no revocation", "revocation_endpoint", gone);
    row("http authorization", "authorization_endpoint", QStringLiteral("http://clinic.example/auth"), insecure);
    row("http token", "token_endpoint", QStringLiteral("http://clinic.example/token"), insecure);
    row("http keys", "jwks_uri", QStringLiteral("http://clinic.example/keys"), insecure);
    row("http revocation", "revocation_endpoint", QStringLiteral("http://clinic.example/revoke"), insecure);
    row("script as page", "authorization_endpoint", QStringLiteral("javascript:alert(1)"), insecure);
    row("file as page", "authorization_endpoint", QStringLiteral("file:///usr/bin/x"), insecure);
    row("relative endpoint", "token_endpoint", QStringLiteral("/token"), insecure);
}

void TestDiscovery::configuration()
{
    FakeFhirServer server;
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QFETCH(int, kind);
    QJsonObject json = server.smartConfiguration();
    json.insert(key, value);
    const auto smart = readSmartConfiguration(QJsonDocument(json).toJson());
    QCOMPARE(smart.has_value(), kind < 0);
    if (!smart)
        QCOMPARE(int(smart.error().kind), kind);
}

void TestDiscovery::openIdNeedsKeys()
{
    FakeFhirServer server;
    for (const char *key : {"jwks_uri", "issuer"}) {
        QJsonObject json = server.smartConfiguration();
        json.remove(QLatin1String(key));
        const auto smart = readSmartConfiguration(QJsonDocument(json).toJson());
        QVERIFY(smart);
        QVERIFY(!smart->canOpenId());
    }
}

void TestDiscovery::otherServers_data()
{
    QTest::addColumn<QString>("smart");
    QTest::addColumn<QString>("metadata");
    QTest::addColumn<ProblemKind>("kind");
    QTest::newRow("HTML everywhere") << "html"
                                     << "html" << ProblemKind::NotFhir;
    QTest::newRow("404 everywhere") << "404"
                                    << "404" << ProblemKind::NotFhir;
    QTest::newRow("other JSON") << "{\"hello\":1}"
                                << "{\"hello\":1}" << ProblemKind::NotFhir;
    QTest::newRow("a list") << "[1,2]"
                            << "[]" << ProblemKind::NotFhir;
    QTest::newRow("nothing") << ""
                             << "" << ProblemKind::NotFhir;
    QTest::newRow("FHIR without SMART") << "404"
                                        << "fhir" << ProblemKind::NoSmart;
    QTest::newRow("FHIR, wild card page") << "html"
                                          << "fhir" << ProblemKind::NoSmart;
    QTest::newRow("FHIR, SMART not for us") << "{\"token_endpoint\":\"https://a.example/\"}"
                                            << "fhir" << ProblemKind::NoSmart;
    QTest::newRow("FHIR DSTU2") << "404"
                                << "{\"resourceType\":\"Conformance\",\"fhirVersion\":\"1.0.2\"}" << ProblemKind::NotFhir;
    QTest::newRow("FHIR STU3") << "404"
                               << "{\"resourceType\":\"CapabilityStatement\",\"fhirVersion\":\"3.0.2\"}" << ProblemKind::NotFhir;
    QTest::newRow("moved") << "302"
                           << "302" << ProblemKind::ServerError;
    QTest::newRow("locked") << "401"
                            << "401" << ProblemKind::NotFhir;
}

void TestDiscovery::otherServers()
{
    QFETCH(QString, smart);
    QFETCH(QString, metadata);
    QFETCH(ProblemKind, kind);
    const auto reply = [](const QString &what) {
        if (what == u"html")
            return FakeReply::html();
        if (what == u"404" || what == u"401")
            return FakeReply::html(what.toInt());
        if (what == u"302")
            return FakeReply::redirect(QUrl(QStringLiteral("https://portal.example/")));
        return FakeReply::json(what.toUtf8());
    };
    FakeFhirServer server;
    server.route("GET", FakeFhirServer::at(QStringLiteral(".well-known/smart-configuration")), reply(smart));
    if (metadata != u"fhir")
        server.route("GET", FakeFhirServer::at(QStringLiteral("metadata")), reply(metadata));
    QtHttpClient http;
    const auto found = QCoro::waitFor(discoverSmart(http, server.base()));
    QVERIFY(!found);
    QCOMPARE(found.error().kind, kind);
}

void TestDiscovery::busyServerIsAskedLater()
{
    FakeFhirServer server;
    FakeReply busy = FakeReply::html(503);
    busy.headers.emplaceBack("Retry-After", "30");
    server.once("GET", FakeFhirServer::at(QStringLiteral(".well-known/smart-configuration")), busy);
    QtHttpClient http;
    const auto found = QCoro::waitFor(discoverSmart(http, server.base()));
    QVERIFY(!found);
    QCOMPARE(found.error().kind, ProblemKind::ServerBusy);
    QCOMPARE(found.error().retryAfterSeconds, 30);
    QCOMPARE(server.requests().size(), 1);
}

void TestDiscovery::offline()
{
    FakeFhirServer server;
    server.stop();
    QtHttpClient http;
    const auto found = QCoro::waitFor(discoverSmart(http, server.base()));
    QVERIFY(!found);
    QCOMPARE(found.error().kind, ProblemKind::Offline);
}

void TestDiscovery::publicServerPointingHome()
{
    FakeFhirServer server; // for a configuration with loopback endpoints
    FakeHttp http;
    http.expect("GET", QStringLiteral("/fhir/.well-known/smart-configuration"),
                FakeHttp::json(200, QJsonDocument(server.smartConfiguration()).toJson()));
    const auto found = QCoro::waitFor(discoverSmart(http, QUrl(QStringLiteral("https://clinic.example/fhir"))));
    QVERIFY(!found);
    QCOMPARE(found.error().kind, ProblemKind::Insecure);
}

void TestDiscovery::scopes()
{
    const QStringList v2 = requestedScopes(true).split(u' ');
    for (const char *scope :
         {"openid", "fhirUser", "launch/patient", "offline_access", "patient/Appointment.rs", "patient/QuestionnaireResponse.crus",
          "patient/Consent.rus", "patient/Flag.rs", "user/Medication.rs", "user/Binary.r"})
        QVERIFY2(v2.contains(QLatin1String(scope)), scope);
    const QStringList v1 = requestedScopes(false).split(u' ');
    for (const char *scope : {"openid", "patient/Appointment.read", "patient/QuestionnaireResponse.read",
                              "patient/QuestionnaireResponse.write", "patient/Task.write", "user/Binary.read"})
        QVERIFY2(v1.contains(QLatin1String(scope)), scope);
    QVERIFY(!v1.contains(QStringLiteral("patient/Appointment.write")));
    // The letters in the order that SMART 2.2 demands; never more than one patient's compartment or the person's own.
    static const QRegularExpression v2Form(QStringLiteral("^(patient|user)/[A-Za-z]+\\.c?r?u?d?s?$"));
    static const QRegularExpression v1Form(QStringLiteral("^(patient|user)/[A-Za-z]+\\.(read|write)$"));
    for (const QString &scope : v2.sliced(4))
        QVERIFY2(v2Form.match(scope).hasMatch(), qPrintable(scope));
    for (const QString &scope : v1.sliced(4))
        QVERIFY2(v1Form.match(scope).hasMatch(), qPrintable(scope));
}

QTEST_GUILESS_MAIN(TestDiscovery)
#include "tst_discovery.moc"
