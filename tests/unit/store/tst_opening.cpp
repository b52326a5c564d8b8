// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/FakeSecretStore.h"
#include "store/AccountFiles.h"
#include "store/Erasing.h"
#include "store/StoreFile.h"
#include "store/StoreLocking.h"
#include "store/StoreOpening.h"

#include <QCoroTask>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace handrail;
using namespace Qt::StringLiterals;
using Mode = FakeSecretStore::Mode;

namespace {

const QDateTime now(QDate(2026, 3, 2), QTime(15, 0), Qt::UTC);
const QString account = u"00112233445566778899aabbccddeeff"_s;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(content) == content.size());
}

QString kindOf(const OpenedStore &store)
{
    return store ? u"open"_s : nameOf(store.error().kind);
}

} // namespace

/// The table in StoreOpening.h, row by row, and the files of accounts.
class OpeningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void absentAndNoEntryMakesBoth();
    void opensAgain();
    void absentWithoutWorkingKeychain_data();
    void absentWithoutWorkingKeychain();
    void absentWithAnOldEntryLeavesItAlone();
    void eraseTakesTheEntryOfAStoreThatIsAway();
    void eraseFindsItsKeyUnderTheFirstName_data();
    void eraseFindsItsKeyUnderTheFirstName();
    void presentWithoutItsKeyIsNeverTouched_data();
    void presentWithoutItsKeyIsNeverTouched();
    void theKeyIsRemovedWhenTheFileCannotBeMade();
    void openExistingMakesNothing();
    void besidePutsAsideAndKeepsTheOldKey();
    void besideOpensWhatCanBeOpened();
    void besideWithASilentKeychainMovesNothing();
    void besideReplacesAForeignFile();
    void besideLeavesANewerStoreAlone();
    void aStorePutAsideComesBackWithItsKey();
    void aLateWriteHarmsNoOldKey();
    void eraseRemovesKeysAndFiles();
    void hashesTellAccountsApart();
    void lastAccountSurvivesDamage();
    void quarantineIsKeptForThirtyDays();
    void twoInOneSecondAreBothKept();
    void anOpenStoreIsNotMoved();
    void aCutOffQuarantineIsUndone();
    void aStaleJournalNeverEntersANewStore();

private:
    OpenedStore open() { return QCoro::waitFor(openOrCreate(m_secrets, *m_files, account)); }
    OpenedStore beside(const QDateTime &time = now) { return QCoro::waitFor(openBeside(m_secrets, *m_files, account, time)); }
    void makeWith(const QByteArray &mark);
    static QByteArray markOf(const OpenedStore &store) { return (*store)->value(u"mark"_s).value().value_or(QByteArray()); }
    QStringList files() const { return QDir(m_files->pathOf({}).chopped(4)).entryList(QDir::Files, QDir::Name); }

    FakeSecretStore m_secrets;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<AccountFiles> m_files;
};

void OpeningTest::init()
{
    m_secrets = {};
    m_directory = std::make_unique<QTemporaryDir>();
    m_files = std::make_unique<AccountFiles>(m_directory->filePath(u"accounts"_s));
}

void OpeningTest::makeWith(const QByteArray &mark)
{
    const OpenedStore store = open();
    QVERIFY(store);
    QVERIFY((*store)->setValue(u"mark"_s, mark));
}

void OpeningTest::absentAndNoEntryMakesBoth()
{
    const OpenedStore store = open();
    QCOMPARE(kindOf(store), u"open"_s);
    const QString first = u"org.handrail.app/dek/"_s + account;
    const QString own = storeKeyName(account, (*store)->keyId());
    QCOMPARE(m_secrets.entries().keys(), QStringList(first));
    QCOMPARE(m_secrets.entries().value(first).size(), 49);
    const QStringList calls{u"read "_s + first, u"write "_s + own, u"read "_s + first, u"write "_s + first, u"remove "_s + own};
    QCOMPARE(m_secrets.calls(), calls);
    QCOMPARE(QFileInfo(m_directory->filePath(u"accounts"_s)).permissions() & QFileDevice::Permissions(0x0fff),
             QFile::ReadUser | QFile::WriteUser | QFile::ExeUser);
}

void OpeningTest::opensAgain()
{
    makeWith("first");
    const OpenedStore again = open();
    QCOMPARE(kindOf(again), u"open"_s);
    QCOMPARE(markOf(again), QByteArray("first"));
}

void OpeningTest::absentWithoutWorkingKeychain_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("kind");
    QTest::newRow("missing") << int(Mode::Missing) << u"KeychainMissing"_s;
    QTest::newRow("hung") << int(Mode::Hung) << u"KeychainBusy"_s;
    QTest::newRow("locked") << int(Mode::Locked) << u"KeychainBusy"_s;
    QTest::newRow("forgetful") << int(Mode::Forgetful) << u"KeychainMissing"_s;
}

void OpeningTest::absentWithoutWorkingKeychain()
{
    QFETCH(const int, mode);
    QFETCH(const QString, kind);
    m_secrets.setMode(Mode(mode));
    QCOMPARE(kindOf(open()), kind);
    QVERIFY(!m_files->hasStore(account));
    QVERIFY(files().isEmpty());
    m_secrets.setMode(Mode::Open);
    QCOMPARE(kindOf(open()), u"open"_s);
}

/// The disk that the accounts are on is away for a moment, and the person signs in meanwhile.
void OpeningTest::absentWithAnOldEntryLeavesItAlone()
{
    makeWith("first");
    const QByteArray old = m_secrets.entries().value(storeKeyName(account));
    const QString place = m_directory->filePath(u"accounts"_s);
    QVERIFY(QDir().rename(place, place + u"-away"_s));
    makeWith("second");
    OpenedStore second = open();
    QVERIFY(m_secrets.entries().contains(storeKeyName(account, (*second)->keyId())));
    // Nor when a PIN that was set there is turned off.
    QVERIFY(QCoro::waitFor(removePin(m_secrets, *m_files, account, (*second)->key())));
    second->reset();
    QCOMPARE(m_secrets.entries().value(storeKeyName(account)), old);
    QVERIFY(!m_secrets.calls().contains(QString(u"remove "_s + storeKeyName(account))));
    QVERIFY(QDir(place).removeRecursively() && QDir().rename(place + u"-away"_s, place));
    QCOMPARE(markOf(open()), QByteArray("first"));
}

void OpeningTest::eraseTakesTheEntryOfAStoreThatIsAway()
{
    m_secrets.entries().insert(storeKeyName(account), StoreKey::generate().toKeychain());
    makeWith("second");
    QVERIFY(QCoro::waitFor(eraseAccount(m_secrets, *m_files, account)));
    QVERIFY(m_secrets.entries().isEmpty());
}

void OpeningTest::eraseFindsItsKeyUnderTheFirstName_data()
{
    QTest::addColumn<bool>("isErased");
    QTest::addColumn<Mode>("mode");
    QTest::newRow("its own") << true << Mode::Open;
    QTest::newRow("its own, once the keychain answers") << true << Mode::Hung;
    QTest::newRow("that of the one that is kept") << false << Mode::Open;
}

/// A store lies aside, and stays. One of the two has its key under the first name.
void OpeningTest::eraseFindsItsKeyUnderTheFirstName()
{
    QFETCH(const bool, isErased);
    QFETCH(const Mode, mode);
    makeWith("aside");
    const QByteArray asideKey = m_secrets.entries().take(storeKeyName(account));
    QVERIFY(m_files->quarantine(account, now));
    makeWith("erased");
    const QString ownName = m_secrets.entries().keys().constFirst();
    const QByteArray erasedKey = m_secrets.entries().take(ownName);
    const QString asideName = storeKeyName(account, StoreKey::fromKeychain(asideKey)->id());
    m_secrets.entries().insert(isErased ? storeKeyName(account) : ownName, erasedKey);
    m_secrets.entries().insert(isErased ? asideName : storeKeyName(account), asideKey);
    m_secrets.setMode(mode);
    const bool isDone = QCoro::waitFor(eraseAccount(m_secrets, *m_files, account, AccountFiles::Aside::Keep)).has_value();
    QCOMPARE(isDone, mode == Mode::Open);
    QCOMPARE(m_files->quarantined(account).size(), 1);
    QVERIFY(!m_files->hasStore(account));
    m_secrets.setMode(Mode::Open);
    QVERIFY(QCoro::waitFor(finishErasing(m_secrets, *m_files, account)));
    QCOMPARE(m_secrets.entries().values(), QList<QByteArray>{asideKey});
    QVERIFY(accountsToErase(*m_files).isEmpty());
}

void OpeningTest::presentWithoutItsKeyIsNeverTouched_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QByteArray>("entry");
    QTest::newRow("locked") << int(Mode::Locked) << QByteArray("same");
    QTest::newRow("emptied") << int(Mode::Open) << QByteArray();
    QTest::newRow("hung") << int(Mode::Hung) << QByteArray("same");
    QTest::newRow("missing") << int(Mode::Missing) << QByteArray("same");
    QTest::newRow("another key") << int(Mode::Open) << StoreKey::generate().toKeychain();
    QTest::newRow("not a key") << int(Mode::Open) << QByteArray("hello");
}

void OpeningTest::presentWithoutItsKeyIsNeverTouched()
{
    QFETCH(const int, mode);
    QFETCH(const QByteArray, entry);
    makeWith("first");
    const QByteArray before = contentOf(m_files->pathOf(account));
    const QDateTime changed = QFileInfo(m_files->pathOf(account)).lastModified();
    const QByteArray good = m_secrets.entries().value(storeKeyName(account));
    if (entry.isEmpty())
        m_secrets.entries().clear();
    else if (entry != "same")
        m_secrets.entries().insert(storeKeyName(account), entry);
    const auto entries = m_secrets.entries();
    m_secrets.setMode(Mode(mode));
    const qsizetype calls = m_secrets.calls().size();

    for (int i = 0; i < 3; ++i) {
        const OpenedStore shut = open();
        QCOMPARE(kindOf(shut), u"KeyUnavailable"_s);
        QVERIFY(shut.error().isRetryable);
    }
    QCOMPARE(contentOf(m_files->pathOf(account)), before);
    QCOMPARE(QFileInfo(m_files->pathOf(account)).lastModified(), changed);
    QCOMPARE(m_secrets.entries(), entries);
    for (const QString &call : m_secrets.calls().mid(calls))
        QVERIFY2(call.startsWith(u"read "), qPrintable(call));

    // Try again, once the keychain is back.
    m_secrets.setMode(Mode::Open);
    m_secrets.entries().insert(storeKeyName(account), good);
    QCOMPARE(markOf(open()), QByteArray("first"));
}

void OpeningTest::theKeyIsRemovedWhenTheFileCannotBeMade()
{
    writeFile(m_directory->filePath(u"accounts"_s), "a file where the folder should be");
    QCOMPARE(kindOf(open()), u"StoreReadOnly"_s);
    QVERIFY(m_secrets.entries().isEmpty());
}

void OpeningTest::openExistingMakesNothing()
{
    QCOMPARE(kindOf(QCoro::waitFor(openExisting(m_secrets, *m_files, account))), u"NotFound"_s);
    QVERIFY(m_secrets.calls().isEmpty());
    makeWith("first");
    QCOMPARE(markOf(QCoro::waitFor(openExisting(m_secrets, *m_files, account))), QByteArray("first"));
}

void OpeningTest::besidePutsAsideAndKeepsTheOldKey()
{
    makeWith("first");
    const QByteArray other = StoreKey::generate().toKeychain();
    m_secrets.entries().insert(storeKeyName(account), other);
    {
        const OpenedStore fresh = beside();
        QCOMPARE(kindOf(fresh), u"open"_s);
        QCOMPARE(markOf(fresh), QByteArray());
        QVERIFY((*fresh)->setValue(u"mark"_s, "second"));
    }
    QCOMPARE(m_files->quarantined(account).size(), 1);
    QVERIFY(m_files->quarantined(account).first().endsWith(u".quarantine-20260302T150000Z.db"));
    QCOMPARE(m_secrets.entries().value(storeKeyName(account)), other); // not ours to overwrite
    QCOMPARE(m_secrets.entries().size(), 2);
    QCOMPARE(markOf(open()), QByteArray("second"));
    QCOMPARE(markOf(beside()), QByteArray("second"));
    QCOMPARE(m_files->quarantined(account).size(), 1);
}

void OpeningTest::besideOpensWhatCanBeOpened()
{
    makeWith("first");
    QCOMPARE(markOf(beside()), QByteArray("first"));
    QVERIFY(m_files->quarantined(account).isEmpty());
    // It is not here at all: as at a first sign-in.
    QVERIFY(m_files->erase(account));
    QCOMPARE(kindOf(beside()), u"open"_s);
}

void OpeningTest::besideWithASilentKeychainMovesNothing()
{
    makeWith("first");
    const QByteArray before = contentOf(m_files->pathOf(account));
    for (const Mode mode : {Mode::Hung, Mode::Locked, Mode::Missing, Mode::Forgetful}) {
        if (mode == Mode::Forgetful)
            m_secrets.entries().clear();
        m_secrets.setMode(mode);
        QVERIFY(!beside());
        QCOMPARE(contentOf(m_files->pathOf(account)), before);
        QVERIFY(m_files->quarantined(account).isEmpty());
    }
}

void OpeningTest::besideReplacesAForeignFile()
{
    QVERIFY(m_files->makeDirectory());
    writeFile(m_files->pathOf(account), QByteArray(500, 'x'));
    QCOMPARE(kindOf(open()), u"StoreForeign"_s);
    QCOMPARE(kindOf(beside()), u"open"_s);
    QCOMPARE(contentOf(m_files->quarantined(account).first()), QByteArray(500, 'x'));
}

void OpeningTest::besideLeavesANewerStoreAlone()
{
    makeWith("first");
    QByteArray content = contentOf(m_files->pathOf(account));
    content[63] = char(storeSchemaVersion + 1);
    writeFile(m_files->pathOf(account), content);
    QCOMPARE(kindOf(open()), u"StoreNewer"_s);
    QCOMPARE(kindOf(beside()), u"StoreNewer"_s);
    QCOMPARE(contentOf(m_files->pathOf(account)), content);
}

void OpeningTest::aStorePutAsideComesBackWithItsKey()
{
    makeWith("first");
    QVERIFY(m_files->quarantine(account, now));
    QVERIFY(!m_files->hasStore(account));
    QCOMPARE(markOf(open()), QByteArray("first"));
    QVERIFY(m_files->quarantined(account).isEmpty());
}

// The keychain's answer to the new key's write is lost, and the write is carried out later: the old store must open again after that.
void OpeningTest::aLateWriteHarmsNoOldKey()
{
    makeWith("first");
    const QByteArray good = m_secrets.entries().take(storeKeyName(account)); // a locked keychain looks empty
    QCOMPARE(kindOf(beside()), u"open"_s);
    for (auto entry = m_secrets.entries().cbegin(); entry != m_secrets.entries().cend(); ++entry)
        QVERIFY2(entry.key() != storeKeyName(account), "the old key's name was written to");
    // And with a store aside, no write goes to that name either once the store in use is gone.
    QVERIFY(QFile::remove(m_files->pathOf(account)));
    QCOMPARE(kindOf(open()), u"open"_s);
    QVERIFY(!m_secrets.entries().contains(storeKeyName(account)));
    m_secrets.entries().insert(storeKeyName(account), good);
    QVERIFY(QFile::remove(m_files->pathOf(account)));
    QCOMPARE(markOf(open()), QByteArray("first"));
}

void OpeningTest::eraseRemovesKeysAndFiles()
{
    makeWith("first");
    m_secrets.entries().insert(storeKeyName(account), StoreKey::generate().toKeychain());
    QCOMPARE(kindOf(beside()), u"open"_s);
    m_secrets.entries().insert(u"another"_s, "stays");
    QVERIFY(QCoro::waitFor(eraseAccount(m_secrets, *m_files, account)));
    QCOMPARE(m_secrets.entries().keys(), QStringList(u"another"_s));
    QCOMPARE(files(), QStringList());

    makeWith("again");
    m_secrets.setMode(Mode::Hung);
    const auto partly = QCoro::waitFor(eraseAccount(m_secrets, *m_files, account));
    QVERIFY(!partly);
    QCOMPARE(partly.error().kind, ProblemKind::KeychainBusy);
    QVERIFY(!m_files->hasStore(account));
}

void OpeningTest::hashesTellAccountsApart()
{
    Identity maya{QUrl(u"https://clinic.example/fhir/R4"_s), u"iss"_s, u"maya"_s, Role::Patient, u"p1"_s, {}, {}};
    const QString hash = AccountFiles::hashOf(maya);
    QCOMPARE(hash.size(), 32);
    QCOMPARE(AccountFiles::hashOf(maya), hash);
    for (auto change : {+[](Identity &i) { i.server = QUrl(u"https://other.example/fhir/R4"_s); },
                        +[](Identity &i) { i.role = Role::Relative; }, +[](Identity &i) { i.relatedPersonId = u"r1"_s; },
                        +[](Identity &i) { i.subject = u"rosa"_s; }, +[](Identity &i) { i.patientId = u"p2"_s; },
                        +[](Identity &i) {
                            i.subject = u"may"_s;
                            i.patientId = u"ap1"_s;
                        }}) {
        Identity other = maya;
        change(other);
        QVERIFY(AccountFiles::hashOf(other) != hash);
    }
    maya.scopes = {u"openid"_s};
    QCOMPARE(AccountFiles::hashOf(maya), hash);
}

void OpeningTest::lastAccountSurvivesDamage()
{
    QVERIFY(!m_files->lastAccount());
    makeWith("first");
    const QString last = m_directory->filePath(u"accounts/last"_s);
    QCOMPARE(m_files->lastAccount(), account); // absent, and only one is here
    QVERIFY(m_files->setLastAccount(account));
    QCOMPARE(contentOf(last), account.toLatin1() + '\n');
    QCOMPARE(m_files->lastAccount(), account);
    for (const QByteArray &damage :
         {QByteArray(), QByteArray("../../etc/passwd"), QByteArray(100000, 'f'), QByteArray("\0\xff\n", 3)}) {
        writeFile(last, damage);
        QVERIFY(!m_files->lastAccount()); // a sign-out may have had room for no more
    }
    QVERIFY(m_files->clearLastAccount());
    QVERIFY(!m_files->lastAccount());
    // With two accounts a damaged file is no reason to guess.
    writeFile(last, "x");
    writeFile(m_files->pathOf(QString(32, u'a')), "x");
    QVERIFY(!m_files->lastAccount());
    QCOMPARE(m_files->accounts(), QStringList({account, QString(32, u'a')}));
}

void OpeningTest::quarantineIsKeptForThirtyDays()
{
    makeWith("first");
    QVERIFY(m_files->quarantine(account, now));
    m_secrets.entries().clear();
    makeWith("second");
    QVERIFY(m_files->quarantine(account, now.addDays(10)));
    QCOMPARE(m_files->quarantined(account).size(), 2);
    QVERIFY(m_files->quarantined(account).first().contains(u"20260312"));
    QCOMPARE(m_files->purgeQuarantine(account, now.addDays(29), now.addDays(60)).value(), 0);
    QCOMPARE(m_files->purgeQuarantine(account, now.addDays(60), now.addDays(29)).value(), 0); // both clocks have to say so
    QCOMPARE(m_files->purgeQuarantine(QString(32, u'a'), now.addDays(60), now.addDays(60)).value(), 0); // another account's clinic
    QCOMPARE(m_files->purgeQuarantine(account, now.addDays(30), now.addDays(30)).value(), 1);
    QCOMPARE(m_files->quarantined(account).size(), 1);
    QCOMPARE(m_files->purgeQuarantine(account, now.addDays(40), now.addDays(40)).value(), 1);
    const auto none = m_files->quarantine(account, now);
    QVERIFY(!none);
    QCOMPARE(none.error().kind, ProblemKind::NotFound);
}

void OpeningTest::twoInOneSecondAreBothKept()
{
    makeWith("first");
    QVERIFY(m_files->quarantine(account, now));
    m_secrets.entries().clear();
    makeWith("second");
    QVERIFY(m_files->quarantine(account, now));
    QCOMPARE(m_files->quarantined(account).size(), 2);
    QCOMPARE(m_files->purgeQuarantine(account, now.addDays(31), now.addDays(31)).value(), 2); // both names are understood
}

void OpeningTest::anOpenStoreIsNotMoved()
{
    const OpenedStore store = open();
    QVERIFY(store);
    const auto refused = m_files->quarantine(account, now);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ProblemKind::StoreInUse);
    QCOMPARE(kindOf(open()), u"StoreInUse"_s);
    QCOMPARE(kindOf(beside()), u"StoreInUse"_s);
    QVERIFY((*store)->setValue(u"mark"_s, "still here"));
}

void OpeningTest::aCutOffQuarantineIsUndone()
{
    QByteArray journal;
    {
        const OpenedStore store = open();
        QVERIFY((*store)->setValue(u"mark"_s, "in the journal"));
        QVERIFY(QFile::copy(m_files->pathOf(account), m_directory->filePath(u"db"_s)));
        journal = contentOf(m_files->pathOf(account) + u"-wal"_s);
        QVERIFY(journal.contains("mark") == false && journal.size() > 0);
    }
    // As if killed after the journal was moved and before the file was.
    QVERIFY(QFile::remove(m_files->pathOf(account)));
    QVERIFY(QFile::copy(m_directory->filePath(u"db"_s), m_files->pathOf(account)));
    writeFile(m_files->pathOf(account).chopped(3) + u".quarantine-20260302T150000Z.db-wal"_s, journal);
    QCOMPARE(markOf(open()), QByteArray("in the journal"));
}

void OpeningTest::aStaleJournalNeverEntersANewStore()
{
    QByteArray journal;
    {
        const OpenedStore store = open();
        QVERIFY((*store)->setValue(u"mark"_s, "old"));
        journal = contentOf(m_files->pathOf(account) + u"-wal"_s);
    }
    QVERIFY(m_files->erase(account));
    writeFile(m_files->pathOf(account) + u"-wal"_s, journal);
    const OpenedStore store = open();
    QCOMPARE(kindOf(store), u"open"_s);
    QCOMPARE(markOf(store), QByteArray());
    QVERIFY((*store)->check()->isFileSound);
}

QTEST_GUILESS_MAIN(OpeningTest)
#include "tst_opening.moc"
