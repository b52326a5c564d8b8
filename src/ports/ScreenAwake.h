// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

namespace handrail {

/// Keeps the screen from going dark while something plays that is watched and not touched. GUI thread; never blocks; where the system
/// has nothing of the kind, nothing happens. What it says to the system names the app and nothing else.
class ScreenAwake
{
public:
    virtual ~ScreenAwake() = default;
    /// Until release(). Holding what is held changes nothing.
    virtual void hold() = 0;
    virtual void release() = 0;
};

} // namespace handrail
