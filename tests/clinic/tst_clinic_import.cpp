// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "AlertClinic.h"

#include <QFileInfo>

#include <algorithm>

using namespace handrail::test;
using namespace Qt::Literals::StringLiterals;

/// Answers to forms that are imported, and alerts that are taken elsewhere, by the real program.
class TestClinicImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        QVERIFY(m_directory->isValid());
        m_database = m_directory->filePath(u"clinic.db"_s);
        m_clinic = std::make_unique<ClinicProcess>();
        QVERIFY(m_clinic->start({u"demo"_s, u"--database"_s, m_database}));
        signIn();
    }
    void cleanup()
    {
        if (m_clinic)
            QCOMPARE(std::exchange(m_clinic, nullptr)->stop(), 0);
    }

    void theValidatorsOfTheWorldTakeThem()
    {
        // What the clinic makes by itself goes through its own table: exported and taken in elsewhere.
        post(answersTo(checkIn, {chosen(u"safety"_s, u"yes"_s)}));
        post(answersTo(u"phq-9|1.0.0"_s, scale({1, 1, 1, 1, 1, 1, 1, 1, 0})));
        QCOMPARE(run({u"alerts"_s, u"--ack"_s, listed({}).first().id}).code, 0);
        const QByteArray out = run({u"export"_s}).output;
        const auto in = ClinicProcess::runToEnd({u"import"_s, u"-"_s, u"--database"_s, m_directory->filePath(u"second.db"_s)}, out);
        QVERIFY2(in.code == 0, in.errors.constData());
        const auto there = ClinicProcess::runToEnd({u"alerts"_s, u"--database"_s, m_directory->filePath(u"second.db"_s)});
        // And they are what they were. Beside them stands what the import found in the sample's own answers; nobody was told of the older ones.
        const QList<QByteArray> lines = there.output.trimmed().split('\n');
        const QList<QByteArray> before = run({u"alerts"_s}).output.trimmed().split('\n');
        for (const QByteArray &line : before)
            QCOMPARE(lines.count(line), 1);
        for (const QByteArray &line : lines)
            QVERIFY2(before.contains(line) || line.contains("QuestionnaireResponse/q"), line.constData());
        QVERIFY(std::any_of(lines.begin(), lines.end(),
                            [](const QByteArray &line) { return line.contains("open, imported as an old answer"); }));
    }

    // A backup, or a nightly feed, is of before: what people said since stays, and an ended permission stays ended whatever is asked.
    void whatPeopleSaidSinceStays()
    {
        const QJsonObject answers = answersTo(checkIn, {chosen(u"safety"_s, u"no"_s)});
        const auto posted = m_clinic->send("POST", "QuestionnaireResponse", m_maya, compact(answers));
        QCOMPARE(posted.status, 201);
        const QByteArray id = posted.json().value("id"_L1).toString().toLatin1();
        const QByteArray before = run({u"export"_s}).output;
        QJsonObject amended = posted.json();
        amended.insert(u"status"_s, u"amended"_s);
        amended.insert(u"item"_s, answersTo(checkIn, {chosen(u"safety"_s, u"yes"_s)}).value("item"_L1));
        QCOMPARE(m_clinic->send("PUT", "QuestionnaireResponse/" + id, m_maya, compact(amended), {{"If-Match", "W/\"1\""}}).status,
                 200);
        const auto maya =
            m_clinic->signIn(u"maya"_s, u"demo"_s, u"openid fhirUser launch/patient patient/Patient.rs patient/Consent.rus"_s);
        QVERIFY(maya);
        const auto shared = m_clinic->send("GET", "Consent/c101-1", maya->accessToken);
        QJsonObject consent = shared.json();
        QCOMPARE(consent.value("status"_L1).toString(), u"active"_s);
        consent.insert(u"status"_s, u"inactive"_s);
        QCOMPARE(m_clinic->send("PUT", "Consent/c101-1", maya->accessToken, compact(consent), {{"If-Match", shared.header("ETag")}})
                     .status,
                 200);
        const auto import = [&](const QByteArray &text, const QStringList &options = {}) {
            return ClinicProcess::runToEnd(QStringList{u"import"_s, u"-"_s, u"--database"_s, m_database} + options, text);
        };
        const auto status = [&](const QByteArray &record) {
            return m_clinic->send("GET", record, m_dana).json().value("status"_L1).toString();
        };
        const auto again = import(before);
        QVERIFY2(again.code == 0 && again.errors.contains("Not stored: 2."), again.errors.constData());
        QVERIFY(again.output.contains(QByteArray("QuestionnaireResponse/" + id + "\tstays as it is here\n")));
        QVERIFY(again.output.contains("Consent/c101-1\tstays as it is here\n"));
        QCOMPARE(status("QuestionnaireResponse/" + id), u"amended"_s);
        QCOMPARE(status("Consent/c101-1"), u"inactive"_s);
        // Somebody who wants the older answers says so; a permission is its patient's.
        const auto wanted = import(before, {u"--overwrite"_s});
        QVERIFY2(wanted.code == 0 && wanted.errors.contains("Not stored: 1."), wanted.errors.constData());
        QCOMPARE(status("QuestionnaireResponse/" + id), u"completed"_s);
        QCOMPARE(status("Consent/c101-1"), u"inactive"_s);
        // Without a time nothing is older, and an ended permission is none of a moment.
        consent.insert(u"status"_s, u"active"_s);
        consent.remove(u"meta"_s);
        QVERIFY(import(compact(consent)).errors.contains("Not stored: 1."));
        QCOMPARE(status("Consent/c101-1"), u"inactive"_s);
    }

    // Where the clinic's other system ended it before the last import came in here, it ends here too.
    void aPermissionThatEndedElsewhereEnds()
    {
        QJsonObject consent = m_clinic->send("GET", "Consent/c101-1", m_dana).json();
        consent.insert(u"status"_s, u"inactive"_s);
        consent.insert(u"meta"_s, QJsonObject{{u"lastUpdated"_s, u"2020-01-01T00:00:00Z"_s}});
        const auto done =
            ClinicProcess::runToEnd({u"import"_s, u"-"_s, u"--database"_s, m_database}, QByteArray(compact(consent) + '\n'));
        QVERIFY2(done.code == 0 && !done.errors.contains("Not stored"), done.errors.constData());
        QCOMPARE(m_clinic->send("GET", "Consent/c101-1", m_dana).json().value("status"_L1).toString(), u"inactive"_s);
    }

    // Who signs in is somebody whom the clinic knows, and a relative is that patient's.
    void whoSignsInIsARecordThatIsThere()
    {
        const auto add = [&](const QStringList &arguments) {
            return ClinicProcess::runToEnd(QStringList{u"user"_s} + arguments + QStringList{u"--database"_s, m_database},
                                           "blue lamp 7\n");
        };
        for (const char *wrong :
             {"add ann --fhir-user Patient/p1O1", "add ann --fhir-user Patient/p1O1 --patients p1O1",
              "add ann --fhir-user RelatedPerson/r1O1-1 --patients p101",
              "add ann --fhir-user RelatedPerson/r101-1 --patients p1O1",
              "add ann --fhir-user RelatedPerson/r101-1 --patients p102", "add ann --fhir-user Practitioner/nobody",
              "add-identity rosa --fhir-user RelatedPerson/r102-2 --patients p101",
              "add-identity rosa --fhir-user RelatedPerson/r1O2-2 --patients p102",
              "add-identity rosa --fhir-user RelatedPerson/r102-2 --patients p1O2"}) {
            const auto refused = add(QString::fromLatin1(wrong).split(u' '));
            QCOMPARE(refused.code, 1);
            QVERIFY2(refused.errors.contains("there is no ") || refused.errors.contains("of another patient"), wrong);
        }
        const QByteArray users = run({u"user"_s, u"list"_s}).output;
        QVERIFY2(!users.contains("ann\t") && !users.contains("r102-2"), users.constData());
        // No database is made for it, either.
        const QString none = m_directory->filePath(u"none.db"_s);
        QCOMPARE(ClinicProcess::runToEnd(
                     {u"user"_s, u"add"_s, u"ann"_s, u"--fhir-user"_s, u"Patient/p101"_s, u"--database"_s, none}, "blue lamp 7\n")
                     .code,
                 1);
        QVERIFY(!QFileInfo::exists(none));
        QCOMPARE(add({u"add"_s, u"ann"_s, u"--fhir-user"_s, u"RelatedPerson/r101-2"_s, u"--patients"_s, u"p101"_s}).code, 0);
        // And has one sign-in, until that is disabled; by a second one of it somebody else would be them.
        for (const char *second : {"add cy --fhir-user RelatedPerson/r101-2 --patients p101",
                                   "add-identity rosa --fhir-user RelatedPerson/r101-2 --patients p101"}) {
            const auto taken = add(QString::fromLatin1(second).split(u' '));
            QCOMPARE(taken.code, 1);
            QVERIFY2(taken.errors.contains("ann signs in as RelatedPerson/r101-2 already"), taken.errors.constData());
        }
        QCOMPARE(add({u"disable"_s, u"ann"_s}).code, 0);
        QCOMPARE(add({u"add"_s, u"cy"_s, u"--fhir-user"_s, u"RelatedPerson/r101-2"_s, u"--patients"_s, u"p101"_s}).code, 0);
        QCOMPARE(add({u"add"_s, u"bo"_s, u"--fhir-user"_s, u"Practitioner/s2"_s}).code, 0);
    }

    // What is imported is scored and told of as if it were sent, in whatever order it comes, once however often; but nobody is called for
    // answers of another time.
    void onCallIsNotToldOfOldAnswersOutOfAnImport()
    {
        m_clinic->stop();
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QByteArray lines;
        const auto add = [&](const QString &id, const QString &form, const QJsonArray &items, int daysAgo) {
            QJsonObject response = answersTo(form, items, now.addDays(-daysAgo).toString(Qt::ISODate));
            response.insert(u"id"_s, id);
            lines += compact(response) + '\n';
        };
        add(u"old"_s, checkIn, {chosen(u"safety"_s, u"yes"_s)}, 8);
        add(u"used"_s, checkIn, {chosen(u"use"_s, u"yes"_s)}, 300);
        add(u"new"_s, u"phq-9-elsewhere|1"_s, scale({1, 1, 1, 1, 1, 1, 1, 1, 1}), 6);
        add(u"unfinished"_s, u"phq-9|1.0.0"_s, scale({1}), 6);
        // The form of one of them comes after it, in another batch.
        for (int i = 0; i < 120; ++i)
            lines += json("{'resourceType':'Location','id':'room") + QByteArray::number(i) + json("','name':'Room'}") + '\n';
        QJsonObject late;
        for (const QJsonValue &each : QJsonDocument::fromJson(run({u"export"_s}).output)["entry"_L1].toArray()) {
            const QJsonObject resource = each["resource"_L1].toObject();
            if (resource["resourceType"_L1].toString() == "Questionnaire"_L1 && resource["id"_L1].toString() == "phq-9"_L1)
                late = resource;
        }
        QVERIFY(!late.isEmpty());
        late.insert(u"id"_s, u"phq-9-elsewhere"_s);
        late.insert(u"url"_s, QString(formBase + u"phq-9-elsewhere"_s));
        late.insert(u"version"_s, u"1"_s);
        const QByteArray input = lines + compact(late) + '\n';
        for (int time = 0; time < 2; ++time) {
            const auto in = ClinicProcess::runToEnd({u"import"_s, u"-"_s, u"--database"_s, m_database}, input);
            QVERIFY2(in.code == 0, in.errors.constData());
            const QList<AlertLine> raised = listed({});
            QCOMPARE(raised.size(), 3);
            const auto stateOf = [&](const QString &id) {
                for (const AlertLine &line : raised) {
                    if (line.response == QString(u"QuestionnaireResponse/" + id))
                        return QString(line.level + u": "_s + line.state);
                }
                return QString();
            };
            QCOMPARE(stateOf(u"old"_s), u"urgent: open, imported as an old answer"_s);
            QCOMPARE(stateOf(u"used"_s), u"review: open, imported as an old answer"_s);
            QCOMPARE(stateOf(u"new"_s), u"urgent: open"_s);
        }
        const QString note = m_directory->filePath(u"paged"_s);
        const QString program = script("echo \"$1\" >> '" + note.toUtf8() + "'\n");
        m_clinic = std::make_unique<ClinicProcess>();
        QVERIFY(m_clinic->start({u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s, m_database, u"--on-call"_s, program,
                                 u"--on-call-after"_s, u"0"_s}));
        QTRY_VERIFY_WITH_TIMEOUT(!contents(note).isEmpty(), 15'000);
        QTest::qSleep(3000);
        const QList<AlertLine> urgent = listed({}).first(2);
        QCOMPARE(contents(note), (urgent.at(0).response.endsWith("/new"_L1) ? urgent.at(0) : urgent.at(1)).id.toLatin1() + '\n');
        signIn();
        const auto scores = resourcesOf(
            m_clinic->send("GET", "Observation?patient=p101&code=44261-6&_count=50&_sort=-_lastUpdated", m_dana).json());
        int found = 0;
        for (const QJsonObject &score : scores) {
            if (score["derivedFrom"_L1][0]["reference"_L1].toString() != "QuestionnaireResponse/new"_L1)
                continue;
            ++found;
            QCOMPARE(score["valueQuantity"_L1]["value"_L1].toInt(), 9);
            QCOMPARE(score["meta"_L1]["versionId"_L1].toString(), u"1"_s);
        }
        QCOMPARE(found, 1);
        // So are forms that were moved from paper or from a portal, and name a day, a month or a year alone.
        QByteArray moved;
        const QDate today = now.date();
        const QStringList past{today.addDays(-8).toString(Qt::ISODate), today.addDays(-10).toString(Qt::ISODate), u"2019-05"_s,
                               u"2019"_s};
        for (const QString &authored : past + QStringList{today.addDays(-5).toString(Qt::ISODate), today.toString(u"yyyy-MM")}) {
            QJsonObject response = answersTo(u"phq-9|1.0.0"_s, scale({1, 1, 1, 1, 1, 1, 1, 1, 1}), authored);
            response.insert(u"id"_s, QString(u"moved-" + authored));
            moved += compact(response) + '\n';
        }
        const auto in = ClinicProcess::runToEnd({u"import"_s, u"-"_s, u"--database"_s, m_database}, moved);
        QVERIFY2(in.code == 0, in.errors.constData());
        int old = 0, recent = 0;
        for (const AlertLine &line : listed({})) {
            if (!line.response.contains(u"/moved-"_s))
                continue;
            const bool isOld = past.contains(line.response.section(u"/moved-"_s, 1));
            (isOld ? old : recent) += 1;
            QCOMPARE(line.state.startsWith("open, imported as an old answer"_L1), isOld);
        }
        QCOMPARE(old, 4);
        QCOMPARE(recent, 2); // it may have been yesterday
        QTRY_COMPARE_WITH_TIMEOUT(contents(note).count('\n'), 3, 15'000);
        // One without a time is no proof that what goes ahead of a form today was told.
        const auto count = listed({}).size();
        post(ahead(answersTo(phq9, scale({-1, -1, -1, -1, -1, -1, -1, -1, 1}), now.toString(Qt::ISODate))));
        QCOMPARE(listed({}).size(), count + 1);
        QTRY_COMPARE_WITH_TIMEOUT(contents(note).count('\n'), 4, 15'000);
        // One that a person sends themself is called for, however long it waited on a device.
        post(answersTo(checkIn, {chosen(u"safety"_s, u"yes"_s)}, now.addDays(-30).toString(Qt::ISODate)));
        QTRY_COMPARE_WITH_TIMEOUT(contents(note).count('\n'), 5, 15'000);
    }

private:
    void signIn()
    {
        const auto maya = m_clinic->signIn(u"maya"_s, u"demo"_s, mayaScope);
        const auto dana = m_clinic->signIn(u"dana"_s, u"demo"_s, u"openid fhirUser user/*.crus"_s);
        QVERIFY(maya && dana);
        m_maya = maya->accessToken;
        m_dana = dana->accessToken;
    }
    void post(const QJsonObject &response)
    {
        QCOMPARE(m_clinic->send("POST", "QuestionnaireResponse", m_maya, compact(response)).status, 201);
    }
    ClinicProcess::Finished run(const QStringList &arguments)
    {
        return ClinicProcess::runToEnd(arguments + QStringList{u"--database"_s, m_database});
    }
    QList<AlertLine> listed(const QStringList &options) { return alertLines(m_database, options); }
    QString script(const QByteArray &body) { return onCallScript(m_directory->path(), body); }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<ClinicProcess> m_clinic;
    QString m_database;
    QByteArray m_maya, m_dana;
};

QTEST_GUILESS_MAIN(TestClinicImport)
#include "tst_clinic_import.moc"
