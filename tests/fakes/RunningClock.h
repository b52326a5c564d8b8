// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Clock.h"

namespace handrail {

/// A clock that runs by itself, and that time can be added to: as if the person had put the device down for so long.
class RunningClock final : public Clock
{
public:
    explicit RunningClock(std::chrono::milliseconds offset)
        : m_system(offset)
    {
    }
    [[nodiscard]] QDateTime nowUtc() const override { return m_system.nowUtc().addMSecs(m_added.count()); }
    [[nodiscard]] QTimeZone localZone() const override { return m_system.localZone(); }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_system.monotonic() + m_added; }
    void advance(std::chrono::milliseconds by) { m_added += by; }

private:
    SystemClock m_system;
    std::chrono::milliseconds m_added{};
};

} // namespace handrail
