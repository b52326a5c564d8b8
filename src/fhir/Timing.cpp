// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fhir/Timing.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace handrail::fhir {

std::optional<QList<Qt::DayOfWeek>> daysOf(const Node &repeat)
{
    constexpr std::array<std::string_view, 7> names{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    QList<Qt::DayOfWeek> days;
    for (const Node &day : repeat["dayOfWeek"].items()) {
        const auto *known = std::find(names.begin(), names.end(), day.view());
        if (known == names.end())
            return std::nullopt;
        if (!days.contains(Qt::DayOfWeek(known - names.begin() + 1)))
            days << Qt::DayOfWeek(known - names.begin() + 1);
    }
    return days;
}

} // namespace handrail::fhir
