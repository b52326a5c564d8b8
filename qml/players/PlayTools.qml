// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick

// What changes how it plays, in the middle, in as many rows as they need. Put buttons and chips inside; each finds `room` for its words.
Item {
    id: root

    default property alias tools: flow.data
    readonly property real room: width
    readonly property real natural: {
        let sum = -8;
        for (let i = 0; i < flow.visibleChildren.length; ++i)
            sum += flow.visibleChildren[i].width + 8;
        return sum;
    }

    width: parent?.width ?? 0
    implicitHeight: flow.implicitHeight

    Flow {
        id: flow

        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(root.width, root.natural + 1)
        spacing: 8
    }
}
