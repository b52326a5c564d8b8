// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// How somebody feels, as tiles, two beside each other, the first four larger. A tile starts what suits best; the others are a press beside it.
// Signal: started(id).
Grid {
    id: root

    readonly property var needs: Skills.needs
    readonly property var tones: [IconTile.Slate, IconTile.Moss, IconTile.Dusk, IconTile.Ochre, IconTile.Plum, IconTile.Slate, IconTile.Ochre,
        IconTile.Moss]

    property int made: 0 // of the tiles
    readonly property bool isMade: made === needs.length

    signal started(id: string)

    // Below that a word of one tile has no room.
    columns: Metrics.reflows || width < 320 * Type.textScale ? 1 : 2
    spacing: Metrics.cardGap

    Repeater {
        id: tiles

        model: root.needs
        onItemAdded: root.made += 1
        onItemRemoved: root.made -= 1

        Item {
            id: tile

            required property var modelData
            required property int index

            readonly property bool isLarge: index < 4 && root.columns > 1
            readonly property string best: modelData.best
            readonly property Item beside: root.isMade && root.columns > 1 ? tiles.itemAt(index % 2 === 0 ? index + 1 : index - 1) : null

            width: (root.width - (root.columns - 1) * Metrics.cardGap) / root.columns
            implicitHeight: Math.max(words.implicitHeight, others.height) + (isLarge ? 32 : 16)
            height: Math.max(implicitHeight, beside?.implicitHeight ?? 0)

            Pressable {
                anchors.fill: parent
                radius: Metrics.radiusCard
                fill: Theme.surface
                edge: Theme.line
                edgeWidth: Metrics.hairline
                spokenName: tile.best === "" ? qsTr("%1, no skills here").arg(tile.modelData.text) : qsTr("%1, start %2").arg(tile.modelData.text).arg(tile.modelData.bestTitle)
                onClicked: {
                    if (tile.best === "")
                        Navigator.go(Navigator.SkillList, tile.modelData.need);
                    else
                        root.started(tile.best);
                }
            }

            Column {
                id: words

                anchors.left: parent.left
                anchors.leftMargin: 16
                // Known before the words are laid out; beside the button as far as the arrow itself.
                width: tile.width - 16 - (tile.isLarge ? 16 : others.width - 8)
                y: tile.isLarge ? 16 : (parent.height - height) / 2

                IconTile {
                    visible: tile.isLarge
                    side: 40
                    iconName: tile.modelData.iconName
                    tone: root.tones[tile.index]
                }

                Item { width: 1; height: tile.isLarge ? 10 : 0 }

                Words {
                    width: words.width
                    role: Words.Subhead
                    text: tile.modelData.text
                    isSpoken: false
                }

                Words {
                    width: words.width
                    role: Words.Caption
                    text: tile.best === "" ? qsTr("No skills here") : tile.modelData.bestTitle
                    isSpoken: false
                }
            }

            IconButton {
                id: others

                anchors.right: parent.right
                anchors.rightMargin: tile.isLarge ? 6 : 0
                y: tile.isLarge ? 8 : (parent.height - height) / 2
                visible: tile.modelData.others > 0
                iconName: "chevron-right"
                tint: Theme.primary
                spokenName: qsTr("Others for: %1").arg(tile.modelData.text)
                onClicked: Navigator.go(Navigator.SkillList, tile.modelData.need)
            }
        }
    }
}
