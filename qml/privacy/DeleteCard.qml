// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// How to delete what is here, and what that does not delete.
Column {
    id: root

    spacing: 8

    CardList {
        width: parent.width

        ListRow {
            iconName: "logout"
            title: qsTr("Sign out and erase")
            note: qsTr("All that Handrail keeps on this device. It tells you first what is not sent.")
            isNoteSmall: true
            isStrong: false
            onClicked: Navigator.go(Navigator.SignOut)
        }
    }

    Card {
        width: parent.width
        gap: 8

        Words {
            width: parent.width
            role: Words.Secondary
            text: qsTr("This does not delete your clinic’s records. The law tells a clinic how long to keep them. Ask your clinic what it can change or delete.")
        }

        HrButton {
            width: parent.width
            kind: HrButton.Outline
            isSmall: true
            visible: Messages.isOffered
            iconName: "message-text"
            text: qsTr("Write to your clinic")
            onClicked: Navigator.go(Navigator.Messages)
        }

        HrButton {
            width: parent.width
            kind: HrButton.Text
            isSmall: true
            visible: Crisis.hasClinic
            iconName: "phone"
            text: qsTr("Call %1").arg(Crisis.clinicPhone)
            onClicked: Crisis.call("clinic")
        }
    }
}
