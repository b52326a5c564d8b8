// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/OneDevice.h"

using namespace handrail;
using Mode = FakeSecretStore::Mode;
using State = Account::State;

/// A PIN that is turned off, or not yet in force, while the lock falls and the keychain does what it wants.
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

QTEST_GUILESS_MAIN(TestAccountPin)
#include "tst_account_pin.moc"
