// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/Progress.h"
#include "core/Assignment.h"
#include "fakes/FakeClock.h"
#include "fhir/Read.h"
#include "form/Safety.h"
#include "sync/KeptRecord.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace handrail;

namespace {

const QDate today(2026, 11, 18);

QJsonObject item(const QString &linkId, const QJsonObject &answer)
{
    return {{QStringLiteral("linkId"), linkId}, {QStringLiteral("answer"), QJsonArray{answer}}};
}

} // namespace

/// Mood and worry checks over time: how often, by the forms that a clinic serves.
class TestHowOften final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Store> m_store;
    std::unique_ptr<Records> m_records;
    FakeClock m_clock{QDateTime(today, QTime(20, 20), QTimeZone::utc())};
    int m_count = 0;

    void put(const QJsonObject &resource)
    {
        fhir::Slice slice;
        slice.type = resource.value(QStringLiteral("resourceType")).toString();
        slice.id = QStringLiteral("r%1").arg(++m_count);
        slice.versionId = QStringLiteral("1");
        slice.lastUpdated = m_clock.nowUtc().addDays(-400).addSecs(m_count);
        QJsonObject whole = resource;
        whole.insert(QStringLiteral("id"), slice.id);
        slice.json = QJsonDocument(whole).toJson(QJsonDocument::Compact);
        QVERIFY(m_store->putRecords({recordFrom(slice, m_clock.localZone())}));
    }

    Progress read(ProgressRange range = ProgressRange::TwoWeeks) { return progress(*m_records, m_clock, range).value(); }

    /// Nothing when it was not answered.
    HowOften of(Check check)
    {
        for (const HowOften &one : read().checks) {
            if (one.check == check)
                return one;
        }
        return {};
    }

    /// The clinic's own form of the design, as it serves it, or as it has changed it.
    void serve(const char *name, const QString &status = QStringLiteral("active"), const QString &version = QStringLiteral("1.0.0"))
    {
        QFile file(QStringLiteral(HANDRAIL_QUESTIONNAIRES "/%1.json").arg(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray json = file.readAll();
        for (char number = '1'; version != u"1.0.0" && number <= '9'; ++number) { // another version has other names
            for (const char quote : {'"', '\''}) {
                const QByteArray rest = QByteArray(1, number) + quote;
                json.replace(QByteArray(QByteArray(1, quote) + 'q' + rest), QByteArray(QByteArray(1, quote) + 'x' + rest));
            }
        }
        QJsonObject form = QJsonDocument::fromJson(json).object();
        form.insert(QStringLiteral("status"), status);
        form.insert(QStringLiteral("version"), version);
        put(form);
    }

    /// Answers to q1, q2 ... as weights; -1: skipped.
    void check(const QString &url, const QString &authored, const QList<int> &weights, const char *patient = "p1",
               const QString &identifier = {})
    {
        static const char *const codes[] = {"LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9"};
        QJsonArray items;
        for (int i = 0; i < int(weights.size()); ++i) {
            if (weights.at(i) >= 0)
                items << item(QStringLiteral("q%1").arg(i + 1),
                              {{QStringLiteral("valueCoding"),
                                QJsonObject{{QStringLiteral("system"), QStringLiteral("http://loinc.org")},
                                            {QStringLiteral("code"), QLatin1String(codes[weights.at(i)])}}}});
        }
        put({{QStringLiteral("resourceType"), QStringLiteral("QuestionnaireResponse")},
             {QStringLiteral("identifier"),
              QJsonObject{{QStringLiteral("system"), QStringLiteral("urn:ietf:rfc:3986")}, {QStringLiteral("value"), identifier}}},
             {QStringLiteral("status"), QStringLiteral("completed")},
             {QStringLiteral("questionnaire"), QString(url + QStringLiteral("|1.0.0"))},
             {QStringLiteral("authored"), authored},
             {QStringLiteral("subject"),
              QJsonObject{{QStringLiteral("reference"), QString(u"Patient/" + QString::fromLatin1(patient))}}},
             {QStringLiteral("item"), items}});
    }

private Q_SLOTS:
    void init()
    {
        m_clock.setWallClock(QDateTime(today, QTime(20, 20), QTimeZone::utc()));
        m_clock.setZone("America/New_York");
        m_store = Store::inMemory().value();
        Identity identity;
        identity.patientId = QStringLiteral("p1");
        m_records = std::make_unique<Records>(*m_store, identity);
        m_records->setClock(m_clock);
        m_count = 0;
    }

    void checksSayHowOftenAndNoTotal()
    {
        serve("phq-2-9");
        serve("gad-7");
        check(phq2Url(), QStringLiteral("2026-11-03T09:00:00-05:00"), {3, 3, 3, 3, 3, 3, 3, 3, 3}); // before the two weeks
        check(phq2Url(), QStringLiteral("2026-11-06T09:00:00-05:00"), {2, 2, 2, 2, 2, 2, 2, 2, 2});
        check(phq2Url(), QStringLiteral("2026-11-10T09:00:00-05:00"),
              {3, 3, 3, -1, 3, 3, 3, 3, 0});                                                   // one skipped: no total of nine
        check(phq2Url(), QStringLiteral("2026-11-17T09:00:00-05:00"), {1, 1});                 // the short one, alone
        check(phq2Url(), QStringLiteral("2026-11-18T09:00:00-05:00"), {0, 0}, "p2");           // somebody else's
        check(gad7Url(), QStringLiteral("2026-11-17T09:00:00-05:00"), {1, -1, 1, 1, 1, 1, 1}); // no total
        const Progress found = read();
        // What grew is of the nine, what did not of the two; each has its own line.
        QCOMPARE(found.checks.size(), 2);
        const HowOften &two = found.checks.at(0);
        QCOMPARE(two.check, Check::ShortMood);
        QCOMPARE(two.byDay, (QMap<QDate, double>{{QDate(2026, 11, 10), 3.0}, {QDate(2026, 11, 17), 1.0}}));
        QVERIFY(two.change == HowOften::Change::Less);
        const HowOften &nine = found.checks.at(1);
        QCOMPARE(nine.check, Check::Mood);
        QCOMPARE(nine.byDay, (QMap<QDate, double>{{QDate(2026, 11, 6), 2.0}}));
        QVERIFY(nine.change == HowOften::Change::Unsaid);
        QCOMPARE(two.words.size(), 4);
        QCOMPARE(two.words.first(), QStringLiteral("Not at all"));
        QCOMPARE(nine.words.last(), QStringLiteral("Nearly every day"));
        // By the week, and a week without one stays a gap.
        QCOMPARE(found.checkSteps.size(), 3);
        const Progress four = read(ProgressRange::FourWeeks);
        QCOMPARE(four.checkSteps.size(), 5);
        QVERIFY(!four.checks.at(1).meanOf(four.checkSteps.at(0).from, four.checkSteps.at(0).to));
        QCOMPARE(read(ProgressRange::Whole).from, QDate(2026, 11, 3));
    }

    /// As the clinic scores them.
    void answersThatNameTheirFormByItsRecordCount()
    {
        serve("phq-9");
        check(QStringLiteral("Questionnaire/r%1").arg(m_count), QStringLiteral("2026-11-17T09:00:00-05:00"),
              {1, 1, 1, 1, 1, 0, 0, 0, 0});
        const HowOften found = of(Check::Mood);
        QCOMPARE(found.byDay.size(), 1);
        QCOMPARE(found.byDay.first(), HowOften::most * 5 / 27);
    }

    void onlyLikeIsComparedWithLike()
    {
        for (const char *form : {"phq-9", "phq-2-9", "gad-7", "gad-2"})
            serve(form);
        check(phq9Url(), QStringLiteral("2026-11-06T09:00:00-05:00"), {1, 1, 0, 0, 0, 0, 0, 0, 0});
        check(phq2Url(), QStringLiteral("2026-11-10T09:00:00-05:00"), {1, 1});
        QVERIFY(of(Check::Mood).change == HowOften::Change::Unsaid);
        QVERIFY(of(Check::ShortMood).change == HowOften::Change::Unsaid);
        check(phq9Url(), QStringLiteral("2026-11-16T09:00:00-05:00"), {1, 0, 3, 3, 3, 3, 3, 3, 3});
        QVERIFY(of(Check::Mood).change == HowOften::Change::More);
        QCOMPARE(of(Check::ShortMood).byDay.size(), 1); // the first two of the nine are not the two
        check(phq2Url(), QStringLiteral("2026-11-17T09:00:00-05:00"), {2, 2, 2, 2, 2, 2, 2, 2, 2}); // grown: nine with nine
        QVERIFY(of(Check::Mood).change == HowOften::Change::Less);
        QCOMPARE(of(Check::ShortMood).byDay.size(), 1);

        check(gad7Url(), QStringLiteral("2026-11-06T09:00:00-05:00"), {1, 1, 0, 0, 0, 0, 0});
        check(gad2Url(), QStringLiteral("2026-11-10T09:00:00-05:00"), {2, 0});
        QCOMPARE(of(Check::Worry).byDay.keys(), QList<QDate>{QDate(2026, 11, 6)});
        QCOMPARE(of(Check::ShortWorry).byDay, (QMap<QDate, double>{{QDate(2026, 11, 10), 1.0}}));
        QVERIFY(of(Check::ShortWorry).change == HowOften::Change::Unsaid);
    }

    // What is said of safety in a form that grows goes ahead with the two that say why it is asked.
    void whatWentAheadIsNoCheck()
    {
        serve("phq-2-9");
        const QString said = QStringLiteral("2026-11-18T09:00:00-05:00");
        check(phq2Url(), said, {2, 2, -1, -1, -1, -1, -1, -1, 1}, "p1",
              reportIdentifier(QStringLiteral("p1"), phq2Url(), QDateTime::fromString(said, Qt::ISODate)));
        QVERIFY(read().checks.isEmpty());
        check(phq2Url(), QStringLiteral("2026-11-18T09:04:00-05:00"), {2, 2, 0, 0, 0, 0, 0, 0, 1});
        QCOMPARE(read().checks.size(), 1);
        QCOMPARE(read().checks.first().check, Check::Mood);
    }

    void whatTheClinicChangesLeavesThePastAsItWas()
    {
        serve("phq-2-9");
        serve("phq-2-9", QStringLiteral("active"), QStringLiteral("99.0.0"));
        serve("gad-7", QStringLiteral("retired"));
        check(phq2Url(), QStringLiteral("2026-11-17T09:00:00-05:00"), {1, 1});
        check(gad7Url(), QStringLiteral("2026-11-17T09:00:00-05:00"), {1, 1, 1, 1, 1, 1, 1});
        QCOMPARE(m_records->form(phq2Url())->version, QStringLiteral("99.0.0"));
        QVERIFY(!m_records->form(gad7Url()));
        for (const Check one : {Check::ShortMood, Check::Worry}) {
            QCOMPARE(of(one).byDay, (QMap<QDate, double>{{QDate(2026, 11, 17), 1.0}}));
            QCOMPARE(of(one).words.size(), 4);
        }
    }

    // As forms are moved from paper.
    void whatNamesADayAloneIsOfThatDay()
    {
        serve("phq-2-9");
        check(phq2Url(), QStringLiteral("2026-11-10"), {1, 1}, "p1", QStringLiteral("1"));
        check(phq2Url(), QStringLiteral("2026-11-17"), {2, 0}, "p1", QStringLiteral("2"));
        QCOMPARE(of(Check::ShortMood).byDay, (QMap<QDate, double>{{QDate(2026, 11, 10), 1.0}, {QDate(2026, 11, 17), 1.0}}));
    }

    // Some servers keep each time in UTC, where an evening is of the next day already.
    void anEveningInUtcIsOfItsDay_data()
    {
        QTest::addColumn<QString>("authored");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QByteArray>("zoneThen"); // of the device, when it came
        QTest::addColumn<QDate>("day");
        for (const char *then : {"America/New_York", "UTC", "Asia/Tokyo"}) {
            const auto row = [&](const char *authored, const char *zone, const QDate &day) {
                QTest::addRow("%s, %s, %s", authored, zone, then)
                    << QString::fromLatin1(authored) << QByteArray(zone) << QByteArray(then) << day;
            };
            row("2026-11-19T02:30:00Z", "America/New_York", today);
            row("2026-11-18T02:30:00.000+00:00", "America/New_York", today); // in London, before the journey
            row("2026-11-18T02:30:00Z", "America/New_York", today.addDays(-1));
            row("2026-11-18T02:30:00Z", "Europe/London", today);         // who lives there
            row("2026-11-18T02:30:00+01:00", "America/New_York", today); // it says where it was
            row("2026-11-17", "America/New_York", today.addDays(-1));    // a day alone
        }
    }
    void anEveningInUtcIsOfItsDay()
    {
        QFETCH(QString, authored);
        QFETCH(QByteArray, zone);
        QFETCH(QByteArray, zoneThen);
        QFETCH(QDate, day);
        serve("phq-2-9");
        m_clock.setZone(zoneThen);
        check(phq2Url(), authored, {1, 1});
        m_clock.setZone(zone);
        QCOMPARE(of(Check::ShortMood).byDay.keys(), QList<QDate>{day});
        QCOMPARE(m_records->submittedBetween({phq2Url()}, day, day).value().size(), 1);
    }

    void aTenthOfTheScaleIsTheSame()
    {
        serve("gad-7");
        check(gad7Url(), QStringLiteral("2026-11-10T09:00:00-05:00"), {1, 1, 1, 1, 1, 1, 1});
        check(gad7Url(), QStringLiteral("2026-11-17T09:00:00-05:00"), {2, 2, 1, 1, 1, 1, 1}); // two points of 21
        QVERIFY(of(Check::Worry).change == HowOften::Change::Same);
        check(gad7Url(), QStringLiteral("2026-11-18T09:00:00-05:00"), {2, 2, 2, 2, 2, 1, 1}); // and three more
        QVERIFY(of(Check::Worry).change == HowOften::Change::More);
    }
};

QTEST_GUILESS_MAIN(TestHowOften)
#include "tst_howoften.moc"
