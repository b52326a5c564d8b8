// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// The way from a family session to an invitation to it, and to a new one where the old ends before the session. sessionId.
CardList {
    id: root

    property string sessionId
    readonly property var ending: visible && Sharing.people ? Sharing.endingBefore(sessionId) : []

    spokenName: row.title

    Repeater {
        model: root.ending

        ListRow {
            required property var modelData

            iconName: "pencil"
            title: modelData.title
            note: qsTr("Your permission ends before this session.")
            onClicked: Navigator.go(Navigator.Invite, modelData.signAgain)
        }
    }

    ListRow {
        id: row

        iconName: "account-multiple"
        title: qsTr("Invite somebody to this session")
        note: qsTr("You choose what they see, and until when.")
        onClicked: Navigator.go(Navigator.Invite, root.sessionId)
    }
}
