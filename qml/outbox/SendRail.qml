// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Theme

// How far something is on its way, as a rail of three posts: saved, sending, sent. stage (0 to 2), ground (what lies behind). Not
// spoken: the words beside it say the same.
Item {
    id: root

    property int stage: 0
    property color ground: Theme.surface

    readonly property real step: (width - 12) / 2
    // Where the knob stands, from the start of the line.
    property real along: 6 + stage * step

    implicitWidth: 64
    implicitHeight: 26

    Behavior on along {
        enabled: !Motion.lessMotion

        NumberAnimation {
            duration: Motion.standard
            easing.type: Easing.BezierSpline
            easing.bezierCurve: Motion.standardCurve
        }
    }

    component Bar: Rectangle {
        property real start

        x: root.LayoutMirroring.enabled ? root.width - start - width : start
        radius: Math.min(width, height) / 2
    }

    Repeater {
        model: 3

        Bar {
            required property int index

            start: 6 + index * root.step - 1.5
            y: 12.5
            width: 3
            height: 11
            color: index <= root.stage ? Theme.primary : Theme.track
        }
    }

    Bar {
        start: 3.75
        y: 5.75
        width: root.width - 7.5
        height: 4.5
        color: Theme.track
    }

    Bar {
        start: 3.75
        y: 5.75
        width: root.along - 1.5
        height: 4.5
        color: Theme.primary
    }

    Bar {
        start: root.along - 7.5
        y: 0.5
        width: 15
        height: 15
        color: root.ground

        Rectangle {
            anchors.centerIn: parent
            width: 11
            height: 11
            radius: 5.5
            color: Theme.primary
        }
    }
}
