// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Theme
import Handrail.Controls

// The rail of tablets, and what is wide.
Rectangle {
    id: root

    width: 1024
    height: 768
    color: Theme.bg

    NavRail {
        id: rail

        height: parent.height
        current: 1
        initials: "MB"
        helpKey: "F1"
        places: [{ "text": "Today", "iconName": "white-balance-sunny" }, { "text": "Schedule", "iconName": "calendar-today" },
            { "text": "Skills", "iconName": "leaf" }, { "text": "Learn", "iconName": "book-open-variant" }]
    }

    PageScroll {
        anchors.left: rail.right
        anchors.right: parent.right
        height: parent.height
        startPadding: 24
        gap: 14

        HeroCard {
            width: parent.width
            eyebrow: "Next session"; countdown: "in 2 h 40 min"; title: "Evening group"; time: "Today, 6:00–9:00 pm"
            place: "Room 2, Harbor Street Clinic"; primaryText: "Directions"; primaryIcon: "directions"; secondaryText: "Details"
        }
        RailPath {
            width: parent.width
            ground: Theme.bg
            phases: [{ "weeks": 8, "level": 0 }, { "weeks": 4, "level": 1 }, { "weeks": 0, "level": 2 }]
            week: 5
            spokenName: "Week 5 of 12"
        }
    }
}
