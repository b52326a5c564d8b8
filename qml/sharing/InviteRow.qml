// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// The way from a family session to an invitation to it. sessionId.
CardList {
    id: root

    property string sessionId

    spokenName: row.title

    ListRow {
        id: row

        iconName: "account-multiple"
        title: qsTr("Invite somebody to this session")
        note: qsTr("You choose what they see, and until when.")
        onClicked: Navigator.go(Navigator.Invite, root.sessionId)
    }
}
