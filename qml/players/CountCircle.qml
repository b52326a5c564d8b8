// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// A tap for each thing that is found, and how many are. found, count, side. Signal: tapped().
Pressable {
    id: root

    property real side: 220
    property int found: 0
    property int count: 0

    signal tapped

    width: side
    height: side
    radius: side / 2
    fill: Theme.primary
    ink: Theme.onPrimary
    text: qsTr("I found one")
    spokenHint: qsTr("%1 of %2").arg(found).arg(count)
    onClicked: tapped()

    Column {
        anchors.centerIn: parent
        width: root.width - 32

        Words {
            width: parent.width
            role: Words.Display
            text: root.found
            color: root.ink
            horizontalAlignment: Text.AlignHCenter
            isSpoken: false
        }

        Words {
            width: parent.width
            role: Words.Button
            size: root.side < 160 ? 13 / Math.max(1, Type.textScale / 1.3) : 17 / Math.max(1, Type.textScale / 1.4)
            line: size * 1.3
            text: root.text
            color: root.ink
            horizontalAlignment: Text.AlignHCenter
            isSpoken: false
        }
    }
}
