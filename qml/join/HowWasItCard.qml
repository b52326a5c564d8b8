// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// For who comes back after a video session: the way to the one question, or to none. Whatever is pressed, it goes.
Card {
    id: root

    gap: 12

    Column {
        width: parent.width

        Words {
            width: parent.width
            role: Words.Subhead
            text: qsTr("How was it?")
        }

        Words {
            width: parent.width
            text: HowWasIt.dueText
        }

        Words {
            width: parent.width
            role: Words.Secondary
            text: qsTr("Only on this device. Nobody else sees it.")
        }
    }

    ButtonRow {
        width: parent.width
        texts: [qsTr("Say how it was"), qsTr("Skip")]
        current: 0
        onPicked: index => index === 0 ? Navigator.go(Navigator.HowWasIt, HowWasIt.dueId) : HowWasIt.skip()
    }

    LiveWords {
        width: parent.width
        visible: text !== ""
        role: Words.Secondary
        text: HowWasIt.problemText
    }
}
