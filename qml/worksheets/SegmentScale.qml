// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// A number from 0 to 10 as a bar of ten parts, unset until it is picked. value (-1: unset), lowWord, highWord, name (spoken). It changes
// nothing itself. One less than 0, and the number that is picked already, pick nothing: -1. Signal: picked(value).
Column {
    id: root

    property int value: -1
    property string name
    property string lowWord
    property string highWord

    readonly property bool isSet: value >= 0

    signal picked(int value)

    function step(by: int) {
        const to = Math.max(-1, Math.min(10, value + by));
        if (to !== value)
            picked(to);
    }

    spacing: 4

    Item {
        width: parent.width
        height: Math.max(48, said.implicitHeight)

        IconButton {
            id: less

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            kind: IconButton.Outline
            iconName: "minus"
            iconSize: 22
            spokenName: qsTr("One less")
            enabled: root.isSet
            onClicked: root.step(-1)
        }

        IconButton {
            id: more

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            kind: IconButton.Outline
            iconName: "plus"
            iconSize: 22
            spokenName: qsTr("One more")
            enabled: root.value < 10
            onClicked: root.step(1)
        }

        Item {
            id: bar

            function numberAt(x: real): int {
                const along = LayoutMirroring.enabled ? width - x : x;
                return Math.max(0, Math.min(10, Math.ceil(along * 10 / width)));
            }

            anchors.left: less.right
            anchors.leftMargin: 10
            anchors.right: more.left
            anchors.rightMargin: 10
            anchors.verticalCenter: parent.verticalCenter
            height: 48
            activeFocusOnTab: true
            Accessible.role: Accessible.Slider
            Accessible.focusable: true
            Accessible.name: root.name
            Accessible.description: root.isSet ? qsTr("%1 of 10").arg(root.value) : qsTr("Nothing is picked yet")
            Accessible.onIncreaseAction: root.step(1)
            Accessible.onDecreaseAction: root.step(-1)
            Keys.onUpPressed: root.step(1)
            Keys.onDownPressed: root.step(-1)
            Keys.onRightPressed: root.step(LayoutMirroring.enabled ? -1 : 1)
            Keys.onLeftPressed: root.step(LayoutMirroring.enabled ? 1 : -1)

            // A finger that scrolls the page picks nothing: a tap counts when it ends, and the page does not take a slide sideways.
            MouseArea {
                property real from: 0
                property bool isSliding: false

                anchors.fill: parent
                preventStealing: isSliding
                onPressed: mouse => from = mouse.x
                onPositionChanged: mouse => {
                    isSliding = isSliding || Math.abs(mouse.x - from) > Application.styleHints.startDragDistance;
                    const to = bar.numberAt(mouse.x);
                    if (isSliding && to !== root.value)
                        root.picked(to);
                }
                onReleased: mouse => {
                    const to = bar.numberAt(mouse.x);
                    if (!isSliding && containsMouse)
                        root.picked(to === root.value ? -1 : to);
                    isSliding = false;
                }
                onCanceled: isSliding = false
            }

            Row {
                anchors.verticalCenter: parent.verticalCenter
                spacing: 4

                Repeater {
                    model: 10

                    Rectangle {
                        required property int index

                        width: (bar.width - 36) / 10
                        height: 14
                        radius: 5
                        color: index < root.value ? Theme.primary : Theme.track
                    }
                }
            }

            Plate {
                anchors.fill: parent
                radius: 14
                hasRing: bar.activeFocus
            }
        }
    }

    Words {
        id: said

        width: parent.width
        role: Words.Section
        color: root.isSet ? Theme.ink : Theme.ink2
        text: root.isSet ? qsTr("%1 of 10").arg(root.value) : qsTr("Nothing is picked yet")
        horizontalAlignment: Text.AlignHCenter
        isSpoken: false
    }

    Item {
        width: parent.width
        height: low.visible ? Math.max(low.implicitHeight, high.implicitHeight) : 0

        Words {
            id: low

            anchors.left: parent.left
            width: parent.width / 2 - 8
            visible: text !== ""
            role: Words.Caption
            text: root.lowWord === "" ? "" : qsTr("0: %1").arg(root.lowWord)
        }

        Words {
            id: high

            anchors.right: parent.right
            width: parent.width / 2 - 8
            visible: text !== ""
            role: Words.Caption
            text: root.highWord === "" ? "" : qsTr("10: %1").arg(root.highWord)
            horizontalAlignment: Text.AlignRight
        }
    }
}
