// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Coming
import Handrail.Controls
import Handrail.Join
import Handrail.Schedule
import Handrail.Sharing
import Handrail.Theme
import Handrail.View

// When, where, who, what to bring, and what can be done about one session.
PageScroll {
    id: root

    property string sessionId
    property bool isHeld: false // a sheet about this session is open: nothing turns to another one
    readonly property sessionItem item: SessionDetail.item

    readonly property bool isDeclined: item.isValid && item.state === Sessions.Declined

    signal declineAsked
    signal travelAsked

    endPadding: 48
    gap: Metrics.cardGap

    function look() {
        if (isHeld)
            return;
        SessionDetail.sessionId = sessionId;
        Made.sessionId = sessionId;
        Coming.sessionId = sessionId;
        Travel.sessionId = sessionId;
    }

    onSessionIdChanged: look()
    onIsHeldChanged: look()
    Component.onCompleted: look()
    Component.onDestruction: if (Made.sessionId === sessionId) Made.sessionId = ""

    EmptyState {
        width: parent.width
        visible: !root.item.isValid && root.sessionId !== ""
        title: qsTr("This session is not there any more")
        note: qsTr("Your clinic may have changed it. Your schedule has the newest times.")
        actionText: qsTr("See your schedule")
        onActionPressed: Navigator.go(Navigator.isRelative ? Navigator.FamilySessions : Navigator.Schedule)
    }

    SessionHeading {
        width: parent.width
        visible: root.item.isValid
        item: root.item
    }

    // What was told and asked, and the way back from it.
    RequestCard {
        width: parent.width
        visible: lines.length > 0
        lines: Coming.lines
    }

    HrButton {
        width: parent.width
        visible: root.isDeclined || root.item.isAsked
        kind: HrButton.Soft
        iconName: "check"
        text: root.isDeclined ? qsTr("I can come after all") : qsTr("I plan to come")
        onClicked: Coming.tell(Coming.Come)
    }

    SessionFacts {
        width: parent.width
        visible: root.item.isValid
        item: root.item
    }

    HowItWas {
        width: parent.width
        sessionId: root.item.isValid ? root.sessionId : ""
    }

    LiveWords {
        width: parent.width
        visible: text !== ""
        role: Words.Secondary
        color: Theme.ink
        text: SessionDetail.message !== "" ? SessionDetail.message : Coming.message
    }

    HrButton {
        width: parent.width
        visible: SessionDetail.canSaveFile
        kind: HrButton.Soft
        iconName: "download"
        text: qsTr("Save the file")
        onClicked: SessionDetail.saveFile()
    }

    HrButton {
        width: parent.width
        visible: root.item.isValid && root.item.hasDirections && root.item.state === Sessions.Upcoming
        kind: root.item.canJoin ? HrButton.Outline : HrButton.Primary
        iconName: "directions"
        text: qsTr("Directions")
        onClicked: SessionDetail.openDirections(root.item.id)
    }

    CardList {
        width: parent.width
        visible: root.item.isValid && root.item.state === Sessions.Upcoming && Travel.hasPlace && !Navigator.isRelative
        spokenName: qsTr("How I get there")

        ListRow {
            readonly property var said: [qsTr("How I get there"), note, Travel.leaveByText]

            iconName: "car"
            title: Travel.leaveByText !== "" ? Travel.leaveByText : qsTr("How I get there")
            note: Travel.isSaid ? Travel.summary : qsTr("Say it once, and see when to leave.")
            spokenName: said.filter(part => part !== "").join(", ")
            onClicked: root.travelAsked()
        }
    }

    HrButton {
        width: parent.width
        visible: root.item.isValid && root.item.joinText !== ""
        kind: root.item.canJoin ? HrButton.Primary : HrButton.Outline
        iconName: root.item.canJoin ? "video" : "clock"
        text: root.item.joinText
        enabled: root.item.canGetReady
        onClicked: Joining.begin(root.item.id)
    }

    CardList {
        width: parent.width
        visible: root.item.isValid && root.item.canGetReady && !Preferences.checksDevices

        ListRow {
            iconName: "microphone"
            title: qsTr("Check mic and camera")
            isStrong: false
            onClicked: Navigator.go(Navigator.BeforeJoin, root.item.id)
        }
    }

    Column {
        width: parent.width
        visible: root.item.isValid && root.item.whatToBring.length > 0 && root.item.state !== Sessions.Cancelled && !root.isDeclined
        topPadding: 12
        spacing: 8

        Words {
            role: Words.Section
            text: qsTr("What to bring")
        }

        BringList {
            width: parent.width
            things: root.item.whatToBring
        }
    }

    Column {
        width: parent.width
        visible: root.item.isValid && Made.forSession.length > 0
        topPadding: 12
        spacing: 8

        Words {
            role: Words.Section
            text: qsTr("You bring")
        }

        CardList {
            width: parent.width
            spokenName: qsTr("You bring")

            Repeater {
                model: Made.forSession

                ListRow {
                    required property var modelData

                    iconName: "note-text"
                    title: modelData.title
                    note: modelData.bringText
                    isStrong: false
                    onClicked: Navigator.go(Navigator.OwnSheet, modelData.id)
                }
            }
        }
    }

    InviteRow {
        width: parent.width
        visible: root.item.isValid && root.item.kind === Sessions.Family && root.item.state === Sessions.Upcoming && Sharing.isOffered && !Navigator.isRelative
        sessionId: root.sessionId
    }

    CardList {
        width: parent.width
        visible: root.item.isValid && root.item.canDecline && (!Navigator.isRelative || root.item.state === Sessions.Upcoming)

        ListRow {
            visible: Navigator.isRelative
            iconName: "calendar-remove"
            title: qsTr("I can’t come")
            note: qsTr("Tell the clinic. You can still change your mind.")
            onClicked: Coming.tell(Coming.CannotCome)
        }

        ListRow {
            visible: !Navigator.isRelative
            iconName: "calendar-remove"
            title: qsTr("Can’t make it?")
            note: qsTr("Late, can’t come, need a ride. Your place is safe.")
            onClicked: root.declineAsked()
        }
    }
}
