// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/records/Records.h"

namespace handrail::clinic {

// What a clinic says of itself by a code: an extension of its Organization with a valueCode. Without an id the one Organization is meant that
// is part of no other. NotFound: no such one, or several.

/// Empty where nothing is said.
[[nodiscard]] Result<QString> organizationCode(Records &records, const QString &organizationId, const QString &url);
/// In a transaction of its own. NotFound, StoreInUse, and the problems of Records::write.
[[nodiscard]] Result<void> setOrganizationCode(Records &records, const QString &organizationId, const QString &url,
                                               const QString &code);

/// The zone of a clinic's walls (IANA), where it says one (HR/StructureDefinition/time-zone): sessions are planned in it.
[[nodiscard]] QString timeZoneUrl();

} // namespace handrail::clinic
