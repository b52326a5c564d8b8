// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QImage>
#include <functional>

namespace handrail {

/// Microphone, headphones and camera, for a look at them before a video session. Nothing is recorded, kept or sent. GUI thread. What the system
/// needs for it is loaded at the first call, not before.
class CallDevices
{
public:
    struct Found {
        bool canLook = false; ///< false: this system cannot be asked, so nothing is known
        bool hasMicrophone = false;
        bool hasHeadphones = false; ///< by their name; others cannot be told from loudspeakers
        bool hasCamera = false;
        bool operator==(const Found &) const = default;
    };

    virtual ~CallDevices() = default;
    /// What is there now. `changed` is called in the event loop when that changes, until done().
    [[nodiscard]] virtual Found look(std::function<void()> changed) = 0;
    /// Opens the microphone; `heard` gets how loud it is, 0 to 1, some times a second. False when it does not open: no permission, or in use.
    [[nodiscard]] virtual bool listen(std::function<void(double)> heard) = 0;
    virtual void stopListening() = 0;
    /// Opens the camera; `seen` gets small pictures, mirrored, some times a second. False when it does not open.
    [[nodiscard]] virtual bool showCamera(std::function<void(const QImage &)> seen) = 0;
    virtual void hideCamera() = 0;
    /// Lets go of everything.
    virtual void done() = 0;
};

} // namespace handrail
