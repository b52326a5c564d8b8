// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Handrail.Theme

// A drawn mark: a path in a 24 x 24 box, stroked in one colour. path, color, side (dp), stroke (in units of the box).
Shape {
    id: root

    property string path
    property color color: Theme.ink
    property real side: Metrics.icon
    property real stroke: 2.1

    width: side
    height: side
    // Shapes have no smoothing of their own on the graphics card.
    layer.enabled: GraphicsInfo.api !== GraphicsInfo.Software
    layer.samples: 4

    ShapePath {
        strokeColor: root.color
        strokeWidth: root.stroke
        fillColor: Theme.clear
        capStyle: ShapePath.RoundCap
        joinStyle: ShapePath.RoundJoin
        scale: Qt.size(root.side / 24, root.side / 24)

        PathSvg {
            path: root.path
        }
    }
}
