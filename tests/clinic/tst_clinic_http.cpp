// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "ClinicProcess.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace handrail::test;

/// What the server does with HTTP that is too much, too slow, or not HTTP (design security 0.5, 6).
class TestClinicHttp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_directory.isValid());
        QVERIFY(m_clinic.start({QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                                QStringLiteral("--database"), m_directory.filePath(QStringLiteral("clinic.db"))}));
    }

    void cleanupTestCase() { QCOMPARE(m_clinic.stop(), 0); }

    void limits_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        const QByteArray host = "Host: x\r\n";
        QTest::newRow("good") << QByteArray("GET /fhir/R4/metadata HTTP/1.1\r\n" + host + "\r\n") << 200;
        QTest::newRow("blank line first") << QByteArray("\r\nGET /fhir/R4/metadata HTTP/1.1\r\n" + host + "\r\n") << 200;
        QTest::newRow("HTTP/1.0") << QByteArray("GET /fhir/R4/metadata HTTP/1.0\r\n\r\n") << 200;
        QTest::newRow("request id") << QByteArray("GET /fhir/R4/metadata HTTP/1.1\r\n" + host + "X-Request-Id: abc\r\n\r\n") << 200;
        QTest::newRow("url of 8 KB") << QByteArray("GET /fhir/R4/metadata?x=" + QByteArray(9000, 'a') + " HTTP/1.1\r\n" + host
                                                   + "\r\n")
                                     << 414;
        QTest::newRow("endless url") << QByteArray("GET /" + QByteArray(12000, 'a')) << 414;
        QTest::newRow("header of 16 KB") << QByteArray("GET /fhir/R4/metadata HTTP/1.1\r\n" + host
                                                       + "X-Big: " + QByteArray(17000, 'a') + "\r\n\r\n")
                                         << 431;
        QTest::newRow("many headers") << QByteArray("GET /fhir/R4/metadata HTTP/1.1\r\n" + host
                                                    + QByteArray("A: b\r\n").repeated(4000) + "\r\n")
                                      << 431;
        QTest::newRow("body over 1 MB") << QByteArray("POST /fhir/R4/Patient HTTP/1.1\r\n" + host
                                                      + "Content-Length: 1048577\r\n\r\n" + QByteArray(1048577, 'a'))
                                        << 413;
        QTest::newRow("body over 1 MB, announced")
            << QByteArray("POST /fhir/R4/Patient HTTP/1.1\r\n" + host + "Content-Length: 99999999\r\n\r\n") << 413;
        QTest::newRow("chunked over 1 MB") << QByteArray("POST /fhir/R4/Patient HTTP/1.1\r\n" + host
                                                         + "Transfer-Encoding: chunked\r\n\r\n"
                                                         + QByteArray("10000\r\n" + QByteArray(65536, 'a') + "\r\n").repeated(17))
                                           << 413;
        QTest::newRow("chunked") << QByteArray("POST /fhir/R4/Patient HTTP/1.1\r\n" + host
                                               + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n")
                                 << 401;
        QTest::newRow("length and chunked") << QByteArray("POST /fhir/R4/Patient HTTP/1.1\r\n" + host
                                                          + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
                                            << 400;
        QTest::newRow("length twice") << QByteArray("POST /fhir/R4/Patient HTTP/1.1\r\n" + host
                                                    + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}")
                                      << 400;
        QTest::newRow("length twice, same") << QByteArray("POST /fhir/R4/Patient HTTP/1.1\r\n" + host
                                                          + "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}")
                                            << 400;
        QTest::newRow("length below zero") << QByteArray("POST /fhir/R4/Patient HTTP/1.1\r\n" + host + "Content-Length: -5\r\n\r\n")
                                           << 400;
        QTest::newRow("length in words") << QByteArray("POST /fhir/R4/Patient HTTP/1.1\r\n" + host + "Content-Length: two\r\n\r\n")
                                         << 400;
        QTest::newRow("other transfer coding")
            << QByteArray("POST /fhir/R4/Patient HTTP/1.1\r\n" + host + "Transfer-Encoding: gzip\r\n\r\n") << 400;
        QTest::newRow("a transfer coding before chunked") << QByteArray(
            "POST /fhir/R4/Patient HTTP/1.1\r\n" + host + "Transfer-Encoding: gzip, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n")
                                                          << 501;
        QTest::newRow("Chunked") << QByteArray("POST /fhir/R4/Patient HTTP/1.1\r\n" + host
                                               + "Transfer-Encoding: Chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n")
                                 << 401;
        QTest::newRow("a packed body") << QByteArray("POST /fhir/R4/Patient HTTP/1.1\r\n" + host
                                                     + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}")
                                       << 415;
        QTest::newRow("folded header") << QByteArray("GET /fhir/R4/metadata HTTP/1.1\r\n" + host + "X-A: b\r\n c\r\n\r\n") << 400;
        QTest::newRow("bare LF") << QByteArray("GET /fhir/R4/metadata HTTP/1.1\r\n" + host + "X-A: b\nX-B: c\r\n\r\n") << 400;
        QTest::newRow("bare LF alone") << QByteArray("GET /fhir/R4/metadata HTTP/1.1\nHost: x\n\n") << 400;
        QTest::newRow("bare LF between chunks")
            << QByteArray("POST /fhir/R4/Patient HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n2\n{}\n0\n\n") << 400;
        QTest::newRow("bare LF in a trailer") << QByteArray("POST /fhir/R4/Patient HTTP/1.1\r\n" + host
                                                            + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\nX: y\n\n")
                                              << 400;
        QTest::newRow("line feeds in chunks") << QByteArray("POST /fhir/R4/Patient HTTP/1.1\r\n" + host
                                                            + "Transfer-Encoding: chunked\r\n\r\n4\r\n{\n\n}\r\n0\r\nX: y\r\n\r\n")
                                              << 401;
        QTest::newRow("two tokens") << QByteArray("GET /fhir/R4/Patient HTTP/1.1\r\n" + host
                                                  + "Authorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n")
                                    << 400;
        QTest::newRow("chunked in HTTP/1.0") << QByteArray(
            "POST /fhir/R4/Patient HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n")
                                             << 400;
        QTest::newRow("NUL") << QByteArray("GET /fhir/R4/metadata HTTP/1.1\r\n" + host + QByteArray("X-A: b\0c\r\n\r\n", 12))
                             << 400;
        QTest::newRow("blank before colon") << QByteArray("GET /fhir/R4/metadata HTTP/1.1\r\n" + host + "X-A : b\r\n\r\n") << 400;
        QTest::newRow("no host") << QByteArray("GET /fhir/R4/metadata HTTP/1.1\r\n\r\n") << 400;
        QTest::newRow("host twice") << QByteArray("GET /fhir/R4/metadata HTTP/1.1\r\n" + host + host + "\r\n") << 400;
        QTest::newRow("not HTTP") << QByteArray("hello\r\n\r\n") << 400;
        QTest::newRow("dots") << QByteArray("GET /fhir/R4/../../etc/passwd HTTP/1.1\r\n" + host + "\r\n") << 404;
        QTest::newRow("escaped slash") << QByteArray("GET /fhir/R4/..%2f..%2fetc/passwd HTTP/1.1\r\n" + host + "\r\n") << 404;
        QTest::newRow("escaped line end") << QByteArray("GET /fhir/R4/Patient/%0d%0aSet-Cookie:a=b HTTP/1.1\r\n" + host + "\r\n")
                                          << 404;
        QTest::newRow("escaped NUL") << QByteArray("GET /fhir/R4/Patient/%00 HTTP/1.1\r\n" + host + "\r\n") << 404;
        QTest::newRow("bad escape") << QByteArray("GET /fhir/R4/Patient/%zz HTTP/1.1\r\n" + host + "\r\n") << 404;
        QTest::newRow("nothing there") << QByteArray("GET /admin HTTP/1.1\r\n" + host + "\r\n") << 404;
        QTest::newRow("options star") << QByteArray("OPTIONS * HTTP/1.1\r\n" + host + "\r\n") << 405;
        QTest::newRow("delete metadata") << QByteArray("TRACE /fhir/R4/metadata HTTP/1.1\r\n" + host + "\r\n") << 405;
    }
    void limits()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        const HttpAnswer answer = m_clinic.sendRaw(request);
        QCOMPARE(answer.status, status);
        QVERIFY(answer.header("Set-Cookie").isEmpty());
        QVERIFY(answer.header("Access-Control-Allow-Origin").isEmpty());
        if (status >= 400)
            QVERIFY(answer.isOutcome());
        if (status == 400 || status == 413 || status == 414 || status == 415 || status == 431 || status == 501)
            QVERIFY(answer.isClosed);
        QCOMPARE(m_clinic.send("GET", "metadata").status, 200);
    }

    void requestsInOnePieceAreAnsweredInOrder()
    {
        QTcpSocket socket;
        socket.connectToHost(m_clinic.base().host(), quint16(m_clinic.base().port()));
        QVERIFY(socket.waitForConnected(5000));
        const QByteArray get = "GET /fhir/R4/metadata HTTP/1.1\r\nHost: x\r\n\r\n";
        const QByteArray none = "POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc";
        socket.write(get + none + get + none);
        QByteArray received;
        QList<int> statuses;
        QElapsedTimer timer;
        timer.start();
        while (statuses.size() < 4 && timer.elapsed() < 10'000) {
            if (const auto answer = readAnswer(received, false, false)) {
                statuses.append(answer->status);
                continue;
            }
            socket.waitForReadyRead(1000);
            received += socket.readAll();
        }
        QCOMPARE(statuses, (QList<int>{200, 404, 200, 404}));
        QCOMPARE(socket.state(), QAbstractSocket::ConnectedState);
    }

    void aBodyInPiecesIsPutTogether()
    {
        QTcpSocket socket;
        socket.connectToHost(m_clinic.base().host(), quint16(m_clinic.base().port()));
        QVERIFY(socket.waitForConnected(5000));
        for (const char *piece :
             {"POST /fhir/R4/Pat", "ient HTTP/1.1\r\nHo", "st: x\r\nContent-Length: 4\r\n", "\r\n{", " }", "\n"}) {
            socket.write(piece);
            QVERIFY(socket.waitForBytesWritten(1000));
            QTest::qWait(30);
        }
        QVERIFY(socket.bytesAvailable() > 0 || socket.waitForReadyRead(5000));
        QByteArray received = socket.readAll();
        const auto answer = readAnswer(received, false, false);
        QVERIFY(answer);
        QCOMPARE(answer->status, 401);
    }

    void gzipWhenAsked()
    {
        const HttpAnswer plain = m_clinic.send("GET", "metadata");
        QVERIFY(plain.header("Content-Encoding").isEmpty());
        const HttpAnswer small = m_clinic.send("GET", "metadata", {}, {}, {{"Accept-Encoding", "br, gzip;q=0.8"}});
        QCOMPARE(small.header("Content-Encoding"), QByteArray("gzip"));
        QVERIFY(small.header("Content-Length").toInt() < plain.body.size() / 3);
        QCOMPARE(small.body, plain.body);
        QVERIFY(m_clinic.send("GET", "metadata", {}, {}, {{"Accept-Encoding", "gzip;q=0"}}).header("Content-Encoding").isEmpty());
        const HttpAnswer head = m_clinic.send("HEAD", "metadata");
        QCOMPARE(head.status, 200);
        QVERIFY(head.body.isEmpty());
        QCOMPARE(head.header("Content-Length").toInt(), int(plain.body.size()));
    }

    void aSlowHeadEnds()
    {
        QTcpSocket socket;
        socket.connectToHost(m_clinic.base().host(), quint16(m_clinic.base().port()));
        QVERIFY(socket.waitForConnected(5000));
        QElapsedTimer timer;
        timer.start();
        QByteArray received;
        socket.write("GET /fhir/R4/metadata HTTP/1.1\r\n");
        while (socket.state() == QAbstractSocket::ConnectedState && timer.elapsed() < 20'000) {
            socket.write("X: y\r\n"); // a trickle does not keep it open
            if (socket.waitForReadyRead(500))
                received += socket.readAll();
            if (m_clinic.send("GET", "metadata").status != 200)
                QFAIL("others must be served meanwhile");
            if (received.contains("\r\n\r\n"))
                break;
        }
        const auto answer = readAnswer(received, false, true);
        QVERIFY(answer);
        QCOMPARE(answer->status, 408);
        QVERIFY2(timer.elapsed() > 8'000 && timer.elapsed() < 14'000, QByteArray::number(timer.elapsed()).constData());
    }

    void manyIdleConnectionsDoNotShutOthersOut()
    {
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < 600; ++i) {
            sockets.push_back(std::make_unique<QTcpSocket>());
            sockets.back()->connectToHost(m_clinic.base().host(), quint16(m_clinic.base().port()));
            QVERIFY(sockets.back()->waitForConnected(5000));
        }
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(m_clinic.send("GET", "metadata").status, 200);
        QVERIFY(timer.elapsed() < 5000); // half of the time after which the others would have been dropped anyway
    }

    void manyHalfSentHeadsDoNotShutOthersOut()
    {
        const auto connected = [this] {
            auto socket = std::make_unique<QTcpSocket>();
            socket->connectToHost(m_clinic.base().host(), quint16(m_clinic.base().port()));
            return socket->waitForConnected(5000) ? std::move(socket) : nullptr;
        };
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < 600; ++i) {
            sockets.push_back(connected());
            QVERIFY(sockets.back());
            sockets.back()->write("G");
            QVERIFY(sockets.back()->waitForBytesWritten(1000));
        }
        QElapsedTimer timer;
        timer.start();
        const auto mine = connected();
        QVERIFY(mine);
        QCOMPARE(m_clinic.send("GET", "metadata").status, 200);
        // Who came a moment ago and says something only now is not the one that went.
        mine->write("GET /fhir/R4/metadata HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(mine->waitForReadyRead(5000));
        QVERIFY(mine->readAll().startsWith("HTTP/1.1 200 "));
        QVERIFY(timer.elapsed() < 5000); // half of what a half-sent head may take
    }

    void notFoundTellsNothing()
    {
        const HttpAnswer answer = m_clinic.send("GET", "/etc/passwd");
        QCOMPARE(answer.status, 404);
        QVERIFY(!answer.body.contains("passwd"));
        QVERIFY(answer.header("Server").isEmpty());
    }

private:
    QTemporaryDir m_directory;
    ClinicProcess m_clinic;
};

QTEST_GUILESS_MAIN(TestClinicHttp)
#include "tst_clinic_http.moc"
