// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View
import Handrail.Worksheets

// A worksheet to fill: its numbered fields, each kept by itself, what has no place in it any more, and whether it goes along to a session.
// cautions; hasDone (a button at the end). Signal: finished().
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
            color: Theme.ink2
            text: Worksheet.use === "" ? qsTr("Skip any part.") : qsTr("%1. Skip any part.").arg(Worksheet.use)
        }

        SavedLine {
            width: parent.width
            topPadding: 4
        }
    }

    Column {
        width: parent.width
        visible: Worksheet.resumedText !== ""
        spacing: 0

        Words {
            width: parent.width
            role: Words.Secondary
            text: Worksheet.resumedText
        }

        HrButton {
            kind: HrButton.Text
            isSmall: true
            leftPadding: 0
            text: qsTr("Begin a new one")
            onClicked: Worksheet.beginAnew()
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

    Repeater {
        model: Worksheet.fields

        NumberedField {
            id: place

            required property SheetField modelData
            required property int index

            number: modelData.number
            label: modelData.label
            hint: modelData.hint
            isLast: index === Worksheet.fields.length - 1

            SheetInput {
                field: place.modelData
            }
        }
    }

    Column {
        width: parent.width
        visible: Worksheet.leftOver.length > 0
        spacing: 8

        Words {
            width: parent.width
            role: Words.Section
            text: qsTr("What you wrote before")
        }

        Repeater {
            model: Worksheet.leftOver

            Words {
                required property var modelData

                width: parent?.width ?? 0
                text: qsTr("%1: %2").arg(modelData.label).arg(modelData.text)
            }
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
