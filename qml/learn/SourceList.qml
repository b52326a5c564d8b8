// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// On what a text stands, and who has looked at it. sources, review.
Column {
    id: root

    required property var sources
    required property string review

    spacing: 6

    Words {
        width: parent.width
        role: Words.Section
        text: qsTr("Where this comes from")
    }

    Repeater {
        model: root.sources

        ReadingText {
            required property string modelData

            width: root.width
            role: Words.Caption
            ink: Theme.ink2
            wrapMode: TextEdit.Wrap // an address has no place to break
            text: modelData
        }
    }

    ReadingText {
        width: root.width
        role: Words.Caption
        ink: Theme.ink2
        text: root.review
    }
}
