// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Theme
import Handrail.Controls

// The program as a rail: flat run = phase, slope = step down, post = week, knob = now. phases: list of {title, note, weeks,
// level}; week (1-based; 0: no dates, then only the current flat run is drawn), phase (the current one), isFull (with
// labels), isCompared (no week: `phase` beside the others), knobLabel, ground (what lies behind), glides, spokenName.
Item {
    id: root

    required property var phases
    property int week: 0
    property int phase: 0
    property bool isFull: false
    property bool isCompared: false
    property string knobLabel
    property string spokenName
    // True lets the knob glide to its new place: once, on the first view of a new week.
    property bool glides: false
    property color ground: Theme.surface

    implicitWidth: 332
    // Where the labels do not fit under their runs they stand below the rail.
    readonly property bool stacks: isFull && (Type.textScale > 1.15 || width < 330)

    implicitHeight: stacks ? geometry.height - 42 + list.height : geometry.height

    Accessible.role: Accessible.Graphic
    Accessible.name: spokenName

    RailGeometry {
        id: geometry

        phases: root.phases
        week: root.week
        phase: root.phase
        width: root.width
        isFull: root.isFull
        isCompared: root.isCompared
        top: root.isFull ? 16 + 18 * Type.textScale : 0
    }

    Strokes {
        id: strokes

        anchors.fill: parent
        lines: [{path: geometry.rail, color: Theme.track, width: geometry.railWidth},
            {path: geometry.done, color: Theme.primary, width: geometry.railWidth},
            {path: geometry.postsAhead, color: Theme.track, width: geometry.postWidth},
            {path: geometry.postsDone, color: Theme.primary, width: geometry.postWidth}]
        transform: Scale {
            origin.x: strokes.width / 2
            xScale: root.LayoutMirroring.enabled ? -1 : 1
        }
    }

    Rectangle {
        id: knob

        readonly property real inner: root.isFull ? 20 : 14
        readonly property real at: root.LayoutMirroring.enabled ? root.width - geometry.knob.x : geometry.knob.x

        x: at - width / 2
        y: geometry.knob.y - width / 2
        width: inner + (root.isFull ? 6 : 4)
        height: width
        radius: width / 2
        color: root.ground
        visible: root.week > 0 || root.isCompared

        Behavior on x {
            enabled: root.glides && Motion.gentle > 0

            NumberAnimation {
                duration: Motion.gentle
                easing.type: Easing.BezierSpline
                easing.bezierCurve: Motion.standardCurve
            }
        }

        Rectangle {
            anchors.centerIn: parent
            width: knob.inner
            height: width
            radius: width / 2
            color: Theme.primary
        }
    }

    Words {
        visible: root.isFull && root.week > 0
        x: Math.max(0, Math.min(root.width - width, knob.at - width / 2))
        y: 0
        role: Words.Caption
        weight: 600
        text: root.knobLabel
        color: Theme.ink
        wrapMode: Text.NoWrap
        isSpoken: false
    }

    Repeater {
        model: root.isFull && !root.stacks ? geometry.labels : []

        Column {
            id: label

            required property var modelData
            required property int index

            readonly property bool isEnd: index > 0 && index === root.phases.length - 1
            readonly property real at: isEnd ? root.width - 8 - width : modelData.x

            x: root.LayoutMirroring.enabled ? root.width - at - width : at
            y: modelData.y

            Words {
                role: Words.Section
                text: label.modelData.title
                color: Theme.ink
                wrapMode: Text.NoWrap
                isSpoken: false
            }

            Words {
                role: Words.Caption
                text: label.modelData.note
                wrapMode: Text.NoWrap
                isSpoken: false
            }
        }
    }

    Column {
        id: list

        y: geometry.height - 42
        width: root.width
        spacing: 4

        Repeater {
            model: root.stacks ? root.phases : []

            Words {
                required property var modelData

                width: list.width
                role: Words.Caption
                text: qsTr("%1: %2").arg(modelData.title).arg(modelData.note)
                isSpoken: false
            }
        }
    }
}
