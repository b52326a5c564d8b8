// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Players
import Handrail.Theme
import Handrail.View

// What the players on the clock share: it begins with the skill, rests while nobody sees it or something else is in front (a call, too) and
// goes on by itself after that, and says when it is over. Words as content, tools beside Longer and Fewer words. isTimer: a step goes on by
// itself, and can be left out. Signals: finished(), ended() by the person.
PlayStage {
    id: root

    required property SkillView skill
    property bool isTimer: false

    // Who is on the screen: the player itself, of which the stage may be a part that comes later.
    property Item seen: root

    readonly property bool isSeen: seen.visible && seen.enabled && Window.visibility !== Window.Hidden
        && Window.visibility !== Window.Minimized
    readonly property bool isResting: Timed.state === Timed.Paused || Timed.state === Timed.Away
    readonly property bool isPaused: Timed.state === Timed.Paused
    // The tools stay beside the controls where there is room; large ones take two rows, or three.
    readonly property bool isRoomy: !isLow && (Metrics.reflows ? width >= Metrics.narrow && height >= (isTimer ? 500 : 440)
                                                               : !(isTimer && width < Metrics.narrow))

    signal finished
    signal ended
    signal openSkill(id: string)

    onIsSeenChanged: Timed.isShown = isSeen
    Component.onCompleted: {
        Timed.isShown = isSeen;
        Timed.open(skill);
    }
    Component.onDestruction: Timed.close()

    Connections {
        target: Timed

        function onFinished() {
            root.finished();
        }

        function onEnded() {
            root.ended();
        }
    }

    Connections {
        target: root.skill

        function onOpened() {
            Timed.open(root.skill);
        }
    }

    controls: [
        PlayControls {
            id: play

            width: parent?.width ?? 0
            isLow: root.isLow
            isPaused: root.isPaused
            onPaused: Timed.pause()
            onResumed: Timed.resume()
            onEnded: Timed.end()

            PlayLeft {
                text: Timed.leftText
                note: Timed.totalText
                spokenText: Timed.leftSpoken
                lengths: Timed.lengths
                minutes: Timed.minutes
                onPicked: minutes => Timed.setMinutes(minutes)
            }
        },
        Item {
            id: toolsPlace

            width: parent?.width ?? 0
            height: root.isRoomy ? tools.implicitHeight : 0
        }
    ]

    ending: [
        PlayLeft {
            visible: !play.hasTime
            anchors.horizontalCenter: parent?.horizontalCenter
            text: Timed.leftText
            note: Timed.totalText
            spokenText: Timed.leftSpoken
            lengths: Timed.lengths
            minutes: Timed.minutes
            onPicked: minutes => Timed.setMinutes(minutes)
        },
        Item {
            id: toolsAbove

            width: parent?.width ?? 0
            height: tools.implicitHeight
            visible: !root.isRoomy
        }
    ]

    PlayTools {
        id: tools

        parent: root.isRoomy ? toolsPlace : toolsAbove

        HrButton {
            width: Math.min(implicitWidth, tools.room)
            kind: HrButton.Text
            isSmall: true
            leftPadding: 10
            rightPadding: 10
            enabled: Timed.canGoLonger
            text: qsTr("Longer")
            onClicked: Timed.goLonger()
        }

        HrButton {
            width: Math.min(implicitWidth, tools.room)
            visible: root.isTimer
            kind: HrButton.Text
            isSmall: true
            leftPadding: 10
            rightPadding: 10
            text: qsTr("Skip this part")
            onClicked: Timed.next()
        }

        ChoiceChip {
            maximumWidth: tools.room
            text: qsTr("Fewer words")
            isChosen: Timed.isQuieter
            onClicked: Timed.isQuieter = !Timed.isQuieter
        }

        ChoiceChip {
            maximumWidth: tools.room
            visible: Timed.canSpeak
            text: qsTr("Voice")
            isChosen: Timed.isVoiceOn
            onClicked: Timed.isVoiceOn = !Timed.isVoiceOn
        }
    }
}
