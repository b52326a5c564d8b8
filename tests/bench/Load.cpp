// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Load.h"

#include <QElapsedTimer>
#include <QFile>
#include <QList>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace handrail {

namespace {

struct Connection {
    int socket = -1;
    QByteArray answer;
    qsizetype expected = -1; ///< whole length of the answer, once its header is in
};

QByteArray procFile(qint64 pid, const char *name)
{
    QFile file(QStringLiteral("/proc/%1/%2").arg(pid).arg(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

double cpuSeconds(qint64 pid)
{
    const QByteArray stat = procFile(pid, "stat");
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    return fields.size() > 12 ? double(fields.at(11).toLongLong() + fields.at(12).toLongLong()) / double(sysconf(_SC_CLK_TCK)) : 0;
}

long rssKib(qint64 pid)
{
    for (const QByteArray &line : procFile(pid, "status").split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').first().toLong();
    }
    return 0;
}

bool begin(Connection &connection, int port)
{
    connection.socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<unsigned short>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    setsockopt(connection.socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return ::connect(connection.socket, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
}

bool send(Connection &connection, const QByteArray &request)
{
    connection.answer.clear();
    connection.expected = -1;
    return ::send(connection.socket, request.constData(), std::size_t(request.size()), MSG_NOSIGNAL) == request.size();
}

/// 1: the answer is whole and a 200; 0: more is to come; -1: it is something else.
int receive(Connection &connection)
{
    char bytes[16384];
    const ssize_t got = ::recv(connection.socket, bytes, sizeof bytes, 0);
    if (got <= 0)
        return -1;
    connection.answer.append(bytes, got);
    if (connection.expected < 0) {
        const qsizetype end = connection.answer.indexOf("\r\n\r\n");
        if (end < 0)
            return 0;
        const QByteArray header = connection.answer.left(end).toLower();
        const qsizetype at = header.indexOf("content-length:");
        if (!header.startsWith("http/1.1 200") || at < 0)
            return -1;
        const qsizetype lineEnd = header.indexOf('\r', at);
        connection.expected =
            end + 4 + header.mid(at + 15, (lineEnd < 0 ? header.size() : lineEnd) - at - 15).trimmed().toLongLong();
    }
    return connection.answer.size() >= connection.expected ? 1 : 0;
}

} // namespace

LoadResult load(int port, qint64 serverPid, const QByteArray &request, int connections, int count)
{
    LoadResult result;
    std::vector<Connection> open(static_cast<std::size_t>(connections));
    std::vector<pollfd> watched;
    for (Connection &connection : open) {
        if (!begin(connection, port))
            return result;
        watched.push_back({connection.socket, POLLIN, 0});
    }
    const double cpuBefore = cpuSeconds(serverPid);
    QElapsedTimer timer;
    timer.start();
    int sent = 0;
    int done = 0;
    bool isGood = true;
    for (Connection &connection : open)
        isGood = isGood && ++sent && send(connection, request);
    while (isGood && done<count && ::poll(watched.data(), nfds_t(watched.size()), 5000)> 0) {
        for (std::size_t i = 0; i < open.size() && isGood; ++i) {
            if (!(watched[i].revents & (POLLIN | POLLHUP)))
                continue;
            const int state = receive(open[i]);
            isGood = state >= 0;
            if (state == 1 && ++done < count && sent < count)
                isGood = ++sent && send(open[i], request);
        }
    }
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    result.isComplete = isGood && done >= count;
    result.requestsPerSecond = done / seconds;
    result.serverCpuMicroseconds = (cpuSeconds(serverPid) - cpuBefore) * 1e6 / qMax(done, 1);
    result.serverRssKib = rssKib(serverPid);
    for (const Connection &connection : open)
        ::close(connection.socket);
    return result;
}

} // namespace handrail
