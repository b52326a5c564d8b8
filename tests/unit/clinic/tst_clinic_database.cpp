// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/records/Records.h"
#include "clinic/records/SearchIndex.h"
#include "fakes/FakeClock.h"

#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace handrail;
using namespace handrail::clinic;
using namespace Qt::Literals::StringLiterals;

/// Statements on the clinic's database, and how one of an earlier version comes to the tables of today.
class TestClinicDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStatementGivesBackWhatItWasGiven()
    {
        Database database(u":memory:"_s);
        QVERIFY(database.open());
        QVERIFY(database.statementOnce(u"CREATE TABLE kept (a, b, c, d, e, f, g)"_s).run());
        const QString words = u"Zoë \U0001f33f it’s '; DROP TABLE kept"_s;
        {
            Statement insert = database.statement(u"INSERT INTO kept VALUES (?, ?, ?, ?, ?, ?, ?)"_s);
            QVERIFY(insert.run({words, QString(u""_s), QString(), QByteArray("\0\xff", 2), QByteArray(), qint64(1) << 60, 1.5}));
            QCOMPARE(insert.changedRows(), 1);
            QCOMPARE(insert.insertedRow(), 1);
            QVERIFY(!insert.next());
            // Neither the values of the run before nor fewer than it needs.
            QVERIFY(!insert.run({words}));
            QVERIFY(insert.errorCode() != 0);
            QVERIFY(!insert.run({words, words, words, words, words, words, QStringList{words}}));
            QVERIFY(insert.errorCode() != 0);
        }
        Statement rows = database.statement(u"SELECT * FROM kept"_s);
        QVERIFY(rows.run() && rows.next());
        QCOMPARE(rows.text(0), words);
        QCOMPARE(rows.value(0), QVariant(words));
        QCOMPARE(rows.value(1), QVariant(QString(u""_s)));
        QVERIFY(rows.value(2).isNull() && rows.text(2).isNull());
        QCOMPARE(rows.value(3), QVariant(QByteArray("\0\xff", 2)));
        QVERIFY(rows.value(4).isNull() && rows.bytes(4).isNull());
        QCOMPARE(rows.value(5), QVariant(qint64(1) << 60));
        QCOMPARE(rows.value(6), QVariant(1.5));
        QVERIFY(!rows.next());
        QVERIFY(!rows.next()); // at its end it does not begin again
        QVERIFY(rows.run() && rows.next());
    }

    void aStatementSaysWhyItFailed()
    {
        Database database(u":memory:"_s);
        QVERIFY(database.open());
        const QString insert = u"INSERT INTO late VALUES (?)"_s;
        QVERIFY(!database.statement(insert).run({1}));
        QVERIFY(database.statement(insert).errorCode() != 0);
        QVERIFY(database.statementOnce(u"CREATE TABLE late (a UNIQUE)"_s).run());
        QVERIFY(database.statement(insert).run({1})); // not refused for good
        Statement again = database.statement(insert);
        QVERIFY(!again.run({1}));
        QCOMPARE(again.errorCode(), 2067);
        QCOMPARE(int(storeProblem(again.errorCode())), int(ProblemKind::Conflict));
        QVERIFY(again.run({2}));
        QCOMPARE(again.errorCode(), 0);
    }

    // The index as version 2 kept it: each row in a table of its own numbers, and some of them twice.
    void anIndexOfBeforeIsBroughtAlong()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"clinic.db"_s);
        QStringList now;
        {
            Database database(file);
            Records records(database, m_types, m_clock);
            QVERIFY(database.open() && records.open());
            write(records,
                  "{'resourceType':'Patient','id':'a','active':true,'birthDate':'1990-01-01','name':[{'family':'Ruiz',"
                  "'given':['Ann']}],'managingOrganization':{'reference':'Organization/o1'}}");
            write(records, "{'resourceType':'Questionnaire','id':'q','status':'active','url':'https://example.org/q'}");
            now = indexOf(database);
            QVERIFY(now.size() >= 8);
            QCOMPARE(now.filter(u"a|Patient."_s).size(), 7);
            for (const char *table : {"index_token", "index_reference", "index_date", "index_string", "index_uri"}) {
                const QString name = QLatin1String(table);
                must(database, QString(u"ALTER TABLE "_s + name + u" RENAME TO x_" + name));
                must(database, u"DROP INDEX "_s + name + u"_find");
            }
            for (const QString &step : indexSchema()) {
                if (step.contains(u"index_"_s))
                    must(database, step);
            }
            for (const char *table : {"index_token", "index_reference", "index_date", "index_string", "index_uri"}) {
                const QString name = QLatin1String(table);
                const QString columns = columnsOf(database, name);
                for (int time = 0; time < 2; ++time)
                    must(database, u"INSERT INTO "_s + name + u" (" + columns + u") SELECT " + columns + u" FROM x_" + name);
                must(database, u"DROP TABLE x_"_s + name);
            }
            must(database, u"DROP TABLE busy_key"_s);
            must(database, u"UPDATE area SET version = 2 WHERE name = 'records'"_s);
            QCOMPARE(indexOf(database).size(), now.size() * 2);
        }
        Database database(file);
        Records records(database, m_types, m_clock);
        QVERIFY(database.open() && records.open());
        QCOMPARE(indexOf(database), now);
        Statement left =
            database.statement(u"SELECT count(*) FROM sqlite_master WHERE name LIKE '%before%' OR name LIKE 'index%row'"_s);
        QVERIFY(left.run() && left.next());
        QCOMPARE(left.number(0), 0);
        // The next version of a record takes the rows of the one before out.
        write(records, "{'resourceType':'Patient','id':'a','active':false}");
        QCOMPARE(indexOf(database).filter(u"a|Patient."_s), QStringList{u"a|Patient.active|false|"_s});
        write(records, "{'resourceType':'Patient','id':'a','name':[{'given':['Ann'],'text':'ann'}]}"); // one word twice
        QCOMPARE(indexOf(database).filter(u"Patient.given"_s).size() + indexOf(database).filter(u"Patient.name|ann"_s).size(), 2);
        const auto key = [&]() -> QByteArray {
            Statement stored = database.statementOnce(u"SELECT group_concat(hex(key), ' ') FROM busy_key"_s);
            return stored.run() && stored.next() ? stored.bytes(0) : QByteArray();
        };
        const QByteArray made = key();
        QCOMPARE(made.size(), 64); // one of 32 bytes
        QVERIFY(records.open());   // and once is enough
        QCOMPARE(key(), made);
    }

private:
    static void must(Database &database, const QString &sql)
    {
        Statement once = database.statementOnce(sql);
        QVERIFY2(once.run(), qPrintable(sql));
    }
    static QString columnsOf(Database &database, const QString &table)
    {
        QStringList columns;
        Statement rows = database.statementOnce(u"SELECT name FROM pragma_table_info(?)"_s);
        for (bool hasRow = rows.run({table}) && rows.next(); hasRow; hasRow = rows.next())
            columns << rows.text(0);
        return columns.join(u", "_s);
    }
    /// Each row of the index as one line, in order.
    static QStringList indexOf(Database &database)
    {
        QStringList all;
        for (const QString &columns :
             {u"code || '|' || system FROM index_token"_s, u"target FROM index_reference"_s,
              u"low || '|' || high FROM index_date"_s, u"value FROM index_string"_s, u"value FROM index_uri"_s}) {
            Statement rows = database.statementOnce(
                QString(u"SELECT r.id || '|' || i.parameter || '|' || "_s + columns + u" i JOIN resource r ON r.row = i.row"_s));
            for (bool hasRow = rows.run() && rows.next(); hasRow; hasRow = rows.next())
                all << rows.text(0);
        }
        std::sort(all.begin(), all.end());
        return all;
    }
    static void write(Records &records, QByteArray text)
    {
        const auto draft = readDraft(text.replace('\'', '"'));
        QVERIFY(draft);
        Transaction transaction(records.database());
        QVERIFY(records.write(draft->json["resourceType"_L1].toString(), draft->json["id"_L1].toString(), *draft));
        QVERIFY(transaction.commit());
    }

    FakeClock m_clock;
    TypeTable m_types;
};

QTEST_GUILESS_MAIN(TestClinicDatabase)
#include "tst_clinic_database.moc"
