// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Asks for the code that was told by voice, and says what happens next.
Column {
    id: root

    spacing: 10
    Component.onCompleted: boxes.begin()

    Words {
        width: parent.width
        role: Words.Display
        text: qsTr("You have an invitation")
    }

    Words {
        width: parent.width
        bottomPadding: 14
        color: Theme.ink2
        text: qsTr("Someone would like you beside them. Ask them for the code.")
    }

    ErrorCard {
        width: parent.width
        visible: Invitation.hasProblem
        title: Invitation.problemTitle
        note: Invitation.problemText
        retryText: ""
    }

    CodeBoxes {
        id: boxes

        width: parent.width
        label: qsTr("Your code")
        code: Invitation.code
        hint: Invitation.missingText
        error: Invitation.codeError
        onEdited: text => Invitation.setCode(text)
        onAccepted: Invitation.send()
    }

    Item { width: 1; height: 2 }

    HrButton {
        width: parent.width
        text: qsTr("Continue")
        enabled: Invitation.canSend
        isBusy: Invitation.isBusy
        onClicked: Invitation.send()
    }

    Words {
        width: parent.width
        role: Words.Caption
        horizontalAlignment: Text.AlignHCenter
        text: Invitation.missingText
        visible: text !== ""
        isSpoken: false
    }

    Item { width: 1; height: 2 }

    Card {
        width: parent.width
        gap: 8

        Words {
            width: parent.width
            role: Words.Subhead
            text: qsTr("What happens next")
        }

        Repeater {
            model: [
                {iconName: "account-outline", text: qsTr("You make your own sign-in")},
                {iconName: "eye", text: qsTr("You see only what they chose to share")},
                {iconName: "close-circle-outline", text: qsTr("You can say no, or stop at any time")}
            ]

            Item {
                id: line

                required property var modelData

                width: root.width - 2 * Metrics.cardPadding
                height: Math.max(sign.height, words.implicitHeight)

                Icon {
                    id: sign

                    anchors.left: parent.left
                    size: 22
                    name: line.modelData.iconName
                    color: Theme.primary
                }

                Words {
                    id: words

                    anchors.left: sign.right
                    anchors.leftMargin: 12
                    anchors.right: parent.right
                    role: Words.Secondary
                    color: Theme.ink
                    text: line.modelData.text
                }
            }
        }
    }

    Words {
        width: parent.width
        topPadding: lead + 4
        role: Words.Secondary
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Not for you? Just close this page.")
    }
}
