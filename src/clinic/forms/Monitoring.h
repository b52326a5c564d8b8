// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/records/Records.h"

namespace handrail::clinic {

/// Whether and when somebody at the clinic watches what comes in: `none`, `business-hours` or `24x7`, an extension of the clinic's
/// Organization (HR/StructureDefinition/monitoring). The app's words follow it, and nothing else does (design clinical 3.3, 8).
[[nodiscard]] bool isMonitoring(const QString &value);

/// `none` where nothing is said. NotFound: no such Organization, or without an id not exactly one that is part of no other.
[[nodiscard]] Result<QString> monitoringOf(Records &records, const QString &organizationId);
/// In a transaction of its own. NotFound, StoreInUse, and the problems of Records::write.
[[nodiscard]] Result<void> setMonitoring(Records &records, const QString &organizationId, const QString &value);

} // namespace handrail::clinic
