// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// A page of notes that says nothing of anybody, for who has to hide what showed. What is typed here is kept nowhere; the page that was left is as it was.
Item {
    id: root

    TopBar {
        id: bar

        width: parent.width
        title: qsTr("Notes")
        onBackPressed: Navigator.back()
    }

    T.TextArea {
        anchors.fill: parent
        anchors.topMargin: bar.height
        padding: 20
        wrapMode: TextEdit.Wrap
        textFormat: TextEdit.PlainText
        inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
        color: Theme.ink
        selectionColor: Theme.primarySoft
        selectedTextColor: Theme.onPrimarySoft
        font.family: Type.family
        font.pixelSize: Math.round(17 * Type.textScale)
        Accessible.role: Accessible.EditableText
        Accessible.name: qsTr("Notes")
        Accessible.multiLine: true
        Keys.onTabPressed: event => nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
        Keys.onBacktabPressed: event => nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
    }
}
