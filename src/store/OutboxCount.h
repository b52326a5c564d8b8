// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"

#include <QByteArray>
#include <QByteArrayView>
#include <optional>

namespace handrail {

class Database;
class Sealer;
struct StoreHeader;

/// How many rows of the outbox wait, and a keyed sum over them (design security row 22). It stands in the sealed proof of the header and is
/// written in each transaction of the outbox, so a row that is taken out or put back to what it was before is noticed. A whole file that is put back is not.
class OutboxCount
{
public:
    /// Of no rows.
    OutboxCount();

    /// A sealed row came, or goes. Each is its own opposite but for the number.
    void add(const Sealer &sealer, QByteArrayView sealedRow);
    void remove(const Sealer &sealer, QByteArrayView sealedRow);
    [[nodiscard]] qint64 rows() const { return m_rows; }
    bool operator==(const OutboxCount &other) const = default;

    /// The header's proof with this count in it.
    [[nodiscard]] QByteArray sealInto(const Sealer &sealer, const StoreHeader &header) const;
    /// False when the header is not of this key, or damaged.
    [[nodiscard]] static bool isProven(const Sealer &sealer, const StoreHeader &header);
    /// nullopt in a store of a Handrail that did not count. StoreBroken.
    [[nodiscard]] static Result<std::optional<OutboxCount>> of(const Sealer &sealer, const StoreHeader &header);
    [[nodiscard]] static Result<std::optional<OutboxCount>> read(Database &database, const Sealer &sealer);
    static constexpr qsizetype proofBytes = 25 + 256 + 16; ///< of the sealed row
    /// In the caller's transaction.
    Result<void> write(Database &database, const Sealer &sealer) const;

private:
    void mix(const Sealer &sealer, QByteArrayView sealedRow);

    qint64 m_rows = 0;
    QByteArray m_sum;
};

} // namespace handrail
