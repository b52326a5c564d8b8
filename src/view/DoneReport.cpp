// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/DoneReport.h"

#include "core/Log.h"

#include <QGuiApplication>
#include <algorithm>
#include <utility>

namespace handrail {

namespace {

using namespace std::chrono_literals;

constexpr auto nextTry = 15s;

bool isSame(const PlannedReading &a, const PlannedReading &b)
{
    return a.planId == b.planId && a.library == b.library;
}

bool has(const DoneNow &all, const DoneNow &some)
{
    return std::any_of(some.tasks.cbegin(), some.tasks.cend(), [&](const QString &task) { return all.tasks.contains(task); })
        || std::any_of(some.planned.cbegin(), some.planned.cend(), [&](const PlannedReading &one) {
               return std::any_of(all.planned.cbegin(), all.planned.cend(),
                                  [&](const PlannedReading &other) { return isSame(one, other); });
           });
}

} // namespace

DoneReport::DoneReport(Account &account, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(nextTry);
    connect(&m_retry, &QTimer::timeout, this, &DoneReport::tell);
    connect(&account, &Account::aboutToLock, this, &DoneReport::leave);
    connect(&account, &Account::stateChanged, this, &DoneReport::onAccountChanged);
    // Whoever puts the app away leaves the page, and the app may not come back.
    if (auto *app = qobject_cast<QGuiApplication *>(QCoreApplication::instance())) {
        connect(app, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
            if (state == Qt::ApplicationHidden || state == Qt::ApplicationSuspended)
                putAway();
        });
        connect(app, &QCoreApplication::aboutToQuit, this, &DoneReport::putAway);
    }
}

DoneReport::~DoneReport()
{
    blockSignals(true);
    leave();
}

void DoneReport::setOn(bool isOn)
{
    m_isSeen = true;
    if (std::exchange(m_isOn, isOn) != isOn)
        Q_EMIT changed();
}

void DoneReport::ask(const QString &id, const ContentLibrary &library, bool isOn)
{
    Records *records = m_account.records();
    if (!records || records->identity().role != Role::Patient || m_id == id)
        return;
    const QDate today = m_clock.today();
    const Result<DoneNow> done = doneBy(*records, library, id, today);
    if (!done)
        qCWarning(logApp) << "looking for what the clinic asked for:" << done.error();
    m_id = id;
    m_isSeen = false;
    m_done = done.value_or(DoneNow());
    m_isOn = isOn || has(m_untold, m_done);
    Q_EMIT changed();
}

void DoneReport::leave()
{
    m_id.clear();
    const DoneNow done = std::exchange(m_done, {});
    const bool isOn = std::exchange(m_isOn, false);
    const bool isSeen = std::exchange(m_isSeen, false);
    Records *records = m_account.records();
    if (!done.isEmpty() && isSeen && records) {
        // As it stands now: whoever switches it off takes back what could not be told before.
        m_untold.tasks.removeIf([&](const QString &task) { return done.tasks.contains(task); });
        m_untold.planned.removeIf([&](const PlannedReading &one) { return has(done, {{}, {one}}); });
        if (isOn) {
            m_untold.tasks << done.tasks;
            m_untold.planned << done.planned;
            m_untoldBy = records->identity();
        }
    }
    tell();
    if (!done.isEmpty())
        Q_EMIT changed();
}

void DoneReport::putAway()
{
    // Whoever comes back can still switch on what is off.
    if (m_isOn && m_isSeen)
        leave();
}

void DoneReport::tell()
{
    m_retry.stop();
    Records *records = m_account.records();
    if (m_untold.isEmpty() || !records)
        return;
    const QDateTime now = m_clock.nowUtc();
    const QDateTime local = now.toTimeZone(m_clock.localZone());
    const DoneNow all = std::exchange(m_untold, {});
    for (const QString &task : all.tasks) {
        if (const Result<void> queued = records->queueTaskDone(task, now); !queued) {
            qCWarning(logApp) << "telling that something was done:" << queued.error();
            m_untold.tasks << task;
        }
    }
    for (const PlannedReading &one : all.planned) {
        if (const Result<void> queued = tellPlannedDone(*records, one, local.toOffsetFromUtc(local.offsetFromUtc())); !queued) {
            qCWarning(logApp) << "telling that something of the plan was done:" << queued.error();
            m_untold.planned << one;
        }
    }
    if (!m_untold.isEmpty())
        m_retry.start();
    m_account.sendSoon();
    Q_EMIT changed();
}

void DoneReport::onAccountChanged()
{
    const Account::State state = m_account.state();
    const bool isGone = state == Account::State::SignedOut || state == Account::State::Revoked;
    if (isGone || (m_account.identity() && !m_account.identity()->isSamePersonAs(m_untoldBy)))
        m_untold = {};
    tell();
}

} // namespace handrail
