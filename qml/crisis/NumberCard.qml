// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// The number in large figures, on a device that cannot call, and where there is room a code that a phone's camera reads.
Card {
    id: root

    readonly property bool hasCode: Window.height >= Metrics.low && !Metrics.reflows

    bottomPadding: 8
    Accessible.role: Accessible.AlertMessage
    spokenName: qsTr("%1: %2").arg(Crisis.shownLabel).arg(Crisis.shownNumber)

    Row {
        width: parent.width
        spacing: 16

        Column {
            width: parent.width - (root.hasCode ? 112 : 0)

            Words {
                width: parent.width
                visible: Window.height >= Metrics.low
                role: Words.Secondary
                text: Crisis.shownLabel
            }

            Words {
                width: parent.width
                role: root.hasCode ? Words.Hero : Words.Display
                text: Crisis.shownNumber
            }

            HrButton {
                kind: HrButton.Text
                isSmall: true
                leftPadding: 0
                rightPadding: 0
                text: qsTr("Hide the number")
                onClicked: Crisis.hideNumber()
            }
        }

        // Made when there is something to read.
        Repeater {
            model: root.hasCode && Crisis.shownNumber !== "" ? 1 : 0

            QrCode {
                width: 96
                height: 96
                text: "tel:" + Crisis.shownNumber.replace(/[^0-9+]/g, "")
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("A code for a phone’s camera, with the same number")
            }
        }
    }
}
