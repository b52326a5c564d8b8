// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "PageServer.h"

#include <QUrl>
#include <QUrlQuery>
#include <algorithm>
#include <cstdlib>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace handrail {

PageServer::PageServer(QList<PastCheckIn> checkIns)
    : m_checkIns(std::move(checkIns))
    , m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *general = reinterpret_cast<sockaddr *>(&address);
    if (::bind(m_socket, general, size) != 0 || ::listen(m_socket, 16) != 0 || ::getsockname(m_socket, general, &size) != 0)
        qFatal("no port");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { accept(); });
}

PageServer::~PageServer()
{
    ::shutdown(m_socket, SHUT_RDWR);
    m_thread.join();
    for (const int client : m_clients)
        ::shutdown(client, SHUT_RDWR);
    for (std::thread &thread : m_threads)
        thread.join();
    for (const int client : m_clients)
        ::close(client);
    ::close(m_socket);
}

QByteArray PageServer::base() const
{
    return "http://127.0.0.1:" + QByteArray::number(m_port) + "/fhir";
}

QList<QByteArray> PageServer::takeAsked()
{
    const std::lock_guard lock(m_lock);
    return std::exchange(m_asked, {});
}

void PageServer::accept()
{
    for (int client = ::accept(m_socket, nullptr, nullptr); client >= 0; client = ::accept(m_socket, nullptr, nullptr)) {
        const int on = 1;
        ::setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        m_clients.push_back(client);
        m_threads.emplace_back([this, client] { serve(client); });
    }
}

void PageServer::serve(int socket)
{
    QByteArray received;
    QByteArray piece(16 * 1024, '\0');
    for (ssize_t count = ::recv(socket, piece.data(), std::size_t(piece.size()), 0); count > 0;
         count = ::recv(socket, piece.data(), std::size_t(piece.size()), 0)) {
        received += piece.first(count);
        for (qsizetype end = received.indexOf("\r\n\r\n"); end >= 0; end = received.indexOf("\r\n\r\n")) {
            const QByteArray body = answer(received.split(' ').value(1));
            received = received.mid(end + 4);
            const QByteArray reply = "HTTP/1.1 200 OK\r\nContent-Type: application/fhir+json\r\nContent-Length: "
                + QByteArray::number(body.size()) + "\r\n\r\n" + body;
            for (qsizetype sent = 0; sent < reply.size();) {
                const ssize_t now = ::send(socket, reply.constData() + sent, std::size_t(reply.size() - sent), MSG_NOSIGNAL);
                if (now <= 0)
                    return;
                sent += now;
            }
        }
    }
}

QByteArray PageServer::answer(const QByteArray &target)
{
    {
        const std::lock_guard lock(m_lock);
        m_asked << target;
    }
    const QUrl url = QUrl::fromEncoded(target);
    if (url.path() == u"/fhir/Patient/p101")
        return R"({"resourceType":"Patient","id":"p101","meta":{"versionId":"1","lastUpdated":"2025-09-01T12:00:00.000Z"}})";
    if (!url.path().endsWith(u"/QuestionnaireResponse"))
        return R"({"resourceType":"Bundle","type":"searchset","entry":[]})";
    const QUrlQuery query(url);
    qsizetype from = query.queryItemValue(QStringLiteral("_page")).toLongLong();
    const QString since = query.queryItemValue(QStringLiteral("_lastUpdated"), QUrl::FullyDecoded);
    if (!since.isEmpty()) {
        const QDateTime time = QDateTime::fromString(since.mid(2), Qt::ISODateWithMs);
        while (from < m_checkIns.size() && m_checkIns.at(from).updated < time)
            ++from;
    }
    return page("/fhir/QuestionnaireResponse", from, query.queryItemValue(QStringLiteral("_count")).toLongLong());
}

QByteArray PageServer::page(const QByteArray &path, qsizetype from, qsizetype count) const
{
    const qsizetype to = std::min(m_checkIns.size(), from + std::max<qsizetype>(1, count));
    QByteArray text = R"({"resourceType":"Bundle","type":"searchset","link":[)";
    if (to < m_checkIns.size())
        text += R"({"relation":"next","url":")" + path + "?_page=" + QByteArray::number(to) + "&_count=" + QByteArray::number(count)
            + "\"}";
    text += R"(],"entry":[)";
    for (qsizetype i = from; i < to; ++i) {
        text += (i > from ? "," : "");
        text += R"({"fullUrl":"https://clinic.example/)" + m_checkIns.at(i).id + R"(","resource":)" + m_checkIns.at(i).json
            + R"(,"search":{"mode":"match"}})";
    }
    return text + "]}";
}

} // namespace handrail
