// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/base/Database.h"

#include <QFile>
#include <QFileInfo>
#include <atomic>
#include <fcntl.h>
#include <map>
#include <memory>
#include <mutex>
#include <sqlite3.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unordered_map>
#include <vector>

namespace handrail::clinic {

namespace {

// "HrCl": tells a clinic's file from any other SQLite file.
constexpr int applicationId = 0x4872436c;

} // namespace

struct Statement::Prepared {
    Prepared(sqlite3 *on, const QString &sql, unsigned flags)
        : connection(on)
    {
        const QByteArray text = sql.toUtf8();
        code = sqlite3_prepare_v3(connection, text.constData(), int(text.size()) + 1, flags, &statement, nullptr);
    }
    ~Prepared() { sqlite3_finalize(statement); }
    Prepared(const Prepared &) = delete;
    Prepared &operator=(const Prepared &) = delete;

    void reset()
    {
        if (!statement)
            return;
        sqlite3_reset(statement);
        sqlite3_clear_bindings(statement);
        held.clear();
        isAtFirst = false;
    }

    sqlite3 *connection;
    sqlite3_stmt *statement = nullptr; ///< null when SQLite does not take the text
    int code = SQLITE_OK;
    bool isAtFirst = false;       ///< on the first row, which next() is to give
    std::vector<QByteArray> held; ///< what is bound: SQLite makes no copies of it
};

namespace {

struct ThreadConnection {
    sqlite3 *database = nullptr;
    int code = SQLITE_OK; ///< of opening it
    std::unordered_map<QString, std::unique_ptr<Statement::Prepared>> statements;
    qint64 dataVersion = 0;

    ~ThreadConnection()
    {
        statements.clear();
        sqlite3_close_v2(database);
    }
};

// A thread's connections, by the serial number of their Database. They close with the thread, or with the Database on its own thread.
using ThreadConnections = std::unordered_map<quint64, std::unique_ptr<ThreadConnection>>;

ThreadConnections &threadConnections()
{
    thread_local ThreadConnections connections;
    return connections;
}

std::atomic<quint64> nextSerial{1};

ThreadConnection &connectionOf(quint64 serial, const QString &file, int patience)
{
    // Nobody asks how much memory SQLite has, and to count it takes a lock at each allocation. Refused where it is open already.
    [[maybe_unused]] static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    std::unique_ptr<ThreadConnection> &slot = threadConnections()[serial];
    const bool isBroken = slot && slot->code != SQLITE_OK;
    if (!slot || isBroken) { // the process may have run out of files for a moment
        slot = std::make_unique<ThreadConnection>();
        // No other thread uses it, so it needs no lock of its own.
        slot->code = sqlite3_open_v2(file.toUtf8().constData(), &slot->database,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
        if (slot->code == SQLITE_OK) {
            sqlite3_extended_result_codes(slot->database, 1);
            sqlite3_busy_timeout(slot->database, patience);
            for (const char *pragma : {"PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON", "PRAGMA trusted_schema=OFF",
                                       "PRAGMA cell_size_check=ON", "PRAGMA temp_store=MEMORY", "PRAGMA cache_size=-4096"})
                if (slot->code == SQLITE_OK)
                    slot->code = sqlite3_exec(slot->database, pragma, nullptr, nullptr, nullptr);
        }
    }
    return *slot;
}

// What SQLite reads later is in `held` until the statement is reset.
int bind(sqlite3_stmt *statement, int position, const QVariant &value, std::vector<QByteArray> &held)
{
    const auto bindText = [&](const QString &text) {
        if (text.isNull())
            return sqlite3_bind_null(statement, position);
        const QByteArray &utf8 = held.emplace_back(text.toUtf8()); // SQLite's own way there takes longer
        return sqlite3_bind_text(statement, position, utf8.constData(), int(utf8.size()), SQLITE_STATIC);
    };
    switch (value.typeId()) {
    case QMetaType::UnknownType:
    case QMetaType::Nullptr: return sqlite3_bind_null(statement, position);
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::ULongLong: return sqlite3_bind_int64(statement, position, value.toLongLong());
    case QMetaType::Double: return sqlite3_bind_double(statement, position, value.toDouble());
    case QMetaType::QString: return bindText(*static_cast<const QString *>(value.constData()));
    case QMetaType::QByteArray: {
        const QByteArray &bytes = held.emplace_back(*static_cast<const QByteArray *>(value.constData()));
        return bytes.isNull() ? sqlite3_bind_null(statement, position)
                              : sqlite3_bind_blob(statement, position, bytes.constData(), int(bytes.size()), SQLITE_STATIC);
    }
    default: return SQLITE_MISMATCH;
    }
}

// The head of the WAL index, mapped. The file is opened once in the life of the process and never closed: closing any descriptor of a
// file drops all locks that this process holds on it (POSIX fcntl), and SQLite's are among them.
const volatile quint32 *walHead(const QString &file)
{
    static std::mutex mutex;
    static std::map<std::pair<dev_t, ino_t>, const volatile quint32 *> heads;
    const QByteArray path = QFile::encodeName(file + QStringLiteral("-shm"));
    struct stat found {
    };
    if (::stat(path.constData(), &found) != 0 || found.st_size < qint64(sizeof(Database::CommitMark::words)))
        return nullptr;
    const std::lock_guard lock(mutex);
    const auto [head, isNew] = heads.try_emplace({found.st_dev, found.st_ino}, nullptr);
    if (isNew) {
        const int descriptor = ::open(path.constData(), O_RDONLY | O_CLOEXEC);
        void *memory = descriptor < 0 ? MAP_FAILED
                                      : ::mmap(nullptr, sizeof(Database::CommitMark::words), PROT_READ, MAP_SHARED, descriptor, 0);
        if (memory != MAP_FAILED)
            head->second = static_cast<const volatile quint32 *>(memory);
    }
    return head->second;
}

} // namespace

ProblemKind storeProblem(int sqliteCode)
{
    switch (sqliteCode & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return ProblemKind::StoreInUse;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN: return ProblemKind::StoreReadOnly;
    case SQLITE_FULL: return ProblemKind::StoreFull;
    case SQLITE_CONSTRAINT: return ProblemKind::Conflict;
    case SQLITE_NOTADB: return ProblemKind::StoreForeign;
    default: return ProblemKind::StoreBroken;
    }
}

Statement::~Statement()
{
    if (!m_prepared)
        return;
    if (m_isKept)
        m_prepared->reset();
    else
        delete m_prepared;
}

bool Statement::run(const QVariant *values, std::size_t count)
{
    Prepared &own = *m_prepared;
    if (!own.statement)
        return false;
    own.reset();
    if (int(count) != sqlite3_bind_parameter_count(own.statement)) {
        own.code = SQLITE_RANGE;
        return false;
    }
    for (int position = 0; position < int(count); ++position) {
        own.code = bind(own.statement, position + 1, values[position], own.held);
        if (own.code != SQLITE_OK)
            return false;
    }
    const int step = sqlite3_step(own.statement);
    own.isAtFirst = step == SQLITE_ROW;
    own.code = own.isAtFirst || step == SQLITE_DONE ? SQLITE_OK : step;
    return own.code == SQLITE_OK;
}

bool Statement::next()
{
    Prepared &own = *m_prepared;
    if (std::exchange(own.isAtFirst, false))
        return true;
    // A statement at its end would begin again.
    if (!own.statement || !sqlite3_stmt_busy(own.statement))
        return false;
    const int step = sqlite3_step(own.statement);
    own.code = step == SQLITE_ROW || step == SQLITE_DONE ? SQLITE_OK : step;
    return step == SQLITE_ROW;
}

QVariant Statement::value(int column) const
{
    switch (sqlite3_column_type(m_prepared->statement, column)) {
    case SQLITE_INTEGER: return number(column);
    case SQLITE_FLOAT: return sqlite3_column_double(m_prepared->statement, column);
    case SQLITE_BLOB: return bytes(column);
    case SQLITE_NULL: return {};
    default: return text(column);
    }
}

QString Statement::text(int column) const
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_prepared->statement, column));
    return QString::fromUtf8(text, sqlite3_column_bytes(m_prepared->statement, column));
}

QByteArray Statement::bytes(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_prepared->statement, column));
    return {bytes, sqlite3_column_bytes(m_prepared->statement, column)};
}

qint64 Statement::number(int column) const
{
    return sqlite3_column_int64(m_prepared->statement, column);
}

qint64 Statement::insertedRow() const
{
    return sqlite3_last_insert_rowid(m_prepared->connection);
}

int Statement::changedRows() const
{
    return sqlite3_changes(m_prepared->connection);
}

int Statement::errorCode() const
{
    return m_prepared->code;
}

Database::Database(QString file)
    : m_file(std::move(file))
    , m_serial(nextSerial++)
{
}

Database::~Database()
{
    threadConnections().erase(m_serial);
}

Result<void> Database::open()
{
    const bool isNew = !QFileInfo::exists(m_file) || QFileInfo(m_file).size() == 0;
    if (isNew) {
        // Health records, password hashes and the signing key: for this user only. SQLite gives its side files the same rights.
        QFile file(m_file);
        if (file.open(QIODevice::Append))
            file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }
    if (const int code = connectionOf(m_serial, m_file, m_patience).code; code != SQLITE_OK)
        return problem(storeProblem(code), QStringLiteral("open"));
    if (const int code = execute(QStringLiteral("SELECT count(*) FROM sqlite_master")); code != SQLITE_OK)
        return problem(storeProblem(code), QStringLiteral("read"));
    const qint64 id = readNumber(QStringLiteral("PRAGMA application_id"));
    const bool isEmpty = readNumber(QStringLiteral("SELECT count(*) FROM sqlite_master")) == 0;
    if (id != applicationId && !(isNew || (isEmpty && id == 0)))
        return problem(ProblemKind::StoreForeign, QStringLiteral("application_id"));
    if (isEmpty && id != applicationId) {
        for (const QString &sql :
             {QStringLiteral("PRAGMA page_size=8192"), QStringLiteral("PRAGMA application_id=%1").arg(applicationId)}) {
            if (const int code = execute(sql); code != SQLITE_OK)
                return problem(storeProblem(code), QStringLiteral("create"));
        }
    }
    for (const QString &sql :
         {QStringLiteral("PRAGMA journal_mode=WAL"),
          QStringLiteral("CREATE TABLE IF NOT EXISTS area (name TEXT PRIMARY KEY, version INTEGER NOT NULL)")}) {
        if (const int code = execute(sql); code != SQLITE_OK)
            return problem(storeProblem(code), QStringLiteral("prepare"));
    }
    // The index exists once the file is in WAL mode and was read; without a map hasCommitsSince() says "perhaps" each time.
    m_walHead = walHead(m_file);
    return {};
}

void Database::setPatience(std::chrono::milliseconds patience)
{
    m_patience = int(patience.count());
    sqlite3_busy_timeout(connection(), m_patience);
}

void Database::setCache(qint64 bytes)
{
    // Not so many as were asked for is slower, and no more.
    static_cast<void>(execute(QStringLiteral("PRAGMA cache_size=-%1").arg(bytes / 1024)));
}

Result<void> Database::addArea(const QString &area, const QList<QStringList> &steps)
{
    Transaction transaction(*this);
    if (!transaction.isOpen())
        return problem(storeProblem(transaction.errorCode()), QStringLiteral("schema lock"));
    qint64 version = 0;
    {
        Statement read = statement(QStringLiteral("SELECT version FROM area WHERE name = ?"));
        if (read.run({area}) && read.next())
            version = read.number(0);
    }
    if (version > steps.size())
        return problem(ProblemKind::StoreNewer, QStringLiteral("schema"));
    for (qint64 step = version; step < steps.size(); ++step) {
        for (const QString &sql : steps.at(step)) {
            if (const int code = execute(sql); code != SQLITE_OK)
                return problem(storeProblem(code), QStringLiteral("schema step %1").arg(step));
        }
    }
    if (version < steps.size()) {
        Statement write = statement(QStringLiteral("INSERT INTO area (name, version) VALUES (?, ?) "
                                                   "ON CONFLICT (name) DO UPDATE SET version = excluded.version"));
        if (!write.run({area, steps.size()}))
            return problem(ProblemKind::StoreBroken, QStringLiteral("schema version"));
    }
    if (!transaction.commit())
        return problem(ProblemKind::StoreBroken, QStringLiteral("schema commit"));
    return {};
}

Statement Database::statement(const QString &sql)
{
    ThreadConnection &own = connectionOf(m_serial, m_file, m_patience);
    std::unique_ptr<Statement::Prepared> &slot = own.statements[sql];
    if (!slot || !slot->statement)
        slot = std::make_unique<Statement::Prepared>(own.database, sql, SQLITE_PREPARE_PERSISTENT);
    return Statement(slot.get(), true);
}

Statement Database::statementOnce(const QString &sql)
{
    return Statement(std::make_unique<Statement::Prepared>(connection(), sql, 0U).release(), false);
}

int Database::execute(const QString &sql)
{
    Statement once = statementOnce(sql);
    return once.run() ? SQLITE_OK : once.errorCode();
}

qint64 Database::readNumber(const QString &sql)
{
    Statement once = statementOnce(sql);
    return once.run() && once.next() ? once.number(0) : -1;
}

sqlite3 *Database::connection()
{
    return connectionOf(m_serial, m_file, m_patience).database;
}

bool Database::wasChangedElsewhere()
{
    ThreadConnection &own = connectionOf(m_serial, m_file, m_patience);
    Statement read = statement(QStringLiteral("PRAGMA data_version"));
    if (!read.run() || !read.next())
        return true;
    const qint64 version = read.number(0);
    return std::exchange(own.dataVersion, version) != version;
}

bool Database::hasCommitsSince(CommitMark &mark) const
{
    if (!m_walHead)
        return true;
    CommitMark now;
    for (std::size_t i = 0; i < now.words.size(); ++i)
        now.words.at(i) = m_walHead[i];
    // What is asked of SQLite next must not be answered from before this look.
    std::atomic_thread_fence(std::memory_order_seq_cst);
    return std::exchange(mark, now) != now;
}

Transaction::Transaction(Database &database)
    : m_database(database)
{
    Statement begin = database.statement(QStringLiteral("BEGIN IMMEDIATE"));
    m_isOpen = begin.run();
    m_errorCode = begin.errorCode();
}

Transaction::~Transaction()
{
    if (m_isOpen)
        m_database.statement(QStringLiteral("ROLLBACK")).run();
}

bool Transaction::commit()
{
    if (!m_isOpen || !m_database.statement(QStringLiteral("COMMIT")).run())
        return false;
    m_isOpen = false;
    return true;
}

} // namespace handrail::clinic
