// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "net/HttpClient.h"

#include <QHash>
#include <QObject>
#include <QSslConfiguration>
#include <QStringList>
#include <QUrlQuery>
#include <functional>
#include <memory>

class QTcpServer;
class QTcpSocket;

namespace handrail {

/// What a FakeHttpServer was asked.
struct FakeRequest {
    QByteArray method;
    QString path; ///< decoded, from the root
    QUrlQuery query;
    HttpHeaders headers;
    QByteArray body;

    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    [[nodiscard]] bool hasHeader(QByteArrayView name) const;
    /// One field of the query, decoded.
    [[nodiscard]] QString queryItem(const QString &name) const;
    /// One field of an application/x-www-form-urlencoded body, decoded.
    [[nodiscard]] QString formItem(const QString &name) const;
};

/// What it answers, and in which bad manner.
struct FakeReply {
    int status = 200;
    HttpHeaders headers;
    QByteArray body;
    std::chrono::milliseconds delay{}; ///< before the first byte
    std::chrono::milliseconds drip{};  ///< between single bytes of the body; 0: all at once
    qsizetype cutAfter = -1;           ///< closes after so many bytes of the body that was promised
    bool isChunked = false;            ///< Transfer-Encoding: chunked instead of Content-Length
    bool isReset = false;              ///< RST instead of an answer
    bool isSilent = false;             ///< takes the request and never answers
    QByteArray raw;                    ///< sent as it is instead of an HTTP answer

    [[nodiscard]] static FakeReply json(const QByteArray &body, int status = 200);
    [[nodiscard]] static FakeReply html(int status = 200);
    [[nodiscard]] static FakeReply redirect(const QUrl &target, int status = 302);
};

/// An HTTP/1.1 server on loopback for tests: plain sockets, so it behaves alike on every Qt. A request that was not foreseen fails
/// the running test and is answered with 500.
class FakeHttpServer : public QObject
{
    Q_OBJECT
public:
    using Handler = std::function<FakeReply(const FakeRequest &)>;

    FakeHttpServer();
    /// Speaks TLS with this certificate and key.
    explicit FakeHttpServer(const QSslConfiguration &tls);
    /// Complaints that were not taken fail the test.
    ~FakeHttpServer() override;

    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/")) const;

    /// What this path answers from now on; replaces what was there.
    void route(const QByteArray &method, const QString &path, Handler handler);
    void route(const QByteArray &method, const QString &path, const FakeReply &reply);
    /// What it answers the next time only. Several are used in order.
    void once(const QByteArray &method, const QString &path, const FakeReply &reply);

    [[nodiscard]] const QList<FakeRequest> &requests() const { return m_requests; }
    [[nodiscard]] QList<FakeRequest> requestsTo(const QString &path) const;
    [[nodiscard]] int connectionCount() const { return m_connectionCount; }

    void complain(const QString &text);
    [[nodiscard]] QStringList takeComplaints();

    /// No more connections, and those that are open end: the server is gone. `resume()` brings it back on the same port.
    void stop();
    void resume();

protected:
    /// For requests without a route; the default complains.
    virtual FakeReply handle(const FakeRequest &request);

private:
    void start(std::unique_ptr<QTcpServer> listener);
    void accept();
    void read(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const FakeRequest &request);
    void send(QTcpSocket *socket, const FakeReply &reply, bool isHead);
    [[nodiscard]] FakeReply replyTo(const FakeRequest &request);

    std::unique_ptr<QTcpServer> m_listener;
    QString m_scheme;
    quint16 m_port = 0;
    QHash<QByteArray, Handler> m_routes;
    QHash<QByteArray, QList<FakeReply>> m_once;
    QHash<QTcpSocket *, QByteArray> m_received;
    QList<FakeRequest> m_requests;
    QStringList m_complaints;
    int m_connectionCount = 0;
};

} // namespace handrail
