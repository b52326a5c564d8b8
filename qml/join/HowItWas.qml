// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// What the person said of one session, and the way to take it away; where nothing was said, nothing. sessionId, about (names it to a screen reader).
Column {
    id: root

    property string sessionId
    property string about
    readonly property string word: HowWasIt.words[sessionId] ?? ""

    visible: word !== ""
    spacing: 2

    Words {
        width: parent.width
        text: qsTr("How it was: %1").arg(root.word)
    }

    Words {
        width: parent.width
        role: Words.Secondary
        text: qsTr("Only on this device. Nobody else sees it.")
    }

    HrButton {
        width: Math.min(implicitWidth, parent.width)
        kind: HrButton.Text
        isSmall: true
        leftPadding: 0
        text: qsTr("Remove what I said")
        spokenName: root.about !== "" ? qsTr("Remove what I said of %1").arg(root.about) : text
        onClicked: HowWasIt.remove(root.sessionId)
    }
}
