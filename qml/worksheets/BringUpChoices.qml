// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// What else could be brought up, each by choice: what the last check-in said, which skills were tried, and what was made.
Column {
    id: root

    spacing: Metrics.sectionLabelGap

    // Lines that are not on the list yet; a press puts one there.
    component Offered: Column {
        id: offered

        property string title
        property var lines: []

        width: parent?.width ?? 0
        visible: lines.length > 0
        spacing: Metrics.sectionLabelGap

        Words {
            width: parent.width
            role: Words.Section
            text: offered.title
        }

        CardList {
            width: parent.width
            spokenName: offered.title

            Repeater {
                model: offered.lines

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
    }

    Offered {
        title: qsTr("From your last check-in")
        lines: BringUp.said
    }

    Offered {
        topPadding: 8
        title: qsTr("Skills you tried")
        lines: BringUp.tried
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
