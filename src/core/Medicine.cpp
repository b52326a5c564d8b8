// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Medicine.h"

#include <algorithm>
#include <tuple>

namespace handrail {

DoseTime::Part partOfDay(const DoseTime &time)
{
    if (time.part != DoseTime::Part::Clock)
        return time.part;
    const int hour = time.clock.hour();
    return hour < 11 ? DoseTime::Part::Morning
        : hour < 14  ? DoseTime::Part::Noon
        : hour < 17  ? DoseTime::Part::Afternoon
        : hour < 21  ? DoseTime::Part::Evening
                     : DoseTime::Part::Night;
}

bool isEarlier(const DoseTime &one, const DoseTime &other)
{
    const auto place = [](const DoseTime &time) {
        return std::tuple(partOfDay(time), time.clock.isValid() ? time.clock.msecsSinceStartOfDay() : 0, time.number);
    };
    return place(one) < place(other);
}

bool Medicine::isWhenNeeded() const
{
    return std::all_of(schedules.cbegin(), schedules.cend(), [](const DoseSchedule &one) { return one.isWhenNeeded; });
}

bool Medicine::isUntold() const
{
    return std::any_of(schedules.cbegin(), schedules.cend(),
                       [](const DoseSchedule &one) { return one.isUntold && !one.isWhenNeeded; });
}

QList<DoseTime> Medicine::timesOn(const QDate &day) const
{
    QList<DoseTime> asked;
    for (const DoseSchedule &schedule : schedules) {
        if (isOnHold || !schedule.isAskedOn(day))
            continue;
        for (const DoseTime &time : schedule.times) {
            if (!asked.contains(time))
                asked << time;
        }
    }
    std::stable_sort(asked.begin(), asked.end(), isEarlier);
    return asked;
}

QString keyOf(const DoseTime &time)
{
    switch (time.part) {
    case DoseTime::Part::AnyTime: break;
    case DoseTime::Part::Morning: return QStringLiteral("morning");
    case DoseTime::Part::Noon: return QStringLiteral("noon");
    case DoseTime::Part::Afternoon: return QStringLiteral("afternoon");
    case DoseTime::Part::Evening: return QStringLiteral("evening");
    case DoseTime::Part::Night: return QStringLiteral("night");
    case DoseTime::Part::Clock: return time.clock.toString(QStringLiteral("HH:mm"));
    case DoseTime::Part::Nth: return QString::number(time.number);
    }
    return QStringLiteral("day");
}

} // namespace handrail
