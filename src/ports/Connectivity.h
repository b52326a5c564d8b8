// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <functional>

namespace handrail {

/// Tells when the network comes back. What it says is a hint: only a request shows whether the clinic can be reached.
class Connectivity
{
public:
    virtual ~Connectivity() = default;
    /// From now on `regained` is called each time the network is there again after it was away. GUI thread. Not before the first page is on
    /// the screen: the system's answer may take its time.
    virtual void watch(std::function<void()> regained) = 0;
};

} // namespace handrail
