// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls

// Asks how strong it feels; quiet, and gone once it was answered or skipped.
// Signals: asked() for the scale, skipped().
Item {
    id: root

    signal asked
    signal skipped

    height: visible ? Math.max(48, rate.height) : 0

    HrButton {
        id: rate

        anchors.left: parent.left
        width: Math.min(implicitWidth, parent.width - skip.width - 8)
        kind: HrButton.Text
        isSmall: true
        leftPadding: 0
        rightPadding: 8
        text: qsTr("How strong is it now? 0 to 10")
        onClicked: root.asked()
    }

    IconButton {
        id: skip

        anchors.right: parent.right
        iconName: "close"
        iconSize: 20
        spokenName: qsTr("Skip this question")
        onClicked: root.skipped()
    }
}
