// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// A step of the plan on its rail: number, title, own words, and below them what can be pressed (default property). number (0: none),
// title, note, isLast, canEdit. Signal: edited().
Item {
    id: root

    default property alias acts: body.data
    property int number: 0
    property string title
    property string note
    property bool isLast: false
    property bool canEdit: false

    readonly property real side: Math.round(36 * Math.min(1.5, Type.textScale))

    signal edited

    implicitHeight: Math.max(side, body.y + body.implicitHeight) + 18
    Accessible.role: Accessible.ListItem
    Accessible.name: number > 0 ? qsTr("%1. %2").arg(number).arg(title) : title

    Rectangle {
        width: root.side
        height: width
        radius: width / 2
        color: Theme.primary

        Words {
            anchors.centerIn: parent
            visible: root.number > 0
            role: Words.Subhead
            text: root.number
            color: Theme.onPrimary
            isSpoken: false
        }

        Icon {
            anchors.centerIn: parent
            visible: root.number === 0
            name: "heart"
            size: 20
            color: Theme.onPrimary
        }
    }

    Rectangle {
        visible: !root.isLast
        x: root.side / 2 - 2
        y: root.side + 4
        width: 4
        height: parent.height - root.side - 8
        radius: 2
        color: Theme.track
    }

    Column {
        id: body

        x: root.side + 14
        y: 6
        width: parent.width - x
        spacing: 8

        Column {
            width: parent.width

            Words {
                width: parent.width
                role: Words.Subhead
                text: root.title
                isSpoken: false
            }

            Words {
                width: parent.width
                visible: text !== ""
                color: Theme.ink2
                text: root.note
            }
        }

        HrButton {
            width: Math.min(implicitWidth, parent.width)
            visible: root.canEdit
            kind: HrButton.Outline
            isSmall: true
            iconName: "pencil"
            text: root.note === "" ? qsTr("Write") : qsTr("Change")
            spokenName: qsTr("%1: %2").arg(root.title).arg(text)
            onClicked: root.edited()
        }
    }
}
