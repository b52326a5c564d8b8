// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/FamilySession.h"

#include "care/JoinWindow.h"
#include "care/Schedule.h"

namespace handrail {

FamilyMoment familyMoment(const Session &session, const QDateTime &now)
{
    if (!session.start.isValid() || now < joinOpensAt(session, Role::Relative))
        return FamilyMoment::Upcoming;
    if (isOver(session, now))
        return FamilyMoment::Over;
    if (session.isUnconfirmed()) // whether anybody can come in, nobody knows
        return FamilyMoment::Upcoming;
    if (now < session.start)
        return FamilyMoment::Open;
    if (now < callFrom(session))
        return FamilyMoment::Begun;
    return now < askFirstFrom(session) ? FamilyMoment::Late : FamilyMoment::TooLate;
}

std::optional<Session> nextCancelled(const QList<Session> &sessions, const QDateTime &now)
{
    for (const Session &session : sessions) {
        if (isOver(session, now))
            continue;
        return session.isCancelled() ? std::optional(session) : std::nullopt;
    }
    return std::nullopt;
}

QMap<QDate, bool> presenceByDay(const QList<BusyTime> &times, const QTimeZone &zone)
{
    QMap<QDate, bool> came;
    for (const BusyTime &time : times) {
        if (time.presence == BusyTime::Presence::Untold)
            continue;
        bool &isCame = came[time.day.isValid() ? time.day : time.start.toTimeZone(zone).date()];
        isCame = isCame || time.presence == BusyTime::Presence::Came;
    }
    return came;
}

} // namespace handrail
