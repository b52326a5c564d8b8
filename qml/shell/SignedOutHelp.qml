// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Help now on the pages that have no bar, and the room above it. Beside the picture of a wide welcome page it stands in the other column.
Item {
    id: root

    readonly property real start: Navigator.route === Navigator.Welcome && width >= Metrics.wide ? width * Metrics.sidePicture : 0

    implicitHeight: pill.height + 16

    HelpPill {
        id: pill

        anchors.bottom: parent.bottom
        x: root.start + (root.width - root.start - width) / 2
        width: Math.min(root.width - root.start - 2 * Metrics.screenMargin, Metrics.contentMax)
        isWide: true
        note: Navigator.route === Navigator.Locked ? qsTr("No PIN needed")
            : Navigator.route === Navigator.Invitation ? qsTr("No code needed") : qsTr("No sign-in needed")
        onClicked: Navigator.openHelp()
    }
}
