// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Players
import Handrail.Theme
import Handrail.View

// What calms down by what the senses find.
PlayStage {
    largest: 220
    smallest: Metrics.reflows ? 160 : 130
    reserve: 210 * Type.textScale
    shape: CountCircle {
        found: Calm.found
        count: Calm.count
        onTapped: Calm.tap()
    }
    controls: CountButtons {
        onEnded: Navigator.back()
        onSkipped: Calm.next()
    }

    CountWords {
        count: Calm.count
        found: Calm.found
        say: Calm.say
        examples: Calm.line
    }

    Cautions {
        lines: Calm.cautions
    }
}
