// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// The days ahead, beside Today on wide windows.
PageScroll {
    id: root

    margin: 26
    startPadding: 24

    Item {
        width: parent.width
        height: 40

        Words {
            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            role: Words.Head
            text: qsTr("Coming up")
        }

        HrButton {
            anchors.right: parent.right
            anchors.rightMargin: -16
            anchors.verticalCenter: parent.verticalCenter
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
                        place: modelData.isMoved ? modelData.wasText : modelData.placeLine
                        iconName: modelData.iconName
                        tone: Math.min(modelData.kind, IconTile.Mute)
                        isCancelled: modelData.state === Sessions.Cancelled
                        chipText: isCancelled ? qsTr("Cancelled") : modelData.isMoved ? qsTr("Moved") : ""
                        chipIcon: isCancelled ? "close" : "swap-horizontal"
                        chipTone: isCancelled ? StatusChip.Neutral : StatusChip.Ochre
                        spokenName: modelData.spoken
                        onClicked: Navigator.go(Navigator.SessionPage, row.modelData.id)
                    }
                }
            }
        }
    }
}
