// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "ClinicProcess.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <sys/resource.h>

using namespace handrail::test;

namespace {

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

/// The command line of handrail-clinic: what it does.
class TestClinicCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_directory.isValid()); }

    // Forms that a program asks for and the clinic does not have are said by name; those that come with the program are one command away.
    void theFormsThatAProgramAsksFor()
    {
        const QString database = m_directory.filePath(QStringLiteral("forms.db"));
        const auto run = [&](const char *command, const QByteArray &input = {}) {
            return ClinicProcess::runToEnd(words(command) + QStringList{QStringLiteral("--database"), database}, input);
        };
        QCOMPARE(run("import -",
                     "{\"resourceType\":\"Organization\",\"id\":\"o1\",\"name\":\"House\"}\n"
                     "{\"resourceType\":\"Patient\",\"id\":\"x1\",\"managingOrganization\":{\"reference\":\"Organization/o1\"}}\n"
                     "{\"resourceType\":\"Questionnaire\",\"id\":\"gad-7\",\"url\":\"https://own.example/"
                     "worry\",\"status\":\"active\"}\n")
                     .code,
                 0);
        QCOMPARE(run("time-zone America/New_York").code, 0);
        const QByteArray start = QDate::currentDate().addDays(7).toString(Qt::ISODate).toLatin1();
        const QByteArray enrol = "enrol --patient x1 --program evening-iop --dry-run --start " + start;
        const auto before = run(enrol.constData());
        QCOMPARE(before.code, 0);
        QVERIFY2(before.errors.contains("forms that this clinic does not have") && before.errors.contains("Questionnaire/phq-2-9")
                     && before.errors.contains("Questionnaire/gad-2"),
                 before.errors.constData());

        const auto listed = run("forms");
        QCOMPARE(listed.code, 0);
        QCOMPARE(listed.output.count('\n'), 4);
        QCOMPARE(listed.output.count("\tnot here"), 4);
        const auto added = run("forms add");
        QCOMPARE(added.code, 1); // the id of one is another form's, which stays
        QCOMPARE(added.output.count("\tadded\n"), 3);
        QVERIFY2(added.output.contains("Questionnaire/gad-7 is another form"), added.output.constData());
        QCOMPARE(run("forms").output.count("\there\n"), 3);
        const QByteArray out = run("export").output;
        QVERIFY(out.contains("https://own.example/worry") && out.contains("Questionnaire/phq-9\""));
        QCOMPARE(run("forms add").output.count("\tadded\n"), 0);
        QVERIFY(!run(enrol.constData()).errors.contains("does not have"));
        QCOMPARE(run("forms take").code, 2);
        // One that is retired is not there for those who are asked it.
        QJsonObject retired;
        for (const QJsonValue &each : QJsonDocument::fromJson(out).object().value(QLatin1String("entry")).toArray()) {
            const QJsonObject resource = each.toObject().value(QLatin1String("resource")).toObject();
            if (resource.value(QLatin1String("id")).toString() == QLatin1String("gad-2"))
                retired = resource;
        }
        retired.insert(QStringLiteral("status"), QStringLiteral("retired"));
        QCOMPARE(run("import -", QJsonDocument(retired).toJson(QJsonDocument::Compact)).code, 0);
        const QByteArray missing = run(enrol.constData()).errors;
        QVERIFY2(missing.contains("gad-2") && !missing.contains("phq-2-9"), missing.constData());
        // Nor does it come back beside one that the clinic took out of use under an id of its own.
        retired.insert(QStringLiteral("id"), QStringLiteral("ours"));
        const QByteArray instead = QJsonDocument(retired).toJson(QJsonDocument::Compact)
            + "\n{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"request\":{\"method\":\"DELETE\",\"url\":"
              "\"Questionnaire/gad-2\"}}]}";
        QCOMPARE(run("import -", instead).code, 0);
        const auto again = run("forms add");
        QVERIFY2(again.output.contains("Questionnaire/ours is another form") && !again.output.contains("added"),
                 again.output.constData());
    }

    void whatGoesInComesOut()
    {
        const QString database = m_directory.filePath(QStringLiteral("in.db"));
        const QByteArray lines = "{\"resourceType\":\"Patient\",\"id\":\"x1\",\"name\":[{\"family\":\"Invented\"}]}\n"
                                 "\n"
                                 "{\"resourceType\":\"Organization\",\"id\":\"o1\",\"name\":\"House\"}\n"
                                 "{\"resourceType\":\"CareTeam\",\"id\":\"t1\",\"subject\":{\"reference\":\"Patient/"
                                 "x1\"},\"managingOrganization\":[{\"reference\":\"Organization/o1\"}]}\n"
                                 "{\"resourceType\":\"Patient\",\"id\":\"x2\"}\n";
        const auto imported =
            ClinicProcess::runToEnd({QStringLiteral("import"), QStringLiteral("-"), QStringLiteral("--database"), database}, lines);
        QCOMPARE(imported.code, 0);
        QVERIFY(imported.errors.contains("4 records"));
        QCOMPARE(QFile::permissions(database) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        const auto out = ClinicProcess::runToEnd({QStringLiteral("export"), QStringLiteral("--database"), database});
        QCOMPARE(out.code, 0);
        const QJsonObject bundle = QJsonDocument::fromJson(out.output).object();
        QCOMPARE(bundle.value(QLatin1String("type")).toString(), QStringLiteral("collection"));
        QCOMPARE(bundle.value(QLatin1String("entry")).toArray().size(), 4);
        QVERIFY(out.output.contains("42 CFR part 2"));
        // One patient's: with the house, without the other patient.
        const auto one = ClinicProcess::runToEnd(
            {QStringLiteral("export"), QStringLiteral("--database"), database, QStringLiteral("--patient"), QStringLiteral("x1")});
        QCOMPARE(QJsonDocument::fromJson(one.output).object().value(QLatin1String("entry")).toArray().size(), 3);
        QVERIFY(one.output.contains("\"o1\"") && !one.output.contains("\"x2\""));
        QCOMPARE(ClinicProcess::runToEnd({QStringLiteral("export"), QStringLiteral("--database"), database,
                                          QStringLiteral("--patient"), QStringLiteral("none")})
                     .code,
                 1);
        // The export goes into a new clinic, and comes out of it the same.
        const QString second = m_directory.filePath(QStringLiteral("second.db"));
        QCOMPARE(ClinicProcess::runToEnd({QStringLiteral("import"), QStringLiteral("-"), QStringLiteral("--database"), second},
                                         out.output)
                     .code,
                 0);
        const auto again = ClinicProcess::runToEnd({QStringLiteral("export"), QStringLiteral("--database"), second});
        QCOMPARE(withoutMeta(again.output), withoutMeta(out.output));
        // The same again makes no new versions.
        QCOMPARE(ClinicProcess::runToEnd({QStringLiteral("import"), QStringLiteral("-"), QStringLiteral("--database"), second},
                                         out.output)
                     .code,
                 0);
        QCOMPARE(ClinicProcess::runToEnd({QStringLiteral("export"), QStringLiteral("--database"), second}).output, again.output);
    }

    void anImportOfNothingFails_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("blank lines") << QByteArray("\n  \n\n");
        QTest::newRow("empty Bundle") << QByteArray("{\"resourceType\":\"Bundle\",\"type\":\"collection\"}");
    }
    void anImportOfNothingFails()
    {
        QFETCH(QByteArray, input);
        const auto imported =
            ClinicProcess::runToEnd(words("import - --database") << m_directory.filePath(QStringLiteral("nothing.db")), input);
        QCOMPARE(imported.code, 1);
        QVERIFY2(imported.errors.contains("no record in the input"), imported.errors.constData());
        QVERIFY(!imported.errors.contains("Done"));
    }

    void aBadFormIsNotTakenIn()
    {
        const QByteArray form =
            R"({"resourceType":"Questionnaire","id":"f1","status":"active","item":[{"linkId":"a","type":"string"}]})";
        const QStringList import = words("import - --database") << m_directory.filePath(QStringLiteral("forms.db"));
        QCOMPARE(ClinicProcess::runToEnd(import, form).code, 0);
        const auto refused = ClinicProcess::runToEnd(import, QByteArray(form).replace("\"string\"", "\"question\""));
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.errors.contains("record 1: Questionnaire.item[0].type"), refused.errors.constData());
    }

    void aBadBatchLeavesNothing()
    {
        const QString database = m_directory.filePath(QStringLiteral("bad.db"));
        QByteArray lines;
        for (int i = 0; i < 150; ++i)
            lines += "{\"resourceType\":\"Patient\",\"id\":\"b" + QByteArray::number(i) + "\""
                + (i == 120 ? ",\"colour\":\"red\"" : "") + "}\n";
        const auto imported =
            ClinicProcess::runToEnd({QStringLiteral("import"), QStringLiteral("-"), QStringLiteral("--database"), database}, lines);
        QCOMPARE(imported.code, 1);
        QVERIFY2(imported.errors.contains("record 121: Patient.colour") && imported.errors.contains(", in Patient/b120."),
                 imported.errors.constData());
        const auto out = ClinicProcess::runToEnd({QStringLiteral("export"), QStringLiteral("--database"), database});
        QCOMPARE(QJsonDocument::fromJson(out.output).object().value(QLatin1String("entry")).toArray().size(), 100);
    }

    // What is missing is named, and in which record.
    void anAppointmentWithoutItsEndIsNamed()
    {
        const auto imported = [this](const QByteArray &record) {
            return ClinicProcess::runToEnd(words("import - --database") << m_directory.filePath(QStringLiteral("half.db")), record);
        };
        const QByteArray half =
            "{\"resourceType\":\"Appointment\",\"id\":\"a1\",\"status\":\"booked\",\"start\":\"2026-11-20T17:00:00Z\","
            "\"participant\":[{\"actor\":{\"reference\":\"Patient/x1\"},\"status\":\"accepted\"}]}";
        const auto noEnd = imported(half);
        QCOMPARE(noEnd.code, 1);
        QVERIFY2(noEnd.errors.contains("record 1: Appointment.end: Needed together with start, in Appointment/a1."),
                 noEnd.errors.constData());
        const auto noStart = imported(QByteArray(half).replace("\"start\"", "\"end\""));
        QVERIFY2(noStart.errors.contains("Appointment.start: Needed together with end"), noStart.errors.constData());
        const auto noPolicy =
            imported("{\"resourceType\":\"Consent\",\"id\":\"c1\",\"status\":\"active\",\"scope\":{\"text\":\"s\"},"
                     "\"category\":[{\"text\":\"c\"}]}");
        QVERIFY2(noPolicy.errors.contains("Consent: policy or policyRule is needed, in Consent/c1."), noPolicy.errors.constData());
    }

    void accountsAndDeletion()
    {
        const QString database = m_directory.filePath(QStringLiteral("users.db"));
        const QStringList at{QStringLiteral("--database"), database};
        QCOMPARE(ClinicProcess::runToEnd(
                     words("import -") + at,
                     "{\"resourceType\":\"Patient\",\"id\":\"x1\"}\n{\"resourceType\":\"Goal\",\"id\":\"g1\",\"lifecycleStatus\":"
                     "\"active\",\"description\":{\"text\":\"t\"},\"subject\":{\"reference\":\"Patient/x1\"}}\n")
                     .code,
                 0);
        QCOMPARE(
            ClinicProcess::runToEnd(words("user add ann --fhir-user Patient/x1 --patients x1") + at, "a long enough password\n")
                .code,
            0);
        QCOMPARE(
            ClinicProcess::runToEnd(words("user add ann --fhir-user Patient/x1 --patients x1") + at, "a long enough password\n")
                .code,
            1);
        const auto listed = ClinicProcess::runToEnd(words("user list") + at);
        QVERIFY(listed.output.contains("ann\tPatient/x1\tx1\tactive"));
        ClinicProcess clinic;
        QVERIFY(clinic.start(words("serve --listen 127.0.0.1:0") + at));
        const auto ann = clinic.signIn(QStringLiteral("ann"), QStringLiteral("a long enough password"),
                                       QStringLiteral("launch/patient patient/Patient.rs patient/Goal.rs"));
        QVERIFY(ann);
        QCOMPARE(clinic.send("GET", "Goal/g1", ann->accessToken).status, 200);
        // What another process deletes is gone here too; its history stays.
        QCOMPARE(ClinicProcess::runToEnd(
                     words("import -") + at,
                     R"({"resourceType":"Bundle","type":"transaction","entry":[{"request":{"method":"DELETE","url":"Goal/g1"}}]})")
                     .code,
                 0);
        QTRY_COMPARE_WITH_TIMEOUT(clinic.send("GET", "Goal/g1", ann->accessToken).status, 410, 2000);
        QCOMPARE(clinic.send("GET", "Goal/g1/_history/1", ann->accessToken).status, 200);
        QCOMPARE(clinic.send("GET", "Goal/g1/_history", ann->accessToken).json().value(QLatin1String("total")).toInt(), 2);
        QVERIFY(!clinic.send("GET", "Goal?patient=x1", ann->accessToken).json().contains(QLatin1String("entry")));
        // A disabled account's tokens die at once.
        QCOMPARE(ClinicProcess::runToEnd(words("user disable ann") + at).code, 0);
        QTRY_COMPARE_WITH_TIMEOUT(clinic.send("GET", "Patient/x1", ann->accessToken).status, 401, 2000);
        QVERIFY(!clinic.signIn(QStringLiteral("ann"), QStringLiteral("a long enough password"),
                               QStringLiteral("launch/patient patient/Patient.rs")));
        QCOMPARE(clinic.stop(), 0);
    }

    void aRelativeOfTwoPatientsChooses()
    {
        const QStringList at{QStringLiteral("--database"), m_directory.filePath(QStringLiteral("two.db"))};
        QByteArray lines;
        for (const QByteArray &n : {QByteArray("1"), QByteArray("2")})
            lines += "{\"resourceType\":\"Patient\",\"id\":\"x" + n + "\"}\n{\"resourceType\":\"RelatedPerson\",\"id\":\"r" + n
                + "\",\"patient\":{\"reference\":\"Patient/x" + n + "\"}}\n";
        QCOMPARE(ClinicProcess::runToEnd(words("import -") + at, lines).code, 0);
        const QByteArray password = "a long enough password\n";
        // A RelatedPerson is of one patient.
        const auto both =
            ClinicProcess::runToEnd(words("user add ann --fhir-user RelatedPerson/r1 --patients x1,x2") + at, password);
        QCOMPARE(both.code, 1);
        QVERIFY(ClinicProcess::runToEnd(words("user list") + at).output.isEmpty());
        QCOMPARE(ClinicProcess::runToEnd(words("user add ann --fhir-user RelatedPerson/r1 --patients x1") + at, password).code, 0);
        const QStringList second = words("user add-identity ann --fhir-user RelatedPerson/r2 --patients x2") + at;
        QCOMPARE(ClinicProcess::runToEnd(second).code, 0);
        QCOMPARE(ClinicProcess::runToEnd(second).code, 1); // is there already
        QCOMPARE(ClinicProcess::runToEnd(words("user add-identity ann --fhir-user Patient/x2 --patients x2") + at).code, 1);
        QCOMPARE(ClinicProcess::runToEnd(words("user add-identity bob --fhir-user RelatedPerson/r2 --patients x2") + at).code, 1);
        QVERIFY(ClinicProcess::runToEnd(words("user list") + at)
                    .output.contains("ann\tRelatedPerson/r1,RelatedPerson/r2\tx1,x2\tactive"));
        ClinicProcess clinic;
        QVERIFY(clinic.start(words("serve --listen 127.0.0.1:0") + at));
        // The test's browser presses the first button of each page: the first patient.
        const auto ann = clinic.signIn(QStringLiteral("ann"), QStringLiteral("a long enough password"),
                                       QStringLiteral("launch/patient patient/Patient.r"));
        QVERIFY(ann);
        QCOMPARE(ann->patientId, QStringLiteral("x1"));
        QCOMPARE(clinic.stop(), 0);
    }

    void aRestartKeepsEverything()
    {
        const QString database = m_directory.filePath(QStringLiteral("kept.db"));
        const QStringList arguments{QStringLiteral("demo"), QStringLiteral("--database"), database, QStringLiteral("--now"),
                                    QStringLiteral("2026-11-18T22:00:00Z")};
        ClinicProcess clinic;
        QVERIFY(clinic.start(arguments));
        QVERIFY(clinic.ready().value(QLatin1String("now")).toString().startsWith(QLatin1String("2026-11-18T22:0")));
        QVERIFY(clinic.ready().value(QLatin1String("users")).toArray().size() >= 2);
        const auto maya = clinic.signIn(QStringLiteral("maya"), QStringLiteral("demo"),
                                        QStringLiteral("launch/patient patient/QuestionnaireResponse.crs patient/Patient.rs"));
        QVERIFY(maya);
        const HttpAnswer made = clinic.send(
            "POST", "QuestionnaireResponse", maya->accessToken,
            R"({"resourceType":"QuestionnaireResponse","identifier":{"system":"urn:ietf:rfc:3986","value":"urn:uuid:5e1e5c1a-0000-4000-8000-000000000001"},"status":"completed","subject":{"reference":"Patient/p101"},"author":{"reference":"Patient/p101"}})");
        QCOMPARE(made.status, 201);
        clinic.kill(); // no goodbye: what was answered 201 is on the disk
        ClinicProcess second;
        QVERIFY(second.start(arguments));
        const auto again = second.signIn(QStringLiteral("maya"), QStringLiteral("demo"),
                                         QStringLiteral("launch/patient patient/QuestionnaireResponse.crs"));
        QVERIFY(again);
        QCOMPARE(second
                     .send("GET", "QuestionnaireResponse/" + made.json().value(QLatin1String("id")).toString().toLatin1(),
                           again->accessToken)
                     .body,
                 made.body);
        QCOMPARE(second.stop(), 0);
    }

    void stoppedAsSoonAsItIsReadyItEndsInOrder()
    {
        const QString database = m_directory.filePath(QStringLiteral("stopped.db"));
        for (int i = 0; i < 30; ++i) {
            ClinicProcess clinic;
            QVERIFY(clinic.start(words("serve --listen 127.0.0.1:0 --database") << database));
            QCOMPARE(clinic.stop(), 0);
        }
    }

    // What is changed in the first seconds is newer than the sample, however quickly that was made.
    void theSampleIsOlderThanTheClinicsNow()
    {
        const QString database = m_directory.filePath(QStringLiteral("older.db"));
        ClinicProcess clinic;
        QVERIFY(clinic.start(words("demo --now 2026-11-18T22:00:00Z --database") << database));
        const auto time = [](const QJsonValue &instant) { return QDateTime::fromString(instant.toString(), Qt::ISODateWithMs); };
        const QDateTime now = time(clinic.ready().value(QLatin1String("now")));
        QCOMPARE(clinic.stop(), 0);
        const QByteArray all = ClinicProcess::runToEnd(words("export --database") << database).output;
        const QJsonArray entries = QJsonDocument::fromJson(all).object().value(QLatin1String("entry")).toArray();
        QVERIFY(now.isValid() && entries.size() > 1000);
        for (const QJsonValue &entry : entries) {
            const QDateTime updated = time(entry[QLatin1String("resource")][QLatin1String("meta")][QLatin1String("lastUpdated")]);
            QVERIFY2(updated.isValid() && updated < now, qPrintable(updated.toString(Qt::ISODateWithMs)));
        }
    }

    void aDemoThatWasCutOffIsMadeWhole()
    {
        const QString cut = m_directory.filePath(QStringLiteral("cut.db")),
                      whole = m_directory.filePath(QStringLiteral("whole.db"));
        const auto contents = [](const QString &database) {
            return withoutMeta(ClinicProcess::runToEnd(words("export --database") << database).output);
        };
        QProcess process;
        process.setChildProcessModifier([] { // it dies when the log of its database has some of the batches, and by no clock
            const rlimit most{4 * 1024 * 1024, 4 * 1024 * 1024};
            ::signal(SIGXFSZ, SIG_DFL);
            ::setrlimit(RLIMIT_FSIZE, &most);
        });
        process.start(qEnvironmentVariable("HANDRAIL_CLINIC", QStringLiteral(HANDRAIL_CLINIC_PROGRAM)),
                      words("demo --now 2026-11-18T22:00:00Z --database") << cut);
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        QVERIFY(process.readAllStandardOutput().isEmpty()); // it was not ready
        const qsizetype half = contents(cut).size();
        ClinicProcess other;
        QVERIFY(other.start(words("demo --now 2026-11-18T22:00:00Z --database") << whole));
        QCOMPARE(other.stop(), 0);
        const QJsonArray all = contents(whole);
        QVERIFY2(half > 0 && half < all.size(), QByteArray::number(half).constData());
        // Started again, also on another day, it is the clinic that it was to be.
        ClinicProcess again;
        QVERIFY(again.start(words("demo --now 2026-11-21T22:00:00Z --database") << cut));
        QVERIFY(again.signIn(QStringLiteral("rosa"), QStringLiteral("demo"), QStringLiteral("launch/patient patient/Patient.r")));
        QCOMPARE(again.stop(), 0);
        QCOMPARE(contents(cut), all);
    }

    void aDemoOpensNoRealRecords()
    {
        const QString records = m_directory.filePath(QStringLiteral("real-records.db")),
                      accounts = m_directory.filePath(QStringLiteral("real-accounts.db"));
        QCOMPARE(
            ClinicProcess::runToEnd(words("import - --database") << records, "{\"resourceType\":\"Patient\",\"id\":\"x1\"}\n").code,
            0);
        QCOMPARE(
            ClinicProcess::runToEnd(words("import - --database") << accounts, "{\"resourceType\":\"Practitioner\",\"id\":\"x1\"}\n")
                .code,
            0);
        QCOMPARE(ClinicProcess::runToEnd(words("user add ann --fhir-user Practitioner/x1 --database") << accounts,
                                         "a long enough password\n")
                     .code,
                 0);
        for (const QString &database : {records, accounts}) {
            const QByteArray before = ClinicProcess::runToEnd(words("user list --database") << database).output;
            const auto refused = ClinicProcess::runToEnd(words("demo --until-stdin-closes --database") << database);
            QCOMPARE(refused.code, 1);
            QVERIFY2(refused.errors.contains("a real clinic's"), refused.errors.constData());
            QCOMPARE(ClinicProcess::runToEnd(words("user list --database") << database).output, before);
        }
    }

    void aSampleServedIsToldApart()
    {
        const QString database = m_directory.filePath(QStringLiteral("sample.db"));
        const auto signInPage = [](const ClinicProcess &clinic) {
            QUrl page = clinic.base().resolved(QUrl(QStringLiteral("/auth/authorize")));
            page.setQuery(
                QStringLiteral("response_type=code&client_id=handrail&redirect_uri=http://127.0.0.1:8765/callback"
                               "&scope=launch/patient patient/Patient.rs&state=0123456789abcdef0123456789abcdef"
                               "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256&aud=")
                + clinic.base().toString());
            return clinic.send("GET", page.toEncoded());
        };
        ClinicProcess demo;
        QVERIFY(demo.start(words("demo --database") << database));
        QVERIFY(signInPage(demo).body.contains("Maya Bell"));
        QCOMPARE(demo.stop(), 0);
        // Served, it warns, and nobody is offered; who knows a password still gets in.
        const auto served =
            ClinicProcess::runToEnd(words("serve --listen 127.0.0.1:0 --until-stdin-closes --database") << database);
        QCOMPARE(served.code, 0);
        QVERIFY2(served.errors.contains("everybody knows its passwords"), served.errors.constData());
        ClinicProcess clinic;
        QVERIFY(clinic.start(words("serve --listen 127.0.0.1:0 --database") << database));
        const HttpAnswer page = signInPage(clinic);
        QCOMPARE(page.status, 200);
        QVERIFY(!page.body.contains("Maya Bell"));
        QVERIFY(clinic.signIn(QStringLiteral("maya"), QStringLiteral("demo"), QStringLiteral("launch/patient patient/Patient.rs")));
        QCOMPARE(clinic.stop(), 0);
    }

    void itEndsWithItsParent()
    {
        QProcess process;
        process.start(qEnvironmentVariable("HANDRAIL_CLINIC", QStringLiteral(HANDRAIL_CLINIC_PROGRAM)),
                      words("demo --until-stdin-closes --database") << m_directory.filePath(QStringLiteral("kept.db")));
        QVERIFY(process.waitForReadyRead(60'000));
        QVERIFY(!process.waitForFinished(500));
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(5000));
        QCOMPARE(process.exitCode(), 0);
    }

private:
    static QJsonArray withoutMeta(const QByteArray &bundle)
    {
        QJsonArray result;
        for (const QJsonValue &entry : QJsonDocument::fromJson(bundle).object().value(QLatin1String("entry")).toArray()) {
            QJsonObject resource = entry.toObject().value(QLatin1String("resource")).toObject();
            resource.remove(QLatin1String("meta"));
            result.append(resource);
        }
        return result;
    }

    QTemporaryDir m_directory;
};

QTEST_GUILESS_MAIN(TestClinicCommands)
#include "tst_clinic_commands.moc"
