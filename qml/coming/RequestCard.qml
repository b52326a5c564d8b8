// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// What was told the clinic of a session and asked of it, with what became of each; and a call, once that is quicker. lines: maps
// {title, text, iconName, canCall}. isLink: each leads to its session.
CardList {
    id: root

    required property var lines
    property bool isLink: false
    readonly property bool canCall: lines.some(line => line.canCall)

    spokenName: qsTr("What you told your clinic")

    Repeater {
        model: root.lines

        ListRow {
            id: row

            required property var modelData

            iconName: modelData.iconName
            title: modelData.title
            note: modelData.text
            isPressable: root.isLink
            onClicked: Navigator.go(Navigator.SessionPage, modelData.sessionId)
            onNoteChanged: said.restart()

            // Who does not see it hears what became of it.
            Timer {
                id: said

                interval: 0
                onTriggered: Announcer.say(row)
            }
        }
    }

    ListRow {
        visible: root.canCall && Crisis.hasClinic
        iconName: "phone"
        title: qsTr("Call your clinic instead")
        note: Crisis.clinicPhone
        onClicked: Crisis.call("clinic")
    }
}
