// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "Places.h"
#include "core/Problem.h"
#include "ports/CalendarExport.h"
#include "ports/SecretStore.h"

#include <QCoroTask>

namespace handrail {

/// Asks on the terminal whether to erase. False without a clear "yes", and when nobody can be asked.
[[nodiscard]] bool isEraseConfirmed();

/// `--reset`: erases the stores and keys of all accounts of this device, those put aside too, and what is kept beside them.
/// StoreInUse: another process has one of the stores open, and nothing was erased. NotErased: something is left.
QCoro::Task<Result<void>> resetDevice(SecretStore &secrets, CalendarExport &calendar, Places places);

} // namespace handrail
