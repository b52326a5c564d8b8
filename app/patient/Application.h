// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "Language.h"
#include "Places.h"
#include "account/Account.h"
#include "content/Pack.h"
#include "core/Clock.h"
#include "core/Log.h"
#include "crisis/Crisis.h"
#include "net/QtHttpClient.h"
#include "ports/Browser.h"
#include "ports/CallDevices.h"
#include "ports/CalendarExport.h"
#include "ports/Connectivity.h"
#include "ports/DeviceAuth.h"
#include "ports/Dialer.h"
#include "ports/Directions.h"
#include "ports/FileExport.h"
#include "ports/Haptics.h"
#include "ports/Notifier.h"
#include "ports/ReadAloud.h"
#include "ports/ScreenAwake.h"
#include "ports/SecretStore.h"
#include "view/AccessLogView.h"
#include "view/AccountView.h"
#include "view/AfterUseView.h"
#include "view/AssignmentsView.h"
#include "view/AttendanceView.h"
#include "view/AutoLock.h"
#include "view/BringUpView.h"
#include "view/CalmView.h"
#include "view/CheckInDoneView.h"
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
#include "view/HowWasItView.h"
#include "view/JoinView.h"
#include "view/HelpCardsView.h"
#include "view/InviteView.h"
#include "view/LearnView.h"
#include "view/LessonView.h"
#include "view/LinksView.h"
#include "view/LockHelpView.h"
#include "view/LockView.h"
#include "view/MessagesView.h"
#include "view/MinuteTimer.h"
#include "view/MadeView.h"
#include "view/MyPeopleView.h"
#include "view/MedicineView.h"
#include "view/PlanView.h"
#include "view/Navigator.h"
#include "view/OtherAccountsView.h"
#include "view/OutboxView.h"
#include "view/Preferences.h"
#include "view/PrivacyView.h"
#include "view/SafetyPlanPaperView.h"
#include "view/SafetyPlanView.h"
#include "view/SafetyView.h"
#include "view/ProgressView.h"
#include "view/RemindersView.h"
#include "view/ScheduleView.h"
#include "view/SessionView.h"
#include "view/SharingView.h"
#include "view/SkillsView.h"
#include "view/SyncView.h"
#include "view/TimedPlayer.h"
#include "view/TodayView.h"
#include "view/TravelView.h"
#include "view/TurnsView.h"
#include "view/VisitSummaryView.h"
#include "view/WaitView.h"
#include "view/WorksheetView.h"

#include <QGuiApplication>
#include <QInputMethod>
#include <QQmlEngine>
#include <QQuickWindow>
#include <QTimer>
#include <memory>

namespace handrail {

/// What the app meets outside itself. Each must outlive the Application.
struct Outside {
    SecretStore &secrets;
    Browser &browser;
    Dialer &dialer;
    CalendarExport &calendar;
    Directions &directions;
    Connectivity &connectivity;
    const Clock &clock;
    FileExport &files;
    Notifier &notifier;
    Haptics &haptics;
    ScreenAwake &screen;
    CallDevices &callDevices;
    DeviceAuth *deviceAuth = nullptr;         ///< where there is none a PIN alone unlocks
    ReadAloud *voice = nullptr;               ///< where there is none nothing is read aloud
    QByteArray packKey = handrail::packKey(); ///< whose texts are taken; the tests have a clinic with a key of its own
};

/// The composition root: every object of the app is made here, in the order in which they need each other, and lent to QML. The same class
/// runs in production and in the flow tests.
class Application final : public QObject
{
    Q_OBJECT
public:
    Application(const Outside &outside, const Places &places, QObject *parent = nullptr);
    ~Application() override;

    /// The clinic's FHIR base, when it was given at the start.
    void fixServer(const QString &fhirBase) { m_accountView.fixServer(fhirBase); }
    /// Shows the window and opens the last account. False when the pages cannot be loaded; then CrisisWindow is the way out.
    bool show(const QUrl &mainPage = QUrl(QStringLiteral("qrc:/qt/qml/Handrail/Shell/Main.qml")));

    /// An address came from outside (LinkDoor, the command line).
    void open(const QString &address) { m_links.take(address); }
    void comeToFront();

    [[nodiscard]] Account &account() { return m_account; }
    [[nodiscard]] Navigator &navigator() { return m_navigator; }
    [[nodiscard]] AutoLock &autoLock() { return m_autoLock; }
    [[nodiscard]] Preferences &preferences() { return m_preferences; }
    [[nodiscard]] QQuickWindow *window() { return m_window.get(); }
    [[nodiscard]] QQmlEngine &engine() { return m_engine; }
    [[nodiscard]] const Crisis &crisis() const { return m_crisis; }
    [[nodiscard]] SkillsView &skills() { return m_skills; }
    [[nodiscard]] AssignmentsView &assignments() { return m_assignments; }
    [[nodiscard]] LearnView &learn() { return m_learn; }
    [[nodiscard]] LessonView &lesson() { return m_lesson; }
    [[nodiscard]] CommunityView &community() { return m_community; }
    [[nodiscard]] MessagesView &messages() { return m_messages; }
    [[nodiscard]] RemindersView &reminders() { return m_reminders; }
    [[nodiscard]] SharingView &sharing() { return m_sharing; }
    [[nodiscard]] InviteView &invite() { return m_invite; }
    [[nodiscard]] CrisisView &crisisView() { return m_crisisView; }
    [[nodiscard]] MyPeopleView &myPeople() { return m_myPeople; }
    [[nodiscard]] SafetyPlanView &safetyPlan() { return m_safetyPlan; }
    [[nodiscard]] TimedPlayer &timed() { return m_timed; }
    [[nodiscard]] WaitView &wait() { return m_wait; }
    [[nodiscard]] CalmView &calm() { return m_calm; }

private:
    void connectCheckIn();
    void connectLock();
    void connectPlayers();
    void connectTexts();
    void lend();
    void takeBack();
    void settle();
    void lead(Notifier::Kind pressed);

    Connectivity &m_connectivity;
    Notifier &m_notifier;
    Preferences m_preferences;
    Language m_language;
    Crisis m_crisis;
    CrisisView m_crisisView;
    Navigator m_navigator;
    QtHttpClient m_http;
    Account m_account;
    /// Before any view hears of it: a word that is still being composed belongs to what they keep.
    QMetaObject::Connection m_composed =
        connect(&m_account, &Account::aboutToLock, QGuiApplication::inputMethod(), &QInputMethod::commit);
    MinuteTimer m_minute;
    ClinicTexts m_texts;
    AccountView m_accountView;
    InvitationView m_invitation;
    LinksView m_links;
    LockView m_lock;
    SyncView m_sync;
    TodayView m_today;
    ScheduleView m_schedule;
    SessionView m_session;
    JoinView m_join;
    HowWasItView m_howWasIt;
    DeviceCheckView m_deviceCheck;
    ComingView m_coming;
    TravelView m_travel;
    AttendanceView m_attendance;
    SafetyView m_safety;
    CheckInView m_checkIn;
    CheckInDoneView m_checkInDone;
    /// After that: what goes out when the app is put away has begun before the lock looks.
    AutoLock m_autoLock;
    AssignmentsView m_assignments;
    FormView m_form;
    AfterUseView m_afterUse;
    MyPeopleView m_myPeople;
    SafetyPlanView m_safetyPlan;
    LockHelpView m_lockHelp;
    SafetyPlanPaperView m_safetyPlanPaper;
    SkillsView m_skills;
    TimedPlayer m_timed;
    TurnsView m_turns;
    WaitView m_wait;
    CalmView m_calm;
    LearnView m_learn;
    LessonView m_lesson;
    WorksheetView m_worksheet;
    MadeView m_made;
    MedicineView m_medicine;
    PlanView m_plan;
    BringUpView m_bringUp;
    MessagesView m_messages;
    CommunityView m_community;
    SharingView m_sharing;
    InviteView m_invite;
    FamilyView m_family;
    HelpCardsView m_helpCards;
    ConcernView m_concern;
    OtherAccountsView m_otherAccounts;
    OutboxView m_outbox;
    ProgressView m_progress;
    VisitSummaryView m_visitSummary;
    PrivacyView m_privacy;
    AccessLogView m_accessLog;
    DownloadView m_download;
    RemindersView m_reminders;
    /// None of those that look beside each page for a version of it for this system: there is none.
    QQmlEngine m_engine;
    std::unique_ptr<QQuickWindow> m_window;
    QMetaObject::Connection m_firstFrame;
    QTimer m_ahead; ///< until texts are read ahead
    bool m_isSettled = false;
    QString m_accountBeforeLock;  ///< whose the following are: nobody else is led there
    bool m_wasInCheckIn = false;  ///< when the lock fell, or the store had to be mended
    QString m_againBeforeLock;    ///< which check-in that was, when it was refused before; else empty
    QString m_formBeforeLock;     ///< that was being answered
    QString m_skillBeforeLock;    ///< that ran
    QString m_planStepBeforeLock; ///< that was being written
    QString m_changeBeforeLock;   ///< of a sent check-in: it said that the person used, and nobody was told of the danger yet
    bool m_wasInSafety = false;
    bool m_wasInHelp = false; ///< on top of that
};

} // namespace handrail
