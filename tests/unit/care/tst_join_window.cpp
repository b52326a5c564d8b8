// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/JoinWindow.h"

#include <QTest>

using namespace handrail;

namespace {

Session videoAt(const QDateTime &start, int minutes)
{
    Session session;
    session.id = QStringLiteral("s1");
    session.isVideo = true;
    session.start = start.toUTC();
    session.end = session.start.addSecs(minutes * 60);
    session.zone = QTimeZone("America/New_York");
    return session;
}

} // namespace

/// When Join opens and for whom, where clocks do odd things (design clinical 7.3).
class TestJoinWindow final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aroundTheStart_data()
    {
        QTest::addColumn<int>("second"); // after the start
        QTest::addColumn<JoinState>("patient");
        QTest::addColumn<JoinState>("relative");
        const auto row = [](const char *name, int second, JoinState patient, JoinState relative) {
            QTest::newRow(name) << second << patient << relative;
        };
        using S = JoinState;
        row("15:01 before", -901, S::OpensLater, S::OpensLater);
        row("15 before", -900, S::Open, S::OpensLater);
        row("10:01 before", -601, S::Open, S::OpensLater);
        row("10 before", -600, S::Open, S::Open);
        row("9:59 after", 599, S::Open, S::Open);
        row("10 after", 600, S::OpenLate, S::OpenLate);
        row("19:59 after", 1199, S::OpenLate, S::OpenLate);
        row("20 after", 1200, S::AskFirst, S::AskFirst);
        row("a second before its end", 2999, S::AskFirst, S::AskFirst);
        row("at its end", 3000, S::Over, S::Over);
    }
    void aroundTheStart()
    {
        QFETCH(int, second);
        QFETCH(JoinState, patient);
        QFETCH(JoinState, relative);
        const QTimeZone zone("America/New_York");
        // An evening; the first minutes of a day; the hour that comes twice, and the one that does not come.
        for (const QDateTime &start :
             {QDateTime(QDate(2026, 11, 18), QTime(18, 0), zone), QDateTime(QDate(2026, 11, 19), QTime(0, 5), zone),
              QDateTime(QDate(2026, 11, 1), QTime(5, 30), QTimeZone::utc()),
              QDateTime(QDate(2026, 11, 1), QTime(6, 5), QTimeZone::utc()), QDateTime(QDate(2026, 3, 8), QTime(3, 5), zone)}) {
            const Session session = videoAt(start, 50);
            QCOMPARE(joinState(session, Role::Patient, session.start.addSecs(second)), patient);
            QCOMPARE(joinState(session, Role::Relative, session.start.addSecs(second)), relative);
        }
    }

    void overMidnightTheDayBefore()
    {
        const QTimeZone zone("America/New_York");
        const Session session = videoAt(QDateTime(QDate(2026, 11, 19), QTime(0, 5), zone), 50);
        QCOMPARE(joinOpensAt(session, Role::Patient).toTimeZone(zone), QDateTime(QDate(2026, 11, 18), QTime(23, 50), zone));
        QCOMPARE(readyFrom(session, Role::Patient).toTimeZone(zone), QDateTime(QDate(2026, 11, 18), QTime(23, 20), zone));
    }

    void overTheHourThatIsMissing()
    {
        const QTimeZone zone("America/New_York");
        const Session session = videoAt(QDateTime(QDate(2026, 3, 8), QTime(3, 5), zone), 50);
        QCOMPARE(joinOpensAt(session, Role::Relative).toTimeZone(zone), QDateTime(QDate(2026, 3, 8), QTime(1, 55), zone));
    }

    void whatIsNoVideoOpensNothing()
    {
        Session session = videoAt(QDateTime(QDate(2026, 11, 18), QTime(23, 0), QTimeZone::utc()), 50);
        session.status = SessionStatus::Cancelled;
        QCOMPARE(joinState(session, Role::Patient, session.start), JoinState::None);
        session.status = SessionStatus::Requested; // whether it is held, nobody knows
        QCOMPARE(joinState(session, Role::Relative, session.start), JoinState::None);
        session.status = SessionStatus::Booked;
        session.isVideo = false;
        QCOMPARE(joinState(session, Role::Patient, session.start), JoinState::None);
        session.isVideo = true;
        QCOMPARE(joinState(session, Role::Patient, session.start), JoinState::Open); // the clinic keeps the link until the tap
        session.start = {};
        QCOMPARE(joinState(session, Role::Patient, QDateTime::currentDateTimeUtc()), JoinState::None);
    }
};

QTEST_GUILESS_MAIN(TestJoinWindow)
#include "tst_join_window.moc"
