// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Until Join opens, and the tap. What the clinic says instead of a link stands here too. Leaving asks nothing.
Rectangle {
    id: root

    readonly property bool isCalm: Joining.step === Joining.Early || Joining.step === Joining.Ready
    readonly property bool isLow: height < Metrics.low
    readonly property bool isLowest: height < Metrics.lowHeight

    color: Theme.calm
    Component.onCompleted: Joining.sessionId = Navigator.argument

    TopBar {
        id: bar

        width: parent.width
        title: Joining.item.isValid ? Joining.item.title : qsTr("Your session")
        isClose: true
        isKept: false
        onBackPressed: Joining.leave()
    }

    PageScroll {
        anchors.fill: parent
        anchors.topMargin: bar.height
        anchors.bottomMargin: footer.height
        startPadding: 8
        gap: 16

        CalmCircle {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: root.isCalm && !root.isLowest
            side: root.isLow && !Metrics.reflows ? 170 : 230
        }

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: !root.isCalm
            size: 48
            name: Joining.step === Joining.Opened ? "check-circle-outline" : Joining.step === Joining.Asking ? "timer-sand" : "information-outline"
            color: Theme.primary
        }

        LiveWords {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            role: Words.Title
            text: Joining.title
        }

        LiveWords {
            width: parent.width
            visible: text !== ""
            horizontalAlignment: Text.AlignHCenter
            role: Words.Section
            text: Joining.movedText
        }

        LiveWords {
            width: parent.width
            visible: text !== ""
            horizontalAlignment: Text.AlignHCenter
            role: Words.Section
            text: Joining.offText
        }

        LiveWords {
            width: parent.width
            visible: text !== ""
            horizontalAlignment: Text.AlignHCenter
            text: Joining.text
        }

        HrButton {
            width: parent.width
            visible: Joining.shouldCall && Crisis.hasClinic
            iconName: "phone"
            text: qsTr("Call your clinic")
            onClicked: Crisis.call("clinic")
        }

        Words {
            width: parent.width
            visible: Joining.shouldCall && Crisis.hasClinic
            horizontalAlignment: Text.AlignHCenter
            role: Words.Secondary
            text: Crisis.clinicPhone
        }

        HrButton {
            width: parent.width
            visible: Joining.canJoin || Joining.step === Joining.Asking
            kind: Joining.shouldCall || Joining.step === Joining.Opened ? HrButton.Outline : HrButton.Primary
            iconName: "video"
            text: Joining.step === Joining.Opened ? qsTr("Join again") : Joining.step === Joining.Refused ? qsTr("Try again") : qsTr("Join")
            isBusy: Joining.step === Joining.Asking
            busyText: qsTr("Asking your clinic…")
            onClicked: Joining.join()
        }

        CardList {
            width: parent.width
            visible: Joining.item.isValid && Joining.item.leaders !== "" && Joining.step !== Joining.Refused
            spokenName: qsTr("Who leads it")

            ListRow {
                iconName: "account"
                title: Joining.item.leaders
                note: Joining.item.startsText
                isPressable: false
            }
        }

        CardList {
            width: parent.width
            visible: Joining.nobodyText !== "" && Crisis.hasClinic

            ListRow {
                iconName: "phone"
                title: Joining.nobodyText
                note: qsTr("Call your clinic, %1").arg(Crisis.clinicPhone)
                onClicked: Crisis.call("clinic")
            }
        }
    }

    FlowFooter {
        id: footer

        anchors.bottom: parent.bottom
        width: parent.width
        backText: qsTr("Leave")
        nextText: ""
        onBackPressed: Joining.leave()
        onHelpPressed: Navigator.openHelp()
    }
}
