// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// Whether a skill is a favorite, and whether it is offered.
CardList {
    id: root

    required property SkillView skill

    spokenName: qsTr("This skill")

    ListRow {
        title: qsTr("Favorite")
        isPressable: false
        isStrong: false
        iconName: "star-outline"

        Toggle {
            isOn: root.skill.isFavourite
            spokenName: qsTr("Save as a favorite")
            onToggledTo: isOn => root.skill.setFavourite(isOn)
        }
    }

    ListRow {
        title: qsTr("Hide this skill")
        note: qsTr("It is not offered any more. You can show it again.")
        isNoteSmall: true
        isPressable: false
        isStrong: false
        iconName: "close-circle-outline"

        Toggle {
            isOn: root.skill.isHidden
            spokenName: qsTr("Hide this skill")
            onToggledTo: isOn => root.skill.setHidden(isOn)
        }
    }
}
