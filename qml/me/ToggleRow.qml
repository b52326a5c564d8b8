// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls

// A row with a switch; the whole row is the switch for a screen reader. checked; toggled().
ListRow {
    id: root

    property alias checked: toggle.checked

    signal toggled

    isNoteSmall: true
    isStrong: false
    isPressable: false

    Toggle {
        id: toggle

        spokenName: root.spokenName
        onToggled: root.toggled()
    }
}
