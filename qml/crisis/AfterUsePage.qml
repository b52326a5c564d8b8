// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Crisis
import Handrail.Theme
import Handrail.View

// After a return to use: thanks, what keeps them safe today, and people to talk with. No count starts anew, and nothing is asked that
// has to be answered.
Item {
    id: root

    property bool hasSkill: Skills.isThere("after-a-slip")

    Component.onCompleted: AfterUse.forget()

    Connections {
        target: Skills

        // The clinic may withdraw it while this page shows.
        function onChanged() {
            root.hasSkill = Skills.isThere("after-a-slip");
        }
    }

    PageScroll {
        anchors.fill: parent
        anchors.bottomMargin: root.foot
        startPadding: 24
        gap: Metrics.cardGap

        Column {
            width: parent.width
            bottomPadding: 6

            Words {
                width: parent.width
                role: Words.Title
                text: qsTr("Thank you for telling us")
            }

            Words {
                width: parent.width
                topPadding: lead + 4
                color: Theme.ink2
                text: qsTr("One hard day does not undo your work. You are still in your program.")
            }
        }

        Words {
            width: parent.width
            role: Words.Section
            text: qsTr("If you want: what was it?")
        }

        Flow {
            width: parent.width
            spacing: 8

            Repeater {
                model: AfterUse.choices

                ChoiceChip {
                    required property var modelData
                    required property int index

                    maximumWidth: parent?.width ?? 0
                    text: modelData.text
                    isChosen: modelData.isChosen
                    onClicked: AfterUse.toggle(index)
                }
            }
        }

        Words {
            width: parent.width
            role: Words.Caption
            text: qsTr("This is not saved and not sent.")
        }

        StaySafeCard {
            width: parent.width
            visible: AfterUse.isNaloxoneShown
            title: qsTr("Stay safe today")
            note: qsTr("After a break, your body can handle less. Keep naloxone close. Try not to be alone.")

            HrButton {
                width: Math.min(implicitWidth, parent.width)
                kind: HrButton.Urgent
                isSmall: true
                iconName: "file-document"
                text: qsTr("Naloxone steps")
                onClicked: Navigator.go(Navigator.Overdose)
            }

            HrButton {
                width: Math.min(implicitWidth, parent.width)
                kind: HrButton.Outline
                isSmall: true
                edge: Theme.urgent
                iconName: "magnify"
                text: qsTr("Get a kit")
                spokenName: qsTr("Get a naloxone kit")
                onClicked: Navigator.go(Navigator.Community, "naloxone")
            }
        }

        StaySafeCard {
            width: parent.width
            visible: AfterUse.isWithdrawalShown
            title: qsTr("Drink or take pills every day? Don’t stop alone.")
            note: qsTr("Call %1 for a seizure, fever, or seeing things. Shaky or sweating? Call your clinic today.").arg(Crisis.emergency.shown)

            HrButton {
                width: Math.min(implicitWidth, parent.width)
                kind: HrButton.Urgent
                isSmall: true
                iconName: "phone"
                text: Crisis.emergency.callLabel
                onClicked: Crisis.call(Crisis.emergency.id)
            }

            HrButton {
                width: Math.min(implicitWidth, parent.width)
                visible: Crisis.hasClinic
                kind: HrButton.Outline
                isSmall: true
                edge: Theme.urgent
                iconName: "phone"
                text: Crisis.page.clinicLabel
                onClicked: Crisis.call("clinic")
            }
        }

        Words {
            width: parent.width
            topPadding: lead + 6
            role: Words.Section
            text: qsTr("What would help most?")
        }

        CardList {
            width: parent.width
            spokenName: qsTr("What would help most?")

            ListRow {
                visible: Crisis.hasClinic
                tileIcon: "phone"
                title: qsTr("Talk with my team")
                note: Crisis.clinicHours === "" ? Crisis.clinicPhone : Crisis.clinicHours
                onClicked: Crisis.call("clinic")
            }

            ListRow {
                tileIcon: "account"
                tone: IconTile.Plum
                title: MyPeople.isThere ? MyPeople.callText : qsTr("Call my person")
                note: MyPeople.isThere ? qsTr("My person") : qsTr("Choose a person")
                onClicked: MyPeople.isThere ? MyPeople.call() : Navigator.go(Navigator.MyPerson)
            }

            ListRow {
                visible: root.hasSkill
                tileIcon: "note-text"
                tone: IconTile.Ochre
                title: qsTr("What happened, what next")
                note: qsTr("Look back without blame, when you want")
                onClicked: Navigator.go(Navigator.Skill, "after-a-slip")
            }
        }
    }

    readonly property real foot: footer.height + (number.visible ? number.height + 12 : 0)

    NumberCard {
        id: number

        anchors.bottom: footer.top
        x: (root.width - width) / 2
        width: Math.min(root.width - 2 * Metrics.screenMargin, Metrics.contentMax)
        visible: Crisis.shownNumber !== ""
    }

    FlowFooter {
        id: footer

        width: parent.width
        anchors.bottom: parent.bottom
        backText: qsTr("Not now")
        nextText: qsTr("Go on")
        onBackPressed: Navigator.back()
        onHelpPressed: Navigator.openHelp()
        onNextPressed: Navigator.back()
    }
}
