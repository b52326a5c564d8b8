// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Players
import Handrail.Theme
import Handrail.View

// Steps that follow one another by themselves: how long still, what to do, how far it is.
Item {
    id: root

    required property SkillView skill

    readonly property bool isAsking: Timed.state === Timed.Asking
    // Nobody closes their eyes, or puts the phone away, and waits for what does not sound.
    readonly property string soundText: Timed.isVoiceOn
        ? Timed.goesOn ? qsTr("You can put the phone away with this page open. The voice leads you. You can turn it off below.")
                       : qsTr("The voice leads you. You can turn it off below.")
        : Timed.goesOn ? qsTr("The time goes on. There is no sound here: look now and then.")
                       : qsTr("There is no sound here: look now and then.")

    signal finished
    signal ended
    signal openSkill(id: string)

    PlayCheck {
        anchors.fill: parent
        visible: root.isAsking
        cautions: Timed.cautions
        question: Timed.check
        onAnswered: isYes => Timed.answerCheck(isYes)
    }

    TimedStage {
        id: stage

        anchors.fill: parent
        visible: !root.isAsking
        seen: root
        skill: root.skill
        isTimer: true
        largest: 180
        reserve: (Timed.isByEar ? 184 : 150) * Type.textScale
        onFinished: root.finished()
        onEnded: root.ended()
        shape: PlayDial {
            fraction: Timed.phaseFraction
            text: Timed.seconds
        }

        Row {
            anchors.horizontalCenter: parent?.horizontalCenter
            spacing: 8
            visible: Timed.isBell

            Icon {
                name: "bell-outline"
                color: Theme.primary
            }

            Words {
                text: qsTr("Begin")
            }
        }

        LiveWords {
            width: parent?.width ?? 0
            role: stage.isRoomy ? Words.Title : Words.Head
            text: Timed.say
            // Both in one breath.
            Accessible.name: qsTr("%1 %2").arg(Timed.say).arg(Timed.line).trim()
            horizontalAlignment: Text.AlignHCenter
        }

        Words {
            width: parent?.width ?? 0
            visible: text !== ""
            text: Timed.line
            isSpoken: false
            horizontalAlignment: Text.AlignHCenter
        }

        Words {
            width: parent?.width ?? 0
            visible: stage.isResting
            role: Words.Secondary
            text: qsTr("Paused")
            horizontalAlignment: Text.AlignHCenter
        }

        Words {
            width: parent?.width ?? 0
            visible: Timed.isByEar && Timed.state === Timed.Running
            role: Words.Secondary
            text: root.soundText
            horizontalAlignment: Text.AlignHCenter
        }

        ProgressSegments {
            width: parent?.width ?? 0
            visible: Timed.steps > 1
            step: Timed.step
            steps: Math.max(1, Timed.steps)
        }
    }
}
