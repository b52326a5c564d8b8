// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Free words, with what is true about who reads them and when (design clinical 3.1).
Column {
    id: root

    required property FormField field

    spacing: 10

    Field {
        width: parent.width
        isMultiline: true
        maxLength: root.field.maxLength
        spokenName: root.field.text
        placeholder: qsTr("Write if you like")
        inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
        text: root.field.value ?? ""
        onEdited: text => root.field.answer(text)
    }

    Words {
        width: parent.width
        role: Words.Secondary
        text: qsTr("Staff read notes on weekdays. In danger now? Tap Help now.")
    }
}
