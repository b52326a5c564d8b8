// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// What else could be brought up, each by choice: what the last check-in said, and what was made.
Column {
    id: root

    spacing: Metrics.sectionLabelGap

    Words {
        width: parent.width
        visible: BringUp.said.length > 0
        role: Words.Section
        text: qsTr("From your last check-in")
    }

    CardList {
        width: parent.width
        visible: BringUp.said.length > 0
        spokenName: qsTr("From your last check-in")

        Repeater {
            model: BringUp.said

            ListRow {
                required property string modelData

                iconName: "plus"
                title: modelData
                spokenName: qsTr("Add: %1").arg(modelData)
                isStrong: false
                hasChevron: false
                onClicked: BringUp.add(modelData)
            }
        }
    }

    Words {
        width: parent.width
        topPadding: 8
        visible: Made.days.length > 0
        role: Words.Section
        text: qsTr("What you made")
    }

    HrButton {
        width: Math.min(implicitWidth, parent.width)
        visible: Made.days.length > 0
        kind: HrButton.Text
        leftPadding: 0
        isSmall: true
        text: qsTr("Choose a worksheet to bring")
        onClicked: Navigator.go(Navigator.Made)
    }
}
