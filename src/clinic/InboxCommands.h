// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/StaffLog.h"
#include "clinic/records/Records.h"

#include <QString>

namespace handrail::clinic {

// The commands `inbox` and `announce`. Each gives the program's exit code.

/// One line for each: reference, kind, when, state, who, about what, the words; with tabs between.
[[nodiscard]] int listInbox(Records &records, StaffLog &log, bool isOpenOnly);
[[nodiscard]] int markSeen(Records &records, const QString &reference);
/// In the name of the user of the system.
[[nodiscard]] int markDone(Records &records, const QString &reference);
/// The text is read from the standard input, for both.
[[nodiscard]] int replyTo(Records &records, const QString &reference, const QString &practitionerId);
[[nodiscard]] int announceTo(Records &records, const QString &patientId, int days);

} // namespace handrail::clinic
