// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Players
import Handrail.Theme
import Handrail.View

// Cards that the person turns. Next is never held back: while a card rests it is only quieter.
Item {
    id: root

    required property SkillView skill

    readonly property bool isLast: Turns.place === Turns.places
    readonly property bool isSeen: visible && enabled && Window.visibility !== Window.Hidden && Window.visibility !== Window.Minimized

    signal finished
    signal ended
    signal openSkill(id: string)

    onIsSeenChanged: Turns.isShown = isSeen
    Component.onCompleted: {
        Turns.isShown = isSeen;
        Turns.open(skill);
    }
    Component.onDestruction: Turns.close()

    Connections {
        target: Turns

        function onFinished() {
            root.finished();
        }
    }

    Connections {
        target: root.skill

        function onOpened() {
            Turns.open(root.skill);
        }
    }

    PlayStage {
        id: stage

        anchors.fill: parent
        controls: Flow {
            id: buttons

            readonly property bool isStacked: Metrics.reflows
            readonly property real part: isStacked ? width : (width - 12) / 2

            width: parent?.width ?? 0
            layoutDirection: LayoutMirroring.enabled ? Qt.RightToLeft : Qt.LeftToRight
            spacing: 12

            HrButton {
                width: buttons.part
                kind: HrButton.Outline
                text: Turns.canGoBack ? qsTr("Back") : qsTr("End")
                onClicked: Turns.canGoBack ? Turns.back() : root.ended()
            }

            HrButton {
                width: buttons.part
                kind: Turns.isRested ? HrButton.Primary : HrButton.Soft
                text: root.isLast ? qsTr("Done") : qsTr("Next")
                onClicked: Turns.next()
            }
        }

        Item { width: 1; height: stage.isLow ? 0 : 12 }

        ProgressSegments {
            width: parent?.width ?? 0
            step: Turns.place
            steps: Math.max(1, Turns.places)
        }

        Words {
            width: parent?.width ?? 0
            role: Words.Secondary
            text: qsTr("%1 of %2").arg(Turns.place).arg(Turns.places)
            isSpoken: false
        }

        LiveWords {
            width: parent?.width ?? 0
            role: Words.Title
            text: Turns.title
            Accessible.name: qsTr("%1. %2").arg(Turns.title).arg(Turns.say)
        }

        Words {
            width: parent?.width ?? 0
            role: Words.Reading
            text: Turns.say
            isSpoken: false
        }

        Words {
            width: parent?.width ?? 0
            role: Words.Secondary
            text: Turns.isRested ? "" : qsTr("Take your time.")
            isSpoken: false
        }

        TurnsVoice {}
    }
}
