// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// What is done about a damaged store.

#include "account/Account.h"

#include "core/Log.h"
#include "store/StoreOpening.h"
#include "store/StoreSalvage.h"

#include <QPointer>

namespace handrail {

namespace {

/// When SQLite last looked through the whole file.
const QString checkedName = QStringLiteral("sync.checked");
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

} // namespace handrail
