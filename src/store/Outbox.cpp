// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "store/Outbox.h"

#include "core/Log.h"
#include "store/Database.h"
#include "store/OutboxCount.h"
#include "store/Sealer.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <limits>

namespace handrail {

namespace {

/// Of what is gone nothing is known, not even its place. No item gets so far.
constexpr qint64 firstGone = 1'000'000'000;

constexpr qint64 mostGone = 1000;

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
    item.problem = sequence < firstGone ? QStringLiteral("seal") : QString(goneProblem);
    return item;
}

} // namespace

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
    const bool isUsual = item.mayHaveLeft == (item.attempts > 0); // as it is read where nothing is said of it
    const bool isSearched = item.searches > 0;
    if (item.action != OutboxAction::Create || !item.after.isEmpty() || !isUsual || isSearched) {
        fields.add(qint64(item.action));
        fields.add(item.after);
    }
    if (!isUsual || isSearched)
        fields.add(qint64(item.mayHaveLeft));
    if (isSearched)
        fields.add(qint64(item.searches));
    const auto table = isUnsent(item.state) ? Sealer::Table::Unsent : Sealer::Table::Outbox;
    return m_sealer.seal(table, rowKey(identifier, item.sequence, int(item.state), item.priority), std::move(fields));
}

std::optional<OutboxItem> Outbox::openRow(const Sealer &sealer, const Row &row)
{
    const QByteArray key = rowKey(row.identifier, row.sequence, row.state, row.priority);
    auto fields = sealer.open(Sealer::Table::Unsent, key, row.sealed);
    if (!fields) // Done, or from a Handrail without PINs
        fields = sealer.open(Sealer::Table::Outbox, key, row.sealed);
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
    item.mayHaveLeft = item.attempts > 0;
    if (reader.isGood() && !reader.isAtEnd()) {
        item.action = reader.number() == qint64(OutboxAction::Update) ? OutboxAction::Update : OutboxAction::Create;
        item.after = reader.text();
    }
    if (reader.isGood() && !reader.isAtEnd())
        item.mayHaveLeft = reader.number() != 0;
    if (reader.isGood() && !reader.isAtEnd())
        item.searches = int(reader.number());
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
    const QByteArray sealed = sealRow(added, identifier);
    const auto done = m_database.run("INSERT INTO outbox (sequence, identifier, state, priority, sealed) VALUES (?, ?, ?, ?, ?)",
                                     added.sequence, identifier, int(added.state), added.priority, sealed);
    if (!done)
        return tl::make_unexpected(done.error());
    if (const auto counted = recount({}, added.state == OutboxState::Done ? QByteArray() : sealed); !counted)
        return tl::make_unexpected(counted.error());
    return added.sequence;
}

Result<void> Outbox::replace(const OutboxItem &old, const OutboxItem &item, const QByteArray &identifier)
{
    OutboxItem changed = item;
    changed.sequence = old.sequence;
    const auto before = old.state == OutboxState::Done ? Result<QByteArray>() : sealedOf(old.sequence);
    if (!before)
        return tl::make_unexpected(before.error());
    const QByteArray sealed = sealRow(changed, identifier);
    const auto done = m_database.run("UPDATE outbox SET state = ?, priority = ?, sealed = ? WHERE sequence = ?", int(changed.state),
                                     changed.priority, sealed, changed.sequence);
    if (!done)
        return tl::make_unexpected(done.error());
    return recount(*before, changed.state == OutboxState::Done ? QByteArray() : sealed);
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
    return recount(row.sealed, {});
}

/// Empty when there is no such row.
Result<QByteArray> Outbox::sealedOf(qint64 sequence) const
{
    auto rows = m_database.run("SELECT sealed FROM outbox WHERE sequence = ?", sequence);
    if (!rows)
        return tl::make_unexpected(rows.error());
    if (rows->next())
        return rows->blob(0);
    if (const auto end = rows->end(); !end)
        return tl::make_unexpected(end.error());
    return QByteArray();
}

/// In the same transaction as the change: this sealed row no longer waits, and that one does. Empty: none.
Result<void> Outbox::recount(const QByteArray &gone, const QByteArray &added)
{
    if (m_reach == Reach::UnsentAlone || (gone.isEmpty() && added.isEmpty()))
        return {};
    auto count = OutboxCount::read(m_database, m_sealer);
    if (!count)
        return tl::make_unexpected(count.error());
    if (!*count) // of an older Handrail, and its first reading could not be written down
        return {};
    if (!gone.isEmpty())
        (*count)->remove(m_sealer, gone);
    if (!added.isEmpty())
        (*count)->add(m_sealer, added);
    return (*count)->write(m_database, m_sealer);
}

/// Once for each opening, before anything is told or changed: what is here is what was left here. Something that waited and is gone is listed
/// from now on; it is written down so that it stays listed.
Result<void> Outbox::reckon() const
{
    if (m_isReckoned || m_reach == Reach::UnsentAlone)
        return {};
    OutboxCount present;
    int damaged = 0;
    {
        auto rows = m_database.run("SELECT sequence, identifier, state, priority, sealed FROM outbox ORDER BY sequence");
        if (!rows)
            return tl::make_unexpected(rows.error());
        while (rows->next()) {
            const Row row{rows->number(0), rows->blob(1), rows->number(2), rows->number(3), rows->blob(4)};
            const auto item = openRow(m_sealer, row);
            damaged += item ? 0 : 1;
            if (!item || item->state != OutboxState::Done)
                present.add(m_sealer, row.sealed);
        }
        if (const auto end = rows->end(); !end)
            return tl::make_unexpected(end.error());
    }
    const auto counted = OutboxCount::read(m_database, m_sealer);
    if (!counted)
        return tl::make_unexpected(counted.error());
    m_isReckoned = true;
    if (*counted && **counted == present)
        return {};
    const qint64 fewer = *counted ? (*counted)->rows() - present.rows() : 0;
    // As many, but not the same: one was put back to what it was. If a seal is broken, that says so already.
    const bool isChanged = *counted && fewer == 0 && damaged == 0;
    m_untold = isChanged ? 1 : int(std::clamp<qint64>(fewer, 0, mostGone));
    if (*counted)
        qCWarning(logStore) << "the outbox is not as it was left; gone:" << m_untold;
    auto transaction = Transaction::begin(m_database);
    Result<void> written = transaction ? addGone(m_untold) : tl::make_unexpected(transaction.error());
    if (written)
        written = present.write(m_database, m_sealer);
    if (written)
        written = (*transaction)->commit();
    if (written)
        m_untold = 0; // in the table now
    else
        qCWarning(logStore) << "that cannot be written down:" << written.error();
    return {};
}

/// In the caller's transaction.
Result<void> Outbox::addGone(int count) const
{
    for (int i = 0; i < count; ++i) {
        const auto done = m_database.run("INSERT INTO outbox_damaged (sequence, identifier, state, priority, sealed) VALUES "
                                         "(max(?, coalesce((SELECT max(sequence) FROM outbox_damaged), 0) + 1), x'', 0, 1, x'')",
                                         firstGone);
        if (!done)
            return tl::make_unexpected(done.error());
    }
    return {};
}

Result<qint64> Outbox::queue(const OutboxItem &item)
{
    if (const auto known = reckon(); !known)
        return tl::make_unexpected(known.error()); // what cannot be read takes nothing more: it would wait there for ever
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return tl::make_unexpected(transaction.error());
    const auto sequence = queueOne(item);
    if (!sequence)
        return sequence;
    if (const auto done = (*transaction)->commit(); !done)
        return tl::make_unexpected(done.error());
    return sequence;
}

Result<void> Outbox::queueAll(const QList<OutboxItem> &items)
{
    if (const auto known = reckon(); !known)
        return known;
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return tl::make_unexpected(transaction.error());
    for (const OutboxItem &item : items) {
        if (const auto sequence = queueOne(item); !sequence)
            return tl::make_unexpected(sequence.error());
    }
    return (*transaction)->commit();
}

/// In the caller's transaction.
Result<qint64> Outbox::queueOne(const OutboxItem &item)
{
    if (item.identifier.isEmpty())
        return problem(ProblemKind::BadData, QStringLiteral("outbox: no identifier"));
    const QByteArray identifier = m_sealer.lookup(Sealer::Lookup::OutboxIdentifier, item.identifier.toUtf8());
    const auto row = rowOf(identifier);
    if (!row)
        return tl::make_unexpected(row.error());
    if (*row) {
        if (const std::optional<OutboxItem> old = openRow(m_sealer, **row)) {
            if (old->payload == item.payload)
                return old->sequence;
            // Other answers under the same identifier: they are kept, or it is said that they are not.
            if (old->state != OutboxState::Rejected)
                return problem(ProblemKind::Conflict, QStringLiteral("outbox: other answers are there already"));
            if (const auto done = replace(*old, item, identifier); !done)
                return tl::make_unexpected(done.error());
            return old->sequence;
        }
        if (const auto done = putAside(**row); !done)
            return tl::make_unexpected(done.error());
    }
    return insert(item, identifier);
}

Result<void> Outbox::updateAll(const QList<OutboxItem> &items)
{
    if (const auto known = reckon(); !known)
        return known;
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return tl::make_unexpected(transaction.error());
    for (const OutboxItem &item : items) {
        if (const auto done = updateOne(item); !done)
            return done;
    }
    return (*transaction)->commit();
}

/// In the caller's transaction.
Result<void> Outbox::updateOne(const OutboxItem &item)
{
    if (item.identifier.isEmpty())
        return problem(ProblemKind::BadData, QStringLiteral("outbox: no identifier"));
    const QByteArray identifier = m_sealer.lookup(Sealer::Lookup::OutboxIdentifier, item.identifier.toUtf8());
    const auto row = rowOf(identifier);
    if (!row)
        return tl::make_unexpected(row.error());
    const std::optional<OutboxItem> old = *row ? openRow(m_sealer, **row) : std::nullopt;
    if (old) {
        if (old->payload != item.payload && (isFrozen(old->state) || item.state != OutboxState::Queued))
            return problem(ProblemKind::Conflict, QStringLiteral("outbox: another payload is on its way"));
        OutboxItem changed = item;
        changed.queuedAt = old->queuedAt;
        return replace(*old, changed, identifier);
    }
    if (*row) {
        if (const auto done = putAside(**row); !done)
            return done;
    }
    if (const auto added = insert(item, identifier); !added)
        return tl::make_unexpected(added.error());
    return {};
}

/// Everything, by sequence. Rows are opened whatever their clear state says: only the seal proves that an item is Done.
Result<QList<OutboxItem>> Outbox::read() const
{
    if (const auto known = reckon(); !known)
        return tl::make_unexpected(known.error());
    QList<OutboxItem> items;
    {
        auto rows = m_database.run("SELECT sequence, identifier, state, priority, sealed FROM outbox ORDER BY sequence");
        if (!rows)
            return tl::make_unexpected(rows.error());
        while (rows->next()) {
            const Row row{rows->number(0), rows->blob(1), rows->number(2), rows->number(3), rows->blob(4)};
            const auto item = openRow(m_sealer, row);
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
    for (int i = 0; i < m_untold; ++i)
        items.append(damagedItem(firstGone + mostGone + i));
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

Result<QList<OutboxItem>> Outbox::all() const
{
    auto items = read();
    if (!items)
        return items;
    std::reverse(items->begin(), items->end());
    return items;
}

Result<std::optional<OutboxItem>> Outbox::find(const QString &identifier) const
{
    const auto row = rowOf(m_sealer.lookup(Sealer::Lookup::OutboxIdentifier, identifier.toUtf8()));
    if (!row)
        return tl::make_unexpected(row.error());
    if (!*row)
        return std::optional<OutboxItem>();
    auto item = openRow(m_sealer, **row);
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

} // namespace handrail
