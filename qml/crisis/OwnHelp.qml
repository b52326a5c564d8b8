// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// The person's own people, for who is in. While it is locked: what they chose for the lock screen, and nothing when they chose nothing.
Column {
    id: root

    readonly property var people: LockHelp.isShown ? LockHelp.people : MyPeople.people

    spacing: Metrics.cardGap
    visible: people.length > 0 || LockHelp.isShown && LockHelp.lines.length > 0

    Column {
        width: parent.width
        visible: root.people.length > 0
        spacing: 8

        Words {
            width: parent.width
            role: Words.Section
            text: qsTr("My people")
        }

        CardList {
            width: parent.width
            spokenName: qsTr("My people")

            Repeater {
                model: root.people

                PersonRow {
                    required property var modelData

                    initials: modelData.initials
                    name: modelData.name
                    note: modelData.role
                    onTexted: LockHelp.isShown ? LockHelp.text(modelData.phone, modelData.message) : MyPeople.textPerson(modelData.id)
                    onCalled: LockHelp.isShown ? LockHelp.call(modelData.phone) : MyPeople.callPerson(modelData.id)
                }
            }
        }
    }

    Repeater {
        model: LockHelp.isShown ? LockHelp.lines : []

        Card {
            id: line

            required property var modelData

            width: root.width
            gap: 2
            topPadding: 12
            bottomPadding: 12

            Words {
                width: parent.width
                role: Words.Subhead
                text: line.modelData.title
            }

            Words {
                width: parent.width
                color: Theme.ink2
                text: line.modelData.text
            }
        }
    }
}
