// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.View

// Which page shows a route, and which places the bar has. Pages are loaded by address, so that only the one that shows is made.
QtObject {
    readonly property var sources: [
        "Shell/StartingPage", "Welcome/WelcomePage", "Welcome/SigningInPage", "Welcome/FirstSyncPage", "Welcome/KeyUnavailablePage",
        "Welcome/KeyUnavailablePage", "Today/TodayPage", "Schedule/SchedulePage", "Schedule/SessionPage", "CheckIn/CheckInPage",
        "CheckIn/CheckInDonePage", "Skills/SkillsPage", "Learn/LearnPage", "Me/MePage", "Me/SignOutPage", "Family/FamilyHomePage",
        "Schedule/SchedulePage", "Learn/LearnPage", "Crisis/HelpPage", "Crisis/HelpPage"
    ]

    function source(route: int): url {
        return "qrc:/qt/qml/Handrail/" + sources[route] + ".qml";
    }

    function isHelp(route: int): bool {
        return route === Navigator.Help || route === Navigator.Overdose;
    }

    function hasBar(route: int): bool {
        return route !== Navigator.CheckIn && route !== Navigator.CheckInDone;
    }

    function hasPill(route: int): bool {
        return route === Navigator.Starting || route === Navigator.Welcome || route === Navigator.SigningIn
            || route === Navigator.KeyUnavailable;
    }

    function places(isRelative: bool): var {
        return isRelative ? [
            {text: qsTr("Home"), iconName: "home", route: Navigator.FamilyHome},
            {text: qsTr("Sessions"), iconName: "calendar-today", route: Navigator.FamilySessions},
            {text: qsTr("Lessons"), iconName: "book-open-variant", route: Navigator.FamilyLessons},
            {text: qsTr("You"), iconName: "account", route: Navigator.Me}
        ] : [
            {text: qsTr("Today"), iconName: "white-balance-sunny", route: Navigator.Today},
            {text: qsTr("Schedule"), iconName: "calendar-today", route: Navigator.Schedule},
            {text: qsTr("Skills"), iconName: "leaf", route: Navigator.Skills},
            {text: qsTr("Learn"), iconName: "book-open-variant", route: Navigator.Learn}
        ];
    }

    function indexOf(route: int, isRelative: bool): int {
        return places(isRelative).findIndex(place => place.route === route);
    }
}
