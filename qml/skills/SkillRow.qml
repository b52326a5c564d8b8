// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// A skill in SkillRows: tile, name, what it does, minutes, star. skill ({id, title, note, iconName, need, minutesText}), isNarrow (the minutes
// go to the words, and in larger text the tile goes), hasStar, isHidden (a way back instead of the star).
LibraryRow {
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

    readonly property bool hasTile: !Metrics.reflows && !(isNarrow && Type.textScale > 1)
    // What stands at the end goes below the words where it would leave them too little room.
    readonly property bool stacks: Metrics.reflows || (end.width > 100 && width - end.width - leadWidth - 56 < 114 * Type.textScale)

    leadWidth: hasTile ? Metrics.tile : 0
    endWidth: stacks ? 22 : end.width + 26
    footHeight: stacks ? end.height + 12 : 0
    minHeight: Math.max(Metrics.listRow, end.height + 16)
    lineInset: hasTile ? 74 : 16
    title: skill.title
    note: isNarrow && !isHidden ? qsTr("%1 · %2").arg(skill.note).arg(skill.minutesText) : skill.note
    spokenName: qsTr("%1, %2, %3").arg(title).arg(skill.note).arg(skill.minutesText)

    IconTile {
        x: root.at(16, side)
        y: root.wordsTop + (root.wordsHeight - side) / 2
        visible: root.hasTile
        iconName: root.skill.iconName
        tone: root.tones[root.skill.need] ?? IconTile.Primary
    }

    // Last, so that it is measured first: how wide it is decides what the words have.
    Row {
        id: end

        x: root.at(root.stacks ? root.start : root.width - width - 14, width)
        y: root.stacks ? root.wordsTop + root.wordsHeight + 8 : (root.height - height) / 2
        spacing: 4

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
}
