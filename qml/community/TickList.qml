// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// Short lines, each with an icon before it. lines, iconName.
Column {
    id: root

    required property var lines
    property string iconName: "check"

    spacing: 8

    Repeater {
        model: root.lines

        Row {
            id: row

            required property string modelData

            width: root.width
            spacing: 10

            Icon {
                id: tick

                name: root.iconName
                size: 20
                color: Theme.primary
            }

            Words {
                width: row.width - tick.width - row.spacing
                text: row.modelData
            }
        }
    }
}
