// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick

// Distances, radii, sizes, strokes and breakpoints, in dp.
QtObject {
    // True from 150 % text on: rows stack, tiles and rings drop out, buttons take the whole width.
    readonly property bool reflows: Type.textScale >= 1.5
    readonly property real iconScale: 1 + (Type.textScale - 1) / 3

    readonly property int space1: 4
    readonly property int space2: 8
    readonly property int space3: 12
    readonly property int space4: 16
    readonly property int space5: 20
    readonly property int space6: 24
    readonly property int space8: 32
    readonly property int space10: 40
    readonly property int space12: 48
    readonly property int screenMargin: 20
    readonly property int cardPadding: 16
    readonly property int cardGap: 12
    readonly property int sectionGap: 24
    readonly property int sectionLabelGap: 8

    readonly property int radiusChip: 14
    readonly property int radiusTile: 14
    readonly property int radiusButton: 16
    readonly property int radiusField: 16
    readonly property int radiusCard: 20
    readonly property int radiusHero: 24
    readonly property int radiusSheet: 28

    readonly property int touchMin: 48
    readonly property int button: 52
    readonly property int buttonSmall: 48
    readonly property int helpTile: 72
    readonly property int listRow: 64
    readonly property int bar: 64
    readonly property int helpCircle: 60
    readonly property int helpPill: 52
    readonly property int railWidth: 96
    readonly property int railWidthWide: 112
    readonly property int listPane: 408
    readonly property int icon: 24
    readonly property int iconSmall: 20
    readonly property int tile: 44
    readonly property int tileLarge: 48
    readonly property int avatar: 44
    readonly property int toggleWidth: 52
    readonly property int toggleHeight: 32
    readonly property int sliderThumb: 48
    readonly property int progressBar: 6

    readonly property real hairline: 1
    readonly property real control: 1.5
    // The edge of a control as it is drawn: without a graphics card a line of one pixel and a half is uneven.
    readonly property real edge: Type.hasWholePixels ? 1 : control
    readonly property real selected: 2
    readonly property real focus: 3
    readonly property real focusGap: 2
    readonly property real chart: 2.5

    // Widths: below narrow side-by-side buttons stack; from medium on a rail; from wide on list and detail side by side.
    readonly property int narrow: 360
    readonly property int medium: 600
    readonly property int wide: 900
    readonly property int readable: 600
    readonly property int contentMax: 640
    // The welcome picture's part of a wide window.
    readonly property real sidePicture: 0.45
    // Below this height a page leaves out what is only nice.
    readonly property int low: 640
    // Height below which the bar shows no labels but Help now's.
    readonly property int lowHeight: 480
}
