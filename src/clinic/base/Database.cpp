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
#include <sys/mman.h>
#include <sys/stat.h>
#include <unordered_map>

namespace handrail::clinic {

namespace {

// "HrCl": tells a clinic's file from any other SQLite file.
constexpr int applicationId = 0x4872436c;

struct ThreadConnection {
    QString name;
    QSqlDatabase database;
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> statements;
    qint64 dataVersion = 0;

    ~ThreadConnection()
    {
        statements.clear();
        database.close();
        database = QSqlDatabase();
        QSqlDatabase::removeDatabase(name);
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
std::atomic<quint64> nextConnection{1};

ProblemKind kindOf(const QSqlError &error)
{
    return storeProblem(error.nativeErrorCode());
}

std::optional<QSqlError> execute(QSqlDatabase &database, const QString &sql)
{
    QSqlQuery query(database);
    if (query.exec(sql))
        return std::nullopt;
    return query.lastError();
}

qint64 readNumber(QSqlDatabase &database, const QString &sql)
{
    QSqlQuery query(database);
    return query.exec(sql) && query.next() ? query.value(0).toLongLong() : -1;
}

ThreadConnection &connectionOf(quint64 serial, const QString &file, int patience)
{
    std::unique_ptr<ThreadConnection> &slot = threadConnections()[serial];
    if (!slot) {
        slot = std::make_unique<ThreadConnection>();
        slot->name = QStringLiteral("handrail-clinic-%1").arg(nextConnection++);
        slot->database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), slot->name);
        slot->database.setDatabaseName(file);
        slot->database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(patience));
        if (slot->database.open()) {
            for (const char *pragma : {"PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON", "PRAGMA trusted_schema=OFF",
                                       "PRAGMA cell_size_check=ON", "PRAGMA temp_store=MEMORY", "PRAGMA cache_size=-4096"})
                execute(slot->database, QString::fromLatin1(pragma));
        }
    }
    return *slot;
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

ProblemKind storeProblem(const QString &sqliteCode)
{
    switch (sqliteCode.toInt() & 0xff) {
    case 5:
    case 6: return ProblemKind::StoreInUse;
    case 8:
    case 14: return ProblemKind::StoreReadOnly;
    case 13: return ProblemKind::StoreFull;
    case 19: return ProblemKind::Conflict;
    case 26: return ProblemKind::StoreForeign;
    default: return ProblemKind::StoreBroken;
    }
}

bool Statement::run(std::initializer_list<QVariant> values)
{
    int position = 0;
    for (const QVariant &value : values)
        m_query->bindValue(position++, value);
    return m_query->exec();
}

bool Statement::run(const QVariantList &values)
{
    for (int position = 0; position < values.size(); ++position)
        m_query->bindValue(position, values.at(position));
    return m_query->exec();
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
    QSqlDatabase database = connection();
    if (!database.isOpen())
        return problem(kindOf(database.lastError()), QStringLiteral("open"));
    if (const auto error = execute(database, QStringLiteral("SELECT count(*) FROM sqlite_master")))
        return problem(kindOf(*error), QStringLiteral("read"));
    const qint64 id = readNumber(database, QStringLiteral("PRAGMA application_id"));
    const bool isEmpty = readNumber(database, QStringLiteral("SELECT count(*) FROM sqlite_master")) == 0;
    if (id != applicationId && !(isNew || (isEmpty && id == 0)))
        return problem(ProblemKind::StoreForeign, QStringLiteral("application_id"));
    if (isEmpty && id != applicationId) {
        for (const QString &sql :
             {QStringLiteral("PRAGMA page_size=8192"), QStringLiteral("PRAGMA application_id=%1").arg(applicationId)}) {
            if (const auto error = execute(database, sql))
                return problem(kindOf(*error), QStringLiteral("create"));
        }
    }
    for (const QString &sql :
         {QStringLiteral("PRAGMA journal_mode=WAL"),
          QStringLiteral("CREATE TABLE IF NOT EXISTS area (name TEXT PRIMARY KEY, version INTEGER NOT NULL)")}) {
        if (const auto error = execute(database, sql))
            return problem(kindOf(*error), QStringLiteral("prepare"));
    }
    // The index exists once the file is in WAL mode and was read; without a map hasCommitsSince() says "perhaps" each time.
    m_walHead = walHead(m_file);
    return {};
}

void Database::setPatience(std::chrono::milliseconds patience)
{
    m_patience = int(patience.count());
    QSqlDatabase database = connection();
    execute(database, QStringLiteral("PRAGMA busy_timeout=%1").arg(patience.count()));
}

void Database::setCache(qint64 bytes)
{
    QSqlDatabase database = connection();
    execute(database, QStringLiteral("PRAGMA cache_size=-%1").arg(bytes / 1024));
}

Result<void> Database::addArea(const QString &area, const QList<QStringList> &steps)
{
    Transaction transaction(*this);
    if (!transaction.isOpen())
        return problem(kindOf(connection().lastError()), QStringLiteral("schema lock"));
    qint64 version = 0;
    {
        Statement read = statement(QStringLiteral("SELECT version FROM area WHERE name = ?"));
        if (read.run({area}) && read.next())
            version = read.number(0);
    }
    if (version > steps.size())
        return problem(ProblemKind::StoreNewer, QStringLiteral("schema"));
    QSqlDatabase database = connection();
    for (qint64 step = version; step < steps.size(); ++step) {
        for (const QString &sql : steps.at(step)) {
            if (const auto error = execute(database, sql))
                return problem(kindOf(*error), QStringLiteral("schema step %1").arg(step));
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
    std::unique_ptr<QSqlQuery> &slot = own.statements[sql];
    if (!slot) {
        slot = std::make_unique<QSqlQuery>(own.database);
        slot->setForwardOnly(true);
        slot->prepare(sql);
    }
    return Statement(slot.get());
}

QSqlDatabase Database::connection()
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
    , m_isOpen(database.statement(QStringLiteral("BEGIN IMMEDIATE")).run())
{
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
