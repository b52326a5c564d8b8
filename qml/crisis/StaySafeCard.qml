// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// One thing that keeps somebody safe today, with its acts (default property: buttons) below. title, note.
Rectangle {
    id: root

    default property alias acts: row.data
    property string title
    property string note

    implicitHeight: body.implicitHeight + 30
    radius: 22
    color: Theme.surface
    border.width: Metrics.selected
    border.color: Theme.urgent

    Column {
        id: body

        x: 16
        y: 14
        width: parent.width - 32
        spacing: 4

        Words {
            width: parent.width
            role: Words.Subhead
            text: root.title
        }

        Words {
            width: parent.width
            role: Words.Secondary
            color: Theme.ink
            text: root.note
        }

        Flow {
            id: row

            width: parent.width
            topPadding: 8
            spacing: 8
        }
    }
}
