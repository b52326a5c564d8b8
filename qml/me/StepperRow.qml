// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls

// A row with less, a value and more. value, minimum, maximum, step, valueText; stepped(value).
ListRow {
    id: root

    property real value: 0
    property real minimum: 0
    property real maximum: 1
    property real step: 1
    property string valueText

    signal stepped(real value)

    isStrong: false
    leastWords: 150
    isPressable: false

    Row {
        spacing: 8

        IconButton {
            iconName: "minus"
            spokenName: qsTr("%1, smaller").arg(root.title)
            enabled: root.value > root.minimum
            onClicked: root.stepped(Math.max(root.minimum, root.value - root.step))
        }

        Words {
            anchors.verticalCenter: parent.verticalCenter
            role: Words.Secondary
            text: root.valueText
        }

        IconButton {
            iconName: "plus"
            spokenName: qsTr("%1, larger").arg(root.title)
            enabled: root.value < root.maximum
            onClicked: root.stepped(Math.min(root.maximum, root.value + root.step))
        }
    }
}
