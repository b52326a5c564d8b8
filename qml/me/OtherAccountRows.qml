// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// "Who are you here for?": a relative of more than one patient goes from one to another; the first of these is who it is now.
Column {
    id: root

    visible: OtherAccounts.isOffered
    spacing: 8

    SectionTitle {
        text: qsTr("Who are you here for?")
    }

    CardList {
        width: parent.width
        spokenName: qsTr("Who are you here for?")

        ListRow {
            visible: OtherAccounts.current !== ""
            iconName: "heart"
            title: OtherAccounts.current
            note: OtherAccounts.currentUntil === "" ? qsTr("Now") : qsTr("Now") + " · " + OtherAccounts.currentUntil
            isNoteSmall: true
            isPressable: false
        }

        Repeater {
            model: OtherAccounts.others

            ListRow {
                id: other

                required property var modelData
                required property int index

                iconName: "account"
                title: modelData.title
                note: modelData.note
                isNoteSmall: true
                isStrong: false
                onClicked: OtherAccounts.choose(other.index)
            }
        }

        ListRow {
            iconName: "plus"
            title: qsTr("Add another person")
            note: qsTr("Opens your clinic’s sign-in page")
            isNoteSmall: true
            isStrong: false
            onClicked: Account.signIn()
        }
    }
}
