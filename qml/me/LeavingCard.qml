// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls

// One way to leave: what goes and what stays, and the button. title, note, more, actText, isPrimary. Signal: acted().
Card {
    id: root

    property string title
    property string note
    property string more
    property string actText
    property bool isPrimary: false

    signal acted

    gap: 6

    Words {
        width: parent.width
        role: Words.Subhead
        text: root.title
    }

    Words {
        width: parent.width
        role: Words.Secondary
        text: root.note
    }

    Words {
        width: parent.width
        role: Words.Secondary
        text: root.more
        visible: text !== ""
    }

    Item {
        width: 1
        height: 4
    }

    HrButton {
        width: parent.width
        kind: root.isPrimary ? HrButton.Primary : HrButton.Outline
        text: root.actText
        onClicked: root.acted()
    }
}
