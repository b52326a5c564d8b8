// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// How a person goes: signing out, erasing, a sign-in that waits for a PIN, and the end of what was shared with a relative.

#include "account/Account.h"

#include "core/Log.h"
#include "core/Wipe.h"
#include "store/Erasing.h"
#include "store/ToRevoke.h"

#include <QPointer>

#include <utility>

namespace handrail {

namespace {

/// Clinics that do not answer must not be asked again and again.
constexpr std::chrono::minutes betweenRevokes{1};
/// For how long a sign-in waits for the PIN: as long as the sign-in page itself.
constexpr std::chrono::minutes longestHeld{10};
/// How long what was shared with a relative stays without the clinic's word.
constexpr std::chrono::seconds sharedKept = std::chrono::hours(24);
/// A value's name in the store: since when that is so, while no download was whole.
const QString sharedSince = QStringLiteral("sync.shared-since");
/// A clock that is further back than this was set.
constexpr std::chrono::seconds clockSlack = std::chrono::minutes(10);

/// Of somebody who is on the way out it says who they were, and nothing to sign in by.
bool isIn(const std::optional<Credentials> &who)
{
    return who && !who->tokenEndpoint.isEmpty();
}

/// Goes on by itself, also when the Account is gone. What it takes is at rest before anything is waited for: the app may be ended at any moment.
QCoro::Task<void> revokeOnceReached(HttpClient &http, SecretStore &secrets, AccountFiles files, Credentials credentials,
                                    QDateTime now)
{
    const Credentials kept = credentials;
    AccountFiles own = files;
    QCoro::Task<Result<QString>> keeping = keepToRevoke(secrets, std::move(own), kept, now);
    const Result<void> revoked = co_await TokenSource::revokeAt(http, std::move(credentials));
    const Result<QString> name = co_await keeping;
    if (!name)
        qCInfo(logApp) << "keeping what is to be revoked:" << name.error();
    if (!name || name->isEmpty() || !revoked)
        co_return;
    const Result<void> dropped = co_await dropToRevoke(secrets, std::move(files), *name);
    if (!dropped)
        qCInfo(logApp) << "a key for nothing stays behind:" << dropped.error();
}

} // namespace

/// When the clinic last said what is shared; since a part of it is here, while no download was whole. Invalid: never.
QDateTime Account::lastWord() const
{
    if (const QDateTime last = m_sync->lastSuccess(); last.isValid())
        return last;
    const auto kept = m_store->value(sharedSince).value_or(std::nullopt);
    return kept ? QDateTime::fromString(QString::fromLatin1(*kept), Qt::ISODateWithMs) : QDateTime();
}

QDateTime Account::sharedKeptUntil() const
{
    if (!m_store || identity()->role != Role::Relative)
        return {};
    const QDateTime last = lastWord();
    return (last.isValid() ? last : m_clock.nowUtc()).addSecs(sharedKept.count());
}

/// The patient may have ended the sharing while this device could not hear of it (design security row 7, clinical 7.6). Returns whether it was so.
bool Account::endOldShared()
{
    if (identity()->role != Role::Relative)
        return false;
    const QDateTime now = m_clock.nowUtc();
    QDateTime last = lastWord();
    if (!last.isValid()) { // a part may be here all the same
        last = now;
        if (!m_store->setValue(sharedSince, now.toString(Qt::ISODateWithMs).toLatin1()))
            qCWarning(logApp) << "since when something is shared is not noted";
    }
    const bool isClockBack = now < last.addSecs(-clockSlack.count());
    if (now < last.addSecs(sharedKept.count()) && !isClockBack)
        return false;
    forgetShared(false);
    return true;
}

/// What was shared goes, with what the person kept of it or without, and the first download is to come again.
void Account::forgetShared(bool isOwnKept)
{
    if (const Result<void> removed = isOwnKept ? m_sync->removeShared() : m_sync->forgetShared(); !removed)
        qCWarning(logApp) << "removing what was shared:" << removed.error();
    for (const QString &name : {firstSyncDone(), sharedSince}) {
        if (const Result<void> removed = m_store->removeValue(name); !removed)
            qCWarning(logApp) << "noting that the first sync is to come:" << removed.error();
    }
    m_isFirstSyncDone = false;
}

void Account::revoke(Credentials credentials, bool isOnDisk)
{
    if (isOnDisk) {
        AccountFiles files = m_files;
        revokeOnceReached(m_http, m_secrets, std::move(files), std::move(credentials), m_clock.nowUtc());
    } else {
        TokenSource::revokeAt(m_http, std::move(credentials));
    }
}

/// What earlier sign-outs could not say to the clinic.
QCoro::Task<void> Account::revokeKept()
{
    const QStringList names = keptToRevoke(m_files);
    const bool isTooSoon = m_lastRevoke && m_clock.monotonic() - *m_lastRevoke < betweenRevokes;
    if (names.isEmpty() || isTooSoon || m_isRevoking)
        co_return;
    m_lastRevoke = m_clock.monotonic();
    m_isRevoking = true;
    const QPointer<Account> self = this;
    const QDateTime now = m_clock.nowUtc();
    HttpClient &http = m_http;
    SecretStore &secrets = m_secrets;
    const AccountFiles files = m_files;
    for (const QString &name : names) {
        bool isOver = isTooOldToRevoke(name, now);
        if (!isOver) {
            AccountFiles own = files;
            Result<Credentials> credentials = co_await readToRevoke(secrets, std::move(own), name);
            if (credentials) {
                const Result<void> revoked = co_await TokenSource::revokeAt(http, std::move(*credentials));
                isOver = revoked.has_value();
            } else {
                isOver = credentials.error().kind == ProblemKind::StoreBroken;
            }
        }
        if (!isOver)
            continue;
        AccountFiles own = files;
        const Result<void> dropped = co_await dropToRevoke(secrets, std::move(own), name);
        if (!dropped)
            qCInfo(logApp) << "dropping what is revoked:" << dropped.error();
    }
    if (self)
        m_isRevoking = false;
}

/// Written down before it is said, so that it is done even when the app is ended now.
void Account::noteErasing(const QString &accountHash, AccountFiles::Aside aside)
{
    if (const Result<void> noted = handrail::noteErasing(m_files, accountHash, aside); !noted)
        qCWarning(logApp) << "noting what is to be erased:" << noted.error();
    if (m_deviceAuth)
        m_deviceAuth->forget(deviceSecretName(accountHash));
}

/// What an earlier time did not finish.
QCoro::Task<void> Account::finishErasings()
{
    m_files.removeUnfinished();
    const QStringList accounts = accountsToErase(m_files);
    if (accounts.isEmpty() || m_erasing)
        co_return;
    const QPointer<Account> self = this;
    const Pending<bool> done;
    m_erasing = done;
    SecretStore &secrets = m_secrets;
    const AccountFiles files = m_files;
    DeviceAuth *const device = m_deviceAuth;
    bool isEverything = false;
    for (const QString &account : accounts) {
        if (device && device->isKept(deviceSecretName(account)))
            device->forget(deviceSecretName(account));
        const bool isAsked = isEverythingToGo(files, account);
        AccountFiles own = files;
        const Result<void> erased = co_await finishErasing(secrets, std::move(own), account);
        if (!erased)
            qCWarning(logApp) << "erasing what an earlier time did not:" << erased.error();
        isEverything = isEverything || isAsked;
    }
    if (self)
        m_erasing.reset();
    done.complete(true);
    if (self && isEverything && m_state == State::SignedOut)
        Q_EMIT erased(m_files.everyAccount().isEmpty());
}

/// All that came from the clinic goes, and last who it was.
Result<void> Account::finishLeaving(Store &store)
{
    const Result<std::optional<Credentials>> who = store.credentials();
    if (!who)
        return tl::make_unexpected(who.error());
    Result<void> done = store.removeValue(firstSyncDone());
    if (done)
        done = store.forgetDownloaded();
    if (done && *who && (*who)->identity.role == Role::Relative) // what they keep of the sessions goes with what was shared
        done = SyncEngine::forgetOfSessions(store, m_clock.nowUtc());
    return done ? store.clearCredentials() : done;
}

/// Who is signed in in this store that was just opened. A sign-out that was cut off is brought to its end here, and then it is nobody, and the next
/// start is nobody's.
Result<std::optional<Credentials>> Account::signedIn(Store &store)
{
    Result<std::optional<Credentials>> who = store.credentials();
    if (!who || isIn(*who))
        return who;
    Result<void> done = finishLeaving(store);
    if (done)
        done = m_files.clearLastAccount();
    if (!done) // a later start goes on with it
        qCWarning(logApp) << "finishing a sign-out:" << done.error();
    return std::optional<Credentials>();
}

/// The sign-in goes, and everything that came from the clinic; what waits to be sent and what the person made here stays. False when that cannot be
/// done.
bool Account::keepOwnAlone()
{
    Credentials leaving; // from here on they are out, and signedIn() finishes it whenever the app is ended
    leaving.identity = *identity();
    Result<void> done = m_store->setCredentials(leaving);
    if (done)
        done = finishLeaving(*m_store);
    if (!done)
        qCWarning(logApp) << "keeping what is the person's own alone:" << done.error();
    return done.has_value();
}

QCoro::Task<void> Account::endShared()
{
    if (m_state != State::Active || !m_store)
        co_return;
    const QPointer<Account> self = this;
    const QString hash = m_accountHash;
    const bool isOnDisk = !m_store->isInMemory();
    Q_EMIT aboutToLock();
    if (m_state != State::Active || !m_store)
        co_return;
    // What the person wrote to the clinic and the clinic has not heard outlives the sharing, sealed, until they sign in once more.
    const bool isUnsent = m_store->outbox().unsentCount().value_or(1) > 0; // what cannot be counted counts
    const bool isKept = isOnDisk && isUnsent && keepOwnAlone();
    m_isUnsentGone = isUnsent && !isKept;
    if (isOnDisk && !isKept) {
        if (const Result<void> noted = announceErasing(m_files, hash); !noted)
            qCWarning(logApp) << "noting what is to be erased:" << noted.error();
    }
    const Result<void> cleared = isOnDisk ? m_files.clearLastAccount() : Result<void>(); // in memory alone nobody came in by it
    if (!cleared)
        qCWarning(logApp) << "clearing the account:" << cleared.error();
    leave();
    if (isOnDisk && !isKept)
        noteErasing(hash, AccountFiles::Aside::Erase);
    Problem ended{ProblemKind::SignInEnded, false, {}};
    ended.isUnsent = isKept;
    setProblem(ended);
    setState(State::Revoked);
    if (isOnDisk && !isKept) {
        AccountFiles files = m_files;
        const Result<void> gone = co_await eraseAccount(m_secrets, std::move(files), hash);
        if (!gone)
            qCWarning(logApp) << "erasing what was shared:" << gone.error();
        if (self)
            Q_EMIT erased(m_files.everyAccount().isEmpty());
    }
}

/// Nobody is in by a sign-in any more: who was signed in last here is there again, as the next start would have it.
QCoro::Task<void> Account::comeBack(std::optional<Problem> why)
{
    const QPointer<Account> self = this;
    setState(State::Starting);
    m_keyTries = 0;
    co_await openLast();
    if (self && m_state == State::Locked)
        wipeSoon();
    if (!self || !why)
        co_return;
    m_keyTimer.stop(); // its end would say something else
    setProblem(why);
}

void Account::holdSignIn(QString accountHash, SignedIn signedIn)
{
    m_held = std::make_unique<SignedIn>(std::move(signedIn));
    m_heldTimer.start(longestHeld);
    beLocked(accountHash);
    takeKeyOut(std::move(accountHash));
    setState(State::Locked);
}

void Account::dropHeld()
{
    m_heldTimer.stop();
    const std::unique_ptr<SignedIn> held = std::exchange(m_held, nullptr);
    if (!held)
        return;
    wipe(held->accessToken);
    revoke(std::move(held->credentials), true);
}

QCoro::Task<void> Account::giveUpHeld()
{
    if (!m_held)
        co_return;
    if (m_state == State::SigningIn || m_isPinBusy) { // on the way to be made whole, perhaps
        m_heldTimer.start(std::chrono::minutes(1));
        co_return;
    }
    dropHeld();
    if (m_state != State::Locked)
        co_return;
    setProblem(std::nullopt);
    leave();
    co_await comeBack();
}

QCoro::Task<void> Account::signOut(Leaving leaving)
{
    if (!m_store)
        co_return;
    const bool isErasing = leaving == Leaving::Erase;
    const QPointer<Account> self = this;
    Q_EMIT aboutToLock();
    if (!self || !m_store)
        co_return;
    const QString hash = m_accountHash;
    const bool isInMemory = m_store->isInMemory();
    // Who is in by a store in memory may have one on the disk that cannot be opened: signing out leaves it alone, and erasing takes it, too.
    const bool isOnDisk = !isInMemory || (isErasing && m_files.everyAccount().contains(hash));
    // What cannot be counted is not erased; nor is what the person keeps here alone.
    const bool isKept =
        !isErasing && (m_store->outbox().unsentCount().value_or(1) > 0 || m_records->holdsOwnThings(m_clock.nowUtc()));
    const bool isErased = isOnDisk && !isKept;
    const auto aside = isErasing ? AccountFiles::Aside::Erase : AccountFiles::Aside::Keep;
    // Here first and without the network. The app may be ended after each step, and the next start must not be in this person's records then; nor may
    // it look as if all was done.
    const auto credentials = m_store->credentials();
    const Result<void> noted = isErased ? announceErasing(m_files, hash, aside) : Result<void>();
    if (!noted)
        qCWarning(logApp) << "noting what is to be erased:" << noted.error(); // on a full disk it is done all the same
    const bool isKeptAlone =
        !isKept || keepOwnAlone(); // on a full disk the records stay, sealed: what is unsent must not go for that
    const auto kept = m_store->credentials();
    const bool isSignInGone = kept && !isIn(*kept);
    const std::optional<QString> last = m_files.lastAccount();
    const bool isShutIn = isInMemory && !isErasing && last && m_files.hasLock(*last);
    const bool isLast = !isInMemory || (last == hash && !isShutIn);
    // Begun and not at its end, it is finished at the next start, which has to look here for that. Behind a PIN it stays sealed instead: that start
    // could not look, and would ask whoever comes next for the PIN of somebody who is out.
    const bool isLeftToFinish = !isKeptAlone && isSignInGone && !m_files.hasLock(hash);
    const Result<void> cleared = isLast && !isLeftToFinish ? m_files.clearLastAccount() : Result<void>();
    const bool isOut = cleared || !isOnDisk || (isErased ? noted.has_value() : isSignInGone);
    if (!isOut) { // a disk that takes nothing: the next start would open this person's records. They are still in, and are told
        setProblem(cleared.error());
        co_return;
    }
    std::optional<Credentials> ended = m_tokens->giveUp();
    if (!isIn(ended))
        ended = credentials.value_or(std::nullopt);
    if (!self || !m_store)
        co_return;
    if (!isKept) {
        if (const Result<void> forgotten = m_store->clearCredentials(); !forgotten)
            qCWarning(logApp) << "clearing the sign-in:" << forgotten.error();
    }
    // Everything that shows the person goes first; then their rooms, then the files.
    setProblem(std::nullopt);
    leave();
    if (!isInMemory || isErased) // what the disk refused of a store that is shut waits for that
        m_aside.remove(hash);
    if (isErased)
        noteErasing(hash, aside);
    if (ended)
        revoke(std::move(*ended), !isInMemory);
    // Behind a PIN who was in before is there as at the next start. Without one nobody's records follow on a sign-out.
    if (isShutIn)
        co_await comeBack();
    else
        setState(State::SignedOut);
    if (!self)
        co_return;
    Result<void> gone;
    if (isErased) {
        AccountFiles files = m_files;
        gone = co_await eraseAccount(m_secrets, std::move(files), hash, aside);
        if (!gone)
            qCWarning(logApp) << "erasing the store:" << gone.error();
    }
    if (!isErasing || !self)
        co_return;
    if (!gone)
        setProblem(Problem{ProblemKind::NotErased, false, {}});
    Q_EMIT erased(m_files.everyAccount().isEmpty());
}

} // namespace handrail
