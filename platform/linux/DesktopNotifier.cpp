// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "platform/linux/DesktopNotifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>

namespace handrail {

namespace {

const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");
const QString pressAction = QStringLiteral("default"); ///< what a press on the notification itself invokes

QDBusMessage call(const QString &method, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(service, path, service, method);
    message.setArguments(arguments);
    return message;
}

} // namespace

DesktopNotifier::~DesktopNotifier()
{
    if (m_id)
        close(m_id); // nothing of it stays when the app has ended
}

bool DesktopNotifier::listen()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return false;
    if (!m_isListening) {
        m_isListening =
            bus.connect(service, path, service, QStringLiteral("ActionInvoked"), this, SLOT(onActionInvoked(uint, QString)))
            && bus.connect(service, path, service, QStringLiteral("NotificationClosed"), this, SLOT(onClosed(uint, uint)));
    }
    return m_isListening;
}

void DesktopNotifier::show(const QString &title, const QString &text)
{
    if (!listen())
        return;
    // The body may be read as markup, so that "<" must not begin any.
    const QVariantList arguments{QStringLiteral("Handrail"),
                                 m_id,
                                 QStringLiteral("org.handrail.app"),
                                 title,
                                 text.toHtmlEscaped(),
                                 QStringList{pressAction, QString()},
                                 QVariantMap{{QStringLiteral("desktop-entry"), QStringLiteral("org.handrail.app")}},
                                 -1};
    const int showing = ++m_showing;
    auto *watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call(QStringLiteral("Notify"), arguments)), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, showing, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        if (reply.isError())
            return;
        if (showing == m_showing)
            m_id = reply.value();
        else if (reply.value() != m_id)
            close(reply.value()); // another was shown, or all withdrawn, meanwhile
    });
}

void DesktopNotifier::withdraw()
{
    ++m_showing;
    if (const uint id = std::exchange(m_id, 0))
        close(id);
}

void DesktopNotifier::close(uint id)
{
    QDBusConnection::sessionBus().send(call(QStringLiteral("CloseNotification"), {id}));
}

void DesktopNotifier::onActionInvoked(uint id, const QString &action)
{
    // The ids of other programs' notifications come here, too.
    if (id == 0 || id != m_id || action != pressAction)
        return;
    m_id = 0;
    if (m_pressed)
        m_pressed();
}

void DesktopNotifier::onClosed(uint id, uint)
{
    if (id == m_id)
        m_id = 0;
}

} // namespace handrail
