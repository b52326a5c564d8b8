// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "store/Database.h"
#include "store/Store.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace handrail;
using namespace Qt::StringLiterals;

namespace {

const QDateTime base(QDate(2026, 3, 2), QTime(15, 0), Qt::UTC);
const QByteArray canary = "KANARIENVOGEL";

StoredRecord record(const QString &type, int number, const QDate &day = {})
{
    const QString id = u"id-%1"_s.arg(number);
    return {type, id, u"1"_s, base.addSecs(number), day, "{\"id\":\"" + id.toUtf8() + "\"}"};
}

/// Sets a column with its byte at `place` changed, whatever it was; -1: the last.
QString flipped(QStringView column, int place)
{
    const QString at = place > 0 ? QString::number(place) : u"length(%1)"_s.arg(column);
    return u"%1 = CAST(substr(%1, 1, %2 - 1) || CASE substr(%1, %2, 1) WHEN x'00' THEN x'01' ELSE x'00' END || substr(%1, %2 + 1) AS BLOB)"_s
        .arg(column, at);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Somebody writes to the file, or reads it, without the key.
class TamperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup()
    {
        m_store.reset();
        m_directory.reset();
    }
    void flippedByteInAnyColumnOfARecord_data();
    void flippedByteInAnyColumnOfARecord();
    void theCheckTakesSomeRowsAtATime();
    void flippedByteInAnyColumnOfAnItem_data();
    void flippedByteInAnyColumnOfAnItem();
    void flippedByteInAValueOrTheHeader();
    void swappedRows();
    void rowOfAnotherStore();
    void deletedRowsAreTolerated();
    void aDeletedItemIsTold();
    void anItemPutBackIsTold();
    void whatIsCountedStaysRight();
    void damagedRecordsComeAgain();
    void flippedBytesAnywhereNeverCrash();
    void nothingIsInTheClear();
    void equalRowsLookDifferent();

private:
    void fill();
    void tamper(const QStringList &statements);
    void reopen();

    const StoreKey m_key = StoreKey::generate();
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Store> m_store;
    QString m_path;
};

void TamperTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_path = m_directory->filePath(u"a.db"_s);
    auto store = Store::create(m_path, m_key);
    QVERIFY(store);
    m_store = std::move(*store);
}

void TamperTest::reopen()
{
    m_store.reset();
    auto store = Store::open(m_path, m_key);
    QVERIFY2(store, store ? "" : qPrintable(nameOf(store.error().kind)));
    m_store = std::move(*store);
}

void TamperTest::tamper(const QStringList &statements)
{
    m_store.reset();
    {
        auto database = Database::open(m_path, Database::Access::ReadWrite);
        QVERIFY(database);
        for (const QString &statement : statements) {
            const auto done = (*database)->once(statement);
            QVERIFY2(done, qPrintable(statement));
        }
    }
    reopen();
}

void TamperTest::fill()
{
    QVERIFY(m_store->putRecords(
        {record(u"Appointment"_s, 1, base.date()), record(u"Appointment"_s, 2, base.date().addDays(1)), record(u"Task"_s, 3)}));
    QVERIFY(m_store->setCursor(u"Appointment"_s, base));
    for (const QString &id : {u"urn:uuid:1"_s, u"urn:uuid:2"_s}) {
        OutboxItem item;
        item.identifier = id;
        item.payload = "{}";
        QVERIFY(m_store->outbox().queue(item));
    }
    QVERIFY(m_store->setValue(u"draft"_s, "x"));
}

void TamperTest::flippedByteInAnyColumnOfARecord_data()
{
    QTest::addColumn<QString>("change");
    QTest::newRow("type") << flipped(u"type", 16);
    QTest::newRow("id") << flipped(u"id", 1);
    QTest::newRow("day") << flipped(u"day", 9);
    QTest::newRow("no day") << u"day = NULL"_s;
    QTest::newRow("place") << u"place = place + 1"_s;
    QTest::newRow("version") << u"sealed = CAST(x'02' || substr(sealed, 2) AS BLOB)"_s;
    QTest::newRow("nonce") << flipped(u"sealed", 11);
    QTest::newRow("text") << flipped(u"sealed", 61);
    QTest::newRow("tag") << flipped(u"sealed", -1);
    QTest::newRow("cut") << u"sealed = CAST(substr(sealed, 1, 100) AS BLOB)"_s;
    QTest::newRow("empty") << u"sealed = x''"_s;
}

void TamperTest::flippedByteInAnyColumnOfARecord()
{
    QFETCH(const QString, change);
    fill();
    QCOMPARE(m_store->check().value().damagedRecords, 0);
    tamper({u"UPDATE record SET %1 WHERE row = 1"_s.arg(change)});
    QCOMPARE(m_store->check().value().damagedRecords, 1);
    QVERIFY(m_store->damagedRecords() >= 1);
    // The rest is unharmed, and the damaged one is in no answer.
    QCOMPARE(m_store->records(u"Appointment"_s).value(), QList<QByteArray>{"{\"id\":\"id-2\"}"});
    QVERIFY(m_store->recordsByDay(u"Appointment"_s, base.date(), base.date()).value().isEmpty());
    QVERIFY(!m_store->record(u"Appointment"_s, u"id-1"_s).value());
    QCOMPARE(m_store->recordAt(1).error().kind, ProblemKind::StoreBroken); // damaged is not the same as gone
    QCOMPARE(m_store->record(u"Task"_s, u"id-3"_s).value().value(), QByteArray("{\"id\":\"id-3\"}"));
}

void TamperTest::theCheckTakesSomeRowsAtATime()
{
    fill();
    QList<StoredRecord> many;
    for (int i = 10; i < 2 * StoreChecking::rowsInStep; ++i)
        many << record(u"Task"_s, i);
    QVERIFY(m_store->putRecords(many));
    tamper({u"UPDATE record SET day = x'00' WHERE row IN (3, %1)"_s.arg(StoreChecking::rowsInStep + 5)});
    StoreChecking checking(*m_store);
    int steps = 1;
    while (!checking.step().value())
        ++steps;
    QCOMPARE(steps, 3); // the file, and the rows in two
    QVERIFY(checking.report().isFileSound);
    QCOMPARE(checking.report().damagedRecords, 2);
    QCOMPARE(m_store->check().value().damagedRecords, 2);
}

void TamperTest::flippedByteInAnyColumnOfAnItem_data()
{
    QTest::addColumn<QString>("change");
    QTest::newRow("sequence") << u"sequence = 9"_s;
    QTest::newRow("identifier") << flipped(u"identifier", 1);
    QTest::newRow("state") << u"state = 7"_s;
    QTest::newRow("priority") << u"priority = 0"_s;
    QTest::newRow("sealed") << flipped(u"sealed", 61);
}

void TamperTest::flippedByteInAnyColumnOfAnItem()
{
    QFETCH(const QString, change);
    fill();
    tamper({u"UPDATE outbox SET %1 WHERE sequence = 1"_s.arg(change)});
    QCOMPARE(m_store->check().value().damagedItems, 1);
    QCOMPARE(m_store->outbox().unsentCount().value(), 2);
    const auto other = m_store->outbox().find(u"urn:uuid:2"_s).value();
    QVERIFY(other && other->problem.isEmpty());
}

void TamperTest::flippedByteInAValueOrTheHeader()
{
    fill();
    tamper({u"UPDATE value SET "_s + flipped(u"sealed", 61)});
    const auto value = m_store->value(u"draft"_s);
    QVERIFY(!value);
    QCOMPARE(value.error().kind, ProblemKind::StoreBroken);
    // A cursor that cannot be read means "from the start", which mends.
    QVERIFY(!m_store->cursor(u"Appointment"_s).value().isValid());
    QVERIFY(m_store->setValue(u"draft"_s, "again"));
    QCOMPARE(m_store->value(u"draft"_s).value().value(), QByteArray("again"));

    for (const QString &change : {flipped(u"proof", 61), flipped(u"store_id", 1)}) {
        m_store.reset();
        const QByteArray good = contentOf(m_path);
        {
            auto database = Database::open(m_path, Database::Access::ReadWrite);
            QVERIFY((*database)->once(u"UPDATE header SET "_s + change));
        }
        const auto broken = Store::open(m_path, m_key);
        QVERIFY(!broken);
        QCOMPARE(broken.error().kind, ProblemKind::StoreBroken);
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(good) == good.size());
        file.close();
        reopen();
    }
}

void TamperTest::swappedRows()
{
    fill();
    tamper({u"CREATE TEMP TABLE t AS SELECT row, sealed FROM record"_s,
            u"UPDATE record SET sealed = (SELECT sealed FROM t WHERE t.row = 3 - record.row) WHERE row < 3"_s,
            u"CREATE TEMP TABLE u AS SELECT sequence, sealed FROM outbox"_s,
            u"UPDATE outbox SET sealed = (SELECT sealed FROM u WHERE u.sequence = 3 - outbox.sequence)"_s});
    const auto report = m_store->check().value();
    QCOMPARE(report.damagedRecords, 2);
    QCOMPARE(report.damagedItems, 2);
    QVERIFY(m_store->records(u"Appointment"_s).value().isEmpty());
}

void TamperTest::rowOfAnotherStore()
{
    fill();
    m_store.reset();
    const QString otherPath = m_directory->filePath(u"b.db"_s);
    {
        auto other = Store::create(otherPath, m_key); // even under the same key
        QVERIFY(other);
        QVERIFY((*other)->putRecords({record(u"Appointment"_s, 1, base.date())}));
    }
    tamper({u"ATTACH '%1' AS other"_s.arg(otherPath),
            u"UPDATE record SET sealed = (SELECT sealed FROM other.record WHERE row = 1) WHERE row = 1"_s});
    QCOMPARE(m_store->check().value().damagedRecords, 1);
}

void TamperTest::deletedRowsAreTolerated()
{
    fill();
    tamper({u"DELETE FROM record WHERE row = 1"_s, u"DELETE FROM outbox WHERE sequence = 1"_s, u"DELETE FROM value"_s});
    QCOMPARE(m_store->check().value().damagedRecords, 0);
    QCOMPARE(m_store->recordCount().value(), 2);
    QVERIFY(!m_store->value(u"draft"_s).value());
    QVERIFY(!m_store->cursor(u"Appointment"_s).value().isValid());
}

void TamperTest::aDeletedItemIsTold()
{
    fill();
    tamper({u"DELETE FROM outbox WHERE sequence = 1"_s});
    for (int start = 0; start < 2; ++start) { // and it stays told
        const auto unsent = m_store->outbox().unsent().value();
        QCOMPARE(unsent.size(), 2);
        QCOMPARE(unsent.last().problem, u"gone"_s);
        QCOMPARE(int(unsent.last().state), int(OutboxState::Rejected));
        QCOMPARE(m_store->outbox().damagedCount().value(), 1);
        reopen();
    }
    tamper({u"DELETE FROM outbox"_s});
    QCOMPARE(m_store->outbox().unsentCount().value(), 2);
    while (m_store->outbox().unsentCount().value() > 0) // until the person has seen it
        QVERIFY(m_store->outbox().forget(m_store->outbox().unsent()->first().sequence));
    reopen();
    QCOMPARE(m_store->outbox().unsentCount().value(), 0);
}

void TamperTest::anItemPutBackIsTold()
{
    fill();
    tamper({u"CREATE TABLE kept AS SELECT * FROM outbox WHERE sequence = 1"_s});
    OutboxItem newer = m_store->outbox().find(u"urn:uuid:1"_s)->value();
    newer.payload = "{\"newer\":true}";
    QVERIFY(m_store->outbox().update(newer));
    tamper({u"UPDATE outbox SET sealed = (SELECT sealed FROM kept) WHERE sequence = 1"_s, u"DROP TABLE kept"_s});
    QCOMPARE(m_store->check().value().damagedItems, 1);
    QCOMPARE(m_store->outbox().unsentCount().value(), 3); // the older one, the other, and what is gone
}

void TamperTest::whatIsCountedStaysRight()
{
    fill();
    Outbox &outbox = m_store->outbox();
    OutboxItem item = outbox.find(u"urn:uuid:1"_s)->value();
    for (const OutboxState state :
         {OutboxState::Sending, OutboxState::Uncertain, OutboxState::Rejected, OutboxState::Queued, OutboxState::Done}) {
        item.state = state;
        item.doneAt = base;
        QVERIFY(m_store->outbox().update(item));
        reopen();
        QCOMPARE(m_store->check().value().damagedItems, 0);
    }
    QCOMPARE(m_store->outbox().removeDone(base.addDays(1)).value(), 1);
    QVERIFY(m_store->outbox().sealUnsentAgain());
    item = m_store->outbox().find(u"urn:uuid:2"_s)->value();
    item.state = OutboxState::Rejected;
    QVERIFY(m_store->outbox().update(item));
    QVERIFY(m_store->outbox().forget(item.sequence));
    reopen();
    QVERIFY(m_store->outbox().all()->isEmpty());
    // A damaged item is no missing one, and its place can be taken.
    OutboxItem again;
    again.identifier = u"urn:uuid:3"_s;
    again.payload = "{}";
    QVERIFY(m_store->outbox().queue(again));
    tamper({u"UPDATE outbox SET "_s + flipped(u"sealed", 61)});
    QCOMPARE(m_store->outbox().damagedCount().value(), 1);
    QVERIFY(m_store->outbox().queue(again));
    reopen();
    QCOMPARE(m_store->outbox().damagedCount().value(), 1);
    QCOMPARE(m_store->outbox().unsentCount().value(), 2);
}

void TamperTest::damagedRecordsComeAgain()
{
    fill();
    tamper({u"UPDATE record SET sealed = zeroblob(300) WHERE row < 3"_s});
    QCOMPARE(m_store->cursor(u"Appointment"_s).value(), base);
    QVERIFY(m_store->records(u"Appointment"_s).value().isEmpty());
    QCOMPARE(m_store->damagedRecords(), 2);
    QVERIFY(!m_store->cursor(u"Appointment"_s).value().isValid()); // so the whole type is downloaded again
    QCOMPARE(m_store->putRecords({record(u"Appointment"_s, 1, base.date())}).value(), 1);
    QCOMPARE(m_store->damagedRecords(), 1);
    QVERIFY(m_store->setCursor(u"Appointment"_s, base)); // the server no longer has the second
    QCOMPARE(m_store->damagedRecords(), 0);
    QCOMPARE(m_store->recordCount().value(), 2);
    QCOMPARE(m_store->cursor(u"Appointment"_s).value(), base);
}

void TamperTest::flippedBytesAnywhereNeverCrash()
{
    fill();
    m_store.reset();
    const QByteArray good = contentOf(m_path);
    QVERIFY(good.size() > 8192);
    OutboxItem another;
    another.identifier = u"urn:uuid:3"_s;
    another.payload = "{}";
    int opened = 0;
    for (qsizetype at = 0; at < good.size(); at += (at < 200 ? 1 : 307)) {
        QByteArray bad = good;
        bad[at] = char(bad.at(at) ^ 0xff);
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bad) == bad.size());
        file.close();
        auto store = Store::open(m_path, m_key);
        if (!store)
            continue;
        ++opened;
        (void)(*store)->check();
        (void)(*store)->records(u"Appointment"_s);
        (void)(*store)->recordsByDay(u"Appointment"_s, base.date(), base.date());
        // What is opened is genuine, whatever happened to the file.
        if (const auto one = (*store)->record(u"Appointment"_s, u"id-1"_s); one && *one)
            QCOMPARE(**one, QByteArray("{\"id\":\"id-1\"}"));
        // What waited is there, or it is told, or nothing more is taken: never "saved" into what cannot be read.
        const auto unsent = (*store)->outbox().unsent();
        if (unsent)
            QVERIFY2(unsent->size() >= 2, qPrintable(QString::number(at)));
        else
            QVERIFY2(!(*store)->outbox().queue(another), qPrintable(QString::number(at)));
        store->reset();
        QFile::remove(m_path + u"-wal"_s);
    }
    QVERIFY(opened > 20);
}

void TamperTest::nothingIsInTheClear()
{
    int number = 0;
    const auto mark = [&number]() -> QString { return QString::fromLatin1(canary) + QString::number(++number); };
    const StoredRecord first{mark(), mark(), mark(), base, base.date(), "{\"note\":\"" + mark().toUtf8() + "\"}"};
    QVERIFY(m_store->putRecords({first}));
    StoredRecord second = first;
    second.versionId = mark();
    second.lastUpdated = base.addDays(1);
    second.json = mark().toUtf8() + QByteArray(20000, ' ');
    QVERIFY(m_store->putRecords({second}));
    QVERIFY(m_store->setCursor(mark(), base));
    QVERIFY(m_store->setValue(mark(), mark().toUtf8()));
    OutboxItem item;
    item.identifier = mark();
    item.resourceType = mark();
    item.dependencyKey = mark();
    item.payload = mark().toUtf8();
    item.serverId = mark();
    item.problem = mark();
    QVERIFY(m_store->outbox().queue(item));
    item.state = OutboxState::Done;
    QVERIFY(m_store->outbox().update(item));
    Credentials credentials;
    credentials.identity = {QUrl(u"https://clinic.example/"_s + mark()), mark(), mark(), Role::Patient, mark(), mark(), {mark()}};
    credentials.refreshToken = mark();
    credentials.tokenEndpoint = QUrl(u"https://clinic.example/"_s + mark());
    credentials.revocationEndpoint = QUrl(u"https://clinic.example/"_s + mark());
    credentials.clientId = mark();
    QVERIFY(m_store->setCredentials(credentials));
    QVERIFY(m_store->removeRecord(first.type, first.id));

    const auto search = [this](const QString &when) {
        int files = 0;
        const QByteArray key = m_key.toKeychain().mid(1, StoreKey::keyBytes);
        const QFileInfoList infos = QDir(m_directory->path()).entryInfoList(QDir::Files);
        for (const QFileInfo &info : infos) {
            const QByteArray content = contentOf(info.filePath());
            for (const QByteArray &secret : {canary, QByteArray("clinic.example"), canary.toHex(), canary.toBase64().first(12), key,
                                             QByteArray("K\0A\0N\0A\0R\0I", 11)})
                QVERIFY2(!content.contains(secret), qPrintable(when + info.fileName()));
            QVERIFY2(!info.fileName().contains(QString::fromLatin1(canary)), "file name");
            ++files;
        }
        QVERIFY(files >= 1);
    };
    QVERIFY(QFileInfo(m_path + u"-wal"_s).size() > 0);
    search(u"open: "_s);
    m_store.reset();
    search(u"closed: "_s);
    // The search itself can find something.
    QFile file(m_directory->filePath(u"probe"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("x" + canary) > 0);
    file.close();
    QVERIFY(contentOf(file.fileName()).contains(canary));
}

void TamperTest::equalRowsLookDifferent()
{
    QVERIFY(m_store->putRecords({record(u"Appointment"_s, 1, base.date())}));
    const auto sealedAndDay = [this] {
        m_store.reset();
        auto database = Database::open(m_path, Database::Access::ReadWrite);
        auto rows = (*database)->run("SELECT sealed, day, place FROM record");
        (void)rows->next();
        return std::tuple(rows->blob(0), rows->blob(1), rows->number(2));
    };
    const auto [sealed, day, place] = sealedAndDay();
    QCOMPARE(day.size(), 16);
    QCOMPARE(place, 0); // says nothing of the time
    reopen();
    QVERIFY(m_store->removeRecord(u"Appointment"_s, u"id-1"_s));
    QVERIFY(m_store->putRecords({record(u"Appointment"_s, 1, base.date())}));
    const auto [sealedAgain, dayAgain, placeAgain] = sealedAndDay();
    QVERIFY(sealedAgain != sealed);
    QCOMPARE(dayAgain, day);
    QCOMPARE(placeAgain, place);
}

QTEST_GUILESS_MAIN(TamperTest)
#include "tst_tamper.moc"
