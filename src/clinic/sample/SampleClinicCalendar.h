// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/base/WallClock.h"

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QTime>

namespace handrail::clinic {

/// The sample program's calendar: weeks counted from the Monday four weeks before the current one, wall-clock times in the
/// clinic's zone.
class SampleClinicCalendar
{
public:
    static constexpr int currentWeek = 5;
    static constexpr int programWeeks = 12;

    explicit SampleClinicCalendar(const QDateTime &nowUtc);

    [[nodiscard]] QDate today() const { return m_today; }
    /// A day of a program week, counted from 1.
    [[nodiscard]] QDate day(int week, Qt::DayOfWeek weekday) const;
    /// FHIR instant with the offset that the zone has then.
    [[nodiscard]] QString instant(const QDate &date, const QTime &time) const { return m_clock.instant(date, time); }
    /// "20261118"
    [[nodiscard]] static QString digits(const QDate &date) { return WallClock::digits(date); }
    /// True when this wall-clock time is not after now.
    [[nodiscard]] bool isPast(const QDate &date, const QTime &time) const;

private:
    WallClock m_clock;
    qint64 m_now = 0; ///< milliseconds since 1970 UTC
    QDate m_today;
    QDate m_firstMonday;
};

/// The IANA name of the clinic's zone.
[[nodiscard]] QString sampleZoneId();

/// A number that depends on these three and the sample's seed alone, spread evenly over 0 .. 2^64-1.
[[nodiscard]] quint64 sampleNumber(quint64 purpose, quint64 a, quint64 b);

} // namespace handrail::clinic
