// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.CheckIn
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Thanks, the last 14 days, what may help now, what was said, who can see it, and whether the clinic has it.
Item {
    id: root

    Component.onCompleted: CheckInDone.setShown(true)
    Component.onDestruction: CheckInDone.setShown(false)

    PageScroll {
        anchors.fill: parent
        anchors.bottomMargin: footer.height
        startPadding: 24
        gap: Metrics.cardGap

        Row {
            width: parent.width
            spacing: 14

            IconTile {
                id: tick

                visible: !Metrics.reflows
                tone: IconTile.Solid
                side: 52
                iconSize: 30
                iconName: "check"
            }

            Column {
                width: parent.width - (tick.visible ? tick.width + 14 : 0)
                anchors.verticalCenter: parent.verticalCenter

                Words {
                    width: parent.width
                    role: Words.Title
                    text: CheckInDone.thanks
                }

                Words {
                    width: parent.width
                    role: Words.Secondary
                    text: CheckInDone.isAllSkipped ? qsTr("You skipped them all. That’s okay.") : qsTr("Your answers help us help you.")
                }

                Words {
                    width: parent.width
                    visible: text !== ""
                    role: Words.Secondary
                    text: CheckInDone.dayText
                }
            }
        }

        // Something is to be chosen: it is not left to the end of the page.
        Card {
            width: parent.width
            visible: CheckInDone.outrun !== ""
            gap: 8

            LiveWords {
                width: parent.width
                role: Words.Subhead
                text: CheckInDone.outrun !== "" ? CheckInDone.sentText : ""
            }

            HrButton {
                width: parent.width
                isSmall: true
                text: qsTr("Look at both")
                onClicked: Navigator.go(Navigator.FormAnswers, CheckInDone.outrun)
            }
        }

        TwoWeeksCard {
            width: parent.width
            visible: CheckInDone.headline.length > 0 || CheckInDone.hasTrend
        }

        ThingsThatHelp {
            width: parent.width
        }

        AnswersCard {
            width: parent.width
            visible: !CheckInDone.isAllSkipped
        }

        CardList {
            width: parent.width

            ListRow {
                iconName: "eye"
                title: qsTr("Who can see it")
                note: CheckInDone.sharingText
                isNoteSmall: true
                isStrong: false
                isPressable: false

                Toggle {
                    visible: !CheckInDone.isRefused
                    enabled: CheckInDone.canKeep
                    isOn: CheckInDone.isShared
                    spokenName: qsTr("My care team can see this check-in")
                    spokenHint: enabled ? "" : qsTr("It has left this device. Ask your clinic if you want it taken back.")
                    onToggledTo: isOn => CheckInDone.setShared(isOn)
                }
            }

            ListRow {
                visible: CheckInDone.changeable !== ""
                iconName: "pencil"
                title: qsTr("Change my answers")
                isStrong: false
                onClicked: Navigator.go(Navigator.FormAnswers, CheckInDone.changeable)
            }
        }

        Card {
            width: parent.width
            gap: 8

            Row {
                width: parent.width
                visible: CheckInDone.outrun === ""
                spacing: 10

                Icon {
                    id: sent

                    name: CheckInDone.isSent ? "check-circle-outline" : "clock"
                    size: 22
                    color: CheckInDone.isSent ? Theme.primary : Theme.ochre
                }

                LiveWords {
                    width: parent.width - sent.width - 10
                    role: Words.Subhead
                    text: CheckInDone.sentText
                }
            }

            Words {
                width: parent.width
                role: Words.Secondary
                text: qsTr("Your care team does not watch this app live.")
            }

            Words {
                width: parent.width
                visible: text !== ""
                role: Words.Secondary
                text: CheckInDone.isShared ? Safety.monitoringText : ""
            }

            HrButton {
                width: Math.min(implicitWidth, parent.width)
                visible: CheckInDone.isHeld
                kind: HrButton.Soft
                isSmall: true
                text: qsTr("Send now")
                onClicked: CheckInDone.letGo()
            }

            HrButton {
                width: parent.width
                visible: CheckInDone.isRefused && CheckInDone.outrun === ""
                kind: HrButton.Soft
                isSmall: true
                text: qsTr("See what to do")
                onClicked: Navigator.go(Navigator.Outbox)
            }
        }

        // Whose words the form is made of: a clinic's own check-in may ask with those of an instrument.
        Words {
            width: parent.width
            visible: text !== ""
            role: Words.Caption
            text: CheckInDone.copyright
        }
    }

    FlowFooter {
        id: footer

        width: parent.width
        anchors.bottom: parent.bottom
        backText: ""
        nextText: qsTr("Done")
        about: 0 // it comes where Finish was
        onHelpPressed: Navigator.openHelp()
        onNextPressed: {
            CheckInDone.letGo();
            Navigator.home();
        }
    }
}
