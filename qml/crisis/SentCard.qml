// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Where the answer is now, in words that are never more than true, and the lines that always stand with it.
Card {
    id: root

    readonly property bool isSent: Safety.status === Safety.Sent

    topPadding: 12
    bottomPadding: 12
    gap: 6
    color: isSent ? Theme.surface : Theme.ochreSoft
    border.width: isSent ? Metrics.hairline : 0

    Row {
        width: parent.width
        spacing: 8

        Icon {
            id: icon

            name: root.isSent ? "check-circle" : "clock"
            size: 22
            color: root.isSent ? Theme.primary : Theme.ochre
        }

        Words {
            width: parent.width - icon.width - 8
            role: Words.Subhead
            size: 16
            line: 21
            color: root.isSent ? Theme.ink : Theme.ochre
            text: Safety.statusText
            Accessible.role: Accessible.AlertMessage
        }
    }

    Words {
        width: parent.width
        role: Words.Secondary
        line: 20
        weight: 600
        color: Theme.ink
        text: qsTr("Your team may not see this right away. The app does not watch over you.")
    }

    Words {
        width: parent.width
        role: Words.Secondary
        line: 20
        color: Theme.ink
        text: qsTr("If you are in danger, call %1.").arg(Crisis.emergency.shown)
    }

    Words {
        width: parent.width
        visible: text !== ""
        role: Words.Secondary
        line: 20
        color: Theme.ink
        text: Safety.monitoringText
    }
}
