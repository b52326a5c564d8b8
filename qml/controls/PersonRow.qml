// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// A person to reach, in a CardList: letters, name, who they are, text and call. initials, name, note, canText, canCall.
// Signals: texted(), called().
Item {
    id: root

    property string initials
    property string name
    property string note
    property bool canText: true
    property bool canCall: true

    signal texted
    signal called

    width: parent?.width ?? implicitWidth
    implicitWidth: 350
    implicitHeight: Math.max(60, words.implicitHeight + 16, acts.implicitHeight + 12)

    RowPlate {
        anchors.fill: parent
        isFirst: root.Positioner.index <= 0
        lineInset: avatar.visible ? 74 : 16
    }

    Avatar {
        id: avatar

        anchors.left: parent.left
        anchors.leftMargin: 16
        anchors.verticalCenter: parent.verticalCenter
        visible: !Metrics.reflows
        text: root.initials
    }

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: avatar.visible ? 74 : 16
        anchors.right: acts.left
        anchors.rightMargin: 8
        anchors.verticalCenter: parent.verticalCenter

        Words { width: parent.width; role: Words.Subhead; text: root.name }
        Words { width: parent.width; role: Words.Secondary; text: root.note; visible: text !== "" }
    }

    Row {
        id: acts

        anchors.right: parent.right
        anchors.rightMargin: 12
        anchors.verticalCenter: parent.verticalCenter
        spacing: 8

        IconButton {
            visible: root.canText
            iconName: "message-text"
            iconSize: 24
            tint: Theme.primary
            spokenName: qsTr("Text %1").arg(root.name)
            onClicked: root.texted()
        }

        IconButton {
            visible: root.canCall
            kind: IconButton.Soft
            iconName: "phone"
            iconSize: 24
            spokenName: qsTr("Call %1").arg(root.name)
            onClicked: root.called()
        }
    }
}
