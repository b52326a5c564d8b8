// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// An answer that is typed: a number, a day, a time, a line. More lines where the item repeats, each with its own unit where there is a choice.
Column {
    id: root

    required property FormField field

    readonly property int hints: field.control === FormField.Number || field.control === FormField.Quantity ? Qt.ImhFormattedNumbersOnly
        : field.control === FormField.Url ? Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase
        : Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
    readonly property string example: field.placeholder === "" ? "" : qsTr("Like this: %1").arg(field.placeholder)

    spacing: 10

    Words {
        width: parent.width
        role: Words.Secondary
        visible: text !== ""
        text: root.example
    }

    Repeater {
        model: root.field.lineCount

        Column {
            id: answer

            required property int index

            readonly property string spokenName: root.field.lineCount > 1 ? qsTr("%1, answer %2").arg(root.field.text).arg(index + 1)
                : root.field.text

            width: root.width
            spacing: root.spacing
            bottomPadding: root.field.units.length > 1 && index < root.field.lineCount - 1 ? 10 : 0 // closer to its own unit

            Field {
                id: line

                width: parent.width
                spokenName: answer.spokenName
                spokenHint: root.example
                error: answer.index === root.field.lineCount - 1 ? root.field.problemText : ""
                inputMethodHints: root.hints
                // What was there stays, where the form took more before; and FHIR takes no more than this.
                maximumLength: root.field.maxLength > 0 ? Math.max(root.field.maxLength, root.field.lineText(answer.index).length)
                    : 1048576
                text: root.field.lineText(answer.index)
                onEdited: root.field.type(answer.index, text)
                onLineLeft: root.field.leaveLine()

                Connections {
                    target: root.field

                    // All was taken back.
                    function onLinesChanged() {
                        if (line.text !== root.field.lineText(answer.index))
                            line.text = root.field.lineText(answer.index);
                    }
                }
            }

            Flow {
                width: parent.width
                spacing: 8
                visible: root.field.units.length > 1

                Accessible.role: Accessible.Grouping
                Accessible.name: qsTr("%1, unit").arg(answer.spokenName)

                Repeater {
                    model: root.field.units

                    ChoiceChip {
                        required property var modelData

                        text: modelData.text
                        maximumWidth: answer.width
                        isMany: false
                        isChosen: root.field.lineUnits[answer.index] === modelData.code
                        onClicked: root.field.chooseUnit(answer.index, modelData.code)
                    }
                }
            }
        }
    }

    Words {
        width: parent.width
        role: Words.Secondary
        visible: root.field.units.length === 1
        text: visible ? qsTr("In %1").arg(root.field.units[0].text) : ""
    }

    HrButton {
        width: Math.min(implicitWidth, parent.width)
        visible: root.field.canAddLine
        kind: HrButton.Text
        text: qsTr("Add another answer")
        onClicked: root.field.addLine()
    }
}
