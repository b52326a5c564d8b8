// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "EnrolBench.h"
#include "clinic/programs/PhaseDesk.h"

#include <QJsonDocument>
#include <QTest>

using namespace handrail;
using namespace handrail::clinic;
using namespace Qt::Literals::StringLiterals;

/// Enrolment against what is stored, on a day that the test says.
class TestEnrolDesk : public QObject, private EnrolBench
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        openClinic();
        for (const char *id : {"a", "b", "c", "m"})
            putPatient(id);
        write("{'resourceType':'CareTeam','id':'t1','status':'active','subject':{'reference':'Patient/a'}}");
    }

    void aPlannedProgramBeginsOnItsDay()
    {
        const QDate start(2026, 3, 9); // a week after the clock's day
        const Enrolled planned = enrol(u"a"_s, start);
        QCOMPARE(planned.state, Enrolled::State::Enrolled);
        QCOMPARE(planned.ahead, start); // what staff have to do on that day is said
        const QString id = planned.episode;
        QCOMPARE(enrol(u"a"_s, start).state, Enrolled::State::There);
        QCOMPARE(enrol(u"a"_s, start).ahead, start);
        QCOMPARE(statusOf(id), u"planned"_s);
        QCOMPARE(firstPhaseOf(id), u"not-started"_s);
        QCOMPARE(currentRecord(m_records, u"EpisodeOfCare"_s, id)["team"_L1][0]["reference"_L1].toString(), u"CareTeam/t1"_s);
        // The evening before, on the clinic's wall: in UTC it is the day already.
        m_clock.setWallClock(QDateTime(QDate(2026, 3, 9), QTime(2, 0), Qt::UTC));
        QCOMPARE(enrol(u"a"_s, start).state, Enrolled::State::There);
        m_clock.setWallClock(QDateTime(QDate(2026, 3, 9), QTime(12, 0), Qt::UTC));
        const Enrolled begun = enrol(u"a"_s, start);
        QCOMPARE(begun.state, Enrolled::State::Begun);
        QVERIFY(!begun.ahead.isValid());
        QCOMPARE(begun.counts.value(u"Appointment"_s), 0);
        QCOMPARE(statusOf(id), u"active"_s);
        QCOMPARE(firstPhaseOf(id), u"in-progress"_s);
        QCOMPARE(enrol(u"a"_s, start).state, Enrolled::State::There);
        QVERIFY(!enrol(u"a"_s, start).ahead.isValid());
    }

    void otherDaysAreAnotherEnrolment()
    {
        QCOMPARE(enrol(u"b"_s, QDate(2026, 3, 9)).state, Enrolled::State::Enrolled);
        QCOMPARE(enrol(u"b"_s, QDate(2026, 6, 1)).state, Enrolled::State::Elsewhere); // aftercare is open
        const QString id = enrol(u"b"_s, QDate(2026, 3, 9)).episode;
        QJsonObject episode = currentRecord(m_records, u"EpisodeOfCare"_s, id);
        episode.insert(u"status"_s, u"finished"_s);
        write(QJsonDocument(episode).toJson());
        QCOMPARE(enrol(u"b"_s, QDate(2026, 6, 1)).state, Enrolled::State::Enrolled);
        // The one that was ended stays ended, and is not made anew.
        QCOMPARE(enrol(u"b"_s, QDate(2026, 3, 9)).state, Enrolled::State::Ended);
        QCOMPARE(statusOf(id), u"finished"_s);
    }

    // What follows cannot be done: nothing of the patient is there.
    void anEnrolmentIsWholeOrNotAtAll()
    {
        EnrolDesk desk(m_records, m_program, QDate(2026, 3, 9), [](const Enrolled &enrolled) {
            return enrolled.patient == u"c"_s ? Result<void>(problem(ProblemKind::StoreFull)) : Result<void>();
        });
        QList<Enrolled> told;
        desk.enrol({u"c"_s, u"c"_s}, [&](const Enrolled &each) { told << each; });
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().state, Enrolled::State::NotStored);
        QCOMPARE(told.first().detail, u"the disk is full"_s);
        QVERIFY(currentRecord(m_records, u"EpisodeOfCare"_s, told.first().episode).isEmpty());
        Statement left =
            m_database.statement(u"SELECT count(*) FROM compartment WHERE owner = 'Patient/c' AND type <> 'Patient'"_s);
        QVERIFY(left.run() && left.next());
        QCOMPARE(left.number(0), 0);
    }

    // Only the clinic says so, for a day that is there; and each time one phase goes on.
    void theNextPhaseBegins()
    {
        using State = PhaseStep::State;
        m_clock.setWallClock(QDateTime(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC));
        putPatient("d");
        PhaseDesk desk(m_records);
        QCOMPARE(desk.next(u"nobody"_s, {}).state, State::NotAPatient);
        QCOMPARE(desk.next(u"d"_s, {}).state, State::NotEnrolled);
        const QDate start(2026, 3, 9);
        const QString id = enrol(u"d"_s, start).episode;
        QCOMPARE(desk.next(u"d"_s, {}).state, State::NotEnrolled); // planned, and not begun
        m_clock.setWallClock(QDateTime(QDate(2026, 3, 9), QTime(12, 0), Qt::UTC));
        QCOMPARE(enrol(u"d"_s, start).state, Enrolled::State::Begun);
        QCOMPARE(desk.next(u"d"_s, {}).state, State::DayTaken); // began today
        // The plan says May 4; it begins two days later.
        m_clock.setWallClock(QDateTime(QDate(2026, 5, 7), QTime(2, 0), Qt::UTC)); // still the 6th at the clinic
        QCOMPARE(phasesOf(id), u"in-progress 2026-03-09 2026-05-03,not-started 2026-05-04 2026-05-31,not-started 2026-06-01 "_s);
        QCOMPARE(desk.next(u"d"_s, QDate(2026, 5, 7)).state, State::DayAhead);
        QCOMPARE(desk.next(u"d"_s, QDate(2026, 3, 9)).state, State::DayTaken);
        QCOMPARE(phasesOf(id), u"in-progress 2026-03-09 2026-05-03,not-started 2026-05-04 2026-05-31,not-started 2026-06-01 "_s);
        const PhaseStep begun = desk.next(u"d"_s, {});
        QCOMPARE(begun.state, State::Begun);
        QCOMPARE(begun.cancelled, 0);                            // late
        QVERIFY(begun.ended.isEmpty() && begun.begun.isEmpty()); // step-down is of the same level of care
        QCOMPARE(statusOf(id), u"active"_s);
        QCOMPARE(begun.plan, QString(id + u"-plan"));
        QCOMPARE(begun.day, QDate(2026, 5, 6));
        QCOMPARE(phasesOf(id), u"completed 2026-03-09 2026-05-05,in-progress 2026-05-06 2026-05-31,not-started 2026-06-01 "_s);
        QCOMPARE(desk.next(u"d"_s, {}).state, State::DayTaken); // twice on one day
        // A phase that began after it was to end has no end that anybody said.
        QCOMPARE(desk.next(u"d"_s, QDate(2026, 5, 5)).state, State::DayTaken);
        m_clock.setWallClock(QDateTime(QDate(2026, 6, 10), QTime(12, 0), Qt::UTC));
        const PhaseStep after = desk.next(u"d"_s, QDate(2026, 6, 8));
        QCOMPARE(after.state, State::Begun);
        // Aftercare is another level: the program is over, and what comes after it has begun.
        QCOMPARE(after.ended, id);
        const QJsonObject program = currentRecord(m_records, u"EpisodeOfCare"_s, id);
        QCOMPARE(program["status"_L1].toString(), u"finished"_s);
        QCOMPARE(program["period"_L1]["end"_L1].toString(), u"2026-06-07"_s);
        QCOMPARE(program["statusHistory"_L1].toArray().last()["period"_L1]["end"_L1].toString(), u"2026-06-07"_s);
        const QJsonObject level = currentRecord(m_records, u"EpisodeOfCare"_s, after.begun);
        QCOMPARE(level["status"_L1].toString(), u"active"_s);
        QCOMPARE(level["type"_L1][0]["coding"_L1][0]["code"_L1].toString(), u"op"_s);
        QCOMPARE(level["type"_L1][0]["text"_L1].toString(), u"Aftercare"_s);
        QCOMPARE(level["period"_L1].toObject(), (QJsonObject{{u"start"_s, u"2026-06-08"_s}}));
        QCOMPARE(level["patient"_L1], program["patient"_L1]);
        QCOMPARE(level["identifier"_L1],
                 program["identifier"_L1]); // a schedule for those who were enrolled together reaches them still
        QCOMPARE(enrol(u"d"_s, start).state, Enrolled::State::There);
        QCOMPARE(phasesOf(id), u"completed 2026-03-09 2026-05-05,completed 2026-05-06 2026-06-07,in-progress 2026-06-08 "_s);
        QCOMPARE(desk.next(u"d"_s, {}).state, State::LastPhase);
        // A plan that says two things at once, one that has ended, two plans.
        QJsonObject plan = currentRecord(m_records, u"CarePlan"_s, id + u"-plan");
        QJsonObject both = plan;
        QByteArray text = QJsonDocument(plan).toJson(QJsonDocument::Compact);
        write(text.replace("\"completed\"", "\"in-progress\""));
        QCOMPARE(desk.next(u"d"_s, {}).state, State::SeveralPhases);
        plan.insert(u"status"_s, u"completed"_s);
        write(QJsonDocument(plan).toJson());
        QCOMPARE(desk.next(u"d"_s, {}).state, State::NoPlan);
        both.insert(u"id"_s, u"other"_s);
        both.remove(u"identifier"_s);
        plan.insert(u"status"_s, u"active"_s);
        write(QJsonDocument(plan).toJson());
        write(QJsonDocument(both).toJson());
        QCOMPARE(desk.next(u"d"_s, {}).state, State::SeveralPlans);
    }

    // A phase that begins early: nothing that was made for the one before is held, wherever staff moved it. All else stays.
    void whatIsLeftOfThePhaseBeforeIsOff()
    {
        m_clock.setWallClock(QDateTime(QDate(2026, 3, 9), QTime(12, 0), Qt::UTC));
        putPatient("k");
        const QString made = enrol(u"k"_s, QDate(2026, 3, 9)).episode + u'-';
        const auto withStatus = [&](const QString &status) {
            QStringList ids, found;
            {
                Statement rows = m_database.statement(
                    u"SELECT r.id FROM compartment c JOIN resource r ON r.row = c.row WHERE c.owner = 'Patient/k' AND "
                    "c.type = 'Appointment' ORDER BY r.id"_s);
                for (bool hasRow = rows.run() && rows.next(); hasRow; hasRow = rows.next())
                    ids << rows.text(0);
            }
            for (const QString &id : std::as_const(ids)) {
                if (currentRecord(m_records, u"Appointment"_s, id)["status"_L1].toString() == status)
                    found << id;
            }
            return found;
        };
        // Made for a day from `first` to before `end`.
        const auto among = [&](QStringList ids, const QString &first, const QString &end) {
            ids.removeIf([&](const QString &id) { return id < QString(made + first) || id >= QString(made + end); });
            return ids;
        };
        const auto move = [&](const QString &id, const QString &day) {
            QJsonObject json = currentRecord(m_records, u"Appointment"_s, id);
            json.insert(u"start"_s, QString(day + u"T18:00:00-04:00"));
            json.insert(u"end"_s, QString(day + u"T19:00:00-04:00"));
            write(QJsonDocument(json).toJson());
        };
        const QStringList all = withStatus(u"booked"_s), off = among(all, u"20260413"_s, u"20260504"_s),
                          later = among(all, u"20260504"_s, u"9"_s);
        QVERIFY(off.size() > 4 && later.size() > 4);
        move(off.last(), u"2026-05-20"_s);
        move(later.first(), u"2026-04-30"_s);
        write("{'resourceType':'Appointment','id':'doctor','status':'booked','start':'2026-04-21T15:00:00Z','end':"
              "'2026-04-21T16:00:00Z','participant':[{'actor':{'reference':'Patient/k'},'status':'accepted'}]}");
        m_clock.setWallClock(QDateTime(QDate(2026, 4, 13), QTime(12, 0), Qt::UTC));
        const PhaseStep begun = PhaseDesk(m_records).next(u"k"_s, {});
        QCOMPARE(begun.state, PhaseStep::State::Begun);
        QCOMPARE(begun.planned, QDate(2026, 5, 4));
        QCOMPARE(withStatus(u"cancelled"_s), off);
        QCOMPARE(withStatus(u"booked"_s).size(), all.size() - off.size() + 1);
        QVERIFY(withStatus(u"booked"_s).contains(u"doctor"_s));
        QCOMPARE(begun.cancelled, int(off.size()));
        QCOMPARE(begun.leftOver, 1);
        QCOMPARE(begun.early, 0);
        QVERIFY(!begun.bareFrom.isValid()); // the doctor's is booked
    }

    // Nobody is asked on for what belongs to the phase that is over; and staff learn that nothing is booked for weeks.
    void whatThePhaseBeforeAskedForIsOff()
    {
        m_clock.setWallClock(QDateTime(QDate(2026, 3, 9), QTime(12, 0), Qt::UTC));
        putPatient("l");
        const QString made = enrol(u"l"_s, QDate(2026, 3, 9)).episode + u'-';
        const auto taskOf = [&](const QString &name) {
            return currentRecord(m_records, u"Task"_s, made + name)["status"_L1].toString();
        };
        QJsonObject answered = currentRecord(m_records, u"Task"_s, made + u"worry-w20260427");
        answered.insert(u"status"_s, u"completed"_s);
        write(QJsonDocument(answered).toJson());
        QJsonObject other = answered; // not of the enrolment's making
        other.insert(u"id"_s, u"worry-w20260420"_s);
        other.insert(u"status"_s, u"requested"_s);
        write(QJsonDocument(other).toJson());
        m_clock.setWallClock(QDateTime(QDate(2026, 4, 15), QTime(12, 0), Qt::UTC));
        const PhaseStep begun = PhaseDesk(m_records).next(u"l"_s, {});
        QCOMPARE(begun.state, PhaseStep::State::Begun);
        QCOMPARE(begun.tasks, 1);
        QCOMPARE(taskOf(u"worry-w20260413"_s), u"requested"_s); // of this week
        QCOMPARE(taskOf(u"worry-w20260420"_s), u"cancelled"_s);
        QCOMPARE(taskOf(u"worry-w20260427"_s), u"completed"_s);
        QCOMPARE(taskOf(u"mood-w20260420"_s), u"requested"_s); // the next phase asks for it too
        QCOMPARE(currentRecord(m_records, u"Task"_s, u"worry-w20260420"_s)["status"_L1].toString(), u"requested"_s);
        QCOMPARE(begun.bareFrom, QDate(2026, 4, 15));
        QCOMPARE(begun.planned, QDate(2026, 5, 4));
        // The next one begins late.
        m_clock.setWallClock(QDateTime(QDate(2026, 6, 10), QTime(12, 0), Qt::UTC));
        const PhaseStep late = PhaseDesk(m_records).next(u"l"_s, {});
        QCOMPARE(late.state, PhaseStep::State::Begun);
        QCOMPARE(late.tasks, 0);
        QVERIFY(!late.bareFrom.isValid());
    }

    // Of a plan that came from elsewhere nobody knows which of two episodes is its own, nor what was made for it.
    void whatNoEnrolmentMadeStays()
    {
        m_clock.setWallClock(QDateTime(QDate(2026, 4, 15), QTime(12, 0), Qt::UTC));
        for (const char *id : {"m1", "m2"})
            write(QByteArray("{'resourceType':'EpisodeOfCare','id':'") + id
                  + "','status':'active','patient':{'reference':'Patient/m'}}");
        const QByteArray code = "'coding':[{'system':'https://handrail.example/fhir/CodeSystem/",
                         phase = "{'detail':{'code':{" + code + "program-phase','code':'iop'}]},'scheduledPeriod':{'start':'2026-0";
        write("{'resourceType':'CarePlan','id':'m3','status':'active','intent':'plan','activity':[" + phase
              + "3-09'},'status':'in-progress'}}," + phase + "5-04'},'status':'not-started'}}],'category':[{" + code
              + "careplan-kind','code':'program'}]}],'subject':{'reference':'Patient/m'}}");
        write("{'resourceType':'Task','id':'steps-w20260420','status':'requested','intent':'order','for':{'reference':'Patient/m'},"
              "'restriction':{'period':{'start':'2026-04-20'}}}");
        QCOMPARE(PhaseDesk(m_records).next(u"m"_s, {}).state, PhaseStep::State::Begun);
        QCOMPARE(currentRecord(m_records, u"Task"_s, u"steps-w20260420"_s)["status"_L1].toString(), u"requested"_s);
    }

    // What follows cannot be done: the plan is as it was.
    void aPhaseBeginsWholeOrNotAtAll()
    {
        m_clock.setWallClock(QDateTime(QDate(2026, 3, 9), QTime(12, 0), Qt::UTC));
        putPatient("e");
        const QString id = enrol(u"e"_s, QDate(2026, 3, 9)).episode;
        m_clock.setWallClock(QDateTime(QDate(2026, 5, 4), QTime(12, 0), Qt::UTC));
        const QString before = phasesOf(id);
        PhaseDesk desk(m_records, [](const PhaseStep &) -> Result<void> { return problem(ProblemKind::StoreFull); });
        const PhaseStep full = desk.next(u"e"_s, {});
        QCOMPARE(full.state, PhaseStep::State::NotStored);
        QCOMPARE(full.detail, u"the disk is full"_s);
        QCOMPARE(phasesOf(id), before);
    }

    // A plan of the clinic's own may say in another way when its phases are: it has room for one.
    void aPhaseIsScheduledInOneWay()
    {
        m_clock.setWallClock(QDateTime(QDate(2026, 3, 9), QTime(12, 0), Qt::UTC));
        putPatient("f");
        const QString id = enrol(u"f"_s, QDate(2026, 3, 9)).episode;
        m_clock.setWallClock(QDateTime(QDate(2026, 5, 4), QTime(12, 0), Qt::UTC));
        QJsonObject plan = currentRecord(m_records, u"CarePlan"_s, id + u"-plan");
        QJsonArray activities = plan["activity"_L1].toArray();
        QJsonObject next = activities.at(1).toObject(), detail = next["detail"_L1].toObject();
        detail.remove("scheduledPeriod"_L1);
        detail.insert("scheduledString"_L1, u"in May"_s);
        next.insert("detail"_L1, detail);
        activities.replace(1, next);
        plan.insert("activity"_L1, activities);
        write(QJsonDocument(plan).toJson());
        QCOMPARE(PhaseDesk(m_records).next(u"f"_s, {}).state, PhaseStep::State::Begun);
        const QJsonValue begun = currentRecord(m_records, u"CarePlan"_s, id + u"-plan")["activity"_L1][1]["detail"_L1];
        QCOMPARE(begun["scheduledPeriod"_L1]["start"_L1].toString(), u"2026-05-04"_s);
        QVERIFY(begun["scheduledString"_L1].isUndefined());
        // What is not valid is not written.
        plan.insert("title"_L1, 7);
        write(QJsonDocument(plan).toJson());
        const PhaseStep wrong = PhaseDesk(m_records).next(u"f"_s, {});
        QCOMPARE(wrong.state, PhaseStep::State::NotStored);
        QVERIFY2(wrong.detail.startsWith(u"CarePlan.title: "_s), qPrintable(wrong.detail));
    }

    // Of several episodes that of the plan ends. One on hold is over by then, whatever was to come; what follows is active.
    void theEpisodeOfThePlanEnds()
    {
        putPatient("g");
        write(
            "{'resourceType':'EpisodeOfCare','id':'older','status':'active','patient':{'reference':'Patient/g'},'period':{'start':"
            "'2020-01-01'}}");
        const QDate start(2026, 3, 9);
        m_clock.setWallClock(QDateTime(start, QTime(12, 0), Qt::UTC));
        // It overlaps with the program, so it comes to be there after it.
        QJsonObject older = currentRecord(m_records, u"EpisodeOfCare"_s, u"older"_s);
        older.insert(u"status"_s, u"cancelled"_s);
        write(QJsonDocument(older).toJson());
        const Enrolled enrolled = enrol(u"g"_s, start);
        QCOMPARE(enrolled.state, Enrolled::State::Enrolled);
        const QString id = enrolled.episode;
        older.insert(u"status"_s, u"active"_s);
        write(QJsonDocument(older).toJson());
        m_clock.setWallClock(QDateTime(QDate(2026, 5, 4), QTime(12, 0), Qt::UTC));
        QCOMPARE(PhaseDesk(m_records).next(u"g"_s, {}).state, PhaseStep::State::Begun);
        QJsonObject episode = currentRecord(m_records, u"EpisodeOfCare"_s, id);
        const auto was = [](const QString &status, const QJsonObject &period) {
            return QJsonObject{{u"status"_s, status}, {u"period"_s, period}};
        };
        episode.insert(u"status"_s, u"onhold"_s);
        episode.insert(u"statusHistory"_s,
                       QJsonArray{was(u"active"_s, {{u"start"_s, u"2026-03-09"_s}, {u"end"_s, u"2026-06-10"_s}}),
                                  was(u"onhold"_s, {{u"start"_s, u"2026-06-11"_s}})});
        write(QJsonDocument(episode).toJson());
        m_clock.setWallClock(QDateTime(QDate(2026, 6, 20), QTime(12, 0), Qt::UTC));
        const PhaseStep after = PhaseDesk(m_records).next(u"g"_s, QDate(2026, 6, 2));
        QCOMPARE(after.state, PhaseStep::State::Begun);
        QCOMPARE(after.ended, id);
        QCOMPARE(currentRecord(m_records, u"EpisodeOfCare"_s, id)["statusHistory"_L1].toArray(),
                 (QJsonArray{was(u"active"_s, {{u"start"_s, u"2026-03-09"_s}, {u"end"_s, u"2026-06-01"_s}})}));
        QCOMPARE(statusOf(after.begun), u"active"_s);
        QCOMPARE(statusOf(u"older"_s), u"active"_s);
    }

    // A plan of before says the phases alone.
    void aPlanWithoutLevelsEndsWithAftercareToo()
    {
        putPatient("h");
        m_clock.setWallClock(QDateTime(QDate(2026, 3, 9), QTime(12, 0), Qt::UTC));
        const QString id = enrol(u"h"_s, QDate(2026, 3, 9)).episode;
        QJsonObject plan = currentRecord(m_records, u"CarePlan"_s, id + u"-plan");
        QJsonArray activities = plan["activity"_L1].toArray();
        for (QJsonValueRef each : activities) {
            QJsonObject activity = each.toObject(), detail = activity["detail"_L1].toObject(), code = detail["code"_L1].toObject();
            QCOMPARE(code["coding"_L1].toArray().size(), 2);
            code.insert("coding"_L1, QJsonArray{code["coding"_L1][0]});
            detail.insert("code"_L1, code);
            activity.insert("detail"_L1, detail);
            each = activity;
        }
        plan.insert("activity"_L1, activities);
        write(QJsonDocument(plan).toJson());
        m_clock.setWallClock(QDateTime(QDate(2026, 5, 4), QTime(12, 0), Qt::UTC));
        QVERIFY(PhaseDesk(m_records).next(u"h"_s, {}).ended.isEmpty()); // step-down is the program's
        m_clock.setWallClock(QDateTime(QDate(2026, 6, 1), QTime(12, 0), Qt::UTC));
        const PhaseStep after = PhaseDesk(m_records).next(u"h"_s, {});
        QCOMPARE(after.ended, id);
        QCOMPARE(currentRecord(m_records, u"EpisodeOfCare"_s, after.begun)["type"_L1][0]["coding"_L1][0]["code"_L1].toString(),
                 u"op"_s);
    }

    // One program follows another: the plan of the second, active from the start, does not hold up the first; and of two that run, each can be ended.
    void theSecondOfTwoProgramsWaits()
    {
        using State = EnrolmentEnd::State;
        putPatient("i");
        const auto program = [](const char *id) {
            return readTemplate(
                       QByteArray("{'id':'two','program':'iop','title':'Two','phases':[{'code':'iop','title':'I','weeks':3},"
                                  "{'code':'step-down','title':'S','weeks':3}]}")
                           .replace("two", id)
                           .replace('\'', '"'))
                .program;
        };
        const auto enrolIn = [&](const char *id, const QDate &start) {
            Enrolled outcome;
            EnrolDesk(m_records, program(id), start).enrol({u"i"_s}, [&](const Enrolled &each) { outcome = each; });
            return outcome;
        };
        const QDate start(2026, 3, 9), second(2026, 4, 20);
        m_clock.setWallClock(QDateTime(start, QTime(15, 0), Qt::UTC));
        const QString one = enrolIn("one", start).episode;
        const Enrolled ahead = enrolIn("two", second);
        QCOMPARE(ahead.state, Enrolled::State::Enrolled);
        QCOMPARE(ahead.ahead, second);
        m_clock.setWallClock(QDateTime(QDate(2026, 3, 30), QTime(15, 0), Qt::UTC));
        const PhaseStep step = PhaseDesk(m_records).next(u"i"_s, {});
        QCOMPARE(step.state, PhaseStep::State::Begun);
        QCOMPARE(step.plan, QString(one + u"-plan"));
        // The second begins, and nobody has ended the first.
        m_clock.setWallClock(QDateTime(QDate(2026, 4, 22), QTime(15, 0), Qt::UTC));
        QCOMPARE(enrolIn("two", second).state, Enrolled::State::Begun);
        QCOMPARE(PhaseDesk(m_records).next(u"i"_s, {}).state, PhaseStep::State::SeveralPlans);
        const EnrolmentEnd several = PhaseDesk(m_records).end(u"i"_s, {});
        QCOMPARE(several.state, State::Several);
        QVERIFY2(several.detail.contains(QString(u"EpisodeOfCare/" + one + u" since 2026-03-09"))
                     && several.detail.contains(QString(u"EpisodeOfCare/" + ahead.episode + u" since 2026-04-20")),
                 qPrintable(several.detail));
        const EnrolmentEnd full = PhaseDesk(m_records).end(
            u"i"_s, QDate(2026, 4, 19), [](const EnrolmentEnd &) -> Result<void> { return problem(ProblemKind::StoreFull); });
        QCOMPARE(full.state, State::NotStored);
        QCOMPARE(statusOf(one), u"active"_s);
        const EnrolmentEnd ended = PhaseDesk(m_records).end(u"i"_s, QDate(2026, 4, 19));
        QCOMPARE(ended.state, State::Ended);
        QCOMPARE(ended.episode, one);
        QCOMPARE(ended.plan, QString(one + u"-plan"));
        QCOMPARE(statusOf(one), u"finished"_s);
        QCOMPARE(statusOf(ahead.episode), u"active"_s);
        QCOMPARE(phasesOf(one), u"completed 2026-03-09 2026-03-29,completed 2026-03-30 2026-04-19"_s);
        QCOMPARE(firstPhaseOf(ahead.episode), u"in-progress"_s);
    }

    // Somebody ended the episode alone: the plan that is left can be ended, and who has died or is on hold, too.
    void whatIsLeftOfAnEnrolmentEnds()
    {
        using State = EnrolmentEnd::State;
        putPatient("j");
        m_clock.setWallClock(QDateTime(QDate(2026, 3, 9), QTime(15, 0), Qt::UTC));
        const QString id = enrol(u"j"_s, QDate(2026, 3, 9)).episode;
        QJsonObject episode = currentRecord(m_records, u"EpisodeOfCare"_s, id);
        const QJsonObject before = episode;
        episode.insert("status"_L1, u"finished"_s);
        write(QJsonDocument(episode).toJson());
        m_clock.setWallClock(QDateTime(QDate(2026, 3, 20), QTime(15, 0), Qt::UTC));
        const EnrolmentEnd left = PhaseDesk(m_records).end(u"j"_s, {});
        QCOMPARE(left.state, State::Ended);
        QVERIFY(left.episode.isEmpty());
        QCOMPARE(left.plan, QString(id + u"-plan"));
        QVERIFY(left.sessions > 0 && left.tasks > 0);
        QCOMPARE(left.others, 0);
        QCOMPARE(PhaseDesk(m_records).end(u"j"_s, {}).state, State::NotEnrolled);
        // An episode without a plan, of somebody who has died; it was to end a week ago.
        episode = before;
        episode.insert("status"_L1, u"onhold"_s);
        episode.insert("period"_L1, QJsonObject{{u"start"_s, u"2026-03-09"_s}, {u"end"_s, u"2026-03-13"_s}});
        write(QJsonDocument(episode).toJson());
        write("{'resourceType':'Patient','id':'j','deceasedBoolean':true,'managingOrganization':{'reference':'Organization/o1'}}");
        const EnrolmentEnd alone = PhaseDesk(m_records).end(u"j"_s, {});
        QCOMPARE(alone.state, State::Ended);
        QCOMPARE(alone.episode, id);
        QVERIFY(alone.plan.isEmpty());
        QCOMPARE(alone.day, QDate(2026, 3, 13));
        QCOMPARE(statusOf(id), u"finished"_s);
    }

private:
    QString firstPhaseOf(const QString &episode) { return planOf(episode)["activity"_L1][0]["detail"_L1]["status"_L1].toString(); }
};

QTEST_GUILESS_MAIN(TestEnrolDesk)
#include "tst_enrol_desk.moc"
