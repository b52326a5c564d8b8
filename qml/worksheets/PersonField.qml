// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// A person: the one of one's own, or a name that is typed.
Column {
    id: root

    required property SheetField field

    spacing: 8

    ChoiceChip {
        visible: MyPerson.isThere
        maximumWidth: root.width
        text: MyPerson.name
        isMany: false
        isChosen: root.field.text === MyPerson.name && MyPerson.isThere
        onClicked: root.field.setText(isChosen ? "" : MyPerson.name)
    }

    Field {
        id: name

        width: root.width
        maximumLength: root.field.longest
        inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
        spokenName: root.field.label
        placeholder: MyPerson.isThere ? qsTr("Or another name") : qsTr("A name")
        text: root.field.text
        onEdited: root.field.setText(name.text)
    }
}
