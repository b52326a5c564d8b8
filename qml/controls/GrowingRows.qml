// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick

// The rows of a long list: with the page come those that can be seen, the others a few at a time once it shows, so that nothing waits for
// them. Put the row inside, with `required property int index`. A row stays, with the focus in it, when what it shows changes.
// wanted (how many rows), room (dp of the list that can be seen at first), isWhole (all are there).
Repeater {
    id: root

    property int wanted: 0
    property real room: Window.height
    property real filled: 0
    property bool isReady: false
    property bool isOpening: true
    readonly property bool isWhole: isReady && rows.count >= wanted
    readonly property bool isSeen: visible && Window.visibility !== Window.Hidden && Window.visibility !== Window.Minimized

    function fill() {
        if (!isReady)
            return;
        if (rows.count > wanted)
            rows.remove(wanted, rows.count - wanted);
        while (rows.count < wanted && filled < room)
            rows.append({});
    }

    onWantedChanged: fill()
    onItemAdded: (_, item) => filled += item.implicitHeight
    onItemRemoved: (_, item) => filled -= item.implicitHeight
    Component.onCompleted: {
        isReady = true;
        fill();
    }

    model: ListModel {
        id: rows
    }

    property Timer later: Timer {
        interval: root.isOpening ? 50 : 1 // the first frame has been then
        repeat: true
        running: root.isSeen && root.isReady && !root.isWhole
        onTriggered: {
            root.isOpening = false;
            for (let i = 0; i < 3 && rows.count < root.wanted; ++i)
                rows.append({});
        }
    }
}
