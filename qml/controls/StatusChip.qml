// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// A word of state with a small icon; cannot be pressed. text (wraps when the chip is given less width), iconName, tone,
// isTall (32 dp).
Rectangle {
    id: root

    enum Tone { Neutral, Soft, Ochre }

    property string text
    property string iconName
    property int tone: StatusChip.Neutral
    property bool isTall: false

    readonly property color ink: [Theme.ink, Theme.onPrimarySoft, Theme.ochre][tone]

    readonly property real beside: icon.visible ? icon.width + line.spacing + 20 : 22

    implicitWidth: Math.ceil(natural.advanceWidth) + 1 + beside
    implicitHeight: Math.max(isTall ? 32 : 28, line.implicitHeight + 8)
    radius: Math.min(height / 2, 16)
    color: [Theme.sunken, Theme.primarySoft, Theme.ochreSoft][tone]

    // The width of the words in one line, which does not change when they wrap.
    TextMetrics {
        id: natural

        font: words.font
        text: root.text
    }

    Row {
        id: line

        x: root.LayoutMirroring.enabled ? root.width - width - (icon.visible ? 9 : 11) : icon.visible ? 9 : 11
        anchors.verticalCenter: parent.verticalCenter
        spacing: 6

        Icon {
            id: icon

            anchors.verticalCenter: parent.verticalCenter
            name: root.iconName
            size: 16
            color: root.ink
            visible: name !== ""
        }

        Words {
            id: words

            width: root.width - root.beside
            role: Words.Caption
            weight: 600
            text: root.text
            color: root.ink
        }
    }
}
