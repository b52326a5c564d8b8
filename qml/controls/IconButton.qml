// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// A round button with an icon alone; it must have a spokenName. iconName, iconSize, diameter, kind. Signal: clicked().
Pressable {
    id: root

    enum Kind { Bare, Outline, Soft, Surface }

    property int kind: IconButton.Bare
    property string iconName
    property real iconSize: 25
    property real diameter: Metrics.touchMin
    readonly property bool isBare: kind === IconButton.Bare
    property color tint: !isBare && kind === IconButton.Soft ? Theme.onPrimarySoft : Theme.ink

    implicitWidth: Math.max(diameter, Math.round(iconSize * Metrics.iconScale) + 16)
    implicitHeight: implicitWidth
    radius: width / 2
    // Without a ground of its own the ring takes the button's edge, and leaves the words beside it alone.
    ringInset: isBare ? 0 : -Metrics.focus - Metrics.focusGap
    fill: isBare ? Theme.clear : isOff ? Theme.sunken : kind === IconButton.Soft ? Theme.primarySoft : Theme.surface
    edge: !isBare && kind === IconButton.Surface ? Theme.line : Theme.outline
    edgeWidth: isBare ? 0 : kind === IconButton.Outline ? Metrics.edge : kind === IconButton.Surface ? Metrics.hairline : 0
    ink: !isOff ? tint : Theme.ink2

    Icon {
        anchors.centerIn: parent
        name: root.iconName
        size: root.iconSize
        color: root.ink
    }
}
