// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Medicine.h"

namespace handrail {

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
