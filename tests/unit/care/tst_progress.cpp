// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/CheckIn.h"
#include "care/Progress.h"
#include "fakes/FakeClock.h"
#include "fhir/Read.h"
#include "form/Safety.h"
#include "sync/OlderSessions.h"
#include "sync/KeptRecord.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace handrail;

namespace {

constexpr auto none = std::nullopt;
using Days = QList<std::optional<double>>;
const QDate today(2026, 11, 18);

QJsonObject item(const char *linkId, const QJsonObject &answer)
{
    return {{QStringLiteral("linkId"), QLatin1String(linkId)}, {QStringLiteral("answer"), QJsonArray{answer}}};
}

} // namespace

/// What can be said of two weeks, four weeks, the whole program: as facts, from records as a clinic gives them.
class TestProgress final : public QObject
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

    /// A check-in at the clinic. `authored` with its offset; what is nullopt was skipped.
    void checkIn(const QString &authored, std::optional<double> craving, std::optional<double> sleep = none, const char *mood = "",
                 const char *patient = "p1", const QString &identifier = {})
    {
        QJsonArray items;
        if (craving)
            items << item("craving", {{QStringLiteral("valueInteger"), *craving}});
        if (sleep)
            items << item("sleep-hours", {{QStringLiteral("valueDecimal"), *sleep}});
        if (*mood)
            items << item("mood", {{QStringLiteral("valueCoding"), QJsonObject{{QStringLiteral("code"), QLatin1String(mood)}}}});
        QJsonObject response{{QStringLiteral("resourceType"), QStringLiteral("QuestionnaireResponse")},
                             {QStringLiteral("status"), QStringLiteral("completed")},
                             {QStringLiteral("questionnaire"), QString(dailyCheckInUrl() + QStringLiteral("|1.0.0"))},
                             {QStringLiteral("authored"), authored},
                             {QStringLiteral("item"), items}};
        if (*patient)
            response.insert(QStringLiteral("subject"),
                            QJsonObject{{QStringLiteral("reference"), QString(u"Patient/" + QString::fromLatin1(patient))}});
        if (!identifier.isEmpty())
            response.insert(QStringLiteral("identifier"),
                            QJsonObject{{QStringLiteral("system"), QStringLiteral("urn:ietf:rfc:3986")},
                                        {QStringLiteral("value"), identifier}});
        put(response);
    }

    void session(const char *status, const QString &start, const QString &end, const char *patient = "p1")
    {
        const QJsonObject actor{{QStringLiteral("reference"), QString(u"Patient/" + QString::fromLatin1(patient))}};
        put({{QStringLiteral("resourceType"), QStringLiteral("Appointment")},
             {QStringLiteral("status"), QLatin1String(status)},
             {QStringLiteral("start"), start},
             {QStringLiteral("end"), end},
             {QStringLiteral("participant"), QJsonArray{QJsonObject{{QStringLiteral("actor"), actor}}}}});
    }

    void program(const QString &start)
    {
        const QJsonObject kind{{QStringLiteral("system"), QStringLiteral("https://handrail.example/fhir/CodeSystem/careplan-kind")},
                               {QStringLiteral("code"), QStringLiteral("program")}};
        put({{QStringLiteral("resourceType"), QStringLiteral("CarePlan")},
             {QStringLiteral("status"), QStringLiteral("active")},
             {QStringLiteral("intent"), QStringLiteral("plan")},
             {QStringLiteral("category"), QJsonArray{QJsonObject{{QStringLiteral("coding"), QJsonArray{kind}}}}},
             {QStringLiteral("period"), QJsonObject{{QStringLiteral("start"), start}}}});
        QVERIFY(m_records->program());
    }

    Progress read(ProgressRange range = ProgressRange::TwoWeeks) { return progress(*m_records, m_clock, range).value(); }

private Q_SLOTS:
    void init()
    {
        m_clock.setWallClock(QDateTime(today, QTime(20, 20), QTimeZone::utc()));
        m_clock.setZone("America/New_York");
        m_store = Store::inMemory().value();
        Identity identity;
        identity.patientId = QStringLiteral("p1");
        m_records = std::make_unique<Records>(*m_store, identity);
        m_count = 0;
    }

    void nothingThereIsNothingSaid()
    {
        const Progress found = read();
        QCOMPARE(found.steps.size(), 14);
        QCOMPARE(found.from, today.addDays(-13));
        QCOMPARE(found.checkInDays, 0);
        QCOMPARE(found.craving.values, Days(14));
        QVERIFY(found.craving.trend == Series::Trend::Unsaid && found.sessions.isEmpty() && !found.isDamaged);
        QCOMPARE(read(ProgressRange::FourWeeks).steps.size(), 28);
        QCOMPARE(read(ProgressRange::Whole).steps.size(), 1);
    }

    void gapsStayGaps()
    {
        checkIn(QStringLiteral("2026-11-05T08:00:00-05:00"), 7, 5.5, "very-low");
        checkIn(QStringLiteral("2026-11-07T08:00:00-05:00"), none, none, "okay"); // the urge was skipped
        checkIn(QStringLiteral("2026-11-18T08:00:00-05:00"), 0, 0.0, "very-good");
        checkIn(QStringLiteral("2026-11-04T23:59:00-05:00"), 9); // a day too early
        const Progress found = read();
        Days craving(14);
        craving[0] = 7;
        craving[13] = 0;
        QCOMPARE(found.craving.values, craving);
        QCOMPARE(found.craving.days, 2);
        Days sleep(14);
        sleep[0] = 5.5;
        sleep[13] = 0; // no sleep is an answer, no gap
        QCOMPARE(found.sleep.values, sleep);
        Days mood(14);
        mood[0] = 0;
        mood[2] = 5;
        mood[13] = 10;
        QCOMPARE(found.mood.values, mood);
        QCOMPARE(found.moodWords.size(), 5);
        QCOMPARE(found.checkInDays, 3);
        QCOMPARE(read(ProgressRange::FourWeeks).craving.days, 3);
    }

    /// The best mood is on top, though a clinic's form lists it first, and 15 of 100 is not much. tst_score has each kind of scale.
    void aClinicsOwnScalesCount()
    {
        QByteArray options;
        for (const auto &[code, weight] : {std::pair("great", "4"), std::pair("fair", "1"), std::pair("poor", "0")})
            options += QByteArray(",{'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/ordinalValue','valueDecimal':")
                + weight + "}],'valueCoding':{'code':'" + code + "','display':'" + code + "'}}";
        const QByteArray form = "{'resourceType':'Questionnaire','url':'" + dailyCheckInUrl().toUtf8()
            + "','version':'1.0.0','status':'active','item':[{'linkId':'mood','type':'choice','text':'Mood?','answerOption':["
            + options.mid(1)
            + "]},{'linkId':'craving','type':'integer','extension':["
              "{'url':'http://hl7.org/fhir/StructureDefinition/minValue','valueInteger':0},"
              "{'url':'http://hl7.org/fhir/StructureDefinition/maxValue','valueInteger':100}]}]}";
        put(QJsonDocument::fromJson(QByteArray(form).replace('\'', '"')).object());
        checkIn(QStringLiteral("2026-11-05T08:00:00-05:00"), 15, none, "fair");
        QCOMPARE(read().mood.values.constFirst(), std::optional(2.5));
        QCOMPARE(read().craving.values.constFirst(), std::optional(1.5));
        QCOMPARE(read().moodWords.values().join(u' '), QStringLiteral("poor fair great"));
    }

    void ofOneDayTheNewestAnswerCounts()
    {
        checkIn(QStringLiteral("2026-11-16T20:00:00-05:00"), 3, 7);
        checkIn(QStringLiteral("2026-11-16T08:00:00-05:00"), 9, 4);
        // The same moment by other clocks, downloaded in any order.
        checkIn(QStringLiteral("2026-11-17T09:00:00-05:00"), 8);
        checkIn(QStringLiteral("2026-11-17T09:30:00-06:00"), none, 6); // later, and says nothing of the urge
        checkIn(QStringLiteral("2026-11-17T07:00:00-05:00"), 2, 3, "okay");
        const Progress found = read();
        QCOMPARE(found.craving.values.at(11), std::optional(3.0));
        QCOMPARE(found.sleep.values.at(11), std::optional(7.0));
        QCOMPARE(found.craving.values.at(12), std::optional(8.0));
        QCOMPARE(found.sleep.values.at(12), std::optional(6.0));
        QCOMPARE(found.mood.values.at(12), std::optional(5.0));
        QCOMPARE(found.checkInDays, 2);
    }

    /// It is a record of its own, with the safety answer and that by which it is asked.
    void aSafetyAnswerSentAheadIsNoCheckIn()
    {
        const auto sentAhead = [this](const QString &authored) {
            const QDateTime said = QDateTime::fromString(authored, Qt::ISODate);
            checkIn(authored, 9, none, "", "p1", reportIdentifier(QStringLiteral("p1"), dailyCheckInUrl(), said));
        };
        checkIn(QStringLiteral("2026-11-16T08:00:00-05:00"), 3, 7, "okay");
        sentAhead(QStringLiteral("2026-11-16T21:00:00-05:00"));
        sentAhead(QStringLiteral("2026-11-17T21:00:00-05:00")); // and no check-in that day
        const Progress found = read();
        QCOMPARE(found.craving.values.at(11), std::optional(3.0));
        QCOMPARE(found.sleep.values.at(11), std::optional(7.0));
        QCOMPARE(found.mood.values.at(11), std::optional(5.0));
        QCOMPARE(found.craving.days, 1);
        QCOMPARE(found.checkInDays, 1);
    }

    void oneIdentifierIsOneCheckIn()
    {
        const QString identifier = QStringLiteral("urn:uuid:1");
        checkIn(QStringLiteral("2026-11-16T08:00:00-05:00"), 3, none, "", "p1", identifier);
        checkIn(QStringLiteral("2026-11-16T09:00:00-05:00"), 9, none, "", "p1", identifier); // a weak server's second copy
        QCOMPARE(read().craving.values.at(11), std::optional(3.0));
    }

    void anotherPatientsNeverCounts()
    {
        checkIn(QStringLiteral("2026-11-16T08:00:00-05:00"), 9, 3, "very-low", "p2");
        checkIn(QStringLiteral("2026-11-17T08:00:00-05:00"), 9, 3, "very-low", ""); // nobody knows whose
        session("fulfilled", QStringLiteral("2026-11-16T23:00:00Z"), QStringLiteral("2026-11-17T02:00:00Z"), "p2");
        for (const ProgressRange range : {ProgressRange::TwoWeeks, ProgressRange::Whole}) {
            const Progress found = read(range);
            QCOMPARE(found.checkInDays, 0);
            QCOMPARE(found.craving.days + found.sleep.days + found.mood.days, 0);
            QVERIFY(found.sessions.isEmpty());
        }
    }

    void whatIsNoAnswerIsAGap()
    {
        checkIn(QStringLiteral("2026-11-15T08:00:00-05:00"), 11, 25, "furious"); // not in the form
        checkIn(QStringLiteral("2026-11-16T08:00:00-05:00"), -1, -2);
        const Progress found = read();
        QCOMPARE(found.craving.days + found.sleep.days + found.mood.days, 0);
        QCOMPARE(found.checkInDays, 2);
    }

    void theDayIsTheOneOnTheWallThere_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<QString>("authored");
        QTest::addColumn<int>("index"); // of 14; -1: not there
        const auto utc = [](int month, int day, int hour, int minute) {
            return QDateTime(QDate(2026, month, day), QTime(hour, minute), QTimeZone::utc());
        };
        QTest::newRow("just before midnight")
            << QByteArray("America/New_York") << utc(11, 19, 4, 59) << QStringLiteral("2026-11-18T23:58:00-05:00") << 13;
        QTest::newRow("midnight turns the page")
            << QByteArray("America/New_York") << utc(11, 19, 5, 0) << QStringLiteral("2026-11-18T23:58:00-05:00") << 12;
        QTest::newRow("the hour that comes twice, first")
            << QByteArray("America/New_York") << utc(11, 2, 12, 0) << QStringLiteral("2026-11-01T01:30:00-04:00") << 12;
        QTest::newRow("the hour that comes twice, again")
            << QByteArray("America/New_York") << utc(11, 2, 12, 0) << QStringLiteral("2026-11-01T01:30:00-05:00") << 12;
        QTest::newRow("the day of 23 hours") << QByteArray("America/New_York") << utc(3, 9, 12, 0)
                                             << QStringLiteral("2026-03-08T03:10:00-04:00") << 12;
        QTest::newRow("across the day of 25 hours")
            << QByteArray("America/New_York") << utc(11, 10, 12, 0) << QStringLiteral("2026-10-28T23:30:00-04:00") << 0;
        QTest::newRow("a day before that") << QByteArray("America/New_York") << utc(11, 10, 12, 0)
                                           << QStringLiteral("2026-10-27T23:30:00-04:00") << -1;
        QTest::newRow("answered in Tokyo, read in New York the same day")
            << QByteArray("America/New_York") << utc(11, 18, 20, 20) << QStringLiteral("2026-11-18T01:00:00+09:00") << 13;
        QTest::newRow("of a day that is still to come here")
            << QByteArray("America/New_York") << utc(11, 18, 20, 20) << QStringLiteral("2026-11-19T05:00:00+09:00") << -1;
        QTest::newRow("Kiritimati, ahead of all")
            << QByteArray("Pacific/Kiritimati") << utc(11, 18, 20, 20) << QStringLiteral("2026-11-19T08:00:00+14:00") << 13;
        QTest::newRow("Chatham, by quarters")
            << QByteArray("Pacific/Chatham") << utc(11, 18, 20, 20) << QStringLiteral("2026-11-19T00:10:00+13:45") << 13;
    }

    void theDayIsTheOneOnTheWallThere()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QDateTime, now);
        QFETCH(QString, authored);
        QFETCH(int, index);
        m_clock.setWallClock(now);
        m_clock.setZone(zone);
        checkIn(authored, 4);
        Days expected(14);
        if (index >= 0)
            expected[index] = 4;
        QCOMPARE(read().craving.values, expected);
        const bool isPast = QDate::fromString(authored.left(10), Qt::ISODate) <= read().to;
        QCOMPARE(read(ProgressRange::Whole).craving.days, isPast ? 1 : 0);
    }

    void twoYearsOfDaysInSixZones()
    {
        // Each day counts once, whatever the clocks do.
        for (const char *name :
             {"America/New_York", "America/Sao_Paulo", "Europe/London", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia"}) {
            const QTimeZone zone(name);
            m_clock.setZone(name);
            for (QDate day(2025, 1, 1); day < QDate(2027, 1, 1); day = day.addDays(1)) {
                m_clock.setWallClock(QDateTime(day, QTime(12, 0), zone).toUTC());
                const Progress found = read();
                QCOMPARE(found.to, day);
                QCOMPARE(found.steps.size(), 14);
                QCOMPARE(found.steps.first().from.daysTo(found.to), 13);
            }
        }
    }

    void onlyTheClinicSaysWhoCame()
    {
        const auto on = [this](const char *status, int day, int hour) {
            const QDateTime start(QDate(2026, 11, day), QTime(hour, 0), QTimeZone::utc());
            session(status, start.toString(Qt::ISODate), start.addSecs(3600).toString(Qt::ISODate));
        };
        on("fulfilled", 9, 23);
        on("fulfilled", 11, 23);
        on("noshow", 12, 23);
        on("booked", 13, 23);  // over, and nobody said
        on("arrived", 14, 23); // was seen at the door
        on("cancelled", 15, 23);
        on("entered-in-error", 16, 23);
        on("booked", 18, 20);    // runs now
        on("fulfilled", 20, 23); // to come, whatever it says
        on("fulfilled", 1, 23);  // before the range
        const Progress found = read();
        QCOMPARE(found.attendance.attended, 3);
        QCOMPARE(found.attendance.notAttended, 1);
        QCOMPARE(found.attendance.unmarked, 1);
        QCOMPARE(found.attendance.cancelled, 1);
        QCOMPARE(found.sessions.size(), 5);
        QCOMPARE(read(ProgressRange::Whole).attendance.attended, 4);
    }

    /// A new device has the last 90 days: what else is there before all of it has come is in no number.
    void whatMayNotAllBeHereIsNotCounted()
    {
        session("fulfilled", QStringLiteral("2026-07-06T22:00:00Z"), QStringLiteral("2026-07-06T23:00:00Z"));
        session("fulfilled", QStringLiteral("2026-11-09T22:00:00Z"), QStringLiteral("2026-11-09T23:00:00Z"));
        QVERIFY(setOlderSessions(*m_store, {today.addDays(-90), {}, {}}));
        QCOMPARE(read(ProgressRange::Whole).sessionsSince, today.addDays(-90));
        QCOMPARE(read(ProgressRange::Whole).attendance.attended, 1);
        QCOMPARE(read(ProgressRange::FourWeeks).sessionsSince, QDate()); // all of these are here
        put({{QStringLiteral("resourceType"), QStringLiteral("EpisodeOfCare")},
             {QStringLiteral("status"), QStringLiteral("active")},
             {QStringLiteral("patient"), QJsonObject{{QStringLiteral("reference"), QStringLiteral("Patient/p1")}}},
             {QStringLiteral("period"), QJsonObject{{QStringLiteral("start"), QStringLiteral("2026-07-01")}}}});
        QCOMPARE(read(ProgressRange::Whole).sessionsSince, today.addDays(-90));
        QVERIFY(setOlderSessions(*m_store, {QDate(2026, 7, 1), QDate(2026, 7, 1), {}}));
        QCOMPARE(read(ProgressRange::Whole).sessionsSince, QDate());
        QCOMPARE(read(ProgressRange::Whole).attendance.attended, 2);
    }

    void aSessionIsOnTheDayOfItsZone()
    {
        // 11 pm on the 4th in New York, the 5th by UTC: a day before the two weeks.
        session("fulfilled", QStringLiteral("2026-11-05T04:00:00Z"), QStringLiteral("2026-11-05T04:30:00Z"));
        QCOMPARE(read().attendance.attended, 0);
        m_clock.setZone("UTC");
        QCOMPARE(read().attendance.attended, 1); // an appointment that names no zone is where the device is
    }

    void theWholeProgramBeginsWithItsFirstDay()
    {
        program(QStringLiteral("2026-10-19"));
        QCOMPARE(read(ProgressRange::Whole).from, QDate(2026, 10, 19));
        QCOMPARE(read(ProgressRange::Whole).steps.size(), 31);
        checkIn(QStringLiteral("2026-10-05T08:00:00-04:00"), 3); // before it
        const Progress found = read(ProgressRange::Whole);
        QCOMPARE(found.from, QDate(2026, 10, 5));
        QCOMPARE(found.craving.values.first(), std::optional(3.0));
        checkIn(QStringLiteral("1970-01-01T08:00:00-04:00"), 3); // a clock that was never set
        QCOMPARE(read(ProgressRange::Whole).from, QDate(2026, 10, 5));
    }

    void aProgramThatIsToComeIsToday()
    {
        program(QStringLiteral("2026-12-01"));
        QCOMPARE(read(ProgressRange::Whole).from, today);
    }

    void whatWaitsHereCountsToo()
    {
        CheckIn checkIn(*m_records, m_clock, *dailyCheckInForm(*m_records));
        checkIn.setAnswer(QStringLiteral("craving"), 4.0);
        QVERIFY(checkIn.finish());
        QCOMPARE(read().craving.values.last(), std::optional(4.0));
    }

    void ownMarksStayAndAreNeverSent()
    {
        QVERIFY(setOwnMark(*m_records, today, QStringLiteral("  called\nmy sister ")));
        QVERIFY(setOwnMark(*m_records, today.addDays(-30), QString()));
        QVERIFY(setOwnMark(*m_records, today.addDays(-60), QStringLiteral("old")));
        QCOMPARE(read().marks, (OwnMarks{{today, QStringLiteral("called my sister")}}));
        const Progress found = read(ProgressRange::Whole);
        QCOMPARE(found.from, today.addDays(-60));
        QCOMPARE(found.marks.size(), 3);
        QCOMPARE(found.marks.value(today.addDays(-30)), QString()); // a star
        QVERIFY(setOwnMark(*m_records, today, QStringLiteral("swam")));
        QCOMPARE(read().marks.value(today), QStringLiteral("swam"));
        QVERIFY(removeOwnMark(*m_records, today));
        QVERIFY(removeOwnMark(*m_records, today)); // twice does no harm
        QVERIFY(read().marks.isEmpty());
        QCOMPARE(read(ProgressRange::Whole).marks.size(), 2);
        QCOMPARE(m_records->unsentCount(), 0);
        QCOMPARE(m_store->recordCount().value(), 0);
        // A hard check-in takes nothing away.
        checkIn(QStringLiteral("2026-11-18T08:00:00-05:00"), 10);
        QCOMPARE(read(ProgressRange::Whole).marks.size(), 2);
    }

    void aWordHasAnEnd()
    {
        QVERIFY(setOwnMark(*m_records, today, QString(longestOwnMark - 1, u'a') + QStringLiteral("\U0001F33F and more")));
        const QString kept = read().marks.value(today);
        QCOMPARE(kept, QString(longestOwnMark - 1, u'a')); // no half of a leaf
    }

    void whatFailsItsSealIsLeftOutAndSaid()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("store.db"));
        const StoreKey key = StoreKey::generate();
        m_store = Store::create(path, key).value();
        Identity identity;
        identity.patientId = QStringLiteral("p1");
        m_records = std::make_unique<Records>(*m_store, identity);
        checkIn(QStringLiteral("2026-11-16T08:00:00-05:00"), 3);
        checkIn(QStringLiteral("2026-11-17T08:00:00-05:00"), 4);
        QVERIFY(setOwnMark(*m_records, today, QStringLiteral("swam")));
        const auto reopen = [&](const QString &damage) {
            m_records.reset();
            m_store.reset();
            {
                QSqlDatabase file = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("damage"));
                file.setDatabaseName(path);
                QVERIFY(file.open());
                QVERIFY(QSqlQuery(file).exec(damage));
                file.close();
            }
            QSqlDatabase::removeDatabase(QStringLiteral("damage"));
            m_store = Store::open(path, key).value();
            m_records = std::make_unique<Records>(*m_store, identity);
        };
        reopen(QStringLiteral("UPDATE record SET sealed = zeroblob(200) WHERE row = 1"));
        Progress found = read();
        QCOMPARE(found.checkInDays, 1);
        QCOMPARE(found.craving.values.at(12), std::optional(4.0));
        QVERIFY(found.isDamaged);
        QCOMPARE(found.marks.size(), 1);
        reopen(QStringLiteral("UPDATE value SET sealed = zeroblob(200)"));
        found = read();
        QCOMPARE(found.checkInDays, 1);
        QVERIFY(found.isDamaged && found.marks.isEmpty());
        const Result<void> again = setOwnMark(*m_records, today, QStringLiteral("ran"));
        QVERIFY(!again && again.error().kind == ProblemKind::StoreBroken); // what is there is not written over
        m_records.reset();
        m_store.reset();
    }

    void marksAreKeptOverARestartAndSealed()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("store.db"));
        const StoreKey key = StoreKey::generate();
        Identity identity;
        identity.patientId = QStringLiteral("p1");
        {
            const auto store = Store::create(path, key).value();
            Records records(*store, identity);
            QVERIFY(setOwnMark(records, today, QStringLiteral("called my sister")));
        }
        for (const char *suffix : {"", "-wal"}) {
            QFile file(path + QLatin1String(suffix));
            if (file.open(QIODevice::ReadOnly)) {
                const QByteArray bytes = file.readAll();
                QVERIFY(!bytes.contains("sister") && !bytes.contains("2026-11"));
            }
        }
        const auto store = Store::open(path, key).value();
        Records records(*store, identity);
        QCOMPARE(ownMarks(records, today, today).value(), (OwnMarks{{today, QStringLiteral("called my sister")}}));
    }

    void aFaceStandsWhereItWasChosen()
    {
        checkIn(QStringLiteral("2026-11-17T09:00:00-05:00"), 5, none, "okay");
        QCOMPARE(read().mood.values.at(12), std::optional(5.0));
        const QString form =
            QStringLiteral(R"({"resourceType":"Questionnaire","status":"active","url":"%1","version":"2.0.0","item":[
            {"linkId":"mood","type":"choice","answerOption":[{"valueCoding":{"code":"rough"}},{"valueCoding":{"code":"okay"}}]}]})");
        put(QJsonDocument::fromJson(form.arg(dailyCheckInUrl()).toUtf8()).object());
        QCOMPARE(read().mood.values.at(12), std::optional(5.0));
        QCOMPARE(read().moodWords.size(), 2); // of today's
    }
};

QTEST_GUILESS_MAIN(TestProgress)
#include "tst_progress.moc"
