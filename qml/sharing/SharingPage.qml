// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Sharing
import Handrail.Theme
import Handrail.View

// With whom the patient shares: who, what, until when; an invitation to somebody more.
Item {
    id: root

    Component.onCompleted: Sharing.isShown = true
    Component.onDestruction: Sharing.isShown = false

    TopBar {
        id: bar

        width: parent.width
        title: qsTr("People I share with")
        onBackPressed: Navigator.canGoBack ? Navigator.back() : Navigator.home()
    }

    PageScroll {
        anchors.fill: parent
        anchors.topMargin: bar.height
        startPadding: 8
        endPadding: 48
        gap: Metrics.cardGap

        Words {
            width: parent.width
            visible: Sharing.people.length > 0
            color: Theme.ink2
            text: qsTr("They see what you chose, and nothing else. You can stop at any time.")
        }

        Card {
            width: parent.width
            visible: Sharing.unfinishedName !== ""
            gap: 8

            Words {
                width: parent.width
                role: Words.Subhead
                text: qsTr("Your invitation for %1 is not finished").arg(Sharing.unfinishedName)
            }

            Words {
                width: parent.width
                role: Words.Secondary
                text: qsTr("You signed it, and no answer came yet.")
            }

            HrButton {
                width: Math.min(implicitWidth, parent.width)
                kind: HrButton.Soft
                isSmall: true
                text: qsTr("Go on")
                onClicked: Navigator.go(Navigator.Invite)
            }
        }

        EmptyState {
            width: parent.width
            visible: Sharing.people.length === 0 && Sharing.unfinishedName === ""
            topPadding: 24
            bottomPadding: 16
            title: qsTr("You share with nobody")
            note: qsTr("You can invite family or a friend to family sessions. They see the times and the link, and what else you choose.")
        }

        SharingRows {
            width: parent.width
            visible: Sharing.people.length > 0
            spokenName: qsTr("People I share with")
            people: Sharing.people
        }

        HrButton {
            width: parent.width
            visible: Sharing.isOffered && Sharing.unfinishedName === ""
            kind: Sharing.people.length > 0 ? HrButton.Soft : HrButton.Primary
            iconName: "plus"
            text: qsTr("Invite somebody")
            onClicked: Navigator.go(Navigator.Invite)
        }

        NeverShared {
            width: parent.width
        }

        Words {
            width: parent.width
            visible: Sharing.past.length > 0
            role: Words.Section
            text: qsTr("Ended")
        }

        SharingRows {
            width: parent.width
            visible: Sharing.past.length > 0
            spokenName: qsTr("Ended")
            people: Sharing.past
        }
    }
}
