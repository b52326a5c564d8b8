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
    scale: side / Metrics.icon
    transform: Scale {
        origin.x: root.side / 2
        xScale: Icons.directional[root.name] === true && root.LayoutMirroring.enabled ? -1 : 1
    }

    // Most icons are letters: what shows a drawn one is made when it is first needed.
    property Item mark: null

    onPathChanged: mark = mark ?? drawn.createObject(root)

    Component {
        id: drawn

        Mark {
            anchors.centerIn: parent
            path: root.path
            color: root.color
            side: root.side
            scale: Metrics.icon / root.side
        }
    }
}
