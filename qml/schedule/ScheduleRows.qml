// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// What can be done with the whole schedule.
Column {
    topPadding: 20

    CardList {
        width: parent.width
        visible: !Navigator.isRelative
        spokenName: qsTr("The whole schedule")

        ListRow {
            iconName: "calendar-plus"
            title: qsTr("Add all to your calendar")
            note: Preferences.isDiscreet ? qsTr("Each is called “Appointment”.") : ""
            onClicked: SessionDetail.addAllToCalendar()
        }

        ListRow {
            iconName: "calendar-check"
            title: qsTr("Your sessions so far")
            note: qsTr("What your clinic noted, and a letter for work")
            onClicked: Navigator.go(Navigator.Attendance)
        }
    }
}
