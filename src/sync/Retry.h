// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"

#include <QDateTime>
#include <chrono>
#include <functional>

namespace handrail {

/// How long to wait before something is tried again: exponential back-off with full jitter (design api 3.2.5, security rows 39, 40).
class Retry
{
public:
    /// No request of ours lives longer than this at any server; what was sent before is decided by then.
    static constexpr std::chrono::seconds settled{60};
    static constexpr std::chrono::hours longestItemWait{6};
    static constexpr std::chrono::minutes longestRunWait{15};

    /// `random` gives 0 <= x < 1; empty: the system's generator.
    explicit Retry(std::function<double()> random);

    /// Before the next run, after `failures` failed ones in a row (1 or more). Retry-After stands over it.
    [[nodiscard]] std::chrono::milliseconds beforeRun(int failures, int retryAfterSeconds) const;
    /// Before an item is tried again that may have arrived: at least `settled` and Retry-After.
    [[nodiscard]] std::chrono::milliseconds beforeUncertainItem(int attempts, int retryAfterSeconds) const;
    /// Before an item is tried again that never left this device.
    [[nodiscard]] std::chrono::milliseconds beforeUnsentItem(int attempts) const;

    /// `at` has come. A time beyond every wait of ours was written while the device's clock was wrong: it counts as come.
    [[nodiscard]] static bool isDue(const QDateTime &at, const QDateTime &now);
    /// This failure would meet every other request too: there is no use in going on.
    [[nodiscard]] static bool stopsRun(const Problem &problem);

private:
    [[nodiscard]] std::chrono::milliseconds jittered(std::chrono::milliseconds base, int doublings,
                                                     std::chrono::milliseconds longest) const;
    std::function<double()> m_random;
};

} // namespace handrail
