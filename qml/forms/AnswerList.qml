// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Questions and what was said. canChange: each row leads back to its question.
Card {
    id: root

    property bool canChange: false

    signal picked(step: int)

    gap: 0
    spokenName: qsTr("Your answers")

    Repeater {
        model: Form.answers

        Column {
            id: line

            required property var modelData
            required property int index

            width: parent?.width ?? 0

            Rectangle {
                width: parent.width
                height: Metrics.hairline
                visible: line.index > 0
                color: Theme.line
            }

            Pressable {
                width: parent.width
                implicitHeight: Math.max(Metrics.touchMin, words.implicitHeight + 16)
                enabled: root.canChange && line.modelData.step >= 0
                text: line.modelData.label
                Accessible.role: root.canChange ? Accessible.Button : Accessible.StaticText
                Accessible.description: line.modelData.problem === "" ? line.modelData.value : line.modelData.problem
                onClicked: root.picked(line.modelData.step)

                Column {
                    id: words

                    anchors.left: parent.left
                    anchors.right: mark.left
                    anchors.rightMargin: 8
                    anchors.verticalCenter: parent.verticalCenter

                    Words {
                        width: parent.width
                        role: Words.Caption
                        text: line.modelData.label
                        isSpoken: false
                    }

                    Words {
                        width: parent.width
                        weight: line.modelData.isSkipped ? 400 : 600
                        color: line.modelData.isSkipped ? Theme.ink2 : Theme.ink
                        text: line.modelData.value
                        isSpoken: false
                    }

                    FieldError {
                        width: parent.width
                        text: line.modelData.problem
                    }
                }

                Icon {
                    id: mark

                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    name: root.canChange ? "chevron-right" : ""
                }
            }
        }
    }
}
