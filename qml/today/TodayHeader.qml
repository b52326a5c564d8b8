// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// The date, the greeting, and the door to one's own page.
Item {
    id: root

    implicitHeight: words.implicitHeight + 4

    Column {
        id: words

        anchors.left: parent.left
        anchors.right: me.left
        anchors.rightMargin: 8

        Words {
            width: parent.width
            role: Words.Caption
            weight: 500
            text: Today.dateText
        }

        Words {
            width: parent.width
            role: Words.Title
            text: Today.greeting
        }
    }

    AvatarButton {
        id: me

        anchors.right: parent.right
        anchors.rightMargin: -5
        anchors.verticalCenter: parent.verticalCenter
        text: Account.initials
        onClicked: Navigator.go(Navigator.Me)
    }
}
