// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// While the key is asked for: still shapes, and Help now already works.
Item {
    id: root

    Skeleton {
        x: (root.width - width) / 2
        y: root.height < Metrics.low ? 16 : 84
        width: Math.min(root.width - 2 * Metrics.screenMargin, Metrics.contentMax)
        cards: Math.max(0, Math.min(3, Math.floor((root.height - y - 208) / 86)))
        text: patience.running ? qsTr("Getting your day ready") : qsTr("Waiting for your device’s secure storage")
    }

    Timer {
        id: patience

        interval: 2000
        running: true
    }
}
