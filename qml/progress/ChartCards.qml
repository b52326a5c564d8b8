// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Urges and mood as lines, sleep as bars, each under its sentence.
Column {
    id: root

    spacing: Metrics.cardGap

    Card {
        width: parent.width
        gap: 2

        Words {
            width: parent.width
            role: Words.Subhead
            text: qsTr("Urges and mood")
        }

        Repeater {
            model: [Progress.cravingText, Progress.moodText]

            Words {
                required property string modelData

                width: parent?.width ?? 0
                role: Words.Secondary
                text: modelData
                visible: text !== ""
            }
        }

        Item { width: 1; height: 6 }

        TrendChart {
            width: parent.width
            first: Progress.craving
            second: Progress.mood
            firstName: qsTr("Urge")
            secondName: qsTr("Mood")
            startText: Progress.startText
            endText: Progress.endText
            spokenName: Progress.trendSpoken
        }
    }

    Card {
        width: parent.width
        gap: 2

        Words {
            width: parent.width
            role: Words.Subhead
            text: qsTr("Sleep")
        }

        Words {
            width: parent.width
            role: Words.Secondary
            text: Progress.sleepText
        }

        Item { width: 1; height: 6 }

        SleepBars {
            width: parent.width
            values: Progress.sleep
            spokenName: Progress.sleepSpoken
        }
    }
}
