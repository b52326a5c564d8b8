// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "store/Database.h"

#include <QSqlError>
#include <QUrl>

#include <atomic>

namespace handrail {

namespace {

/// https://www.sqlite.org/rescode.html; the low byte is the primary code.
Problem problemOf(const QSqlError &error)
{
    bool isNumber = false;
    const int code = error.nativeErrorCode().toInt(&isNumber);
    const QString detail = isNumber ? QStringLiteral("sqlite %1").arg(code) : QStringLiteral("sqlite");
    switch (isNumber ? code & 0xff : -1) {
    case 13: // SQLITE_FULL
        return {ProblemKind::StoreFull, true, detail};
    case 3:  // SQLITE_PERM
    case 8:  // SQLITE_READONLY
    case 14: // SQLITE_CANTOPEN
    case 23: // SQLITE_AUTH
        return {ProblemKind::StoreReadOnly, true, detail};
    case 7:  // SQLITE_NOMEM
    case 10: // SQLITE_IOERR: the disk, not the content, is at fault
        return {ProblemKind::StoreReadOnly, true, detail};
    case 5:  // SQLITE_BUSY
    case 6:  // SQLITE_LOCKED
    case 15: // SQLITE_PROTOCOL
        return {ProblemKind::StoreInUse, true, detail};
    default: return {ProblemKind::StoreBroken, false, detail};
    }
}

} // namespace

Rows::~Rows()
{
    if (m_query)
        m_query->finish();
}

bool Rows::next()
{
    return m_query->next();
}

QByteArray Rows::blob(int column) const
{
    return m_query->value(column).toByteArray();
}

qint64 Rows::number(int column) const
{
    return m_query->value(column).toLongLong();
}

QString Rows::text(int column) const
{
    return m_query->value(column).toString();
}

int Rows::changed() const
{
    return m_query->numRowsAffected();
}

Result<void> Rows::end() const
{
    if (m_query->lastError().isValid())
        return tl::make_unexpected(problemOf(m_query->lastError()));
    return {};
}

Database::Database(QString connection)
    : m_connection(std::move(connection))
    , m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection))
{
}

Database::~Database()
{
    m_statements.clear();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, Access access)
{
    static std::atomic<int> number = 0;
    std::unique_ptr<Database> database(new Database(QStringLiteral("handrail-store-%1").arg(++number)));
    if (!database->m_database.isValid())
        return problem(ProblemKind::StoreBroken, QStringLiteral("no SQLite driver"));
    if (access == Access::Peek) {
        QUrl url = QUrl::fromLocalFile(path);
        url.setQuery(QStringLiteral("mode=ro&immutable=1"));
        database->m_database.setDatabaseName(QString::fromUtf8(url.toEncoded()));
        database->m_database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_OPEN_READONLY"));
    } else {
        database->m_database.setDatabaseName(path);
        // Nobody else should have it. A moment for a process that is just ending; more would only keep the screen still.
        database->m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=250"));
    }
    if (!database->m_database.open())
        return tl::make_unexpected(problemOf(database->m_database.lastError()));
    return database;
}

QSqlQuery *Database::prepared(const char *sql)
{
    const auto found = m_statements.find(sql);
    if (found != m_statements.end())
        return &found->second;
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(QString::fromLatin1(sql))) {
        m_prepareProblem = problemOf(query.lastError());
        return nullptr;
    }
    return &m_statements.emplace(sql, std::move(query)).first->second;
}

Result<Rows> Database::execute(QSqlQuery *query)
{
    if (!query)
        return tl::make_unexpected(m_prepareProblem);
    if (const auto settled = settle(); !settled)
        return tl::make_unexpected(settled.error());
    if (!query->exec()) {
        const Problem failure = problemOf(query->lastError());
        query->finish();
        return tl::make_unexpected(failure);
    }
    return Rows(query);
}

/// Not prepared once for all: SQLite does it while it prepares.
Result<void> Database::setDurable(bool isDurable)
{
    QSqlQuery query(m_database);
    if (!query.exec(isDurable ? QStringLiteral("PRAGMA synchronous = FULL") : QStringLiteral("PRAGMA synchronous = NORMAL")))
        return tl::make_unexpected(problemOf(query.lastError()));
    m_isDurable = isDurable;
    return {};
}

/// Nothing runs on a connection that is less durable than was asked for.
Result<void> Database::settle()
{
    return m_isDurable || m_isInLater ? Result<void>() : setDurable(true);
}

Result<void> Database::once(const QString &sql)
{
    if (const auto settled = settle(); !settled)
        return settled;
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        return tl::make_unexpected(problemOf(query.lastError()));
    return {};
}

Result<std::unique_ptr<Transaction>> Transaction::begin(Database &database, Durable durable)
{
    if (durable == Durable::Later) {
        if (const auto set = database.m_isDurable ? database.setDurable(false) : Result<void>(); !set)
            return tl::make_unexpected(set.error());
        database.m_isInLater = true;
    }
    if (const auto begun = database.run("BEGIN IMMEDIATE"); !begun) {
        database.m_isInLater = false;
        return tl::make_unexpected(begun.error());
    }
    return std::unique_ptr<Transaction>(new Transaction(database));
}

Transaction::~Transaction()
{
    // After a full disk SQLite has gone back by itself, and this one fails; that is as good.
    if (m_isOpen)
        (void)m_database.run("ROLLBACK");
    m_database.m_isInLater = false;
}

Result<void> Transaction::commit()
{
    if (const auto done = m_database.run("COMMIT"); !done)
        return tl::make_unexpected(done.error());
    m_isOpen = false;
    return {};
}

} // namespace handrail
