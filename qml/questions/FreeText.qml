// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// Free words. Who reads them and when (design clinical 3.1) is the help of the form's question.
Column {
    id: root

    required property FormField field

    spacing: 10

    NoteField {
        id: note

        width: parent.width
        maximumLength: root.field.maxLength > 0 ? root.field.maxLength : 500
        spokenName: root.field.text
        placeholder: qsTr("Write if you like")
        text: root.field.value ?? ""
        onEdited: root.field.answer(note.text)
        onLineLeft: root.field.leaveLine()
    }
}
