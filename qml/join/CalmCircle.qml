// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// A circle to breathe with, if one likes: a press begins, another ends. With less motion the words alone change. side.
Pressable {
    id: root

    property real side: 250
    property bool isOn: false
    property bool isIn: true

    readonly property string say: !isOn ? qsTr("Breathe") : isIn ? qsTr("Breathe in") : qsTr("Breathe out")

    implicitWidth: side
    implicitHeight: side
    radius: side / 2
    hasPlate: false
    spokenName: isOn ? qsTr("End the breathing circle") : qsTr("Breathe, if you like")
    onClicked: {
        isIn = true;
        isOn = !isOn;
    }

    Timer {
        interval: root.isIn ? Motion.breathIn : Motion.breathOut
        running: root.isOn && root.visible
        repeat: true
        onTriggered: root.isIn = !root.isIn
    }

    component Ring: Rectangle {
        property real most

        anchors.centerIn: parent
        width: root.side
        height: width
        radius: width / 2
        scale: root.isOn && root.isIn && !Motion.lessMotion ? most : most * 0.86

        Behavior on scale {
            enabled: root.isOn && !Motion.lessMotion

            NumberAnimation {
                duration: root.isIn ? Motion.breathIn : Motion.breathOut
                easing.type: Easing.InOutSine
            }
        }
    }

    Ring {
        most: 1
        color: Theme.calm2
    }

    Ring {
        most: 0.78
        color: Theme.calm3
    }

    Plate {
        anchors.centerIn: parent
        width: root.side * (Metrics.reflows ? 0.7 : 0.54)
        height: width
        radius: width / 2
        color: Theme.primary
        ink: Theme.onPrimary
        isPressed: root.down
        hasRing: root.visualFocus

        Column {
            anchors.centerIn: parent
            width: parent.width - 16

            Words {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                role: Words.Subhead
                text: root.say
                color: Theme.onPrimary
                isSpoken: false
            }

            Words {
                width: parent.width
                visible: !root.isOn && !Metrics.reflows
                horizontalAlignment: Text.AlignHCenter
                role: Words.Secondary
                text: qsTr("if you like")
                color: Theme.onPrimary
                isSpoken: false
            }
        }
    }
}
