// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/MinuteTimer.h"

namespace handrail {

MinuteTimer::MinuteTimer(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        arm();
        Q_EMIT turned();
    });
    arm();
}

void MinuteTimer::lookAt(const QDateTime &utc)
{
    const qint64 wait = m_clock.nowUtc().msecsTo(utc) + 50;
    if (utc.isValid() && wait > 0 && wait < m_timer.remainingTime())
        m_timer.start(int(wait));
}

void MinuteTimer::arm()
{
    // Just after the turn, so that a timer that fires early does not show the old minute for another minute.
    m_timer.start(int(60'000 - m_clock.nowUtc().toMSecsSinceEpoch() % 60'000 + 50));
}

} // namespace handrail
