// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// The round door to "You": two letters that can be pressed. text (letters), spokenName, diameter (drawn size). Signal: clicked().
Pressable {
    id: root

    property real diameter: 38

    radius: width / 2
    ink: Theme.onPrimarySoft
    spokenName: qsTr("You and settings")
    faceWidth: diameter
    faceHeight: diameter

    Item {
        anchors.fill: parent

        Avatar {
            anchors.centerIn: parent
            text: root.text
            diameter: root.diameter
            isSelf: true
        }
    }
}
