// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"
#include "ports/SecretStore.h"

#include <QByteArray>
#include <QString>
#include <array>

namespace handrail {

/// The key of one store: 32 secret bytes and the 16 bytes that name it. In the keychain as 1 version byte + key + id (49 bytes).
/// Wiped from memory when it goes.
class StoreKey
{
public:
    static constexpr int keyBytes = 32;
    static constexpr int idBytes = 16;

    StoreKey() = default;
    StoreKey(const StoreKey &other) = default;
    StoreKey &operator=(const StoreKey &other) = default;
    ~StoreKey();

    [[nodiscard]] static StoreKey generate();
    /// BadData when the bytes are not a key of ours.
    [[nodiscard]] static Result<StoreKey> fromKeychain(const QByteArray &bytes);
    [[nodiscard]] QByteArray toKeychain() const;

    [[nodiscard]] static StoreKey fromParts(const std::array<unsigned char, keyBytes> &key,
                                            const std::array<unsigned char, idBytes> &id);

    [[nodiscard]] const std::array<unsigned char, keyBytes> &key() const { return m_key; }
    [[nodiscard]] const std::array<unsigned char, idBytes> &name() const { return m_id; } ///< id() as it is kept
    [[nodiscard]] QByteArray id() const;
    /// The key under which this store's unsent items are sealed. It follows from this one and leads to nothing else, so it can be kept where
    /// the PIN does not guard it (StoreLock.h).
    [[nodiscard]] StoreKey forUnsent() const;

private:
    std::array<unsigned char, keyBytes> m_key{};
    std::array<unsigned char, idBytes> m_id{};
};

/// `org.handrail.app/dek/<accountHash>`: the key of an account's first store.
[[nodiscard]] QString storeKeyName(const QString &accountHash);
/// The same with `/<key id in hex>`: the key of a store made beside an older one. It has a name of its own because a slow keychain may carry
/// out a write long after it was given up; under the old name that would destroy the older store's key.
[[nodiscard]] QString storeKeyName(const QString &accountHash, const QByteArray &keyId);
/// `org.handrail.app/pin/<accountHash>/<id in hex>`: what a PIN is mixed with. A new one for each PIN, for the same reason.
[[nodiscard]] QString pinSecretName(const QString &accountHash, const QByteArray &secretId);

} // namespace handrail
