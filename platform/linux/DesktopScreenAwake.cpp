// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "platform/linux/DesktopScreenAwake.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <utility>

namespace handrail {

namespace {

const QString service = QStringLiteral("org.freedesktop.ScreenSaver");
const QString path = QStringLiteral("/org/freedesktop/ScreenSaver");
const QString login = QStringLiteral("org.freedesktop.login1");
const QString loginPath = QStringLiteral("/org/freedesktop/login1");
const QString loginManager = QStringLiteral("org.freedesktop.login1.Manager");
// Other programs can read them.
const QString who = QStringLiteral("Handrail");
const QString why = QStringLiteral("In use");

QDBusMessage call(const QString &method, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(service, path, service, method);
    message.setArguments(arguments);
    return message;
}

} // namespace

DesktopScreenAwake::~DesktopScreenAwake()
{
    release();
}

void DesktopScreenAwake::hold()
{
    if (std::exchange(m_isHeld, true))
        return;
    const int holding = ++m_holding;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        askLogin(holding);
        return;
    }
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call(QStringLiteral("Inhibit"), {who, why})), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, holding, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        if (reply.isError()) {
            askLogin(holding);
            return;
        }
        if (holding == m_holding && m_isHeld)
            m_cookie = reply.value();
        else
            letGo(reply.value()); // it was let go meanwhile
    });
}

void DesktopScreenAwake::askLogin(int holding)
{
    QDBusConnection bus = QDBusConnection::systemBus();
    if (holding != m_holding || !m_isHeld || !bus.isConnected())
        return;
    QDBusMessage message = QDBusMessage::createMethodCall(login, loginPath, loginManager, QStringLiteral("Inhibit"));
    message.setArguments({QStringLiteral("idle"), who, why, QStringLiteral("block")});
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, holding, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *watcher;
        if (!reply.isError() && holding == m_holding && m_isHeld)
            m_lock = reply.value(); // any other closes here, and with that lets go
    });
}

void DesktopScreenAwake::letGo(uint cookie)
{
    QDBusConnection::sessionBus().send(call(QStringLiteral("UnInhibit"), {cookie}));
}

void DesktopScreenAwake::release()
{
    if (!std::exchange(m_isHeld, false))
        return;
    if (const uint cookie = std::exchange(m_cookie, 0))
        letGo(cookie);
    m_lock = {};
}

} // namespace handrail
