// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// Short lessons, for the patient and for relatives. They come in a later version, and the page says so.
Item {
    PageScroll {
        anchors.fill: parent
        startPadding: 16
        gap: 20

        Words {
            width: parent.width
            role: Words.Title
            text: Navigator.isRelative ? qsTr("Lessons") : qsTr("Learn")
        }

        EmptyState {
            width: parent.width
            title: qsTr("Lessons come in a later version")
            note: qsTr("For now, bring your questions to your next session.")
            actionText: Navigator.isRelative ? qsTr("See your sessions") : qsTr("See your schedule")
            onActionPressed: Navigator.go(Navigator.isRelative ? Navigator.FamilySessions : Navigator.Schedule)
        }
    }
}
