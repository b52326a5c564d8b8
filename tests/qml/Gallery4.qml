// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Theme
import Handrail.Controls

// Help, people, states and charts.
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

        Banner { width: parent.width; title: "You’re offline. That’s okay."; note: "3 answers waiting to send" }
        CrisisTile { width: parent.width; text: "Call 988"; note: "Crisis line. Free, day and night." }
        Grid {
            columns: Metrics.reflows ? 1 : 2
            spacing: 12

            CrisisTile { width: Metrics.reflows ? scroll.bodyWidth : (scroll.bodyWidth - 12) / 2; kind: CrisisTile.Soft; iconName: "message-text"; text: "Text 988"; note: "If talking is hard" }
            CrisisTile { width: Metrics.reflows ? scroll.bodyWidth : (scroll.bodyWidth - 12) / 2; kind: CrisisTile.Soft; iconName: "hospital-building"; text: "Call clinic"; note: "On call 24 hours" }
        }
        UrgentCard { width: parent.width; title: "Overdose, or someone in danger?"; note: "Call first. Then follow the steps."; callText: "Call 911"; stepsText: "See steps" }
        CrisisTile { width: parent.width; kind: CrisisTile.Urgent; isMain: true; text: "Call 911"; note: "Put the phone on speaker" }
        CardList {
            width: parent.width

            PersonRow { initials: "RB"; name: "Rosa"; note: "My sister" }
            PersonRow { initials: "JT"; name: "James"; note: "My sponsor" }
        }
        CardList {
            width: parent.width

            ListRow { iconName: "fingerprint"; title: "App lock"; note: "PIN or fingerprint, after 2 min"; isNoteSmall: true; isStrong: false; isPressable: false; minHeight: 60
                Toggle { spokenName: "App lock"; isOn: true }
            }
            ListRow { iconName: "bell-outline"; title: "Discreet notifications"; note: "No health words on lock screen"; isNoteSmall: true; isStrong: false; isPressable: false; minHeight: 60
                Toggle { spokenName: "Discreet notifications" }
            }
        }
        CardList {
            width: parent.width

            SyncRow { title: "Your sessions"; note: "14 saved on this phone"; stage: SyncRow.Saved }
            SyncRow { title: "Forms"; note: "Loading 2 of 4"; stage: SyncRow.Loading; fraction: 0.55 }
            SyncRow { title: "Messages"; note: "Next" }
        }
        Card {
            width: parent.width
            bottomPadding: 12

            TrendChart {
                width: parent.width
                first: [7, 8, 7, 6, 7, 6, null, 6, 5, 6, 5, 4, 5, 4]
                second: [3, 3, 4, 4, 3, 5, null, 4, 5, 5, 6, 5, 6, 6]
                firstName: "Craving"; secondName: "Mood"; startText: "Nov 5"; endText: "Today"
                spokenName: "Cravings are easing"
            }
            SleepBars { width: parent.width; values: [5, 4.5, 6, 5, 5.5, 6, null, 6, 6.5, 7, 5.5, 6, 6.5, 5.5]; spokenName: "About 6 hours most nights" }
        }
        PinRail { width: parent.width; places: 4; count: 2 }
        PinRail { width: parent.width; places: 12; count: 12 }
        Row {
            spacing: 26

            PinKey { text: "1" }
            PinKey { text: "2"; enabled: false }
            PinKey { text: "3"; side: 60 }
        }
        EmptyState { width: parent.width; title: "No sessions this week"; note: "Your next one is Monday, November 30, at 6:00 pm."; actionText: "See that week"; secondText: "Message the clinic" }
        ErrorCard { width: parent.width; title: "We can’t reach your clinic"; note: "It is not your fault. What you saved is safe."; callText: "Call 555-0142" }
        Skeleton { width: parent.width; text: "Getting your day ready"; cards: 1 }
        Row { spacing: 12
            Ring { fraction: 0.5; text: "2/4" }
            Ring { isDone: true }
            Avatar { text: "DR" }
            BrandMark { }
        }
        Item {
            width: parent.width
            height: 560 * Type.textScale

            Sheet {
                anchors.fill: parent
                isOpen: true
                title: "Can’t make it tonight?"
                note: "Evening group, 6:00–9:00 pm. Your place is safe."

                HrButton { width: parent.width; text: "Tell your clinic I can’t come" }
            }
        }
    }
}
