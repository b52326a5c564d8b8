// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls

// The way to Help now, above or among other things. Signal: clicked().
CardList {
    id: root

    signal clicked

    // Who does not see it hears that it has come.
    Timer {
        interval: 0
        running: root.visible
        onTriggered: Announcer.say(row)
    }

    ListRow {
        id: row

        tileIcon: "phone"
        tone: IconTile.Help
        title: qsTr("Open Help now")
        note: qsTr("People answer day and night")
        onClicked: root.clicked()
    }
}
