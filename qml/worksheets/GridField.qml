// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Two sides of some things: a card for each row, and in it a place for each column, beside each other where they fit.
Column {
    id: root

    required property SheetField field
    readonly property int count: field.columns.length
    readonly property bool isWide: !Metrics.reflows && width >= 240 * count

    spacing: 12

    Repeater {
        model: root.field.rows

        Card {
            id: row

            required property string modelData
            required property int index

            width: root.width
            padding: 12
            gap: 8

            Words {
                width: parent.width
                role: Words.Section
                color: Theme.ink
                text: row.modelData
            }

            Grid {
                id: cells

                width: parent.width
                columns: root.isWide ? root.count : 1
                spacing: 8

                Repeater {
                    model: root.field.columns

                    NoteField {
                        id: cell

                        required property string modelData
                        required property int index

                        readonly property int place: row.index * root.count + index

                        width: (cells.width - cells.spacing * (cells.columns - 1)) / cells.columns
                        label: modelData
                        lines: 2
                        maximumLength: root.field.longest
                        spokenName: qsTr("%1, %2").arg(row.modelData).arg(modelData)
                        text: root.field.line(place)
                        onEdited: root.field.setLine(place, cell.text)
                    }
                }
            }
        }
    }
}
