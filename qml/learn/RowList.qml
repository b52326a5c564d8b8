// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Learn

// Modules or lessons under a label. rows (as LearnView gives them), label, selectedId. Signal: opened(id).
Column {
    id: root

    required property var rows
    required property string label
    property string selectedId

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

        Repeater {
            model: root.rows

            LearnRow {
                id: one

                required property var modelData

                row: modelData
                isSelected: root.selectedId === modelData.id
                onClicked: root.opened(one.row.id)
            }
        }
    }
}
