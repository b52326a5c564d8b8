// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/MessageThread.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace handrail {

namespace {

const QString marksName = QStringLiteral("messages.read");
const QString begunName = QStringLiteral("draft/message"); // draftPrefix
/// What is so much older than what was read last is read; a message is not so long on its way.
constexpr int daysRemembered = 60;
constexpr qsizetype mostRemembered = 2000;

QString nameOf(MessageKind kind, const QString &about)
{
    return QStringLiteral("draft/message/%1/%2").arg(int(kind)).arg(about);
}

} // namespace

ReadMarks::ReadMarks(Records &records, const QList<Message> &messages, const QDateTime &nowUtc)
    : m_records(records)
    , m_now(nowUtc)
{
    const auto kept = records.store().value(marksName);
    m_isFirst = kept && !*kept;
    if (kept && *kept) {
        const QJsonObject marks = QJsonDocument::fromJson(**kept).object();
        readUpTo(QDateTime::fromString(marks.value(QLatin1String("upTo")).toString(), Qt::ISODateWithMs));
        for (const QJsonValue &id : marks.value(QLatin1String("ids")).toArray())
            m_ids.insert(id.toString());
        return;
    }
    const auto mine = std::find_if(messages.cbegin(), messages.cend(), [](const Message &one) {
        return one.isMine && one.kind == MessageKind::Message && one.sent.isValid();
    });
    if (mine == messages.cend())
        return;
    readUpTo(mine->sent);
    for (const Message &one : messages) {
        if (!one.isMine && one.sent <= m_upTo)
            m_ids.insert(one.id);
    }
}

/// A date that is still to come (a clock that was ahead, a wrong year) would make all that comes until then old, and so read.
void ReadMarks::readUpTo(const QDateTime &sent)
{
    if (sent.isValid() && (!m_upTo.isValid() || sent > m_upTo))
        m_upTo = std::min(sent, m_now);
}

bool ReadMarks::isRead(const Message &message) const
{
    if (message.isMine || m_ids.contains(message.id))
        return true;
    return m_upTo.isValid() && message.sent.isValid() && message.sent < m_upTo.addDays(-daysRemembered);
}

bool ReadMarks::isRead(const Announcement &announcement) const
{
    return m_ids.contains(announcement.id);
}

Result<void> ReadMarks::setRead(const QList<Message> &messages, const QList<Announcement> &announcements)
{
    const auto before = m_ids.size();
    for (const Message &one : messages) {
        if (one.isMine || isRead(one))
            continue;
        m_ids.insert(one.id);
        readUpTo(one.sent);
    }
    for (const Announcement &one : announcements)
        m_ids.insert(one.id);
    if (m_ids.size() == before && !m_isFirst)
        return {};
    // Those that the time answers for need not be remembered one by one.
    for (const Message &one : messages) {
        if (m_ids.size() > mostRemembered && one.sent.isValid() && one.sent < m_upTo.addDays(-daysRemembered))
            m_ids.remove(one.id);
    }
    return keep();
}

Result<void> ReadMarks::keep()
{
    m_isFirst = false;
    const QJsonObject marks{{QStringLiteral("upTo"), m_upTo.toString(Qt::ISODateWithMs)},
                            {QStringLiteral("ids"), QJsonArray::fromStringList(QStringList(m_ids.cbegin(), m_ids.cend()))}};
    return m_records.store().setValue(marksName, QJsonDocument(marks).toJson(QJsonDocument::Compact));
}

BegunMessage begunMessage(Records &records)
{
    const auto kept = records.store().value(begunName);
    if (!kept || !*kept)
        return {};
    const QJsonObject begun = QJsonDocument::fromJson(**kept).object();
    const QString identifier = begun.value(QLatin1String("identifier")).toString();
    if (!identifier.isEmpty()) {
        if (const auto queued = records.store().outbox().find(identifier); queued && *queued)
            return {};
    }
    return {MessageKind(std::clamp(begun.value(QLatin1String("kind")).toInt(), 0, int(MessageKind::Concern))),
            begun.value(QLatin1String("text")).toString(), identifier};
}

Result<void> keepBegunMessage(Records &records, const BegunMessage &begun)
{
    if (begun == BegunMessage())
        return records.store().removeValue(begunName);
    const QJsonObject kept{{QStringLiteral("kind"), int(begun.kind)},
                           {QStringLiteral("text"), begun.text},
                           {QStringLiteral("identifier"), begun.identifier}};
    const QByteArray json = QJsonDocument(kept).toJson(QJsonDocument::Compact);
    Result<void> done = records.store().setValue(begunName, json);
    if (!done)
        records.store().putAside(begunName, json); // a lock takes it along
    return done;
}

QString begunAbout(Records &records, MessageKind kind, const QString &about)
{
    const auto kept = records.store().value(nameOf(kind, about));
    return kept && *kept ? QString::fromUtf8(**kept) : QString();
}

Result<void> keepBegunAbout(Records &records, MessageKind kind, const QString &about, const QString &text)
{
    if (text.isEmpty())
        return records.store().removeValue(nameOf(kind, about));
    return records.store().setValue(nameOf(kind, about), text.toUtf8());
}

} // namespace handrail
