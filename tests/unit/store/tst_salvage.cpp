// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/FakeSecretStore.h"
#include "fakes/SmallDisk.h"
#include "store/AccountFiles.h"
#include "store/Database.h"
#include "store/StoreOpening.h"
#include "store/StoreSalvage.h"

#include <QCoroTask>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtTest>

using namespace handrail;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 3, 2), QTime(15, 0), Qt::UTC);
const QString account = u"00112233445566778899aabbccddeeff"_s;
constexpr qsizetype pageBytes = 8192;
constexpr int waiting = 60;
constexpr int firstKept = 3000; ///< what the person keeps to themselves
constexpr int kept = 6;

QByteArray answersOf(int number)
{
    return "{\"n\":" + QByteArray::number(number) + ",\"note\":\"" + QByteArray(300, 'x') + "\"}";
}

OutboxItem checkIn(int number)
{
    OutboxItem item;
    item.identifier = u"urn:uuid:%1"_s.arg(number);
    item.resourceType = u"QuestionnaireResponse"_s;
    item.payload = number == 7 ? answersOf(number) + QByteArray(30'000, ' ') : answersOf(number); // one that takes pages of its own
    item.queuedAt = now.addSecs(number);
    item.attempts = number % 3;
    return item;
}

Credentials credentials()
{
    Credentials made;
    made.identity.server = QUrl(u"https://clinic.example/fhir"_s);
    made.identity.subject = u"subject"_s;
    made.identity.patientId = u"p1"_s;
    made.refreshToken = u"refresh"_s;
    return made;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

} // namespace

/// A store's file with damage of all kinds: what can be read is kept, and what cannot is told.
class SalvageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aSoundStoreIsLeftAlone();
    void onePageAtATime_data();
    void onePageAtATime();
    void damageOfAllKinds();
    void theHeaderAlone();
    void whatTheJournalHasIsKept();
    void itIsDoneAgainAfterACut_data();
    void itIsDoneAgainAfterACut();
    void aFullDiskChangesNothing();
    void anotherKeysFileIsLeftAlone();
    void withAPinToo();
    void whatTheDiskRefusedGoesOnInTheNewStore();

private:
    OpenedStore open() { return QCoro::waitFor(openOrCreate(m_secrets, *m_files, account)); }
    [[nodiscard]] QString path() const { return m_files->pathOf(account); }
    [[nodiscard]] StoreKey key() { return StoreKey::fromKeychain(m_secrets.entries().value(storeKeyName(account))).value(); }
    /// A store in the folder with 60 items that wait, one that was sent, six that are kept back, a draft, a sign-in and records. Closed.
    void fill();
    /// The file is this one now; opens it as the next start does, and compares. Gives how many items are lost.
    void check(const QByteArray &bytes, int mostGone, const char *where);

    FakeSecretStore m_secrets;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<AccountFiles> m_files;
};

void SalvageTest::init()
{
    m_secrets = {};
    m_directory = std::make_unique<QTemporaryDir>();
    m_files = std::make_unique<AccountFiles>(m_directory->filePath(u"accounts"_s));
}

void SalvageTest::fill()
{
    const OpenedStore store = open();
    QVERIFY(store);
    QVERIFY((*store)->setCredentials(credentials()));
    QVERIFY((*store)->setValue(u"draft/daily"_s, "half an answer"));
    QVERIFY((*store)->setValue(u"sync.lastSuccess"_s, "once"));
    QVERIFY((*store)->setCursor(u"Appointment"_s, now));
    QList<StoredRecord> records;
    for (int i = 0; i < 100; ++i)
        records << StoredRecord{u"Appointment"_s, u"a%1"_s.arg(i), u"1"_s, now, now.date().addDays(i), QByteArray(500, 'r')};
    QVERIFY((*store)->putRecords(records));
    OutboxItem sent = checkIn(1000);
    sent.state = OutboxState::Done;
    sent.doneAt = now;
    QVERIFY((*store)->outbox().queue(sent));
    for (int i = 0; i < waiting; ++i) {
        QVERIFY((*store)->outbox().queue(checkIn(i)));
        if (i % (waiting / kept) != 0)
            continue;
        OutboxItem own = checkIn(firstKept + i / (waiting / kept));
        own.attempts = 0;
        own.state = OutboxState::Kept;
        QVERIFY((*store)->outbox().queue(own));
    }
}

void SalvageTest::check(const QByteArray &bytes, int mostGone, const char *where)
{
    for (const QString &name : QDir(m_directory->filePath(u"accounts"_s)).entryList(QDir::Files))
        QFile::remove(m_directory->filePath(u"accounts/"_s + name));
    QVERIFY(write(path(), bytes));
    OpenedStore store = open();
    QVERIFY2(store, qPrintable(QLatin1String(where) + u' ' + (store ? QString() : nameOf(store.error().kind))));
    auto report = (*store)->check();
    if (!report || !report->isFileSound) { // as Account does after the first page
        store = mend(*m_files, account, std::move(*store));
        QVERIFY2(store, where);
        report = (*store)->check();
    }
    QVERIFY2(report && report->isFileSound, where);
    const auto all = (*store)->outbox().all();
    QVERIFY2(all, where);
    int here = 0;
    int own = 0;
    int told = 0;
    for (const OutboxItem &item : *all) {
        if (item.identifier.isEmpty()) {
            ++told;
            continue;
        }
        if (item.state == OutboxState::Done)
            continue;
        const int number = item.identifier.section(u':', 2).toInt();
        QCOMPARE(item.payload, checkIn(number).payload);
        // Nothing that the person keeps to themselves may be on its way now.
        QVERIFY2((item.state == OutboxState::Kept) == (number >= firstKept), qPrintable(QLatin1String(where) + item.identifier));
        (number >= firstKept ? own : here) += 1;
    }
    const QString counted = QLatin1String(where) + u" here %1 own %2 told %3"_s.arg(here).arg(own).arg(told);
    QVERIFY2(here + own >= waiting + kept - mostGone, qPrintable(counted));
    QVERIFY2(here + own + told >= waiting + kept, qPrintable(counted));
    QVERIFY2(here + own + told <= waiting + kept + 1, qPrintable(counted)); // nor is more told
    // And it takes new ones, which are there afterwards.
    QVERIFY2((*store)->outbox().queue(checkIn(2000)), where);
    QCOMPARE((*store)->outbox().unsentCount().value(), here + told + 1);
}

void SalvageTest::aSoundStoreIsLeftAlone()
{
    fill();
    check(contentOf(path()), 0, "sound");
    QVERIFY(m_files->quarantined(account).isEmpty());
    const OpenedStore store = open();
    QCOMPARE((*store)->recordCount().value(), 100);
    QCOMPARE((*store)->outbox().all()->size(), waiting + kept + 2);
}

void SalvageTest::onePageAtATime_data()
{
    QTest::addColumn<QByteArray>("damage"); // from the beginning of the page
    QTest::addColumn<int>("mostGone");
    // Its kind, its count of cells: the rows are all there, but for one whose second page begins with its own bytes.
    QTest::newRow("first byte") << QByteArray("\x55", 1) << 1;
    QTest::newRow("head") << QByteArray(12, '\xff') << 1;
    QTest::newRow("cut to zeros") << QByteArray(pageBytes, '\0') << 20;
}

void SalvageTest::onePageAtATime()
{
    QFETCH(const QByteArray, damage);
    QFETCH(const int, mostGone);
    fill();
    const QByteArray good = contentOf(path());
    QVERIFY(good.size() > 10 * pageBytes);
    int aside = 0;
    for (qsizetype page = 0; page < good.size() / pageBytes; ++page) {
        QByteArray bad = good;
        bad.replace(page * pageBytes + (page == 0 && damage.size() < 100 ? 100 : 0), damage.size(), damage);
        check(bad, mostGone, qPrintable(u"page %1"_s.arg(page + 1)));
        if (QTest::currentTestFailed())
            return;
        aside += m_files->quarantined(account).isEmpty() ? 0 : 1;
        QVERIFY(m_files->mayHoldUnsent(account).isEmpty()); // nothing waits in what is put aside
    }
    QVERIFY2(aside > 10, qPrintable(QString::number(aside)));
}

void SalvageTest::damageOfAllKinds()
{
    fill();
    const QByteArray good = contentOf(path());
    const quint32 seed = QRandomGenerator::system()->generate();
    QRandomGenerator dice(seed);
    for (int round = 0; round < 40; ++round) {
        QByteArray bad = good;
        const int places = 1 + int(dice.bounded(6));
        for (int i = 0; i < places; ++i) {
            // Not in the key's name: without that nothing says whose file it is.
            const qsizetype at = dice.bounded(int(bad.size() - 64));
            for (int k = 0; k < 1 + int(dice.bounded(40)); ++k)
                bad[at + k] = char(dice.bounded(256));
        }
        check(bad, waiting + kept, qPrintable(u"seed %1 round %2"_s.arg(seed).arg(round)));
        if (QTest::currentTestFailed())
            return;
    }
}

void SalvageTest::theHeaderAlone()
{
    fill();
    QByteArray bad = contentOf(path());
    bad.replace(0, 100, QByteArray(100, 'x')); // "not a database", SQLite says
    check(bad, 0, "first bytes");
    const OpenedStore store = open();
    const auto known = (*store)->credentials();
    QVERIFY(known && *known && (*known)->refreshToken == u"refresh"_s);
    QCOMPARE((*store)->value(u"draft/daily"_s).value().value(), QByteArray("half an answer"));
    // What is said about downloads would keep the records from coming again.
    QCOMPARE((*store)->recordCount().value(), 0);
    QVERIFY(!(*store)->value(u"sync.lastSuccess"_s).value());
    QVERIFY(!(*store)->cursor(u"Appointment"_s)->isValid());
    const auto sent = (*store)->outbox().find(u"urn:uuid:1000"_s).value();
    QVERIFY(sent && sent->state == OutboxState::Done);
    QCOMPARE((*store)->outbox().find(u"urn:uuid:3"_s).value()->queuedAt, now.addSecs(3));
}

void SalvageTest::whatTheJournalHasIsKept()
{
    QByteArray file;
    QByteArray journal;
    {
        const OpenedStore store = open();
        for (int i = 0; i < waiting; ++i)
            QVERIFY((*store)->outbox().queue(checkIn(i)));
        file = contentOf(path()); // as a killed program leaves them
        journal = contentOf(path() + u"-wal"_s);
    }
    QVERIFY(journal.size() > pageBytes);
    file.replace(0, 100, QByteArray(100, 'x'));
    QVERIFY(write(path(), file));
    QVERIFY(write(path() + u"-wal"_s, journal));
    const OpenedStore store = open();
    QVERIFY(store);
    QCOMPARE((*store)->outbox().unsent()->size(), waiting);
    QVERIFY(!(*store)->outbox().unsent()->first().payload.isEmpty());
}

void SalvageTest::itIsDoneAgainAfterACut_data()
{
    QTest::addColumn<int>("step");
    QTest::newRow("before the journal moves") << 0;
    QTest::newRow("after it") << 1;
    QTest::newRow("after the second name") << 2;
    QTest::newRow("when nothing is in the place") << 3;
}

void SalvageTest::itIsDoneAgainAfterACut()
{
    QFETCH(const int, step);
    fill();
    QByteArray bad = contentOf(path());
    bad.replace(100, 8, QByteArray(8, 'x'));
    QVERIFY(write(path(), bad));
    QVERIFY(salvageStore(path(), key()));
    QVERIFY(QFile::exists(rebuiltPath(path())));
    QVERIFY(write(path() + u"-wal"_s, "left from before"));
    const QString stamp = QFileInfo(rebuiltPath(path())).lastModified().toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    const QString aside = m_directory->filePath(u"accounts/%1.quarantine-%2.damaged.db"_s.arg(account, stamp));
    if (step >= 1)
        QVERIFY(QFile::rename(path() + u"-wal"_s, aside + u"-wal"_s));
    if (step == 2)
        QVERIFY(QFile::copy(path(), aside));
    if (step == 3)
        QVERIFY(QFile::rename(path(), aside));
    QVERIFY(m_files->hasStore(account));
    const OpenedStore store = open();
    QVERIFY(store);
    QCOMPARE((*store)->outbox().unsentCount().value(), waiting);
    QVERIFY(!QFile::exists(rebuiltPath(path())));
    QCOMPARE(m_files->quarantined(account), QStringList(aside));
    QCOMPARE(contentOf(aside), bad);
    QCOMPARE(contentOf(aside + u"-wal"_s), QByteArray("left from before"));
}

void SalvageTest::aFullDiskChangesNothing()
{
    QVERIFY(m_files->makeDirectory());
    const SmallDisk disk(m_directory->filePath(u"accounts"_s), 4096);
    if (!disk.isThere())
        QSKIP("no right to mount a disk");
    fill();
    QByteArray bad = contentOf(path());
    bad.replace(100, 8, QByteArray(8, 'x'));
    QVERIFY(write(path(), bad));
    disk.fill();
    const OpenedStore none = open();
    QVERIFY(!none);
    QVERIFY(none.error().kind == ProblemKind::StoreFull || none.error().kind == ProblemKind::StoreReadOnly);
    QCOMPARE(contentOf(path()), bad);
    QVERIFY(m_files->quarantined(account).isEmpty());
    QFile::remove(m_directory->filePath(u"accounts/ballast"_s));
    const OpenedStore store = open();
    QVERIFY(store);
    QCOMPARE((*store)->outbox().unsentCount().value(), waiting);
}

void SalvageTest::anotherKeysFileIsLeftAlone()
{
    fill();
    QByteArray bad = contentOf(path());
    bad.replace(0, 100, QByteArray(100, 'x'));
    QVERIFY(write(path(), bad));
    m_secrets.entries().insert(storeKeyName(account), StoreKey::generate().toKeychain());
    const OpenedStore none = open();
    QVERIFY(!none);
    QCOMPARE(nameOf(none.error().kind), nameOf(ProblemKind::StoreForeign));
    QCOMPARE(contentOf(path()), bad);
}

void SalvageTest::withAPinToo()
{
    fill();
    const StoreKey own = key();
    QByteArray bad = contentOf(path());
    bad.replace(100, 8, QByteArray(8, 'x'));
    QVERIFY(write(path(), bad));
    QVERIFY(write(path() + u".pin"_s, "a lock"));
    QCOMPARE(nameOf(open().error().kind), nameOf(ProblemKind::Locked)); // the PIN is asked for first
    const OpenedStore store = openMended(*m_files, account, own);
    QVERIFY(store);
    QCOMPARE((*store)->outbox().unsentCount().value(), waiting);
    QCOMPARE(contentOf(path() + u".pin"_s), QByteArray("a lock")); // the same key, so the same lock
}

void SalvageTest::whatTheDiskRefusedGoesOnInTheNewStore()
{
    const StoreKey key = StoreKey::generate();
    AccountFiles files(m_directory->filePath(u"refused"_s));
    QVERIFY(files.makeDirectory());
    OpenedStore damaged = Store::create(files.pathOf(account), key);
    QVERIFY(damaged);
    (*damaged)->putAside(u"draft"_s, "half a check-in");
    const SealedValues refused = (*damaged)->takeAside();
    OpenedStore mended = mend(files, account, std::move(*damaged));
    QVERIFY(mended);
    (*mended)->returnAside(refused);
    QCOMPARE((*mended)->value(u"draft"_s).value(), QByteArray("half a check-in"));
    QVERIFY((*mended)->keepAside());
    mended->reset();
    mended = Store::open(files.pathOf(account), key);
    QCOMPARE((*mended)->value(u"draft"_s).value(), QByteArray("half a check-in"));
    // Another key's says nothing here.
    OpenedStore other = Store::inMemory();
    (*other)->returnAside(refused);
    QVERIFY(!(*other)->isAside(u"draft"_s));
}

int main(int argc, char *argv[])
{
    SmallDisk::prepare();
    const QCoreApplication application(argc, argv);
    SalvageTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_salvage.moc"
