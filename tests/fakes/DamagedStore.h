// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QByteArray>
#include <QList>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

namespace handrail {

/// The file of a store that is closed, with its small values in the order in which they were first written: one can be damaged as a disk does it.
class DamagedStore
{
public:
    explicit DamagedStore(const QString &path) { m_isOpen = with(path); }
    ~DamagedStore()
    {
        QSqlDatabase::database(connection()).close();
        QSqlDatabase::removeDatabase(connection());
    }
    DamagedStore(const DamagedStore &) = delete;
    DamagedStore &operator=(const DamagedStore &) = delete;

    /// Row numbers of the values.
    [[nodiscard]] QList<int> values() const
    {
        QList<int> rows;
        QSqlQuery query(QSqlDatabase::database(connection()));
        for (query.exec(QStringLiteral("SELECT row FROM value ORDER BY row")); query.next();)
            rows << query.value(0).toInt();
        return rows;
    }
    /// Another bit in the middle of it. False when it is not there.
    bool flip(int row)
    {
        QSqlQuery query(QSqlDatabase::database(connection()));
        query.prepare(QStringLiteral("SELECT sealed FROM value WHERE row = ?"));
        query.addBindValue(row);
        if (!m_isOpen || !query.exec() || !query.next())
            return false;
        QByteArray sealed = query.value(0).toByteArray();
        sealed[sealed.size() / 2] = char(sealed.at(sealed.size() / 2) ^ 0x10);
        query.prepare(QStringLiteral("UPDATE value SET sealed = ? WHERE row = ?"));
        query.addBindValue(sealed);
        query.addBindValue(row);
        return query.exec() && query.numRowsAffected() == 1;
    }

    /// A table is gone, as after a damaged page of the schema: each look into it fails.
    bool drop(const QString &table)
    {
        return QSqlQuery(QSqlDatabase::database(connection())).exec(QStringLiteral("ALTER TABLE %1 RENAME TO gone").arg(table));
    }

private:
    static QString connection() { return QStringLiteral("damaged-store"); }
    static bool with(const QString &path)
    {
        QSqlDatabase file = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection());
        file.setDatabaseName(path);
        return file.open();
    }

    bool m_isOpen = false;
};

} // namespace handrail
