// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <optional>

namespace handrail {

class Database;
class Sealer;

/// The states of an item on its way to the server (design api 3.2). Kept: the person keeps it to themselves; it goes nowhere, counts as neither sent
/// nor unsent, and like what was sent it needs the PIN.
enum class OutboxState { Queued = 1, Sending, Uncertain, NeedsAuth, Conflict, Rejected, Done, Kept };

/// Something that the person did and that the server has to hear of. The payload is frozen when the item is queued, so each
/// try sends the same bytes under the same identifier.
struct OutboxItem {
    qint64 sequence = 0; ///< order of queueing; set by the store
    QString identifier;  ///< urn:uuid; unique in the store
    QString resourceType;
    QString dependencyKey; ///< items with one key go in order; a failed item blocks only its own key
    int priority = 1;      ///< 0 goes first (a safety answer)
    QByteArray payload;    ///< the resource to POST
    OutboxState state = OutboxState::Queued;
    int attempts = 0;
    QDateTime queuedAt; ///< UTC
    QDateTime retryAt;  ///< UTC; not before this time
    QString serverId;   ///< set when Done
    QDateTime doneAt;   ///< UTC; the server's word came at this time
    QString problem;    ///< code of the last failure
};

/// The sealed queue. Every change is durable (synchronous=FULL) before the call returns. What is unsent is sealed with a key of its own
/// (Sealer::Table::Unsent), so that it can be taken over from a store whose PIN is forgotten; what was sent is not.
///
/// An item whose row fails its seal is never dropped: it is listed as Rejected with problem "seal", no identifier and no payload. If its
/// identifier is queued again, the new item takes its place and the damaged one stays listed beside it.
class Outbox
{
public:
    /// All: the outbox of an open store. UnsentAlone: that of a store for which there is the key of unsent items only; for takeOver().
    enum class Reach { All, UnsentAlone };

    Outbox(Database &database, const Sealer &sealer, Reach reach = Reach::All);
    /// Adds the item, or gives the sequence of the same one that is there already. With another payload under an identifier that is there,
    /// it takes the place of a Rejected item; else Conflict, and nothing changes: what the person did must not vanish without a word.
    Result<qint64> queue(const OutboxItem &item);
    /// Replaces an item by one with the same identifier, or adds it: a new state on its way, or a new payload (a scheduled check-in done again
    /// on the same day). Sequence and queuedAt stay. Conflict, and nothing changes, when the payload differs although the server may have
    /// the old one (Sending, Uncertain, Done), or when a payload read before is given with another state than Queued.
    Result<void> update(const OutboxItem &item);
    /// Takes over what another store of the same account did not send, under the same identifiers; it is asked for before it is sent. There it
    /// counts as done then. Returns how many items are new here. Conflict when something stays there: an item that fails its seal, or
    /// other answers under an identifier that is here too.
    Result<int> takeOver(Outbox &other);
    /// Forgets an item that was Rejected or is damaged, because the person said so. Conflict, and nothing changes, for any other.
    Result<void> forget(qint64 sequence);
    /// Seals what a Handrail without PINs left unsent so that it can be taken over, too.
    Result<void> sealUnsentAgain();
    /// Forgets what was Done before this time. Returns how many.
    Result<int> removeDone(const QDateTime &before);
    /// Every state but Done and Kept; by priority, then sequence. The caller picks by state and retryAt.
    [[nodiscard]] Result<QList<OutboxItem>> unsent() const;
    [[nodiscard]] Result<QList<OutboxItem>> all(int limit = 200) const; ///< newest first
    [[nodiscard]] Result<std::optional<OutboxItem>> find(const QString &identifier) const;
    [[nodiscard]] Result<int> unsentCount() const;
    /// How many items fail their seal.
    [[nodiscard]] Result<int> damagedCount() const;

private:
    struct Row;
    [[nodiscard]] Result<std::optional<Row>> rowOf(const QByteArray &identifier) const;
    [[nodiscard]] Result<QList<OutboxItem>> read() const;
    [[nodiscard]] std::optional<OutboxItem> openRow(const Row &row) const;
    [[nodiscard]] QByteArray sealRow(const OutboxItem &item, const QByteArray &identifier) const;
    Result<qint64> insert(const OutboxItem &item, const QByteArray &identifier);
    Result<void> replace(const OutboxItem &old, const OutboxItem &item, const QByteArray &identifier);
    Result<void> putAside(const Row &row);
    Result<void> noteTaken(const OutboxItem &item);

    Database &m_database;
    const Sealer &m_sealer;
    Reach m_reach;
};

} // namespace handrail
