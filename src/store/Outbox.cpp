// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "store/Outbox.h"

#include "core/Log.h"
#include "store/Database.h"
#include "store/Sealer.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <limits>

namespace handrail {

namespace {

constexpr qint64 noTime = std::numeric_limits<qint64>::min();

qint64 timeNumber(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : noTime;
}

QDateTime timeOf(qint64 number)
{
    return number == noTime ? QDateTime() : QDateTime::fromMSecsSinceEpoch(number, Qt::UTC);
}

QByteArray rowKey(const QByteArray &identifier, qint64 sequence, qint64 state, qint64 priority)
{
    const std::array<qint64, 3> numbers{qToLittleEndian(sequence), qToLittleEndian(state), qToLittleEndian(priority)};
    return identifier + QByteArrayView(reinterpret_cast<const char *>(numbers.data()), sizeof numbers).toByteArray();
}

/// From here on the server may have the payload, so every further try must carry the same bytes.
bool isFrozen(OutboxState state)
{
    return state == OutboxState::Sending || state == OutboxState::Uncertain || state == OutboxState::Done;
}

bool isUnsent(OutboxState state)
{
    return state != OutboxState::Done && state != OutboxState::Kept;
}

OutboxItem damagedItem(qint64 sequence)
{
    OutboxItem item;
    item.sequence = sequence;
    item.state = OutboxState::Rejected;
    item.problem = QStringLiteral("seal");
    return item;
}

} // namespace

struct Outbox::Row {
    qint64 sequence = 0;
    QByteArray identifier;
    qint64 state = 0;
    qint64 priority = 0;
    QByteArray sealed;
};

Outbox::Outbox(Database &database, const Sealer &sealer, Reach reach)
    : m_database(database)
    , m_sealer(sealer)
    , m_reach(reach)
{
}

QByteArray Outbox::sealRow(const OutboxItem &item, const QByteArray &identifier) const
{
    FieldWriter fields(item.payload.size() + 256);
    fields.add(item.identifier);
    fields.add(item.resourceType);
    fields.add(item.dependencyKey);
    fields.add(QByteArrayView(item.payload));
    fields.add(qint64(item.attempts));
    fields.add(timeNumber(item.queuedAt));
    fields.add(timeNumber(item.retryAt));
    fields.add(item.serverId);
    fields.add(timeNumber(item.doneAt));
    fields.add(item.problem);
    const auto table = isUnsent(item.state) ? Sealer::Table::Unsent : Sealer::Table::Outbox;
    return m_sealer.seal(table, rowKey(identifier, item.sequence, int(item.state), item.priority), std::move(fields));
}

std::optional<OutboxItem> Outbox::openRow(const Row &row) const
{
    const QByteArray key = rowKey(row.identifier, row.sequence, row.state, row.priority);
    auto fields = m_sealer.open(Sealer::Table::Unsent, key, row.sealed);
    if (!fields) // Done, or from a Handrail without PINs
        fields = m_sealer.open(Sealer::Table::Outbox, key, row.sealed);
    if (!fields)
        return std::nullopt;
    FieldReader reader(*fields);
    OutboxItem item;
    item.sequence = row.sequence;
    item.state = OutboxState(row.state);
    item.priority = int(row.priority);
    item.identifier = reader.text();
    item.resourceType = reader.text();
    item.dependencyKey = reader.text();
    item.payload = reader.bytes().toByteArray();
    item.attempts = int(reader.number());
    item.queuedAt = timeOf(reader.number());
    item.retryAt = timeOf(reader.number());
    item.serverId = reader.text();
    item.doneAt = timeOf(reader.number());
    item.problem = reader.text();
    if (!reader.isGood())
        return std::nullopt;
    return item;
}

Result<std::optional<Outbox::Row>> Outbox::rowOf(const QByteArray &identifier) const
{
    auto rows = m_database.run("SELECT sequence, identifier, state, priority, sealed FROM outbox WHERE identifier = ?", identifier);
    if (!rows)
        return tl::make_unexpected(rows.error());
    if (rows->next())
        return std::optional<Row>(Row{rows->number(0), rows->blob(1), rows->number(2), rows->number(3), rows->blob(4)});
    if (const auto end = rows->end(); !end)
        return tl::make_unexpected(end.error());
    return std::optional<Row>();
}

Result<qint64> Outbox::insert(const OutboxItem &item, const QByteArray &identifier)
{
    OutboxItem added = item;
    {
        // AUTOINCREMENT never gives a number twice, so the order of queueing stands even after old items are gone.
        auto rows = m_database.run("SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'outbox'), 0) + 1");
        if (!rows)
            return tl::make_unexpected(rows.error());
        if (!rows->next())
            return problem(ProblemKind::StoreBroken, QStringLiteral("outbox: no sequence"));
        added.sequence = rows->number(0);
    }
    const auto done = m_database.run("INSERT INTO outbox (sequence, identifier, state, priority, sealed) VALUES (?, ?, ?, ?, ?)",
                                     added.sequence, identifier, int(added.state), added.priority, sealRow(added, identifier));
    if (!done)
        return tl::make_unexpected(done.error());
    return added.sequence;
}

Result<void> Outbox::replace(const OutboxItem &old, const OutboxItem &item, const QByteArray &identifier)
{
    OutboxItem changed = item;
    changed.sequence = old.sequence;
    const auto done = m_database.run("UPDATE outbox SET state = ?, priority = ?, sealed = ? WHERE sequence = ?", int(changed.state),
                                     changed.priority, sealRow(changed, identifier), changed.sequence);
    if (!done)
        return tl::make_unexpected(done.error());
    return {};
}

Result<void> Outbox::putAside(const Row &row)
{
    qCWarning(logStore) << "an outbox item that fails its seal is put aside";
    if (const auto kept =
            m_database.run("INSERT INTO outbox_damaged (sequence, identifier, state, priority, sealed) VALUES (?, ?, ?, ?, ?)",
                           row.sequence, row.identifier, row.state, row.priority, row.sealed);
        !kept)
        return tl::make_unexpected(kept.error());
    if (const auto gone = m_database.run("DELETE FROM outbox WHERE sequence = ?", row.sequence); !gone)
        return tl::make_unexpected(gone.error());
    return {};
}

Result<qint64> Outbox::queue(const OutboxItem &item)
{
    if (item.identifier.isEmpty())
        return problem(ProblemKind::BadData, QStringLiteral("outbox: no identifier"));
    const QByteArray identifier = m_sealer.lookup(Sealer::Lookup::OutboxIdentifier, item.identifier.toUtf8());
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return tl::make_unexpected(transaction.error());
    const auto row = rowOf(identifier);
    if (!row)
        return tl::make_unexpected(row.error());
    if (*row) {
        if (const std::optional<OutboxItem> old = openRow(**row)) {
            if (old->payload == item.payload)
                return old->sequence;
            // Other answers under the same identifier: they are kept, or it is said that they are not.
            if (old->state != OutboxState::Rejected)
                return problem(ProblemKind::Conflict, QStringLiteral("outbox: other answers are there already"));
            if (const auto done = replace(*old, item, identifier); !done)
                return tl::make_unexpected(done.error());
            if (const auto done = (*transaction)->commit(); !done)
                return tl::make_unexpected(done.error());
            return old->sequence;
        }
        if (const auto done = putAside(**row); !done)
            return tl::make_unexpected(done.error());
    }
    const auto sequence = insert(item, identifier);
    if (!sequence)
        return sequence;
    if (const auto done = (*transaction)->commit(); !done)
        return tl::make_unexpected(done.error());
    return sequence;
}

Result<void> Outbox::update(const OutboxItem &item)
{
    if (item.identifier.isEmpty())
        return problem(ProblemKind::BadData, QStringLiteral("outbox: no identifier"));
    const QByteArray identifier = m_sealer.lookup(Sealer::Lookup::OutboxIdentifier, item.identifier.toUtf8());
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return tl::make_unexpected(transaction.error());
    const auto row = rowOf(identifier);
    if (!row)
        return tl::make_unexpected(row.error());
    const std::optional<OutboxItem> old = *row ? openRow(**row) : std::nullopt;
    if (old) {
        if (old->payload != item.payload && (isFrozen(old->state) || item.state != OutboxState::Queued))
            return problem(ProblemKind::Conflict, QStringLiteral("outbox: another payload is on its way"));
        OutboxItem changed = item;
        changed.queuedAt = old->queuedAt;
        if (const auto done = replace(*old, changed, identifier); !done)
            return done;
    } else {
        if (*row) {
            if (const auto done = putAside(**row); !done)
                return done;
        }
        if (const auto added = insert(item, identifier); !added)
            return tl::make_unexpected(added.error());
    }
    return (*transaction)->commit();
}

/// Everything, by sequence. Rows are opened whatever their clear state says: only the seal proves that an item is Done.
Result<QList<OutboxItem>> Outbox::read() const
{
    QList<OutboxItem> items;
    {
        auto rows = m_database.run("SELECT sequence, identifier, state, priority, sealed FROM outbox ORDER BY sequence");
        if (!rows)
            return tl::make_unexpected(rows.error());
        while (rows->next()) {
            const Row row{rows->number(0), rows->blob(1), rows->number(2), rows->number(3), rows->blob(4)};
            const auto item = openRow(row);
            if (!item && m_reach == Reach::UnsentAlone && !isUnsent(OutboxState(row.state)))
                continue; // sent or kept, and none of its business
            items.append(item ? *item : damagedItem(row.sequence));
        }
        if (const auto end = rows->end(); !end)
            return tl::make_unexpected(end.error());
    }
    auto rows = m_database.run("SELECT sequence FROM outbox_damaged ORDER BY sequence");
    if (!rows)
        return tl::make_unexpected(rows.error());
    bool isMixed = false;
    while (rows->next()) {
        items.append(damagedItem(rows->number(0)));
        isMixed = true;
    }
    if (const auto end = rows->end(); !end)
        return tl::make_unexpected(end.error());
    if (isMixed)
        std::stable_sort(items.begin(), items.end(),
                         [](const OutboxItem &a, const OutboxItem &b) { return a.sequence < b.sequence; });
    return items;
}

Result<QList<OutboxItem>> Outbox::unsent() const
{
    auto items = read();
    if (!items)
        return items;
    items->removeIf([](const OutboxItem &item) { return !isUnsent(item.state); });
    std::stable_sort(items->begin(), items->end(),
                     [](const OutboxItem &a, const OutboxItem &b) { return a.priority < b.priority; });
    return items;
}

Result<QList<OutboxItem>> Outbox::all(int limit) const
{
    auto items = read();
    if (!items)
        return items;
    std::reverse(items->begin(), items->end());
    items->resize(std::min(items->size(), qsizetype(std::max(limit, 0))));
    return items;
}

Result<std::optional<OutboxItem>> Outbox::find(const QString &identifier) const
{
    const auto row = rowOf(m_sealer.lookup(Sealer::Lookup::OutboxIdentifier, identifier.toUtf8()));
    if (!row)
        return tl::make_unexpected(row.error());
    if (!*row)
        return std::optional<OutboxItem>();
    auto item = openRow(**row);
    if (!item) {
        item = damagedItem((*row)->sequence);
        item->identifier = identifier;
    }
    return item;
}

Result<int> Outbox::unsentCount() const
{
    const auto items = unsent();
    if (!items)
        return tl::make_unexpected(items.error());
    return int(items->size());
}

Result<int> Outbox::damagedCount() const
{
    const auto items = read();
    if (!items)
        return tl::make_unexpected(items.error());
    return int(std::count_if(items->cbegin(), items->cend(), [](const OutboxItem &item) { return item.identifier.isEmpty(); }));
}

Result<int> Outbox::takeOver(Outbox &other)
{
    auto items = other.unsent();
    if (!items)
        return tl::make_unexpected(items.error());
    std::sort(items->begin(), items->end(), [](const OutboxItem &a, const OutboxItem &b) { return a.sequence < b.sequence; });
    int taken = 0;
    bool isLeft = false;
    for (const OutboxItem &theirs : std::as_const(*items)) {
        if (theirs.identifier.isEmpty()) {
            isLeft = true;
            continue;
        }
        const auto known = find(theirs.identifier);
        if (!known)
            return tl::make_unexpected(known.error());
        const bool isHere = *known && !(*known)->payload.isEmpty();
        if (isHere && (*known)->payload != theirs.payload) {
            // A rejected one was answered again; any other holds answers that nobody has yet.
            isLeft = isLeft || theirs.state != OutboxState::Rejected;
            continue;
        }
        if (!isHere) {
            OutboxItem mine = theirs;
            if (mine.state != OutboxState::Rejected) {
                mine.state = OutboxState::Uncertain;
                mine.retryAt = {};
            }
            if (const auto queued = queue(mine); !queued)
                return tl::make_unexpected(queued.error());
            ++taken;
        }
        if (const auto noted = other.noteTaken(theirs); !noted)
            qCWarning(logStore) << "noting what was taken over:" << noted.error(); // then it is compared again
    }
    if (isLeft)
        return problem(ProblemKind::Conflict, QStringLiteral("outbox: something stays aside"));
    return taken;
}

Result<void> Outbox::forget(qint64 sequence)
{
    const auto items = read();
    if (!items)
        return tl::make_unexpected(items.error());
    const bool isRefused = std::any_of(items->cbegin(), items->cend(), [&](const OutboxItem &item) {
        return item.sequence == sequence && item.state == OutboxState::Rejected;
    });
    if (!isRefused)
        return problem(ProblemKind::Conflict, QStringLiteral("outbox: not refused"));
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return tl::make_unexpected(transaction.error());
    for (const char *statement : {"DELETE FROM outbox WHERE sequence = ?", "DELETE FROM outbox_damaged WHERE sequence = ?"}) {
        if (const auto gone = m_database.run(statement, sequence); !gone)
            return tl::make_unexpected(gone.error());
    }
    return (*transaction)->commit();
}

/// It is in another store now, durably. Without the store's key it cannot be sealed as Done, so it goes.
Result<void> Outbox::noteTaken(const OutboxItem &item)
{
    if (m_reach == Reach::UnsentAlone) {
        const auto gone = m_database.run("DELETE FROM outbox WHERE sequence = ?", item.sequence);
        return gone ? Result<void>() : Result<void>(tl::make_unexpected(gone.error()));
    }
    OutboxItem moved = item;
    moved.state = OutboxState::Done;
    return update(moved);
}

Result<void> Outbox::sealUnsentAgain()
{
    const auto items = unsent();
    if (!items)
        return tl::make_unexpected(items.error());
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return tl::make_unexpected(transaction.error());
    for (const OutboxItem &item : *items) {
        if (item.identifier.isEmpty())
            continue; // fails its seal, and is kept as it is
        const QByteArray identifier = m_sealer.lookup(Sealer::Lookup::OutboxIdentifier, item.identifier.toUtf8());
        if (const auto done = replace(item, item, identifier); !done)
            return done;
    }
    return (*transaction)->commit();
}

Result<int> Outbox::removeDone(const QDateTime &before)
{
    const auto items = read();
    if (!items)
        return tl::make_unexpected(items.error());
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return tl::make_unexpected(transaction.error());
    int removed = 0;
    for (const OutboxItem &item : *items) {
        if (item.state != OutboxState::Done || !item.doneAt.isValid() || item.doneAt >= before)
            continue;
        if (const auto gone = m_database.run("DELETE FROM outbox WHERE sequence = ?", item.sequence); !gone)
            return tl::make_unexpected(gone.error());
        ++removed;
    }
    if (const auto done = (*transaction)->commit(); !done)
        return tl::make_unexpected(done.error());
    return removed;
}

} // namespace handrail
