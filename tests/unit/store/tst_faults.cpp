// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/SmallDisk.h"
#include "store/Database.h"
#include "store/Sealer.h"
#include "store/Store.h"
#include "store/StoreFile.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <unistd.h>

#include <algorithm>

using namespace handrail;
using namespace Qt::StringLiterals;

namespace {

const QDateTime base(QDate(2026, 3, 2), QTime(15, 0), Qt::UTC);

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

StoredRecord record(int number)
{
    const QString id = u"id-%1"_s.arg(number);
    return {u"Appointment"_s, id, u"1"_s, base.addSecs(number), base.date().addDays(number / 3), QByteArray(1572, 'j')};
}

OutboxItem item(int number)
{
    OutboxItem queued;
    queued.identifier = u"urn:uuid:%1"_s.arg(number);
    queued.payload = QByteArray(3000, 'p');
    return queued;
}

} // namespace

class FaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_path = m_directory->filePath(u"a.db"_s);
    }
    void wrongKeyTouchesNothing();
    void wrongKeyWithAnOpenJournal();
    void foreignFiles_data();
    void foreignFiles();
    void newerStoreIsLeftAlone();
    void onlyWhatComesAgainWaitsForTheDisk();
    void absentFile();
    void createNeverReplaces();
    void inUse();
    void unfinishedFileIsNoObstacle();
    void fullDisk();
    void fullDatabaseKeepsWhatIsThere();
    void changesAreTakenInAsAWholeOrNotAtAll();
    void whatComesInsteadDoesAsAWholeOrNotAtAll();
    void readOnlyDisk();
    void lostJournalIsNoCrash();
    void openingCostsTheSameWhateverIsStored();

private:
    std::unique_ptr<Store> make()
    {
        auto store = Store::create(m_path, m_key);
        return store ? std::move(*store) : nullptr;
    }

    const StoreKey m_key = StoreKey::generate();
    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
};

void FaultsTest::wrongKeyTouchesNothing()
{
    auto store = make();
    QVERIFY(store && store->putRecords({record(1)}));
    store.reset();
    const QByteArray before = contentOf(m_path);
    const auto shut = Store::open(m_path, StoreKey::generate());
    QVERIFY(!shut);
    QCOMPARE(shut.error().kind, ProblemKind::KeyUnavailable);
    QCOMPARE(contentOf(m_path), before);
    QCOMPARE(QDir(m_directory->path()).entryList(QDir::Files), QStringList(u"a.db"_s));
    // The right name over the wrong bytes.
    QByteArray forged = StoreKey::generate().toKeychain();
    forged.replace(1 + StoreKey::keyBytes, StoreKey::idBytes, m_key.id());
    const auto broken = Store::open(m_path, StoreKey::fromKeychain(forged).value());
    QVERIFY(!broken);
    QCOMPARE(broken.error().kind, ProblemKind::StoreBroken);
    QCOMPARE(contentOf(m_path), before);
    QVERIFY(Store::open(m_path, m_key));
}

void FaultsTest::wrongKeyWithAnOpenJournal()
{
    auto store = make();
    QVERIFY(store && store->setValue(u"x"_s, "in the journal"));
    const QString copy = m_directory->filePath(u"copy.db"_s);
    QVERIFY(QFile::copy(m_path, copy) && QFile::copy(m_path + u"-wal"_s, copy + u"-wal"_s)); // as a crash leaves it
    const QByteArray journal = contentOf(copy + u"-wal"_s);
    const auto shut = Store::open(copy, StoreKey::generate());
    QVERIFY(!shut);
    QCOMPARE(shut.error().kind, ProblemKind::KeyUnavailable);
    QCOMPARE(contentOf(copy + u"-wal"_s), journal);
    const auto open = Store::open(copy, m_key);
    QVERIFY(open);
    QVERIFY((*open)->wasCutOff());
    QCOMPARE((*open)->value(u"x"_s).value().value(), QByteArray("in the journal"));
}

void FaultsTest::foreignFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("Dear diary\n").repeated(50);
    QTest::newRow("short") << QByteArray("SQLite format 3\0", 16);
    QTest::newRow("zeros") << QByteArray(9000, '\0');
    QTest::newRow("other database") << QByteArray("other");
}

void FaultsTest::foreignFiles()
{
    QFETCH(QByteArray, content);
    if (content == "other") {
        auto database = Database::open(m_path, Database::Access::ReadWrite);
        QVERIFY((*database)->once(u"CREATE TABLE cookies (a, b)"_s));
        database->reset();
        content = contentOf(m_path);
        QVERIFY(content.size() > 1000);
    } else {
        writeFile(m_path, content);
    }
    for (int i = 0; i < 2; ++i) {
        const auto refused = i ? Store::create(m_path, m_key) : Store::open(m_path, m_key);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ProblemKind::StoreForeign);
        QCOMPARE(contentOf(m_path), content);
    }
}

void FaultsTest::newerStoreIsLeftAlone()
{
    QVERIFY(make());
    QByteArray content = contentOf(m_path);
    content[63] = char(storeSchemaVersion + 1);
    writeFile(m_path, content);
    const auto newer = Store::open(m_path, m_key);
    QVERIFY(!newer);
    QCOMPARE(newer.error().kind, ProblemKind::StoreNewer);
    QCOMPARE(contentOf(m_path), content);
}

/// SQLite says how durable the connection is while it prepares, so each question here has words of its own.
void FaultsTest::onlyWhatComesAgainWaitsForTheDisk()
{
    constexpr qint64 normal = 1;
    constexpr qint64 full = 2;
    auto database = Database::open(m_path, Database::Access::ReadWrite);
    QVERIFY(database && (*database)->once(u"PRAGMA journal_mode = WAL"_s) && (*database)->once(u"PRAGMA synchronous = FULL"_s)
            && (*database)->once(u"CREATE TABLE things (a)"_s));
    const auto says = [&database](const char *question) {
        auto rows = (*database)->run(question);
        return rows && rows->next() ? rows->number(0) : -1;
    };
    {
        auto later = Transaction::begin(**database, Transaction::Durable::Later);
        QVERIFY(later && (*database)->run("INSERT INTO things VALUES (1)"));
        QCOMPARE(says("PRAGMA synchronous"), normal);
        QVERIFY((*later)->commit());
    }
    QVERIFY((*database)->run("INSERT INTO things VALUES (2)"));
    QCOMPARE(says("PRAGMA main.synchronous"), full);
    {
        const auto later = Transaction::begin(**database, Transaction::Durable::Later);
        QVERIFY(later && (*database)->run("INSERT INTO things VALUES (3)"));
    }
    {
        auto now = Transaction::begin(**database);
        QVERIFY(now);
        QCOMPARE(says("PRAGMA synchronous /* in one that is durable */"), full);
        QVERIFY((*now)->commit());
    }
    QCOMPARE(says("SELECT sum(a) FROM things"), 3);
}

void FaultsTest::absentFile()
{
    const auto absent = Store::open(m_path, m_key);
    QVERIFY(!absent);
    QCOMPARE(absent.error().kind, ProblemKind::NotFound);
    QVERIFY(QDir(m_directory->path()).isEmpty());
}

void FaultsTest::createNeverReplaces()
{
    auto store = make();
    QVERIFY(store && store->setValue(u"x"_s, "kept"));
    for (int i = 0; i < 2; ++i) {
        const auto second = Store::create(m_path, StoreKey::generate());
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ProblemKind::StoreInUse);
        if (i == 0)
            store.reset();
    }
    QCOMPARE(Store::open(m_path, m_key).value()->value(u"x"_s).value().value(), QByteArray("kept"));
}

void FaultsTest::inUse()
{
    auto store = make();
    const auto second = Store::open(m_path, m_key);
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ProblemKind::StoreInUse);
    store.reset();
    QVERIFY(Store::open(m_path, m_key));
}

void FaultsTest::unfinishedFileIsNoObstacle()
{
    writeFile(m_path + u".new"_s, "half");
    writeFile(m_path + u".new-journal"_s, "half");
    auto store = make();
    QVERIFY(store);
    store.reset();
    QCOMPARE(QDir(m_directory->path()).entryList(QDir::Files), QStringList(u"a.db"_s));
}

void FaultsTest::fullDisk()
{
    const SmallDisk disk(m_directory->path(), 512);
    if (!disk.isThere())
        QSKIP("no right to mount; fullDatabaseKeepsWhatIsThere covers SQLITE_FULL");
    auto store = make();
    QVERIFY(store && store->setValue(u"draft"_s, "kept"));
    int saved = 0;
    Result<qint64> last = 0;
    while (saved < 1000 && (last = store->outbox().queue(item(saved))))
        ++saved;
    QVERIFY(!last);
    QCOMPARE(last.error().kind, ProblemKind::StoreFull);
    QVERIFY(last.error().isRetryable);
    QVERIFY(saved > 3);
    QCOMPARE(store->outbox().all().value().size(), saved);
    const auto batch = store->putRecords({record(1), record(2), record(3), record(4), record(5), record(6)});
    QVERIFY(!batch);
    QCOMPARE(batch.error().kind, ProblemKind::StoreFull);
    QCOMPARE(store->recordCount().value(), 0);
    QCOMPARE(store->value(u"draft"_s).value().value(), QByteArray("kept"));
    // Opens on the full disk, too; and works again when there is room.
    store.reset();
    auto again = Store::open(m_path, m_key);
    if (again) {
        QCOMPARE((*again)->outbox().all().value().size(), saved);
        again->reset();
    } else {
        QCOMPARE(again.error().kind, ProblemKind::StoreFull);
    }
    QVERIFY(disk.resize(8192));
    again = Store::open(m_path, m_key);
    QVERIFY(again);
    QVERIFY((*again)->outbox().queue(item(saved)));
    QCOMPARE((*again)->outbox().all().value().size(), saved + 1);
    QVERIFY((*again)->check()->isFileSound);
    // Nor can a store be made on a full disk, and nothing of the attempt stays.
    again->reset();
    const SmallDisk second(m_directory->path(), 512);
    second.fill();
    const auto unmade = Store::create(m_path, m_key);
    QVERIFY(!unmade);
    QCOMPARE(unmade.error().kind, ProblemKind::StoreFull);
    QVERIFY(!QFile::exists(m_path) && !QFile::exists(m_path + u".new"_s));
}

void FaultsTest::fullDatabaseKeepsWhatIsThere()
{
    QVERIFY(make());
    auto database = openStoreFile(m_path, m_key);
    QVERIFY(database);
    const Sealer sealer(m_key, readStoreHeader(**database).value().storeId);
    Outbox outbox(**database, sealer);
    QVERIFY((*database)->once(u"PRAGMA max_page_count = 20"_s));
    int saved = 0;
    Result<qint64> last = 0;
    while (saved < 1000 && (last = outbox.queue(item(saved))))
        ++saved;
    QVERIFY(!last);
    QCOMPARE(last.error().kind, ProblemKind::StoreFull);
    QVERIFY(saved > 3);
    QCOMPARE(outbox.all().value().size(), saved);
    QVERIFY((*database)->once(u"PRAGMA max_page_count = 2000"_s));
    QVERIFY(outbox.queue(item(saved)));
}

void FaultsTest::changesAreTakenInAsAWholeOrNotAtAll()
{
    QVERIFY(make());
    auto database = openStoreFile(m_path, m_key);
    QVERIFY(database);
    const Sealer sealer(m_key, readStoreHeader(**database).value().storeId);
    Outbox outbox(**database, sealer);
    OutboxItem outrun = item(0);
    outrun.resourceType = u"QuestionnaireResponse"_s;
    outrun.state = OutboxState::Uncertain;
    outrun.mayHaveLeft = true;
    OutboxItem change = item(1), newest = item(2), task = item(3);
    for (OutboxItem *behind : {&change, &newest, &task}) {
        behind->resourceType = outrun.resourceType;
        behind->action = OutboxAction::Update;
        behind->after = outrun.identifier;
    }
    change.priority = 0;
    newest.payload = "newest";
    task.resourceType = u"Task"_s;
    QVERIFY(outbox.queueAll({outrun, change, newest, task}));
    outrun = **outbox.find(outrun.identifier);
    for (const QString &step : {u"DELETE"_s, u"UPDATE"_s}) { // either can be the one at which it is cut off
        QVERIFY((*database)->once(u"CREATE TRIGGER cut BEFORE %1 ON outbox BEGIN SELECT RAISE(ABORT, 'cut'); END"_s.arg(step)));
        QVERIFY(!outbox.takeInChanges(outrun, outrunProblem));
        QVERIFY((*database)->once(u"DROP TRIGGER cut"_s));
        QCOMPARE(outrun.payload, item(0).payload);
        const QList<OutboxItem> all = outbox.all().value();
        QCOMPARE(all.size(), 4);
        QCOMPARE(int(all.last().state), int(OutboxState::Uncertain));
        QCOMPARE(all.last().payload, item(0).payload);
        QCOMPARE(int(all.at(1).state), int(OutboxState::Queued));
    }
    OutboxItem other = outrun; // answered again meanwhile
    other.payload = "other";
    QCOMPARE(outbox.takeInChanges(other, outrunProblem).error().kind, ProblemKind::Conflict);
    QCOMPARE(outbox.all().value().size(), 4);
    QVERIFY(outbox.takeInChanges(outrun, outrunProblem));
    QCOMPARE(outrun.payload, newest.payload);
    database->reset();
    const auto store = Store::open(m_path, m_key);
    QVERIFY(store);
    QCOMPARE((*store)->outbox().damagedCount().value(), 0); // taken in, and not gone
    const QList<OutboxItem> all = (*store)->outbox().all().value();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.first().identifier, task.identifier);
    QCOMPARE(int(all.last().state), int(OutboxState::Rejected));
    QCOMPARE(all.last().problem, QString(outrunProblem));
    QCOMPARE(all.last().payload, newest.payload);
    QCOMPARE(all.last().priority, 0);
    QVERIFY(all.last().mayHaveLeft);
}

void FaultsTest::whatComesInsteadDoesAsAWholeOrNotAtAll()
{
    QVERIFY(make());
    auto database = openStoreFile(m_path, m_key);
    QVERIFY(database);
    const Sealer sealer(m_key, readStoreHeader(**database).value().storeId);
    Outbox outbox(**database, sealer);
    OutboxItem refused = item(0), task = item(1), anew = item(2), newTask = item(3);
    refused.state = OutboxState::Rejected;
    task.after = refused.identifier;
    newTask.after = anew.identifier;
    QVERIFY(outbox.queueAll({refused, task}));
    const qint64 sequence = (*outbox.find(refused.identifier))->sequence;
    for (const QString &cut : {u"DELETE ON outbox"_s, u"DELETE ON outbox WHEN old.sequence > %1"_s.arg(sequence),
                               u"INSERT ON outbox"_s, u"INSERT ON outbox WHEN EXISTS (SELECT 1 FROM outbox)"_s}) {
        QVERIFY((*database)->once(u"CREATE TRIGGER cut BEFORE %1 BEGIN SELECT RAISE(ABORT, 'cut'); END"_s.arg(cut)));
        QVERIFY(!outbox.forgetAll({sequence}, {anew, newTask}));
        QVERIFY((*database)->once(u"DROP TRIGGER cut"_s));
        const QList<OutboxItem> all = outbox.all().value();
        QCOMPARE(all.size(), 2);
        QCOMPARE(all.first().after, refused.identifier);
        QCOMPARE(int(all.last().state), int(OutboxState::Rejected));
    }
    QCOMPARE(outbox.forgetAll({sequence, sequence + 1}, {anew}).error().kind, ProblemKind::Conflict); // one of them waits
    QCOMPARE(outbox.all().value().size(), 2);
    QVERIFY(outbox.forgetAll({sequence}, {anew, newTask}));
    database->reset();
    const auto store = Store::open(m_path, m_key);
    QVERIFY(store);
    QCOMPARE((*store)->outbox().damagedCount().value(), 0);
    const QList<OutboxItem> all = (*store)->outbox().all().value();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.first().after, anew.identifier);
    QCOMPARE(all.last().identifier, anew.identifier);
}

void FaultsTest::readOnlyDisk()
{
    QVERIFY(QDir(m_directory->path()).mkdir(u"disk"_s));
    const QString place = m_directory->filePath(u"disk"_s);
    m_path = place + u"/a.db"_s;
    const SmallDisk disk(place, 512);
    QVERIFY(make());
    if (disk.isThere())
        QVERIFY(disk.makeReadOnly());
    else if (geteuid() != 0)
        QVERIFY(QFile::setPermissions(place, QFile::ReadOwner | QFile::ExeOwner));
    else
        QSKIP("root without the right to mount cannot make a folder read-only");
    const auto open = Store::open(m_path, m_key);
    QVERIFY(!open);
    QCOMPARE(open.error().kind, ProblemKind::StoreReadOnly);
    const auto made = Store::create(place + u"/b.db"_s, m_key);
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ProblemKind::StoreReadOnly);
    QFile::setPermissions(place, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

// A store is not broken because the device has no memory for the moment: it must not be put aside.
void FaultsTest::lostJournalIsNoCrash()
{
    auto store = make();
    QVERIFY(store && store->setValue(u"x"_s, "first"));
    store.reset(); // now in the file
    store = Store::open(m_path, m_key).value();
    QVERIFY(store->setValue(u"x"_s, "second"));
    const QString copy = m_directory->filePath(u"copy.db"_s);
    QVERIFY(QFile::copy(m_path, copy)); // without its journal
    const auto open = Store::open(copy, m_key);
    QVERIFY(open);
    QCOMPARE((*open)->value(u"x"_s).value().value(), QByteArray("first"));
    QVERIFY((*open)->check()->isFileSound);
}

// Issue 3: start with 10,000 records against none at most 1.05x. A whole open with 20 rows takes a fraction of a millisecond here, so this test
// only holds that the cost does not grow with N; the ratio is measured in tests/bench.
void FaultsTest::openingCostsTheSameWhateverIsStored()
{
    const auto leastMicroseconds = [this](int stored) -> qint64 {
        const QString path = m_directory->filePath(u"%1.db"_s.arg(stored));
        {
            auto store = Store::create(path, m_key);
            QList<StoredRecord> records;
            for (int i = 0; i < stored; ++i)
                records.append(record(i));
            if (!store || !(*store)->putRecords(records))
                return -1;
        }
        std::array<qint64, 15> times{};
        for (qint64 &time : times) {
            QElapsedTimer timer;
            timer.start();
            const auto store = Store::open(path, m_key);
            const auto rows = (*store)->recordsByDay(u"Appointment"_s, base.date(), base.date().addDays(6));
            time = timer.nsecsElapsed() / 1000;
            if (!rows || rows->size() != 21)
                return -1;
        }
        return *std::min_element(times.begin(), times.end()); // whatever else the machine does
    };
    const qint64 few = leastMicroseconds(21);
    const qint64 many = leastMicroseconds(5000);
    qInfo("open and read a week: %lld us with 21 records, %lld us with 5000", few, many);
    QVERIFY(few > 0 && many > 0);
    QVERIFY2(many < few * 3, "opening grows with what is stored");
}

int main(int argc, char **argv)
{
    SmallDisk::prepare();
    QCoreApplication application(argc, argv);
    FaultsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_faults.moc"
