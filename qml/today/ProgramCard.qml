// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Where in the program this week is, and this week's sessions.
Card {
    id: root

    topPadding: 14
    bottomPadding: 12

    Flow {
        width: parent.width
        spacing: 8

        Words {
            readonly property real room: parent.width - phase.implicitWidth - 9

            // Where both do not fit beside each other they stand below each other.
            width: Metrics.reflows || implicitWidth > room ? parent.width : room
            role: Words.Subhead
            text: Today.weekText
        }

        Words {
            id: phase

            role: Words.Secondary
            weight: 500
            text: Today.phaseText
        }
    }

    RailPath {
        width: parent.width + 16
        x: -8
        phases: Today.rail
        week: Today.railWeek
        phase: Today.railPhase
        spokenName: Today.railSpoken
    }

    Item {
        width: parent.width
        height: 14

        Rectangle {
            y: 4
            width: parent.width
            height: Metrics.hairline
            color: Theme.line
        }
    }

    Flow {
        width: parent.width
        spacing: 8

        Words {
            width: Metrics.reflows ? parent.width : parent.width - days.implicitWidth - 9
            role: Words.Secondary
            text: Today.weekCountText
        }

        Row {
            id: days

            spacing: 12

            Repeater {
                model: Today.weekDays

                Row {
                    id: day

                    required property var modelData

                    spacing: 4
                    Accessible.role: Accessible.StaticText
                    Accessible.name: modelData.spoken

                    Icon {
                        anchors.verticalCenter: parent.verticalCenter
                        name: day.modelData.isDone ? "check-circle" : "checkbox-blank-circle-outline"
                        size: 18
                        color: day.modelData.isDone ? Theme.primary : Theme.ink2
                    }

                    Words {
                        anchors.verticalCenter: parent.verticalCenter
                        role: Words.Caption
                        weight: 500
                        color: day.modelData.isDone ? Theme.primary : Theme.ink2
                        text: day.modelData.label
                        isSpoken: false
                    }
                }
            }
        }
    }

    Words {
        width: parent.width
        visible: Today.isAftercare
        topPadding: 6
        text: qsTr("At your pace. Coming back is always okay.")
    }

    HrButton {
        width: parent.width
        kind: HrButton.Text
        isSmall: true
        text: qsTr("See your plan")
        onClicked: Navigator.go(Navigator.Plan)
    }

    HrButton {
        width: parent.width
        kind: HrButton.Text
        isSmall: true
        text: qsTr("See your progress")
        onClicked: Navigator.go(Navigator.Progress)
    }
}
