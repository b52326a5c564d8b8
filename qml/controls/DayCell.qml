// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// One day of a WeekStrip. weekday, day, dots (0 to 3), isCurrent, isToday, spokenName. Signal: clicked().
Pressable {
    id: root

    property string weekday
    property string day
    property int dots: 0
    property bool isCurrent: false
    property bool isToday: false

    radius: 18
    ringInset: 1
    fill: isCurrent ? Theme.primary : Theme.clear
    ink: isCurrent ? Theme.onPrimary : Theme.ink
    faceWidth: Math.max(name.implicitWidth, number.implicitWidth) + 8
    implicitHeight: Math.max(74, name.implicitHeight + number.implicitHeight + 30)
    Accessible.role: Accessible.PageTab
    Accessible.selectable: true
    Accessible.selected: isCurrent

    Column {
        y: 6
        width: parent.width

        Words {
            id: name

            anchors.horizontalCenter: parent.horizontalCenter
            role: Words.Caption
            weight: root.isToday ? 700 : 500
            text: root.weekday
            color: root.isCurrent ? root.ink : root.isToday ? Theme.ink : Theme.ink2
            wrapMode: Text.NoWrap
            isSpoken: false
        }

        Words {
            id: number

            anchors.horizontalCenter: parent.horizontalCenter
            role: Words.Subhead
            size: 19
            line: 26
            weight: root.isToday ? 700 : 600
            text: root.day
            color: root.ink
            wrapMode: Text.NoWrap
            isSpoken: false
        }

        Item { width: 1; height: 4.5 }

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: 3

            Repeater {
                model: Math.min(3, root.dots)

                Rectangle {
                    width: 5
                    height: 5
                    radius: 2.5
                    color: root.isCurrent ? Theme.onPrimary : Theme.ink3
                }
            }
        }
    }
}
