// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Players
import Handrail.Theme
import Handrail.View

// What calms down by the clock: a breath, or the feet on the ground.
PlayStage {
    id: stage

    largest: 220
    reserve: 150 * Type.textScale
    shape: PlayDial {
        fraction: Calm.fraction
        text: Calm.seconds
    }
    controls: PlayControls {
        width: parent?.width ?? 0
        isLow: stage.isLow
        isPaused: Calm.state === Calm.Paused
        onPaused: Calm.pause()
        onResumed: Calm.resume()
        onEnded: Navigator.back()

        Words {
            width: parent?.width ?? 0
            role: Words.Section
            text: Calm.leftText
            Accessible.name: Calm.leftSpoken
        }
    }

    LiveWords {
        width: parent?.width ?? 0
        role: stage.isLow || Metrics.reflows ? Words.Head : Words.Title
        text: Calm.say
        // Both in one breath.
        Accessible.name: qsTr("%1 %2").arg(Calm.say).arg(Calm.line).trim()
        horizontalAlignment: Text.AlignHCenter
    }

    Words {
        width: parent?.width ?? 0
        visible: text !== ""
        text: Calm.line
        isSpoken: false
        horizontalAlignment: Text.AlignHCenter
    }

    Cautions {
        lines: Calm.cautions
    }
}
