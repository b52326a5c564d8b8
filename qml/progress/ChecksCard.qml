// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// The mood and worry checks by week: how often, in the forms' own words. No totals, no bands.
Card {
    id: root

    gap: 2

    Words {
        width: parent.width
        role: Words.Subhead
        text: qsTr("Mood and worry checks")
    }

    Words {
        width: parent.width
        role: Words.Secondary
        text: Progress.checkScale
        visible: text !== ""
    }

    Repeater {
        model: Progress.checkTexts

        Words {
            required property string modelData

            width: parent?.width ?? 0
            role: Words.Secondary
            text: modelData
        }
    }

    Item { width: 1; height: 6 }

    TrendChart {
        width: parent.width
        first: Progress.moodChecks
        second: Progress.worryChecks
        hasNumbers: false
        maximumValue: 3
        plotHeight: 96
        firstName: qsTr("Mood")
        secondName: qsTr("Worry")
        startText: Progress.startText
        endText: Progress.endText
        spokenName: Progress.checksSpoken
    }
}
