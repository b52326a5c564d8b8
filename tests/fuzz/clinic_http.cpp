// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// Bytes that somebody sends to the clinic's HTTP server: the real server on a port of this machine. Every request that reaches a handler is
// clean, and every answer is one that was meant.

#include "Fuzz.h"
#include "clinic/http/HttpText.h"
#include "clinic/http/Server.h"

#include <atomic>
#include <thread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace handrail::fuzz {

namespace {

quint16 port = 0;             // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
std::atomic<int> handled = 0; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

bool hasControl(QByteArrayView text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return (uchar(c) < 0x20 && c != '\t') || c == 0x7f; });
}

clinic::Reply answer(const clinic::Request &request)
{
    ++handled;
    require(request.path.startsWith(u"/a") && !hasControl(request.path.toUtf8()), "a path is clean");
    for (const QString &segment : request.path.split(u'/'))
        require(segment != u"." && segment != u"..", "a path goes nowhere else");
    require(!hasControl(request.query), "a query is clean");
    int hosts = 0;
    int lengths = 0;
    for (const auto &[name, value] : request.headers) {
        require(!name.isEmpty() && !hasControl(name) && !hasControl(value), "a header is clean");
        hosts += name.compare("Host", Qt::CaseInsensitive) == 0 ? 1 : 0;
        lengths +=
            name.compare("Content-Length", Qt::CaseInsensitive) == 0 || name.compare("Transfer-Encoding", Qt::CaseInsensitive) == 0;
    }
    require(hosts <= 1 && lengths <= 1, "one host, and one way to tell the length");
    if (const QByteArray length = request.header("Content-Length"); !length.isEmpty())
        require(length.trimmed().toLongLong() == request.body.size(), "the body is as long as it says");
    clinic::Reply reply;
    clinic::setHeader(reply, "Content-Type", "application/json");
    clinic::setHeader(reply, "Location", request.path.toUtf8() + '?' + request.query);
    clinic::setHeader(reply, "X-Echo", request.header("X-Echo"));
    reply.body = QByteArray(2000, 'x');
    return reply;
}

/// All that comes back until the server hangs up.
QByteArray exchange(const QByteArray &bytes)
{
    const int client = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    require(::connect(client, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0, "a connection");
    for (qsizetype sent = 0; sent < bytes.size();) {
        const ssize_t count = ::send(client, bytes.constData() + sent, std::size_t(bytes.size() - sent), MSG_NOSIGNAL);
        if (count <= 0)
            break;
        sent += count;
    }
    ::shutdown(client, SHUT_WR);
    QByteArray received;
    QByteArray piece(16 * 1024, '\0');
    for (ssize_t count = ::recv(client, piece.data(), std::size_t(piece.size()), 0); count > 0;
         count = ::recv(client, piece.data(), std::size_t(piece.size()), 0))
        received += piece.first(count);
    // Reset, so that no port is kept for stragglers: there are more inputs than ports.
    const linger now{1, 0};
    ::setsockopt(client, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    ::close(client);
    return received;
}

} // namespace

void prepare()
{
    clinic::ServerLimits limits;
    limits.body = 4096;
    limits.header = 2048;
    limits.url = 1024;
    auto *server = new clinic::Server(limits); // serves until the process ends
    server->addRoute("GET", QStringLiteral("/a*"), answer);
    server->addRoute("POST", QStringLiteral("/a*"), answer);
    const auto listening = server->listen("127.0.0.1", 0);
    require(listening.has_value(), "a port");
    port = *listening;
    std::thread([server] { server->run(); }).detach();
}

void run(Input input)
{
    const QByteArray bytes = input.rest();
    const int before = handled;
    QByteArray received = exchange(bytes);
    int good = 0;
    int answers = 0;
    while (!received.isEmpty()) {
        const qsizetype end = received.indexOf("\r\n\r\n");
        require(end >= 0 && received.startsWith("HTTP/1.1 "), "each answer has a head");
        const QByteArray head = received.first(end + 4);
        require(clinic::isCleanHead({head.constData(), std::size_t(head.size())}), "the head of an answer is clean");
        received = received.mid(end + 4);
        if (head.startsWith("HTTP/1.1 100 "))
            continue;
        ++answers;
        good += head.startsWith("HTTP/1.1 200 ");
        require(head.count("\r\nLocation: ") <= 1 && head.count("\r\nContent-Length: ") == 1, "an answer is one answer");
        if (head.startsWith("HTTP/1.1 200 "))
            require(head.count("\r\n") <= 11, "no header comes from a request");
        const qsizetype at = head.indexOf("\r\nContent-Length: ") + 18;
        const qsizetype length = head.mid(at, head.indexOf('\r', at) - at).toLongLong();
        // The answer to HEAD has a length and no body.
        if (!received.startsWith("HTTP/1.1 "))
            received = received.mid(length);
    }
    require(good == handled - before, "each good answer is of one request");
    require(answers <= bytes.count("\r\n\r\n") + 1, "no more answers than requests");
}

} // namespace handrail::fuzz
