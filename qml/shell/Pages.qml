// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.View

// Which page shows a route, and which places the bar has. Pages are loaded by address, so that only the one that shows is made.
QtObject {
    // The bar's "More" was pressed.
    signal moreAsked

    function source(route: int): url {
        return "qrc:/qt/qml/Handrail/" + pageOf(route) + ".qml";
    }

    function pageOf(route: int): string {
        switch (route) {
        case Navigator.Welcome: return "Welcome/WelcomePage";
        case Navigator.Invitation: return "Welcome/InvitationPage";
        case Navigator.SigningIn: return "Welcome/SigningInPage";
        case Navigator.FirstSync: return "Welcome/FirstSyncPage";
        case Navigator.Locked: return "Lock/LockPage";
        case Navigator.KeyUnavailable: return "Welcome/KeyUnavailablePage";
        case Navigator.Today: return "Today/TodayPage";
        case Navigator.Schedule:
        case Navigator.FamilySessions: return "Schedule/SchedulePage";
        case Navigator.SessionPage: return "Schedule/SessionPage";
        case Navigator.BeforeJoin: return "Join/BeforeJoinPage";
        case Navigator.WaitingRoom: return "Join/WaitingPage";
        case Navigator.HowWasIt: return "Join/HowWasItPage";
        case Navigator.CheckIn: return "CheckIn/CheckInPage";
        case Navigator.CheckInDone: return "CheckIn/CheckInDonePage";
        case Navigator.Forms: return "Forms/FormsPage";
        case Navigator.Form: return "Forms/FormPage";
        case Navigator.FormAnswers: return "Forms/FormAnswersPage";
        case Navigator.AfterUse: return "Crisis/AfterUsePage";
        case Navigator.Safety: return "Crisis/SafetyPage";
        case Navigator.Skills: return "Skills/SkillsPage";
        case Navigator.SkillList: return "Skills/SkillListPage";
        case Navigator.SkillSearch: return "Skills/SkillSearchPage";
        case Navigator.Skill: return "Skills/SkillPage";
        case Navigator.Made: return "Worksheets/MadePage";
        case Navigator.OwnSheet: return "Worksheets/SheetPage";
        case Navigator.Learn:
        case Navigator.FamilyLessons: return "Learn/LearnPage";
        case Navigator.Module: return "Learn/ModulePage";
        case Navigator.Lesson:
        case Navigator.Quiz: return "Learn/LessonPage";
        case Navigator.Me: return "Me/MePage";
        case Navigator.Outbox: return "Outbox/OutboxPage";
        case Navigator.SignOut: return "Me/SignOutPage";
        case Navigator.Pin: return "Lock/PinPage";
        case Navigator.MyPeople: return "Safety/MyPeoplePage";
        case Navigator.MyPerson: return "Safety/PersonPage";
        case Navigator.SafetyPlan: return "Safety/SafetyPlanPage";
        case Navigator.SafetyPlanStep: return "Safety/SafetyPlanStepPage";
        case Navigator.SafetyPlanPaper: return "Safety/SafetyPlanPaperPage";
        case Navigator.LockScreenHelp: return "Safety/LockScreenPage";
        case Navigator.Plan: return "Plan/PlanPage";
        case Navigator.NextStep: return "Plan/NextStepPage";
        case Navigator.BringUp: return "Worksheets/BringUpPage";
        case Navigator.Medicine: return "Medicine/MedicinePage";
        case Navigator.Messages: return "Messages/MessagesPage";
        case Navigator.Progress: return "Progress/ProgressPage";
        case Navigator.VisitSummary: return "Progress/VisitSummaryPage";
        case Navigator.WhoSees: return "Privacy/WhoSeesPage";
        case Navigator.WhoLooked: return "Privacy/WhoLookedPage";
        case Navigator.Consents: return "Privacy/ConsentsPage";
        case Navigator.Consent: return "Privacy/ConsentPage";
        case Navigator.Download: return "Privacy/DownloadPage";
        case Navigator.Attendance: return "Schedule/AttendancePage";
        case Navigator.Community: return "Community/CommunityPage";
        case Navigator.Place: return "Community/PlacePage";
        case Navigator.AboutIop: return "Community/AboutIopPage";
        case Navigator.Sharing: return "Sharing/SharingPage";
        case Navigator.SharingPerson: return "Sharing/SharingPersonPage";
        case Navigator.Invite: return "Sharing/InvitePage";
        case Navigator.FamilyHome: return "Family/FamilyHomePage";
        case Navigator.TellClinic: return "Family/TellClinicPage";
        case Navigator.Blank: return "Shell/BlankPage";
        case Navigator.Help:
        case Navigator.Overdose: return "Crisis/HelpPage";
        case Navigator.Calm: return "Players/CalmPage";
        default: return "Shell/StartingPage";
        }
    }

    // Lies over the page it was opened from, which stays as it was.
    function isOver(route: int): bool {
        return isHelp(route) || route === Navigator.Calm || route === Navigator.Safety;
    }

    function isHelp(route: int): bool {
        return route === Navigator.Help || route === Navigator.Overdose;
    }

    // On each page of a relative, and on Help over it; to a patient where the page is about relatives, and in lessons, which may be about what was
    // done to them. It stands above the page and covers nothing of it.
    function hasQuickExit(route: int): bool {
        return Navigator.isSignedIn && route !== Navigator.Blank
            && (Navigator.isRelative || isAboutRelatives(route) || isOfLessons(route));
    }

    function isOfLessons(route: int): bool {
        return route === Navigator.Module || route === Navigator.Lesson || route === Navigator.Quiz;
    }

    function isAboutRelatives(route: int): bool {
        return route === Navigator.Sharing || route === Navigator.SharingPerson || route === Navigator.Invite
            || route === Navigator.Consents || route === Navigator.Consent;
    }

    function hasPill(route: int): bool {
        return route === Navigator.Starting || route === Navigator.Welcome || route === Navigator.Invitation
            || route === Navigator.SigningIn || route === Navigator.KeyUnavailable || route === Navigator.Locked
            || (!Navigator.isSignedIn && (route === Navigator.Community || route === Navigator.Place || route === Navigator.AboutIop
                                          || route === Navigator.Module));
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
