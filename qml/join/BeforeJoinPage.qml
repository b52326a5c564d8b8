// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// Before a video session: microphone, headphones, camera and place. Nothing of it is sent, and nothing here stands in the way of joining.
Item {
    id: root

    // Help that lies over it lets go of microphone and camera.
    onVisibleChanged: visible ? DeviceCheck.start() : DeviceCheck.stop()
    Component.onCompleted: {
        Joining.sessionId = Navigator.argument;
        DeviceCheck.begin();
    }
    Component.onDestruction: DeviceCheck.stop()

    TopBar {
        id: bar

        width: parent.width
        title: qsTr("Before you join")
        onBackPressed: Joining.leave()
    }

    PageScroll {
        anchors.fill: parent
        anchors.topMargin: bar.height
        anchors.bottomMargin: footer.height
        startPadding: 4
        gap: 16

        PreviewCard {
            width: parent.width
            countdown: Joining.countdown
            initial: Joining.initial
        }

        LiveWords {
            width: parent.width
            visible: text !== ""
            text: Joining.isLinkBare ? Joining.offWords(DeviceCheck.isMicOn, DeviceCheck.isCameraOn) : ""
        }

        Column {
            width: parent.width
            spacing: 2

            Words {
                width: parent.width
                role: Words.Subhead
                text: Joining.item.title
            }

            Words {
                width: parent.width
                role: Words.Secondary
                text: Joining.whenText
            }

            LiveWords {
                width: parent.width
                visible: text !== ""
                text: Joining.movedText
            }

            Words {
                width: parent.width
                role: Words.Secondary
                text: qsTr("Nothing is sent until you say that you are ready.")
            }
        }

        CheckList {
            width: parent.width
        }

        Words {
            id: question

            width: parent.width
            role: Words.Section
            text: qsTr("Are you in a place where you can talk?")
        }

        Flow {
            width: parent.width
            spacing: 8

            Repeater {
                model: [
                    {place: DeviceCheck.Private, text: qsTr("Yes")},
                    {place: DeviceCheck.NotYet, text: qsTr("Not yet")},
                    {place: DeviceCheck.Typing, text: qsTr("I’ll type instead")}
                ]

                ChoiceChip {
                    required property var modelData

                    maximumWidth: question.width
                    text: modelData.text
                    isMany: false
                    isChosen: DeviceCheck.place === modelData.place
                    onClicked: DeviceCheck.place = isChosen ? DeviceCheck.Unsaid : modelData.place
                }
            }
        }

        LiveWords {
            width: parent.width
            visible: text !== ""
            role: Words.Secondary
            text: DeviceCheck.place === DeviceCheck.NotYet ? qsTr("A car, a hallway or a walk can work. You can wait to talk.")
                : DeviceCheck.place === DeviceCheck.Typing ? qsTr("Your microphone is off on this page. Check it in the browser, too. Use the chat in the session, if there is one.") : ""
        }

        CardList {
            width: parent.width

            ListRow {
                title: qsTr("Check before each session")
                note: qsTr("Off: Join takes you straight in.")
                isStrong: false
                isPressable: false

                Toggle {
                    isOn: Preferences.checksDevices
                    spokenName: qsTr("Check before each session")
                    onToggledTo: isOn => Preferences.checksDevices = isOn
                }
            }
        }
    }

    FlowFooter {
        id: footer

        anchors.bottom: parent.bottom
        width: parent.width
        backText: qsTr("Leave")
        nextText: qsTr("I’m ready")
        onBackPressed: Joining.leave()
        onHelpPressed: Navigator.openHelp()
        onNextPressed: Joining.ready(DeviceCheck.isMicOn, DeviceCheck.isCameraOn)
    }
}
