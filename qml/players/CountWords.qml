// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// What to find, how many, and some of what it could be. count, found, say, examples.
Column {
    id: root

    property int count: 0
    property int found: 0
    property string say
    property string examples

    width: parent?.width ?? 0
    spacing: 12

    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: 8

        Repeater {
            model: root.count

            Rectangle {
                required property int index

                width: 16
                height: 16
                radius: 8
                color: index < root.found ? Theme.primary : Theme.clear
                border.width: Metrics.selected
                border.color: Theme.primary
            }
        }
    }

    LiveWords {
        width: parent.width
        role: Words.Title
        text: qsTr("%1 %2", "5 things that you see").arg(root.count).arg(root.say)
        horizontalAlignment: Text.AlignHCenter
    }

    Words {
        width: parent.width
        visible: root.examples !== ""
        text: qsTr("Such as: %1").arg(root.examples)
        color: Theme.ink2
        horizontalAlignment: Text.AlignHCenter
    }
}
