// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "store/RecordTable.h"

#include "core/Log.h"
#include "store/Database.h"
#include "store/Sealer.h"

#include <QtEndian>

#include <algorithm>
#include <limits>
#include <vector>

namespace handrail {

namespace {

// Places lie this far apart, so that a late record fits between two others, and many such records fit in a row.
constexpr qint64 placeGap = qint64(1) << 32;
constexpr qint64 smallStep = qint64(1) << 16;
// Up to this many days are looked up one by one; a longer range reads the type through.
constexpr qint64 longestDayList = 120;
constexpr qint64 noDay = std::numeric_limits<qint64>::min();

qint64 dayNumber(const QDate &day)
{
    return day.isValid() ? day.toJulianDay() : noDay;
}

qint64 updatedNumber(const StoredRecord &record)
{
    return record.lastUpdated.isValid() ? record.lastUpdated.toMSecsSinceEpoch() : 0;
}

QByteArray rowKey(const QByteArray &type, const QByteArray &id, const QByteArray &day, qint64 place)
{
    // type and id are 16 bytes each and day is 16 or none, so the parts cannot be mistaken for each other.
    const qint64 placeBytes = qToLittleEndian(place);
    QByteArray key;
    key.reserve(type.size() + id.size() + day.size() + qsizetype(sizeof placeBytes));
    key.append(type).append(id).append(day);
    key.append(reinterpret_cast<const char *>(&placeBytes), sizeof placeBytes);
    return key;
}

} // namespace

RecordTable::RecordTable(Database &database, const Sealer &sealer)
    : m_database(database)
    , m_sealer(sealer)
{
}

QByteArray RecordTable::typeHash(const QString &type) const
{
    QByteArray &hash = m_typeHashes[type];
    if (hash.isEmpty())
        hash = m_sealer.lookup(Sealer::Lookup::RecordType, type.toUtf8());
    return hash;
}

QByteArray RecordTable::idHash(const QString &id) const
{
    return m_sealer.lookup(Sealer::Lookup::RecordId, id.toUtf8());
}

QByteArray RecordTable::dayHash(const QString &type, qint64 day) const
{
    return day == noDay ? QByteArray() : m_sealer.lookup(Sealer::Lookup::RecordDay, type.toUtf8(), QByteArray::number(day));
}

void RecordTable::noteDamaged(const QByteArray &type, qint64 row)
{
    auto &rows = m_damaged[type];
    if (rows.contains(row))
        return;
    rows.insert(row);
    qCWarning(logStore) << "a record fails its seal and is left out; known so far:" << damagedCount();
}

std::optional<RecordTable::Opened> RecordTable::openRow(const Rows &rows)
{
    const QByteArray type = rows.blob(1);
    const auto fields =
        m_sealer.open(Sealer::Table::Record, rowKey(type, rows.blob(2), rows.blob(3), rows.number(4)), rows.blob(5));
    if (fields) {
        FieldReader reader(*fields);
        Opened opened;
        opened.lastUpdated = reader.number();
        opened.day = reader.number();
        (void)reader.bytes(); // type and id: for making new hashes should the key ever change
        (void)reader.bytes();
        opened.versionId = reader.text();
        opened.json = reader.bytes().toByteArray();
        if (reader.isGood())
            return opened;
    }
    noteDamaged(type, rows.number(0));
    return std::nullopt;
}

QByteArray RecordTable::sealRecord(const StoredRecord &record, const QByteArray &type, const QByteArray &id, const QByteArray &day,
                                   qint64 place) const
{
    FieldWriter fields(record.json.size() + 160);
    fields.add(updatedNumber(record));
    fields.add(dayNumber(record.day));
    fields.add(record.type);
    fields.add(record.id);
    fields.add(record.versionId);
    fields.add(QByteArrayView(record.json));
    return m_sealer.seal(Sealer::Table::Record, rowKey(type, id, day, place), std::move(fields));
}

Result<RecordTable::Tail> RecordTable::tailOf(const QByteArray &type)
{
    auto rows =
        m_database.run("SELECT row, type, id, day, place, sealed FROM record WHERE type = ? ORDER BY place DESC LIMIT 1", type);
    if (!rows)
        return tl::make_unexpected(rows.error());
    Tail tail;
    if (rows->next()) {
        tail.hasRows = true;
        tail.place = rows->number(4);
        const auto opened = openRow(*rows);
        tail.lastUpdated = opened ? opened->lastUpdated : 0;
    }
    return tail;
}

/// The place of a record with this lastUpdated. Newer than all is the usual case and costs nothing; otherwise two searches at a time close in
/// from above and by halves.
Result<qint64> RecordTable::placeFor(const QByteArray &type, qint64 lastUpdated, Tail &tail)
{
    if (!tail.hasRows || lastUpdated >= tail.lastUpdated) {
        tail.place = tail.hasRows ? tail.place + placeGap : 0;
        tail.hasRows = true;
        tail.lastUpdated = lastUpdated;
        return tail.place;
    }
    qint64 low = 0;
    {
        auto first = m_database.run("SELECT place FROM record WHERE type = ? ORDER BY place LIMIT 1", type);
        if (!first)
            return tl::make_unexpected(first.error());
        low = (first->next() ? first->number(0) : tail.place) - placeGap;
    }
    // Rows at or below `low` are not newer, rows at or above `high` are.
    qint64 high = tail.place;
    struct Probe {
        bool isFound = false;
        bool isNewer = false;
        qint64 place = 0;
    };
    const auto probe = [&](qint64 above, qint64 upTo) -> Result<Probe> {
        auto rows =
            m_database.run("SELECT row, type, id, day, place, sealed FROM record WHERE type = ? AND place > ? AND place <= ? "
                           "ORDER BY place DESC LIMIT 1",
                           type, above, upTo);
        if (!rows)
            return tl::make_unexpected(rows.error());
        if (!rows->next())
            return Probe{};
        const auto opened = openRow(*rows);
        return Probe{true, opened && opened->lastUpdated > lastUpdated, rows->number(4)};
    };
    while (high - low > 1) {
        const auto nearest = probe(low, high - 1);
        if (!nearest)
            return tl::make_unexpected(nearest.error());
        if (!nearest->isFound || !nearest->isNewer) {
            low = nearest->isFound ? nearest->place : low;
            break;
        }
        high = nearest->place;
        const qint64 middle = low + (high - low) / 2;
        const auto halved = probe(low, middle);
        if (!halved)
            return tl::make_unexpected(halved.error());
        if (halved->isFound && halved->isNewer)
            high = halved->place;
        else
            low = middle;
    }
    // Just above the older neighbour: records that come in order can follow each other here 65,536 times before two share a place.
    return low + std::min((high - low) / 2, smallStep);
}

/// Handles a record that is there already. *wasThere tells whether it was; true when the row changed.
Result<bool> RecordTable::replace(const StoredRecord &record, const QByteArray &type, const QByteArray &id, Tail &tail,
                                  bool *wasThere)
{
    qint64 row = 0;
    {
        auto rows = m_database.run("SELECT row, type, id, day, place, sealed FROM record WHERE type = ? AND id = ?", type, id);
        if (!rows)
            return tl::make_unexpected(rows.error());
        *wasThere = rows->next();
        if (!*wasThere)
            return false;
        row = rows->number(0);
        if (const auto old = openRow(*rows)) {
            const bool isSame = record.versionId.isEmpty() ? old->versionId.isEmpty() && old->json == record.json
                                                           : old->versionId == record.versionId;
            if (isSame || old->lastUpdated > updatedNumber(record))
                return false;
        }
    }
    const auto place = placeFor(type, updatedNumber(record), tail);
    if (!place)
        return tl::make_unexpected(place.error());
    const QByteArray day = dayHash(record.type, dayNumber(record.day));
    const auto done = m_database.run("UPDATE record SET day = ?, place = ?, sealed = ? WHERE row = ?", day, *place,
                                     sealRecord(record, type, id, day, *place), row);
    if (!done)
        return tl::make_unexpected(done.error());
    const auto damaged = m_damaged.find(type);
    if (damaged != m_damaged.end())
        damaged->remove(row);
    return true;
}

Result<bool> RecordTable::putOne(const StoredRecord &record, Tail &tail)
{
    const QByteArray type = typeHash(record.type);
    const QByteArray id = idHash(record.id);
    // A record newer than all others is most likely new, so it is inserted at once; others are most likely there already.
    const bool isNewest = !tail.hasRows || updatedNumber(record) > tail.lastUpdated;
    bool wasThere = false;
    if (!isNewest) {
        const auto changed = replace(record, type, id, tail, &wasThere);
        if (!changed || wasThere)
            return changed;
    }
    const Tail tailBefore = tail;
    const auto place = placeFor(type, updatedNumber(record), tail);
    if (!place)
        return tl::make_unexpected(place.error());
    const QByteArray day = dayHash(record.type, dayNumber(record.day));
    {
        const auto done = m_database.run("INSERT INTO record (type, id, day, place, sealed) VALUES (?, ?, ?, ?, ?) "
                                         "ON CONFLICT (type, id) DO NOTHING",
                                         type, id, day, *place, sealRecord(record, type, id, day, *place));
        if (!done)
            return tl::make_unexpected(done.error());
        if (done->changed() > 0)
            return true;
    }
    tail = tailBefore;
    return replace(record, type, id, tail, &wasThere);
}

Result<int> RecordTable::put(const QList<StoredRecord> &records)
{
    std::vector<const StoredRecord *> inOrder;
    inOrder.reserve(std::size_t(records.size()));
    for (const StoredRecord &record : records) {
        if (record.type.isEmpty() || record.id.isEmpty())
            return problem(ProblemKind::BadData, QStringLiteral("record without type or id"));
        inOrder.push_back(&record);
    }
    std::stable_sort(inOrder.begin(), inOrder.end(),
                     [](const StoredRecord *a, const StoredRecord *b) { return a->lastUpdated < b->lastUpdated; });

    auto transaction = Transaction::begin(m_database, Transaction::Durable::Later);
    if (!transaction)
        return tl::make_unexpected(transaction.error());
    QHash<QString, Tail> tails;
    int changed = 0;
    for (const StoredRecord *record : inOrder) {
        auto tail = tails.find(record->type);
        if (tail == tails.end()) {
            const auto found = tailOf(typeHash(record->type));
            if (!found)
                return tl::make_unexpected(found.error());
            tail = tails.insert(record->type, *found);
        }
        const auto isChanged = putOne(*record, *tail);
        if (!isChanged)
            return tl::make_unexpected(isChanged.error());
        changed += *isChanged ? 1 : 0;
    }
    if (const auto done = (*transaction)->commit(); !done)
        return tl::make_unexpected(done.error());
    return changed;
}

Result<void> RecordTable::remove(const QString &type, const QString &id)
{
    const auto done = m_database.run("DELETE FROM record WHERE type = ? AND id = ?", typeHash(type), idHash(id));
    if (!done)
        return tl::make_unexpected(done.error());
    return {};
}

Result<void> RecordTable::removeAll()
{
    if (const auto removed = m_database.run("DELETE FROM record"); !removed)
        return tl::make_unexpected(removed.error());
    m_damaged.clear();
    return {};
}

Result<std::optional<QByteArray>> RecordTable::find(const QString &type, const QString &id)
{
    auto rows = m_database.run("SELECT row, type, id, day, place, sealed FROM record WHERE type = ? AND id = ?", typeHash(type),
                               idHash(id));
    if (!rows)
        return tl::make_unexpected(rows.error());
    if (rows->next()) {
        if (auto opened = openRow(*rows))
            return std::optional<QByteArray>(std::move(opened->json));
        return std::optional<QByteArray>();
    }
    if (const auto end = rows->end(); !end)
        return tl::make_unexpected(end.error());
    return std::optional<QByteArray>();
}

Result<QList<QByteArray>> RecordTable::byDay(const QString &type, const QDate &from, const QDate &to)
{
    QList<QByteArray> found;
    if (!from.isValid() || !to.isValid() || to < from)
        return found;
    if (from.daysTo(to) >= longestDayList)
        return wholeRange(type, from, to);
    for (qint64 day = from.toJulianDay(); day <= to.toJulianDay(); ++day) {
        auto rows =
            m_database.run("SELECT row, type, id, day, place, sealed FROM record WHERE day = ? ORDER BY place", dayHash(type, day));
        if (!rows)
            return tl::make_unexpected(rows.error());
        while (rows->next()) {
            if (auto opened = openRow(*rows))
                found.append(std::move(opened->json));
        }
        if (const auto end = rows->end(); !end)
            return tl::make_unexpected(end.error());
    }
    return found;
}

Result<QList<QByteArray>> RecordTable::wholeRange(const QString &type, const QDate &from, const QDate &to)
{
    auto rows =
        m_database.run("SELECT row, type, id, day, place, sealed FROM record WHERE type = ? ORDER BY place", typeHash(type));
    if (!rows)
        return tl::make_unexpected(rows.error());
    std::vector<Opened> inRange;
    while (rows->next()) {
        auto opened = openRow(*rows);
        if (opened && opened->day >= from.toJulianDay() && opened->day <= to.toJulianDay())
            inRange.push_back(std::move(*opened));
    }
    if (const auto end = rows->end(); !end)
        return tl::make_unexpected(end.error());
    std::stable_sort(inRange.begin(), inRange.end(), [](const Opened &a, const Opened &b) { return a.day < b.day; });
    QList<QByteArray> found;
    for (Opened &opened : inRange)
        found.append(std::move(opened.json));
    return found;
}

Result<QList<QByteArray>> RecordTable::newest(const QString &type, int limit)
{
    QList<QByteArray> found;
    if (const auto read = eachNewest(type, limit, [&found](QByteArray json) { found.append(std::move(json)); }); !read)
        return tl::make_unexpected(read.error());
    return found;
}

Result<void> RecordTable::eachNewest(const QString &type, int limit, const std::function<void(QByteArray)> &visit)
{
    auto rows =
        m_database.run("SELECT row, type, id, day, place, sealed FROM record WHERE type = ? ORDER BY place DESC, row DESC LIMIT ?",
                       typeHash(type), std::max(limit, 0));
    if (!rows)
        return tl::make_unexpected(rows.error());
    while (rows->next()) {
        if (auto opened = openRow(*rows))
            visit(std::move(opened->json));
    }
    return rows->end();
}

Result<int> RecordTable::count()
{
    auto rows = m_database.run("SELECT count(*) FROM record");
    if (!rows)
        return tl::make_unexpected(rows.error());
    return rows->next() ? int(rows->number(0)) : 0;
}

Result<int> RecordTable::count(const QString &type)
{
    auto rows = m_database.run("SELECT count(*) FROM record WHERE type = ?", typeHash(type));
    if (!rows)
        return tl::make_unexpected(rows.error());
    return rows->next() ? int(rows->number(0)) : 0;
}

Result<QList<qint64>> RecordTable::rows()
{
    auto rows = m_database.run("SELECT row FROM record ORDER BY type, place DESC, row DESC");
    if (!rows)
        return tl::make_unexpected(rows.error());
    QList<qint64> found;
    while (rows->next())
        found.append(rows->number(0));
    if (const auto end = rows->end(); !end)
        return tl::make_unexpected(end.error());
    return found;
}

Result<std::optional<QByteArray>> RecordTable::at(qint64 row)
{
    auto rows = m_database.run("SELECT row, type, id, day, place, sealed FROM record WHERE row = ?", row);
    if (!rows)
        return tl::make_unexpected(rows.error());
    std::optional<QByteArray> found;
    if (rows->next()) {
        auto opened = openRow(*rows);
        if (!opened)
            return problem(ProblemKind::StoreBroken, QStringLiteral("a record fails its seal"));
        found = std::move(opened->json);
        return found;
    }
    if (const auto end = rows->end(); !end)
        return tl::make_unexpected(end.error());
    return found;
}

Result<RecordTable::Verified> RecordTable::verify(qint64 &after, int limit)
{
    auto rows = m_database.run("SELECT row, type, id, day, place, sealed FROM record WHERE row > ? ORDER BY row LIMIT ?", after,
                               qint64(limit));
    if (!rows)
        return tl::make_unexpected(rows.error());
    Verified verified;
    while (rows->next()) {
        after = rows->number(0);
        ++verified.seen;
        if (!openRow(*rows))
            ++verified.damaged;
    }
    if (const auto end = rows->end(); !end)
        return tl::make_unexpected(end.error());
    return verified;
}

int RecordTable::damagedCount() const
{
    qsizetype count = 0;
    for (const auto &rows : m_damaged)
        count += rows.size();
    return int(count);
}

bool RecordTable::hasDamaged(const QString &type) const
{
    return !m_damaged.value(typeHash(type)).isEmpty();
}

Result<void> RecordTable::forgetDamaged(const QString &type)
{
    const auto damaged = m_damaged.find(typeHash(type));
    if (damaged == m_damaged.end())
        return {};
    for (const qint64 row : std::as_const(*damaged)) {
        if (const auto done = m_database.run("DELETE FROM record WHERE row = ?", row); !done)
            return tl::make_unexpected(done.error());
    }
    m_damaged.erase(damaged);
    return {};
}

} // namespace handrail
