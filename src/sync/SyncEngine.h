// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "auth/TokenSource.h"
#include "core/AccessEvent.h"
#include "core/Clock.h"
#include "core/Identity.h"
#include "net/HttpClient.h"
#include "store/Store.h"

#include <QCoroTask>
#include <QObject>
#include <functional>
#include <memory>
#include <optional>

namespace handrail {

/// How far a download is, for the first-sync page.
struct SyncPart {
    enum class State { Waiting, Loading, Done, Unavailable };
    QString type; ///< FHIR type
    State state = State::Waiting;
    int count = 0; ///< records so far
};

struct SyncOptions {
    std::function<double()> random; ///< 0 <= x < 1, for the jitter of back-off, set by tests; empty: the system's generator
    QByteArray packTaker;           ///< who judges the clinic's packs (PackShelf::takerOf); empty: nobody, and none is downloaded
};

/// Moves data between the store and the server: sends the outbox, then downloads, one run at a time (design api 3.2 to 3.4). Knows the
/// states of an item; everybody above knows only saved, queued, sent, needs attention.
///
/// States: Idle (nothing planned, or only the next try of an item) -> Running -> Idle after success or a failure that a new try cannot
/// mend; -> Waiting after a retryable failure, until the planned time, nudge() or retryNow() -> Running.
///
/// What the server no longer lists is taken out of the store: for a relative in each run, for a patient once a week and after the server said
/// of the record itself that it is gone.
class SyncEngine final : public QObject
{
    Q_OBJECT
public:
    enum class State { Idle, Running, Waiting };
    Q_ENUM(State)

    SyncEngine(HttpClient &http, TokenSource &tokens, Store &store, const Clock &clock, Identity identity,
               QObject *parent = nullptr, SyncOptions options = {});
    ~SyncEngine() override;

    /// Sends what waits and downloads what is new; after a whole one, beside whatever runs, once, also the older sessions of this time in care. A call while one runs joins it. After a retryable failure the next run is planned by
    /// itself (back-off with jitter); the result is that of this run.
    /// Problems: SignInNeeded; Offline, Timeout, Tls, ServerBusy, ServerError, NotFhir (another page answered, as before a Wi-Fi sign-in);
    /// BadData for one type, while the others were still downloaded, or when there was no memory; WrongPatient and BadData when everything was downloaded but for a record
    /// of somebody else or of another type (each record is told once); Store*; Cancelled when the engine goes.
    QCoro::Task<Result<void>> run();
    /// Reads one record anew, beside whatever runs, and takes it out of the store when the clinic shows it no more. Problems: those of run();
    /// Timeout after `limit`, when the answer, if it still comes, is kept all the same.
    QCoro::Task<Result<void>> readAgain(QString type, QString id, std::chrono::milliseconds limit);
    /// A page of the clinic's log, asked for beside whatever runs (sync/AccessLog.h). Only when somebody wants to see it: it is no part of a run.
    /// Cancelled when the engine goes.
    QCoro::Task<Result<AccessPage>> readAccessLog(QString next, QString language);
    /// Takes what was shared with a relative out of the store, and that it was ever downloaded.
    Result<void> removeShared();
    /// That, and what they kept of its sessions.
    Result<void> forgetShared();
    /// The part of it that is the relative's own: what they kept of sessions, and what they said to those that are not in the store any more.
    static Result<void> forgetOfSessions(Store &store, const QDateTime &now);
    /// Somebody has just signed in: what the clinic forbade before is sent once more by the next engine on this store.
    static Result<void> noteSignIn(Store &store);
    /// Sends what waits, soon. Returns at once.
    void nudge();
    /// The network came back, or the person asked: forget the back-off.
    void retryNow();

    [[nodiscard]] State state() const;
    /// A run goes on, or begins with the next turn of the event loop: what a nudge() is about to send is not cut off.
    [[nodiscard]] bool isAtWork() const;
    /// The sequence of the item of the outbox whose request is on its way now.
    [[nodiscard]] std::optional<qint64> inFlight() const;
    [[nodiscard]] QList<SyncPart> parts() const;
    [[nodiscard]] QDateTime lastSuccess() const; ///< UTC; invalid before the first
    [[nodiscard]] std::optional<Problem> lastProblem() const;
    [[nodiscard]] QDateTime serverTime() const; ///< UTC, now by the server's clock; invalid before it was heard
    [[nodiscard]] std::chrono::milliseconds serverClockOffset() const; ///< server - device, from the Date header; display only

Q_SIGNALS:
    void stateChanged();
    void partsChanged();
    void recordsChanged(); ///< the store has new or changed records
    void outboxChanged();  ///< an item changed its state
    void signInNeeded();   ///< the clinic ended this sign-in

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace handrail
