// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Identity.h"
#include "core/Problem.h"

#include <optional>

namespace handrail {

/// Where the refresh token rests between starts: a sealed row of the store, or memory alone when there is no keychain.
class CredentialStore
{
public:
    virtual ~CredentialStore() = default;
    [[nodiscard]] virtual Result<std::optional<Credentials>> credentials() = 0;
    /// Durable before it returns.
    virtual Result<void> setCredentials(const Credentials &credentials) = 0;
    virtual Result<void> clearCredentials() = 0;
};

} // namespace handrail
