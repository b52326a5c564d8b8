// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// The rail of a RailSlider: posts, numbers and the thumb. Answers a tap anywhere, a drag, arrows, digits, Home, End, and a screen
// reader's increase and decrease. minimumValue, maximumValue, stepSize, value, isSet, point (of decimals). Signals: picked(value),
// stepped(by), in steps, tapped() (a finger picked another number and did not slide).
Item {
    id: root

    property real minimumValue: 0
    property real maximumValue: 10
    property real value: 0
    property bool isSet: false
    property real stepSize: 1
    property string point: "."

    readonly property int count: Math.floor((maximumValue - minimumValue) / stepSize + 1e-9) // of the steps
    readonly property real gap: (width - 56) * stepSize / (maximumValue - minimumValue)
    // What a written number needs, and at each how manyth step one is written.
    readonly property real room: Math.max(26, 11 * Math.max(write(at(1)).length, write(maximumValue).length)) * Type.textScale
    readonly property int every: {
        for (const steps of [1, 5, 10, 25, 50, 100]) {
            if (steps * gap >= room)
                return steps;
        }
        return 500;
    }
    readonly property int stride: Math.ceil(Math.max(1, count) / 100) // between posts

    signal picked(real value)
    signal stepped(int by)
    signal tapped

    function write(number: real): string {
        return String(number).replace(".", point);
    }

    // The number so many steps from the lowest, without the dust of 3 * 0.1.
    function at(steps: int): real {
        return Number((minimumValue + Math.max(0, Math.min(count, steps)) * stepSize).toFixed(9));
    }

    function place(number: real): real {
        const along = 28 + gap * (number - minimumValue) / stepSize;
        return LayoutMirroring.enabled ? width - along : along;
    }

    // Whether that is another number than before.
    function pickAt(x: real): bool {
        const along = LayoutMirroring.enabled ? width - x : x;
        const to = at(Math.round((along - 28) / gap));
        const isOther = !isSet || to !== value;
        if (isOther)
            picked(to);
        return isOther;
    }

    implicitWidth: 350
    implicitHeight: 70 + 22 * Type.textScale
    activeFocusOnTab: true

    Accessible.role: Accessible.Slider
    Accessible.focusable: true
    Accessible.onIncreaseAction: stepped(1)
    Accessible.onDecreaseAction: stepped(-1)
    Keys.onPressed: event => {
        const forward = LayoutMirroring.enabled ? Qt.Key_Left : Qt.Key_Right;
        const back = LayoutMirroring.enabled ? Qt.Key_Right : Qt.Key_Left;
        const digit = event.text >= "0" && event.text <= "9" && event.text.length === 1 ? Number(event.text) : -1;
        event.accepted = true;
        if (event.key === forward || event.key === Qt.Key_Up)
            stepped(1);
        else if (event.key === back || event.key === Qt.Key_Down)
            stepped(-1);
        else if (event.key === Qt.Key_Home || event.key === Qt.Key_End)
            picked(event.key === Qt.Key_Home ? minimumValue : at(count));
        else if (digit >= 0 && digit === at(Math.round((digit - minimumValue) / stepSize)))
            picked(digit);
        else
            event.accepted = false;
    }

    MouseArea {
        property bool isTap: false
        property real from: 0

        anchors.fill: parent
        preventStealing: true
        onPressed: mouse => {
            from = mouse.x;
            isTap = root.pickAt(mouse.x);
        }
        onPositionChanged: mouse => {
            if (root.pickAt(mouse.x) || Math.abs(mouse.x - from) > Application.styleHints.startDragDistance)
                isTap = false;
        }
        onReleased: {
            if (isTap)
                root.tapped();
        }
    }

    Rectangle {
        x: 21.5
        y: 26
        width: parent.width - 43
        height: 12
        radius: 6
        color: Theme.track
        border.width: Metrics.edge
        border.color: Theme.outline
        border.pixelAligned: false
    }

    Rectangle {
        readonly property real to: root.place(root.value)

        visible: root.isSet
        x: root.LayoutMirroring.enabled ? to - 6.5 : 21.5
        y: 26
        width: root.LayoutMirroring.enabled ? root.width - 21.5 - x : to - 15
        height: 12
        radius: 6
        color: Theme.primary
    }

    Repeater {
        model: Math.floor(root.count / root.stride) + 1

        Item {
            id: mark

            required property int index

            readonly property int steps: index * root.stride
            readonly property real number: root.at(steps)
            readonly property bool isDone: root.isSet && number <= root.value
            readonly property bool isNow: root.isSet && number === root.value

            x: root.place(number)

            Rectangle {
                x: -1.5
                y: 44.5
                width: 3
                height: 21
                radius: 1.5
                color: mark.isDone ? Theme.primary : Theme.track
            }

            // Where they would touch only some and the chosen number are written.
            Words {
                x: -width / 2
                y: 73
                role: Words.Caption
                weight: mark.isNow ? 700 : 500
                text: root.write(mark.number)
                color: mark.isNow ? Theme.ink : Theme.ink2
                wrapMode: Text.NoWrap
                visible: root.every === 1 || mark.isNow || (mark.steps % root.every === 0 && !mark.crowds)
                isSpoken: false
            }

            readonly property bool crowds: root.isSet && number !== root.value
                && Math.abs(number - root.value) / root.stepSize * root.gap < root.room / 1.3
        }
    }

    Plate {
        visible: root.isSet
        x: root.place(root.value) - 27
        y: 5
        width: 54
        height: 54
        radius: 27
        color: Theme.bg
        hasRing: root.activeFocus && root.isSet
        ringInset: -2

        Rectangle {
            anchors.centerIn: parent
            width: Metrics.sliderThumb
            height: width
            radius: width / 2
            color: Theme.primary
        }

        Rectangle {
            anchors.centerIn: parent
            width: 14
            height: 14
            radius: 7
            color: Theme.onPrimary
        }
    }

    Plate {
        visible: root.activeFocus && !root.isSet
        x: 18
        y: 22
        width: parent.width - 36
        height: 20
        radius: 10
        hasRing: true
    }
}
