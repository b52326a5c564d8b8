// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// What happens to the queue as a whole: taken over from another store, sealed anew, and cleared of what is over.

#include "core/Log.h"
#include "store/Database.h"
#include "store/Outbox.h"
#include "store/Sealer.h"

#include <algorithm>

namespace handrail {

Result<void> Outbox::fill(const QList<OutboxItem> &items, int gone)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return tl::make_unexpected(transaction.error());
    for (const OutboxItem &item : items) {
        const QByteArray identifier = m_sealer.lookup(Sealer::Lookup::OutboxIdentifier, item.identifier.toUtf8());
        if (const auto added = insert(item, identifier); !added)
            return tl::make_unexpected(added.error());
    }
    if (const auto added = addGone(gone); !added)
        return added;
    return (*transaction)->commit();
}

Result<bool> Outbox::rehearse()
{
    const auto isDamage = [](const Problem &problem) { return problem.kind == ProblemKind::StoreBroken; };
    if (const auto known = reckon(); !known)
        return isDamage(known.error()) ? Result<bool>(false) : tl::make_unexpected(known.error());
    const auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return tl::make_unexpected(transaction.error());
    OutboxItem item;
    item.identifier = QStringLiteral("rehearsal");
    const auto sequence = insert(item, m_sealer.lookup(Sealer::Lookup::OutboxIdentifier, item.identifier.toUtf8()));
    return sequence || !isDamage(sequence.error());
}

Result<int> Outbox::takeOver(Outbox &other, bool isPartHere)
{
    auto items = other.read();
    if (!items)
        return tl::make_unexpected(items.error());
    items->removeIf([](const OutboxItem &item) { return item.state == OutboxState::Done; });
    int taken = 0;
    bool isLeft = false;
    for (const OutboxItem &theirs : std::as_const(*items)) {
        if (theirs.identifier.isEmpty()) {
            isLeft = isLeft || !isPartHere || theirs.problem != goneProblem;
            continue;
        }
        const auto known = find(theirs.identifier);
        if (!known)
            return tl::make_unexpected(known.error());
        const bool isHere = *known && !(*known)->payload.isEmpty();
        if (isHere && (*known)->payload != theirs.payload) {
            // A rejected one was answered again; any other holds answers that nobody has yet, or that wait for a choice.
            isLeft = isLeft || theirs.state != OutboxState::Rejected || theirs.problem == outrunProblem;
            continue;
        }
        if (!isHere) {
            OutboxItem mine = theirs;
            if (mine.state != OutboxState::Rejected && mine.state != OutboxState::Kept) {
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

Result<void> Outbox::remove(qint64 sequence)
{
    const auto sealed = sealedOf(sequence);
    if (!sealed)
        return tl::make_unexpected(sealed.error());
    if (const auto counted = recount(*sealed, {}); !counted)
        return counted;
    for (const char *statement : {"DELETE FROM outbox WHERE sequence = ?", "DELETE FROM outbox_damaged WHERE sequence = ?"}) {
        if (const auto removed = m_database.run(statement, sequence); !removed)
            return tl::make_unexpected(removed.error());
    }
    return {};
}

Result<void> Outbox::forgetAll(const QList<qint64> &sequences, const QList<OutboxItem> &instead)
{
    const auto items = read();
    if (!items)
        return tl::make_unexpected(items.error());
    const auto isRefused = [&items](qint64 sequence) {
        return std::any_of(items->cbegin(), items->cend(), [sequence](const OutboxItem &item) {
            return item.sequence == sequence && item.state == OutboxState::Rejected;
        });
    };
    if (!std::all_of(sequences.cbegin(), sequences.cend(), isRefused))
        return problem(ProblemKind::Conflict, QStringLiteral("outbox: not refused"));
    // What was to go after them would wait for ever.
    QList<qint64> gone = sequences;
    for (qsizetype at = 0; at < gone.size(); ++at) {
        const auto one =
            std::find_if(items->cbegin(), items->cend(), [&](const OutboxItem &item) { return item.sequence == gone.at(at); });
        for (const OutboxItem &item : *items) {
            if (!one->identifier.isEmpty() && item.after == one->identifier && item.state != OutboxState::Done
                && !gone.contains(item.sequence))
                gone << item.sequence;
        }
    }
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return tl::make_unexpected(transaction.error());
    for (const qint64 one : std::as_const(gone)) {
        if (const auto removed = remove(one); !removed)
            return removed;
    }
    for (const OutboxItem &item : instead) {
        if (const auto queued = queueOne(item); !queued)
            return tl::make_unexpected(queued.error());
    }
    return (*transaction)->commit();
}

Result<void> Outbox::takeInChanges(OutboxItem &refused, const QString &code)
{
    auto changes = read();
    if (!changes)
        return tl::make_unexpected(changes.error());
    changes->removeIf([&refused](const OutboxItem &one) {
        return one.after != refused.identifier || one.resourceType != refused.resourceType || one.state == OutboxState::Done;
    });
    if (changes->isEmpty())
        return {};
    const auto there = find(refused.identifier);
    if (!there)
        return tl::make_unexpected(there.error());
    if (!*there || (*there)->payload != refused.payload)
        return problem(ProblemKind::Conflict, QStringLiteral("outbox: not what was refused"));
    OutboxItem taken = refused;
    taken.state = OutboxState::Rejected;
    taken.problem = code;
    taken.payload = changes->constLast().payload;
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return tl::make_unexpected(transaction.error());
    for (const OutboxItem &change : std::as_const(*changes)) {
        taken.priority = std::min(taken.priority, change.priority);
        if (const auto removed = remove(change.sequence); !removed)
            return removed;
    }
    const QByteArray identifier = m_sealer.lookup(Sealer::Lookup::OutboxIdentifier, taken.identifier.toUtf8());
    if (const auto replaced = replace(**there, taken, identifier); !replaced)
        return replaced;
    if (const auto done = (*transaction)->commit(); !done)
        return done;
    refused = std::move(taken);
    return {};
}

Result<bool> Outbox::withdraw(const QString &identifier)
{
    if (const auto known = reckon(); !known)
        return tl::make_unexpected(known.error());
    const auto item = find(identifier);
    if (!item)
        return tl::make_unexpected(item.error());
    if (!*item)
        return false;
    const OutboxState state = (*item)->state;
    const bool isHere = (*item)->isHere() || state == OutboxState::Kept || state == OutboxState::Rejected;
    if (!isHere || (*item)->payload.isEmpty()) // or it fails its seal, and nobody knows where it is
        return problem(ProblemKind::Conflict, QStringLiteral("outbox: it has left"));
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return tl::make_unexpected(transaction.error());
    if (const auto removed = remove((*item)->sequence); !removed)
        return tl::make_unexpected(removed.error());
    if (const auto done = (*transaction)->commit(); !done)
        return tl::make_unexpected(done.error());
    return true;
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

Result<int> Outbox::removeDone(const QDateTime &before, const std::function<bool(const OutboxItem &)> &isNeeded)
{
    const auto items = read();
    if (!items)
        return tl::make_unexpected(items.error());
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return tl::make_unexpected(transaction.error());
    int removed = 0;
    for (const OutboxItem &item : *items) {
        if (item.state != OutboxState::Done || !item.doneAt.isValid() || item.doneAt >= before || (isNeeded && isNeeded(item)))
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
