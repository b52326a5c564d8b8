// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Plan
import Handrail.Theme
import Handrail.View

// My plan: where I am, my goals, what the week holds, and the levels of care.
Item {
    id: root

    Component.onCompleted: {
        Plan.isShown = true;
        HelpCards.isShown = true;
    }
    Component.onDestruction: {
        Plan.isShown = false;
        HelpCards.isShown = false;
    }

    TopBar {
        id: bar

        width: parent.width
        onBackPressed: Navigator.canGoBack ? Navigator.back() : Navigator.home()

        HrButton {
            anchors.verticalCenter: parent.verticalCenter
            visible: Plan.isThere && Plan.canAsk
            kind: HrButton.Text
            isSmall: true
            iconName: "pencil"
            text: qsTr("Suggest")
            onClicked: tell.ask(Plan.Suggestion, "", "")
        }
    }

    PageScroll {
        anchors.fill: parent
        anchors.topMargin: bar.height
        startPadding: 4
        endPadding: 48
        gap: Metrics.cardGap
        enabled: !tell.isOpen

        Words {
            width: parent.width
            role: Words.Title
            text: qsTr("My plan")
        }

        EmptyState {
            width: parent.width
            visible: !Plan.isThere && Plan.goals.length === 0 && Plan.clinicNotes.length === 0
            topPadding: 24
            title: qsTr("No plan here yet")
            note: qsTr("Your program has not set this yet.")
        }

        Words {
            width: parent.width
            visible: text !== ""
            color: Theme.ink2
            text: Plan.leadText
        }

        WhereIAm {
            width: parent.width
            visible: Plan.isThere
        }

        LiveWords {
            width: parent.width
            visible: text !== ""
            role: Words.Secondary
            text: Plan.toldText === "" ? "" : qsTr("You told your team. %1").arg(Plan.toldText)
        }

        Words {
            width: parent.width
            visible: Plan.goals.length > 0
            role: Words.Section
            text: qsTr("My goals")
        }

        Repeater {
            model: Plan.goals

            GoalCard {
                required property var modelData

                width: parent?.width ?? 0
                goal: modelData
                onAsked: matter => tell.ask(matter, modelData.id, modelData.title)
            }
        }

        HrButton {
            width: parent.width
            visible: Plan.hiddenGoals > 0
            kind: HrButton.Outline
            isSmall: true
            text: qsTr("Show more (%n left)", "", Plan.hiddenGoals)
            onClicked: Plan.showMoreGoals()
        }

        AgreedCard {
            width: parent.width
            visible: Plan.clinicNotes.length > 0
            card: ({title: qsTr("Notes from your clinic"), lines: Plan.clinicNotes, iconName: "information-outline",
                note: qsTr("Your clinic wrote this for you and your care team.")})
        }

        Repeater {
            model: HelpCards.cards

            AgreedCard {
                required property var modelData

                width: parent?.width ?? 0
                card: modelData
            }
        }

        Words {
            width: parent.width
            visible: Plan.included.length > 0
            role: Words.Section
            text: qsTr("What my program includes")
        }

        CardList {
            width: parent.width
            visible: Plan.included.length > 0
            spokenName: qsTr("What my program includes")

            Repeater {
                model: Plan.included

                ListRow {
                    required property var modelData

                    tileIcon: modelData.iconName
                    tone: modelData.tone
                    title: modelData.title
                    note: modelData.note
                    onClicked: Navigator.go(Navigator.Schedule)
                }
            }
        }

        CardList {
            width: parent.width

            ListRow {
                iconName: "note-text"
                title: qsTr("Bring up next time")
                note: qsTr("Your own list for the next one-on-one")
                isNoteSmall: true
                isStrong: false
                onClicked: Navigator.go(Navigator.BringUp)
            }
        }

        Words {
            width: parent.width
            visible: Plan.levels.length > 0
            role: Words.Section
            text: qsTr("Levels of care")
        }

        CardList {
            width: parent.width
            visible: Plan.levels.length > 0
            spokenName: qsTr("Levels of care")

            Repeater {
                model: Plan.levels

                ListRow {
                    required property var modelData

                    title: modelData.title
                    note: modelData.note
                    isStrong: false
                    isPressable: false
                }
            }
        }
    }

    TellSheet {
        id: tell

        anchors.fill: parent
    }
}
