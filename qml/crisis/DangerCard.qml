// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Overdose or danger: call first, then the steps. Framed in ink, apart from the crisis line by tone and border.
Rectangle {
    id: root

    signal stepsPressed

    readonly property bool isStacked: Metrics.reflows || width < 300

    implicitHeight: body.implicitHeight + 30
    radius: 22
    color: Theme.surface
    border.width: Metrics.selected
    border.color: Theme.urgent

    Column {
        id: body

        x: 16
        y: 14
        width: parent.width - 32

        Words {
            width: parent.width
            role: Words.Subhead
            text: Crisis.page.dangerTitle
        }

        Words {
            width: parent.width
            role: Words.Secondary
            text: Crisis.page.dangerNote
        }

        Item {
            width: 1
            height: 12
        }

        Grid {
            width: parent.width
            columns: root.isStacked ? 1 : 2
            spacing: Metrics.cardGap

            HrButton {
                width: root.isStacked ? parent.width : parent.width - steps.width - Metrics.cardGap
                kind: HrButton.Urgent
                iconName: "phone"
                text: Crisis.emergency.callLabel ?? ""
                onClicked: Crisis.call(Crisis.emergency.id)
            }

            HrButton {
                id: steps

                width: root.isStacked ? parent.width : implicitWidth
                kind: HrButton.Outline
                edge: Theme.urgent
                text: qsTr("See steps")
                onClicked: root.stepsPressed()
            }
        }
    }
}
