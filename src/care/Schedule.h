// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Session.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <optional>

namespace handrail {

class Records;

// Facts about sessions. Pure; `now` is UTC; `deviceZone` serves for appointments that name no zone.

/// An appointment without an end counts as one hour long here.
[[nodiscard]] QDateTime endOf(const Session &session);
[[nodiscard]] bool isInSession(const Session &session, const QDateTime &now);
[[nodiscard]] bool isOver(const Session &session, const QDateTime &now);

/// The session that is running or comes next: not cancelled, not declined, not over; one that nobody has confirmed only where no other comes.
/// `sessions` is in order of time.
[[nodiscard]] std::optional<Session> nextSession(const QList<Session> &sessions, const QDateTime &now);

/// So many days ahead are all sessions that are known: more than clinics plan.
inline constexpr int daysKnown = 2 * 366;
/// The same of all that are known. `nearOnes`: those until the day `until`; only where they have none the others are read.
[[nodiscard]] std::optional<Session> nextSession(const Records &records, const QList<Session> &nearOnes, const QDate &until,
                                                 const QDateTime &now);

/// The zone whose wall clock the session's times are shown in.
[[nodiscard]] QTimeZone zoneOf(const Session &session, const QTimeZone &deviceZone);
/// The day of the session on that wall clock; invalid when it has no readable start.
[[nodiscard]] QDate dayOf(const Session &session, const QTimeZone &deviceZone);
/// Monday of the week of `day`.
[[nodiscard]] QDate weekStart(const QDate &day);

/// The sessions that "1 of 3 this week" counts: the program's groups, or every session when there is no group. Cancelled and
/// unconfirmed ones are left out.
[[nodiscard]] QList<Session> countedSessions(const QList<Session> &weekSessions);

/// A session with the address of its place, which may be empty.
struct CalendarEntry {
    Session session;
    QString address;
};

/// One VEVENT (RFC 5545) for each that has a time, in UTC, lines folded at 75 octets. One session has the same UID in each export. One that
/// nobody has confirmed is tentative, and so is one to which the person said that they can't come: its time stays free. With a
/// `discreetTitle` ("Appointment") they have that title and no place; with an empty one, their own. No link is ever in it, also not one that a
/// server wrote into a title or a place (design clinical 7.3).
[[nodiscard]] QByteArray iCalendar(const QList<CalendarEntry> &entries, const QDateTime &now, const QString &discreetTitle);
[[nodiscard]] QByteArray iCalendar(const Session &session, const QString &address, const QDateTime &now,
                                   const QString &discreetTitle);

} // namespace handrail
