// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "ClinicReading.h"
#include "form/Safety.h"

#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace handrail::test;
using namespace Qt::Literals::StringLiterals;

/// `handrail-clinic gaps` (design clinical 3.2: no check-in for three days), by the real program.
class TestClinicGaps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_database = m_directory.filePath(u"clinic.db"_s);
        QVERIFY(startStaffed(m_clinic, m_maya, m_dana, m_database)); // Organization/o1, whose clocks are New York's
        m_today = QDateTime::currentDateTimeUtc().toTimeZone(m_zone).date();
    }
    void cleanupTestCase() { QCOMPARE(m_clinic.stop(), 0); }

    void whoIsListed_data()
    {
        QTest::addColumn<QByteArray>("records");
        QTest::addColumn<QByteArray>("line"); // empty: not in the list
        const QByteArray running = episode(20) + plan(20);
        QTest::newRow("none yet, two days") << QByteArray(episode(2) + plan(2)) << QByteArray();
        QTest::newRow("none yet, three days")
            << QByteArray(episode(3) + plan(3)) << QByteArray("3 days\tnone since the program began on " + day(3));
        QTest::newRow("two days ago") << QByteArray(running + checkIn(9) + checkIn(2)) << QByteArray();
        QTest::newRow("three days ago") << QByteArray(running + checkIn(3) + checkIn(9))
                                        << QByteArray("3 days\tthe last on " + day(3));
        // In Greenwich, where the machine's clock may be, it is the next day by then.
        QTest::newRow("late on the third evening")
            << QByteArray(running + checkIn(3, "23:30")) << QByteArray("3 days\tthe last on " + day(3));
        QTest::newRow("early on the second day") << QByteArray(running + checkIn(2, "00:10")) << QByteArray();
        QTest::newRow("by the day alone") << QByteArray(running + answers(day(2), "completed")) << QByteArray();
        QTest::newRow("in an earlier program")
            << QByteArray(episode(5) + plan(5) + checkIn(12)) << QByteArray("5 days\tnone since the program began on " + day(5));
        QTest::newRow("not finished") << QByteArray(running + checkIn(7) + answers(at(1), "in-progress"))
                                      << QByteArray("7 days\tthe last on " + day(7));
        QTest::newRow("taken back") << QByteArray(running + checkIn(7) + answers(at(1), "entered-in-error"))
                                    << QByteArray("7 days\tthe last on " + day(7));
        QTest::newRow("amended") << QByteArray(running + answers(at(1), "amended")) << QByteArray();
        QTest::newRow("another form") << QByteArray(running + checkIn(7) + answers(at(1), "completed", "elsewhere|7"))
                                      << QByteArray("7 days\tthe last on " + day(7));
        const char *ahead = "what went ahead of its form";
        QTest::newRow(ahead) << QByteArray(running + checkIn(7) + sentAhead(idOf(ahead), at(1)))
                             << QByteArray("7 days\tthe last on " + day(7));
        // What a device that is a year ahead dates: it came today, and hides nobody for a year.
        QTest::newRow("a clock that is ahead") << QByteArray(running + checkIn(-400)) << QByteArray();

        QTest::newRow("in no program") << QByteArray(checkIn(9)) << QByteArray();
        QTest::newRow("an episode alone") << QByteArray(episode(9)) << QByteArray("9 days\tnone since");
        QTest::newRow("a plan alone") << QByteArray(plan(9)) << QByteArray("9 days\tnone since");
        QTest::newRow("a program without a first day")
            << QByteArray(resource("{'resourceType':'EpisodeOfCare','id':'WHO-e','status':'active',"
                                   "'patient':{'reference':'Patient/WHO'}}"))
            << QByteArray("-\tnone, and");
        QTest::newRow("an episode since a later phase")
            << QByteArray(episode(40, 10, "finished") + episode(9) + plan(40)) << QByteArray("40 days\tnone since");
        QTest::newRow("finished") << QByteArray(episode(20, {}, "finished") + plan(20)) << QByteArray();
        QTest::newRow("on hold") << QByteArray(episode(20, {}, "onhold") + plan(20)) << QByteArray();
        QTest::newRow("its last day was yesterday") << QByteArray(episode(20, 1) + plan(20)) << QByteArray();
        QTest::newRow("its last day is today") << QByteArray(episode(20, 0) + plan(20)) << QByteArray("20 days");
        QTest::newRow("planned") << QByteArray(episode(20, {}, "planned")) << QByteArray();
        QTest::newRow("to come") << QByteArray(episode(-3) + plan(-3)) << QByteArray();
        QTest::newRow("a plan that rests") << QByteArray(episode(20) + plan(20, "on-hold")) << QByteArray();
        QTest::newRow("a plan that is over") << QByteArray(episode(20) + plan(20, "completed")) << QByteArray();
        // Who came back: what is of the stay before, or of the one to come, says nothing of the one that runs.
        QTest::newRow("an episode after a plan that is over")
            << QByteArray(plan(400, "completed", "iop", 0, 300) + episode(20)) << QByteArray("20 days");
        QTest::newRow("an episode after a plan that ended some day")
            << QByteArray(plan(400, "completed") + episode(20)) << QByteArray("20 days");
        QTest::newRow("an episode after a plan that rests")
            << QByteArray(plan(400, "on-hold", "iop", 0, 300, "completed") + episode(20)) << QByteArray("20 days");
        QTest::newRow("a plan after an episode that is over")
            << QByteArray(episode(400, 300, "finished") + plan(20)) << QByteArray("20 days");
        QTest::newRow("an episode beside a plan to come") << QByteArray(episode(20) + plan(-10)) << QByteArray("20 days");
        QTest::newRow("a plan beside an episode to come")
            << QByteArray(plan(20) + episode(-10, {}, "planned")) << QByteArray("20 days");
        QTest::newRow("a plan that went on into the episode")
            << QByteArray(plan(90, "completed", "iop", 0, 10) + episode(20)) << QByteArray();
        QTest::newRow("an episode that went on into the plan")
            << QByteArray(episode(90, 10, "finished") + plan(20)) << QByteArray();
        QTest::newRow("an open phase behind the end of a plan that is over")
            << QByteArray(plan(90, "completed", "aftercare", 0, 30, "in-progress", 20) + episode(20)) << QByteArray();
        QTest::newRow("a plan that was taken back") << QByteArray(episode(20) + plan(20, "revoked")) << QByteArray("20 days");

        const QByteArray after = episode(90) + plan(90, "active", "aftercare");
        QTest::newRow("aftercare, a day late") << QByteArray(after + checkIn(8)) << QByteArray();
        QTest::newRow("aftercare, two days late") << QByteArray(after + checkIn(9)) << QByteArray("9 days");
        const QByteArray often = episode(90) + plan(90, "active", "aftercare", 2);
        QTest::newRow("aftercare, each second day") << QByteArray(often + checkIn(3)) << QByteArray();
        QTest::newRow("aftercare, each second day, late") << QByteArray(often + checkIn(4)) << QByteArray("4 days");
        const QByteArray thrice = QByteArray(often).replace("\"frequency\":1,\"period\":2", "\"frequency\":3,\"period\":6");
        QTest::newRow("aftercare, three times in six days") << QByteArray(thrice + checkIn(3)) << QByteArray();
        QTest::newRow("aftercare, three times in six days, late") << QByteArray(thrice + checkIn(4)) << QByteArray("4 days");
        const QByteArray twice =
            QByteArray(often).replace("\"frequency\":1,\"period\":2,\"periodUnit\":\"d\"", "\"dayOfWeek\":[\"mon\",\"thu\"]");
        QTest::newRow("aftercare, on two days of the week") << QByteArray(twice + checkIn(4)) << QByteArray();
        QTest::newRow("aftercare, on two days of the week, late") << QByteArray(twice + checkIn(5)) << QByteArray("5 days");

        // The form by its record.
        const auto byRecord = [](QByteArray named) -> QByteArray {
            return named.replace("https://handrail.example/fhir/Questionnaire/", "Questionnaire/");
        };
        QTest::newRow("aftercare, a form by its record") << QByteArray(byRecord(often) + checkIn(3)) << QByteArray();
        QTest::newRow("aftercare, a form by its record, late") << QByteArray(byRecord(often) + checkIn(4)) << QByteArray("4 days");
        QTest::newRow("answers that name their form by its record")
            << QByteArray(running + checkIn(7) + byRecord(checkIn(1))) << QByteArray();
        QTest::newRow("answers that name another form by its record")
            << QByteArray(running + checkIn(7) + byRecord(checkIn(1)).replace("Questionnaire/daily-checkin", "Questionnaire/gone"))
            << QByteArray("7 days\tthe last on " + day(7));

        // A plan whose rhythm changed: only that of today counts.
        const auto within = [&](const QByteArray &bounds) {
            const QByteArray repeat = "\"repeat\":{", bounded = repeat + "\"boundsPeriod\":{" + bounds + "},";
            return QByteArray(often).replace(repeat, bounded);
        };
        const QByteArray over = within("\"end\":\"" + day(1) + '"'), lastDay = within("\"end\":\"" + day(0) + '"');
        const QByteArray coming = within("\"start\":\"" + day(-1) + '"');
        const QByteArray done =
            QByteArray(often).replace("\"in-progress\",\"instantiatesCanonical\"", "\"completed\",\"instantiatesCanonical\"");
        QTest::newRow("aftercare, a rhythm until yesterday") << QByteArray(over + checkIn(4)) << QByteArray();
        QTest::newRow("aftercare, a rhythm from tomorrow on") << QByteArray(coming + checkIn(4)) << QByteArray();
        const auto sevenTimes = [&](int from) -> QByteArray {
            const QByteArray timing = "\"repeat\":{", counted = timing + "\"count\":7,";
            return plan(from, "active", "aftercare", 2).replace(timing, counted);
        };
        QTest::newRow("aftercare, so many times until today") << QByteArray(sevenTimes(13) + checkIn(4)) << QByteArray("4 days");
        QTest::newRow("aftercare, so many times until yesterday") << QByteArray(sevenTimes(14) + checkIn(4)) << QByteArray();
        QTest::newRow("aftercare, a rhythm until today") << QByteArray(lastDay + checkIn(4)) << QByteArray("4 days");
        QTest::newRow("aftercare, a rhythm that is done") << QByteArray(done + checkIn(4)) << QByteArray();

        // Of two plans that run the more frequent counts, and only what runs says how often.
        const QByteArray back = after + plan(20);
        QTest::newRow("back in the program, two days ago") << QByteArray(back + checkIn(2)) << QByteArray();
        QTest::newRow("back in the program, three days ago") << QByteArray(back + checkIn(3)) << QByteArray("3 days");
        QTest::newRow("an episode alone, three days ago") << QByteArray(episode(9) + checkIn(3)) << QByteArray("3 days");
        const QByteArray rare = plan(-10, "active", "aftercare", 30), dense = plan(80, "active", "aftercare", 2);
        const QByteArray seldom = plan(89, "active", "aftercare", 30);
        QTest::newRow("a rhythm to come") << QByteArray(rare + after + checkIn(9)) << QByteArray("9 days");
        QTest::newRow("two aftercare plans") << QByteArray(seldom + after + dense + checkIn(4)) << QByteArray("4 days");
        // A plan that says nothing means each week.
        QTest::newRow("two aftercare plans, and one does not say")
            << QByteArray(seldom + after + checkIn(9)) << QByteArray("9 days");
        QTest::newRow("an aftercare plan of each month") << QByteArray(episode(90) + seldom + checkIn(9)) << QByteArray();

        QTest::newRow("died") << QByteArray(running + "DIED") << QByteArray();
    }
    void whoIsListed()
    {
        QFETCH(QByteArray, records);
        QFETCH(QByteArray, line);
        const QByteArray who = idOf(QTest::currentDataTag());
        const bool hasDied = records.endsWith("DIED");
        records.replace("DIED", "");
        records.prepend(person(who, "o1", hasDied ? ",'deceasedBoolean':true" : ""));
        const auto imported = run({u"import"_s, u"-"_s}, records.replace("WHO", who));
        QVERIFY2(imported.code == 0, imported.errors.constData());
        const auto listed = run({u"gaps"_s});
        QCOMPARE(listed.code, 0);
        const QByteArray found = lineOf(listed.output, who);
        QVERIFY2(line.isEmpty() ? found.isEmpty() : found.startsWith(line), found.constData());
        // That staff looked is in the log of whoever is in the list, and of nobody else.
        const QByteArray log = m_clinic.send("GET", "AuditEvent?patient=" + who + "&_count=1", m_dana).body;
        QCOMPARE(log.contains("\"action\":\"E\"") && log.contains("QuestionnaireResponse"), !line.isEmpty());
    }

    /// A form that is named by the full address of its record.
    void aFormByItsFullAddress_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<bool>("isOurs");
        const QString own = u"https://clinic.example/fhir/R4"_s;
        QTest::newRow("at the own address") << own << own.toLatin1() << true;
        QTest::newRow("at the own address, with a slash") << QString(own + u'/') << own.toLatin1() << true;
        QTest::newRow("at the address of another clinic") << own << QByteArray("https://other.example/fhir") << false;
        QTest::newRow("at an address below the own one") << own << QByteArray(own.toLatin1() + "/other") << false;
        QTest::newRow("at an address while none is known") << QString() << own.toLatin1() << false;
    }
    void aFormByItsFullAddress()
    {
        QFETCH(QString, base);
        QFETCH(QByteArray, address);
        QFETCH(bool, isOurs);
        const QByteArray there = address + "/Questionnaire/", who = idOf(QTest::currentDataTag()), planned = who + "-plan";
        const auto named = [&there](QByteArray records) -> QByteArray {
            return records.replace("https://handrail.example/fhir/Questionnaire/", there);
        };
        QByteArray answered = episode(20) + plan(20) + checkIn(7) + named(checkIn(1));
        QByteArray asked = named(episode(90) + plan(90, "active", "aftercare", 2)) + checkIn(4);
        const QByteArray records =
            person(who, "o1") + answered.replace("WHO", who) + person(planned, "o1") + asked.replace("WHO", planned);
        const auto imported = run({u"import"_s, u"-"_s}, records);
        QVERIFY2(imported.code == 0, imported.errors.constData());
        const auto listed = run(base.isEmpty() ? QStringList{u"gaps"_s} : QStringList{u"gaps"_s, u"--base-url"_s, base});
        QVERIFY2(listed.code == 0, listed.errors.constData());
        const QByteArray gap = lineOf(listed.output, who), late = lineOf(listed.output, planned);
        QVERIFY2(isOurs ? gap.isEmpty() : gap.startsWith(QByteArray("7 days\tthe last on " + day(7))), gap.constData());
        QVERIFY2(isOurs ? late.startsWith("4 days") : late.isEmpty(), late.constData()); // else it asks once a week
    }

    void theLongestFirst()
    {
        qint64 before = 100'000;
        for (const QByteArray &each : run({u"gaps"_s}).output.split('\n')) {
            const QByteArray days = each.split('\t').value(1);
            if (!days.endsWith(" days"))
                continue;
            QVERIFY(days.chopped(5).toLongLong() <= before);
            before = days.chopped(5).toLongLong();
        }
        QVERIFY(before < 100'000);
    }

    /// Of the sample: she is asked once a week, and answers.
    void nellHasNoGap()
    {
        const QString database = m_directory.filePath(u"sample.db"_s); // it is of today
        ClinicProcess sample;
        QVERIFY(sample.start({u"demo"_s, u"--database"_s, database}));
        QCOMPARE(sample.stop(), 0);
        const auto listed = ClinicProcess::runToEnd({u"gaps"_s, u"--database"_s, database});
        QCOMPARE(listed.code, 0);
        QVERIFY(lineOf(listed.output, "p601").isEmpty());
    }

    /// Whose day it is there nobody knows: they are not left out without a word.
    void aClinicWithoutATimeZoneIsSaid()
    {
        const QByteArray records =
            resource("{'resourceType':'Organization','id':'o9','name':'Far Clinic','partOf':{'reference':'Organization/o1'}}")
            + person("far", "o9") + episode(9).replace("WHO", "far") + person("near", "o1") + episode(9).replace("WHO", "near");
        QCOMPARE(run({u"import"_s, u"-"_s}, records).code, 0);
        const auto listed = run({u"gaps"_s});
        QCOMPARE(listed.code, 1);
        QVERIFY2(listed.errors.contains("Organization/o9 has no time zone"), listed.errors.constData());
        QVERIFY(lineOf(listed.output, "far").isEmpty() && !lineOf(listed.output, "near").isEmpty());
        QCOMPARE(run({u"time-zone"_s, u"Pacific/Kiritimati"_s, u"--organization"_s, u"o9"_s}).code, 0);
        const auto known = run({u"gaps"_s});
        QCOMPARE(known.code, 0);
        QVERIFY(lineOf(known.output, "far").contains(" days\tnone since"));
    }

    void itsHelpSaysWhatItCannotSee()
    {
        const QByteArray help = ClinicProcess::runToEnd({u"--help"_s}).output.simplified();
        QVERIFY(help.contains("handrail-clinic gaps --database FILE"));
        QVERIFY(help.contains("kept to themselves is not at the clinic, and so counts as none"));
        QCOMPARE(run({u"gaps"_s, u"--open"_s}).code, 2);
        QCOMPARE(run({u"gaps"_s, u"p101"_s}).code, 2);
        QCOMPARE(run({u"gaps"_s, u"--base-url"_s, u"clinic.example"_s}).code, 2);
    }

private:
    ClinicProcess::Finished run(const QStringList &arguments, const QByteArray &input = {})
    {
        return ClinicProcess::runToEnd(arguments + QStringList{u"--database"_s, m_database}, input);
    }
    static QByteArray lineOf(const QByteArray &output, const QByteArray &who)
    {
        const QByteArray begin = "Patient/" + who + '\t';
        for (const QByteArray &line : output.split('\n')) {
            if (line.startsWith(begin))
                return line.sliced(begin.size());
        }
        return {};
    }

    static QByteArray idOf(QByteArray tag) { return tag.replace(", ", "-").replace(' ', '-'); }
    /// As many days ago.
    [[nodiscard]] QByteArray day(int ago) const { return m_today.addDays(-ago).toString(Qt::ISODate).toLatin1(); }
    [[nodiscard]] QByteArray at(int ago, const char *time = "12:00") const
    {
        const QDateTime wall(m_today.addDays(-ago), QTime::fromString(QLatin1String(time), u"HH:mm"_s), m_zone);
        return wall.toUTC().toString(Qt::ISODate).toLatin1();
    }

    static QByteArray resource(QByteArray json) { return json.replace('\'', '"') + '\n'; }
    static QByteArray person(const QByteArray &id, const QByteArray &clinic, const QByteArray &more = {})
    {
        return resource("{'resourceType':'Patient','id':'" + id + "','managingOrganization':{'reference':'Organization/" + clinic
                        + "'}" + more + '}');
    }
    [[nodiscard]] QByteArray episode(int from, std::optional<int> until = {}, const QByteArray &status = "active") const
    {
        return resource("{'resourceType':'EpisodeOfCare','id':'WHO-e" + QByteArray::number(from) + "','status':'" + status
                        + "','patient':{'reference':'Patient/WHO'},'period':{'start':'" + day(from) + '\''
                        + (until ? ",'end':'" + day(*until) + '\'' : QByteArray()) + "}}");
    }
    [[nodiscard]] QByteArray plan(int from, const QByteArray &status = "active", const QByteArray &phase = "iop", int every = 0,
                                  std::optional<int> until = {}, const QByteArray &phaseStatus = "in-progress",
                                  std::optional<int> phaseFrom = {}) const
    {
        const QByteArray asked = every == 0
            ? QByteArray()
            : ",{'detail':{'status':'in-progress','instantiatesCanonical':['https://handrail.example/fhir/Questionnaire/"
              "daily-checkin'],'scheduledTiming':{'repeat':{'frequency':1,'period':"
                + QByteArray::number(every) + ",'periodUnit':'d'}}}}";
        const QByteArray scheduled = phaseFrom ? ",'scheduledPeriod':{'start':'" + day(*phaseFrom) + "'}" : QByteArray();
        return resource("{'resourceType':'CarePlan','id':'WHO-plan" + QByteArray::number(from) + "','intent':'plan','status':'"
                        + status
                        + "','subject':{'reference':'Patient/WHO'},'category':[{'coding':[{'system':'https://handrail.example/fhir/"
                          "CodeSystem/careplan-kind','code':'program'}]}],'period':{'start':'"
                        + day(from) + '\'' + (until ? ",'end':'" + day(*until) + '\'' : QByteArray())
                        + "},'activity':[{'detail':{'status':'" + phaseStatus
                        + "','code':{'coding':[{'system':'https://handrail.example/"
                          "fhir/CodeSystem/program-phase','code':'"
                        + phase + "'}]}" + scheduled + "}}" + asked + "]}");
    }
    [[nodiscard]] QByteArray answers(const QByteArray &authored, const QByteArray &status,
                                     const QByteArray &form = "daily-checkin|1.0.0", const QByteArray &identifier = {}) const
    {
        const QByteArray named = identifier.isEmpty() ? newUrn() : identifier;
        return resource("{'resourceType':'QuestionnaireResponse','id':'" + named.right(36) + "','status':'" + status
                        + "','questionnaire':'https://handrail.example/fhir/Questionnaire/" + form + "','authored':'" + authored
                        + "','subject':{'reference':'Patient/WHO'},'author':{'reference':'Patient/WHO'},'identifier':{'system':"
                          "'urn:ietf:rfc:3986','value':'"
                        + named
                        + "'},'item':[{'linkId':'sleep','item':[{'linkId':'sleep-hours','answer':[{'valueDecimal':8}]}]}]}");
    }
    [[nodiscard]] QByteArray checkIn(int ago, const char *time = "12:00") const { return answers(at(ago, time), "completed"); }
    /// As the app sends a safety answer.
    [[nodiscard]] QByteArray sentAhead(const QByteArray &who, const QByteArray &authored) const
    {
        const QString form = u"https://handrail.example/fhir/Questionnaire/daily-checkin"_s;
        const QDateTime said = QDateTime::fromString(QString::fromLatin1(authored), Qt::ISODate);
        return answers(authored, "completed", "daily-checkin|1.0.0",
                       handrail::reportIdentifier(QString::fromLatin1(who), form, said).toLatin1());
    }

    QTemporaryDir m_directory;
    ClinicProcess m_clinic;
    QByteArray m_maya, m_dana;
    QString m_database;
    const QTimeZone m_zone{"America/New_York"};
    QDate m_today;
};

QTEST_GUILESS_MAIN(TestClinicGaps)
#include "tst_clinic_gaps.moc"
