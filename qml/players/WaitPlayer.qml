// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Players
import Handrail.Theme
import Handrail.View

// One long wait, which goes on when its page is left: what is left of it, something to do meanwhile, and at its end what now.
Item {
    id: root

    required property SkillView skill

    readonly property bool isOver: Wait.state === Wait.Over
    readonly property bool isSeen: visible && Application.state === Qt.ApplicationActive
        && Window.visibility !== Window.Hidden && Window.visibility !== Window.Minimized

    signal finished
    signal ended
    signal openSkill(id: string)

    onIsSeenChanged: Wait.isShown = isSeen
    Component.onCompleted: {
        Wait.open(skill);
        Wait.isShown = isSeen;
    }
    Component.onDestruction: Wait.isShown = false

    Connections {
        target: Wait

        function onFinished() {
            root.finished();
        }

        function onEnded() {
            root.ended();
        }

        function onSkillAsked(id: string) {
            root.openSkill(id);
        }
    }

    Connections {
        target: root.skill

        function onOpened() {
            Wait.open(root.skill);
        }
    }

    PageScroll {
        anchors.fill: parent
        visible: root.isOver
        startPadding: 16
        gap: 12
        maxWidth: Metrics.readable

        LiveWords {
            width: parent.width
            role: Words.Title
            text: root.isOver ? Wait.afterSay : ""
        }

        Item { width: 1; height: 4 }

        Repeater {
            model: Wait.answers

            HrButton {
                required property string modelData
                required property int index

                width: parent?.width ?? 0
                kind: HrButton.Soft
                text: modelData
                onClicked: Wait.answer(index)
            }
        }
    }

    PlayStage {
        id: stage

        anchors.fill: parent
        visible: !root.isOver
        largest: 200
        smallest: Metrics.reflows ? 150 : 120
        reserve: 190 * Type.textScale
        ending: PlayLeft {
            visible: !play.hasTime
            anchors.horizontalCenter: parent?.horizontalCenter
            text: Wait.leftText
            note: Wait.totalText
            spokenText: Wait.leftSpoken
            lengths: Wait.lengths
            minutes: Wait.minutes
            onPicked: minutes => Wait.setMinutes(minutes)
        }
        shape: PlayDial {
            fraction: Wait.fraction
            text: Wait.leftText
        }
        controls: PlayControls {
            id: play

            width: parent?.width ?? 0
            isLow: stage.isLow
            isPaused: Wait.state === Wait.Paused
            onPaused: Wait.pause()
            onResumed: Wait.resume()
            onEnded: Wait.end()

            PlayLeft {
                text: Wait.leftText
                note: Wait.totalText
                spokenText: Wait.leftSpoken
                lengths: Wait.lengths
                minutes: Wait.minutes
                onPicked: minutes => Wait.setMinutes(minutes)
            }
        }

        LiveWords {
            width: parent?.width ?? 0
            role: Words.Subhead
            text: root.isOver ? "" : Wait.say
            horizontalAlignment: Text.AlignHCenter
        }

        HrButton {
            anchors.horizontalCenter: parent?.horizontalCenter
            width: Math.min(implicitWidth, parent?.width ?? 0)
            kind: HrButton.Text
            isSmall: true
            iconName: "plus"
            enabled: Wait.canGoLonger
            text: qsTr("5 minutes longer")
            onClicked: Wait.goLonger()
        }

        Words {
            width: parent?.width ?? 0
            role: Words.Section
            text: Wait.choose
        }

        Flow {
            id: things

            width: parent?.width ?? 0
            spacing: 8

            Repeater {
                model: Wait.suggestions

                ChoiceChip {
                    required property string modelData
                    required property int index

                    maximumWidth: things.width
                    isMany: false
                    text: modelData
                    isChosen: Wait.picked === index
                    onClicked: Wait.pick(index)
                }
            }
        }

        Words {
            width: parent?.width ?? 0
            role: Words.Secondary
            text: qsTr("You can leave this page. The time goes on.")
        }
    }
}
