// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/News.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <algorithm>

namespace handrail {

namespace {

const QString cancelledMark = QStringLiteral("x");

QString hashOf(const QString &id)
{
    return QString::fromLatin1(QCryptographicHash::hash(id.toUtf8(), QCryptographicHash::Sha256).toHex().first(16));
}

QString stateOf(const Session &session)
{
    return session.isCancelled() ? cancelledMark : session.start.toString(Qt::ISODate);
}

/// The clinic can change it: it was not held, and has a time.
bool isPlanned(const Session &session)
{
    const bool isOpen = session.status == SessionStatus::Booked || session.status == SessionStatus::Requested
        || session.status == SessionStatus::Cancelled;
    return isOpen && session.start.isValid();
}

/// The person asked the clinic to do something. A message is answered by a message, which is told of as one.
bool isRequest(const WrittenMessage &message)
{
    return message.isMine && message.seenAt.isValid() && message.kind != MessageKind::Message
        && message.kind != MessageKind::Worksheet && message.kind != MessageKind::Announcement;
}

} // namespace

KnownThings knownThings(const QList<Session> &sessions, const QList<WrittenMessage> &messages, const QDateTime &now)
{
    KnownThings known;
    for (const Session &session : sessions) {
        if (isPlanned(session) && session.start > now)
            known.sessions.insert(hashOf(session.id), stateOf(session));
    }
    for (const WrittenMessage &message : messages) {
        if (isRequest(message))
            known.answered << hashOf(message.id);
    }
    known.answered.sort();
    return known;
}

QList<News> newsSince(const KnownThings &known, const QList<Session> &sessions, const QList<WrittenMessage> &messages,
                      const QDateTime &now)
{
    QList<News> changes;
    for (const Session &session : sessions) {
        const auto before = known.sessions.constFind(hashOf(session.id));
        if (before == known.sessions.cend() || !isPlanned(session) || *before == stateOf(session))
            continue;
        const QDateTime old = QDateTime::fromString(*before, Qt::ISODate);
        if (session.start <= now && !(old.isValid() && old > now))
            continue;
        changes << News{News::Kind::Changed, session.isCancelled() || session.start <= now ? QDateTime() : session.start,
                        session.zone};
    }
    QSet<QString> here;
    for (const Session &session : sessions)
        here << hashOf(session.id);
    for (auto before = known.sessions.cbegin(); before != known.sessions.cend(); ++before) {
        const QDateTime old = QDateTime::fromString(*before, Qt::ISODate);
        if (!here.contains(before.key()) && old.isValid() && old > now)
            changes << News{};
    }
    QList<News> news;
    if (changes.size() == 1)
        news << changes.first();
    else if (!changes.isEmpty())
        news << News{News::Kind::Changed, {}, {}};
    const bool isAnswered = std::any_of(messages.cbegin(), messages.cend(), [&](const WrittenMessage &message) {
        return isRequest(message) && !known.answered.contains(hashOf(message.id));
    });
    if (isAnswered)
        news << News{News::Kind::Answer, {}, {}};
    return news;
}

QByteArray writeKnownThings(const KnownThings &known)
{
    QJsonObject sessions;
    for (auto it = known.sessions.cbegin(); it != known.sessions.cend(); ++it)
        sessions.insert(it.key(), *it);
    const QJsonObject object{{QStringLiteral("sessions"), sessions},
                             {QStringLiteral("answered"), QJsonArray::fromStringList(known.answered)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<KnownThings> readKnownThings(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return std::nullopt;
    KnownThings known;
    const QJsonObject sessions = document.object().value(QLatin1String("sessions")).toObject();
    for (auto it = sessions.constBegin(); it != sessions.constEnd(); ++it)
        known.sessions.insert(it.key(), it.value().toString());
    for (const QJsonValue &id : document.object().value(QLatin1String("answered")).toArray())
        known.answered << id.toString();
    return known;
}

} // namespace handrail
