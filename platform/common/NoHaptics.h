// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ports/Haptics.h"

namespace handrail {

/// For systems without a motor, and those whose motor is not built in yet.
class NoHaptics final : public Haptics
{
public:
    void play(Pulse) override {}
};

} // namespace handrail
