// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Me
import Handrail.Theme
import Handrail.View

// Two ways to leave. Both say first what is not sent yet and offer to send it, and then what goes and what stays.
Item {
    id: root

    readonly property bool isUnsent: Account.unsentCount > 0

    Component.onCompleted: Account.forgetSendReport()

    TopBar {
        id: bar

        width: parent.width
        title: qsTr("Sign out")
        onBackPressed: Navigator.back()
    }

    PageScroll {
        anchors.fill: parent
        anchors.topMargin: bar.height
        startPadding: 8
        endPadding: 48
        gap: Metrics.cardGap

        Card {
            width: parent.width
            gap: 10

            Row {
                width: parent.width
                spacing: 12

                Icon {
                    id: mark

                    name: root.isUnsent ? "clock" : "check-circle-outline"
                    color: root.isUnsent ? Theme.ochre : Theme.primary
                }

                Column {
                    width: parent.width - mark.width - 12

                    Words {
                        width: parent.width
                        role: Words.Subhead
                        text: root.isUnsent ? qsTr("Not sent yet") : qsTr("Nothing waits")
                    }

                    Words {
                        width: parent.width
                        role: Words.Secondary
                        text: root.isUnsent ? Account.unsentText : qsTr("Your clinic has everything that you sent from here.")
                    }
                }
            }

            LiveWords {
                width: parent.width
                role: Words.Secondary
                color: Theme.ink
                text: Account.sendReport
                visible: text !== ""
            }

            HrButton {
                width: parent.width
                visible: root.isUnsent && !Account.needsSignIn
                kind: HrButton.Soft
                isSmall: true
                text: qsTr("Send it now")
                isBusy: Account.isBusy
                busyText: qsTr("Sending…")
                onClicked: Account.sendNow()
            }

            HrButton {
                width: parent.width
                visible: root.isUnsent
                kind: HrButton.Text
                isSmall: true
                text: qsTr("See what waits")
                onClicked: Navigator.go(Navigator.Outbox)
            }
        }

        LeavingCard {
            width: parent.width
            title: qsTr("Sign out")
            note: Account.keptText
            actText: qsTr("Sign out")
            isPrimary: true
            onActed: Account.signOut()
        }

        LeavingCard {
            width: parent.width
            title: qsTr("Sign out and erase what is here")
            note: qsTr("Erases everything of this account on this device, sent or not. It also erases your clinic’s number, if nobody else uses Handrail here.")
            more: Account.staysText + " " + qsTr("Your records at your clinic stay. So do Help now, calendar entries, copies you saved, and your text size and language.")
            actText: qsTr("Sign out and erase")
            onActed: {
                if (root.isUnsent || Account.onlyHereText !== "")
                    question.isOpen = true;
                else
                    Account.erase();
            }
        }

        HrButton {
            width: parent.width
            kind: HrButton.Text
            text: qsTr("Stay signed in")
            onClicked: Navigator.back()
        }
    }

    EraseQuestion {
        id: question

        anchors.fill: parent
    }
}
