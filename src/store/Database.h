// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"

#include <QByteArray>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <memory>
#include <unordered_map>

namespace handrail {

/// The rows of one run of a statement. Frees the statement for its next run when it goes.
class Rows
{
public:
    explicit Rows(QSqlQuery *query)
        : m_query(query)
    {
    }
    Rows(Rows &&other) noexcept
        : m_query(std::exchange(other.m_query, nullptr))
    {
    }
    Rows &operator=(Rows &&) = delete;
    ~Rows();

    [[nodiscard]] bool next();
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] qint64 number(int column) const;
    [[nodiscard]] QString text(int column) const;
    /// Rows changed by an insert, update or delete.
    [[nodiscard]] int changed() const;
    /// After next() was false: why, if it was not the end.
    [[nodiscard]] Result<void> end() const;

private:
    QSqlQuery *m_query;
};

/// One SQLite connection with its prepared statements, and the room where SQLite's error codes become Problems. GUI thread only.
class Database
{
public:
    enum class Access {
        ReadWrite, ///< the only user of the file: exclusive lock, so no shared-memory file lies beside it
        Peek       ///< reads the main file as it lies there and touches nothing, not even locks
    };

    /// `path` may be ":memory:".
    static Result<std::unique_ptr<Database>> open(const QString &path, Access access);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Runs a statement with its values in order. `sql` must be a string literal: its address is the key of the prepared statement. One run of
    /// a statement at a time.
    template <typename... Values>
    Result<Rows> run(const char *sql, const Values &...values)
    {
        QSqlQuery *const query = prepared(sql);
        if (query) {
            int position = 0;
            (query->bindValue(position++, values), ...);
        }
        return execute(query);
    }
    /// For statements without an answer that run once.
    Result<void> once(const QString &sql);
    /// From here on a commit waits for the disk (synchronous=FULL), but for what Transaction::Durable::Later says.
    Result<void> beDurable() { return setDurable(true); }

private:
    friend class Transaction;

    explicit Database(QString connection);
    QSqlQuery *prepared(const char *sql);
    Result<Rows> execute(QSqlQuery *query);
    Result<void> setDurable(bool isDurable);
    Result<void> settle();

    QString m_connection;
    QSqlDatabase m_database;
    std::unordered_map<const char *, QSqlQuery> m_statements;
    Problem m_prepareProblem;
    bool m_isDurable = true; ///< synchronous=FULL; what follows a transaction that was not sees to it first
    bool m_isInLater = false;
};

/// BEGIN IMMEDIATE until commit(); goes back when it is destroyed before.
class Transaction
{
public:
    /// When what was committed outlives a power cut. Later: with the next that is durable, all of it or what came first. For what can be
    /// downloaded again: each wait for the disk is some ten milliseconds on a cheap phone.
    enum class Durable { Now, Later };

    static Result<std::unique_ptr<Transaction>> begin(Database &database, Durable durable = Durable::Now);
    ~Transaction();
    /// Durable when it returns without a problem, if that was asked for.
    Result<void> commit();

private:
    explicit Transaction(Database &database)
        : m_database(database)
    {
    }
    Database &m_database;
    bool m_isOpen = true;
};

} // namespace handrail
