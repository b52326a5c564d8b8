// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// The way to the person's own safety plan. Only for who is in and has one.
CardList {
    visible: SafetyPlan.hasPlan

    ListRow {
        tileIcon: "file-document"
        title: qsTr("My safety plan")
        note: qsTr("6 steps in your own words")
        onClicked: Navigator.go(Navigator.SafetyPlan)
    }
}
