// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// What some program on this device sends to the address where the sign-in comes back. OWN in the input stands for the right Host.

#include "Fuzz.h"
#include "auth/LoopbackListener.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTcpSocket>

namespace handrail::fuzz {

void prepare() {}

void run(Input input)
{
    QByteArray bytes = input.rest();
    int judged = 0;
    int answered = 0;
    LoopbackListener listener([&](const QUrlQuery &query) {
        ++judged;
        return query.queryItemValue(QStringLiteral("state")) == u"right" ? LoopbackListener::Page::Done
                                                                         : LoopbackListener::Page::NotForUs;
    });
    QObject::connect(&listener, &LoopbackListener::answered, [&](const QUrlQuery &) { ++answered; });
    const auto address = listener.listen();
    require(address.has_value(), "a port");
    const QByteArray own = "127.0.0.1:" + QByteArray::number(address->port());
    bytes.replace("OWN", own);

    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), quint16(address->port()));
    require(socket.waitForConnected(1000), "a connection");
    socket.write(bytes);
    socket.flush();
    // The head must be whole, or too large, to be answered at all.
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    const bool isDue = end >= 0 || bytes.size() > 8 * 1024;
    QByteArray page;
    const QDeadlineTimer patience(isDue ? 1500 : 5);
    while (!patience.hasExpired() && socket.state() == QAbstractSocket::ConnectedState) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        page += socket.readAll();
    }
    QCoreApplication::processEvents();
    page += socket.readAll();
    require(!isDue || page.startsWith("HTTP/1.1 ") || socket.error() == QAbstractSocket::RemoteHostClosedError,
            "there is an answer");
    require(answered <= 1 && answered <= judged, "it comes back once, and only when judged");
    if (judged > 0) {
        const QByteArray head = bytes.left(end);
        require(head.startsWith("GET /callback") && head.contains(own), "nothing else is judged");
    }
    require((answered == 1) == page.startsWith("HTTP/1.1 200 "), "the page says what happened");
    if (page.contains("\r\n\r\n")) {
        require(page.count("\r\n\r\n") == 1 && page.count("Content-Length: ") == 1, "the answer is one answer");
        require(!page.contains("right"), "the page repeats nothing of what came");
    }
}

} // namespace handrail::fuzz
