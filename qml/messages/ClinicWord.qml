// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// An announcement of the clinic's, as a quiet card that asks for nothing. text, note.
Card {
    id: root

    property string text
    property string note

    padding: 12
    gap: 2
    spokenName: qsTr("News from your clinic: %1 %2").arg(root.text).arg(root.note)

    Words {
        width: parent.width
        role: Words.Secondary
        color: Theme.ink
        text: root.text
        isSpoken: false
    }

    Words {
        width: parent.width
        role: Words.Caption
        text: root.note
        isSpoken: false
    }
}
