// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/StaffLog.h"
#include "clinic/forms/Monitoring.h"
#include "clinic/records/Records.h"

#include <QString>

namespace handrail::clinic {

// The commands `alerts`, `gaps` and `monitoring`. Each gives the program's exit code.

/// One line for each: id, level, when, open or closed by whom, patient, response, what it is; with tabs between.
[[nodiscard]] int listAlerts(Records &records, StaffLog &log, bool isOpenOnly);
/// Closes it in the name of the user of the system.
[[nodiscard]] int acknowledgeAlert(Records &records, const QString &id);
/// How many of each level were raised in each week (ISO 8601, UTC), how many of them are open, and how long urgent ones waited at most.
[[nodiscard]] int reportAlerts(Records &records);
/// One line for each who has had no check-in for days (CheckInGaps): patient, for how long, the day of the last one or on which the program
/// began; with tabs between. 1 when a clinic has no time zone, so that its people are not looked at. `base`: the clinic's own FHIR address, or
/// empty.
[[nodiscard]] int listGaps(Records &records, StaffLog &log, const QString &base);
/// Says the value when none is given.
[[nodiscard]] int sayOrSetMonitoring(Records &records, const QString &organizationId, const QString &value);

} // namespace handrail::clinic
