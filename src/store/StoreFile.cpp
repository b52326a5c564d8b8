// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "store/StoreFile.h"

#include "store/OutboxCount.h"
#include "store/Sealer.h"
#include "store/StoreLock.h"

#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSet>
#include <QtEndian>

#include <sodium.h>

#include <array>

namespace handrail {

namespace {

/// One step of the layout: the statements that lead from the version before to this one. A released step never changes.
struct SchemaStep {
    std::array<const char *, 10> statements;
};

// Rowid tables with unique indexes and 8 KiB pages: WITHOUT ROWID spills these rows to overflow pages (design performance 3).
constexpr std::array<SchemaStep, storeSchemaVersion> schemaSteps{{
    {{
        "CREATE TABLE header (row INTEGER PRIMARY KEY CHECK (row = 1), key_id BLOB NOT NULL, store_id BLOB NOT NULL, proof BLOB "
        "NOT NULL)",
        // type, id, day: keyed hashes. place: the order within a type, with gaps, no time.
        "CREATE TABLE record (row INTEGER PRIMARY KEY, type BLOB NOT NULL, id BLOB NOT NULL, day BLOB, place INTEGER NOT NULL, "
        "sealed BLOB NOT NULL)",
        "CREATE UNIQUE INDEX record_by_id ON record (type, id)",
        "CREATE INDEX record_by_day ON record (day) WHERE day IS NOT NULL",
        "CREATE INDEX record_by_place ON record (type, place)",
        "CREATE TABLE outbox (sequence INTEGER PRIMARY KEY AUTOINCREMENT, identifier BLOB NOT NULL UNIQUE, state INTEGER NOT NULL, "
        "priority INTEGER NOT NULL, sealed BLOB NOT NULL)",
        "CREATE TABLE outbox_damaged (sequence INTEGER PRIMARY KEY, identifier BLOB NOT NULL, state INTEGER NOT NULL, "
        "priority INTEGER NOT NULL, sealed BLOB NOT NULL)",
        "CREATE TABLE value (row INTEGER PRIMARY KEY, name BLOB NOT NULL UNIQUE, sealed BLOB NOT NULL)",
        nullptr,
        nullptr,
    }},
}};

Result<void> upgrade(Database &database, int from)
{
    for (int version = from; version < storeSchemaVersion; ++version) {
        auto transaction = Transaction::begin(database);
        if (!transaction)
            return tl::make_unexpected(transaction.error());
        for (const char *statement : schemaSteps.at(std::size_t(version)).statements) {
            if (!statement)
                break;
            if (const auto done = database.once(QString::fromLatin1(statement)); !done)
                return done;
        }
        if (const auto done = database.once(QStringLiteral("PRAGMA user_version = %1").arg(version + 1)); !done)
            return done;
        if (const auto done = (*transaction)->commit(); !done)
            return done;
    }
    return {};
}

Result<void> writeHeader(Database &database, const StoreKey &key)
{
    StoreHeader header;
    header.keyId = key.id();
    header.storeId.resize(StoreKey::idBytes);
    randombytes_buf(header.storeId.data(), std::size_t(header.storeId.size()));
    header.proof = OutboxCount().sealInto(Sealer(key, header.storeId), header);
    const auto done = database.run("INSERT INTO header (row, key_id, store_id, proof) VALUES (1, ?, ?, ?)", header.keyId,
                                   header.storeId, header.proof);
    if (!done)
        return tl::make_unexpected(done.error());
    // Without the store's id no row can be opened, so it lies on a second page, too, where StoreSalvage finds it.
    const QByteArray ids = header.keyId + header.storeId;
    const auto copied = database.run("INSERT INTO value (name, sealed) VALUES (?, ?)", header.keyId, ids);
    if (!copied)
        return tl::make_unexpected(copied.error());
    return {};
}

Result<void> checkKey(const StoreHeader &header, const StoreKey &key)
{
    const QByteArray keyId = key.id();
    if (header.keyId.size() != keyId.size()
        || sodium_memcmp(header.keyId.constData(), keyId.constData(), std::size_t(keyId.size())) != 0)
        return problem(ProblemKind::KeyUnavailable, QStringLiteral("store: made with another key"));
    if (!OutboxCount::isProven(Sealer(key, header.storeId), header))
        return problem(ProblemKind::StoreBroken, QStringLiteral("store: header fails its seal"));
    return {};
}

Result<void> runAll(Database &database, std::initializer_list<const char *> statements)
{
    for (const char *statement : statements) {
        if (const auto done = database.once(QString::fromLatin1(statement)); !done)
            return done;
    }
    return {};
}

Result<void> setUp(Database &database)
{
    // Only now may the journal be brought in. The exclusive lock is what makes a second process get StoreInUse; it also keeps the journal's
    // index in memory, so no shared file lies beside the store.
    if (const auto done = runAll(database, {"PRAGMA locking_mode = EXCLUSIVE", "PRAGMA journal_mode = WAL"}); !done)
        return done;
    if (const auto durable = database.beDurable(); !durable)
        return durable;
    return runAll(database,
                  {"PRAGMA temp_store = MEMORY", "PRAGMA secure_delete = ON", "PRAGMA foreign_keys = ON",
                   "PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON"});
}

Result<void> fill(Database &database, const StoreKey &key)
{
    if (const auto done = runAll(database, {"PRAGMA page_size = 8192", "PRAGMA secure_delete = ON", "PRAGMA temp_store = MEMORY"});
        !done)
        return done;
    if (const auto durable = database.beDurable(); !durable)
        return durable;
    if (const auto done = database.once(QStringLiteral("PRAGMA application_id = %1").arg(storeApplicationId)); !done)
        return done;
    if (const auto done = upgrade(database, 0); !done)
        return done;
    return writeHeader(database, key);
}

void removeWithJournals(const QString &path)
{
    for (const QString &suffix : {QString(), QStringLiteral("-journal"), QStringLiteral("-wal"), QStringLiteral("-shm")})
        QFile::remove(path + suffix);
}

Problem problemOf(const QFile &file)
{
    return {ProblemKind::StoreReadOnly, true, QStringLiteral("file %1").arg(int(file.error()))};
}

QSet<QString> &openPaths()
{
    static QSet<QString> paths;
    return paths;
}

} // namespace

OpenMark::OpenMark(QString path)
    : m_path(std::move(path))
{
    openPaths().insert(m_path);
}

OpenMark::~OpenMark()
{
    openPaths().remove(m_path);
}

Result<void> inspectStoreFile(const QString &path)
{
    if (openPaths().contains(path))
        return problem(ProblemKind::StoreInUse, QStringLiteral("open here"), true);
    QFile file(path);
    if (!file.exists())
        return problem(ProblemKind::NotFound, QStringLiteral("no store"));
    if (!file.open(QIODevice::ReadOnly))
        return tl::make_unexpected(problemOf(file));
    // https://www.sqlite.org/fileformat2.html#the_database_header
    const QByteArray head = file.read(100);
    if (head.size() < 100 || !head.startsWith(QByteArrayView("SQLite format 3\0", 16)))
        return problem(ProblemKind::StoreForeign, QStringLiteral("not a database"));
    if (qFromBigEndian<quint32>(head.constData() + 68) != storeApplicationId)
        return problem(ProblemKind::StoreForeign, QStringLiteral("another program's database"));
    if (qFromBigEndian<quint32>(head.constData() + 60) > quint32(storeSchemaVersion))
        return problem(ProblemKind::StoreNewer, QStringLiteral("schema %1").arg(qFromBigEndian<quint32>(head.constData() + 60)));
    return {};
}

Result<void> makeStoreFile(const QString &path, const StoreKey &key)
{
    // Two processes must not work on one unfinished file. (An open store needs no such file: SQLite's exclusive lock ends with its process,
    // and costs no write to the disk before the first screen.)
    QLockFile lock(path + u".lock");
    lock.setStaleLockTime(0);
    if (!lock.tryLock(0) && lock.error() == QLockFile::LockFailedError)
        return problem(ProblemKind::StoreInUse, QStringLiteral("being made"), true);
    const QString unfinished = path + u".new";
    removeWithJournals(unfinished);
    QFile file(unfinished);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return tl::make_unexpected(problemOf(file));
    file.close();

    Result<void> done;
    {
        auto database = Database::open(unfinished, Database::Access::ReadWrite);
        done = database ? fill(**database, key) : Result<void>(tl::make_unexpected(database.error()));
    }
    if (done) {
        // A journal without its file belongs to nothing, but SQLite would play it into the new one. A lock without one would shut it.
        removeWithJournals(path);
        done = StoreLock::remove(path);
        if (done && !file.rename(path))
            done = tl::make_unexpected(problemOf(file));
    }
    if (!done)
        removeWithJournals(unfinished);
    return done;
}

Result<std::unique_ptr<Database>> openStoreFile(const QString &path, const StoreKey &key)
{
    if (const auto seen = inspectStoreFile(path); !seen)
        return tl::make_unexpected(seen.error());
    const auto peeked = peekStoreHeader(path);
    if (!peeked && !QFileInfo::exists(path + u"-wal")) // else the journal may mend what cannot be read now
        return tl::make_unexpected(peeked.error());
    if (peeked) {
        if (const auto fits = checkKey(*peeked, key); !fits)
            return tl::make_unexpected(fits.error());
    }
    auto database = Database::open(path, Database::Access::ReadWrite);
    if (!database)
        return database;
    if (const auto done = setUp(**database); !done)
        return tl::make_unexpected(done.error());
    int version = 0;
    {
        auto rows = (*database)->run("PRAGMA user_version");
        if (!rows || !rows->next())
            return tl::make_unexpected(rows ? Problem{ProblemKind::StoreBroken, false, QStringLiteral("no version")}
                                            : rows.error());
        version = int(rows->number(0));
    }
    if (version > storeSchemaVersion)
        return problem(ProblemKind::StoreNewer, QStringLiteral("schema %1").arg(version));
    if (version < 1)
        return problem(ProblemKind::StoreBroken, QStringLiteral("schema %1").arg(version));
    if (const auto done = upgrade(**database, version); !done)
        return tl::make_unexpected(done.error());
    const auto header = readStoreHeader(**database);
    if (!header)
        return tl::make_unexpected(header.error());
    if (const auto fits = checkKey(*header, key); !fits)
        return tl::make_unexpected(fits.error());
    return database;
}

Result<std::unique_ptr<Database>> openStoreFileSealed(const QString &path)
{
    if (const auto seen = inspectStoreFile(path); !seen)
        return tl::make_unexpected(seen.error());
    auto database = Database::open(path, Database::Access::ReadWrite);
    if (!database)
        return database;
    if (const auto done = setUp(**database); !done)
        return tl::make_unexpected(done.error());
    return database;
}

Result<std::unique_ptr<Database>> makeStoreInMemory(const StoreKey &key)
{
    auto database = Database::open(QStringLiteral(":memory:"), Database::Access::ReadWrite);
    if (!database)
        return database;
    if (const auto done = fill(**database, key); !done)
        return tl::make_unexpected(done.error());
    return database;
}

Result<StoreHeader> peekStoreHeader(const QString &path)
{
    if (const auto seen = inspectStoreFile(path); !seen)
        return tl::make_unexpected(seen.error());
    const auto database = Database::open(path, Database::Access::Peek);
    if (!database)
        return tl::make_unexpected(database.error());
    return readStoreHeader(**database);
}

Result<StoreHeader> readStoreHeader(Database &database)
{
    auto rows = database.run("SELECT key_id, store_id, proof FROM header WHERE row = 1");
    if (!rows)
        return tl::make_unexpected(rows.error());
    StoreHeader header;
    if (rows->next())
        header = {rows->blob(0), rows->blob(1), rows->blob(2)};
    if (header.keyId.size() != StoreKey::idBytes || header.storeId.size() != StoreKey::idBytes)
        return problem(ProblemKind::StoreBroken, QStringLiteral("store: no header"));
    return header;
}

} // namespace handrail
