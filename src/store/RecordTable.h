// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "store/Store.h"

#include <QHash>
#include <QSet>
#include <functional>
#include <optional>

namespace handrail {

class Database;
class Rows;
class Sealer;

/// The sealed copies of the server's resources.
///
/// Found by keyed hashes of (type), (id) and (type, day): the file does not tell which days have a session. Their order by lastUpdated is kept
/// as a `place`, a number with gaps whose only meaning is "before" and "after". All clear columns are part of the seal.
class RecordTable
{
public:
    RecordTable(Database &database, const Sealer &sealer);

    Result<int> put(const QList<StoredRecord> &records);
    Result<void> remove(const QString &type, const QString &id);
    Result<void> removeAll(); ///< in the caller's transaction
    [[nodiscard]] Result<std::optional<QByteArray>> find(const QString &type, const QString &id);
    [[nodiscard]] Result<QList<QByteArray>> byDay(const QString &type, const QDate &from, const QDate &to);
    [[nodiscard]] Result<QList<QByteArray>> newest(const QString &type, int limit);
    Result<void> eachNewest(const QString &type, int limit, const std::function<void(QByteArray)> &visit);
    [[nodiscard]] Result<int> count();
    [[nodiscard]] Result<int> count(const QString &type);
    [[nodiscard]] Result<QList<qint64>> rows();
    [[nodiscard]] Result<std::optional<QByteArray>> at(qint64 row);

    struct Verified {
        int seen = 0;
        int damaged = 0;
    };
    /// Opens up to `limit` rows behind `after`, which becomes the last of them. Damaged are those that fail their seal.
    [[nodiscard]] Result<Verified> verify(qint64 &after, int limit);
    /// Rows found so far that fail their seal. They are left out of every answer.
    [[nodiscard]] int damagedCount() const;
    [[nodiscard]] bool hasDamaged(const QString &type) const;
    /// After a whole download of the type: what still fails its seal is no longer on the server, and goes.
    Result<void> forgetDamaged(const QString &type);

private:
    struct Opened {
        QByteArray fields;
        QString versionId;
        qint64 lastUpdated = 0;
        qint64 day = 0;
        QByteArray json;
    };
    struct Tail {
        bool hasRows = false;
        qint64 place = 0;
        qint64 lastUpdated = 0;
    };

    [[nodiscard]] QByteArray typeHash(const QString &type) const;
    [[nodiscard]] QByteArray idHash(const QString &id) const;
    [[nodiscard]] QByteArray dayHash(const QString &type, qint64 day) const;
    /// Reads row, type, id, day, place, sealed from columns 0 to 5.
    [[nodiscard]] std::optional<Opened> openRow(const Rows &rows);
    void noteDamaged(const QByteArray &type, qint64 row);

    Result<bool> putOne(const StoredRecord &record, Tail &tail);
    Result<bool> replace(const StoredRecord &record, const QByteArray &type, const QByteArray &id, Tail &tail, bool *wasThere);
    [[nodiscard]] QByteArray sealRecord(const StoredRecord &record, const QByteArray &type, const QByteArray &id,
                                        const QByteArray &day, qint64 place) const;
    Result<Tail> tailOf(const QByteArray &type);
    Result<qint64> placeFor(const QByteArray &type, qint64 lastUpdated, Tail &tail);
    Result<QList<QByteArray>> wholeRange(const QString &type, const QDate &from, const QDate &to);

    Database &m_database;
    const Sealer &m_sealer;
    mutable QHash<QString, QByteArray> m_typeHashes;
    QHash<QByteArray, QSet<qint64>> m_damaged; ///< rows by type hash
};

} // namespace handrail
