// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// The charts as a list: a row a day (in long times a week or a month), the newest first. Signal: picked(day), of a day that can be marked.
CardList {
    id: root

    signal picked(day: string)

    spokenName: qsTr("Day by day")

    Repeater {
        model: root.visible ? Progress.steps : [] // nothing is made that does not show

        ListRow {
            id: row

            required property var modelData

            title: modelData.title
            note: modelData.isMarked ? modelData.note + "\n" + modelData.mark : modelData.note
            spokenName: modelData.isMarked ? qsTr("%1. %2. Marked: %3").arg(title).arg(modelData.note).arg(modelData.mark)
                : qsTr("%1. %2").arg(title).arg(note)
            isNoteSmall: true
            isStrong: false
            isPressable: modelData.day !== ""
            hasChevron: false
            onClicked: root.picked(modelData.day)

            Icon {
                name: "star"
                size: 22
                color: Theme.ochre
                visible: row.modelData.isMarked
            }
        }
    }
}
