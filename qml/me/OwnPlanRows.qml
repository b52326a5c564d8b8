// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// The people to call, and the safety plan.
CardList {
    ListRow {
        iconName: "account-multiple"
        title: qsTr("My people")
        note: MyPeople.isThere ? MyPeople.namesText : qsTr("Choose who to call on a hard day")
        isNoteSmall: true
        isStrong: false
        onClicked: Navigator.go(Navigator.MyPeople)
    }

    ListRow {
        iconName: "file-document"
        title: qsTr("My safety plan")
        note: qsTr("6 steps in your own words")
        isNoteSmall: true
        isStrong: false
        onClicked: Navigator.go(Navigator.SafetyPlan)
    }

    ListRow {
        iconName: "hand-heart"
        title: qsTr("Community help")
        note: qsTr("Food, housing, rides, meetings and more")
        isNoteSmall: true
        isStrong: false
        onClicked: Navigator.go(Navigator.Community)
    }
}
