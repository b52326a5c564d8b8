// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
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
            required property sessionItem item
            required property bool isFirstOfDay
            required property bool isLastOfDay

            width: parent?.width ?? 0

            Words {
                width: parent.width
                visible: day.isFirstOfDay
                role: Words.Section
                topPadding: lead + 10
                bottomPadding: 6 - lead
                text: day.heading
            }

            SessionRow {
                width: parent.width
                kind: day.item.kind
                time: day.item.timeText
                title: day.item.title
                note: day.item.isMoved ? day.item.wasText : day.item.placeLine
                isCancelled: day.item.state === Sessions.Cancelled
                isMoved: day.item.isMoved
                isFirst: day.isFirstOfDay
                isLast: day.isLastOfDay
                spokenName: day.item.spoken
                onOpened: Navigator.go(Navigator.SessionPage, day.item.id)
            }
        }
    }
}
