// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// Somebody may have to hide this at once: in the same place over each page of a relative, and over a patient’s pages about relatives and their lessons.
Item {
    implicitHeight: leave.implicitHeight

    HrButton {
        id: leave

        anchors.right: parent.right
        anchors.rightMargin: 8
        kind: HrButton.Text
        isSmall: true
        iconName: "close"
        text: qsTr("Leave quickly")
        onClicked: Navigator.go(Navigator.Blank)
    }
}
