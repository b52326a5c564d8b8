// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// One mood or worry check by week: how often, in the form's own words, as a line or by the day as a list. No totals, no bands.
// check: one of Progress.checks.
Card {
    id: root

    required property var check
    property bool isList: false

    gap: 2

    Words {
        width: parent.width
        role: Words.Subhead
        text: root.check.title
    }

    Words {
        width: parent.width
        role: Words.Secondary
        text: root.check.scale
        visible: text !== "" && !root.isList
    }

    Words {
        width: parent.width
        role: Words.Secondary
        text: root.check.text
    }

    Item { width: 1; height: 6 }

    Repeater {
        model: root.isList ? root.check.rows : []

        Words {
            required property string modelData

            width: parent?.width ?? 0
            role: Words.Secondary
            color: Theme.ink
            text: modelData
        }
    }

    TrendChart {
        width: parent.width
        visible: !root.isList
        first: root.check.values
        hasNumbers: false
        maximumValue: 3
        plotHeight: 96
        startText: Progress.startText
        endText: Progress.endText
        spokenName: root.check.spoken
    }
}
