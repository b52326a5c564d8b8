// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/FakeHttpServer.h"
#include "net/QtHttpClient.h"

#include <QCoroTask>
#include <QElapsedTimer>
#include <QFile>
#include <QTcpServer>
#include <QTest>

#include <zlib.h>

using namespace handrail;
using namespace std::chrono_literals;

namespace {

HttpRequest get(const QUrl &url)
{
    HttpRequest request;
    request.url = url;
    request.deadline = 5s;
    return request;
}

/// A gzip stream of `size` equal bytes: about a thousandth of that on the wire.
QByteArray gzipBomb(qint64 size)
{
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    const QByteArray block(1 << 20, 'a');
    QByteArray out;
    QByteArray piece(1 << 16, Qt::Uninitialized);
    for (qint64 done = 0; done < size; done += block.size()) {
        stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(block.constData()));
        stream.avail_in = uInt(block.size());
        const int flush = done + block.size() >= size ? Z_FINISH : Z_NO_FLUSH;
        do {
            stream.next_out = reinterpret_cast<Bytef *>(piece.data());
            stream.avail_out = uInt(piece.size());
            deflate(&stream, flush);
            out.append(piece.constData(), piece.size() - qsizetype(stream.avail_out));
        } while (stream.avail_out == 0);
    }
    deflateEnd(&stream);
    return out;
}

/// The most memory that this process ever held, in MiB.
qint64 peakMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmHWM:"))
            return line.sliced(6).trimmed().split(' ').constFirst().toLongLong() / 1024;
    }
    return 0;
}

} // namespace

/// What QtHttpClient does when the network or the server does not behave (design security 5, faults 25 to 28).
class TestFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void cutBody_data();
    void cutBody();
    void overTheLimit_data();
    void overTheLimit();
    void gzipBombEndsAtTheLimit();
    void brokenGzip();
    void drip();
    void silence();
    void deadlineCountsRedirects();
    void refusedConnection();
    void unknownName();
    void resetConnection();
    void resetPostIsSentOnce_data();
    void resetPostIsSentOnce();
    void notHttp();
    void clientGoneMidway();
    void clientGoneWithTheAnswerInHand();
    void clientGoneInsideTheAnswer();
    void callerGoneMidway();

private:
    std::unique_ptr<FakeHttpServer> m_server;
    std::unique_ptr<QtHttpClient> m_client;
};

void TestFaults::init()
{
    m_server = std::make_unique<FakeHttpServer>();
    m_client = std::make_unique<QtHttpClient>();
}

void TestFaults::cleanup()
{
    m_client.reset();
    m_server.reset();
}

void TestFaults::cutBody_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isChunked");
    QTest::addColumn<bool>("isGzip");
    QTest::addColumn<int>("missing");
    for (const int status : {200, 404, 500}) {
        for (const bool isChunked : {false, true}) {
            for (const bool isGzip : {false, true}) {
                for (const int missing : {1, 9, 30})
                    QTest::addRow("%d%s%s -%d", status, isChunked ? " chunked" : "", isGzip ? " gzip" : "", missing)
                        << status << isChunked << isGzip << missing;
            }
        }
    }
}

void TestFaults::cutBody()
{
    QFETCH(int, status);
    FakeReply reply = FakeReply::json("{\"resourceType\":\"Bundle\",\"entry\":[]}", status);
    QFETCH(bool, isChunked);
    QFETCH(bool, isGzip);
    if (isGzip) {
        reply.body = gzipBomb(1 << 20);
        reply.headers.emplaceBack("Content-Encoding", "gzip");
    }
    reply.isChunked = isChunked;
    QFETCH(int, missing);
    reply.cutAfter = reply.body.size() - missing;
    m_server->route("GET", QStringLiteral("/"), reply);
    const auto response = QCoro::waitFor(m_client->send(get(m_server->url())));
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ProblemKind::BadData);
    QVERIFY(response.error().isRetryable);
}

void TestFaults::overTheLimit_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("isChunked");
    QTest::addColumn<bool>("isFine");
    QTest::newRow("at the limit") << 100000 << false << true;
    QTest::newRow("one over") << 100001 << false << false;
    QTest::newRow("one over, chunked") << 100001 << true << false;
    QTest::newRow("far over") << 30000000 << true << false;
}

void TestFaults::overTheLimit()
{
    QFETCH(int, size);
    QFETCH(bool, isChunked);
    QFETCH(bool, isFine);
    FakeReply reply = FakeReply::json(QByteArray(size, 'x'));
    reply.isChunked = isChunked;
    m_server->route("GET", QStringLiteral("/"), reply);
    HttpRequest request = get(m_server->url());
    request.maximumBody = 100000;
    const auto response = QCoro::waitFor(m_client->send(request));
    QCOMPARE(response.has_value(), isFine);
    if (isFine)
        return;
    QCOMPARE(response.error().kind, ProblemKind::BadData);
    QVERIFY(!response.error().isRetryable);
}

void TestFaults::gzipBombEndsAtTheLimit()
{
    FakeReply reply = FakeReply::json(gzipBomb(256 << 20));
    QVERIFY(reply.body.size() < (1 << 20));
    reply.headers.emplaceBack("Content-Encoding", "gzip");
    m_server->route("GET", QStringLiteral("/"), reply);
    HttpRequest request = get(m_server->url());
    request.maximumBody = 20 << 20;
    const qint64 before = peakMemory();
    const auto response = QCoro::waitFor(m_client->send(request));
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ProblemKind::BadData);
    const qint64 grown = peakMemory() - before;
    QVERIFY2(grown < 100, qPrintable(QStringLiteral("grew by %1 MiB").arg(grown)));
}

void TestFaults::brokenGzip()
{
    FakeReply reply = FakeReply::json("this is not gzip at all");
    reply.headers.emplaceBack("Content-Encoding", "gzip");
    m_server->route("GET", QStringLiteral("/"), reply);
    const auto response = QCoro::waitFor(m_client->send(get(m_server->url())));
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ProblemKind::BadData);
}

void TestFaults::drip()
{
    FakeReply reply = FakeReply::json(QByteArray(1000, 'x'));
    reply.drip = 20ms;
    m_server->route("GET", QStringLiteral("/"), reply);
    HttpRequest request = get(m_server->url());
    request.deadline = 300ms;
    QElapsedTimer timer;
    timer.start();
    const auto response = QCoro::waitFor(m_client->send(request));
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ProblemKind::Timeout);
    QVERIFY(response.error().isRetryable);
    QVERIFY(timer.elapsed() >= 250 && timer.elapsed() < 3000);
}

void TestFaults::silence()
{
    FakeReply reply;
    reply.isSilent = true;
    m_server->route("GET", QStringLiteral("/"), reply);
    HttpRequest request = get(m_server->url());
    request.deadline = 200ms;
    const auto response = QCoro::waitFor(m_client->send(request));
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ProblemKind::Timeout);
}

void TestFaults::deadlineCountsRedirects()
{
    FakeReply reply = FakeReply::redirect(m_server->url());
    reply.delay = 150ms;
    m_server->route("GET", QStringLiteral("/"), reply);
    HttpRequest request = get(m_server->url());
    request.deadline = 400ms;
    const auto response = QCoro::waitFor(m_client->send(request));
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ProblemKind::Timeout);
    QVERIFY(m_server->requests().size() < 5);
}

void TestFaults::refusedConnection()
{
    m_server->stop();
    const auto response = QCoro::waitFor(m_client->send(get(m_server->url())));
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ProblemKind::Offline);
    QVERIFY(response.error().isRetryable);
    QCOMPARE(response.error().httpStatus, 0);
    QVERIFY(!response.error().detail.contains(QStringLiteral("127.0.0.1")));
}

void TestFaults::unknownName()
{
    // RFC 6761: never resolves.
    const auto response = QCoro::waitFor(m_client->send(get(QUrl(QStringLiteral("https://clinic.invalid/fhir")))));
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ProblemKind::Offline);
}

void TestFaults::resetConnection()
{
    FakeReply reply;
    reply.isReset = true;
    m_server->route("GET", QStringLiteral("/"), reply);
    const auto response = QCoro::waitFor(m_client->send(get(m_server->url())));
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ProblemKind::Offline);
    QVERIFY(response.error().isRetryable);
}

void TestFaults::resetPostIsSentOnce_data()
{
    QTest::addColumn<bool>("isKeptAlive");
    QTest::newRow("fresh connection") << false;
    QTest::newRow("kept-alive connection") << true;
}

void TestFaults::resetPostIsSentOnce()
{
    QFETCH(bool, isKeptAlive);
    m_server->route("GET", QStringLiteral("/"), FakeReply::json("{}"));
    if (isKeptAlive)
        QVERIFY(QCoro::waitFor(m_client->send(get(m_server->url()))));
    FakeReply reply;
    reply.isReset = true;
    m_server->route("POST", QStringLiteral("/post"), reply);
    HttpRequest request = get(m_server->url(QStringLiteral("/post")));
    request.method = "POST";
    request.headers = {{"Content-Type", "application/json"}};
    request.body = "{}";
    const auto response = QCoro::waitFor(m_client->send(request));
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ProblemKind::Offline);
    QTest::qWait(50);
    // Whether to send again is the outbox's decision, not Qt's. (Qt 6.8 connects anew, but has nothing to send.)
    QCOMPARE(m_server->requestsTo(QStringLiteral("/post")).size(), 1);
}

void TestFaults::notHttp()
{
    FakeReply reply;
    reply.raw = "220 mail.example ESMTP ready\r\n";
    m_server->route("GET", QStringLiteral("/"), reply);
    const auto response = QCoro::waitFor(m_client->send(get(m_server->url())));
    QVERIFY(!response);
    QVERIFY(response.error().kind == ProblemKind::BadData || response.error().kind == ProblemKind::Offline);
}

void TestFaults::clientGoneMidway()
{
    FakeReply reply;
    reply.isSilent = true;
    m_server->route("GET", QStringLiteral("/"), reply);
    QList<ProblemKind> ends;
    const auto one = [this, &ends]() -> QCoro::Task<void> {
        const auto response = co_await m_client->send(get(m_server->url()));
        ends.append(response ? ProblemKind::BadData : response.error().kind);
    };
    one();
    one();
    QTRY_COMPARE(m_server->requests().size(), 2);
    m_client.reset();
    QCOMPARE(ends, (QList<ProblemKind>{ProblemKind::Cancelled, ProblemKind::Cancelled}));
}

void TestFaults::clientGoneWithTheAnswerInHand()
{
    m_server->route("GET", QStringLiteral("/"), FakeReply::json("{}"));
    QList<ProblemKind> ends;
    const auto one = [this, &ends]() -> QCoro::Task<void> {
        const auto response = co_await m_client->send(get(m_server->url()));
        ends.append(response ? ProblemKind::BadData : response.error().kind);
        if (response)
            m_client.reset(); // whoever waits beside this one must not be told of success any more
    };
    for (int n = 0; n < 6; ++n)
        one();
    QTRY_COMPARE(ends.size(), 6);
    QCOMPARE(ends.count(ProblemKind::Cancelled), 5);
}

void TestFaults::clientGoneInsideTheAnswer()
{
    m_server->route("GET", QStringLiteral("/"), FakeReply::json("{}"));
    FakeReply silent;
    silent.isSilent = true;
    m_server->route("GET", QStringLiteral("/never"), silent);
    int ended = 0;
    const auto other = [this, &ended]() -> QCoro::Task<void> {
        auto response = co_await m_client->send(get(m_server->url(QStringLiteral("/never"))));
        if (!response && response.error().kind == ProblemKind::Cancelled)
            ++ended;
    };
    const auto one = [this, &ended]() -> QCoro::Task<void> {
        const auto response = co_await m_client->send(get(m_server->url()));
        m_client.reset();
        ended += response ? 10 : 100;
    };
    other();
    one();
    QTRY_COMPARE(ended, 11);
    QTest::qWait(20);
}

void TestFaults::callerGoneMidway()
{
    m_server->route("GET", QStringLiteral("/"), FakeReply::json("{}"));
    {
        const auto task = m_client->send(get(m_server->url()));
    }
    QTRY_COMPARE(m_server->requests().size(), 1);
    QVERIFY(QCoro::waitFor(m_client->send(get(m_server->url()))));
}

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
