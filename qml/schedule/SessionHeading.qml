// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// The kind, title, topic and state of a session.
Column {
    id: root

    required property sessionItem item

    readonly property bool isCancelled: item.state === Sessions.Cancelled

    Row {
        spacing: 8

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: root.item.iconName
            size: 20
            color: Theme.primary
        }

        Words {
            anchors.verticalCenter: parent.verticalCenter
            role: Words.Secondary
            weight: 500
            color: Theme.primary
            text: root.item.kindName
        }
    }

    Words {
        width: parent.width
        topPadding: lead + 4
        role: Words.Title
        text: root.item.title
    }

    Words {
        width: parent.width
        visible: root.item.topic !== ""
        color: Theme.ink2
        text: qsTr("Topic: %1").arg(root.item.topic)
    }

    Item {
        width: 1
        height: 8
        visible: chip.visible
    }

    StatusChip {
        id: chip

        width: Math.min(implicitWidth, parent.width)
        visible: root.isCancelled || root.item.isUnconfirmed || (root.item.isMoved && root.item.state !== Sessions.Declined)
        tone: root.item.isMoved ? StatusChip.Ochre : StatusChip.Neutral
        iconName: root.isCancelled ? "close" : root.item.isUnconfirmed ? "clock" : "swap-horizontal"
        text: root.isCancelled ? qsTr("Cancelled. Nothing you need to do.") : !root.item.isUnconfirmed ? qsTr("Moved. %1").arg(root.item.wasText)
            : root.item.isMoved ? qsTr("Not confirmed yet. %1").arg(root.item.wasText) : qsTr("Not confirmed yet")
    }
}
