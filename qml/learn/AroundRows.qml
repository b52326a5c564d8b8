// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// What is around treatment: help outside the clinic, and what such a program is.
CardList {
    ListRow {
        tileIcon: "hand-heart"
        tone: IconTile.Moss
        title: qsTr("Community help")
        note: qsTr("Food, housing, rides, meetings and more")
        onClicked: Navigator.go(Navigator.Community)
    }

    ListRow {
        tileIcon: "information-outline"
        tone: IconTile.Slate
        title: qsTr("What is IOP?")
        note: qsTr("Levels of care, cost and what to ask")
        onClicked: Navigator.go(Navigator.AboutIop)
    }
}
