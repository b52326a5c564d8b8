// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "store/Database.h"
#include "store/Store.h"
#include "store/StoreFile.h"

#include <QTemporaryDir>
#include <QtTest>

#include <sqlite3.h>

using namespace handrail;
using namespace Qt::StringLiterals;

namespace {

StoredRecord record(int number)
{
    const QDateTime base(QDate(2026, 3, 2), QTime(15, 0), Qt::UTC);
    return {u"Appointment"_s, u"id-%1"_s.arg(number), u"1"_s, base.addSecs(number), base.date(), QByteArray(1572, 'j')};
}

} // namespace

/// The memory of SQLite ends.
class NoMemoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_path = m_directory->filePath(u"a.db"_s);
    }
    void cleanup() { sqlite3_hard_heap_limit64(0); }
    void oneValueIsRefused();
    void aPageIsTakenBackWhole();

private:
    const StoreKey m_key = StoreKey::generate();
    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
};

void NoMemoryTest::oneValueIsRefused()
{
    auto store = Store::create(m_path, m_key).value_or(nullptr);
    QVERIFY(store && store->setValue(u"x"_s, "kept"));
    sqlite3_hard_heap_limit64(1);
    const auto refused = store->setValue(u"y"_s, QByteArray(100000, 'y'));
    sqlite3_hard_heap_limit64(0);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ProblemKind::StoreReadOnly);
    QVERIFY(refused.error().isRetryable);
    QVERIFY(store->setValue(u"y"_s, "later"));
    QCOMPARE(store->value(u"x"_s).value().value(), QByteArray("kept"));
}

void NoMemoryTest::aPageIsTakenBackWhole()
{
    QVERIFY(Store::create(m_path, m_key));
    {
        auto database = openStoreFile(m_path, m_key);
        QVERIFY(database);
        // Three megabytes more for each record that is there.
        QVERIFY((*database)->once(u"CREATE TRIGGER greedy BEFORE INSERT ON record BEGIN "
                                  u"SELECT hex(zeroblob(1000000 * (SELECT count(*) FROM record))); END"_s));
    }
    const auto store = Store::open(m_path, m_key);
    QVERIFY(store && (*store)->putRecords({record(0)}));
    QList<StoredRecord> page;
    for (int i = 1; i <= 8; ++i)
        page.append(record(i));
    sqlite3_hard_heap_limit64(sqlite3_memory_used() + 7'500'000);
    const auto refused = (*store)->putRecords(page);
    const int left = (*store)->recordCount().value_or(-1);
    const auto begun = (*store)->putRecords(page.mid(0, 2)); // so it ended in the middle
    sqlite3_hard_heap_limit64(0);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ProblemKind::StoreReadOnly);
    QVERIFY(refused.error().isRetryable);
    QCOMPARE(left, 1);
    QVERIFY(begun);
    QCOMPARE(begun.value(), 2);
    QCOMPARE((*store)->putRecords(page).value_or(-1), 6);
    QVERIFY((*store)->check()->isFileSound);
}

QTEST_GUILESS_MAIN(NoMemoryTest)
#include "tst_no_memory.moc"
