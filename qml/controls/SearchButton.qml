// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// Looks as a field and leads to the page that has one. text. Signal: clicked().
Pressable {
    id: root

    implicitHeight: Math.max(52, ask.implicitHeight + 24)
    radius: Metrics.radiusField
    fill: Theme.surface
    edgeWidth: Metrics.edge

    Icon {
        id: glass

        anchors.left: parent.left
        anchors.leftMargin: 14
        anchors.verticalCenter: parent.verticalCenter
        name: "magnify"
        color: Theme.ink2
    }

    Words {
        id: ask

        anchors.left: glass.right
        anchors.leftMargin: 12
        anchors.right: parent.right
        anchors.rightMargin: 14
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.ink2
        text: root.text
        isSpoken: false
    }
}
