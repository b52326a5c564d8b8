// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/OneDevice.h"

#include <QSignalSpy>

using namespace handrail;
using namespace std::chrono_literals;
using State = Account::State;

/// One device with a strict server, over real sockets: what a sign-in, a sign-out and a start leave behind.
class TestAccount final : public QObject, OneDevice
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void signOutDoesNotWaitForTheNetwork_data();
    void signOutDoesNotWaitForTheNetwork();
    void signOutRevokes();
    void whatIsPutAsideIsCountedAndSentWithItsKey_data();
    void whatIsPutAsideIsCountedAndSentWithItsKey();
    void signOutKeepsWhatIsPutAside();
    void whatIsPutAsideGoesByTheClinicsClock();
    void theSamePersonKeepsWhatIsUnsent_data();
    void theSamePersonKeepsWhatIsUnsent();
    void anotherPersonsSignInLosesNothing();
    void whatWaitsIsTriedWhenTheNetworkIsBack();
    void aForbiddenItemIsTriedAfterASignIn();
    void eraseLeavesNothing_data();
    void eraseLeavesNothing();
    void eraseLeavesWhatIsAnothers();
    void whatCannotBeErasedIsSaid();
    void theKeyIsTriedAgainByItself();
    void aSignInEndsTheWaitForTheKey();

private:
    /// Something unsent is in a store whose key is out of reach, and the person signed in again. Gives the entries of the keychain.
    QHash<QString, QByteArray> putAside();
};

void TestAccount::signOutDoesNotWaitForTheNetwork_data()
{
    QTest::addColumn<bool>("isUnsent");
    QTest::newRow("everything sent") << false;
    QTest::newRow("something unsent") << true;
}

void TestAccount::signOutDoesNotWaitForTheNetwork()
{
    QFETCH(bool, isUnsent);
    signIn();
    FakeReply silent;
    silent.isSilent = true;
    m_server->route("POST", QStringLiteral("/auth/revoke"), silent);
    if (isUnsent)
        queue();
    m_account->signOut(); // and nothing has been waited for
    QCOMPARE(m_account->state(), State::SignedOut);
    QVERIFY(!m_account->records());
    // The app is ended in this moment; the next start is nobody's.
    open();
    QCOMPARE(m_account->state(), State::SignedOut);
    QTRY_COMPARE(storeFiles().size(), isUnsent ? 1 : 0);
}

void TestAccount::signOutRevokes()
{
    signIn();
    QCoro::waitFor(m_account->signOut());
    QTRY_COMPARE(m_server->revoked().size(), 1);
    QVERIFY(storeFiles().isEmpty());
    QTRY_VERIFY(m_secrets->entries().isEmpty());
}

QHash<QString, QByteArray> TestAccount::putAside()
{
    signIn();
    queue();
    m_account.reset();
    const QHash<QString, QByteArray> entries = m_secrets->entries();
    m_secrets->entries().clear(); // as a locked keyring seems to be
    open();
    if (m_account->state() != State::KeyUnavailable)
        qFatal("not shut");
    signIn();
    return entries;
}

void TestAccount::whatIsPutAsideIsCountedAndSentWithItsKey_data()
{
    QTest::addColumn<bool>("isAtStart");
    QTest::newRow("at the next start") << true;
    QTest::newRow("after the next sign-in") << false;
}

void TestAccount::whatIsPutAsideIsCountedAndSentWithItsKey()
{
    QFETCH(bool, isAtStart);
    const auto entries = putAside();
    QCOMPARE(storeFiles().size(), 2);
    QCOMPARE(unsent(), 1); // nobody can say what is in it, so it is not said that everything is sent
    QVERIFY(m_server->created().isEmpty());

    m_secrets->entries().insert(entries);
    if (isAtStart) {
        open();
        m_account->settle();
    } else {
        signIn();
    }
    QTRY_COMPARE(m_server->created().size(), 1);
    QTRY_COMPARE(unsent(), 0);
    QCOMPARE(storeFiles().size(), 1);
    QTRY_COMPARE(m_secrets->entries().size(), 1); // the key of the store that is gone
    open();
    QCOMPARE(m_account->state(), State::Active);
}

void TestAccount::signOutKeepsWhatIsPutAside()
{
    const auto entries = putAside();
    QCoro::waitFor(m_account->signOut());
    QCOMPARE(storeFiles().size(), 1);
    QVERIFY(storeFiles().first().contains(QStringLiteral("quarantine")));
    m_secrets->entries().insert(entries);
    open();
    QCOMPARE(m_account->state(), State::SignedOut);
    signIn();
    QTRY_COMPARE(m_server->created().size(), 1);
    QTRY_COMPARE(unsent(), 0);
}

void TestAccount::whatIsPutAsideGoesByTheClinicsClock()
{
    m_clock.setWallClock(m_clock.nowUtc().addYears(-3)); // this device is three years behind
    putAside();
    m_account->refreshIfOlderThan(0min);
    QTRY_COMPARE(m_account->sync()->state(), SyncEngine::State::Idle);
    QCOMPARE(storeFiles().size(), 2);                   // put aside just now, for the clinic
    m_clock.setWallClock(m_clock.nowUtc().addYears(6)); // and now three years ahead
    m_account->refreshIfOlderThan(0min);
    QTRY_COMPARE(m_account->sync()->state(), SyncEngine::State::Idle);
    QCOMPARE(storeFiles().size(), 2);
    for (const int days : {31, 1}) { // not because of one answer
        QCOMPARE(storeFiles().size(), 2);
        m_server->setNow(m_server->now().addDays(days));
        m_clock.advance(24h);
        m_account->refreshIfOlderThan(0min);
        QTRY_COMPARE(m_account->sync()->state(), SyncEngine::State::Idle);
    }
    QTRY_COMPARE(storeFiles().size(), 1);
    QCOMPARE(unsent(), 0);
}

void TestAccount::theSamePersonKeepsWhatIsUnsent_data()
{
    QTest::addColumn<FakeSecretStore::Mode>("mode");
    QTest::newRow("in memory") << FakeSecretStore::Mode::Missing;
    QTest::newRow("on the disk") << FakeSecretStore::Mode::Open;
}

void TestAccount::theSamePersonKeepsWhatIsUnsent()
{
    QFETCH(FakeSecretStore::Mode, mode);
    m_secrets->setMode(mode);
    signIn();
    QCOMPARE(m_account->isSessionOnly(), mode == FakeSecretStore::Mode::Missing);
    m_server->route("POST", FakeFhirServer::at(QStringLiteral("QuestionnaireResponse")), FakeReply::html(500));
    const QString identifier = queue();
    Store *const store = &m_account->records()->store();
    signIn();
    QCOMPARE(&m_account->records()->store(), store); // nothing was closed and opened again
    QVERIFY(store->outbox().find(identifier)->has_value());
    QCOMPARE(unsent(), 1);
    QCOMPARE(m_account->isSessionOnly(), mode == FakeSecretStore::Mode::Missing);
}

void TestAccount::anotherPersonsSignInLosesNothing()
{
    m_secrets->setMode(FakeSecretStore::Mode::Missing);
    signIn();
    m_server->route("POST", FakeFhirServer::at(QStringLiteral("QuestionnaireResponse")), FakeReply::html(500));
    const QString identifier = queue();
    m_server->setPerson({QStringLiteral("sub-jordan"), QStringLiteral("Patient/p2"), QStringLiteral("p2")});
    QCoro::waitFor(m_account->signIn(m_server->base()));
    QCOMPARE(m_account->state(), State::Active);
    QVERIFY(m_account->problem());
    QCOMPARE(m_account->problem()->kind, ProblemKind::UnsentOfAnother);
    QCOMPARE(m_account->identity()->patientId, QStringLiteral("p1"));
    QVERIFY(m_account->records()->store().outbox().find(identifier)->has_value());
    QTRY_COMPARE(m_server->revoked().size(), 1); // of the sign-in that was not used

    OutboxItem item = m_account->records()->store().outbox().find(identifier)->value();
    item.state = OutboxState::Done;
    QVERIFY(m_account->records()->store().outbox().update(item));
    signIn();
    QCOMPARE(m_account->identity()->patientId, QStringLiteral("p2"));
}

void TestAccount::whatWaitsIsTriedWhenTheNetworkIsBack()
{
    signIn();
    m_account->tryNow();
    QVERIFY(m_account->sync()->state() == SyncEngine::State::Idle); // nothing of it before the first page
    m_account->settle();
    QTRY_COMPARE(m_account->sync()->state(), SyncEngine::State::Idle);
    const QString identifier = queue();
    OutboxItem item = m_account->records()->store().outbox().find(identifier)->value();
    item.attempts = 9;
    item.retryAt = m_clock.nowUtc().addSecs(5 * 3600); // as after many tries that failed
    QVERIFY(m_account->records()->store().outbox().update(item));
    m_account->sync()->nudge();
    QTRY_COMPARE(m_account->sync()->state(), SyncEngine::State::Idle);
    QTest::qWait(50);
    QVERIFY(m_server->created().isEmpty());
    m_account->tryNow();
    QTRY_COMPARE(m_server->created().size(), 1);
    QTRY_COMPARE(unsent(), 0);

    // Again within the minute: not at once.
    QTRY_COMPARE(m_account->sync()->state(), SyncEngine::State::Idle);
    const QString second = queue();
    const qsizetype before = m_server->requests().size();
    m_account->tryNow();
    m_account->tryNow();
    QTest::qWait(100);
    QCOMPARE(m_server->requests().size(), before);
    QVERIFY(m_account->records()->store().outbox().find(second)->value().state == OutboxState::Queued);
}

void TestAccount::aForbiddenItemIsTriedAfterASignIn()
{
    signIn();
    int tries = 0;
    m_server->route("POST", FakeFhirServer::at(QStringLiteral("QuestionnaireResponse")), [&tries](const FakeRequest &) {
        ++tries;
        return FakeReply::json(
            "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"forbidden\"}]}", 403);
    });
    const QString identifier = queue();
    const auto isRejected = [&] {
        return m_account->records()->store().outbox().find(identifier)->value().state == OutboxState::Rejected;
    };
    m_account->sync()->nudge();
    QTRY_VERIFY(isRejected());
    QTRY_COMPARE(m_account->sync()->state(), SyncEngine::State::Idle);
    open();
    m_account->settle();
    QTRY_VERIFY(m_account->sync()->lastSuccess().isValid());
    QTRY_COMPARE(m_account->sync()->state(), SyncEngine::State::Idle);
    QVERIFY(isRejected());
    QCOMPARE(tries, 1); // a start of the app is no new right
    signIn();
    QTRY_COMPARE(tries, 2);
}

void TestAccount::eraseLeavesNothing_data()
{
    QTest::addColumn<bool>("isUnsent");
    QTest::addColumn<bool>("isAside");
    QTest::addColumn<bool>("isOffline");
    QTest::newRow("everything sent") << false << false << false;
    QTest::newRow("something unsent") << true << false << false;
    QTest::newRow("something put aside") << true << true << false;
    QTest::newRow("offline") << true << true << true;
}

void TestAccount::eraseLeavesNothing()
{
    QFETCH(bool, isUnsent);
    QFETCH(bool, isAside);
    QFETCH(bool, isOffline);
    if (isAside) {
        const auto entries = putAside();
        m_secrets->entries().insert(entries);
    } else {
        signIn();
    }
    if (isUnsent)
        queue();
    if (isOffline)
        m_server->stop();
    QSignalSpy erased(m_account.get(), &Account::erased);
    QCoro::waitFor(m_account->signOut(Account::Leaving::Erase));
    QCOMPARE(m_account->state(), State::SignedOut);
    QVERIFY(!m_account->problem());
    QVERIFY(storeFiles().isEmpty());
    // Offline one thing waits: to end the sign-in at the clinic too.
    const int waits = isOffline ? 1 : 0;
    const auto left = [this] { return QDir(m_folder->filePath(QStringLiteral("accounts"))).entryList(QDir::Files); };
    QTRY_COMPARE(left().filter(QStringLiteral("revoke-")).size(), waits);
    QTRY_COMPARE(m_secrets->entries().size(), waits);
    QCOMPARE(left().size(), 1 + waits);
    QVERIFY(left().contains(QStringLiteral("last")));
    QCOMPARE(erased.count(), 1);
    QCOMPARE(erased.first().first().toBool(), true);
    if (!isOffline)
        QTRY_VERIFY(!m_server->revoked().isEmpty());
    open();
    QCOMPARE(m_account->state(), State::SignedOut);
}

void TestAccount::eraseLeavesWhatIsAnothers()
{
    signIn();
    queue();
    QCoro::waitFor(m_account->signOut());
    QTRY_COMPARE(m_secrets->entries().size(), 1);
    const QHash<QString, QByteArray> keysOfTheFirst = m_secrets->entries();
    m_server->setPerson({QStringLiteral("sub-jordan"), QStringLiteral("Patient/p2"), QStringLiteral("p2")});
    signIn();
    queue();
    QSignalSpy erased(m_account.get(), &Account::erased);
    QCoro::waitFor(m_account->signOut(Account::Leaving::Erase));
    QCOMPARE(erased.first().first().toBool(), false);
    QCOMPARE(storeFiles().size(), 1);
    QTRY_COMPARE(m_secrets->entries(), keysOfTheFirst);
    QVERIFY(m_server->created().isEmpty());
    m_server->setPerson({});
    signIn();
    QTRY_COMPARE(m_server->created().size(), 1);
}

void TestAccount::whatCannotBeErasedIsSaid()
{
    signIn();
    // A folder is in the way of a file that belongs to the store.
    const QDir accounts(m_folder->filePath(QStringLiteral("accounts")));
    QVERIFY(accounts.mkpath(storeFiles().first() + QStringLiteral("-journal/full")));
    QCoro::waitFor(m_account->signOut(Account::Leaving::Erase));
    QCOMPARE(m_account->state(), State::SignedOut);
    QVERIFY(m_account->problem());
    QCOMPARE(m_account->problem()->kind, ProblemKind::NotErased);
    QTRY_VERIFY(m_secrets->entries().isEmpty()); // nobody can read what is left
}

void TestAccount::theKeyIsTriedAgainByItself()
{
    signIn();
    queue();
    m_account.reset();
    m_secrets->setMode(FakeSecretStore::Mode::Locked);
    open();
    QCOMPARE(m_account->state(), State::KeyUnavailable);
    QVERIFY(m_account->isWaitingForKey());
    m_secrets->setMode(FakeSecretStore::Mode::Open);
    QTRY_COMPARE_WITH_TIMEOUT(m_account->state(), State::Active, 3000);
    QVERIFY(!m_account->problem());
    QCOMPARE(unsent(), 1);
}

void TestAccount::aSignInEndsTheWaitForTheKey()
{
    putAside(); // by a sign-in while the key was waited for
    QVERIFY(!m_account->isWaitingForKey());
    QTest::qWait(1500); // longer than until the next try
    QCOMPARE(m_account->state(), State::Active);
    QCOMPARE(storeFiles().size(), 2);
}

QTEST_GUILESS_MAIN(TestAccount)
#include "tst_account.moc"
