// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Handrail.Theme

// The mark: a rail that steps down, on three posts. side (dp), color. Not mirrored and not spoken.
Shape {
    id: root

    property real side: 38
    property color color: Theme.primary

    width: side
    height: side
    layer.enabled: GraphicsInfo.api !== GraphicsInfo.Software
    layer.samples: 4

    ShapePath {
        strokeColor: root.color
        strokeWidth: 3.4 * root.side / 28
        fillColor: Theme.clear
        capStyle: ShapePath.RoundCap
        joinStyle: ShapePath.RoundJoin
        scale: Qt.size(root.side / 28, root.side / 28)

        PathSvg {
            path: "M3 6H10L18 14H25"
        }
    }

    ShapePath {
        strokeColor: root.color
        strokeWidth: 2.2 * root.side / 28
        fillColor: Theme.clear
        capStyle: ShapePath.RoundCap
        scale: Qt.size(root.side / 28, root.side / 28)

        PathSvg {
            path: "M6 11.5V18M14 15.5V22M22 19.5V25"
        }
    }
}
