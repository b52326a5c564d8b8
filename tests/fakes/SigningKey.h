// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <memory>

namespace handrail {

/// An RSA key that signs id_tokens for tests.
class SigningKey
{
public:
    explicit SigningKey(QByteArray id, int bits = 2048);
    ~SigningKey();
    Q_DISABLE_COPY_MOVE(SigningKey)

    [[nodiscard]] const QByteArray &id() const { return m_id; }
    /// The public half as a JSON Web Key (RFC 7517).
    [[nodiscard]] QJsonObject jwk() const;
    /// A key set with this key alone.
    [[nodiscard]] QByteArray jwks() const;
    /// header.claims.signature by RS256, whatever the header says.
    [[nodiscard]] QByteArray sign(const QJsonObject &header, const QJsonObject &claims) const;

private:
    struct Key;
    QByteArray m_id;
    std::unique_ptr<Key> m_key;
};

/// Base64url without padding (RFC 7515).
[[nodiscard]] QByteArray base64Url(const QByteArray &bytes);
[[nodiscard]] QByteArray fromBase64Url(const QByteArray &text);

/// RS256 (RFC 7515) by the public half alone, `jwk`.
[[nodiscard]] bool isSignedBy(const QByteArray &jwt, const QJsonObject &jwk);

} // namespace handrail
