// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Forms
import Handrail.Theme
import Handrail.View

// The end of a form: thanks, what became of it, and what was said.
PageScroll {
    id: root

    startPadding: 24

    Row {
        width: parent.width
        spacing: 16
        bottomPadding: 20

        IconTile {
            id: mark

            visible: !Metrics.reflows
            tone: IconTile.Solid
            side: 52
            iconSize: 30
            iconName: "check"
        }

        Column {
            width: parent.width - (mark.visible ? mark.width + 16 : 0)
            anchors.verticalCenter: parent.verticalCenter

            Words {
                width: parent.width
                role: Words.Title
                text: qsTr("Thank you")
            }

            LiveWords {
                width: parent.width
                color: Theme.ink2
                text: Form.sentText
            }
        }
    }

    AnswerList {
        width: parent.width
    }

    Words {
        width: parent.width
        topPadding: lead + 16
        role: Words.Secondary
        text: qsTr("Your team may not see this right away. In danger now, use Help now.")
    }

    Words {
        width: parent.width
        visible: text !== ""
        topPadding: lead + 6
        role: Words.Secondary
        text: Safety.monitoringText
    }
}
