// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/sample/SampleClinicCalendar.h"

namespace handrail::clinic {

namespace {

constexpr quint64 seed = 0x48616e647261696cULL;

/// SplitMix64's output function: every bit of the input reaches every bit of the result.
quint64 mixed(quint64 x)
{
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

} // namespace

QString sampleZoneId()
{
    return QStringLiteral("America/New_York");
}

quint64 sampleNumber(quint64 purpose, quint64 a, quint64 b)
{
    return mixed(mixed(mixed(seed ^ purpose) ^ a) ^ b);
}

SampleClinicCalendar::SampleClinicCalendar(const QDateTime &nowUtc)
    // A system without the time zone database: winter time all year is the best that is left.
    : m_clock(WallClock::of(sampleZoneId()).value_or(WallClock(QTimeZone(-5 * 3600))))
    , m_now(nowUtc.toMSecsSinceEpoch())
{
    m_today = m_clock.dateOf(m_now);
    const QDate monday = m_today.addDays(1 - m_today.dayOfWeek());
    m_firstMonday = monday.addDays(-7 * (currentWeek - 1));
}

QDate SampleClinicCalendar::day(int week, Qt::DayOfWeek weekday) const
{
    return m_firstMonday.addDays(7 * (week - 1) + int(weekday) - 1);
}

bool SampleClinicCalendar::isPast(const QDate &date, const QTime &time) const
{
    return m_clock.at(date, time).utc <= m_now;
}

} // namespace handrail::clinic
