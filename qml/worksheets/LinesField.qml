// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// Some lines, each on its own.
Column {
    id: root

    required property SheetField field

    spacing: 8

    Repeater {
        model: root.field.lineCount

        Field {
            id: line

            required property int index

            width: root.width
            maximumLength: root.field.longest
            spokenName: qsTr("%1, line %2").arg(root.field.label).arg(index + 1)
            text: root.field.line(index)
            onEdited: root.field.setLine(index, line.text)
        }
    }
}
