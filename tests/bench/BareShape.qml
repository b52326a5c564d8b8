// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick

// The floor of a breath: one round rectangle of the same size and colour that grows and shrinks in the same way, and nothing else.
Rectangle {
    id: root

    color: "white"

    Rectangle {
        id: shape

        anchors.centerIn: parent
        width: 318
        height: 318
        radius: 159
        color: "teal"
    }

    SequentialAnimation {
        running: true
        loops: Animation.Infinite

        ScaleAnimator { target: shape; from: 166 / 318; to: 1; duration: 4000; easing.type: Easing.InOutSine }
        ScaleAnimator { target: shape; from: 1; to: 166 / 318; duration: 6000; easing.type: Easing.InOutSine }
    }
}
