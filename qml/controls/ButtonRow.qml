// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// Buttons of one rank beside each other, all of one width; below each other where the words of one would not fit. texts, spokenNames (the same
// number, or none), current (the one that was picked; -1: none). Signal: picked(index).
Grid {
    id: root

    required property var texts
    property var spokenNames: []
    property int current: -1
    property real widest: 0

    readonly property bool isStacked: Metrics.reflows || widest * texts.length + spacing * (texts.length - 1) > width

    signal picked(int index)

    spacing: 8
    columns: isStacked ? 1 : Math.max(1, texts.length)

    Repeater {
        model: root.texts

        HrButton {
            id: button

            required property string modelData
            required property int index

            width: root.isStacked ? root.width : (root.width - root.spacing * (root.texts.length - 1)) / root.texts.length
            kind: index === root.current ? HrButton.Soft : HrButton.Outline
            isSmall: true
            leftPadding: 8
            rightPadding: 8
            text: modelData
            spokenName: root.spokenNames.length > index ? root.spokenNames[index] : modelData
            onImplicitWidthChanged: root.widest = Math.max(root.widest, implicitWidth)
            Component.onCompleted: root.widest = Math.max(root.widest, implicitWidth)
            onClicked: root.picked(index)
        }
    }
}
