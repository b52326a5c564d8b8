// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/DoneReport.h"

#include "care/Learning.h"
#include "core/Log.h"

#include <utility>

namespace handrail {

DoneReport::DoneReport(Account &account, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
{
    connect(&account, &Account::aboutToLock, this, &DoneReport::leave);
}

DoneReport::~DoneReport()
{
    blockSignals(true);
    leave();
}

void DoneReport::setOn(bool isOn)
{
    if (std::exchange(m_isOn, isOn) != isOn)
        Q_EMIT changed();
}

void DoneReport::ask(const QString &id, const ContentLibrary &library, bool isOn)
{
    Records *records = m_account.records();
    if (!records || records->identity().role != Role::Patient || m_id == id)
        return;
    const Result<QStringList> tasks = tasksDoneBy(*records, library, id);
    if (!tasks)
        qCWarning(logApp) << "looking for what the clinic asked for:" << tasks.error();
    m_id = id;
    m_tasks = tasks.value_or(QStringList());
    m_isOn = isOn;
    Q_EMIT changed();
}

void DoneReport::leave()
{
    m_id.clear();
    const QStringList tasks = std::exchange(m_tasks, {});
    if (tasks.isEmpty())
        return;
    Records *records = m_account.records();
    if (std::exchange(m_isOn, false) && records) {
        for (const QString &task : tasks) {
            if (const Result<void> queued = records->queueTaskDone(task, m_clock.nowUtc()); !queued)
                qCWarning(logApp) << "telling that something was done:" << queued.error();
        }
        m_account.sendSoon();
    }
    Q_EMIT changed();
}

} // namespace handrail
