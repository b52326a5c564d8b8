// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/sample/SampleClinicCalendar.h"
#include "clinic/sample/SampleClinicPeople.h"

#include <QJsonObject>
#include <QList>

namespace handrail::clinic {

/// Nell Harbrook, who is done with the program and in her second month of aftercare. She is in no group.
[[nodiscard]] SamplePatient sampleAftercarePatient();

/// All that is about her: both episodes, the plan with a check-in once a week, her answers on Wednesdays, and the alumni evenings, which ask whether
/// she comes. `checkIn`: the form of the check-in.
[[nodiscard]] QList<QJsonObject> sampleAftercare(const SampleClinicCalendar &calendar, const QJsonObject &checkIn);

} // namespace handrail::clinic
