// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/smart/Accounts.h"

#include <functional>
#include <optional>

namespace handrail::clinic {

/// Whoever keeps the clinic's invitations, as the sign-in pages see it. On the server's thread only.
class InvitationBook
{
public:
    virtual ~InvitationBook() = default;

    /// Which invitation a ticket of `$open-invitation` is for; nullopt: altered or too old, made for another PKCE challenge than the one that the
    /// app signs in with, or the invitation was used or has ended.
    virtual std::optional<QString> opened(const QString &ticket, const QString &challenge) = 0;

    /// Gives the identity to an account, inside accept()'s transaction; returns the account's id. `isOver(identity)` tells that nothing is
    /// shared by another identity any more.
    using IsOver = std::function<bool(const Identity &identity)>;
    using Bind = std::function<Result<QString>(const Identity &identity, const IsOver &isOver)>;

    /// Uses the invitation up, binds the account, and makes the relative a participant of the sessions that are shared: all or nothing, once.
    /// NotFound: it cannot be used any more. Store problems; else what `bind` said.
    virtual Result<Identity> accept(const QString &invitation, const Bind &bind) = 0;
};

} // namespace handrail::clinic
