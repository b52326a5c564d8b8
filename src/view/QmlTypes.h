// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

// Everything of C++ that QML can see, on one page. Each object is made by the Application and lent to the engine; none makes itself.

#include "view/AccessLogView.h"
#include "view/AccountView.h"
#include "view/AfterUseView.h"
#include "view/BringUpView.h"
#include "view/CalmView.h"
#include "view/CheckInDoneView.h"
#include "view/AssignmentsView.h"
#include "view/AttendanceView.h"
#include "view/CheckInView.h"
#include "view/ClinicTexts.h"
#include "view/ComingView.h"
#include "view/ConcernView.h"
#include "view/CommunityView.h"
#include "view/CrisisView.h"
#include "view/DeviceCheckView.h"
#include "view/DownloadView.h"
#include "view/FamilyView.h"
#include "view/FormView.h"
#include "view/InvitationView.h"
#include "view/JoinView.h"
#include "view/HelpCardsView.h"
#include "view/HowWasItView.h"
#include "view/InviteView.h"
#include "view/LearnView.h"
#include "view/LessonView.h"
#include "view/LinksView.h"
#include "view/LockHelpView.h"
#include "view/LockView.h"
#include "view/MadeView.h"
#include "view/MyPeopleView.h"
#include "view/MedicineView.h"
#include "view/MessagesView.h"
#include "view/PlanView.h"
#include "view/Navigator.h"
#include "view/OtherAccountsView.h"
#include "view/OutboxView.h"
#include "view/Preferences.h"
#include "view/PrivacyView.h"
#include "view/ProgressView.h"
#include "view/RemindersView.h"
#include "view/SafetyPlanPaperView.h"
#include "view/SafetyPlanView.h"
#include "view/SafetyView.h"
#include "view/ScheduleView.h"
#include "view/SharingView.h"
#include "view/SessionView.h"
#include "view/SkillsView.h"
#include "view/SyncView.h"
#include "view/TimedPlayer.h"
#include "view/TodayView.h"
#include "view/TravelView.h"
#include "view/TurnsView.h"
#include "view/VisitSummaryView.h"
#include "view/WaitView.h"
#include "view/WorksheetView.h"

#include <QJSEngine>
#include <QQmlEngine>
#include <QtQml/qqmlregistration.h>

namespace handrail {

/// Lends one object of the Application to QML as a singleton.
template <typename View>
struct Lent {
    inline static View *instance = nullptr;
    static View *create(QQmlEngine *, QJSEngine *)
    {
        Q_ASSERT_X(instance, "Lent", "the Application lends its views before the engine loads");
        QJSEngine::setObjectOwnership(instance, QJSEngine::CppOwnership);
        return instance;
    }
};

struct AccessLogSingleton : Lent<AccessLogView> {
    Q_GADGET
    QML_FOREIGN(handrail::AccessLogView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(AccessLog)
};

struct AccountSingleton : Lent<AccountView> {
    Q_GADGET
    QML_FOREIGN(handrail::AccountView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Account)
};

struct AfterUseSingleton : Lent<AfterUseView> {
    Q_GADGET
    QML_FOREIGN(handrail::AfterUseView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(AfterUse)
};

struct AssignmentsSingleton : Lent<AssignmentsView> {
    Q_GADGET
    QML_FOREIGN(handrail::AssignmentsView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Assignments)
};

struct AttendanceSingleton : Lent<AttendanceView> {
    Q_GADGET
    QML_FOREIGN(handrail::AttendanceView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Attendance)
};

struct CalmSingleton : Lent<CalmView> {
    Q_GADGET
    QML_FOREIGN(handrail::CalmView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Calm)
};

struct CheckInSingleton : Lent<CheckInView> {
    Q_GADGET
    QML_FOREIGN(handrail::CheckInView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(CheckIn)
};

struct CheckInDoneSingleton : Lent<CheckInDoneView> {
    Q_GADGET
    QML_FOREIGN(handrail::CheckInDoneView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(CheckInDone)
};

struct ComingSingleton : Lent<ComingView> {
    Q_GADGET
    QML_FOREIGN(handrail::ComingView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Coming)
};

struct CommunitySingleton : Lent<CommunityView> {
    Q_GADGET
    QML_FOREIGN(handrail::CommunityView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Community)
};

struct CrisisSingleton : Lent<CrisisView> {
    Q_GADGET
    QML_FOREIGN(handrail::CrisisView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Crisis)
};

struct ConcernSingleton : Lent<ConcernView> {
    Q_GADGET
    QML_FOREIGN(handrail::ConcernView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Concern)
};

struct HelpCardsSingleton : Lent<HelpCardsView> {
    Q_GADGET
    QML_FOREIGN(handrail::HelpCardsView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(HelpCards)
};

struct OtherAccountsSingleton : Lent<OtherAccountsView> {
    Q_GADGET
    QML_FOREIGN(handrail::OtherAccountsView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(OtherAccounts)
};

struct DownloadSingleton : Lent<DownloadView> {
    Q_GADGET
    QML_FOREIGN(handrail::DownloadView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Download)
};

struct FamilySingleton : Lent<FamilyView> {
    Q_GADGET
    QML_FOREIGN(handrail::FamilyView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Family)
};

struct FormSingleton : Lent<FormView> {
    Q_GADGET
    QML_FOREIGN(handrail::FormView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Form)
};

struct ClinicTextsSingleton : Lent<ClinicTexts> {
    Q_GADGET
    QML_FOREIGN(handrail::ClinicTexts)
    QML_SINGLETON
    QML_NAMED_ELEMENT(ClinicTexts)
};

struct InvitationSingleton : Lent<InvitationView> {
    Q_GADGET
    QML_FOREIGN(handrail::InvitationView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Invitation)
};

struct DeviceCheckSingleton : Lent<DeviceCheckView> {
    Q_GADGET
    QML_FOREIGN(handrail::DeviceCheckView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(DeviceCheck)
};

struct HowWasItSingleton : Lent<HowWasItView> {
    Q_GADGET
    QML_FOREIGN(handrail::HowWasItView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(HowWasIt)
};

struct JoiningSingleton : Lent<JoinView> {
    Q_GADGET
    QML_FOREIGN(handrail::JoinView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Joining)
};

struct LearnSingleton : Lent<LearnView> {
    Q_GADGET
    QML_FOREIGN(handrail::LearnView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Learn)
};

struct LessonSingleton : Lent<LessonView> {
    Q_GADGET
    QML_FOREIGN(handrail::LessonView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Lesson)
};

struct LockSingleton : Lent<LockView> {
    Q_GADGET
    QML_FOREIGN(handrail::LockView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Lock)
};

struct MadeSingleton : Lent<MadeView> {
    Q_GADGET
    QML_FOREIGN(handrail::MadeView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Made)
};

struct MessagesSingleton : Lent<MessagesView> {
    Q_GADGET
    QML_FOREIGN(handrail::MessagesView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Messages)
};

struct MedicineSingleton : Lent<MedicineView> {
    Q_GADGET
    QML_FOREIGN(handrail::MedicineView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Medicine)
};

struct PlanSingleton : Lent<PlanView> {
    Q_GADGET
    QML_FOREIGN(handrail::PlanView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Plan)
};

struct BringUpSingleton : Lent<BringUpView> {
    Q_GADGET
    QML_FOREIGN(handrail::BringUpView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(BringUp)
};

struct MyPeopleSingleton : Lent<MyPeopleView> {
    Q_GADGET
    QML_FOREIGN(handrail::MyPeopleView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(MyPeople)
};

struct LinksSingleton : Lent<LinksView> {
    Q_GADGET
    QML_FOREIGN(handrail::LinksView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Links)
};

struct LockHelpSingleton : Lent<LockHelpView> {
    Q_GADGET
    QML_FOREIGN(handrail::LockHelpView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(LockHelp)
};

struct SafetyPlanPaperSingleton : Lent<SafetyPlanPaperView> {
    Q_GADGET
    QML_FOREIGN(handrail::SafetyPlanPaperView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(SafetyPlanPaper)
};

struct SafetyPlanSingleton : Lent<SafetyPlanView> {
    Q_GADGET
    QML_FOREIGN(handrail::SafetyPlanView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(SafetyPlan)
};

struct SharingSingleton : Lent<SharingView> {
    Q_GADGET
    QML_FOREIGN(handrail::SharingView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Sharing)
};

struct InviteSingleton : Lent<InviteView> {
    Q_GADGET
    QML_FOREIGN(handrail::InviteView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Invite)
};

struct NavigatorSingleton : Lent<Navigator> {
    Q_GADGET
    QML_FOREIGN(handrail::Navigator)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Navigator)
};

struct OutboxSingleton : Lent<OutboxView> {
    Q_GADGET
    QML_FOREIGN(handrail::OutboxView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Outbox)
};

struct PreferencesSingleton : Lent<Preferences> {
    Q_GADGET
    QML_FOREIGN(handrail::Preferences)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Preferences)
};

struct PrivacySingleton : Lent<PrivacyView> {
    Q_GADGET
    QML_FOREIGN(handrail::PrivacyView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Privacy)
};

struct ProgressSingleton : Lent<ProgressView> {
    Q_GADGET
    QML_FOREIGN(handrail::ProgressView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Progress)
};

struct SafetySingleton : Lent<SafetyView> {
    Q_GADGET
    QML_FOREIGN(handrail::SafetyView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Safety)
};

struct RemindersSingleton : Lent<RemindersView> {
    Q_GADGET
    QML_FOREIGN(handrail::RemindersView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Reminders)
};

struct ScheduleSingleton : Lent<ScheduleView> {
    Q_GADGET
    QML_FOREIGN(handrail::ScheduleView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Schedule)
};

struct SessionSingleton : Lent<SessionView> {
    Q_GADGET
    QML_FOREIGN(handrail::SessionView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(SessionDetail)
};

struct SkillsSingleton : Lent<SkillsView> {
    Q_GADGET
    QML_FOREIGN(handrail::SkillsView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Skills)
};

struct SyncSingleton : Lent<SyncView> {
    Q_GADGET
    QML_FOREIGN(handrail::SyncView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Sync)
};

struct TimedSingleton : Lent<TimedPlayer> {
    Q_GADGET
    QML_FOREIGN(handrail::TimedPlayer)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Timed)
};

struct TodaySingleton : Lent<TodayView> {
    Q_GADGET
    QML_FOREIGN(handrail::TodayView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Today)
};

struct TravelSingleton : Lent<TravelView> {
    Q_GADGET
    QML_FOREIGN(handrail::TravelView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Travel)
};

struct TurnsSingleton : Lent<TurnsView> {
    Q_GADGET
    QML_FOREIGN(handrail::TurnsView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Turns)
};

struct VisitSummarySingleton : Lent<VisitSummaryView> {
    Q_GADGET
    QML_FOREIGN(handrail::VisitSummaryView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(VisitSummary)
};

struct WaitSingleton : Lent<WaitView> {
    Q_GADGET
    QML_FOREIGN(handrail::WaitView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Wait)
};

struct WorksheetSingleton : Lent<WorksheetView> {
    Q_GADGET
    QML_FOREIGN(handrail::WorksheetView)
    QML_SINGLETON
    QML_NAMED_ELEMENT(Worksheet)
};

} // namespace handrail
