// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FixtureClinic.h"
#include "PageTable.h"
#include "PageWalk.h"
#include "Stage.h"
#include "core/DeepLink.h"
#include "fakes/FakeSecretStore.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QQuickItem>
#include <QRegularExpression>
#include <QTest>

using namespace handrail;

/// Every page of the real app, on phones of 390 and 320 dp, upright, low and on the side, and on a tablet, with text of 100 and 200 %, in English and Spanish: each control
/// has a name, a role and 48 x 48 dp, and no text is cut.
class TestPages final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Stage> m_stage;
    QStringList m_found;

    Screen &screen() { return m_stage->screen(); }

    struct Look {
        QSize window;
        double scale;
        const char *language;
    };

    void setLook(const Look &look)
    {
        m_stage->app().preferences().setTextScale(look.scale);
        m_stage->app().preferences().setLanguage(QString::fromLatin1(look.language));
        screen().window().resize(look.window);
        screen().waitUntil([&] { return screen().window().contentItem()->width() == look.window.width(); }, 2000);
        screen().settle();
    }

    /// Looks at the page that shows in every look. The page is named by something that a person reads on it, in English.
    bool walk(const char *page, const QString &mark)
    {
        if (!screen().waitFor(mark, 20'000)) {
            m_found << QStringLiteral("%1 did not come: %2").arg(QLatin1String(page), screen().spoken());
            return false;
        }
        QTest::qWait(300); // pages and sheets move in
        static constexpr Look looks[] = {{{390, 844}, 1, "en"}, {{390, 844}, 2, "en"},    {{320, 640}, 1, "en"},
                                         {{320, 640}, 2, "en"}, {{390, 844}, 1.25, "en"}, {{390, 844}, 1.25, "es"},
                                         {{390, 844}, 1, "es"}, {{320, 640}, 1, "es"},    {{320, 640}, 1.25, "es"},
                                         {{320, 640}, 2, "es"}, {{1024, 768}, 1, "en"},   {{1024, 768}, 2, "es"},
                                         {{320, 480}, 1, "en"}, {{320, 480}, 2, "en"},    {{844, 390}, 1, "en"}};
        for (const Look &look : looks) {
            setLook(look);
            const QStringList problems = problemsOf(screen().window().contentItem());
            if (!problems.isEmpty()) // a picture says more
                screen().window().grabWindow().save(QStringLiteral("%1/%2 %3 %4 %5.png")
                                                        .arg(QCoreApplication::applicationDirPath(), QLatin1String(page))
                                                        .arg(look.window.width())
                                                        .arg(look.scale * 100)
                                                        .arg(QLatin1String(look.language)));
            for (const QString &problem : problems) {
                m_found << QStringLiteral("%1, %2 dp, %3 %, %4: %5")
                               .arg(QLatin1String(page))
                               .arg(look.window.width())
                               .arg(look.scale * 100)
                               .arg(QLatin1String(look.language), problem);
            }
        }
        setLook(looks[0]);
        return screen().waitFor(mark);
    }

    /// Each of these can be reached without scrolling.
    void expectInView(const char *page, const QList<Look> &looks, const QStringList &names)
    {
        for (const Look &look : looks) {
            setLook(look);
            for (const QString &name : names) {
                QAccessibleInterface *thing = screen().find(name);
                auto *item = thing ? qobject_cast<QQuickItem *>(thing->object()) : nullptr;
                if (!item || !isWhollyInView(item))
                    m_found << QStringLiteral("%1, %2 x %3 dp, %4 %: not in view: %5")
                                   .arg(QLatin1String(page))
                                   .arg(look.window.width())
                                   .arg(look.window.height())
                                   .arg(look.scale * 100)
                                   .arg(name);
            }
        }
        setLook({{390, 844}, 1, "en"});
    }

    /// One line for each thing found; a failure's own message would be cut.
    [[nodiscard]] bool isClean() const
    {
        for (const QString &line : m_found)
            std::fprintf(stderr, "%s\n", qPrintable(line));
        return m_found.isEmpty();
    }

    bool press(const char *name)
    {
        const QString what = QString::fromUtf8(name);
        const bool isPressed = screen().waitFor(what) && screen().press(what);
        if (!isPressed)
            m_found << QStringLiteral("could not press %1: %2").arg(what, screen().spoken());
        return isPressed;
    }
    bool walk(const char *page, const char *mark) { return walk(page, QString::fromUtf8(mark)); }

    /// Charts, the list, a mark, the page for a visit; ends on Today.
    bool walkProgress()
    {
        return press("See your progress") && walk("progress", "How far back") && press("All")
            && walk("progress, all", "Show as a list") && press("2 weeks") && press("Show as a list")
            && walk("progress, list", "Today. *") && press("Mark a day")
            && screen().waitFor(QStringLiteral("A word of your own, or none"))
            && screen().type(QStringLiteral("A word of your own, or none"), QString(40, u'm')) && walk("a mark", "Save")
            && press("Save") && walk("progress, marked", "Mark a day") && press("A page for your next visit*")
            && walk("page for a visit", "Save as a PDF") && press("As text") && walk("page for a visit, text", "I made this page*")
            && press("Save as a PDF") && walk("page for a visit, saved", "Saved as *") && press("Back") && press("Back");
    }

    /// The pages behind an answer about self-harm; ends with "I'd rather not say".
    bool walkSafety()
    {
        return press("Yes") && walk("help, after a safety answer", "Thank you for telling us.")
            && press("Yes, I took something or hurt myself") && walk("help, hurt", "Please call now.") && press("Back")
            && screen().waitFor(QStringLiteral("I’d rather not say")) && press("I’d rather not say")
            && walk("safety, not said", "You do not have to say.*") && press("Next");
    }

    bool walkCheckIn()
    {
        static constexpr std::pair<const char *, const char *> questions[] = {
            {"mood", "How do you feel right now?"},
            {"urge", "What was your strongest urge*"},
            {"use", "Did you drink or use*"},
            {"sleep", "How did you sleep?"},
            {"medicine", "Did you take your medicine*"},
            {"safety", "Are you having thoughts*"},
            {"hungry, angry, lonely, tired", "Are you any of these now?"},
            {"how sure", "How sure are you*"},
            {"a note", "Anything you want to note?*"}};
        bool isGood = press("Start the check-in");
        for (const auto &[page, question] : questions) {
            isGood =
                isGood && walk(page, question) && (QLatin1String(page) == QLatin1String("safety") ? walkSafety() : press("Skip"));
        }
        return isGood && walk("check-in done", "Thank you, Maya");
    }

    bool skipCheckIn()
    {
        bool isGood = press("Start the check-in");
        while (isGood && m_stage->app().navigator().route() == Navigator::CheckIn)
            isGood = screen().waitFor(QStringLiteral("Skip")) && press("Skip");
        return isGood && screen().waitFor(QStringLiteral("Done")) && press("Done")
            && screen().waitFor(QStringLiteral("See today’s answers"));
    }

    /// A module, a lesson with a drawing and a check, its end, a quiz; ends on Learn.
    bool walkLessons()
    {
        Navigator &navigator = m_stage->app().navigator();
        bool isGood = press("Triggers and cravings*") && walk("module", "Lessons");
        navigator.go(Navigator::Lesson, QStringLiteral("the-urge-wave"));
        isGood = isGood && walk("lesson", "A pull, and not an order") && press("Next")
            && screen().waitFor(QStringLiteral("A craving is like a wave")) && press("They last all day.")
            && walk("lesson, a check", "Another one fits better. It can feel that way.*");
        for (int i = 0; i < 4 && isGood; ++i)
            isGood = press("Next");
        isGood =
            isGood && walk("lesson, last card", "One small thing") && press("Finish") && walk("lesson, end", "You read it all");
        navigator.go(Navigator::Learn);
        navigator.go(Navigator::Quiz, QStringLiteral("triggers-and-cravings"));
        isGood = isGood && screen().waitFor(QStringLiteral("Payday.")) && press("Payday.")
            && walk("quiz", "Another one fits better. Payday is a trigger*");
        navigator.go(Navigator::Learn);
        navigator.go(Navigator::Lesson, QStringLiteral("withdrawn"));
        isGood = isGood && walk("lesson, withdrawn", "This lesson is not here now");
        navigator.go(Navigator::Learn);
        return isGood && screen().waitFor(QStringLiteral("All lessons"));
    }

    bool enter(const char *digits)
    {
        bool isGood = true;
        for (; *digits; ++digits)
            isGood = screen().press(QString(QLatin1Char(*digits))) && isGood;
        return isGood && screen().waitUntil([this] { return !m_stage->app().account().isPinBusy(); });
    }

    bool walkLock()
    {
        bool isGood = press("App lock, Off") && walk("choose a PIN", "Choose a PIN") && enter("24681357") && press("Next")
            && walk("PIN again", "Enter it once more") && enter("24681357") && press("Save")
            && walk("you, with a PIN", "App lock, On*") && press("Change PIN") && walk("change the PIN", "Enter your PIN")
            && press("Cancel") && screen().waitFor(QStringLiteral("Lock Handrail")) && press("Lock Handrail")
            && walk("locked", "Enter your PIN") && press("Forgot your PIN?") && walk("forgotten PIN", "Sign in with your clinic")
            && press("Go back") && enter("00000000") && walk("wrong PIN", "That did not match. Please try again.");
        for (int i = 0; i < 3; ++i)
            isGood = isGood && enter("00000000");
        isGood = isGood && walk("locked, waits", "Sign in with your clinic");
        m_stage->clock().advance(std::chrono::minutes(5));
        isGood = isGood && screen().waitFor(QStringLiteral("Enter your PIN")) && enter("24681357")
            && screen().waitFor(QStringLiteral("You and settings*")) && press("You and settings*")
            && screen().waitFor(QStringLiteral("You and privacy"));
        return isGood;
    }

    /// To the end of a skill, whichever player runs: by its steps as text.
    bool readSteps()
    {
        return (!screen().has(QStringLiteral("Read the steps")) || press("Read the steps")) && walk("a skill, as text", "Done")
            && press("Done") && screen().waitFor(QStringLiteral("Did it help?"));
    }

    bool walkSkills()
    {
        return press("Skills") && walk("skills", "How are you right now?") && press("Others for: Bored")
            && walk("skills for a need", "Back") && press("Back") && press("See all *") && walk("skills, all", "All skills")
            && press("Long out-breath, *") && walk("a skill, the first time", "I have read what is good to know")
            && press("I have read what is good to know") && walk("a skill", "Pause") && press("Good to know")
            && walk("a skill, good to know", "Go back") && press("Go back") && press("How strong is it now? 0 to 10")
            && walk("a skill, how strong", "Skip") && press("Skip") && readSteps() && press("Yes")
            && walk("a skill, after", "Did it help?") && press("Done") && press("Back") && press("Search skills")
            && walk("skills, search", "Craving now, *") && screen().type(QStringLiteral("Search skills"), QStringLiteral("brea"))
            && walk("skills, found", "Long out-breath, *") && screen().type(QStringLiteral("Search skills"), QStringLiteral("zzzz"))
            && walk("skills, none found", "See all skills") && press("Back");
    }

    bool walkPeople()
    {
        Navigator &navigator = m_stage->app().navigator();
        navigator.go(Navigator::AfterUse);
        bool isGood = walk("after use", "Stay safe today") && press("Pills") && walk("after use, pills", "Drink or take pills*");
        navigator.go(Navigator::MyPerson);
        isGood = isGood && walk("my person", "Phone number");
        navigator.go(Navigator::MyPeople);
        isGood = isGood && walk("my people", "Add a person");
        navigator.go(Navigator::SafetyPlan);
        isGood = isGood && walk("safety plan", "Begin");
        navigator.go(Navigator::SafetyPlanStep, QStringLiteral("coping"));
        isGood = isGood && walk("a step of the plan", "Things I can do on my own, in my own words");
        navigator.home();
        navigator.go(Navigator::SafetyPlanPaper);
        isGood = isGood && walk("the plan on paper", "My people’s numbers");
        navigator.go(Navigator::LockScreenHelp);
        isGood = isGood && walk("lock screen help", "Set a PIN first");
        navigator.home();
        return isGood && screen().waitFor(QStringLiteral("You and settings*"));
    }

    /// An invitation that was never made.
    bool walkInvitation()
    {
        return press("I have an invitation") && walk("invitation, the link", "The link")
            && screen().type(QStringLiteral("The link"),
                             inviteLink(m_stage->clinic().base(), QStringLiteral("Zm9ydHktdHdvIGRvdmVzIQ")))
            && press("Continue") && walk("invitation, the code", "Your code")
            && screen().type(QStringLiteral("Your code"), QStringLiteral("K7M4P2")) && press("Continue")
            && walk("invitation, closed", "This invitation is closed") && press("Read: how families can help")
            && walk("family lessons, signed out", "For families") && press("Addiction is an illness, *")
            && walk("a family lesson, signed out", "Nobody chooses it") && press("Close") && press("Back") && press("Close");
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("TypeError|ReferenceError|Binding loop|polish")));
        m_found.clear();
    }
    void cleanup() { m_stage.reset(); }

    void thePatientsPages()
    {
        m_stage = std::make_unique<Stage>(QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc()));
        QVERIFY(m_stage->openClinic());
        QVERIFY(m_stage->openApp());
        m_stage->person().become(QStringLiteral("maya"), QStringLiteral("demo"));
        bool isGood = walk("welcome", "Sign in with your program") && press("Language: English. Change")
            && walk("language", "Español") && press("Go back") && press("Help now") && walk("help, signed out", "Call 988")
            && press("See steps") && walk("overdose", "Overdose steps") && press("Back") && press("Back") && walkInvitation();
        m_stage->person().setChoice(Person::Choice::WalkAway);
        isGood = isGood && press("Sign in with your program") && walk("signing in", "Go back") && press("Go back");
        m_stage->person().setChoice(Person::Choice::Deny);
        isGood = isGood && screen().waitFor(QStringLiteral("Sign in with your program")) && press("Sign in with your program")
            && walk("sign-in denied", "You were not signed in");
        m_stage->person().setChoice(Person::Choice::Allow);
        m_stage->holdClinicOnceSignedIn();
        isGood = isGood && press("Sign in with your program") && walk("first sync", "Getting your program ready");
        m_stage->releaseClinic();
        isGood = isGood && walk("today", "Next session: Evening group*") && press("Schedule")
            && walk("schedule", "Days of this week") && press("Evening group, Today*") && walk("session", "What to bring")
            && press("Can’t make it?*") && walk("can't make it", "Tell your clinic I can’t come") && press("Go back")
            && press("Back") && press("Today") && walkCheckIn() && press("Done") && walk("today, done", "See today’s answers")
            && walkProgress() && walkSkills() && press("Learn") && walk("learn", "All lessons") && walkLessons() && press("Today")
            && walkPeople() && press("You and settings*") && walk("you and privacy", "You and privacy") && walkLock()
            && press("Sent and waiting*") && walk("outbox, all sent", "Sent today") && press("Back")
            && screen().waitFor(QStringLiteral("Sign out, Your clinic*")) && press("Sign out, Your clinic*")
            && walk("sign out", "Stay signed in") && press("Stay signed in") && press("Help now") && walk("help", "Call clinic");
        QVERIFY(isClean());
        QVERIFY2(isGood, qPrintable(screen().spoken()));
    }

    void thePagesOfTheTable_data()
    {
        QTest::addColumn<bool>("isRelative");
        QTest::newRow("patient") << false;
        QTest::newRow("relative") << true;
    }
    void thePagesOfTheTable()
    {
        QFETCH(bool, isRelative);
        QVERIFY2(openForTable(m_stage, isRelative), qPrintable(screen().spoken()));
        QVERIFY(fillForTable(*m_stage));
        for (const TablePage &page : pagesOf(isRelative)) {
            m_stage->app().navigator().home();
            m_stage->app().navigator().go(page.route, QString::fromLatin1(page.argument));
            if (!walk(page.name, page.mark))
                continue;
            setLook({{390, 844}, 1, "es"});
            if (screen().has(QString::fromUtf8(page.mark)))
                m_found << QStringLiteral("%1: in English in Spanish").arg(QLatin1String(page.name));
            setLook({{390, 844}, 1, "en"});
        }
        QVERIFY(isClean());
    }

    void thePagesOfForms()
    {
        m_stage = std::make_unique<Stage>(QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc()));
        QVERIFY(m_stage->openClinic());
        const auto record = [](const QByteArray &elements) {
            const QJsonObject resource =
                QJsonDocument::fromJson(QByteArray("{").append(elements).append('}').replace('\'', '"')).object();
            return QJsonObject{{QStringLiteral("resource"), resource}};
        };
        const auto task = [&](const char *id, const char *title, const char *period) {
            return record(QByteArray("'resourceType':'Task','id':'")
                              .append(id)
                              .append("','status':'requested','intent':'order','for':{'reference':'Patient/p101'},"
                                      "'authoredOn':'2026-11-16T15:00:00Z','description':'")
                              .append(title)
                              .append("'")
                              .append(period)
                              .append(",'input':[{'type':{'text':'form'},'valueCanonical':'https://clinic.example/Questionnaire/")
                              .append(id)
                              .append("'}]"));
        };
        const QJsonArray records{
            task("f1", "Sleep, this week", ",'restriction':{'period':{'end':'2026-11-20'}}"),
            task("f2", "How the last two weeks were for you and the people you live with", ""),
            task("f3", "Before your next visit", ",'restriction':{'period':{'start':'2026-11-25'}}"),
            record("'resourceType':'QuestionnaireResponse','id':'answered','status':'completed',"
                   "'questionnaire':'https://clinic.example/Questionnaire/f0','authored':'2026-11-10T15:00:00-05:00',"
                   "'subject':{'reference':'Patient/p101'},'author':{'reference':'Patient/p101'}")};
        QVERIFY(m_stage->importToClinic(records));
        QVERIFY(m_stage->openApp());
        QVERIFY2(m_stage->signIn(QStringLiteral("maya"), QStringLiteral("demo")), qPrintable(screen().spoken()));
        const bool isGood = walk("today, forms due", "Start Sleep, this week*") && press("All forms, 4 forms due")
            && walk("forms", "Due now") && press("Back") && press("You and settings*")
            && walk("you, forms due", "Forms, 4 forms due");
        QVERIFY(isClean());
        QVERIFY2(isGood, qPrintable(screen().spoken()));
    }

    /// In low windows, on the side and in large text: the way on shows at once.
    void theWayOnIsInView()
    {
        static const QList<Look> low{{{320, 480}, 1, "en"}, {{844, 390}, 1, "en"}};
        static const QList<Look> lowAndLarge = low + QList<Look>{{{320, 640}, 2, "en"}};
        m_stage = std::make_unique<Stage>(QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc()));
        QVERIFY(m_stage->openClinic());
        QVERIFY(m_stage->openApp());
        QVERIFY(screen().waitFor(QStringLiteral("Sign in with your program")));
        expectInView("welcome", lowAndLarge, {QStringLiteral("Sign in with your program"), QStringLiteral("Help now")});
        QVERIFY2(m_stage->signIn(QStringLiteral("maya"), QStringLiteral("demo")), qPrintable(screen().spoken()));
        QVERIFY(screen().waitFor(QStringLiteral("Next session: Evening group*"), 20'000));
        QVERIFY(press("Details") && screen().waitFor(QStringLiteral("What to bring")) && press("Can’t make it?*"));
        QVERIFY(screen().waitFor(QStringLiteral("Tell your clinic I can’t come")));
        QTest::qWait(300);
        expectInView("can't make it", lowAndLarge + QList<Look>{{{320, 480}, 2, "en"}},
                     {QStringLiteral("Tell your clinic I can’t come"), QStringLiteral("Go back"), QStringLiteral("Help now")});
        QVERIFY(press("Go back") && press("Back") && press("Start the check-in"));
        QVERIFY(screen().waitFor(QStringLiteral("How do you feel right now?")));
        expectInView("mood", low, {QStringLiteral("Okay"), QStringLiteral("Help now"), QStringLiteral("Skip")});
        QVERIFY(press("Skip") && screen().waitFor(QStringLiteral("What was your strongest urge*")));
        expectInView("urge", low, {QStringLiteral("One more"), QStringLiteral("Help now"), QStringLiteral("Skip")});
        QVERIFY(isClean());
    }

    /// Nothing is known yet of how it goes.
    void theFirstWeek()
    {
        const QDateTime now(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc());
        FakeFhirServer server;
        fillWithFixtures(server, now);
        m_stage = std::make_unique<Stage>(now);
        QVERIFY(m_stage->openApp(server.base().toString()));
        QVERIFY(m_stage->signIn(QStringLiteral("maya"), {}));
        const bool isGood = press("See your progress") && walk("progress, first week", "Your days will show here")
            && press("Show as a list") && walk("progress, first week, list", "Day by day");
        QVERIFY(isClean());
        QVERIFY2(isGood, qPrintable(screen().spoken()));
        m_stage.reset(); // before the server
    }

    void thePagesAroundTreatment()
    {
        m_stage = std::make_unique<Stage>(QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc()));
        QVERIFY(m_stage->openClinic() && m_stage->openApp());
        bool isGood = press("What is IOP?") && walk("what IOP is", "IOP may fit if") && press("Back") && press("Community help")
            && walk("community help, signed out", "Works offline") && press("Food") && press("SNAP and WIC. *")
            && walk("a place", "Open website") && press("Back")
            && screen().type(QStringLiteral("Search community help"), QStringLiteral("xyzzy"))
            && walk("community help, nothing found", "Nothing found for “xyzzy”") && press("Back")
            && m_stage->signIn(QStringLiteral("nell"), QStringLiteral("demo"))
            && screen().waitUntil([this] { return m_stage->app().account().isFirstSyncDone(); }, 20'000)
            && walk("today, aftercare", "Aftercare, month 2, No end date");
        m_stage->dialer().setCanCall(false);
        isGood = isGood && press("Call my clinic") && screen().waitFor(QStringLiteral("Hide the number"));
        QVERIFY(isClean());
        QVERIFY2(isGood, qPrintable(screen().spoken()));
    }

    void theRelativesPages()
    {
        m_stage = std::make_unique<Stage>(QDateTime(QDate(2026, 11, 20), QTime(22, 22), QTimeZone::utc()));
        QVERIFY(m_stage->openClinic());
        QVERIFY(m_stage->openApp());
        const bool isGood = m_stage->signIn(QStringLiteral("rosa"), QStringLiteral("demo")) && walk("family", "Join")
            && press("Leave quickly") && walk("left quickly", "Notes") && press("Back") && press("Join") && press("I’m ready")
            && walk("join opened", "Your session opened") && press("Leave") && press("Lessons") && press("For families, *")
            && walk("family module", "Quiz, *");
        QVERIFY(isClean());
        QVERIFY2(isGood, qPrintable(screen().spoken()));
    }

    void thePagesOfTrouble()
    {
        FakeSecretStore secrets;
        m_stage = std::make_unique<Stage>(QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc()));
        m_stage->useSecrets(secrets);
        QVERIFY(m_stage->openClinic());
        QVERIFY(m_stage->openApp());
        QVERIFY(m_stage->signIn(QStringLiteral("maya"), QStringLiteral("demo")));
        QVERIFY(screen().waitUntil([this] { return m_stage->app().account().isFirstSyncDone(); }));
        m_stage->closeApp();
        m_stage->closeClinic();
        QVERIFY(m_stage->openApp());
        bool isGood = walk("today, offline", "You’re offline. That’s okay.") && skipCheckIn() && press("You and settings*")
            && walk("you, offline", "You and privacy") && press("You’re offline. That’s okay.") && walk("outbox", "1 thing waiting")
            && m_stage->refuseAll() && walk("outbox, refused", "Needs you: Today’s*") && press("Why? Today’s check-in")
            && walk("why", "Save a copy for your clinic") && press("Save a copy for your clinic")
            && walk("why, copied", "Saved as *") && press("Go back") && press("Change it: Today’s check-in")
            && walk("check-in again", "Your clinic could not take these answers.*") && press("Close. Your answers are kept.")
            && screen().waitFor(QStringLiteral("Needs you: Today’s*")) && press("Back") && press("Sign out, Your clinic*")
            && walk("sign out, unsent", "Not sent yet") && press("Send it now") && walk("sign out, not sent", "Not sent: *")
            && press("Sign out and erase") && walk("erase question", "Erase it unsent") && press("Go back");
        m_stage->closeApp();
        secrets.setMode(FakeSecretStore::Mode::Locked);
        QVERIFY(m_stage->openApp());
        isGood = isGood && walk("key unavailable", "Try again");
        m_stage->closeApp();
        secrets.setMode(FakeSecretStore::Mode::Open);
        QVERIFY(m_stage->openClinic());
        QVERIFY(m_stage->disableUser(QStringLiteral("maya")));
        QVERIFY(m_stage->openApp());
        isGood = isGood && walk("today, sign in again", "Please sign in again*") && press("You and settings*")
            && screen().waitFor(QStringLiteral("Sent and waiting*")) && press("Sent and waiting*")
            && walk("outbox, sign in again", "Needs you: *");
        m_stage->closeApp();
        secrets.setMode(FakeSecretStore::Mode::Missing);
        QVERIFY(m_stage->openApp());
        isGood = isGood && walk("key unavailable, no keychain", "Try again");
        QVERIFY(isClean());
        QVERIFY2(isGood, qPrintable(screen().spoken()));
        m_stage->closeApp(); // before the keychain, which is this function's own
    }
};

int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("handrail"));
    TestPages test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_pages.moc"
