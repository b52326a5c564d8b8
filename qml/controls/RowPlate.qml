// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Theme

// The ground of a row in a CardList: the line above it, the fill of a selected or pressed row with the card's corners.
// isFirst, isLast, isSelected, isPressed, hasRing, lineInset (dp from the start).
Item {
    id: root

    property bool isFirst: true
    property bool isLast: true
    property bool isSelected: false
    property bool isPressed: false
    property bool hasRing: false
    property real lineInset: 16
    property real lineEndInset: 16

    component Fill: Item {
        id: fill

        property color tone

        clip: true

        // The rounded corners that a middle row must not show lie outside its clip.
        Rectangle {
            y: root.isFirst ? 0 : -radius
            width: fill.width
            height: fill.height + (root.isFirst ? 0 : radius) + (root.isLast ? 0 : radius)
            radius: Metrics.radiusCard
            color: fill.tone
        }
    }

    Rectangle {
        x: root.LayoutMirroring.enabled ? root.lineEndInset : root.lineInset
        width: parent.width - root.lineInset - root.lineEndInset
        height: Metrics.hairline
        color: Theme.line
        visible: !root.isFirst && !root.isSelected
    }

    // Most rows are none of that: what shows it is made when it is needed.
    Repeater {
        model: root.isSelected || root.isPressed || root.hasRing ? 1 : 0

        Item {
            anchors.fill: parent

            Fill {
                anchors.fill: parent
                tone: Theme.primarySoft
                visible: root.isSelected
            }

            // The edge is the card's own shape in the strong colour, cut to four dp.
            Item {
                x: root.LayoutMirroring.enabled ? root.width - width : 0
                width: 4
                height: root.height
                clip: true
                visible: root.isSelected

                Fill {
                    x: -parent.x
                    width: root.width
                    height: root.height
                    tone: Theme.primary
                }
            }

            Fill {
                anchors.fill: parent
                tone: Qt.alpha(Theme.ink, 0.08)
                visible: root.isPressed
            }

            Rectangle {
                anchors.fill: parent
                anchors.margins: 3
                radius: Metrics.radiusCard - 3
                color: Theme.clear
                border.width: Metrics.focus
                border.color: Theme.focus
                visible: root.hasRing
            }
        }
    }
}
