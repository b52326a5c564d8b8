// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// How much of a part is done, as a ring, or a tick when all is. fraction (0 to 1), isDone, text (in the middle), side. Not
// spoken: its row is.
Item {
    id: root

    property real fraction: 0
    property bool isDone: false
    property string text
    property real side: 46

    implicitWidth: side
    implicitHeight: side

    // From the top around to the fraction; a whole circle would end where it begins.
    function arc(part: real): string {
        const radius = side / 2 - 2.25;
        const angle = 2 * Math.PI * Math.min(0.9999, part) * (LayoutMirroring.enabled ? -1 : 1);
        return `M${side / 2} 2.25A${radius} ${radius} 0 ${part > 0.5 ? 1 : 0} ${angle > 0 ? 1 : 0} `
            + `${side / 2 + radius * Math.sin(angle)} ${side / 2 - radius * Math.cos(angle)}`;
    }

    Repeater {
        model: root.isDone ? 1 : 0

        Rectangle {
            anchors.fill: parent
            radius: width / 2
            color: Theme.primary

            Icon {
                anchors.centerIn: parent
                name: "check"
                size: 24 / Metrics.iconScale
                color: Theme.onPrimary
            }
        }
    }

    Strokes {
        anchors.fill: parent
        visible: !root.isDone
        lines: [{path: root.arc(1), color: Theme.track, width: 4.5},
            {path: root.fraction > 0 ? root.arc(root.fraction) : "", color: Theme.primary, width: 4.5}]
    }

    Words {
        anchors.centerIn: parent
        visible: !root.isDone && text !== ""
        role: Words.Caption
        size: 13 / Type.textScale
        weight: 600
        text: root.text
        color: Theme.ink
        isSpoken: false
    }
}
