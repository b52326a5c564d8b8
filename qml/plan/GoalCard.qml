// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// One goal: in whose words, the steps, who helps, when it is looked at again, and the two things to say about it.
Card {
    id: root

    required property var goal

    signal asked(int matter)

    padding: 14
    gap: 8
    spokenName: goal.title

    Words {
        width: parent.width
        role: Words.Subhead
        text: root.goal.title
    }

    StatusChip {
        width: Math.min(implicitWidth, parent.width)
        visible: text !== ""
        tone: StatusChip.Soft
        text: root.goal.stateText
    }

    Repeater {
        model: root.goal.steps

        Item {
            id: step

            required property var modelData

            width: parent?.width ?? 0
            height: words.height

            Icon {
                id: mark

                x: root.LayoutMirroring.enabled ? parent.width - width : 0
                y: 1
                name: !step.modelData.hasState ? "arrow-right" : step.modelData.isDone ? "check-circle" : "checkbox-blank-circle-outline"
                size: 20
                color: step.modelData.isDone ? Theme.primary : Theme.ink2
            }

            Column {
                id: words

                anchors.left: parent.left
                anchors.leftMargin: mark.width + 10
                anchors.right: parent.right

                Words {
                    width: parent.width
                    text: step.modelData.text
                    Accessible.name: !step.modelData.hasState ? text : step.modelData.isDone ? qsTr("Done: %1").arg(text) : qsTr("To do: %1").arg(text)
                }

                Words {
                    width: parent.width
                    visible: text !== ""
                    role: Words.Caption
                    text: step.modelData.note
                }
            }
        }
    }

    Words {
        width: parent.width
        visible: text !== ""
        role: Words.Secondary
        text: root.goal.helpersText
    }

    Words {
        width: parent.width
        visible: text !== ""
        role: Words.Secondary
        text: root.goal.reviewText
    }

    LiveWords {
        width: parent.width
        visible: text !== ""
        role: Words.Secondary
        color: Theme.ink
        text: root.goal.askedText === "" ? "" : qsTr("You told your team. %1").arg(root.goal.askedText)
    }

    Flow {
        width: parent.width
        visible: Plan.canAsk
        spacing: 16

        HrButton {
            width: Math.min(implicitWidth, parent.width)
            kind: HrButton.Text
            isSmall: true
            leftPadding: 0
            text: qsTr("I don’t understand")
            spokenName: qsTr("I don’t understand: %1").arg(root.goal.title)
            onClicked: root.asked(Plan.NotClear)
        }

        HrButton {
            width: Math.min(implicitWidth, parent.width)
            kind: HrButton.Text
            isSmall: true
            leftPadding: 0
            text: qsTr("I don’t agree")
            spokenName: qsTr("I don’t agree: %1").arg(root.goal.title)
            onClicked: root.asked(Plan.NotAgreed)
        }
    }
}
