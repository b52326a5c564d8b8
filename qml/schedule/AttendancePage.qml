// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Coming
import Handrail.Controls
import Handrail.Schedule
import Handrail.Theme
import Handrail.View

// What the clinic wrote down of the sessions that are over; "That's not right" for each, and a letter for work or school.
Item {
    id: root

    readonly property var letter: Attendance.letter

    Component.onCompleted: Attendance.isOpen = true
    Component.onDestruction: Attendance.isOpen = false

    TopBar {
        id: bar

        width: parent.width
        title: Attendance.sinceText === "" ? qsTr("Your sessions so far") : qsTr("Your past sessions")
        onBackPressed: Navigator.back()
    }

    PageScroll {
        anchors.fill: parent
        anchors.topMargin: bar.height
        enabled: !letter.isOpen && !question.isOpen
        startPadding: 8
        endPadding: 48
        gap: Metrics.cardGap

        EmptyState {
            width: parent.width
            visible: Attendance.sessions.length === 0
            title: qsTr("Nothing here yet")
            note: qsTr("After a session, your clinic notes that you were there. You see it here.")
        }

        Card {
            width: parent.width
            visible: Attendance.sessions.length > 0 || Attendance.weekText !== ""
            gap: Metrics.space2

            Words {
                width: parent.width
                visible: text !== ""
                role: Words.Secondary
                text: Attendance.sinceText
            }

            Repeater {
                model: [Attendance.attendanceText, Attendance.hoursText]

                Words {
                    required property string modelData

                    width: parent?.width ?? 0
                    visible: text !== ""
                    role: Words.Subhead
                    text: modelData
                }
            }

            Words {
                width: parent.width
                visible: text !== ""
                role: Words.Secondary
                text: Attendance.weekText
            }

            ProgressSegments {
                width: parent.width
                visible: Attendance.weekPercent >= 0
                step: Attendance.weekPercent
                steps: 100
                spokenName: Attendance.weekSpoken
            }

            Words {
                width: parent.width
                visible: text !== ""
                role: Words.Secondary
                text: Attendance.restText
            }

            Words {
                width: parent.width
                visible: Attendance.sessions.length > 0
                role: Words.Caption
                text: qsTr("Your clinic keeps this record. Missing one happens. You can tell us if something is wrong.")
            }
        }

        LiveWords {
            width: parent.width
            visible: text !== ""
            color: Theme.ink
            text: letter.isOpen ? "" : Attendance.message
        }

        RequestCard {
            width: parent.width
            visible: lines.length > 0
            lines: root.letter.title !== undefined ? [root.letter] : []
        }

        CardList {
            width: parent.width
            spokenName: ask.title

            ListRow {
                id: ask

                iconName: "briefcase"
                title: qsTr("A letter for work or school")
                note: qsTr("It never says what for.")
                onClicked: letter.isOpen = true
            }
        }

        Repeater {
            model: Attendance.sessions

            AttendanceRow {
                width: parent?.width ?? 0
                onContested: question.openFor(modelData.id, modelData.title)
            }
        }

        HrButton {
            width: parent.width
            visible: Attendance.hiddenSessions > 0
            kind: HrButton.Outline
            isSmall: true
            text: qsTr("Show more (%n left)", "", Attendance.hiddenSessions)
            onClicked: Attendance.showMore()
        }
    }

    LetterSheet {
        id: letter

        anchors.fill: parent
    }

    NotRightSheet {
        id: question

        anchors.fill: parent
    }
}
