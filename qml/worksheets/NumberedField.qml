// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// One numbered place of a page: number, label, hint, and below them what belongs to it (default property). isLast ends the line.
Item {
    id: root

    default property alias content: body.data
    property int number: 0
    property string label
    property string hint
    property bool isLast: false

    readonly property real side: 32
    readonly property real indent: Metrics.reflows ? 0 : side + 12

    width: parent?.width ?? implicitWidth
    implicitWidth: 350
    implicitHeight: column.implicitHeight

    Rectangle {
        id: circle

        anchors.left: parent.left
        visible: !Metrics.reflows
        width: root.side
        height: root.side
        radius: root.side / 2
        color: Theme.primary

        Words {
            anchors.centerIn: parent
            role: Words.Section
            color: Theme.onPrimary
            text: root.number
            isSpoken: false
        }
    }

    Rectangle {
        anchors.top: circle.bottom
        anchors.topMargin: 5
        anchors.bottom: parent.bottom
        anchors.bottomMargin: -13
        anchors.horizontalCenter: circle.horizontalCenter
        visible: circle.visible && !root.isLast
        width: 4
        radius: 2
        color: Theme.track
    }

    Column {
        id: column

        anchors.left: parent.left
        anchors.leftMargin: root.indent
        anchors.right: parent.right
        spacing: 6

        Words {
            width: parent.width
            topPadding: lead + 4
            role: Words.Subhead
            weight: 600
            text: Metrics.reflows ? qsTr("%1. %2").arg(root.number).arg(root.label) : root.label
        }

        Words {
            width: parent.width
            visible: text !== ""
            role: Words.Caption
            text: root.hint
        }

        Column {
            id: body

            width: parent.width
            spacing: 8
        }
    }
}
