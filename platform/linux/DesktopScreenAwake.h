// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ports/ScreenAwake.h"

#include <QDBusUnixFileDescriptor>
#include <QObject>

namespace handrail {

/// Keeps the screen of a Linux desktop on: org.freedesktop.ScreenSaver on the session bus (Idle Inhibition Service), and where that is
/// not there an idle lock of org.freedesktop.login1 on the system bus. Both let go by themselves when the app ends. Found when the first
/// exercise plays.
class DesktopScreenAwake final : public QObject, public ScreenAwake
{
    Q_OBJECT
public:
    DesktopScreenAwake() = default;
    ~DesktopScreenAwake() override;

    void hold() override;
    void release() override;

private:
    void askLogin(int holding);
    void letGo(uint cookie);

    uint m_cookie = 0;              ///< of the session's service; 0: none
    QDBusUnixFileDescriptor m_lock; ///< of login1; open while it holds
    bool m_isHeld = false;
    int m_holding = 0; ///< counts, so that a late answer is not taken for the newest
};

} // namespace handrail
