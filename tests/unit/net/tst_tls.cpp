// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/FakeHttpServer.h"
#include "fakes/TestCertificates.h"
#include "net/QtHttpClient.h"

#include <QCoroTask>
#include <QSslSocket>
#include <QTest>

using namespace handrail;
using Flaw = TestCertificates::Flaw;

/// The server's identity is checked, and nothing gets past a failed check (design security, threat 11).
class TestTls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void handshake_data();
    void handshake();
    void oldProtocolIsRefused();
    void unknownAuthorityIsRefused();

private:
    Result<HttpResponse> ask(const FakeHttpServer &server);

    TestCertificates m_certificates;
    QSslConfiguration m_system;
};

void TestTls::initTestCase()
{
    QVERIFY(QSslSocket::supportsSsl());
    m_system = QSslConfiguration::defaultConfiguration();
    QSslConfiguration trusting = m_system;
    trusting.addCaCertificate(m_certificates.authority());
    QSslConfiguration::setDefaultConfiguration(trusting);
}

Result<HttpResponse> TestTls::ask(const FakeHttpServer &server)
{
    QtHttpClient client;
    HttpRequest request;
    request.url = server.url();
    request.headers = {{"Authorization", "Bearer secret"}};
    request.deadline = std::chrono::seconds(10);
    return QCoro::waitFor(client.send(request));
}

void TestTls::handshake_data()
{
    QTest::addColumn<Flaw>("flaw");
    QTest::newRow("good") << Flaw::None;
    QTest::newRow("self-signed") << Flaw::SelfSigned;
    QTest::newRow("expired") << Flaw::Expired;
    QTest::newRow("other host") << Flaw::OtherHost;
}

void TestTls::handshake()
{
    QFETCH(Flaw, flaw);
    FakeHttpServer server(m_certificates.server(flaw));
    server.route("GET", QStringLiteral("/"), FakeReply::json("{\"ok\":1}"));
    const auto response = ask(server);
    QCOMPARE(response.has_value(), flaw == Flaw::None); // the good one shows that the others fail for their flaw
    if (flaw == Flaw::None) {
        QCOMPARE(response->body, QByteArray("{\"ok\":1}"));
        return;
    }
    QCOMPARE(response.error().kind, ProblemKind::Tls);
    QVERIFY(!response.error().detail.contains(QStringLiteral("127.0.0.1")));
    QCOMPARE(server.requests().size(), 0); // no header, no token left this side
}

void TestTls::oldProtocolIsRefused()
{
    QSslConfiguration old = m_certificates.server(Flaw::None);
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    old.setProtocol(QSsl::TlsV1_1);
    QT_WARNING_POP
    FakeHttpServer server(old);
    const auto response = ask(server);
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ProblemKind::Tls);
}

void TestTls::unknownAuthorityIsRefused()
{
    const QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    QSslConfiguration::setDefaultConfiguration(m_system);
    FakeHttpServer server(m_certificates.server(Flaw::None));
    const auto response = ask(server);
    QSslConfiguration::setDefaultConfiguration(trusting);
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ProblemKind::Tls);
    QCOMPARE(server.requests().size(), 0);
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
