// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// Something did not work: plain words, a way on. title, note, iconName, retryText, callText (a button for the clinic; or none).
// Signals: retried(), called().
Card {
    id: root

    property string title
    property string note
    property string iconName: "cloud-outline"
    property string retryText: qsTr("Try again")
    property string callText

    signal retried
    signal called

    padding: 20

    Item {
        width: parent.width
        height: Math.max(tile.visible ? tile.height : 0, words.implicitHeight)

        IconTile {
            id: tile

            anchors.left: parent.left
            visible: !Metrics.reflows
            iconName: root.iconName
            tone: IconTile.Ochre
            side: 48
        }

        Column {
            id: words

            anchors.left: parent.left
            anchors.leftMargin: tile.visible ? 62 : 0
            anchors.right: parent.right

            LiveWords {
                width: parent.width
                role: Words.Subhead
                text: root.title
            }

            LiveWords {
                width: parent.width
                role: Words.Secondary
                text: root.note
                visible: text !== ""
            }
        }
    }

    Item { width: 1; height: 18; visible: root.retryText !== "" }

    HrButton {
        width: parent.width
        visible: root.retryText !== ""
        text: root.retryText
        onClicked: root.retried()
    }

    Item { width: 1; height: 4; visible: root.callText !== "" }

    HrButton {
        width: parent.width
        visible: root.callText !== ""
        kind: HrButton.Text
        isSmall: true
        text: root.callText
        onClicked: root.called()
    }
}
