// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// Coping skills. They come in a later version, and the page says so, with what can be done today.
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
            title: qsTr("Skills come in a later version")
            note: qsTr("For now, your next session is a good place to ask about them.")
            actionText: qsTr("See your schedule")
            secondText: qsTr("What I made")
            onActionPressed: Navigator.go(Navigator.Schedule)
            onSecondPressed: Navigator.go(Navigator.Made)
        }
    }
}
