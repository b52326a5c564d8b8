// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Tiles of which any number can be picked; an exclusive one clears the rest.
Grid {
    id: root

    required property FormField field

    readonly property var icons: ({hungry: "silverware-variant", angry: "fire", lonely: "account", tired: "hotel", bored: "timer-sand",
        pain: "thermometer", stressed: "weather-windy", none: "leaf"})

    columns: Metrics.reflows || width < 300 ? 1 : 2
    spacing: Metrics.cardGap

    Accessible.role: Accessible.Grouping
    Accessible.name: field.text

    Repeater {
        model: root.field.options

        TileChoice {
            required property var modelData

            width: (root.width - root.spacing * (root.columns - 1)) / root.columns
            iconName: root.icons[modelData.code] ?? "checkbox-blank-circle-outline"
            text: modelData.text
            isChosen: (root.field.value ?? []).includes(modelData.code)
            onClicked: root.field.toggle(modelData.code)
        }
    }
}
