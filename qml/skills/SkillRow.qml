// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// A skill in SkillRows: tile, name, what it does, minutes, star. skill ({id, title, note, iconName, need, minutesText}), tone of the tile,
// isFavourite, isNarrow (the minutes go to the words, and in larger text the tile goes), hasStar, isHidden (a way back instead of the star).
LibraryRow {
    id: root

    required property var skill
    property int tone: IconTile.Primary
    property bool isFavourite: false
    property bool isNarrow: false
    property bool hasStar: true
    property bool isHidden: false

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
        anchors.left: parent.left
        anchors.leftMargin: 16
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: -root.footHeight / 2
        visible: root.hasTile
        iconName: root.skill.iconName
        tone: root.tone
    }

    // Last, so that it is measured first: how wide it is decides what the words have.
    Item {
        id: end

        property Item show: null
        readonly property Item act: root.isHidden ? show : root.hasStar ? star : null
        readonly property bool hasMinutes: !root.isHidden && !root.isNarrow

        x: root.at(root.stacks ? root.start : root.width - width - 14, width)
        y: root.stacks ? root.wordsTop + root.wordsHeight + 8 : (root.height - height) / 2
        width: (hasMinutes ? minutes.width + (act ? 4 : 0) : 0) + (act?.width ?? 0)
        height: Math.max(hasMinutes ? minutes.height : 0, act?.height ?? 0)

        Words {
            id: minutes

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            visible: end.hasMinutes
            role: Words.Secondary
            text: root.skill.minutesText
            wrapMode: Text.NoWrap
            isSpoken: false
        }

        IconButton {
            id: star

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            visible: root.hasStar && !root.isHidden
            iconName: root.isFavourite ? "star" : "star-outline"
            tint: Theme.primary
            spokenName: root.isFavourite ? qsTr("%1 is a favorite. Take it away").arg(root.title) : qsTr("Save %1 as a favorite").arg(root.title)
            onClicked: Skills.setFavourite(root.skill.id, !root.isFavourite)
        }

        Repeater {
            model: root.isHidden ? 1 : 0
            onItemAdded: (index, item) => end.show = item
            onItemRemoved: end.show = null

            HrButton {
                anchors.right: parent?.right
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
