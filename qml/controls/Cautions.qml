// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// What to look out for; nothing when there is nothing. lines: a list of sentences, or text.
Rectangle {
    id: root

    property var lines: []
    property string text: lines.join("\n")

    visible: text !== ""
    width: parent?.width ?? 0
    implicitHeight: words.implicitHeight + 24
    radius: Metrics.radiusCard
    color: Theme.ochreSoft

    Icon {
        id: icon

        anchors.left: parent.left
        anchors.leftMargin: 16
        y: 14
        name: "information-outline"
        color: Theme.ochre
    }

    Words {
        id: words

        anchors.left: icon.right
        anchors.leftMargin: 12
        anchors.right: parent.right
        anchors.rightMargin: 16
        anchors.verticalCenter: parent.verticalCenter
        role: Words.Secondary
        color: Theme.ink
        text: root.text.replace(/ (?=\d)/g, "\u00a0") // no number on a line of its own
        Accessible.name: root.text
    }
}
