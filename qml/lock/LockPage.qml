// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Lock
import Handrail.Theme
import Handrail.View

// Asks for the PIN. It says nothing of whose device this is: no name, no clinic, no word about health.
Item {
    id: root

    readonly property bool isLow: height < 640
    property bool isForgotten: false
    readonly property bool asksClinic: isForgotten || Lock.isEnded

    focus: true
    Keys.onPressed: event => event.accepted = pad.visible && pad.type(event)

    PageScroll {
        id: scroll

        anchors.fill: parent
        startPadding: root.isLow ? 8 : Math.max(16, (height - column.implicitHeight) * 0.35)
        endPadding: 12

        Column {
            id: column

            width: scroll.bodyWidth
            spacing: root.isLow ? 6 : 12

            BrandMark {
                anchors.horizontalCenter: parent.horizontalCenter
                side: root.isLow ? 30 : 38
            }

            Words {
                width: parent.width
                role: Words.Title
                horizontalAlignment: Text.AlignHCenter
                text: root.isForgotten && !Lock.isEnded ? qsTr("Forgot your PIN?") : Lock.title
            }

            // It has its line also when there is nothing to say: the keys must not move under the finger.
            LiveWords {
                width: parent.width
                color: Theme.ink2
                horizontalAlignment: Text.AlignHCenter
                text: root.isForgotten && !Lock.isEnded
                    ? Lock.forgottenText : Lock.text
            }

            ErrorCard {
                width: parent.width
                visible: Lock.hasOtherProblem
                title: Account.problemTitle
                note: Account.problemText
                retryText: Lock.isUnreadable ? qsTr("Try again") : ""
                onRetried: Lock.readAgain()
            }

            Words {
                width: parent.width
                visible: Lock.hasUnsaved
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("This device could not save some answers. They stay here while the app is open.")
            }

            PinPad {
                id: pad

                visible: !root.asksClinic && !Lock.isUnreadable
                width: parent.width
                topPadding: root.isLow ? 4 : 14
                side: root.isLow ? 60 : 72
                hasFinger: Lock.isDeviceOn
            }

            HrButton {
                width: parent.width
                visible: root.asksClinic && !Lock.canGoOnWithoutPin
                text: qsTr("Sign in with your clinic")
                enabled: Account.hasServer
                reason: qsTr("Start Handrail with your clinic’s address first.")
                onClicked: Lock.isSignedIn ? Lock.goOnWithoutPin() : Account.signIn()
            }

            HrButton {
                width: parent.width
                visible: root.asksClinic && Lock.canGoOnWithoutPin
                text: qsTr("Go on without the PIN")
                isBusy: Lock.isBusy
                busyText: qsTr("One moment…")
                onClicked: Lock.goOnWithoutPin()
            }

            HrButton {
                anchors.horizontalCenter: parent.horizontalCenter
                width: Math.min(implicitWidth, parent.width)
                visible: !root.asksClinic
                kind: HrButton.Text
                isSmall: true
                text: (Lock.isPadShut || Lock.isUnreadable) && !Lock.isSignedIn ? qsTr("Sign in with your clinic") : qsTr("Forgot your PIN?")
                onClicked: {
                    Account.clearProblem();
                    root.isForgotten = true;
                }
            }

            // To the PIN; and from there, for who has just signed in, to who was here before.
            HrButton {
                readonly property bool isToPin: root.isForgotten && !Lock.isEnded

                width: parent.width
                visible: isToPin || Lock.isSignedIn
                kind: HrButton.Text
                text: qsTr("Go back")
                onClicked: {
                    if (!isToPin) {
                        Lock.giveUp();
                        return;
                    }
                    root.isForgotten = false;
                    Lock.readAgain();
                }
            }
        }
    }
}
