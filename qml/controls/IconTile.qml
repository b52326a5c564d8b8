// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// An icon on a soft square that helps to scan a list. iconName, tone, side, iconSize. Not spoken.
Rectangle {
    id: root

    enum Tone { Primary, Dusk, Plum, Ochre, Slate, Moss, Mute, Help, Solid }

    property string iconName
    property int tone: IconTile.Primary
    property real side: Metrics.tile
    property real iconSize: side >= 48 ? 25 : 23

    readonly property color ink: Tones.tileInks[tone]

    implicitWidth: side
    implicitHeight: side
    radius: tone === IconTile.Solid ? side / 2 : Metrics.radiusTile
    color: Tones.tileGrounds[tone]

    Icon {
        anchors.centerIn: parent
        name: root.iconName
        size: Math.min(root.iconSize, root.side / Metrics.iconScale * 0.8)
        color: root.ink
    }
}
