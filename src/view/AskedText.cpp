// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/AskedText.h"

#include <QCoreApplication>

namespace handrail {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AskedText)
};

QString moment(const QDateTime &time, const TimeText &text, const QTimeZone &zone, const QDate &today)
{
    const QDateTime local = time.toTimeZone(zone);
    return local.date() == today ? text.time(local.time()) : text.shortDay(local.date());
}

} // namespace

QString askedText(const Message &message, const TimeText &text, const QTimeZone &zone, const QDate &today)
{
    if (message.seenAt.isValid())
        return Words::tr("Seen by your team: %1").arg(moment(message.seenAt, text, zone, today));
    switch (message.state) {
    case OutboxState::Done: {
        const QDateTime &sent = message.sentAt.isValid() ? message.sentAt : message.sent;
        return sent.isValid() ? Words::tr("Sent: %1. Not seen yet.").arg(moment(sent, text, zone, today))
                              : Words::tr("Sent. Not seen yet.");
    }
    case OutboxState::Rejected: return Words::tr("Your clinic could not take it. Please call.");
    default: return Words::tr("Saved on this device. Not sent yet.");
    }
}

} // namespace handrail
