// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// One of the people: text and call, and below it what changes the list. person, as MyPeople.people has it.
CardList {
    id: root

    property var person: ({})
    property bool isFirst: false
    property bool isLast: false

    spokenName: person.name ?? ""

    PersonRow {
        initials: root.person.initials ?? ""
        name: root.person.name ?? ""
        note: root.person.role || root.person.phone || ""
        onTexted: MyPeople.textPerson(root.person.id)
        onCalled: MyPeople.callPerson(root.person.id)
    }

    Item {
        width: parent?.width ?? 0
        implicitHeight: acts.implicitHeight + 4

        Row {
            id: acts

            anchors.right: parent.right
            anchors.rightMargin: 12
            spacing: 8

            IconButton {
                enabled: !root.isFirst
                visible: !(root.isFirst && root.isLast)
                iconName: "chevron-up"
                spokenName: qsTr("Move %1 up").arg(root.person.name ?? "")
                onClicked: MyPeople.move(root.person.id, -1)
            }

            IconButton {
                enabled: !root.isLast
                visible: !(root.isFirst && root.isLast)
                iconName: "chevron-down"
                spokenName: qsTr("Move %1 down").arg(root.person.name ?? "")
                onClicked: MyPeople.move(root.person.id, 1)
            }

            IconButton {
                iconName: "pencil"
                spokenName: qsTr("Change %1").arg(root.person.name ?? "")
                onClicked: Navigator.go(Navigator.MyPerson, root.person.id)
            }
        }
    }
}
