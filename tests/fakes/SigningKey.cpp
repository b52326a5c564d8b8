// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/SigningKey.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>

namespace handrail {

struct SigningKey::Key {
    EVP_PKEY *pkey = nullptr;
    ~Key() { EVP_PKEY_free(pkey); }
};

namespace {

QString number(const EVP_PKEY *key, const char *name)
{
    BIGNUM *value = nullptr;
    EVP_PKEY_get_bn_param(key, name, &value);
    QByteArray bytes(BN_num_bytes(value), Qt::Uninitialized);
    BN_bn2bin(value, reinterpret_cast<unsigned char *>(bytes.data()));
    BN_free(value);
    return QString::fromLatin1(base64Url(bytes));
}

} // namespace

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray fromBase64Url(const QByteArray &text)
{
    return QByteArray::fromBase64(text, QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

bool isSignedBy(const QByteArray &jwt, const QJsonObject &jwk)
{
    const QList<QByteArray> parts = jwt.split('.');
    if (parts.size() != 3)
        return false;
    const auto number = [&jwk](const char *name) {
        const QByteArray bytes = fromBase64Url(jwk.value(QLatin1String(name)).toString().toLatin1());
        return BN_bin2bn(reinterpret_cast<const unsigned char *>(bytes.constData()), static_cast<int>(bytes.size()), nullptr);
    };
    BIGNUM *modulus = number("n");
    BIGNUM *exponent = number("e");
    OSSL_PARAM_BLD *build = OSSL_PARAM_BLD_new();
    OSSL_PARAM_BLD_push_BN(build, OSSL_PKEY_PARAM_RSA_N, modulus);
    OSSL_PARAM_BLD_push_BN(build, OSSL_PKEY_PARAM_RSA_E, exponent);
    OSSL_PARAM *params = OSSL_PARAM_BLD_to_param(build);
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr);
    EVP_PKEY *key = nullptr;
    EVP_PKEY_fromdata_init(context);
    EVP_PKEY_fromdata(context, &key, EVP_PKEY_PUBLIC_KEY, params);
    const QByteArray input = parts.at(0) + '.' + parts.at(1);
    const QByteArray signature = fromBase64Url(parts.at(2));
    EVP_MD_CTX *digest = EVP_MD_CTX_new();
    const bool isGood = EVP_DigestVerifyInit(digest, nullptr, EVP_sha256(), nullptr, key) == 1
        && EVP_DigestVerify(digest, reinterpret_cast<const unsigned char *>(signature.constData()),
                            static_cast<size_t>(signature.size()), reinterpret_cast<const unsigned char *>(input.constData()),
                            static_cast<size_t>(input.size()))
            == 1;
    EVP_MD_CTX_free(digest);
    EVP_PKEY_free(key);
    EVP_PKEY_CTX_free(context);
    OSSL_PARAM_free(params);
    OSSL_PARAM_BLD_free(build);
    BN_free(modulus);
    BN_free(exponent);
    return isGood;
}

SigningKey::SigningKey(QByteArray id, int bits)
    : m_id(std::move(id))
    , m_key(std::make_unique<Key>())
{
    m_key->pkey = EVP_RSA_gen(bits);
    if (!m_key->pkey)
        qFatal("SigningKey: no RSA key");
}

SigningKey::~SigningKey() = default;

QJsonObject SigningKey::jwk() const
{
    return {{QStringLiteral("kty"), QStringLiteral("RSA")},
            {QStringLiteral("use"), QStringLiteral("sig")},
            {QStringLiteral("alg"), QStringLiteral("RS256")},
            {QStringLiteral("kid"), QString::fromLatin1(m_id)},
            {QStringLiteral("n"), number(m_key->pkey, OSSL_PKEY_PARAM_RSA_N)},
            {QStringLiteral("e"), number(m_key->pkey, OSSL_PKEY_PARAM_RSA_E)}};
}

QByteArray SigningKey::jwks() const
{
    return QJsonDocument(QJsonObject{{QStringLiteral("keys"), QJsonArray{jwk()}}}).toJson(QJsonDocument::Compact);
}

QByteArray SigningKey::sign(const QJsonObject &header, const QJsonObject &claims) const
{
    const QByteArray text = base64Url(QJsonDocument(header).toJson(QJsonDocument::Compact)) + '.'
        + base64Url(QJsonDocument(claims).toJson(QJsonDocument::Compact));
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    std::size_t size = 0;
    const auto *bytes = reinterpret_cast<const unsigned char *>(text.constData());
    EVP_DigestSignInit(context, nullptr, EVP_sha256(), nullptr, m_key->pkey);
    EVP_DigestSign(context, nullptr, &size, bytes, std::size_t(text.size()));
    QByteArray signature(qsizetype(size), Qt::Uninitialized);
    if (EVP_DigestSign(context, reinterpret_cast<unsigned char *>(signature.data()), &size, bytes, std::size_t(text.size())) != 1)
        qFatal("SigningKey: cannot sign");
    signature.truncate(qsizetype(size));
    EVP_MD_CTX_free(context);
    return text + '.' + base64Url(signature);
}

} // namespace handrail
