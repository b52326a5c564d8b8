// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// The level of care, on the rail, and the way to the next step.
Card {
    id: root

    topPadding: 14
    bottomPadding: 12
    gap: 6

    Words {
        width: parent.width
        role: Words.Subhead
        text: Plan.levelText
    }

    Words {
        width: parent.width
        visible: text !== ""
        role: Words.Secondary
        text: Plan.untilText
    }

    RailPath {
        width: parent.width
        visible: Plan.rail.length > 0
        isFull: true
        phases: Plan.rail
        week: Plan.railWeek
        phase: Plan.railPhase
        knobLabel: Plan.knobLabel
        spokenName: Plan.railSpoken
    }

    HrButton {
        width: Math.min(implicitWidth, parent.width)
        visible: Plan.hasNextStep
        kind: HrButton.Text
        leftPadding: 0
        isSmall: true
        text: Plan.stepTitle
        onClicked: Navigator.go(Navigator.NextStep)
    }
}
