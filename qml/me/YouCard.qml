// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// Who it is, and what the person and the clinic have of each other.
CardList {
    spokenName: qsTr("You")

    ListRow {
        initials: Account.initials
        title: Account.fullName
        note: Account.clinicName
        isPressable: false
    }

    ListRow {
        visible: !Account.isRelative
        iconName: "star"
        title: qsTr("Your progress")
        isStrong: false
        onClicked: Navigator.go(Navigator.Progress)
    }

    ListRow {
        visible: !Account.isRelative
        iconName: "clipboard-check"
        title: qsTr("Forms")
        note: Assignments.countText
        isNoteSmall: true
        isStrong: false
        onClicked: Navigator.go(Navigator.Forms)
    }

    ListRow {
        visible: Messages.isOffered
        iconName: "email-outline"
        title: qsTr("Messages")
        note: Messages.newText
        isNoteSmall: true
        isStrong: false
        onClicked: Navigator.go(Navigator.Messages)
    }

    ListRow {
        iconName: "send"
        title: qsTr("Sent and waiting")
        note: Sync.refusedCount > 0 ? qsTr("%n thing(s) need you", "", Sync.refusedCount)
            : Sync.waitingCount > 0 ? qsTr("%n thing(s) waiting to send", "", Sync.waitingCount) : qsTr("Everything is sent")
        isNoteSmall: true
        isStrong: false
        onClicked: Navigator.go(Navigator.Outbox)
    }
}
