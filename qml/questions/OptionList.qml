// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Answers as rows: one of them, or any number where the item repeats; beside each other where the form hints at it and they fit.
Grid {
    id: root

    required property FormField field

    readonly property bool isMany: field.control === FormField.Chips || field.isMany
    readonly property bool isInRow: field.isInRow && field.options.length <= 3 && width >= 120 * field.options.length * Type.textScale

    Accessible.role: Accessible.Grouping
    Accessible.name: field.text

    columns: isInRow ? field.options.length : 1
    spacing: 10

    Repeater {
        model: root.field.options

        AnswerOption {
            required property var modelData
            required property int index

            width: (root.width - root.spacing * (root.columns - 1)) / root.columns
            text: modelData.text
            isMany: root.isMany
            isTall: root.field.options.length <= 4
            isChosen: root.field.isAnswered && root.field.isChosen(modelData.code)
            onClicked: root.isMany ? root.field.toggle(modelData.code) : root.field.choose(index)
        }
    }
}
