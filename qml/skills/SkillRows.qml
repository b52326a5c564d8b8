// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Skills

// Skills as rows. Of a long list the first come with the page, the rest a moment later. skills: rows as Skills gives them; currentId; hasStar;
// isHiddenList (a way back instead of the star). Signal: opened(id).
CardList {
    id: root

    property var skills: []
    property string currentId
    property bool hasStar: true
    property bool isHiddenList: false

    readonly property int atOnce: 9
    readonly property bool isNarrow: width < 320
    readonly property var noSkill: ({id: "", title: "", note: "", iconName: "", need: "", minutesText: ""})
    property bool isWhole: false

    signal opened(id: string)

    visible: skills.length > 0

    // By their count: a row stays, with the focus in it, when what it shows changes.
    Repeater {
        model: Math.min(root.atOnce, root.skills.length)

        SkillRow {
            required property int index

            skill: root.skills[index] ?? root.noSkill
            isNarrow: root.isNarrow
            isSelected: root.currentId !== "" && root.currentId === skill.id
            hasStar: root.hasStar
            isHidden: root.isHiddenList
            onClicked: root.opened(skill.id)
        }
    }

    Repeater {
        model: root.isWhole ? Math.max(0, root.skills.length - root.atOnce) : 0

        SkillRow {
            required property int index

            skill: root.skills[index + root.atOnce] ?? root.noSkill
            isNarrow: root.isNarrow
            isSelected: root.currentId !== "" && root.currentId === skill.id
            hasStar: root.hasStar
            isHidden: root.isHiddenList
            onClicked: root.opened(skill.id)
        }
    }

    Timer {
        interval: 50
        running: true
        onTriggered: root.isWhole = true
    }
}
