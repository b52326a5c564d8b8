// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QByteArray>

namespace handrail {

/// Proof that the one who redeems a code is the one who asked for it (RFC 7636, method S256).
struct Pkce {
    QByteArray verifier;  ///< 43 characters, 256 bit
    QByteArray challenge; ///< 43 characters

    [[nodiscard]] static Pkce make();
    [[nodiscard]] static QByteArray challengeFor(const QByteArray &verifier);
};

/// 256 random bits from the operating system as base64url: for states and nonces.
[[nodiscard]] QByteArray randomText();

/// Compares in a time that does not depend on where the two differ.
[[nodiscard]] bool isSameSecret(QByteArrayView a, QByteArrayView b);

} // namespace handrail
