// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Family
import Handrail.Theme
import Handrail.View

// The relative's first page: the next family session, and while something is shared, what that is and what stays with the patient.
Item {
    id: root

    PageScroll {
        anchors.fill: parent
        startPadding: 12
        endPadding: 48
        gap: Metrics.cardGap

        PageHeader {
            id: header

            width: parent.width
            dateText: Family.dateText
            greeting: Family.greeting
            endWidth: chip.visible ? chip.width : 0
            endHeight: chip.height

            StatusChip {
                id: chip

                x: header.endX
                y: header.endY
                width: Math.min(implicitWidth, header.width)
                visible: text !== ""
                tone: StatusChip.Soft
                isTall: true
                iconName: "heart"
                text: Family.hereFor
            }
        }

        Card {
            width: parent.width
            visible: Family.newsTitle !== ""
            topPadding: 14
            bottomPadding: 14
            gap: 4

            LiveWords {
                width: parent.width
                role: Words.Subhead
                text: Family.newsTitle
            }

            Words {
                width: parent.width
                role: Words.Secondary
                text: Family.newsText
            }
        }

        Loader {
            width: parent.width
            active: HowWasIt.dueId !== ""
            visible: active
            source: "qrc:/qt/qml/Handrail/Join/HowWasItCard.qml"
        }

        FamilySessionCard {
            width: parent.width
        }

        FamilyAnswer {
            width: parent.width
        }

        LiveWords {
            width: parent.width
            visible: text !== ""
            role: Words.Secondary
            color: Theme.ink
            text: SessionDetail.message !== "" ? SessionDetail.message : Coming.message
        }

        FamilyTimes {
            width: parent.width
            visible: Family.busy.length + Family.presence.length > 0
        }

        Repeater {
            model: HelpCards.cards

            AgreedCard {
                required property var modelData

                width: parent?.width ?? 0
                card: modelData
            }
        }

        CardList {
            width: parent.width

            ListRow {
                iconName: "book-open-variant"
                title: qsTr("Lessons for families")
                note: qsTr("Short reads. They work with no internet.")
                isNoteSmall: true
                isStrong: false
                onClicked: Navigator.go(Navigator.FamilyLessons)
            }

            ListRow {
                visible: Concern.isOffered
                iconName: "message-text"
                title: qsTr("Tell the clinic something")
                note: qsTr("One way: the clinic may not answer")
                isNoteSmall: true
                isStrong: false
                onClicked: Navigator.go(Navigator.TellClinic)
            }

            ListRow {
                visible: OtherAccounts.others.length > 0
                iconName: "account-multiple"
                title: qsTr("Who are you here for?")
                note: qsTr("%1 now", "a person’s name").arg(OtherAccounts.current)
                isNoteSmall: true
                isStrong: false
                onClicked: Navigator.go(Navigator.Me)
            }
        }

        SharingCard {
            width: parent.width
            visible: Family.sees.length > 0
        }
    }
}
