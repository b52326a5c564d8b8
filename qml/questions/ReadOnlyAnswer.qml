// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// What the clinic filled in, or what follows from the other answers: it can be read and not changed.
Card {
    id: root

    required property FormField field

    gap: 2

    Words {
        width: parent.width
        role: Words.Caption
        text: qsTr("Filled in for you")
    }

    Words {
        width: parent.width
        weight: root.field.isAnswered ? 600 : 400
        color: root.field.isAnswered ? Theme.ink : Theme.ink2
        text: root.field.isAnswered ? root.field.valueText : qsTr("Nothing yet")
    }
}
