// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// A row of a CardList. title, note, iconName (plain icon) or tileIcon + tone (tileSide) or initials, isPressable, hasChevron,
// isSelected, isStrong (600), trailing items (default property: a button, a Toggle, a value). Signal: clicked().
Item {
    id: root

    default property alias trailing: end.data
    property string title
    property string note
    property bool isNoteSmall: false
    property string iconName
    property string tileIcon
    property int tone: IconTile.Primary
    property string initials
    property bool isPressable: true
    property bool hasChevron: isPressable
    property bool isSelected: false
    property bool isStrong: true
    property bool isNoteSpoken: !isPressable // false: something around the row says it
    property real tileSide: Metrics.tile
    property real leastWords: 114 // room that the words have to have beside what stands at the end
    property real minHeight: Metrics.listRow
    property string spokenName: note === "" ? title : qsTr("%1, %2").arg(title).arg(note)

    readonly property bool hasLead: !Metrics.reflows && (iconName !== "" || tileIcon !== "" || initials !== "")
    // What stands at the end goes below the words where it would leave them too little room.
    readonly property bool stacks: end.children.length > 0
        && (Metrics.reflows || (end.width > 100 && width - end.width - leadWidth - 56 < leastWords * Type.textScale))
    readonly property real leadWidth: !hasLead ? 0 : iconName !== "" ? 24 : tileIcon !== "" ? tileSide : Metrics.avatar

    property bool isDown: false
    property bool hasRing: false

    signal clicked

    implicitWidth: 350
    implicitHeight: Math.max(minHeight, words.implicitHeight + 20, end.implicitHeight + 16,
                             stacks ? words.implicitHeight + end.implicitHeight + 32 : 0)
    width: parent?.width ?? implicitWidth

    RowPlate {
        anchors.fill: parent
        isFirst: root.Positioner.index <= 0
        isLast: root.Positioner.isLastItem || root.Positioner.index < 0
        isSelected: root.isSelected
        isPressed: root.isDown
        hasRing: root.hasRing
        lineInset: root.leadWidth >= Metrics.tile ? 74 : 16
    }

    Repeater {
        model: root.isPressable ? 1 : 0

        Pressable {
            anchors.fill: parent
            hasPlate: false
            spokenName: root.spokenName
            onDownChanged: root.isDown = down
            onVisualFocusChanged: root.hasRing = visualFocus
            onClicked: root.clicked()
        }
    }

    Item {
        id: lead

        anchors.left: parent.left
        anchors.leftMargin: 16
        anchors.verticalCenter: words.verticalCenter
        width: root.leadWidth
        height: root.leadWidth

        Repeater {
            model: root.hasLead && root.iconName !== "" ? 1 : 0

            Icon {
                anchors.centerIn: parent
                name: root.iconName
                color: Theme.primary
            }
        }

        Repeater {
            model: root.hasLead && root.tileIcon !== "" ? 1 : 0

            IconTile {
                anchors.centerIn: parent
                iconName: root.tileIcon
                tone: root.tone
                side: root.tileSide
            }
        }

        Repeater {
            model: root.hasLead && root.initials !== "" ? 1 : 0

            Avatar {
                anchors.centerIn: parent
                text: root.initials
            }
        }
    }

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: 16 + (root.hasLead ? root.leadWidth + 14 : 0)
        anchors.right: root.stacks || end.children.length === 0 ? chevron.left : end.left
        anchors.rightMargin: end.children.length > 0 && !root.stacks ? 12 : 8
        y: root.stacks ? 12 : (root.height - height) / 2

        Words {
            width: parent.width
            role: Words.Subhead
            weight: root.isStrong ? 600 : 500
            text: root.title
            isSpoken: !root.isPressable
        }

        Words {
            width: parent.width
            role: root.isNoteSmall ? Words.Caption : Words.Secondary
            text: root.note
            wrapMode: Text.Wrap // it may be a number that has no place to break
            visible: text !== ""
            isSpoken: root.isNoteSpoken
        }
    }

    Row {
        id: end

        // No anchors that come and go: for a moment both would hold, and the width that they give would stay.
        readonly property real start: root.stacks ? 16 + (root.hasLead ? root.leadWidth + 14 : 0) : root.width - 14 - chevron.width - width

        x: root.LayoutMirroring.enabled ? root.width - width - start : start
        y: root.stacks ? words.y + words.height + 8 : (root.height - height) / 2
        spacing: 4
    }

    Icon {
        id: chevron

        anchors.right: parent.right
        anchors.rightMargin: 14
        anchors.verticalCenter: parent.verticalCenter
        width: root.hasChevron ? side : 0
        name: root.hasChevron ? "chevron-right" : ""
        color: Theme.ink2
    }
}
