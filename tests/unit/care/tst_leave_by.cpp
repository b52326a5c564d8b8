// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "ReminderPlans.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace handrail {

namespace {

using Kind = Reminder::Kind;
using test::kinds;
using test::newYork;
using test::session;
using test::utc;

} // namespace

/// When it is time to leave: for which sessions that is told, and when.
class LeaveByTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoSaidHowLongTheWayIsIsToldWhenToGo()
    {
        // The evening before the clock goes back, and the one after.
        for (const QDate &day : {QDate(2026, 10, 31), QDate(2026, 11, 1)}) {
            Session one = session(QDateTime(day, QTime(18, 0), newYork));
            one.locationId = QStringLiteral("room-2");
            ReminderFacts facts;
            facts.sessions = {one};
            ReminderSettings settings;
            settings.perSession = 1;
            settings.hasCheckIn = false;
            const QDateTime now = QDateTime(day, QTime(9, 0), newYork).toUTC();
            QCOMPARE(kinds(planReminders(facts, settings, {}, now, newYork)), QList<Kind>{Kind::SessionSoon});
            facts.travels.insert(placeOf(one), {Travel::Way::Car, 25, true});
            const QList<Reminder> plan = planReminders(facts, settings, {}, now, newYork);
            QCOMPARE(kinds(plan), QList<Kind>{Kind::Leave}); // in the place of the other, so that there are no more
            QCOMPARE(plan.first().at.toTimeZone(newYork).time(), QTime(17, 35));
            QVERIFY(planReminders(facts, settings, {{plan.first().at, plan.first().keys}}, plan.first().at, newYork).isEmpty());
            settings.quietFrom = QTime(17, 0); // not then
            QCOMPARE(kinds(planReminders(facts, settings, {}, now, newYork)), QList<Kind>{Kind::SessionSoon});
            settings.quietFrom = QTime(21, 0);
            facts.travels.insert(placeOf(one), {Travel::Way::Car, 25, false}); // switched off
            QCOMPARE(kinds(planReminders(facts, settings, {}, now, newYork)), QList<Kind>{Kind::SessionSoon});
        }
    }

    void aSessionByVideoIsNoWayToTheClinic()
    {
        const QDateTime now = utc("2026-11-19T14:00:00Z");
        Session video = session(utc("2026-11-19T20:00:00Z"), newYork, 3600),
                there = session(utc("2026-11-19T22:00:00Z"), newYork, 3600);
        video.isVideo = true;
        there.locationId = u"room-2"_s;
        ReminderSettings settings;
        settings.perSession = 1;
        ReminderFacts facts;
        facts.travels.insert(placeOf(there), {Travel::Way::Car, 25, true});
        facts.sessions = {video, there};
        const QList<Reminder> plan = planReminders(facts, settings, {}, now, newYork);
        QCOMPARE(kinds(plan), (QList<Kind>{Kind::SessionSoon, Kind::Join, Kind::Leave}));
        QCOMPARE(plan.last().at, utc("2026-11-19T21:35:00Z"));
        // The other way round there is the way, and then a word about the second.
        there.start = utc("2026-11-19T17:00:00Z");
        there.end = utc("2026-11-19T18:30:00Z");
        facts.sessions = {there, video};
        QCOMPARE(kinds(planReminders(facts, settings, {}, now, newYork)),
                 (QList<Kind>{Kind::Leave, Kind::SessionSoon, Kind::Join}));
        // Of two at places, the way that is known, as long as it is gone before the first.
        Session early = session(utc("2026-11-19T21:50:00Z"), newYork, 300);
        early.place = u"Front desk"_s;
        there.start = utc("2026-11-19T22:00:00Z");
        there.end = utc("2026-11-19T23:00:00Z");
        facts.sessions = {early, there};
        const QList<Reminder> known = planReminders(facts, settings, {}, now, newYork);
        QCOMPARE(kinds(known), QList<Kind>{Kind::Leave});
        QCOMPARE(known.first().at, utc("2026-11-19T21:35:00Z"));
        facts.sessions[0].start = utc("2026-11-19T21:00:00Z");
        QCOMPARE(kinds(planReminders(facts, settings, {}, now, newYork)), QList<Kind>{Kind::SessionSoon});
    }
};

} // namespace handrail

QTEST_GUILESS_MAIN(handrail::LeaveByTest)
#include "tst_leave_by.moc"
