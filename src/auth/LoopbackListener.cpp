// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "auth/LoopbackListener.h"

#include <QCoreApplication>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>

namespace handrail {

namespace {

constexpr qsizetype largestHead = 8 * 1024;
constexpr qsizetype mostConnections = 16;
constexpr std::chrono::seconds longestConnection{10};

QString wordsFor(LoopbackListener::Page page)
{
    switch (page) {
    case LoopbackListener::Page::Done: return QCoreApplication::translate("LoopbackListener", "You can go back to Handrail now.");
    case LoopbackListener::Page::Denied:
        return QCoreApplication::translate("LoopbackListener", "You are not signed in. You can go back to Handrail.");
    case LoopbackListener::Page::Mismatch:
        return QCoreApplication::translate("LoopbackListener",
                                           "This page is from another sign-in. Go back to Handrail and try again.");
    case LoopbackListener::Page::NotForUs: break;
    }
    return QCoreApplication::translate("LoopbackListener", "There is nothing here. You can close this page.");
}

QByteArray pageWith(const QString &words)
{
    return "<!doctype html>\n<html><head><meta charset=\"utf-8\">"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Handrail</title>"
           "<style>body{font:1.25rem/1.5 sans-serif;max-width:30rem;margin:4rem auto;padding:0 1.5rem}</style></head>"
           "<body><main><h1>Handrail</h1><p>"
        + words.toHtmlEscaped().toUtf8() + "</p></main></body></html>\n";
}

void send(QTcpSocket *socket, const QByteArray &status, LoopbackListener::Page page)
{
    const QByteArray body = pageWith(wordsFor(page));
    socket->write("HTTP/1.1 " + status
                  + "\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\n"
                    "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'\r\n"
                    "X-Content-Type-Options: nosniff\r\nConnection: close\r\nContent-Length: "
                  + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    socket->flush(); // to the kernel now: this object may be gone a moment later
    socket->disconnectFromHost();
}

} // namespace

LoopbackListener::LoopbackListener(Judge judge, QObject *parent)
    : QObject(parent)
    , m_judge(std::move(judge))
{
    connect(&m_server, &QTcpServer::newConnection, this, &LoopbackListener::accept);
}

Result<QUrl> LoopbackListener::listen()
{
    if (!m_server.listen(QHostAddress::LocalHost))
        return problem(ProblemKind::Offline, QStringLiteral("no loopback port"), true);
    QUrl address;
    address.setScheme(QStringLiteral("http"));
    address.setHost(QStringLiteral("127.0.0.1"));
    address.setPort(m_server.serverPort());
    address.setPath(QStringLiteral("/callback"));
    return address;
}

void LoopbackListener::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QObject::destroyed, this, [this, socket] { m_received.remove(socket); });
        if (m_received.size() >= mostConnections) {
            socket->abort();
            continue;
        }
        m_received.insert(socket, {});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        QTimer::singleShot(longestConnection, socket, [socket] { socket->abort(); });
        if (socket->bytesAvailable())
            read(socket);
    }
}

void LoopbackListener::read(QTcpSocket *socket)
{
    const auto received = m_received.find(socket);
    if (received == m_received.end())
        return;
    *received += socket->read(largestHead + 1 - received->size());
    const qsizetype end = received->indexOf("\r\n\r\n");
    if (end < 0 && received->size() <= largestHead)
        return;
    const QByteArray head = received->first(std::max<qsizetype>(end, 0));
    m_received.erase(received);
    disconnect(socket, &QTcpSocket::readyRead, this, nullptr);
    if (end < 0 || end > largestHead)
        return send(socket, "431 Request Header Fields Too Large", Page::NotForUs);
    handle(socket, head);
}

void LoopbackListener::handle(QTcpSocket *socket, const QByteArray &head)
{
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> words = lines.constFirst().trimmed().split(' ');
    if (words.size() != 3 || !words.at(2).startsWith("HTTP/1."))
        return send(socket, "400 Bad Request", Page::NotForUs);
    if (words.at(0) != "GET")
        return send(socket, "405 Method Not Allowed", Page::NotForUs);
    // Another name for this address in the browser would be another site's page reaching in.
    const QByteArray own = "127.0.0.1:" + QByteArray::number(m_server.serverPort());
    const bool isOwnHost = std::any_of(lines.begin() + 1, lines.end(), [&own](const QByteArray &line) {
        return line.first(std::min<qsizetype>(line.size(), 5)).toLower() == "host:" && line.sliced(5).trimmed() == own;
    });
    if (!isOwnHost)
        return send(socket, "400 Bad Request", Page::NotForUs);
    // Not through QUrl's path: "//callback" and "/x/../callback" are not ours either.
    const QByteArray target = words.at(1);
    const qsizetype mark = target.indexOf('?');
    if (target.first(mark < 0 ? target.size() : mark) != "/callback")
        return send(socket, "404 Not Found", Page::NotForUs);
    const QByteArray form = mark < 0 ? QByteArray() : target.sliced(mark + 1).replace('+', "%20");
    const QUrlQuery query(QString::fromUtf8(form));
    const Page page = m_isAnswered ? Page::NotForUs : m_judge(query);
    if (page == Page::NotForUs)
        return send(socket, "400 Bad Request", page);
    m_isAnswered = true;
    send(socket, "200 OK", page);
    // From the event loop, since whoever hears it may destroy this object.
    QMetaObject::invokeMethod(
        this, [this, query] { Q_EMIT answered(query); }, Qt::QueuedConnection);
}

} // namespace handrail
