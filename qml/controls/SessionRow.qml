// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// A session in a CardList. time, title, place, iconName + tone; then one of: actionText (actionIcon, isActionMain), chipText
// (chipIcon, chipTone), or a chevron. isCancelled strikes the time; isSelected; spokenName. Signals: clicked(),
// actionPressed().
Item {
    id: root

    property string time
    property string title
    property string place
    property string iconName
    property int tone: IconTile.Primary
    property string actionText
    property string actionIcon
    property string actionSpoken: actionText
    property bool isActionMain: false
    property string chipText
    property string chipIcon
    property int chipTone: StatusChip.Neutral
    property bool isCancelled: false
    property bool isSelected: false
    property string spokenName: time + ", " + title + (place === "" ? "" : ", " + place)
        + (chipText === "" ? "" : ", " + chipText)

    readonly property bool stacks: Metrics.reflows || (width < 300 && hasEnd)
    readonly property bool hasEnd: actionText !== "" || chipText !== ""

    signal clicked
    signal actionPressed

    width: parent?.width ?? implicitWidth
    implicitWidth: 350
    implicitHeight: Math.max(68, words.implicitHeight + 14 + (stacks && hasEnd ? end.height + 8 : 0))

    RowPlate {
        anchors.fill: parent
        isFirst: root.Positioner.index <= 0
        isLast: root.Positioner.isLastItem || root.Positioner.index < 0
        isSelected: root.isSelected
        isPressed: press.down
        hasRing: press.visualFocus
        lineInset: Metrics.reflows ? 14 : 70
        lineEndInset: 14
    }

    Pressable {
        id: press

        anchors.fill: parent
        hasPlate: false
        spokenName: root.spokenName
        Accessible.selectable: root.isSelected
        Accessible.selected: root.isSelected
        onClicked: root.clicked()
    }

    IconTile {
        id: tile

        anchors.left: parent.left
        anchors.leftMargin: 14
        y: root.stacks ? 14 : (root.height - height) / 2
        visible: !Metrics.reflows
        iconName: root.iconName
        tone: root.isCancelled ? IconTile.Mute : root.tone
    }

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: tile.visible ? 70 : 14
        anchors.right: root.stacks ? parent.right : end.left
        anchors.rightMargin: root.stacks ? 14 : 12
        y: root.stacks ? 7 : (root.height - height) / 2

        Words {
            width: parent.width
            role: Words.Caption
            weight: 500
            text: root.time
            font: Type.fontOf(role, size, weight, true, root.isCancelled)
            isSpoken: false
        }

        Words {
            width: parent.width
            role: Words.Subhead
            text: root.title
            color: root.isCancelled ? Theme.ink2 : Theme.ink
            isSpoken: false
        }

        Words {
            width: parent.width
            role: Words.Caption
            text: root.place
            visible: text !== ""
            isSpoken: false
        }
    }

    Item {
        id: end

        x: root.stacks !== root.LayoutMirroring.enabled ? (root.stacks && tile.visible ? 70 : 14) : root.width - 14 - width
        y: root.stacks ? words.y + words.height + 8 : (root.height - height) / 2
        width: action.visible ? action.width : chip.visible ? chip.width : 24
        height: action.visible ? action.height : chip.visible ? chip.height : 24

        HrButton {
            id: action

            visible: root.actionText !== ""
            width: root.stacks ? root.width - (tile.visible ? 84 : 28) : implicitWidth
            kind: root.isActionMain ? HrButton.Primary : root.isSelected ? HrButton.Surface : HrButton.Soft
            isSmall: true
            leftPadding: iconName === "" ? 14 : 16
            iconName: root.actionIcon
            text: root.actionText
            spokenName: root.actionSpoken
            onClicked: root.actionPressed()
        }

        StatusChip {
            id: chip

            visible: root.actionText === "" && root.chipText !== ""
            text: root.chipText
            iconName: root.chipIcon
            tone: root.chipTone
            Accessible.ignored: true
        }

        Icon {
            visible: !root.hasEnd && !root.stacks
            name: "chevron-right"
            color: Theme.ink2
        }
    }
}
