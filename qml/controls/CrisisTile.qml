// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// One way to help: the act and one calm fact. text, note, iconName, kind, isMain (taller, larger words). Signal: clicked().
Pressable {
    id: root

    enum Kind { Filled, Soft, Urgent }

    property int kind: CrisisTile.Filled
    property string note
    property string iconName: "phone"
    property bool isMain: kind === CrisisTile.Filled

    readonly property real gap: isMain ? 16 : 12

    implicitHeight: Math.max(isMain ? Metrics.helpTile : 68, words.implicitHeight + (Metrics.reflows ? 32 : 20))
    leftPadding: isMain ? 20 : 16
    rightPadding: isMain ? 20 : 12
    radius: isMain ? 22 : 20
    fill: [Theme.help, Theme.helpSoft, Theme.urgent][kind]
    ink: [Theme.onHelp, Theme.onHelpSoft, Theme.onUrgent][kind]
    spokenHint: note
    faceWidth: icon.width + gap + Math.max(title.implicitWidth, fact.implicitWidth)

    Icon {
        id: icon

        anchors.left: parent.left
        anchors.leftMargin: root.leftPadding
        anchors.verticalCenter: parent.verticalCenter
        name: root.iconName
        size: root.isMain ? 30 : 25
        color: root.ink
    }

    Column {
        id: words

        anchors.left: icon.right
        anchors.leftMargin: root.gap
        anchors.right: parent.right
        anchors.rightMargin: root.rightPadding
        anchors.verticalCenter: parent.verticalCenter

        Words {
            id: title

            width: parent.width
            role: Words.Button
            size: root.isMain ? 20 : 17
            line: root.isMain ? 25 : 22
            text: root.text
            color: root.ink
            isSpoken: false
        }

        Words {
            id: fact

            width: parent.width
            role: root.isMain ? Words.Secondary : Words.Caption
            line: root.isMain ? 20 : 18
            weight: 500
            text: root.note
            wrapMode: Text.Wrap // it may begin with a number that has no place to break
            color: root.ink
            visible: text !== ""
            isSpoken: false
        }
    }
}
