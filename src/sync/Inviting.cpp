// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "sync/Inviting.h"

#include "fhir/Read.h"
#include "fhir/Write.h"

#include <utility>

namespace handrail {

namespace {

QString invitePathOf(const QString &patientId)
{
    return QString(u"Patient/" % patientId % u"/$invite");
}

Result<InviteAnswer> answerFrom(const Result<OperationAnswer> &given)
{
    if (!given)
        return tl::make_unexpected(given.error());
    InviteAnswer answer;
    answer.refusal = given->refusal;
    if (!answer.refusal.isEmpty())
        return answer;
    answer.consentId = given->values.value(QStringLiteral("consent"));
    answer.personId = given->values.value(QStringLiteral("person"));
    const QString status = given->values.value(QStringLiteral("status"));
    if (status == u"waiting") {
        answer.kind = InviteAnswer::Kind::Waiting;
        return answer;
    }
    answer.kind = InviteAnswer::Kind::Open;
    answer.link = given->values.value(QStringLiteral("link"));
    answer.code = given->values.value(QStringLiteral("code"));
    answer.until = fhir::readInstant(given->values.value(QStringLiteral("until")));
    if (status != u"open" || answer.link.isEmpty() || answer.code.isEmpty() || !answer.until.isValid())
        return problem(ProblemKind::BadData, QStringLiteral("$invite: no link or code"), true);
    return answer;
}

} // namespace

QCoro::Task<Result<InviteAnswer>> invite(Operation &operation, QString patientId, SignedInvite invite)
{
    QString path = invitePathOf(patientId);
    QByteArray body = fhir::writeInvite(invite);
    const Result<OperationAnswer> answer = co_await operation.post(std::move(path), std::move(body));
    co_return answerFrom(answer);
}

QCoro::Task<Result<InviteAnswer>> inviteAgain(Operation &operation, QString patientId, QString identifier)
{
    QString path = invitePathOf(patientId);
    QByteArray body = fhir::writeInviteAgain(identifier);
    const Result<OperationAnswer> answer = co_await operation.post(std::move(path), std::move(body));
    co_return answerFrom(answer);
}

QCoro::Task<Result<bool>> isInvitingOffered(Operation &operation, QString patientId)
{
    const Result<QStringList> offered = co_await operation.offered();
    if (!offered) // Cancelled as well: then the operation is gone
        co_return tl::make_unexpected(offered.error());
    if (!offered->contains(u"Patient/invite"))
        co_return false;
    QString path = invitePathOf(patientId);
    QByteArray body = fhir::writeInviteAgain({});
    const Result<OperationAnswer> answer = co_await operation.post(std::move(path), std::move(body));
    if (answer)
        co_return !answer->refusal.isEmpty();
    const ProblemKind kind = answer.error().kind;
    if (kind == ProblemKind::NotFound || kind == ProblemKind::Forbidden)
        co_return false;
    co_return tl::make_unexpected(answer.error());
}

} // namespace handrail
