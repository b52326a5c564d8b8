// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Players
import Handrail.Theme
import Handrail.View

// A breath: a circle that grows and shrinks, its words in it, a line below.
TimedStage {
    id: root

    // The choice not to hold is there without scrolling where the window is not low.
    reserve: (Metrics.reflows || isLow ? 120 : Timed.hasHolding ? 84 : 24) + 62 * Type.textScale
    shape: BreathShape {
        id: circle

        say: Timed.say
        note: root.isResting ? qsTr("Paused") : Timed.secondsText
    }

    Column {
        width: parent?.width ?? 0
        visible: !circle.isInside

        LiveWords {
            width: parent.width
            role: Words.Title
            text: Timed.say
            horizontalAlignment: Text.AlignHCenter
        }

        Words {
            width: parent.width
            text: circle.note
            horizontalAlignment: Text.AlignHCenter
            isSpoken: false
        }
    }

    Words {
        width: parent?.width ?? 0
        visible: text !== ""
        text: Timed.line
        horizontalAlignment: Text.AlignHCenter
    }

    ChoiceChip {
        anchors.horizontalCenter: parent?.horizontalCenter
        maximumWidth: parent?.width ?? 0
        visible: Timed.hasHolding
        text: qsTr("Without holding")
        isChosen: Timed.isWithoutHolding
        onClicked: Timed.setWithoutHolding(!Timed.isWithoutHolding)
    }
}
