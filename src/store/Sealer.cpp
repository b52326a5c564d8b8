// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "store/Sealer.h"

#include <QtEndian>

#include <sodium.h>

#include <array>
#include <new>

namespace handrail {

namespace {

constexpr unsigned char sealedVersion = 1;
constexpr char keyContext[crypto_kdf_CONTEXTBYTES + 1] = "HndrlSt1";
constexpr std::size_t lookupCount = 8;

unsigned char *raw(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

const unsigned char *raw(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

} // namespace

static_assert(Sealer::headBytes == 1 + crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
static_assert(Sealer::tagBytes == crypto_aead_xchacha20poly1305_ietf_ABYTES);
static_assert(StoreKey::keyBytes == crypto_kdf_KEYBYTES);

struct Sealer::Keys {
    std::array<unsigned char, crypto_aead_xchacha20poly1305_ietf_KEYBYTES> seal;
    std::array<unsigned char, crypto_aead_xchacha20poly1305_ietf_KEYBYTES> unsent;
    std::array<unsigned char, StoreKey::keyBytes> key;
    std::array<unsigned char, StoreKey::idBytes> id;
    std::array<std::array<unsigned char, crypto_generichash_KEYBYTES>, lookupCount> lookups;
};

Sealer::Sealer(const StoreKey &key, const QByteArray &storeId)
    : Sealer(key, key.forUnsent(), storeId)
{
}

Sealer Sealer::ofUnsent(const StoreKey &unsentKey, const QByteArray &storeId)
{
    return {StoreKey::generate(), unsentKey, storeId}; // a key that sealed nothing opens nothing
}

Sealer::Sealer(const StoreKey &key, const StoreKey &unsentKey, const QByteArray &storeId)
    : m_storeId(storeId)
{
    if (sodium_init() < 0)
        qFatal("libsodium cannot start");
    m_keys = static_cast<Keys *>(sodium_malloc(sizeof(Keys)));
    if (!m_keys)
        throw std::bad_alloc();
    crypto_kdf_derive_from_key(m_keys->seal.data(), m_keys->seal.size(), 1, keyContext, key.key().data());
    for (std::size_t i = 0; i < lookupCount; ++i)
        crypto_kdf_derive_from_key(m_keys->lookups[i].data(), m_keys->lookups[i].size(), i + 2, keyContext, key.key().data());
    m_keys->unsent = unsentKey.key();
    m_keys->key = key.key();
    m_keys->id = key.name();
    sodium_mprotect_readonly(m_keys);
}

Sealer::~Sealer()
{
    sodium_free(m_keys); // wipes
}

StoreKey Sealer::storeKey() const
{
    return StoreKey::fromParts(m_keys->key, m_keys->id);
}

const unsigned char *Sealer::keyOf(Table table) const
{
    return table == Table::Unsent ? m_keys->unsent.data() : m_keys->seal.data();
}

QByteArray Sealer::associatedData(Table table, QByteArrayView rowKey) const
{
    QByteArray data;
    data.reserve(2 + m_storeId.size() + rowKey.size());
    data.append(char(sealedVersion));
    data.append(char(table));
    data.append(m_storeId); // always 16 bytes, so what follows cannot be mistaken
    data.append(rowKey);
    return data;
}

QByteArray Sealer::seal(Table table, QByteArrayView rowKey, FieldWriter fields) const
{
    QByteArray sealed = fields.take();
    const qsizetype size = sealed.size() - headBytes;
    const qsizetype total = sizeOf(size);
    const qsizetype paddedSize = total - headBytes - tagBytes;
    sealed.resize(total);
    unsigned char *const body = raw(sealed) + headBytes;
    std::size_t padded = 0;
    sodium_pad(&padded, body, std::size_t(size), bucketBytes, std::size_t(paddedSize));
    Q_ASSERT(qsizetype(padded) == paddedSize);

    raw(sealed)[0] = sealedVersion;
    unsigned char *const nonce = raw(sealed) + 1;
    randombytes_buf(nonce, headBytes - 1);
    const QByteArray data = associatedData(table, rowKey);
    crypto_aead_xchacha20poly1305_ietf_encrypt(body, nullptr, body, padded, raw(data), std::size_t(data.size()), nullptr, nonce,
                                               keyOf(table));
    return sealed;
}

std::optional<QByteArray> Sealer::open(Table table, QByteArrayView rowKey, QByteArrayView sealed) const
{
    if (sealed.size() < sizeOf(0) || sealed.front() != char(sealedVersion))
        return std::nullopt;
    const QByteArray data = associatedData(table, rowKey);
    QByteArray fields(sealed.size() - headBytes - tagBytes, Qt::Uninitialized);
    const bool isGenuine = crypto_aead_xchacha20poly1305_ietf_decrypt(raw(fields), nullptr, nullptr, raw(sealed) + headBytes,
                                                                      std::size_t(sealed.size() - headBytes), raw(data),
                                                                      std::size_t(data.size()), raw(sealed) + 1, keyOf(table))
        == 0;
    std::size_t size = 0;
    if (!isGenuine || sodium_unpad(&size, raw(fields), std::size_t(fields.size()), bucketBytes) != 0)
        return std::nullopt;
    fields.truncate(qsizetype(size));
    return fields;
}

QByteArray Sealer::lookup(Lookup purpose, QByteArrayView first, QByteArrayView second) const
{
    const auto &key = m_keys->lookups.at(std::size_t(purpose) - 2);
    crypto_generichash_state state;
    crypto_generichash_init(&state, key.data(), key.size(), hashBytes);
    const quint64 firstSize = qToLittleEndian(quint64(first.size()));
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char *>(&firstSize), sizeof firstSize);
    crypto_generichash_update(&state, raw(first), std::size_t(first.size()));
    crypto_generichash_update(&state, raw(second), std::size_t(second.size()));
    QByteArray hash(hashBytes, Qt::Uninitialized);
    crypto_generichash_final(&state, raw(hash), hashBytes);
    return hash;
}

} // namespace handrail
