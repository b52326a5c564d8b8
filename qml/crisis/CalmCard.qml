// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// Something to do right here, below the numbers: it needs no sign-in, no network and nothing that is kept.
Column {
    id: root

    visible: Calm.skills.length > 0
    spacing: 8

    Words {
        width: parent.width
        role: Words.Section
        text: qsTr("Calm me")
    }

    CardList {
        width: parent.width
        spokenName: qsTr("Calm me")

        Repeater {
            model: Calm.skills

            ListRow {
                required property var modelData

                tileIcon: modelData.iconName
                title: modelData.title
                note: modelData.use
                onClicked: Navigator.go(Navigator.Calm, modelData.id)
            }
        }
    }
}
