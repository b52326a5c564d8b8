// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// A page of notes that says nothing of anybody, for who has to hide what showed. What is typed here is kept nowhere; the page that was left is as it was.
Item {
    id: root

    TopBar {
        id: bar

        width: parent.width
        title: qsTr("Notes")
        onBackPressed: Navigator.back()
    }

    WritingArea {
        anchors.fill: parent
        anchors.topMargin: bar.height
        padding: 20
        spokenName: qsTr("Notes")
    }
}
