// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// To who can see what, who looked, and a file of all of it.
ListRow {
    visible: !Account.isRelative
    iconName: "eye"
    title: qsTr("Who can see what")
    note: qsTr("Who looked, what you signed, download, delete")
    isNoteSmall: true
    isStrong: false
    onClicked: Navigator.go(Navigator.WhoSees)
}
