// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// The number in large figures, on a device that cannot call.
Card {
    id: root

    gap: 4
    Accessible.role: Accessible.AlertMessage
    spokenName: qsTr("%1: %2").arg(Crisis.shownLabel).arg(Crisis.shownNumber)

    Words {
        width: parent.width
        role: Words.Secondary
        text: Crisis.shownLabel
    }

    Words {
        width: parent.width
        role: Words.Display
        text: Crisis.shownNumber
    }

    HrButton {
        kind: HrButton.Text
        isSmall: true
        text: qsTr("Hide the number")
        onClicked: Crisis.hideNumber()
    }
}
