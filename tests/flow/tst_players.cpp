// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "SkillPlay.h"
#include "Stage.h"

#include "content/ContentLibrary.h"

#include <QCoroTask>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace handrail;
using namespace std::chrono_literals;

namespace {

Pin pin()
{
    Pin pin;
    for (const int digit : {2, 4, 6, 8, 1, 0})
        pin.append(digit);
    return pin;
}

} // namespace

/// All skills on the real app's own pages, each from its start to its end by accessible names alone, with less motion and without; a wait
/// that goes on; a PIN that does not fall on a breath.
class TestPlayers final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Stage> m_stage;

    Screen &screen() { return m_stage->screen(); }
    bool press(const QString &name) { return screen().waitFor(name) && screen().press(name); }
    Application &app() { return m_stage->app(); }
    void open(const QString &id) { app().navigator().go(Navigator::Skill, id); }
    void pass(std::chrono::seconds time) { SkillPlay(*m_stage).pass(time); }
    bool isAfter() { return SkillPlay(*m_stage).isAfter(); }

private Q_SLOTS:
    void initTestCase()
    {
        m_stage = std::make_unique<Stage>(QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc()));
        QVERIFY(m_stage->openClinic() && m_stage->openApp() && m_stage->signIn(QStringLiteral("maya"), QStringLiteral("demo")));
        QVERIFY(screen().waitUntil([this] { return app().account().isFirstSyncDone(); }, 30'000));
    }
    void cleanupTestCase() { m_stage.reset(); }

    void eachReachesItsEnd_data()
    {
        QTest::addColumn<bool>("isStill"); // with less motion; and the check of a timer is answered with yes
        QTest::addColumn<bool>("isRead");
        QTest::newRow("as it is") << false << false;
        QTest::newRow("with less motion") << true << false;
        QTest::newRow("as text") << false << true;
    }
    void eachReachesItsEnd()
    {
        QFETCH(const bool, isStill);
        QFETCH(const bool, isRead);
        app().preferences().setLessMotion(isStill);
        QVERIFY(press(QStringLiteral("Skills")) && press(QStringLiteral("See all *")));
        const ContentLibrary library(QStringLiteral("en"));
        const QList<Skill> skills = library.skills();
        QCOMPARE(skills.size(), 34);
        int read = 0;
        for (const Skill &skill : skills) {
            const Result<SkillText> text = library.skill(skill.id);
            QVERIFY2(text, qPrintable(skill.id));
            const bool isPlan = SafetyPlanView::standsFor(skill.id); // it has a page of its own
            QVERIFY2(screen().waitFor(QStringLiteral("All skills")) && press(skill.title + QStringLiteral(", *")),
                     qPrintable(skill.id));
            if (isPlan) {
                QVERIFY(screen().waitUntil([this] { return app().navigator().route() == Navigator::SafetyPlan; }));
                QVERIFY(press(QStringLiteral("Back")));
                ++read;
                continue;
            }
            SkillPlay play(*m_stage, isStill);
            QVERIFY2(isRead ? play.readToTheEnd() : play.toTheEnd(text->exercise),
                     qPrintable(skill.id + u": " + screen().spoken()));
            read += isRead ? 1 : 0;
            if (const auto *timer = std::get_if<TimerExercise>(&text->exercise); timer && timer->check && !isRead) {
                for (const TimerStep &step : timer->steps) // who must not do it is not told to
                    QVERIFY2(play.said().contains(step.say) != (isStill && !step.skippedBy.isEmpty()), qPrintable(step.say));
            }
            QVERIFY(!app().timed().isTicking() && app().wait().state() == WaitView::Idle && !m_stage->screenAwake().isHeld());
            QVERIFY2(press(QStringLiteral("Done")), qPrintable(skill.id));
        }
        QVERIFY(!isRead || read == 34);
        app().navigator().home();
    }

    void helpNowHoldsABreathAndGivesItBack()
    {
        open(QStringLiteral("long-out-breath"));
        QVERIFY(screen().waitFor(QStringLiteral("Pause")));
        QTRY_VERIFY(m_stage->screenAwake().isHeld());
        QVERIFY(press(QStringLiteral("Help now")));
        QVERIFY(screen().waitFor(QStringLiteral("Call 988")));
        QVERIFY(!m_stage->screenAwake().isHeld() && !app().timed().isTicking());
        pass(300s);
        QVERIFY(press(QStringLiteral("Back")));
        QVERIFY(screen().waitFor(QStringLiteral("Pause")));
        QVERIFY(app().timed().state() == TimedPlayer::Running);
        // Of the 5 minutes none has passed; of the moments before and after, some seconds.
        const QStringList left = app().timed().leftText().split(u':');
        QVERIFY2(left.first().toInt() * 60 + left.last().toInt() > 150, qPrintable(app().timed().leftText()));
        QVERIFY(press(QStringLiteral("End")));
        QVERIFY(isAfter());
        app().navigator().home();
    }

    /// A tablet is turned, a window is made narrower: what runs goes on, there and back.
    void aSkillOutlivesATurnOfTheDevice()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("TypeError|ReferenceError|Binding loop|polish")));
        screen().window().resize(1180, 820);
        QVERIFY(press(QStringLiteral("Skills")) && press(QStringLiteral("See all *"))
                && screen().waitFor(QStringLiteral("Pick a skill")));
        QVERIFY(press(QStringLiteral("Long out-breath, *")) && screen().waitFor(QStringLiteral("Pause")));
        QSignalSpy begun(&app().timed(), &TimedPlayer::begun);
        QSignalSpy changed(app().skills().current(), &SkillView::stateChanged);
        const auto turn = [this](int width, int height, bool hasList) {
            screen().window().resize(width, height);
            return screen().waitUntil([this, hasList] { return screen().has(QStringLiteral("All skills")) == hasList; })
                && screen().has(QStringLiteral("Pause")) && screen().has(QStringLiteral("Help now"));
        };
        QVERIFY2(turn(768, 1024, false), qPrintable(screen().spoken()));
        QVERIFY2(turn(1180, 820, true), qPrintable(screen().spoken()));
        QVERIFY2(turn(390, 844, false), qPrintable(screen().spoken()));
        QCOMPARE(app().skills().current()->id(), QStringLiteral("long-out-breath"));
        QVERIFY(begun.isEmpty() && changed.isEmpty());
        // The way out leads to the list.
        QVERIFY(press(QStringLiteral("Close")) && screen().waitFor(QStringLiteral("All skills")));
        QCOMPARE(app().skills().current()->state(), SkillView::Closed);
        app().navigator().home();
    }

    void withLargeWordsItHasItsName()
    {
        app().preferences().setTextScale(2);
        open(QStringLiteral("long-out-breath"));
        QVERIFY(screen().waitFor(QStringLiteral("Pause")));
        QVERIFY2(screen().has(QStringLiteral("Long out-breath")), qPrintable(screen().spoken()));
        QVERIFY(press(QStringLiteral("End")) && isAfter());
        app().navigator().home();
        app().preferences().setTextScale(1);
    }

    /// What may be dangerous has Help now beside what to do, and the answer is there after it.
    void anAnswerAboutDangerHasHelpBesideIt()
    {
        open(QStringLiteral("body-check"));
        QVERIFY(press(QStringLiteral("Hungry or thirsty")) && screen().waitFor(QStringLiteral("Eat something small now*")));
        QVERIFY(!screen().has(QStringLiteral("Open Help now")));
        QVERIFY(press(QStringLiteral("Shaky, sweaty or sick")) && press(QStringLiteral("Open Help now")));
        QVERIFY(screen().waitFor(QStringLiteral("Call 988")) && press(QStringLiteral("Back")));
        QVERIFY(press(QStringLiteral("Done for now")) && isAfter());
        app().navigator().home();
    }

    void aVoiceLeadsWhenItIsTurnedOn()
    {
        open(QStringLiteral("long-out-breath"));
        QVERIFY(screen().waitFor(QStringLiteral("Pause")) && !m_stage->voice().isSpeaking());
        QVERIFY(press(QStringLiteral("Voice")));
        QVERIFY(m_stage->voice().said.startsWith(QStringLiteral("Breathe ")) && m_stage->voice().saidIn == QLatin1String("en"));
        pass(10s);
        QVERIFY(m_stage->voice().isSpeaking());
        QVERIFY(press(QStringLiteral("Help now")) && screen().waitFor(QStringLiteral("Call 988")));
        QVERIFY(!m_stage->voice().isSpeaking());
        QVERIFY(press(QStringLiteral("Back")) && screen().waitUntil([this] { return m_stage->voice().isSpeaking(); }));
        QVERIFY(press(QStringLiteral("Voice")) && !m_stage->voice().isSpeaking());
        QVERIFY(press(QStringLiteral("End")) && isAfter());
        app().navigator().home();
    }

    void theLockFallsBehindAnotherWindowAndThePlaceIsThereAfterThePin()
    {
        QVERIFY(QCoro::waitFor(app().account().setPin(pin())));
        open(QStringLiteral("long-out-breath"));
        QVERIFY(screen().waitFor(QStringLiteral("Pause")));
        pass(100s);
        m_stage->clock().advance(9min); // nobody touches it, and it plays in front: no PIN
        app().timed().look();
        QVERIFY(!screen().waitFor(QStringLiteral("Enter your PIN"), 1500));
        const int minute = app().timed().leftText().section(u':', 0, 0).toInt();
        app().timed().setInFront(false); // a call
        app().autoLock().setInFront(false);
        QCOMPARE(app().timed().state(), TimedPlayer::Away);
        m_stage->clock().advance(2min);
        QVERIFY2(screen().waitFor(QStringLiteral("Enter your PIN")), qPrintable(screen().spoken()));
        app().timed().setInFront(true);
        app().autoLock().setInFront(true);
        for (const int digit : {2, 4, 6, 8, 1, 0})
            QVERIFY(press(QString::number(digit)));
        QVERIFY2(screen().waitFor(QStringLiteral("Go on")), qPrintable(screen().spoken()));
        QCOMPARE(app().timed().state(), TimedPlayer::Paused);
        QCOMPARE(app().timed().leftText().section(u':', 0, 0).toInt(), minute);
        QVERIFY(press(QStringLiteral("Go on")) && press(QStringLiteral("End")) && isAfter());
        app().navigator().home();
    }

    /// The page says that it can be left; the app may end meanwhile, too, and the clock of the device be put right.
    void aWaitOutlivesTheApp()
    {
        const auto openAgain = [this] {
            m_stage->closeApp();
            m_stage->clock().advance(4min);
            bool isOpen = m_stage->openApp();
            if (isOpen && app().account().hasPin()) { // of the test before
                for (const int digit : {2, 4, 6, 8, 1, 0})
                    isOpen = isOpen && press(QString::number(digit));
            }
            return isOpen && screen().waitFor(QStringLiteral("You and settings*"));
        };
        const auto minutesLeft = [this] { return app().wait().leftText().section(u':', 0, 0).toInt(); };
        open(QStringLiteral("wait-do-choose"));
        QVERIFY(press(QStringLiteral("5 minutes longer")));
        QVERIFY(openAgain());
        QTRY_COMPARE_WITH_TIMEOUT(app().wait().state(), WaitView::Running, 10'000); // nobody has to open its page for it
        open(QStringLiteral("wait-do-choose"));
        QVERIFY2(screen().waitFor(QStringLiteral("Pause")), qPrintable(screen().spoken()));
        const int left = minutesLeft(); // of 20, 4 have passed, and what the test took
        QVERIFY2(left == 15 || left == 16, qPrintable(QString::number(left)));
        QVERIFY(press(QStringLiteral("Pause")) && openAgain());
        open(QStringLiteral("wait-do-choose"));
        QVERIFY(press(QStringLiteral("Go on")));
        QVERIFY(minutesLeft() == left || minutesLeft() == left - 1);
        for (int i = 0; i < 4; ++i)
            QVERIFY(openAgain());
        open(QStringLiteral("wait-do-choose")); // it was over meanwhile
        QVERIFY2(press(QStringLiteral("I’m okay")) && isAfter(), qPrintable(screen().spoken()));
        // It is over for good: the next one is new.
        QVERIFY(openAgain());
        open(QStringLiteral("wait-do-choose"));
        QVERIFY(screen().waitFor(QStringLiteral("Pause")));
        QVERIFY(minutesLeft() >= 14);
        QVERIFY(press(QStringLiteral("End")) && isAfter());
        app().navigator().home();
    }

    /// A walk goes on with the phone in a pocket, and is where it has come to when the app was ended meanwhile.
    void aWalkOutlivesTheApp()
    {
        app().timed().setVoiceOn(true); // a test before turned it off
        open(QStringLiteral("move-a-little"));
        QVERIFY(press(QStringLiteral("No"))
                && screen().waitFor(QStringLiteral("You can put the phone away with this page open.*")));
        QVERIFY(m_stage->voice().isSpeaking()); // and not where it is turned off
        QVERIFY(press(QStringLiteral("Voice")) && screen().waitFor(QStringLiteral("The time goes on. There is no sound here: *")));
        QVERIFY(!m_stage->voice().isSpeaking());
        QVERIFY(press(QStringLiteral("Help now")) && screen().waitFor(QStringLiteral("Call 988")));
        QCOMPARE(app().timed().state(), TimedPlayer::Running);
        QVERIFY(!m_stage->screenAwake().isHeld());
        m_stage->closeApp();
        m_stage->clock().advance(4min);
        QVERIFY(m_stage->openApp());
        for (const int digit : {2, 4, 6, 8, 1, 0}) // of the test before
            QVERIFY(!app().account().hasPin() || press(QString::number(digit)));
        QVERIFY(screen().waitFor(QStringLiteral("You and settings*")));
        open(QStringLiteral("move-a-little"));
        QVERIFY2(screen().waitFor(QStringLiteral("Pause")), qPrintable(screen().spoken()));
        QVERIFY(!m_stage->voice().isSpeaking()); // nor after that
        QVERIFY2(app().timed().leftText().startsWith(u'5') || app().timed().leftText() == QLatin1String("6:00"),
                 qPrintable(app().timed().leftText()));
        app().timed().setInFront(false);
        const auto shown = m_stage->notifier().shown().size();
        m_stage->clock().advance(6min);
        app().timed().look();
        QCOMPARE(m_stage->notifier().shown().size(), shown + 1);
        QCOMPARE(m_stage->notifier().shown().last().second, QStringLiteral("Your timer is done."));
        m_stage->notifier().press(); // leads to it
        app().timed().setInFront(true);
        QVERIFY2(isAfter(), qPrintable(screen().spoken()));
        app().navigator().home();
    }

    void aWaitGoesOnBehindAnotherPage()
    {
        open(QStringLiteral("wait-do-choose"));
        QVERIFY(screen().waitFor(QStringLiteral("Pause")));
        app().navigator().home();
        QVERIFY(screen().waitUntil([this] { return !app().wait().isShown(); }));
        const auto shown = m_stage->notifier().shown().size();
        m_stage->clock().advance(20min);
        app().wait().look();
        QCOMPARE(m_stage->notifier().shown().size(), shown + 1);
        QCOMPARE(m_stage->notifier().shown().last().second, QStringLiteral("Your timer is done."));
        m_stage->notifier().press(); // leads to it
        QVERIFY(press(QStringLiteral("I’m okay")));
        QVERIFY(isAfter());
        app().navigator().home();
    }

    /// Each is still to be seen beside the other.
    void aReminderLeadsToTodayWhateverElseIsOver()
    {
        FakeNotifier &notifier = m_stage->notifier();
        const auto isLedToToday = [&] {
            notifier.show(Notifier::Kind::Reminder, QStringLiteral("Reminder"), QStringLiteral("You have something at 6:00 PM."));
            notifier.press(Notifier::Kind::Reminder);
            return app().navigator().route() == Navigator::Today;
        };
        open(QStringLiteral("wait-do-choose"));
        QVERIFY(screen().waitFor(QStringLiteral("Pause")));
        app().navigator().home();
        QVERIFY(screen().waitUntil([this] { return !app().wait().isShown(); }));
        m_stage->clock().advance(20min);
        app().wait().look();
        QCOMPARE(app().wait().state(), WaitView::Over);
        QVERIFY(isLedToToday());
        notifier.press(Notifier::Kind::Wait);
        QCOMPARE(app().navigator().route(), Navigator::Skill);
        QVERIFY(press(QStringLiteral("I’m okay")) && isAfter());
        app().navigator().home();

        open(QStringLiteral("move-a-little"));
        QVERIFY(press(QStringLiteral("No")) && screen().waitFor(QStringLiteral("Pause")));
        app().timed().setInFront(false);
        m_stage->clock().advance(30min);
        app().timed().look();
        QVERIFY(app().timed().isTold());
        QVERIFY(isLedToToday());
        app().timed().setInFront(true);
    }
};

QTEST_MAIN(TestPlayers)
#include "tst_players.moc"
