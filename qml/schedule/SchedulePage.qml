// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Coming
import Handrail.Controls
import Handrail.Schedule
import Handrail.Theme
import Handrail.View

// The week and its sessions; from 900 dp on with the chosen session beside them. For the relative: the family sessions.
Item {
    id: root

    readonly property bool isWide: width >= Metrics.wide - Metrics.railWidthWide
    property string shownId

    function openSession(id: string) {
        if (root.isWide)
            root.shownId = id;
        else
            Navigator.go(Navigator.SessionPage, id);
    }

    // Opened with a session, from Today in a wide window.
    Component.onCompleted: shownId = Navigator.argument

    Item {
        id: list

        enabled: !body.isHeld
        width: root.isWide ? Metrics.listPane : parent.width
        height: parent.height

        Column {
            id: head

            width: parent.width

            // The week goes below the title where the two do not fit beside each other.
            Item {
                id: row

                readonly property bool isStacked: title.implicitWidth + weeks.width + Metrics.screenMargin + 16 > width

                width: parent.width
                height: isStacked ? title.implicitHeight + weeks.height + 16 : Math.max(64, title.implicitHeight + 16)

                Words {
                    id: title

                    anchors.left: parent.left
                    anchors.leftMargin: Metrics.screenMargin
                    y: row.isStacked ? 8 : (row.height - height) / 2
                    role: Words.Title
                    text: Navigator.isRelative ? qsTr("Sessions") : qsTr("Schedule")
                }

                Row {
                    id: weeks

                    readonly property bool isAtLeft: row.isStacked !== root.LayoutMirroring.enabled

                    x: isAtLeft ? 8 : row.width - width - 8
                    y: row.isStacked ? title.height + 12 : (row.height - height) / 2

                    IconButton {
                        anchors.verticalCenter: parent.verticalCenter
                        iconName: "chevron-left"
                        spokenName: qsTr("Week before")
                        onClicked: Schedule.showPreviousWeek()
                    }

                    HrButton {
                        anchors.verticalCenter: parent.verticalCenter
                        kind: HrButton.Text
                        isSmall: true
                        leftPadding: 4
                        rightPadding: 4
                        ink: Theme.ink
                        text: Schedule.weekText
                        spokenName: qsTr("%1. Go to today").arg(Schedule.weekText)
                        onClicked: Schedule.showToday()
                    }

                    IconButton {
                        anchors.verticalCenter: parent.verticalCenter
                        iconName: "chevron-right"
                        spokenName: qsTr("Week after")
                        onClicked: Schedule.showNextWeek()
                    }
                }
            }

            WeekStrip {
                width: parent.width
                days: Schedule.weekDays
                current: Schedule.selectedIndex
                onPicked: index => Schedule.selectDay(index)
            }
        }

        Rectangle {
            anchors.top: head.bottom
            anchors.topMargin: 8
            width: parent.width
            height: Metrics.hairline
            color: Theme.line
            visible: !root.isWide
        }

        Agenda {
            message: root.isWide ? "" : SessionDetail.message
            anchors.fill: parent
            anchors.topMargin: head.height + 9
            selectedId: body.sessionId
            visible: Schedule.agenda.count > 0
            onOpened: id => root.openSession(id)
        }

        PageScroll {
            anchors.fill: parent
            anchors.topMargin: head.height + 9
            visible: Schedule.agenda.count === 0
            startPadding: Math.max(16, height * 0.12)

            EmptyState {
                width: parent.width
                title: Schedule.emptyTitle
                note: Schedule.emptyText
                actionText: Schedule.hasLaterSession ? qsTr("See that week") : ""
                onActionPressed: Schedule.showNextSession()
            }

            ScheduleRows {
                width: parent.width
            }
        }
    }

    Rectangle {
        anchors.left: list.right
        visible: root.isWide
        width: Metrics.hairline
        height: parent.height
        color: Theme.line
    }

    SessionBody {
        id: body

        anchors.left: list.right
        anchors.leftMargin: 1
        anchors.right: parent.right
        height: parent.height
        visible: root.isWide
        enabled: !isHeld
        isHeld: decline.isOpen || travel.isOpen
        sessionId: root.isWide ? (root.shownId !== "" ? root.shownId : Schedule.firstId) : ""
        margin: 32
        startPadding: 24
        onDeclineAsked: decline.openFor(sessionId)
        onTravelAsked: travel.open()
    }

    ComingSheet {
        id: decline

        anchors.fill: parent
    }

    TravelSheet {
        id: travel

        anchors.fill: parent
    }
}
