// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Handrail.Controls
import Handrail.Theme

// Where several lines are written; the plate around it is whose it is. placeholder, spokenName; hintHeight, what the placeholder takes.
T.TextArea {
    id: root

    property string placeholder
    required property string spokenName
    readonly property real hintHeight: hint.visible ? hint.implicitHeight : 0

    padding: 14
    wrapMode: TextEdit.Wrap
    textFormat: TextEdit.PlainText
    inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
    color: Theme.ink
    selectionColor: Theme.primarySoft
    selectedTextColor: Theme.onPrimarySoft
    font.family: Type.family
    font.pixelSize: Math.round(17 * Type.textScale)
    Accessible.role: Accessible.EditableText
    Accessible.name: root.spokenName
    Accessible.multiLine: true
    Accessible.onPressAction: root.forceActiveFocus()
    // Tab leaves it; a text of this kind needs no tabs.
    Keys.onTabPressed: event => root.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onBacktabPressed: event => root.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)

    Words {
        id: hint

        x: root.leftPadding
        y: 12
        width: parent.width - 2 * x
        text: root.placeholder
        color: Theme.ink2
        visible: root.length === 0 && root.preeditText === ""
        isSpoken: false
    }
}
