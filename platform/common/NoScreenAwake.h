// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ports/ScreenAwake.h"

namespace handrail {

/// For systems where it is not built yet.
class NoScreenAwake final : public ScreenAwake
{
public:
    void hold() override {}
    void release() override {}
};

} // namespace handrail
