// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/sample/SampleClinicCalendar.h"
#include "clinic/sample/SampleClinicPeople.h"

#include <QJsonObject>
#include <QList>

namespace handrail::clinic {

/// Adds to the records of a patient what the plan and the medicine say beyond that they are there: when in the day, never how much.
void addPlan(QList<QJsonObject> &records, const SamplePatient &patient, const SampleClinicCalendar &calendar);

} // namespace handrail::clinic
