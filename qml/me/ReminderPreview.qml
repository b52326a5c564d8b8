// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// A reminder as others see it, for the person to judge before it comes. A row of a CardList.
Item {
    id: root

    width: parent?.width ?? 350
    height: box.height + 16

    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("It looks like this: %1. %2").arg(Reminders.previewTitle).arg(Reminders.previewText)

    Rectangle {
        id: box

        x: 16
        width: parent.width - 32
        height: words.height + 24
        radius: Metrics.radiusChip
        color: Theme.sunken

        Column {
            id: words

            x: 16
            y: 12
            width: parent.width - 32

            Words {
                width: parent.width
                role: Words.Caption
                weight: 600
                color: Theme.ink
                text: Reminders.previewTitle
                isSpoken: false
            }

            Words {
                width: parent.width
                role: Words.Secondary
                text: Reminders.previewText
                isSpoken: false
            }
        }
    }
}
