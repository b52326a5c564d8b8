// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// In a step about people: who is in it without being written, and the way to change that. part.
Column {
    id: root

    property string part

    spacing: 8
    visible: part === "contacts" || part === "pros"

    CardList {
        width: parent.width
        visible: root.part === "contacts"
        spokenName: qsTr("My people")

        Repeater {
            model: root.part === "contacts" ? MyPeople.people : []

            ListRow {
                required property var modelData

                initials: modelData.initials
                title: modelData.name
                note: modelData.role
                isPressable: false
            }
        }

        ListRow {
            iconName: MyPeople.isThere ? "pencil" : "plus"
            title: MyPeople.isThere ? qsTr("Change my people") : qsTr("Add a person")
            isStrong: false
            onClicked: Navigator.go(MyPeople.isThere ? Navigator.MyPeople : Navigator.MyPerson)
        }
    }

    CardList {
        width: parent.width
        visible: root.part === "pros"
        spokenName: SafetyPlan.titleOf(root.part)

        ListRow {
            visible: Crisis.lifeline.id !== ""
            iconName: "phone"
            title: Crisis.lifeline.shown
            note: Crisis.lifeline.callNote
            isPressable: false
        }

        ListRow {
            visible: Crisis.hasClinic
            iconName: "hospital-building"
            title: qsTr("My clinic")
            note: Crisis.clinicHours === "" ? Crisis.clinicPhone : Crisis.clinicHours
            isPressable: false
        }
    }
}
