// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// The top of a page that was opened from another: back or close, a title or the progress of a flow, one action at the end, and for who has a
// PIN a button that locks, where there is room for it.
// title, isClose, isKept (what was answered outlives the close), spokenBack, step, steps (0: no progress), trailing items (default property). Signal: backPressed().
Item {
    id: root

    default property alias actions: end.data
    property string title
    property bool isClose: false
    property bool isKept: true
    property string spokenBack: !isClose ? qsTr("Back") : isKept ? qsTr("Close. Your answers are kept.") : qsTr("Close")
    property int step: 0
    property int steps: 0

    // In wide windows it stands over the page's own column.
    readonly property real side: Math.max(0, (width - Metrics.contentMax) / 2 - Metrics.screenMargin)

    // What is left between the two ends: a title needs its longest word in one line, the progress of a flow a little.
    readonly property real room: width - 2 * side - back.width - end.width - 36 - (steps > 0 ? count.implicitWidth + 12 : 0)
    readonly property real longestWord: Math.max(0, ...title.split(" ").map(word => letters.advanceWidth(word)))
    // Not where a lock would lose what stands on the page alone.
    property bool canLock: true
    readonly property bool hasLock: canLock && Locking.isOffered && room - lock.width >= (steps > 0 ? 60 : Math.ceil(longestWord) + 2)

    signal backPressed

    implicitHeight: Math.max(56, heading.visible ? heading.implicitHeight + 16 : 0)

    IconButton {
        id: back

        anchors.left: parent.left
        anchors.leftMargin: root.side + 8
        anchors.verticalCenter: parent.verticalCenter
        iconName: root.isClose ? "close" : "arrow-left"
        spokenName: root.spokenBack
        onClicked: root.backPressed()
    }

    Words {
        id: heading

        anchors.left: back.right
        anchors.leftMargin: 4
        anchors.right: end.left
        anchors.rightMargin: 8
        anchors.verticalCenter: parent.verticalCenter
        role: Words.Head
        text: root.title
        visible: text !== ""
    }

    ProgressSegments {
        anchors.left: back.right
        anchors.leftMargin: 8
        anchors.right: count.left
        anchors.rightMargin: 8
        anchors.verticalCenter: parent.verticalCenter
        visible: root.steps > 0
        step: root.step
        steps: root.steps
    }

    Words {
        id: count

        anchors.right: end.left
        anchors.rightMargin: root.steps > 0 ? 12 : 0
        anchors.verticalCenter: parent.verticalCenter
        role: Words.Caption
        weight: 500
        text: root.steps > 0 ? qsTr("%1 of %2").arg(root.step).arg(root.steps) : ""
        isSpoken: false
    }

    FontMetrics {
        id: letters

        font: heading.font
    }

    Row {
        id: end

        anchors.right: parent.right
        anchors.rightMargin: root.side + 8 + (root.hasLock ? lock.width : 0)
        anchors.verticalCenter: parent.verticalCenter
    }

    IconButton {
        id: lock

        anchors.right: parent.right
        anchors.rightMargin: root.side + 8
        anchors.verticalCenter: parent.verticalCenter
        visible: root.hasLock
        iconName: "lock"
        spokenName: qsTr("Lock Handrail")
        onClicked: Locking.asked()
    }
}
