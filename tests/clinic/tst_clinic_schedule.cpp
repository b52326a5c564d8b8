// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "ClinicReading.h"

#include <QTemporaryDir>
#include <QTest>

using namespace handrail::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray header = "date,start,end,kind,title,patient\n";
const QByteArray named = "id,date,start,end,kind,title,patients,practitioner,place,video,status\n";

} // namespace

/// `handrail-clinic import-schedule` beside the clinic that serves the same database: all of a file or nothing, and words for every line that is
/// wrong (issue: bad input).
class TestClinicSchedule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_database = m_directory.filePath(u"clinic.db"_s);
        QVERIFY(startStaffed(m_clinic, m_maya, m_dana, m_database));
        QByteArray people;
        for (const char *id : {"ann", "bo", "cy", "dee", "eve", "fay", "gil", "hal", "ivy", "jo", "kim"})
            people += QByteArray("{\"resourceType\":\"Patient\",\"id\":\"") + id
                + "\",\"name\":[{\"given\":[\"Ann\"]}],\"managingOrganization\":{\"reference\":\"Organization/o1\"}}\n";
        people += "{\"resourceType\":\"Patient\",\"id\":\"died\",\"deceasedBoolean\":true,\"managingOrganization\":{\"reference\":"
                  "\"Organization/o1\"}}\n{\"resourceType\":\"Patient\",\"id\":\"nowhere\"}\n";
        QCOMPARE(ClinicProcess::runToEnd({u"import"_s, u"-"_s, u"--database"_s, m_database}, people).code, 0);
    }
    void cleanupTestCase() { QCOMPARE(m_clinic.stop(), 0); }

    void whatIsWrongImportsNothing_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArrayList>("said");
        QTest::addColumn<QStringList>("options");
        const auto row = [](const char *name, const QByteArray &text, const QByteArrayList &said, const QStringList &options = {}) {
            QTest::newRow(name) << text << said << options;
        };
        const QByteArray good = "2027-05-03,18:00,21:00,group,Evening group,ann\n";
        row("one of three", header + good + "2027-05-04,x,21:00,group,Evening group,ann\n" + good,
            {"line 3\tstart\texpected a time such as 18:00\n", "line 4\t\tthe same session for the same patient as line 2\n"});
        row("wrong columns", "date,start,end,kind,title,patient,mood\n" + good, {"line 1\tcolumn 7\tthis column is not known\n"});
        row("days in another order", header + "05/03/2027,18:00,21:00,group,Evening group,ann\n", {"line 2\tdate\texpected a day"});
        row("an order that does not fit", header + "31/05/2027,18:00,21:00,group,Evening group,ann\n",
            {"line 2\tdate\tthere is no such day"}, {u"--dates"_s, u"mdy"_s});
        row("a time that is skipped", header + "2027-03-14,02:30,04:00,group,Night group,ann\n",
            {"line 2\tstart\tthere is no such time that day: the clocks jump over it\n"});
        row("an end that is skipped", header + "2027-03-14,01:30,02:30,group,Night group,ann\n",
            {"line 2\tend\tthere is no such time that day"});
        row("a time that is doubled", header + "2026-11-01,01:30,04:00,group,Night group,ann\n",
            {"line 2\tstart\tthe clocks show this time twice that day: say which in a column offset\n"});
        row("a wrong offset", "date,start,end,kind,title,patient,offset\n2026-11-01,01:30,04:00,group,Night group,ann,-07:00\n",
            {"line 2\toffset\tthe clinic has another offset then\n"});
        row("a wrong offset in winter", "date,start,end,kind,title,patient,offset\n2026-12-01,01:30,04:00,group,Night,ann,-04:00\n",
            {"line 2\toffset\tthe clinic has another offset then\n"});
        row("nobody", header + "2027-05-03,18:00,21:00,group,Evening group,nobody\n",
            {"line 2\tpatient\tthere is no such patient: nobody\n"});
        row("died", header + "2027-05-03,18:00,21:00,group,Evening group,died\n", {"line 2\tpatient\ta patient has died: died\n"});
        row("of no clinic", header + "2027-05-03,18:00,21:00,group,Evening group,nowhere\n",
            {"line 2\tpatient\ta patient's clinic has no time zone: nowhere. Set it with"});
        row("no such room",
            "date,start,end,kind,title,patient,place,practitioner\n2027-05-03,18:00,21:00,group,x,ann,attic,nobody\n",
            {"line 2\tplace\tthere is no such one here\n", "line 2\tpractitioner\tthere is no such one here\n"});
        row("no such group", "date,start,end,kind,title,group\n2027-05-03,18:00,21:00,group,x,evening-iop/2020-01-01\n",
            {"line 2\tgroup\tnobody is enrolled like that\n"});
        row("one id, two sessions", named + "s,2027-05-03,18:00,21:00,group,x,ann,,,,\ns,2027-05-04,18:00,21:00,group,x,bo,,,,\n",
            {"line 3\tid\tline 2 says other things of the session with this id\n"});
        row("one time under other words", header + good + "2027-05-03,18:00,20:00,group,Other words,ann\n",
            {"line 3\t\ta patient has such a session at this time (line 2): ann\n"});
        row("one time under two ids",
            named + "s,2027-05-03,18:00,21:00,group,x,ann bo,,,,\nt,2027-05-03,18:00,21:00,group,x,ann,,,,\n",
            {"line 3\t\ta patient has such a session at this time (line 2): ann\n"});
        row("no UTF-8", header + "2027-05-03,18:00,21:00,group,\xff,ann\n" + good, {"line 2\t\tthis is not UTF-8\n"});
        row("a NUL", header + QByteArray("2027-05-03,18:00\0,21:00,group,x,ann\n", 37) + good,
            {"line 2\t\tthere is a NUL in this line\n"});
        row("a very long line", header + QByteArray(100'000, 'x') + '\n' + good, {"line 2\t\tthis line is too long\n"});
        row("nothing", {}, {"file\t\tthe file is empty\n"});
    }
    void whatIsWrongImportsNothing()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArrayList, said);
        QFETCH(QStringList, options);
        const int before = countOf("ann");
        const auto refused = run(text, options);
        QCOMPARE(refused.code, 1);
        for (const QByteArray &each : said)
            QVERIFY2(refused.output.contains(each), refused.output.constData());
        QVERIFY(refused.errors.contains("Nothing was imported."));
        QCOMPARE(countOf("ann"), before);
    }

    void aHundredLinesAreShown()
    {
        QByteArray text = header;
        for (int i = 0; i < 250; ++i)
            text += "x,18:00,21:00,group,G,ann\n";
        const auto refused = run(text);
        QCOMPARE(refused.code, 1);
        QCOMPARE(refused.output.count('\n'), 100);
        QVERIFY(refused.errors.contains("and 150 more. Nothing was imported."));
        QCOMPARE(run(header, {u"--dates"_s, u"ymd"_s}).code, 2);
        QCOMPARE(ClinicProcess::runToEnd({u"import-schedule"_s, u"/nowhere/x.csv"_s, u"--database"_s, m_database}).code, 1);
    }

    void aSessionMayEndAtMidnight()
    {
        const auto done = run(header + "2027-06-10,22:00,24:00,group,Late group,cy\n");
        QVERIFY2(done.code == 0, QByteArray(done.output + done.errors).constData());
        const QByteArray found = m_clinic.send("GET", "Appointment?patient=cy&date=ge2027-06-10&date=le2027-06-11", m_dana).body;
        QVERIFY2(found.contains("\"2027-06-10T22:00:00-04:00\"") && found.contains("\"2027-06-11T00:00:00-04:00\""),
                 found.constData());
    }

    void aScheduleComesInOnce()
    {
        // As a spreadsheet writes it: a byte order mark, CR LF, quotes.
        const QByteArray text = "\xef\xbb\xbf"
                                "date,start,end,kind,title,patient,practitioner,place,video\r\n"
                                "2027-05-10,18:00,21:00,group,\"Evening group, part 1\",ann,s1,l1,\r\n"
                                "2027-05-10,18:00,21:00,group,\"Evening group, part 1\",bo,s1,l1,\r\n"
                                "2027-05-11,9:00,9:50,individual,One-on-one,ann,s1,,https://video.example/r/1\r\n";
        const auto dry = run(text, {u"--dry-run"_s});
        QVERIFY(dry.code == 0 && dry.errors.contains("3 added") && dry.errors.contains("Nothing was written."));
        QVERIFY(!dry.errors.contains("address"));
        QVERIFY(run(QByteArray(text).replace("https://video.example/r/1", "yes"), {u"--dry-run"_s})
                    .errors.contains("1 video session has no address."));
        QCOMPARE(countOf("ann"), 0);
        const auto done = run(text);
        QVERIFY2(done.code == 0 && done.errors.contains("3 added, 0 changed, 0 the same"),
                 QByteArray(done.output + done.errors).constData());
        QCOMPARE(countOf("ann"), 2);
        QCOMPARE(countOf("bo"), 1);
        const QJsonObject group = of("ann", "2027-05-10");
        QCOMPARE(group.value("start"_L1).toString(), u"2027-05-10T18:00:00-04:00"_s);
        QCOMPARE(group.value("description"_L1).toString(), u"Evening group, part 1"_s);
        QVERIFY(compact(group).contains("Practitioner/s1") && compact(group).contains("Location/l1")
                && !compact(group).contains("Patient/bo"));
        QCOMPARE(group.value("identifier"_L1), of("bo", "2027-05-10").value("identifier"_L1));
        QVERIFY(compact(of("ann", "2027-05-11")).contains("https://video.example/r/1"));
        // Without ids the same again is a duplicate of what is stored, said by line.
        const auto again = run(text);
        QCOMPARE(again.code, 1);
        QVERIFY2(again.output.contains("line 2\t\tthis session was imported before") && again.output.contains("line 4\t\t"),
                 again.output.constData());
        QCOMPARE(countOf("ann"), 2);
        // So is another line for what the patient has at that time.
        QVERIFY(run(header + "2027-05-10,18:00,20:00,group,Other words,ann\n")
                    .output.contains("line 2\t\ta patient has such a session at this time"));
    }

    // Without ids: one-on-ones at the same hour are two sessions, a group is one (its video room is by this name).
    void whoHasASessionAloneHasItAlone()
    {
        const QByteArray one = "2027-05-20,15:00,15:50,individual,One-on-one,";
        const QByteArray walk = "2027-05-21,15:00,15:50,mind-body,Walk,";
        const auto done = run(header + one + "ann\n" + one + "bo\n" + walk + "ann\n" + walk + "bo\n");
        QVERIFY2(done.errors.contains("4 added"), QByteArray(done.output + done.errors).constData());
        const auto session = [this](const QByteArray &patient, const QByteArray &day) {
            return of(patient, day).value("identifier"_L1)[0]["value"_L1].toString();
        };
        QVERIFY(!session("ann", "2027-05-20").isEmpty());
        QVERIFY(session("ann", "2027-05-20") != session("bo", "2027-05-20"));
        QCOMPARE(session("ann", "2027-05-21"), session("bo", "2027-05-21"));
        // What was imported before is still known by its line.
        QVERIFY(run(header + one + "ann\n").output.contains("line 2\t\tthis session was imported before"));
    }

    void aSessionWithAnIdCanComeAgain()
    {
        const QByteArray first = "A7,2027-06-07,18:00,21:00,group,Evening group,ann bo,s1,l1,,\n";
        const QByteArray second = "A8,2027-06-09,18:00,21:00,group,Evening group,ann bo,s1,l1,,\n";
        QVERIFY(run(named + first + second).errors.contains("4 added, 0 changed, 0 the same"));
        QVERIFY(run(named + first + second).errors.contains("0 added, 0 changed, 4 the same"));
        // Another name, and a word of Bo's stays; moved, and it was of the time before.
        const QString bos = of("bo", "2027-06-07").value("id"_L1).toString();
        QVERIFY(!bos.isEmpty());
        QJsonObject said = of("bo", "2027-06-07");
        QJsonArray people = said.value("participant"_L1).toArray();
        QJsonObject bo = people.first().toObject();
        bo.insert(u"status"_s, u"declined"_s);
        people.replace(0, bo);
        said.insert(u"participant"_s, people);
        QCOMPARE(m_clinic.send("PUT", "Appointment/" + bos.toLatin1(), m_dana, compact(said)).status, 200);
        QVERIFY(run(named + QByteArray(first).replace("Evening group", "Night group")).errors.contains("2 changed"));
        QCOMPARE(of("bo", "2027-06-07").value("participant"_L1)[0]["status"_L1].toString(), u"declined"_s);
        const auto moved = run(named + QByteArray(first).replace("18:00,21:00", "18:30,21:30"));
        QVERIFY2(moved.errors.contains("0 added, 2 changed, 0 the same. Sessions that the file does not name stay as they are."),
                 QByteArray(moved.output + moved.errors).constData());
        const QJsonObject now = of("bo", "2027-06-07");
        QCOMPARE(now.value("id"_L1).toString(), bos);
        QCOMPARE(now.value("start"_L1).toString(), u"2027-06-07T18:30:00-04:00"_s);
        QVERIFY(compact(now).contains("\"valueDateTime\":\"2027-06-07T18:00:00-04:00\"")); // from when it was moved
        QCOMPARE(now.value("participant"_L1)[0]["status"_L1].toString(), u"needs-action"_s);
        QCOMPARE(now.value("participant"_L1)[1]["status"_L1].toString(), u"accepted"_s); // staff are not asked
        QCOMPARE(of("bo", "2027-06-09").value("start"_L1).toString(), u"2027-06-09T18:00:00-04:00"_s);
        // Cancelled; then one more patient.
        QVERIFY(run(named + QByteArray(second).replace("l1,,", "l1,,cancelled")).errors.contains("2 changed"));
        QCOMPARE(of("ann", "2027-06-09").value("status"_L1).toString(), u"cancelled"_s);
        QVERIFY(run(named + "A7,2027-06-07,18:30,21:30,group,Evening group,ann bo cy,s1,l1,,\n")
                    .errors.contains("1 added, 0 changed, 2 the same"));
        // Who came is noted: the time stays.
        QJsonObject over = of("ann", "2027-06-07");
        over.insert(u"status"_s, u"fulfilled"_s);
        QCOMPARE(m_clinic.send("PUT", "Appointment/" + over.value("id"_L1).toString().toLatin1(), m_dana, compact(over)).status,
                 200);
        const auto late = run(named + "A7,2027-06-07,19:00,21:30,group,Evening group,ann bo cy,s1,l1,,\n");
        QVERIFY(late.code == 1 && late.output.contains("line 2\tstart\twho came to this session is noted already"));
        QCOMPARE(of("cy", "2027-06-07").value("start"_L1).toString(), u"2027-06-07T18:30:00-04:00"_s);
    }

    // A session goes to another hour, and a new one comes to where it was: as all of the file is, in whatever order of lines.
    // A column that is left out says nothing of what it would hold; an empty cell of one takes it away.
    void whatHasNoColumnStays()
    {
        const QByteArray when = "2027-10-02,10:00,11:00,group,Walk";
        QVERIFY(run(named + "C1," + when + ",ann,s1,l1,https://meet.example/room1,\n").errors.contains("1 added"));
        QVERIFY(run("id,date,start,end,kind,title,patient\nC1," + QByteArray(when).replace("10:00,11:00", "12:00,13:00") + ",ann\n")
                    .errors.contains("1 changed"));
        const auto staffAndPlace = [this] {
            QStringList actors;
            for (const QJsonValue &each : of("ann", "2027-10-02").value("participant"_L1).toArray())
                actors << each["actor"_L1]["reference"_L1].toString();
            actors.removeAll(u"Patient/ann"_s);
            return actors;
        };
        const QJsonObject moved = of("ann", "2027-10-02");
        QCOMPARE(moved.value("start"_L1).toString(), u"2027-10-02T12:00:00-04:00"_s);
        QVERIFY(compact(moved).contains("https://meet.example/room1"));
        QCOMPARE(staffAndPlace(), (QStringList{u"Practitioner/s1"_s, u"Location/l1"_s}));
        const QByteArray later = QByteArray(when).replace("10:00,11:00", "12:00,13:00");
        QVERIFY(run("id,date,start,end,kind,title,patient,place\nC1," + later + ",ann,\n").errors.contains("1 changed"));
        QCOMPARE(staffAndPlace(), QStringList{u"Practitioner/s1"_s});
        QVERIFY(run(named + "C1," + later + ",ann,,l1,,\n").errors.contains("1 changed"));
        QCOMPARE(staffAndPlace(), QStringList{u"Location/l1"_s});
        QVERIFY(!compact(of("ann", "2027-10-02")).contains("meet.example"));
    }

    // Nobody may come to where a session was, named or not.
    void whoIsNotNamedAnyMoreGoesAlong()
    {
        QVERIFY(run(named + "C2,2027-10-04,10:00,11:00,group,Walk,ann bo,s1,l1,,\n").errors.contains("2 added"));
        const auto along = run(named + "C2,2027-10-04,15:00,16:00,group,Walk,bo,s1,l1,,\n");
        QVERIFY2(along.errors.contains("2 changed") && along.output == "line 2\t\tnamed in no line any more, and goes along: ann\n",
                 QByteArray(along.output + along.errors).constData());
        QCOMPARE(of("ann", "2027-10-04").value("start"_L1).toString(), u"2027-10-04T15:00:00-04:00"_s);
        QVERIFY(run(named + "C2,2027-10-04,15:00,16:00,group,Walk,bo,s1,l1,,cancelled\n").errors.contains("2 changed"));
        QCOMPARE(of("ann", "2027-10-04").value("status"_L1).toString(), u"cancelled"_s);
        const auto silent = run(named + "C2,2027-10-04,15:00,16:00,group,Walk,ann bo,s1,l1,,\n");
        QVERIFY2(silent.code == 0 && silent.output == "line 2\t\tcancelled here, and stays so without the status booked: ann bo\n",
                 QByteArray(silent.output + silent.errors).constData());
        QVERIFY(run(named + "C2,2027-10-04,15:00,16:00,group,Walk,ann bo,s1,l1,,booked\n").errors.contains("2 changed"));
        QCOMPARE(of("bo", "2027-10-04").value("status"_L1).toString(), u"booked"_s);
        // An hour that was somebody's, for another under the same id: neither gets to know of the other's.
        const QByteArray hour = "S9,2027-10-11,10:00,11:00,individual,One-on-one,";
        QVERIFY(run(named + hour + "ann,s1,,https://meet.example/hers,\n").errors.contains("1 added"));
        const auto given = run(named + QByteArray(hour).replace("10:00,11", "12:00,13") + "bo,s1,,https://meet.example/his,\n");
        QVERIFY2(given.output.startsWith("line 2\t\tthis id is the session of others here"), given.output.constData());
        QVERIFY(given.output.endsWith(": ann\n") && of("bo", "2027-10-11").isEmpty());
    }

    void oneMovesAndAnotherTakesItsTime_data()
    {
        QTest::addColumn<bool>("isMovedFirst");
        QTest::addColumn<QByteArray>("day");
        QTest::newRow("the move first") << true << QByteArray("2027-06-14");
        QTest::newRow("the new one first") << false << QByteArray("2027-06-15");
    }
    void oneMovesAndAnotherTakesItsTime()
    {
        QFETCH(bool, isMovedFirst);
        QFETCH(QByteArray, day);
        const auto line = [&](const char *id, const char *times) {
            return QByteArray(id + day + ',' + day + ',' + times + ",group,Group,ann bo,,,,\n");
        };
        QVERIFY(run(named + line("A", "10:00,11:30")).errors.contains("2 added"));
        const QByteArray moved = line("A", "12:00,13:30"), come = line("B", "10:00,11:30");
        // The new one alone, or with the other where it is, is one too many: said on the line that is new, and nothing half done.
        for (const auto &[text, words] :
             {std::pair(come, QByteArray("line 2\t\ta patient has such a session at this time (App")),
              std::pair(QByteArray(come + line("A", "10:00,11:30")),
                        QByteArray("line 2\t\ta patient has such a session at this time (line 3): ann bo\n")),
              std::pair(QByteArray(moved + come + line("C", "12:00,13:00")),
                        QByteArray("line 4\t\ta patient has such a session at this time (line 2): ann bo\n"))}) {
            const auto refused = run(named + text);
            QVERIFY2(refused.code == 1 && refused.output.contains(words), refused.output.constData());
            QVERIFY2(!words.endsWith('\n') || refused.output.count(words) == 1,
                     refused.output.constData()); // of all who come, once
            QCOMPARE(of("ann", day).value("start"_L1).toString(), QString::fromLatin1(day + "T10:00:00-04:00"));
        }
        const auto done = run(named + (isMovedFirst ? moved + come : come + moved));
        QVERIFY2(done.errors.contains("2 added, 2 changed, 0 the same"), QByteArray(done.output + done.errors).constData());
        QStringList starts;
        for (const QJsonValue &each :
             entriesOf(m_clinic.send("GET", "Appointment?patient=bo&_sort=date&date=" + day, m_dana).json()))
            starts << each["resource"_L1]["start"_L1].toString().mid(11, 5);
        QCOMPARE(starts, (QStringList{u"10:00"_s, u"12:00"_s}));
        // Nor may it be moved onto another one.
        const auto onto = run(named + line("A", "10:00,11:00"));
        QVERIFY2(onto.code == 1 && onto.output.contains("line 2\t\ta patient has such a session"), onto.output.constData());
        // They may change places; and where one is cancelled, there is room.
        QVERIFY(run(named + line("A", "10:00,11:00") + line("B", "12:00,13:00")).errors.contains("4 changed"));
        QVERIFY(run(named + QByteArray(line("A", "10:00,11:00")).replace(",,,,", ",,,,cancelled") + line("B", "10:00,11:00"))
                    .errors.contains("4 changed"));
    }

    void bothTimesOfANightThatHasTwo()
    {
        const QByteArray columns = "date,start,end,kind,title,patient,offset\n";
        const auto done =
            run(columns + "2026-11-01,01:30,03:00,group,Early,cy,-04:00\n2026-11-01,01:30,03:00,education,Late,cy,-05:00\n");
        QVERIFY2(done.code == 0, done.output.constData());
        const QByteArray both = m_clinic.send("GET", "Appointment?patient=cy&date=2026-11-01", m_dana).body;
        QVERIFY(both.contains("2026-11-01T01:30:00-04:00") && both.contains("2026-11-01T01:30:00-05:00"));
    }

    void aGroupIsWhoWasEnrolledTogether()
    {
        const QString start = QDate::currentDate().toString(Qt::ISODate);
        QCOMPARE(ClinicProcess::runToEnd({u"enrol"_s, u"--patients"_s, u"-"_s, u"--program"_s, u"evening-iop"_s, u"--start"_s,
                                          start, u"--database"_s, m_database},
                                         "ann\nbo\n")
                     .code,
                 0);
        const auto done =
            run("date,start,end,kind,title,group\n2027-07-03,10:00,11:00,mind-body,Walk,evening-iop/" + start.toLatin1() + '\n');
        QVERIFY2(done.errors.contains("2 added"), QByteArray(done.output + done.errors).constData());
        QVERIFY(!of("ann", "2027-07-03").isEmpty() && !of("bo", "2027-07-03").isEmpty() && of("cy", "2027-07-03").isEmpty());
    }

    // On hold, and out of the program: whose session it still is would come to the time where it was.
    void aSessionOfAGroupTakesAlongWhoStillHasIt()
    {
        const QString start = QDate::currentDate().toString(Qt::ISODate);
        const auto enrolled = ClinicProcess::runToEnd({u"enrol"_s, u"--patients"_s, u"-"_s, u"--program"_s, u"day-program"_s,
                                                       u"--start"_s, start, u"--database"_s, m_database},
                                                      "dee\neve\nfay\ngil\n");
        QVERIFY2(enrolled.code == 0, enrolled.output.constData());
        const auto line = [&](const char *when, const char *status, const char *id = "G1") -> QByteArray {
            return QByteArray(id) + ',' + when + ",group,Walk,day-program/" + start.toLatin1() + ',' + status + '\n';
        };
        const QByteArray columns = "id,date,start,end,kind,title,group,status\n";
        QVERIFY(run(columns + line("2027-08-07,10:00,11:00", "")).errors.contains("4 added"));
        QVERIFY(setEpisode("eve", u"onhold"_s) && setEpisode("fay", u"finished"_s));
        const auto moved = run(columns + line("2027-08-07,14:00,15:00", ""));
        QVERIFY2(moved.errors.contains("0 added, 4 changed"), QByteArray(moved.output + moved.errors).constData());
        for (const char *who : {"dee", "eve", "fay"})
            QCOMPARE(of(who, "2027-08-07").value("start"_L1).toString(), u"2027-08-07T14:00:00-04:00"_s);
        // Hers alone is called off: it stays so.
        QJsonObject off = of("fay", "2027-08-07");
        off.insert(u"status"_s, u"cancelled"_s);
        QCOMPARE(m_clinic.send("PUT", "Appointment/" + off.value("id"_L1).toString().toLatin1(), m_dana, compact(off)).status, 200);
        QVERIFY(run(columns + line("2027-08-07,15:00,16:00", "")).errors.contains("0 added, 3 changed"));
        QVERIFY(run(columns + line("2027-08-07,15:00,16:00", "cancelled")).errors.contains("0 added, 3 changed"));
        QCOMPARE(of("eve", "2027-08-07").value("status"_L1).toString(), u"cancelled"_s);
        // A new session is for who comes.
        QVERIFY(run(columns + line("2027-08-08,10:00,11:00", "", "G2")).errors.contains("2 added"));
        // Whoever has died keeps no file from coming in once the program is over for them; until then they are named.
        QCOMPARE(ClinicProcess::runToEnd({u"import"_s, u"-"_s, u"--database"_s, m_database},
                                         "{\"resourceType\":\"Patient\",\"id\":\"gil\",\"deceasedBoolean\":true,"
                                         "\"managingOrganization\":{\"reference\":\"Organization/o1\"}}\n")
                     .code,
                 0);
        const QByteArray later = columns + line("2027-08-08,12:00,13:00", "", "G2");
        QVERIFY(run(later).output.contains("line 2\tgroup\ta patient has died: gil\n"));
        QVERIFY(setEpisode("gil", u"finished"_s));
        QVERIFY(run(later).errors.contains("0 added, 1 changed"));
    }

    // The last of a group goes on hold, or the group ends: nobody may come to a session that is off.
    void aSessionOfAGroupInWhichNobodyIsAnyMore()
    {
        const QByteArray group = enrolledTomorrow("hal\nivy\n", u"day-program"_s);
        const auto line = [&](const char *when, const char *status, const char *id = "G5") -> QByteArray {
            return QByteArray(id) + ',' + when + ",group,Walk," + group + ',' + status + '\n';
        };
        const QByteArray columns = "id,date,start,end,kind,title,group,status\n";
        QVERIFY(run(columns + line("2027-08-21,10:00,11:00", "")).errors.contains("2 added"));
        QVERIFY(setEpisode("hal", u"onhold"_s) && setEpisode("ivy", u"finished"_s));
        const auto moved = run(columns + line("2027-08-21,14:00,15:00", ""));
        QVERIFY2(moved.code == 0 && moved.errors.contains("0 added, 2 changed"),
                 QByteArray(moved.output + moved.errors).constData());
        QCOMPARE(of("ivy", "2027-08-21").value("start"_L1).toString(), u"2027-08-21T14:00:00-04:00"_s);
        const QByteArray off = columns + line("2027-08-21,14:00,15:00", "cancelled");
        QVERIFY(run(off).errors.contains("0 added, 2 changed"));
        for (const char *who : {"hal", "ivy"})
            QCOMPARE(of(who, "2027-08-21").value("status"_L1).toString(), u"cancelled"_s);
        // It can stay in the file. A new one is for nobody, and so is one without an id.
        QCOMPARE(run(off).code, 0);
        QVERIFY(run(columns + line("2027-08-22,14:00,15:00", "", "G6")).output.contains("line 2\tgroup\tnobody is enrolled"));
        const auto unnamed = run(columns.mid(3) + line("2027-08-21,14:00,15:00", "", "").mid(1));
        QVERIFY2(unnamed.output.contains("line 2\tgroup\tnobody is enrolled"), unnamed.output.constData());
    }

    // Jo went from one group to another and has a session of the first still: that stops nobody's file, and is said.
    void whoLeftAGroupStopsNoFile()
    {
        const QByteArray left = enrolledTomorrow("jo\nkim\n", u"day-program"_s);
        const QByteArray columns = "id,date,start,end,kind,title,group,status\n";
        const auto line = [](const char *id, const char *hour, const QByteArray &group) -> QByteArray {
            return QByteArray(id) + ",2027-09-04," + hour + ":00," + hour + ":50,group,Walk," + group + ",\n";
        };
        QVERIFY(run(columns + line("K1", "10", left)).errors.contains("2 added"));
        QVERIFY(setEpisode("jo", u"finished"_s));
        const QByteArray joined = enrolledTomorrow("jo\n", u"evening-iop"_s);
        QVERIFY(run(columns + line("K2", "14", joined)).errors.contains("1 added"));
        const auto hours = [this] {
            QStringList starts;
            for (const QJsonValue &each :
                 entriesOf(m_clinic.send("GET", "Appointment?patient=jo&_sort=date&date=2027-09-04", m_dana).json()))
                starts << each["resource"_L1]["start"_L1].toString().mid(11, 2);
            return starts;
        };
        // Onto one that the file does not name; onto one that it moves to the same hour; and a new one onto what stays.
        const auto alone = run(columns + line("K1", "14", left));
        QVERIFY2(alone.code == 0 && alone.errors.contains("0 added, 2 changed")
                     && alone.errors.contains("Clashes that keep nothing out: 1."),
                 QByteArray(alone.output + alone.errors).constData());
        QVERIFY2(alone.output.startsWith("line 2\t\ta patient has such a session at this time (Appointment/")
                     && alone.output.endsWith("): jo\n"),
                 alone.output.constData());
        QCOMPARE(hours(), (QStringList{u"14"_s, u"14"_s}));
        const auto both = run(columns + line("K1", "16", left) + line("K2", "16", joined));
        QVERIFY2(both.code == 0 && both.output == "line 2\t\ta patient has such a session at this time (line 3): jo\n",
                 QByteArray(both.output + both.errors).constData());
        QCOMPARE(hours(), (QStringList{u"16"_s, u"16"_s}));
        const auto come = run(columns + line("K1", "16", left) + line("K3", "16", joined) + line("K2", "18", joined));
        QVERIFY2(come.code == 0 && come.output == "line 3\t\ta patient has such a session at this time (line 2): jo\n",
                 QByteArray(come.output + come.errors).constData());
        // Who is in the group is told apart by name, and holds the file.
        const auto refused = run(columns + line("K1", "16", left) + line("K4", "16", left));
        QVERIFY2(refused.code == 1 && refused.output == "line 3\t\ta patient has such a session at this time (line 2): kim\n",
                 QByteArray(refused.output + refused.errors).constData());
    }

    void itIsInTheLog()
    {
        const auto dana = m_clinic.signIn(u"dana"_s, u"demo"_s, u"user/AuditEvent.rs"_s);
        QVERIFY(dana);
        const QByteArray log = m_clinic.send("GET", "AuditEvent?patient=cy&_count=200", dana->accessToken).body;
        QVERIFY(log.contains(QByteArray("Appointment/" + of("cy", "2027-06-07").value("id"_L1).toString().toLatin1())));
        QVERIFY(!log.contains("Patient/ann"));
    }

private:
    [[nodiscard]] ClinicProcess::Finished run(const QByteArray &text, const QStringList &options = {}) const
    {
        return ClinicProcess::runToEnd(QStringList{u"import-schedule"_s, u"-"_s, u"--database"_s, m_database} + options, text);
    }
    [[nodiscard]] int countOf(const QByteArray &patient) const
    {
        return m_clinic.send("GET", "Appointment?patient=" + patient + "&_summary=count", m_dana)
            .json()
            .value("total"_L1)
            .toInt(-1);
    }
    [[nodiscard]] QJsonObject of(const QByteArray &patient, const QByteArray &day) const
    {
        const QJsonArray found = entriesOf(m_clinic.send("GET", "Appointment?patient=" + patient + "&date=" + day, m_dana).json());
        return found.isEmpty() ? QJsonObject() : found.first()["resource"_L1].toObject();
    }

    /// Enrols them from tomorrow on; the group.
    [[nodiscard]] QByteArray enrolledTomorrow(const QByteArray &patients, const QString &program) const
    {
        const QString start = QDate::currentDate().addDays(1).toString(Qt::ISODate);
        const auto done = ClinicProcess::runToEnd(
            {u"enrol"_s, u"--patients"_s, u"-"_s, u"--program"_s, program, u"--start"_s, start, u"--database"_s, m_database},
            patients);
        if (done.code != 0)
            qWarning("%s", done.output.constData());
        return QString(program + u'/' + start).toLatin1();
    }

    /// Staff say how the enrolment of this patient stands.
    [[nodiscard]] bool setEpisode(const QByteArray &patient, const QString &status) const
    {
        const QJsonArray found = entriesOf(m_clinic.send("GET", "EpisodeOfCare?patient=" + patient, m_dana).json());
        QJsonObject episode = found.isEmpty() ? QJsonObject() : found.first()["resource"_L1].toObject();
        episode.insert(u"status"_s, status);
        return ClinicProcess::runToEnd({u"import"_s, u"-"_s, u"--database"_s, m_database}, compact(episode) + '\n').code == 0;
    }

    QTemporaryDir m_directory;
    QString m_database;
    ClinicProcess m_clinic;
    QByteArray m_maya, m_dana;
};

QTEST_GUILESS_MAIN(TestClinicSchedule)
#include "tst_clinic_schedule.moc"
