// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/NextStep.h"

#include "care/ProgramWeek.h"
#include "care/Schedule.h"

#include <algorithm>

namespace handrail {

namespace {

bool isOn(const Session &session)
{
    return !session.isCancelled() && !session.isDeclinedByMe;
}

} // namespace

Result<std::optional<NextStep>> nextStep(const Records &records, const Program &program, const QTimeZone &deviceZone)
{
    const Phase *current = currentPhase(program);
    const std::optional<Phase> next = nextPhase(program);
    if (!current || !next)
        return std::optional<NextStep>();
    NextStep step{*current, *next, next->start, {}, {}, {}};
    if (!step.day.isValid())
        return std::optional(step);
    // A day more on each side: a session's zone may be on another date than this device's.
    const Result<QList<Session>> sessions = records.sessions(step.day.addDays(-8), step.day.addDays(7));
    if (!sessions)
        return tl::make_unexpected(sessions.error());
    for (const Session &session : *sessions) {
        const QDate day = dayOf(session, deviceZone);
        if (!isOn(session) || !day.isValid())
            continue;
        if (day >= step.day.addDays(-7) && day < step.day)
            step.before << session;
        else if (day >= step.day && day < step.day.addDays(7))
            step.after << session;
    }
    const auto at = [&](const Session &session) { return session.start.toTimeZone(zoneOf(session, deviceZone)); };
    std::copy_if(step.after.cbegin(), step.after.cend(), std::back_inserter(step.same), [&](const Session &session) {
        return std::any_of(step.before.cbegin(), step.before.cend(), [&](const Session &old) {
            return old.kind == session.kind && at(old).date().addDays(7) == at(session).date()
                && at(old).time() == at(session).time();
        });
    });
    return std::optional(step);
}

QList<KindOfWeek> kindsOfWeek(const QList<Session> &sessions, const QDate &monday, const QTimeZone &deviceZone)
{
    QList<KindOfWeek> kinds;
    for (const Session &session : sessions) {
        const QDate day = dayOf(session, deviceZone);
        if (session.isCancelled() || !day.isValid() || day < monday || day > monday.addDays(6))
            continue;
        const auto known =
            std::find_if(kinds.begin(), kinds.end(), [&](const KindOfWeek &one) { return one.kind == session.kind; });
        if (known == kinds.end())
            kinds << KindOfWeek{session.kind, {session}};
        else
            known->sessions << session;
    }
    return kinds;
}

} // namespace handrail
