// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// One part of the first download, in a CardList. title, note, stage, fraction (while Loading). Spoken as one.
Item {
    id: root

    enum Stage { Next, Loading, Saved }

    property string title
    property string note
    property int stage: SyncRow.Next
    property real fraction: 0

    width: parent?.width ?? implicitWidth
    implicitWidth: 350
    implicitHeight: Math.max(64, words.implicitHeight + 18)

    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %2").arg(title).arg(note)

    RowPlate {
        anchors.fill: parent
        isFirst: root.Positioner.index <= 0
        lineInset: ring.visible ? 74 : 16
    }

    Ring {
        id: ring

        anchors.left: parent.left
        anchors.leftMargin: 16
        anchors.verticalCenter: parent.verticalCenter
        visible: !Metrics.reflows
        side: 44
        // What is loading has begun, and looks so.
        fraction: root.stage === SyncRow.Loading ? Math.max(0.06, root.fraction) : 0
        isDone: root.stage === SyncRow.Saved
    }

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: ring.visible ? 74 : 16
        anchors.right: parent.right
        anchors.rightMargin: 16
        anchors.verticalCenter: parent.verticalCenter

        Words {
            width: parent.width
            role: Words.Subhead
            weight: root.stage === SyncRow.Next ? 500 : 600
            color: root.stage === SyncRow.Next ? Theme.ink2 : Theme.ink
            text: root.title
            isSpoken: false
        }

        Words {
            width: parent.width
            role: Words.Secondary
            text: root.note
            isSpoken: false
        }
    }
}
