// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Theme

// What a control stands on: fill and edge, the pressed overlay, the focus ring around it.
// color, border, radius; ink (the control's text colour), isPressed, hasRing, ring (its colour), ringInset (negative: around).
Rectangle {
    id: root

    property color ink: Theme.ink
    property bool isPressed: false
    property bool hasRing: false
    property real ringInset: -Metrics.focus - Metrics.focusGap
    property color ring: Theme.focus

    // Most plates are never pressed: what shows it is made when it is first needed.
    property bool wasPressed: false

    onIsPressedChanged: wasPressed = true

    color: Theme.clear
    border.width: 0
    border.color: Theme.outline
    border.pixelAligned: false

    Repeater {
        model: root.wasPressed ? 1 : 0

        Rectangle {
            anchors.fill: parent
            radius: root.radius
            color: root.ink
            opacity: root.isPressed ? 0.08 : 0
            visible: opacity > 0

            Behavior on opacity {
                NumberAnimation {
                    duration: Motion.tap
                }
            }
        }
    }

    Repeater {
        model: root.hasRing ? 1 : 0

        Rectangle {
            anchors.fill: parent
            anchors.margins: root.ringInset
            radius: Math.max(0, root.radius - root.ringInset)
            color: Theme.clear
            border.width: Metrics.focus
            border.color: root.ring
            border.pixelAligned: false
        }
    }
}
