// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// A quiet fact across the top: offline, waiting to send. title, note, iconName, actIcon (what a press does; empty: nothing),
// actSpoken. Signal: clicked().
Pressable {
    id: root

    property string title
    property string note
    property string iconName: "wifi-off"
    property string actIcon: "chevron-right"
    property string actSpoken

    readonly property bool canOpen: actIcon !== ""

    enabled: canOpen
    radius: 18
    fill: Theme.ochreSoft
    ink: Theme.ochre
    implicitWidth: 366
    implicitHeight: Math.max(56, words.implicitHeight + 20)
    spokenName: title
    spokenHint: actSpoken === "" ? note : qsTr("%1 %2").arg(note).arg(actSpoken)
    Accessible.role: canOpen ? Accessible.Button : Accessible.AlertMessage

    Icon {
        id: icon

        anchors.left: parent.left
        anchors.leftMargin: 14
        anchors.verticalCenter: parent.verticalCenter
        name: root.iconName
        color: root.ink
    }

    Column {
        id: words

        anchors.left: icon.right
        anchors.leftMargin: 12
        anchors.right: chevron.left
        anchors.rightMargin: 12
        anchors.verticalCenter: parent.verticalCenter

        Words {
            width: parent.width
            role: Words.Section
            text: root.title
            color: root.ink
            isSpoken: false
        }

        Words {
            width: parent.width
            role: Words.Caption
            text: root.note
            color: root.ink
            visible: text !== ""
            isSpoken: false
        }
    }

    Icon {
        id: chevron

        anchors.right: parent.right
        anchors.rightMargin: 8
        anchors.verticalCenter: parent.verticalCenter
        name: root.actIcon
        color: root.ink
    }
}
