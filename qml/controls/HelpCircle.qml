// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// The raised round Help now button with its label. isCurrent (Help is open), hasLabel, isRaised (in the bar), hint (a key).
// Never disabled. Signal: clicked().
Pressable {
    id: root

    property bool isCurrent: false
    property bool isRaised: true
    property string hint
    property real labelSize: 12

    property real hintHeight: 0
    readonly property real diameter: isRaised ? (Metrics.reflows ? 68 : Metrics.helpCircle) : 64

    text: qsTr("Help now")
    ink: Theme.onHelp
    implicitWidth: Math.max(76, label.implicitWidth)
    implicitHeight: diameter + (isRaised ? 2 : 6) + label.implicitHeight + (hint === "" ? 0 : hintHeight)
    hasPlate: false
    spokenHint: hint === "" ? "" : qsTr("Key %1").arg(hint)

    Item {
        anchors.fill: parent

        Plate {
            id: circle

            anchors.horizontalCenter: parent.horizontalCenter
            width: root.diameter
            height: width
            radius: width / 2
            color: Theme.help
            border.width: root.isRaised ? 4 : 0
            border.color: Theme.surface
            ink: root.ink
            isPressed: root.down
            hasRing: root.visualFocus

            Rectangle {
                anchors.fill: parent
                anchors.margins: root.isRaised ? -2 : -4
                radius: width / 2
                color: Theme.clear
                border.width: 2
                border.color: Theme.help
                visible: root.isCurrent
            }

            Icon {
                anchors.centerIn: parent
                name: "buoy"
                size: root.isRaised ? 28 : 30
                color: root.ink
            }
        }

        Words {
            id: label

            anchors.top: circle.bottom
            anchors.topMargin: root.isRaised ? 2 : 6
            anchors.horizontalCenter: parent.horizontalCenter
            role: Words.NavLabel
            size: root.labelSize
            weight: 700
            text: root.text
            color: Theme.help
            wrapMode: Text.NoWrap
            isSpoken: false
        }

        // A phone has no keys, and what is not there needs no letters of a further size.
        Repeater {
            model: root.hint === "" ? 0 : 1

            Words {
                anchors.top: label.bottom
                anchors.horizontalCenter: parent?.horizontalCenter
                role: Words.Caption
                size: 12
                line: 16
                text: root.hint
                isSpoken: false
                onImplicitHeightChanged: root.hintHeight = implicitHeight
                Component.onCompleted: root.hintHeight = implicitHeight
            }
        }
    }
}
