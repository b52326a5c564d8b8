// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ports/ScreenAwake.h"

namespace handrail {

/// Knows whether the screen would stay on.
class FakeScreenAwake final : public ScreenAwake
{
public:
    void hold() override { m_isHeld = true; }
    void release() override { m_isHeld = false; }
    [[nodiscard]] bool isHeld() const { return m_isHeld; }

private:
    bool m_isHeld = false;
};

} // namespace handrail
