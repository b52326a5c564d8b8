// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// The date, the greeting, the door to the messages, and to one's own page, which a rail has too.
PageHeader {
    id: root

    dateText: Today.dateText
    greeting: Today.greeting
    endWidth: ends.width - (me.visible ? 5 : 0)
    endHeight: ends.height

    Row {
        id: ends

        // The edge of the last one, not its touch target, is in line with the cards.
        x: root.endX + (root.LayoutMirroring.enabled && me.visible ? -5 : 0)
        y: root.endY
        spacing: 4

        IconButton {
            anchors.verticalCenter: parent.verticalCenter
            visible: Messages.isOffered
            iconName: "email-outline"
            spokenName: Messages.doorText
            onClicked: Navigator.go(Navigator.Messages)

            Rectangle {
                anchors.right: parent.right
                anchors.top: parent.top
                anchors.margins: 9
                width: 12
                height: 12
                radius: 6
                color: Theme.primary
                border.width: 2
                border.color: Theme.bg
                visible: Messages.unreadCount > 0
            }
        }

        AvatarButton {
            id: me

            visible: Window.width < Metrics.medium
            text: Account.initials
            onClicked: Navigator.go(Navigator.Me)
        }
    }
}
