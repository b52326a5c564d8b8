// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// What anybody can read, and whom anybody can call, without an account.
Flow {
    id: root

    spacing: 8

    HrButton {
        width: Math.min(implicitWidth, root.width)
        kind: HrButton.Text
        isSmall: true
        text: qsTr("What is IOP?")
        onClicked: Navigator.go(Navigator.AboutIop)
    }

    HrButton {
        width: Math.min(implicitWidth, root.width)
        kind: HrButton.Text
        isSmall: true
        text: qsTr("Community help")
        onClicked: Navigator.go(Navigator.Community)
    }
}
