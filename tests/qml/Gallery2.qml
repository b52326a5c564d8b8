// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Theme
import Handrail.Controls

// Cards of Today and Schedule.
Rectangle {
    id: root

    width: 390
    height: scroll.contentHeight
    color: Theme.bg

    PageScroll {
        id: scroll

        anchors.fill: parent
        startPadding: 12
        gap: 12

        HeroCard {
            width: parent.width
            eyebrow: "Next session"; countdown: "in 2 h 40 min"; title: "Evening group"; time: "Today, 6:00–9:00 pm"
            place: "Room 2, Harbor Street Clinic"; primaryText: "Directions"; primaryIcon: "directions"; secondaryText: "Details"
        }
        HeroCard {
            width: parent.width
            eyebrow: "Your next family session"; countdown: "Video"; countdownIcon: "video"; title: "Today, 5:30–6:20 pm"
            place: "With Maya and Dana Ruiz, counselor"; primaryText: "Join opens at 5:20 pm"; primaryIcon: "clock"; canPress: false
            note: "Join opens 10 minutes before. Find a quiet spot."
        }
        CardList {
            width: parent.width

            ListRow { minHeight: 72; tileIcon: "check-circle-outline"; title: "60-second check-in"; note: "5 questions. Skip any."; isPressable: false
                HrButton { kind: HrButton.Soft; isSmall: true; text: "Start"; leftPadding: 20; rightPadding: 20 }
            }
        }
        Card {
            width: parent.width
            topPadding: 14
            bottomPadding: 12

            Item {
                width: parent.width
                height: 25

                Words { anchors.left: parent.left; role: Words.Subhead; text: "Week 5 of 12" }
                Words { anchors.right: parent.right; role: Words.Secondary; weight: 500; text: "IOP phase"; visible: !Metrics.reflows }
            }
            Item { width: 1; height: 6 }
            RailPath {
                x: -8
                width: parent.width + 16
                phases: [{ "weeks": 8, "level": 0 }, { "weeks": 4, "level": 1 }, { "weeks": 0, "level": 2 }]
                week: 5
                spokenName: "Week 5 of 12, IOP phase. Then step-down, then aftercare."
            }
        }
        RailPath {
            width: parent.width
            ground: Theme.bg
            isFull: true
            phases: [{ "weeks": 8, "level": 0, "title": "IOP", "note": "3 a week" }, { "weeks": 4, "level": 1, "title": "Step-down", "note": "1 a week" },
                { "weeks": 0, "level": 2, "title": "Aftercare", "note": "Ongoing" }]
            week: 5
            knobLabel: "You, week 5"
            spokenName: "Week 5 of 12"
        }
        RailPath { width: parent.width; ground: Theme.bg; phases: [{ "weeks": 8, "level": 0 }, { "weeks": 4, "level": 1 }]; spokenName: "IOP phase" }
        CardList {
            width: parent.width

            ListRow { minHeight: 68; initials: "DR"; title: "Message from Dana"; note: "Your counselor · 1:05 pm"; hasChevron: false
                StatusChip { anchors.verticalCenter: parent.verticalCenter; tone: StatusChip.Soft; text: "1 new" }
            }
        }
        WeekStrip {
            x: -4
            width: parent.width + 8
            current: 3
            days: [{ "weekday": "Mon", "day": "16", "count": 1, "spoken": "Monday 16, 1 session" }, { "weekday": "Tue", "day": "17", "count": 1, "spoken": "Tuesday 17, 1 session", "isToday": true },
                { "weekday": "Wed", "day": "18", "count": 1, "spoken": "Wednesday 18, 1 session" }, { "weekday": "Thu", "day": "19", "count": 2, "spoken": "Thursday 19, 2 sessions" },
                { "weekday": "Fri", "day": "20", "count": 3, "spoken": "Friday 20, 3 sessions" }, { "weekday": "Sat", "day": "21", "count": 1, "spoken": "Saturday 21, 1 session" },
                { "weekday": "Sun", "day": "22", "count": 0, "spoken": "Sunday 22, no sessions" }]
        }
        CardList {
            width: parent.width

            SessionRow { time: "12:00–12:20 pm"; title: "Medication visit"; place: "Video · Dr. Okafor"; iconName: "pill"; tone: IconTile.Slate; actionText: "Join"; actionIcon: "video"; isActionMain: true }
            SessionRow { time: "6:00–9:00 pm"; title: "Evening group"; place: "Room 2, Harbor Street"; iconName: "account-multiple"; actionText: "Directions"; isSelected: true }
            SessionRow { time: "11:00–11:50 am"; title: "One-on-one with Dana"; place: "Room 5, Harbor Street"; iconName: "account"; tone: IconTile.Dusk }
            SessionRow { time: "1:00–2:00 pm"; title: "Sleep and healing"; place: "Nothing you need to do"; iconName: "school"; isCancelled: true; chipText: "Cancelled"; chipIcon: "close" }
            SessionRow { time: "5:30–6:20 pm"; title: "Family session"; place: "Was 5:00 pm · Video"; iconName: "home"; tone: IconTile.Plum; chipText: "Moved"; chipIcon: "swap-horizontal"; chipTone: StatusChip.Ochre }
        }
        StatusChip { isTall: true; tone: StatusChip.Soft; iconName: "heart"; text: "Here for Maya" }
    }
}
