// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "auth/IdToken.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <algorithm>
#include <memory>

namespace handrail {

namespace {

constexpr qint64 leewaySeconds = 5 * 60;
constexpr int smallestKey = 2048; // bit; RFC 7518 3.3
constexpr int largestKey = 8192;  // what a check may cost

template <auto Free>
struct Freed {
    template <typename T>
    void operator()(T *pointer) const
    {
        Free(pointer);
    }
};
using Number = std::unique_ptr<BIGNUM, Freed<BN_free>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, Freed<OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Freed<OSSL_PARAM_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX_free>>;
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

/// Empty when it is not base64url without padding (RFC 7515 2).
QByteArray decoded(const QByteArray &text)
{
    if (text.contains('='))
        return {};
    const auto result =
        QByteArray::fromBase64Encoding(text, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    return result ? *result : QByteArray();
}

Number number(const QJsonObject &jwk, QStringView name)
{
    const QByteArray bytes = decoded(jwk.value(name).toString().toLatin1());
    return Number(bytes.isEmpty() ? nullptr : BN_bin2bn(bytesOf(bytes), int(bytes.size()), nullptr));
}

/// Null when it is not an RSA key of a size that we accept.
Key readKey(const QJsonObject &jwk)
{
    const Number modulus = number(jwk, u"n");
    const Number exponent = number(jwk, u"e");
    if (!modulus || !exponent || BN_num_bits(modulus.get()) < smallestKey || BN_num_bits(modulus.get()) > largestKey
        || BN_num_bits(exponent.get()) > 64)
        return {};
    const Builder builder(OSSL_PARAM_BLD_new());
    if (!builder || !OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get())
        || !OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get()))
        return {};
    const Parameters parameters(OSSL_PARAM_BLD_to_param(builder.get()));
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
    EVP_PKEY *key = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1
        || EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1)
        return {};
    return Key(key);
}

bool isSignedBy(const QJsonObject &jwk, const QByteArray &text, const QByteArray &signature)
{
    const Key key = readKey(jwk);
    const DigestContext context(EVP_MD_CTX_new());
    return key && context && EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1
        && EVP_DigestVerify(context.get(), bytesOf(signature), std::size_t(signature.size()), bytesOf(text),
                            std::size_t(text.size()))
        == 1;
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
    if (expected.askedUtc.isValid() && given.isDouble()
        && given.toDouble() + leewaySeconds < double(expected.askedUtc.toSecsSinceEpoch()))
        return problem(ProblemKind::SignInMismatch, QStringLiteral("id_token auth_time"));
    const QString subject = claims.value(u"sub").toString();
    if (subject.isEmpty() || subject.size() > 255)
        return problem(ProblemKind::BadData, QStringLiteral("id_token subject"));
    return IdClaims{subject, claims.value(u"fhirUser").toString()};
}

} // namespace handrail
