// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// The minute of the day: begin, go on, or see what was said.
CardList {
    id: root

    readonly property bool isRefused: Today.checkInState === Today.Refused
    readonly property bool isDone: isRefused || Today.checkInState === Today.Saved || Today.checkInState === Today.Sent

    ListRow {
        tone: root.isRefused ? IconTile.Ochre : IconTile.Primary
        tileIcon: root.isRefused ? "alert-circle-outline" : root.isDone ? "check" : "checkbox-marked-circle-outline"
        title: root.isDone ? qsTr("Thanks for checking in") : Today.checkInTitle
        note: Today.checkInText
        isPressable: false

        HrButton {
            kind: HrButton.Soft
            isSmall: true
            visible: Today.checkInState !== Today.NoForm
            text: root.isRefused ? qsTr("See what to do") : root.isDone ? qsTr("See answers") : Today.checkInState === Today.Begun ? qsTr("Go on") : qsTr("Start")
            spokenName: root.isRefused ? qsTr("See what to do about today’s check-in") : root.isDone ? qsTr("See today’s answers") : Today.checkInState === Today.Begun ? qsTr("Go on with the check-in")
                : qsTr("Start the check-in")
            onClicked: Navigator.go(root.isRefused ? Navigator.Outbox : root.isDone ? Navigator.CheckInDone : Navigator.CheckIn)
        }
    }
}
