// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "LockBench.h"
#include "store/Sealer.h"
#include "store/Erasing.h"
#include "store/OutboxCount.h"
#include "store/StoreFile.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <sodium.h>

using namespace handrail;
using test::kindOf;
using test::pin;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime now(QDate(2026, 3, 2), QTime(15, 0), Qt::UTC);

OutboxItem checkIn(const QString &identifier, const QByteArray &answers)
{
    OutboxItem item;
    item.identifier = identifier;
    item.resourceType = u"QuestionnaireResponse"_s;
    item.payload = answers;
    item.queuedAt = now;
    return item;
}

} // namespace

/// A store with a PIN: what opens it and what does not, and what is left when the PIN is forgotten.
class LockTest : public QObject, test::LockBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void pinsAreWiped();
    void theWrappingKeyIsTheDesigns();
    void theWaitsGrow();
    void withAPinNothingElseOpens();
    void aWrongPinCountsAndARightOneForgets();
    void aTryIsCountedBeforeItIsChecked();
    void aFullDiskStopsTheCheck();
    void theTenthWrongOneEndsThePin();
    void anotherSecretOpensNothing();
    void withoutTheSecretNothingIsCounted();
    void weakParametersAreRefused_data();
    void weakParametersAreRefused();
    void anUnfinishedLockIsNone();
    void aChangedPinReplacesTheOld();
    void aPinTurnedOffLeavesNoTrace();
    void finishingTakesNoKeyThatIsPutBackMeanwhile();
    void afterAForgottenPinOnlyTheUnsentComesBack();
    void whatWasUnsentBeforePinsComesBackToo();
    void signOutErasesTheLock();
    void whoIsErasedMeanwhileLeavesNoSecret();
    void aCutOffMoveKeepsTheLockWithItsStore_data();
    void aCutOffMoveKeepsTheLockWithItsStore();
    void aStaleLockShutsNoNewStore();
};

void LockTest::pinsAreWiped()
{
    Pin typed = pin("24681357");
    QVERIFY(!typed.append(10));
    const QByteArrayView place = typed.digits();
    Pin taken = std::move(typed);
    QCOMPARE(place, QByteArrayView("\0\0\0\0\0\0\0\0", 8));
    QCOMPARE(taken.digits(), QByteArrayView("24681357"));
    taken.removeLast();
    QCOMPARE(taken.size(), 7);
    QVERIFY(pin("111111").isEasy() && pin("123456").isEasy() && pin("987654").isEasy());
    QVERIFY(!pin("135791").isEasy() && !pin("246810").isEasy() && !pin("112233").isEasy());
    QVERIFY(pin("246810").isSameAs(pin("246810")) && !pin("246810").isSameAs(pin("2468100")));
    QVERIFY(!pin("12345").isComplete() && pin("123456").isComplete());
}

void LockTest::theWrappingKeyIsTheDesigns()
{
    // Made with the argon2 program (-id -t 3 -k 65536 -p 1 -l 32) and Python's hashlib.blake2b.
    QByteArray bytes(1, char(1));
    for (int i = 0; i < 32; ++i)
        bytes.append(char(i));
    bytes.append(16, 'i');
    const auto key = StoreLock::wrappingKey(*StoreKey::fromKeychain(bytes), "246810", "0123456789abcdef");
    QVERIFY(key);
    QCOMPARE(QByteArray(reinterpret_cast<const char *>(key->bytes.data()), 32).toHex(),
             QByteArray("0f8d4f35621c4a8538836fbcd701011e6bbd1ea15cab874914b96ed7aedd9be7"));
}

void LockTest::theWaitsGrow()
{
    const QList<std::chrono::milliseconds> waits{0s, 0s, 0s, 0s, 30s, 2min, 5min, 15min, 15min, 15min};
    for (int tries = 0; tries < waits.size(); ++tries)
        QCOMPARE(StoreLock::waitAfter(tries), waits.at(tries));
}

void LockTest::withAPinNothingElseOpens()
{
    make();
    lock("246810");
    QCOMPARE(QFile::permissions(lockFile()) & QFileDevice::Permissions(0x0077), QFileDevice::Permissions());
    // The keychain has one secret, and that is not the store's key.
    QCOMPARE(m_secrets.entries().size(), 1);
    const auto left = StoreKey::fromKeychain(m_secrets.entries().constBegin().value());
    QVERIFY(left && left->id() != m_key.id());
    QCOMPARE(kindOf(Store::open(path(), *left)), u"KeyUnavailable"_s);
    QCOMPARE(kindOf(open()), u"Locked"_s);
    for (const QString &name : QDir(m_directory->filePath(u"accounts"_s)).entryList(QDir::Files)) {
        QFile file(m_directory->filePath(u"accounts/"_s + name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray key(reinterpret_cast<const char *>(m_key.key().data()), StoreKey::keyBytes);
        QVERIFY2(!file.readAll().contains(key), qPrintable(name));
    }
    const auto key = tryPin("246810");
    QCOMPARE(kindOf(key), u"good"_s);
    const OpenedStore store = Store::open(path(), *key);
    QVERIFY(store);
    QCOMPARE((*store)->value(u"mark"_s).value(), QByteArray("written before"));
}

void LockTest::aWrongPinCountsAndARightOneForgets()
{
    make();
    lock("246810");
    QCOMPARE(kindOf(tryPin("246811")), u"PinWrong"_s);
    QCOMPARE(kindOf(tryPin("24681")), u"PinWrong"_s);
    QCOMPARE(StoreLock::read(path())->tries(), 2);
    QCOMPARE(kindOf(tryPin("246810")), u"good"_s);
    QCOMPARE(StoreLock::read(path())->tries(), 0);
    QCOMPARE(StoreLock::read(path())->digits(), 6);
}

void LockTest::aTryIsCountedBeforeItIsChecked()
{
    make();
    lock("246810");
    bool isChecked = false;
    const auto check = [&]() -> QCoro::Task<void> {
        const Result<StoreKey> key = co_await keyByPin(m_secrets, m_files->pathOf(account), account, pin("246810"));
        isChecked = key.has_value();
    };
    const QCoro::Task<void> task = check();
    while (StoreLock::read(path())->tries() == 0 && !isChecked)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
    QVERIFY(!isChecked);
    QCOMPARE(StoreLock::read(path())->tries(), 1);
    QTRY_VERIFY(isChecked);
    QCOMPARE(StoreLock::read(path())->tries(), 0);
}

void LockTest::aFullDiskStopsTheCheck()
{
    make();
    lock("246810");
    change(u"CREATE TRIGGER full BEFORE INSERT ON lock BEGIN SELECT RAISE(ABORT, 'no room'); END"_s);
    QVERIFY(!tryPin("246810")); // what cannot be counted is not checked
}

void LockTest::theTenthWrongOneEndsThePin()
{
    make();
    lock("246810");
    change(u"UPDATE lock SET tries = 8"_s);
    QCOMPARE(kindOf(tryPin("000000")), u"PinWrong"_s);
    QVERIFY(!StoreLock::read(path())->isEnded());
    QCOMPARE(kindOf(tryPin("000000")), u"PinEnded"_s);
    QCOMPARE(kindOf(tryPin("246810")), u"PinEnded"_s);
    change(u"UPDATE lock SET tries = 0"_s); // who can write the file wins nothing
    QVERIFY(StoreLock::read(path())->isEnded());
    QCOMPARE(kindOf(tryPin("246810")), u"PinEnded"_s);
}

void LockTest::anotherSecretOpensNothing()
{
    make();
    lock("246810");
    const QString name = m_secrets.entries().constBegin().key();
    QByteArray other = StoreKey::generate().toKeychain();
    other.replace(33, 16, m_secrets.entries().value(name).mid(33)); // even if it bears the same name
    m_secrets.entries().insert(name, other);
    QCOMPARE(kindOf(tryPin("246810")), u"PinWrong"_s);
}

void LockTest::withoutTheSecretNothingIsCounted()
{
    make();
    lock("246810");
    m_secrets.setMode(FakeSecretStore::Mode::Locked);
    QCOMPARE(kindOf(tryPin("246810")), u"KeyUnavailable"_s);
    m_secrets.setMode(FakeSecretStore::Mode::Hung);
    QCOMPARE(kindOf(tryPin("246810")), u"KeyUnavailable"_s);
    QCOMPARE(StoreLock::read(path())->tries(), 0);
    m_secrets.setMode(FakeSecretStore::Mode::Open);
    QCOMPARE(kindOf(tryPin("246810")), u"good"_s);
}

void LockTest::weakParametersAreRefused_data()
{
    QTest::addColumn<QString>("statement");
    QTest::newRow("fewer rounds") << u"UPDATE lock SET operations = 2"_s;
    QTest::newRow("less memory") << u"UPDATE lock SET memory = 33554432"_s;
    QTest::newRow("short salt") << u"UPDATE lock SET salt = x'00112233445566'"_s;
    QTest::newRow("no rounds") << u"UPDATE lock SET operations = 0"_s;
    QTest::newRow("more memory than a phone has") << u"UPDATE lock SET memory = 4398046511104"_s;
}

void LockTest::weakParametersAreRefused()
{
    QFETCH(QString, statement);
    make();
    lock("246810");
    QVERIFY(QFile::remove(StoreLock::copyBeside(path())));
    change(statement);
    QCOMPARE(kindOf(StoreLock::read(path())), u"StoreBroken"_s);
    QCOMPARE(kindOf(tryPin("246810")), u"StoreBroken"_s);
    QCOMPARE(kindOf(open()), u"Locked"_s); // and it is still shut
}

void LockTest::anUnfinishedLockIsNone()
{
    make();
    QFile file(lockFile());
    QVERIFY(file.open(QIODevice::WriteOnly)); // cut off before its first transaction
    file.close();
    QVERIFY(!m_files->hasLock(account));
    QCOMPARE(kindOf(open()), u"good"_s);
    lock("246810");
    QCOMPARE(kindOf(open()), u"Locked"_s);
}

void LockTest::aChangedPinReplacesTheOld()
{
    make();
    lock("246810");
    const QString first = m_secrets.entries().constBegin().key();
    lock("13579135");
    QCOMPARE(m_secrets.entries().size(), 1);
    QVERIFY(!m_secrets.entries().contains(first));
    QCOMPARE(StoreLock::read(path())->digits(), 8);
    QCOMPARE(kindOf(tryPin("246810")), u"PinWrong"_s);
    QVERIFY(QFile::remove(lockFile())); // nor is the old one in the copy
    QCOMPARE(kindOf(tryPin("246810")), u"PinWrong"_s);
    QCOMPARE(kindOf(tryPin("13579135")), u"good"_s);
}

void LockTest::aPinTurnedOffLeavesNoTrace()
{
    make();
    lock("246810");
    const auto key = tryPin("246810");
    QCOMPARE(kindOf(QCoro::waitFor(removePin(m_secrets, *m_files, account, *key))), u"good"_s);
    QVERIFY(!QFile::exists(lockFile()) && !QFile::exists(StoreLock::copyBeside(path())));
    QCOMPARE(m_secrets.entries().keys(), QStringList(storeKeyName(account)));
    const qsizetype calls = m_secrets.calls().size();
    const OpenedStore store = open();
    QCOMPARE(kindOf(store), u"good"_s);
    QCOMPARE(m_secrets.calls().size(), calls + 1); // as quick as one that never had a PIN
    QCOMPARE((*store)->value(u"mark"_s).value(), QByteArray("written before"));
}

/// For who turns the PIN off: it is all that opens the store then.
void LockTest::finishingTakesNoKeyThatIsPutBackMeanwhile()
{
    make();
    lock("246810");
    const auto key = tryPin("246810");
    QCOMPARE(kindOf(key), u"good"_s);
    const qsizetype before = m_secrets.calls().size();
    const auto isWritten = [&] { return !m_secrets.calls().mid(before).filter(QRegularExpression(u"^write "_s)).isEmpty(); };
    const QCoro::Task<Result<void>> removing = removePin(m_secrets, *m_files, account, *key);
    while (!isWritten() && !removing.isReady())
        QCoreApplication::processEvents();
    QVERIFY(isWritten() && !removing.isReady());
    const QCoro::Task<Locking> finishing = finishLocking(m_secrets, *m_files, account);
    QTRY_VERIFY(removing.isReady() && finishing.isReady());
    QVERIFY(!m_files->hasLock(account));
    QCOMPARE(kindOf(open()), u"good"_s);
}

void LockTest::afterAForgottenPinOnlyTheUnsentComesBack()
{
    {
        const auto store = make();
        OutboxItem sent = checkIn(u"urn:uuid:1"_s, "was sent");
        QVERIFY(store->outbox().queue(sent));
        sent.state = OutboxState::Done;
        sent.doneAt = now;
        QVERIFY(store->outbox().update(sent));
        QVERIFY(store->outbox().queue(checkIn(u"urn:uuid:2"_s, "was not sent")));
    }
    lock("246810");
    for (int i = 0; i < 3; ++i)
        QVERIFY(!tryPin("000000"));
    // The same person signs in at the clinic.
    const OpenedStore fresh = QCoro::waitFor(openBeside(m_secrets, *m_files, account, now));
    QCOMPARE(kindOf(fresh), u"good"_s);
    QVERIFY(!m_files->hasLock(account));
    QCOMPARE((*fresh)->value(u"mark"_s).value(), std::optional<QByteArray>());
    const auto aside = QCoro::waitFor(readableAside(m_secrets, *m_files, account));
    QCOMPARE(aside.size(), 1);
    QCOMPARE(kindOf(Store::open(aside.first().path, aside.first().key)), u"StoreBroken"_s); // its records stay shut
    const Result<int> taken = takeBack(aside.first(), **fresh);
    QCOMPARE(kindOf(taken), u"good"_s);
    QCOMPARE(*taken, 1);
    const auto items = (*fresh)->outbox().all();
    QCOMPARE(items->size(), 1);
    QCOMPARE(items->first().payload, QByteArray("was not sent"));
    QCOMPARE(items->first().state, OutboxState::Uncertain); // asked for before it is sent again
    // Its records wait for the PIN, as long as anything that is put aside; nothing unsent is in there any more.
    QCOMPARE(m_files->quarantined(account), QStringList(aside.first().path));
    QVERIFY(m_files->mayHoldUnsent(account).isEmpty());
    QVERIFY(StoreLock::read(aside.first().path));
    QVERIFY(QCoro::waitFor(readableAside(m_secrets, *m_files, account)).isEmpty());
    QCOMPARE(m_files->purgeQuarantine(account, now.addDays(31), now.addDays(31)).value(), 1);
    QVERIFY(QDir(m_directory->filePath(u"accounts"_s)).entryList({u"*quarantine*"_s}, QDir::Files).isEmpty());
    QCOMPARE(QDir(m_directory->filePath(u"accounts"_s)).entryList(QDir::Files).filter(u"quarantine"_s), QStringList());
}

void LockTest::whatWasUnsentBeforePinsComesBackToo()
{
    {
        const auto store = make();
        QVERIFY(store->outbox().queue(checkIn(u"urn:uuid:1"_s, "old")));
    }
    {
        // As a Handrail without PINs sealed it.
        const auto database = openStoreFile(path(), m_key);
        const Sealer sealer(m_key, readStoreHeader(**database)->storeId);
        QByteArray rowKey;
        FieldWriter fields;
        {
            auto rows = (*database)->run("SELECT identifier, sealed FROM outbox");
            QVERIFY(rows->next());
            rowKey = rows->blob(0);
            for (const qint64 number : {qint64(1), qint64(OutboxState::Queued), qint64(1)}) {
                const qint64 little = qToLittleEndian(number);
                rowKey.append(reinterpret_cast<const char *>(&little), sizeof little);
            }
            const auto plain = sealer.open(Sealer::Table::Unsent, rowKey, rows->blob(1));
            QVERIFY(plain);
            FieldReader reader(*plain);
            for (int i = 0; i < 3; ++i)
                fields.add(reader.text());
            fields.add(reader.bytes());
            for (int i = 0; i < 3; ++i)
                fields.add(reader.number());
            fields.add(reader.text());
            fields.add(reader.number());
            fields.add(reader.text());
            QVERIFY(reader.isGood());
        }
        const QByteArray sealed = sealer.seal(Sealer::Table::Outbox, rowKey, std::move(fields));
        QVERIFY((*database)->run("UPDATE outbox SET sealed = ?", sealed));
        OutboxCount count;
        count.add(sealer, sealed);
        QVERIFY(count.write(**database, sealer));
    }
    {
        const OpenedStore store = open();
        QCOMPARE((*store)->outbox().unsent()->first().payload, QByteArray("old"));
        QVERIFY((*store)->outbox().sealUnsentAgain());
    }
    lock("246810");
    const OpenedStore fresh = QCoro::waitFor(openBeside(m_secrets, *m_files, account, now));
    const auto aside = QCoro::waitFor(readableAside(m_secrets, *m_files, account));
    QCOMPARE(aside.size(), 1);
    QCOMPARE(takeBack(aside.first(), **fresh).value_or(-1), 1);
}

void LockTest::signOutErasesTheLock()
{
    make();
    lock("246810");
    QVERIFY(QCoro::waitFor(eraseAccount(m_secrets, *m_files, account)));
    QVERIFY(m_secrets.entries().isEmpty());
    QVERIFY(QDir(m_directory->filePath(u"accounts"_s)).entryList(QDir::Files).isEmpty());
}

void LockTest::whoIsErasedMeanwhileLeavesNoSecret()
{
    make();
    const QCoro::Task<Result<Locking>> locking = lockByPin(m_secrets, *m_files, account, m_key, pin("246810"));
    QVERIFY(!locking.isReady());
    QVERIFY(QCoro::waitFor(eraseAccount(m_secrets, *m_files, account)));
    QTRY_VERIFY(locking.isReady());
    QVERIFY(m_secrets.entries().isEmpty());
    QVERIFY(QDir(m_directory->filePath(u"accounts"_s)).entryList(QDir::Files).isEmpty());
}

void LockTest::aCutOffMoveKeepsTheLockWithItsStore_data()
{
    QTest::addColumn<bool>("isGoing");
    QTest::newRow("putting aside") << true;
    QTest::newRow("taking back") << false;
}

void LockTest::aCutOffMoveKeepsTheLockWithItsStore()
{
    QFETCH(bool, isGoing);
    make();
    lock("246810");
    if (isGoing) {
        // The lock has left, the store has not.
        const QString aside = m_directory->filePath(u"accounts/"_s + account + u".quarantine-20260302T150000Z.db"_s);
        QVERIFY(QFile::rename(lockFile(), StoreLock::pathBeside(aside)));
        QVERIFY(QFile::rename(StoreLock::copyBeside(path()), StoreLock::copyBeside(aside)));
    } else {
        const auto aside = m_files->quarantine(account, now);
        QVERIFY(aside && QFile::rename(*aside, path())); // the store has arrived, the lock has not
    }
    QCOMPARE(kindOf(open()), u"Locked"_s);
    QVERIFY(QFile::exists(lockFile()) && QFile::exists(StoreLock::copyBeside(path())));
    QCOMPARE(kindOf(tryPin("246810")), u"good"_s);
}

void LockTest::aStaleLockShutsNoNewStore()
{
    make();
    lock("246810");
    QVERIFY(QFile::remove(path()));
    m_secrets.entries().clear();
    QCOMPARE(kindOf(open()), u"good"_s);
    QVERIFY(!m_files->hasLock(account));
}

QTEST_GUILESS_MAIN(LockTest)
#include "tst_lock.moc"
