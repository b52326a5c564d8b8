// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "PlainStore.h"

#include "store/StoreFile.h"

#include <QFile>
#include <cstdio>
#include <cstdlib>

namespace handrail {

namespace {

void need(bool isGood, const char *what)
{
    if (isGood)
        return;
    std::fprintf(stderr, "plain store: %s\n", what);
    std::exit(1);
}

void bind(sqlite3_stmt *statement, int position, const QByteArray &bytes)
{
    sqlite3_bind_blob(statement, position, bytes.constData(), int(bytes.size()), SQLITE_STATIC);
}

void step(sqlite3_stmt *statement)
{
    need(sqlite3_step(statement) == SQLITE_DONE, "insert");
    sqlite3_reset(statement);
}

} // namespace

PlainStore::PlainStore(const QString &file)
{
    const StoreKey key = StoreKey::generate();
    need(makeStoreFile(file, key).has_value(), "file");
    const auto header = peekStoreHeader(file);
    need(header.has_value(), "header");
    m_sealer = std::make_unique<Sealer>(key, header->storeId);
    need(sqlite3_open(QFile::encodeName(file).constData(), &m_database) == SQLITE_OK, "open");
    // As in store/StoreFile.cpp.
    for (const char *sql :
         {"PRAGMA locking_mode = EXCLUSIVE", "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA temp_store = MEMORY",
          "PRAGMA secure_delete = ON", "PRAGMA foreign_keys = ON", "PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON",
          "CREATE TABLE bare (row INTEGER PRIMARY KEY, bytes BLOB NOT NULL)"})
        once(sql);
    m_insert = prepared("INSERT INTO record (type, id, day, place, sealed) VALUES (?, ?, ?, ?, ?)");
    m_insertBare = prepared("INSERT INTO bare (bytes) VALUES (zeroblob(?))");
}

PlainStore::~PlainStore()
{
    sqlite3_finalize(m_insert);
    sqlite3_finalize(m_insertBare);
    sqlite3_close(m_database);
}

void PlainStore::once(const char *sql)
{
    need(sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr) == SQLITE_OK, sql);
}

sqlite3_stmt *PlainStore::prepared(const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    need(sqlite3_prepare_v2(m_database, sql, -1, &statement, nullptr) == SQLITE_OK, sql);
    return statement;
}

void PlainStore::insert(const QList<Row> &rows)
{
    const QByteArray type = m_sealer->lookup(Sealer::Lookup::RecordType, "QuestionnaireResponse");
    once("BEGIN IMMEDIATE");
    for (const Row &row : rows) {
        const QByteArray id = m_sealer->lookup(Sealer::Lookup::RecordId, row.id);
        const QByteArray day = m_sealer->lookup(Sealer::Lookup::RecordDay, row.id);
        FieldWriter fields(row.json.size() + row.id.size() + 16);
        fields.add(QByteArrayView(row.id));
        fields.add(QByteArrayView(row.json));
        const QByteArray sealed = m_sealer->seal(Sealer::Table::Record, id, std::move(fields));
        bind(m_insert, 1, type);
        bind(m_insert, 2, id);
        bind(m_insert, 3, day);
        sqlite3_bind_int64(m_insert, 4, ++m_place);
        bind(m_insert, 5, sealed);
        step(m_insert);
    }
    once("COMMIT");
}

void PlainStore::insertBare(qsizetype bytes)
{
    once("BEGIN IMMEDIATE");
    sqlite3_bind_int64(m_insertBare, 1, bytes);
    step(m_insertBare);
    once("COMMIT");
}

} // namespace handrail
