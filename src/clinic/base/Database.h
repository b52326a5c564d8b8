// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QVariant>
#include <array>
#include <atomic>
#include <chrono>
#include <initializer_list>
#include <utility>

struct sqlite3;

namespace handrail::clinic {

/// What a failed statement means, by SQLite's code, primary or extended: Conflict for a broken constraint; StoreInUse, StoreReadOnly,
/// StoreFull, StoreForeign; StoreBroken for the rest.
[[nodiscard]] ProblemKind storeProblem(int sqliteCode);

/// One prepared statement, most often on loan from the thread's cache. Reset when it goes out of scope, so that it never holds a read lock.
/// Never open the same SQL text twice at once on one thread.
class Statement
{
public:
    struct Prepared;
    /// `isKept`: in the cache; else it ends with this.
    Statement(Prepared *prepared, bool isKept)
        : m_prepared(prepared)
        , m_isKept(isKept)
    {
    }
    Statement(Statement &&other) noexcept
        : m_prepared(std::exchange(other.m_prepared, nullptr))
        , m_isKept(other.m_isKept)
    {
    }
    Statement &operator=(Statement &&) = delete;
    ~Statement();

    /// Binds `values` to the `?` of the text in order and runs it. False when SQLite refuses: see errorCode().
    bool run(std::initializer_list<QVariant> values = {}) { return run(values.begin(), values.size()); }
    template <std::size_t count>
    bool run(const std::array<QVariant, count> &values)
    {
        return run(values.data(), count);
    }
    bool run(const QVariantList &values) { return run(values.constData(), std::size_t(values.size())); }
    bool next();
    /// A number, a text, bytes, or null.
    [[nodiscard]] QVariant value(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] qint64 number(int column) const;
    [[nodiscard]] qint64 insertedRow() const;
    [[nodiscard]] int changedRows() const;
    /// SQLite's extended code of the last failure (2067 is a broken UNIQUE), 0 when it worked.
    [[nodiscard]] int errorCode() const;

private:
    bool run(const QVariant *values, std::size_t count);

    Prepared *m_prepared;
    bool m_isKept;
};

/// The clinic's SQLite file: one connection for each thread, WAL, synchronous=FULL. Each area of the clinic (records, accounts,
/// audit) brings its own tables and their versions.
class Database
{
public:
    explicit Database(QString file);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Opens or makes the file. StoreForeign: an SQLite file that is not a clinic's, or no SQLite file. StoreReadOnly, StoreFull, StoreBroken.
    [[nodiscard]] Result<void> open();

    /// How long a statement waits for a lock that another connection holds; 5 s unless set. For this thread and those that come.
    void setPatience(std::chrono::milliseconds patience);

    /// Pages that this thread's connection keeps in memory, in bytes; 4 MiB unless set. For one that writes very much.
    void setCache(qint64 bytes);

    /// Brings the area's tables up to date in one transaction: `steps[n]` holds the statements that lead from version n to n + 1.
    /// Steps that were released never change; new ones are appended. StoreNewer when the file knows more steps than this program.
    [[nodiscard]] Result<void> addArea(const QString &area, const QList<QStringList> &steps);

    /// This thread's prepared statement of that text, made on first use.
    [[nodiscard]] Statement statement(const QString &sql);
    /// One that is not kept: for a text that is put together as it is asked.
    [[nodiscard]] Statement statementOnce(const QString &sql);

    /// This thread's connection.
    [[nodiscard]] sqlite3 *connection();

    /// True when another connection or process has changed the file since this thread asked last (PRAGMA data_version).
    [[nodiscard]] bool wasChangedElsewhere();

    /// A look at the head of SQLite's WAL index, which every commit of any connection or process changes (sqlite.org, walformat, 2.1).
    struct CommitMark {
        std::array<quint32, 12> words{};
        bool operator==(const CommitMark &) const = default;
    };
    /// False when surely nobody, this thread included, has committed since `mark` was last filled in here; then there is no need to ask
    /// SQLite. Costs no system call. Fills `mark` in. True when it cannot be told.
    [[nodiscard]] bool hasCommitsSince(CommitMark &mark) const;

    [[nodiscard]] QString file() const { return m_file; }

private:
    [[nodiscard]] int execute(const QString &sql);
    [[nodiscard]] qint64 readNumber(const QString &sql);

    QString m_file;
    quint64 m_serial;
    std::atomic<int> m_patience{5000};           ///< milliseconds
    const volatile quint32 *m_walHead = nullptr; ///< the first 48 bytes of FILE-shm; null when they cannot be seen
};

/// A write transaction (BEGIN IMMEDIATE) on this thread's connection. Rolls back unless commit() succeeded. They do not nest.
class Transaction
{
public:
    explicit Transaction(Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// False when the lock could not be had (busy, read-only, full).
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    /// SQLite's code of why.
    [[nodiscard]] int errorCode() const { return m_errorCode; }
    [[nodiscard]] bool commit();

private:
    Database &m_database;
    bool m_isOpen = false;
    int m_errorCode = 0;
};

} // namespace handrail::clinic
