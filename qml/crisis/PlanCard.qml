// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// The way to the person's own safety plan. Only for who is in and has one.
CardList {
    visible: Made.planId !== ""

    ListRow {
        iconName: "file-document"
        title: qsTr("My safety plan")
        note: qsTr("My own words, on this device")
        onClicked: Navigator.go(Navigator.OwnSheet, Made.planId)
    }
}
