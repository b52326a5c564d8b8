// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "CommandLine.h"
#include "platform/Platform.h"

#include <optional>

namespace handrail {

/// One Handrail runs, and has the store. When another one does, it comes to the front with the link, if any, and this is the exit code.
[[nodiscard]] std::optional<int> handedOver(const CommandLine &line, LinkDoor &links);

/// Shows the app, or help alone when that cannot be shown, until it is closed. Gives the exit code.
[[nodiscard]] int runApp(const CommandLine &line, const Ports &ports);

} // namespace handrail
