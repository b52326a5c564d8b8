// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls

// The head of a first page: dateText, greeting, and one thing at the end: put it inside, at endX, endY, and tell its endWidth and endHeight
// (0: there is none). It stands in the middle of both lines, or below them where the words would have too little room.
Item {
    id: root

    property string dateText
    property string greeting
    property real endWidth: 0
    property real endHeight: 0

    readonly property bool isStacked: endWidth > width * 0.5
    readonly property real endX: isStacked !== LayoutMirroring.enabled ? 0 : width - endWidth
    readonly property real endY: isStacked ? words.height + 8 : (words.height + 4 - endHeight) / 2

    implicitHeight: words.implicitHeight + (isStacked ? endHeight + 12 : 4)

    Column {
        id: words

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.rightMargin: root.isStacked || root.endWidth === 0 ? 0 : root.endWidth + 8

        Words {
            width: parent.width
            role: Words.Caption
            weight: 500
            text: root.dateText
        }

        Words {
            width: parent.width
            role: Words.Title
            text: root.greeting
        }
    }
}
