// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ports/Browser.h"
#include "ports/CallDevices.h"
#include "ports/CalendarExport.h"
#include "ports/Connectivity.h"
#include "ports/DeviceAuth.h"
#include "ports/Dialer.h"
#include "ports/Directions.h"
#include "ports/FileExport.h"
#include "ports/Haptics.h"
#include "ports/LinkDoor.h"
#include "ports/Notifier.h"
#include "ports/ReadAloud.h"
#include "ports/ScreenAwake.h"
#include "ports/SecretStore.h"

#include <memory>

namespace handrail {

/// The app's doors to the system it runs on.
struct Ports {
    std::unique_ptr<SecretStore> secrets;
    std::unique_ptr<Browser> browser;
    std::unique_ptr<Dialer> dialer;
    std::unique_ptr<CalendarExport> calendar;
    std::unique_ptr<Directions> directions;
    std::unique_ptr<Connectivity> connectivity;
    std::unique_ptr<FileExport> files;
    std::unique_ptr<DeviceAuth> deviceAuth;
    std::unique_ptr<Notifier> notifier;
    std::unique_ptr<Haptics> haptics;
    std::unique_ptr<ScreenAwake> screen;
    std::unique_ptr<LinkDoor> links;
    std::unique_ptr<CallDevices> callDevices;
    std::unique_ptr<ReadAloud> voice; ///< null where the system is not known to have one
};

/// Makes them for the system that this was built for: the only place that asks which one that is. Touches nothing yet: the keychain, the disk
/// and the list of installed programs are looked at when they are first needed. Needs a QGuiApplication by then.
[[nodiscard]] Ports makePorts();

/// From now on the system's wish that the program ends (Ctrl+C, a closed terminal, the end of the session) ends its event loop, so that what is
/// due at the end is done. Needs a QCoreApplication.
void quitWhenAsked();

/// Keeps this process's memory out of core dumps and from other programs of the same person, where the system can. At the very start.
void keepMemoryPrivate();

} // namespace handrail
