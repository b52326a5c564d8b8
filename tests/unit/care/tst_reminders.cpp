// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "ReminderPlans.h"

#include <QHash>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace handrail {

namespace {

using Kind = Reminder::Kind;
using test::kinds;
using test::newYork;
using test::session;
using test::utc;

QDateTime local(const QDate &day, const QTime &time, const QTimeZone &zone)
{
    return instantOf(day, time, zone);
}

Assignment form(const QString &id, const QDate &from, const QDate &until = {})
{
    Assignment one;
    one.id = id;
    one.from = from;
    one.until = until;
    return one;
}

/// A person with the app running all the time: each reminder is shown at its time, and the plan is made anew after each, as after each sync.
struct Simulation {
    QTimeZone zone;
    ReminderSettings settings;
    QList<ShownReminder> shown;
    QList<Reminder> all;

    /// Steps from reminder to reminder, and at least each 6 hours, until `end`. `facts` is asked anew each time.
    void run(QDateTime now, const QDateTime &end, const std::function<ReminderFacts(const QDateTime &)> &facts,
             const std::function<void(const Reminder &)> &onShown = {})
    {
        constexpr qsizetype farTooMany = 5000;
        while (now < end && all.size() < farTooMany) {
            const ReminderFacts known = facts(now);
            const QList<Reminder> plan = planReminders(known, settings, shown, now, zone);
            const QDateTime next = now.addSecs(6 * 3600);
            if (plan.isEmpty() || plan.first().at > next) {
                now = next;
                continue;
            }
            const Reminder due = plan.first();
            now = std::max(now, due.at);
            shown << ShownReminder{now, due.keys};
            if (shown.size() > 200)
                shown.removeFirst();
            all << due;
            all.last().at = now;
            if (onShown)
                onShown(all.last());
        }
    }
};

} // namespace

class RemindersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSessionIsRemindedOfTwice()
    {
        ReminderFacts facts;
        facts.sessions = {session(utc("2026-11-19T23:00:00Z"))}; // 6 pm in New York
        const QList<Reminder> plan = planReminders(facts, {}, {}, utc("2026-11-18T12:00:00Z"), newYork);
        QCOMPARE(kinds(plan), QList<Kind>({Kind::SessionAhead, Kind::SessionSoon}));
        QCOMPARE(plan.at(0).at, utc("2026-11-18T23:00:00Z"));
        QCOMPARE(plan.at(1).at, utc("2026-11-19T21:00:00Z"));
        ReminderSettings once;
        once.perSession = 1;
        QCOMPARE(kinds(planReminders(facts, once, {}, utc("2026-11-18T12:00:00Z"), newYork)), QList<Kind>({Kind::SessionSoon}));
        once.perSession = 0;
        QVERIFY(planReminders(facts, once, {}, utc("2026-11-18T12:00:00Z"), newYork).isEmpty());
        once.perSession = 2;
        once.isOn = false;
        QVERIFY(planReminders(facts, once, {}, utc("2026-11-18T12:00:00Z"), newYork).isEmpty());
    }

    /// The room of a video session opens; that is no nudge, and not more of them.
    void aVideoSessionOpens()
    {
        ReminderFacts facts;
        Session video = session(utc("2026-11-19T23:00:00Z"));
        video.isVideo = true;
        facts.sessions = {video};
        const QDateTime now = utc("2026-11-19T17:00:00Z");
        const QList<Reminder> plan = planReminders(facts, {}, {}, now, newYork);
        QCOMPARE(kinds(plan), QList<Kind>({Kind::SessionSoon, Kind::Join}));
        QCOMPARE(plan.last().at, utc("2026-11-19T22:45:00Z"));
        QVERIFY(!plan.last().isNudge() && plan.first().isNudge());
        // After two that day it still comes, and after it two others may.
        const QList<ShownReminder> two{{now, {QStringLiteral("a")}}, {now, {QStringLiteral("b")}}};
        QCOMPARE(kinds(planReminders(facts, {}, two, now, newYork)), QList<Kind>({Kind::Join}));
        const QList<ShownReminder> shown{{plan.last().at, plan.last().keys, false}, {now, {QStringLiteral("b")}}};
        QCOMPARE(kinds(planReminders(facts, {}, shown, now, newYork)), QList<Kind>({Kind::SessionSoon}));
        // Once; late when the device slept, and not after the beginning; never in the quiet hours, cancelled or switched off.
        QCOMPARE(planReminders(facts, {}, two, utc("2026-11-19T22:55:00Z"), newYork).first().at, utc("2026-11-19T22:55:00Z"));
        QVERIFY(planReminders(facts, {}, two, utc("2026-11-19T23:00:00Z"), newYork).isEmpty());
        ReminderSettings settings;
        settings.quietFrom = QTime(17, 30);
        QVERIFY(!kinds(planReminders(facts, settings, {}, now, newYork)).contains(Kind::Join));
        settings = {};
        settings.perSession = 0;
        QVERIFY(planReminders(facts, settings, {}, now, newYork).isEmpty());
        facts.sessions[0].status = SessionStatus::Cancelled;
        QVERIFY(planReminders(facts, {}, {}, now, newYork).isEmpty());
        facts.sessions[0].status = SessionStatus::Booked;
        facts.sessions[0].isVideo = false;
        QCOMPARE(kinds(planReminders(facts, {}, {}, now, newYork)), QList<Kind>({Kind::SessionSoon}));
    }

    void inAftercareOnceAWeek()
    {
        Simulation simulation;
        simulation.zone = newYork;
        const QDateTime start = utc("2026-11-18T12:00:00Z");
        simulation.run(start, start.addDays(60), [&](const QDateTime &) {
            ReminderFacts facts;
            facts.isCheckInAsked = true;
            facts.checkInEvery = 7;
            facts.lastCheckIn = QDate(2026, 11, 18);
            return facts;
        });
        QCOMPARE(kinds(simulation.all), QList<Kind>({Kind::Weekly, Kind::Weekly, Kind::Weekly}));
        for (int week = 1; week <= 3; ++week)
            QCOMPARE(simulation.all.at(week - 1).at.toTimeZone(newYork).date(), QDate(2026, 11, 18).addDays(7 * week));
    }

    /// Whoever did not open Handrail in the evening of the day hears of it on another, once for each week.
    void inAftercareOnADayOnWhichItIsOpen()
    {
        ReminderFacts facts;
        facts.isCheckInAsked = true;
        facts.checkInEvery = 7;
        facts.lastCheckIn = QDate(2026, 11, 1);
        QList<ShownReminder> shown;
        const auto planOn = [&](int day) {
            return planReminders(facts, {}, shown, local(QDate(2026, 11, day), QTime(12, 0), newYork), newYork);
        };
        QVERIFY(planOn(5).isEmpty());
        for (const int day : {10, 15, 27}) { // 9, 14 and 26 days without one
            const QList<Reminder> plan = planOn(day);
            QCOMPARE(kinds(plan), QList<Kind>({Kind::Weekly}));
            QCOMPARE(plan.first().at, local(QDate(2026, 11, day), QTime(19, 0), newYork));
            shown << ShownReminder{plan.first().at, plan.first().keys};
            QVERIFY(planOn(day + 1).isEmpty());
        }
        shown.removeLast(); // never open in the third week either: then no more
        QVERIFY(planOn(29).isEmpty());
        facts.lastCheckIn = QDate(2026, 11, 15);
        QCOMPARE(kinds(planOn(24)), QList<Kind>({Kind::Weekly}));
    }

    void whatIsCancelledDeclinedOrBegunIsNot()
    {
        ReminderFacts facts;
        const QDateTime now = utc("2026-11-19T14:00:00Z");
        for (const SessionStatus status : {SessionStatus::Cancelled, SessionStatus::Attended, SessionStatus::NotAttended,
                                           SessionStatus::CheckedIn, SessionStatus::Requested}) { // which nobody has confirmed
            Session one = session(utc("2026-11-19T23:00:00Z"));
            one.isVideo = true;
            one.status = status;
            facts.sessions = {one};
            QVERIFY(planReminders(facts, {}, {}, now, newYork).isEmpty());
        }
        Session declined = session(utc("2026-11-19T23:00:00Z"));
        declined.isDeclinedByMe = true;
        facts.sessions = {declined, session(utc("2026-11-19T13:30:00Z")), session(QDateTime())};
        QVERIFY(planReminders(facts, {}, {}, now, newYork).isEmpty());
    }

    void aSessionThatMovesIsANewOne()
    {
        ReminderFacts facts;
        facts.sessions = {session(utc("2026-11-19T19:00:00Z"))};
        const QDateTime now = utc("2026-11-19T17:00:00Z");
        const QList<Reminder> first = planReminders(facts, {}, {}, now, newYork);
        QCOMPARE(kinds(first), QList<Kind>({Kind::SessionSoon}));
        const QList<ShownReminder> shown{{now, first.first().keys}};
        QVERIFY(planReminders(facts, {}, shown, now, newYork).isEmpty());
        facts.sessions = {session(utc("2026-11-19T22:00:00Z"))};
        const QList<Reminder> moved = planReminders(facts, {}, shown, now, newYork);
        QCOMPARE(kinds(moved), QList<Kind>({Kind::SessionSoon}));
        QCOMPARE(moved.first().at, utc("2026-11-19T20:00:00Z"));
    }

    void sessionsOfOneEveningAreOneVisit()
    {
        ReminderFacts facts;
        facts.sessions = {session(utc("2026-11-19T22:00:00Z"), newYork, 3600), session(utc("2026-11-19T23:15:00Z"), newYork, 3600),
                          session(utc("2026-11-20T00:45:00Z"), newYork, 3600)};
        QCOMPARE(kinds(planReminders(facts, {}, {}, utc("2026-11-19T14:00:00Z"), newYork)), QList<Kind>({Kind::SessionSoon}));
    }

    // Hazard H15: messages of the morning do not take the evening's word about a session.
    void newsLeavesASessionItsPlace()
    {
        const QDateTime morning = utc("2026-11-19T14:00:00Z");
        for (const bool isLeaving : {false, true}) {
            ReminderFacts facts;
            facts.sessions = {session(utc("2026-11-19T23:00:00Z"))};
            facts.sessions[0].locationId = u"room-2"_s;
            if (isLeaving)
                facts.travels.insert(placeOf(facts.sessions.first()), {Travel::Way::Car, 25, true});
            const Kind kind = isLeaving ? Kind::Leave : Kind::SessionSoon;
            QList<ShownReminder> shown;
            int told = 0;
            for (int message = 0; message < 4; ++message) { // as each comes
                const QDateTime now = morning.addSecs(message * 600LL);
                const QList<Reminder> plan = planReminders(facts, {}, shown, now, newYork, 0);
                QCOMPARE(kinds(plan), QList<Kind>{kind});
                if (nudgesLeft(plan, shown, now, newYork) > 0) {
                    shown << ShownReminder{now, {u"message"_s}};
                    ++told;
                }
            }
            QCOMPARE(told, 1);
            // After it was shown there is none left; the next day there are two, or one beside that day's session.
            const QList<Reminder> plan = planReminders(facts, {}, shown, morning, newYork, 0);
            shown << ShownReminder{plan.first().at, plan.first().keys};
            const QDateTime evening = plan.first().at;
            QCOMPARE(nudgesLeft(planReminders(facts, {}, shown, evening, newYork, 0), shown, evening, newYork), 0);
            QCOMPARE(nudgesLeft({}, shown, morning.addDays(1), newYork), mostRemindersADay);
            QCOMPARE(nudgesLeft({{kind, evening.addDays(1), {}, {}, {}}}, shown, morning.addDays(1), newYork), 1);
        }
        // Others, such as the check-in's, stand back.
        QCOMPARE(nudgesLeft({{Kind::CheckIn, morning, {}, {}, {}}}, {}, morning, newYork), mostRemindersADay);
    }

    void quietHoursMoveIt_data()
    {
        QTest::addColumn<QTime>("start");
        QTest::addColumn<QDateTime>("soon");
        const QDate day(2026, 11, 19);
        QTest::newRow("6 pm: as it is") << QTime(18, 0) << local(day, {16, 0}, newYork);
        QTest::newRow("9 am: at their end") << QTime(9, 0) << local(day, {8, 0}, newYork);
        QTest::newRow("8:30 am: just in time") << QTime(8, 30) << local(day, {8, 0}, newYork);
        QTest::newRow("8 am: the evening before") << QTime(8, 0) << local(day.addDays(-1), {20, 0}, newYork);
        QTest::newRow("1 am: the evening before") << QTime(1, 0) << local(day.addDays(-1), {20, 0}, newYork);
        QTest::newRow("11 pm: exactly at their beginning") << QTime(23, 0) << local(day, {20, 0}, newYork);
    }
    void quietHoursMoveIt()
    {
        QFETCH(QTime, start);
        QFETCH(QDateTime, soon);
        ReminderFacts facts;
        facts.sessions = {session(local(QDate(2026, 11, 19), start, newYork))};
        ReminderSettings settings;
        settings.perSession = 1;
        const QList<Reminder> plan = planReminders(facts, settings, {}, utc("2026-11-18T12:00:00Z"), newYork);
        QCOMPARE(kinds(plan), QList<Kind>({Kind::SessionSoon}));
        QCOMPARE(plan.first().at, soon);
    }

    void whoSleptThroughIt()
    {
        ReminderFacts facts;
        facts.sessions = {session(utc("2026-11-19T23:00:00Z"))};
        facts.isCheckInAsked = true;
        facts.lastCheckIn = QDate(2026, 11, 18);
        // The device wakes at 5:30 pm: the session is still told, at once. At 5:50 it is too late.
        QList<Reminder> plan = planReminders(facts, {}, {}, utc("2026-11-19T22:30:00Z"), newYork, 0);
        QCOMPARE(kinds(plan), QList<Kind>({Kind::SessionSoon, Kind::CheckIn}));
        QCOMPARE(plan.first().at, utc("2026-11-19T22:30:00Z"));
        plan = planReminders(facts, {}, {}, utc("2026-11-19T22:50:00Z"), newYork, 0);
        QCOMPARE(kinds(plan), QList<Kind>({Kind::CheckIn}));
        // The check-in's time was 7 pm: at 7:40 pm still, at 8:10 pm no more.
        QCOMPARE(kinds(planReminders(facts, {}, {}, utc("2026-11-20T00:40:00Z"), newYork, 0)), QList<Kind>({Kind::CheckIn}));
        QVERIFY(planReminders(facts, {}, {}, utc("2026-11-20T01:10:00Z"), newYork, 0).isEmpty());
    }

    void theCheckIn()
    {
        ReminderFacts facts;
        facts.isCheckInAsked = true;
        facts.since = QDate(2026, 11, 1);
        facts.lastCheckIn = QDate(2026, 11, 19);
        const QDateTime morning = utc("2026-11-19T14:00:00Z");
        // Done today: tomorrow and the day after.
        QCOMPARE(kinds(planReminders(facts, {}, {}, morning, newYork)), QList<Kind>({Kind::CheckIn, Kind::CheckIn}));
        QCOMPARE(planReminders(facts, {}, {}, morning, newYork).first().at, utc("2026-11-21T00:00:00Z"));
        facts.isCheckInAsked = false;
        QVERIFY(planReminders(facts, {}, {}, morning, newYork).isEmpty());
        facts.isCheckInAsked = true;
        ReminderSettings off;
        off.hasCheckIn = false;
        QVERIFY(planReminders(facts, off, {}, morning, newYork).isEmpty());
        // A time that lies in the quiet hours is moved out of them.
        ReminderSettings late;
        late.checkInAt = QTime(23, 0);
        QCOMPARE(planReminders(facts, late, {}, morning, newYork).first().at, utc("2026-11-21T01:30:00Z"));
    }

    void afterThreeDaysOneGentleWordAndThenSilence()
    {
        Simulation person{newYork, {}, {}, {}};
        ReminderFacts facts;
        facts.isCheckInAsked = true;
        facts.lastCheckIn = QDate(2026, 11, 1);
        person.run(utc("2026-11-01T15:00:00Z"), utc("2026-12-01T15:00:00Z"), [&](const QDateTime &) { return facts; });
        QCOMPARE(kinds(person.all), QList<Kind>({Kind::CheckIn, Kind::CheckIn, Kind::Gentle}));
        QCOMPARE(person.all.last().at, utc("2026-11-05T00:00:00Z")); // the evening of the 4th
        facts.lastCheckIn = QDate(2026, 12, 1);                      // back again
        person.all.clear();
        person.run(utc("2026-12-01T16:00:00Z"), utc("2026-12-03T15:00:00Z"), [&](const QDateTime &) { return facts; });
        QCOMPARE(kinds(person.all), QList<Kind>({Kind::CheckIn}));
    }

    /// As many days as the clinic's table says.
    void afterHowManyDaysIsSetInOnePlace()
    {
        QCOMPARE(ReminderFacts().daysWithoutCheckIn, CareConfiguration::standard().daysWithoutCheckIn);
        Simulation person{newYork, {}, {}, {}};
        ReminderFacts facts;
        facts.isCheckInAsked = true;
        facts.lastCheckIn = QDate(2026, 11, 1);
        facts.daysWithoutCheckIn = 2;
        person.run(utc("2026-11-01T15:00:00Z"), utc("2026-11-20T15:00:00Z"), [&](const QDateTime &) { return facts; });
        QCOMPARE(kinds(person.all), QList<Kind>({Kind::CheckIn, Kind::Gentle}));
    }

    void whoNeverCheckedInIsNotAskedForEver()
    {
        Simulation person{newYork, {}, {}, {}};
        ReminderFacts facts;
        facts.isCheckInAsked = true;
        facts.since = QDate(2026, 11, 1);
        person.run(utc("2026-11-01T15:00:00Z"), utc("2026-12-01T15:00:00Z"), [&](const QDateTime &) { return facts; });
        QCOMPARE(kinds(person.all), QList<Kind>({Kind::CheckIn, Kind::CheckIn, Kind::Gentle}));
    }

    void formsOnTheirFirstAndLastDay()
    {
        Simulation person{newYork, {}, {}, {}};
        ReminderFacts facts;
        facts.forms = {form(u"task/1"_s, QDate(2026, 11, 3), QDate(2026, 11, 9)), form(u"task/2"_s, QDate(2026, 11, 3))};
        person.run(utc("2026-11-01T15:00:00Z"), utc("2026-12-01T15:00:00Z"), [&](const QDateTime &) { return facts; });
        QCOMPARE(kinds(person.all), QList<Kind>({Kind::Form, Kind::Form}));
        QCOMPARE(person.all.at(0).at, utc("2026-11-04T00:00:00Z"));
        QCOMPARE(person.all.at(0).keys.size(), 2);
        QCOMPARE(person.all.at(1).at, utc("2026-11-10T00:00:00Z"));
        // The check-in's word stands for a form of that day.
        Simulation both{newYork, {}, {}, {}};
        both.run(utc("2026-11-01T15:00:00Z"), utc("2026-11-08T15:00:00Z"), [&](const QDateTime &now) {
            ReminderFacts known = facts;
            known.isCheckInAsked = true;
            known.lastCheckIn = now.toTimeZone(newYork).date().addDays(-1);
            return known;
        });
        QVERIFY(std::all_of(both.all.cbegin(), both.all.cend(), [](const Reminder &one) { return one.kind == Kind::CheckIn; }));
    }

    void whatComesSoonGoesFirst()
    {
        ReminderFacts facts;
        facts.isCheckInAsked = true;
        facts.lastCheckIn = QDate(2026, 11, 18);
        facts.sessions = {session(utc("2026-11-19T23:00:00Z")), session(utc("2026-11-20T23:00:00Z"))};
        facts.forms = {form(u"task/1"_s, QDate(2026, 11, 19))};
        QCOMPARE(kinds(planReminders(facts, {}, {}, utc("2026-11-19T14:00:00Z"), newYork, 0)),
                 QList<Kind>({Kind::SessionSoon, Kind::CheckIn}));
        facts.lastCheckIn = QDate(2026, 11, 19); // done already: tomorrow's session has its place
        QCOMPARE(kinds(planReminders(facts, {}, {}, utc("2026-11-19T14:00:00Z"), newYork, 0)),
                 QList<Kind>({Kind::SessionSoon, Kind::SessionAhead}));
    }

    void theClockLeaps()
    {
        QCOMPARE(instantOf(QDate(2026, 3, 8), QTime(2, 30), newYork), utc("2026-03-08T07:00:00Z"));  // 2:00 became 3:00
        QCOMPARE(instantOf(QDate(2026, 11, 1), QTime(1, 30), newYork), utc("2026-11-01T05:30:00Z")); // the first of two
        QCOMPARE(instantOf(QDate(2026, 3, 8), QTime(1, 59), newYork), utc("2026-03-08T06:59:00Z"));
        QCOMPARE(instantOf(QDate(2026, 3, 8), QTime(3, 0), newYork), utc("2026-03-08T07:00:00Z"));
        const QTimeZone cairo("Africa/Cairo"); // leaps at midnight
        QCOMPARE(instantOf(QDate(2026, 4, 24), QTime(0, 30), cairo), utc("2026-04-23T22:00:00Z"));
        const QTimeZone lordHowe("Australia/Lord_Howe"); // by half an hour
        QCOMPARE(instantOf(QDate(2026, 10, 4), QTime(2, 15), lordHowe), utc("2026-10-03T15:30:00Z"));
        QCOMPARE(instantOf(QDate(2026, 7, 1), QTime(12, 0), QTimeZone("America/Phoenix")), utc("2026-07-01T19:00:00Z"));
    }

    // Hazard H15: whoever has sessions hears of each in time, for two years, wherever they live, with the clock's changes in them.
    void everySessionIsRemindedOf_data()
    {
        QTest::addColumn<QByteArray>("zone");
        for (const char *zone :
             {"America/New_York", "America/Phoenix", "America/St_Johns", "Australia/Lord_Howe", "Africa/Cairo", "America/Santiago"})
            QTest::newRow(zone) << QByteArray(zone);
    }
    void everySessionIsRemindedOf()
    {
        QFETCH(QByteArray, zone);
        const QTimeZone here(zone);
        QVERIFY(here.isValid());
        const QDate first(2026, 1, 5); // a Monday
        QList<Session> sessions;
        QHash<QDateTime, bool> isTold;
        for (int day = 0; day < 730; ++day) {
            const int weekday = day % 7;
            // Evenings, mornings, one at a time when the clock may leap, and a family session on Sundays.
            for (const auto &[on, time] : {std::pair(0, QTime(18, 0)), std::pair(2, QTime(9, 0)), std::pair(3, QTime(18, 30)),
                                           std::pair(5, QTime(7, 45)), std::pair(6, QTime(2, 30))}) {
                if (on == weekday)
                    sessions << session(local(first.addDays(day), time, here), here, 3600);
            }
        }
        for (const Session &one : std::as_const(sessions))
            isTold.insert(one.start, false);
        const ReminderSettings settings;
        Simulation person{here, settings, {}, {}};
        QHash<QDate, int> perDay;
        qsizetype from = 0;
        person.run(
            local(first.addDays(-2), QTime(12, 0), here), local(first.addDays(731), QTime(12, 0), here),
            [&](const QDateTime &now) {
                while (from < sessions.size() && sessions.at(from).start < now.addDays(-1))
                    ++from;
                ReminderFacts facts;
                facts.sessions = sessions.mid(from, 8);
                facts.isCheckInAsked = true;
                facts.lastCheckIn = now.toTimeZone(here).date().addDays(-1);
                return facts;
            },
            [&](const Reminder &shown) {
                const QDateTime wall = shown.at.toTimeZone(here);
                ++perDay[wall.date()];
                if (wall.time() >= settings.quietFrom || wall.time() < settings.quietTo)
                    QTest::qFail(qPrintable(u"in the quiet hours: "_s + wall.toString()), __FILE__, __LINE__);
                if (shown.kind != Kind::SessionSoon)
                    return;
                const qint64 before = shown.at.secsTo(shown.start);
                if (isTold.value(shown.start, true) || before < 30 * 60 || before > 13 * 3600)
                    QTest::qFail(qPrintable(u"not in time: "_s + shown.start.toString()), __FILE__, __LINE__);
                isTold[shown.start] = true;
            });
        QVERIFY(!QTest::currentTestFailed());
        for (auto it = isTold.cbegin(); it != isTold.cend(); ++it)
            QVERIFY2(it.value(), qPrintable(it.key().toTimeZone(here).toString()));
        for (auto it = perDay.cbegin(); it != perDay.cend(); ++it)
            QVERIFY2(it.value() <= mostRemindersADay, qPrintable(it.key().toString()));
        QVERIFY(person.all.size() > 900); // the check-ins in between as well
    }

    // Hazard H17: 90 days with sessions each day, several forms and a restless clinic, and never more than two a day.
    void neverMoreThanTwoADay()
    {
        const QTimeZone losAngeles("America/Los_Angeles");
        const QDate first(2026, 9, 15); // with the end of summer time in it
        Simulation person{newYork, {}, {}, {}};
        QHash<QDate, int> perDay;
        int asked = 0;
        person.run(
            local(first, QTime(7, 0), newYork), local(first.addDays(90), QTime(7, 0), newYork),
            [&](const QDateTime &now) {
                ++asked;
                const QDate today = now.toTimeZone(person.zone).date();
                ReminderFacts facts;
                for (int day = 0; day < 4; ++day) {
                    for (const QTime &time : {QTime(9, 0), QTime(13, 0), QTime(18, 0)}) // each asking the clinic has moved them
                        facts.sessions << session(local(today.addDays(day), time.addSecs((asked % 5) * 420), newYork), newYork,
                                                  3600);
                }
                facts.isCheckInAsked = true;
                facts.lastCheckIn = today.addDays(-1 - asked % 3);
                for (int i = 0; i < 6; ++i)
                    facts.forms << form(u"form/%1/%2"_s.arg(i).arg(asked), today.addDays(-i), today);
                // Half way the person travels west, and back.
                person.zone = first.daysTo(today) / 20 % 2 == 1 ? losAngeles : newYork;
                return facts;
            },
            [&](const Reminder &shown) { ++perDay[shown.at.toTimeZone(person.zone).date()]; });
        QVERIFY(perDay.size() >= 85);
        for (auto it = perDay.cbegin(); it != perDay.cend(); ++it)
            QVERIFY2(it.value() <= 2, qPrintable(it.key().toString()));
    }
};

} // namespace handrail

QTEST_GUILESS_MAIN(handrail::RemindersTest)
#include "tst_reminders.moc"
