// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// How a person goes: signing out, erasing, and the end of what was shared with a relative.

#include "account/Account.h"

#include "core/Log.h"
#include "store/StoreOpening.h"

#include <QPointer>

namespace handrail {

QCoro::Task<void> Account::endShared()
{
    if (m_state != State::Active || !m_store)
        co_return;
    const QString hash = m_accountHash;
    const bool isOnDisk = !m_store->isInMemory();
    if (const Result<void> cleared = m_files.clearLastAccount(); !cleared)
        qCWarning(logApp) << "clearing the account:" << cleared.error();
    leave();
    setProblem(Problem{ProblemKind::SignInEnded, false, {}});
    setState(State::Revoked);
    if (isOnDisk) {
        AccountFiles files = m_files;
        const Result<void> erased = co_await eraseAccount(m_secrets, std::move(files), hash);
        if (!erased)
            qCWarning(logApp) << "erasing what was shared:" << erased.error();
    }
}

QCoro::Task<void> Account::signOut(Leaving leaving)
{
    if (!m_store)
        co_return;
    const bool isErasing = leaving == Leaving::Erase;
    const QPointer<Account> self = this;
    // A disk that takes nothing: the next start would open this person's records. They are still in then, and are told.
    if (const Result<void> cleared = m_files.clearLastAccount(); !cleared && !m_store->isInMemory()) {
        setProblem(cleared.error());
        co_return;
    }
    // Here first and without the network: the app may be ended at any moment, and must not start in this person's records then.
    std::optional<Credentials> ended = m_tokens->giveUp();
    if (!self || !m_store)
        co_return;
    const bool isKept = !isErasing && m_store->outbox().unsentCount().value_or(1) > 0; // what cannot be counted is not erased
    const QString hash = m_accountHash;
    if (const Result<void> cleared = m_store->clearCredentials(); !cleared)
        qCWarning(logApp) << "clearing the sign-in:" << cleared.error();
    const bool isOnDisk = !m_store->isInMemory();
    // Everything that shows the person goes first; then their rooms, then the files.
    setProblem(std::nullopt);
    leave();
    setState(State::SignedOut);
    if (!self)
        co_return;
    if (ended)
        TokenSource::revokeAt(m_http, std::move(*ended)); // goes on by itself, for 5 s at most
    Result<void> gone;
    if (isOnDisk && !isKept) {
        AccountFiles files = m_files;
        const auto aside = isErasing ? AccountFiles::Aside::Erase : AccountFiles::Aside::Keep;
        gone = co_await eraseAccount(m_secrets, std::move(files), hash, aside);
        if (!gone)
            qCWarning(logApp) << "erasing the store:" << gone.error();
    }
    if (!isErasing || !self)
        co_return;
    if (!gone)
        setProblem(Problem{ProblemKind::NotErased, false, {}});
    Q_EMIT erased(m_files.everyAccount().isEmpty());
}

} // namespace handrail
