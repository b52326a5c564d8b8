// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// What is left, as a ring with a number in it. side, fraction (1: all of it), text.
Item {
    id: root

    property real side: 200
    property real fraction: 1
    property string text

    // From the top around; a whole circle would end where it begins.
    function arc(part: real): string {
        const radius = side / 2 - 6;
        const angle = 2 * Math.PI * Math.min(0.9999, part);
        return `M${side / 2} 6A${radius} ${radius} 0 ${part > 0.5 ? 1 : 0} 1 `
            + `${side / 2 + radius * Math.sin(angle)} ${side / 2 - radius * Math.cos(angle)}`;
    }

    implicitWidth: side
    implicitHeight: side

    Rectangle {
        anchors.fill: parent
        anchors.margins: 10
        radius: width / 2
        color: Theme.calm
    }

    Strokes {
        anchors.fill: parent
        lines: [{path: root.arc(1), color: Theme.calm3, width: 8}]
    }

    Strokes {
        anchors.fill: parent
        lines: [{path: root.fraction > 0.001 ? root.arc(root.fraction) : "", color: Theme.primary, width: 8}]
    }

    Words {
        anchors.centerIn: parent
        role: Words.Display
        size: Math.round(root.side * 0.24 / Type.largeScale)
        line: Math.round(root.side * 0.28 / Type.largeScale)
        text: root.text
        isSpoken: false
    }
}
