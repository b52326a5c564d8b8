// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "ClinicReading.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace handrail::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray patient(const char *id, const QByteArray &more = ",\"managingOrganization\":{\"reference\":\"Organization/o1\"}")
{
    return QByteArray("{\"resourceType\":\"Patient\",\"id\":\"") + id + "\",\"name\":[{\"given\":[\"Ann\"],\"family\":\"Test\"}]"
        + more + "}\n";
}

} // namespace

/// `handrail-clinic enrol` and `time-zone`, beside the clinic that serves the same database (issue: programs as templates).
class TestClinicEnrol : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_database = m_directory.filePath(u"clinic.db"_s);
        QVERIFY(startStaffed(m_clinic, m_maya, m_dana, m_database));
        const QByteArray organization = ",\"managingOrganization\":{\"reference\":\"Organization/o1\"}";
        QByteArray people = patient("ann") + patient("bo") + patient("cy") + patient("planned") + patient("back")
            + patient("died", organization + ",\"deceasedDateTime\":\"2026-01-01\"")
            + patient("gone", organization + ",\"active\":false")
            + patient("merged", organization + ",\"link\":[{\"other\":{\"reference\":\"Patient/ann\"},\"type\":\"replaced-by\"}]")
            + patient("nowhere", {}) + patient("zoneless", ",\"managingOrganization\":{\"reference\":\"Organization/o9\"}")
            + "{\"resourceType\":\"Organization\",\"id\":\"o9\",\"name\":\"Far "
              "Clinic\",\"partOf\":{\"reference\":\"Organization/o1\"}}\n";
        for (int i = 0; i < 40; ++i)
            people += patient(QByteArray("many" + QByteArray::number(i)).constData());
        QCOMPARE(run({u"import"_s, u"-"_s}, people).code, 0);
        // In the open year around today, whatever day that is: the program's clock is the machine's.
        m_start = QDate::currentDate().addDays(-3);
    }
    void cleanupTestCase() { QCOMPARE(m_clinic.stop(), 0); }

    void theListOfPrograms()
    {
        const auto listed = ClinicProcess::runToEnd({u"enrol"_s, u"--list"_s});
        QCOMPARE(listed.code, 0);
        QVERIFY(listed.output.contains("evening-iop\tEvening program\tiop 8 weeks, step-down 4 weeks, aftercare 8 weeks"));
        QVERIFY(listed.output.contains("day-program"));
    }

    void whatIsAskedWrong_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nobody") << QStringList{u"--program"_s, u"evening-iop"_s, u"--start"_s, u"2026-12-07"_s};
        QTest::newRow("two") << QStringList{u"--patient"_s, u"a"_s,           u"--patients"_s, u"b"_s,
                                            u"--program"_s, u"evening-iop"_s, u"--start"_s,    u"2026-12-07"_s};
        QTest::newRow("no program") << QStringList{u"--patient"_s, u"a"_s, u"--start"_s, u"2026-12-07"_s};
        QTest::newRow("no day") << QStringList{u"--patient"_s, u"a"_s, u"--program"_s, u"evening-iop"_s};
        QTest::newRow("another order") << QStringList{u"--patient"_s,   u"a"_s,       u"--program"_s,
                                                      u"evening-iop"_s, u"--start"_s, u"07/12/2026"_s};
        QTest::newRow("the next phase of nobody") << QStringList{u"--next-phase"_s};
        QTest::newRow("the next phase of many") << QStringList{u"--next-phase"_s, u"--patients"_s, u"-"_s};
        QTest::newRow("the next phase of a program")
            << QStringList{u"--next-phase"_s, u"--patient"_s, u"a"_s, u"--program"_s, u"evening-iop"_s};
        QTest::newRow("the next phase on no day")
            << QStringList{u"--next-phase"_s, u"--patient"_s, u"a"_s, u"--start"_s, u"soon"_s};
        QTest::newRow("the end of nobody's") << QStringList{u"--end"_s};
        QTest::newRow("the end of many") << QStringList{u"--patients"_s, u"-"_s, u"--end"_s};
        QTest::newRow("the end on no day") << QStringList{u"--patient"_s, u"a"_s, u"--end"_s, u"07/12/2026"_s};
        QTest::newRow("the end and the next phase") << QStringList{u"--patient"_s, u"a"_s, u"--end"_s, u"--next-phase"_s};
        QTest::newRow("the end with a start")
            << QStringList{u"--patient"_s, u"a"_s, u"--end"_s, u"2026-12-20"_s, u"--start"_s, u"2026-12-07"_s};
        QTest::newRow("no such day") << QStringList{u"--patient"_s,   u"a"_s,       u"--program"_s,
                                                    u"evening-iop"_s, u"--start"_s, u"2026-02-30"_s};
    }
    void whatIsAskedWrong()
    {
        QFETCH(QStringList, arguments);
        QCOMPARE(run(QStringList{u"enrol"_s} + arguments).code, 2);
    }

    void whoCannotBeEnrolled_data()
    {
        QTest::addColumn<QString>("who");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("unknown") << u"nobody"_s << QByteArray("there is no such patient");
        QTest::newRow("no id") << u"../x"_s << QByteArray("there is no such patient");
        QTest::newRow("died") << u"died"_s << QByteArray("this patient has died");
        QTest::newRow("inactive") << u"gone"_s << QByteArray("is not active");
        QTest::newRow("merged") << u"merged"_s << QByteArray("replaced by another");
        QTest::newRow("of no clinic") << u"nowhere"_s << QByteArray("managingOrganization is not here");
        QTest::newRow("no time zone") << u"zoneless"_s << QByteArray("Organization/o9 has no time zone");
        QTest::newRow("in a program") << u"p101"_s << QByteArray("EpisodeOfCare/e101");
    }
    void whoCannotBeEnrolled()
    {
        QFETCH(QString, who);
        QFETCH(QByteArray, words);
        const int before = countOf("Appointment?patient=" + who.toLatin1());
        const auto refused = enrol(who);
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.output.contains(words), refused.output.constData());
        QCOMPARE(countOf("Appointment?patient=" + who.toLatin1()), before);
    }

    void programsAndDaysThatAreNone()
    {
        QVERIFY(run({u"enrol"_s, u"--patient"_s, u"ann"_s, u"--program"_s, u"spa"_s, u"--start"_s, day(m_start)})
                    .errors.contains("there is no program of that name"));
        QVERIFY(enrol(u"ann"_s, QDate::currentDate().addYears(3)).output.contains("more than a year away"));
        QVERIFY(enrol(u"ann"_s, QDate::currentDate().addYears(-3)).output.contains("more than a year away"));
        const QString file = m_directory.filePath(u"own.json"_s);
        const auto own = [&](const QByteArray &text) {
            QFile out(file);
            return out.open(QIODevice::WriteOnly) && out.write(text) == text.size();
        };
        const QStringList arguments{u"enrol"_s, u"--patient"_s, u"ann"_s, u"--program-file"_s, file, u"--start"_s, day(m_start)};
        QVERIFY(run(arguments).errors.contains("cannot be read"));
        QVERIFY(own("{\"id\":\"own\",\"colour\":1}"));
        const auto wrong = run(arguments);
        QCOMPARE(wrong.code, 1);
        QVERIFY(wrong.errors.contains("colour: this is not known") && wrong.errors.contains("phases: at least one"));
        QVERIFY(own(
            "{\"id\":\"own\",\"program\":\"iop\",\"title\":\"Own\",\"phases\":[{\"code\":\"iop\",\"title\":\"I\",\"weeks\":1,"
            "\"sessions\":[{\"id\":\"g\",\"kind\":\"group\",\"title\":\"G\",\"days\":[\"mon\"],\"start\":\"18:00\",\"minutes\":60,"
            "\"practitioners\":[\"nobody\"]}]}]}"));
        QVERIFY(run(arguments).output.contains("the program names Practitioner/nobody, which is not here"));
        QCOMPARE(countOf("EpisodeOfCare?patient=ann"), 0);
    }

    void aDryRunWritesNothing()
    {
        const auto dry = run(
            {u"enrol"_s, u"--patient"_s, u"ann"_s, u"--program"_s, u"evening-iop"_s, u"--start"_s, day(m_start), u"--dry-run"_s});
        QCOMPARE(dry.code, 0);
        QVERIFY(dry.output.contains("Evening group") && dry.output.contains("T18:00:00-0"));
        QCOMPARE(dry.output.count("\nAppointment\t"), 68);
        QVERIFY2(dry.errors.contains("14 video sessions have no address."), dry.errors.constData());
        QCOMPARE(countOf("EpisodeOfCare?patient=ann") + countOf("Appointment?patient=ann"), 0);
    }

    void anEnrolmentIsThereWholeAndOnce()
    {
        const auto done = enrol(u"ann"_s);
        QVERIFY(!done.output.contains("planned"));
        QVERIFY2(done.code == 0 && done.output.contains("68 Appointment, 1 CarePlan, 1 EpisodeOfCare, 24 Task"),
                 done.output.constData());
        QCOMPARE(countOf("EpisodeOfCare?patient=ann&status=active"), 1);
        QCOMPARE(countOf("CarePlan?patient=ann"), 1);
        QCOMPARE(countOf("Appointment?patient=ann"), 68);
        QCOMPARE(countOf("Task?patient=ann"), 24);
        // Again, and in a list of many: nothing is added.
        const auto again = enrol(u"ann"_s);
        QVERIFY(again.code == 0 && again.output.contains("enrolled already, nothing was added"));
        QVERIFY(done.errors.contains("14 video sessions have no address.") && !again.errors.contains("address"));
        const QString list = m_directory.filePath(u"patients"_s);
        QFile file(list);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("ann\nbo\r\n\nbo\nnobody\n");
        file.close();
        const auto several = run({u"enrol"_s, u"--patients"_s, list, u"--program"_s, u"evening-iop"_s, u"--start"_s, day(m_start)});
        QCOMPARE(several.code, 1);
        QVERIFY(several.output.contains("ann\tenrolled already") && several.output.contains("bo\tenrolled\t68")
                && several.output.contains("nobody\trefused"));
        QVERIFY2(several.errors.contains("Of each patient 14 video sessions have no address."), several.errors.constData());
        QCOMPARE(countOf("Appointment?patient=ann"), 68);
        QCOMPARE(countOf("Appointment?patient=bo"), 68);
        // Other days, while these run.
        const auto other = enrol(u"ann"_s, m_start.addDays(30));
        QVERIFY(other.code == 1 && other.output.contains("refused: enrolled for some of these days already, EpisodeOfCare/"));
        QCOMPARE(countOf("EpisodeOfCare?patient=ann"), 1);
    }

    // Nobody who comes with others is named in their sessions; staff find them by the session's own identifier.
    void whoComesTogether()
    {
        QJsonArray sessions =
            entriesOf(m_clinic.send("GET", "Appointment?patient=bo&_count=200&service-type=group", m_dana).json());
        QVERIFY(sessions.size() > 30);
        const QJsonObject first = sessions.first()["resource"_L1].toObject();
        const QByteArray session = first.value("identifier"_L1)[0]["value"_L1].toString().toLatin1();
        QVERIFY(!compact(first).contains("Patient/ann"));
        QCOMPARE(countOf("Appointment?identifier=https://handrail.example/fhir/sid/session%7C" + session), 2);
    }

    void aProgramThatWasPlannedBegins()
    {
        const QDate start = QDate::currentDate().addDays(20);
        const QByteArray until = ". It is planned: run this again on " + day(start).toLatin1() + " or later to begin it";
        QVERIFY(run({u"enrol"_s, u"--patient"_s, u"planned"_s, u"--program"_s, u"evening-iop"_s, u"--start"_s, day(start),
                     u"--dry-run"_s})
                    .output.contains(QByteArray("planned\tenrolled" + until)));
        QVERIFY(enrol(u"planned"_s, start).output.contains(QByteArray("planned\tenrolled" + until)));
        QCOMPARE(countOf("EpisodeOfCare?patient=planned&status=planned"), 1);
        QVERIFY(enrol(u"planned"_s, start).output.contains(QByteArray("enrolled already, nothing was added" + until)));
        QCOMPARE(countOf("EpisodeOfCare?patient=planned&status=planned"), 1);
    }

    // The clinic says that it began; the plan that the app reads says so, and the log too.
    void theNextPhaseBegins()
    {
        const auto next = [this](const QString &who, const QStringList &more = {}) {
            return run(QStringList{u"enrol"_s, u"--next-phase"_s, u"--patient"_s, who} + more);
        };
        QVERIFY(next(u"nobody"_s).output.contains("refused: there is no such patient"));
        QVERIFY(
            next(u"planned"_s)
                .output.contains("refused: not enrolled, or the program has not begun. One that is planned begins when the same"));
        // Earlier than it was planned: what the calendar still has of the phase before is off, and how much that is, is said.
        QString planned;
        for (const QJsonValue &each : entriesOf(m_clinic.send("GET", "CarePlan?patient=ann", m_dana).json())) {
            for (const QJsonValue &activity : each["resource"_L1]["activity"_L1].toArray()) {
                if (activity["detail"_L1]["description"_L1].toString() == u"Step-down")
                    planned = activity["detail"_L1]["scheduledPeriod"_L1]["start"_L1].toString();
            }
        }
        QVERIFY(planned > day(QDate::currentDate()));
        int left = 0;
        for (const QJsonValue &each :
             entriesOf(m_clinic.send("GET", "Appointment?patient=ann&status=booked&_count=200", m_dana).json())) {
            const QString start = each["resource"_L1]["start"_L1].toString();
            left += QDateTime::fromString(start, Qt::ISODate) > QDateTime::currentDateTimeUtc() && start.left(10) < planned;
        }
        QVERIFY(left > 0);
        // What would be off is said before, and nothing is.
        const auto dry = next(u"ann"_s, {u"--dry-run"_s});
        QCOMPARE(countOf("Appointment?patient=ann&status=cancelled"), 0);
        const auto begun = next(u"ann"_s);
        QCOMPARE(dry.output, begun.output);
        QCOMPARE(dry.errors, QByteArray(begun.errors + "Nothing was written.\n"));
        QVERIFY2(begun.errors.contains(QByteArray(QByteArray::number(left) + " sessions planned for "))
                     && begun.errors.contains(
                         QByteArray("were cancelled. Those of the new phase stay as planned, from " + planned.toLatin1()))
                     && begun.errors.contains("No session is booked between ")
                     && begun.errors.contains(QByteArray(" and " + planned.toLatin1() + '.'))
                     && !begun.errors.contains("Step-down"),
                 begun.errors.constData());
        QCOMPARE(countOf("Appointment?patient=ann&status=cancelled"), left);
        QVERIFY2(begun.code == 0 && begun.output.startsWith("ann\tbegan\tStep-down\t"),
                 QByteArray(begun.output + begun.errors).constData());
        const QByteArray plan = m_clinic.send("GET", "CarePlan?patient=ann", m_dana).body;
        QVERIFY2(plan.contains("\"completed\"") && plan.contains("\"in-progress\"") && plan.contains("\"not-started\""),
                 plan.constData());
        const auto again = next(u"ann"_s);
        QVERIFY2(again.code == 1 && again.output.contains("The next one can begin on a later day"), again.output.constData());
        QCOMPARE(m_clinic.send("GET", "CarePlan?patient=ann", m_dana).body, plan);
        QVERIFY(next(u"ann"_s, {u"--start"_s, day(QDate::currentDate().addDays(3))}).output.contains("is not yet there"));
        const QByteArray log = m_clinic.send("GET", "AuditEvent?patient=ann&_count=200&action=U", token("user/AuditEvent.rs")).body;
        QVERIFY(log.contains("\"CarePlan/") && log.contains("\"display\":\"Appointment\""));
    }

    // Who comes back while aftercare is open, or was enrolled by mistake: it ends with one command, whole, and the next can begin.
    void whatIsOverIsEnded()
    {
        const auto end = [this](const QString &who, const QStringList &more = {}) {
            return run(QStringList{u"enrol"_s, u"--patient"_s, who, u"--end"_s} + more);
        };
        QVERIFY(end(u"nobody"_s).output.contains("refused: there is no such patient"));
        QVERIFY(end(u"back"_s).output.contains("refused: in no program that has begun"));
        // One that is planned is named by its first day.
        const QByteArray first = day(QDate::currentDate().addDays(20)).toLatin1();
        QVERIFY(
            end(u"planned"_s).output.contains(QByteArray("Planned from " + first + " on: --end with that first day cancels it")));
        QVERIFY(end(u"planned"_s, {day(QDate::currentDate().addDays(21))}).output.contains("is not yet there"));
        QVERIFY(countOf("Appointment?patient=planned&status=booked") > 0);
        const auto undone = end(u"planned"_s, {QString::fromLatin1(first)});
        QVERIFY2(undone.code == 0 && undone.output.startsWith(QByteArray("planned\tcancelled before it began\t" + first)),
                 QByteArray(undone.output + undone.errors).constData());
        QVERIFY2(undone.errors.contains(
                     "Everything of it still to come is cancelled, and its plan revoked. Sessions that have been stay"),
                 undone.errors.constData());
        QCOMPARE(countOf("EpisodeOfCare?patient=planned&status=cancelled"), 1);
        QCOMPARE(countOf("CarePlan?patient=planned&status=revoked"), 1);
        QCOMPARE(countOf("Appointment?patient=planned&status=booked"), 0);
        QCOMPARE(countOf("Task?patient=planned&status=requested"), 0);
        // By mistake: the same command makes it anew.
        const auto anew = enrol(u"planned"_s, QDate::currentDate().addDays(20));
        QVERIFY2(anew.code == 0 && anew.output.contains("planned\tenrolled. It is planned"),
                 QByteArray(anew.output + anew.errors).constData());
        QCOMPARE(countOf("EpisodeOfCare?patient=planned&status=planned"), 1);
        QVERIFY(countOf("Appointment?patient=planned&status=booked") > 0);
        QCOMPARE(end(u"planned"_s, {QString::fromLatin1(first)}).code, 0);
        QCOMPARE(enrol(u"back"_s).code, 0);
        const QByteArray mine = "{\"resourceType\":\"Appointment\",\"id\":\"doctor\",\"status\":\"booked\",\"start\":\""
            + day(QDate::currentDate().addDays(9)).toLatin1() + "T15:00:00Z\",\"end\":\""
            + day(QDate::currentDate().addDays(9)).toLatin1()
            + "T16:00:00Z\",\"participant\":[{\"actor\":{\"reference\":\"Patient/back\"},\"status\":\"accepted\"}]}\n";
        QCOMPARE(run({u"import"_s, u"-"_s}, mine).code, 0);
        QVERIFY(end(u"back"_s, {day(QDate::currentDate().addDays(3))}).output.contains("is not yet there"));
        QVERIFY(end(u"back"_s, {day(m_start.addDays(-1))}).output.contains("The last day can be that one or a later one"));
        QCOMPARE(countOf("EpisodeOfCare?patient=back&status=active"), 1);
        QVERIFY(enrol(u"back"_s, m_start.addDays(30)).output.contains("End that first, with enrol --end"));

        const auto dry = end(u"back"_s, {day(m_start.addDays(1)), u"--dry-run"_s});
        QCOMPARE(countOf("EpisodeOfCare?patient=back&status=active"), 1);
        QCOMPARE(countOf("Appointment?patient=back&status=cancelled"), 0);
        const auto done = end(u"back"_s, {day(m_start.addDays(1))});
        QCOMPARE(dry.output, done.output);
        QCOMPARE(dry.errors, QByteArray(done.errors + "Nothing was written.\n"));
        QVERIFY2(done.code == 0 && done.output.startsWith(QByteArray("back\tended\t" + day(m_start.addDays(1)).toLatin1() + '\t')),
                 QByteArray(done.output + done.errors).constData());
        QVERIFY2(done.errors.contains("1 sessions to come were not made by this enrolment"), done.errors.constData());
        const QJsonObject episode =
            entriesOf(m_clinic.send("GET", "EpisodeOfCare?patient=back", m_dana).json()).first()["resource"_L1].toObject();
        QCOMPARE(episode.value("status"_L1).toString(), u"finished"_s);
        QCOMPARE(episode.value("period"_L1)["end"_L1].toString(), day(m_start.addDays(1)));
        QCOMPARE(episode.value("statusHistory"_L1)[0]["period"_L1]["end"_L1].toString(), day(m_start.addDays(1)));
        const QJsonObject plan =
            entriesOf(m_clinic.send("GET", "CarePlan?patient=back", m_dana).json()).first()["resource"_L1].toObject();
        QCOMPARE(plan.value("status"_L1).toString(), u"completed"_s);
        QCOMPARE(plan.value("period"_L1)["end"_L1].toString(), day(m_start.addDays(1)));
        QStringList phases;
        for (const QJsonValue &each : plan.value("activity"_L1).toArray())
            phases << each["detail"_L1]["status"_L1].toString();
        QCOMPARE(phases, (QStringList{u"completed"_s, u"cancelled"_s, u"cancelled"_s}));
        // What is to come is off, but for what the enrolment did not make; what has been, and what is due this week, stays.
        const QByteArray later = "&date=ge" + day(QDate::currentDate().addDays(2)).toLatin1();
        QCOMPARE(countOf("Appointment?patient=back&status=booked" + later), 1);
        QCOMPARE(m_clinic.send("GET", "Appointment/doctor", m_dana).json().value("status"_L1).toString(), u"booked"_s);
        QCOMPARE(countOf("Appointment?patient=back&status=cancelled&date=le" + day(QDate::currentDate().addDays(-1)).toLatin1()),
                 0);
        QVERIFY(countOf("Task?patient=back&status=cancelled") > 0);
        QVERIFY(countOf("Task?patient=back&status=requested") > 0);
        const QByteArray log =
            m_clinic.send("GET", "AuditEvent?patient=back&_count=200&action=U", token("user/AuditEvent.rs")).body;
        for (const char *said : {"\"EpisodeOfCare/", "\"CarePlan/", "\"display\":\"Appointment\"", "\"display\":\"Task\""})
            QVERIFY2(log.contains(said), said);
        QVERIFY(end(u"back"_s).output.contains("refused: in no program that has begun"));
        const auto same = enrol(u"back"_s);
        QVERIFY2(same.code == 1 && same.output.contains("refused: enrolled before and ended, EpisodeOfCare/"),
                 same.output.constData());
        QCOMPARE(enrol(u"back"_s, m_start.addDays(2)).code, 0);
        // Without a day it is today.
        QVERIFY(end(u"back"_s).output.startsWith("back\tended\t"));
    }

    void manyWhileTheClinicServes()
    {
        QByteArray ids;
        for (int i = 0; i < 40; ++i)
            ids += "many" + QByteArray::number(i) + '\n';
        const auto done =
            run({u"enrol"_s, u"--patients"_s, u"-"_s, u"--program"_s, u"day-program"_s, u"--start"_s, day(m_start)}, ids);
        QVERIFY2(done.code == 0 && done.errors.contains("40 enrolled, 0 refused"), done.errors.constData());
        QCOMPARE(countOf("EpisodeOfCare?identifier=https://handrail.example/fhir/sid/enrolment%7Cday-program/"
                         + day(m_start).toLatin1()),
                 40);
        QVERIFY(countOf("Appointment?patient=many39") > 60);
    }

    void theTimeZoneIsSaid()
    {
        QCOMPARE(run({u"time-zone"_s, u"--organization"_s, u"o1"_s}).output.trimmed(), QByteArray("America/New_York"));
        QCOMPARE(run({u"time-zone"_s, u"--organization"_s, u"o9"_s}).output.trimmed(), QByteArray("none"));
        QCOMPARE(run({u"time-zone"_s, u"Mars/Olympus"_s, u"--organization"_s, u"o9"_s}).code, 2);
        QCOMPARE(run({u"time-zone"_s, u"America/Phoenix"_s, u"--organization"_s, u"nowhere"_s}).code, 1);
        QCOMPARE(run({u"time-zone"_s, u"America/Phoenix"_s, u"--organization"_s, u"o9"_s}).output.trimmed(),
                 QByteArray("America/Phoenix"));
        const auto done = run({u"enrol"_s, u"--patient"_s, u"zoneless"_s, u"--program"_s, u"evening-iop"_s, u"--start"_s,
                               day(m_start), u"--dry-run"_s});
        QVERIFY2(done.output.contains("T18:00:00-07:00"), done.output.left(500).constData());
        QVERIFY(!done.output.contains("T18:00:00-06:00"));
    }

    // Who looked, and who wrote: staff at the machine too, each in their own record.
    void itIsInTheLog()
    {
        const QByteArray log = m_clinic.send("GET", "AuditEvent?patient=ann&_count=200", token("user/AuditEvent.rs")).body;
        for (const char *type :
             {"\"reference\":\"EpisodeOfCare/", "\"display\":\"Appointment\"", "\"display\":\"Task\"", "\"display\":\"CarePlan\""})
            QVERIFY2(log.contains(type), type);
        QVERIFY(log.contains("\"action\":\"C\""));
        QVERIFY(!log.contains("Patient/bo"));
    }

private:
    static QString day(const QDate &date) { return date.toString(Qt::ISODate); }
    [[nodiscard]] ClinicProcess::Finished run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return ClinicProcess::runToEnd(arguments + QStringList{u"--database"_s, m_database}, input);
    }
    [[nodiscard]] ClinicProcess::Finished enrol(const QString &who, const QDate &start = {}) const
    {
        return run({u"enrol"_s, u"--patient"_s, who, u"--program"_s, u"evening-iop"_s, u"--start"_s,
                    day(start.isValid() ? start : m_start)});
    }
    [[nodiscard]] int countOf(const QByteArray &search) const
    {
        return m_clinic.send("GET", search + "&_summary=count", m_dana).json().value("total"_L1).toInt(-1);
    }
    [[nodiscard]] QByteArray token(const char *scope) const
    {
        const auto dana = m_clinic.signIn(u"dana"_s, u"demo"_s, QString::fromLatin1(scope));
        return dana ? dana->accessToken : QByteArray();
    }

    QTemporaryDir m_directory;
    QString m_database;
    ClinicProcess m_clinic;
    QByteArray m_maya, m_dana;
    QDate m_start;
};

QTEST_GUILESS_MAIN(TestClinicEnrol)
#include "tst_clinic_enrol.moc"
