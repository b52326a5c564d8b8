// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/OneDevice.h"

#include <QSignalSpy>

using namespace handrail;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using State = Account::State;

namespace {

const QString token = u"/auth/token"_s;

FakeReply pair(const char *access, const char *refresh)
{
    return FakeReply::json(QByteArray("{\"access_token\":\"") + access + "\",\"refresh_token\":\"" + refresh
                           + "\",\"token_type\":\"Bearer\",\"expires_in\":600}");
}

} // namespace

/// How a person goes, for a minute or for good, when something comes between: a refresh, the end of the app, the keychain, no network, another
/// person.
class TestAccountLeaving final : public QObject, OneDevice
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup()
    {
        (void)m_server->takeComplaints(); // tokens that only the test knows
        end();
    }
    void aRefreshUnderWayIsNotLostToTheLock();
    void whoComesBackDuringTheRefreshGoesOnWithIt();
    void aRefreshWithoutAnAnswerKeepsTheStoreForALittle();
    void aKilledEraseIsFinishedByTheNextStart_data();
    void aKilledEraseIsFinishedByTheNextStart();
    void whatTheKeychainKeptIsErasedByTheNextStart();
    void whoSignsInAgainIsNotErasedLater();
    void theDeviceForgetsTheKeyToo();
    void anOfflineSignOutIsRevokedLater();
    void whatCouldNotBeRevokedInThirtyDaysIsDropped();
    void aPinWhoseKeyStaysIsNotInForce();
    void aKeyThatStayedHarmsNobodyWhoTurnsThePinOff();
    void thePinIsAskedOfWhoSignsInAgain_data();
    void thePinIsAskedOfWhoSignsInAgain();
    void whoForgotItThenLosesNothingUnsent();
    void whatIsKeptToOneselfOutlivesASignOut();
    void whatWasBegunOutlivesASignOut_data();
    void whatWasBegunOutlivesASignOut();
    void aSignOutLeavesNothingOfTheClinic_data();
    void aSignOutLeavesNothingOfTheClinic();

private:
    void signInAsAnother();
    [[nodiscard]] QString refreshTokenKept() const
    {
        const auto kept = m_account->records()->store().credentials();
        return kept && *kept ? (*kept)->refreshToken : QString();
    }
    /// Active, with a PIN, and nothing but a refresh will get a token. Its answer takes a while.
    void lockDuringARefresh(const FakeReply &answer);
};

void TestAccountLeaving::signInAsAnother()
{
    m_server->setPerson({u"sub-other"_s, u"Patient/p2"_s, u"p2"_s});
    signIn();
    m_server->setPerson({});
}

void TestAccountLeaving::lockDuringARefresh(const FakeReply &answer)
{
    signIn();
    setPin();
    m_account->settle();
    QTRY_COMPARE(m_account->sync()->state(), SyncEngine::State::Idle);
    m_account->lock();
    m_server->route("POST", token, answer);
    unlock();
    QCOMPARE(m_account->state(), State::Active);
    QTRY_VERIFY(!m_server->requestsTo(token).isEmpty() && m_server->requestsTo(token).constLast().body.contains("refresh_token"));
    QSignalSpy gone(m_account.get(), &Account::left);
    m_account->lock();
    QCOMPARE(gone.size(), 1); // the pages drop what is the person's
    QCOMPARE(m_account->state(), State::Locked);
    QVERIFY(!m_account->records() && !m_account->sync() && !m_account->identity());
}

void TestAccountLeaving::aRefreshUnderWayIsNotLostToTheLock()
{
    FakeReply late = pair("access-late", "refresh-late");
    late.delay = 500ms;
    lockDuringARefresh(late);
    QTest::qWait(1200);
    m_server->route("POST", token, FakeReply::json("{\"error\":\"temporarily_unavailable\"}", 503));
    unlock();
    QCOMPARE(m_account->state(), State::Active);
    QCOMPARE(refreshTokenKept(), u"refresh-late"_s); // the clinic ends the whole sign-in when the old one comes back
}

void TestAccountLeaving::whoComesBackDuringTheRefreshGoesOnWithIt()
{
    FakeReply late = pair("access-late", "refresh-late");
    late.delay = 1500ms;
    lockDuringARefresh(late);
    const qsizetype asked = m_server->requestsTo(token).size();
    unlock();
    QCOMPARE(m_account->state(), State::Active);
    QTRY_COMPARE(refreshTokenKept(), u"refresh-late"_s);
    QCOMPARE(m_server->requestsTo(token).at(asked - 1).formItem(u"refresh_token"_s).isEmpty(), false);
}

void TestAccountLeaving::aRefreshWithoutAnAnswerKeepsTheStoreForALittle()
{
    FakeReply silent;
    silent.isSilent = true;
    lockDuringARefresh(silent);
    const QString path = accounts() + u'/' + left(u"*.db"_s).constFirst();
    const auto isOpen = [&] { return Store::open(path, StoreKey::generate()).error().kind == ProblemKind::StoreInUse; };
    QVERIFY(isOpen());
    QTRY_VERIFY_WITH_TIMEOUT(!isOpen(), 13'000);
}

void TestAccountLeaving::aKilledEraseIsFinishedByTheNextStart_data()
{
    QTest::addColumn<bool>("isEverything");
    QTest::newRow("sign out") << false;
    QTest::newRow("sign out and erase") << true;
}

void TestAccountLeaving::aKilledEraseIsFinishedByTheNextStart()
{
    QFETCH(bool, isEverything);
    signIn();
    m_account->settle();
    QTRY_COMPARE(m_account->sync()->state(), SyncEngine::State::Idle);
    m_secrets->setMode(FakeSecretStore::Mode::Hung);
    m_account->signOut(isEverything ? Account::Leaving::Erase : Account::Leaving::KeepUnsent); // and nothing has been waited for
    QCOMPARE(m_account->state(), State::SignedOut);
    // What a kill in this moment leaves.
    QTemporaryDir disk;
    for (const QString &name : left())
        QVERIFY(QFile::copy(accounts() + u'/' + name, disk.filePath(name)));
    FakeSecretStore keychain;
    keychain.entries() = m_secrets->entries();
    QCOMPARE(keychain.entries().size(), 1);
    for (const QString &name : QDir(disk.path()).entryList({u"erase-*"_s}, QDir::Files)) {
        QFile note(disk.filePath(name));
        QVERIFY(note.open(QIODevice::ReadOnly));
        QVERIFY(!note.readAll().contains("p1")); // nothing of a person
    }
    QFile::remove(disk.filePath(u"last"_s)); // even then

    Account next(*m_http, keychain, *m_browser, m_clock, AccountFiles(disk.path()));
    QSignalSpy erased(&next, &Account::erased);
    QCoro::waitFor(next.start());
    QCOMPARE(next.state(), State::SignedOut);
    QVERIFY(!next.records());
    QTRY_VERIFY(keychain.entries().isEmpty());
    QTRY_VERIFY(QDir(disk.path()).entryList({u"*.db*"_s, u"erase-*"_s}, QDir::Files).isEmpty());
    QCOMPARE(erased.count(), isEverything ? 1 : 0);
}

void TestAccountLeaving::whatTheKeychainKeptIsErasedByTheNextStart()
{
    signIn();
    m_secrets->setMode(FakeSecretStore::Mode::Hung);
    QCoro::waitFor(m_account->signOut(Account::Leaving::Erase));
    QVERIFY(m_account->problem() && m_account->problem()->kind == ProblemKind::NotErased);
    QCOMPARE(m_secrets->entries().size(), 1);
    open();
    QCOMPARE(m_account->state(), State::SignedOut);
    QTest::qWait(50);
    QCOMPARE(left(u"erase-*"_s).size(), 1); // it did not answer this time either
    m_secrets->setMode(FakeSecretStore::Mode::Open);
    open();
    QTRY_VERIFY(m_secrets->entries().isEmpty());
    QTRY_VERIFY(left(u"erase-*"_s).isEmpty());
}

void TestAccountLeaving::whoSignsInAgainIsNotErasedLater()
{
    signIn();
    m_secrets->setMode(FakeSecretStore::Mode::Hung);
    QCoro::waitFor(m_account->signOut(Account::Leaving::Erase));
    QCOMPARE(left(u"erase-*"_s).size(), 1);
    m_secrets->setMode(FakeSecretStore::Mode::Open);
    signIn();
    QCOMPARE(m_account->state(), State::Active);
    queue();
    open();
    QCOMPARE(m_account->state(), State::Active);
    QTest::qWait(100);
    QCOMPARE(m_account->records()->unsentCount(), 1);
    open();
    QCOMPARE(m_account->state(), State::Active);
    QVERIFY(left(u"erase-*"_s).isEmpty());
}

void TestAccountLeaving::theDeviceForgetsTheKeyToo()
{
    signIn();
    setPin();
    QVERIFY(QCoro::waitFor(m_account->setUnlockByDevice(true, pin())));
    QCOMPARE(m_device->count(), 1);
    QCoro::waitFor(m_account->signOut(Account::Leaving::Erase));
    QCOMPARE(m_device->count(), 0);
}

void TestAccountLeaving::anOfflineSignOutIsRevokedLater()
{
    signIn();
    const QByteArray secret = refreshTokenKept().toLatin1();
    m_server->stop();
    QCoro::waitFor(m_account->signOut());
    QTRY_COMPARE(left(u"revoke-*"_s).size(), 1);
    QFile file(accounts() + u'/' + left(u"revoke-*"_s).constFirst());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains(secret.left(8)));
    QVERIFY((file.permissions() & (QFile::ReadGroup | QFile::ReadOther)) == 0);
    open();
    m_account->settle(); // still no network
    QTest::qWait(100);
    QCOMPARE(left(u"revoke-*"_s).size(), 1);
    m_server->resume();
    // On a slow machine the try of settle() may still be on its way: it arrives now or fails, and until then no other one starts.
    QTRY_VERIFY((m_clock.advance(1min), m_account->tryNow(), QTest::qWait(20), !m_server->revoked().isEmpty()));
    QTest::qWait(100);
    QCOMPARE(m_server->revoked(), QStringList{QString::fromLatin1(secret)});
    QTRY_VERIFY(left(u"revoke-*"_s).isEmpty());
    QTRY_VERIFY(m_secrets->entries().isEmpty());
    open();
    m_account->settle();
    QTest::qWait(100);
    QCOMPARE(m_server->revoked().size(), 1);
}

void TestAccountLeaving::whatCouldNotBeRevokedInThirtyDaysIsDropped()
{
    signIn();
    m_server->stop();
    QCoro::waitFor(m_account->signOut());
    QTRY_COMPARE(left(u"revoke-*"_s).size(), 1);
    m_server->resume();
    m_clock.setWallClock(m_clock.nowUtc().addDays(31));
    open();
    m_account->settle();
    QTRY_VERIFY(left(u"revoke-*"_s).isEmpty());
    QTRY_VERIFY(m_secrets->entries().isEmpty());
    QVERIFY(m_server->revoked().isEmpty());
}

void TestAccountLeaving::aPinWhoseKeyStaysIsNotInForce()
{
    signIn();
    m_secrets->setMode(FakeSecretStore::Mode::Keeping);
    setPin();
    QVERIFY(m_account->hasPin());
    QVERIFY(!m_account->isPinInForce());
    m_account->lock();
    QTest::qWait(50);
    unlock();
    QVERIFY(!m_account->isPinInForce());
    open(); // a later start tries again, and says so again
    QTest::qWait(50);
    unlock();
    QCOMPARE(m_account->state(), State::Active);
    QVERIFY(!m_account->isPinInForce());
    m_secrets->setMode(FakeSecretStore::Mode::Open);
    m_account->lock();
    QTRY_VERIFY(m_account->isPinInForce());
    unlock();
    QVERIFY(m_account->isPinInForce());
    QCOMPARE(m_secrets->entries().size(), 1); // the PIN's secret
}

void TestAccountLeaving::aKeyThatStayedHarmsNobodyWhoTurnsThePinOff()
{
    signIn();
    m_secrets->setMode(FakeSecretStore::Mode::Keeping);
    setPin();
    m_secrets->setMode(FakeSecretStore::Mode::Open);
    m_account->lock();
    unlock();
    QVERIFY(QCoro::waitFor(m_account->removePin(pin())));
    open();
    QCOMPARE(m_account->state(), State::Active);
}

void TestAccountLeaving::thePinIsAskedOfWhoSignsInAgain_data()
{
    QTest::addColumn<bool>("isSignedOut");
    QTest::newRow("another person was signed in meanwhile") << false;
    QTest::newRow("signed out with something unsent") << true;
}

void TestAccountLeaving::thePinIsAskedOfWhoSignsInAgain()
{
    QFETCH(bool, isSignedOut);
    signIn();
    setPin();
    QVERIFY(m_account->records()->store().setValue(u"draft"_s, "half a check-in"));
    m_server->route("POST", FakeFhirServer::at(u"QuestionnaireResponse"_s), FakeReply::html(500));
    queue();
    if (isSignedOut)
        QCoro::waitFor(m_account->signOut());
    else
        signInAsAnother();
    signIn(State::Locked);
    QVERIFY(m_account->isSignedInBeforePin());
    QVERIFY(!m_account->records());
    unlock("135791");
    QCOMPARE(m_account->state(), State::Locked);
    unlock();
    QCOMPARE(m_account->state(), State::Active);
    QVERIFY(m_account->hasPin() && !m_account->isSignedInBeforePin());
    QCOMPARE(m_account->records()->store().value(u"draft"_s).value(), QByteArray("half a check-in"));
    QCOMPARE(m_account->records()->unsentCount(), 1);
    QCOMPARE(left(u"*.db"_s).filter(u"quarantine"_s).size(), 0);
    open(); // and this person's from now on
    QCOMPARE(m_account->state(), State::Locked);
    unlock();
    QCOMPARE(m_account->state(), State::Active);
}

void TestAccountLeaving::whatIsKeptToOneselfOutlivesASignOut()
{
    signIn();
    const QString identifier = queue();
    QVERIFY(m_account->records()->setKept(identifier, true));
    QCOMPARE(unsent(), 0);
    QCoro::waitFor(m_account->signOut());
    QCOMPARE(storeFiles().size(), 1);
    signIn();
    const auto item = m_account->records()->store().outbox().find(identifier);
    QVERIFY(item && *item);
    QCOMPARE(int((*item)->state), int(OutboxState::Kept));
    QVERIFY(m_server->created().isEmpty());
    // Shared after all, and arrived, nothing of it is here alone.
    QVERIFY(m_account->records()->withdraw(identifier).value());
    QCoro::waitFor(m_account->signOut());
    QTRY_VERIFY(storeFiles().isEmpty());
}

void TestAccountLeaving::whatWasBegunOutlivesASignOut_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("kept");
    QTest::addColumn<bool>("stays");
    const auto until = [](qint64 seconds) {
        return QByteArray("{\"until\":\"" + FakeClock().nowUtc().addSecs(seconds).toString(Qt::ISODateWithMs).toLatin1() + "\"}");
    };
    QTest::newRow("a form") << u"draft/https://clinic.example/daily"_s << until(3600) << true;
    QTest::newRow("a form, long ago") << u"draft/https://clinic.example/daily"_s << until(-3600) << false;
    QTest::newRow("a form, put aside") << u"draft/https://clinic.example/daily"_s << QByteArray("{\"putAside\":true}") << false;
    QTest::newRow("a form of an earlier version")
        << u"draft/https://clinic.example/daily"_s << QByteArray("{\"answers\":{}}") << true;
    QTest::newRow("a message") << u"draft/message"_s << QByteArray("{\"text\":\"Hello\"}") << true;
    QTest::newRow("words about a medicine") << u"draft/message/6/m1"_s << QByteArray("Does it") << true;
    QTest::newRow("an invitation") << u"sharing.invite"_s << QByteArray("{}") << true;
    QTest::newRow("what was read") << u"messages.read"_s << QByteArray("{}") << false;
}

void TestAccountLeaving::whatWasBegunOutlivesASignOut()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, kept);
    QFETCH(bool, stays);
    signIn();
    QVERIFY(m_account->records()->store().setValue(name, kept));
    QCoro::waitFor(m_account->signOut());
    QTRY_COMPARE(storeFiles().size(), stays ? 1 : 0);
    signIn();
    QCOMPARE(m_account->records()->store().value(name).value().has_value(), stays);
}

void TestAccountLeaving::whoForgotItThenLosesNothingUnsent()
{
    signIn();
    setPin();
    queue();
    signInAsAnother();
    signIn(State::Locked);
    QVERIFY(m_account->isSignedInBeforePin());
    const qsizetype asked = m_browser->opened().size();
    QCoro::waitFor(m_account->forgetPin());
    QCOMPARE(m_account->state(), State::Active);
    QVERIFY(!m_account->hasPin());
    // The browser may have been signed in still when the clinic said who this is.
    QCOMPARE(m_browser->opened().size(), asked + 1);
    QVERIFY(m_browser->opened().constLast().query().contains(u"prompt=login"_s));
    QTRY_COMPARE(m_server->created().size(), 1);
    QTRY_COMPARE(m_account->records()->unsentCount(), 0);
}

void TestAccountLeaving::aSignOutLeavesNothingOfTheClinic_data()
{
    QTest::addColumn<bool>("isUnsent");
    QTest::newRow("with something unsent") << true;
    QTest::newRow("with something of one's own") << false;
}

void TestAccountLeaving::aSignOutLeavesNothingOfTheClinic()
{
    QFETCH(bool, isUnsent);
    signIn();
    m_account->settle();
    QTRY_VERIFY(m_account->isFirstSyncDone());
    QTRY_COMPARE(m_account->sync()->state(), SyncEngine::State::Idle);
    const QString hash = m_account->accountHash();
    Store &store = m_account->records()->store();
    QVERIFY(store.putRecords(
        {{u"Appointment"_s, u"a1"_s, u"1"_s, m_clock.nowUtc(), {}, R"({"resourceType":"Appointment","id":"a1"})"}}));
    QVERIFY(store.setCursor(u"Appointment"_s, m_clock.nowUtc()));
    QVERIFY(store.setValue(u"skill-choices"_s, "{}"));
    m_server->stop();
    if (isUnsent)
        queue();
    else
        QVERIFY(m_account->records()->noteOwnThings());
    QCoro::waitFor(m_account->signOut());
    {
        // The file with its key, as they lie there now.
        const auto key = StoreKey::fromKeychain(m_secrets->entries().value(storeKeyName(hash)));
        QVERIFY(key);
        const auto lying = Store::open(AccountFiles(accounts()).pathOf(hash), *key);
        QVERIFY(lying);
        QCOMPARE((*lying)->recordCount().value(), 0);
        QVERIFY(!(*lying)->cursor(u"Appointment"_s)->isValid());
        QVERIFY(!(*lying)->credentials().value());
        QVERIFY((*lying)->valueNames(u"sync."_s)->names.isEmpty());
        QCOMPARE((*lying)->value(u"skill-choices"_s).value(), QByteArray("{}"));
        QCOMPARE((*lying)->outbox().unsentCount().value(), isUnsent ? 1 : 0);
    }
    m_server->resume();
    signIn();
    QVERIFY(!m_account->isFirstSyncDone() || m_account->sync()->lastSuccess().isValid()); // the first download comes again
    QCOMPARE(m_account->records()->store().value(u"skill-choices"_s).value(), QByteArray("{}"));
    QTRY_VERIFY(m_account->isFirstSyncDone());
}

QTEST_GUILESS_MAIN(TestAccountLeaving)
#include "tst_account_leaving.moc"
