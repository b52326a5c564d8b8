// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// One mood of MoodFaces: its word above its face; at 150 % text face and word side by side. text, level, isChosen, extra.
// Signal: clicked().
Choice {
    id: root

    property int level: 2
    // Room for a second line of words, where five do not fit in one.
    property real extra: 0
    readonly property bool isTwoLines: !Metrics.reflows && label.lineCount > 1

    fill: Metrics.reflows && isChosen ? Theme.primarySoft : Theme.clear
    edgeWidth: Metrics.reflows ? (isChosen ? Metrics.selected : Metrics.edge) : 0
    ringInset: Metrics.reflows ? 1 : -4
    implicitHeight: Metrics.reflows ? Math.max(72, label.implicitHeight + 24) : 132 + 20 * Type.textScale + extra

    Face {
        x: !Metrics.reflows ? (root.width - side) / 2 : root.LayoutMirroring.enabled ? root.width - side - 16 : 16
        y: Metrics.reflows ? (root.height - side) / 2 : 10 + 20 * Type.textScale + root.extra
        side: Metrics.reflows ? 48 : Math.min(58, root.width - 6)
        level: root.level
        stroke: root.isChosen ? 2.6 : 2.2
        fill: root.isChosen ? Theme.primary : Theme.surface
        ink: root.isChosen ? Theme.onPrimary : Theme.ink
        border.color: root.isChosen ? Theme.primary : Theme.ink
    }

    Words {
        id: label

        x: !Metrics.reflows || root.LayoutMirroring.enabled ? 0 : 80
        y: Metrics.reflows ? (root.height - height) / 2 : 0
        width: Metrics.reflows ? root.width - 80 : root.width
        role: Words.Secondary
        size: root.width < 66 && !Metrics.reflows ? 13 : 14
        line: 20
        weight: root.isChosen ? 700 : 500
        text: root.text
        color: root.isChosen ? Theme.ink : Theme.ink2
        horizontalAlignment: Metrics.reflows ? Text.AlignLeft : Text.AlignHCenter
        isSpoken: false
    }
}
