// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Theme

// The type scale. The app sets textScale (1 to 2), usesSystemFont (phones) and hasTracking (false for Arabic).
// The lists are in the order of Words.Role; sizes and lines are in dp before scaling, tracking is in parts of the size.
QtObject {
    property real textScale: 1
    property bool usesSystemFont: false
    property bool hasTracking: !usesSystemFont

    // For Metrics, which cannot import what is C++ here: this file, which it asks, would import it in turn.
    readonly property bool hasWholePixels: Theme.hasWholePixels

    readonly property string family: usesSystemFont ? Application.font.family : Fonts.text
    readonly property string displayFamily: usesSystemFont ? Application.font.family : Fonts.display
    readonly property string iconFamily: Fonts.icons

    readonly property list<string> roles: ["display", "title", "hero", "head", "subhead", "body", "reading", "button", "secondary",
        "section", "caption", "navLabel", "numeralXL"]
    readonly property list<real> sizes: [32, 28, 26, 22, 17, 17, 17, 17, 15, 15, 13, 12, 112]
    readonly property list<real> lines: [38, 34, 32, 28, 23, 25, 27, 22, 21, 20, 18, 16, 112]
    readonly property list<int> weights: [600, 600, 600, 600, 600, 400, 400, 600, 400, 600, 400, 500, 600]
    readonly property list<real> tracking: [-0.018, -0.014, -0.014, -0.01, -0.006, 0, 0, -0.005, 0, 0, 0, 0, -0.04]

    // Large text grows half as fast, so that a title does not swallow the screen.
    readonly property real largeScale: 1 + (textScale - 1) * 0.5

    // A line of Inter (and nearly of the phones' own fonts) without leading, in parts of its size.
    readonly property real natural: 1.21

    // How much text of this size (dp) grows.
    function scaleOf(size: real): real {
        return size >= 22 ? largeScale : textScale;
    }
}
