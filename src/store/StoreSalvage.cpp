// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "store/StoreSalvage.h"

#include "core/Log.h"
#include "store/DamagedFile.h"
#include "store/Database.h"
#include "store/Outbox.h"
#include "store/OutboxCount.h"
#include "store/Sealer.h"
#include "store/StoreFile.h"

#include <QFile>
#include <QMap>
#include <QSet>

#include <algorithm>
#include <memory>
#include <vector>

namespace handrail {

namespace {

using Sealers = std::vector<std::unique_ptr<Sealer>>;

struct Findings {
    QList<OutboxItem> items;
    int gone = 0;
    QMap<QByteArray, QByteArray> values; ///< fields by name
};

/// Of one row of the outbox; the seal decides which of the ids is the store's.
std::optional<OutboxItem> open(const Sealers &sealers, const LooseRow &row)
{
    for (const auto &sealer : sealers) {
        if (auto item = Outbox::openRow(*sealer, {row.row, row.name, row.state, row.priority, row.sealed}))
            return item;
    }
    return std::nullopt;
}

/// A row as SQLite gives it; nullopt when it cannot.
std::optional<LooseRow> rowBySql(Database *database, qint64 sequence)
{
    if (!database)
        return std::nullopt;
    auto rows = database->run("SELECT identifier, state, priority, sealed FROM outbox WHERE sequence = ?", sequence);
    if (!rows || !rows->next())
        return std::nullopt;
    return LooseRow{sequence, rows->blob(0), rows->number(1), rows->number(2), rows->blob(3)};
}

/// Adds what a statement gives until it ends or fails; whether it ended.
template <typename Each>
bool forEach(Database *database, const char *sql, const Each &each)
{
    if (!database)
        return false;
    auto rows = database->run(sql);
    while (rows && rows->next())
        each(*rows);
    return rows && rows->end();
}

bool isBetter(const OutboxItem &item, const OutboxItem &known)
{
    const bool isDone = item.state == OutboxState::Done;
    if (isDone != (known.state == OutboxState::Done))
        return isDone; // only the clinic's word makes it so
    if (item.attempts != known.attempts)
        return item.attempts > known.attempts;
    // Of two that never left, what the person once kept to themselves waits for them to say it again.
    return item.state == OutboxState::Kept && known.state != OutboxState::Kept;
}

/// The clinic is not asked about it, whether these are its last bytes or earlier ones.
bool goesNowhere(OutboxState state)
{
    return state == OutboxState::Done || state == OutboxState::Rejected || state == OutboxState::Kept;
}

/// The header as SQLite gives it, or else as its bytes lie in the file; of several of these the one that counted most.
std::optional<OutboxCount> countOf(const DamagedFile &file, Database *database, const Sealers &sealers, const QByteArray &keyId)
{
    std::optional<OutboxCount> most;
    const QList<QByteArray> places = file.behind(keyId, StoreKey::idBytes + OutboxCount::proofBytes);
    for (const auto &sealer : sealers) {
        const auto count = database ? OutboxCount::read(*database, *sealer) : Result<std::optional<OutboxCount>>();
        if (count && *count)
            return *count;
        for (const QByteArray &place : places) {
            const StoreHeader header{keyId, place.first(StoreKey::idBytes), place.sliced(StoreKey::idBytes)};
            const auto loose = OutboxCount::of(*sealer, header);
            if (loose && *loose && (!most || (*loose)->rows() > most->rows()))
                most = *loose;
        }
    }
    return most;
}

void findItems(Findings &findings, const DamagedFile &file, Database *database, const Sealers &sealers, const QByteArray &keyId)
{
    QSet<qint64> sequences;
    QMap<qint64, QList<LooseRow>> loose;
    const QList<LooseRow> candidates = file.items();
    for (const LooseRow &row : candidates) {
        if (open(sealers, row))
            loose[row.row].append(row);
    }
    for (auto row = loose.cbegin(); row != loose.cend(); ++row)
        sequences.insert(row.key());
    const auto note = [&sequences](const Rows &rows) { sequences.insert(rows.number(0)); };
    const bool isWhole = forEach(database, "SELECT sequence FROM outbox NOT INDEXED", note);
    (void)forEach(database, "SELECT sequence FROM outbox INDEXED BY sqlite_autoindex_outbox_1", note);

    QMap<QString, OutboxItem> items; // one by identifier
    int unread = 0;
    for (const qint64 sequence : std::as_const(sequences)) {
        const std::optional<LooseRow> row = rowBySql(database, sequence);
        std::optional<OutboxItem> item = row ? open(sealers, *row) : std::nullopt;
        if (!item) {
            for (const LooseRow &each : loose.value(sequence)) {
                auto other = open(sealers, each);
                if (other && (!item || isBetter(*other, *item)))
                    item = std::move(other);
            }
            if (item && !goesNowhere(item->state)) {
                item->state = OutboxState::Uncertain;
                item->retryAt = {};
            }
        }
        if (!item) {
            ++unread;
            continue;
        }
        const auto known = items.constFind(item->identifier);
        if (known == items.cend() || isBetter(*item, *known))
            items.insert(item->identifier, *item);
    }
    findings.items = items.values();
    std::sort(findings.items.begin(), findings.items.end(),
              [](const OutboxItem &a, const OutboxItem &b) { return a.sequence < b.sequence; });

    const auto waiting = std::count_if(findings.items.cbegin(), findings.items.cend(),
                                       [](const OutboxItem &item) { return item.state != OutboxState::Done; });
    if (const auto count = countOf(file, database, sealers, keyId))
        findings.gone = int(std::clamp<qint64>(count->rows() - waiting, 0, 1000));
    else
        findings.gone = unread > 0 || isWhole ? unread : 1; // nobody can tell how many
    (void)forEach(database, "SELECT sequence FROM outbox_damaged", [&findings](const Rows &) { ++findings.gone; });
}

void findValues(Findings &findings, const DamagedFile &file, Database *database, const Sealers &sealers)
{
    const auto add = [&](const QByteArray &name, const QByteArray &sealed) {
        for (const auto &sealer : sealers) {
            if (const auto fields = sealer->open(Sealer::Table::Value, name, sealed); fields && !findings.values.contains(name))
                findings.values.insert(name, *fields);
        }
    };
    (void)forEach(database, "SELECT name, sealed FROM value", [&](const Rows &rows) { add(rows.blob(0), rows.blob(1)); });
    const QList<LooseRow> loose = file.values();
    for (const LooseRow &row : loose) {
        if (auto rows = database ? database->run("SELECT sealed FROM value WHERE name = ?", row.name)
                                 : Result<Rows>(problem(ProblemKind::StoreBroken));
            rows && rows->next())
            add(row.name, rows->blob(0));
        add(row.name, row.sealed);
    }
}

/// Credentials have a name of their own; of the rest those that say their name, and it is not about downloads.
bool isKept(const Sealer &sealer, const QByteArray &name, const QByteArray &fields)
{
    if (name == sealer.lookup(Sealer::Lookup::ValueName, "credentials"))
        return true;
    FieldReader reader(fields);
    (void)reader.bytes();
    const QString said = reader.text();
    return reader.isGood() && !said.startsWith(u"sync.")
        && name == sealer.lookup(Sealer::Lookup::ValueName, "value", said.toUtf8());
}

Result<void> keepValue(Database &database, const Sealer &sealer, const QByteArray &name, FieldWriter fields)
{
    const auto done =
        database.run("INSERT INTO value (name, sealed) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET sealed = excluded.sealed",
                     name, sealer.seal(Sealer::Table::Value, name, std::move(fields)));
    return done ? Result<void>() : Result<void>(tl::make_unexpected(done.error()));
}

Result<void> fill(const QString &path, const StoreKey &key, const Findings &findings)
{
    if (const auto made = makeStoreFile(path, key); !made)
        return made;
    const auto database = openStoreFile(path, key);
    if (!database)
        return tl::make_unexpected(database.error());
    const auto header = readStoreHeader(**database);
    if (!header)
        return tl::make_unexpected(header.error());
    const Sealer sealer(key, header->storeId);
    for (auto value = findings.values.cbegin(); value != findings.values.cend(); ++value) {
        if (!isKept(sealer, value.key(), value.value()))
            continue;
        FieldWriter fields(value->size());
        fields.addRead(value.value());
        if (const auto kept = keepValue(**database, sealer, value.key(), std::move(fields)); !kept)
            return kept;
    }
    FieldWriter mended;
    mended.add(QByteArrayView("1"));
    mended.add(QByteArrayView(mendedName));
    if (const auto kept =
            keepValue(**database, sealer, sealer.lookup(Sealer::Lookup::ValueName, "value", mendedName), std::move(mended));
        !kept)
        return kept;
    return Outbox(**database, sealer).fill(findings.items, findings.gone);
}

void removeUnfinished(const QString &path)
{
    for (const char *suffix : {"", "-wal", "-journal", "-shm", ".lock"})
        QFile::remove(path + QLatin1String(suffix));
}

} // namespace

QString rebuiltPath(const QString &path)
{
    return path + u".rebuilt";
}

Result<Salvaged> salvageStore(const QString &path, const StoreKey &key)
{
    Findings findings;
    {
        // The bytes first: to close a second handle would give up the locks of the first.
        const DamagedFile file(path);
        Sealers sealers;
        const QList<QByteArray> ids = file.behind(key.id(), StoreKey::idBytes);
        for (const QByteArray &id : ids)
            sealers.push_back(std::make_unique<Sealer>(key, id));
        if (sealers.empty())
            return problem(ProblemKind::StoreForeign, QStringLiteral("salvage: not of this key"));
        const auto opened = openStoreFileSealed(path);
        if (!opened && opened.error().kind == ProblemKind::StoreInUse)
            return tl::make_unexpected(opened.error());
        Database *const database = opened ? opened->get() : nullptr;
        findItems(findings, file, database, sealers, key.id());
        findValues(findings, file, database, sealers);
    }
    const QString unfinished = path + u".salvage";
    removeUnfinished(unfinished);
    Result<void> done = fill(unfinished, key, findings);
    if (done) {
        QFile::remove(rebuiltPath(path));
        if (!QFile::rename(unfinished, rebuiltPath(path)))
            done = problem(ProblemKind::StoreReadOnly, QStringLiteral("salvage"), true);
    }
    removeUnfinished(unfinished);
    if (!done)
        return tl::make_unexpected(done.error());
    qCWarning(logStore) << "a damaged store is made anew; items:" << findings.items.size() << "gone:" << findings.gone;
    return Salvaged{int(findings.items.size()), findings.gone};
}

} // namespace handrail
