// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/OneDevice.h"

#include <QFile>
#include <QJsonObject>
#include <QSignalSpy>

using namespace handrail;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Mode = FakeSecretStore::Mode;
using State = Account::State;

/// Where a sign-in ends that cannot end in the person's own store: nobody is shut out, nobody is out who would be in after a restart, and no sign-in of
/// long ago does for a PIN.
class TestAccountWaysOn final : public QObject, OneDevice
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void aBrokenKeychainShutsNobodyOut_data();
    void aBrokenKeychainShutsNobodyOut();
    void aSessionInMemoryLeavesTheStoredAccount();
    void signingOutOfMemoryShowsNobody();
    void eraseInMemoryTakesWhatIsOnTheDisk();
    void whoWasInIsThereAgainWhenAStoreCannotBeOpened();
    void whoWasInIsThereAgainWhenASignInIsGivenUp_data();
    void whoWasInIsThereAgainWhenASignInIsGivenUp();
    void anOldSessionOfTheBrowserDoesForNoPin();
    void withoutTheTimeOfThePasswordThePinStays();

private:
    void setPerson(const char *id)
    {
        const QString name = QString::fromLatin1(id);
        m_server->setPerson({u"sub-"_s + name, u"Patient/"_s + name, name});
    }
    [[nodiscard]] QString problemKind() const { return m_account->problem() ? nameOf(m_account->problem()->kind) : QString(); }
    [[nodiscard]] QByteArray value(const char *name) const
    {
        return m_account->records()->store().value(QString::fromLatin1(name)).value().value_or(QByteArray());
    }
    [[nodiscard]] QString storePath() const { return accounts() + u'/' + storeFiles().value(0); }
    [[nodiscard]] QByteArray storeBytes() const
    {
        QFile file(storePath());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

void TestAccountWaysOn::aBrokenKeychainShutsNobodyOut_data()
{
    QTest::addColumn<Mode>("mode");
    QTest::addColumn<bool>("hasPin");
    QTest::addColumn<int>("tries");
    for (const bool hasPin : {false, true}) {
        const char *const with = hasPin ? ", with a PIN" : "";
        QTest::addRow("missing%s", with) << Mode::Missing << hasPin << 1;
        QTest::addRow("forgetful%s", with) << Mode::Forgetful << hasPin << 1;
        QTest::addRow("locked%s", with) << Mode::Locked << hasPin << 2;
        QTest::addRow("no answer%s", with) << Mode::Hung << hasPin << 2;
    }
}

void TestAccountWaysOn::aBrokenKeychainShutsNobodyOut()
{
    QFETCH(Mode, mode);
    QFETCH(bool, hasPin);
    QFETCH(int, tries);
    signIn();
    QVERIFY(m_account->records()->store().setValue(u"mine"_s, "kept"));
    if (hasPin)
        setPin();
    m_account.reset();
    QTest::qWait(20);
    const QHash<QString, QByteArray> entries = m_secrets->entries();
    const QByteArray bytes = storeBytes();
    if (mode == Mode::Forgetful)
        m_secrets->entries().clear();
    m_secrets->setMode(mode);
    open();
    const State shut = hasPin ? State::Locked : State::KeyUnavailable;
    QCOMPARE(m_account->state(), shut);
    for (int i = 1; i < tries; ++i) {
        signIn(shut); // it may answer yet
        QCOMPARE(problemKind(), u"KeychainBusy"_s);
    }
    signIn();
    QVERIFY(m_account->isSessionOnly());
    QCOMPARE(problemKind(), u"KeychainMissing"_s); // nothing is kept
    QVERIFY(!m_account->hasPin());
    queue();
    // What is there is as it was, and opens with its key.
    QCOMPARE(storeFiles().size(), 1);
    QCOMPARE(storeBytes(), bytes);
    m_secrets->setMode(Mode::Open);
    m_secrets->entries() = entries;
    open();
    QCOMPARE(m_account->state(), hasPin ? State::Locked : State::Active);
    if (hasPin)
        unlock();
    QCOMPARE(m_account->state(), State::Active);
    QVERIFY(!m_account->isSessionOnly());
    QCOMPARE(value("mine"), QByteArray("kept"));
}

void TestAccountWaysOn::aSessionInMemoryLeavesTheStoredAccount()
{
    signIn();
    setPin();
    QVERIFY(QCoro::waitFor(m_account->setUnlockByDevice(true, pin())));
    open();
    m_secrets->setMode(Mode::Missing);
    signIn();
    QVERIFY(m_account->isSessionOnly());
    QCOMPARE(m_device->count(), 1);
    m_account->lock(); // there is nothing to unlock it with
    QCOMPARE(m_account->state(), State::Active);
    QCoro::waitFor(m_account->signOut());
    QCOMPARE(m_account->state(), State::Locked); // not "signed out", with all of it there at the next start
    QTRY_VERIFY(!m_server->revoked().isEmpty());
    m_secrets->setMode(Mode::Open);
    open();
    unlock();
    QCOMPARE(m_account->state(), State::Active);
    // Nor does another person's, and who was in before is there again.
    m_secrets->setMode(Mode::Missing);
    setPerson("other");
    signIn();
    QVERIFY(m_account->isSessionOnly());
    QCoro::waitFor(m_account->signOut());
    QCOMPARE(m_account->state(), State::Locked);
    m_secrets->setMode(Mode::Open);
    unlock();
    QCOMPARE(m_account->identity()->patientId, u"p1"_s);
}

/// Without a PIN nobody's records are on the screen after a sign-out, although the keychain answers again.
void TestAccountWaysOn::signingOutOfMemoryShowsNobody()
{
    signIn();
    QVERIFY(m_account->records()->store().setValue(u"mine"_s, "kept"));
    const auto inMemory = [this](const char *person) {
        m_secrets->setMode(Mode::Missing);
        setPerson(person);
        signIn();
        m_secrets->setMode(Mode::Open);
        return m_account->isSessionOnly();
    };
    QVERIFY(inMemory("other"));
    QCoro::waitFor(m_account->signOut());
    QCOMPARE(m_account->state(), State::SignedOut);
    open(); // who was in before was not signed out
    QCOMPARE(m_account->state(), State::Active);
    QCOMPARE(value("mine"), QByteArray("kept"));
    m_secrets->setMode(Mode::Missing);
    open();
    m_server->setPerson({});
    signIn();
    m_secrets->setMode(Mode::Open);
    QVERIFY(m_account->isSessionOnly());
    QCoro::waitFor(m_account->signOut());
    QCOMPARE(m_account->state(), State::SignedOut);
    open(); // that was the same person
    QCOMPARE(m_account->state(), State::SignedOut);
    signIn();
    QCOMPARE(value("mine"), QByteArray("kept"));
}

void TestAccountWaysOn::eraseInMemoryTakesWhatIsOnTheDisk()
{
    signIn();
    m_secrets->setMode(Mode::Missing);
    open();
    signIn();
    QVERIFY(m_account->isSessionOnly());
    QSignalSpy erased(m_account.get(), &Account::erased);
    QCoro::waitFor(m_account->signOut(Account::Leaving::Erase));
    QCOMPARE(m_account->state(), State::SignedOut);
    QVERIFY(storeFiles().isEmpty());
    QCOMPARE(erased.size(), 1);
    QCOMPARE(problemKind(), u"NotErased"_s); // its key is out of reach
    m_secrets->setMode(Mode::Open);
    open();
    QCOMPARE(m_account->state(), State::SignedOut);
    QTRY_VERIFY(m_secrets->entries().isEmpty());
}

void TestAccountWaysOn::whoWasInIsThereAgainWhenAStoreCannotBeOpened()
{
    setPerson("other");
    signIn();
    const QString other = storePath();
    m_server->setPerson({});
    signIn();
    QVERIFY(m_account->records()->store().setValue(u"mine"_s, "kept"));
    QFile file(other); // as an older app finds it; PRAGMA user_version, https://www.sqlite.org/fileformat2.html#the_database_header
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(60) && file.write("\0\0\0\x7f", 4) == 4);
    file.close();
    setPerson("other");
    signIn();
    QCOMPARE(problemKind(), u"StoreNewer"_s);
    QCOMPARE(m_account->identity()->patientId, u"p1"_s);
    QCOMPARE(value("mine"), QByteArray("kept"));
    open();
    QCOMPARE(m_account->identity()->patientId, u"p1"_s);
}

void TestAccountWaysOn::whoWasInIsThereAgainWhenASignInIsGivenUp_data()
{
    QTest::addColumn<bool>("hasPin");
    QTest::newRow("to their records") << false;
    QTest::newRow("to their PIN") << true;
}

void TestAccountWaysOn::whoWasInIsThereAgainWhenASignInIsGivenUp()
{
    QFETCH(bool, hasPin);
    signIn();
    setPin();
    setPerson("other");
    signIn();
    if (hasPin)
        setPin("135791");
    m_server->setPerson({});
    signIn(State::Locked);
    QVERIFY(m_account->isSignedInBeforePin());
    QCoro::waitFor(m_account->giveUpHeld());
    QVERIFY(!m_account->isSignedInBeforePin());
    QTRY_COMPARE(m_account->state(), hasPin ? State::Locked : State::Active);
    if (hasPin)
        unlock("135791");
    QCOMPARE(m_account->identity()->patientId, u"other"_s);
    QTRY_COMPARE(m_server->revoked().size(), 1);
}

void TestAccountWaysOn::anOldSessionOfTheBrowserDoesForNoPin()
{
    signIn();
    setPin();
    setPerson("other");
    signIn();
    m_server->setPerson({});
    signIn(State::Locked); // by a browser that was signed in still, perhaps
    QVERIFY(m_account->isSignedInBeforePin() && !m_account->canForgetPin());
    m_browser->setEditor([](const QUrl &) { return QUrl(); });
    const QCoro::Task<void> task = m_account->forgetPin();
    QCOMPARE(m_account->state(), State::SigningIn);
    QTRY_VERIFY(m_browser->opened().constLast().query().contains(u"prompt=login"_s));
    m_account->cancelSignIn(); // who holds the device does not know the password
    QTRY_COMPARE(m_account->state(), State::Locked);
    QVERIFY(m_account->hasPin() && m_account->isSignedInBeforePin() && !m_account->canForgetPin());
    unlock();
    QCOMPARE(m_account->identity()->patientId, u"p1"_s);
    // From another person's lock the clinic is asked anew anyway, and once is enough.
    setPerson("other");
    m_browser->setEditor({});
    signIn();
    setPin("135791");
    m_account->lock();
    m_server->setPerson({});
    signIn(State::Locked);
    QVERIFY(m_account->canForgetPin());
    const qsizetype asked = m_browser->opened().size();
    QCoro::waitFor(m_account->forgetPin());
    QCOMPARE(m_account->state(), State::Active);
    QCOMPARE(m_browser->opened().size(), asked);
}

void TestAccountWaysOn::withoutTheTimeOfThePasswordThePinStays()
{
    signIn();
    setPin();
    m_server->setClaimsEditor([](QJsonObject &, QJsonObject &claims) { claims.remove(u"auth_time"_s); });
    m_account->lock();
    signIn(State::Locked);
    QCOMPARE(problemKind(), u"SignInUnproven"_s);
    QCOMPARE(storeFiles().size(), 1);
    QTRY_COMPARE(m_server->revoked().size(), 1);
    unlock();
    QCOMPARE(m_account->state(), State::Active);
    // By the way round, too: through another person's sign-in.
    setPerson("other");
    signIn();
    m_server->setPerson({});
    signIn(State::Locked);
    QCoro::waitFor(m_account->forgetPin());
    QCOMPARE(m_account->state(), State::Locked);
    QCOMPARE(problemKind(), u"SignInUnproven"_s);
    QCOMPARE(storeFiles().size(), 2);
    m_server->setClaimsEditor({});
    QCoro::waitFor(m_account->forgetPin());
    QCOMPARE(m_account->state(), State::Active);
    QVERIFY(!m_account->hasPin());
}

QTEST_GUILESS_MAIN(TestAccountWaysOn)
#include "tst_account_ways_on.moc"
