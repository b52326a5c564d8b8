// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// One fact with an icon: fact of {iconName, label, text}.
Row {
    id: root

    required property var fact

    spacing: 12
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1: %2").arg(fact.label).arg(fact.text)

    Icon {
        id: icon

        name: root.fact.iconName
        color: Theme.primary
    }

    Column {
        width: root.width - icon.width - root.spacing

        Words {
            width: parent.width
            role: Words.Caption
            text: root.fact.label
            isSpoken: false
        }

        Words {
            width: parent.width
            wrapMode: Text.Wrap
            text: root.fact.text
            isSpoken: false
        }
    }
}
