// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/OneDevice.h"
#include "view/AutoLock.h"

using namespace handrail;
using namespace std::chrono_literals;
using State = Account::State;

/// When the app locks by itself, and when it must not.
class TestAutoLock final : public QObject, OneDevice
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void afterTheChosenTimeAway_data();
    void afterTheChosenTimeAway();
    void aClockSetBackWinsNoTime();
    void asleepIsAway();
    void whoComesBackTooLateIsLockedBeforeALook();
    void whoComesBackInTimeIsNot();
    void untouchedInFront();
    void withoutAPinNever();
    void thePinIsSetLongAfterTheStart();
    void theTimeAwayAtTheSignInPageCounts_data();
    void theTimeAwayAtTheSignInPageCounts();
    void notWhileTheClinicsPageIsOpen();

private:
    /// As long as the lock looks at the clock.
    bool isLockedSoon()
    {
        return QTest::qWaitFor([this] { return m_account->state() == State::Locked; }, 2500);
    }
    bool isStillOpen()
    {
        QTest::qWait(1300);
        return m_account->state() == State::Active;
    }

    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<AutoLock> m_lock;
};

void TestAutoLock::init()
{
    begin();
    m_preferences = std::make_unique<Preferences>(QString());
    m_lock = std::make_unique<AutoLock>(*m_account, m_clock, *m_preferences);
    signIn();
}

void TestAutoLock::cleanup()
{
    m_lock.reset();
    end();
}

void TestAutoLock::afterTheChosenTimeAway_data()
{
    QTest::addColumn<int>("minutes");
    for (int minutes = 0; minutes <= 5; ++minutes)
        QTest::addRow("%d", minutes) << minutes;
}

void TestAutoLock::afterTheChosenTimeAway()
{
    QFETCH(int, minutes);
    setPin();
    m_preferences->setLockMinutes(minutes);
    m_lock->setInFront(false);
    if (minutes > 0) {
        QCOMPARE(m_account->state(), State::Active);
        m_clock.advance(std::chrono::minutes(minutes) - 1s);
        QVERIFY(isStillOpen());
        m_clock.advance(1s);
        QVERIFY(isLockedSoon());
    }
    QCOMPARE(m_account->state(), State::Locked); // with 0 at once
}

void TestAutoLock::aClockSetBackWinsNoTime()
{
    setPin();
    m_lock->setInFront(false);
    m_clock.advance(30s);
    m_clock.setWallClock(m_clock.nowUtc().addDays(-1));
    m_clock.advance(31s);
    QVERIFY(isLockedSoon());
}

void TestAutoLock::asleepIsAway()
{
    setPin();
    m_lock->setInFront(false);
    m_clock.setWallClock(m_clock.nowUtc().addSecs(8 * 3600)); // while a device sleeps its monotonic clock may stand still
    QVERIFY(isLockedSoon());
}

void TestAutoLock::whoComesBackTooLateIsLockedBeforeALook()
{
    setPin();
    m_lock->setInFront(false);
    m_clock.advance(61s);
    m_lock->setInFront(true);
    QCOMPARE(m_account->state(), State::Locked);
}

void TestAutoLock::whoComesBackInTimeIsNot()
{
    setPin();
    m_lock->setInFront(false);
    m_clock.advance(50s);
    m_lock->setInFront(true);
    m_clock.advance(50s);
    QVERIFY(isStillOpen());
}

void TestAutoLock::untouchedInFront()
{
    setPin();
    m_preferences->setLockMinutes(1);
    m_clock.advance(4min);
    m_lock->note();
    m_clock.advance(4min);
    QVERIFY(isStillOpen()); // a minute is for who has left, not for who reads
    m_clock.advance(1min);
    QVERIFY(isLockedSoon());
}

void TestAutoLock::withoutAPinNever()
{
    m_preferences->setLockMinutes(0);
    m_lock->setInFront(false);
    m_clock.advance(24h);
    QVERIFY(isStillOpen());
    m_lock->setInFront(true);
    QCOMPARE(m_account->state(), State::Active);
}

void TestAutoLock::thePinIsSetLongAfterTheStart()
{
    m_clock.advance(30min);
    setPin();
    QVERIFY(isStillOpen());
}

void TestAutoLock::notWhileTheClinicsPageIsOpen()
{
    setPin();
    m_browser->setEditor([](const QUrl &) { return QUrl(); });
    const QCoro::Task<void> task = m_account->signIn(m_server->base());
    m_lock->setInFront(false); // the browser came up
    m_clock.advance(2min);
    QTest::qWait(1300);
    QCOMPARE(m_account->state(), State::SigningIn);
    m_account->cancelSignIn();
    QTRY_VERIFY(m_account->state() != State::SigningIn);
    QVERIFY(isLockedSoon());
}

void TestAutoLock::theTimeAwayAtTheSignInPageCounts_data()
{
    QTest::addColumn<int>("lockMinutes");
    QTest::addColumn<int>("secondsAway");
    QTest::addColumn<bool>("isLocked");
    QTest::newRow("at once, away") << 0 << 1 << true;
    QTest::newRow("at once, never away") << 0 << 0 << false;
    QTest::newRow("1 minute, 4 minutes away") << 1 << 240 << true;
    QTest::newRow("1 minute, half of it away") << 1 << 30 << false;
    QTest::newRow("5 minutes, 4 away") << 5 << 240 << false;
}

void TestAutoLock::theTimeAwayAtTheSignInPageCounts()
{
    QFETCH(int, lockMinutes);
    QFETCH(int, secondsAway);
    QFETCH(bool, isLocked);
    setPin();
    m_preferences->setLockMinutes(lockMinutes);
    m_browser->setEditor([](const QUrl &) { return QUrl(); });
    const QCoro::Task<void> task = m_account->signIn(m_server->base());
    QCOMPARE(m_account->state(), State::SigningIn);
    if (secondsAway > 0) {
        m_clock.advance(20s); // in front, at the app's own page
        m_lock->setInFront(false);
        m_clock.advance(std::chrono::seconds(secondsAway));
        QTest::qWait(1100);
        QCOMPARE(m_account->state(), State::SigningIn); // it may be about to be done
        m_lock->setInFront(true);
        QCOMPARE(m_account->state(), State::SigningIn);
    }
    m_account->cancelSignIn();
    QTRY_VERIFY(m_account->state() != State::SigningIn);
    QCOMPARE(m_account->state(), isLocked ? State::Locked : State::Active);
    if (!isLocked)
        QVERIFY(isStillOpen());
}

QTEST_MAIN(TestAutoLock)
#include "tst_auto_lock.moc"
