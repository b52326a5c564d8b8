// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Learn

// Modules or lessons under a label. Of a long list the first come with the page, the rest a moment later. rows (as LearnView gives them), label,
// selectedId. Signal: opened(id).
Column {
    id: root

    required property var rows
    required property string label
    property string selectedId
    readonly property int atOnce: 7
    property bool isWhole: false

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
            model: root.rows.slice(0, root.atOnce)

            LearnRow {
                id: early

                required property var modelData

                row: modelData
                isSelected: root.selectedId === modelData.id
                onClicked: root.opened(early.row.id)
            }
        }

        Repeater {
            model: root.isWhole ? root.rows.slice(root.atOnce) : []

            LearnRow {
                id: late

                required property var modelData

                row: modelData
                isSelected: root.selectedId === modelData.id
                onClicked: root.opened(late.row.id)
            }
        }
    }

    Timer {
        interval: 50
        running: true
        onTriggered: root.isWhole = true
    }
}
