// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "store/StoreKey.h"

#include <sodium.h>

#include <algorithm>

namespace handrail {

namespace {

constexpr char keyVersion = 1;
constexpr char unsentContext[crypto_kdf_CONTEXTBYTES + 1] = "HndrlUns";

} // namespace

StoreKey::~StoreKey()
{
    sodium_memzero(m_key.data(), m_key.size());
}

StoreKey StoreKey::generate()
{
    if (sodium_init() < 0)
        qFatal("libsodium cannot start");
    StoreKey key;
    randombytes_buf(key.m_key.data(), key.m_key.size());
    randombytes_buf(key.m_id.data(), key.m_id.size());
    return key;
}

Result<StoreKey> StoreKey::fromKeychain(const QByteArray &bytes)
{
    if (bytes.size() != 1 + keyBytes + idBytes || bytes.front() != keyVersion)
        return problem(ProblemKind::BadData, QStringLiteral("store key: %1 bytes").arg(bytes.size()));
    StoreKey key;
    const char *from = bytes.constData() + 1;
    std::copy_n(from, keyBytes, key.m_key.begin());
    std::copy_n(from + keyBytes, idBytes, key.m_id.begin());
    return key;
}

StoreKey StoreKey::fromParts(const std::array<unsigned char, keyBytes> &key, const std::array<unsigned char, idBytes> &id)
{
    StoreKey made;
    made.m_key = key;
    made.m_id = id;
    return made;
}

QByteArray StoreKey::toKeychain() const
{
    QByteArray bytes;
    bytes.reserve(1 + keyBytes + idBytes);
    bytes.append(keyVersion);
    bytes.append(reinterpret_cast<const char *>(m_key.data()), keyBytes);
    bytes.append(reinterpret_cast<const char *>(m_id.data()), idBytes);
    return bytes;
}

QByteArray StoreKey::id() const
{
    return {reinterpret_cast<const char *>(m_id.data()), idBytes};
}

StoreKey StoreKey::forUnsent() const
{
    StoreKey unsent;
    crypto_kdf_derive_from_key(unsent.m_key.data(), unsent.m_key.size(), 1, unsentContext, m_key.data());
    unsent.m_id = m_id;
    return unsent;
}

QString storeKeyName(const QString &accountHash)
{
    return u"org.handrail.app/dek/" + accountHash;
}

QString storeKeyName(const QString &accountHash, const QByteArray &keyId)
{
    return storeKeyName(accountHash) + u'/' + QString::fromLatin1(keyId.toHex());
}

QString pinSecretName(const QString &accountHash, const QByteArray &secretId)
{
    return u"org.handrail.app/pin/" + accountHash + u'/' + QString::fromLatin1(secretId.toHex());
}

} // namespace handrail
