// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Theme
import Handrail.Controls

// Buttons, words, rows and bars, for pictures and for the walk over every control.
Rectangle {
    id: root

    readonly property var places: [{ "text": "Today", "iconName": "white-balance-sunny" }, { "text": "Schedule", "iconName": "calendar-today" },
        { "text": "Skills", "iconName": "leaf" }, { "text": "Learn", "iconName": "book-open-variant" }]

    width: 390
    height: Math.max(scroll.contentHeight + head.height + bar.height, 844)
    color: Theme.bg

    TopBar {
        id: head

        width: parent.width
        title: "Buttons and rows"
    }

    PageScroll {
        id: scroll

        anchors.top: head.bottom
        anchors.bottom: bar.top
        width: parent.width
        gap: 12

        Words { width: parent.width; role: Words.Display; text: "Something to hold as you step down." }
        Words { width: parent.width; role: Words.Title; text: "How strong is your craving right now?" }
        Words { width: parent.width; text: "A craving is a pull to use. Cravings are common, and any number is okay."; color: Theme.ink2 }
        Words { width: parent.width; role: Words.Section; text: "What to bring" }
        HrButton { width: parent.width; text: "Sign in with your program" }
        HrButton { width: parent.width; kind: HrButton.Outline; text: "I have an invitation" }
        HrButton { width: parent.width; kind: HrButton.Text; text: "Skip this one" }
        HrButton { width: parent.width; kind: HrButton.Soft; iconName: "bus"; text: "Need a ride" }
        HrButton { width: parent.width; iconName: "directions"; text: "Directions" }
        HrButton { width: parent.width; text: "Join"; enabled: false; reason: "Opens at 5:20 pm" }
        HrButton { width: parent.width; text: "Send"; isBusy: true; busyText: "Sending…" }
        Flow {
            width: parent.width
            spacing: 8

            HrButton { kind: HrButton.Soft; isSmall: true; text: "Start" }
            HrButton { isSmall: true; iconName: "video"; text: "Join" }
            IconButton { iconName: "email-outline"; spokenName: "Messages, 1 new" }
            IconButton { kind: IconButton.Outline; diameter: 56; iconName: "minus"; iconSize: 26; spokenName: "One less" }
            IconButton { kind: IconButton.Soft; iconName: "play"; iconSize: 26; spokenName: "Play" }
            AvatarButton { text: "MB" }
        }
        HelpPill { isWide: true; width: parent.width; note: "No sign-in needed" }
        HelpPill { anchors.horizontalCenter: parent.horizontalCenter }
        CardList {
            width: parent.width

            ListRow { iconName: "clock"; title: "Today, 6:00–9:00 pm"; note: "Starts in 2 h 40 min"; isPressable: false
                HrButton { kind: HrButton.Soft; isSmall: true; iconName: "calendar-plus"; text: "Add"; spokenName: "Add to calendar" }
            }
            ListRow { iconName: "map-marker"; title: "Room 2, Harbor Street Clinic"; note: "214 Harbor Street, ground floor"; isPressable: false }
            ListRow { iconName: "account"; title: "Dana Ruiz and Sam Ortiz"; note: "Your counselor and a peer guide"; isPressable: false }
        }
        CardList {
            width: parent.width

            ListRow { iconName: "calendar-remove"; title: "Can’t make it?"; note: "Tell us. Your place is safe."; minHeight: 68 }
        }
        CardList {
            width: parent.width

            ListRow { tileIcon: "account-multiple"; title: "Evening group"; note: "Room 2"; isSelected: true }
            ListRow { tileIcon: "wave"; tone: IconTile.Slate; title: "Ride the wave"; note: "For cravings" }
            ListRow { initials: "DR"; title: "Message from Dana"; note: "Your counselor · 1:05 pm"; isSelected: true }
        }
        Card {
            width: parent.width

            Words { width: parent.width; role: Words.Subhead; text: "60-second check-in" }
            Words { width: parent.width; role: Words.Secondary; text: "5 questions. Skip any." }
        }
        Flow {
            width: parent.width
            spacing: 8

            Repeater {
                model: 9

                IconTile { required property int index; tone: index; iconName: index === 4 ? "wave" : "school"; side: 36 }
            }
        }
        TopBar { width: parent.width; isClose: true; step: 2; steps: 5 }
    }

    BottomBar {
        id: bar

        anchors.bottom: parent.bottom
        width: parent.width
        places: root.places
        safeBottom: 24
    }
}
