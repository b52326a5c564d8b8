// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "platform/linux/DesktopNotifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>
#include <algorithm>

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
    for (const Place &place : m_places) {
        if (place.id)
            close(place.id); // nothing of it stays when the app has ended
    }
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

void DesktopNotifier::show(Kind kind, const QString &title, const QString &text)
{
    if (!listen())
        return;
    Place &place = placeOf(kind);
    // The body may be read as markup, so that "<" must not begin any.
    const QVariantList arguments{QStringLiteral("Handrail"),
                                 place.id,
                                 QStringLiteral("org.handrail.app"),
                                 title,
                                 text.toHtmlEscaped(),
                                 QStringList{pressAction, QString()},
                                 QVariantMap{{QStringLiteral("desktop-entry"), QStringLiteral("org.handrail.app")}},
                                 -1};
    const int showing = ++place.showing;
    auto *watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call(QStringLiteral("Notify"), arguments)), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, &place, showing, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        if (reply.isError())
            return;
        if (showing == place.showing)
            place.id = reply.value();
        else if (reply.value() != place.id)
            close(reply.value()); // another was shown, or this one withdrawn, meanwhile
    });
}

void DesktopNotifier::withdraw(Kind kind)
{
    Place &place = placeOf(kind);
    ++place.showing;
    if (const uint id = std::exchange(place.id, 0))
        close(id);
}

void DesktopNotifier::close(uint id)
{
    QDBusConnection::sessionBus().send(call(QStringLiteral("CloseNotification"), {id}));
}

void DesktopNotifier::onActionInvoked(uint id, const QString &action)
{
    const std::optional<Kind> kind = action == pressAction ? forget(id) : std::nullopt;
    if (kind && m_pressed)
        m_pressed(*kind);
}

void DesktopNotifier::onClosed(uint id, uint)
{
    forget(id);
}

std::optional<Notifier::Kind> DesktopNotifier::forget(uint id)
{
    const auto place = std::find_if(m_places.begin(), m_places.end(), [id](const Place &one) { return id && one.id == id; });
    if (place == m_places.end())
        return std::nullopt;
    place->id = 0;
    return Kind(place - m_places.begin());
}

} // namespace handrail
