// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// Where a shape, words and controls stand: below each other, or side by side where the window is low. What does not fit scrolls; the
// controls stay. shape (an item with `side`), smallest and largest, reserve (what the words need below it), controls, words as content, and
// what comes after them as ending.
Item {
    id: root

    default property alias content: words.data
    property alias controls: foot.data
    property alias ending: tail.data
    property Item shape: null
    property real reserve: 100
    property real largest: 318
    property real smallest: Metrics.reflows ? 96 : 110

    readonly property bool isBeside: shape !== null && height < 330 && width >= 560
    readonly property bool isLow: height < 420
    readonly property real sideBeside: Math.max(smallest, Math.min(largest, height - 8, width * 0.4))
    readonly property real sideAbove: Math.max(smallest, Math.min(largest, words.width, scroll.height - reserve))
    readonly property real side: isBeside ? sideBeside : sideAbove

    Binding {
        target: root.shape
        property: "side"
        value: root.side
    }

    Binding {
        target: root.shape
        property: "parent"
        value: root.isBeside ? beside : above
    }

    Item {
        id: beside

        anchors.left: parent.left
        anchors.leftMargin: Math.max(Metrics.screenMargin, (parent.width - Metrics.wide) / 2)
        anchors.verticalCenter: parent.verticalCenter
        visible: root.isBeside
        width: root.sideBeside
        height: width
    }

    PageScroll {
        id: scroll

        anchors.left: root.isBeside ? beside.right : parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: foot.top
        // On a tablet it stands nearer to the middle, and stays there when words come and go.
        startPadding: root.isLow ? 0 : root.shape ? Math.max(8, (height - above.height - 340) / 2) : 8
        endPadding: 12

        Item {
            id: above

            anchors.horizontalCenter: parent.horizontalCenter
            visible: !root.isBeside && root.shape !== null
            width: root.side
            height: root.side + (root.isLow ? 4 : 16)
        }

        Column {
            id: words

            width: parent.width
            spacing: 12
        }

        Item { width: 1; height: tail.visibleChildren.length > 0 ? 12 : 0 }

        Column {
            id: tail

            width: parent.width
            spacing: 12
        }
    }

    // What scrolls ends here.
    Rectangle {
        anchors.bottom: foot.top
        anchors.left: scroll.left
        anchors.right: scroll.right
        height: Metrics.hairline
        color: Theme.line
        visible: scroll.contentHeight > scroll.height + 1
    }

    Column {
        id: foot

        readonly property real room: Math.min(scroll.width - 2 * Metrics.screenMargin, Metrics.readable)

        anchors.bottom: parent.bottom
        x: scroll.x + (scroll.width - width) / 2
        width: room
        topPadding: root.isLow ? 4 : 8
        spacing: root.isLow ? 4 : 8
    }
}
