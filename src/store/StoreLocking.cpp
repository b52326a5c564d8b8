// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "store/StoreLocking.h"

#include "core/Log.h"
#include "store/KeyEntry.h"
#include "store/StoreFile.h"
#include "store/StoreLock.h"

#include <QCoroThread>
#include <QThread>

#include <memory>
#include <optional>

namespace handrail {

namespace {

QCoro::Task<Result<StoreKey>> readSecret(SecretStore &secrets, QString accountHash, QByteArray secretId)
{
    const QString name = pinSecretName(accountHash, secretId);
    const MaybeKey secret = co_await readById(secrets, name, secretId);
    if (secret && secret->has_value())
        co_return **secret;
    const QString why = secret ? QStringLiteral("no secret, or locked") : nameOf(secret.error().kind);
    co_return tl::make_unexpected(Problem{ProblemKind::KeyUnavailable, true, why});
}

/// What the thread works on; it outlives whoever waits.
struct Stretching {
    StoreKey secret;
    Pin pin;
    QByteArray salt;
    PinCost cost;
    Result<WrappingKey> key = problem(ProblemKind::MemoryShort, QStringLiteral("thread")); ///< if there is not even room for one
};

QCoro::Task<Result<WrappingKey>> stretched(StoreKey secret, Pin pin, QByteArray salt, PinCost cost)
{
    const auto work = std::make_shared<Stretching>();
    work->secret = secret;
    work->pin = std::move(pin);
    work->salt = salt;
    work->cost = cost;
    const std::unique_ptr<QThread> thread(
        QThread::create([work] { work->key = StoreLock::wrappingKey(work->secret, work->pin.digits(), work->salt, work->cost); }));
    thread->start(QThread::LowPriority);
    auto ending = qCoro(thread.get());
    co_await ending.waitForFinished();
    thread->wait(); // its last breath comes after finished()
    const Result<WrappingKey> key = work->key;
    co_return key;
}

QCoro::Task<Locking> removeOwnKey(SecretStore &secrets, AccountFiles files, QString accountHash, QByteArray keyId)
{
    Locking locking = Locking::Whole;
    const QStringList names{storeKeyName(accountHash), storeKeyName(accountHash, keyId)};
    for (const QString &name : names) {
        const MaybeKey key = co_await readById(secrets, name, keyId);
        if (key && !key->has_value())
            continue;
        if (!files.hasLock(accountHash)) // turned off meanwhile: this key is all that opens the store
            co_return Locking::Whole;
        const Result<void> removed = key ? co_await secrets.remove(name) : Result<void>(tl::make_unexpected(key.error()));
        if (removed)
            continue;
        qCWarning(logStore) << "the store's own key may still be in the keychain:" << removed.error();
        locking = Locking::KeyLeft;
    }
    co_return locking;
}

} // namespace

QCoro::Task<Result<StoreKey>> keyByPin(SecretStore &secrets, QString storePath, QString accountHash, Pin pin)
{
    Result<StoreLock> lock = StoreLock::read(storePath);
    if (!lock)
        co_return tl::make_unexpected(lock.error());
    if (lock->isEnded())
        co_return problem(ProblemKind::PinEnded, {});
    const QByteArray secretId = lock->secretId();
    const Result<StoreKey> secret = co_await readSecret(secrets, accountHash, secretId);
    if (!secret)
        co_return tl::make_unexpected(secret.error());
    if (const Result<void> counted = lock->countTry(); !counted)
        co_return tl::make_unexpected(counted.error());
    const StoreKey with = *secret;
    const QByteArray salt = lock->salt();
    const PinCost cost = lock->cost();
    const Result<WrappingKey> wrapping = co_await stretched(with, std::move(pin), salt, cost);
    if (!wrapping)
        co_return tl::make_unexpected(wrapping.error());
    const Result<StoreKey> key = lock->open(*wrapping);
    if (key) {
        if (const Result<void> forgotten = lock->forgetTries(); !forgotten)
            qCWarning(logStore) << "forgetting the tries:" << forgotten.error(); // the next right one does it
        co_return key;
    }
    if (lock->isEnded()) {
        if (const Result<void> ended = lock->end(); !ended)
            qCWarning(logStore) << "ending the PIN:" << ended.error(); // the count alone ends it
        co_return problem(ProblemKind::PinEnded, {});
    }
    co_return key;
}

bool isTryCounted(const Problem &problem)
{
    return problem.kind == ProblemKind::PinWrong || problem.kind == ProblemKind::PinEnded
        || problem.kind == ProblemKind::MemoryShort;
}

QCoro::Task<Result<StoreKey>> keyWithoutPin(SecretStore &secrets, QString accountHash, QByteArray keyId)
{
    const QStringList names{storeKeyName(accountHash), storeKeyName(accountHash, keyId)};
    for (const QString &name : names) {
        const MaybeKey key = co_await readById(secrets, name, keyId);
        if (!key)
            co_return tl::make_unexpected(key.error());
        if (key->has_value())
            co_return **key;
    }
    co_return tl::make_unexpected(Problem{ProblemKind::KeyUnavailable, true, QStringLiteral("no entry, or locked")});
}

QCoro::Task<Result<Locking>> lockByPin(SecretStore &secrets, AccountFiles files, QString accountHash, StoreKey key, Pin pin)
{
    const QString path = files.pathOf(accountHash);
    const StoreKey secret = StoreKey::generate();
    const QByteArray salt = StoreLock::newSalt();
    const PinCost cost;
    const int digits = pin.size();
    const Result<WrappingKey> wrapping = co_await stretched(secret, std::move(pin), salt, cost);
    if (!wrapping)
        co_return tl::make_unexpected(wrapping.error());
    const QString name = pinSecretName(accountHash, secret.id());
    const Result<void> written = co_await writeKey(secrets, name, secret);
    if (!written)
        co_return tl::make_unexpected(written.error());
    if (!files.hasStore(accountHash)) { // erased meanwhile
        const Result<void> removed = co_await secrets.remove(name);
        if (!removed)
            qCWarning(logStore) << "a secret without a lock stays behind:" << removed.error();
        co_return problem(ProblemKind::NotFound, QStringLiteral("no store"));
    }
    const Result<StoreLock> before = StoreLock::read(path);
    const QByteArray oldSecret = before ? before->secretId() : QByteArray();
    const Result<void> locked = StoreLock::write(path, key, secret, salt, digits, *wrapping);
    const QString useless = locked ? pinSecretName(accountHash, oldSecret) : name;
    if (!locked || !oldSecret.isEmpty()) {
        const Result<void> removed = co_await secrets.remove(useless);
        if (!removed)
            qCWarning(logStore) << "a secret without a lock stays behind:" << removed.error();
    }
    if (!locked)
        co_return tl::make_unexpected(locked.error());
    const QByteArray keyId = key.id();
    const Locking locking = co_await removeOwnKey(secrets, std::move(files), accountHash, keyId);
    co_return locking;
}

QCoro::Task<Result<void>> removePin(SecretStore &secrets, AccountFiles files, QString accountHash, StoreKey key)
{
    const QString path = files.pathOf(accountHash);
    const Result<StoreLock> lock = StoreLock::read(path);
    // The first name is the one that the next start asks for first; it may hold the key of a store that waits aside, or is out of reach.
    QString name = storeKeyName(accountHash);
    const MaybeKey there = co_await readKey(secrets, name);
    const bool isFree = there && (!there->has_value() || (*there)->id() == key.id()) && files.quarantined(accountHash).isEmpty();
    if (!isFree)
        name = storeKeyName(accountHash, key.id());
    const Result<void> written = co_await writeKey(secrets, name, key);
    if (!written)
        co_return written;
    if (const Result<void> removed = StoreLock::remove(path); !removed)
        co_return removed;
    if (lock) {
        const QString secretName = pinSecretName(accountHash, lock->secretId());
        const Result<void> removed = co_await secrets.remove(secretName);
        if (!removed)
            qCWarning(logStore) << "a secret without a lock stays behind:" << removed.error();
    }
    co_return Result<void>();
}

QCoro::Task<Locking> finishLocking(SecretStore &secrets, AccountFiles files, QString accountHash, QByteArray openKeyId)
{
    const QString path = files.pathOf(accountHash);
    const Result<StoreLock> lock = files.hasLock(accountHash) ? StoreLock::read(path) : problem(ProblemKind::NotFound);
    const auto header = lock && openKeyId.isEmpty() ? peekStoreHeader(path) : Result<StoreHeader>(StoreHeader());
    if (!lock || !header) { // one that cannot be looked at now may have its key there
        const Problem &why = lock ? header.error() : lock.error();
        co_return why.kind == ProblemKind::NotFound ? Locking::Whole : Locking::KeyLeft;
    }
    // Without the secret no PIN opens the store, and the key that is to go would be the last one.
    const QByteArray secretId = lock->secretId();
    const Result<StoreKey> secret = co_await readSecret(secrets, accountHash, secretId);
    if (!secret) {
        qCWarning(logStore) << "the store's own key stays: the PIN's secret cannot be had";
        co_return Locking::KeyLeft;
    }
    const QByteArray keyId = openKeyId.isEmpty() ? header->keyId : openKeyId;
    const Locking locking = co_await removeOwnKey(secrets, std::move(files), accountHash, keyId);
    co_return locking;
}

} // namespace handrail
