// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls

// While the key is asked for: still shapes, and Help now already works.
Item {
    id: root

    BrandMark {
        anchors.horizontalCenter: parent.horizontalCenter
        y: root.height * 0.32
        side: 72
    }

    Words {
        anchors.horizontalCenter: parent.horizontalCenter
        y: root.height * 0.32 + 96
        role: Words.Secondary
        text: patience.running ? qsTr("Getting your day ready") : qsTr("Waiting for your device’s secure storage")
    }

    Timer {
        id: patience

        interval: 2000
        running: true
    }
}
