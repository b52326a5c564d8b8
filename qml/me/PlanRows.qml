// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// What the program is made of.
CardList {
    id: root

    spokenName: qsTr("My program")
    visible: !Account.isRelative

    ListRow {
        iconName: "clipboard-check"
        title: qsTr("My plan")
        note: qsTr("Goals, steps, and what comes next")
        isNoteSmall: true
        isStrong: false
        onClicked: Navigator.go(Navigator.Plan)
    }

    ListRow {
        iconName: "note-text"
        title: qsTr("Bring up next time")
        isStrong: false
        onClicked: Navigator.go(Navigator.BringUp)
    }

    ListRow {
        visible: Medicine.isThere
        iconName: "pill"
        title: qsTr("Medicine")
        note: Medicine.countText
        isNoteSmall: true
        isStrong: false
        onClicked: Navigator.go(Navigator.Medicine)
    }
}
