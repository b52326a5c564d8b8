// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Handrail.Theme

// A drawn mark: a path in a square box, stroked in one colour. path, color, side (dp), box and stroke (in units of the path),
// dashes.
Shape {
    id: root

    property string path
    property color color: Theme.ink
    property real side: Metrics.icon
    property real box: 24
    property real stroke: 2.1
    property list<real> dashes

    width: side
    height: side
    // Shapes have no smoothing of their own on the graphics card.
    layer.enabled: GraphicsInfo.api !== GraphicsInfo.Software
    layer.samples: 4

    ShapePath {
        strokeColor: root.color
        // The pen is not scaled with the path.
        strokeWidth: root.stroke * root.side / root.box
        strokeStyle: root.dashes.length > 0 ? ShapePath.DashLine : ShapePath.SolidLine
        dashPattern: root.dashes
        fillColor: Theme.clear
        capStyle: ShapePath.RoundCap
        joinStyle: ShapePath.RoundJoin
        scale: Qt.size(root.side / root.box, root.side / root.box)

        PathSvg {
            path: root.path
        }
    }
}
