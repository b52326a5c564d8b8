// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// One message with the day above it and where it is below it. One that needs the person leads to what waits to be sent.
Column {
    id: root

    required property bool isMine
    required property bool needsYou
    required property string text
    required property string kindText
    required property string dayText
    required property string stateText
    required property string stateIcon
    required property string spoken

    readonly property real most: width * (Metrics.reflows ? 1 : 0.82)
    readonly property bool isAtEnd: isMine !== LayoutMirroring.enabled

    topPadding: 6
    bottomPadding: 6
    spacing: 4

    Words {
        width: parent.width
        topPadding: 10
        bottomPadding: 6
        visible: root.dayText !== ""
        role: Words.Caption
        weight: 500
        horizontalAlignment: Text.AlignHCenter
        text: root.dayText
    }

    Rectangle {
        x: root.isAtEnd ? root.width - width : 0
        width: Math.min(root.most, Math.max(words.implicitWidth, kind.visible ? kind.implicitWidth : 0) + 32)
        height: inside.implicitHeight + 24
        radius: 20
        color: root.isMine ? Theme.primarySoft : Theme.surface
        border.width: root.isMine ? 0 : Metrics.hairline
        border.color: Theme.line
        Accessible.role: Accessible.ListItem
        Accessible.name: root.spoken

        Column {
            id: inside

            x: 16
            y: 12
            width: parent.width - 32

            Words {
                id: kind

                width: parent.width
                visible: root.kindText !== ""
                role: Words.Caption
                weight: 600
                text: root.kindText
                color: root.isMine ? Theme.onPrimarySoft : Theme.ink
                isSpoken: false
            }

            Words {
                id: words

                width: parent.width
                text: root.text
                color: root.isMine ? Theme.onPrimarySoft : Theme.ink
                isSpoken: false
            }
        }
    }

    Row {
        x: root.isAtEnd ? root.width - width : 8
        spacing: 6

        Icon {
            id: icon

            anchors.verticalCenter: parent.verticalCenter
            visible: root.stateIcon !== ""
            name: root.stateIcon
            size: 16
            color: root.needsYou ? Theme.ink : Theme.primary
        }

        Words {
            width: Math.min(implicitWidth, root.width - 32)
            role: Words.Caption
            text: root.stateText
            isSpoken: false
        }
    }

    Loader {
        anchors.right: parent.right
        active: root.needsYou
        visible: active
        sourceComponent: HrButton {
            kind: HrButton.Soft
            isSmall: true
            text: qsTr("See why")
            onClicked: Navigator.go(Navigator.Outbox)
        }
    }
}
