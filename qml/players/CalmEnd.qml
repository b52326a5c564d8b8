// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// After it: once more, or back to the numbers.
PageScroll {
    startPadding: 16
    gap: 12
    maxWidth: Metrics.readable

    LiveWords {
        width: parent.width
        role: Words.Title
        text: qsTr("That was it")
    }

    Words {
        width: parent.width
        role: Words.Reading
        text: Calm.afterwards
    }

    HrButton {
        width: parent.width
        text: qsTr("Do it again")
        onClicked: Calm.again()
    }

    HrButton {
        width: parent.width
        kind: HrButton.Outline
        text: qsTr("Back to Help now")
        onClicked: Navigator.openHelp()
    }
}
