// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Theme
import Handrail.Controls

// One of the two weeks of a step: what is planned on which day.
Card {
    id: root

    required property var week

    readonly property color ink: week.isNew ? Theme.onPrimarySoft : Theme.ink

    padding: 14
    gap: 6
    color: week.isNew ? Theme.primarySoft : Theme.surface
    spokenName: qsTr("%1: %2").arg(week.title).arg(week.count)

    Words {
        width: parent.width
        role: Words.Secondary
        color: root.ink
        text: root.week.title
        isSpoken: false
    }

    Words {
        width: parent.width
        role: Words.Head
        color: root.ink
        text: root.week.count
        isSpoken: false
    }

    Repeater {
        model: root.week.days

        Column {
            id: day

            required property var modelData

            width: parent?.width ?? 0

            Words {
                width: parent.width
                role: Words.Caption
                weight: 600
                color: root.ink
                text: day.modelData.day
            }

            Words {
                width: parent.width
                role: Words.Secondary
                color: day.modelData.isFree && !root.week.isNew ? Theme.ink2 : root.ink
                text: day.modelData.words
            }
        }
    }
}
