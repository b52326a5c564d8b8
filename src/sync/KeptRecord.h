// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "fhir/Bundle.h"
#include "store/Store.h"

#include <QTimeZone>

namespace handrail {

/// What the store keeps of a downloaded record. Its day is the local day of a session (in the session's zone, else the device's) or of a
/// check-in (where it was answered), the day of a dose; other types have none.
[[nodiscard]] StoredRecord recordFrom(const fhir::Slice &slice, const QTimeZone &deviceZone);

} // namespace handrail
