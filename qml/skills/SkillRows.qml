// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Skills
import Handrail.View

// Skills as rows. skills: rows as Skills gives them; currentId; hasStar; isHiddenList (a way back instead of the star); room (dp of it that can
// be seen at first), isWhole (all rows are there). Signal: opened(id).
CardList {
    id: root

    property var skills: []
    property string currentId
    property bool hasStar: true
    property bool isHiddenList: false
    property alias room: rows.room
    property alias isWhole: rows.isWhole

    readonly property bool isNarrow: width < 320
    readonly property var favouriteIds: Skills.favouriteIds
    readonly property var tones: ({
        "craving": IconTile.Slate, "anxious": IconTile.Moss, "sleep": IconTile.Dusk, "angry": IconTile.Ochre,
        "lonely": IconTile.Plum, "low": IconTile.Slate, "pain": IconTile.Ochre, "bored": IconTile.Moss
    })
    readonly property var noSkill: ({id: "", title: "", note: "", iconName: "", need: "", minutesText: ""})

    signal opened(id: string)

    visible: skills.length > 0

    GrowingRows {
        id: rows

        wanted: root.skills.length

        SkillRow {
            required property int index

            place: index
            places: root.skills.length
            skill: root.skills[index] ?? root.noSkill
            tone: root.tones[skill.need] ?? IconTile.Primary
            isFavourite: root.favouriteIds.includes(skill.id)
            isNarrow: root.isNarrow
            isSelected: root.currentId !== "" && root.currentId === skill.id
            hasStar: root.hasStar
            isHidden: root.isHiddenList
            onClicked: root.opened(skill.id)
        }
    }
}
