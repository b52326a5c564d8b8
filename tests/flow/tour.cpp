// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// handrail-tour: a patient's and a relative's whole journey, real app and clinic, off-screen; a line a step, a picture a page; 0 only if all worked.

#include "AcceptTour.h"
#include "Album.h"
#include "AroundTour.h"
#include "AttendanceTour.h"
#include "JoinTour.h"
#include "LessonTour.h"
#include "MessagesTour.h"
#include "MorningTour.h"
#include "PlanTour.h"
#include "PrivacyTour.h"
#include "RelativeTour.h"
#include "SafetyTour.h"
#include "SharingTour.h"
#include "SkillsTour.h"
#include "fakes/FakeSecretStore.h"

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QJsonArray>
#include <QQuickWindow>
#include <QScopeGuard>
#include <cstdio>

using namespace handrail;

namespace {

class Tour
{
public:
    Tour(const QString &folder, bool isShort)
        : m_album(folder)
        , m_isShort(isShort)
    {
    }

    /// `part`: of the journey, "relative", "evening" or "morning"; empty: all of it.
    int run(const QString &part)
    {
        if (part == QLatin1String("relative"))
            return relative() ? 0 : 1;
        if (!part.isEmpty())
            return (part == QLatin1String("evening") ? relativesEvening() : part == QLatin1String("morning") && morning()) ? 0 : 1;
        const bool isWhole = patient() && morning() && relative() && step("around treatment", AroundTour(m_stage, m_album).all())
            && trouble() && m_album.writeIndex();
        std::puts(isWhole ? "The tour is done." : "The tour was not finished.");
        return isWhole ? 0 : 1;
    }

private:
    bool morning() { return step("the morning after", MorningTour(m_stage, m_album).all()); }

    bool step(const char *name, bool isGood)
    {
        std::printf("%-4s %s\n", isGood ? "ok" : "FAIL", name);
        if (!isGood && m_stage && m_stage->isAppOpen())
            std::printf("     on the screen: %s\n", qPrintable(m_stage->screen().spoken()));
        std::fflush(stdout);
        return isGood;
    }

    bool pictures(const QString &page) { return m_album.add(*m_stage, page); }
    bool lowPicture(const QString &page) { return m_album.addLow(*m_stage, page); }

    bool show(const char *page, const QString &mark)
    {
        return m_stage->screen().waitFor(mark) && pictures(QString::fromLatin1(page));
    }

    bool checkIn()
    {
        Screen &screen = m_stage->screen();
        const auto next = [&](const char *page, const QString &question, const QString &answer, const QString &button) {
            if (!show(page, question))
                return false;
            m_stage->app().preferences().setGoesOn(false); // the picture of the answer takes its time
            const auto back = qScopeGuard([this] { m_stage->app().preferences().setGoesOn(true); });
            // A number is reached as a screen reader does: the first step picks the lowest, each one more adds one.
            if (answer.startsWith(u'+')) {
                for (int i = 0; i < answer.mid(1).toInt() + 1; ++i) {
                    if (!screen.increase(question))
                        return false;
                }
            } else if (!answer.isEmpty() && !screen.press(answer)) {
                return false;
            }
            return screen.waitFor(button) && pictures(QString::fromLatin1(page) + QStringLiteral("-set"))
                && lowPicture(QString::fromLatin1(page)) && screen.press(button);
        };
        const QString go = QStringLiteral("Next");
        return step("the check-in opens", screen.press(QStringLiteral("Start the check-in")))
            && step("the same at 200 % and in Spanish",
                    screen.waitFor(QStringLiteral("How do you feel right now?")) && inLargeAndInSpanish("checkin-1-mood"))
            && step("how do you feel",
                    next("checkin-1-mood", QStringLiteral("How do you feel right now?"), QStringLiteral("Okay"), go))
            && step("urge", next("checkin-2-craving", QStringLiteral("What was your strongest urge*"), QStringLiteral("+4"), go))
            && step("use", next("checkin-3-use", QStringLiteral("Did you drink or use*"), QStringLiteral("No"), go))
            && step("sleep", next("checkin-4-sleep", QStringLiteral("How did you sleep?"), QStringLiteral("Okay"), go))
            && step("medicine", next("checkin-5-meds", QStringLiteral("Did you take your medicine*"), QStringLiteral("Yes"), go))
            && step("safety", next("checkin-6-safety", QStringLiteral("Are you having thoughts*"), QStringLiteral("No"), go))
            && step("hungry, angry, lonely, tired",
                    screen.waitFor(QStringLiteral("Finish now")) && inLargeAndInSpanish("checkin-7-halt")
                        && next("checkin-7-halt", QStringLiteral("Are you any of these now?"), QStringLiteral("Tired"), go))
            && step("how sure", next("checkin-8-confidence", QStringLiteral("How sure are you*"), QStringLiteral("+7"), go))
            && step("a note",
                    show("checkin-9-note", QStringLiteral("Anything you want to note?*")) && screen.press(QStringLiteral("Skip")));
    }

    bool patient()
    {
        // A Wednesday afternoon, as in the design's pictures.
        m_stage = std::make_unique<Stage>(QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc()));
        if (!step("the sample clinic starts", m_stage->openClinic()) || !step("the app opens", m_stage->openApp()))
            return false;
        Screen &screen = m_stage->screen();
        return step("welcome", show("welcome", QStringLiteral("Sign in with your program")))
            && step("language",
                    screen.press(QStringLiteral("Language: English. Change")) && show("language", QStringLiteral("Español"))
                        && screen.press(QStringLiteral("Go back")))
            && step("help now, signed out",
                    screen.press(QStringLiteral("Help now")) && show("help-signed-out", QStringLiteral("Call 988")))
            && step("overdose steps",
                    screen.press(QStringLiteral("See steps")) && show("overdose", QStringLiteral("Overdose steps")))
            && step("back", screen.press(QStringLiteral("Back"))) && step("calm me", calmMe())
            && step("back", screen.press(QStringLiteral("Back"))) && step("the sign-in page is open", signingIn())
            && step("sign-in denied", denied()) && step("sign in as maya", firstSync())
            && step("today",
                    screen.waitFor(QStringLiteral("Next session: Evening group*"), 20'000)
                        && show("today", QStringLiteral("Hi, Maya")))
            && step("schedule", screen.press(QStringLiteral("Schedule")) && show("schedule", QStringLiteral("Days of this week")))
            && step("a session",
                    screen.press(QStringLiteral("Evening group, Today*")) && show("session", QStringLiteral("What to bring")))
            && step("a cancelled and a moved session, a week with none", otherSessions())
            && step("can't make it",
                    screen.press(QStringLiteral("Can’t make it?*")) && show("cant-make-it", QStringLiteral("What is going on?*"))
                        && screen.press(QStringLiteral("Go back")))
            && step("today again", screen.press(QStringLiteral("Back")) && screen.press(QStringLiteral("Today"))) && checkIn()
            && step("thank you", show("checkin-done", QStringLiteral("Thank you, Maya")))
            && step("the clinic has it",
                    screen.press(QStringLiteral("Send now")) && screen.waitFor(QStringLiteral("Sent to your care team*"), 20'000)
                        && isCheckInAtClinic())
            && step("done", screen.press(QStringLiteral("Done")) && show("today-done", QStringLiteral("See today’s answers")))
            && step("forms", forms()) && step("progress", progress()) && step("a page for the visit", visitSummary())
            && step("told", AttendanceTour(*m_stage, m_album).told()) && step("before", AttendanceTour(*m_stage, m_album).before())
            && step("medicine", PlanTour(*m_stage, m_album).medicine()) && step("the plan", PlanTour(*m_stage, m_album).plan())
            && step("sharing", SharingTour(*m_stage, m_album).one()) && step("messages", MessagesTour(*m_stage, m_album).thread())
            && step("privacy", PrivacyTour(*m_stage, m_album).all())
            && step("help now", screen.press(QStringLiteral("Help now")) && show("help", QStringLiteral("Call clinic")))
            && step("skills", SkillsTour(*m_stage, m_album).one() && SkillsTour(*m_stage, m_album).made())
            && (m_isShort || step("each skill, its start, middle and end", SkillsTour(*m_stage, m_album).everySkill()))
            && step("learn", screen.press(QStringLiteral("Learn")) && show("learn", QStringLiteral("All lessons")))
            && step("a lesson and a quiz", LessonTour(*m_stage, m_album).one())
            && (m_isShort || step("each module, its first lesson and its quiz", LessonTour(*m_stage, m_album).everyModule()))
            && step("you and privacy", goMe(m_stage->app().navigator()) && show("me", QStringLiteral("You and privacy")))
            && step("a PIN, and locked", lock()) && step("text at 200 %", bigText())
            && step("help after a safety answer", SafetyTour(*m_stage, m_album).afterAnAnswer()) && step("sign out", leave())
            && step("welcome again", screen.waitFor(QStringLiteral("Sign in with your program")));
    }

    bool progress()
    {
        Screen &screen = m_stage->screen();
        const QString list = QStringLiteral("Show as a list");
        return screen.press(QStringLiteral("See your progress")) && show("progress", QStringLiteral("How far back"))
            && inLargeAndInSpanish("progress") && screen.press(QStringLiteral("All")) && screen.waitFor(list)
            && pictures(QStringLiteral("progress-all")) && screen.scrollTo(QStringLiteral("Mood check, 9 questions, *"))
            && pictures(QStringLiteral("progress-checks")) && screen.press(QStringLiteral("2 weeks")) && screen.press(list)
            && show("progress-list", QStringLiteral("Today. *")) && inLargeAndInSpanish("progress-list")
            && screen.press(QStringLiteral("Mark a day"))
            && screen.type(QStringLiteral("A word of your own, or none"), QStringLiteral("called my sister"))
            && show("progress-mark", QStringLiteral("Save")) && inLargeAndInSpanish("progress-mark")
            && screen.press(QStringLiteral("Save")) && screen.waitFor(QStringLiteral("Today, called my sister"))
            && pictures(QStringLiteral("progress-marked"));
    }

    /// Chooses it, and looks at that before going on.
    bool restOn(const QString &option, const QString &page)
    {
        Screen &screen = m_stage->screen();
        m_stage->app().preferences().setGoesOn(false);
        const bool isGood = screen.press(option) && pictures(page + QStringLiteral("-set")) && lowPicture(page)
            && screen.press(QStringLiteral("Next"));
        m_stage->app().preferences().setGoesOn(true);
        return isGood;
    }

    bool forms()
    {
        Screen &screen = m_stage->screen();
        const QString likeThis = QStringLiteral("Little interest*");
        return screen.press(QStringLiteral("You and settings*")) && screen.waitFor(QStringLiteral("Forms, *"))
            && screen.press(QStringLiteral("Forms, *")) && show("forms", QStringLiteral("Due now"))
            && screen.press(QStringLiteral("Your mood*")) && show("form-question", likeThis) && inLargeAndInSpanish("form-question")
            && restOn(QStringLiteral("Several days"), QStringLiteral("form-question"))
            && screen.waitFor(QStringLiteral("Feeling down*")) && screen.press(QStringLiteral("Skip"))
            && show("form-review", QStringLiteral("Look before you send")) && inLargeAndInSpanish("form-review")
            && screen.press(QStringLiteral("Send")) && show("form-sent", QStringLiteral("Sent to your care team*"))
            && screen.press(QStringLiteral("Done")) && screen.waitFor(QStringLiteral("Answered"))
            && screen.press(QStringLiteral("Mood check*")) && show("form-answers", QStringLiteral("Change my answers"))
            && screen.press(QStringLiteral("Back")) && screen.press(QStringLiteral("Back")) && screen.press(QStringLiteral("Back"))
            && screen.waitFor(QStringLiteral("See your progress"));
    }

    bool visitSummary()
    {
        Screen &screen = m_stage->screen();
        return screen.press(QStringLiteral("A page for your next visit*")) && show("visit-summary", QStringLiteral("Save as a PDF"))
            && screen.press(QStringLiteral("My name")) && screen.press(QStringLiteral("Days I took care of myself"))
            && pictures(QStringLiteral("visit-summary-own")) && screen.press(QStringLiteral("As text"))
            && show("visit-summary-text", QStringLiteral("I made this page*")) && inLargeAndInSpanish("visit-summary-text")
            && screen.press(QStringLiteral("Save as a PDF")) && screen.waitFor(QStringLiteral("Saved as *"))
            && screen.press(QStringLiteral("Back")) && screen.press(QStringLiteral("Back"));
    }

    /// The page that waits for the browser, left again.
    bool signingIn()
    {
        m_stage->person().setChoice(Person::Choice::WalkAway);
        const bool isShown = m_stage->screen().press(QStringLiteral("Sign in with your program"))
            && show("signing-in", QStringLiteral("Go back")) && m_stage->screen().press(QStringLiteral("Go back"))
            && m_stage->screen().waitFor(QStringLiteral("Sign in with your program"));
        m_stage->person().setChoice(Person::Choice::Allow);
        return isShown;
    }

    bool denied()
    {
        m_stage->person().setChoice(Person::Choice::Deny);
        const bool isShown = m_stage->screen().press(QStringLiteral("Sign in with your program"))
            && show("welcome-denied", QStringLiteral("You were not signed in"));
        m_stage->person().setChoice(Person::Choice::Allow);
        return isShown;
    }

    /// From the page of a session, and back to it.
    bool otherSessions()
    {
        Screen &screen = m_stage->screen();
        const auto open = [&](const char *title, const char *page) {
            return screen.press(QString::fromLatin1(title)) && show(page, QStringLiteral("By video*"))
                && screen.press(QStringLiteral("Back"));
        };
        bool isGood = screen.press(QStringLiteral("Back")) && screen.waitFor(QStringLiteral("Monday 16*"))
            && screen.press(QStringLiteral("Monday 16*")) && screen.waitFor(QStringLiteral("Sleep and healing,*"))
            && screen.press(QStringLiteral("Sleep and healing,*")) && show("session-cancelled", QStringLiteral("Back"))
            && screen.press(QStringLiteral("Back")) && open("Family session,*", "session-moved");
        for (int i = 0; i < 5 && isGood; ++i)
            isGood = screen.press(QStringLiteral("Week before"));
        return isGood && show("schedule-empty", QStringLiteral("No sessions this week"))
            && screen.press(QStringLiteral("Oct 12–18*")) && screen.press(QStringLiteral("Evening group, Today*"))
            && screen.waitFor(QStringLiteral("What to bring"));
    }

    /// The clinic is held while the page of the first download is drawn: it passes too quickly here.
    bool firstSync()
    {
        m_stage->person().become(QStringLiteral("maya"), QStringLiteral("demo"));
        m_stage->holdClinicOnceSignedIn();
        const bool isShown = m_stage->screen().press(QStringLiteral("Sign in with your program"))
            && show("first-sync", QStringLiteral("Getting your program ready"));
        m_stage->releaseClinic();
        return isShown && m_stage->screen().waitUntil([this] { return m_stage->app().navigator().isSignedIn(); }, 30'000);
    }

    /// Without the clinic, without the key, and after the clinic ended the sign-in.
    bool trouble()
    {
        m_stage = std::make_unique<Stage>(QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc()));
        m_stage->useSecrets(m_secrets);
        if (!step("another device", m_stage->openClinic() && m_stage->openApp())
            || !step("sign in as maya", m_stage->signIn(QStringLiteral("maya"), QStringLiteral("demo"))))
            return false;
        Screen &signedIn = m_stage->screen();
        if (!step("a check-in, all skipped",
                  signedIn.waitFor(QStringLiteral("Start the check-in"), 20'000)
                      && signedIn.press(QStringLiteral("Start the check-in")) && skipAll()
                      && signedIn.press(QStringLiteral("Send now"))
                      && signedIn.waitFor(QStringLiteral("Sent to your care team*"), 20'000)))
            return false;
        m_stage->closeApp();
        m_stage->closeClinic();
        if (!step("offline", m_stage->openApp() && show("today-offline", QStringLiteral("You’re offline. That’s okay.")))
            || !step("what waits", outbox()) || !step("leaving with something unsent", leaveUnsent()))
            return false;
        m_stage->closeApp();
        m_secrets.setMode(FakeSecretStore::Mode::Locked);
        if (!step("the keychain is locked", m_stage->openApp() && show("key-unavailable", QStringLiteral("Try again"))))
            return false;
        m_stage->closeApp();
        m_secrets.setMode(FakeSecretStore::Mode::Open);
        const bool isShown = step("the clinic ended the sign-in",
                                  m_stage->openClinic() && m_stage->disableUser(QStringLiteral("maya")) && m_stage->openApp()
                                      && show("today-sign-in-again", QStringLiteral("Please sign in again*")));
        m_secrets.setMode(FakeSecretStore::Mode::Missing);
        m_stage = std::make_unique<Stage>(QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc()));
        m_stage->useSecrets(m_secrets);
        const bool isKeptNowhere = isShown
            && step("without a keychain",
                    m_stage->openClinic() && m_stage->openApp() && m_stage->signIn(QStringLiteral("maya"), QStringLiteral("demo"))
                        && show("today-session-only", QStringLiteral("Nothing is kept after you close Handrail")));
        m_stage.reset(); // before the keychain
        return isKeptNowhere;
    }

    bool skipAll()
    {
        Screen &screen = m_stage->screen();
        bool isGood = true;
        while (isGood && m_stage->app().navigator().route() == Navigator::CheckIn)
            isGood = screen.waitFor(QStringLiteral("Skip")) && screen.press(QStringLiteral("Skip"));
        return isGood;
    }

    bool outbox()
    {
        Screen &screen = m_stage->screen();
        const bool isWaiting = screen.press(QStringLiteral("Details")) && screen.waitFor(QStringLiteral("Can’t make it?*"))
            && screen.press(QStringLiteral("Can’t make it?*")) && screen.waitFor(QStringLiteral("Tell your clinic I can’t come"))
            && screen.press(QStringLiteral("Tell your clinic I can’t come"))
            && screen.waitUntil([this] { return m_stage->app().account().records()->unsentCount() == 1; })
            && pictures(QStringLiteral("session-declined")) && screen.press(QStringLiteral("You’re offline. That’s okay."))
            && show("outbox", QStringLiteral("1 thing waiting")) && inLargeAndInSpanish("outbox");
        const bool isRefused = isWaiting && m_stage->refuseAll() && show("outbox-needs-you", QStringLiteral("Needs you: Today’s*"))
            && inLargeAndInSpanish("outbox-needs-you") && screen.press(QStringLiteral("Why? Today’s check-in"))
            && show("outbox-why", QStringLiteral("Save a copy for your clinic")) && screen.press(QStringLiteral("Go back"));
        return isRefused && screen.press(QStringLiteral("Change it: Today’s check-in"))
            && show("checkin-again", QStringLiteral("Your clinic could not take these answers.*"))
            && screen.press(QStringLiteral("Close. Your answers are kept."));
    }

    bool leaveUnsent()
    {
        Screen &screen = m_stage->screen();
        return goMe(m_stage->app().navigator()) && screen.waitFor(QStringLiteral("Sign out, Your clinic*"))
            && screen.press(QStringLiteral("Sign out, Your clinic*")) && show("sign-out-unsent", QStringLiteral("Not sent yet"))
            && inLargeAndInSpanish("sign-out-unsent") && screen.press(QStringLiteral("Sign out and erase"))
            && show("erase-question", QStringLiteral("Erase it unsent")) && screen.press(QStringLiteral("Go back"));
    }

    bool inLargeAndInSpanish(const char *page) { return m_album.addLargeAndInSpanish(*m_stage, QString::fromLatin1(page)); }

    bool goMe(Navigator &navigator)
    {
        navigator.home();
        return m_stage->screen().waitFor(QStringLiteral("You and settings*"))
            && m_stage->screen().press(QStringLiteral("You and settings*"));
    }

    bool lock()
    {
        Screen &screen = m_stage->screen();
        const auto enter = [&] {
            bool isGood = true;
            for (const char digit : {'2', '4', '6', '8', '1', '0'})
                isGood = screen.press(QString(QLatin1Char(digit))) && isGood;
            return isGood;
        };
        return screen.press(QStringLiteral("App lock, Off")) && show("pin", QStringLiteral("Choose a PIN")) && enter()
            && screen.press(QStringLiteral("Next")) && screen.waitFor(QStringLiteral("Enter it once more")) && enter()
            && screen.press(QStringLiteral("Save")) && show("me-pin", QStringLiteral("App lock, On*"))
            && screen.press(QStringLiteral("Lock Handrail")) && screen.waitFor(QStringLiteral("Enter your PIN"))
            && screen.press(QStringLiteral("2")) && screen.press(QStringLiteral("4"))
            && show("locked", QStringLiteral("2 numbers in")) && wrongPin() && screen.press(QStringLiteral("2"))
            && screen.press(QStringLiteral("4")) && screen.press(QStringLiteral("6")) && screen.press(QStringLiteral("8"))
            && screen.press(QStringLiteral("1")) && screen.press(QStringLiteral("0")) && screen.waitFor(QStringLiteral("Hi, Maya"))
            && goMe(m_stage->app().navigator());
    }

    /// After two numbers: four more, and they are wrong.
    bool wrongPin()
    {
        Screen &screen = m_stage->screen();
        for (int i = 2; i < 6; ++i) {
            if (!screen.press(QStringLiteral("9")))
                return false;
        }
        return show("locked-wrong", QStringLiteral("That did not match. Please try again."));
    }

    /// What Help now offers, signed out.
    bool calmMe()
    {
        Screen &screen = m_stage->screen();
        bool isGood = true;
        for (const auto &[skill, page] : {std::pair{"Long out-breath, *", "calm-breath"},
                                          std::pair{"Feet and chair, *", "calm-feet"}, std::pair{"5-4-3-2-1, *", "calm-senses"}})
            isGood = isGood && screen.waitFor(QString::fromLatin1(skill)) && screen.press(QString::fromLatin1(skill))
                && show(page, QStringLiteral("End")) && m_album.addLarge(*m_stage, QString::fromLatin1(page))
                && screen.press(QStringLiteral("End"));
        return isGood && screen.waitFor(QStringLiteral("Call 988"));
    }

    bool bigText()
    {
        m_stage->app().preferences().setTextScale(2);
        Navigator &navigator = m_stage->app().navigator();
        bool isGood = pictures(QStringLiteral("me-200"));
        for (const auto &[route, page] : {std::pair{Navigator::Today, "today-200"}, std::pair{Navigator::Schedule, "schedule-200"},
                                          std::pair{Navigator::Help, "help-200"}, std::pair{Navigator::Overdose, "overdose-200"}}) {
            navigator.go(route);
            isGood = pictures(QString::fromLatin1(page)) && isGood;
        }
        navigator.home();
        // It goes by itself where there is no bar, on the tablet of the last picture.
        isGood = isGood && m_stage->screen().press(QStringLiteral("More")) && show("more-200", QStringLiteral("Go back"));
        m_stage->app().preferences().setTextScale(1);
        m_stage->app().preferences().setLanguage(QStringLiteral("es"));
        for (const auto &[route, page] :
             {std::pair{Navigator::Today, "today-es"}, std::pair{Navigator::CheckInDone, "checkin-done-es"},
              std::pair{Navigator::Schedule, "schedule-es"}, std::pair{Navigator::Help, "help-es"},
              std::pair{Navigator::Overdose, "overdose-es"}}) {
            navigator.go(route);
            isGood = pictures(QString::fromLatin1(page)) && isGood;
        }
        m_stage->app().preferences().setLanguage(QStringLiteral("en"));
        return isGood;
    }

    bool leave()
    {
        m_stage->app().navigator().home();
        Screen &screen = m_stage->screen();
        return screen.waitFor(QStringLiteral("You and settings*")) && screen.press(QStringLiteral("You and settings*"))
            && screen.waitFor(QStringLiteral("Sign out, Your clinic*")) && screen.press(QStringLiteral("Sign out, Your clinic*"))
            && show("sign-out", QStringLiteral("Stay signed in")) && screen.press(QStringLiteral("Sign out"));
    }

    bool isCheckInAtClinic()
    {
        int found = 0;
        const QString today = m_stage->clock().nowUtc().toTimeZone(QTimeZone("America/New_York")).date().toString(Qt::ISODate);
        for (const QJsonValue &response :
             m_stage->recordsAtClinic(m_stage->app().account().identity()->patientId, QStringLiteral("QuestionnaireResponse")))
            found += response.toObject().value(QLatin1String("authored")).toString().startsWith(today);
        return found == 1;
    }

    bool relativesEvening()
    {
        m_stage = std::make_unique<Stage>(QDateTime(QDate(2026, 11, 20), QTime(22, 15), QTimeZone::utc()));
        return step("a relative’s evening",
                    m_stage->openClinic() && m_stage->openApp() && m_stage->signIn(QStringLiteral("rosa"), QStringLiteral("demo"))
                        && RelativeTour(*m_stage, m_album).evening());
    }

    bool relative()
    {
        m_stage = std::make_unique<Stage>(QDateTime(QDate(2026, 11, 20), QTime(22, 10), QTimeZone::utc()));
        if (!step("days later, invited", m_stage->openClinic() && m_stage->openApp() && AcceptTour(*m_stage, m_album).all()))
            return false;
        if (!step("sign in as rosa", m_stage->signIn(QStringLiteral("rosa"), QStringLiteral("demo")))
            || !step("her pages", RelativeTour(*m_stage, m_album).pages())
            || !step("one more invitation", AcceptTour(*m_stage, m_album).question())
            || !step("two people, and sign out", RelativeTour(*m_stage, m_album).twoPeople()))
            return false;
        if (!relativesEvening())
            return false;
        m_stage = std::make_unique<Stage>(QDateTime(QDate(2026, 11, 20), QTime(22, 22), QTimeZone::utc()));
        return step("12 minutes on", m_stage->openClinic() && m_stage->openApp())
            && step("sign in as rosa", m_stage->signIn(QStringLiteral("rosa"), QStringLiteral("demo")))
            && step("join is open",
                    m_stage->screen().waitFor(QStringLiteral("Join"), 20'000) && show("family-join", QStringLiteral("Hi, Rosa")))
            && step("join opens the link", JoinTour(*m_stage, m_album).all());
    }

    Album m_album;
    bool m_isShort;
    FakeSecretStore m_secrets;
    std::unique_ptr<Stage> m_stage;
};

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    qputenv("TZ", "America/New_York");
    const QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("handrail"));
    QCommandLineParser parser;
    const QCommandLineOption out(QStringLiteral("out"), QStringLiteral("Folder for the pictures."), QStringLiteral("folder"),
                                 QStringLiteral("build/tour"));
    const QCommandLineOption isShort(QStringLiteral("short"),
                                     QStringLiteral("The journey, without each skill and each module; tests go through these."));
    const QCommandLineOption part(QStringLiteral("part"),
                                  QStringLiteral("A part of the journey alone: relative, evening of it, or morning."),
                                  QStringLiteral("part"));
    parser.addHelpOption();
    parser.addOptions({out, isShort, part});
    parser.process(app);
    QDir().mkpath(parser.value(out));
    return Tour(parser.value(out), parser.isSet(isShort)).run(parser.value(part));
}
