// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
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

    Item {
        id: list

        width: root.isWide ? Metrics.listPane : parent.width
        height: parent.height

        Column {
            id: head

            width: parent.width

            Item {
                width: parent.width
                height: Math.max(64, title.implicitHeight + 16)

                Words {
                    id: title

                    anchors.left: parent.left
                    anchors.leftMargin: Metrics.screenMargin
                    anchors.verticalCenter: parent.verticalCenter
                    role: Words.Title
                    text: Navigator.isRelative ? qsTr("Sessions") : qsTr("Schedule")
                }

                Row {
                    anchors.right: parent.right
                    anchors.rightMargin: 8
                    anchors.verticalCenter: parent.verticalCenter

                    IconButton {
                        iconName: "chevron-left"
                        spokenName: qsTr("Week before")
                        onClicked: Schedule.showPreviousWeek()
                    }

                    HrButton {
                        kind: HrButton.Text
                        isSmall: true
                        leftPadding: 4
                        rightPadding: 4
                        ink: Theme.ink
                        text: Schedule.monthText
                        spokenName: qsTr("%1. Go to today").arg(Schedule.monthText)
                        onClicked: Schedule.showToday()
                    }

                    IconButton {
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
            anchors.fill: parent
            anchors.topMargin: head.height + 9
            selectedId: root.isWide ? root.shownId : ""
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
        sessionId: root.isWide ? (root.shownId !== "" ? root.shownId : Schedule.firstId) : ""
        margin: 32
        startPadding: 24
        onDeclineAsked: decline.isOpen = true
    }

    CantMakeItSheet {
        id: decline

        anchors.fill: parent
        item: body.item
    }
}
