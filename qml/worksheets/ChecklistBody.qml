// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View
import Handrail.Worksheets

// Things to tick, and where they lead. cautions; hasDone (buttons at the end). Signals: finished(), ledOn(id).
PageScroll {
    id: root

    property var cautions: []
    property bool hasDone: false

    signal finished
    signal ledOn(id: string)

    startPadding: 4
    gap: 10

    Words {
        width: parent.width
        color: Theme.ink2
        text: Worksheet.use === "" ? qsTr("Skip any part.") : qsTr("%1. Skip any part.").arg(Worksheet.use)
    }

    SavedLine {
        width: parent.width
    }

    Words {
        width: parent.width
        visible: text !== ""
        role: Words.Secondary
        text: Worksheet.resumedText
    }

    HrButton {
        visible: Worksheet.resumedText !== ""
        kind: HrButton.Text
        isSmall: true
        leftPadding: 0
        text: qsTr("Begin a new one")
        onClicked: Worksheet.beginAnew()
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

    Words {
        width: parent.width
        role: Words.Section
        text: qsTr("%1 of %2 done").arg(Worksheet.doneCount).arg(Worksheet.items.length)
    }

    // By number: the focus stays where it is.
    Repeater {
        model: Worksheet.items.length

        AnswerOption {
            required property int index

            readonly property var item: Worksheet.items[index] ?? null

            width: parent?.width ?? 0
            // The number stays beside its unit.
            text: !item ? "" : item.minutes > 0 ? qsTr("%1 %n min", "what to do, and how long", item.minutes).arg(item.say).replace(/ (?=\S+$)/, "\u00a0") : item.say
            isMany: true
            isChosen: item?.isDone ?? false
            onClicked: Worksheet.tick(item.id)
        }
    }

    Item { width: 1; height: 4 }

    HrButton {
        width: parent.width
        visible: root.hasDone && Worksheet.thenSkill !== ""
        iconName: "play"
        text: qsTr("Go on: %1").arg(Worksheet.thenTitle)
        onClicked: root.ledOn(Worksheet.thenSkill)
    }

    HrButton {
        width: parent.width
        visible: root.hasDone
        kind: Worksheet.thenSkill === "" ? HrButton.Primary : HrButton.Outline
        text: qsTr("Done")
        onClicked: root.finished()
    }
}
