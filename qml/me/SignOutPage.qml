// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Signing out says first what is not sent yet, offers to send it, and then what stays.
Item {
    TopBar {
        id: top

        width: parent.width
        title: qsTr("Sign out")
        onBackPressed: Navigator.back()
    }

    PageScroll {
        anchors.fill: parent
        anchors.topMargin: top.height
        startPadding: 16
        gap: Metrics.cardGap

        CardList {
            width: parent.width
            spokenName: qsTr("What signing out does")

            ListRow {
                iconName: "cellphone"
                title: qsTr("Goes away from this device")
                note: qsTr("Your sessions and answers")
                isPressable: false
            }

            ListRow {
                iconName: "hospital-building"
                title: qsTr("Stays safe")
                note: qsTr("Your records at your clinic")
                isPressable: false
            }

            ListRow {
                iconName: Account.unsentCount > 0 ? "cloud-outline" : "check-circle-outline"
                title: Account.unsentCount > 0 ? qsTr("Not sent yet") : qsTr("All sent")
                note: Account.signOutText
                isPressable: false
            }
        }

        HrButton {
            width: parent.width
            visible: Account.unsentCount > 0
            text: qsTr("Send first, then sign out")
            isBusy: Account.isBusy
            busyText: qsTr("Sending…")
            onClicked: Account.sendThenSignOut()
        }

        HrButton {
            width: parent.width
            kind: Account.unsentCount > 0 ? HrButton.Outline : HrButton.Primary
            text: Account.unsentCount > 0 ? qsTr("Sign out without sending") : qsTr("Sign out")
            onClicked: Account.signOut()
        }

        HrButton {
            width: parent.width
            kind: HrButton.Text
            text: qsTr("Stay signed in")
            onClicked: Navigator.back()
        }
    }
}
