// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// A module or lesson in a CardList: how far it is as a ring, its title, how long it takes. row ({id, title, note, spoken, ring, fraction,
// isDone}), isSelected. Signal: clicked().
Item {
    id: root

    required property var row
    property bool isSelected: false

    readonly property bool hasRing: !Metrics.reflows

    signal clicked

    width: parent?.width ?? implicitWidth
    implicitWidth: 350
    implicitHeight: Math.max(76, words.implicitHeight + 24)

    RowPlate {
        anchors.fill: parent
        isFirst: root.Positioner.index <= 0
        isLast: root.Positioner.isLastItem || root.Positioner.index < 0
        isSelected: root.isSelected
        isPressed: press.down
        hasRing: press.visualFocus
    }

    Pressable {
        id: press

        anchors.fill: parent
        hasPlate: false
        spokenName: root.row.spoken
        onClicked: root.clicked()
    }

    Item {
        id: ring

        anchors.left: parent.left
        anchors.leftMargin: 16
        anchors.verticalCenter: parent.verticalCenter
        width: root.hasRing ? 46 : 0
        height: width

        Repeater {
            model: root.hasRing ? 1 : 0

            Ring {
                fraction: root.row.fraction
                isDone: root.row.isDone
                text: root.row.ring
            }
        }
    }

    Column {
        id: words

        anchors.left: ring.right
        anchors.leftMargin: root.hasRing ? 14 : 0
        anchors.right: parent.right
        anchors.rightMargin: 16
        anchors.verticalCenter: parent.verticalCenter

        Words {
            width: parent.width
            role: Words.Subhead
            text: root.row.title
            isSpoken: false
        }

        Words {
            width: parent.width
            role: Words.Secondary
            text: root.row.note
            isSpoken: false
        }
    }
}
