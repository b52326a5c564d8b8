// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// The form that is due first, and the way to the others.
CardList {
    spokenName: qsTr("Forms")

    ListRow {
        tileIcon: "clipboard-check"
        title: Assignments.firstTitle
        note: Assignments.firstNote
        isPressable: false

        HrButton {
            kind: HrButton.Soft
            isSmall: true
            text: qsTr("Start")
            spokenName: qsTr("Start %1").arg(Assignments.firstTitle)
            onClicked: Navigator.go(Navigator.Form, Assignments.firstId)
        }
    }

    Repeater {
        model: Assignments.hasMore ? 1 : 0

        ListRow {
            title: qsTr("All forms")
            note: Assignments.countText
            isStrong: false
            isNoteSmall: true
            onClicked: Navigator.go(Navigator.Forms)
        }
    }
}
