// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/OneDevice.h"

#include <QFile>

using namespace handrail;
using namespace std::chrono_literals;
using Mode = FakeSecretStore::Mode;
using State = Account::State;

/// A PIN that is turned off, not yet in force or forgotten, while locks fall, people come and go, and the keychain does what it wants.
class TestAccountPin final : public QObject, OneDevice
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void aLockThatFallsWhileItIsTurnedOffShutsNobodyOut_data();
    void aLockThatFallsWhileItIsTurnedOffShutsNobodyOut();
    void itIsInForceOnceItsSecretCanBeHad_data();
    void itIsInForceOnceItsSecretCanBeHad();
    void aKeyThatWasPutBackForNothingGoesAgain();
    void whatIsBehindAForgottenOneGoesWhoeverIsIn_data();
    void whatIsBehindAForgottenOneGoesWhoeverIsIn();

private:
    /// By the PIN, if there still is one.
    void comeIn()
    {
        if (m_account->state() == State::Locked) {
            QVERIFY(m_account->hasPin());
            unlock();
        }
        QCOMPARE(m_account->state(), State::Active);
    }
};

void TestAccountPin::aLockThatFallsWhileItIsTurnedOffShutsNobodyOut_data()
{
    QTest::addColumn<bool>("isKeyLeft");
    QTest::addColumn<int>("calls");
    for (int calls = 1; calls <= 4; ++calls)
        QTest::addRow("call %d of the keychain", calls) << false << calls;
    for (int calls = 1; calls <= 9; ++calls)
        QTest::addRow("call %d, and the key was still there", calls) << true << calls;
}

/// The next calls of the keychain are those of the turning off, and of what takes out the key that was left.
void TestAccountPin::aLockThatFallsWhileItIsTurnedOffShutsNobodyOut()
{
    QFETCH(const bool, isKeyLeft);
    QFETCH(const int, calls);
    signIn();
    queue();
    if (isKeyLeft)
        m_secrets->setMode(Mode::Keeping);
    setPin();
    QCOMPARE(m_account->isPinInForce(), !isKeyLeft);
    const qsizetype before = m_secrets->calls().size();
    const QCoro::Task<Result<void>> turningOff = m_account->removePin(pin());
    while (m_secrets->calls().size() < before + calls && !turningOff.isReady())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    m_secrets->setMode(Mode::Open);
    m_account->lock();
    QTRY_VERIFY(turningOff.isReady());
    comeIn();
    QCOMPARE(unsent(), 1);
    QTest::qWait(50); // what is still asked of the keychain
    open();
    comeIn();
    QCOMPARE(unsent(), 1);
}

void TestAccountPin::itIsInForceOnceItsSecretCanBeHad_data()
{
    QTest::addColumn<bool>("byDevice");
    QTest::newRow("unlocked by the PIN") << false;
    QTest::newRow("unlocked by the device") << true;
}

/// The app starts while the keychain is locked, and cannot tell whether the store's own key is in there.
void TestAccountPin::itIsInForceOnceItsSecretCanBeHad()
{
    QFETCH(const bool, byDevice);
    signIn();
    setPin();
    QVERIFY(QCoro::waitFor(m_account->setUnlockByDevice(true, pin())));
    m_secrets->setMode(Mode::Locked);
    open();
    QTRY_VERIFY(!m_account->isPinInForce());
    m_secrets->setMode(Mode::Open);
    if (byDevice)
        QCoro::waitFor(m_account->unlockByDevice());
    else
        unlock();
    QCOMPARE(m_account->state(), State::Active);
    QTRY_VERIFY(m_account->isPinInForce());
}

/// The keychain does not answer to the write of the store's own key, and carries it out later.
void TestAccountPin::aKeyThatWasPutBackForNothingGoesAgain()
{
    signIn();
    queue();
    const QHash<QString, QByteArray> ownKey = m_secrets->entries();
    setPin();
    m_secrets->setModeAfter(2, Mode::Hung); // the secret and the place for the key are read before
    QVERIFY(!QCoro::waitFor(m_account->removePin(pin())));
    m_secrets->entries().insert(ownKey);
    QTest::qWait(50);
    QVERIFY(m_account->hasPin());
    QVERIFY(!m_account->isPinInForce());
    m_secrets->setMode(Mode::Open);
    m_account->lock();
    QTRY_VERIFY(m_account->isPinInForce());
    QCOMPARE(m_secrets->entries().size(), 1); // the PIN's secret
    comeIn();
    QCOMPARE(unsent(), 1);
}

void TestAccountPin::whatIsBehindAForgottenOneGoesWhoeverIsIn_data()
{
    QTest::addColumn<bool>("isUnsentTaken");
    QTest::newRow("nothing in it is unsent") << true;
    QTest::newRow("something in it may be unsent") << false;
}

void TestAccountPin::whatIsBehindAForgottenOneGoesWhoeverIsIn()
{
    QFETCH(const bool, isUnsentTaken);
    signIn();
    setPin();
    queue();
    m_account->lock();
    signIn(); // the PIN is forgotten
    QTRY_COMPARE(m_server->created().size(), 1);
    QTRY_COMPARE(unsent(), 0);
    QCoro::waitFor(m_account->signOut());
    const QStringList note = left(QStringLiteral("*.taken"));
    QCOMPARE(note.size(), 1);
    if (!isUnsentTaken)
        QVERIFY(QFile::remove(accounts() + u'/' + note.first()));
    m_server->setPerson({QStringLiteral("sub-other"), QStringLiteral("Patient/p2"), QStringLiteral("p2")});
    signIn();
    m_account->settle();
    QTRY_COMPARE(m_account->sync()->state(), SyncEngine::State::Idle);
    for (const int days : {29, 2, 1}) { // the second time says so first, and the third once more
        QCOMPARE(left(QStringLiteral("*quarantine*.db")).size(), 1);
        m_server->setNow(m_server->now().addDays(days));
        m_clock.setWallClock(m_clock.nowUtc().addDays(days));
        m_account->refreshIfOlderThan(0min);
        QTRY_COMPARE(m_account->sync()->state(), SyncEngine::State::Idle);
    }
    if (!isUnsentTaken) {
        QTest::qWait(50);
        QCOMPARE(left(QStringLiteral("*quarantine*.db")).size(), 1);
        return;
    }
    QTRY_VERIFY(left(QStringLiteral("*quarantine*")).isEmpty());
    QTRY_COMPARE(m_secrets->entries().size(), 1); // the key of who is in
    QCOMPARE(m_account->state(), State::Active);
}

QTEST_GUILESS_MAIN(TestAccountPin)
#include "tst_account_pin.moc"
