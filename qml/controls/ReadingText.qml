// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// Words to read that can be selected and copied; plain text, never cut. text, bold (begin, length, ... of what is bold), role (of Words), ink,
// isSpoken.
TextEdit {
    id: root

    property int role: Words.Reading
    property var bold: []
    property color ink: Theme.ink
    property bool isSpoken: true

    readonly property real size: Type.sizes[role]
    readonly property real growth: Type.scaleOf(size)

    color: ink
    selectionColor: Theme.primary
    selectedTextColor: Theme.onPrimary
    font.family: Type.family
    font.pixelSize: Math.round(size * growth)
    font.weight: Type.weights[role]
    textFormat: TextEdit.PlainText
    wrapMode: TextEdit.WordWrap
    horizontalAlignment: TextEdit.AlignLeft
    readOnly: true
    selectByMouse: true
    activeFocusOnTab: false
    // Nothing is typed here; a keyboard on the screen must not come.
    inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText

    TextLook {
        document: root.textDocument
        bold: root.bold
        line: Math.round(Type.lines[root.role] * root.growth)
    }

    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: !isSpoken || text === ""
}
