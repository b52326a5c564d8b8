// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// A person: one of one's own, or a name that is typed.
Column {
    id: root

    required property SheetField field

    spacing: 8

    Flow {
        width: root.width
        spacing: 8

        Repeater {
            model: MyPeople.people

            ChoiceChip {
                required property var modelData

                maximumWidth: root.width
                text: modelData.name
                isMany: false
                isChosen: root.field.text === text
                onClicked: root.field.setText(isChosen ? "" : text)
            }
        }
    }

    Field {
        id: name

        width: root.width
        maximumLength: root.field.longest
        spokenName: root.field.label
        placeholder: MyPeople.isThere ? qsTr("Or another name") : qsTr("A name")
        text: root.field.text
        onEdited: root.field.setText(name.text)
    }
}
