// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"

#include <QHash>
#include <QObject>
#include <QTcpServer>
#include <QUrl>
#include <QUrlQuery>
#include <functional>

class QTcpSocket;

namespace handrail {

/// Waits on 127.0.0.1 for the browser to come back from the sign-in page (RFC 8252 7.3), and shows one small page there.
///
/// Any program on the device can call it, so it takes nothing but `GET /callback` under its own address, within limits of size, time
/// and number, and lets the one who made it judge what was brought. What is not for it gets an error and changes nothing.
class LoopbackListener final : public QObject
{
    Q_OBJECT
public:
    enum class Page { NotForUs, Done, Denied, Mismatch };
    using Judge = std::function<Page(const QUrlQuery &)>;

    explicit LoopbackListener(Judge judge, QObject *parent = nullptr);

    /// The address to come back to. Offline when no port can be had.
    [[nodiscard]] Result<QUrl> listen();

Q_SIGNALS:
    /// Once: what was brought, after the page went out. Not for Page::NotForUs.
    void answered(const QUrlQuery &query);

private:
    void accept();
    void read(QTcpSocket *socket);
    void handle(QTcpSocket *socket, const QByteArray &head);

    Judge m_judge;
    QHash<QTcpSocket *, QByteArray> m_received;
    bool m_isAnswered = false;
    QTcpServer m_server; // last: its sockets end first, and say so to m_received
};

} // namespace handrail
