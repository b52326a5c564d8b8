// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Takes the link of an invitation, typed or pasted, for a device on which it does not open the app by itself.
Column {
    id: root

    spacing: 10
    Component.onCompleted: link.begin()

    Words {
        width: parent.width
        role: Words.Display
        text: qsTr("Your invitation")
    }

    Words {
        width: parent.width
        bottomPadding: 14
        color: Theme.ink2
        text: qsTr("You got a message with a link. Paste the link here, or the whole message.")
    }

    Field {
        id: link

        width: parent.width
        label: qsTr("The link")
        placeholder: "handrail://…"
        inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText | Qt.ImhSensitiveData
        error: Invitation.linkError
        onAccepted: Invitation.setLink(link.text)
    }

    Item { width: 1; height: 4 }

    HrButton {
        width: parent.width
        text: qsTr("Continue")
        enabled: link.text !== ""
        reason: qsTr("First paste the link.")
        onClicked: Invitation.setLink(link.text)
    }
}
