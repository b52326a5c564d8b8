// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Theme

// Text in one role of the type scale; wraps, is never cut with dots and never reads markup.
// role, size and line (dp before scaling, to differ from the role), weight, isSpoken (false inside a control that says it),
// isTight (false for a number with a point, which would melt into a digit).
Text {
    id: root

    enum Role { Display, Title, Hero, Head, Subhead, Body, Reading, Button, Secondary, Section, Caption, NavLabel, NumeralXL }

    property int role: Words.Body
    readonly property var look: Type.looks[role]
    property real size: look.size
    property real line: look.line
    property int weight: look.weight
    property bool isSpoken: true
    property bool isTight: true

    readonly property real growth: size === look.size ? look.growth : Type.scaleOf(size)
    // Qt puts the leading of a fixed line below the text; half of it belongs above.
    readonly property real lead: (line - size * Type.natural) * growth / 2

    color: look.color
    // Set as a whole: each part of it by itself would lay the words out again.
    font: isTight && size === look.size && weight === look.weight ? look.font : Type.fontOf(role, size, weight, isTight, false)
    lineHeightMode: Text.FixedHeight
    lineHeight: line * growth
    topPadding: lead
    // A line lower than the letters counts as high as they are.
    bottomPadding: -Math.abs(lead)
    // Never within a word: where one does not fit, the layout has to give.
    wrapMode: Text.WordWrap
    textFormat: Text.PlainText
    // Named, so that right-to-left mirroring turns it.
    horizontalAlignment: Text.AlignLeft

    Accessible.role: look.spokenRole
    Accessible.name: text
    Accessible.ignored: !isSpoken || text === ""
}
