// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "platform/linux/DesktopLinkDoor.h"

#include <QDBusConnection>
#include <QDBusMessage>

namespace handrail {

namespace {

const QString service = QStringLiteral("org.handrail.app");
const QString path = QStringLiteral("/org/handrail/app");
const QString interface = QStringLiteral("org.freedesktop.Application");
constexpr int patience = 1500; ///< milliseconds: Help now is behind this; one that does not answer is no use to the person

QVariantMap platformData()
{
    // Lets the window come to the front where the desktop wants to know who asked (Startup Notification; Wayland xdg-activation).
    QVariantMap data;
    for (const auto &[variable, name] :
         {std::pair("DESKTOP_STARTUP_ID", "desktop-startup-id"), std::pair("XDG_ACTIVATION_TOKEN", "activation-token")}) {
        if (const QString token = qEnvironmentVariable(variable); !token.isEmpty())
            data.insert(QLatin1String(name), token);
    }
    return data;
}

} // namespace

DesktopLinkDoor::~DesktopLinkDoor()
{
    if (!m_isOurs)
        return;
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.unregisterService(service);
    bus.unregisterObject(path);
}

bool DesktopLinkDoor::handOver(const QString &address)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return false;
    QDBusMessage message = QDBusMessage::createMethodCall(service, path, interface,
                                                          address.isEmpty() ? QStringLiteral("Activate") : QStringLiteral("Open"));
    if (!address.isEmpty())
        message << QStringList{address};
    message << platformData();
    // Nobody is started for it: without one that runs the bus says so at once.
    message.setAutoStartService(false);
    return bus.call(message, QDBus::Block, patience).type() == QDBusMessage::ReplyMessage;
}

void DesktopLinkDoor::open(std::function<void(const QString &address)> come)
{
    AddressEvents::open(std::move(come));
    QDBusConnection bus = QDBusConnection::sessionBus();
    // The object before the name: who finds the name finds all.
    m_isOurs =
        bus.isConnected() && bus.registerObject(path, this, QDBusConnection::ExportScriptableSlots) && bus.registerService(service);
}

void DesktopLinkDoor::Activate(const QVariantMap &)
{
    bring({});
}

void DesktopLinkDoor::Open(const QStringList &uris, const QVariantMap &)
{
    // One at a time, as a person does it. What else comes along is none of ours.
    bring(uris.isEmpty() ? QString() : uris.constFirst());
}

void DesktopLinkDoor::ActivateAction(const QString &, const QVariantList &, const QVariantMap &)
{
    bring({});
}

} // namespace handrail
