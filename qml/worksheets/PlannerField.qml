// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// A day by the hour: what stands at each hour, and a mark that turns with each press.
Column {
    id: root

    required property SheetField field
    readonly property bool isStacked: Metrics.reflows || width < 260

    spacing: 10

    Repeater {
        model: root.field.hours

        Grid {
            id: hour

            required property string modelData
            required property int index

            readonly property string mark: root.field.marks[index] ?? ""

            width: root.width
            columns: root.isStacked ? 1 : 2
            spacing: 6
            verticalItemAlignment: Grid.AlignVCenter

            Words {
                width: root.isStacked ? hour.width : hour.width - turn.width - hour.spacing
                role: Words.Section
                color: Theme.ink
                text: hour.modelData
                isSpoken: false
            }

            Item {
                width: 1
                height: 1
                visible: !root.isStacked
            }

            Field {
                id: words

                width: root.isStacked ? hour.width : hour.width - turn.width - hour.spacing
                maximumLength: root.field.longest
                spokenName: hour.modelData
                text: root.field.line(hour.index)
                onEdited: root.field.setLine(hour.index, words.text)
            }

            ChoiceChip {
                id: turn

                maximumWidth: root.isStacked ? hour.width : root.width / 2
                text: hour.mark === "" ? qsTr("Mark") : hour.mark
                isChosen: hour.mark !== ""
                spokenName: hour.mark === "" ? qsTr("%1, no mark").arg(hour.modelData) : qsTr("%1, %2").arg(hour.modelData).arg(hour.mark)
                onClicked: root.field.turnMark(hour.index)
            }
        }
    }
}
