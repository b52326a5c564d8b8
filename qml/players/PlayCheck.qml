// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// The first card of a timer that asks before it starts: what to look out for, and a yes or no. Signal: answered(isYes).
PageScroll {
    id: root

    required property string cautions
    required property string question

    signal answered(isYes: bool)

    startPadding: 8
    gap: 16
    maxWidth: Metrics.readable

    Cautions {
        width: parent.width
        text: root.cautions
    }

    LiveWords {
        width: parent.width
        role: Words.Head
        text: root.visible ? root.question : ""
    }

    HrButton {
        width: parent.width
        kind: HrButton.Soft
        text: qsTr("Yes")
        onClicked: root.answered(true)
    }

    HrButton {
        width: parent.width
        kind: HrButton.Soft
        text: qsTr("No")
        onClicked: root.answered(false)
    }

    Words {
        width: parent.width
        role: Words.Secondary
        text: qsTr("Yes leaves that part out. It is not kept.")
    }
}
