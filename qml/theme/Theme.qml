// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick

// Every colour of the app, in light and dark, by the names of the design tokens. The app sets isDark.
QtObject {
    property bool isDark: false

    readonly property color bg: isDark ? "#0F1716" : "#F6F3EC"
    readonly property color surface: isDark ? "#18221F" : "#FFFEFB"
    readonly property color sunken: isDark ? "#22302C" : "#ECE8DE"
    readonly property color line: isDark ? "#2D3C38" : "#E0DACD"
    readonly property color outline: isDark ? "#7D8C87" : "#85857A"
    readonly property color ink: isDark ? "#EEF2ED" : "#1A2927"
    readonly property color ink2: isDark ? "#C3CDC9" : "#3D4A47"
    readonly property color ink3: isDark ? "#A0ADA8" : "#596663"

    readonly property color primary: isDark ? "#8FCFBF" : "#1D5A53"
    readonly property color onPrimary: isDark ? "#06302A" : "#FFFFFF"
    readonly property color primarySoft: isDark ? "#1F3D37" : "#DCEAE4"
    readonly property color onPrimarySoft: isDark ? "#C2E8DD" : "#0F3F39"

    readonly property color hero: isDark ? "#1B3A35" : "#1D5A53"
    readonly property color onHero: isDark ? "#F2F6F1" : "#FFFFFF"
    readonly property color onHero2: isDark ? "#BAD3CB" : "#EAF4F0"
    readonly property color heroBtn: isDark ? "#9AD6C7" : "#FBF8F1"
    readonly property color onHeroBtn: isDark ? "#06302A" : "#123F3A"
    readonly property color heroLine: isDark ? "#3A625A" : "#3B7A71"

    readonly property color help: isDark ? "#F2A588" : "#963B24"
    readonly property color onHelp: isDark ? "#3E1306" : "#FFFFFF"
    readonly property color helpSoft: isDark ? "#39231B" : "#F9E6DD"
    readonly property color onHelpSoft: isDark ? "#F9CFBD" : "#74290F"
    readonly property color urgent: isDark ? "#EEF2ED" : "#1A2927"
    readonly property color onUrgent: isDark ? "#141D1B" : "#FFFFFF"

    readonly property color dusk: isDark ? "#B9C1F5" : "#444E8A"
    readonly property color duskSoft: isDark ? "#272C48" : "#E5E7F5"
    readonly property color plum: isDark ? "#E7B4D5" : "#7A3F68"
    readonly property color plumSoft: isDark ? "#3D2637" : "#F4E4EF"
    readonly property color ochre: isDark ? "#EBC778" : "#674309"
    readonly property color ochreSoft: isDark ? "#3A2F17" : "#F6E8C8"
    readonly property color slate: isDark ? "#A6CDEB" : "#2A587B"
    readonly property color slateSoft: isDark ? "#1F3343" : "#DCE9F3"
    readonly property color moss: isDark ? "#C4D696" : "#475B1F"
    readonly property color mossSoft: isDark ? "#2B3419" : "#E5ECD3"

    readonly property color track: isDark ? "#3A4D47" : "#C6D3CC"
    readonly property color focus: isDark ? "#EEF2ED" : "#1A2927"
    readonly property color calm: isDark ? "#14201D" : "#E2EDE7"
    readonly property color calm2: isDark ? "#1B2F2A" : "#CDE1D8"
    readonly property color calm3: isDark ? "#264740" : "#B0D0C4"

    // Fixed: the sun and the rail of the welcome picture, and what lies behind a sheet.
    readonly property color welcome: "#1D5A53"
    readonly property color onWelcome: "#FBF8F1"
    readonly property color welcomeLine: "#3B7A71"
    readonly property color sun: "#F3D9A4"
    readonly property color scrim: "#8C0F1716"
    readonly property color clear: "#00000000"
}
