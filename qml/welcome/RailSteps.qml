// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Theme

// A rail that steps down once for each part: full as far as the parts are done. step, steps. The words below it say the same.
Item {
    id: root

    property int step: 0
    property int steps: 1

    readonly property real run: width / Math.max(1, steps)
    readonly property real drop: 14

    implicitHeight: 48 + drop * (steps - 1)
    Accessible.ignored: true

    Repeater {
        model: root.steps

        Item {
            id: part

            required property int index

            readonly property color tone: index < root.step ? Theme.primary : Theme.track

            x: (root.LayoutMirroring.enabled ? root.steps - 1 - index : index) * root.run
            y: index * root.drop
            width: root.run
            height: 48

            Rectangle {
                width: parent.width
                height: 7
                radius: 3.5
                color: part.tone
            }

            Rectangle {
                x: root.LayoutMirroring.enabled ? 0 : parent.width - width
                width: 7
                height: part.index < root.steps - 1 ? root.drop + 7 : 7
                radius: 3.5
                color: part.tone
            }

            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                y: 19
                width: 4
                height: 20
                radius: 2
                color: part.tone
            }
        }
    }
}
