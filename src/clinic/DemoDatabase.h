// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/Service.h"

namespace handrail::clinic {

// The database of `handrail-clinic demo`.

/// `demo` made this database: everybody knows its passwords.
[[nodiscard]] bool isSample(Service &service);
/// Somebody's records or accounts are in it.
[[nodiscard]] bool isInUse(Service &service);
/// Fills an empty database with the sample clinic. A start that was cut off is gone on with by the next one, where what is there already
/// changes nothing. False when it cannot be stored.
[[nodiscard]] bool addSample(Service &service, const Clock &clock);

} // namespace handrail::clinic
