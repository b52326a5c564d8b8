// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// What two people agreed on in a session, or the clinic wrote down. card: {title, lines, note}, and iconName where it is not the heart.
Card {
    id: root

    required property var card

    topPadding: 14
    bottomPadding: 14
    gap: 8

    Words {
        width: parent.width
        role: Words.Subhead
        text: root.card.title
    }

    Repeater {
        model: root.card.lines

        Item {
            id: line

            required property string modelData

            width: root.availableWidth
            height: words.implicitHeight

            Icon {
                y: 2
                x: root.LayoutMirroring.enabled ? line.width - width : 0
                name: root.card.iconName ?? "heart"
                size: 20
                color: Theme.primary
            }

            Words {
                id: words

                x: root.LayoutMirroring.enabled ? 0 : 32
                width: line.width - 32
                color: Theme.ink
                text: line.modelData
            }
        }
    }

    Words {
        width: parent.width
        role: Words.Secondary
        text: root.card.note
    }
}
