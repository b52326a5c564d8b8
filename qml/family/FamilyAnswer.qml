// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Coming
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Whether the relative comes to the next family session, one tap for each word; and what became of it, also of other sessions. The session that
// was answered stays until the page is left: the same rows never come to mean the one after it.
Column {
    id: root

    readonly property sessionItem item: Family.session
    property bool isMade: false // until then one binding would set off another while it is read
    property bool isAnswered: false
    readonly property bool isOff: Coming.item.state === Sessions.Declined
    readonly property bool isOpen: Coming.item.isValid && (isOff || (Coming.item.canDecline && Coming.item.state === Sessions.Upcoming))
    readonly property bool isAsked: isOpen && (isAnswered || Coming.sessionId === item.id)
    readonly property var lines: Array.from(Coming.sessionId === item.id ? Coming.lines : [])
        .concat(Array.from(Coming.soonLines).filter(line => line.sessionId !== item.id))

    spacing: Metrics.cardGap
    visible: isAsked || lines.length > 0

    function look() {
        if (!isMade || !item.isValid || Coming.sessionId === item.id || (isAnswered && isOpen))
            return;
        isAnswered = false;
        Coming.sessionId = item.id;
    }

    function tell(word: int) {
        isAnswered = true;
        Coming.tell(word);
    }

    onItemChanged: look()
    Component.onCompleted: {
        isMade = true;
        look();
    }

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
            title: root.isOff ? qsTr("I can come after all") : qsTr("I plan to come")
            note: qsTr("Tell the clinic.")
            isNoteSmall: true
            isStrong: false
            onClicked: root.tell(Coming.Come)
        }

        ListRow {
            visible: !root.isOff
            iconName: "calendar-remove"
            title: qsTr("I can’t come")
            note: qsTr("Tell the clinic. You can still change your mind.")
            isNoteSmall: true
            isStrong: false
            onClicked: root.tell(Coming.CannotCome)
        }
    }
}
