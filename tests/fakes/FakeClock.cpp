// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/FakeClock.h"

namespace handrail {

FakeClock::FakeClock()
    : FakeClock(QDateTime(QDate(2026, 3, 2), QTime(15, 0), Qt::UTC))
{
}

FakeClock::FakeClock(const QDateTime &nowUtc, const QByteArray &zone)
    : m_now(nowUtc.toUTC())
    , m_zone(zone)
{
    Q_ASSERT(m_now.isValid() && m_zone.isValid());
}

void FakeClock::advance(std::chrono::milliseconds by)
{
    Q_ASSERT(by.count() >= 0);
    m_now = m_now.addMSecs(by.count());
    m_monotonic += by;
}

void FakeClock::setWallClock(const QDateTime &nowUtc)
{
    Q_ASSERT(nowUtc.isValid());
    m_now = nowUtc.toUTC();
}

void FakeClock::setZone(const QByteArray &zone)
{
    m_zone = QTimeZone(zone);
    Q_ASSERT(m_zone.isValid());
}

} // namespace handrail
