// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Handrail.Controls
import Handrail.Theme

// How much of a part is done, as a ring, or a tick when all is. fraction (0 to 1), isDone, text (in the middle), side. Not
// spoken: its row is.
Item {
    id: root

    property real fraction: 0
    property bool isDone: false
    property string text
    property real side: 46

    implicitWidth: side
    implicitHeight: side

    Rectangle {
        anchors.fill: parent
        radius: width / 2
        color: root.isDone ? Theme.primary : Theme.clear
        border.width: root.isDone ? 0 : 4.5
        border.color: Theme.track
        border.pixelAligned: false
    }

    Repeater {
        model: !root.isDone && root.fraction > 0 ? 1 : 0

        Shape {
            anchors.fill: parent
            layer.enabled: GraphicsInfo.api !== GraphicsInfo.Software
            layer.samples: 4

            ShapePath {
                strokeColor: Theme.primary
                strokeWidth: 4.5
                fillColor: Theme.clear
                capStyle: ShapePath.RoundCap

                PathAngleArc {
                    centerX: root.side / 2
                    centerY: root.side / 2
                    radiusX: root.side / 2 - 2.25
                    radiusY: radiusX
                    startAngle: -90
                    sweepAngle: 360 * Math.min(1, root.fraction) * (root.LayoutMirroring.enabled ? -1 : 1)
                }
            }
        }
    }

    Icon {
        anchors.centerIn: parent
        visible: root.isDone
        name: "check"
        size: 24 / Metrics.iconScale
        color: Theme.onPrimary
    }

    Words {
        anchors.centerIn: parent
        visible: !root.isDone && text !== ""
        role: Words.Caption
        size: 13 / Type.textScale
        weight: 600
        text: root.text
        color: Theme.ink
        isSpoken: false
    }
}
