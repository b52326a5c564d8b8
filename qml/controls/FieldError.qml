// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// What is wrong with a field, in words, with an icon. text (empty: nothing is shown).
Row {
    id: root

    property string text

    visible: text !== ""
    spacing: 8

    Icon {
        id: icon

        name: "alert-circle-outline"
        size: 20
    }

    LiveWords {
        width: root.width - icon.width - 8
        role: Words.Secondary
        text: root.text
        color: Theme.ink
    }
}
