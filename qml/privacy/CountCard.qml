// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// Kinds of things and how many there are of each. lead, parts (a list of {title, count}).
Card {
    id: root

    property string lead
    property var parts: []

    gap: 6

    Words {
        width: parent.width
        role: Words.Secondary
        text: root.lead
        visible: text !== ""
    }

    Repeater {
        model: root.parts

        Item {
            id: line

            required property var modelData

            width: parent?.width ?? 0
            height: title.implicitHeight
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("%1: %2").arg(modelData.title).arg(modelData.count)

            Words {
                id: title

                anchors.left: parent.left
                anchors.right: count.left
                anchors.rightMargin: 12
                text: line.modelData.title
                isSpoken: false
            }

            Words {
                id: count

                anchors.right: parent.right
                color: Theme.ink2
                text: String(line.modelData.count)
                isSpoken: false
            }
        }
    }

    Words {
        width: parent.width
        text: qsTr("Nothing yet")
        visible: root.parts.length === 0
    }
}
