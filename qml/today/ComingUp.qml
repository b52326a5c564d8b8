// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// The days ahead, beside Today on wide windows, with the line between the two.
PageScroll {
    id: root

    margin: 26
    startPadding: 24

    Rectangle {
        parent: root
        anchors.left: parent.left
        width: Metrics.hairline
        height: parent.height
        color: Theme.line
    }

    // The link goes below the title where the two do not fit beside each other.
    Item {
        id: head

        readonly property bool isStacked: title.implicitWidth + week.implicitWidth > width

        width: parent.width
        height: isStacked ? title.height + week.height : Math.max(40, title.height)

        Words {
            id: title

            anchors.left: parent.left
            y: head.isStacked ? 0 : (head.height - height) / 2
            role: Words.Head
            text: qsTr("Coming up")
        }

        HrButton {
            id: week

            readonly property bool isAtLeft: head.isStacked !== root.LayoutMirroring.enabled

            x: isAtLeft ? -16 : head.width - width + 16
            y: head.isStacked ? title.height : (head.height - height) / 2
            kind: HrButton.Text
            isSmall: true
            text: qsTr("Whole week")
            onClicked: Navigator.go(Navigator.Schedule)
        }
    }

    Repeater {
        model: Today.comingUp

        Column {
            id: day

            required property string heading
            required property var sessions

            width: parent?.width ?? 0

            Words {
                width: parent.width
                role: Words.Section
                topPadding: lead + 10
                bottomPadding: 6 - lead
                text: day.heading
            }

            CardList {
                width: parent.width

                Repeater {
                    model: day.sessions

                    SessionRow {
                        id: row

                        required property sessionItem modelData

                        time: modelData.timeText
                        title: modelData.title
                        place: modelData.rowNote
                        iconName: modelData.iconName
                        tone: Math.min(modelData.kind, IconTile.Mute)
                        isCancelled: modelData.state === Sessions.Cancelled
                        chipText: modelData.chip
                        chipIcon: modelData.chipIcon
                        chipTone: modelData.isMoved && modelData.state === Sessions.Upcoming ? StatusChip.Ochre : StatusChip.Neutral
                        spokenName: modelData.spoken
                        onClicked: Navigator.go(Navigator.SessionPage, row.modelData.id)
                    }
                }
            }
        }
    }
}
