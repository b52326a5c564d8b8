// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Theme

// How loud it is, 0 to 7. Silent: the words beside it say when something was heard.
Row {
    id: root

    property int level: 0

    spacing: 4
    height: 28

    Repeater {
        model: [10, 18, 26, 20, 26, 14, 8]

        Rectangle {
            required property int modelData
            required property int index

            anchors.verticalCenter: parent?.verticalCenter
            width: 5
            height: index < root.level ? modelData : 6
            radius: 2.5
            color: index < root.level ? Theme.primary : Theme.track
        }
    }
}
