// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Whether all that stands on the page is on the disk, and if not, why.
Column {
    id: root

    spacing: 8

    Row {
        width: parent.width
        visible: Worksheet.savedText !== ""
        spacing: 6

        Icon {
            id: tick

            anchors.verticalCenter: parent.verticalCenter
            name: "check-circle"
            size: 20
            color: Theme.primary
        }

        Words {
            width: parent.width - tick.width - 6
            anchors.verticalCenter: parent.verticalCenter
            role: Words.Secondary
            text: Worksheet.savedText
        }
    }

    LiveWords {
        width: parent.width
        visible: text !== ""
        role: Words.Secondary
        color: Theme.ink
        text: Worksheet.problemText
    }

    HrButton {
        visible: Worksheet.canTryAgain
        kind: HrButton.Soft
        isSmall: true
        text: qsTr("Try again")
        onClicked: Worksheet.tryAgain()
    }
}
