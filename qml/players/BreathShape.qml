// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// The circle that breathes. Only its core moves, and it moves by an animator that is told where it stands and where it goes once for each
// phase; with less motion it stands still. side; isInside (there is room for the words in it); say, note.
Item {
    id: root

    property real side: 318
    property string say
    property string note

    readonly property real rest: 166 / 318
    readonly property bool isInside: !Metrics.reflows && side >= 240
    readonly property bool isMoving: motion.running

    function sizeAt(level: real): real {
        return rest + (1 - rest) * level;
    }

    // From where it is now, which is right however long nothing was drawn.
    function move() {
        motion.stop();
        core.scale = Motion.lessMotion ? rest : sizeAt(Timed.level);
        if (Motion.lessMotion || Timed.state !== Timed.Running || Timed.level === Timed.levelAtEnd)
            return;
        motion.from = core.scale;
        motion.to = sizeAt(Timed.levelAtEnd);
        motion.duration = Timed.phaseLeft;
        motion.start();
    }

    implicitWidth: side
    implicitHeight: side
    Component.onCompleted: move()

    Connections {
        target: Timed

        function onMoved() {
            root.move();
        }

        function onStateChanged() {
            root.move();
        }
    }

    Connections {
        target: Motion

        function onLessMotionChanged() {
            root.move();
        }
    }

    Rectangle {
        anchors.centerIn: parent
        width: root.side
        height: width
        radius: width / 2
        color: Theme.calm2
    }

    Rectangle {
        anchors.centerIn: parent
        width: Math.round(root.side * 242 / 318)
        height: width
        radius: width / 2
        color: Theme.calm3
    }

    Rectangle {
        id: core

        anchors.centerIn: parent
        width: root.side
        height: width
        radius: width / 2
        color: Theme.primary
        scale: root.rest
    }

    ScaleAnimator {
        id: motion

        target: core
        easing.type: Easing.InOutSine
    }

    Column {
        anchors.centerIn: parent
        width: root.side * root.rest - 16
        visible: root.isInside

        LiveWords {
            width: parent.width
            role: Words.Hero
            text: root.say
            color: Theme.onPrimary
            horizontalAlignment: Text.AlignHCenter
        }

        Words {
            width: parent.width
            line: 24
            text: root.note
            color: Theme.onPrimary
            horizontalAlignment: Text.AlignHCenter
            isSpoken: false
        }
    }
}
