// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Times that the patient shares: when they are busy, and on which days they were there. Nothing else of them is known here.
Column {
    id: root

    component Times: Card {
        id: times

        property string title
        property var lines: []

        width: parent?.width ?? 0
        visible: lines.length > 0
        topPadding: 14
        bottomPadding: 14
        gap: 6

        Words {
            width: parent.width
            role: Words.Subhead
            text: times.title
        }

        Repeater {
            model: times.lines

            Words {
                required property string modelData

                width: parent?.width ?? 0
                role: Words.Secondary
                color: Theme.ink
                text: modelData
            }
        }
    }

    spacing: Metrics.cardGap

    Times {
        title: Family.busyTitle
        lines: Family.busy
    }

    Times {
        title: Family.presenceTitle
        lines: Family.presence
    }
}
