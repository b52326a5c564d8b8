// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/http/Http.h"
#include "clinic/smart/SmartEndpoints.h"
#include "clinic/smart/SmartSecrets.h"
#include "clinic/smart/TokenStore.h"

#include <QDate>
#include <functional>
#include <optional>

namespace handrail::clinic {

/// The token and revocation endpoints (RFC 6749 3.2, RFC 7009) for public clients, with errors in JSON as RFC 6749 5.2 has them.
class TokenEndpoint
{
public:
    /// `sharedUntil`: that of SmartOptions.
    TokenEndpoint(TokenStore &tokens, SmartSecrets &secrets, const Clock &clock, SmartEndpoints endpoints,
                  std::function<std::optional<QDate>(const QString &fhirUser, const QString &patientId)> sharedUntil = {});

    [[nodiscard]] Reply token(const Request &request);
    [[nodiscard]] Reply revoke(const Request &request);

private:
    [[nodiscard]] bool isSharingOver(const QString &refreshToken, const QString &client) const;
    [[nodiscard]] Reply answer(const TokenStore::Answer<TokenStore::Tokens> &answer);
    [[nodiscard]] QByteArray idToken(const TokenStore::Tokens &tokens);

    TokenStore &m_tokens;
    SmartSecrets &m_secrets;
    const Clock &m_clock;
    SmartEndpoints m_endpoints;
    std::function<std::optional<QDate>(const QString &fhirUser, const QString &patientId)> m_sharedUntil;
};

} // namespace handrail::clinic
