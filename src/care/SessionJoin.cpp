// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/SessionJoin.h"

#include "care/JoinWindow.h"
#include "core/Log.h"

#include <QPointer>

namespace handrail {

namespace {

using Kind = JoinAnswer::Kind;

/// For the clinic's word on a session that is about to begin, where it makes no links.
constexpr std::chrono::seconds longestWait{5};

Kind kindOf(const QString &refusal)
{
    if (refusal == QLatin1String("too-early"))
        return Kind::TooEarly;
    if (refusal == QLatin1String("too-late"))
        return Kind::TooLate;
    if (refusal == QLatin1String("over"))
        return Kind::Over;
    if (refusal == QLatin1String("cancelled"))
        return Kind::Cancelled;
    if (refusal == QLatin1String("not-booked"))
        return Kind::NotBooked;
    return refusal == QLatin1String("no-link") ? Kind::NoLink : Kind::NotForYou;
}

JoinAnswer failed(const Problem &problem)
{
    JoinAnswer answer;
    answer.problem = problem;
    switch (problem.kind) {
    case ProblemKind::NotFound:
    case ProblemKind::Forbidden: answer.kind = Kind::NotForYou; break;
    case ProblemKind::Cancelled:
    case ProblemKind::SignInNeeded: answer.kind = Kind::Left; break;
    default: break;
    }
    return answer;
}

JoinAnswer fromOperation(const Result<OperationAnswer> &result)
{
    if (!result)
        return failed(result.error());
    JoinAnswer answer;
    if (!result->refusal.isEmpty()) {
        answer.kind = kindOf(result->refusal);
        answer.opensAt = result->opensAt;
        return answer;
    }
    answer.link = QUrl(result->values.value(QStringLiteral("url")), QUrl::StrictMode);
    answer.kind = answer.link.isValid() && !answer.link.isEmpty() ? Kind::Open : Kind::NoLink;
    return answer;
}

JoinAnswer fromRecord(const std::optional<Session> &session, Role role, const QDateTime &now)
{
    JoinAnswer answer;
    if (!session) {
        answer.kind = Kind::NotForYou;
        return answer;
    }
    if (session->isCancelled()) {
        answer.kind = Kind::Cancelled;
        return answer;
    }
    switch (joinState(*session, role, now)) {
    case JoinState::None: answer.kind = Kind::NoLink; break;
    case JoinState::OpensLater:
        answer.kind = Kind::TooEarly;
        answer.opensAt = joinOpensAt(*session, role);
        break;
    case JoinState::Over: answer.kind = Kind::Over; break;
    case JoinState::Open:
    case JoinState::OpenLate:
    case JoinState::AskFirst: // nobody here can know who was in before
        answer.link = session->joinUrl;
        answer.kind = answer.link.isEmpty() ? Kind::NoLink : Kind::Open;
    }
    return answer;
}

} // namespace

QCoro::Task<JoinAnswer> joinSession(JoinRooms rooms, QString id)
{
    const QPointer<SyncEngine> alive(rooms.sync);
    const JoinAnswer left = failed(Problem{ProblemKind::Cancelled, false, {}});
    if (!rooms.isMade) {
        const Result<QStringList> offered = co_await rooms.operation->offered();
        if (!alive)
            co_return left;
        if (!offered)
            qCInfo(logApp) << "join: what the clinic can do:" << offered.error();
        rooms.isMade = offered && offered->contains(QStringLiteral("Appointment/join"));
    }
    if (rooms.isMade) {
        const QString path = QStringLiteral("Appointment/") + id + QStringLiteral("/$join");
        const Result<OperationAnswer> result = co_await rooms.operation->post(path, QByteArray());
        if (!alive)
            co_return left;
        if (!result)
            qCInfo(logApp) << "join:" << result.error();
        JoinAnswer answer = fromOperation(result);
        answer.isMade = true;
        co_return answer;
    }
    const QString type = QStringLiteral("Appointment");
    const Result<void> read = co_await rooms.sync->readAgain(type, id, longestWait);
    if (!alive || !rooms.records())
        co_return left;
    if (!read) {
        qCInfo(logApp) << "join:" << read.error();
        if (read.error().kind == ProblemKind::NotFound || read.error().kind == ProblemKind::Forbidden
            || read.error().kind == ProblemKind::SignInNeeded)
            co_return failed(read.error());
    }
    JoinAnswer known = fromRecord(rooms.records()->session(id).value_or(std::nullopt), rooms.role, rooms.now());
    // A relative's consent may have ended, and without an answer nobody can know whether there is a link.
    if (!read && (known.kind == Kind::NoLink || (known.kind == Kind::Open && rooms.role == Role::Relative)))
        co_return failed(read.error());
    co_return known;
}

} // namespace handrail
