// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls

// What was just done, and the way back. text (said by a screen reader when it comes). Signal: undone().
Card {
    id: root

    property string text

    signal undone

    padding: 12
    gap: 4

    LiveWords {
        width: parent.width
        text: root.text
    }

    HrButton {
        kind: HrButton.Soft
        isSmall: true
        text: qsTr("Undo")
        onClicked: root.undone()
    }
}
