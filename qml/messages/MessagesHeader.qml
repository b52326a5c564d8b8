// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Who replies and when, in the clinic's words.
Column {
    id: root

    visible: Messages.isTaken
    spacing: 8

    Row {
        width: parent.width
        spacing: 10

        Icon {
            id: clock

            anchors.verticalCenter: parent.verticalCenter
            visible: !Metrics.reflows
            name: "clock"
            size: 22
            color: Theme.primary
        }

        Column {
            width: parent.width - (clock.visible ? clock.width + 10 : 0)

            Words {
                width: parent.width
                role: Words.Secondary
                weight: 600
                color: Theme.ink
                text: Messages.hoursText
            }

            Words {
                width: parent.width
                role: Words.Secondary
                color: Theme.ink
                text: Messages.hoursNote
            }
        }
    }

    Rectangle {
        width: parent.width
        height: Metrics.hairline
        color: Theme.line
    }
}
