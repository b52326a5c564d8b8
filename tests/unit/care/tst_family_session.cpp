// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/FamilySession.h"

#include <QTest>

using namespace handrail;

Q_DECLARE_METATYPE(handrail::FamilyMoment)

/// How a family session stands for a relative, to the second (design clinical 7.3).
class TestFamilySession final : public QObject
{
    Q_OBJECT

    static Session session(int startsIn, SessionStatus status = SessionStatus::Booked)
    {
        Session made;
        made.id = QString::number(startsIn);
        made.status = status;
        made.start = now().addSecs(startsIn);
        made.end = made.start.addSecs(50 * 60);
        made.isVideo = true;
        return made;
    }
    static QDateTime now() { return QDateTime(QDate(2026, 11, 20), QTime(22, 30), QTimeZone::utc()); }

private Q_SLOTS:
    void itsMoments_data()
    {
        QTest::addColumn<int>("after"); // seconds after the start
        QTest::addColumn<FamilyMoment>("moment");
        QTest::newRow("a day before") << -86400 << FamilyMoment::Upcoming;
        QTest::newRow("a second too early") << -601 << FamilyMoment::Upcoming;
        QTest::newRow("10 minutes before") << -600 << FamilyMoment::Open;
        QTest::newRow("a second before") << -1 << FamilyMoment::Open;
        QTest::newRow("it starts") << 0 << FamilyMoment::Begun;
        QTest::newRow("9:59") << 599 << FamilyMoment::Begun;
        QTest::newRow("10 minutes late") << 600 << FamilyMoment::Late;
        QTest::newRow("19:59") << 1199 << FamilyMoment::Late;
        QTest::newRow("20 minutes late") << 1200 << FamilyMoment::TooLate;
        QTest::newRow("the last second") << 2999 << FamilyMoment::TooLate;
        QTest::newRow("over") << 3000 << FamilyMoment::Over;
    }
    void itsMoments()
    {
        QFETCH(int, after);
        QFETCH(FamilyMoment, moment);
        QCOMPARE(familyMoment(session(-after), now()), moment);
    }

    void whatNobodyConfirmedAsksNobodyIn()
    {
        for (const int after : {-600, 0, 600, 1200})
            QCOMPARE(familyMoment(session(-after, SessionStatus::Requested), now()), FamilyMoment::Upcoming);
        QCOMPARE(familyMoment(session(-3000, SessionStatus::Requested), now()), FamilyMoment::Over);
    }

    void withoutATimeItIsToCome() { QCOMPARE(familyMoment(Session(), now()), FamilyMoment::Upcoming); }

    void onlyTheNextOneThatIsCancelledIsNews()
    {
        const Session gone = session(3600, SessionStatus::Cancelled);
        const Session comes = session(7200);
        const Session over = session(-86400, SessionStatus::Cancelled);
        QCOMPARE(nextCancelled({over, gone, comes}, now())->id, gone.id);
        QVERIFY(!nextCancelled({session(1800), gone}, now()));
        QVERIFY(!nextCancelled({over}, now()));
        QVERIFY(!nextCancelled({}, now()));
    }

    void oneWordADay()
    {
        using Presence = BusyTime::Presence;
        const QTimeZone newYork("America/New_York");
        const auto time = [](int day, int hour, Presence presence) {
            const QDateTime start(QDate(2026, 10, day), QTime(hour, 0), QTimeZone::utc());
            return BusyTime{start, start.addSecs(3600), presence, true, QDate()};
        };
        const QList<BusyTime> times{time(28, 14, Presence::Missed), time(30, 14, Presence::Missed), time(30, 16, Presence::Came),
                                    time(30, 18, Presence::Missed), time(31, 14, Presence::Untold)};
        QMap<QDate, bool> days{{QDate(2026, 10, 28), false}, {QDate(2026, 10, 30), true}};
        QCOMPARE(presenceByDay(times, newYork), days);
        // A day as a whole, from New York's midnight on, is that day wherever somebody is, also when it has 25 hours.
        const QDateTime sunday(QDate(2026, 11, 1), QTime(4, 0), QTimeZone::utc());
        days = {{QDate(2026, 11, 1), false}};
        for (const char *zone : {"America/New_York", "America/Chicago", "Asia/Manila", "Australia/Sydney", "Pacific/Kiritimati"})
            QCOMPARE(
                presenceByDay({{sunday, sunday.addSecs(25 * 3600), Presence::Missed, true, QDate(2026, 11, 1)}}, QTimeZone(zone)),
                days);
    }
};

QTEST_GUILESS_MAIN(TestFamilySession)
#include "tst_family_session.moc"
