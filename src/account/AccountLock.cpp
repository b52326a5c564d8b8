// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// The PIN of the account: locking, unlocking, setting it.

#include "account/Account.h"

#include "core/Log.h"
#include "core/Wipe.h"
#include "store/StoreLock.h"
#include "store/StoreLocking.h"
#include "store/StoreOpening.h"

#include <QPointer>

#include <sodium.h>

#include <algorithm>

namespace handrail {

namespace {

using namespace std::chrono_literals;

/// As long as one try of a refresh (TokenSource.cpp).
constexpr std::chrono::milliseconds longestParting = 12s;
// What the pages and the network drop is freed in the next turns of the event loop. Twice, for what takes longer; all within 2 s.
constexpr std::chrono::milliseconds beforeWipe = 400ms;
constexpr int wipesAfterLock = 3;

Result<void> without(const Result<StoreKey> &key)
{
    return key ? Result<void>() : Result<void>(tl::make_unexpected(key.error()));
}

} // namespace

QString Account::deviceSecretName(const QString &accountHash)
{
    return u"org.handrail.app/device/" + accountHash;
}

int Account::pinTriesLeft() const
{
    return std::max(StoreLock::maximumTries - m_pinTries, 0);
}

bool Account::isPinEnded() const
{
    return m_hasPin && pinTriesLeft() == 0;
}

std::chrono::milliseconds Account::pinWait() const
{
    return std::max(m_nextPinAt - m_clock.monotonic(), std::chrono::milliseconds(0));
}

bool Account::canUnlockByDevice() const
{
    return m_hasPin && hasDeviceAuth() && m_deviceAuth->isKept(deviceSecretName(m_accountHash));
}

bool Account::canTryPin() const
{
    return m_hasPin && !m_isPinBusy && !isPinEnded() && pinWait().count() == 0;
}

void Account::readLock()
{
    const bool isOnDisk = !m_accountHash.isEmpty() && !isSessionOnly(); // what lies there beside a store in memory is not asked
    m_hasPin = isOnDisk && m_files.hasLock(m_accountHash);
    m_pinDigits = 0;
    m_pinTries = 0;
    m_lockProblem.reset();
    if (m_hasPin) {
        const Result<StoreLock> lock = StoreLock::read(m_files.pathOf(m_accountHash));
        if (!lock) {
            qCWarning(logApp) << "the lock cannot be read:" << lock.error();
            m_lockProblem = lock.error();
        }
        m_pinDigits = lock ? lock->digits() : Pin::minimumDigits;
        if (lock)
            m_pinTries = lock->isEnded() ? StoreLock::maximumTries : lock->tries();
    }
    // What the device's recognition gives out is worth nothing without a PIN, so it does not stay.
    if (isOnDisk && !m_hasPin && m_deviceAuth && m_deviceAuth->isKept(deviceSecretName(m_accountHash)))
        m_deviceAuth->forget(deviceSecretName(m_accountHash));
    Q_EMIT pinChanged();
}

void Account::beLocked(const QString &accountHash)
{
    m_accountHash = accountHash;
    readLock();
    m_nextPinAt = m_clock.monotonic() + StoreLock::waitAfter(m_pinTries);
    if (m_lockProblem)
        setProblem(m_lockProblem);
}

void Account::readLockAgain()
{
    if (m_state != State::Locked || !m_lockProblem || m_isPinBusy)
        return;
    setProblem(std::nullopt);
    const QString hash = m_accountHash;
    beLocked(hash);
}

void Account::lock()
{
    const bool isIn = m_state == State::Active || m_state == State::NeedsSignIn || m_state == State::SigningIn;
    if (!isIn || !m_hasPin || !m_store)
        return;
    const QString hash = m_accountHash;
    Q_EMIT aboutToLock();
    setProblem(std::nullopt);
    takeAside(hash, *m_store);
    const bool isKeyLeft = m_isKeyLeft;
    if (m_tokens->isRefreshing())
        part(hash);
    leave();
    m_isKeyLeft = isKeyLeft;
    beLocked(hash);
    if (isKeyLeft)
        takeKeyOut(hash);
    wipeSoon();
    if (m_state == State::SigningIn) {
        m_stateBefore = State::Locked;
        m_signIn.cancel();
    } else {
        setState(State::Locked);
    }
}

QCoro::Task<Result<StoreKey>> Account::tryPin(Pin pin)
{
    const QPointer<Account> self = this;
    const QString hash = m_accountHash;
    const QString path = m_files.pathOf(hash);
    m_isPinBusy = true;
    Q_EMIT pinChanged();
    const Result<StoreKey> key = co_await keyByPin(m_secrets, path, hash, std::move(pin));
    if (!self)
        co_return handrail::problem(ProblemKind::Cancelled);
    m_isPinBusy = false;
    if (m_accountHash == hash) {
        readLock();
        if (key || isTryCounted(key.error()))
            m_nextPinAt = m_clock.monotonic() + StoreLock::waitAfter(m_pinTries);
        if (key && m_isKeyLeft) // the secret can be had now, which a start or a lock may have missed
            takeKeyOut(hash);
    }
    Q_EMIT pinChanged();
    co_return key;
}

/// A refresh may hold the only token that is still good: the clinic has turned the old one in for it. It goes on without anybody who waits.
/// leave() comes right after it, and drops the rest.
QCoro::Task<void> Account::part(QString accountHash)
{
    const QPointer<Account> self = this;
    auto parting = std::make_unique<Parting>();
    parting->accountHash = accountHash;
    parting->store = std::move(m_store);
    parting->tokens = std::move(m_tokens);
    parting->deadline = std::make_unique<QTimer>();
    parting->deadline->setSingleShot(true);
    connect(parting->deadline.get(), &QTimer::timeout, this, [this, accountHash] { dropParting(accountHash); });
    parting->deadline->start(longestParting);
    const QPointer<TokenSource> tokens = parting->tokens.get();
    m_partings.insert_or_assign(accountHash, std::move(parting));
    co_await tokens->refreshEnded();
    // Meanwhile it may be somebody's again, or gone.
    const bool isTheirs = self && tokens && m_partings.count(accountHash) > 0 && m_partings.at(accountHash)->tokens.get() == tokens
        && !tokens->isRefreshing();
    if (isTheirs)
        dropParting(accountHash);
}

void Account::dropParting(const QString &accountHash)
{
    const auto found = m_partings.find(accountHash);
    if (found == m_partings.end())
        return;
    const std::unique_ptr<Parting> gone = std::move(found->second);
    m_partings.erase(found);
    if (gone->deadline) // it may be what calls
        gone->deadline.release()->deleteLater();
    if (m_state == State::Locked)
        m_wipeTimer.start(beforeWipe);
}

void Account::dropPartings()
{
    while (!m_partings.empty()) {
        const QString hash = m_partings.begin()->first;
        dropParting(hash);
    }
}

void Account::wipeSoon()
{
    m_wipesLeft = wipesAfterLock;
    m_wipeTimer.start(beforeWipe);
}

void Account::wipeMemory()
{
    if (m_state != State::Locked || m_held || !m_partings.empty()) // who are there need their tokens, and the network
        return;
    m_http.forget();
    wipeFreedMemory();
    if (--m_wipesLeft > 0)
        m_wipeTimer.start(beforeWipe);
}

QCoro::Task<void> Account::takeKeyOut(QString accountHash)
{
    if (m_takingKeyOut || m_isPinBusy) // the PIN may be being turned off: the key that is put back for that is the last one
        co_return;
    const QPointer<Account> self = this;
    const Pending<bool> done;
    m_takingKeyOut = done;
    AccountFiles files = m_files;
    const QString hash = accountHash;
    const auto parting = m_partings.find(hash);
    const Store *open = m_accountHash == hash ? m_store.get() : nullptr;
    if (!open && parting != m_partings.end())
        open = parting->second->store.get();
    const QByteArray openKeyId = open ? open->keyId() : QByteArray();
    const Locking locking = co_await finishLocking(m_secrets, std::move(files), hash, openKeyId);
    if (self) {
        m_takingKeyOut.reset();
        if (m_accountHash == hash) {
            m_isKeyLeft = locking == Locking::KeyLeft;
            Q_EMIT pinChanged();
        }
    }
    done.complete(true);
}

QCoro::Task<void> Account::forgetPin()
{
    if (m_state != State::Locked || !m_held || m_isPinBusy)
        co_return;
    const QPointer<Account> self = this;
    if (!m_held->isAnew) { // the browser may have been signed in already, in whosever hands the device is
        const QUrl base = m_held->credentials.identity.server;
        co_await signIn(base);
        co_return;
    }
    m_heldTimer.stop();
    const QString hash = m_accountHash;
    setProblem(std::nullopt);
    m_isPinBusy = true; // nothing else ends the held sign-in meanwhile
    Q_EMIT pinChanged();
    const QDateTime serverNow = m_held->serverNow;
    Result<std::unique_ptr<Store>> opened = co_await storeFor(hash, serverNow, true);
    if (!self)
        co_return;
    m_isPinBusy = false;
    const std::unique_ptr<SignedIn> held = std::exchange(m_held, nullptr);
    Result<void> kept;
    if (opened)
        kept = (*opened)->setCredentials(held->credentials);
    if (!opened || !kept) {
        setProblem(opened ? kept.error() : opened.error());
        holdSignIn(hash, std::move(*held));
        co_return;
    }
    leave();
    takeUp(std::move(*opened), hash, *held);
    co_await begin(true);
}

Result<void> Account::openWith(const StoreKey &key)
{
    Result<std::unique_ptr<Store>> store;
    std::unique_ptr<TokenSource> tokens;
    const auto parting = m_partings.find(m_accountHash);
    if (parting != m_partings.end() && parting->second->store->keyId() == key.id()) {
        store = std::move(parting->second->store);
        tokens = std::move(parting->second->tokens);
    }
    dropParting(m_accountHash);
    if (!*store)
        store = openMended(m_files, m_accountHash, key);
    if (!store)
        return tl::make_unexpected(store.error());
    if (m_held) {
        if (const Result<void> renewed = (*store)->setCredentials(m_held->credentials); !renewed)
            return renewed;
        m_heldTimer.stop();
        const std::unique_ptr<SignedIn> held = std::exchange(m_held, nullptr);
        takeUp(std::move(*store), m_accountHash, *held);
        begin(true);
        return {};
    }
    const Result<std::optional<Credentials>> credentials = signedIn(**store);
    if (!credentials)
        return tl::make_unexpected(credentials.error());
    if (!*credentials) {
        const QString hash = m_accountHash;
        leave();
        if (!m_cameFrom.isEmpty()) {
            store->reset();
            setState(State::Starting);
            goBack(hash);
            return {};
        }
        setState(State::SignedOut);
        return {};
    }
    enter(std::move(*store), **credentials, std::move(tokens));
    setState(State::Active);
    if (m_isSettled)
        begin();
    return {};
}

QCoro::Task<void> Account::unlock(Pin pin)
{
    if (m_state != State::Locked || !canTryPin())
        co_return;
    const QPointer<Account> self = this;
    setProblem(std::nullopt);
    if (m_lockProblem) {
        readLockAgain();
        if (!self || m_lockProblem || pin.size() != m_pinDigits || !canTryPin()) // how many digits it takes was not known
            co_return;
    }
    const Result<StoreKey> key = co_await tryPin(std::move(pin));
    if (!self || m_state != State::Locked)
        co_return;
    const Result<void> opened = key ? openWith(*key) : without(key);
    if (!opened && !isPinEnded()) // that is a state and no problem of this moment
        setProblem(opened.error());
}

QCoro::Task<void> Account::unlockByDevice()
{
    if (m_state != State::Locked || m_isPinBusy || isPinEnded() || !canUnlockByDevice())
        co_return;
    const QPointer<Account> self = this;
    const QString hash = m_accountHash;
    const QString name = deviceSecretName(hash);
    Result<QByteArray> kept = co_await m_deviceAuth->release(name);
    if (!self || m_state != State::Locked || m_accountHash != hash || !kept)
        co_return; // the PIN is still there
    const Result<StoreKey> key = StoreKey::fromKeychain(*kept);
    sodium_memzero(kept->data(), std::size_t(kept->size()));
    const Result<void> opened = key ? openWith(*key) : without(key);
    if (!opened)
        setProblem(opened.error());
    else if (m_isKeyLeft)
        takeKeyOut(m_accountHash);
}

QCoro::Task<Result<void>> Account::checkPin(Pin pin)
{
    if ((m_state != State::Active && m_state != State::NeedsSignIn) || !canTryPin())
        co_return handrail::problem(ProblemKind::Cancelled);
    const QPointer<Account> self = this;
    const Result<StoreKey> key = co_await tryPin(std::move(pin));
    if (self && !key && key.error().kind == ProblemKind::PinEnded)
        lock();
    co_return without(key);
}

QCoro::Task<Result<void>> Account::setPin(Pin next)
{
    if (!m_store || m_store->isInMemory() || m_hasPin || m_isPinBusy || !next.isComplete())
        co_return handrail::problem(ProblemKind::Cancelled);
    const QPointer<Account> self = this;
    const QString hash = m_accountHash;
    const QByteArray keyId = m_store->keyId();
    if (const Result<void> ready = m_store->outbox().sealUnsentAgain(); !ready)
        co_return ready;
    m_isPinBusy = true;
    Q_EMIT pinChanged();
    const Result<StoreKey> key = co_await keyWithoutPin(m_secrets, hash, keyId);
    Result<Locking> locked = handrail::problem(ProblemKind::Cancelled);
    if (self && key) {
        const StoreKey own = *key;
        AccountFiles files = m_files;
        locked = co_await lockByPin(m_secrets, std::move(files), hash, own, std::move(next));
    }
    if (self) {
        m_isPinBusy = false;
        if (m_accountHash == hash)
            m_isKeyLeft = locked && *locked == Locking::KeyLeft;
        readLock();
    }
    if (!key)
        co_return tl::make_unexpected(key.error());
    co_return locked ? Result<void>() : Result<void>(tl::make_unexpected(locked.error()));
}

QCoro::Task<Result<void>> Account::changePin(Pin current, Pin next)
{
    if (!next.isComplete())
        co_return handrail::problem(ProblemKind::Cancelled);
    std::optional<Pin> given(std::move(next));
    Result<void> changed = co_await replacePin(std::move(current), std::move(given));
    co_return changed;
}

QCoro::Task<Result<void>> Account::removePin(Pin current)
{
    std::optional<Pin> none;
    Result<void> removed = co_await replacePin(std::move(current), std::move(none));
    co_return removed;
}

QCoro::Task<Result<void>> Account::replacePin(Pin current, std::optional<Pin> next)
{
    if (!m_store || !canTryPin())
        co_return handrail::problem(ProblemKind::Cancelled);
    const QPointer<Account> self = this;
    const QString hash = m_accountHash;
    const Result<StoreKey> key = co_await tryPin(std::move(current));
    if (!key || !self)
        co_return without(key);
    m_isPinBusy = true;
    if (m_takingKeyOut) { // else it might take out the key that is put back here
        const Pending<bool> taking = *m_takingKeyOut;
        const bool isDone = co_await taking;
        Q_UNUSED(isDone)
        if (!self)
            co_return handrail::problem(ProblemKind::Cancelled);
    }
    if (!m_store || m_accountHash != hash) { // locked meanwhile: the PIN stays what it is
        m_isPinBusy = false;
        Q_EMIT pinChanged();
        co_return handrail::problem(ProblemKind::Cancelled);
    }
    const StoreKey own = *key;
    AccountFiles files = m_files;
    Result<void> done;
    bool isKeyLeft = false;
    if (next) {
        const Result<Locking> locked = co_await lockByPin(m_secrets, std::move(files), hash, own, std::move(*next));
        isKeyLeft = locked && *locked == Locking::KeyLeft;
        if (!locked)
            done = tl::make_unexpected(locked.error());
    } else {
        done = co_await handrail::removePin(m_secrets, std::move(files), hash, own);
    }
    if (!self)
        co_return done;
    m_isPinBusy = false;
    const bool isTheirs = m_accountHash == hash; // still
    if (isTheirs && (done || !next)) // a PIN that could not be turned off: its store's key may be in the keychain by now
        m_isKeyLeft = !done || isKeyLeft;
    readLock();
    if (isTheirs && m_hasPin && m_isKeyLeft)
        takeKeyOut(hash);
    if (!isTheirs || m_hasPin || m_state != State::Locked)
        co_return done;
    // The lock fell meanwhile, and there is nothing left that could open it later.
    if (const Result<void> opened = openWith(own); !opened) {
        dropHeld();
        leave();
        co_await comeBack();
    }
    co_return done;
}

QCoro::Task<Result<void>> Account::setUnlockByDevice(bool isOn, Pin current)
{
    if (!m_store || !canTryPin() || !hasDeviceAuth())
        co_return handrail::problem(ProblemKind::Cancelled);
    const QPointer<Account> self = this;
    const QString name = deviceSecretName(m_accountHash);
    const Result<StoreKey> key = co_await tryPin(std::move(current));
    if (!key || !self)
        co_return without(key);
    QByteArray bytes = key->toKeychain();
    Result<void> done;
    if (isOn)
        done = co_await m_deviceAuth->keep(name, bytes);
    else
        done = co_await m_deviceAuth->forget(name);
    sodium_memzero(bytes.data(), std::size_t(bytes.size()));
    if (self)
        Q_EMIT pinChanged();
    co_return done;
}

} // namespace handrail
