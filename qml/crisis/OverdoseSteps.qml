// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// What to do when somebody may have taken too much, in the order of doing.
PageScroll {
    id: root

    startPadding: 4
    endPadding: 40

    CrisisTile {
        width: parent.width
        kind: CrisisTile.Urgent
        isMain: true
        iconName: "phone"
        text: Crisis.overdoseFirst
        note: Crisis.overdoseFirstNote
        onClicked: Crisis.call(Crisis.emergency.id)
    }

    Words {
        width: parent.width
        topPadding: lead + 14
        role: Words.Subhead
        text: Crisis.overdoseLookForLabel
    }

    Words {
        width: parent.width
        bottomPadding: 18 - lead
        text: Crisis.overdoseLookFor
    }

    Repeater {
        model: Crisis.overdoseSteps

        Item {
            id: step

            required property int index
            required property var modelData

            readonly property real side: Math.round(36 * Type.scaleOf(17))

            width: parent?.width ?? 0
            height: Math.max(words.y + words.implicitHeight, number.y + side) + 14
            Accessible.role: Accessible.ListItem
            Accessible.name: qsTr("%1. %2 %3").arg(index + 1).arg(modelData.title).arg(modelData.detail)

            Rectangle {
                id: number

                // In the middle of the first line.
                y: words.y + (25 * Type.scaleOf(19) - height) / 2
                width: step.side
                height: step.side
                radius: width / 2
                color: Theme.urgent

                Words {
                    anchors.centerIn: parent
                    role: Words.Subhead
                    text: step.index + 1
                    color: Theme.onUrgent
                    isSpoken: false
                }
            }

            Rectangle {
                anchors.horizontalCenter: number.horizontalCenter
                visible: step.index < Crisis.overdoseSteps.length - 1
                y: number.y + step.side + 4
                width: 4
                height: parent.height - step.side - 8
                radius: 2
                color: Theme.track
            }

            Column {
                id: words

                x: step.side + 14
                y: 5
                width: parent.width - x

                Words {
                    width: parent.width
                    role: Words.Subhead
                    size: 19
                    line: 25
                    text: step.modelData.title
                    isSpoken: false
                }

                Words {
                    width: parent.width
                    text: step.modelData.detail
                    isSpoken: false
                }
            }
        }
    }

    Words {
        width: parent.width
        topPadding: lead + 16
        role: Words.Secondary
        text: Crisis.overdoseNotes
    }

    Words {
        width: parent.width
        topPadding: lead + 8
        role: Words.Secondary
        text: Crisis.page.footer
    }
}
