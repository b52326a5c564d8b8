// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// What Help now shows while it is locked: nothing, until the person wants it, and then each thing by itself.
Item {
    id: root

    TopBar {
        id: bar

        width: parent.width
        title: qsTr("On the lock screen")
        onBackPressed: Navigator.canGoBack ? Navigator.back() : Navigator.home()
    }

    PageScroll {
        anchors.fill: parent
        anchors.topMargin: bar.height
        startPadding: 4
        endPadding: 48
        gap: Metrics.cardGap

        Words {
            width: parent.width
            text: qsTr("Help now can show your people and your own words without the PIN.")
        }

        Card {
            width: parent.width
            gap: 4
            color: Theme.ochreSoft
            border.width: 0

            Words {
                width: parent.width
                role: Words.Subhead
                text: qsTr("Anyone who picks up this device can read it.")
            }

            Words {
                width: parent.width
                role: Words.Secondary
                color: Theme.ink
                text: qsTr("It never says the name of your clinic. Look at your own words before you show them.")
            }
        }

        HrButton {
            width: parent.width
            visible: !LockHelp.canBeOn
            kind: HrButton.Outline
            iconName: "lock"
            text: qsTr("Set a PIN first")
            onClicked: Lock.begin(Lock.Set)
        }

        CardList {
            width: parent.width
            visible: LockHelp.canBeOn

            ListRow {
                iconName: "cellphone"
                title: qsTr("Show on the lock screen")
                note: LockHelp.stateText
                isNoteSmall: true
                isStrong: false
                isPressable: false

                Toggle {
                    spokenName: qsTr("Show on the lock screen")
                    isOn: LockHelp.isOn
                    onToggledTo: isOn => LockHelp.setOn(isOn)
                }
            }
        }

        Words {
            width: parent.width
            visible: text !== ""
            text: LockHelp.problemText
            Accessible.role: Accessible.AlertMessage
        }

        Words {
            width: parent.width
            visible: LockHelp.isOn
            role: Words.Section
            text: qsTr("What it shows")
        }

        CardList {
            width: parent.width
            visible: LockHelp.isOn && LockHelp.choices.length > 0
            spokenName: qsTr("What it shows")

            Repeater {
                model: LockHelp.isOn ? LockHelp.choices : []

                ListRow {
                    id: choice

                    required property var modelData

                    title: modelData.title
                    note: modelData.note
                    isNoteSmall: true
                    isStrong: false
                    isPressable: false

                    Toggle {
                        spokenName: qsTr("Show %1").arg(choice.title)
                        isOn: choice.modelData.isOn
                        onToggledTo: isOn => LockHelp.choose(choice.modelData.id, isOn)
                    }
                }
            }
        }

        Words {
            width: parent.width
            visible: LockHelp.isOn && LockHelp.choices.length === 0
            role: Words.Secondary
            text: qsTr("There is nothing to show yet. Add a person, or write your plan.")
        }
    }
}
