// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// The bytes of a whole HTTP answer, sent to the real client by a server on this machine that then hangs up.

#include "Fuzz.h"
#include "net/QtHttpClient.h"

#include <QCoroTask>
#include <QTcpServer>
#include <QTcpSocket>
#include <memory>

namespace handrail::fuzz {

namespace {

constexpr qint64 limit = 16 * 1024;

std::unique_ptr<QTcpServer> server; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
QByteArray answer;                  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

void serve()
{
    while (QTcpSocket *socket = server->nextPendingConnection()) {
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            if (!socket->readAll().contains("\r\n\r\n"))
                return;
            socket->write(answer);
            socket->disconnectFromHost();
        });
    }
}

} // namespace

void prepare()
{
    server = std::make_unique<QTcpServer>();
    QObject::connect(server.get(), &QTcpServer::newConnection, server.get(), serve);
    require(server->listen(QHostAddress::LocalHost), "a port");
}

void run(Input input)
{
    answer = input.rest();
    answer.replace("PORT", QByteArray::number(server->serverPort())); // for redirects to itself
    QtHttpClient client;
    HttpRequest request;
    request.url = QUrl(QStringLiteral("http://127.0.0.1:%1/fhir/R4/metadata").arg(server->serverPort()));
    request.deadline = std::chrono::milliseconds(800);
    request.maximumBody = limit;
    const auto response = QCoro::waitFor(client.send(request));
    if (!response)
        return;
    require((response->status >= 200 && response->status < 300) || problemFor(*response).kind != ProblemKind::Offline
                || response->status == 511,
            "any other status than success is a problem of its own");
    require(response->body.size() <= limit, "a body stays within its limit");
    for (const auto &[name, value] : response->headers)
        require(!name.contains('\n') && !value.contains('\n'), "a header is one line");
    require(problemFor(*response).retryAfterSeconds <= 3600, "a wait has bounds");
}

} // namespace handrail::fuzz
