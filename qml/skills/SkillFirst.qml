// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// What to look out for, above a skill that plays for the first time; it holds nothing up. Where the words would take the room of the exercise
// the first of them stands here, what is gravest, and a button leads to all; or the button alone. skill, room (height that there is for both).
// Signals: read(), moreAsked().
Item {
    id: root

    required property SkillView skill
    property real room: 0

    readonly property bool isFolded: skill.cautions.length > 1 && lines.implicitHeight > room * 0.22
    readonly property Item told: isFolded ? first : lines
    readonly property bool isShort: told.implicitHeight > room * 0.4

    signal read
    signal moreAsked

    implicitHeight: Math.max(48, isShort ? more.height : isFolded ? Math.max(first.implicitHeight, all.y + all.height) : lines.implicitHeight)

    Cautions {
        id: lines

        width: root.width - gone.width - 4
        visible: !root.isShort && !root.isFolded && text !== ""
        lines: root.skill.cautions
    }

    Cautions {
        id: first

        width: lines.width
        visible: !root.isShort && root.isFolded
        text: root.skill.cautions[0] ?? ""
    }

    IconButton {
        id: all

        anchors.right: parent.right
        anchors.top: gone.bottom
        visible: first.visible
        iconName: "chevron-down"
        spokenName: qsTr("Read all that is good to know")
        onClicked: root.moreAsked()
    }

    HrButton {
        id: more

        width: Math.min(implicitWidth, root.width - gone.width - 4)
        visible: root.isShort
        kind: HrButton.Soft
        isSmall: true
        iconName: "information-outline"
        text: qsTr("Good to know first")
        onClicked: root.moreAsked()
    }

    IconButton {
        id: gone

        anchors.right: parent.right
        iconName: "close"
        iconSize: 20
        spokenName: qsTr("I have read what is good to know")
        onClicked: root.read()
    }
}
