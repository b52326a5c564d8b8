// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Progress
import Handrail.Theme
import Handrail.View

// Where in the program this is, and how it went: two weeks, four, or all of it. No goals, no streaks, no percent.
Item {
    id: root

    property bool isList: false

    function openMark(day: string) {
        Progress.lookAt(day);
        sheet.isOpen = true;
    }

    Component.onCompleted: Progress.isShown = true
    Component.onDestruction: Progress.isShown = false

    TopBar {
        id: bar

        width: parent.width
        title: qsTr("Your progress")
        onBackPressed: Navigator.canGoBack ? Navigator.back() : Navigator.home()
    }

    PageScroll {
        id: page

        anchors.fill: parent
        anchors.topMargin: bar.height
        startPadding: 8
        endPadding: 48
        gap: Metrics.cardGap
        enabled: !sheet.isOpen

        RailPath {
            width: parent.width
            visible: Progress.hasProgram
            isFull: true
            ground: Theme.bg
            phases: Progress.rail
            week: Progress.railWeek
            phase: Progress.railPhase
            knobLabel: Progress.knobLabel
            spokenName: Progress.railSpoken
        }

        Segmented {
            width: parent.width
            name: qsTr("How far back")
            options: [qsTr("2 weeks"), qsTr("4 weeks"), qsTr("All")]
            current: Progress.range
            onPicked: index => Progress.range = index
        }

        Skeleton {
            width: parent.width
            visible: Progress.state === Progress.Loading
            text: qsTr("Reading your days")
            cards: 2
        }

        ErrorCard {
            width: parent.width
            visible: Progress.state === Progress.Failed
            title: Progress.problemTitle
            note: Progress.problemText
            retryText: ""
            callText: Crisis.hasClinic ? qsTr("Call %1").arg(Crisis.clinicPhone) : ""
            onCalled: Crisis.call("clinic")
        }

        Column {
            width: parent.width
            visible: Progress.state === Progress.Ready
            spacing: Metrics.cardGap

            Row {
                width: parent.width
                visible: Progress.isDamaged
                spacing: 8

                Icon {
                    id: damaged

                    name: "information-outline"
                    size: 20
                    color: Theme.ink2
                }

                Words {
                    width: parent.width - damaged.width - 8
                    role: Words.Secondary
                    text: qsTr("Some days can’t be read on this device. They are left out here.")
                }
            }

            EmptyState {
                width: parent.width
                topPadding: 16
                bottomPadding: 16
                visible: !Progress.hasCheckIns
                title: qsTr("Your days will show here")
                note: qsTr("There is no check-in in this time yet. After a few, lines and words show how it goes.")
                actionText: Today.checkInState === Today.Ready || Today.checkInState === Today.Begun ? qsTr("Start the check-in") : ""
                onActionPressed: Navigator.go(Navigator.CheckIn)
            }

            ListRow {
                width: parent.width
                title: qsTr("Show as a list")
                isStrong: false
                isPressable: false

                Toggle {
                    spokenName: qsTr("Show as a list")
                    isOn: root.isList
                    onToggledTo: isOn => root.isList = isOn
                }
            }

            ChartCards {
                width: parent.width
                visible: Progress.hasCheckIns && !root.isList
            }

            Repeater {
                model: Progress.checks

                ChecksCard {
                    required property var modelData

                    width: parent?.width ?? 0
                    check: modelData
                    isList: root.isList
                }
            }

            Words {
                width: parent.width
                visible: root.isList && Progress.range !== Progress.Whole
                role: Words.Caption
                text: qsTr("Choose a day to mark it.")
            }

            StepList {
                width: parent.width
                visible: root.isList
                onPicked: day => root.openMark(day)
            }

            SessionsCard {
                width: parent.width
                isList: root.isList
            }

            Card {
                width: parent.width
                visible: Progress.skillsText !== ""

                Words {
                    width: parent.width
                    role: Words.Subhead
                    text: Progress.skillsText
                }
            }

            MarksCard {
                width: parent.width
                onPicked: day => root.openMark(day)
            }

            CardList {
                width: parent.width

                ListRow {
                    tileIcon: "file-document"
                    tone: IconTile.Slate
                    title: qsTr("A page for your next visit")
                    note: qsTr("Made on this device. You see it first.")
                    isNoteSmall: true
                    onClicked: Navigator.go(Navigator.VisitSummary)
                }
            }
        }
    }

    MarkSheet {
        id: sheet

        anchors.fill: parent
    }
}
