// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/forms/OnCall.h"

#include "core/Log.h"

#include <algorithm>
#include <utility>

namespace handrail::clinic {

OnCall::OnCall(Records &records, Options options)
    : m_records(records)
    , m_alerts(records)
    , m_options(std::move(options))
{
}

void OnCall::reload()
{
    if (!m_records.database().hasCommitsSince(m_mark) && m_isLoaded)
        return;
    m_records.noticeChanges();
    m_waiting = m_alerts.all(true);
    m_waiting.removeIf([](const RaisedAlert &each) {
        return each.alert.level != AlertLevel::Urgent || !each.isOpen || each.paged || !each.isForOnCall;
    });
    m_failed.removeIf([this](const std::pair<const QString &, Failed &> &failed) {
        return std::none_of(m_waiting.cbegin(), m_waiting.cend(), [&](const RaisedAlert &each) { return each.id == failed.first; });
    });
    m_isLoaded = true;
}

// False: it was taken, and that could not be noted yet. Then nobody else is called until it is.
bool OnCall::settle()
{
    const auto noted = m_running->isTaken() ? m_alerts.notePaged(m_runningId) : Result<void>();
    if (!noted && noted.error().kind != ProblemKind::NotFound)
        return false;
    if (m_running->isTaken()) {
        m_failed.remove(m_runningId);
    } else {
        Failed &failed = m_failed[m_runningId];
        ++failed.times;
        failed.nextTry = m_records.clock().monotonic()
            + std::min(std::chrono::minutes(10), std::chrono::minutes(1 << std::min(failed.times - 1, 4)));
        qCWarning(logClinic) << "the on-call command failed; tries for this alert:" << failed.times;
    }
    m_running.reset();
    return true;
}

void OnCall::tick()
{
    if (m_running) {
        if (!m_running->isDone() || !settle())
            return;
    }
    reload();
    const qint64 due = m_records.clock().nowUtc().toMSecsSinceEpoch()
        - std::chrono::duration_cast<std::chrono::milliseconds>(m_options.after).count();
    const std::chrono::milliseconds now = m_records.clock().monotonic();
    // Those that failed least come first, of these the oldest: however many the command does not take, a new one is tried.
    const RaisedAlert *next = nullptr;
    for (const RaisedAlert &each : std::as_const(m_waiting)) {
        const Failed failed = m_failed.value(each.id);
        if (each.raised <= due && failed.nextTry <= now && (!next || failed.times < m_failed.value(next->id).times))
            next = &each;
    }
    if (!next)
        return;
    m_runningId = next->id;
    m_running = std::make_unique<OnCallCommand>(m_options.command, m_runningId, m_options.limit);
}

} // namespace handrail::clinic
