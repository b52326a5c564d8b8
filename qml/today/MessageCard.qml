// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// What the clinic wrote and was not read yet.
CardList {
    spokenName: qsTr("Messages")

    ListRow {
        initials: Messages.initials
        title: Messages.newTitle
        note: Messages.newNote
        hasChevron: false
        spokenName: qsTr("%1, %2, %3").arg(Messages.newTitle).arg(Messages.newNote).arg(Messages.newText)
        onClicked: Navigator.go(Navigator.Messages)

        StatusChip {
            tone: StatusChip.Soft
            text: Messages.newText
        }
    }
}
