// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ports/Connectivity.h"

namespace handrail {

/// A network that comes back when told to.
class FakeConnectivity final : public Connectivity
{
public:
    void watch(std::function<void()> regained) override { m_regained = std::move(regained); }
    [[nodiscard]] bool isWatched() const { return bool(m_regained); }
    void regain() const
    {
        if (m_regained)
            m_regained();
    }

private:
    std::function<void()> m_regained;
};

} // namespace handrail
