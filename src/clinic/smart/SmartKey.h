// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"

#include <QByteArray>
#include <QJsonObject>
#include <memory>

namespace handrail::clinic {

/// The RSA key that signs id_tokens (RS256, RFC 7518 3.3), and its public half as a JWK (RFC 7517).
class SmartKey
{
public:
    /// A new key of 2048 bits. Takes 50 ms to 1 s of one core: never on the server's thread at start.
    [[nodiscard]] static Result<SmartKey> generated();
    /// BadData when it is no RSA private key of at least 2048 bits.
    [[nodiscard]] static Result<SmartKey> fromPem(const QByteArray &pem);

    [[nodiscard]] QByteArray toPem() const;
    /// The thumbprint of the public key (RFC 7638).
    [[nodiscard]] QString id() const { return m_id; }
    [[nodiscard]] QJsonObject publicJwk() const;
    /// A signed JWT with these claims; empty when signing fails.
    [[nodiscard]] QByteArray signedJwt(const QJsonObject &claims) const;

private:
    explicit SmartKey(std::shared_ptr<void> key);

    std::shared_ptr<void> m_key; ///< an EVP_PKEY, kept out of the header
    QString m_id;
};

} // namespace handrail::clinic
