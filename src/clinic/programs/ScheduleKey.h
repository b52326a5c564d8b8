// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/programs/ScheduleFile.h"

namespace handrail::clinic {

/// What makes two lines the same session: the clinic's own id, or else all that is said of it.
[[nodiscard]] QString keyOf(const ScheduleRow &row);
/// What all who come to the session share. A line that names one patient alone is of a session of their own, or two one-on-ones at the same hour
/// would be one, with one video room.
[[nodiscard]] QString sessionKeyOf(const ScheduleRow &row);
/// Whether two lines say the same of a session, whoever comes.
[[nodiscard]] bool areSame(const ScheduleRow &one, const ScheduleRow &other);

/// The same for the same, at one clinic: of the session (HR/sid/session), and of each patient's Appointment.
[[nodiscard]] QString sessionIdOf(const QString &organization, const QString &sessionKey);
[[nodiscard]] QString appointmentIdOf(const QString &organization, const QString &key, const QString &patientId);

} // namespace handrail::clinic
