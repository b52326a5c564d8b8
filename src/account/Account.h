// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "auth/SignIn.h"
#include "auth/TokenSource.h"
#include "core/Clock.h"
#include "core/Identity.h"
#include "core/Problem.h"
#include "net/HttpClient.h"
#include "ports/Browser.h"
#include "ports/SecretStore.h"
#include "store/AccountFiles.h"
#include "store/Store.h"
#include "sync/Records.h"
#include "sync/SyncEngine.h"

#include <QCoroTask>
#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>

namespace handrail {

/// Who is signed in on this device, and the rooms that belong to that person: their sealed store, their token, their sync. When the
/// person changes, all of these go before the next ones come, so no late answer meets another person's store.
///
/// States, what leads out of them, and what stays:
///   Starting        start() has looked: SignedOut | Active | KeyUnavailable
///   SignedOut       signIn(): SigningIn
///   SigningIn       done: Active | failed or cancelled: back where it began, with problem()
///   Active          the clinic ended the sign-in: NeedsSignIn | signOut(): SignedOut
///   NeedsSignIn     everything saved can be read, nothing can be sent; signIn(): SigningIn | signOut(): SignedOut
///   KeyUnavailable  a store is here and cannot be opened; nothing is overwritten; retryOpening(): Starting | signIn(): SigningIn
class Account final : public QObject
{
    Q_OBJECT
public:
    enum class State { Starting, SignedOut, SigningIn, Active, NeedsSignIn, KeyUnavailable };
    Q_ENUM(State)

    /// `files` says where the stores of this device's accounts lie.
    Account(HttpClient &http, SecretStore &secrets, Browser &browser, const Clock &clock, AccountFiles files,
            QObject *parent = nullptr);
    ~Account() override;

    /// Opens the store of who was signed in last. Ends in SignedOut, Active or KeyUnavailable.
    QCoro::Task<void> start();
    /// One sign-in at the clinic whose FHIR base is given. The same person's store stays open, and what is unsent in it goes on. Another's
    /// sign-in is refused (UnsentOfAnother) while something unsent is kept in memory alone. A store that cannot be opened is put aside for
    /// 30 days, never overwritten.
    QCoro::Task<void> signIn(QUrl fhirBase);
    void cancelSignIn();
    QCoro::Task<void> retryOpening();
    /// The first page is on the screen: from now on the disk is checked, if that is due, and the clinic asked. Until then nothing of that
    /// stands in the way of the first page.
    void settle();
    /// Asks the clinic what is new, unless that was done in the last `age`, is being done, or waits for its next try.
    void refreshIfOlderThan(std::chrono::minutes age);
    /// The network or the person came back: what waits for its next try is tried now, at most once a minute (design api 3.2 rule 5). Nothing
    /// before settle().
    void tryNow();
    /// Ends the sign-in here at once, and then at the clinic when it can be reached. What is unsent stays sealed on this device and goes out after the
    /// same person's next sign-in; with nothing unsent the store and its key are erased. A store put aside stays, until it is 30 days old.
    QCoro::Task<void> signOut();

    /// The language (BCP 47, "es") of the clinic's words and of its sign-in page, where the clinic has them.
    void setLanguage(const QString &language);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const std::optional<Problem> &problem() const { return m_problem; }
    void clearProblem();
    /// The clinic's sign-in page, while SigningIn; for devices on which no browser came up.
    [[nodiscard]] QUrl signInPage() const { return m_signInPage; }
    /// No keychain here: what is done is kept in memory only, until the app closes.
    [[nodiscard]] bool isSessionOnly() const;
    /// A download has been whole at least once for this account.
    [[nodiscard]] bool isFirstSyncDone() const { return m_isFirstSyncDone; }

    /// All of these are there exactly in Active and NeedsSignIn; nullptr otherwise.
    [[nodiscard]] Records *records() const { return m_records.get(); }
    [[nodiscard]] SyncEngine *sync() const { return m_sync.get(); }
    [[nodiscard]] const Identity *identity() const;

Q_SIGNALS:
    void stateChanged();
    void problemChanged();
    void recordsChanged();
    void outboxChanged();
    void syncChanged();

private:
    void setState(State state);
    void setProblem(std::optional<Problem> problem);
    void enter(std::unique_ptr<Store> store, const Credentials &credentials);
    void leave();
    QCoro::Task<void> begin();
    void checkStore();
    QCoro::Task<void> takeUnsentBack();
    void countPutAside();
    QCoro::Task<void> runSync();
    [[nodiscard]] bool isAnythingWaiting() const;
    void tryWaiting();
    QCoro::Task<Result<std::unique_ptr<Store>>> storeFor(QString accountHash, QDateTime serverNow);

    HttpClient &m_http;
    SecretStore &m_secrets;
    const Clock &m_clock;
    AccountFiles m_files;
    SignIn m_signIn;
    QString m_language;
    QUrl m_signInPage;
    State m_state = State::Starting;
    State m_stateBefore = State::SignedOut;
    std::optional<Problem> m_problem;
    bool m_isFirstSyncDone = false;
    bool m_isSettled = false;
    QTimer m_tryTimer;                                  ///< until the next tryNow() may reach the clinic
    std::optional<std::chrono::milliseconds> m_lastTry; ///< monotonic
    QDateTime m_lastRun;                                ///< when the clinic was last asked for everything, UTC

    QString m_accountHash;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<TokenSource> m_tokens;
    std::unique_ptr<Records> m_records;
    std::unique_ptr<SyncEngine> m_sync;
};

} // namespace handrail
