// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// Two letters in a circle. text, diameter, isSelf (the person who holds the phone).
Rectangle {
    id: root

    property string text
    property real diameter: Metrics.avatar
    property bool isSelf: false

    implicitWidth: diameter * Metrics.iconScale
    implicitHeight: implicitWidth
    radius: width / 2
    color: isSelf ? Theme.primarySoft : Theme.sunken

    Words {
        anchors.centerIn: parent
        role: Words.Section
        size: Math.round(root.diameter * 0.39 / Type.textScale * Metrics.iconScale)
        line: 20
        text: root.text
        color: root.isSelf ? Theme.onPrimarySoft : Theme.ink
        isSpoken: false
    }
}
