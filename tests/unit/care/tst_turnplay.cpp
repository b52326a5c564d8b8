// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/KeptWait.h"
#include "care/TurnPlay.h"
#include "fakes/FakeClock.h"

#include <QTest>

using namespace handrail;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

Exercise script(const char *json)
{
    const Result<Exercise> read = readExercise(QByteArray(json));
    if (!read)
        qFatal("%s", qPrintable(read.error().detail));
    return *read;
}

} // namespace

/// What goes on by itself in the background, and what goes at the person's own pace.
class TurnPlayTest : public QObject
{
    Q_OBJECT

    FakeClock m_clock;

private Q_SLOTS:
    void aWaitGoesOnWhileTheDeviceSleeps()
    {
        WaitPlay wait(m_clock);
        QVERIFY(!wait.look());
        wait.begin(15min);
        m_clock.advance(1min);
        QCOMPARE(wait.left(), milliseconds(14min));
        m_clock.advance(10min); // nobody looks meanwhile
        QCOMPARE(wait.left(), milliseconds(4min));
        QVERIFY(!wait.look());
        for (const int seconds : {1200, -7200}) { // the wall clock is corrected: neither ends it nor wins time
            m_clock.setWallClock(m_clock.nowUtc().addSecs(seconds));
            QVERIFY(!wait.look());
            QCOMPARE(wait.left(), milliseconds(4min));
        }
        m_clock.advance(4min);
        QVERIFY(wait.look());
        QVERIFY(!wait.look());
        QCOMPARE(wait.state(), WaitPlay::State::Over);
        QCOMPARE(wait.left(), 0ms);
    }

    void aWaitPausesAndGoesLonger()
    {
        WaitPlay wait(m_clock);
        wait.begin(5min);
        m_clock.advance(1min);
        wait.pause();
        m_clock.advance(3h);
        QVERIFY(!wait.look());
        QCOMPARE(wait.left(), milliseconds(4min));
        wait.goLonger();
        QCOMPARE(wait.left(), milliseconds(9min));
        wait.resume();
        m_clock.advance(9min);
        QVERIFY(wait.look());
        QVERIFY(!wait.canGoLonger());
        wait.goLonger();
        wait.resume();
        QCOMPARE(wait.state(), WaitPlay::State::Over);
        wait.begin(2h);
        QCOMPARE(wait.total(), milliseconds(1h));
        QVERIFY(!wait.canGoLonger());
        m_clock.advance(1h);
        QVERIFY(wait.look());
        wait.begin(1min);
        m_clock.advance(2min);
        wait.pause(); // too late
        QCOMPARE(wait.state(), WaitPlay::State::Over);
        wait.end();
        QCOMPARE(wait.state(), WaitPlay::State::Idle);
    }

    void aWaitBeginsInItsMiddle()
    {
        WaitPlay wait(m_clock);
        wait.beginAt(15min, 6min, false);
        QCOMPARE(wait.state(), WaitPlay::State::Running);
        m_clock.advance(1min);
        QCOMPARE(wait.left(), milliseconds(8min));
        wait.beginAt(15min, 6min, true);
        m_clock.advance(1h);
        QCOMPARE(wait.state(), WaitPlay::State::Paused);
        QCOMPARE(wait.left(), milliseconds(9min));
        wait.beginAt(15min, 2h, false);
        QVERIFY(wait.look());
        QCOMPARE(wait.state(), WaitPlay::State::Over);
    }

    void whatWasKeptOfAWait()
    {
        const QDateTime at = m_clock.nowUtc();
        KeptWait wait{QStringLiteral("wait-do-choose"), at, 15min, 6min, 15, false};
        QCOMPARE(wait.elapsedAt(at.addSecs(120)), milliseconds(8min));
        QCOMPARE(wait.elapsedAt(at.addSecs(7200)), milliseconds(15min));
        QCOMPARE(wait.elapsedAt(at.addSecs(-7200)), milliseconds(6min)); // the clock was set back
        QVERIFY(!wait.isStaleAt(at.addSecs(9 * 60 + 3600)));
        QVERIFY(wait.isStaleAt(at.addSecs(9 * 60 + 3601)));
        wait.isPaused = true;
        QCOMPARE(wait.elapsedAt(at.addSecs(7200)), milliseconds(6min));
        QVERIFY(wait.isStaleAt(at.addSecs(3601)));
    }

    void cardsRestAndTurn()
    {
        StepsPlay play(m_clock);
        const Exercise exercise = script(R"({"kind":"steps","steps":[{"title":"1","say":"a","seconds":50},{"title":"2","say":"b"},
            {"title":"3","say":"c","seconds":5}]})");
        play.begin(std::get<StepsExercise>(exercise));
        QVERIFY(!play.isRested());
        QCOMPARE(*play.untilRested(), milliseconds(50s));
        m_clock.advance(20s);
        play.hide();
        QVERIFY(!play.untilRested());
        m_clock.advance(1h);
        play.show();
        QCOMPARE(*play.untilRested(), milliseconds(30s));
        m_clock.advance(30s);
        QVERIFY(play.isRested());
        QVERIFY(!play.back());
        play.next();
        QVERIFY(play.isRested());
        play.next();
        QVERIFY(!play.isRested()); // turned before it has rested
        QVERIFY(play.back());
        QCOMPARE(play.card().title, QStringLiteral("2"));
        play.next();
        play.next();
        QVERIFY(play.isEnded());
        play.next();
        QCOMPARE(play.index(), 3);
        QVERIFY(!play.untilRested());
        QCOMPARE(play.card().title, QStringLiteral("3"));
    }

    void countedOneByOne()
    {
        CountPlay play;
        const Exercise exercise = script(
            R"({"kind":"count","rounds":[{"count":2,"say":"see","examples":["a"]},{"count":1,"say":"hear","examples":[]}]})");
        play.begin(std::get<CountExercise>(exercise));
        QVERIFY(!play.back());
        play.tap();
        QCOMPARE(play.found(), 1);
        play.tap();
        QCOMPARE(play.now().say, QStringLiteral("hear"));
        QCOMPARE(play.found(), 0);
        QVERIFY(play.back()); // over the edge of a round
        QCOMPARE(play.round(), 0);
        QCOMPARE(play.found(), 1);
        play.skip();
        play.skip();
        QVERIFY(play.isEnded());
        QCOMPARE(play.now().say, QStringLiteral("hear"));
        play.tap();
        QVERIFY(play.back());
        QCOMPARE(play.round(), 1);
    }
};

QTEST_GUILESS_MAIN(TurnPlayTest)
#include "tst_turnplay.moc"
