// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ports/SecretStore.h"

#include <chrono>

namespace QKeychain {
class Job;
}

namespace handrail {

/// The operating system's keychain through QtKeychain: the only room that knows it. Nothing of it is loaded or asked before the first call.
///
/// Entries are binary, always: mixing text and binary under one name gives the old one back (design security finding 3). QtKeychain runs its jobs
/// one after another. A job that does not answer in time is let go, not deleted, since deleting a running one is a use after free there; it may
/// still be carried out later, so callers must not write over an entry that they might need (design security finding 2).
class KeychainSecretStore final : public SecretStore
{
public:
    static constexpr std::chrono::seconds usualTimeLimit{10};

    explicit KeychainSecretStore(std::chrono::milliseconds timeLimit = usualTimeLimit);

    QCoro::Task<Result<std::optional<QByteArray>>> read(QString key) override;
    /// A write that a locked keychain refuses is KeychainBusy; one that cannot be read back is KeychainMissing.
    QCoro::Task<Result<void>> write(QString key, QByteArray secret) override;
    QCoro::Task<Result<void>> remove(QString key) override;

private:
    std::chrono::milliseconds m_timeLimit;
};

} // namespace handrail
