// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Questions
import Handrail.View

// The options of a form, and a line for own words where none of them fits.
Column {
    id: root

    required property FormField field

    spacing: 14

    OptionList {
        width: parent.width
        field: root.field
    }

    Field {
        id: own

        width: parent.width
        label: root.field.options.length > 0 ? qsTr("Or in your own words") : ""
        placeholder: qsTr("Write if you like")
        text: root.field.ownText
        onEdited: root.field.writeOwn(own.text)
        onLineLeft: root.field.leaveLine()
    }

    // Another answer was chosen, or all were taken back.
    Connections {
        target: root.field

        function onValueChanged() {
            if (own.text.trim() !== root.field.ownText.trim())
                own.text = root.field.ownText;
        }
    }
}
