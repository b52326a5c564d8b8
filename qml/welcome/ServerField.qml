// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// Where the clinic is, for an app that was not set up by one.
Column {
    id: root

    spacing: 6

    Field {
        id: field

        width: parent.width
        label: qsTr("Your clinic’s address")
        iconName: "hospital-building"
        placeholder: qsTr("clinic.example/fhir/R4")
        inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
        onEdited: Account.server = field.text
        Component.onCompleted: text = Account.server
    }

    // Erasing all empties it. While it is written in, both are the same.
    Connections {
        target: Account

        function onChanged() {
            if (field.text !== Account.server)
                field.text = Account.server;
        }
    }

    Words {
        width: parent.width
        role: Words.Caption
        text: qsTr("Your clinic gives it to you, on paper or in a message.")
    }
}
