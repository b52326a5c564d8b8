// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/FamilySession.h"

#include "care/Schedule.h"

namespace handrail {

namespace {

constexpr qint64 lateAfter = 10 * 60;
constexpr qint64 tooLateAfter = 20 * 60;

} // namespace

FamilyMoment familyMoment(const Session &session, const QDateTime &now)
{
    if (!session.start.isValid() || now < joinOpensAt(session))
        return FamilyMoment::Upcoming;
    if (isOver(session, now))
        return FamilyMoment::Over;
    if (now < session.start)
        return FamilyMoment::Open;
    if (now < session.start.addSecs(lateAfter))
        return FamilyMoment::Begun;
    return now < session.start.addSecs(tooLateAfter) ? FamilyMoment::Late : FamilyMoment::TooLate;
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

} // namespace handrail
