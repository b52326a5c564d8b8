// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls

// A row with a switch. isOn. Signal: toggledTo(isOn).
ListRow {
    id: root

    property alias isOn: toggle.isOn

    signal toggledTo(bool isOn)

    isNoteSmall: true
    isStrong: false
    isPressable: false

    Toggle {
        id: toggle

        spokenName: root.spokenName
        onToggledTo: isOn => root.toggledTo(isOn)
    }
}
