// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick

// Durations (ms), distances (dp) and curves. The app sets lessMotion; then things fade for 120 ms and nothing moves.
QtObject {
    property bool lessMotion: false

    readonly property int tap: 90
    // For so long what has just come takes no press that was meant for what stood there before. Tests, whose finger is quicker, make it 0.
    property int settle: 500
    readonly property int quick: lessMotion ? 120 : 160
    readonly property int standard: lessMotion ? 120 : 240
    readonly property int gentle: lessMotion ? 0 : 400
    readonly property int breathIn: 4000
    readonly property int breathHold: 2000
    readonly property int breathOut: 6000

    // How far a page or a question slides in.
    readonly property int slide: lessMotion ? 0 : 24

    // For Easing.BezierSpline.
    readonly property var standardCurve: [0.2, 0, 0, 1, 1, 1]
    readonly property var exitCurve: [0.4, 0, 1, 1, 1, 1]
}
