// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"

#include <QByteArray>
#include <QDateTime>

namespace handrail {

/// What an id_token must say to be ours.
struct IdExpectation {
    QString issuer;
    QString audience; ///< our client id
    QString nonce;
    QDateTime nowUtc; ///< the server's time where it is known: a device's clock may be a day off
    /// When the password was asked for anew, by the server's time; null: it was not. A token that says that the person had given it before is
    /// no answer (3.1.3.7, 13); one that does not say when, though it has to (2, auth_time), is taken, and is not IdClaims::isAnew.
    QDateTime askedUtc = {};
};

/// What it says about the person.
struct IdClaims {
    QString subject;
    QString fhirUser;    ///< as written: absolute or relative; empty when absent
    bool isAnew = false; ///< the password was given after IdExpectation::askedUtc
};

/// Checks an id_token (OpenID Connect Core 3.1.3.7): RS256 by a key of the set, issuer, audience, nonce, and the times with five
/// minutes of leeway. Problems: BadData (not a token, another algorithm, no such key, a false signature), SignInMismatch (issued for
/// another sign-in, another app, or too old).
[[nodiscard]] Result<IdClaims> verifyIdToken(const QByteArray &token, const QByteArray &keySet, const IdExpectation &expected);

} // namespace handrail
