// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/BringUp.h"
#include "care/CheckIn.h"
#include "care/NextStep.h"
#include "care/ProgramWeek.h"
#include "care/SheetBringing.h"
#include "core/Ids.h"
#include "fakes/FakeClock.h"

#include <QTest>

using namespace handrail;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc());
const QTimeZone zone("America/New_York");

Phase phase(const QString &code, PhaseStatus status, const QDate &start = {}, const QDate &end = {})
{
    return {code, code, status, start, end};
}

} // namespace

/// Where in the program somebody is, what comes next, and the list of what to bring up.
class TestNextStep final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Store> m_store;
    std::unique_ptr<Records> m_records;
    FakeClock m_clock{now};

    Program program(QList<Phase> phases)
    {
        Program made;
        made.start = QDate(2026, 10, 19);
        made.end = QDate(2027, 1, 10);
        made.phases = std::move(phases);
        return made;
    }
    Program usual()
    {
        return program({phase(u"iop"_s, PhaseStatus::InProgress, {2026, 10, 19}, {2026, 12, 13}),
                        phase(u"step-down"_s, PhaseStatus::NotStarted, {2026, 12, 14}, {2027, 1, 10}),
                        phase(u"aftercare"_s, PhaseStatus::NotStarted, {2027, 1, 11})});
    }
    void session(const char *id, const char *kind, const QDate &day, int hour, const char *status = "booked")
    {
        const QByteArray json =
            QStringLiteral(
                R"({"resourceType":"Appointment","id":"%1","status":"%5","description":"%2","start":"%3T%4:00:00Z","end":"%3T%4:50:00Z",
            "serviceType":[{"coding":[{"system":"%6","code":"%2"}]}],
            "participant":[{"status":"accepted","actor":{"reference":"Patient/maya"}}]})")
                .arg(QLatin1String(id), QLatin1String(kind), day.toString(Qt::ISODate), QString::number(hour),
                     QLatin1String(status), canonical(u"CodeSystem/session-kind"))
                .toUtf8();
        QVERIFY(m_store->putRecords({{u"Appointment"_s, QString::fromLatin1(id), u"1"_s, now, day, json}}));
    }
    NextStep step() { return nextStep(*m_records, usual(), zone).value().value_or(NextStep()); }

private Q_SLOTS:
    void init()
    {
        m_clock = FakeClock(now);
        m_store = Store::inMemory().value();
        Identity identity;
        identity.patientId = u"maya"_s;
        m_records = std::make_unique<Records>(*m_store, identity);
    }

    void twoPhasesAtOnceCountNoWeeks()
    {
        Program both = usual();
        QVERIFY(programWeek(both, QDate(2026, 11, 18)));
        both.phases[1].status = PhaseStatus::InProgress;
        QCOMPARE(currentPhases(both).size(), 2);
        QVERIFY(!programWeek(both, QDate(2026, 11, 18)));
        QVERIFY(!currentPhase(both));
        QCOMPARE(railPhase(both), -1);
        // From which of them it would be, only the clinic can say.
        QVERIFY(!*nextStep(*m_records, both, zone));
        QCOMPARE(railPhase(usual()), 0);
        QVERIFY(*nextStep(*m_records, usual(), zone));
    }

    void nothingIsGuessedFromDates()
    {
        // The day has come, and the clinic has not said so.
        QCOMPARE(nextPhase(usual())->code, u"step-down"_s);
        Program none = usual();
        none.phases[0].status = PhaseStatus::NotStarted;
        QVERIFY(!nextPhase(none));
        QVERIFY(!isAftercare(none));
        QVERIFY(!nextPhase(program({})));
        QVERIFY(!*nextStep(*m_records, program({}), zone));
    }

    void aftercare()
    {
        Program after = usual();
        after.phases[0].status = after.phases[1].status = PhaseStatus::Completed;
        after.phases[2].status = PhaseStatus::InProgress;
        QVERIFY(isAftercare(after));
        QVERIFY(!programWeek(after, QDate(2026, 12, 30))); // the plan still has weeks, and nothing counts them
        QVERIFY(!nextPhase(after));
        QVERIFY(!isAftercare(usual()));
    }

    // Today and the reminders ask this alone.
    void howOftenTheCheckInIsAsked_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<QByteArray>("phases"); // the last one's code and status
        QTest::addColumn<QByteArray>("timing");
        QTest::addColumn<int>("days");
        const QByteArray daily = "{'period':1,'periodUnit':'d','frequency':1}";
        const QByteArray fortnight = "{'period':2,'periodUnit':'wk','frequency':1}";
        QTest::newRow("in the program") << u"active"_s << QByteArray("iop in-progress") << QByteArray() << 1;
        QTest::newRow("in the program, with a rhythm") << u"active"_s << QByteArray("iop in-progress") << fortnight << 1;
        QTest::newRow("in aftercare") << u"active"_s << QByteArray("aftercare in-progress") << QByteArray() << 7;
        QTest::newRow("in aftercare, as the clinic says") << u"active"_s << QByteArray("aftercare in-progress") << fortnight << 14;
        QTest::newRow("in aftercare, twice a week") << u"active"_s << QByteArray("aftercare in-progress")
                                                    << QByteArray("{'period':1,'periodUnit':'wk','frequency':2}") << 3;
        QTest::newRow("in aftercare, on two days of the week")
            << u"active"_s << QByteArray("aftercare in-progress") << QByteArray("{'dayOfWeek':['mon','thu']}") << 3;
        QTest::newRow("in aftercare, by the hour")
            << u"active"_s << QByteArray("aftercare in-progress") << QByteArray("{'period':12,'periodUnit':'h'}") << 1;
        QTest::newRow("in aftercare, each day") << u"active"_s << QByteArray("aftercare in-progress") << daily << 1;
        // The clinic writes a new rhythm beside the old one: that of today counts, and of two the more frequent.
        const QByteArray weekly = "{'period':1,'periodUnit':'wk','frequency':1";
        const QByteArray next = " then " + fortnight;
        const QString active = u"active"_s;
        const QByteArray aftercare = "aftercare in-progress";
        QTest::newRow("until yesterday") << active << aftercare
                                         << QByteArray(weekly + ",'boundsPeriod':{'end':'2026-11-17'}}" + next) << 14;
        QTest::newRow("until today") << active << aftercare << QByteArray(weekly + ",'boundsPeriod':{'end':'2026-11-18'}}" + next)
                                     << 7;
        QTest::newRow("from tomorrow on") << active << aftercare
                                          << QByteArray(weekly + ",'boundsPeriod':{'start':'2026-11-19'}}" + next) << 14;
        QTest::newRow("from today on") << active << aftercare
                                       << QByteArray(weekly + ",'boundsPeriod':{'start':'2026-11-18'}}" + next) << 7;
        QTest::newRow("done") << active << aftercare << QByteArray("completed " + weekly + '}' + next) << 14;
        QTest::newRow("two at once") << active << aftercare << QByteArray(fortnight + " then " + weekly + '}') << 7;
        QTest::newRow("all over") << active << aftercare << QByteArray("completed " + fortnight) << 7;
        QTest::newRow("the plan rests") << u"on-hold"_s << QByteArray("aftercare completed") << QByteArray() << 1;
        QTest::newRow("the plan is over") << u"completed"_s << QByteArray("aftercare completed") << QByteArray() << 7;
        QTest::newRow("not begun") << u"active"_s << QByteArray("iop not-started") << QByteArray() << 1;
    }
    void howOftenTheCheckInIsAsked()
    {
        QFETCH(QString, status);
        QFETCH(QByteArray, phases);
        QFETCH(QByteArray, timing);
        QFETCH(int, days);
        const auto coded = [](QStringView system, const QByteArray &code) -> QByteArray {
            return "{'coding':[{'system':'" + canonical(system).toUtf8() + "','code':'" + code + "'}]}";
        };
        QByteArray activities = "{'detail':{'code':" + coded(u"CodeSystem/program-phase", phases.split(' ').first()) + ",'status':'"
            + phases.split(' ').last() + "'}}";
        for (const QString &each : QString::fromLatin1(timing).split(u" then "_s, Qt::SkipEmptyParts)) {
            const QByteArray one = each.toLatin1();
            const bool isDone = one.startsWith("completed ");
            activities += QByteArray(",{'detail':{'status':'") + (isDone ? "completed" : "in-progress")
                + "','instantiatesCanonical':['" + dailyCheckInUrl().toUtf8()
                + "'],'scheduledTiming':{'repeat':" + (isDone ? one.mid(10) : one) + "}}}";
        }
        QByteArray json = "{'resourceType':'CarePlan','id':'p1','status':'" + status.toUtf8() + "','intent':'plan','category':["
            + coded(u"CodeSystem/careplan-kind", "program") + "],'subject':{'reference':'Patient/maya'},'activity':[" + activities
            + "]}";
        json.replace('\'', '"');
        QVERIFY(m_store->putRecords({{u"CarePlan"_s, u"p1"_s, u"1"_s, now, {}, json}}));
        QCOMPARE(checkInEvery(*m_records, now.date()), days);
    }

    void withoutADayThereAreNoWeeks()
    {
        Program undated = usual();
        undated.phases[1].start = {};
        session("a", "group", {2026, 12, 14}, 23);
        const auto found = nextStep(*m_records, undated, zone);
        QVERIFY(found && *found && !(*found)->day.isValid());
        QVERIFY((*found)->after.isEmpty());
    }

    void theTwoWeeks()
    {
        session("m1", "group", {2026, 12, 7}, 23);
        session("w1", "group", {2026, 12, 9}, 23);
        session("f1", "individual", {2026, 12, 11}, 19);
        session("x1", "group", {2026, 12, 10}, 23, "cancelled");
        session("w2", "group", {2026, 12, 16}, 23);
        session("f2", "individual", {2026, 12, 18}, 20); // an hour later
        session("before", "group", {2026, 12, 5}, 23);
        session("later", "group", {2026, 12, 21}, 23);
        const NextStep found = step();
        QCOMPARE(found.day, QDate(2026, 12, 14));
        const auto ids = [](const QList<Session> &sessions) {
            QStringList names;
            for (const Session &one : sessions)
                names << one.id;
            return names.join(u' ');
        };
        QCOMPARE(ids(found.before), u"m1 w1 f1"_s);
        QCOMPARE(ids(found.after), u"w2 f2"_s);
        QCOMPARE(ids(found.same), u"w2"_s);
    }

    void whatAWeekHolds()
    {
        session("m", "group", {2026, 11, 16}, 23);
        session("t", "education", {2026, 11, 17}, 17);
        session("w", "group", {2026, 11, 18}, 23);
        session("x", "family", {2026, 11, 19}, 17, "cancelled");
        session("n", "group", {2026, 11, 23}, 23);
        const QList<Session> all = m_records->sessions(QDate(2026, 11, 15), QDate(2026, 11, 24)).value();
        const QList<KindOfWeek> kinds = kindsOfWeek(all, QDate(2026, 11, 16), zone);
        QCOMPARE(kinds.size(), 2);
        QCOMPARE(kinds.at(0).kind, SessionKind::Group);
        QCOMPARE(kinds.at(0).sessions.size(), 2);
        QCOMPARE(kinds.at(1).sessions.size(), 1);
    }

    void theListIsASheetThatNobodySends()
    {
        QVERIFY(!bringUpList(*m_records).value());
        const QString id = keepBringUp(*m_records, m_clock, {u"List"_s, u"Label"_s, {u"Sleep"_s, u"  "_s}, u"half a th"_s}).value();
        const std::optional<OwnSheet> kept = bringUpList(*m_records).value();
        QVERIFY(kept);
        QCOMPARE(kept->id, id);
        QCOMPARE(kept->answers.first().words, QStringList{u"Sleep"_s});
        QCOMPARE(kept->answers.first().typed, u"half a th"_s);
        QVERIFY(!kept->bringing.isOn);
        QCOMPARE(m_records->unsentCount(), 0);
        QVERIFY(m_records->holdsOwnThings());
        // The same one goes on, and a new one begins only when that is asked for.
        QCOMPARE(keepBringUp(*m_records, m_clock, {u"List"_s, u"Label"_s, {u"Sleep"_s, u"Rosa"_s}, {}}).value(), id);
        QVERIFY(beginBringUpAnew(*m_records));
        QVERIFY(!bringUpList(*m_records).value());
        QVERIFY(keepBringUp(*m_records, m_clock, {u"List"_s, u"Label"_s, {u"Work"_s}, {}}).value() != id);
        QCOMPARE(ownSheets(*m_records)->sheets.size(), 2);
    }

    void aListThatWasDeletedBeginsAnew()
    {
        const QString id = keepBringUp(*m_records, m_clock, {u"List"_s, u"Label"_s, {u"Sleep"_s}, {}}).value();
        QVERIFY(deleteOwnSheet(*m_records, id, now));
        QVERIFY(keepBringUp(*m_records, m_clock, {u"List"_s, u"Label"_s, {u"Work"_s}, {}}).value() != id);
        QCOMPARE(bringUpList(*m_records).value()->answers.first().words, QStringList{u"Work"_s});
    }

    void linesThatAreTooLongOrTooMany()
    {
        QStringList lines;
        for (int i = 0; i < 200; ++i)
            lines << QString(1000, u'x') + QString::number(i);
        QVERIFY(keepBringUp(*m_records, m_clock, {u"List"_s, u"Label"_s, lines, {}}));
        const std::optional<OwnSheet> kept = bringUpList(*m_records).value();
        QCOMPARE(kept->answers.first().words.size(), mostBringUpLines);
        QCOMPARE(kept->answers.first().words.first().size(), longestBringUpLine);
    }
};

QTEST_GUILESS_MAIN(TestNextStep)
#include "tst_next_step.moc"
