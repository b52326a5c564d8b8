// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "store/Sealer.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <memory>
#include <sqlite3.h>

namespace handrail {

/// The floor of the store: SQLite's C interface on a file with the store's own tables and settings, and the same sealing of each row. Nothing is
/// looked up, compared or put in order. A failure ends the program: there is nothing to measure then.
class PlainStore
{
public:
    /// `file` must not be there yet.
    explicit PlainStore(const QString &file);
    ~PlainStore();
    PlainStore(const PlainStore &) = delete;
    PlainStore &operator=(const PlainStore &) = delete;

    struct Row {
        QByteArray id;
        QByteArray json;
    };
    /// One durable transaction.
    void insert(const QList<Row> &rows);
    /// One row of so many bytes, unsealed, in one durable transaction: what a disk needs at least.
    void insertBare(qsizetype bytes);

private:
    void once(const char *sql);
    [[nodiscard]] sqlite3_stmt *prepared(const char *sql);

    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_insert = nullptr;
    sqlite3_stmt *m_insertBare = nullptr;
    std::unique_ptr<Sealer> m_sealer;
    qint64 m_place = 0;
};

} // namespace handrail
