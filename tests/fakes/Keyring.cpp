// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/Keyring.h"

#include <QDBusInterface>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QMap>

/// https://specifications.freedesktop.org/secret-service: a secret on its way, here unencrypted.
struct WireSecret {
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType;
};
Q_DECLARE_METATYPE(WireSecret)

QDBusArgument &operator<<(QDBusArgument &argument, const WireSecret &secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.contentType;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, WireSecret &secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    argument.endStructure();
    return argument;
}

namespace handrail::keyring {

namespace {

const QString service = QStringLiteral("org.freedesktop.secrets");
const QString root = QStringLiteral("/org/freedesktop/secrets");
const QString login = QStringLiteral("/org/freedesktop/secrets/collection/login");

bool isLocked()
{
    return QDBusInterface(service, login, QStringLiteral("org.freedesktop.Secret.Collection")).property("Locked").toBool();
}

} // namespace

bool lock()
{
    QDBusInterface interface(service, root, QStringLiteral("org.freedesktop.Secret.Service"));
    const QList<QDBusObjectPath> collections{QDBusObjectPath(login)};
    const QDBusMessage done = interface.call(QStringLiteral("Lock"), QVariant::fromValue(collections));
    return done.type() == QDBusMessage::ReplyMessage && isLocked();
}

bool unlock()
{
    // The way for a person is a dialog; this is the daemon's own for tests and scripts.
    qDBusRegisterMetaType<WireSecret>();
    const QDBusMessage session =
        QDBusInterface(service, root, QStringLiteral("org.freedesktop.Secret.Service"))
            .call(QStringLiteral("OpenSession"), QStringLiteral("plain"), QVariant::fromValue(QDBusVariant(QString())));
    if (session.type() != QDBusMessage::ReplyMessage)
        return false;
    const WireSecret password{qvariant_cast<QDBusObjectPath>(session.arguments().at(1)), {}, "test", QStringLiteral("text/plain")};
    const QDBusMessage done =
        QDBusInterface(service, root, QStringLiteral("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"))
            .call(QStringLiteral("UnlockWithMasterPassword"), QVariant::fromValue(QDBusObjectPath(login)),
                  QVariant::fromValue(password));
    return done.type() == QDBusMessage::ReplyMessage && !isLocked();
}

bool removeAllEntries()
{
    qDBusRegisterMetaType<QMap<QString, QString>>();
    const QMap<QString, QString> ours{{QStringLiteral("server"), QStringLiteral("org.handrail.app")}};
    const QDBusMessage found = QDBusInterface(service, root, QStringLiteral("org.freedesktop.Secret.Service"))
                                   .call(QStringLiteral("SearchItems"), QVariant::fromValue(ours));
    if (found.type() != QDBusMessage::ReplyMessage)
        return false;
    const auto items = qdbus_cast<QList<QDBusObjectPath>>(found.arguments().at(0));
    for (const QDBusObjectPath &item : items)
        QDBusInterface(service, item.path(), QStringLiteral("org.freedesktop.Secret.Item")).call(QStringLiteral("Delete"));
    return true;
}

} // namespace handrail::keyring
