// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// A number on the rail: large figure and word over it; unset until the person picks one.
Column {
    id: root

    required property FormField field

    spacing: 10

    Words {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: root.field.isAnswered
        role: Words.NumeralXL
        text: root.field.isAnswered ? Number(root.field.value).toLocaleString(Qt.locale(), "f", 0) : ""
        color: Theme.primary
        isSpoken: false
    }

    Words {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: text !== ""
        role: Words.Head
        text: root.field.isAnswered ? root.field.valueWord : ""
        isSpoken: false
    }

    Words {
        width: parent.width
        visible: !root.field.isAnswered
        topPadding: lead + 60
        bottomPadding: 40 - lead
        horizontalAlignment: Text.AlignHCenter
        color: Theme.ink2
        text: qsTr("Slide, or tap a number. Nothing is picked yet.")
    }

    RailSlider {
        width: parent.width
        spokenName: root.field.text
        minimum: root.field.minimum
        maximum: root.field.maximum
        step: root.field.step
        isSet: root.field.isAnswered
        value: root.field.isAnswered ? root.field.value : root.field.minimum
        valueWord: root.field.valueWord
        lowerLabel: root.field.lowerLabel
        upperLabel: root.field.upperLabel
        onMoved: value => root.field.answer(value)
    }
}
