// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// How a relative comes who was invited.

#include "account/Account.h"

#include "core/Log.h"

#include <QPointer>

namespace handrail {

QCoro::Task<Result<void>> Account::openInvitation(QUrl fhirBase, QString token, QString code)
{
    m_invited = {};
    // signIn() would refuse in the end, when the invitation was used up already.
    if (isSessionOnly() && m_store->outbox().unsentCount().value_or(1) > 0)
        co_return handrail::problem(ProblemKind::UnsentOfAnother);
    const QPointer<Account> self = this;
    Result<Invited> invited = co_await handrail::openInvitation(m_http, std::move(fhirBase), std::move(token), std::move(code));
    if (!self)
        co_return handrail::problem(ProblemKind::Cancelled);
    if (!invited) {
        qCInfo(logApp) << "invitation:" << invited.error();
        co_return tl::make_unexpected(invited.error());
    }
    m_invited = *invited;
    co_return Result<void>();
}

QCoro::Task<void> Account::acceptInvitation()
{
    if (m_invited.ticket.isEmpty() || m_state == State::SigningIn || m_state == State::Locked)
        co_return;
    const QUrl base = m_invited.fhirBase;
    m_signIn.setInvited(m_invited);
    m_invited = {};
    co_await signIn(base);
}

} // namespace handrail
