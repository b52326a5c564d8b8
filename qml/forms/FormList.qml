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

    readonly property var noForm: ({id: "", title: "", note: ""})

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

        GrowingRows {
            wanted: root.forms.length

            ListRow {
                id: row

                required property int index
                readonly property var form: root.forms[index] ?? root.noForm

                tileIcon: root.tileIcon
                title: form.title
                note: form.note
                isPressable: root.canOpen
                onClicked: root.opened(row.form.id)
            }
        }
    }
}
