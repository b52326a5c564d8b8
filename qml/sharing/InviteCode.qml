// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Step 3: the link as a picture, the code to tell, and all that a message says.
PageScroll {
    id: root

    signal cancelAsked

    startPadding: 8
    gap: 14

    Column {
        width: parent.width
        spacing: 6

        Words {
            width: parent.width
            role: Words.Title
            text: qsTr("Invitation for %1").arg(Invite.calledName)
        }

        Words {
            width: parent.width
            color: Theme.ink2
            text: qsTr("Send the link. Say the code out loud, not by text.")
        }
    }

    Card {
        width: parent.width
        gap: 10

        QrCode {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, 260)
            height: width
            text: Invite.link
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("The link as a picture for a phone’s camera")
        }

        Words {
            width: parent.width
            role: Words.Display
            size: 44
            line: 52
            text: Invite.codeText
            horizontalAlignment: Text.AlignHCenter
            Accessible.name: qsTr("The code: %1").arg(Invite.spokenCode)
        }

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: 8

            Icon {
                id: clock

                anchors.verticalCenter: parent.verticalCenter
                visible: !Metrics.reflows
                name: "clock"
                size: 20
                color: Theme.ink2
            }

            Words {
                width: Math.min(implicitWidth, root.bodyWidth - 64)
                role: Words.Secondary
                text: Invite.untilText
            }
        }
    }

    Column {
        width: parent.width
        spacing: 8

        Words {
            width: parent.width
            role: Words.Section
            text: qsTr("This is all the message says")
        }

        Rectangle {
            width: Math.min(parent.width, 300 * Type.textScale)
            height: said.height + 28
            radius: Metrics.radiusCard
            color: Theme.sunken

            Column {
                id: said

                x: 16
                y: 14
                width: parent.width - 32
                spacing: 6

                Words {
                    width: parent.width
                    text: Invite.messageText
                }

                Words {
                    width: parent.width
                    wrapMode: Text.WrapAnywhere
                    role: Words.Secondary
                    text: Invite.link
                    Accessible.name: qsTr("The link")
                }
            }
        }

        Words {
            width: parent.width
            role: Words.Secondary
            text: qsTr("No name, no reason. The link holds your clinic’s web address, but not in plain letters.")
        }
    }

    Words {
        width: parent.width
        text: qsTr("Write the code down first. If you make a new one, this link stops.")
    }

    Grid {
        id: acts

        readonly property real share: (width - spacing) / 2
        readonly property bool stacks: Metrics.reflows || Math.max(send.implicitWidth, copy.implicitWidth) > share

        width: parent.width
        columns: stacks ? 1 : 2
        spacing: 12

        HrButton {
            id: send

            width: acts.stacks ? acts.width : acts.share
            kind: HrButton.Soft
            iconName: "share-variant"
            text: qsTr("Send link")
            onClicked: Invite.sendMessage()
        }

        HrButton {
            id: copy

            width: acts.stacks ? acts.width : acts.share
            kind: HrButton.Outline
            iconName: "content-copy"
            text: qsTr("Copy")
            onClicked: Invite.copyMessage()
        }
    }

    LiveWords {
        width: parent.width
        visible: text !== ""
        color: Theme.ink
        text: Invite.doneText
    }

    Words {
        width: parent.width
        role: Words.Secondary
        text: qsTr("The code is not kept here. You can make a new one until it is used.")
    }

    HrButton {
        width: Math.min(implicitWidth, parent.width)
        kind: HrButton.Text
        leftPadding: 0
        text: qsTr("Cancel the invitation")
        onClicked: root.cancelAsked()
    }
}
