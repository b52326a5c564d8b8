// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <functional>
#include <optional>

namespace handrail {

class Database;
class Sealer;

/// The states of an item on its way to the server (design api 3.2). Kept: the person keeps it to themselves; it goes nowhere, counts as neither sent
/// nor unsent, and like what was sent it needs the PIN.
enum class OutboxState { Queued = 1, Sending, Uncertain, NeedsAuth, Conflict, Rejected, Done, Kept };

/// Create: the payload becomes a new record. Update: it says what is changed in a record that the server has (design api 3.2 rule 7).
enum class OutboxAction { Create, Update };

/// Something that the person did and that the server has to hear of. The payload is frozen when the item is queued, so each
/// try sends the same bytes under the same identifier.
struct OutboxItem {
    qint64 sequence = 0; ///< order of queueing; set by the store
    QString identifier;  ///< urn:uuid; unique in the store
    QString resourceType;
    QString dependencyKey; ///< items with one key go in order; a failed item blocks only its own key
    int priority = 1;      ///< 0 goes first (a safety answer)
    QByteArray payload;    ///< the resource to POST; of an update the elements that it sets
    OutboxState state = OutboxState::Queued;
    int attempts = 0;
    QDateTime queuedAt; ///< UTC
    QDateTime retryAt;  ///< UTC; not before this time
    QString serverId;   ///< set when Done
    QDateTime doneAt;   ///< UTC; the server's word came at this time
    QString problem;    ///< code of the last failure
    OutboxAction action = OutboxAction::Create;
    QString after;            ///< identifier of an item that must be Done before this one goes; empty: none
    bool mayHaveLeft = false; ///< one of the tries may have reached the server, whatever became of those after it
    int searches = 0;         ///< that the server answered, and in which what an update is to change was not found

    /// It waits, and nothing of it has left this device.
    [[nodiscard]] bool isHere() const { return !mayHaveLeft && (state == OutboxState::Queued || state == OutboxState::NeedsAuth); }
};

/// OutboxItem::problem of what waited there and is gone.
inline constexpr QLatin1String goneProblem("gone");
/// OutboxItem::problem of answers that were not put in the place of others, which the clinic has: the person chooses.
inline constexpr QLatin1String outrunProblem("Conflict:other-answers");
/// The same where what the clinic has is no finished answers, such as those that it took back. Under that name it takes none any more.
inline constexpr QLatin1String takenBackProblem("Conflict:taken-back");

/// The sealed queue. Every change is durable (synchronous=FULL) before the call returns. What is unsent is sealed with a key of its own
/// (Sealer::Table::Unsent), so that it can be taken over from a store whose PIN is forgotten; what was sent is not.
///
/// An item whose row fails its seal is never dropped: it is listed as Rejected with problem "seal", no identifier and no payload. If its
/// identifier is queued again, the new item takes its place and the damaged one stays listed beside it.
///
/// What waits is counted in the header (OutboxCount.h). A row that waited and is not there any more, or is an earlier one of the same place, is
/// listed in the same way with problem "gone". While a row cannot be read at all, nothing is listed and nothing is taken: StoreBroken.
class Outbox
{
public:
    /// As it lies in the file.
    struct Row {
        qint64 sequence = 0;
        QByteArray identifier;
        qint64 state = 0;
        qint64 priority = 0;
        QByteArray sealed;
    };

    /// All: the outbox of an open store. UnsentAlone: that of a store for which there is the key of unsent items only; for takeOver().
    enum class Reach { All, UnsentAlone };

    Outbox(Database &database, const Sealer &sealer, Reach reach = Reach::All);
    /// Adds the item, or gives the sequence of the same one that is there already. With another payload under an identifier that is there,
    /// it takes the place of a Rejected item; else Conflict, and nothing changes: what the person did must not vanish without a word.
    Result<qint64> queue(const OutboxItem &item);
    /// All of them in this order, or none.
    Result<void> queueAll(const QList<OutboxItem> &items);
    /// Replaces an item by one with the same identifier, or adds it: a new state on its way, or a new payload (a scheduled check-in done again
    /// on the same day). Sequence and queuedAt stay. Conflict, and nothing changes, when the payload differs although the server may have
    /// the old one (Sending, Uncertain, Done), or when a payload read before is given with another state than Queued.
    Result<void> update(const OutboxItem &item) { return updateAll({item}); }
    /// All of them, or none.
    Result<void> updateAll(const QList<OutboxItem> &items);
    /// What waits behind answers that are not taken (`after`, of their type) would wait for ever: `refused` is Rejected for `code`, the newest of
    /// that becomes its payload, and all of that is forgotten; or nothing changes. `refused` is then as it is here. Conflict when its payload is
    /// not the one that is here.
    Result<void> takeInChanges(OutboxItem &refused, const QString &code);
    /// Takes over what another store of the same account did not send, under the same identifiers; it is asked for before it is sent. What the
    /// person keeps to themselves stays that, and comes along where it can be read. There it counts as done then. Returns how many items are new
    /// here. Conflict when something stays there: an item that fails its seal or is gone, or other answers under an identifier that is here too.
    /// `isPartHere`: some were taken over by their key alone before, so what is gone from there is here.
    Result<int> takeOver(Outbox &other, bool isPartHere = false);
    /// Forgets an item that was Rejected or is damaged, because the person said so, and with it what was to go after it. Conflict, and
    /// nothing changes, for any other.
    Result<void> forget(qint64 sequence) { return forgetAll({sequence}); }
    /// All of them, and these items are queued in their place; or none.
    Result<void> forgetAll(const QList<qint64> &sequences, const QList<OutboxItem> &instead = {});
    /// Takes back something that the server cannot have: what isHere(), Kept or Rejected. False when no such item is there. Conflict, and
    /// nothing changes, when it has left, or may have.
    Result<bool> withdraw(const QString &identifier);
    /// Seals what a Handrail without PINs left unsent so that it can be taken over, too.
    Result<void> sealUnsentAgain();
    /// Queues an item and takes it back before anything reaches the disk. False: something in the way is damaged.
    Result<bool> rehearse();
    /// Of a store that has just been made in place of a damaged one: these items with their states, and so many of which nothing is left.
    Result<void> fill(const QList<OutboxItem> &items, int gone);
    /// Forgets what was Done before this time, but for what is needed. Returns how many.
    Result<int> removeDone(const QDateTime &before, const std::function<bool(const OutboxItem &)> &isNeeded = {});
    /// Every state but Done and Kept; by priority, then sequence. The caller picks by state and retryAt.
    [[nodiscard]] Result<QList<OutboxItem>> unsent() const;
    [[nodiscard]] Result<QList<OutboxItem>> all() const; ///< newest first
    [[nodiscard]] Result<std::optional<OutboxItem>> find(const QString &identifier) const;
    [[nodiscard]] Result<int> unsentCount() const;
    /// How many items fail their seal, or are gone.
    [[nodiscard]] Result<int> damagedCount() const;

    /// nullopt when it fails its seal.
    [[nodiscard]] static std::optional<OutboxItem> openRow(const Sealer &sealer, const Row &row);

private:
    [[nodiscard]] Result<std::optional<Row>> rowOf(const QByteArray &identifier) const;
    Result<void> reckon() const;
    Result<void> addGone(int count) const;
    Result<void> recount(const QByteArray &gone, const QByteArray &added);
    [[nodiscard]] Result<QByteArray> sealedOf(qint64 sequence) const;
    [[nodiscard]] Result<QList<OutboxItem>> read() const;
    [[nodiscard]] QByteArray sealRow(const OutboxItem &item, const QByteArray &identifier) const;
    Result<qint64> queueOne(const OutboxItem &item);
    Result<void> updateOne(const OutboxItem &item);
    Result<qint64> insert(const OutboxItem &item, const QByteArray &identifier);
    Result<void> replace(const OutboxItem &old, const OutboxItem &item, const QByteArray &identifier);
    Result<void> putAside(const Row &row);
    Result<void> remove(qint64 sequence); ///< in a transaction of the caller's
    Result<void> noteTaken(const OutboxItem &item);

    Database &m_database;
    const Sealer &m_sealer;
    Reach m_reach;
    mutable bool m_isReckoned = false;
    mutable int m_untold = 0; ///< gone, and not written down yet
};

} // namespace handrail
