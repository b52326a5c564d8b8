// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/smart/SmartKey.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <openssl/bio.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

namespace handrail::clinic {

namespace {

constexpr int keyBits = 2048;

EVP_PKEY *raw(const std::shared_ptr<void> &key)
{
    return static_cast<EVP_PKEY *>(key.get());
}

std::shared_ptr<void> owned(EVP_PKEY *key)
{
    return {key, [](void *held) { EVP_PKEY_free(static_cast<EVP_PKEY *>(held)); }};
}

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QString number(const EVP_PKEY *key, const char *name)
{
    BIGNUM *value = nullptr;
    if (EVP_PKEY_get_bn_param(key, name, &value) != 1)
        return {};
    QByteArray bytes(BN_num_bytes(value), '\0');
    BN_bn2bin(value, reinterpret_cast<unsigned char *>(bytes.data()));
    BN_free(value);
    return QString::fromLatin1(base64Url(bytes));
}

} // namespace

SmartKey::SmartKey(std::shared_ptr<void> key)
    : m_key(std::move(key))
{
    // RFC 7638: the required members in alphabetical order, no spaces; QJsonObject sorts by name.
    const QJsonObject members{{QStringLiteral("e"), number(raw(m_key), OSSL_PKEY_PARAM_RSA_E)},
                              {QStringLiteral("kty"), QStringLiteral("RSA")},
                              {QStringLiteral("n"), number(raw(m_key), OSSL_PKEY_PARAM_RSA_N)}};
    const QByteArray canonical = QJsonDocument(members).toJson(QJsonDocument::Compact);
    m_id = QString::fromLatin1(base64Url(QCryptographicHash::hash(canonical, QCryptographicHash::Sha256)));
}

Result<SmartKey> SmartKey::generated()
{
    EVP_PKEY *key = EVP_RSA_gen(keyBits);
    if (!key)
        return problem(ProblemKind::BadData, QStringLiteral("RSA key generation"));
    return SmartKey(owned(key));
}

Result<SmartKey> SmartKey::fromPem(const QByteArray &pem)
{
    BIO *source = BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size()));
    EVP_PKEY *key = source ? PEM_read_bio_PrivateKey(source, nullptr, nullptr, nullptr) : nullptr;
    BIO_free(source);
    std::shared_ptr<void> held = owned(key);
    if (!key || EVP_PKEY_get_base_id(key) != EVP_PKEY_RSA || EVP_PKEY_get_bits(key) < keyBits)
        return problem(ProblemKind::BadData, QStringLiteral("signing key"));
    return SmartKey(std::move(held));
}

QByteArray SmartKey::toPem() const
{
    BIO *sink = BIO_new(BIO_s_mem());
    QByteArray pem;
    if (sink && PEM_write_bio_PKCS8PrivateKey(sink, raw(m_key), nullptr, nullptr, 0, nullptr, nullptr) == 1) {
        char *data = nullptr;
        const long size = BIO_get_mem_data(sink, &data);
        pem = QByteArray(data, static_cast<qsizetype>(size));
    }
    BIO_free(sink);
    return pem;
}

QJsonObject SmartKey::publicJwk() const
{
    return {{QStringLiteral("kty"), QStringLiteral("RSA")},
            {QStringLiteral("use"), QStringLiteral("sig")},
            {QStringLiteral("alg"), QStringLiteral("RS256")},
            {QStringLiteral("kid"), m_id},
            {QStringLiteral("n"), number(raw(m_key), OSSL_PKEY_PARAM_RSA_N)},
            {QStringLiteral("e"), number(raw(m_key), OSSL_PKEY_PARAM_RSA_E)}};
}

QByteArray SmartKey::signedJwt(const QJsonObject &claims) const
{
    const QJsonObject header{{QStringLiteral("alg"), QStringLiteral("RS256")},
                             {QStringLiteral("typ"), QStringLiteral("JWT")},
                             {QStringLiteral("kid"), m_id}};
    const QByteArray input = base64Url(QJsonDocument(header).toJson(QJsonDocument::Compact)) + '.'
        + base64Url(QJsonDocument(claims).toJson(QJsonDocument::Compact));
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    QByteArray signature(EVP_PKEY_get_size(raw(m_key)), '\0');
    size_t size = static_cast<size_t>(signature.size());
    // EVP's RSA default is PKCS #1 v1.5 padding, which RS256 asks for.
    const bool isSigned = context && EVP_DigestSignInit(context, nullptr, EVP_sha256(), nullptr, raw(m_key)) == 1
        && EVP_DigestSign(context, reinterpret_cast<unsigned char *>(signature.data()), &size,
                          reinterpret_cast<const unsigned char *>(input.constData()), static_cast<size_t>(input.size()))
            == 1;
    EVP_MD_CTX_free(context);
    if (!isSigned)
        return {};
    signature.truncate(static_cast<qsizetype>(size));
    return input + '.' + base64Url(signature);
}

} // namespace handrail::clinic
