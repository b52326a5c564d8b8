// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/JoinWindow.h"

#include "care/Schedule.h"

namespace handrail {

namespace {

constexpr int minute = 60;
constexpr int lateFrom = 10 * minute;
constexpr int askFrom = 20 * minute;
constexpr int readyLead = 30 * minute;

} // namespace

QDateTime joinOpensAt(const Session &session, Role role)
{
    return session.start.addSecs(-(role == Role::Relative ? 10 : 15) * minute);
}

QDateTime readyFrom(const Session &session, Role role)
{
    return joinOpensAt(session, role).addSecs(-readyLead);
}

QDateTime callFrom(const Session &session)
{
    return session.start.addSecs(lateFrom);
}

QDateTime askFirstFrom(const Session &session)
{
    return session.start.addSecs(askFrom);
}

JoinState joinState(const Session &session, Role role, const QDateTime &now)
{
    if (!session.isVideo || session.isCancelled() || session.isUnconfirmed() || !session.start.isValid())
        return JoinState::None;
    if (now < joinOpensAt(session, role))
        return JoinState::OpensLater;
    if (now >= endOf(session))
        return JoinState::Over;
    if (now < callFrom(session))
        return JoinState::Open;
    return now < askFirstFrom(session) ? JoinState::OpenLate : JoinState::AskFirst;
}

bool isJoinOpen(JoinState state)
{
    return state == JoinState::Open || state == JoinState::OpenLate || state == JoinState::AskFirst;
}

} // namespace handrail
