// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// Before a skill that plays is used for the first time: what to look out for. Signal: begun().
PageScroll {
    id: root

    required property SkillView skill

    signal begun

    startPadding: 8
    gap: 16

    LiveWords {
        width: parent.width
        role: Words.Head
        text: root.visible ? qsTr("Good to know first") : ""
    }

    Cautions {
        width: parent.width
        lines: root.skill.cautions
    }

    HrButton {
        width: parent.width
        text: qsTr("Begin")
        onClicked: root.begun()
    }

    Words {
        width: parent.width
        role: Words.Caption
        text: qsTr("You can read this again at the top of the page.")
    }
}
