// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/ProgramWeek.h"
#include "care/Schedule.h"

#include <QTest>

using namespace handrail;
using namespace Qt::StringLiterals;

namespace {

const QTimeZone newYork("America/New_York");

Session sessionAt(const QDateTime &start, int minutes)
{
    Session session;
    session.id = QStringLiteral("s1");
    session.patientId = QStringLiteral("p1");
    session.title = QStringLiteral("Evening group");
    session.kind = SessionKind::Group;
    session.start = start;
    session.end = start.addSecs(minutes * 60);
    session.zone = newYork;
    session.place = QStringLiteral("Room 2, Harbor Street Clinic");
    return session;
}

const QDateTime start(QDate(2026, 11, 18), QTime(23, 0), QTimeZone::utc()); // 6 pm in New York

} // namespace

class TestSchedule final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSessionWithoutAnEndLastsAnHour()
    {
        Session session = sessionAt(start, 60);
        session.end = {};
        QVERIFY(isInSession(session, start.addSecs(3599)));
        QVERIFY(isOver(session, start.addSecs(3600)));
        session.end = start.addSecs(-60); // an end before the start is no end
        QVERIFY(isInSession(session, start.addSecs(60)));
    }

    void nextLeavesOutWhatIsCancelledDeclinedOverOrTimeless()
    {
        Session past = sessionAt(start.addDays(-1), 60);
        Session cancelled = sessionAt(start, 60);
        cancelled.status = SessionStatus::Cancelled;
        Session declined = sessionAt(start.addSecs(60), 60);
        declined.isDeclinedByMe = true;
        Session timeless = sessionAt(start, 60);
        timeless.start = {};
        Session next = sessionAt(start.addDays(1), 60);
        next.id = QStringLiteral("next");
        const std::optional<Session> found = nextSession({timeless, past, cancelled, declined, next}, start);
        QVERIFY(found);
        QCOMPARE(found->id, QStringLiteral("next"));
        QVERIFY(!nextSession({past, cancelled}, start));
    }

    void oneThatNobodyConfirmedIsNextWhereNoOtherComes()
    {
        Session asked = sessionAt(start, 60);
        asked.id = QStringLiteral("asked");
        asked.status = SessionStatus::Requested;
        Session booked = sessionAt(start.addDays(2), 60);
        booked.id = QStringLiteral("booked");
        QCOMPARE(nextSession({asked, booked}, start)->id, QStringLiteral("booked"));
        QCOMPARE(nextSession({asked}, start)->id, QStringLiteral("asked"));
    }

    void theCalendarSaysWhatIsNotSettled()
    {
        Session session = sessionAt(start, 60);
        QVERIFY(iCalendar(session, {}, start, {}).contains("STATUS:CONFIRMED\r\n"));
        session.status = SessionStatus::Requested;
        const QByteArray asked = iCalendar(session, {}, start, {});
        QVERIFY2(asked.contains("STATUS:TENTATIVE\r\n") && !asked.contains("TRANSP"), asked.constData());
        session.status = SessionStatus::Booked;
        session.isDeclinedByMe = true;
        const QByteArray declined = iCalendar(session, {}, start, {});
        QVERIFY2(declined.contains("STATUS:TENTATIVE\r\nTRANSP:TRANSPARENT\r\n"), declined.constData());
        session.status = SessionStatus::Cancelled;
        const QByteArray cancelled = iCalendar(session, {}, start, {});
        QVERIFY2(cancelled.contains("STATUS:CANCELLED\r\n") && !cancelled.contains("TRANSP"), cancelled.constData());
    }

    void theDayIsThatOfTheSessionsOwnWallClock()
    {
        // 11 pm UTC is still the 18th in New York, and already the 19th in Tokyo.
        Session session = sessionAt(start, 60);
        QCOMPARE(dayOf(session, QTimeZone("Asia/Tokyo")), QDate(2026, 11, 18));
        session.zone = {};
        QCOMPARE(dayOf(session, QTimeZone("Asia/Tokyo")), QDate(2026, 11, 19));
    }

    void groupsAreCountedWhenThereAreGroups()
    {
        Session group = sessionAt(start, 60);
        Session visit = sessionAt(start, 20);
        visit.kind = SessionKind::Medication;
        Session cancelled = sessionAt(start, 60);
        cancelled.status = SessionStatus::Cancelled;
        QCOMPARE(countedSessions({group, visit, cancelled}).size(), 1);
        QCOMPARE(countedSessions({visit}).size(), 1);
        Session unconfirmed = sessionAt(start, 60);
        unconfirmed.status = SessionStatus::Requested;
        QVERIFY(countedSessions({cancelled, unconfirmed}).isEmpty());
    }

    void theCalendarEntrySaysNothingWhenDiscreet()
    {
        const QByteArray event =
            iCalendar(sessionAt(start, 60), QStringLiteral("214 Harbor Street"), start, QStringLiteral("Appointment"));
        QVERIFY(event.contains("SUMMARY:Appointment\r\n"));
        QVERIFY(!event.contains("Harbor"));
        QVERIFY(!event.contains("group"));
        QVERIFY(event.contains("DTSTART:20261118T230000Z\r\n"));
        QVERIFY(event.contains("DTEND:20261119T000000Z\r\n"));
    }

    // Another server may have written it into any text.
    void noLinkComesIntoACalendar()
    {
        Session session = sessionAt(start, 60);
        session.title = QStringLiteral("Evening group https://video.example/j/1?pwd=abc now");
        session.place = QStringLiteral("Online: www.video.example/j/2");
        session.joinUrl = QUrl(QStringLiteral("https://video.example/j/3"));
        for (const QString &discreet : {QString(), QStringLiteral("Appointment")}) {
            const QByteArray event = iCalendar(session, QStringLiteral("HTTPS://video.example/j/4"), start, discreet);
            QVERIFY2(!event.contains("video.example") && !event.contains("pwd"), event.constData());
        }
        const QByteArray event = iCalendar(session, {}, start, {});
        QVERIFY(event.contains("SUMMARY:Evening group now\r\n"));
        // Also as people write it, and nothing that only looks a little like one.
        session.title = QStringLiteral("Group Meet.Example:8443/room?pwd=1 at 3/4");
        session.place = QStringLiteral("Bldg. 3/4, No.7/2, Smith St./Elm");
        const QByteArray typed = iCalendar(session, {}, start, {});
        QVERIFY2(typed.contains("SUMMARY:Group at 3/4\r\n"), typed.constData());
        QVERIFY2(typed.contains("LOCATION:Bldg. 3/4\\, No.7/2\\, Smith St./Elm\r\n"), typed.constData());
        session.title = QStringLiteral("Group zoom.example?pwd=1 host.example:8443?pwd=2 host.xn--p1ai/3 room.example#4 now");
        const QByteArray bare = iCalendar(session, {}, start, {});
        QVERIFY2(bare.contains("SUMMARY:Group now\r\n"), bare.constData());
    }

    void calendarLinesAreEscapedFoldedAndWhole()
    {
        Session session = sessionAt(start, 60);
        session.title = QStringLiteral("A; b, c\\ d\007\nBEGIN:VEVENT ") + QString(120, QChar(0x00e9));
        session.joinUrl = QUrl(QStringLiteral("https://video.harbor.example/room/1"));
        const QByteArray event = iCalendar(session, {}, start, {});
        QVERIFY(event.contains("SUMMARY:A\\; b\\, c\\\\ d\\nBEGIN:VEVENT "));
        QCOMPARE(event.count("BEGIN:VEVENT\r\n"), 1);
        QVERIFY(!event.contains("video.harbor"));
        for (const QByteArray &line : event.split('\n')) {
            QVERIFY2(line.size() <= 76, line.constData());
            QVERIFY2(!QString::fromUtf8(line).contains(QChar(0xfffd)), "a character was cut");
        }
        QCOMPARE(QByteArray(event).replace("\r\n ", "").count("\xc3\xa9"), 120);
    }

    void weeksAreCountedFromTheFirstMonday_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<int>("week");
        QTest::newRow("first day") << QDate(2026, 10, 19) << 1;
        QTest::newRow("Sunday of week 1") << QDate(2026, 10, 25) << 1;
        QTest::newRow("Monday of week 2") << QDate(2026, 10, 26) << 2;
        QTest::newRow("after the clocks went back") << QDate(2026, 11, 18) << 5;
        QTest::newRow("last day") << QDate(2027, 1, 10) << 12;
        QTest::newRow("before") << QDate(2026, 10, 18) << 0;
        QTest::newRow("after") << QDate(2027, 1, 11) << 0;
    }

    void weeksAreCountedFromTheFirstMonday()
    {
        QFETCH(QDate, day);
        QFETCH(int, week);
        Program program;
        program.start = QDate(2026, 10, 19);
        program.end = QDate(2027, 1, 10);
        const std::optional<ProgramWeek> found = programWeek(program, day);
        QCOMPARE(found ? found->week : 0, week);
        if (found)
            QCOMPARE(found->weeks, 12);
    }

    /// Begun on a Wednesday: each phase has its own weeks, and the clinic says when the next one has begun.
    void theWeekIsWithinThePhaseTheClinicMarks_data()
    {
        QTest::addColumn<int>("current"); // of the phases; -1: none
        QTest::addColumn<QDate>("day");
        QTest::addColumn<int>("week");
        QTest::newRow("first day") << 0 << QDate(2026, 12, 9) << 1;
        QTest::newRow("the Monday after") << 0 << QDate(2026, 12, 14) << 1;
        QTest::newRow("a week on") << 0 << QDate(2026, 12, 16) << 2;
        QTest::newRow("last day of the first") << 0 << QDate(2027, 2, 2) << 8;
        QTest::newRow("the day has come, and nobody has said so") << 0 << QDate(2027, 2, 3) << 8;
        QTest::newRow("nor in the weeks after") << 0 << QDate(2027, 2, 20) << 8;
        QTest::newRow("first day of the second") << 1 << QDate(2027, 2, 3) << 9;
        QTest::newRow("it was begun early") << 1 << QDate(2027, 1, 20) << 9;
        QTest::newRow("last day") << 1 << QDate(2027, 3, 2) << 12;
        QTest::newRow("none is marked") << -1 << QDate(2027, 2, 3) << 9;
    }
    void theWeekIsWithinThePhaseTheClinicMarks()
    {
        QFETCH(int, current);
        QFETCH(QDate, day);
        QFETCH(int, week);
        Program program;
        program.start = QDate(2026, 12, 9);
        program.end = QDate(2027, 3, 2);
        program.phases = {Phase{u"iop"_s, {}, PhaseStatus::NotStarted, program.start, QDate(2027, 2, 2)},
                          Phase{u"step-down"_s, {}, PhaseStatus::NotStarted, QDate(2027, 2, 3), program.end},
                          Phase{u"aftercare"_s, {}, PhaseStatus::NotStarted, QDate(2027, 3, 3), {}}};
        if (current >= 0)
            program.phases[current].status = PhaseStatus::InProgress;
        QList<int> weeks;
        for (const RailRun &run : railRuns(program))
            weeks << run.weeks;
        QCOMPARE(weeks, (QList<int>{8, 4, 0}));
        const std::optional<ProgramWeek> found = programWeek(program, day);
        QVERIFY(found);
        QCOMPARE(found->week, week);
        QCOMPARE(found->weeks, 12);
    }

    /// Between phases that have dates, one without has no place for a knob.
    void aPhaseWithoutDatesIsNotGuessed()
    {
        Program program;
        program.start = QDate(2026, 12, 9);
        program.end = QDate(2027, 3, 2);
        program.phases = {Phase{u"php"_s, {}, PhaseStatus::Completed, program.start, QDate(2026, 12, 22)},
                          Phase{u"iop"_s, {}, PhaseStatus::InProgress, {}, {}},
                          Phase{u"step-down"_s, {}, PhaseStatus::NotStarted, QDate(2027, 2, 3), program.end}};
        QVERIFY(!programWeek(program, QDate(2027, 1, 6)));
        program.phases.removeLast();
        program.phases.last().start = QDate(2026, 12, 23);
        QCOMPARE(programWeek(program, QDate(2027, 1, 6)).value().week, 5);
    }

    void anOpenPlanIsNotCounted()
    {
        Program program;
        program.start = QDate(2026, 10, 19);
        QVERIFY(!programWeek(program, QDate(2026, 11, 18)));
        program.phases = {
            Phase{QStringLiteral("iop"), QStringLiteral("IOP phase"), PhaseStatus::InProgress, QDate(2026, 10, 19), {}}};
        QCOMPARE(railRuns(program).first().weeks, 0);
        QVERIFY(railRuns(program).first().isCurrent);
        QCOMPARE(currentPhase(program)->title, QStringLiteral("IOP phase"));
    }

    void thePhaseIsTheOneTheClinicMarks()
    {
        Program program;
        program.phases = {Phase{QStringLiteral("iop"), {}, PhaseStatus::NotStarted, QDate(2026, 1, 5), QDate(2026, 2, 1)},
                          Phase{QStringLiteral("step-down"), {}, PhaseStatus::Completed, QDate(2026, 2, 2), QDate(2026, 3, 1)}};
        QVERIFY(!currentPhase(program)); // dates alone say nothing
    }
};

QTEST_GUILESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
