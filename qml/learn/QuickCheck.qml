// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// A question with its answers; each answer has a kind reply, can be changed as often as one likes, and holds nothing up. isTitled: the question
// is the page's title already. Signal: chosen(reply).
Column {
    id: root

    property bool isTitled: false

    signal chosen(Item reply)

    spacing: 10

    Words {
        width: parent.width
        visible: !root.isTitled
        bottomPadding: 2
        role: Words.Subhead
        text: qsTr("Quick check: %1").arg(Lesson.ask)
    }

    Column {
        width: parent.width
        spacing: 10

        Accessible.role: Accessible.Grouping
        Accessible.name: Lesson.ask

        Repeater {
            model: Lesson.answers

            AnswerOption {
                required property int index
                required property string modelData

                width: parent?.width ?? 0
                text: modelData
                isChosen: Lesson.chosen === index
                hasTick: Lesson.isBest
                onClicked: {
                    Lesson.choose(index);
                    root.chosen(said);
                }
            }
        }
    }

    Row {
        id: said

        width: parent.width
        visible: reply.text !== ""
        topPadding: 4
        spacing: 10

        Icon {
            id: mark

            name: Lesson.isBest ? "check" : "lightbulb-outline"
            color: Theme.primary
        }

        Column {
            width: parent.width - mark.width - 10

            Words {
                id: verdict

                width: parent.width
                role: Words.Subhead
                text: Lesson.isBest ? qsTr("This fits best.") : qsTr("Another one fits better.")
                isSpoken: false
            }

            LiveWords {
                id: reply

                width: parent.width
                text: Lesson.reply
                Accessible.name: qsTr("%1 %2").arg(verdict.text).arg(text)
            }
        }
    }
}
