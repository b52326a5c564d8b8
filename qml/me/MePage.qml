// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Me
import Handrail.Sharing
import Handrail.View

// You and privacy: who can see what, how the app looks and speaks, and signing out.
Item {
    id: root

    TopBar {
        id: bar

        width: parent.width
        title: qsTr("You and privacy")
        onBackPressed: Navigator.canGoBack ? Navigator.back() : Navigator.home()
    }

    PageScroll {
        anchors.fill: parent
        anchors.topMargin: bar.height
        startPadding: 4
        gap: 8

        YouCard {
            width: parent.width
        }

        OtherAccountRows {
            width: parent.width
        }

        CardList {
            width: parent.width
            visible: !Account.isRelative

            ListRow {
                iconName: "note-text"
                title: qsTr("What I made")
                note: qsTr("Worksheets and lists. Only you see them.")
                isNoteSmall: true
                isStrong: false
                onClicked: Navigator.go(Navigator.Made)
            }
        }

        OwnPlanRows {
            width: parent.width
            visible: !Account.isRelative
        }

        PlanRows {
            width: parent.width
        }

        SectionTitle {
            text: qsTr("Keep it private")
        }

        LockRows {
            width: parent.width
        }

        SectionTitle {
            text: qsTr("Reminders")
        }

        ReminderRows {
            width: parent.width
        }

        SectionTitle {
            text: qsTr("Who can see what")
        }

        CardList {
            width: parent.width
            spokenName: qsTr("Who can see what")

            WhoSeesRow {}

            ListRow {
                iconName: "hospital-building"
                title: qsTr("Care team")
                note: Account.isRelative ? qsTr("That you joined a session") : qsTr("Check-ins, plan, sessions")
                isNoteSmall: true
                isStrong: false
                isPressable: false
            }

            SharingRow {
                visible: !Account.isRelative
            }

            ListRow {
                iconName: "lock"
                title: qsTr("On this device")
                note: Account.isSessionOnly ? qsTr("Nothing is kept after you close Handrail") : qsTr("Locked with a key that only this device has")
                isNoteSmall: true
                isStrong: false
                isPressable: false
            }

            ToggleRow {
                iconName: "calendar-plus"
                title: qsTr("Discreet calendar")
                note: qsTr("Entries only say “Appointment”")
                isOn: Preferences.isDiscreet
                onToggledTo: isOn => Preferences.isDiscreet = isOn
            }
        }

        SectionTitle {
            text: qsTr("Make it comfortable")
        }

        CardList {
            width: parent.width
            spokenName: qsTr("Make it comfortable")

            StepperRow {
                iconName: "format-size"
                title: qsTr("Text size")
                value: Math.round(Preferences.textScale * 100)
                minimum: 100
                maximum: 200
                step: 25
                valueText: qsTr("%1%").arg(value)
                onStepped: value => Preferences.textScale = value / 100
            }

            ToggleRow {
                iconName: "walk"
                title: qsTr("Less motion")
                note: qsTr("Pages change without sliding")
                isOn: Preferences.lessMotion
                onToggledTo: isOn => Preferences.lessMotion = isOn
            }

            ToggleRow {
                visible: !Account.isRelative
                iconName: "arrow-right"
                title: qsTr("Go on after I answer")
                note: qsTr("The next question comes by itself")
                isOn: Preferences.goesOn
                onToggledTo: isOn => Preferences.goesOn = isOn
            }

            ListRow {
                iconName: "earth"
                title: qsTr("Language")
                note: Preferences.languageName
                spokenName: qsTr("Language: %1. Change").arg(note)
                isStrong: false
                onClicked: languages.isOpen = true
            }

            AppearanceRow {
            }
        }

        Item { width: 1; height: 10 }

        CardList {
            width: parent.width

            ListRow {
                iconName: "logout"
                title: qsTr("Sign out")
                note: qsTr("Your clinic keeps your records safe")
                isNoteSmall: true
                isStrong: false
                onClicked: Navigator.go(Navigator.SignOut)
            }
        }

        SectionTitle {
            text: qsTr("About")
        }

        AboutCard {
            width: parent.width
        }
    }

    ChoiceSheet {
        id: languages

        anchors.fill: parent
        title: qsTr("Language")
        options: Preferences.languages
        current: Preferences.language
        onPicked: code => Preferences.language = code
        onHelpPressed: {
            isOpen = false;
            Navigator.openHelp();
        }
    }
}
