// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// The device keeps the key back: what is safe, where, and the two ways on. Nothing is overwritten by either.
Item {
    id: root

    PageScroll {
        anchors.fill: parent
        startPadding: Math.max(24, Math.min(60, root.height * 0.07))

        IconTile {
            side: 72
            radius: 22
            iconSize: 36
            iconName: "key-variant"
        }

        Words {
            width: parent.width
            topPadding: lead + 20
            role: Words.Title
            text: Account.problemTitle
        }

        Words {
            width: parent.width
            topPadding: lead + 8
            color: Theme.ink2
            text: Account.problemText
        }

        Column {
            width: parent.width
            topPadding: 22
            spacing: Metrics.cardGap

            CardList {
                width: parent.width

                ListRow {
                    iconName: "check-circle-outline"
                    title: qsTr("At your clinic")
                    note: qsTr("Your records are safe")
                    isPressable: false
                }

                ListRow {
                    iconName: "lock"
                    title: qsTr("On this device")
                    note: qsTr("Locked. Nobody can read it.")
                    isPressable: false
                }

                // How much that is, nobody can know without the key.
                ListRow {
                    iconName: "cloud-outline"
                    title: qsTr("What was not sent, and what you made here")
                    note: qsTr("It stays locked here until its key is back, or for 30 days after you sign in.")
                    isPressable: false
                }
            }

            Row {
                width: parent.width
                visible: Account.isWaitingForKey
                spacing: 10

                Icon {
                    id: sand

                    name: "timer-sand"
                    size: 20
                    color: Theme.ink2
                }

                Words {
                    width: parent.width - sand.width - 10
                    role: Words.Secondary
                    text: qsTr("Waiting for your device’s secure storage")
                }
            }

            HrButton {
                width: parent.width
                text: qsTr("Sign in with your clinic")
                enabled: Account.hasServer
                reason: qsTr("Start Handrail with your clinic’s address first.")
                onClicked: Account.signIn()
            }

            HrButton {
                width: parent.width
                kind: HrButton.Outline
                text: qsTr("Try again")
                onClicked: Account.retryOpening()
            }

            HrButton {
                width: parent.width
                visible: Crisis.hasClinic
                kind: HrButton.Text
                isSmall: true
                text: qsTr("Stuck? Call %1").arg(Crisis.clinicPhone)
                onClicked: Crisis.call("clinic")
            }
        }
    }
}
