// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// Coping skills. None are on this device yet, and the page says so, with what helps meanwhile.
Item {
    PageScroll {
        anchors.fill: parent
        startPadding: 16
        gap: 20

        Words {
            width: parent.width
            role: Words.Title
            text: qsTr("Skills")
        }

        EmptyState {
            width: parent.width
            title: qsTr("No skills here yet")
            note: qsTr("Your clinic has not added any. If today is hard, Help now is always here.")
            actionText: qsTr("Open Help now")
            onActionPressed: Navigator.openHelp()
        }
    }
}
