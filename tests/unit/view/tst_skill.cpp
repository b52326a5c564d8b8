// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "../content/ContentTexts.h"
#include "fakes/FakeHaptics.h"
#include "fakes/FakeNotifier.h"
#include "fakes/FakeScreenAwake.h"
#include "fakes/OneDevice.h"
#include "view/MinuteTimer.h"
#include "view/SkillView.h"
#include "view/TimedPlayer.h"
#include "view/TurnsView.h"
#include "view/WaitView.h"

#include <QGuiApplication>
#include <QSignalSpy>

using namespace handrail;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// One skill that is open, without its page: what is said after it, what is kept of it, and who hears of it.
class TestSkillView final : public QObject, OneDevice
{
    Q_OBJECT

    FakeHaptics m_haptics;
    FakeScreenAwake m_screen;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<SkillView> m_skill;

    /// The clinic asks for this skill.
    void putTask(const QByteArray &skill)
    {
        const QByteArray json = QByteArray("{'resourceType':'Task','id':'t1','status':'requested','intent':'order',"
                                           "'focus':{'reference':'Library/"
                                           + skill + "'}}")
                                    .replace('\'', '"');
        QVERIFY(m_account->records()->store().putRecords({{u"Task"_s, u"t1"_s, u"1"_s, m_clock.nowUtc(), {}, json}}));
    }
    int told() { return m_account->records()->unsentCount(); }

private Q_SLOTS:
    void init()
    {
        begin(FakeClock(QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc())));
        m_preferences = std::make_unique<Preferences>(QString());
        m_preferences->setLanguage(u"en"_s);
        m_skill = std::make_unique<SkillView>(*m_account, m_clock, *m_preferences);
        signIn();
    }

    void cleanup()
    {
        m_skill.reset();
        end();
    }

    void whoCameToTheEndIsToldOnceItsPageIsLeft()
    {
        putTask("long-out-breath");
        m_skill->open(u"long-out-breath"_s);
        QVERIFY(!m_skill->report()->isAsked()); // before the end there is nothing to tell
        m_skill->finish();
        QVERIFY(!m_skill->afterwards().isEmpty());
        QVERIFY(m_skill->report()->isAsked() && m_skill->report()->isOn());
        m_skill->setAfter(3);
        m_skill->setHelp(SkillView::Helped);
        m_skill->report()->noteSeen();
        QCOMPARE(told(), 0);
        m_skill->close();
        QCOMPARE(told(), 1);
    }

    /// It came to its end in a pocket, or behind Help now: nobody has said that the clinic may hear of it.
    void whoDidNotSeeTheSwitchHasSaidNothing()
    {
        setPin();
        putTask("long-out-breath");
        for (const bool isLocked : {false, true}) {
            m_skill->open(u"long-out-breath"_s);
            m_skill->finish();
            QVERIFY(m_skill->report()->isAsked() && m_skill->report()->isOn());
            if (isLocked) {
                m_account->lock();
                QCoro::waitFor(m_account->unlock(pin()));
            } else {
                m_skill->close();
            }
            QCOMPARE(m_account->state(), Account::State::Active);
            QCOMPARE(told(), 0);
        }
        m_skill->open(u"long-out-breath"_s); // it can be told another time
        m_skill->finish();
        m_skill->report()->noteSeen();
        m_skill->again();
        QCOMPARE(told(), 1);
    }

    /// The app was ended meanwhile and opened again, and nobody opened the page.
    void aWaitOfAnEarlierRunTellsItsEnd()
    {
        FakeNotifier notifier;
        MinuteTimer minute(m_clock);
        WaitExercise exercise;
        exercise.minutes = {15};
        const auto view = [&] {
            auto made = std::make_unique<WaitView>(m_clock, notifier, minute);
            made->setRecords([this] { return m_account->records(); });
            return made;
        };
        view()->begin(u"wait-do-choose"_s, exercise);
        m_clock.advance(10min);
        auto later = view();
        QVERIFY(!later->isTicking());
        later->goOn();
        QCOMPARE(later->state(), WaitView::Running);
        QCOMPARE(later->leftText(), u"5:00"_s);
        QVERIFY(later->isTicking() && notifier.shown().isEmpty());
        m_clock.advance(2min);
        later->goOn(); // it runs already
        QCOMPARE(later->leftText(), u"3:00"_s);
        m_clock.advance(3min);
        later->look();
        QCOMPARE(later->state(), WaitView::Over);
        QCOMPARE(later->skillId(), u"wait-do-choose"_s);
        QCOMPARE(notifier.shown().size(), 1);
        // One that was over meanwhile, or is paused, waits for its page.
        later = view();
        later->goOn();
        QCOMPARE(later->state(), WaitView::Idle);
        later->begin(u"wait-do-choose"_s, exercise);
        later->pause();
        later = view();
        later->goOn();
        QVERIFY(later->state() == WaitView::Idle && !later->isTicking());
        QCOMPARE(notifier.shown().size(), 1);
    }

    void whoEndedItAtOnceIsNot()
    {
        putTask("long-out-breath");
        m_skill->open(u"long-out-breath"_s);
        m_skill->end();
        QCOMPARE(m_skill->afterwards(), QString()); // "You stayed with it" is not true then
        QVERIFY(m_skill->report()->isAsked() && !m_skill->report()->isOn());
        m_skill->again();
        QCOMPARE(told(), 0);
        m_skill->end();
        m_skill->report()->setOn(true); // they say that they did it
        m_skill->close();
        QCOMPARE(told(), 1);
    }

    void noIsNo()
    {
        putTask("long-out-breath");
        m_skill->open(u"long-out-breath"_s);
        m_skill->finish();
        m_skill->report()->setOn(false);
        m_skill->close();
        QCOMPARE(told(), 0);
    }

    void doneOfASheetIsNoWordOfItself()
    {
        putTask("thought-check"); // a worksheet: Done can be pressed on an empty one
        m_skill->open(u"thought-check"_s);
        m_skill->finish();
        QVERIFY(m_skill->report()->isAsked() && !m_skill->report()->isOn());
    }

    void theLockTellsWhatIsOn()
    {
        setPin();
        putTask("long-out-breath");
        m_skill->open(u"long-out-breath"_s);
        m_skill->finish();
        m_skill->report()->noteSeen();
        m_account->lock();
        QCOMPARE(m_skill->state(), SkillView::Closed);
        QCoro::waitFor(m_account->unlock(pin()));
        QCOMPARE(m_account->state(), Account::State::Active);
        QCOMPARE(told(), 1);
    }

    /// A phone's app is swiped away, and may not come back.
    void whoPutsTheAppAwayHasLeftThePage_data()
    {
        QTest::addColumn<Qt::ApplicationState>("state");
        QTest::newRow("hidden") << Qt::ApplicationHidden;
        QTest::newRow("suspended") << Qt::ApplicationSuspended;
    }
    void whoPutsTheAppAwayHasLeftThePage()
    {
        QFETCH(Qt::ApplicationState, state);
        putTask("long-out-breath");
        m_skill->open(u"long-out-breath"_s);
        m_skill->finish();
        Q_EMIT qGuiApp->applicationStateChanged(state); // nobody has seen the switch
        QCOMPARE(told(), 0);
        m_skill->report()->setOn(false);
        Q_EMIT qGuiApp->applicationStateChanged(state);
        QCOMPARE(told(), 0);
        QVERIFY(m_skill->report()->isAsked()); // they may still say so
        m_skill->report()->setOn(true);
        Q_EMIT qGuiApp->applicationStateChanged(Qt::ApplicationInactive); // another window is in front
        QCOMPARE(told(), 0);
        Q_EMIT qGuiApp->applicationStateChanged(state);
        QCOMPARE(told(), 1);
        QVERIFY(!m_skill->report()->isAsked());
        m_skill->close();
        QCOMPARE(told(), 1);
    }

    void theEndOfTheAppTellsIt()
    {
        putTask("long-out-breath");
        m_skill->open(u"long-out-breath"_s);
        m_skill->finish();
        m_skill->report()->noteSeen();
        QVERIFY(QMetaObject::invokeMethod(qGuiApp, "aboutToQuit"));
        QCOMPARE(told(), 1);
    }

    /// Where one leads on to another: what the clinic asked for has its page first, and the way on is there.
    void whatLeadsOnIsToldFirst()
    {
        const QString next = u"long-out-breath"_s;
        m_skill->open(u"wind-down"_s);
        QVERIFY(m_skill->goOn(next)); // nobody asked: on at once
        m_skill->close();
        putTask("wind-down");
        m_skill->open(u"wind-down"_s);
        QVERIFY(!m_skill->goOn(next));
        QCOMPARE(m_skill->state(), SkillView::After);
        QCOMPARE(m_skill->next(), next);
        QCOMPARE(m_skill->nextTitle(), u"Long out-breath"_s);
        QVERIFY(m_skill->report()->isAsked());
        m_skill->report()->setOn(true);
        m_skill->again();
        QCOMPARE(told(), 1);
        QCOMPARE(m_skill->nextTitle(), QString());
        QVERIFY(m_skill->goOn(next)); // told once
    }

    void anotherLanguageKeepsThePlace()
    {
        TimedPlayer player(m_clock, m_haptics, m_screen);
        connect(m_skill.get(), &SkillView::opened, &player, [&] { player.open(m_skill.get()); });
        m_skill->open(u"long-out-breath"_s);
        player.setMinutes(5);
        for (int second = 0; second < 60; ++second) {
            m_clock.advance(1s);
            player.look();
        }
        const QString said = player.say();
        const QString left = player.leftText();
        m_preferences->setLanguage(u"es"_s);
        QCOMPARE(player.state(), TimedPlayer::Running);
        QVERIFY(player.say() != said);
        QCOMPARE(player.minutes(), 5);
        QCOMPARE(player.leftText().section(u':', 0, 0), left.section(u':', 0, 0));
        player.pause();
        m_preferences->setLanguage(u"en"_s);
        QCOMPARE(player.state(), TimedPlayer::Paused);
    }

    void cardsStayWhereTheyAreInAnotherLanguage()
    {
        TurnsView turns(m_clock, m_haptics, m_screen);
        connect(m_skill.get(), &SkillView::opened, &turns, [&] { turns.open(m_skill.get()); });
        m_skill->open(u"stop-and-step-back"_s);
        turns.next();
        const QString said = turns.say();
        m_preferences->setLanguage(u"es"_s);
        QCOMPARE(turns.place(), 2);
        QVERIFY(turns.say() != said);
        m_skill->open(u"five-four-three-two-one"_s); // another one begins anew
        turns.tap();
        m_preferences->setLanguage(u"en"_s);
        QCOMPARE(turns.found(), 1);
        turns.back();
        QCOMPARE(turns.found(), 0);
    }

    void thePlaceThatIsKeptIsForTheSameSkillAndOnce()
    {
        TimedPlayer player(m_clock, m_haptics, m_screen);
        TurnsView turns(m_clock, m_haptics, m_screen);
        const auto play = [&](const QString &skill) {
            m_skill->open(skill);
            player.open(m_skill.get());
            turns.open(m_skill.get());
        };
        const auto pass = [&] {
            for (int second = 0; second < 100; ++second) {
                m_clock.advance(1s);
                player.look();
            }
        };
        const auto lock = [&](bool isSomebodyElse = false) {
            player.keepPlace();
            turns.keepPlace();
            player.close();
            turns.close();
            if (isSomebodyElse) {
                player.forgetPlace();
                turns.forgetPlace();
            }
        };
        play(u"long-out-breath"_s);
        const QString whole = player.leftText();
        pass();
        lock();
        play(u"long-out-breath"_s);
        QCOMPARE(player.state(), TimedPlayer::Paused); // until the person goes on
        QVERIFY(player.leftText() != whole);
        player.close();
        play(u"long-out-breath"_s); // begun anew
        QCOMPARE(player.state(), TimedPlayer::Running);
        QCOMPARE(player.leftText(), whole);
        pass();
        lock();
        play(u"box-breath"_s);
        QCOMPARE(player.state(), TimedPlayer::Running);
        pass();
        lock(true);
        play(u"box-breath"_s);
        QCOMPARE(player.state(), TimedPlayer::Running);
        play(u"stop-and-step-back"_s);
        turns.next();
        lock();
        play(u"stop-and-step-back"_s);
        QCOMPARE(turns.place(), 2);
        lock(true);
        play(u"stop-and-step-back"_s);
        QCOMPARE(turns.place(), 1);
    }

    /// A walk of 10 minutes, with the phone in a pocket: it neither stops nor is silent, and it outlives the app.
    void aWalkGoesOnUnseen()
    {
        FakeNotifier notifier;
        const auto records = [this] { return m_account->records(); };
        const auto open = [&](TimedPlayer &player) {
            player.setKeeping(records, notifier);
            m_skill->open(u"move-a-little"_s);
            player.open(m_skill.get());
        };
        {
            TimedPlayer player(m_clock, m_haptics, m_screen);
            open(player);
            QCOMPARE(player.state(), TimedPlayer::Asking);
            player.answerCheck(true); // without the brisk part: 8:30
            QVERIFY(m_screen.isHeld());
            QCOMPARE(player.leftText(), u"8:30"_s);
            player.setInFront(false);
            QCOMPARE(player.state(), TimedPlayer::Running);
            QVERIFY(!m_screen.isHeld());
            QSignalSpy ticks(&player, &TimedPlayer::ticked);
            QTest::qWait(1200);
            QCOMPARE(ticks.size(), 0); // no second is counted where nobody sees it
            m_clock.advance(5min);
            player.look();
            QCOMPARE(player.leftText(), u"3:30"_s);
            player.keepPlace();
            player.close(); // the app ends
        }
        QVERIFY(notifier.shown().isEmpty());
        m_clock.advance(2min);
        TimedPlayer player(m_clock, m_haptics, m_screen);
        QSignalSpy finished(&player, &TimedPlayer::finished);
        open(player);
        QCOMPARE(player.state(), TimedPlayer::Running);
        QCOMPARE(player.leftText(), u"1:30"_s);
        player.pause();
        m_clock.advance(9min);
        player.look();
        QCOMPARE(player.leftText(), u"1:30"_s);
        player.resume();
        player.setInFront(false);
        m_clock.advance(90s);
        player.look();
        QCOMPARE(finished.size(), 1);
        QCOMPARE(notifier.shown().size(), 1);
        QCOMPARE(notifier.shown().first().second, u"Your timer is done."_s);
        QVERIFY(notifier.isVisible(Notifier::Kind::Timer)); // beside a reminder, not in its place
        player.setInFront(true);
        QVERIFY(!notifier.isVisible());
        player.close();
        open(player); // it is over for good: the next one is new
        QCOMPARE(player.state(), TimedPlayer::Asking);
        // Who closes the page has ended it.
        player.answerCheck(false);
        QCOMPARE(player.leftText(), u"10:00"_s);
        player.close();
        m_clock.advance(10min);
        player.look();
        QCOMPARE(notifier.shown().size(), 1);
        open(player);
        QCOMPARE(player.state(), TimedPlayer::Asking);
        // Under the lock it comes to its end and says so.
        player.answerCheck(false);
        player.keepPlace();
        player.close();
        m_clock.advance(10min);
        player.look();
        QCOMPARE(notifier.shown().size(), 2);
        finished.clear();
        player.setShown(true);
        player.open(m_skill.get());
        QCOMPARE(player.leftText(), u"0:01"_s); // its page is there, and the end comes now
        m_clock.advance(1ms);
        player.look();
        QCOMPARE(finished.size(), 1);
    }

    /// What the clinic withdrew is not what an answer leads to; and there is a way out when nothing is left.
    void anAnswerLeadsToNoSkillThatIsGone()
    {
        const auto answersWithout = [this](const QSet<QString> &gone) {
            m_skill->setTexts([gone](const QString &language) { return ContentLibrary(language, {builtInTexts()}, gone); });
            m_skill->open(u"wait-do-choose"_s);
            QList<Next> next;
            for (const Choice &answer : std::get<WaitExercise>(m_skill->exercise()).afterAnswers)
                next << answer.next;
            return next;
        };
        const Next again{Next::Kind::Again, {}};
        const Next reach{Next::Kind::Skill, u"reach-out"_s};
        QCOMPARE(answersWithout({}).size(), 4);
        QCOMPARE(answersWithout({u"ride-the-urge"_s}), (QList<Next>{again, reach, Next{}}));
        const auto texts = std::make_shared<texts::MapTexts>();
        texts->map.insert(
            u"skills/wait-do-choose/en.md"_s,
            texts::skill("wait-do-choose", R"({"kind":"wait","minutes":[5],"say":"Wait.","choose":"Pick","suggestions":["Walk"],
                              "after":{"say":"And now?","answers":[{"say":"One","next":"skill:gone"},{"say":"Two","next":"skill:gone-too"}]}})"));
        m_skill->setTexts([texts](const QString &language) { return ContentLibrary(language, {texts}); });
        m_skill->open(u"wait-do-choose"_s);
        QCOMPARE(std::get<WaitExercise>(m_skill->exercise()).afterAnswers.size(), 1);
        QCOMPARE(std::get<WaitExercise>(m_skill->exercise()).afterAnswers.first().next, Next{});
    }

    void whoReviewedItIsSaidInWords()
    {
        m_skill->open(u"move-a-little"_s);
        QVERIFY2(m_skill->origin().contains(u"A clinician has not reviewed it yet. As of"_s), qPrintable(m_skill->origin()));
        QVERIFY(!m_skill->origin().contains(u"translator"_s) && !m_skill->origin().contains(u"; a clinician"_s));
        m_preferences->setLanguage(u"es"_s);
        QVERIFY2(m_skill->origin().contains(u"A clinical translator has not checked it yet."_s), qPrintable(m_skill->origin()));
        QVERIFY(!m_skill->origin().contains(u"Handrail authors;"_s) && !m_skill->origin().contains(u"awaiting"_s));
    }

    void aMessageOutlivesItsPageAndNotTheLock()
    {
        setPin();
        m_skill->open(u"reach-out"_s);
        m_skill->keepMessage(u"Can you come by at 6?"_s);
        m_skill->close();
        QCOMPARE(m_skill->message(), QString());
        m_skill->open(u"long-out-breath"_s);
        QCOMPARE(m_skill->message(), QString());
        m_skill->close();
        m_skill->open(u"reach-out"_s);
        QCOMPARE(m_skill->message(), u"Can you come by at 6?"_s);
        m_skill->close();
        m_account->lock(); // with no page open
        QCoro::waitFor(m_account->unlock(pin()));
        m_skill->open(u"reach-out"_s);
        QCOMPARE(m_skill->message(), QString());
    }

    void aMessageIsNotForWhoSignsInNext()
    {
        m_skill->open(u"reach-out"_s);
        m_skill->keepMessage(u"Can you come by at 6?"_s);
        m_server->setPerson({u"sub-other"_s, u"Patient/p2"_s, u"p2"_s});
        signIn(); // over a sign-in that ended, without a sign-out
        m_skill->open(u"reach-out"_s);
        QCOMPARE(m_skill->message(), QString());
    }

    void aReadyMessageChangesItsLanguage()
    {
        m_skill->open(u"reach-out"_s);
        const auto ready = [this] { return m_skill->script().value(u"messages"_s).toStringList(); };
        m_skill->keepMessage(ready().at(1));
        m_preferences->setLanguage(u"es"_s);
        QCOMPARE(m_skill->message(), ready().at(1));
        m_skill->keepMessage(u"mine"_s);
        m_preferences->setLanguage(u"en"_s);
        QCOMPARE(m_skill->message(), u"mine"_s);
        m_skill->finish();
        QCOMPARE(m_skill->message(), QString());
    }
};

QTEST_MAIN(TestSkillView)
#include "tst_skill.moc"
