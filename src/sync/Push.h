// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Identity.h"
#include "store/Store.h"
#include "sync/FhirClient.h"
#include "sync/Retry.h"
#include "sync/Verdict.h"

#include <QSet>
#include <functional>

namespace handrail {

/// Sends the outbox: one item at a time, the most urgent first, items of one key in their order. A failed item blocks only its own key.
///
/// States of an item (design api 3.2): Queued -> Sending (durable before the request leaves) -> Done | Rejected | NeedsAuth | Uncertain;
/// back to Queued when it is certain that nothing left with this try. Uncertain, Sending found at a start, whatever may have left with an
/// earlier try, and answers that take the place of others -> asked for by identifier -> Done, or sent. Waiting times are those of Retry.
///
/// What the server has under an item's identifier counts as the item only when it is about the same patient (else it counts as not there, with the
/// problem WrongPatient, "HR-SUBJ") and says the same. Other answers are amended (Conflict meanwhile) where the person saw them (fhir::writeChange)
/// and gave ours after them, by whichever clock. Any others stay, and ours become Rejected (outrunProblem; takenBackProblem where those are no
/// answers that can be looked at), so that the person hears of it and chooses.
///
/// An update waits until the item that it names is Done. Then the record is read, changed as the item means it, and put back with If-Match;
/// when somebody else was quicker, it is read and changed anew, three times at most (rule 7). So it can be sent again at any time: what is
/// said there already is not said again.
class Push
{
public:
    Push(FhirClient &client, Store &store, const Clock &clock, const Identity &identity, const Retry &retry, SyncLifePointer life);

    /// Somebody has just signed in: what the clinic forbade before is sent once more by the next Push of this store.
    static Result<void> noteSignIn(Store &store);
    /// Called after each change of an item.
    void setChanged(std::function<void()> changed) { m_changed = std::move(changed); }

    /// Sends everything that is due. The first problem; when it is one that stops a run, items after it were not tried. What is throttled (429) waits by
    /// its own time and is no problem of the run: what is to be read does not wait for it. After a second one nothing more is sent.
    QCoro::Task<Result<void>> run();
    /// The next run does not wait for the planned time of any item, and waits grow from the first again. One that may have arrived is asked for, but not sent again before it
    /// is settled.
    void forgetBackOff() { m_isHurrying = true; }
    /// The earliest planned time of an item that was still to come when items were looked at last. Invalid when there is none.
    [[nodiscard]] QDateTime nextDue() const;
    /// The item whose request is on its way now.
    [[nodiscard]] std::optional<qint64> inFlight() const { return m_inFlight; }
    /// Types of which something arrived since the last call.
    [[nodiscard]] QStringList takeSentTypes() { return std::exchange(m_sentTypes, {}); }

private:
    enum class Condition { Raw, Encoded, None };
    /// What the server has under an identifier.
    struct Found {
        bool canAsk = true; ///< false: this server lets nobody look
        bool isThere = false;
        bool isOthers = false; ///< what has its name is about somebody else, and so is not there
        int status = 200;      ///< of the answer
        /// It was no FHIR server that spoke, but a gateway or a Wi-Fi page: that nothing is there is not said.
        std::optional<Problem> notFhir = {};
        QString id;
        QString versionId;
        QByteArray json;
    };

    void requeueParked();
    [[nodiscard]] Result<std::optional<OutboxItem>> pick(const QSet<qint64> &tried);
    [[nodiscard]] bool isStill(const OutboxItem &item) const;
    [[nodiscard]] bool isSendable(const OutboxItem &item) const;
    [[nodiscard]] bool isWaiting(const QString &identifier) const;
    QCoro::Task<Result<void>> process(OutboxItem item);
    QCoro::Task<Result<void>> send(OutboxItem item, QString token);
    QCoro::Task<Result<void>> settleByVerifying(OutboxItem item, Verdict verdict);
    QCoro::Task<Result<void>> settle(OutboxItem item, Found there);
    QCoro::Task<Result<Found>> verify(QString type, QString identifier);
    QCoro::Task<Result<Found>> readBack(QString type, QString id, QString identifier);
    QCoro::Task<Result<void>> update(OutboxItem item);
    QCoro::Task<Result<Found>> findTarget(OutboxItem item);
    /// What is to be done with what the server has.
    struct Step {
        enum class What { Nothing, Put, Conflict } what = What::Nothing;
        QByteArray body = {};
    };
    [[nodiscard]] Step stepFor(const OutboxItem &item, const Found &there) const;
    /// An update that says in its payload which record it is about.
    [[nodiscard]] static bool isNamedById(const OutboxItem &item);
    /// Whom a record must be about to be one that a patient sent; empty for a relative.
    [[nodiscard]] QString patientOfSent() const { return m_identity.role == Role::Patient ? m_identity.patientId : QString(); }
    [[nodiscard]] bool isOurs(const QByteArray &json) const;
    Result<void> keepSettled(const OutboxItem &item, const QString &id, const QByteArray &json);
    Result<void> keepRecord(const QByteArray &json);
    [[nodiscard]] QString serverIdOf(const QString &identifier) const;
    [[nodiscard]] HttpHeaders headersFor(const OutboxItem &item) const;
    [[nodiscard]] bool weakenCondition();

    Result<void> save(const OutboxItem &item, const QList<OutboxItem> &others = {});
    Result<void> saveDone(OutboxItem item, const QString &serverId);
    Result<void> saveRejected(OutboxItem item, const QString &code);
    [[nodiscard]] QList<OutboxItem> behind(const OutboxItem &refused) const;
    Result<void> saveUncertain(OutboxItem item, const QString &code, int retryAfterSeconds);
    /// Saves it so, with the problem's own kind or this code, and gives the problem.
    Result<void> failUncertain(OutboxItem item, const Problem &problem, const QString &code = {});
    // `hadLeft`: OutboxItem::mayHaveLeft before this try.
    Result<void> saveUnsent(OutboxItem item, const QString &code, bool hadLeft);
    Result<void> failed(OutboxItem item, const Problem &problem, bool hadLeft);

    FhirClient &m_client;
    Store &m_store;
    const Clock &m_clock;
    const Identity &m_identity;
    const Retry &m_retry;
    SyncLifePointer m_life;
    std::function<void()> m_changed;
    Condition m_condition = Condition::Raw;
    bool m_isFirstRun = true;
    bool m_isHurrying = false;
    QStringList m_sentTypes;
    std::optional<qint64> m_inFlight; ///< its sequence
    QDateTime m_lookedAt;             ///< when what is due was looked for last
};

} // namespace handrail
