// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// What can be picked: one of them, or several.
Column {
    id: root

    required property SheetField field

    spacing: 8
    Accessible.role: Accessible.Grouping
    Accessible.name: field.label

    Repeater {
        model: root.field.options

        AnswerOption {
            required property string modelData

            width: root.width
            text: modelData
            isMany: root.field.type === SheetField.Choices
            // Asked again when the words change.
            isChosen: root.field.words.length > 0 && root.field.isChosen(modelData)
            onClicked: {
                // Help first, then it is kept; the sheet stays under Help as it is.
                if (!isChosen && root.field.opensHelp(modelData))
                    Navigator.openHelp();
                root.field.toggle(modelData);
            }
        }
    }
}
