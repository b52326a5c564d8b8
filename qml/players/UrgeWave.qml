// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// The curve of an urge, with a dot where the time is: it never claims to measure the person. at (0 to 1), part (0 rises, 1 peaks, 2 fades).
// With less motion the dot stands in the middle of its part. Time runs from left to right in every language.
Item {
    id: root

    property real at: 0
    property int part: 0
    property color ground: Theme.bg

    readonly property real inset: 12
    readonly property real along: Motion.lessMotion ? [0.2, 0.465, 0.75][part] : at
    readonly property string path: {
        let text = "";
        for (let i = 0; i <= 60; ++i)
            text += `${i ? "L" : "M"}${xAt(i / 60).toFixed(1)} ${yAt(i / 60).toFixed(1)}`;
        return text;
    }

    function xAt(at: real): real {
        return inset + (width - 2 * inset) * at;
    }

    function yAt(at: real): real {
        return 62 - 50 * Math.exp(-Math.pow((at - 0.465) / 0.2, 2));
    }

    implicitHeight: 72 + labels.height
    Accessible.role: Accessible.Graphic
    Accessible.name: [qsTr("The wave rises"), qsTr("The wave peaks"), qsTr("The wave fades")][part]

    Strokes {
        width: root.width
        height: 72
        lines: [{path: root.path, color: Theme.calm3, width: 4}]
    }

    Item {
        width: knob.x + knob.width / 2
        height: 72
        clip: true

        Strokes {
            width: root.width
            height: 72
            lines: [{path: root.path, color: Theme.primary, width: 4}]
        }
    }

    Rectangle {
        id: knob

        x: root.xAt(root.along) - width / 2
        y: root.yAt(root.along) - width / 2
        width: 22
        height: width
        radius: width / 2
        color: root.ground

        Rectangle {
            anchors.centerIn: parent
            width: 16
            height: width
            radius: width / 2
            color: Theme.primary
        }
    }

    Item {
        id: labels

        y: 72
        width: root.width
        height: middle.implicitHeight

        Words {
            x: 8
            role: Words.Caption
            weight: root.part === 0 ? 700 : 400
            color: root.part === 0 ? Theme.ink : Theme.ink2
            text: qsTr("Rises")
            isSpoken: false
        }

        Words {
            id: middle

            x: root.xAt(0.465) - width / 2
            role: Words.Caption
            weight: root.part === 1 ? 700 : 400
            color: root.part === 1 ? Theme.ink : Theme.ink2
            text: qsTr("Peaks")
            isSpoken: false
        }

        Words {
            x: root.width - width - 8
            role: Words.Caption
            weight: root.part === 2 ? 700 : 400
            color: root.part === 2 ? Theme.ink : Theme.ink2
            text: qsTr("Fades")
            isSpoken: false
        }
    }
}
