// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick

// The drawings that a lesson may name, as lines in a box of 320 x 140, in the language of the rail: what holds is a strong line on posts, what may
// come is dotted, a stop on the way is a knob.
QtObject {
    readonly property real boxWidth: 320
    readonly property real boxHeight: 140

    // By name: path as Strokes reads it, ink (a colour of Theme), width, dashes. Drawn in this order.
    readonly property var lines: ({
        "craving-wave": [
            {path: "M8 128H312",
                ink: "track", width: 2},
            {path: "M8 123C64 119 84 24 124 24C166 24 184 119 246 122L312 123",
                ink: "primary", width: 5}
        ],
        "habit-loop": [
            {path: "M177.3 21A52 52 0 0 1 209 52.7M209 87.3A52 52 0 0 1 177.3 119M142.7 119A52 52 0 0 1 111 87.3M111"
                + " 52.7A52 52 0 0 1 142.7 21M200.9 48.8L209 52.7L211.3 43.9M181.2 110.9L177.3 119L186.1 121.3M119."
                + "1 91.2L111 87.3L108.7 96.1M138.8 29.1L142.7 21L133.9 18.7",
                ink: "track", width: 5},
            {path: "M160 18L160.1 18M212 70L212.1 70M160 122L160.1 122M108 70L108.1 70",
                ink: "primary", width: 18}
        ],
        "thought-loop": [
            {path: "M177.3 27A52 52 0 0 1 211.1 85.5M193.8 115.5A52 52 0 0 1 126.2 115.5M108.9 85.5A52 52 0 0 1 142."
                + "7 27M206 78.1L211.1 85.5L217.4 79.1M135.2 114.8L126.2 115.5L128.6 124.2M138.8 35.1L142.7 27L133."
                + "9 24.7",
                ink: "track", width: 5},
            {path: "M160 24L160.1 24M205 102L205.1 102M115 102L115.1 102",
                ink: "primary", width: 18}
        ],
        "rail-steps": [
            {path: "M26 36V66M48 36V66M112 58V88M134 58V88M184 80V110M206 80V110M258 102V130M280 102V130M302 102V130",
                ink: "track", width: 4},
            {path: "M12 22H62Q74 22 82 30L88 36Q96 44 108 44H134Q146 44 154 52L160 58Q168 66 180 66H206Q218 66 226 7"
                + "4L232 80Q240 88 252 88H308",
                ink: "primary", width: 8},
            {path: "M37 22L37.1 22M122 44L122.1 44M194 66L194.1 66M280 88L280.1 88",
                ink: "surface", width: 5}
        ],
        "two-roads": [
            {path: "M176 50V72M206 50V72M236 50V72M266 50V72M296 50V72",
                ink: "track", width: 4},
            {path: "M118 86L146 112Q155 120 167 120H308",
                ink: "track", width: 6, dashes: [0.4, 2]},
            {path: "M12 78H96Q108 78 117 70L146 44Q155 36 167 36H308",
                ink: "primary", width: 8},
            {path: "M104 78L104.1 78",
                ink: "surface", width: 5}
        ],
        "sleep-night": [
            {path: "M48 126H280",
                ink: "track", width: 2},
            {path: "M12 30C36 30 36 104 62 104C88 104 86 48 112 48C138 48 136 98 162 98C188 98 186 44 210 44C234 44 "
                + "232 78 254 78C276 78 274 36 292 30L308 26",
                ink: "primary", width: 5},
            {path: "M24 118A9 9 0 1 0 34 130A8 8 0 0 1 24 118M295 126A5 5 0 1 1 305 126A5 5 0 1 1 295 126M309 126L31"
                + "2 126M306.4 132.4L308.5 134.5M300 135L300 138M293.6 132.4L291.5 134.5M291 126L288 126M293.6 119."
                + "6L291.5 117.5M300 117L300 114M306.4 119.6L308.5 117.5",
                ink: "ochre", width: 2.5}
        ],
        "circle-of-people": [
            {path: "M184.9 77.6L226.4 90.2M160 96L160 102M135.1 77.6L93.6 90.2M135.1 62.4L93.6 49.8M160 44L160 38M18"
                + "4.9 62.4L226.4 49.8",
                ink: "track", width: 4},
            {path: "M240.5 89.2A5.1 5.1 0 1 1 250.7 89.2A5.1 5.1 0 1 1 240.5 89.2M236.2 106.2A9.3 9.3 0 0 1 254.9 10"
                + "6.2M154.9 115.2A5.1 5.1 0 1 1 165.1 115.2A5.1 5.1 0 1 1 154.9 115.2M150.7 132.2A9.3 9.3 0 0 1 16"
                + "9.3 132.2M69.3 89.2A5.1 5.1 0 1 1 79.5 89.2A5.1 5.1 0 1 1 69.3 89.2M65.1 106.2A9.3 9.3 0 0 1 83."
                + "8 106.2M69.3 37.2A5.1 5.1 0 1 1 79.5 37.2A5.1 5.1 0 1 1 69.3 37.2M65.1 54.2A9.3 9.3 0 0 1 83.8 5"
                + "4.2M154.9 11.2A5.1 5.1 0 1 1 165.1 11.2A5.1 5.1 0 1 1 154.9 11.2M150.6 28.2A9.3 9.3 0 0 1 169.3 "
                + "28.2M240.5 37.2A5.1 5.1 0 1 1 250.7 37.2A5.1 5.1 0 1 1 240.5 37.2M236.2 54.2A9.3 9.3 0 0 1 254.9"
                + " 54.2",
                ink: "outline", width: 3.5},
            {path: "M152.5 61A7.5 7.5 0 1 1 167.5 61A7.5 7.5 0 1 1 152.5 61M146.2 86A13.8 13.8 0 0 1 173.8 86",
                ink: "primary", width: 5}
        ],
        "tolerance-line": [
            {path: "M132 32H308",
                ink: "track", width: 5, dashes: [0.4, 2]},
            {path: "M118 120H182M118 114V126M182 114V126",
                ink: "outline", width: 2.5},
            {path: "M12 32H108Q120 32 128 40L170 88Q178 96 190 96H308",
                ink: "primary", width: 7},
            {path: "M188 96L188.1 96",
                ink: "surface", width: 5}
        ]
    })

    // What is written into a drawing: where its middle is, and the words. The same for every lesson that shows it.
    readonly property var labels: ({
        "craving-wave": [{x: 24, text: qsTr("Now")}, {x: 124, text: qsTr("10 min")}, {x: 290, text: qsTr("30 min")}]
    })

    function has(name: string): bool {
        return lines[name] !== undefined;
    }
}
