// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// Pause in the middle, what is left before it, End after it; where that has no room without the time, which then stands among the words.
// isPaused, isLow, left (a PlayLeft). Signals: paused(), resumed(), ended().
Item {
    id: root

    default property alias before: time.data
    property bool isPaused: false
    property bool isLow: false

    readonly property real side: (width - pause.width) / 2 - 8
    readonly property bool hasTime: !Metrics.reflows && end.implicitWidth <= side

    signal paused
    signal resumed
    signal ended

    implicitHeight: Math.max(pause.height, end.height)

    Item {
        id: time

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        width: root.side
        height: childrenRect.height
        visible: root.hasTime
    }

    IconButton {
        id: pause

        // No anchors that change: two of them at once set its width.
        x: root.hasTime ? (parent.width - width) / 2 : 0
        anchors.verticalCenter: parent.verticalCenter
        diameter: root.isLow ? 60 : 76
        iconName: root.isPaused ? "play" : "pause"
        iconSize: root.isLow ? 28 : 36
        fill: Theme.primary
        ink: Theme.onPrimary
        spokenName: root.isPaused ? qsTr("Go on") : qsTr("Pause")
        onClicked: root.isPaused ? root.resumed() : root.paused()
    }

    HrButton {
        id: end

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        width: root.hasTime ? implicitWidth : root.width - pause.width - 12
        kind: HrButton.Outline
        leftPadding: Metrics.reflows ? 16 : Math.min(16, root.width / 40)
        rightPadding: leftPadding
        text: qsTr("End")
        onClicked: root.ended()
    }
}
