// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// A round key of the number pad: a digit (text). side; sunken while it is not enabled. Signal: clicked().
Pressable {
    id: root

    property real side: 72

    implicitWidth: side
    implicitHeight: side
    radius: width / 2
    fill: !isOff ? Theme.surface : Theme.sunken
    edge: Theme.line
    edgeWidth: !isOff ? Metrics.hairline : 0
    ink: !isOff ? Theme.ink : Theme.ink2

    Words {
        anchors.centerIn: parent
        role: Words.Title
        weight: 500
        text: root.text
        color: root.ink
        isSpoken: false
    }
}
