// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// A drawn mark: a path in a square box, stroked in one colour. path, color, side (dp), box and stroke (in units of the path),
// dashes.
Strokes {
    id: root

    property string path
    property color color: Theme.ink
    property real side: Metrics.icon
    property real box: 24
    property real stroke: 2.1
    property list<real> dashes

    width: side
    height: side
    unit: side / box
    lines: [{path: root.path, color: root.color, width: root.stroke, dashes: root.dashes}]
}
