// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QByteArray>
#include <QString>

namespace handrail::clinic {

/// Proof Key for Code Exchange, S256 only (RFC 7636).
class SmartPkce
{
public:
    /// A SHA-256 in base64url without padding: 43 characters.
    [[nodiscard]] static bool isChallenge(QStringView challenge);
    /// 43 to 128 unreserved characters (RFC 7636 4.1).
    [[nodiscard]] static bool isVerifier(QStringView verifier);
    /// BASE64URL(SHA256(verifier)) == challenge, in constant time.
    [[nodiscard]] static bool isMatch(QStringView verifier, QStringView challenge);
};

} // namespace handrail::clinic
