// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Scripts.h"
#include "fakes/FakeClock.h"
#include "fakes/FakeHaptics.h"
#include "fakes/FakeReadAloud.h"
#include "fakes/FakeScreenAwake.h"
#include "view/TurnsView.h"

#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace handrail;
using test::script, test::steps, test::count;
using namespace std::chrono_literals;

/// Cards that are turned, and things that are found.
class TurnsTest : public QObject
{
    Q_OBJECT

    FakeClock m_clock;
    FakeHaptics m_haptics;
    FakeScreenAwake m_screen;

private Q_SLOTS:
    void cardsAndCounting()
    {
        TurnsView turns(m_clock, m_haptics, m_screen);
        QSignalSpy finished(&turns, &TurnsView::finished);
        turns.begin(script(steps));
        QVERIFY(!turns.isRested() && turns.isTicking() && !turns.canGoBack());
        turns.setShown(false);
        QVERIFY(!turns.isTicking());
        turns.setShown(true);
        m_clock.advance(5s);
        turns.look();
        QVERIFY(turns.isRested() && !turns.isTicking());
        turns.next();
        QCOMPARE(turns.title(), QStringLiteral("Look"));
        QCOMPARE(turns.place(), 2);
        turns.next();
        QCOMPARE(finished.size(), 1);
        turns.begin(script(count));
        QCOMPARE(turns.count(), 2);
        turns.tap();
        QCOMPARE(turns.found(), 1);
        turns.back();
        QCOMPARE(turns.found(), 0);
        turns.next();
        QCOMPARE(turns.say(), QStringLiteral("thing that you hear"));
        turns.tap();
        QCOMPARE(finished.size(), 2);
        QVERIFY(!turns.isTicking());
    }

    /// Eyes may be closed while a card rests, and hands be full while things are found.
    void cardsAndCountingAreSaidAndKeepTheScreenOn()
    {
        FakeReadAloud voice;
        TurnsView turns(m_clock, m_haptics, m_screen, &voice);
        turns.begin(script(steps));
        QVERIFY(m_screen.isHeld() && turns.canSpeak() && voice.said.isEmpty()); // until it is asked for
        turns.setVoiceOn(true);
        QCOMPARE(voice.said, QStringLiteral("Freeze. Stop."));
        turns.setInFront(false); // a call
        QVERIFY(!voice.isSpeaking() && !m_screen.isHeld());
        turns.setInFront(true);
        QVERIFY(voice.isSpeaking() && m_screen.isHeld());
        voice.said.clear();
        m_clock.advance(5s);
        turns.look(); // it has rested, and is not said again
        QVERIFY(voice.said.isEmpty() && m_screen.isHeld());
        turns.next();
        QCOMPARE(voice.said, QStringLiteral("Look. Around."));
        turns.setShown(false);
        QVERIFY(!voice.isSpeaking() && !m_screen.isHeld());
        turns.setShown(true);
        turns.next();
        QVERIFY(!voice.isSpeaking() && !m_screen.isHeld());

        turns.begin(script(count));
        QVERIFY(m_screen.isHeld());
        QCOMPARE(voice.said, QStringLiteral("2 things that you see"));
        voice.said.clear();
        turns.tap();
        QVERIFY(voice.said.isEmpty()); // the same round
        turns.tap();
        QCOMPARE(voice.said, QStringLiteral("1 thing that you hear"));
        turns.setVoiceOn(false);
        QVERIFY(!voice.isSpeaking());
        turns.close();
        QVERIFY(!m_screen.isHeld());
    }
};

QTEST_MAIN(TurnsTest)
#include "tst_turns.moc"
