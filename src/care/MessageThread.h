// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Message.h"
#include "sync/Records.h"

#include <QDateTime>
#include <QList>
#include <QSet>
#include <QString>

namespace handrail {

/// Which words of the clinic the person has read: theirs alone, sealed on this device, told to nobody. A word that arrives late is unread, whatever
/// was read after it. On a device that has no marks yet, what is older than what the person last wrote in the thread counts as read; a request
/// (a ride, a refill) is sent from other pages and tells nothing of the thread.
class ReadMarks
{
public:
    /// Of `messages` and `announcements` alone; what is not among them is not judged.
    ReadMarks(Records &records, const QList<Message> &messages, const QDateTime &nowUtc);

    [[nodiscard]] bool isRead(const Message &message) const;
    [[nodiscard]] bool isRead(const Announcement &announcement) const;
    /// Durable when it returns. Nothing is written when all of it was read. Problems: those of the store.
    Result<void> setRead(const QList<Message> &messages, const QList<Announcement> &announcements);

private:
    void readUpTo(const QDateTime &sent);
    Result<void> keep();

    Records &m_records;
    QDateTime m_now;
    QDateTime m_upTo; ///< UTC; the newest that was read, never later than now; what is much older than it is read
    QSet<QString> m_ids;
    bool m_isFirst = false;
};

/// What stands in the box and was not sent.
struct BegunMessage {
    MessageKind kind = MessageKind::Message;
    QString text;
    QString identifier = {}; ///< under which it is sent, from the moment at which that is tried

    bool operator==(const BegunMessage &) const = default;
};
/// Nothing when nothing is kept, what is cannot be read, or it is on its way already: the app ended between queueing and taking it away.
[[nodiscard]] BegunMessage begunMessage(Records &records);
/// However long it is. Nothing to keep takes away what was kept. Problems: those of the store; what the disk refuses stays as Store::putAside()
/// says.
Result<void> keepBegunMessage(Records &records, const BegunMessage &begun);

/// What was begun of this kind and about this ("Goal/x"; may be empty) and not sent, apart from what stands in the box. Empty when nothing was, or what
/// was cannot be read.
[[nodiscard]] QString begunAbout(Records &records, MessageKind kind, const QString &about);
/// Nothing to keep takes away what was kept. Problems: those of the store.
Result<void> keepBegunAbout(Records &records, MessageKind kind, const QString &about, const QString &text);

} // namespace handrail
