// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// A module or lesson in a RowList: how far it is as a ring, its title, how long it takes. row ({id, title, note, spoken, ring, fraction,
// isDone}).
LibraryRow {
    id: root

    required property var row

    title: row.title
    note: row.note
    spokenName: row.spoken
    leadWidth: Metrics.reflows ? 0 : 46
    padding: 24
    minHeight: 76

    Repeater {
        model: root.leadWidth > 0 ? 1 : 0

        Ring {
            x: root.at(16, width)
            y: (root.height - height) / 2
            fraction: root.row.fraction
            isDone: root.row.isDone
            text: root.row.ring
        }
    }
}
