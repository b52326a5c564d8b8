// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/SmallDisk.h"
#include "fakes/OneDevice.h"

using namespace handrail;
using namespace std::chrono_literals;
using State = Account::State;

/// One device whose disk is damaged, full or in the way, and clocks that are wrong: nothing that waits may be lost without a word.
class TestAccountDamage final : public QObject, OneDevice
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void oneDamagedPageStopsNothing();
    void theCheckGoesOnBesideThePages();
    void whatAnIndexLostIsSentAllTheSame();
    void signOutOnADiskThatTakesNothing_data();
    void signOutOnADiskThatTakesNothing();
    void anotherClinicsClockRemovesNothing();
    void whatTheDiskRefusedOutlivesDamage();
    void whatTheDiskRefusedWaitsForItsPin();

private:
    /// Somebody who is signed in, with their store on a disk of so many KiB; nobody where no disk can be made.
    [[nodiscard]] std::unique_ptr<SmallDisk> signInOn(int kib)
    {
        m_account.reset();
        const QString accounts = m_folder->filePath(QStringLiteral("accounts"));
        auto disk = QDir().mkpath(accounts) ? std::make_unique<SmallDisk>(accounts, kib) : nullptr;
        if (!disk)
            qFatal("no folder");
        if (disk->isThere()) {
            open();
            signIn();
        }
        return disk;
    }
    /// When the whole file was last looked through; empty: never.
    [[nodiscard]] QByteArray checkedAt() const
    {
        const auto checked = m_account->records() ? m_account->records()->store().value(QStringLiteral("sync.checked"))
                                                  : Result<std::optional<QByteArray>>();
        return checked.value_or(std::nullopt).value_or(QByteArray());
    }
};

// Design security row 46, as it was found: everything that waited stood still for good, and the app went on saying "Saved".
void TestAccountDamage::oneDamagedPageStopsNothing()
{
    signIn();
    m_server->stop();
    for (int i = 0; i < 60; ++i)
        queue();
    const QString path = m_folder->filePath(QStringLiteral("accounts/") + storeFiles().first());
    m_account.reset();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray good = file.readAll();
    file.close();
    constexpr qsizetype pageBytes = 8192;
    constexpr char leaf = 0x0d;
    m_clock.setWallClock(m_clock.nowUtc().addDays(2)); // a look at the whole file is due
    const QByteArray now = m_clock.nowUtc().toString(Qt::ISODate).toLatin1();
    int mended = 0;
    for (qsizetype page = 1; page < good.size() / pageBytes; ++page) {
        if (good.at(page * pageBytes) != leaf)
            continue;
        for (const QString &name : storeFiles())
            QFile::remove(m_folder->filePath(QStringLiteral("accounts/") + name));
        QByteArray bad = good;
        bad[page * pageBytes] = char(0x55);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bad) == bad.size());
        file.close();
        open();
        QCOMPARE(m_account->state(), State::Active);
        m_account->settle();
        QTRY_VERIFY(checkedAt() == now && m_account->sync() && m_account->sync()->state() != SyncEngine::State::Running);
        QCOMPARE(m_account->state(), State::Active);
        QVERIFY(m_account->records()->outbox());
        QCOMPARE(unsent(), 60);
        queue();
        QCOMPARE(unsent(), 61);
        mended += int(storeFiles().size()) - 1;
        m_account.reset();
    }
    QVERIFY(mended > 5);
    open();
    m_server->resume();
    m_account->settle();
    m_account->sync()->retryNow();
    QTRY_COMPARE_WITH_TIMEOUT(unsent(), 0, 20'000);
}

/// A large store is looked through in slices: the page answers meanwhile, and who locks or goes in the middle ends it.
void TestAccountDamage::theCheckGoesOnBesideThePages()
{
    signIn();
    QList<StoredRecord> many;
    for (int i = 0; i < 5 * StoreChecking::rowsInStep; ++i) {
        const QString id = QString::number(i);
        many << StoredRecord{QStringLiteral("Task"), id, QStringLiteral("1"), m_clock.nowUtc(), QDate(), "{}"};
    }
    QVERIFY(m_account->records()->store().putRecords(many));
    QTRY_VERIFY(!checkedAt().isEmpty());
    const QByteArray before = checkedAt();
    m_clock.setWallClock(m_clock.nowUtc().addDays(2));
    open();
    int turns = 0;
    QTimer beside;
    connect(&beside, &QTimer::timeout, this, [&turns] { ++turns; });
    beside.start(0);
    m_account->settle();
    QCOMPARE(checkedAt(), before);
    QTRY_VERIFY(checkedAt() != before);
    QVERIFY2(turns >= 5, qPrintable(QString::number(turns)));

    m_clock.setWallClock(m_clock.nowUtc().addDays(2));
    open();
    m_account->settle();
    QCoro::waitFor(m_account->signOut());
    QTest::qWait(50);
    QCOMPARE(m_account->state(), State::SignedOut);
}

// Found by the campaign: the row was there, nobody could find it by its identifier, and it waited for ever.
void TestAccountDamage::whatAnIndexLostIsSentAllTheSame()
{
    signIn();
    m_server->stop();
    for (int i = 0; i < 5; ++i)
        queue();
    const QString path = m_folder->filePath(QStringLiteral("accounts/") + storeFiles().first());
    m_account.reset();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray content = file.readAll();
    constexpr qsizetype pageBytes = 8192;
    constexpr char indexLeaf = 0x0a;
    int hit = 0;
    for (qsizetype page = 1; page < content.size() / pageBytes; ++page) {
        const auto cells = [&](qsizetype at) { return uchar(content.at(page * pageBytes + at)); };
        if (content.at(page * pageBytes) != indexLeaf || cells(3) * 256 + cells(4) != 5)
            continue;
        char &inTheFirstIdentifier = content[(page + 1) * pageBytes - 10]; // cells are laid from the end
        inTheFirstIdentifier = char(inTheFirstIdentifier ^ 0x5a);
        ++hit;
    }
    QVERIFY(hit > 0);
    QVERIFY(file.seek(0) && file.write(content) == content.size());
    file.close();
    m_server->resume();
    open();
    QCOMPARE(unsent(), 5);
    m_account->settle();
    QTRY_COMPARE(unsent(), 0);
}

void TestAccountDamage::signOutOnADiskThatTakesNothing_data()
{
    QTest::addColumn<bool>("isFull");
    QTest::addColumn<bool>("isInTheWay");
    QTest::newRow("full") << true << false;
    QTest::newRow("not even nothing") << true << true;
    QTest::newRow("who was in last cannot be noted") << false << true;
}

void TestAccountDamage::signOutOnADiskThatTakesNothing()
{
    QFETCH(const bool, isFull);
    QFETCH(const bool, isInTheWay);
    const std::unique_ptr<SmallDisk> disk = signInOn(4096);
    if (!disk->isThere())
        QSKIP("no right to mount a disk");
    m_server->route("POST", FakeFhirServer::at(QStringLiteral("QuestionnaireResponse")), FakeReply::html(500));
    queue();
    const QString last = m_folder->filePath(QStringLiteral("accounts/last"));
    if (isInTheWay)
        QVERIFY(QFile::remove(last) && QDir().mkpath(last + QStringLiteral("/folder")));
    if (isFull)
        disk->fill();
    QCoro::waitFor(m_account->signOut());
    // Either they are out, and the next start knows it, or they are told that they are not.
    const bool isIn = isFull && isInTheWay;
    QCOMPARE(m_account->state(), isIn ? State::Active : State::SignedOut);
    QCOMPARE(m_account->problem().has_value(), isIn);
    if (!isIn) {
        open();
        QCOMPARE(m_account->state(), State::SignedOut);
    }
    m_account.reset(); // before its disk
}

void TestAccountDamage::anotherClinicsClockRemovesNothing()
{
    signIn();
    queue();
    m_account.reset();
    m_secrets->entries().clear(); // as a locked keyring seems to be, so the store is put aside
    open();
    signIn();
    QCoro::waitFor(m_account->signOut());
    QCOMPARE(storeFiles().size(), 1);
    FakeFhirServer other;
    other.setNow(m_clock.nowUtc());
    other.setNoRecords();
    FakePerson person;
    person.subject = QStringLiteral("another");
    person.fhirUser = QStringLiteral("Patient/p2");
    person.patient = QStringLiteral("p2");
    other.setPerson(person);
    QCoro::waitFor(m_account->signIn(other.base()));
    QCOMPARE(m_account->state(), State::Active);
    m_account->settle();
    for (int i = 0; i < 3; ++i) {
        other.setNow(other.now().addDays(40));
        m_clock.advance(24h * 40);
        m_account->refreshIfOlderThan(0min);
        QTRY_COMPARE(m_account->sync()->state(), SyncEngine::State::Idle);
    }
    QCOMPARE(storeFiles().size(), 2); // the one of who is here, and what another one has not sent
    m_account.reset();
    m_http.reset(); // before the server it is connected to
}

/// A draft is refused, the lock falls, and the file is damaged when the PIN opens it.
void TestAccountDamage::whatTheDiskRefusedOutlivesDamage()
{
    const std::unique_ptr<SmallDisk> disk = signInOn(2048);
    if (!disk->isThere())
        QSKIP("no right to mount a disk");
    setPin();
    disk->fill();
    const QByteArray words = QByteArray("half a check-in ").repeated(2000);
    QVERIFY(!m_account->records()->store().setValue(QStringLiteral("draft/x"), words));
    m_account->records()->store().putAside(QStringLiteral("draft/x"), words);
    m_account->lock();
    QVERIFY(m_account->hasUnsaved());
    QVERIFY(disk->resize(16384));
    QFile file(m_folder->filePath(QStringLiteral("accounts/") + storeFiles().first()));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(100)
            && file.write(QByteArray(400, 'U')) == 400); // SQLite's own table of tables
    file.close();
    unlock();
    QCOMPARE(m_account->state(), State::Active);
    QCOMPARE(storeFiles().filter(QStringLiteral("damaged")).size(), 1);
    QVERIFY(!m_account->hasUnsaved());
    QCOMPARE(m_account->records()->store().value(QStringLiteral("draft/x")).value(), words);
    m_account->lock();
    QVERIFY(!m_account->hasUnsaved()); // it is on the disk
    unlock();
    QCOMPARE(m_account->records()->store().value(QStringLiteral("draft/x")).value(), words);
    m_account.reset(); // before its disk
}

/// A draft is refused, the lock falls, and the person goes on without the PIN: it comes back with what else was behind that.
void TestAccountDamage::whatTheDiskRefusedWaitsForItsPin()
{
    const std::unique_ptr<SmallDisk> disk = signInOn(2048);
    if (!disk->isThere())
        QSKIP("no right to mount a disk");
    setPin();
    disk->fill();
    const QByteArray words = QByteArray("half a check-in ").repeated(2000);
    m_account->records()->store().putAside(QStringLiteral("draft/x"), words);
    m_account->lock();
    QVERIFY(m_account->hasUnsaved());
    QVERIFY(disk->resize(16384));
    signIn();
    QVERIFY(!m_account->records()->store().value(QStringLiteral("draft/x")).value());
    QTRY_COMPARE(m_account->asidePins().size(), 1);
    QVERIFY(QCoro::waitFor(m_account->openAside(m_account->asidePins().first().path, pin())));
    QCOMPARE(m_account->records()->store().value(QStringLiteral("draft/x")).value(), words);
    QVERIFY(!m_account->hasUnsaved());
    m_account.reset(); // before its disk
}

int main(int argc, char *argv[])
{
    SmallDisk::prepare();
    const QCoreApplication application(argc, argv);
    TestAccountDamage test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_account_damage.moc"
