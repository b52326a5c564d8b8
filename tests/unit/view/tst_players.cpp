// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Scripts.h"
#include "content/Skills.h"
#include "fakes/FakeClock.h"
#include "fakes/FakeHaptics.h"
#include "fakes/FakeNotifier.h"
#include "fakes/FakeReadAloud.h"
#include "fakes/FakeScreenAwake.h"
#include "view/MinuteTimer.h"
#include "view/Preferences.h"
#include "view/TimedPlayer.h"
#include "view/TurnsView.h"
#include "view/WaitView.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace handrail;
using test::script, test::steps, test::count;
using namespace std::chrono_literals;
using Pulse = Haptics::Pulse;

namespace {

// One of each kind, as skills have them.
const QByteArray breath = R"({"kind":"breath","minutes":[3,2],"phases":[{"say":"In","seconds":4,"shape":"grow","haptic":"rise"},
    {"say":"Hold","seconds":4,"shape":"stay","optional":true},{"say":"Out","seconds":6,"shape":"shrink","haptic":"fall"}],"lines":["One","Two"]})";
const QByteArray wave = R"({"kind":"wave","minutes":[3,10],"ask":"Where is it?","places":["Chest","Hands"],
    "phases":[{"say":"In","seconds":4,"shape":"grow"},{"say":"Out","seconds":6,"shape":"shrink"}],"rises":["r"],"peaks":["p"],"fades":["f"]})";
const QByteArray timer = R"({"kind":"timer","check":{"say":"Heart?","yes":"no-cold"},"steps":[
    {"say":"Cold","seconds":25,"skippedBy":"no-cold","haptic":"tick"},{"say":"Move","more":"In a chair, too","seconds":40,"haptic":"rise"},
    {"say":"Rest","seconds":5}],"bell":true,"rounds":2})";
const QByteArray wait = R"({"kind":"wait","minutes":[15,5],"say":"Not now.","choose":"Pick one","suggestions":["Walk","Shower"],
    "after":{"say":"What now?","answers":[{"say":"More","next":"again"},{"say":"Call","next":"skill:reach-out"},{"say":"Okay","next":"end"}]}})";
} // namespace

class PlayersTest : public QObject
{
    Q_OBJECT

    FakeClock m_clock;
    FakeHaptics m_haptics;
    FakeScreenAwake m_screen;
    FakeNotifier m_notifier;

    void pass(TimedPlayer &player, std::chrono::milliseconds time)
    {
        for (; time > 0s; time -= 1s) {
            m_clock.advance(1s);
            player.look();
        }
    }
    /// To the end of whatever it is, the person doing what is asked; false if it never comes.
    bool playToTheEnd(const Exercise &exercise)
    {
        if (std::holds_alternative<StepsExercise>(exercise) || std::holds_alternative<CountExercise>(exercise)) {
            TurnsView turns(m_clock, m_haptics, m_screen);
            QSignalSpy finished(&turns, &TurnsView::finished);
            turns.begin(exercise);
            for (int i = 0; i < 400 && finished.isEmpty(); ++i)
                std::holds_alternative<StepsExercise>(exercise) ? turns.next() : turns.tap();
            return finished.size() == 1 && !turns.isTicking();
        }
        if (const auto *waiting = std::get_if<WaitExercise>(&exercise)) {
            MinuteTimer minute(m_clock);
            WaitView view(m_clock, m_notifier, minute);
            QSignalSpy finished(&view, &WaitView::finished);
            QSignalSpy asked(&view, &WaitView::skillAsked);
            view.begin(QStringLiteral("x"), *waiting);
            for (int i = 0; i < waiting->afterAnswers.size() && finished.isEmpty() && asked.isEmpty(); ++i) {
                m_clock.advance(1h);
                view.look();
                view.answer(i);
            }
            return finished.size() + asked.size() == 1 && !view.isTicking();
        }
        TimedPlayer player(m_clock, m_haptics, m_screen);
        QSignalSpy finished(&player, &TimedPlayer::finished);
        player.begin(exercise, {});
        player.answerCheck(false);
        if (player.steps() == 0)
            return false;
        for (int second = 0; second < 3700 && finished.isEmpty(); ++second) {
            if (player.say().isEmpty() || player.leftText().isEmpty())
                return false;
            pass(player, 1s);
        }
        return finished.size() == 1 && !player.isTicking() && !m_screen.isHeld();
    }

private Q_SLOTS:
    void aBreathSaysShowsAndPulses()
    {
        TimedPlayer player(m_clock, m_haptics, m_screen);
        QSignalSpy phases(&player, &TimedPlayer::phaseChanged);
        QSignalSpy ticks(&player, &TimedPlayer::ticked);
        player.begin(script(breath), {QStringLiteral("Careful")});
        QCOMPARE(player.state(), TimedPlayer::Running);
        QVERIFY(m_screen.isHeld() && player.isTicking());
        QCOMPARE(player.say(), QStringLiteral("In"));
        QCOMPARE(player.line(), QStringLiteral("One"));
        QCOMPARE(player.leftText(), QStringLiteral("2:48")); // 12 rounds of 14 s
        QCOMPARE(player.totalText(), QStringLiteral("left of 3 min"));
        QCOMPARE(player.seconds(), 4);
        QVERIFY(player.cautions().isEmpty()); // its page says them
        phases.clear();
        ticks.clear();
        pass(player, 3s);
        QCOMPARE(phases.size(), 0); // nothing is said each second
        QCOMPARE(ticks.size(), 3);
        pass(player, 11s);
        QCOMPARE(phases.size(), 3);
        QCOMPARE(m_haptics.played(), (QList<Pulse>{Pulse::Rise, Pulse::Fall, Pulse::Rise}));
        player.setQuieter(true);
        QVERIFY(player.line().isEmpty());
        QCOMPARE(player.say(), QStringLiteral("In")); // the words that lead stay
        player.close();
        QVERIFY(!m_screen.isHeld() && !player.isTicking());
    }

    /// Paused, hidden, over: no timer, and the screen may go dark.
    void nothingRunsWhenNothingPlays()
    {
        TimedPlayer player(m_clock, m_haptics, m_screen);
        QSignalSpy ticks(&player, &TimedPlayer::ticked);
        QSignalSpy moves(&player, &TimedPlayer::moved);
        player.begin(script(breath), {});
        const auto rests = [&] {
            ticks.clear();
            moves.clear();
            m_clock.advance(9s);
            QTest::qWait(1100);
            return !player.isTicking() && !m_screen.isHeld() && ticks.isEmpty() && moves.isEmpty();
        };
        player.pause();
        QVERIFY(rests());
        player.setShown(false);
        QVERIFY(rests());
        player.setShown(true);
        QVERIFY(rests());
        player.resume();
        QVERIFY(player.isTicking() && m_screen.isHeld());
        player.setShown(false);
        QCOMPARE(player.state(), TimedPlayer::Away);
        QVERIFY(rests());
        QCOMPARE(player.leftText(), QStringLiteral("2:48"));
        player.setShown(true);
        QVERIFY(player.isTicking() && m_screen.isHeld());
        player.end();
        QVERIFY(rests());
        player.setShown(false);
        player.begin(script(breath), {}); // opened while nobody looks
        QVERIFY(rests());
        player.setShown(true);
        QVERIFY(player.isTicking());
    }

    /// The timer alone brings the next second; it is not asked for more often.
    void itsTimerKeepsTime()
    {
        const SystemClock clock;
        TimedPlayer player(clock, m_haptics, m_screen);
        player.begin(script(breath), {});
        QSignalSpy ticks(&player, &TimedPlayer::ticked);
        QTest::qWait(2300);
        QCOMPARE(player.leftText(), QStringLiteral("2:46"));
        QVERIFY2(ticks.size() >= 2 && ticks.size() <= 4, qPrintable(QString::number(ticks.size())));
    }

    void aWaveKnowsItsPartAndPlace()
    {
        TimedPlayer player(m_clock, m_haptics, m_screen);
        player.begin(script(wave), {});
        QCOMPARE(player.part(), TimedPlayer::Rises);
        QCOMPARE(player.ask(), QStringLiteral("Where is it?"));
        player.setPlace(QStringLiteral("Chest"));
        QCOMPARE(player.lengths().size(), 2);
        QCOMPARE(player.minutes(), 3);
        pass(player, 80s);
        QCOMPARE(player.part(), TimedPlayer::Peaks);
        QCOMPARE(player.line(), QStringLiteral("p"));
        player.setMinutes(10);
        QCOMPARE(player.minutes(), 10);
        QCOMPARE(player.leftText(), QStringLiteral("10:00"));
        QCOMPARE(player.place(), QStringLiteral("Chest"));
        player.close();
        QVERIFY(player.place().isEmpty());
    }

    void aTimerAsksRingsAndEnds()
    {
        FakeHaptics haptics;
        TimedPlayer player(m_clock, haptics, m_screen);
        QSignalSpy finished(&player, &TimedPlayer::finished);
        player.begin(script(timer), {QStringLiteral("Careful")});
        QCOMPARE(player.state(), TimedPlayer::Asking);
        QCOMPARE(player.check(), QStringLiteral("Heart?"));
        QCOMPARE(player.cautions(), QStringLiteral("Careful"));
        QVERIFY(!player.isTicking() && !m_screen.isHeld() && !player.isBell());
        QVERIFY(haptics.played().isEmpty());
        player.answerCheck(true);
        QCOMPARE(haptics.played(), (QList<Pulse>{Pulse::Tick, Pulse::Rise})); // the bell, the step
        QVERIFY(player.isBell());
        QCOMPARE(player.say(), QStringLiteral("Move"));
        QCOMPARE(player.steps(), 4);
        pass(player, 20s);
        QVERIFY(!player.isBell());
        QCOMPARE(player.phaseFraction(), 0.5);
        player.goLonger();
        QCOMPARE(player.seconds(), 35);
        player.next();
        QCOMPARE(player.say(), QStringLiteral("Rest"));
        QCOMPARE(player.step(), 2);
        pass(player, 50s);
        QCOMPARE(finished.size(), 1);
        QCOMPARE(haptics.played().last(), Pulse::Tick);
        player.end();
        QCOMPARE(finished.size(), 1);
    }

    void timesInWords()
    {
        TimedPlayer player(m_clock, m_haptics, m_screen);
        player.begin(script(wave), {});
        pass(player, 105s);
        QCOMPARE(player.leftText(), QStringLiteral("1:15"));
        QVERIFY(player.leftSpoken().contains(u'1') && player.leftSpoken().contains(QStringLiteral("15")));
        m_clock.advance(100ms);
        QCOMPARE(player.leftText(), QStringLiteral("1:15")); // a second that has begun is still there
        pass(player, 15s);
        QVERIFY(player.leftSpoken().endsWith(QStringLiteral("left")));
        player.begin(script(R"({"kind":"timer","steps":[{"say":"a","seconds":40}]})"), {});
        QCOMPARE(player.totalText(), QStringLiteral("left of 40 s"));
    }

    /// Eyes closed, or the phone away: the voice leads by itself, once; what the person wishes stays.
    void aVoiceLeadsByItselfWhereNobodyLooks()
    {
        const Exercise bell =
            script(R"({"kind":"timer","steps":[{"say":"Squeeze","seconds":5},{"say":"Let go","seconds":9}],"bell":true})");
        const Exercise walk = script(R"({"kind":"timer","steps":[{"say":"Walk","seconds":60}],"goesOn":true})");
        const Exercise still = script(R"({"kind":"timer","steps":[{"say":"Feel","seconds":60}]})");
        FakeReadAloud voice;
        for (const Exercise &led : {bell, walk}) {
            TimedPlayer player(m_clock, m_haptics, m_screen, &voice);
            QSignalSpy changed(&player, &TimedPlayer::voiceChanged);
            player.begin(still, {});
            QVERIFY(!player.isByEar() && !player.isVoiceOn() && !voice.isSpeaking());
            changed.clear();
            player.begin(led, {});
            QVERIFY(player.isByEar() && player.isVoiceOn() && voice.isSpeaking() && !changed.isEmpty());
            player.setInFront(false); // a call
            QVERIFY(!voice.isSpeaking());
            player.setInFront(true);
            player.setVoiceOn(false);
            QVERIFY(!player.isVoiceOn() && !voice.isSpeaking());
            player.begin(led, {});
            QVERIFY(!player.isVoiceOn() && !voice.isSpeaking());
        }
        TimedPlayer player(m_clock, m_haptics, m_screen, &voice);
        player.begin(bell, {});
        QCOMPARE(voice.said, QStringLiteral("Squeeze"));
        pass(player, 5s);
        QCOMPARE(voice.said, QStringLiteral("Let go"));
        player.close();
        // There is none: the page says so.
        voice.isAvailable = false;
        player.begin(bell, {});
        QVERIFY(player.isByEar() && !player.isVoiceOn() && !voice.isSpeaking());
    }

    /// Who turned it off does not hear it after the app was closed either.
    void theWishForTheVoiceOutlivesTheApp()
    {
        const QTemporaryDir folder;
        const Exercise walk = script(R"({"kind":"timer","steps":[{"say":"Walk","seconds":60}],"goesOn":true})");
        FakeReadAloud voice;
        bool wasOn = true; // by itself
        for (const bool isOn : {false, true, false}) {
            Preferences preferences(folder.filePath(QStringLiteral("settings")));
            TimedPlayer player(m_clock, m_haptics, m_screen, &voice, &preferences);
            player.begin(walk, {});
            QVERIFY(player.isVoiceOn() == wasOn && voice.isSpeaking() == wasOn);
            player.setVoiceOn(isOn);
            QVERIFY(player.isVoiceOn() == isOn && voice.isSpeaking() == isOn);
            wasOn = isOn;
        }
    }

    void aVoiceSaysEachPhaseWhenItIsAskedTo()
    {
        FakeReadAloud voice;
        TimedPlayer player(m_clock, m_haptics, m_screen, &voice);
        player.begin(script(breath), {});
        pass(player, 14s);
        QVERIFY(player.canSpeak() && !player.isVoiceOn() && voice.said.isEmpty()); // off until then
        player.setVoiceOn(true);
        QCOMPARE(voice.said, QStringLiteral("In. Two"));
        voice.end();
        pass(player, 2s);
        QVERIFY(!voice.isSpeaking()); // once a phase
        pass(player, 2s);
        QCOMPARE(voice.said, QStringLiteral("Hold")); // and the line once a round
        player.setQuieter(true);
        pass(player, 10s);
        QCOMPARE(voice.said, QStringLiteral("In"));
        // It is silent while nothing runs, and says where it goes on.
        const QList<std::pair<std::function<void()>, std::function<void()>>> rests{
            {[&] { player.pause(); }, [&] { player.resume(); }},
            {[&] { player.setShown(false); }, [&] { player.setShown(true); }},     // Help now, or a sheet
            {[&] { player.setInFront(false); }, [&] { player.setInFront(true); }}, // a call
            {[&] { player.setVoiceOn(false); }, [&] { player.setVoiceOn(true); }}};
        for (const auto &[rest, goOn] : rests) {
            QVERIFY(voice.isSpeaking());
            rest();
            QVERIFY(!voice.isSpeaking());
            voice.said.clear();
            pass(player, 1s);
            QVERIFY(voice.said.isEmpty());
            goOn();
            QCOMPARE(voice.said, QStringLiteral("In"));
        }
        player.end();
        QVERIFY(!voice.isSpeaking());
        player.begin(script(timer), {});
        player.answerCheck(false);
        QCOMPARE(voice.said, QStringLiteral("Cold"));
        player.next();
        QCOMPARE(voice.said, QStringLiteral("Move"));
        player.close();
        QVERIFY(!voice.isSpeaking());
        voice.isAvailable = false;
        QVERIFY(!player.canSpeak());
    }

    void aWaitTellsWhenNobodyLooks()
    {
        MinuteTimer minute(m_clock);
        WaitView view(m_clock, m_notifier, minute);
        const Exercise exercise = script(wait);
        QSignalSpy ticks(&view, &WaitView::ticked);
        view.begin(QStringLiteral("wait-do-choose"), std::get<WaitExercise>(exercise));
        view.setShown(true);
        QCOMPARE(view.leftText(), QStringLiteral("15:00"));
        view.pick(1);
        QCOMPARE(view.picked(), 1);
        view.pick(1);
        QCOMPARE(view.picked(), -1);
        view.setShown(false); // the page is left, or the app
        ticks.clear();
        m_clock.advance(14min);
        QTest::qWait(1100);
        QCOMPARE(ticks.size(), 0); // unseen, no second is counted
        QVERIFY(view.isTicking()); // one timer waits for the end
        QVERIFY(m_notifier.shown().isEmpty());
        m_notifier.show(Notifier::Kind::Reminder, QStringLiteral("Reminder"), QStringLiteral("You have something at 6:00 pm."));
        m_clock.advance(1min); // the rest was slept; the turn of a minute notices
        Q_EMIT minute.turned();
        QCOMPARE(view.state(), WaitView::Over);
        QVERIFY(!view.isTicking());
        QCOMPARE(m_notifier.shown().size(), 2);
        QCOMPARE(m_notifier.shown().last().second, QStringLiteral("Your timer is done."));
        view.setShown(true);
        QVERIFY(!m_notifier.isVisible(Notifier::Kind::Wait));
        QVERIFY(m_notifier.isVisible(Notifier::Kind::Reminder)); // nobody has read it
        view.answer(0);                                          // again
        QCOMPARE(view.leftText(), QStringLiteral("15:00"));
        m_clock.advance(15min);
        view.look();
        QCOMPARE(view.state(), WaitView::Over);
        QCOMPARE(m_notifier.shown().size(), 2); // it is seen
        QSignalSpy asked(&view, &WaitView::skillAsked);
        view.answer(1);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().toString(), QStringLiteral("reach-out"));
        QCOMPARE(view.state(), WaitView::Idle);
    }

    void aWaitPausesEndsAndIsForgotten()
    {
        MinuteTimer minute(m_clock);
        WaitView view(m_clock, m_notifier, minute);
        QSignalSpy finished(&view, &WaitView::finished);
        QSignalSpy ended(&view, &WaitView::ended);
        const Exercise exercise = script(wait);
        view.begin(QStringLiteral("a"), std::get<WaitExercise>(exercise));
        view.setMinutes(5);
        view.setMinutes(7); // is not offered
        QCOMPARE(view.leftText(), QStringLiteral("5:00"));
        view.goLonger();
        view.pause();
        QVERIFY(!view.isTicking());
        m_clock.advance(1h);
        view.look();
        QCOMPARE(view.leftText(), QStringLiteral("10:00"));
        view.resume();
        view.end();
        QCOMPARE(ended.size(), 1);
        QVERIFY(!view.isTicking());
        const auto told = m_notifier.shown().size();
        view.begin(QStringLiteral("a"), std::get<WaitExercise>(exercise));
        view.forget(); // somebody else may come
        m_clock.advance(1h);
        Q_EMIT minute.turned();
        QCOMPARE(m_notifier.shown().size(), told);
        QVERIFY(view.skillId().isEmpty() && view.say().isEmpty());
        QCOMPARE(ended.size(), 1);
        QVERIFY(finished.isEmpty()); // it never came to its end
    }

    void aCallIsYieldedTo()
    {
        TimedPlayer player(m_clock, m_haptics, m_screen);
        player.begin(script(breath), {});
        pass(player, 5s);
        const QString left = player.leftText();
        player.setInFront(false); // its window can be seen still
        QCOMPARE(player.state(), TimedPlayer::Away);
        QVERIFY(!player.isTicking() && !m_screen.isHeld());
        pass(player, 60s);
        player.setShown(false);
        player.setShown(true);
        QCOMPARE(player.state(), TimedPlayer::Away);
        player.setInFront(true);
        QCOMPARE(player.state(), TimedPlayer::Running);
        QCOMPARE(player.leftText(), left);
        player.pause(); // what the person paused stays so
        player.setInFront(false);
        player.setInFront(true);
        QCOMPARE(player.state(), TimedPlayer::Paused);
    }

    void whoEndsItHasNotFinishedIt()
    {
        TimedPlayer player(m_clock, m_haptics, m_screen);
        QSignalSpy finished(&player, &TimedPlayer::finished);
        QSignalSpy ended(&player, &TimedPlayer::ended);
        player.begin(script(breath), {});
        pass(player, 5s);
        player.end();
        QCOMPARE(ended.size(), 1);
        player.begin(script(timer), {});
        player.answerCheck(true);
        for (int i = 0; i < 4; ++i)
            player.next(); // all of it left out
        QCOMPARE(player.state(), TimedPlayer::Ended);
        QCOMPARE(ended.size(), 2);
        QVERIFY(finished.isEmpty());
    }

    void eachKindReachesItsEnd_data()
    {
        QTest::addColumn<Exercise>("exercise");
        for (const QByteArray &json : {breath, wave, timer, wait, steps, count})
            QTest::newRow(qPrintable(kindOf(script(json)))) << script(json);
    }
    void eachKindReachesItsEnd()
    {
        QFETCH(const Exercise, exercise);
        QVERIFY(playToTheEnd(exercise));
    }

    /// The skills that come with the app, in each language.
    void theSkillsReachTheirEnd()
    {
        const QStringList kinds{QStringLiteral("breath"), QStringLiteral("wave"),  QStringLiteral("timer"),
                                QStringLiteral("wait"),   QStringLiteral("steps"), QStringLiteral("count")};
        const QDir all(QStringLiteral(HANDRAIL_SKILLS));
        int played = 0;
        for (const QString &id : all.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            for (const QString &name : QDir(all.filePath(id)).entryList({QStringLiteral("*.md")}, QDir::Files)) {
                QFile file(all.filePath(id + u'/' + name));
                QVERIFY(file.open(QIODevice::ReadOnly));
                const Result<SkillText> skill = readSkill(file.readAll());
                QVERIFY2(skill, qPrintable(id + (skill ? QString() : skill.error().detail)));
                if (!kinds.contains(kindOf(skill->exercise)))
                    continue;
                QVERIFY2(playToTheEnd(skill->exercise), qPrintable(id + u'/' + name));
                ++played;
            }
        }
        QVERIFY(played > 0);
    }
};

QTEST_MAIN(PlayersTest)
#include "tst_players.moc"
