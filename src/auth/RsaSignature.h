// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QByteArray>

namespace handrail {

/// Both numbers as bytes, the highest first (RFC 7518 6.3.1).
struct RsaKey {
    QByteArray modulus;
    QByteArray exponent;
};

/// True if the text was signed with RS256 (RFC 7518 3.3) by the other half of this key. False for a key of a size that we do not accept
/// (2048 to 8192 bit), and where OpenSSL is missing.
[[nodiscard]] bool isSignedByRsa(const RsaKey &key, const QByteArray &text, const QByteArray &signature);

} // namespace handrail
