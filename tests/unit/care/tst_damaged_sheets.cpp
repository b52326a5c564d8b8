// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/SheetFilling.h"
#include "fakes/DamagedStore.h"
#include "fakes/FakeClock.h"
#include "store/StoreSalvage.h"

#include <QTemporaryDir>
#include <QTest>
#include <functional>

using namespace handrail;
using namespace Qt::StringLiterals;

namespace {

const QDateTime evening(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc());

StoreKey testKey()
{
    return StoreKey::fromKeychain(QByteArray(1, 1) + QByteArray(48, 'k')).value();
}

Identity maya()
{
    Identity identity;
    identity.patientId = u"maya"_s;
    return identity;
}

SheetAnswer said(const char *id, const QStringList &words)
{
    SheetAnswer answer;
    answer.id = QString::fromLatin1(id);
    answer.words = words;
    return answer;
}

} // namespace

/// Sheets in a real file with a bit that is another one: no more is gone than what it was in, and it is told.
class TestDamagedSheets final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Store> m_store;
    std::unique_ptr<Records> m_records;
    FakeClock m_clock{evening};

    SheetFilling filling(const QString &id, const QString &asked)
    {
        WorksheetField field;
        field.id = asked;
        SkillText skill;
        skill.id = id;
        skill.language = u"en"_s;
        skill.exercise = WorksheetExercise{{field}, asked};
        return SheetFilling(*m_records, m_clock, skill);
    }
    QList<OwnSheet> all() { return ownSheets(*m_records).value().sheets; }

    /// Flips a bit in those rows, and opens the store again.
    bool damage(const QString &path, const std::function<QList<int>(const QList<int> &)> &which)
    {
        m_records.reset();
        m_store.reset();
        bool isDone = true;
        {
            DamagedStore file(path);
            for (const int row : which(file.values()))
                isDone = file.flip(row) && isDone;
        }
        m_store = Store::open(path, testKey()).value();
        m_records = std::make_unique<Records>(*m_store, maya());
        return isDone;
    }

    QString written(const QString &happened)
    {
        SheetFilling one = filling(u"thought-check"_s, u"happened"_s);
        one.beginAnew();
        [&] { QVERIFY(one.setAnswer(said("happened", {happened}))); }();
        return one.sheet().id;
    }

private Q_SLOTS:
    void init()
    {
        m_clock = FakeClock(evening);
        m_store = Store::inMemory().value();
        m_records = std::make_unique<Records>(*m_store, maya());
    }

    void damageIsToldAndNotOverwritten()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"store.db"_s);
        m_store = Store::create(path, testKey()).value();
        m_records = std::make_unique<Records>(*m_store, maya());
        const QString first = written(u"Party"_s);
        const QString second = written(u"Payday"_s);
        // The last value that was written is the second sheet.
        QVERIFY(damage(path, [](const QList<int> &rows) { return QList<int>{rows.constLast()}; }));
        const OwnSheets sheets = ownSheets(*m_records).value();
        QCOMPARE(sheets.damaged, 1);
        QCOMPARE(sheets.sheets.size(), 1);
        QCOMPARE(sheets.sheets.constFirst().id, first);
        OwnSheet other = sheets.sheets.constFirst();
        other.id = second;
        QCOMPARE(keepOwnSheet(*m_records, other).error().kind, ProblemKind::StoreBroken);
        // It can be removed by who wants it out of sight, and by nothing else.
        QVERIFY(purgeOwnSheets(*m_records, m_clock.nowUtc(), true));
        QCOMPARE(ownSheets(*m_records).value().damaged, 1);
        QVERIFY(removeDamagedSheets(*m_records));
        QCOMPARE(ownSheets(*m_records).value().damaged, 0);
        QCOMPARE(all().value(0).id, first);
        QVERIFY(!m_store->value(u"own-sheet/"_s + second).value());
    }

    /// Whichever row of the store it is: no more than one sheet is gone, and writing goes on.
    void noDamagedRowEndsAllSheets()
    {
        QTemporaryDir folder;
        const QString whole = folder.filePath(u"whole.db"_s);
        const QString path = folder.filePath(u"store.db"_s);
        m_store = Store::create(whole, testKey()).value();
        m_records = std::make_unique<Records>(*m_store, maya());
        SheetFilling plan = filling(u"my-safety-plan"_s, u"signs"_s);
        plan.begin();
        QVERIFY(plan.setAnswer(said("signs", {u"No sleep"_s})));
        const QString party = written(u"Party"_s);
        const QString payday = written(u"Payday"_s);
        OwnSheet brought = ownSheet(*m_records, party).value().value();
        brought.bringing = {true, u"urn:uuid:1"_s, u"s1"_s, {}, "d", {}};
        QVERIFY(keepOwnSheet(*m_records, brought) && deleteOwnSheet(*m_records, payday, m_clock.nowUtc()));
        m_records.reset();
        m_store.reset();
        QList<int> rows;
        {
            rows = DamagedStore(whole).values();
        }
        QVERIFY(rows.size() >= 4); // three sheets and the list of them
        int lists = 0;
        for (const int row : std::as_const(rows)) {
            m_records.reset();
            m_store.reset();
            QFile::remove(path);
            QVERIFY(QFile::copy(whole, path));
            QVERIFY(damage(path, [&](const QList<int> &) { return QList<int>{row}; }));
            const bool isList = !m_store->value(u"own-sheets"_s);
            lists += isList ? 1 : 0;
            const OwnSheets sheets = ownSheets(*m_records).value();
            QVERIFY(!isList || sheets.damaged == 0);             // nothing at all is lost with it
            QVERIFY(sheets.sheets.size() + sheets.damaged >= 2); // the third is deleted
            QVERIFY(sheets.damaged <= 1);
            if (sheets.damaged == 0) {
                QCOMPARE(safetyPlanId(*m_records), plan.sheet().id);
                QCOMPARE(sheetsUnderWay(*m_records).value(), QStringList{party});
                QVERIFY(undeleteOwnSheet(*m_records, payday));
                QCOMPARE(all().size(), 3);
            }
            const qsizetype before = all().size();
            QVERIFY(!written(u"New"_s).isEmpty());
            QCOMPARE(all().size(), before + 1);
            QVERIFY(purgeOwnSheets(*m_records, m_clock.nowUtc().addDays(1)));
            QVERIFY(m_store->value(u"own-sheets"_s)); // whole again
        }
        QCOMPARE(lists, 1);
    }

    void whatIsLostWithTheListIsCounted()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"store.db"_s);
        m_store = Store::create(path, testKey()).value();
        m_records = std::make_unique<Records>(*m_store, maya());
        const QString first = written(u"Party"_s);
        (void)written(u"Payday"_s);
        // The list and the last sheet, whose name is gone with it.
        int list = 0;
        QVERIFY(damage(path, [&](const QList<int> &rows) {
            list = rows.at(rows.size() - 3); // it is written before the first sheet
            return QList<int>{list, rows.constLast()};
        }));
        QVERIFY(!m_store->value(u"own-sheets"_s));
        OwnSheets sheets = ownSheets(*m_records).value();
        QCOMPARE(sheets.damaged, 1);
        QCOMPARE(sheets.sheets.size(), 1);
        QCOMPARE(sheets.sheets.constFirst().id, first);
        QCOMPARE(ownSheets(*m_records).value().damaged, 1); // and stays so
        QVERIFY(removeDamagedSheets(*m_records));
        QCOMPARE(ownSheets(*m_records).value().damaged, 0);
    }

    /// A file that had to be made anew of a damaged one may have lost the list alone.
    void aFileThatWasMadeAnewFindsItsSheets()
    {
        const QString first = written(u"Party"_s);
        QVERIFY(m_store->removeValue(u"own-sheets"_s));
        QVERIFY(all().isEmpty());
        QVERIFY(m_store->setValue(QLatin1String(mendedName), "1"));
        QCOMPARE(all().value(0).id, first);
    }

    void oneDamagedSheetKeepsNoOtherThatWasDeleted()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"store.db"_s);
        m_store = Store::create(path, testKey()).value();
        m_records = std::make_unique<Records>(*m_store, maya());
        const QStringList ids{written(u"Party"_s), written(u"Payday"_s), written(u"Sunday"_s)};
        for (const QString &id : ids)
            QVERIFY(deleteOwnSheet(*m_records, id, m_clock.nowUtc()));
        QVERIFY(damage(path, [](const QList<int> &rows) { return QList<int>{rows.at(rows.size() - 3)}; })); // the first of them
        QCOMPARE(ownSheets(*m_records).value().damaged, 1);
        QVERIFY(purgeOwnSheets(*m_records, m_clock.nowUtc(), true));
        for (const QString &id : ids)
            QVERIFY(!m_store->value(u"own-sheet/"_s + id).value());
        QCOMPARE(ownSheets(*m_records).value().damaged, 0);
    }
};

QTEST_GUILESS_MAIN(TestDamagedSheets)
#include "tst_damaged_sheets.moc"
