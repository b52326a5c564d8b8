// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// One of several that can be chosen together, as a tile: icon, word, tick. text, iconName, isChosen. Signal: clicked().
Choice {
    id: root

    property string iconName

    // Too narrow for icon, word and, once it is chosen, the tick: that takes the icon's place.
    readonly property bool isTight: width < 160 || width < 46 + (isChosen ? 48 : 26) * Metrics.iconScale + word
    readonly property real word: Math.ceil(natural.advanceWidth) + 1
    // Too narrow even for icon and word: the word alone; the edge and the fill still tell what is chosen.
    readonly property bool isBare: width < 12 + 22 * Metrics.iconScale + 8 + word + 6

    isMany: true
    implicitWidth: Math.max(169, 16 + 26 * Metrics.iconScale + 14 + word + 17)
    implicitHeight: Math.max(74, label.implicitHeight + 24)
    radius: Metrics.radiusCard

    TextMetrics {
        id: natural

        font: label.font
        text: root.text
    }

    Icon {
        id: icon

        width: root.isBare ? 0 : side
        visible: !root.isBare
        anchors.left: parent.left
        anchors.leftMargin: root.isTight ? 12 : 16
        anchors.verticalCenter: parent.verticalCenter
        name: root.isTight && root.isChosen ? "check-circle" : root.iconName
        size: root.isTight ? 22 : 26
        color: root.isChosen ? Theme.primary : Theme.ink2
    }

    Words {
        id: label

        anchors.left: icon.right
        anchors.leftMargin: root.isBare ? 0 : root.isTight ? 8 : 14
        anchors.right: tick.left
        anchors.verticalCenter: parent.verticalCenter
        text: root.text
        weight: root.isChosen ? 600 : 500
        color: root.ink
        isSpoken: false
    }

    Icon {
        id: tick

        anchors.right: parent.right
        anchors.rightMargin: root.isTight ? 6 : 16
        anchors.verticalCenter: parent.verticalCenter
        width: root.isChosen && !root.isTight ? side : 0
        name: root.isChosen && !root.isTight ? "check-circle" : ""
        size: 22
        color: Theme.primary
    }
}
