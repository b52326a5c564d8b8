// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/OneDevice.h"
#include "store/StoreLock.h"

#include <QSignalSpy>

using namespace handrail;
using namespace std::chrono_literals;
using State = Account::State;

/// The account with a PIN: every way into Locked and out of it, and Revoked.
class TestAccountLock final : public QObject, OneDevice
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void lockDropsEverythingAndUnlockBringsItBack();
    void withoutAPinNothingLocks();
    void aStartWithAPinIsLocked();
    void wrongPinsWait();
    void neitherTheClockNorARestartShortensTheWait();
    void afterTenOnlyASignInHelps();
    void aForgottenPinLosesNothingUnsent();
    void whatWasBehindAForgottenPinComesBackWithIt();
    void aPinThatIsTriedTooOftenOpensNothingPutAside();
    void anotherPersonLeavesTheLockedStoreAlone();
    void aSignInGivenUpLeadsBackToTheLock();
    void signingInAgainKeepsThePin();
    void lockDuringASignInEndsIt();
    void thePinIsChangedAndTurnedOff();
    void theTenthWrongOneOnTheWayToAnotherPinLocks();
    void theKeychainKeepsTheSecretBack();
    void theSecretIsGoneAndTheKeyIsThere();
    void aLockThatCannotBeReadIsNoEndedPin_data();
    void aLockThatCannotBeReadIsNoEndedPin();
    void withoutAKeychainThereIsNoPin();
    void theDeviceUnlocks();
    void theEndOfTheSharingErasesWhatWasShared();

private:
    /// The kind of problem that it ended with.
    [[nodiscard]] QString openAside(const char *digits)
    {
        const Result<void> opened = QCoro::waitFor(m_account->openAside(m_account->asidePins().value(0).path, pin(digits)));
        return opened ? QString() : nameOf(opened.error().kind);
    }
    [[nodiscard]] QString problemKind() const { return m_account->problem() ? nameOf(m_account->problem()->kind) : QString(); }
};

void TestAccountLock::lockDropsEverythingAndUnlockBringsItBack()
{
    signIn();
    QVERIFY(m_account->records()->store().setValue(QStringLiteral("draft"), "half a check-in"));
    setPin();
    QSignalSpy dropped(m_account.get(), &Account::recordsChanged);
    m_account->lock();
    QCOMPARE(m_account->state(), State::Locked);
    QVERIFY(!m_account->records() && !m_account->sync() && !m_account->identity());
    QVERIFY(!dropped.isEmpty());
    QCOMPARE(m_account->pinDigits(), 6);
    unlock("246810");
    QCOMPARE(m_account->state(), State::Active);
    QCOMPARE(m_account->records()->store().value(QStringLiteral("draft")).value(), QByteArray("half a check-in"));
    QVERIFY(m_account->sync());
}

void TestAccountLock::withoutAPinNothingLocks()
{
    signIn();
    m_account->lock();
    QCOMPARE(m_account->state(), State::Active);
    QVERIFY(m_account->records());
}

void TestAccountLock::aStartWithAPinIsLocked()
{
    signIn();
    setPin();
    open();
    QCOMPARE(m_account->state(), State::Locked);
    QVERIFY(!m_account->records());
    unlock("135791");
    QCOMPARE(m_account->state(), State::Locked);
    QCOMPARE(problemKind(), QStringLiteral("PinWrong"));
    unlock("246810");
    QCOMPARE(m_account->state(), State::Active);
    QVERIFY(!m_account->problem());
}

void TestAccountLock::wrongPinsWait()
{
    signIn();
    setPin();
    m_account->lock();
    const QList<std::chrono::milliseconds> waits{0s, 0s, 0s, 30s, 2min, 5min, 15min, 15min, 15min};
    for (int tries = 1; tries <= waits.size(); ++tries) {
        unlock("000000");
        QCOMPARE(m_account->pinTries(), tries);
        QCOMPARE(m_account->pinWait(), waits.at(tries - 1));
        if (m_account->pinWait() == 0ms)
            continue;
        m_clock.advance(m_account->pinWait() - 1ms);
        unlock("246810"); // the right one, too early
        QCOMPARE(m_account->state(), State::Locked);
        QCOMPARE(m_account->pinTries(), tries);
        m_clock.advance(1ms);
    }
    unlock("246810");
    QCOMPARE(m_account->state(), State::Active);
    QCOMPARE(m_account->pinTries(), 0);
}

void TestAccountLock::neitherTheClockNorARestartShortensTheWait()
{
    signIn();
    setPin();
    m_account->lock();
    for (int i = 0; i < 5; ++i) {
        unlock("000000");
        if (i < 4)
            m_clock.advance(m_account->pinWait());
    }
    QCOMPARE(m_account->pinWait(), std::chrono::milliseconds(2min));
    m_clock.setWallClock(m_clock.nowUtc().addDays(1));
    QCOMPARE(m_account->pinWait(), std::chrono::milliseconds(2min));
    m_clock.setWallClock(m_clock.nowUtc().addYears(-2));
    QCOMPARE(m_account->pinWait(), std::chrono::milliseconds(2min));
    m_clock.advance(1min);
    open();
    QCOMPARE(m_account->pinWait(), std::chrono::milliseconds(2min));
    unlock("246810");
    QCOMPARE(m_account->state(), State::Locked);
    m_clock.advance(2min);
    unlock("246810");
    QCOMPARE(m_account->state(), State::Active);
}

void TestAccountLock::afterTenOnlyASignInHelps()
{
    signIn();
    setPin();
    queue();
    m_account->lock();
    for (int i = 0; i < 10; ++i) {
        unlock("000000");
        m_clock.advance(15min);
    }
    QVERIFY(m_account->isPinEnded());
    unlock("246810");
    QCOMPARE(m_account->state(), State::Locked);
    open();
    QVERIFY(m_account->isPinEnded());
    signIn();
    QVERIFY(!m_account->hasPin());
    QTRY_COMPARE(m_server->created().size(), 1);
    QTRY_COMPARE(storeFiles().size(), 1); // no PIN opens the other one any more
    QTRY_COMPARE(m_secrets->entries().size(), 1);
}

void TestAccountLock::aForgottenPinLosesNothingUnsent()
{
    signIn();
    setPin();
    queue();
    m_account->lock();
    const auto isAskedAnew = [this] { return m_browser->opened().constLast().query().contains(QStringLiteral("prompt=login")); };
    QVERIFY(!isAskedAnew());
    signIn();
    QVERIFY(isAskedAnew()); // the browser may still be signed in, and the device in other hands
    QVERIFY(!m_account->hasPin());
    QTRY_COMPARE(m_server->created().size(), 1);
    QTRY_COMPARE(m_account->records()->unsentCount(), 0);
    // What the PIN alone opens stays for 30 days, with its secret, and nothing of it is said to wait.
    QTest::qWait(100);
    QCOMPARE(storeFiles().size(), 2);
    QCOMPARE(m_secrets->entries().size(), 2);
    open();
    QCOMPARE(m_account->state(), State::Active);
    QCOMPARE(m_account->records()->unsentCount(), 0);
    m_account->settle();
    QTRY_COMPARE(m_account->sync()->state(), SyncEngine::State::Idle);
    for (const int days : {31, 1}) {
        QCOMPARE(storeFiles().size(), 2);
        m_server->setNow(m_server->now().addDays(days));
        m_clock.setWallClock(m_clock.nowUtc().addDays(days));
        m_account->refreshIfOlderThan(0min);
        QTRY_COMPARE(m_account->sync()->state(), SyncEngine::State::Idle);
    }
    QTRY_COMPARE(storeFiles().size(), 1);
    QTRY_COMPARE(m_secrets->entries().size(), 1); // the new store's key; the PIN's secret is gone
    QCOMPARE(m_server->created().size(), 1);
}

void TestAccountLock::whatWasBehindAForgottenPinComesBackWithIt()
{
    signIn();
    const auto value = [this] { return m_account->records()->store().value(QStringLiteral("mine")).value(); };
    QVERIFY(m_account->records()->store().setValue(QStringLiteral("mine"), "kept here alone"));
    setPin();
    queue();
    m_account->lock();
    signIn();
    QTRY_COMPARE(m_server->created().size(), 1);
    QVERIFY(!value());
    QCOMPARE(m_account->asidePins().size(), 1);
    QCOMPARE(m_account->asidePins().first().digits, 6);
    QCOMPARE(m_account->asidePins().first().until.date(), m_server->now().date().addDays(30));
    // Counted on the disk, and a restart makes no wait shorter.
    for (int tries = 1; tries <= 4; ++tries) {
        QCOMPARE(openAside("000000"), QStringLiteral("PinWrong"));
        QCOMPARE(m_account->asidePins().first().tries, tries);
    }
    QCOMPARE(m_account->asidePinWait(m_account->asidePins().first().path), std::chrono::milliseconds(30s));
    QCOMPARE(openAside("246810"), QStringLiteral("Cancelled"));
    open();
    m_account->settle();
    QCOMPARE(m_account->asidePins().first().tries, 4);
    QCOMPARE(m_account->asidePinWait(m_account->asidePins().first().path), std::chrono::milliseconds(30s));
    m_clock.advance(30s);
    // Without the secret of the keychain no PIN opens it, and none is counted.
    m_secrets->setMode(FakeSecretStore::Mode::Locked);
    QCOMPARE(openAside("246810"), QStringLiteral("KeyUnavailable"));
    QCOMPARE(m_account->asidePins().first().tries, 4);
    m_secrets->setMode(FakeSecretStore::Mode::Open);
    QSignalSpy back(m_account.get(), &Account::cameBack);
    QCOMPARE(openAside("246810"), QString());
    QCOMPARE(back.size(), 1);
    QCOMPARE(value(), QByteArray("kept here alone"));
    QCOMPARE(m_account->records()->unsentCount(), 0); // what was unsent came before, and is gone from there
    QVERIFY(m_account->asidePins().isEmpty());
    QCOMPARE(storeFiles().size(), 1);
    QTRY_COMPARE(m_secrets->entries().size(), 1);
    open();
    QCOMPARE(value(), QByteArray("kept here alone"));
    QCOMPARE(m_server->created().size(), 1);
}

void TestAccountLock::aPinThatIsTriedTooOftenOpensNothingPutAside()
{
    signIn();
    setPin();
    m_account->lock();
    signIn();
    QTRY_COMPARE(m_account->asidePins().size(), 1);
    for (int tries = 1; tries < 10; ++tries) {
        QCOMPARE(openAside("000000"), QStringLiteral("PinWrong"));
        m_clock.advance(15min);
    }
    QCOMPARE(openAside("000000"), QStringLiteral("PinEnded"));
    QVERIFY(m_account->asidePins().isEmpty());
    QCOMPARE(m_account->state(), State::Active); // whoever is in stays in
    QCOMPARE(storeFiles().size(), 1);
    QTRY_COMPARE(m_secrets->entries().size(), 1);
    open();
    QVERIFY(m_account->asidePins().isEmpty());
}

void TestAccountLock::anotherPersonLeavesTheLockedStoreAlone()
{
    signIn();
    setPin();
    queue();
    m_account->lock();
    m_server->setPerson({QStringLiteral("sub-other"), QStringLiteral("Patient/p2"), QStringLiteral("p2")});
    signIn();
    QVERIFY(!m_account->hasPin());
    QCOMPARE(m_account->records()->unsentCount(), 0);
    QCOMPARE(storeFiles().size(), 2);
    QVERIFY(m_server->created().isEmpty());
    QVERIFY(!storeFiles().join(u' ').contains(QStringLiteral("quarantine")));
}

void TestAccountLock::aSignInGivenUpLeadsBackToTheLock()
{
    signIn();
    setPin();
    m_account->lock();
    m_browser->setEditor([](const QUrl &) { return QUrl(); });
    const QCoro::Task<void> task = m_account->signIn(m_server->base());
    QCOMPARE(m_account->state(), State::SigningIn);
    m_account->cancelSignIn();
    QTRY_COMPARE(m_account->state(), State::Locked);
    QVERIFY(m_account->hasPin());
    unlock("246810");
    QCOMPARE(m_account->state(), State::Active);
}

void TestAccountLock::signingInAgainKeepsThePin()
{
    signIn();
    setPin();
    queue();
    signIn(); // as after the clinic ended the sign-in
    QVERIFY(m_account->hasPin());
    QCOMPARE(storeFiles().size(), 1);
    QTRY_COMPARE(m_server->created().size(), 1);
    m_account->lock();
    unlock("246810");
    QCOMPARE(m_account->state(), State::Active);
}

void TestAccountLock::lockDuringASignInEndsIt()
{
    signIn();
    setPin();
    m_browser->setEditor([](const QUrl &) { return QUrl(); });
    const QCoro::Task<void> task = m_account->signIn(m_server->base());
    QCOMPARE(m_account->state(), State::SigningIn);
    m_account->lock();
    QTRY_COMPARE(m_account->state(), State::Locked);
    QVERIFY(!m_account->records());
    unlock("246810");
    QCOMPARE(m_account->state(), State::Active);
}

void TestAccountLock::thePinIsChangedAndTurnedOff()
{
    signIn();
    setPin();
    QCOMPARE(nameOf(QCoro::waitFor(m_account->checkPin(pin("000000"))).error().kind), QStringLiteral("PinWrong"));
    QVERIFY(QCoro::waitFor(m_account->checkPin(pin("246810"))));
    QVERIFY(!QCoro::waitFor(m_account->changePin(pin("000000"), pin("13579135"))));
    QVERIFY(QCoro::waitFor(m_account->changePin(pin("246810"), pin("13579135"))));
    QCOMPARE(m_account->pinDigits(), 8);
    m_account->lock();
    unlock("246810");
    QCOMPARE(m_account->state(), State::Locked);
    unlock("13579135");
    QCOMPARE(m_account->state(), State::Active);
    QVERIFY(!QCoro::waitFor(m_account->removePin(pin("246810"))));
    QVERIFY(m_account->hasPin());
    QVERIFY(QCoro::waitFor(m_account->removePin(pin("13579135"))));
    QVERIFY(!m_account->hasPin());
    open();
    QCOMPARE(m_account->state(), State::Active);
}

void TestAccountLock::theTenthWrongOneOnTheWayToAnotherPinLocks()
{
    signIn();
    setPin();
    for (int i = 0; i < 10; ++i) {
        QCOMPARE(m_account->state(), State::Active);
        (void)QCoro::waitFor(m_account->checkPin(pin("000000")));
        m_clock.advance(15min);
    }
    QCOMPARE(m_account->state(), State::Locked);
    QVERIFY(m_account->isPinEnded());
}

void TestAccountLock::theKeychainKeepsTheSecretBack()
{
    signIn();
    setPin();
    open();
    m_secrets->setMode(FakeSecretStore::Mode::Locked);
    unlock("246810");
    QCOMPARE(m_account->state(), State::Locked);
    QCOMPARE(problemKind(), QStringLiteral("KeyUnavailable"));
    QCOMPARE(m_account->pinTries(), 0);
    m_secrets->setMode(FakeSecretStore::Mode::Open);
    unlock("246810");
    QCOMPARE(m_account->state(), State::Active);
}

/// A PIN that was turned off and whose file came back with a power cut: no start takes the last key there is.
void TestAccountLock::theSecretIsGoneAndTheKeyIsThere()
{
    signIn();
    QVERIFY(m_account->records()->store().setValue(QStringLiteral("draft"), "half a check-in"));
    const QHash<QString, QByteArray> withoutPin = m_secrets->entries();
    setPin();
    m_secrets->entries() = withoutPin;
    for (int start = 0; start < 2; ++start) {
        open();
        QCOMPARE(m_account->state(), State::Locked);
        QTest::qWait(50);
        QCOMPARE(m_secrets->entries(), withoutPin);
    }
    unlock();
    QCOMPARE(problemKind(), QStringLiteral("KeyUnavailable"));
    QCOMPARE(m_account->pinTries(), 0);
    signIn();
    QCOMPARE(m_account->records()->store().value(QStringLiteral("draft")).value(), QByteArray("half a check-in"));
    QVERIFY(!m_account->hasPin());
    QCOMPARE(storeFiles().size(), 1);
}

void TestAccountLock::aLockThatCannotBeReadIsNoEndedPin_data()
{
    QTest::addColumn<bool>("isNewer");
    QTest::addColumn<bool>("byPin");
    QTest::newRow("damaged, then tried again") << false << false;
    QTest::newRow("damaged, then the PIN") << false << true;
    QTest::newRow("of a newer version, then the PIN") << true << true;
}

void TestAccountLock::aLockThatCannotBeReadIsNoEndedPin()
{
    QFETCH(const bool, isNewer);
    QFETCH(const bool, byPin);
    signIn();
    setPin("24681012");
    const QString file = StoreLock::pathBeside(AccountFiles(accounts()).pathOf(m_account->accountHash()));
    const QString kept = m_folder->filePath(QStringLiteral("kept"));
    QVERIFY(QFile::copy(file, kept));
    if (isNewer) {
        QFile lock(file);
        // PRAGMA user_version, https://www.sqlite.org/fileformat2.html#the_database_header
        QVERIFY(lock.open(QIODevice::ReadWrite) && lock.seek(60) && lock.write("\0\0\0\x02", 4) == 4);
    } else {
        for (const QString &path : {file, QString(file + QStringLiteral(".copy"))}) {
            QFile lock(path);
            QVERIFY(lock.open(QIODevice::WriteOnly) && lock.write(QByteArray(4096, 'x')) == 4096);
        }
    }
    open();
    QCOMPARE(m_account->state(), State::Locked);
    QVERIFY(!m_account->isPinEnded() && !m_account->isLockReadable());
    QCOMPARE(problemKind(), isNewer ? QStringLiteral("StoreNewer") : QStringLiteral("StoreBroken"));
    unlock("246810");
    QCOMPARE(m_account->state(), State::Locked);
    QCOMPARE(problemKind(), isNewer ? QStringLiteral("StoreNewer") : QStringLiteral("StoreBroken"));

    QVERIFY(QFile::remove(file) && QFile::copy(kept, file)); // the disk gives it out again
    if (byPin)
        unlock("246810"); // six of its eight digits: as many as were asked for
    else
        m_account->readLockAgain();
    QVERIFY(m_account->isLockReadable() && !m_account->problem());
    QCOMPARE(m_account->pinDigits(), 8);
    QCOMPARE(m_account->pinTries(), 0);
    unlock("24681012");
    QCOMPARE(m_account->state(), State::Active);
}

void TestAccountLock::withoutAKeychainThereIsNoPin()
{
    m_secrets->setMode(FakeSecretStore::Mode::Missing);
    signIn();
    QVERIFY(m_account->isSessionOnly());
    QVERIFY(!QCoro::waitFor(m_account->setPin(pin("246810"))));
    QVERIFY(!m_account->hasPin());
    m_account->lock();
    QCOMPARE(m_account->state(), State::Active);
}

void TestAccountLock::theDeviceUnlocks()
{
    signIn();
    setPin();
    QVERIFY(m_account->hasDeviceAuth() && !m_account->canUnlockByDevice());
    QVERIFY(!QCoro::waitFor(m_account->setUnlockByDevice(true, pin("000000"))));
    QCOMPARE(m_device->count(), 0);
    QVERIFY(QCoro::waitFor(m_account->setUnlockByDevice(true, pin("246810"))));
    QVERIFY(m_account->canUnlockByDevice());
    open();
    QCOMPARE(m_account->state(), State::Locked);
    m_device->setOwner(false);
    QCoro::waitFor(m_account->unlockByDevice());
    QCOMPARE(m_account->state(), State::Locked);
    m_device->setOwner(true);
    QCoro::waitFor(m_account->unlockByDevice());
    QCOMPARE(m_account->state(), State::Active);
    QVERIFY(QCoro::waitFor(m_account->removePin(pin("246810"))));
    QCOMPARE(m_device->count(), 0); // without a PIN there is nothing to unlock
}

void TestAccountLock::theEndOfTheSharingErasesWhatWasShared()
{
    m_server->setPerson({QStringLiteral("sub-rosa"), QStringLiteral("RelatedPerson/r1"), QStringLiteral("p1")});
    signIn();
    QCOMPARE(m_account->identity()->role, Role::Relative);
    QCOMPARE(storeFiles().size(), 1);
    m_server->endSharing();
    m_clock.advance(2h); // the access token is over too
    m_account->settle();
    m_account->refreshIfOlderThan(0min);
    QTRY_COMPARE(m_account->state(), State::Revoked);
    QVERIFY(!m_account->records());
    QCOMPARE(problemKind(), QStringLiteral("SignInEnded"));
    QTRY_COMPARE(storeFiles().size(), 0);
    QTRY_COMPARE(m_secrets->entries().size(), 0);
    open();
    QCOMPARE(m_account->state(), State::SignedOut);
}

QTEST_GUILESS_MAIN(TestAccountLock)
#include "tst_account_lock.moc"
