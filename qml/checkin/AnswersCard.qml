// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// What was said, in the person's own order: question, answer.
Card {
    id: root

    gap: 10
    spokenName: qsTr("Your answers")

    Words {
        width: parent.width
        role: Words.Subhead
        text: qsTr("What you said")
    }

    Words {
        width: parent.width
        visible: text !== ""
        role: Words.Secondary
        text: CheckInDone.summaryNotice
    }

    Repeater {
        model: CheckInDone.summary

        Column {
            id: line

            required property var modelData

            width: parent?.width ?? 0

            Words {
                width: parent.width
                role: Words.Caption
                text: line.modelData.label
            }

            Words {
                width: parent.width
                role: Words.Body
                weight: line.modelData.isSkipped ? 400 : 600
                color: line.modelData.isSkipped ? Theme.ink2 : Theme.ink
                text: line.modelData.value
            }
        }
    }
}
