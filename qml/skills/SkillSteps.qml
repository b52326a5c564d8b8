// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Skills
import Handrail.View

// A skill as text: what it is, what to look out for, its steps. canRun (there is a player to go back to). Signals: runAsked(), finished().
PageScroll {
    id: root

    required property SkillView skill
    property bool canRun: false

    signal runAsked
    signal finished

    startPadding: 8
    gap: 16

    Words {
        width: parent.width
        visible: text !== ""
        text: root.skill.about
    }

    Cautions {
        width: parent.width
        lines: root.skill.cautions
    }

    Card {
        width: parent.width
        gap: 12
        spokenName: qsTr("Steps")

        Repeater {
            model: root.skill.steps

            Words {
                required property string modelData
                required property int index

                width: parent?.width ?? 0
                role: Words.Reading
                text: qsTr("%1. %2").arg(index + 1).arg(modelData)
            }
        }
    }

    HrButton {
        width: parent.width
        text: qsTr("Done")
        onClicked: root.finished()
    }

    HrButton {
        width: parent.width
        visible: root.canRun
        kind: HrButton.Outline
        text: qsTr("Back to the exercise")
        onClicked: root.runAsked()
    }

    KeepCard {
        width: parent.width
        skill: root.skill
    }

    Words {
        width: parent.width
        role: Words.Caption
        visible: text !== ""
        text: root.skill.modality
    }

    Words {
        width: parent.width
        role: Words.Caption
        visible: text !== ""
        wrapMode: Text.Wrap
        text: root.skill.origin
    }
}
