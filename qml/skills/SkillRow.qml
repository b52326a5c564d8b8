// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// A skill in SkillRows: tile, name, what it does, minutes, star. skill ({id, title, note, iconName, need, minutesText}), isNarrow (the minutes
// go to the words, and in larger text the tile goes), hasStar, isHidden (a way back instead of the star).
ListRow {
    id: root

    required property var skill
    property bool isNarrow: false
    property bool hasStar: true
    property bool isHidden: false

    readonly property bool isFavourite: Skills.favouriteIds.includes(skill.id)
    readonly property var tones: ({
        "craving": IconTile.Slate, "anxious": IconTile.Moss, "sleep": IconTile.Dusk, "angry": IconTile.Ochre,
        "lonely": IconTile.Plum, "low": IconTile.Slate, "pain": IconTile.Ochre, "bored": IconTile.Moss
    })

    tileIcon: isNarrow && Type.textScale > 1 ? "" : skill.iconName
    tone: tones[skill.need] ?? IconTile.Primary
    title: skill.title
    note: isNarrow && !isHidden ? qsTr("%1 · %2").arg(skill.note).arg(skill.minutesText) : skill.note
    hasChevron: false
    spokenName: qsTr("%1, %2, %3").arg(title).arg(skill.note).arg(skill.minutesText)

    Words {
        anchors.verticalCenter: parent?.verticalCenter
        visible: !root.isHidden && !root.isNarrow
        role: Words.Secondary
        text: root.skill.minutesText
        wrapMode: Text.NoWrap
        isSpoken: false
    }

    Repeater {
        model: root.hasStar && !root.isHidden ? 1 : 0

        IconButton {
            anchors.verticalCenter: parent?.verticalCenter
            iconName: root.isFavourite ? "star" : "star-outline"
            tint: Theme.primary
            spokenName: root.isFavourite ? qsTr("%1 is a favorite. Take it away").arg(root.title) : qsTr("Save %1 as a favorite").arg(root.title)
            onClicked: Skills.setFavourite(root.skill.id, !root.isFavourite)
        }
    }

    Repeater {
        model: root.isHidden ? 1 : 0

        HrButton {
            anchors.verticalCenter: parent?.verticalCenter
            kind: HrButton.Soft
            isSmall: true
            text: qsTr("Show")
            spokenName: qsTr("Show %1 again").arg(root.title)
            onClicked: Skills.setHidden(root.skill.id, false)
        }
    }
}
