// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"

#include <QByteArray>
#include <QCoroTask>
#include <optional>

namespace handrail {

/// Keeps a few small secrets (under 200 bytes each) in the operating system's keychain. GUI thread only; never blocks; every call
/// ends within its own time limit.
///
/// A locked keychain, a truncated one and an absent entry look the same from here on some systems, so an empty answer from read()
/// must never lead to overwriting (design security 4.3).
class SecretStore
{
public:
    virtual ~SecretStore() = default;
    /// The stored bytes, or nullopt when the keychain says that there is no such entry.
    /// Problems: KeychainMissing (no keychain on this device), KeychainBusy (no answer in time).
    virtual QCoro::Task<Result<std::optional<QByteArray>>> read(QString key) = 0;
    /// Writes, reads back and compares. Succeeds only when what was read back is equal.
    virtual QCoro::Task<Result<void>> write(QString key, QByteArray secret) = 0;
    /// Removing an absent entry succeeds.
    virtual QCoro::Task<Result<void>> remove(QString key) = 0;
};

} // namespace handrail
