// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Privacy
import Handrail.Theme
import Handrail.View

// Everything that was signed to share something, what is in force first.
Item {
    id: root

    Component.onCompleted: Privacy.isShown = true
    Component.onDestruction: Privacy.isShown = false

    TopBar {
        id: bar

        width: parent.width
        title: qsTr("What you signed")
        onBackPressed: Navigator.canGoBack ? Navigator.back() : Navigator.home()
    }

    PageScroll {
        anchors.fill: parent
        anchors.topMargin: bar.height
        startPadding: 4
        endPadding: 48
        gap: Metrics.cardGap

        EmptyState {
            width: parent.width
            visible: Privacy.consents.length === 0
            title: qsTr("You signed nothing yet")
            note: qsTr("When you share something with a relative, what you signed shows here.")
        }

        Repeater {
            model: Privacy.consents

            ConsentCard {
                required property var modelData

                width: parent?.width ?? 0
                consent: modelData
            }
        }
    }
}
