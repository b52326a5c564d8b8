// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "Places.h"
#include "core/Problem.h"
#include "ports/CalendarExport.h"
#include "ports/LinkDoor.h"
#include "ports/SecretStore.h"

#include <QCoroTask>

namespace handrail {

/// `--reset`: asks on the terminal, unless told yes, erases what is kept on this device, and says what became of it. While another Handrail runs
/// nothing is erased. Needs a QCoreApplication. Gives the exit code.
[[nodiscard]] int runReset(bool isYes, LinkDoor &links, SecretStore &secrets, CalendarExport &calendar);

/// Erases the stores and keys of all accounts of this device, those put aside too, and what is kept beside them.
/// StoreInUse: another process has one of the stores open, and nothing was erased. NotErased: something is left.
QCoro::Task<Result<void>> resetDevice(SecretStore &secrets, CalendarExport &calendar, Places places);

} // namespace handrail
