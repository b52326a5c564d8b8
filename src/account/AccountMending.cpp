// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// What is done about a damaged store, and what becomes of those put aside.

#include "account/Account.h"

#include "core/Log.h"
#include "store/StoreLock.h"
#include "store/StoreOpening.h"
#include "store/StoreSalvage.h"

#include <QFile>
#include <QMap>
#include <QPointer>

namespace handrail {

namespace {

/// When SQLite last looked through the whole file.
const QString checkedName = QStringLiteral("sync.checked");
/// When what is put aside was first found to be too old: by the clinic's clock, and by this device's.
const QString overdueName = QStringLiteral("sync.overdue");
constexpr qint64 secondsBetweenChecks = 24 * 60 * 60;

} // namespace

bool Account::isMended(const Store &store)
{
    return store.value(QLatin1String(mendedName)).value_or(std::nullopt).has_value();
}

/// After the first page: the outbox, and at most once a day but for a program that was cut off the whole file is looked through. Damaged records are left
/// out of every answer and come again with the next download; a damaged item of the outbox stays listed; a damaged file is made anew.
void Account::checkStore()
{
    if (!m_store || m_store->isInMemory())
        return;
    const QDateTime now = m_clock.nowUtc();
    const auto checked = m_store->value(checkedName);
    const QDateTime last =
        QDateTime::fromString(QString::fromLatin1(checked.value_or(std::nullopt).value_or(QByteArray())), Qt::ISODate);
    const bool isDue = m_store->wasCutOff() || !last.isValid() || last > now || last.secsTo(now) >= secondsBetweenChecks;
    if (!m_store->canQueue())
        mendStore();
    if (!isDue || !m_store)
        return;
    m_checking = std::make_unique<StoreChecking>(*m_store);
    m_checkTimer.start(0);
}

/// A slice in each turn of the event loop: no frame waits for the whole of it.
void Account::checkSome()
{
    const Result<bool> isDone = m_checking ? m_checking->step() : Result<bool>(true);
    if (isDone && !*isDone)
        return;
    const std::unique_ptr<StoreChecking> checked = std::exchange(m_checking, nullptr);
    m_checkTimer.stop();
    if (!checked || !m_store)
        return;
    const StoreReport &report = checked->report();
    if (!report.isFileSound || report.damagedRecords > 0 || report.damagedItems > 0)
        qCWarning(logApp) << "the store is damaged: records" << report.damagedRecords << "items" << report.damagedItems
                          << "file sound" << report.isFileSound;
    if (!isDone)
        qCWarning(logApp) << "checking the store:" << isDone.error();
    const bool isBroken = !report.isFileSound || (!isDone && isDone.error().kind == ProblemKind::StoreBroken);
    const QPointer<Account> self = this;
    const bool isNew = isBroken && mendStore();
    if (!self || !m_store)
        return;
    const QByteArray now = m_clock.nowUtc().toString(Qt::ISODate).toLatin1();
    if (const Result<void> noted = m_store->setValue(checkedName, now); !noted)
        qCWarning(logApp) << "noting the check:" << noted.error();
    if (isNew && m_state == State::Active)
        begin(); // the new store is to have everything again
}

/// Puts the store that is open aside and goes on in a new one, with all that can still be read. False when it did not.
bool Account::mendStore()
{
    const bool isIn = m_state == State::Active || m_state == State::NeedsSignIn;
    if (!isIn || !m_store || m_store->isInMemory() || std::exchange(m_isMendedOnce, true))
        return false;
    const QString hash = m_accountHash;
    const State before = m_state;
    Q_EMIT aboutToLock(); // what is being written is kept while it can be
    std::unique_ptr<Store> damaged = std::move(m_store);
    takeAside(hash, *damaged);
    leave();
    OpenedStore mended = mend(m_files, hash, std::move(damaged));
    if (!mended) {
        setProblem(mended.error());
        setState(State::KeyUnavailable);
        return false;
    }
    const Result<std::optional<Credentials>> credentials = (*mended)->credentials();
    if (!credentials || !*credentials) {
        mended->reset();
        setProblem(Problem{ProblemKind::StoreBroken, false, {}});
        setState(State::SignedOut);
        return false;
    }
    setState(State::Starting); // who shows the person looks again
    m_accountHash = hash;
    enter(std::move(*mended), **credentials);
    setState(before);
    Q_EMIT recordsChanged();
    Q_EMIT outboxChanged();
    return true;
}

void Account::countPutAside()
{
    m_records->setStoresPutAside(m_store->isInMemory() ? 0 : int(m_files.mayHoldUnsent(m_accountHash).size()));
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
        const Result<int> taken = takeBack(aside, *m_store, {firstSyncDone()});
        if (!taken) {
            qCWarning(logApp) << "a store stays aside:" << taken.error();
            continue;
        }
        qCInfo(logApp) << "came back from a store put aside:" << *taken;
        countPutAside();
        Q_EMIT cameBack();
        Q_EMIT outboxChanged();
        Q_EMIT recordsChanged();
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
