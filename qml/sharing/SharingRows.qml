// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// People with whom something is or was shared, each a way to their page. people: as SharingView gives them.
CardList {
    id: root

    required property var people

    Repeater {
        model: root.people

        ListRow {
            id: row

            required property var modelData

            initials: modelData.initials
            title: modelData.relation === "" ? modelData.name : qsTr("%1, %2").arg(modelData.name).arg(modelData.relation)
            note: qsTr("%1\n%2").arg(modelData.what).arg(modelData.until)
            spokenName: modelData.spoken
            leastWords: 260
            onClicked: Navigator.go(Navigator.SharingPerson, modelData.id)

            StatusChip {
                iconName: row.modelData.chipIcon
                text: row.modelData.chip
                tone: row.modelData.isWaiting ? StatusChip.Ochre : StatusChip.Soft
            }
        }
    }
}
