// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Theme

// The scrolling body of a page: children stand in a column (give them width: parent.width or anchors). margin, gap,
// startPadding, endPadding, maxWidth. Page Up and Down, Home, End and the arrows scroll; what gets the keyboard focus is
// brought into view.
Flickable {
    id: root

    default property alias content: body.data
    property real margin: Metrics.screenMargin
    property real startPadding: 0
    property real endPadding: 24
    property real maxWidth: Metrics.contentMax
    property alias gap: body.spacing
    readonly property real bodyWidth: body.width

    contentWidth: width
    contentHeight: body.implicitHeight + startPadding + endPadding
    flickableDirection: Flickable.VerticalFlick
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    activeFocusOnTab: false

    // Moves the page; answers whether it could.
    function scrollBy(dy: real): bool {
        const to = Math.max(0, Math.min(contentHeight - height, contentY + dy));
        const moves = to !== contentY;
        contentY = to;
        return moves;
    }

    // Brings an item of this page into view, with a little room around it.
    function show(item: Item) {
        const top = item.mapToItem(contentItem, 0, 0).y;
        if (top - 16 < contentY)
            contentY = Math.max(0, top - 16);
        else if (top + item.height + 24 > contentY + height)
            contentY = Math.max(0, Math.min(contentHeight - height, top + item.height + 24 - height));
    }

    Keys.onPressed: event => {
        const far = event.key === Qt.Key_Home || event.key === Qt.Key_End ? contentHeight
            : event.key === Qt.Key_PageUp || event.key === Qt.Key_PageDown ? height * 0.9 : 48;
        if ([Qt.Key_Home, Qt.Key_PageUp, Qt.Key_Up].includes(event.key))
            event.accepted = scrollBy(-far);
        else if ([Qt.Key_End, Qt.Key_PageDown, Qt.Key_Down].includes(event.key))
            event.accepted = scrollBy(far);
    }

    Connections {
        target: root.Window.window

        function onActiveFocusItemChanged() {
            const item = root.Window.activeFocusItem;
            for (let up = item; up; up = up.parent)
                if (up === body)
                    root.show(item);
        }
    }

    Column {
        id: body

        x: (root.width - width) / 2
        y: root.startPadding
        width: Math.min(root.maxWidth, root.width - 2 * root.margin)
    }
}
