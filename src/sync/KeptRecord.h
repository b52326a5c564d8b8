// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Form.h"
#include "fhir/Bundle.h"
#include "store/Store.h"

#include <QTimeZone>

namespace handrail {

class FhirClient;

/// With the moment as the wall shows it where it was answered. Some servers write all times in UTC, with a "Z", which says nothing of where that was:
/// then it was on this device's wall. An offset is kept, also that of nothing: who answers where it is UTC writes one.
[[nodiscard]] CompletedForm onTheWall(CompletedForm completed, const QTimeZone &deviceZone);

/// What the store keeps of a downloaded record. Its day is the local day of a session (in the session's zone, else the device's) or of a
/// check-in (onTheWall), the day of a dose; other types have none.
[[nodiscard]] StoredRecord recordFrom(const fhir::Slice &slice, const QTimeZone &deviceZone);
/// The same, not from the future of this server: such a record would never be replaced by a later version with the right time.
[[nodiscard]] StoredRecord recordFrom(const fhir::Slice &slice, const QTimeZone &deviceZone, const FhirClient &client);

} // namespace handrail
