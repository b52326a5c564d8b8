// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "auth/SignIn.h"
#include "core/Clock.h"
#include "ports/CredentialStore.h"

#include <QCoroTask>
#include <QObject>
#include <memory>
#include <optional>

namespace handrail {

/// Gives a good access token, refreshing it 60 s before it ends or after a 401. One refresh at a time: callers that come meanwhile share
/// it. A rotated refresh token is durable in the CredentialStore before the new access token is used.
class TokenSource final : public QObject
{
    Q_OBJECT
public:
    TokenSource(HttpClient &http, CredentialStore &credentials, const Clock &clock, QObject *parent = nullptr);
    ~TokenSource() override;

    /// After a sign-in. Credentials must already be in the CredentialStore.
    void setAccessToken(QString token, std::chrono::milliseconds expiresIn);
    /// Problems: SignInNeeded (the clinic ended this sign-in), network ones (retryable), storage ones, Cancelled (another sign-in, or
    /// a sign-out, came between).
    QCoro::Task<Result<QString>> accessToken();
    /// A refresh token is on its way: the one at rest may be void by now.
    [[nodiscard]] bool isRefreshing() const;
    /// When it is over, well or not. This object may be gone by then.
    QCoro::Task<void> refreshEnded();
    /// With SignInNeeded: the clinic said that nothing is shared with this relative any more, and not only that the sign-in is over.
    [[nodiscard]] bool isSharingOver() const;
    /// The server refused this token; the next accessToken() refreshes.
    void invalidate(const QString &token);
    /// Ends the sign-in here, at once and without the network: the access token is forgotten, a refresh under way is void. Returns what
    /// revokeAt() needs, if there is anything to revoke; the caller may clear the credentials then.
    [[nodiscard]] std::optional<Credentials> giveUp();
    /// Asks the server, for 5 s at most, to end the refresh token. A problem means that asking once more may help; a server that has no place
    /// to ask, or that said no, has given its answer. Needs no TokenSource any more, only the HttpClient.
    static QCoro::Task<Result<void>> revokeAt(HttpClient &http, Credentials credentials);
    /// Both.
    QCoro::Task<void> revoke();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace handrail
