// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "auth/IdToken.h"

#include "auth/RsaSignature.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace handrail {

namespace {

constexpr qint64 leewaySeconds = 5 * 60;

/// Empty when it is not base64url without padding (RFC 7515 2).
QByteArray decoded(const QByteArray &text)
{
    if (text.contains('='))
        return {};
    const auto result =
        QByteArray::fromBase64Encoding(text, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    return result ? *result : QByteArray();
}

bool isSignedBy(const QJsonObject &jwk, const QByteArray &text, const QByteArray &signature)
{
    const auto number = [&jwk](QStringView name) { return decoded(jwk.value(name).toString().toLatin1()); };
    return isSignedByRsa({number(u"n"), number(u"e")}, text, signature);
}

/// The keys that may have signed: RSA, meant for signatures, and of this id where both name one.
QList<QJsonObject> candidates(const QByteArray &keySet, const QString &id)
{
    QList<QJsonObject> found;
    const QJsonArray keys = QJsonDocument::fromJson(keySet).object().value(u"keys").toArray();
    for (const QJsonValue value : keys) {
        const QJsonObject jwk = value.toObject();
        const QString use = jwk.value(u"use").toString();
        const QString algorithm = jwk.value(u"alg").toString();
        const QString keyId = jwk.value(u"kid").toString();
        if (jwk.value(u"kty").toString() == u"RSA" && (use.isEmpty() || use == u"sig")
            && (algorithm.isEmpty() || algorithm == u"RS256") && (id.isEmpty() || keyId.isEmpty() || keyId == id))
            found.append(jwk);
    }
    return found;
}

bool isFor(const QJsonObject &claims, const QString &audience)
{
    const QJsonValue value = claims.value(u"aud");
    if (value.isString())
        return value.toString() == audience;
    const QJsonArray all = value.toArray();
    // A token for several apps must say which of them asked for it.
    return all.contains(audience) && (all.size() == 1 || claims.value(u"azp").toString() == audience);
}

} // namespace

Result<IdClaims> verifyIdToken(const QByteArray &token, const QByteArray &keySet, const IdExpectation &expected)
{
    const QList<QByteArray> parts = token.split('.');
    if (parts.size() != 3)
        return problem(ProblemKind::BadData, QStringLiteral("id_token has not three parts"));
    const QJsonObject header = QJsonDocument::fromJson(decoded(parts.at(0))).object();
    // Exactly this one: `none`, or an HMAC keyed with the public key, must not get any further.
    if (header.value(u"alg").toString() != u"RS256" || header.contains(u"crit"))
        return problem(ProblemKind::BadData, QStringLiteral("id_token is not RS256"));
    const QByteArray signedText = parts.at(0) + '.' + parts.at(1);
    const QByteArray signature = decoded(parts.at(2));
    const QList<QJsonObject> keys = candidates(keySet, header.value(u"kid").toString());
    if (keys.isEmpty())
        return problem(ProblemKind::BadData, QStringLiteral("no key for the id_token"));
    if (std::none_of(keys.begin(), keys.end(), [&](const QJsonObject &jwk) { return isSignedBy(jwk, signedText, signature); }))
        return problem(ProblemKind::BadData, QStringLiteral("id_token signature"));

    const QJsonObject claims = QJsonDocument::fromJson(decoded(parts.at(1))).object();
    if (claims.value(u"iss").toString() != expected.issuer)
        return problem(ProblemKind::SignInMismatch, QStringLiteral("id_token issuer"));
    if (!isFor(claims, expected.audience))
        return problem(ProblemKind::SignInMismatch, QStringLiteral("id_token audience"));
    if (expected.nonce.isEmpty() || claims.value(u"nonce").toString() != expected.nonce)
        return problem(ProblemKind::SignInMismatch, QStringLiteral("id_token nonce"));
    const double now = double(expected.nowUtc.toSecsSinceEpoch());
    if (!claims.value(u"exp").isDouble() || claims.value(u"exp").toDouble() + leewaySeconds <= now)
        return problem(ProblemKind::SignInMismatch, QStringLiteral("id_token too old"));
    if (claims.value(u"nbf").toDouble() - leewaySeconds > now)
        return problem(ProblemKind::SignInMismatch, QStringLiteral("id_token not good yet"));
    const QJsonValue given = claims.value(u"auth_time");
    const bool isAnew = expected.askedUtc.isValid() && given.isDouble();
    if (isAnew && given.toDouble() + leewaySeconds < double(expected.askedUtc.toSecsSinceEpoch()))
        return problem(ProblemKind::SignInMismatch, QStringLiteral("id_token auth_time"));
    const QString subject = claims.value(u"sub").toString();
    if (subject.isEmpty() || subject.size() > 255)
        return problem(ProblemKind::BadData, QStringLiteral("id_token subject"));
    return IdClaims{subject, claims.value(u"fhirUser").toString(), isAnew};
}

} // namespace handrail
