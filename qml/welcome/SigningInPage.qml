// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// While the browser shows the clinic's page: what to do there, the address in case no browser came, and a way back.
Item {
    id: root

    PageScroll {
        anchors.fill: parent
        startPadding: Math.max(24, root.height * 0.1)

        IconTile {
            side: 72
            radius: 22
            iconSize: 36
            iconName: "open-in-new"
        }

        Words {
            width: parent.width
            topPadding: lead + 20
            role: Words.Title
            text: qsTr("Sign in on your clinic’s page")
        }

        Words {
            width: parent.width
            topPadding: lead + 8
            color: Theme.ink2
            text: Account.signInPage === "" ? qsTr("Asking your clinic for its sign-in page.")
                : qsTr("It has opened in your web browser. When you are done there, come back here.")
        }

        Column {
            width: parent.width
            topPadding: 24
            spacing: Metrics.cardGap

            Card {
                width: parent.width
                visible: Account.signInPage !== ""
                gap: 8

                Words {
                    width: parent.width
                    role: Words.Subhead
                    text: qsTr("No page came up?")
                }

                Words {
                    width: parent.width
                    role: Words.Secondary
                    text: qsTr("Try once more, or copy this address into your web browser.")
                }

                HrButton {
                    width: parent.width
                    kind: HrButton.Soft
                    isSmall: true
                    text: qsTr("Open the page again")
                    onClicked: Account.openSignInPage()
                }

                HrButton {
                    width: parent.width
                    kind: HrButton.Text
                    isSmall: true
                    iconName: "content-copy"
                    text: qsTr("Copy the address")
                    onClicked: Account.copySignInPage()
                }
            }

            HrButton {
                width: parent.width
                kind: HrButton.Outline
                text: qsTr("Go back")
                onClicked: Account.cancelSignIn()
            }
        }
    }
}
