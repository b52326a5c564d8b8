// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// How somebody feels, as tiles, two beside each other: the first four, and all with More.
Column {
    id: root

    property bool isAll: false

    readonly property var needs: Skills.needs

    readonly property int columns: Metrics.reflows ? 1 : 2
    readonly property var tones: [IconTile.Slate, IconTile.Moss, IconTile.Dusk, IconTile.Ochre, IconTile.Plum, IconTile.Slate, IconTile.Ochre,
        IconTile.Moss]

    spacing: 8

    Grid {
        width: parent.width
        columns: root.columns
        spacing: Metrics.cardGap

        Repeater {
            model: root.needs.slice(0, root.isAll ? 8 : 4)

            Pressable {
                id: tile

                required property var modelData
                required property int index

                width: (root.width - (root.columns - 1) * Metrics.cardGap) / root.columns
                implicitHeight: words.implicitHeight + 32
                radius: Metrics.radiusCard
                fill: Theme.surface
                edge: Theme.line
                edgeWidth: Metrics.hairline
                spokenName: qsTr("%1, %2").arg(modelData.text).arg(count.text)
                onClicked: Navigator.go(Navigator.SkillList, modelData.need)

                Column {
                    id: words

                    x: 16
                    y: 16
                    width: parent.width - 32
                    spacing: 0

                    IconTile {
                        visible: !Metrics.reflows
                        side: 40
                        iconName: tile.modelData.iconName
                        tone: root.tones[tile.index]
                    }

                    Item { width: 1; height: Metrics.reflows ? 0 : 10 }

                    Words {
                        width: parent.width
                        role: Words.Subhead
                        text: tile.modelData.text
                        isSpoken: false
                    }

                    Words {
                        id: count

                        width: parent.width
                        role: Words.Caption
                        text: qsTr("%n skill(s)", "", tile.modelData.count)
                        isSpoken: false
                    }
                }
            }
        }
    }

    HrButton {
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(implicitWidth, parent.width)
        kind: HrButton.Text
        isSmall: true
        text: root.isAll ? qsTr("Fewer") : qsTr("More feelings")
        onClicked: root.isAll = !root.isAll
    }
}
