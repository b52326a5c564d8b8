// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// Free words; more of them where the item repeats. Who reads them and when (design clinical 3.1) is the help of the form's question.
Column {
    id: root

    required property FormField field

    spacing: 10

    Repeater {
        model: root.field.lineCount

        NoteField {
            id: note

            required property int index

            width: root.width
            maximumLength: root.field.maxLength > 0 ? root.field.maxLength : 1048576 // as much as FHIR takes
            spokenName: root.field.lineCount > 1 ? qsTr("%1, answer %2").arg(root.field.text).arg(index + 1) : root.field.text
            placeholder: qsTr("Write if you like")
            text: root.field.lineText(index)
            onEdited: root.field.type(index, text)
            onLineLeft: root.field.leaveLine()

            Connections {
                target: root.field

                // All was taken back.
                function onLinesChanged() {
                    if (note.text !== root.field.lineText(note.index))
                        note.text = root.field.lineText(note.index);
                }
            }
        }
    }

    HrButton {
        width: Math.min(implicitWidth, parent.width)
        visible: root.field.canAddLine
        kind: HrButton.Text
        text: qsTr("Add another answer")
        onClicked: root.field.addLine()
    }
}
