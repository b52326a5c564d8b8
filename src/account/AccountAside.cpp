// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// What the disk refused, and what becomes of the stores that were put aside: what the person did and made comes back from them, by its key or by its PIN, or they get too old.

#include "account/Account.h"

#include "core/Log.h"
#include "store/KeyEntry.h"
#include "store/StoreLock.h"
#include "store/StoreLocking.h"
#include "store/StoreOpening.h"

#include <QFile>
#include <QMap>
#include <QPointer>

#include <algorithm>

namespace handrail {

namespace {

/// When what is put aside was first found to be too old: by the clinic's clock, and by this device's.
const QString overdueName = QStringLiteral("sync.overdue");

} // namespace

/// Until the account is entered again: an unlock that fails half way takes nothing of it, nor does another person's sign-in.
void Account::takeAside(const QString &accountHash, Store &store)
{
    if (const Result<void> kept = store.keepAside(); !kept) // there may be room by now
        qCWarning(logApp) << "not saved when the store was left:" << kept.error();
    if (const SealedValues refused = store.takeAside(); !refused.values.isEmpty())
        m_aside.insert(accountHash, refused);
}

/// To the store that was opened. What is of one that was put aside waits for it (takeOver()).
void Account::returnAside()
{
    if (m_store->isInMemory())
        return;
    const QList<SealedValues> all = m_aside.values(m_accountHash);
    m_aside.remove(m_accountHash);
    for (auto refused = all.crbegin(); refused != all.crend(); ++refused) { // the oldest first
        if (refused->keyId == m_store->keyId())
            m_store->returnAside(*refused);
        else
            m_aside.insert(m_accountHash, *refused);
    }
    if (const Result<void> kept = m_store->keepAside(); !kept)
        qCWarning(logApp) << "still not saved:" << kept.error();
}

void Account::countPutAside()
{
    m_records->setStoresPutAside(m_store->isInMemory() ? 0 : int(m_files.mayHoldUnsent(m_accountHash).size()));
    readAsidePin();
}

void Account::readAsidePin()
{
    const QStringList paths = m_store && !m_store->isInMemory() ? m_files.withPin(m_accountHash) : QStringList();
    const auto lock =
        paths.isEmpty() ? Result<StoreLock>(handrail::problem(ProblemKind::NotFound)) : StoreLock::read(paths.first());
    const QString before = m_asidePin ? m_asidePin->path : QString();
    m_asidePin.reset();
    if (lock) {
        m_asidePin = AsidePin{paths.first(), lock->digits(), lock->tries(), AccountFiles::keptUntil(paths.first())};
        if (before != m_asidePin->path) // a restart makes no wait shorter
            m_nextAsidePinAt = m_clock.monotonic() + StoreLock::waitAfter(lock->tries());
    }
    if (!before.isEmpty() || m_asidePin)
        Q_EMIT pinChanged();
}

std::chrono::milliseconds Account::asidePinWait() const
{
    return std::max(m_nextAsidePinAt - m_clock.monotonic(), std::chrono::milliseconds(0));
}

QCoro::Task<Result<void>> Account::openAside(Pin pin)
{
    if (!m_store || !m_asidePin || m_isPinBusy || asidePinWait().count() > 0)
        co_return handrail::problem(ProblemKind::Cancelled);
    const QPointer<Account> self = this;
    const QString hash = m_accountHash;
    const QString path = m_asidePin->path;
    const Result<StoreLock> lock = StoreLock::read(path); // it goes with the file
    m_isPinBusy = true;
    Q_EMIT pinChanged();
    const Result<StoreKey> key = co_await keyByPin(m_secrets, path, hash, std::move(pin));
    if (!self)
        co_return handrail::problem(ProblemKind::Cancelled);
    m_isPinBusy = false;
    if (!m_store || m_accountHash != hash) { // locked meanwhile
        Q_EMIT pinChanged();
        co_return handrail::problem(ProblemKind::Cancelled);
    }
    const bool isTaken = AccountFiles::isUnsentTaken(path);
    if (!key && isTryCounted(key.error())) {
        readAsidePin();
        m_nextAsidePinAt = m_clock.monotonic() + StoreLock::waitAfter(m_asidePin ? m_asidePin->tries : 0);
        // What nothing opens any more, and in which nothing unsent is left, goes at once.
        if (key.error().kind == ProblemKind::PinEnded && isTaken && !AccountFiles::removeAside(path))
            qCWarning(logApp) << "a store that nothing opens stays aside";
    }
    const QString secretName = lock ? pinSecretName(hash, lock->secretId()) : QString();
    Result<void> opened;
    if (key) {
        const Result<int> taken = takeOver(AsideStore{path, secretName, *key, false, isTaken});
        if (!taken)
            opened = tl::make_unexpected(taken.error());
    } else {
        opened = tl::make_unexpected(key.error());
    }
    if (!self)
        co_return opened;
    Q_EMIT pinChanged();
    if (!secretName.isEmpty() && !QFile::exists(path)) {
        const Result<void> removed = co_await m_secrets.remove(secretName);
        if (!removed)
            qCWarning(logApp) << "a secret without a lock stays behind:" << removed.error();
    }
    co_return opened;
}

/// Into the store that is open. With Conflict, all that can come.
Result<int> Account::takeOver(AsideStore aside)
{
    const auto isOfIt = [&](const SealedValues &refused) { return !aside.isUnsentAlone && refused.keyId == aside.key.id(); };
    const QList<SealedValues> refused = m_aside.values(m_accountHash);
    std::copy_if(refused.crbegin(), refused.crend(), std::back_inserter(aside.refused), isOfIt);
    const Result<int> taken = takeBack(aside, *m_store, {firstSyncDone()});
    if (taken)
        qCInfo(logApp) << "came back from a store put aside:" << *taken;
    else
        qCWarning(logApp) << "a store stays aside:" << taken.error();
    if (!taken && taken.error().kind != ProblemKind::Conflict)
        return taken;
    m_aside.removeIf(
        [&](const std::pair<const QString &, SealedValues &> &one) { return one.first == m_accountHash && isOfIt(one.second); });
    countPutAside();
    Q_EMIT cameBack();
    Q_EMIT outboxChanged();
    Q_EMIT recordsChanged();
    return taken;
}

/// From a store that was put aside, because its key could not be had, what the person did and made comes back as soon as the key can.
QCoro::Task<void> Account::takeBackAside()
{
    const QString hash = m_accountHash;
    if (!m_store || m_store->isInMemory() || m_files.mayHoldUnsent(hash).isEmpty())
        co_return;
    const QPointer<Account> self = this;
    AccountFiles files = m_files;
    const QList<AsideStore> readable = co_await readableAside(m_secrets, std::move(files), hash);
    for (const AsideStore &aside : readable) {
        if (!self || !m_store || m_accountHash != hash)
            co_return;
        const Result<int> taken = takeOver(aside);
        if (!taken)
            continue;
        if (!self || !m_store || QFile::exists(aside.path) || aside.key.id() == m_store->keyId())
            continue;
        const QString name = aside.keyName;
        const Result<void> removed = co_await m_secrets.remove(name);
        if (!removed)
            qCWarning(logApp) << "a key without a store stays behind:" << removed.error();
    }
}

/// By the clock of the account's own clinic and that of this device. Both have to say so twice, a day apart: nobody can bring back what is
/// removed because of one wrong answer.
void Account::purgePutAside()
{
    if (!m_store || m_store->isInMemory() || !m_sync || !m_sync->serverTime().isValid())
        return;
    const QDateTime server = m_sync->serverTime();
    const QDateTime device = m_clock.nowUtc();
    const QList<QByteArray> said = m_store->value(overdueName).value_or(std::nullopt).value_or(QByteArray()).split(' ');
    const auto timeAt = [&said](int at) { return QDateTime::fromString(QString::fromLatin1(said.value(at)), Qt::ISODate); };
    const bool isOverdue = m_files.overdue(m_accountHash, server, device) > 0;
    if (!isOverdue || !timeAt(0).isValid() || !timeAt(1).isValid()) {
        const QByteArray now = server.toString(Qt::ISODate).toLatin1() + ' ' + device.toString(Qt::ISODate).toLatin1();
        const Result<void> noted = isOverdue ? m_store->setValue(overdueName, now) : Result<void>();
        if (!isOverdue && !said.first().isEmpty())
            (void)m_store->removeValue(overdueName); // of files that are gone; the worst of it is that the next go a day early
        if (!noted)
            qCWarning(logApp) << "noting what was put aside long ago:" << noted.error();
        return;
    }
    if (server < timeAt(0).addDays(1) || device < timeAt(1).addDays(1))
        return;
    QMap<QString, QString> pinSecrets; // by the path of a store that has a PIN: with the file they are for nothing
    for (const QString &path : m_files.storesAside(m_accountHash)) {
        if (const Result<StoreLock> lock = StoreLock::read(path))
            pinSecrets.insert(path, pinSecretName(m_accountHash, lock->secretId()));
    }
    const Result<int> purged = m_files.purgeQuarantine(m_accountHash, server, device);
    for (auto secret = pinSecrets.cbegin(); secret != pinSecrets.cend(); ++secret) {
        if (!QFile::exists(secret.key()))
            m_secrets.remove(*secret);
    }
    if (!purged)
        qCWarning(logApp) << "removing what was put aside long ago:" << purged.error();
    else if (*purged > 0) {
        countPutAside();
        Q_EMIT outboxChanged();
    }
}

} // namespace handrail
