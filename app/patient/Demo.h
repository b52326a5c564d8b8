// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"
#include "ports/CalendarExport.h"
#include "ports/SecretStore.h"

#include <QCoroTask>

namespace handrail {

class Application;
class DemoClinic;

/// `--demo`: starts the sample clinic and has the app use it. When it does not start, that is said on the terminal and the
/// program ends with 1. Both outlive the application's event loop.
QCoro::Task<void> startDemo(Application &application, DemoClinic &clinic);

/// What demos left behind that were killed: their folders, and their keys in the keychain. Problems: those of resetDevice().
QCoro::Task<Result<void>> eraseBrokenDemos(SecretStore &secrets, CalendarExport &calendar);

} // namespace handrail
