// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "store/Fields.h"
#include "store/StoreKey.h"

#include <QByteArray>
#include <QByteArrayView>
#include <memory>
#include <optional>

namespace handrail {

/// Seals and opens single rows, and makes the keyed hashes by which rows are found.
///
/// A sealed row is: version byte 1, nonce (24 random bytes), XChaCha20-Poly1305 of the fields padded to full 256 bytes. What is
/// authenticated besides: the version, the store's id, the table and the row key. So a row cannot be moved to another place, another
/// table or another person's store. The row key holds every clear column of the row, so that none can be changed unseen.
///
/// Each use has a subkey of its own, derived from the store key (crypto_kdf). The subkeys lie in locked memory and are wiped at the end.
/// Table::Unsent alone is sealed with StoreKey::forUnsent(), so that unsent items can be read by who has no more than that.
class Sealer
{
public:
    enum class Table : unsigned char { Header = 1, Record, Outbox, Value, Unsent };
    /// What a lookup hash is for. Hashes of one purpose say nothing about those of another. Frozen: they are in files.
    enum class Lookup : unsigned char { RecordType = 2, RecordId, RecordDay, ValueName, Cursor, OutboxIdentifier, OutboxRow };

    static constexpr qsizetype headBytes = 25;
    static constexpr qsizetype tagBytes = 16;
    static constexpr qsizetype bucketBytes = 256;
    static constexpr qsizetype hashBytes = 16;

    Sealer(const StoreKey &key, const QByteArray &storeId);
    /// Of the rows of a store it opens Table::Unsent only; all else fails its seal, and no lookup finds anything.
    [[nodiscard]] static Sealer ofUnsent(const StoreKey &unsentKey, const QByteArray &storeId);
    ~Sealer();
    Sealer(const Sealer &) = delete;
    Sealer &operator=(const Sealer &) = delete;

    /// The key that it was made with.
    [[nodiscard]] StoreKey storeKey() const;

    /// The size of a sealed row whose fields take `bytes`.
    [[nodiscard]] static constexpr qsizetype sizeOf(qsizetype bytes)
    {
        return headBytes + (bytes / bucketBytes + 1) * bucketBytes + tagBytes;
    }

    [[nodiscard]] QByteArray seal(Table table, QByteArrayView rowKey, FieldWriter fields) const;
    /// The fields, or nullopt when one bit of the row, its place or the key is another one.
    [[nodiscard]] std::optional<QByteArray> open(Table table, QByteArrayView rowKey, QByteArrayView sealed) const;

    /// 16 bytes of keyed BLAKE2b over the two parts.
    [[nodiscard]] QByteArray lookup(Lookup purpose, QByteArrayView first, QByteArrayView second = {}) const;

private:
    struct Keys;
    Sealer(const StoreKey &key, const StoreKey &unsentKey, const QByteArray &storeId);
    [[nodiscard]] const unsigned char *keyOf(Table table) const;
    [[nodiscard]] QByteArray associatedData(Table table, QByteArrayView rowKey) const;

    Keys *m_keys = nullptr;
    QByteArray m_storeId;
};

} // namespace handrail
