// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/FakeHttpServer.h"

#include <QSslServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

#include <sys/socket.h>

namespace handrail {

namespace {

QByteArray key(const QByteArray &method, const QString &path)
{
    return method + ' ' + path.toUtf8();
}

QUrlQuery readForm(const QByteArray &text)
{
    // In a form a plus is a blank (WHATWG URL 5.1); QUrlQuery leaves it alone.
    return QUrlQuery(QString::fromUtf8(QByteArray(text).replace('+', "%20")));
}

void reset(QTcpSocket *socket)
{
    const linger now{1, 0};
    ::setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    socket->abort();
}

} // namespace

QByteArray FakeRequest::header(QByteArrayView name) const
{
    return HttpResponse{0, headers, {}}.header(name);
}

bool FakeRequest::hasHeader(QByteArrayView name) const
{
    return std::any_of(headers.begin(), headers.end(),
                       [name](const auto &header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; });
}

QString FakeRequest::queryItem(const QString &name) const
{
    return query.queryItemValue(name, QUrl::FullyDecoded);
}

QString FakeRequest::formItem(const QString &name) const
{
    return readForm(body).queryItemValue(name, QUrl::FullyDecoded);
}

FakeReply FakeReply::json(const QByteArray &body, int status)
{
    FakeReply reply;
    reply.status = status;
    reply.headers = {{"Content-Type", "application/json"}};
    reply.body = body;
    return reply;
}

FakeReply FakeReply::html(int status)
{
    FakeReply reply;
    reply.status = status;
    reply.headers = {{"Content-Type", "text/html"}};
    reply.body = "<!doctype html><title>Welcome</title><p>Please log in to the network.</p>";
    return reply;
}

FakeReply FakeReply::redirect(const QUrl &target, int status)
{
    FakeReply reply;
    reply.status = status;
    reply.headers = {{"Location", target.toEncoded()}};
    return reply;
}

FakeHttpServer::FakeHttpServer()
    : m_scheme(QStringLiteral("http"))
{
    start(std::make_unique<QTcpServer>());
}

FakeHttpServer::FakeHttpServer(const QSslConfiguration &tls)
    : m_scheme(QStringLiteral("https"))
{
    auto listener = std::make_unique<QSslServer>();
    listener->setSslConfiguration(tls);
    start(std::move(listener));
}

FakeHttpServer::~FakeHttpServer()
{
    stop();
    for (const QString &complaint : std::as_const(m_complaints))
        QTest::qFail(qPrintable(complaint), __FILE__, __LINE__);
}

void FakeHttpServer::start(std::unique_ptr<QTcpServer> listener)
{
    m_listener = std::move(listener);
    connect(m_listener.get(), &QTcpServer::pendingConnectionAvailable, this, &FakeHttpServer::accept);
    resume();
}

void FakeHttpServer::resume()
{
    if (!m_listener->listen(QHostAddress::LocalHost, m_port))
        qFatal("FakeHttpServer cannot listen: %s", qPrintable(m_listener->errorString()));
    m_port = m_listener->serverPort();
}

void FakeHttpServer::stop()
{
    m_listener->close();
    const auto sockets = m_received.keys();
    for (QTcpSocket *socket : sockets)
        socket->abort();
}

QUrl FakeHttpServer::url(const QString &path) const
{
    QUrl url;
    url.setScheme(m_scheme);
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_port);
    url.setPath(path);
    return url;
}

void FakeHttpServer::route(const QByteArray &method, const QString &path, Handler handler)
{
    m_routes.insert(key(method, path), std::move(handler));
}

void FakeHttpServer::route(const QByteArray &method, const QString &path, const FakeReply &reply)
{
    route(method, path, [reply](const FakeRequest &) { return reply; });
}

void FakeHttpServer::once(const QByteArray &method, const QString &path, const FakeReply &reply)
{
    m_once[key(method, path)].append(reply);
}

QList<FakeRequest> FakeHttpServer::requestsTo(const QString &path) const
{
    QList<FakeRequest> found;
    std::copy_if(m_requests.begin(), m_requests.end(), std::back_inserter(found),
                 [&path](const FakeRequest &request) { return request.path == path; });
    return found;
}

void FakeHttpServer::complain(const QString &text)
{
    m_complaints.append(text);
}

QStringList FakeHttpServer::takeComplaints()
{
    return std::exchange(m_complaints, {});
}

FakeReply FakeHttpServer::handle(const FakeRequest &request)
{
    complain(QStringLiteral("unexpected request: %1 %2").arg(QString::fromLatin1(request.method), request.path));
    return FakeReply::json("{}", 500);
}

FakeReply FakeHttpServer::replyTo(const FakeRequest &request)
{
    const QByteArray where = key(request.method, request.path);
    if (const auto queued = m_once.find(where); queued != m_once.end() && !queued->isEmpty())
        return queued->takeFirst();
    if (const auto routed = m_routes.constFind(where); routed != m_routes.constEnd())
        return (*routed)(request);
    return handle(request);
}

void FakeHttpServer::accept()
{
    while (QTcpSocket *socket = m_listener->nextPendingConnection()) {
        ++m_connectionCount;
        m_received.insert(socket, {});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_received.remove(socket);
            socket->deleteLater();
        });
        if (socket->bytesAvailable())
            read(socket);
    }
}

void FakeHttpServer::read(QTcpSocket *socket)
{
    QByteArray &received = m_received[socket];
    received += socket->readAll();
    const qsizetype headEnd = received.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return;
    FakeRequest request;
    const QList<QByteArray> lines = received.first(headEnd).replace("\r\n", "\n").split('\n');
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.append({line.first(colon).trimmed(), line.sliced(colon + 1).trimmed()});
    }
    const qsizetype length = request.header("Content-Length").toLongLong();
    if (received.size() < headEnd + 4 + length)
        return;
    request.body = received.sliced(headEnd + 4, length);
    received.remove(0, headEnd + 4 + length);

    const QList<QByteArray> words = lines.constFirst().split(' ');
    request.method = words.value(0);
    const QUrl target = QUrl::fromEncoded(words.value(1));
    request.path = target.path();
    request.query = readForm(target.query(QUrl::FullyEncoded).toUtf8());
    m_requests.append(request);
    answer(socket, request);
}

void FakeHttpServer::answer(QTcpSocket *socket, const FakeRequest &request)
{
    const FakeReply reply = replyTo(request);
    const bool isHead = request.method == "HEAD";
    if (reply.isSilent)
        return;
    if (reply.isReset)
        return reset(socket);
    if (reply.delay.count() == 0)
        return send(socket, reply, isHead);
    QTimer::singleShot(reply.delay, socket, [this, socket, reply, isHead] { send(socket, reply, isHead); });
}

void FakeHttpServer::send(QTcpSocket *socket, const FakeReply &reply, bool isHead)
{
    if (!reply.raw.isEmpty()) {
        socket->write(reply.raw);
        return socket->disconnectFromHost();
    }
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + " Fake\r\n";
    for (const auto &[name, value] : reply.headers)
        head += name + ": " + value + "\r\n";
    if (reply.isChunked)
        head += "Transfer-Encoding: chunked\r\n";
    else
        head += "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
    socket->write(head + "\r\n");
    if (isHead)
        return;

    QByteArray body = reply.cutAfter < 0 ? reply.body : reply.body.first(reply.cutAfter);
    if (reply.isChunked) {
        body = QByteArray::number(reply.body.size(), 16) + "\r\n" + body;
        if (reply.cutAfter < 0)
            body += "\r\n0\r\n\r\n";
    }
    if (reply.drip.count() > 0) {
        auto *timer = new QTimer(socket);
        connect(timer, &QTimer::timeout, socket, [socket, timer, body, at = qsizetype(0)]() mutable {
            if (at >= body.size())
                return timer->stop();
            socket->write(body.constData() + at++, 1);
        });
        return timer->start(reply.drip);
    }
    socket->write(body);
    if (reply.cutAfter >= 0)
        socket->disconnectFromHost();
}

} // namespace handrail
