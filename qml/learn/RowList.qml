// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Learn

// Modules or lessons under a label. rows (as LearnView gives them), label, selectedId, room (dp of it that can be seen at first), isWhole (all
// rows are there). Signal: opened(id).
Column {
    id: root

    required property var rows
    required property string label
    property string selectedId
    property alias room: list.room
    property alias isWhole: list.isWhole

    readonly property var noRow: ({id: "", title: "", note: "", spoken: "", ring: "", fraction: 0, isDone: false})

    signal opened(string id)

    visible: rows.length > 0
    spacing: 8

    Words {
        width: parent.width
        role: Words.Section
        text: root.label
    }

    CardList {
        width: parent.width
        spokenName: root.label

        GrowingRows {
            id: list

            wanted: root.rows.length

            LearnRow {
                required property int index

                place: index
                places: root.rows.length
                row: root.rows[index] ?? root.noRow
                isSelected: root.selectedId !== "" && root.selectedId === row.id
                onClicked: root.opened(row.id)
            }
        }
    }
}
