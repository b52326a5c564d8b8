// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// What stands in for a page while it loads: still shapes and one line of text. text, cards (how many rows under the large one).
Column {
    id: root

    property string text
    property int cards: 3

    spacing: 12

    component Bone: Rectangle {
        radius: 7
        color: Theme.sunken
    }

    Rectangle {
        width: parent.width
        height: Math.max(208, label.implicitHeight + 40)
        radius: Metrics.radiusHero
        color: Theme.primarySoft

        Icon {
            id: icon

            anchors.left: parent.left
            anchors.leftMargin: 20
            y: 20
            name: "cloud-outline"
            size: 22
            color: Theme.onPrimarySoft
        }

        Words {
            id: label

            anchors.left: icon.right
            anchors.leftMargin: 12
            anchors.right: parent.right
            anchors.rightMargin: 20
            y: 20
            role: Words.Secondary
            weight: 500
            text: root.text
            color: Theme.onPrimarySoft
        }
    }

    Repeater {
        model: root.cards

        Rectangle {
            id: card

            width: root.width
            height: 74
            radius: Metrics.radiusCard
            color: Theme.surface
            border.width: Metrics.hairline
            border.color: Theme.line

            Bone { anchors.left: parent.left; anchors.leftMargin: 16; y: 13; width: 48; height: 48; radius: 14 }
            Bone { id: line; anchors.left: parent.left; anchors.leftMargin: 78; y: 18; width: (card.width - 172) * 0.7; height: 16 }
            Bone { anchors.left: line.left; y: 43; width: (card.width - 172) * 0.46; height: 13; radius: 6 }
            Bone { anchors.right: parent.right; anchors.rightMargin: 16; y: 13; width: 64; height: 48; radius: 15 }
        }
    }
}
