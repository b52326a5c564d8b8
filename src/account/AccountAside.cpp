// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// What the disk refused, and what becomes of the stores that were put aside: what the person did and made comes back from them, by its key or by its
// PIN, or they get too old.

#include "account/Account.h"

#include "core/Log.h"
#include "store/KeyEntry.h"
#include "store/StoreLock.h"
#include "store/StoreLocking.h"
#include "store/StoreOpening.h"

#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace handrail {

namespace {

/// When what is put aside was first found to be too old: by the clinic's clock, and by this device's.
const QString overdueName = QStringLiteral("sync.overdue");

/// What the other accounts on this device put aside and is too old. Their own clinics may have other clocks, so what may hold something unsent is not
/// among it.
QStringList overdueOfOthers(const AccountFiles &files, const QString &accountHash, const QDateTime &now)
{
    QStringList paths;
    for (const QString &other : files.everyAccount()) {
        if (other == accountHash)
            continue;
        QStringList old = files.quarantined(other);
        old.removeIf([&](const QString &path) {
            const QDateTime until = AccountFiles::keptUntil(path);
            return !until.isValid() || until > now;
        });
        const QStringList unsent = old.isEmpty() ? QStringList() : files.mayHoldUnsent(other);
        old.removeIf([&](const QString &path) { return unsent.contains(path); });
        paths += old;
    }
    return paths;
}

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

/// One look at the folder: it is on the way to the first page.
void Account::countPutAside()
{
    const QStringList paths = m_store->isInMemory() ? QStringList() : m_files.storesAside(m_accountHash);
    m_records->setStoresPutAside(int(paths.size() - std::count_if(paths.cbegin(), paths.cend(), &AccountFiles::isUnsentTaken)));
    const QList<AsidePin> before = std::exchange(m_asidePins, {});
    for (const QString &path : paths) {
        const Result<StoreLock> lock = StoreLock::read(path);
        if (!lock || lock->isEnded())
            continue;
        AsidePin pin{path,
                     lock->digits(),
                     lock->tries(),
                     StoreLock::maximumTries - lock->tries(),
                     AccountFiles::putAsideAt(path),
                     AccountFiles::keptUntil(path),
                     {}};
        const auto known = std::find_if(before.cbegin(), before.cend(), [&](const AsidePin &one) { return one.path == path; });
        const bool isKnown = known != before.cend() && known->tries == pin.tries;
        pin.nextAt =
            isKnown ? known->nextAt : m_clock.monotonic() + StoreLock::waitAfter(pin.tries); // a restart makes no wait shorter
        m_asidePins << pin;
    }
    if (!before.isEmpty() || !m_asidePins.isEmpty())
        Q_EMIT pinChanged();
}

const Account::AsidePin *Account::asidePin(const QString &path) const
{
    const auto found =
        std::find_if(m_asidePins.cbegin(), m_asidePins.cend(), [&](const AsidePin &pin) { return pin.path == path; });
    return found == m_asidePins.cend() ? nullptr : &*found;
}

std::chrono::milliseconds Account::asidePinWait(const QString &path) const
{
    const AsidePin *pin = asidePin(path);
    return std::max((pin ? pin->nextAt : std::chrono::milliseconds(0)) - m_clock.monotonic(), std::chrono::milliseconds(0));
}

QCoro::Task<Result<void>> Account::openAside(QString path, Pin pin)
{
    if (!m_store || !asidePin(path))
        co_return handrail::problem(ProblemKind::NotFound);
    if (m_isPinBusy || asidePinWait(path).count() > 0)
        co_return handrail::problem(ProblemKind::Cancelled);
    const QPointer<Account> self = this;
    const QString hash = m_accountHash;
    const Result<StoreLock> lock = StoreLock::read(path); // it goes with the file
    m_isPinBusy = true;
    Q_EMIT pinChanged();
    const Result<StoreKey> key = co_await keyByPin(m_secrets, path, hash, std::move(pin));
    if (!self)
        co_return handrail::problem(ProblemKind::Cancelled);
    Result<void> opened;
    if (!m_store || m_accountHash != hash) { // locked meanwhile
        opened = handrail::problem(ProblemKind::Cancelled);
    } else if (key) {
        const QString name = lock ? pinSecretName(hash, lock->secretId()) : QString();
        const Result<int> taken = takeOver(AsideStore{path, name, *key, false, AccountFiles::isUnsentTaken(path)});
        if (!self)
            co_return handrail::problem(ProblemKind::Cancelled);
        if (!taken)
            opened = tl::make_unexpected(taken.error());
    } else {
        opened = tl::make_unexpected(key.error());
        // What nothing opens any more, and in which nothing unsent is left, goes at once.
        if (key.error().kind == ProblemKind::PinEnded && AccountFiles::isUnsentTaken(path) && !AccountFiles::removeAside(path))
            qCWarning(logApp) << "a store that nothing opens stays aside";
        countPutAside();
    }
    if (lock && !QFile::exists(path))
        m_secrets.remove(pinSecretName(hash, lock->secretId()));
    m_isPinBusy = false;
    Q_EMIT pinChanged();
    co_return opened;
}

/// Into the store that is open. Something may have come whatever the end was.
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
    // On the disk now, here or there; after any other problem memory has the only copy.
    if (taken || taken.error().kind == ProblemKind::Conflict)
        m_aside.removeIf([&](const std::pair<const QString &, SealedValues &> &one) {
            return one.first == m_accountHash && isOfIt(one.second);
        });
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

/// By the clock of the clinic of who is in and that of this device. Both have to say so twice, a day apart: nobody can bring back what is removed
/// because of one wrong answer. That of everybody: who forgot a PIN and never comes back was told that it goes, too.
void Account::purgePutAside()
{
    if (!m_store || m_store->isInMemory() || !m_sync || !m_sync->serverTime().isValid())
        return;
    const QDateTime server = m_sync->serverTime();
    const QDateTime device = m_clock.nowUtc();
    const QList<QByteArray> said = m_store->value(overdueName).value_or(std::nullopt).value_or(QByteArray()).split(' ');
    const auto timeAt = [&said](int at) { return QDateTime::fromString(QString::fromLatin1(said.value(at)), Qt::ISODate); };
    const QStringList others = overdueOfOthers(m_files, m_accountHash, std::min(server, device));
    const bool isOverdue = !others.isEmpty() || m_files.overdue(m_accountHash, server, device) > 0;
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
    for (const QString &path : m_files.storesAside(m_accountHash) + others) {
        if (const Result<StoreLock> lock = StoreLock::read(path))
            pinSecrets.insert(path, pinSecretName(QFileInfo(path).fileName().section(u'.', 0, 0), lock->secretId()));
    }
    const Result<int> purged = m_files.purgeQuarantine(m_accountHash, server, device);
    for (const QString &path : others) {
        if (const Result<void> gone = AccountFiles::removeAside(path); !gone)
            qCWarning(logApp) << "removing what somebody else put aside long ago:" << gone.error();
    }
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
