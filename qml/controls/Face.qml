// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// A face of the mood scale: two short strokes and one line, the same colour at every level. level (0 to 4), side, color,
// fill, stroke.
Rectangle {
    id: root

    property int level: 2
    property real side: 58
    property color ink: Theme.ink
    property color fill: Theme.surface
    property real stroke: 2.2

    implicitWidth: side
    implicitHeight: side
    radius: side / 2
    color: fill
    border.width: Theme.hasWholePixels ? Math.round(stroke * side / 54) : stroke * side / 54
    border.color: ink
    border.pixelAligned: false

    Mark {
        side: root.side
        box: 54
        stroke: root.stroke
        color: root.ink
        path: "M19.5 21V23.5M34.5 21V23.5" + ["M17 37Q27 27 37 37", "M18 36Q27 31 36 36", "M18 35H36", "M18 33Q27 39 36 33",
            "M16.5 32Q27 43 37.5 32"][root.level]
    }
}
