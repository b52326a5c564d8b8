// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// One place of the bar or rail. text, iconName, isCurrent, hasLabel, isLarge (in the rail). Signal: clicked().
Pressable {
    id: root

    property string iconName
    property bool isCurrent: false
    property bool hasLabel: true
    property bool isLarge: false
    property real labelSize: isLarge ? 13 : 12

    ink: isCurrent ? Theme.onPrimarySoft : Theme.ink2
    implicitWidth: Math.max(pill.width, label.implicitWidth)
    implicitHeight: Math.max(Metrics.touchMin, pill.height + 3 + (hasLabel ? label.implicitHeight : 0))
    hasPlate: false
    Accessible.role: Accessible.PageTab
    Accessible.selectable: true
    Accessible.selected: isCurrent

    Item {
        anchors.fill: parent

        Plate {
            id: pill

            anchors.horizontalCenter: parent.horizontalCenter
            width: Metrics.reflows ? 72 : root.isLarge ? 60 : 56
            height: Metrics.reflows ? 40 : root.isLarge ? 36 : 32
            radius: height / 2
            color: root.isCurrent ? Theme.primarySoft : Theme.clear
            ink: root.ink
            isPressed: root.down
            hasRing: root.visualFocus

            Icon {
                anchors.centerIn: parent
                name: root.iconName
                size: root.isLarge ? 26 : 25
                color: root.ink
            }
        }

        Words {
            id: label

            anchors.top: pill.bottom
            anchors.topMargin: 3
            anchors.horizontalCenter: parent.horizontalCenter
            role: Words.NavLabel
            size: root.labelSize
            weight: root.isCurrent ? 700 : 500
            text: root.text
            color: root.ink
            visible: root.hasLabel
            wrapMode: Text.NoWrap
            isSpoken: false
        }
    }
}
