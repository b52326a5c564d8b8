// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "fhir/Json.h"

#include <QList>
#include <optional>

namespace handrail::fhir {

// What an R4 Timing says, for all that is taken or asked by one.

/// Timing.repeat.dayOfWeek. Nothing where one of them is no day that we know.
[[nodiscard]] std::optional<QList<Qt::DayOfWeek>> daysOf(const Node &repeat);

} // namespace handrail::fhir
