// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Theme
import Handrail.Controls

// One icon by name (Icons.codePoints, or the drawn "buoy" and "wave"). name, size (dp), color. Never spoken: its control is.
Text {
    id: root

    property string name
    property real size: Metrics.icon

    readonly property real side: Math.round(size * Metrics.iconScale)
    readonly property string path: Icons.drawn[name] ?? ""

    width: side
    height: side
    text: Icons.glyph(name)
    color: Theme.ink
    font.family: Type.iconFamily
    // One size of letters for all icons, drawn larger or smaller: each further size of a font costs the start a millisecond.
    font.pixelSize: Metrics.icon
    textFormat: Text.PlainText
    horizontalAlignment: Text.AlignHCenter
    verticalAlignment: Text.AlignVCenter
    transform: Scale {
        readonly property real ratio: root.side / Metrics.icon

        origin.x: root.side / 2
        origin.y: root.side / 2
        xScale: Icons.directional[root.name] === true && root.LayoutMirroring.enabled ? -ratio : ratio
        yScale: ratio
    }

    // A Repeater of one: on Qt 6.4 a Loader cannot make a component that is bound to its file.
    Repeater {
        model: root.path === "" ? 0 : 1

        Mark {
            anchors.centerIn: parent
            path: root.path
            color: root.color
            side: root.side
            scale: Metrics.icon / root.side
        }
    }
}
