// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// One of several fits: what to do now, and the skill that it leads on to. Signals: finished(), openSkill(id).
PageScroll {
    id: root

    required property SkillView skill
    property int chosen: -1

    readonly property var script: skill.script
    readonly property var options: script.options ?? []
    readonly property var option: options[chosen] ?? null
    readonly property string next: option?.skill ?? ""
    readonly property bool isHelp: option?.isHelp ?? false

    signal finished
    signal openSkill(id: string)

    function settle() {
        if (visible)
            settled.restart();
    }

    startPadding: 8
    onVisibleChanged: settled.stop()
    onContentHeightChanged: settle()
    onChosenChanged: settle()
    gap: 12

    // The reply comes into view once it has its place.
    Timer {
        id: settled

        interval: 0
        onTriggered: if (answer.visible) root.show(answer)
    }

    Cautions {
        width: parent.width
        lines: root.skill.cautions
    }

    Words {
        width: parent.width
        role: Words.Head
        text: root.script.ask ?? ""
    }

    Column {
        width: parent.width
        spacing: 8

        Repeater {
            model: root.options

            AnswerOption {
                required property var modelData
                required property int index

                width: parent?.width ?? 0
                text: modelData.say
                isChosen: root.chosen === index
                onClicked: root.chosen = index
            }
        }
    }

    Card {
        id: answer

        width: parent.width
        visible: root.option !== null
        gap: 16

        LiveWords {
            width: parent.width
            role: Words.Reading
            text: root.option?.act ?? ""
        }

        HrButton {
            width: parent.width
            visible: root.isHelp
            kind: HrButton.HelpSoft
            iconName: "buoy"
            text: qsTr("Open Help now")
            onClicked: Navigator.openHelp()
        }

        HrButton {
            width: parent.width
            visible: root.next !== ""
            text: qsTr("Next: %1").arg(root.option?.skillTitle ?? "")
            onClicked: root.openSkill(root.next)
        }

        HrButton {
            width: parent.width
            kind: root.next === "" && !root.isHelp ? HrButton.Primary : HrButton.Outline
            text: qsTr("Done for now")
            onClicked: root.finished()
        }
    }
}
