// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.CheckIn
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Thanks, whether the clinic has it, the last 14 days, what was said, and who can see it.
Item {
    id: root

    Component.onCompleted: if (CheckIn.state !== CheckIn.Done) CheckIn.begin()

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
                    text: CheckIn.thanks
                }

                Words {
                    width: parent.width
                    role: Words.Secondary
                    text: CheckIn.isAllSkipped ? qsTr("You skipped them all. That’s okay.") : qsTr("Your answers help us help you.")
                }
            }
        }

        Card {
            width: parent.width
            gap: 6

            Row {
                width: parent.width
                spacing: 10

                Icon {
                    id: sent

                    name: CheckIn.isSent ? "check-circle-outline" : "clock"
                    size: 22
                    color: CheckIn.isSent ? Theme.primary : Theme.ochre
                }

                LiveWords {
                    width: parent.width - sent.width - 10
                    role: Words.Subhead
                    text: CheckIn.sentText
                }
            }

            Words {
                width: parent.width
                role: Words.Secondary
                text: qsTr("Your care team does not watch this app live.")
            }

            HrButton {
                width: parent.width
                visible: CheckIn.isRefused
                kind: HrButton.Soft
                isSmall: true
                text: qsTr("See what to do")
                onClicked: Navigator.go(Navigator.Outbox)
            }
        }

        TwoWeeksCard {
            width: parent.width
            visible: CheckIn.headline.length > 0 || CheckIn.hasTrend
        }

        AnswersCard {
            width: parent.width
            visible: !CheckIn.isAllSkipped
        }

        Row {
            width: parent.width
            spacing: 12

            Icon {
                id: eye

                name: "eye"
                color: Theme.ink2
            }

            Words {
                width: parent.width - eye.width - 12
                role: Words.Secondary
                text: qsTr("Your care team can see this. Your family can’t.")
            }
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
            CheckIn.leave();
            Navigator.home();
        }
    }
}
