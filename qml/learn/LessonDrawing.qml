// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Learn
import Handrail.Theme

// A drawing of a lesson, which says in words what it shows. name (as Drawings has it; of any other the words show), says.
Column {
    id: root

    required property string name
    required property string says

    readonly property bool isKnown: Drawings.has(name)
    readonly property var lines: isKnown ? Drawings.lines[name] : []
    readonly property var labels: Metrics.reflows ? [] : Drawings.labels[name] ?? []

    // What a drawing shows stands below it, unless labels on it say so.
    readonly property bool isSaid: labels.length === 0

    spacing: 6

    Item {
        id: box

        readonly property real unit: width / Drawings.boxWidth

        anchors.horizontalCenter: parent.horizontalCenter
        visible: root.isKnown
        width: Math.min(parent.width, 440, Window.height * 0.6)
        height: Drawings.boxHeight * unit
        Accessible.role: Accessible.Graphic
        Accessible.name: root.says
        Accessible.ignored: root.isSaid

        Strokes {
            anchors.fill: parent
            unit: box.unit
            lines: root.lines.map(line => ({path: line.path, color: Theme[line.ink], width: line.width, dashes: line.dashes}))
        }
    }

    // Below the line, in the middle of their places, and within the drawing. In large text there is no room.
    Item {
        width: box.width
        height: Type.lines[Words.Caption] * Type.textScale
        anchors.horizontalCenter: parent.horizontalCenter
        visible: root.labels.length > 0

        Repeater {
            model: root.labels

            Words {
                required property var modelData

                x: Math.max(0, Math.min(box.width - width, modelData.x * box.unit - width / 2))
                role: Words.Caption
                text: modelData.text
                isSpoken: false
            }
        }
    }

    ReadingText {
        width: parent.width
        visible: root.isSaid
        role: Words.Secondary
        ink: Theme.ink2
        text: root.says
    }
}
