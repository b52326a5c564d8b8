// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Skills as rows: tile, name, what it does, minutes, star. skills: rows as Skills gives them; currentId; hasStar; isHiddenList (a way back instead
// of the star). Signal: opened(id).
CardList {
    id: root

    property var skills: []
    property string currentId
    property bool hasStar: true
    property bool isHiddenList: false

    readonly property var tones: ({
        "craving": IconTile.Slate, "anxious": IconTile.Moss, "sleep": IconTile.Dusk, "angry": IconTile.Ochre,
        "lonely": IconTile.Plum, "low": IconTile.Slate, "pain": IconTile.Ochre, "bored": IconTile.Moss
    })

    signal opened(id: string)

    visible: skills.length > 0

    Repeater {
        model: root.skills

        ListRow {
            id: row

            required property var modelData
            readonly property bool isFavourite: Skills.favouriteIds.includes(modelData.id)

            // Narrow: the minutes go to the words, and in larger text the tile goes.
            readonly property bool isNarrow: root.width < 320

            tileIcon: isNarrow && Type.textScale > 1 ? "" : modelData.iconName
            tone: root.tones[modelData.need] ?? IconTile.Primary
            title: modelData.title
            note: isNarrow && !root.isHiddenList ? qsTr("%1 · %2").arg(modelData.note).arg(modelData.minutesText) : modelData.note
            isSelected: root.currentId !== "" && root.currentId === modelData.id
            hasChevron: false
            spokenName: qsTr("%1, %2, %3").arg(title).arg(modelData.note).arg(modelData.minutesText)
            onClicked: root.opened(modelData.id)

            Words {
                anchors.verticalCenter: parent.verticalCenter
                visible: !root.isHiddenList && !row.isNarrow
                role: Words.Secondary
                text: row.modelData.minutesText
                wrapMode: Text.NoWrap
                isSpoken: false
            }

            IconButton {
                anchors.verticalCenter: parent.verticalCenter
                visible: root.hasStar && !root.isHiddenList
                iconName: row.isFavourite ? "star" : "star-outline"
                tint: Theme.primary
                spokenName: row.isFavourite ? qsTr("%1 is a favorite. Take it away").arg(row.title) : qsTr("Save %1 as a favorite").arg(row.title)
                onClicked: Skills.setFavourite(row.modelData.id, !row.isFavourite)
            }

            HrButton {
                anchors.verticalCenter: parent.verticalCenter
                visible: root.isHiddenList
                kind: HrButton.Soft
                isSmall: true
                text: qsTr("Show")
                spokenName: qsTr("Show %1 again").arg(row.title)
                onClicked: Skills.setHidden(row.modelData.id, false)
            }
        }
    }
}
