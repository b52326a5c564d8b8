// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls

// Forms under a label. forms (a list of {id, title, note}), label, tileIcon, canOpen. Signal: opened(id).
Column {
    id: root

    required property var forms
    property string label
    property string tileIcon: "clipboard-check"
    property bool canOpen: true

    signal opened(string id)

    visible: forms.length > 0
    spacing: 8

    Words {
        width: parent.width
        role: Words.Section
        text: root.label
    }

    CardList {
        width: parent.width
        spokenName: root.label

        Repeater {
            model: root.forms

            ListRow {
                id: row

                required property var modelData

                tileIcon: root.tileIcon
                title: modelData.title
                note: modelData.note
                isPressable: root.canOpen
                onClicked: root.opened(row.modelData.id)
            }
        }
    }
}
