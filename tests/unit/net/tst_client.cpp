// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/FakeHttpServer.h"
#include "net/QtHttpClient.h"

#include <QCoroTask>
#include <QTest>

#include <zlib.h>

using namespace handrail;

namespace {

HttpRequest get(const QUrl &url)
{
    HttpRequest request;
    request.url = url;
    return request;
}

QByteArray gzip(const QByteArray &bytes)
{
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray out(qsizetype(deflateBound(&stream, uLong(bytes.size()))) + 64, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return out;
}

} // namespace

/// What QtHttpClient does when the server behaves, over real sockets.
class TestClient : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void sendsWhatItIsGiven();
    void answersAnyStatus_data();
    void answersAnyStatus();
    void readsGzip();
    void readsChunked();
    void followsSameOrigin();
    void doesNotFollowPost();
    void stopsAfterFiveRedirects();
    void leavesOtherOrigin_data();
    void leavesOtherOrigin();
    void keepsNoCookies();
    void refusesPlainHttpElsewhere();
    void refusesBadAddress();
    void refusesControlCharacters();
    void manyAtOnce();

private:
    std::unique_ptr<FakeHttpServer> m_server;
    std::unique_ptr<QtHttpClient> m_client;
};

void TestClient::init()
{
    m_server = std::make_unique<FakeHttpServer>();
    m_client = std::make_unique<QtHttpClient>();
}

void TestClient::cleanup()
{
    m_client.reset();
    m_server.reset();
}

void TestClient::sendsWhatItIsGiven()
{
    m_server->route("POST", QStringLiteral("/Task"), FakeReply::json("{}", 201));
    HttpRequest request = get(m_server->url(QStringLiteral("/Task")));
    request.method = "POST";
    request.headers = {
        {"Content-Type", "application/fhir+json"}, {"Authorization", "Bearer t"}, {"If-None-Exist", "identifier=a|b"}};
    request.body = "{\"resourceType\":\"Task\"}";
    const auto response = QCoro::waitFor(m_client->send(request));
    QVERIFY(response);
    QCOMPARE(response->status, 201);
    QCOMPARE(response->body, QByteArray("{}"));
    QCOMPARE(response->header("content-type"), QByteArray("application/json"));
    const FakeRequest seen = m_server->requests().constFirst();
    QCOMPARE(seen.body, request.body);
    QCOMPARE(seen.header("Authorization"), QByteArray("Bearer t"));
    QCOMPARE(seen.header("If-None-Exist"), QByteArray("identifier=a|b"));
    QVERIFY(seen.header("User-Agent").startsWith("Handrail/"));
}

void TestClient::answersAnyStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("method");
    for (const char *method : {"GET", "POST", "PUT"}) {
        for (const int status : {200, 304, 400, 401, 403, 404, 409, 410, 412, 418, 422, 429, 500, 501, 503})
            QTest::addRow("%s %d", method, status) << status << QByteArray(method);
    }
}

void TestClient::answersAnyStatus()
{
    QFETCH(int, status);
    QFETCH(QByteArray, method);
    FakeReply reply = FakeReply::json(status == 304 ? "" : "{\"resourceType\":\"OperationOutcome\"}", status);
    reply.headers.emplaceBack("Retry-After", "9");
    if (status == 401)
        reply.headers.emplaceBack("WWW-Authenticate", "Basic realm=\"x\"");
    m_server->route(method, QStringLiteral("/"), reply);
    HttpRequest request = get(m_server->url());
    request.method = method;
    request.headers = {{"Content-Type", "application/json"}};
    request.body = method == "GET" ? "" : "{}";
    const auto response = QCoro::waitFor(m_client->send(request));
    QVERIFY2(response, qPrintable(response ? QString() : response.error().detail));
    QCOMPARE(response->status, status);
    if (method == "GET" || status != 401) // to a POST with 401 Qt gives the status alone
        QCOMPARE(response->body, reply.body);
    QCOMPARE(response->header("Retry-After"), QByteArray("9"));
    QCOMPARE(m_server->requests().size(), 1);
}

void TestClient::readsGzip()
{
    const QByteArray text = QByteArray("{\"a\":[").append(QByteArray("1,").repeated(50000)).append("1]}");
    FakeReply reply = FakeReply::json(gzip(text));
    reply.headers.emplaceBack("Content-Encoding", "gzip");
    m_server->route("GET", QStringLiteral("/"), reply);
    const auto response = QCoro::waitFor(m_client->send(get(m_server->url())));
    QVERIFY(response);
    QCOMPARE(response->body, text);
    QVERIFY(m_server->requests().constFirst().header("Accept-Encoding").contains("gzip"));
}

void TestClient::readsChunked()
{
    FakeReply reply = FakeReply::json(QByteArray(300000, 'x'));
    reply.isChunked = true;
    m_server->route("GET", QStringLiteral("/"), reply);
    const auto response = QCoro::waitFor(m_client->send(get(m_server->url())));
    QVERIFY(response);
    QCOMPARE(response->body.size(), 300000);
}

void TestClient::followsSameOrigin()
{
    m_server->route("GET", QStringLiteral("/old"), FakeReply::redirect(QUrl(QStringLiteral("next?a=1")), 301));
    m_server->route("GET", QStringLiteral("/next"), FakeReply::redirect(m_server->url(QStringLiteral("/new")), 307));
    m_server->route("GET", QStringLiteral("/new"), FakeReply::json("{\"ok\":1}"));
    HttpRequest request = get(m_server->url(QStringLiteral("/old")));
    request.headers = {{"Authorization", "Bearer t"}};
    const auto response = QCoro::waitFor(m_client->send(request));
    QVERIFY(response);
    QCOMPARE(response->status, 200);
    QCOMPARE(response->body, QByteArray("{\"ok\":1}"));
    QCOMPARE(m_server->requests().size(), 3);
    QCOMPARE(m_server->requests().constLast().header("Authorization"), QByteArray("Bearer t"));
}

void TestClient::doesNotFollowPost()
{
    m_server->route("POST", QStringLiteral("/old"), FakeReply::redirect(m_server->url(QStringLiteral("/new")), 307));
    HttpRequest request = get(m_server->url(QStringLiteral("/old")));
    request.method = "POST";
    request.headers = {{"Content-Type", "application/json"}};
    const auto response = QCoro::waitFor(m_client->send(request));
    QVERIFY(response);
    QCOMPARE(response->status, 307);
    QCOMPARE(m_server->requests().size(), 1);
}

void TestClient::stopsAfterFiveRedirects()
{
    m_server->route("GET", QStringLiteral("/"), FakeReply::redirect(m_server->url()));
    const auto response = QCoro::waitFor(m_client->send(get(m_server->url())));
    QVERIFY(response);
    QCOMPARE(response->status, 302);
    QCOMPARE(m_server->requests().size(), 6);
}

void TestClient::leavesOtherOrigin_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"other port", "other host", "https", "file", "user info", "no location"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestClient::leavesOtherOrigin()
{
    QFETCH(QString, kind);
    FakeHttpServer other;
    QUrl target = kind == u"other port" ? other.url() : m_server->url(QStringLiteral("/next"));
    if (kind == u"other host")
        target.setHost(QStringLiteral("localhost")); // the same machine, another origin: it must not be asked
    if (kind == u"https")
        target.setScheme(QStringLiteral("https"));
    if (kind == u"file")
        target = QUrl(QStringLiteral("file:///etc/hostname"));
    if (kind == u"user info")
        target.setUserInfo(QStringLiteral("a:b"));
    FakeReply reply = FakeReply::redirect(target);
    if (kind == u"no location")
        reply.headers.clear();
    m_server->route("GET", QStringLiteral("/"), reply);
    HttpRequest request = get(m_server->url());
    request.headers = {{"Authorization", "Bearer secret"}};
    const auto response = QCoro::waitFor(m_client->send(request));
    QVERIFY(response);
    QCOMPARE(response->status, 302);
    QCOMPARE(problemFor(*response).kind, ProblemKind::ServerError);
    QTest::qWait(20);
    QCOMPARE(other.connectionCount(), 0);
    QCOMPARE(m_server->requests().size(), 1);
}

void TestClient::keepsNoCookies()
{
    FakeReply reply = FakeReply::json("{}");
    reply.headers.emplaceBack("Set-Cookie", "track=1; Path=/");
    reply.headers.emplaceBack("Cache-Control", "max-age=3600");
    m_server->route("GET", QStringLiteral("/"), reply);
    QVERIFY(QCoro::waitFor(m_client->send(get(m_server->url()))));
    QVERIFY(QCoro::waitFor(m_client->send(get(m_server->url()))));
    QCOMPARE(m_server->requests().size(), 2); // not from a cache
    QVERIFY(!m_server->requests().constLast().hasHeader("Cookie"));
}

void TestClient::refusesPlainHttpElsewhere()
{
    const auto response = QCoro::waitFor(m_client->send(get(QUrl(QStringLiteral("http://clinic.example/fhir")))));
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ProblemKind::Insecure);
    QVERIFY(!response.error().isRetryable);
}

void TestClient::refusesBadAddress()
{
    for (const char *address : {"", "fhir", "ftp://clinic.example/", "https://a:b@clinic.example/", "http://a:b@127.0.0.1/",
                                "https://clinic.example\uff20evil.example/", "https://clinic.example\u202emoc.evil.example/"}) {
        const auto response = QCoro::waitFor(m_client->send(get(QUrl(QString::fromUtf8(address)))));
        QVERIFY(!response);
        QCOMPARE(response.error().kind, ProblemKind::BadAddress);
    }
}

void TestClient::refusesControlCharacters()
{
    HttpRequest request = get(m_server->url());
    request.headers = {{"Authorization", "Bearer x\r\nX-Evil: 1"}};
    const auto response = QCoro::waitFor(m_client->send(request));
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ProblemKind::BadData);
    QCOMPARE(m_server->connectionCount(), 0);
}

void TestClient::manyAtOnce()
{
    m_server->route("GET", QStringLiteral("/"),
                    [](const FakeRequest &request) { return FakeReply::json(request.queryItem(QStringLiteral("n")).toLatin1()); });
    QList<QByteArray> bodies;
    const auto one = [this, &bodies](int n) -> QCoro::Task<void> {
        HttpRequest request = get(m_server->url());
        request.url.setQuery(QStringLiteral("n=%1").arg(n));
        const auto response = co_await m_client->send(std::move(request));
        bodies.append(response ? response->body : "failed");
    };
    for (int n = 0; n < 40; ++n)
        one(n);
    QTRY_COMPARE(bodies.size(), 40);
    for (int n = 0; n < 40; ++n)
        QVERIFY(bodies.contains(QByteArray::number(n)));
}

QTEST_GUILESS_MAIN(TestClient)
#include "tst_client.moc"
