// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/base/FhirTime.h"
#include "clinic/base/WallClock.h"
#include "clinic/programs/Enrolment.h"
#include "clinic/records/Validator.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace handrail::clinic;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray withQuotes(QByteArray text)
{
    return text.replace('\'', '"');
}

// A program of one phase: `session` and `more` are members in JSON with ' for ".
QByteArray oneSession(const QByteArray &session, const QByteArray &more = {})
{
    return withQuotes("{'id':'p','program':'iop','title':'P','phases':[{'code':'iop','title':'I','weeks':2,'sessions':[{'id':'g',"
                      "'kind':'group','title':'G','days':['sun'],'start':'18:00','minutes':60"
                      + session + "}]}]" + more + '}');
}

Enrolment enrolmentOf(const QByteArray &json, const QDate &start, const QString &zone = u"America/New_York"_s)
{
    const ReadTemplate read = readTemplate(json);
    return Enrolment(read.program, start, QDate(2026, 10, 1), {u"o1"_s, u"Clinic"_s, *WallClock::of(zone), {}});
}

QStringList startsOf(const QList<QJsonObject> &records)
{
    QStringList starts;
    for (const QJsonObject &record : records) {
        if (record.value("resourceType"_L1) == "Appointment"_L1)
            starts << record.value("start"_L1).toString() + u'/' + record.value("end"_L1).toString();
    }
    return starts;
}

} // namespace

/// Programs as templates and what an enrolment makes of them (design api 1, 1e, 2a): the clinic's wall, its own words, and nothing guessed.
class TestEnrolment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theClocksOnTheWall_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("time");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("instant");
        const auto row = [](const char *name, const char *zone, const char *day, const char *time, WallClock::Kind kind,
                            const char *instant) {
            QTest::newRow(name) << QString::fromLatin1(zone) << QString::fromLatin1(day) << QString::fromLatin1(time) << int(kind)
                                << QString::fromLatin1(instant);
        };
        using Kind = WallClock::Kind;
        row("winter", "America/New_York", "2026-11-18", "18:00", Kind::Once, "2026-11-18T18:00:00-05:00");
        row("summer", "America/New_York", "2026-07-01", "18:00", Kind::Once, "2026-07-01T18:00:00-04:00");
        row("the evening before the change", "America/New_York", "2026-10-31", "18:00", Kind::Once, "2026-10-31T18:00:00-04:00");
        row("doubled", "America/New_York", "2026-11-01", "01:30", Kind::Doubled, "2026-11-01T01:30:00-04:00");
        row("just doubled", "America/New_York", "2026-11-01", "01:00", Kind::Doubled, "2026-11-01T01:00:00-04:00");
        row("no more doubled", "America/New_York", "2026-11-01", "02:00", Kind::Once, "2026-11-01T02:00:00-05:00");
        row("the evening after", "America/New_York", "2026-11-01", "18:00", Kind::Once, "2026-11-01T18:00:00-05:00");
        row("skipped", "America/New_York", "2027-03-14", "02:30", Kind::Skipped, "2027-03-14T03:30:00-04:00");
        row("just skipped", "America/New_York", "2027-03-14", "02:00", Kind::Skipped, "2027-03-14T03:00:00-04:00");
        row("no more skipped", "America/New_York", "2027-03-14", "03:00", Kind::Once, "2027-03-14T03:00:00-04:00");
        row("half an hour", "Australia/Lord_Howe", "2026-10-04", "02:15", Kind::Skipped, "2026-10-04T02:45:00+11:00");
        row("half an hour, doubled", "Australia/Lord_Howe", "2027-04-04", "01:45", Kind::Doubled, "2027-04-04T01:45:00+11:00");
        row("no change ever", "America/Phoenix", "2027-03-14", "02:30", Kind::Once, "2027-03-14T02:30:00-07:00");
    }
    void theClocksOnTheWall()
    {
        QFETCH(QString, zone);
        QFETCH(QString, day);
        QFETCH(QString, time);
        QFETCH(int, kind);
        QFETCH(QString, instant);
        const auto clock = WallClock::of(zone);
        QVERIFY(clock);
        const QDate date = QDate::fromString(day, Qt::ISODate);
        const QTime wall = QTime::fromString(time, u"HH:mm"_s);
        const WallClock::Moment moment = clock->at(date, wall);
        QCOMPARE(int(moment.kind), kind);
        QCOMPARE(clock->instant(date, wall), instant);
        QCOMPARE(WallClock::instant(moment.utc, moment.offset), instant);
        const auto read = readTime(instant, TimeForm::Instant);
        QVERIFY(read);
        QCOMPARE(moment.utc, read->low);
        if (moment.kind == WallClock::Kind::Doubled)
            QVERIFY(moment.laterUtc() > moment.utc);
    }

    void zonesThatAreNone()
    {
        for (const QString &zone : {QString(), u"Mars/Olympus"_s, u"New York"_s})
            QVERIFY(!WallClock::of(zone));
    }

    // Evenings stay evenings.
    void wallTimesStayAcrossTheChange()
    {
        const QByteArray evening = oneSession({});
        QCOMPARE(startsOf(enrolmentOf(evening, QDate(2026, 10, 25)).recordsFor({u"a"_s, {}, {}})),
                 (QStringList{u"2026-10-25T18:00:00-04:00/2026-10-25T19:00:00-04:00"_s,
                              u"2026-11-01T18:00:00-05:00/2026-11-01T19:00:00-05:00"_s}));
        const QByteArray night = withQuotes(QByteArray(oneSession({})).replace("18:00", "02:30"));
        // Skipped: as much later as the clocks jump, and as long as ever.
        QCOMPARE(startsOf(enrolmentOf(night, QDate(2027, 3, 14)).recordsFor({u"a"_s, {}, {}})).first(),
                 u"2027-03-14T03:30:00-04:00/2027-03-14T04:30:00-04:00"_s);
        // Doubled: the first, and an hour that goes over the change ends by the clock as it is then.
        const QByteArray doubled = withQuotes(QByteArray(oneSession({})).replace("18:00", "01:30"));
        QCOMPARE(startsOf(enrolmentOf(doubled, QDate(2026, 11, 1)).recordsFor({u"a"_s, {}, {}})).first(),
                 u"2026-11-01T01:30:00-04:00/2026-11-01T01:30:00-05:00"_s);
    }

    void weeksAreCountedFromTheFirstDay()
    {
        // From a Wednesday: no day of the first week is lost, none comes twice.
        const QByteArray json = withQuotes(QByteArray(oneSession({})).replace("[\"sun\"]", "[\"mon\",\"wed\",\"thu\"]"));
        QStringList days;
        for (const QString &start : startsOf(enrolmentOf(json, QDate(2026, 12, 2)).recordsFor({u"a"_s, {}, {}})))
            days << start.left(10);
        QCOMPARE(
            days,
            (QStringList{u"2026-12-02"_s, u"2026-12-03"_s, u"2026-12-07"_s, u"2026-12-09"_s, u"2026-12-10"_s, u"2026-12-14"_s}));
        const QByteArray closed = oneSession({}, ",'closed':['2026-12-06']");
        QCOMPARE(startsOf(enrolmentOf(closed, QDate(2026, 12, 2)).recordsFor({u"a"_s, {}, {}})).size(), 1);
    }

    void allThatComesWithTheProgramIsGoodAndValid()
    {
        const TypeTable types;
        const Validator validator(types);
        QCOMPARE(builtInPrograms().size(), 2);
        for (const QString &id : builtInPrograms()) {
            const ReadTemplate read = readTemplate(builtInProgram(id));
            QVERIFY2(read.wrong.isEmpty(), qPrintable(read.wrong.join(u'\n')));
            QCOMPARE(read.program.id, id);
            const QDate start(2026, 12, 7);
            const Enrolment enrolment(read.program, start, QDate(2026, 12, 7),
                                      {u"o1"_s, u"Clinic"_s, *WallClock::of(u"America/New_York"_s), {}});
            QSet<QString> ids, other;
            QSet<QString> shared;
            for (const QJsonObject &record : enrolment.recordsFor({u"p1"_s, u"Ann"_s, u"t1"_s})) {
                const QList<Issue> issues = validator.check(record);
                QVERIFY2(issues.isEmpty(),
                         issues.isEmpty() ? "" : qPrintable(issues.first().expression + QLatin1String(issues.first().text)));
                QVERIFY(isId(record.value("id"_L1).toString()));
                const QByteArray text = QJsonDocument(record).toJson(QJsonDocument::Compact);
                QVERIFY(text.contains("42CFRPart2"));
                QVERIFY(!ids.contains(record.value("id"_L1).toString()));
                ids.insert(record.value("id"_L1).toString());
                if (record.value("resourceType"_L1) == "Appointment"_L1) {
                    QVERIFY(text.contains("America/New_York"));
                    shared.insert(record.value("identifier"_L1)[0]["value"_L1].toString());
                }
            }
            int together = 0;
            for (const QJsonObject &record : enrolment.recordsFor({u"p2"_s, u"Bo"_s, {}})) {
                const QByteArray text = QJsonDocument(record).toJson(QJsonDocument::Compact);
                QVERIFY(!text.contains("Patient/p1") && !text.contains("Ann"));
                other.insert(record.value("id"_L1).toString());
                const QString session = record.value("identifier"_L1)[0]["value"_L1].toString();
                const bool isAlone = text.contains("\"individual\"") || text.contains("\"family\"");
                if (record.value("resourceType"_L1) != "Appointment"_L1)
                    continue;
                QCOMPARE(shared.contains(session), !isAlone); // who comes together has the same session, and nobody else
                together += isAlone ? 0 : 1;
            }
            QVERIFY(together > 10);
            QVERIFY(!ids.intersects(other));
            // The same again is the same.
            const Enrolment again(read.program, start, QDate(2026, 12, 7),
                                  {u"o1"_s, u"Clinic"_s, *WallClock::of(u"America/New_York"_s), {}});
            QCOMPARE(again.recordsFor({u"p1"_s, u"Ann"_s, u"t1"_s}), enrolment.recordsFor({u"p1"_s, u"Ann"_s, u"t1"_s}));
            QVERIFY(Enrolment(read.program, start.addDays(7), start, {u"o1"_s, {}, *WallClock::of(u"America/New_York"_s), {}})
                        .episodeId(u"p1"_s)
                    != enrolment.episodeId(u"p1"_s));
        }
    }

    // An id stands in links and logs.
    void theIdOfASessionDoesNotSayWhichItIs()
    {
        const QByteArray two = ",'days':['sun'],'start':'18:00','minutes':60}";
        const QByteArray json =
            withQuotes("{'id':'p','program':'iop','title':'P','phases':[{'code':'iop','title':'I','weeks':2,'sessions':["
                       "{'id':'group','kind':'group','title':'G'"
                       + two + ",{'id':'individual','kind':'individual','title':'O'" + two
                       + ",{'id':'family','kind':'family','title':'F'" + two + "]}]}");
        const auto idsOf = [&](const QString &patient) {
            QStringList ids;
            for (const QJsonObject &record : enrolmentOf(json, QDate(2026, 12, 6)).recordsFor({patient, {}, {}})) {
                if (record.value("resourceType"_L1) == "Appointment"_L1)
                    ids << record.value("id"_L1).toString();
            }
            return ids;
        };
        const QStringList ids = idsOf(u"a"_s);
        QCOMPARE(ids.size(), 6);
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 6); // at one time, and yet each its own
        for (const QString &id : ids) {
            for (const QString &word : {u"group"_s, u"individual"_s, u"family"_s})
                QVERIFY2(!id.contains(word), qPrintable(id));
        }
        QCOMPARE(idsOf(u"a"_s), ids);
    }

    void phasesFollowOneAnother()
    {
        const ReadTemplate read = readTemplate(builtInProgram(u"evening-iop"_s));
        const auto recordsOn = [&](const QDate &today) {
            return Enrolment(read.program, QDate(2026, 12, 7), today, {u"o1"_s, u"C"_s, *WallClock::of(u"America/New_York"_s), {}})
                .recordsFor({u"p1"_s, u"Ann"_s, u"t1"_s});
        };
        const QJsonObject plan = recordsOn(QDate(2026, 12, 7)).at(1);
        QStringList phases;
        for (const QJsonValue &each : plan.value("activity"_L1).toArray()) {
            const QJsonValue detail = each["detail"_L1];
            phases << QStringList{detail["code"_L1]["coding"_L1][0]["code"_L1].toString(), detail["status"_L1].toString(),
                                  detail["scheduledPeriod"_L1]["start"_L1].toString(),
                                  detail["scheduledPeriod"_L1]["end"_L1].toString()}
                          .join(u' ');
        }
        QCOMPARE(phases,
                 (QStringList{u"iop in-progress 2026-12-07 2027-01-31"_s, u"step-down not-started 2027-02-01 2027-02-28"_s,
                              u"aftercare not-started 2027-03-01 "_s}));
        QCOMPARE(plan.value("category"_L1)[0]["coding"_L1][0]["code"_L1].toString(), u"program"_s);
        QCOMPARE(recordsOn(QDate(2026, 12, 7)).first().value("status"_L1).toString(), u"active"_s);
        // What has not begun is not said to have.
        QCOMPARE(recordsOn(QDate(2026, 12, 1)).first().value("status"_L1).toString(), u"planned"_s);
        QVERIFY(!QJsonDocument(recordsOn(QDate(2026, 12, 1)).at(1)).toJson().contains("in-progress"));
    }

    void aProgramThatIsWrongSaysWhere_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("wrong");
        const auto row = [](const char *name, const QByteArray &json, const char *wrong) {
            QTest::newRow(name) << json << QString::fromLatin1(wrong);
        };
        const QByteArray good = oneSession({});
        const auto with = [&](const char *from, const char *to) { return QByteArray(good).replace(from, withQuotes(to)); };
        row("good", good, "");
        row("not JSON", "{", "not one JSON object");
        row("a list", "[]", "not one JSON object");
        row("long", QByteArray(300'000, ' '), "too long");
        row("no phases", withQuotes("{'id':'p','program':'iop','title':'P','phases':[]}"), "phases: at least one");
        row("unknown member", oneSession(",'colour':'red'"), "phases[0].sessions[0].colour: this is not known");
        row("unknown day", with("\"sun\"", "'someday'"), "days: each one of mon");
        row("a day twice", with("\"sun\"", "'sun','sun'"), "days: each one of mon");
        row("no day", with("\"sun\"", ""), "days: at least one");
        row("a bad time", with("18:00", "25:00"), "start: expected a time");
        row("no minutes", with(",\"minutes\":60", ""), "minutes: expected a number");
        row("minutes as words", with(":60", ":'60'"), "minutes: expected a number");
        row("no end of it", with(":60", ":6000"), "minutes: expected a number");
        row("unknown kind", with("\"group\"", "'party'"), "kind: expected one of");
        row("unknown program", with("\"program\":\"iop\"", "'program':'spa'"), "program: expected one of");
        row("no title", with("\"title\":\"G\"", "'title':''"), "title: expected words");
        row("no English", with("\"title\":\"G\"", "'title':{'es':'G'}"), "title: expected words");
        row("two of one id",
            with("\"sessions\":[",
                 "'sessions':[{'id':'g','kind':'group','title':'x','days':['mon'],'start':'10:00','minutes':30},"),
            "each id once");
        row("a link that is none", oneSession(",'video':'javascript:x'"), "video: expected true, or an https");
        row("years of it", with("\"weeks\":2", "'weeks':500"), "weeks: expected a number");
        row("every 0", oneSession(",'every':0"), "every: expected a number");
        row("a bad holiday", oneSession({}, ",'closed':['Christmas']"), "closed: expected days");
    }
    void aProgramThatIsWrongSaysWhere()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, wrong);
        const ReadTemplate read = readTemplate(json);
        QCOMPARE(read.wrong.isEmpty(), wrong.isEmpty());
        QVERIFY2(wrong.isEmpty() || read.wrong.join(u'\n').contains(wrong), qPrintable(read.wrong.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestEnrolment)
#include "tst_enrolment.moc"
