// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// Hours of sleep, a bar a night; the last is filled, a night without an answer stays empty. values: list of hours or null;
// spokenName.
Item {
    id: root

    property var values: []
    property real maximumValue: 9
    property string spokenName

    readonly property real plotX: 10 + 12 * Type.textScale
    readonly property real slot: (width - plotX) / Math.max(1, values.length)
    readonly property real unit: (height - 13) / maximumValue

    implicitWidth: 318
    implicitHeight: 84

    Accessible.role: Accessible.Chart
    Accessible.name: spokenName

    Repeater {
        model: [0, 4, 8]

        Item {
            id: level

            required property int modelData

            y: root.height - 6 - modelData * root.unit

            Rectangle { x: root.plotX; width: root.width - root.plotX; height: 1; color: Theme.line }

            Words {
                x: root.plotX - 8 - width
                y: -height / 2
                role: Words.NavLabel
                text: level.modelData
                color: Theme.ink3
                wrapMode: Text.NoWrap
                isSpoken: false
            }
        }
    }

    Repeater {
        model: root.values.length

        Rectangle {
            required property int index

            // None at all is an answer and shows as a flat bar; no answer is a gap.
            readonly property bool isAnswered: root.values[index] !== undefined && root.values[index] !== null
            readonly property real hours: root.values[index] ?? 0
            readonly property bool isLast: index === root.values.length - 1

            visible: isAnswered
            x: root.plotX + root.slot * (index + 0.22)
            y: root.height - 6 - height
            width: root.slot * 0.56
            height: Math.max(2, Math.min(hours, root.maximumValue) * root.unit)
            radius: Math.min(4, width / 3)
            color: isLast ? Theme.dusk : Theme.duskSoft
            border.width: 1
            border.color: Theme.dusk
        }
    }
}
