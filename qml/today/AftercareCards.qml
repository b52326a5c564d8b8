// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Crisis
import Handrail.Theme
import Handrail.View

// After the program: the first of my people, and the way to more support.
Column {
    id: root

    readonly property var person: MyPeople.people.length > 0 ? MyPeople.people[0] : null

    spacing: Metrics.cardGap

    NumberCard {
        width: parent.width
        visible: Crisis.shownNumber !== ""
    }

    CardList {
        width: parent.width
        spokenName: qsTr("My person")

        PersonRow {
            visible: root.person !== null
            initials: root.person?.initials ?? ""
            name: root.person?.name ?? ""
            note: root.person?.role ?? ""
            onCalled: MyPeople.call()
            onTexted: MyPeople.textPerson(root.person.id)
        }

        ListRow {
            visible: root.person === null
            tileIcon: "account"
            tone: IconTile.Plum
            title: qsTr("Choose a person")
            note: qsTr("Someone to call on a hard day")
            onClicked: Navigator.go(Navigator.MyPerson)
        }
    }

    Card {
        width: parent.width
        topPadding: 14
        bottomPadding: 14
        gap: 8

        Words {
            width: parent.width
            role: Words.Subhead
            text: qsTr("Need more support?")
        }

        Words {
            width: parent.width
            role: Words.Secondary
            text: qsTr("You can ask for more care at any time.")
        }

        Flow {
            width: parent.width
            spacing: 8

            HrButton {
                width: Math.min(implicitWidth, parent.width)
                visible: Messages.isOffered
                kind: HrButton.Soft
                isSmall: true
                iconName: "message-text"
                text: qsTr("Message my team")
                onClicked: {
                    Messages.begin(qsTr("I could use more support. Can we talk?"));
                    Navigator.go(Navigator.Messages);
                }
            }

            HrButton {
                width: Math.min(implicitWidth, parent.width)
                visible: Crisis.hasClinic
                kind: HrButton.Outline
                isSmall: true
                iconName: "phone"
                text: qsTr("Call my clinic")
                onClicked: Crisis.call("clinic")
            }

            HrButton {
                width: Math.min(implicitWidth, parent.width)
                kind: HrButton.Outline
                isSmall: true
                iconName: "hand-heart"
                text: qsTr("Community help")
                onClicked: Navigator.go(Navigator.Community)
            }
        }
    }
}
