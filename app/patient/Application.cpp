// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Application.h"

#include "core/Log.h"
#include "view/QmlTypes.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QInputMethod>
#include <QQmlComponent>
#include <QThreadPool>
#include <QTimer>
#include <utility>

namespace handrail {

Application::Application(const Outside &outside, const Places &places, QObject *parent)
    : QObject(parent)
    , m_connectivity(outside.connectivity)
    , m_notifier(outside.notifier)
    , m_preferences(places.preferences)
    , m_language(m_preferences)
    , m_crisis(crisisPack(u"us", m_preferences.language()), outside.dialer)
    , m_crisisView(m_crisis, ClinicContactFile(places.clinicContact), outside.browser)
    , m_account(m_http, outside.secrets, outside.browser, outside.clock, AccountFiles(places.accounts), outside.deviceAuth)
    , m_minute(outside.clock)
    , m_texts(m_account, m_preferences, outside.packKey)
    , m_accountView(m_account, m_navigator, m_crisisView, outside.browser, m_preferences, outside.clock)
    , m_invitation(m_account, m_navigator, m_preferences)
    , m_links(m_account, outside.clock, m_navigator, m_invitation, m_preferences, m_minute)
    , m_lock(m_account, outside.clock, m_preferences, m_navigator, m_minute)
    , m_sync(m_account, outside.clock, m_preferences)
    , m_today(m_account, outside.clock, m_preferences, m_minute)
    , m_schedule(m_account, outside.clock, m_preferences, m_minute)
    , m_session(m_account, outside.clock, m_preferences, m_minute, outside.calendar, outside.directions, outside.files)
    , m_join(m_account, outside.clock, m_preferences, m_minute, m_navigator, outside.browser)
    , m_howWasIt(m_account, outside.clock, m_preferences, m_minute, m_navigator)
    , m_deviceCheck(outside.callDevices)
    , m_coming(m_account, outside.clock, m_preferences, m_minute)
    , m_travel(m_account, outside.clock, m_preferences)
    , m_attendance(m_account, outside.clock, m_preferences, m_minute)
    , m_safety(m_account, outside.clock, m_preferences)
    , m_checkIn(m_account, outside.clock, m_preferences, m_safety)
    , m_checkInDone(m_account, outside.clock, m_preferences)
    , m_autoLock(m_account, outside.clock, m_preferences)
    , m_assignments(m_account, outside.clock, m_preferences, m_minute)
    , m_form(m_account, outside.clock, m_preferences, m_safety, m_assignments)
    , m_afterUse(m_account, m_preferences)
    , m_myPeople(m_account, m_crisisView, m_preferences)
    , m_safetyPlan(m_account, outside.clock, m_preferences)
    , m_lockHelp(m_account, outside.secrets, places.lockScreen, m_myPeople, m_safetyPlan, m_crisisView, m_preferences)
    , m_safetyPlanPaper(m_account, outside.clock, m_preferences, m_safetyPlan, m_myPeople, m_crisisView, outside.files)
    , m_skills(m_account, outside.clock, m_preferences)
    , m_timed(outside.clock, outside.haptics, outside.screen, outside.voice, &m_preferences)
    , m_turns(outside.clock, outside.haptics, outside.screen, outside.voice)
    , m_wait(outside.clock, outside.notifier, m_minute)
    , m_calm(outside.clock, outside.haptics, outside.screen, m_preferences)
    , m_learn(m_account, outside.clock, m_preferences, m_minute)
    , m_lesson(m_account, outside.clock, m_preferences, m_learn, outside.browser, outside.voice)
    , m_worksheet(m_account, outside.clock, m_preferences)
    , m_made(m_account, outside.clock, m_preferences, m_minute)
    , m_medicine(m_account, outside.clock, m_preferences, m_minute)
    , m_plan(m_account, outside.clock, m_preferences, m_minute)
    , m_bringUp(m_account, outside.clock, m_preferences)
    , m_messages(m_account, outside.clock, m_preferences, m_minute)
    , m_community(outside.clock, m_preferences, m_crisisView)
    , m_sharing(m_account, outside.clock, m_preferences, m_minute)
    , m_invite(m_account, outside.clock, m_preferences, outside.dialer)
    , m_family(m_account, outside.clock, m_preferences, m_minute)
    , m_helpCards(m_account, outside.clock, m_preferences)
    , m_concern(m_account, outside.clock, m_preferences)
    , m_otherAccounts(m_account, outside.clock, m_preferences)
    , m_outbox(m_account, outside.clock, m_preferences, m_minute, outside.files)
    , m_progress(m_account, outside.clock, m_preferences, m_minute)
    , m_visitSummary(m_account, outside.clock, m_preferences, m_progress, m_crisisView, outside.files)
    , m_privacy(m_account, outside.clock, m_preferences)
    , m_accessLog(m_account, outside.clock, m_preferences)
    , m_download(m_account, outside.clock, m_preferences, outside.files)
    , m_reminders(m_account, outside.clock, m_preferences, m_minute, outside.notifier)
{
    m_account.setLanguage(m_preferences.language());
    connect(&m_language, &Language::changed, &m_account, &Account::setLanguage);
    connect(&m_travel, &TravelView::saved, &m_today, &TodayView::refresh);
    connect(&m_travel, &TravelView::saved, &m_reminders, &RemindersView::renew);
    connectCheckIn();
    connectLock();
    connectPlayers();
    m_timed.setKeeping([this] { return m_account.records(); }, outside.notifier);
    connect(&m_minute, &MinuteTimer::turned, &m_timed, [this] { // the device may have slept
        if (m_timed.goesOn() && m_timed.state() == TimedPlayer::Running)
            m_timed.look();
    });
    connectTexts();
    connect(&m_messages, &MessagesView::arrived, &m_reminders, [this] { m_reminders.setMessageWaiting(true); });
    connect(&m_messages, &MessagesView::allRead, &m_reminders, [this] { m_reminders.setMessageWaiting(false); });
    connect(&m_invite, &InviteView::notOffered, &m_sharing, &SharingView::noteNotOffered);
    connect(&m_invite, &InviteView::edited, &m_autoLock, &AutoLock::note);
    connect(&m_messages, &MessagesView::begunChanged, &m_autoLock, &AutoLock::note);
    m_notifier.whenPressed([this](Notifier::Kind kind) { lead(kind); });
    // A session that moves while the app is open, or while the device sleeps, is seen without a restart.
    connect(&m_minute, &MinuteTimer::turned, this, [this] { m_account.refreshIfOlderThan(std::chrono::minutes(15)); });
    connect(&m_minute, &MinuteTimer::turned, &m_safety, &SafetyView::lookAgain);
    // What that may bring up is of another day: it covers no step of Help. The next minute looks again.
    const auto lookAgain = [this] {
        if (Navigator::isHelp(m_navigator.route()))
            return;
        m_checkIn.lookAgain();
        m_form.lookAgain();
    };
    connect(&m_minute, &MinuteTimer::turned, this, lookAgain);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this, lookAgain](Qt::ApplicationState state) {
        if (state != Qt::ApplicationActive) {
            m_lesson.hush();
            return;
        }
        m_account.tryNow();
        m_safety.lookAgain();
        lookAgain();
    });
    // The sessions of who left are not left in a calendar file either. Who is locked has not: the account is the same.
    connect(&m_account, &Account::stateChanged, this, [this, &calendar = outside.calendar, of = QString()]() mutable {
        const bool isNobody = m_account.state() == Account::State::SignedOut || m_account.state() == Account::State::Revoked;
        const QString before = std::exchange(of, m_account.accountHash());
        if (isNobody || (!before.isEmpty() && before != of))
            calendar.forget();
    });
    // How the app looks and speaks stays; which clinic it was goes, unless somebody else has an account here.
    connect(&m_account, &Account::erased, this, [this](bool isDeviceEmpty) {
        if (!isDeviceEmpty)
            return;
        m_crisisView.forgetClinic();
        m_preferences.setServer({});
        if (!m_accountView.isServerFixed())
            m_accountView.setServer({});
    });
    // A word that is still being composed is typed all the same; the page is there until this is over.
    connect(&m_navigator, &Navigator::routeChanged, QGuiApplication::inputMethod(), &QInputMethod::commit);
    // What a screen reader does brings no key and no touch, but leads somewhere.
    connect(&m_navigator, &Navigator::routeChanged, &m_autoLock, &AutoLock::note);
    connect(&m_checkIn, &CheckInView::answeredChanged, &m_autoLock, &AutoLock::note);
    connect(&m_form, &FormView::answeredChanged, &m_autoLock, &AutoLock::note);
    connect(&m_lesson, &LessonView::cardChanged, &m_autoLock, &AutoLock::note);
    connect(&m_lesson, &LessonView::answered, &m_autoLock, &AutoLock::note);
    connect(&m_worksheet, &WorksheetView::sheetChanged, &m_autoLock, &AutoLock::note);
    connect(&m_worksheet, &WorksheetView::sheetChanged, &m_safetyPlan, &SafetyPlanView::readAgain);
    connect(&m_safetyPlan, &SafetyPlanView::kept, &m_autoLock, &AutoLock::note);
    connect(&m_worksheet, &WorksheetView::sheetChanged, &m_made, &MadeView::follow);
    connect(&m_bringUp, &BringUpView::sheetChanged, &m_made, &MadeView::follow);
    connect(&m_bringUp, &BringUpView::sheetChanged, &m_autoLock, &AutoLock::note);
    m_accountView.setServer(m_preferences.server());
    connect(&m_accountView, &AccountView::serverChosen, &m_preferences, &Preferences::setServer);
    connect(&m_invitation, &InvitationView::serverMet, &m_accountView, &AccountView::meetServer);
    connect(&m_invitation, &InvitationView::serverLeft, &m_accountView, &AccountView::leaveServer);
    connect(&m_preferences, &Preferences::languageChanged, this,
            [this] { m_crisisView.setPack(crisisPack(u"us", m_preferences.language())); });
    connect(&m_preferences, &Preferences::languageChanged, &m_accountView, &AccountView::changed);
    connect(&m_preferences, &Preferences::languageChanged, &m_deviceCheck, &DeviceCheckView::changed);
    connect(&m_preferences, &Preferences::languageChanged, &m_engine, &QQmlEngine::retranslate);
    lend();
}

void Application::connectCheckIn()
{
    // The page after a safety answer comes before anything else happens (design clinical 3.3).
    connect(&m_safety, &SafetyView::pageDue, this, [this] { m_navigator.go(Navigator::Safety); });
    connect(&m_checkIn, &CheckInView::useSaid, this, [this] { m_navigator.go(Navigator::AfterUse); });
    connect(&m_form, &FormView::useSaid, this, [this] { m_navigator.go(Navigator::AfterUse); });
    connect(&m_checkIn, &CheckInView::finished, this, [this](const QString &identifier, bool isSentAgain) {
        if (isSentAgain)
            return m_navigator.back();
        m_checkInDone.hold(identifier);
        m_navigator.replace(Navigator::CheckInDone);
    });
    connect(&m_navigator, &Navigator::routeChanged, this, [this] {
        m_session.clearMessage();
        m_coming.clearMessage();
        m_checkIn.stay();
        m_form.stay();
        // However the check-in was left: the draft stays, and Today says so. What only lies over it leaves it open.
        if (!m_navigator.has(Navigator::CheckIn) && m_checkIn.isOpen()) {
            // They are told of the danger all the same (design clinical 3.5, H10), below the page after a safety answer that leave() may bring up.
            if (m_navigator.isSignedIn() && m_checkIn.takeUse())
                m_navigator.go(Navigator::AfterUse);
            m_checkIn.leave();
            m_today.refresh();
        }
        if (!m_navigator.has(Navigator::CheckInDone))
            m_checkInDone.forget();
        if (!m_navigator.has(Navigator::Form) && m_navigator.isSignedIn() && m_form.takeUse())
            m_navigator.go(Navigator::AfterUse); // nor does a change of it leave it out
        if (!m_navigator.has(Navigator::Form) && m_form.isOpen())
            m_form.leave();
        if (m_navigator.route() != Navigator::Lesson && m_navigator.route() != Navigator::Quiz)
            m_lesson.hush();
        if (!m_navigator.has(Navigator::Lesson) && !m_navigator.has(Navigator::Quiz) && m_lesson.state() != LessonView::Closed)
            m_lesson.close();
        if (!m_navigator.has(Navigator::Community))
            m_community.forget();
        // A number that is shown large belongs to the page on which it was asked for.
        if (m_navigator.route() != Navigator::Overdose)
            m_crisisView.hideNumber();
    });
}

void Application::connectPlayers()
{
    // Who follows a breath touches nothing for minutes: in front of the person the lock does not fall on it. Behind another window, or under a
    // call, it rests (TimedStage) and the lock falls as ever, for a device that was left with a breath on it shows all the rest, too; after
    // the PIN it stands where it was. The other way, to hold the lock while the window can be seen, is open to whoever passes by.
    connect(&m_timed, &TimedPlayer::ticked, &m_autoLock, [this] {
        if (m_timed.state() == TimedPlayer::Running && m_timed.isSeen())
            m_autoLock.note();
    });
    m_wait.setRecords([this] { return m_account.records(); });
    // A wait goes on behind the lock, and the place of what else plays is kept, but not for somebody else.
    connect(&m_account, &Account::stateChanged, this, [this] {
        if (!m_account.records() && m_account.state() != Account::State::Locked) {
            m_wait.forget();
            m_timed.forgetPlace();
            m_turns.forgetPlace();
        } else if (m_isSettled) {
            m_wait.goOn();
        }
    });
}

void Application::connectTexts()
{
    const auto use = [this] {
        const LibraryIn texts = [this](const QString &language) { return m_texts.library(language); };
        m_skills.setTexts(texts);
        m_learn.setTexts(texts);
        m_worksheet.setTexts(texts);
        m_checkInDone.setTexts(texts);
        m_safetyPlan.setTexts(texts);
        m_community.setTexts(texts);
        m_visitSummary.setTexts(texts);
        m_bringUp.setTexts(texts);
        m_calm.setTexts(m_account.records() ? texts : LibraryIn());
    };
    use();
    connect(&m_texts, &ClinicTexts::changed, this, use);
    // What their pages open with is read while nobody waits for it.
    m_ahead.setSingleShot(true);
    m_ahead.setInterval(std::chrono::seconds(2));
    connect(&m_ahead, &QTimer::timeout, &m_skills, &SkillsView::prepare);
    connect(&m_ahead, &QTimer::timeout, &m_learn, &LearnView::prepare,
            Qt::QueuedConnection); // a press on Help now waits for one of them at most
    connect(&m_account, &Account::stateChanged, &m_ahead, qOverload<>(&QTimer::start));
}

Application::~Application()
{
    m_notifier.whenPressed({});
    m_timed.keepPlace();
    takeBack();
}

void Application::lend()
{
    AccessLogSingleton::instance = &m_accessLog;
    DownloadSingleton::instance = &m_download;
    PrivacySingleton::instance = &m_privacy;
    AccountSingleton::instance = &m_accountView;
    AssignmentsSingleton::instance = &m_assignments;
    AttendanceSingleton::instance = &m_attendance;
    ComingSingleton::instance = &m_coming;
    CommunitySingleton::instance = &m_community;
    TravelSingleton::instance = &m_travel;
    CalmSingleton::instance = &m_calm;
    CheckInSingleton::instance = &m_checkIn;
    CrisisSingleton::instance = &m_crisisView;
    SafetySingleton::instance = &m_safety;
    MyPeopleSingleton::instance = &m_myPeople;
    SafetyPlanSingleton::instance = &m_safetyPlan;
    LockHelpSingleton::instance = &m_lockHelp;
    SafetyPlanPaperSingleton::instance = &m_safetyPlanPaper;
    CheckInDoneSingleton::instance = &m_checkInDone;
    AfterUseSingleton::instance = &m_afterUse;
    FamilySingleton::instance = &m_family;
    HelpCardsSingleton::instance = &m_helpCards;
    ConcernSingleton::instance = &m_concern;
    HowWasItSingleton::instance = &m_howWasIt;
    OtherAccountsSingleton::instance = &m_otherAccounts;
    FormSingleton::instance = &m_form;
    ClinicTextsSingleton::instance = &m_texts;
    InvitationSingleton::instance = &m_invitation;
    DeviceCheckSingleton::instance = &m_deviceCheck;
    JoiningSingleton::instance = &m_join;
    LearnSingleton::instance = &m_learn;
    LessonSingleton::instance = &m_lesson;
    LinksSingleton::instance = &m_links;
    LockSingleton::instance = &m_lock;
    MadeSingleton::instance = &m_made;
    MedicineSingleton::instance = &m_medicine;
    PlanSingleton::instance = &m_plan;
    BringUpSingleton::instance = &m_bringUp;
    MessagesSingleton::instance = &m_messages;
    SharingSingleton::instance = &m_sharing;
    InviteSingleton::instance = &m_invite;
    NavigatorSingleton::instance = &m_navigator;
    OutboxSingleton::instance = &m_outbox;
    PreferencesSingleton::instance = &m_preferences;
    ProgressSingleton::instance = &m_progress;
    RemindersSingleton::instance = &m_reminders;
    ScheduleSingleton::instance = &m_schedule;
    SessionSingleton::instance = &m_session;
    SkillsSingleton::instance = &m_skills;
    SyncSingleton::instance = &m_sync;
    TimedSingleton::instance = &m_timed;
    TodaySingleton::instance = &m_today;
    TurnsSingleton::instance = &m_turns;
    VisitSummarySingleton::instance = &m_visitSummary;
    WaitSingleton::instance = &m_wait;
    WorksheetSingleton::instance = &m_worksheet;
}

void Application::takeBack()
{
    AccessLogSingleton::instance = nullptr;
    DownloadSingleton::instance = nullptr;
    PrivacySingleton::instance = nullptr;
    AccountSingleton::instance = nullptr;
    AssignmentsSingleton::instance = nullptr;
    AttendanceSingleton::instance = nullptr;
    ComingSingleton::instance = nullptr;
    CommunitySingleton::instance = nullptr;
    TravelSingleton::instance = nullptr;
    CalmSingleton::instance = nullptr;
    CheckInSingleton::instance = nullptr;
    CrisisSingleton::instance = nullptr;
    SafetySingleton::instance = nullptr;
    MyPeopleSingleton::instance = nullptr;
    SafetyPlanSingleton::instance = nullptr;
    LockHelpSingleton::instance = nullptr;
    SafetyPlanPaperSingleton::instance = nullptr;
    CheckInDoneSingleton::instance = nullptr;
    AfterUseSingleton::instance = nullptr;
    FamilySingleton::instance = nullptr;
    HelpCardsSingleton::instance = nullptr;
    ConcernSingleton::instance = nullptr;
    HowWasItSingleton::instance = nullptr;
    OtherAccountsSingleton::instance = nullptr;
    FormSingleton::instance = nullptr;
    ClinicTextsSingleton::instance = nullptr;
    InvitationSingleton::instance = nullptr;
    DeviceCheckSingleton::instance = nullptr;
    JoiningSingleton::instance = nullptr;
    LearnSingleton::instance = nullptr;
    LessonSingleton::instance = nullptr;
    LinksSingleton::instance = nullptr;
    LockSingleton::instance = nullptr;
    MadeSingleton::instance = nullptr;
    MedicineSingleton::instance = nullptr;
    PlanSingleton::instance = nullptr;
    BringUpSingleton::instance = nullptr;
    MessagesSingleton::instance = nullptr;
    SharingSingleton::instance = nullptr;
    InviteSingleton::instance = nullptr;
    NavigatorSingleton::instance = nullptr;
    OutboxSingleton::instance = nullptr;
    PreferencesSingleton::instance = nullptr;
    ProgressSingleton::instance = nullptr;
    RemindersSingleton::instance = nullptr;
    ScheduleSingleton::instance = nullptr;
    SessionSingleton::instance = nullptr;
    SkillsSingleton::instance = nullptr;
    SyncSingleton::instance = nullptr;
    TimedSingleton::instance = nullptr;
    TodaySingleton::instance = nullptr;
    TurnsSingleton::instance = nullptr;
    VisitSummarySingleton::instance = nullptr;
    WaitSingleton::instance = nullptr;
    WorksheetSingleton::instance = nullptr;
}

/// The window comes to the front, at the first page or at the timer or wait that told that it is over, or as locked as it is.
void Application::lead(Notifier::Kind pressed)
{
    if (m_account.state() != Account::State::Locked) {
        // A timer that went on is over on its own page.
        if (!(pressed == Notifier::Kind::Timer && m_timed.isTold() && m_navigator.has(Navigator::Skill))) {
            if (m_timed.goesOn())
                m_timed.keepPlace();
            m_navigator.home();
        }
        if (pressed == Notifier::Kind::Wait && m_wait.state() == WaitView::Over)
            m_navigator.go(Navigator::Skill, m_wait.skillId());
    }
    comeToFront();
}

void Application::comeToFront()
{
    if (!m_window)
        return;
    m_window->setWindowStates(m_window->windowStates() & ~Qt::WindowMinimized);
    m_window->raise();
    m_window->requestActivate();
}

void Application::settle()
{
    if (std::exchange(m_isSettled, true))
        return;
    m_account.settle();
    m_assignments.settle();
    m_medicine.settle();
    m_coming.settle();
    m_messages.settle();
    m_sharing.settle();
    m_wait.goOn();
    m_connectivity.watch([this] { m_account.tryNow(); });
}

bool Application::show(const QUrl &mainPage)
{
    // Texts are measured with this one until they know their own; for the system's a file would be opened in vain.
    QFont usual(QStringLiteral("Inter"));
    usual.setPixelSize(17);
    QGuiApplication::setFont(usual);
    // The system is asked for its fonts, and the keychain for the key, while the pages load.
    QThreadPool::globalInstance()->start([] { QFontDatabase::families(); });
    m_account.start();
    m_engine.addImportPath(QStringLiteral(":/qt/qml"));
    QQmlComponent page(&m_engine, mainPage);
    std::unique_ptr<QObject> root(page.create());
    m_window.reset(qobject_cast<QQuickWindow *>(root.get()));
    if (!m_window) {
        qCCritical(logApp) << "the pages could not be loaded:" << page.errors();
        return false;
    }
    (void)root.release();
    // What is made a little at a time is made between its frames.
    m_engine.setIncubationController(m_window->incubationController());
    // What waits for the first page: the network and the look through the disk. A frame of the starting page does not count.
    m_firstFrame = connect(
        m_window.get(), &QQuickWindow::frameSwapped, this,
        [this] {
            if (m_account.state() == Account::State::Starting)
                return;
            disconnect(m_firstFrame);
            settle();
        },
        Qt::QueuedConnection);
    // A window that is never drawn (minimised, covered) must not keep a saved check-in waiting.
    QTimer::singleShot(std::chrono::seconds(5), this, [this] { settle(); });
    return true;
}

} // namespace handrail
