// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// The picture of the first page: a rail that steps down to the right, on its posts, under one sun. It stands on the lower edge, as large as
// the sun allows; where it is wider than that, the rail goes on at both sides.
Item {
    id: root

    // The picture's own size is 390 x 300; the sun begins at 44.
    readonly property real unit: Math.min(Math.max(1, width / 390), Math.max(0.1, height / 262))
    readonly property real middle: (width - 390 * unit) / 2
    readonly property real start: Math.min(0, -middle / unit)
    readonly property real upper: height - 300 * unit

    // Where the rail is at each post.
    readonly property list<real> heights: [86, 86, 86, 86, 86, 106, 132, 150, 150, 150, 155, 181, 206, 206]

    function posts(): string {
        let path = "";
        for (let i = Math.floor(start / 27.5) - 1; 12 + i * 27.5 < 390 - start + 28; ++i)
            path += `M${12 + i * 27.5 - start} ${heights[Math.max(0, Math.min(13, i))]}V310`;
        return path;
    }

    clip: true

    Rectangle {
        readonly property real side: Math.round(80 * root.unit)

        x: Math.round(root.middle + 264 * root.unit)
        y: Math.round(root.upper + 44 * root.unit)
        width: side
        height: side
        radius: side / 2
        color: Theme.sun
    }

    Strokes {
        y: root.upper
        width: root.width
        height: 300 * root.unit
        unit: root.unit
        lines: [{path: root.posts(), color: Theme.heroLine, width: 4}, {path: root.rail(), color: Theme.heroBtn, width: 11}]
    }

    function rail(): string {
        const at = x => x - start;
        return `M-20 86L${at(102)} 86Q${at(128)} 86 ${at(146.9)} 103.8L${at(177.1)} 132.2Q${at(196)} 150 ${at(222)} 150L${at(256)} 150`
            + `Q${at(282)} 150 ${at(300.7)} 168.1L${at(321.3)} 187.9Q${at(340)} 206 ${at(366)} 206L${at(410 - start)} 206`;
    }
}
