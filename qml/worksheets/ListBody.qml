// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View
import Handrail.Worksheets

// A list of one's own: what is on it, what could be, and one of it for now. cautions; hasDone (a button at the end). Signal: finished().
PageScroll {
    id: root

    property var cautions: []
    property bool hasDone: false

    signal finished

    startPadding: 4
    gap: 18

    Column {
        width: parent.width
        spacing: 4

        Words {
            width: parent.width
            role: Words.Subhead
            text: Worksheet.ask
        }

        SavedLine {
            width: parent.width
            topPadding: 4
        }
    }

    Repeater {
        model: root.cautions

        Words {
            required property string modelData

            width: parent?.width ?? 0
            role: Words.Secondary
            color: Theme.ink
            text: modelData
        }
    }

    // By number: what is being typed stays when the list changes.
    Repeater {
        model: Worksheet.groups.length

        OwnList {
            required property int index

            width: parent?.width ?? 0
            group: Worksheet.groups[index] ?? null
        }
    }

    Column {
        width: parent.width
        visible: Worksheet.isPicked && Worksheet.everything.length > 0
        spacing: 8

        Words {
            width: parent.width
            role: Words.Section
            text: qsTr("One for now")
        }

        Flow {
            width: parent.width
            spacing: 8

            Repeater {
                model: Worksheet.everything

                ChoiceChip {
                    required property string modelData

                    maximumWidth: root.bodyWidth
                    text: modelData
                    isMany: false
                    isChosen: Worksheet.pick === modelData
                    onClicked: Worksheet.setPick(isChosen ? "" : modelData)
                }
            }
        }

        Words {
            width: parent.width
            visible: Worksheet.pick !== ""
            topPadding: lead + 8
            role: Words.Section
            text: qsTr("When?")
        }

        TimeField {
            width: parent.width
            visible: Worksheet.pick !== ""
            name: qsTr("When?")
            text: Worksheet.pickTime
            longest: Worksheet.longestLine
            onEdited: text => Worksheet.setPickTime(text)
        }
    }

    BringCard {
        width: parent.width
        sheetId: Worksheet.sheetId
    }

    HrButton {
        width: parent.width
        visible: root.hasDone
        text: qsTr("Done")
        onClicked: root.finished()
    }
}
