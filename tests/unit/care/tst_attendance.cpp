// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/Attendance.h"
#include "care/Schedule.h"
#include "care/Travel.h"

#include <QTest>

using namespace handrail;

namespace {

const QTimeZone newYork("America/New_York");

/// At 6 pm on the wall there, three hours long.
Session sessionOn(const QDate &day, SessionStatus status)
{
    Session session;
    session.id = day.toString(Qt::ISODate);
    session.patientId = QStringLiteral("maya");
    session.title = QStringLiteral("Evening group");
    session.status = status;
    session.start = QDateTime(day, QTime(18, 0), newYork).toUTC();
    session.end = session.start.addSecs(3 * 3600);
    session.zone = newYork;
    session.place = QStringLiteral("Room 2");
    session.locationId = QStringLiteral("room-2");
    return session;
}

} // namespace

/// What the clinic wrote down of the past, the way there, and the schedule in a calendar.
class TestAttendance final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheClinicsWordCounts()
    {
        const QDate day(2026, 11, 2);
        QList<Session> all;
        for (const SessionStatus status : {SessionStatus::Attended, SessionStatus::CheckedIn, SessionStatus::NotAttended,
                                           SessionStatus::Booked, SessionStatus::Requested, SessionStatus::Cancelled})
            all << sessionOn(day.addDays(all.size()), status);
        Session endless = sessionOn(day.addDays(6), SessionStatus::Attended);
        endless.end = {};
        Session others = sessionOn(day.addDays(7), SessionStatus::Attended);
        others.patientId = QStringLiteral("somebody");
        all << endless << others << sessionOn(day.addDays(40), SessionStatus::Attended);
        const QDateTime now(QDate(2026, 11, 20), QTime(12, 0), QTimeZone::utc());
        const QList<Session> past = pastSessions(all, QStringLiteral("maya"), now, newYork, day, day.addDays(18));
        QCOMPARE(past.size(), 6);
        const Attendance counted = attendanceOf(past);
        QCOMPARE(counted, (Attendance{3, 1, 1, 1, 0, 0, 2 * 180, 3 * 180, 1}));
    }

    /// From Monday to Sunday there, over or to come; an end that nobody gave is not guessed.
    void theHoursOfAWeek()
    {
        const QDate monday(2026, 11, 16);
        QList<Session> all{
            sessionOn(monday.addDays(-1), SessionStatus::Attended),   sessionOn(monday, SessionStatus::Attended),
            sessionOn(monday.addDays(1), SessionStatus::NotAttended), sessionOn(monday.addDays(2), SessionStatus::Booked),
            sessionOn(monday.addDays(3), SessionStatus::Cancelled),   sessionOn(monday.addDays(4), SessionStatus::Requested),
            sessionOn(monday.addDays(6), SessionStatus::Booked),      sessionOn(monday.addDays(7), SessionStatus::Booked)};
        const auto hours = [&] { return weekHours(all, QStringLiteral("maya"), newYork, monday); };
        QCOMPARE(hours(), (WeekHours{4 * 180, 180, 0}));
        all[2].patientId = QStringLiteral("somebody");
        all[3].end = all[3].start;
        QCOMPARE(hours(), (WeekHours{2 * 180, 180, 1}));
        QCOMPARE(weekHours({}, QStringLiteral("maya"), newYork, monday), WeekHours());
    }

    /// Who called it off is the clinic's word alone: a group may be cancelled for all after one could not come.
    void whoCalledItOff()
    {
        Session session = sessionOn(QDate(2026, 11, 2), SessionStatus::Cancelled);
        QCOMPARE(presenceOf(session), Presence::Cancelled);
        session.isDeclinedByMe = true;
        QCOMPARE(presenceOf(session), Presence::Cancelled);
        Session byClinic = session;
        byClinic.calledOff = CalledOff::ByClinic;
        QCOMPARE(presenceOf(byClinic), Presence::CancelledByClinic);
        Session byPatient = session;
        byPatient.calledOff = CalledOff::ByPatient;
        QCOMPARE(presenceOf(byPatient), Presence::CalledOff);
        QCOMPARE(attendanceOf({session, byClinic, byClinic, byPatient, byPatient, byPatient}),
                 (Attendance{0, 0, 0, 1, 2, 3, 0, 0, 0}));
        session.status = SessionStatus::Booked; // called off no more
        QCOMPARE(presenceOf(session), Presence::Unmarked);
    }

    /// Many a clinic never marks who came: that is no hour missed.
    void whatNobodyMarkedIsNoHour()
    {
        Session endless = sessionOn(QDate(2026, 11, 3), SessionStatus::Booked);
        endless.end = {};
        QCOMPARE(attendanceOf({sessionOn(QDate(2026, 11, 2), SessionStatus::Booked), endless}),
                 (Attendance{0, 0, 2, 0, 0, 0, 0, 0, 0}));
    }

    void theWayIsKeptForThePlace()
    {
        const std::unique_ptr<Store> store = Store::inMemory().value();
        const Session session = sessionOn(QDate(2026, 11, 18), SessionStatus::Booked);
        QVERIFY(!leaveBy(session, travels(*store)).isValid());
        QVERIFY(setTravel(*store, placeOf(session), {Travel::Way::Bus, 25, false}));
        const Travel expected{Travel::Way::Bus, 25, false};
        QCOMPARE(travels(*store).value(placeOf(session)), expected);
        QCOMPARE(leaveBy(session, travels(*store)), session.start.addSecs(-25 * 60));
        for (const int minutes : {-1, 241})
            QCOMPARE(setTravel(*store, placeOf(session), {Travel::Way::Bus, minutes, true}).error().kind, ProblemKind::BadData);
        QCOMPARE(travels(*store).value(placeOf(session)), expected);

        Session other = session;
        other.isDeclinedByMe = true;
        QVERIFY(!leaveBy(other, travels(*store)).isValid());
        other = session;
        for (const SessionStatus status : {SessionStatus::Cancelled, SessionStatus::Requested}) {
            other.status = status;
            QVERIFY(!leaveBy(other, travels(*store)).isValid());
        }
        other = session;
        other.locationId.clear();
        other.place.clear();
        QVERIFY(placeOf(other).isEmpty() && !leaveBy(other, travels(*store)).isValid());
        QVERIFY(!setTravel(*store, placeOf(other), expected));
        QVERIFY(setTravel(*store, placeOf(session), {Travel::Way::Online, 25, true}));
        QVERIFY(!leaveBy(session, travels(*store)).isValid());
        // One more than are kept: what was told longest ago goes, and not the one that is told again and again.
        for (int i = 0; i < 60; ++i) {
            QVERIFY(setTravel(*store, QString::number(100 - i), expected));
            QVERIFY(setTravel(*store, placeOf(session), {Travel::Way::Bus, 25, i % 2 == 0}));
        }
        QCOMPARE(travels(*store).size(), 50);
        QVERIFY(travels(*store).contains(placeOf(session)));
        QVERIFY(travels(*store).contains(QStringLiteral("41")) && !travels(*store).contains(QStringLiteral("92")));
        QVERIFY(store->setValue(QStringLiteral("travel"), "[}"));
        QVERIFY(travels(*store).isEmpty());
    }

    void theWholeScheduleGoesOverTheChangeOfTheClock()
    {
        // The Friday before and the Monday after it: 6 pm on the wall is 22:00, then 23:00.
        Session cancelled = sessionOn(QDate(2026, 11, 2), SessionStatus::Cancelled);
        cancelled.joinUrl = QUrl(QStringLiteral("https://video.example/room"));
        Session timeless = sessionOn(QDate(2026, 11, 3), SessionStatus::Booked);
        timeless.start = {};
        const Session before = sessionOn(QDate(2026, 10, 30), SessionStatus::Booked);
        const QDateTime now(QDate(2026, 10, 29), QTime(12, 0), QTimeZone::utc());
        const QByteArray file =
            iCalendar(QList<CalendarEntry>{{before, {}}, {cancelled, {}}, {timeless, {}}}, now, QStringLiteral("Appointment"));
        QCOMPARE(file.count("BEGIN:VCALENDAR"), 1);
        QCOMPARE(file.count("BEGIN:VEVENT"), 2);
        QVERIFY(file.contains("DTSTART:20261030T220000Z\r\nDTEND:20261031T010000Z"));
        QVERIFY(file.contains("DTSTART:20261102T230000Z\r\nDTEND:20261103T020000Z"));
        QCOMPARE(file.count("SUMMARY:Appointment\r\n"), 2);
        QCOMPARE(file.count("STATUS:CANCELLED\r\n"), 1);
        QVERIFY(!file.contains("video.example") && !file.contains("Room 2") && !file.contains("Evening"));

        // One session has one name in each export.
        const auto uidOf = [](const QByteArray &calendar) {
            const qsizetype at = calendar.indexOf("UID:");
            return calendar.mid(at, calendar.indexOf("\r\n", at) - at);
        };
        QCOMPARE(uidOf(iCalendar(before, {}, now, {})), uidOf(file));

        Session wordy = before;
        wordy.title = QString(3000, u'é');
        for (const QByteArray &line : iCalendar(QList<CalendarEntry>{{wordy, {}}}, now, {}).split('\n'))
            QVERIFY(line.size() <= 76); // with its \r
    }
};

QTEST_GUILESS_MAIN(TestAttendance)
#include "tst_attendance.moc"
