// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Plan
import Handrail.Theme
import Handrail.View

// The next step down, with its day: the week before it and the week after it, as far as they are planned.
Item {
    id: root

    readonly property var same: Plan.same
    property bool hasSkill: Skills.isThere("plan-my-day")

    Component.onCompleted: Plan.isShown = true
    Component.onDestruction: Plan.isShown = false

    Connections {
        target: Skills

        // The clinic may withdraw it while this page shows.
        function onChanged() {
            root.hasSkill = Skills.isThere("plan-my-day");
        }
    }

    TopBar {
        id: bar

        width: parent.width
        onBackPressed: Navigator.canGoBack ? Navigator.back() : Navigator.home()
    }

    PageScroll {
        id: page

        anchors.fill: parent
        anchors.topMargin: bar.height
        startPadding: 4
        endPadding: 48
        gap: Metrics.cardGap
        enabled: !tell.isOpen

        Words {
            width: parent.width
            role: Words.Title
            text: Plan.hasNextStep ? Plan.stepTitle : qsTr("No next step yet")
        }

        Words {
            width: parent.width
            color: Theme.ink2
            text: Plan.hasNextStep ? Plan.stepLead : qsTr("Your program has not set this yet.")
        }

        RailPath {
            width: parent.width
            visible: Plan.rail.length > 0
            ground: Theme.bg
            phases: Plan.rail
            week: Plan.railWeek
            phase: Plan.railPhase
            spokenName: Plan.railSpoken
        }

        Grid {
            id: both

            readonly property bool isStacked: Metrics.reflows || width < 300

            width: parent.width
            visible: Plan.weeks.length > 0
            columns: isStacked ? 1 : 2
            spacing: Metrics.cardGap

            Repeater {
                id: weeks

                model: Plan.weeks

                WeekCard {
                    required property var modelData

                    width: both.isStacked ? both.width : (both.width - both.spacing) / 2
                    week: modelData
                }
            }
        }

        Card {
            width: parent.width
            visible: Plan.hasNextStep
            padding: 14
            gap: 8

            Words {
                width: parent.width
                role: Words.Subhead
                text: qsTr("What stays the same")
            }

            Repeater {
                model: root.same.concat([qsTr("Your skills and lists"), qsTr("Help now")])

                Row {
                    id: row

                    required property string modelData

                    width: parent?.width ?? 0
                    spacing: 8

                    Icon {
                        id: tick

                        name: "check"
                        size: 20
                        color: Theme.primary
                    }

                    Words {
                        width: row.width - tick.width - row.spacing
                        text: row.modelData
                    }
                }
            }
        }

        CardList {
            width: parent.width
            visible: Plan.weeks.length > 1 && root.hasSkill

            ListRow {
                tileIcon: "calendar-plus"
                tone: IconTile.Ochre
                title: qsTr("Plan a free evening")
                note: qsTr("Pick one thing you like")
                onClicked: Navigator.go(Navigator.Skill, "plan-my-day")
            }
        }

        LiveWords {
            width: parent.width
            visible: text !== ""
            role: Words.Secondary
            text: Plan.toldText === "" ? "" : qsTr("You told your team. %1").arg(Plan.toldText)
        }

        Flow {
            width: parent.width
            visible: Plan.hasNextStep && Plan.canAsk
            spacing: 8

            Words {
                width: Math.min(implicitWidth, parent.width)
                height: Math.max(48, implicitHeight)
                verticalAlignment: Text.AlignVCenter
                color: Theme.ink2
                text: qsTr("Feels too soon?")
            }

            HrButton {
                width: Math.min(implicitWidth, parent.width)
                kind: HrButton.Text
                leftPadding: 0
                text: Plan.tellText
                onClicked: tell.ask(Plan.TooSoon, "", "")
            }
        }
    }

    TellSheet {
        id: tell

        anchors.fill: parent
    }
}
