// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "EnrolBench.h"
#include "clinic/programs/PhaseDesk.h"

#include <QJsonDocument>
#include <QTest>

using namespace handrail;
using namespace handrail::clinic;
using namespace Qt::Literals::StringLiterals;

/// The end of an enrolment, begun or planned, against what is stored.
class TestEnrolEnd : public QObject, private EnrolBench
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { openClinic(); }

    // Somebody was enrolled by mistake, or too early: it goes with all that it made, at once or not at all, and nothing else does.
    void whatIsPlannedIsCancelled()
    {
        using State = EnrolmentEnd::State;
        const QDate running(2026, 3, 9), start(2027, 1, 11);
        m_clock.setWallClock(QDateTime(running, QTime(15, 0), Qt::UTC));
        putPatient("k");
        const QString first = enrol(u"k"_s, running).episode;
        PhaseDesk desk(m_records);
        // The next program is planned: what goes on has an end so that both can be.
        QJsonObject episode = currentRecord(m_records, u"EpisodeOfCare"_s, first);
        episode.insert("period"_L1, QJsonObject{{u"start"_s, u"2026-03-09"_s}, {u"end"_s, u"2026-12-31"_s}});
        write(QJsonDocument(episode).toJson());
        const Enrolled ahead = enrol(u"k"_s, start);
        QCOMPARE(ahead.state, Enrolled::State::Enrolled);
        QCOMPARE(desk.end(u"k"_s, start.addDays(1)).state, State::DayAhead);
        const EnrolmentEnd full =
            desk.end(u"k"_s, start, [](const EnrolmentEnd &) -> Result<void> { return problem(ProblemKind::StoreFull); });
        QCOMPARE(full.state, State::NotStored);
        QCOMPARE(statusOf(ahead.episode), u"planned"_s);

        const int sessions = ahead.counts.value(u"Appointment"_s), tasks = ahead.counts.value(u"Task"_s);
        const EnrolmentEnd end = desk.end(u"k"_s, start);
        QCOMPARE(end.state, State::Ended);
        QVERIFY(end.isPlanned);
        QCOMPARE(end.day, start);
        QCOMPARE(end.episode, ahead.episode);
        QCOMPARE(end.plan, QString(ahead.episode + u"-plan"));
        QCOMPARE(end.sessions, sessions);
        QCOMPARE(end.tasks, tasks);
        QCOMPARE(end.others, 0); // those of the program that goes on are no business of this one
        QCOMPARE(statusOf(ahead.episode), u"cancelled"_s);
        QCOMPARE(planOf(ahead.episode)["status"_L1].toString(), u"revoked"_s);
        QVERIFY(phasesOf(ahead.episode).startsWith("cancelled 2027-01-11 "_L1));
        QCOMPARE(bookedOf(u"k"_s, ahead.episode), 0);
        QCOMPARE(statusOf(first), u"active"_s);
        QVERIFY(bookedOf(u"k"_s, first) > 0);
        // Twice it is there no more.
        QCOMPARE(desk.end(u"k"_s, start).state, State::DayAhead);
        // Cancelled by mistake: the same command makes all of it anew, until its first day has come.
        const Enrolled again = enrol(u"k"_s, start);
        QCOMPARE(again.state, Enrolled::State::Enrolled);
        QCOMPARE(again.episode, ahead.episode);
        QCOMPARE(again.ahead, start);
        QCOMPARE(again.counts, ahead.counts);
        QCOMPARE(statusOf(ahead.episode), u"planned"_s);
        QCOMPARE(planOf(ahead.episode)["status"_L1].toString(), u"active"_s);
        QVERIFY(phasesOf(ahead.episode).startsWith("not-started 2027-01-11 "_L1));
        QCOMPARE(bookedOf(u"k"_s, ahead.episode), sessions);
        QCOMPARE(enrol(u"k"_s, start).state, Enrolled::State::There);
        QCOMPARE(desk.end(u"k"_s, start).tasks, tasks);
        m_clock.setWallClock(QDateTime(start, QTime(15, 0), Qt::UTC));
        const Enrolled late = enrol(u"k"_s, start);
        QCOMPARE(late.state, Enrolled::State::Cancelled);
        QVERIFY(late.isRefused());
        QCOMPARE(late.detail, QString(u"EpisodeOfCare/" + ahead.episode));
        QCOMPARE(statusOf(ahead.episode), u"cancelled"_s);
    }

    // What was enrolled for the same days since stays alone.
    void whatWasCancelledIsNotMadeBesideAnother()
    {
        m_clock.setWallClock(QDateTime(QDate(2026, 3, 9), QTime(15, 0), Qt::UTC));
        putPatient("o");
        const QString first = enrol(u"o"_s, QDate(2026, 3, 30)).episode;
        QCOMPARE(PhaseDesk(m_records).end(u"o"_s, QDate(2026, 3, 30)).state, EnrolmentEnd::State::Ended);
        QCOMPARE(enrol(u"o"_s, QDate(2026, 4, 6)).state, Enrolled::State::Enrolled);
        QCOMPARE(enrol(u"o"_s, QDate(2026, 3, 30)).state, Enrolled::State::Elsewhere);
        QCOMPARE(statusOf(first), u"cancelled"_s);
    }

    void whatIsPlannedIsNamedByItsFirstDay()
    {
        using State = EnrolmentEnd::State;
        const QDate start(2026, 3, 30);
        m_clock.setWallClock(QDateTime(QDate(2026, 3, 9), QTime(15, 0), Qt::UTC));
        putPatient("l");
        const Enrolled ahead = enrol(u"l"_s, start);
        PhaseDesk desk(m_records);
        const EnrolmentEnd unnamed = desk.end(u"l"_s, {});
        QCOMPARE(unnamed.state, State::NotEnrolled);
        QCOMPARE(unnamed.detail, u"2026-03-30"_s);
        QCOMPARE(desk.end(u"l"_s, QDate(2026, 3, 8)).state, State::NotEnrolled);
        QVERIFY(enrol(u"l"_s, start.addDays(7)).detail.contains("enrol --end 2026-03-30"_L1));
        // One on a waiting list is none that the command cancels, and is not named for it.
        QJsonObject waiting = currentRecord(m_records, u"EpisodeOfCare"_s, ahead.episode);
        waiting.insert("status"_L1, u"waitlist"_s);
        write(QJsonDocument(waiting).toJson());
        QCOMPARE(desk.end(u"l"_s, start).state, State::DayAhead);
        QVERIFY(enrol(u"l"_s, start.addDays(7)).detail.endsWith("cancel that EpisodeOfCare and its CarePlan first"_L1));
        waiting.insert("status"_L1, u"planned"_s);
        write(QJsonDocument(waiting).toJson());
        // Nobody began it on its day: it can be ended all the same, and what has been stays.
        m_clock.setWallClock(QDateTime(QDate(2026, 4, 8), QTime(15, 0), Qt::UTC));
        const EnrolmentEnd late = desk.end(u"l"_s, start);
        QCOMPARE(late.state, State::Ended);
        QVERIFY(late.isPlanned);
        QVERIFY(late.sessions > 0 && late.sessions < ahead.counts.value(u"Appointment"_s));
        QCOMPARE(late.tasks, ahead.counts.value(u"Task"_s));
    }

    // The first day of what is planned has come, and what went before was never ended: neither is ended for the other.
    void whatRunsIsNotEndedForWhatIsPlanned()
    {
        using State = EnrolmentEnd::State;
        const QDate start(2026, 4, 6);
        m_clock.setWallClock(QDateTime(QDate(2026, 3, 9), QTime(15, 0), Qt::UTC));
        putPatient("q");
        const QString first = enrol(u"q"_s, QDate(2026, 3, 9)).episode;
        QJsonObject episode = currentRecord(m_records, u"EpisodeOfCare"_s, first);
        episode.insert("period"_L1, QJsonObject{{u"start"_s, u"2026-03-09"_s}, {u"end"_s, u"2026-04-03"_s}});
        write(QJsonDocument(episode).toJson());
        const QString next = enrol(u"q"_s, start).episode;
        m_clock.setWallClock(QDateTime(QDate(2026, 4, 8), QTime(15, 0), Qt::UTC));
        QVERIFY(enrol(u"q"_s, start.addDays(7)).detail.contains("enrol --end 2026-04-06"_L1));
        PhaseDesk desk(m_records);
        const EnrolmentEnd either = desk.end(u"q"_s, start);
        QCOMPARE(either.state, State::Either);
        QCOMPARE(either.detail,
                 QString(u"EpisodeOfCare/" + first + u" since 2026-03-09, EpisodeOfCare/" + next + u" since 2026-04-06"));
        QCOMPARE(statusOf(first), u"active"_s);
        QCOMPARE(statusOf(next), u"planned"_s);
        // What runs, on the day on which it was to end; then that day names one alone.
        const EnrolmentEnd over = desk.end(u"q"_s, {});
        QCOMPARE(over.state, State::Ended);
        QCOMPARE(over.episode, first);
        QCOMPARE(over.day, QDate(2026, 4, 3));
        const EnrolmentEnd cancelled = desk.end(u"q"_s, start);
        QCOMPARE(cancelled.state, State::Ended);
        QCOMPARE(cancelled.episode, next);
        QVERIFY(cancelled.isPlanned);
    }

    // What runs since a later day cannot end on that one.
    void whatIsPlannedIsCancelledBesideWhatBeganLater()
    {
        m_clock.setWallClock(QDateTime(QDate(2026, 3, 9), QTime(15, 0), Qt::UTC));
        putPatient("p");
        const QString planned = enrol(u"p"_s, QDate(2026, 3, 30)).episode;
        m_clock.setWallClock(QDateTime(QDate(2026, 4, 8), QTime(15, 0), Qt::UTC));
        write("{'resourceType':'EpisodeOfCare','id':'p1','status':'active','patient':{'reference':'Patient/p'},"
              "'period':{'start':'2026-04-06'}}");
        const EnrolmentEnd end = PhaseDesk(m_records).end(u"p"_s, QDate(2026, 3, 30));
        QCOMPARE(end.state, EnrolmentEnd::State::Ended);
        QCOMPARE(end.episode, planned);
        QCOMPARE(statusOf(u"p1"_s), u"active"_s);
    }

    // Sessions of the program that comes next are none to look after.
    void theNextProgramsSessionsAreNotCounted()
    {
        m_clock.setWallClock(QDateTime(QDate(2026, 3, 9), QTime(15, 0), Qt::UTC));
        putPatient("m");
        const QString first = enrol(u"m"_s, QDate(2026, 3, 9)).episode;
        QJsonObject episode = currentRecord(m_records, u"EpisodeOfCare"_s, first);
        episode.insert("period"_L1, QJsonObject{{u"start"_s, u"2026-03-09"_s}, {u"end"_s, u"2026-12-31"_s}});
        write(QJsonDocument(episode).toJson());
        const QString next = enrol(u"m"_s, QDate(2027, 1, 11)).episode;
        write("{'resourceType':'Appointment','id':'doctor','status':'booked','start':'2026-06-01T15:00:00Z','end':"
              "'2026-06-01T16:00:00Z','participant':[{'actor':{'reference':'Patient/m'},'status':'accepted'}]}");
        const EnrolmentEnd end = PhaseDesk(m_records).end(u"m"_s, {});
        QCOMPARE(end.state, EnrolmentEnd::State::Ended);
        QVERIFY(!end.isPlanned);
        QCOMPARE(end.episode, first);
        QCOMPARE(end.others, 1);
        QCOMPARE(statusOf(next), u"planned"_s);
        QVERIFY(bookedOf(u"m"_s, next) > 0);
    }

    // What was ended is not said to be there still. While aftercare goes on, the enrolment does.
    void whatWasEndedIsNotThere()
    {
        const QDate start(2026, 3, 9);
        m_clock.setWallClock(QDateTime(start, QTime(15, 0), Qt::UTC));
        write("{'resourceType':'Patient','id':'r','managingOrganization':{'reference':'Organization/o1'}}");
        const QString first = enrol(u"r"_s, start).episode;
        PhaseDesk desk(m_records);
        for (const QDate &day : {QDate(2026, 5, 4), QDate(2026, 6, 1)}) {
            m_clock.setWallClock(QDateTime(day, QTime(15, 0), Qt::UTC));
            QCOMPARE(desk.next(u"r"_s, {}).state, PhaseStep::State::Begun);
        }
        QCOMPARE(statusOf(first), u"finished"_s);
        QCOMPARE(enrol(u"r"_s, start).state, Enrolled::State::There);
        QCOMPARE(desk.end(u"r"_s, {}).state, EnrolmentEnd::State::Ended);
        const Enrolled again = enrol(u"r"_s, start);
        QCOMPARE(again.state, Enrolled::State::Ended);
        QVERIFY(again.isRefused());
        QCOMPARE(again.detail, QString(u"EpisodeOfCare/" + first));
        QCOMPARE(statusOf(first), u"finished"_s);
    }

    // A look before says the same, and leaves everything as it is, also what this process remembers of it.
    void aDryRunWritesNothing()
    {
        m_clock.setWallClock(QDateTime(QDate(2026, 3, 9), QTime(15, 0), Qt::UTC));
        write("{'resourceType':'Patient','id':'s','managingOrganization':{'reference':'Organization/o1'}}");
        const QString first = enrol(u"s"_s, QDate(2026, 3, 9)).episode;
        PhaseDesk desk(m_records);
        m_clock.setWallClock(QDateTime(QDate(2026, 4, 13), QTime(15, 0), Qt::UTC));
        const QString phases = phasesOf(first);
        const int booked = bookedOf(u"s"_s, first);
        const PhaseStep dry = desk.next(u"s"_s, {}, true);
        QCOMPARE(dry.state, PhaseStep::State::Begun);
        QCOMPARE(phasesOf(first), phases);
        QCOMPARE(bookedOf(u"s"_s, first), booked);
        const PhaseStep step = desk.next(u"s"_s, {});
        QCOMPARE(step.state, PhaseStep::State::Begun);
        QVERIFY(step.cancelled > 0);
        QCOMPARE(dry.cancelled, step.cancelled);
        QCOMPARE(dry.bareFrom, step.bareFrom);
        m_clock.setWallClock(QDateTime(QDate(2026, 4, 20), QTime(15, 0), Qt::UTC));
        const PhaseStep aftercare = desk.next(u"s"_s, {}, true); // of another level of care, whose episode nobody has yet
        QCOMPARE(aftercare.ended, first);
        QVERIFY(aftercare.begun.isEmpty());
        const EnrolmentEnd would = desk.end(u"s"_s, {}, {}, true);
        QCOMPARE(would.state, EnrolmentEnd::State::Ended);
        QCOMPARE(statusOf(first), u"active"_s);
        const EnrolmentEnd end = desk.end(u"s"_s, {});
        QVERIFY(end.sessions > 0);
        QCOMPARE(would.sessions, end.sessions);
        QCOMPARE(would.tasks, end.tasks);
        QCOMPARE(desk.end(u"s"_s, {}, {}, true).state, EnrolmentEnd::State::NotEnrolled); // what is refused is so before, too
    }

    // A clinic's own plan may say no phases: it ends with its episode, or alone, and one that is for later does not.
    void aPlanWithoutPhasesEndsToo()
    {
        m_clock.setWallClock(QDateTime(QDate(2026, 3, 9), QTime(15, 0), Qt::UTC));
        putPatient("n");
        const auto plan = [this](const char *id, const char *since) {
            write(QByteArray("{'resourceType':'CarePlan','id':'") + id
                  + "','status':'active','intent':'plan','subject':{'reference':'Patient/n'},'period':{'start':'" + since
                  + "'},'category':[{'coding':[{'system':'https://handrail.example/fhir/CodeSystem/careplan-kind','code':"
                    "'program'}]}]}");
        };
        plan("later", "2026-05-01");
        plan("now", "2026-03-02");
        write("{'resourceType':'EpisodeOfCare','id':'n1','status':'active','patient':{'reference':'Patient/n'},"
              "'period':{'start':'2026-03-02'}}");
        const EnrolmentEnd end = PhaseDesk(m_records).end(u"n"_s, {});
        QCOMPARE(end.state, EnrolmentEnd::State::Ended);
        QCOMPARE(end.episode, u"n1"_s);
        QCOMPARE(end.plan, u"now"_s);
        const QJsonObject ended = currentRecord(m_records, u"CarePlan"_s, u"now"_s);
        QCOMPARE(ended["status"_L1].toString(), u"completed"_s);
        QCOMPARE(ended["period"_L1]["end"_L1].toString(), u"2026-03-09"_s);
        QVERIFY(!ended.contains("activity"_L1));
        QCOMPARE(currentRecord(m_records, u"CarePlan"_s, u"later"_s)["status"_L1].toString(), u"active"_s);
    }

private:
    /// How many sessions that an enrolment made are booked.
    [[nodiscard]] int bookedOf(const QString &patient, const QString &episode)
    {
        int booked = 0;
        QStringList ids;
        {
            Statement rows =
                m_database.statement(u"SELECT r.id FROM compartment c JOIN resource r ON r.row = c.row WHERE c.owner = ? "
                                     "AND c.type = 'Appointment'"_s);
            for (bool hasRow = rows.run({QString(u"Patient/" + patient)}) && rows.next(); hasRow; hasRow = rows.next())
                ids.append(rows.text(0));
        }
        for (const QString &id : std::as_const(ids)) {
            booked += id.startsWith(QString(episode + u'-'))
                && currentRecord(m_records, u"Appointment"_s, id)["status"_L1].toString() == "booked"_L1;
        }
        return booked;
    }
};

QTEST_GUILESS_MAIN(TestEnrolEnd)
#include "tst_enrol_end.moc"
