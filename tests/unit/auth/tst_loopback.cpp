// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "auth/LoopbackListener.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace handrail;
using Page = LoopbackListener::Page;

/// What the browser, and any other program on the device, can do to the listener.
class TestLoopback : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void answersOnce();
    void pages_data();
    void pages();
    void noise_data();
    void noise();
    void oversizedHead();
    void slowCallerBlocksNobody();
    void tooManyCallers();
    void listensOnLoopbackAlone();
    void pageArrivesThoughTheListenerGoes();

private:
    [[nodiscard]] QByteArray ask(const QByteArray &request);
    [[nodiscard]] QByteArray get(const QByteArray &target)
    {
        return ask("GET " + target + " HTTP/1.1\r\nHost: " + m_host + "\r\n\r\n");
    }

    std::unique_ptr<LoopbackListener> m_listener;
    QList<QUrlQuery> m_judged;
    Page m_page = Page::Done;
    QUrl m_address;
    QByteArray m_host;
};

void TestLoopback::init()
{
    m_judged.clear();
    m_page = Page::Done;
    m_listener = std::make_unique<LoopbackListener>([this](const QUrlQuery &query) {
        m_judged.append(query);
        return m_page;
    });
    const auto address = m_listener->listen();
    QVERIFY(address);
    m_address = *address;
    m_host = "127.0.0.1:" + QByteArray::number(m_address.port());
    QCOMPARE(m_address.host(), QStringLiteral("127.0.0.1"));
    QCOMPARE(m_address.path(), QStringLiteral("/callback"));
}

QByteArray TestLoopback::ask(const QByteArray &request)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, quint16(m_address.port()));
    socket.write(request);
    QByteArray answer;
    // The listener lives in this thread, so the loop must run.
    if (!QTest::qWaitFor([&] {
            answer += socket.readAll();
            return socket.state() == QAbstractSocket::UnconnectedState;
        }))
        return "still open: " + answer;
    return answer + socket.readAll();
}

void TestLoopback::answersOnce()
{
    QSignalSpy answered(m_listener.get(), &LoopbackListener::answered);
    const QByteArray page = get("/callback?code=a%26b&state=x+y");
    QVERIFY(page.startsWith("HTTP/1.1 200 "));
    for (const char *header :
         {"Cache-Control: no-store", "Referrer-Policy: no-referrer", "default-src 'none'", "X-Content-Type-Options: nosniff"})
        QVERIFY2(page.contains(header), header);
    QVERIFY(page.contains("You can go back to Handrail now."));
    QVERIFY(!page.contains("<script") && !page.contains("a&b"));
    QTRY_COMPARE(answered.size(), 1);
    const auto query = answered.at(0).at(0).value<QUrlQuery>();
    QCOMPARE(query.queryItemValue(QStringLiteral("code"), QUrl::FullyDecoded), QStringLiteral("a&b"));
    QCOMPARE(query.queryItemValue(QStringLiteral("state"), QUrl::FullyDecoded), QStringLiteral("x y"));
    QVERIFY(get("/callback?code=again").startsWith("HTTP/1.1 400 "));
    QCOMPARE(m_judged.size(), 1);
    QCOMPARE(answered.size(), 1);
}

void TestLoopback::pages_data()
{
    QTest::addColumn<Page>("page");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<int>("answers");
    QTest::newRow("done") << Page::Done << QByteArray("200") << QByteArray("go back to Handrail now") << 1;
    QTest::newRow("denied") << Page::Denied << QByteArray("200") << QByteArray("not signed in") << 1;
    QTest::newRow("mismatch") << Page::Mismatch << QByteArray("200") << QByteArray("another sign-in") << 1;
    QTest::newRow("not for us") << Page::NotForUs << QByteArray("400") << QByteArray("nothing here") << 0;
}

void TestLoopback::pages()
{
    QFETCH(Page, page);
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, words);
    m_page = page;
    QSignalSpy answered(m_listener.get(), &LoopbackListener::answered);
    const QByteArray shown = get("/callback?x=1");
    QVERIFY(shown.sliced(9).startsWith(status));
    QVERIFY(shown.contains(words));
    QTest::qWait(10);
    QTEST(int(answered.size()), "answers");
}

void TestLoopback::noise_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("status");
    const QByteArray host = "\r\nHost: HOST\r\n\r\n";
    QTest::newRow("favicon") << QByteArray("GET /favicon.ico HTTP/1.1" + host) << QByteArray("404");
    QTest::newRow("root") << QByteArray("GET / HTTP/1.1" + host) << QByteArray("404");
    QTest::newRow("below") << QByteArray("GET /callback/x?code=1 HTTP/1.1" + host) << QByteArray("404");
    QTest::newRow("double slash") << QByteArray("GET //callback?code=1 HTTP/1.1" + host) << QByteArray("404");
    QTest::newRow("dots") << QByteArray("GET /x/../callback?code=1 HTTP/1.1" + host) << QByteArray("404");
    QTest::newRow("absolute") << QByteArray("GET http://127.0.0.1/callback?code=1 HTTP/1.1" + host) << QByteArray("404");
    QTest::newRow("POST") << QByteArray("POST /callback?code=1 HTTP/1.1" + host) << QByteArray("405");
    QTest::newRow("HEAD") << QByteArray("HEAD /callback?code=1 HTTP/1.1" + host) << QByteArray("405");
    QTest::newRow("other host") << QByteArray("GET /callback?code=1 HTTP/1.1\r\nHost: evil.example\r\n\r\n") << QByteArray("400");
    QTest::newRow("localhost") << QByteArray("GET /callback?code=1 HTTP/1.1\r\nHost: localhost\r\n\r\n") << QByteArray("400");
    QTest::newRow("no host") << QByteArray("GET /callback?code=1 HTTP/1.1\r\n\r\n") << QByteArray("400");
    QTest::newRow("HTTP/0.9") << QByteArray("GET /callback?code=1\r\n\r\n") << QByteArray("400");
    QTest::newRow("TLS") << QByteArray("\x16\x03\x01\x02\x00\r\n\r\n", 9) << QByteArray("400");
    QTest::newRow("blank") << QByteArray("\r\n\r\n") << QByteArray("400");
}

void TestLoopback::noise()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, status);
    QSignalSpy answered(m_listener.get(), &LoopbackListener::answered);
    const QByteArray shown = ask(request.replace("HOST", m_host));
    QVERIFY2(shown.sliced(9).startsWith(status), shown.constData());
    QCOMPARE(m_judged.size(), 0);
    QCOMPARE(answered.size(), 0);
    QVERIFY(get("/callback?code=1").startsWith("HTTP/1.1 200 ")); // and it still waits
    QTRY_COMPARE(answered.size(), 1);
}

void TestLoopback::oversizedHead()
{
    QVERIFY(ask("GET /callback?code=" + QByteArray(9000, 'a') + " HTTP/1.1\r\nHost: " + m_host + "\r\n\r\n")
                .startsWith("HTTP/1.1 431 "));
    QCOMPARE(m_judged.size(), 0);
    QVERIFY(get("/callback?code=1").startsWith("HTTP/1.1 200 "));
}

void TestLoopback::slowCallerBlocksNobody()
{
    QTcpSocket slow;
    slow.connectToHost(QHostAddress::LocalHost, quint16(m_address.port()));
    slow.write("GET /callback?code=slow");
    QVERIFY(QTest::qWaitFor([&] { return slow.state() == QAbstractSocket::ConnectedState; }));
    QVERIFY(get("/callback?code=1").startsWith("HTTP/1.1 200 "));
    // Ten seconds later the slow one is shown the door.
    QVERIFY(QTest::qWaitFor([&] { return slow.state() == QAbstractSocket::UnconnectedState; }, 15000));
}

void TestLoopback::tooManyCallers()
{
    std::vector<std::unique_ptr<QTcpSocket>> idle;
    for (int n = 0; n < 40; ++n) {
        idle.push_back(std::make_unique<QTcpSocket>());
        idle.back()->connectToHost(QHostAddress::LocalHost, quint16(m_address.port()));
    }
    const auto connected = [&] {
        return std::count_if(idle.begin(), idle.end(),
                             [](const auto &socket) { return socket->state() == QAbstractSocket::ConnectedState; });
    };
    QVERIFY(QTest::qWaitFor([&] { return connected() == 16; }));
    idle.clear();
    QVERIFY(QTest::qWaitFor([&] { return get("/callback?code=1").startsWith("HTTP/1.1 200 "); })); // asks until there is room
}

void TestLoopback::listensOnLoopbackAlone()
{
    // 127.0.0.2 is this machine as well, but not the address that was bound.
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QStringLiteral("127.0.0.2")), quint16(m_address.port()));
    QVERIFY(!socket.waitForConnected(500));
}

void TestLoopback::pageArrivesThoughTheListenerGoes()
{
    connect(m_listener.get(), &LoopbackListener::answered, this, [this] { m_listener.reset(); });
    QVERIFY(get("/callback?code=1").contains("You can go back to Handrail now."));
    QTRY_VERIFY(!m_listener);
}

QTEST_GUILESS_MAIN(TestLoopback)
#include "tst_loopback.moc"
