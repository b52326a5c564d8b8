// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "care/Reminders.h"

#include <QTimeZone>

// What tests of reminders plan with.

namespace handrail::test {

inline const QTimeZone newYork("America/New_York");

inline QDateTime utc(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate);
}

inline Session session(const QDateTime &start, const QTimeZone &zone = newYork, qint64 seconds = 3 * 3600)
{
    Session one;
    one.id = start.toString(Qt::ISODate);
    one.start = start.toUTC();
    one.end = one.start.addSecs(seconds);
    one.zone = zone;
    return one;
}

inline QList<Reminder::Kind> kinds(const QList<Reminder> &plan)
{
    QList<Reminder::Kind> list;
    for (const Reminder &one : plan)
        list << one.kind;
    return list;
}

} // namespace handrail::test
