// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QString>
#include <QStringList>

namespace handrail {

/// Where the app keeps things on this device.
struct Places {
    QString accounts;      ///< folder of the sealed stores
    QString preferences;   ///< file; empty keeps them in memory
    QString clinicContact; ///< file with the clinic's public line
    QString lockScreen;    ///< sealed file with what a person lets the lock screen show

    [[nodiscard]] static Places in(const QString &folder);
    [[nodiscard]] static Places onThisDevice();
    /// A new, private folder that goes when the program ends.
    [[nodiscard]] static Places forDemo();
    /// The folders of demos that did not come to their end (killed, or the power went).
    [[nodiscard]] static QStringList ofBrokenDemos();
};

} // namespace handrail
