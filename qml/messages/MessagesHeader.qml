// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Messages
import Handrail.Theme
import Handrail.View

// Who replies and when, in the clinic's words, and what the clinic says to all. hasAnnouncements.
Column {
    id: root

    property bool hasAnnouncements: true

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

    Repeater {
        model: root.hasAnnouncements ? Messages.announcements : []

        ClinicWord {
            required property var modelData

            width: root.width
            text: modelData.text
            note: modelData.note
        }
    }

    Rectangle {
        width: parent.width
        height: Metrics.hairline
        color: Theme.line
    }
}
