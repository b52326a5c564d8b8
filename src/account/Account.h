// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "auth/SignIn.h"
#include "auth/TokenSource.h"
#include "core/Clock.h"
#include "core/Identity.h"
#include "core/Pin.h"
#include "core/Problem.h"
#include "net/HttpClient.h"
#include "net/Pending.h"
#include "ports/Browser.h"
#include "ports/DeviceAuth.h"
#include "ports/SecretStore.h"
#include "store/AccountFiles.h"
#include "store/Store.h"
#include "sync/Operation.h"
#include "sync/Records.h"
#include "sync/SyncEngine.h"

#include <QCoroTask>
#include <QObject>
#include <QTimer>
#include <map>
#include <memory>
#include <optional>

namespace handrail {

/// Another account on this device that the same person opened here: a relative of two patients has one for each, each with a store of its own.
struct OtherAccount {
    QString hash;        ///< AccountFiles::hashOf()
    QString patientName; ///< whom they are there for; empty when it is not known here
    bool hasPin = false; ///< it opens with that
    QDate until; ///< where another one here is of the same patient: the last day on which something is shared, if that is known
    bool isOfSamePatient = false; ///< as the one that is open
};

struct AsideStore;

/// Who is signed in on this device, and the rooms that belong to that person: their sealed store, their token, their sync. When the
/// person changes, all of these go before the next ones come, so no late answer meets another person's store.
///
/// States, what leads out of them, and what stays:
///   Starting        start(), or switchTo() on its way to another account, has looked: SignedOut | Active | Locked (a PIN is set) | KeyUnavailable |
///                   a damaged store was made anew: where it was before
///   SignedOut       signIn(): SigningIn
///   SigningIn       done: Active | failed or cancelled: back where it began, with problem() | the same with lock(): Locked | the store of who signed
///                   in cannot be opened or written: Starting, and what the next start would find, with problem() | it has a PIN: Locked | there is no
///                   place for its key: Active, in memory alone (isSessionOnly())
///   Active          the clinic ended the sign-in: NeedsSignIn | it said that nothing is shared with a relative: Revoked | lock(): Locked |
///                   signOut(): SignedOut | ten wrong PINs on the way to another PIN: Locked | signIn(): SigningIn | switchTo(): Starting |
///                   the store is damaged: Starting, and back; KeyUnavailable when it cannot be made anew, SignedOut when the sign-in in it cannot be read any more
///   NeedsSignIn     everything saved can be read, but for what was shared with a relative, which is gone; nothing can be sent;
///                   signIn(): SigningIn | lock(): Locked | signOut(): SignedOut | switchTo() and a
///                   damaged store: as from Active
///   Locked          a PIN keeps the store shut: no key, token or record is in memory, nothing is sent or fetched; unlock() or
///                   unlockByDevice(): Active, and with a wrong PIN, an unavailable secret or too little memory it stays, with problem() |
///                   signIn() (forgotten PIN, ten wrong ones): SigningIn; when that is done by the same person the PIN is gone, and what was
///                   unsent comes along. A sign-in that began elsewhere and meets a PIN ends here: isSignedInBeforePin(); forgetPin(): Active, or
///                   SigningIn first; given up, or after 10 minutes: Starting, and what the next start would find | behind the PIN is no
///                   sign-in: SignedOut, or for who came by switchTo(): Starting, and back to the account they came from | removePin() ends: Active
///   KeyUnavailable  a store is here and cannot be opened; nothing is overwritten; tried again by itself for some seconds: Active |
///                   SignedOut | Locked; retryOpening(): Starting | signIn(): SigningIn
///   Revoked         nothing is shared with a relative any more, by the clinic's own word: what was shared is erased here; signIn(): SigningIn.
///                   A sign-in that has run out, or a clinic that does not say why it refuses one, erases nothing that is the person's own
/// While Locked, SignedOut, Revoked and KeyUnavailable, nothing of a person is in memory but what the system may have copied, and, while
/// Locked, the times of the next two days' reminders (view/RemindersView) and a safety answer that the disk refused (view/SafetyView). Two things take a little: a refresh that was under way when the
/// lock fell goes on for 12 s at most, out of sight, because its answer may hold the only token that is still good; and a sign-in that
/// waits for the PIN holds its tokens.
class Account final : public QObject
{
    Q_OBJECT
public:
    enum class State { Starting, SignedOut, SigningIn, Active, NeedsSignIn, Locked, KeyUnavailable, Revoked };
    Q_ENUM(State)
    /// What a sign-out leaves on this device: what is unsent, sealed for the same person; or nothing of this account.
    enum class Leaving { KeepUnsent, Erase };

    /// `files` says where the stores of this device's accounts lie. Without a `deviceAuth` a PIN is the only way to unlock.
    Account(HttpClient &http, SecretStore &secrets, Browser &browser, const Clock &clock, AccountFiles files,
            DeviceAuth *deviceAuth = nullptr, QObject *parent = nullptr);
    ~Account() override;

    /// Opens the store of who was signed in last. Ends in SignedOut, Active, Locked or KeyUnavailable.
    QCoro::Task<void> start();
    /// One sign-in at the clinic whose FHIR base is given. The same person's store stays open, and what is unsent in it goes on. Another's
    /// sign-in is refused (UnsentOfAnother) while something unsent is kept in memory alone. A store that cannot be opened is put aside for
    /// 30 days, never overwritten; without a keychain it stays where it is, and this session is in memory alone. A keychain that does not answer is
    /// KeychainBusy the first time; after that, too. From the lock of the same person's store it must be one asked anew: SignInUnproven.
    QCoro::Task<void> signIn(QUrl fhirBase);
    void cancelSignIn() { m_signIn.cancel(); }
    /// Asks the clinic whether the link's token and the code belong together (openInvitation(), with its problems). If so, acceptInvitation()
    /// goes on. Whoever is signed in stays so meanwhile. UnsentOfAnother, without a request: what is unsent here would be lost.
    QCoro::Task<Result<void>> openInvitation(QUrl fhirBase, QString token, QString code);
    /// signIn() with what openInvitation() opened: the person makes an account of their own at the clinic's page, and gets a store of their own
    /// here. Nothing happens without it; it is good for one try.
    QCoro::Task<void> acceptInvitation();
    /// An address of the app brought the answer of the clinic's sign-in page. False, and nothing changes, unless a sign-in waits for just this.
    bool bringSignIn(const QUrlQuery &answer) { return m_signIn.bring(answer); }
    QCoro::Task<void> retryOpening();
    /// The first page is on the screen: from now on the disk is checked, if that is due, and the clinic asked. Until then nothing of that
    /// stands in the way of the first page.
    void settle();
    /// Asks the clinic what is new, unless that was done in the last `age`, is being done, or waits for its next try. To be called every minute
    /// or so: it also ends what a relative may keep for a day only.
    void refreshIfOlderThan(std::chrono::minutes age);
    /// The network or the person came back: what waits for its next try is tried now, at most once a minute (design api 3.2 rule 5). Nothing
    /// before settle().
    void tryNow();
    /// The person asks: everything that waits is tried now. Nothing while isRetriedLately().
    void retry();
    /// That was done in the last minute (design security row 39), and reached a server; a try that reaches none costs none anything.
    [[nodiscard]] bool isRetriedLately() const;
    /// The person put something into the outbox, or took it out: whoever shows it looks again, and what waits goes soon.
    void sendSoon();
    /// Ends the sign-in here at once, and at the clinic when it can be reached, if need be after a later start (ToRevoke.h). What is unsent
    /// stays sealed on this device and goes out after the same person's next sign-in, and what they keep here alone is there again then
    /// (Records::holdsOwnThings); what came from the clinic goes. With neither the store and its key are erased. A store put aside stays, until
    /// it is 30 days old.
    /// With Leaving::Erase all of these go, sent or not, and erased() says so. Problem: NotErased. Whoever is in by memory alone leaves what is on the
    /// disk as it is, and ends at the lock of who was in last, if that one has a PIN.
    QCoro::Task<void> signOut(Leaving leaving = Leaving::KeepUnsent);

    /// Those that this relative can go to: they were in here with the same login at the clinic before, and their store is still here. Which those are
    /// stands sealed in the store that is open. Nobody's else, and none while nobody is in.
    [[nodiscard]] QList<OtherAccount> others() const;
    /// Goes to one of others(). The present one is left as by lock(): nothing of it is held, left() says so, what is unsent stays in its store, and the
    /// sign-in too. Ends where start() ends; KeyUnavailable, and nothing of either is lost, when that store cannot be opened now; in the present one again
    /// when the other is signed out, and it is in others() no more. Nothing happens for any other hash. Problems: those of the disk, and then the present one stays.
    QCoro::Task<void> switchTo(QString accountHash);

    /// The person's store has a PIN. Known in Active, NeedsSignIn and Locked.
    [[nodiscard]] bool hasPin() const { return m_hasPin; }
    /// How many digits the PIN has, so that the last one can end the typing.
    [[nodiscard]] int pinDigits() const { return m_pinDigits; }
    /// Wrong ones since the last right one; with none left the PIN is of no use.
    [[nodiscard]] int pinTries() const { return m_pinTries; }
    [[nodiscard]] int pinTriesLeft() const;
    [[nodiscard]] bool isPinEnded() const;
    /// False: whether there are tries left cannot be read now, and problem() says why. unlock() looks again first, and counts nothing while it stays so.
    [[nodiscard]] bool isLockReadable() const { return !m_lockProblem; }
    /// Locked, and not isLockReadable(): looks again.
    void readLockAgain();
    /// How long until the next PIN is taken, by the monotonic clock. A restart begins the whole wait anew, so neither that nor setting the
    /// device's clock makes it shorter.
    [[nodiscard]] std::chrono::milliseconds pinWait() const;
    /// A PIN is being checked, or made.
    [[nodiscard]] bool isPinBusy() const { return m_isPinBusy; }
    [[nodiscard]] bool canUnlockByDevice() const;
    /// The device's own recognition is there to be used, with a PIN.
    [[nodiscard]] bool hasDeviceAuth() const { return m_deviceAuth && m_deviceAuth->isAvailable(); }

    /// Drops everything of the person at once, if a PIN is set. What is on its way to the clinic is asked about after the next unlock.
    void lock();
    /// Nothing happens while isPinBusy(), pinWait() or isPinEnded() say so.
    QCoro::Task<void> unlock(Pin pin);
    QCoro::Task<void> unlockByDevice();
    /// For who is in: whether this is the PIN. Counts like unlock(); the tenth wrong one locks.
    QCoro::Task<Result<void>> checkPin(Pin pin);
    /// What the disk had refused when the lock fell: it is kept in memory, sealed, and no more than that while the app runs.
    [[nodiscard]] bool hasUnsaved() const { return m_aside.contains(m_accountHash); }
    /// Whose store is open or locked here, as AccountFiles::hashOf() says it; empty: nobody's.
    [[nodiscard]] const QString &accountHash() const { return m_accountHash; }
    /// The PIN is all that opens the store. Not so as long as the keychain does not let go of the store's own key; that is tried again with each
    /// lock, unlock and start.
    [[nodiscard]] bool isPinInForce() const { return m_hasPin && !m_isKeyLeft; }
    /// Locked: the clinic has just said who this is, and their store here waits for its PIN. unlock() makes the sign-in whole; after 10 minutes it
    /// is given up.
    [[nodiscard]] bool isSignedInBeforePin() const { return m_held != nullptr; }
    /// That sign-in can take the PIN's place: the clinic says that the password was given for it. Else the browser may have been signed in already.
    [[nodiscard]] bool canForgetPin() const { return m_held && m_held->isAnew; }
    /// The PIN of isSignedInBeforePin() is forgotten: Active with a new store and no PIN. What was unsent comes along. Without canForgetPin() the
    /// clinic is asked anew first, as signIn() does it from the lock.
    QCoro::Task<void> forgetPin();
    /// isSignedInBeforePin() goes no further. Who was signed in last is there again, as at the next start.
    QCoro::Task<void> giveUpHeld();

    /// A store of this account that was put aside behind a PIN which still opens it.
    struct AsidePin {
        QString path;
        int digits = 0;
        int tries = 0; ///< wrong ones since the last right one
        int triesLeft = 0;
        QDateTime since;                    ///< it is put aside, UTC
        QDateTime until;                    ///< it may be removed from then on, UTC
        std::chrono::milliseconds nextAt{}; ///< openAside() takes the next PIN then, monotonic
    };
    /// The newest first. Known in Active and NeedsSignIn.
    [[nodiscard]] const QList<AsidePin> &asidePins() const { return m_asidePins; }
    /// That of this path; nullptr when there is none any more.
    [[nodiscard]] const AsidePin *asidePin(const QString &path) const;
    [[nodiscard]] std::chrono::milliseconds asidePinWait(const QString &path) const;
    /// What the person did and made in that store comes back into the one that is open: cameBack(). Counts like unlock(); nothing happens while
    /// isPinBusy() or asidePinWait() say so. After the tenth wrong one the store goes. Problems: those of keyByPin() and takeBack(); NotFound when it
    /// is not there any more. With Conflict all that can come has come.
    QCoro::Task<Result<void>> openAside(QString path, Pin pin);
    /// Sets the first PIN, or another one when `current` is right.
    QCoro::Task<Result<void>> setPin(Pin next);
    QCoro::Task<Result<void>> changePin(Pin current, Pin next);
    QCoro::Task<Result<void>> removePin(Pin current);
    /// Lets the device's recognition unlock as well, or no more.
    QCoro::Task<Result<void>> setUnlockByDevice(bool isOn, Pin current);

    /// The language (BCP 47, "es") of the clinic's words and of its sign-in page, where the clinic has them.
    void setLanguage(const QString &language);

    /// By whom the clinic's packs are judged (SyncOptions::packTaker), from the next sign-in or start on. Nobody: none is downloaded.
    void setPackTaker(const QByteArray &taker) { m_packTaker = taker; }

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const std::optional<Problem> &problem() const { return m_problem; }
    void clearProblem();
    /// Revoked, and what a relative wrote and the clinic has not heard is gone: without a keychain it was in memory alone.
    [[nodiscard]] bool isUnsentGone() const { return m_isUnsentGone && m_state == State::Revoked; }
    /// KeyUnavailable, and it is tried again by itself: the keychain may be about to be unlocked (design security 4.3).
    [[nodiscard]] bool isWaitingForKey() const { return m_state == State::KeyUnavailable && m_keyTimer.isActive(); }
    /// The clinic's sign-in page, while SigningIn; for devices on which no browser came up.
    [[nodiscard]] QUrl signInPage() const { return m_signInPage; }
    /// No keychain here: what is done is kept in memory only, until the app closes.
    [[nodiscard]] bool isSessionOnly() const;
    /// A download has been whole at least once for this account.
    [[nodiscard]] bool isFirstSyncDone() const { return m_isFirstSyncDone; }
    /// For how long a relative may go by what is shared without the clinic's word: 24 hours. Invalid for a patient, and while nobody is in.
    [[nodiscard]] QDateTime sharedKeptUntil() const;

    /// All of these are there exactly in Active and NeedsSignIn; nullptr otherwise.
    [[nodiscard]] Records *records() const { return m_records.get(); }
    [[nodiscard]] SyncEngine *sync() const { return m_sync.get(); }
    [[nodiscard]] Operation *operation() const { return m_operation.get(); }
    [[nodiscard]] const Identity *identity() const;

Q_SIGNALS:
    void stateChanged();
    void problemChanged();
    void recordsChanged();
    void cameBack(); ///< what lay in a store put aside is in records() now
    void outboxChanged();
    void syncChanged();
    /// All of an account, as the person asked or because the sharing ended. `isDeviceEmpty`: no account is left here.
    void erased(bool isDeviceEmpty);
    void pinChanged();
    void aboutToLock(); ///< or to be signed out, or to give way to whoever signed in; everything is still there
    void left();        ///< the records are gone, whatever the state says yet: nothing of that person may be held from here on

private:
    void setState(State state);
    void setProblem(std::optional<Problem> problem);
    /// The rooms of a person who is locked out of them already, while a refresh goes on in there.
    struct Parting {
        QString accountHash;
        std::unique_ptr<Store> store;
        std::unique_ptr<TokenSource> tokens;
        std::unique_ptr<QTimer> deadline; ///< each has its own time
    };

    void enter(std::unique_ptr<Store> store, const Credentials &credentials, std::unique_ptr<TokenSource> tokens = nullptr);
    void leave();
    void takeUp(std::unique_ptr<Store> store, QString accountHash, const SignedIn &signedIn);
    void noteLeaving();
    void noteOther();
    void forgetOther(const QString &accountHash);
    QCoro::Task<void> arrive(QString accountHash, std::unique_ptr<Parting> arriving);
    QCoro::Task<void> goBack(QString signedOut);
    [[nodiscard]] std::unique_ptr<Parting> takeParting(const QString &accountHash);
    void holdSignIn(QString accountHash, SignedIn signedIn);
    void dropHeld();
    QCoro::Task<void> part(QString accountHash);
    void dropParting(const QString &accountHash);
    void dropPartings();
    void wipeSoon();
    void wipeMemory();
    QCoro::Task<void> takeKeyOut(QString accountHash);
    void noteErasing(const QString &accountHash, AccountFiles::Aside aside);
    QCoro::Task<void> finishErasings();
    QCoro::Task<void> revokeKept();
    void revoke(Credentials credentials, bool isOnDisk);
    QCoro::Task<void> openLast();
    QCoro::Task<void> comeBack(std::optional<Problem> why = std::nullopt);
    void waitForKey(const Problem &problem);
    QCoro::Task<void> begin(bool isAsked = false);
    void beLocked(const QString &accountHash);
    void takeAside(const QString &accountHash, Store &store);
    void returnAside();
    void readLock();
    static QString deviceSecretName(const QString &accountHash); ///< under which DeviceAuth keeps the store's key
    bool canTryPin() const;
    QCoro::Task<Result<StoreKey>> tryPin(Pin pin);
    QCoro::Task<Result<void>> replacePin(Pin current, std::optional<Pin> next); ///< by none: nullopt
    Result<void> openWith(const StoreKey &key);
    QCoro::Task<void> endShared();
    bool endOldShared();
    void forgetShared(bool isOwnKept);
    [[nodiscard]] QDateTime lastWord() const;
    bool keepOwnAlone();
    Result<void> finishLeaving(Store &store);
    Result<std::optional<Credentials>> signedIn(Store &store);
    static QString firstSyncDone() { return QStringLiteral("first-sync-done"); } ///< a value's name in the store
    [[nodiscard]] static bool isMended(const Store &store);
    void checkStore();
    void checkSome();
    bool mendStore();
    void purgePutAside();
    QCoro::Task<void> takeBackAside();
    void countPutAside();
    Result<int> takeOver(AsideStore aside);
    QCoro::Task<void> runSync();
    [[nodiscard]] bool isAnythingWaiting() const;
    void tryWaiting();
    QCoro::Task<Result<std::unique_ptr<Store>>> storeFor(QString accountHash, QDateTime serverNow, bool isPinForgotten);

    HttpClient &m_http;
    SecretStore &m_secrets;
    const Clock &m_clock;
    AccountFiles m_files;
    DeviceAuth *m_deviceAuth;
    SignIn m_signIn;
    QString m_language;
    QByteArray m_packTaker;
    QUrl m_signInPage;
    Invited m_invited;
    State m_state = State::Starting;
    State m_stateBefore = State::SignedOut;
    std::optional<Problem> m_problem;
    QTimer m_keyTimer;
    std::size_t m_keyTries = 0;
    bool m_isFirstSyncDone = false;
    bool m_isSettled = false;
    bool m_isUnsentGone = false;
    std::unique_ptr<StoreChecking> m_checking;            ///< under way
    QTimer m_checkTimer;                                  ///< for one slice of it in each turn of the event loop
    bool m_isMendedOnce = false;                          ///< a store that is damaged again at once is not made anew for ever
    QTimer m_tryTimer;                                    ///< until the next tryNow() may reach the clinic
    std::optional<std::chrono::milliseconds> m_lastTry;   ///< monotonic
    std::optional<std::chrono::milliseconds> m_lastRetry; ///< monotonic
    QDateTime m_lastRun;                                  ///< when the clinic was last asked for everything, UTC

    bool m_hasPin = false;
    bool m_isPinBusy = false;
    bool m_isKeyLeft = false;
    std::optional<Pending<bool>> m_takingKeyOut; ///< under way
    int m_pinDigits = 0;
    int m_pinTries = 0;
    std::optional<Problem> m_lockProblem;    ///< why the lock cannot be read
    std::chrono::milliseconds m_nextPinAt{}; ///< monotonic
    QList<AsidePin> m_asidePins;

    QString m_accountHash; ///< also while Locked
    QString m_busyFor;     ///< at whose sign-in the keychain did not answer, the last time
    QString m_cameFrom;    ///< whose account was left by switchTo(), until another is open
    std::unique_ptr<Store> m_store;
    std::unique_ptr<TokenSource> m_tokens;
    std::unique_ptr<Records> m_records;
    std::unique_ptr<SyncEngine> m_sync;
    std::unique_ptr<Operation> m_operation;
    std::map<QString, std::unique_ptr<Parting>> m_partings; ///< by account
    QMultiMap<QString, SealedValues> m_aside;               ///< by account, while the store that they are of is closed
    /// Who was in until now, on the way to somebody else: to be told to the next store, if it is the same login's.
    struct Before {
        QString hash;
        QByteArray login; ///< a hash of it
        QString patientName;
        QString patient; ///< a hash of whom
        QDate until;
    };
    std::optional<Before> m_before;
    std::unique_ptr<SignedIn> m_held;
    QTimer m_heldTimer;
    QTimer m_wipeTimer;
    int m_wipesLeft = 0;
    std::optional<Pending<bool>> m_erasing;                ///< under way, since the start
    std::optional<std::chrono::milliseconds> m_lastRevoke; ///< monotonic
    bool m_isRevoking = false;                             ///< a slow clinic must not be asked twice at a time
};

} // namespace handrail
