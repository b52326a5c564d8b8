// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ports/Connectivity.h"

#include <QObject>

namespace handrail {

/// The network by Qt's backend for this system (NetworkManager on Linux). Where there is none it is silent, and what is due is tried when
/// the app comes to the front.
class DesktopConnectivity final : public Connectivity
{
public:
    void watch(std::function<void()> regained) override;

private:
    QObject m_watcher; ///< ends the watching
};

} // namespace handrail
