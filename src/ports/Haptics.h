// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

namespace handrail {

/// Soft pulses that tell hands what eyes need not follow. GUI thread; never blocks; nothing that matters is told by them alone.
class Haptics
{
public:
    enum class Pulse {
        Rise, ///< swells: breathe in, tighten
        Fall, ///< ebbs: breathe out, let go
        Tick  ///< one tap
    };

    virtual ~Haptics() = default;
    /// On a device without a motor nothing happens.
    virtual void play(Pulse pulse) = 0;
};

} // namespace handrail
