// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Coming
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Whether the relative comes to the next family session, one tap for each word; and what became of it, also of other sessions.
Column {
    id: root

    readonly property sessionItem item: Family.session
    readonly property bool isAsked: item.isValid && Coming.sessionId === item.id && item.canDecline && item.state === Sessions.Upcoming
    readonly property var lines: Array.from(Coming.sessionId === item.id ? Coming.lines : [])
        .concat(Array.from(Coming.soonLines).filter(line => line.sessionId !== item.id))

    spacing: Metrics.cardGap
    visible: isAsked || lines.length > 0

    function look() {
        if (item.isValid && Coming.sessionId !== item.id)
            Coming.sessionId = item.id;
    }

    onItemChanged: look()
    Component.onCompleted: look()

    RequestCard {
        width: root.width
        visible: lines.length > 0
        lines: root.lines
        isLink: true
    }

    CardList {
        width: root.width
        visible: root.isAsked
        spokenName: qsTr("Can you come?")

        ListRow {
            visible: Coming.canSayCome
            iconName: "check"
            title: qsTr("I plan to come")
            note: qsTr("Tell the clinic.")
            isNoteSmall: true
            isStrong: false
            onClicked: Coming.tell(Coming.Come)
        }

        ListRow {
            iconName: "calendar-remove"
            title: qsTr("I can’t come")
            note: qsTr("Tell the clinic. You can still change your mind.")
            isNoteSmall: true
            isStrong: false
            onClicked: Coming.tell(Coming.CannotCome)
        }
    }
}
