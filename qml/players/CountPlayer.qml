// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Players
import Handrail.Theme
import Handrail.View

// Things to find, one tap for each.
Item {
    id: root

    required property SkillView skill

    signal finished
    signal ended
    signal openSkill(id: string)

    Component.onCompleted: Turns.open(skill)
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
        largest: 220
        smallest: Metrics.reflows ? 160 : 130
        reserve: 210 * Type.textScale
        shape: Pressable {
            id: tap

            property real side: 220

            width: side
            height: side
            radius: side / 2
            fill: Theme.primary
            ink: Theme.onPrimary
            text: qsTr("I found one")
            spokenHint: qsTr("%1 of %2").arg(Turns.found).arg(Turns.count)
            onClicked: Turns.tap()

            Column {
                anchors.centerIn: parent
                width: tap.width - 32

                Words {
                    width: parent.width
                    role: Words.Display
                    text: Turns.found
                    color: tap.ink
                    horizontalAlignment: Text.AlignHCenter
                    isSpoken: false
                }

                Words {
                    width: parent.width
                    role: Words.Button
                    size: tap.side < 160 ? 13 / Math.max(1, Type.textScale / 1.3) : 17 / Math.max(1, Type.textScale / 1.4)
                    line: size * 1.3
                    text: tap.text
                    color: tap.ink
                    horizontalAlignment: Text.AlignHCenter
                    isSpoken: false
                }
            }
        }
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
                kind: HrButton.Soft
                text: qsTr("Skip this one")
                leftPadding: 8
                rightPadding: 8
                onClicked: Turns.next()
            }
        }

        Row {
            id: dots

            anchors.horizontalCenter: parent?.horizontalCenter
            spacing: 8

            Repeater {
                model: Turns.count

                Rectangle {
                    required property int index

                    width: 16
                    height: 16
                    radius: 8
                    color: index < Turns.found ? Theme.primary : Theme.clear
                    border.width: Metrics.selected
                    border.color: Theme.primary
                }
            }
        }

        LiveWords {
            width: parent?.width ?? 0
            role: Words.Title
            text: qsTr("%1 %2", "5 things that you see").arg(Turns.count).arg(Turns.say)
            horizontalAlignment: Text.AlignHCenter
        }

        Words {
            width: parent?.width ?? 0
            visible: Turns.examples !== ""
            text: qsTr("Such as: %1").arg(Turns.examples)
            color: Theme.ink2
            horizontalAlignment: Text.AlignHCenter
        }

        ProgressSegments {
            width: parent?.width ?? 0
            step: Turns.place
            steps: Math.max(1, Turns.places)
        }
    }
}
