// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// Things to bring, one a line.
Card {
    id: root

    required property var things

    topPadding: 14
    bottomPadding: 14
    gap: 8

    Repeater {
        model: root.things

        Item {
            id: thing

            required property string modelData

            width: parent?.width ?? 0
            height: words.implicitHeight

            Rectangle {
                x: root.LayoutMirroring.enabled ? parent.width - 15 : 8
                y: words.topPadding + 9 * Type.textScale
                width: 7
                height: 7
                radius: 4
                color: Theme.primary
            }

            Words {
                id: words

                anchors.left: parent.left
                anchors.leftMargin: 38
                anchors.right: parent.right
                text: thing.modelData
            }
        }
    }
}
