// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/ExercisePlay.h"
#include "fakes/FakeClock.h"

#include <QTest>

using namespace handrail;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using State = TimedPlay::State;

namespace {

Exercise script(const char *json)
{
    const Result<Exercise> read = readExercise(QByteArray(json));
    if (!read)
        qFatal("%s", qPrintable(read.error().detail));
    return *read;
}

Exercise breath()
{
    return script(R"({"kind":"breath","minutes":[3,2,60],"phases":[{"say":"In","seconds":4,"shape":"grow","haptic":"rise"},
        {"say":"Out","seconds":6,"shape":"shrink","haptic":"fall"}],"lines":["a","b","c"]})");
}

Exercise box()
{
    return script(R"({"kind":"breath","minutes":[2],"phases":[{"say":"In","seconds":4,"shape":"grow"},
        {"say":"Hold","seconds":4,"shape":"stay","optional":true},{"say":"Out","seconds":4,"shape":"shrink"},
        {"say":"Hold","seconds":4,"shape":"stay","optional":true}],"lines":[]})");
}

Exercise wave()
{
    return script(
        R"({"kind":"wave","minutes":[3],"ask":"Where?","places":["Chest"],"phases":[{"say":"In","seconds":4,"shape":"grow"},
        {"say":"Out","seconds":6,"shape":"shrink"}],"rises":["r1","r2"],"peaks":["p1"],"fades":["f1","f2"]})");
}

Exercise timer()
{
    return script(
        R"({"kind":"timer","check":{"say":"Heart?","yes":"skip-cold"},"steps":[{"say":"Cold","seconds":25,"skippedBy":"skip-cold"},
        {"say":"Move","seconds":40,"more":"In a chair, too"},{"say":"Rest","seconds":5}],"bell":true,"rounds":2})");
}

} // namespace

class ExercisePlayTest : public QObject
{
    Q_OBJECT

    FakeClock m_clock;

    /// Lets time pass in pieces, with a look after each; gives what was said meanwhile.
    QStringList pass(TimedPlay &play, milliseconds time, milliseconds piece = 1s)
    {
        QStringList said;
        for (milliseconds done{}; done < time; done += piece) {
            m_clock.advance(std::min(piece, time - done));
            if (play.look() && play.state() == State::Running)
                said << play.phase().say;
        }
        return said;
    }

private Q_SLOTS:
    void aBreathGoesThroughItsPhases()
    {
        TimedPlay play(m_clock);
        QCOMPARE(play.state(), State::Idle);
        QVERIFY(!play.untilChange());
        play.begin(breath(), {});
        QVERIFY(play.look());
        QVERIFY(!play.look());
        QCOMPARE(play.state(), State::Running);
        QCOMPARE(play.total(), milliseconds(3min));
        QCOMPARE(play.phase().say, QStringLiteral("In"));
        QCOMPARE(play.phase().haptic, Haptic::Rise);
        QCOMPARE(play.line(), QStringLiteral("a"));
        m_clock.advance(3999ms);
        QCOMPARE(play.phaseLeft(), 1ms);
        QVERIFY(!play.look());
        m_clock.advance(1ms);
        QVERIFY(play.look());
        QCOMPARE(play.phase().say, QStringLiteral("Out"));
        QCOMPARE(play.left(), milliseconds(176s));
        m_clock.advance(6s);
        QCOMPARE(play.line(), QStringLiteral("b"));
        pass(play, 30s);
        QCOMPARE(play.line(), QStringLiteral("b")); // the 5th round: c, a, b
        pass(play, 140s - 1ms);
        QCOMPARE(play.state(), State::Running);
        pass(play, 1ms);
        QCOMPARE(play.state(), State::Ended);
        QCOMPARE(play.left(), 0ms);
        QVERIFY(!play.untilChange());
    }

    /// However seldom anybody looks, what is left is what is left.
    void timeIsRightWhenFramesAreNot_data()
    {
        QTest::addColumn<int>("piece");
        for (int piece : {7, 16, 33, 250, 1000, 4999, 9700})
            QTest::addRow("%d ms", piece) << piece;
    }
    void timeIsRightWhenFramesAreNot()
    {
        QFETCH(const int, piece);
        TimedPlay play(m_clock);
        play.begin(breath(), {});
        const milliseconds from = m_clock.monotonic();
        while (play.state() == State::Running) {
            m_clock.advance(milliseconds(piece));
            play.look();
            const milliseconds passed = m_clock.monotonic() - from;
            QCOMPARE(play.left(), std::max<milliseconds>(0ms, 180s - passed));
            QCOMPARE(play.phase().say,
                     play.state() == State::Ended || passed % 10s >= 4s ? QStringLiteral("Out") : QStringLiteral("In"));
        }
        QVERIFY(m_clock.monotonic() - from < 180s + milliseconds(piece));
    }

    /// The total is the sum of the phases, whatever is done on the way; it ends exactly then.
    void theTotalIsTheSumOfThePhases()
    {
        quint32 dice = 7;
        const auto roll = [&dice](quint32 sides) {
            dice = dice * 1664525 + 1013904223;
            return (dice >> 16U) % sides;
        };
        const QList<Exercise> all{breath(), box(), wave(), timer()};
        for (int i = 0; i < 400; ++i) {
            TimedPlay play(m_clock);
            play.begin(all.at(int(roll(4))), {.minutes = 2});
            play.answerCheck(roll(2) == 0);
            milliseconds counted{};
            for (int j = 0; j < 12 && play.state() != State::Ended; ++j) {
                const milliseconds before = play.elapsed();
                switch (roll(7)) {
                case 0: play.goLonger(); break;
                case 1: play.next(); break;
                case 2: play.setWithoutHolding(roll(2) == 0); break;
                case 3: play.pause(); break;
                case 4: play.hide(); break;
                case 5: play.show(); break;
                default: play.resume(); break;
                }
                if (play.state() == State::Ended)
                    break;
                QCOMPARE(play.elapsed(), before); // nothing that is done moves the time
                QCOMPARE(play.elapsed(), counted);
                const milliseconds by(roll(9000));
                const bool isRunning = play.state() == State::Running;
                m_clock.advance(by);
                play.look();
                counted += isRunning ? std::min(by, play.total() - counted) : milliseconds(0);
                milliseconds sum{};
                for (const PlayPhase &phase : play.plan()) {
                    QVERIFY(phase.length > 0ms);
                    sum += phase.length;
                }
                QCOMPARE(play.total(), sum);
                QCOMPARE(play.elapsed() + play.left(), sum);
                QVERIFY(play.level() >= 0 && play.level() <= 1);
                QVERIFY(play.waveAt() >= 0 && play.waveAt() <= 1);
            }
            play.show();
            play.resume();
            while (play.state() == State::Running) {
                const milliseconds left = play.left();
                m_clock.advance(*play.untilChange());
                play.look();
                QVERIFY(play.left() < left && left - play.left() <= 1s);
            }
            QCOMPARE(play.state(), State::Ended);
            QCOMPARE(play.elapsed(), play.total());
        }
    }

    void wholeRoundsThatFit()
    {
        const auto total = [](const Exercise &exercise, const PlayChoice &choice) { return lengthOf(planOf(exercise, choice)); };
        QCOMPARE(total(box(), {}), milliseconds(112s)); // 7 of 16 s
        QCOMPARE(total(box(), {.isWithoutHolding = true}), milliseconds(120s));
        QCOMPARE(total(breath(), {.minutes = 60}), milliseconds(1h));
        QCOMPARE(total(breath(), {.minutes = 7}), milliseconds(3min)); // is not offered
        QCOMPARE(total(timer(), {}), milliseconds(140s));
        QCOMPARE(total(timer(), {.isCheckYes = true}), milliseconds(90s));
        QVERIFY(planOf(script(R"({"kind":"steps","steps":[{"title":"a","say":"b"},{"title":"a","say":"b"}]})"), {}).isEmpty());
        QVERIFY(hasHolding(box()));
        QVERIFY(!hasHolding(breath()));
        QCOMPARE(lengthsOf(breath()), (QList<int>{3, 2, 60}));
        QVERIFY(lengthsOf(timer()).isEmpty());
    }

    void anHourToItsEnd()
    {
        TimedPlay play(m_clock);
        play.begin(breath(), {.minutes = 60});
        QCOMPARE(pass(play, 1h, 500ms).size(), 720);
        QCOMPARE(play.state(), State::Ended);
        play.begin(breath(), {.minutes = 60});
        QVERIFY(!play.canGoLonger());
        play.goLonger();
        QCOMPARE(play.total(), milliseconds(1h));
    }

    void pausedNothingPasses()
    {
        TimedPlay play(m_clock);
        play.begin(breath(), {});
        pass(play, 5s);
        play.pause();
        QVERIFY(play.look());
        QVERIFY(!play.untilChange());
        const double level = play.level();
        m_clock.advance(2h);
        QVERIFY(!play.look());
        QCOMPARE(play.left(), milliseconds(175s));
        QCOMPARE(play.level(), level);
        play.show(); // it was not hidden
        QCOMPARE(play.state(), State::Paused);
        play.resume();
        QCOMPARE(*play.untilChange(), milliseconds(1s));
        pass(play, 5s);
        QCOMPARE(play.left(), milliseconds(170s));
    }

    void hiddenItWaitsAndGoesOn()
    {
        TimedPlay play(m_clock);
        play.begin(breath(), {});
        pass(play, 5s);
        play.hide();
        QCOMPARE(play.state(), State::Away);
        QVERIFY(!play.untilChange());
        m_clock.advance(20min);
        play.look();
        QCOMPARE(play.left(), milliseconds(175s));
        play.show();
        QCOMPARE(play.state(), State::Running);
        QCOMPARE(play.left(), milliseconds(175s));
        play.hide();
        play.pause();
        play.show(); // the person's pause stays
        QCOMPARE(play.state(), State::Paused);
        play.hide();
        play.show();
        QCOMPARE(play.state(), State::Paused);
        play.end();
        play.hide();
        play.resume();
        QCOMPARE(play.state(), State::Ended);
    }

    /// A device that sleeps stops its monotonic clock; some systems count on, or stop the app alone.
    void whatWasSleptDoesNotCount()
    {
        TimedPlay play(m_clock);
        play.begin(breath(), {});
        pass(play, 5s);
        m_clock.setWallClock(m_clock.nowUtc().addSecs(3600));
        play.look();
        QCOMPARE(play.left(), milliseconds(175s));
        m_clock.advance(8h);
        QCOMPARE(play.left(), milliseconds(175s)); // before anybody looks, too
        play.look();
        QCOMPARE(play.state(), State::Running);
        QCOMPARE(play.left(), milliseconds(175s));
        pass(play, 5s);
        QCOMPARE(play.left(), milliseconds(170s));
        m_clock.advance(1h);
        play.pause(); // at the moment of waking
        QCOMPARE(play.left(), milliseconds(170s));
    }

    void longerAddsWholeRounds()
    {
        TimedPlay play(m_clock);
        play.begin(box(), {});
        pass(play, 20s);
        QVERIFY(play.canGoLonger());
        play.goLonger();
        QCOMPARE(play.total(), milliseconds(112s + 48s));
        while (play.canGoLonger())
            play.goLonger();
        QVERIFY(play.total() <= 1h && play.total() > 1h - 48s);
        QCOMPARE(play.plan().last().round, play.plan().size() / 4 - 1);
        play.begin(timer(), {});
        QVERIFY(!play.canGoLonger()); // the check waits
        play.answerCheck(true);
        pass(play, 10s);
        play.goLonger();
        QCOMPARE(play.phaseLeft(), milliseconds(45s));
        QCOMPARE(play.plan().at(2).length, milliseconds(40s)); // the next round's is as it was
    }

    void withoutHoldingFromHereOn()
    {
        TimedPlay play(m_clock);
        play.begin(box(), {});
        pass(play, 18s); // in the 2nd round's in
        play.setWithoutHolding(true);
        QCOMPARE(play.phase().say, QStringLiteral("In"));
        QCOMPARE(play.elapsed(), milliseconds(18s));
        const QStringList rest = pass(play, 20s);
        QCOMPARE(rest,
                 (QStringList{QStringLiteral("In"), QStringLiteral("Out"), QStringLiteral("In"), QStringLiteral("Out"),
                              QStringLiteral("In"), QStringLiteral("Out")})
                     .mid(1));
        QVERIFY(play.total() > 112s - 8s && play.total() <= 112s);
        play.begin(box(), {});
        pass(play, 5s); // in a hold
        play.setWithoutHolding(true);
        play.look();
        QCOMPARE(play.phase().say, QStringLiteral("Out")); // at once
        QCOMPARE(play.level(), 1.0);
        play.setWithoutHolding(false);
        pass(play, 4s);
        QCOMPARE(play.phase().say, QStringLiteral("In"));
        pass(play, 4s);
        QCOMPARE(play.phase().say, QStringLiteral("Hold"));
    }

    void theShapeGrowsAndShrinks()
    {
        TimedPlay play(m_clock);
        play.begin(box(), {});
        QCOMPARE(play.level(), 0.0);
        QCOMPARE(play.levelAtEnd(), 1.0);
        m_clock.advance(2s);
        QVERIFY(std::abs(play.level() - 0.5) < 1e-9);
        m_clock.advance(1s);
        QVERIFY(play.level() > 0.75); // a sine
        m_clock.advance(3s);          // holding
        QCOMPARE(play.level(), 1.0);
        QCOMPARE(play.levelAtEnd(), 1.0);
        m_clock.advance(2s);
        QCOMPARE(play.levelAtEnd(), 0.0);
        play.look();
        m_clock.advance(5s);
        QCOMPARE(play.level(), 0.0);
    }

    void aWaveRisesPeaksAndFades()
    {
        TimedPlay play(m_clock);
        play.begin(wave(), {});
        QCOMPARE(play.part(), TimedPlay::Part::Rises);
        QStringList lines{play.line()};
        double last = 0;
        for (int second = 0; second < 180; ++second) {
            pass(play, 1s);
            QVERIFY(play.waveAt() > last);
            last = play.waveAt();
            if (play.line() != lines.last())
                lines << play.line();
        }
        QCOMPARE(play.part(), TimedPlay::Part::Fades);
        QCOMPARE(play.waveAt(), 1.0);
        // 7 rounds rise, 3 peak, 8 fade.
        const auto times = [&lines](const char *line) { return lines.count(QString::fromLatin1(line)); };
        QCOMPARE(times("r1"), 4);
        QCOMPARE(times("r2"), 3);
        QCOMPARE(times("p1"), 1);
        QCOMPARE(times("f1"), 4);
        QCOMPARE(lines.first(), QStringLiteral("r1"));
        QCOMPARE(lines.last(), QStringLiteral("f2"));
    }

    void itGoesOnWhereItStood()
    {
        TimedPlay play(m_clock);
        QVERIFY(!play.place());
        play.begin(breath(), {});
        play.goLonger();
        pass(play, 47s);
        const PlayPlace place = *play.place();
        play.beginAt(breath(), place);
        QCOMPARE(play.state(), State::Running);
        QCOMPARE(play.total(), place.total);
        QCOMPARE(play.left(), place.left + 7s); // from the start of its round
        QCOMPARE(play.phase().step, 0);
        pass(play, 1h);
        QCOMPARE(play.state(), State::Ended);
        QVERIFY(!play.place());
    }

    void aTimerGoesOnAtItsStep()
    {
        TimedPlay play(m_clock);
        play.begin(timer(), {});
        QVERIFY(!play.place()); // its check waits
        play.answerCheck(true);
        pass(play, 42s);
        QCOMPARE(play.phase().say, QStringLiteral("Rest"));
        play.pause();
        const PlayPlace place = *play.place();
        play.beginAt(timer(), place); // and does not ask again
        QCOMPARE(play.phase().say, QStringLiteral("Rest"));
        QCOMPARE(play.phaseLeft(), milliseconds(5s));
        QCOMPARE(play.left(), milliseconds(50s));
        play.beginAt(breath(), {{}, 900, 5h, -1h}); // of another script
        QVERIFY(play.left() > 0s);
    }

    void longerNeverMovesAWaveBack()
    {
        TimedPlay play(m_clock);
        play.begin(wave(), {});
        pass(play, 120s);
        const double before = play.waveAt();
        QCOMPARE(play.part(), TimedPlay::Part::Fades);
        play.goLonger();
        QVERIFY(std::abs(play.waveAt() - before) < 1e-9);
        QVERIFY(play.line().startsWith(u'f'));
        pass(play, 1s);
        QVERIFY(play.waveAt() > before);
        pass(play, 119s);
        QCOMPARE(play.state(), State::Ended);
        QCOMPARE(play.waveAt(), 1.0);
    }

    void aTimerAsksFirst()
    {
        TimedPlay play(m_clock);
        play.begin(timer(), {});
        QCOMPARE(play.state(), State::Asking);
        QVERIFY(!play.untilChange());
        m_clock.advance(10min);
        play.look();
        play.pause();
        play.hide();
        play.next();
        QCOMPARE(play.state(), State::Asking);
        play.answerCheck(true);
        play.answerCheck(false); // it was answered
        QCOMPARE(play.phase().say, QStringLiteral("Move"));
        QCOMPARE(play.line(), QStringLiteral("In a chair, too"));
        QCOMPARE(play.left(), milliseconds(90s));
        QCOMPARE(pass(play, 90s),
                 (QStringList{QStringLiteral("Move"), QStringLiteral("Rest"), QStringLiteral("Move"), QStringLiteral("Rest")}));
        QCOMPARE(play.state(), State::Ended);
        play.begin(timer(), {}); // again
        play.answerCheck(false);
        QCOMPARE(play.phase().say, QStringLiteral("Cold"));
    }

    void aStepCanBeLeftOut()
    {
        TimedPlay play(m_clock);
        play.begin(timer(), {});
        play.answerCheck(false);
        pass(play, 5s);
        play.next();
        QCOMPARE(play.phase().say, QStringLiteral("Move"));
        QCOMPARE(play.phaseLeft(), milliseconds(40s));
        QCOMPARE(play.left(), milliseconds(115s));
        play.next(); // before it has begun, as it were
        QCOMPARE(play.phase().say, QStringLiteral("Rest"));
        play.pause();
        for (int i = 0; i < 4; ++i)
            play.next();
        QCOMPARE(play.state(), State::Ended);
        play.begin(breath(), {});
        play.next(); // a breath has no steps
        QCOMPARE(play.left(), milliseconds(3min));
    }
};

QTEST_GUILESS_MAIN(ExercisePlayTest)
#include "tst_exerciseplay.moc"
