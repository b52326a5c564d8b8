// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// The digits on a rail and the number pad below. It tells the lock what is pressed and never knows a digit that was. side (of
// a key), hasFinger. The page hands on the keys of a keyboard to type().
Column {
    id: root

    property real side: 72
    property bool hasFinger: false
    readonly property bool isOpen: !Lock.isPadShut && !Lock.isBusy

    // Whether the key was one of the pad's.
    function type(event: var): bool {
        if (event.key >= Qt.Key_0 && event.key <= Qt.Key_9)
            Lock.digit(event.key - Qt.Key_0);
        else if (event.key === Qt.Key_Backspace)
            Lock.erase();
        else
            return false;
        return true;
    }

    spacing: 18

    PinRail {
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(implicitWidth, root.width)
        places: Lock.knobs
        count: Lock.entered
    }

    Grid {
        anchors.horizontalCenter: parent.horizontalCenter
        columns: 3
        columnSpacing: 26
        rowSpacing: root.side < 72 ? 10 : 12

        Repeater {
            model: 9

            PinKey {
                required property int index

                side: root.side
                text: String(index + 1)
                enabled: root.isOpen
                onClicked: Lock.digit(index + 1)
            }
        }

        Item {
            width: root.side
            height: root.side

            IconButton {
                anchors.centerIn: parent
                visible: root.hasFinger
                iconName: "fingerprint"
                iconSize: 30
                spokenName: qsTr("Use the fingerprint or face of this device")
                onClicked: Lock.useDevice()
            }
        }

        PinKey {
            side: root.side
            text: "0"
            enabled: root.isOpen
            onClicked: Lock.digit(0)
        }

        Item {
            width: root.side
            height: root.side

            IconButton {
                anchors.centerIn: parent
                visible: root.isOpen
                iconName: "backspace"
                iconSize: 28
                spokenName: qsTr("Take the last number back")
                onClicked: Lock.erase()
            }
        }
    }
}
