// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Theme

// The type scale. The app sets textScale (1 to 2), usesSystemFont (phones) and hasTracking (false for Arabic).
// The lists are in the order of Words.Role; sizes and lines are in dp before scaling, tracking is in parts of the size.
QtObject {
    id: root

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

    // How words in a role look, made once for all words in it; in their order.
    readonly property var looks: {
        const made = [];
        for (let role = 0; role < roles.length; ++role)
            made.push(look.createObject(root, {"role": role}));
        return made;
    }

    property Component look: QtObject {
        required property int role
        readonly property real size: root.sizes[role]
        readonly property real line: root.lines[role]
        readonly property int weight: root.weights[role]
        readonly property real growth: root.scaleOf(size)
        readonly property font font: root.fontOf(role, size, weight, true, false)
        readonly property color color: role >= 8 && role <= 10 ? Theme.ink2 : Theme.ink // "secondary" to "caption"
        readonly property int spokenRole: role <= 3 ? Accessible.Heading : Accessible.StaticText // up to "head"
    }

    function fontOf(role: int, size: real, weight: int, isTight: bool, isStruck: bool): font {
        const pixels = size * scaleOf(size);
        return Qt.font({
            family: size >= 22 ? displayFamily : family,
            pixelSize: Math.round(pixels),
            weight: weight,
            letterSpacing: hasTracking && isTight ? pixels * tracking[role] : 0,
            strikeout: isStruck
        });
    }

    // How much text of this size (dp) grows.
    function scaleOf(size: real): real {
        return size >= 22 ? largeScale : textScale;
    }
}
