// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "AlertClinic.h"

#include <QJsonDocument>
#include <QThread>
#include <algorithm>

using namespace handrail::test;
using namespace Qt::Literals::StringLiterals;

/// What staff are told, and nobody else (design clinical 3.2, 3.3 and 3.5: H7, H8, H22), by the real program.
class TestClinicAlerts : public AlertClinic
{
    Q_OBJECT

    /// How many of the records that this search gives are of an alert.
    qsizetype alertsAmong(const QByteArray &search, const QByteArray &token) const
    {
        const QJsonArray entries = m_clinic->send("GET", search, token).json()["entry"_L1].toArray();
        return std::count_if(entries.begin(), entries.end(), [](const QJsonValue &entry) {
            return QJsonDocument(entry["resource"_L1].toObject()["category"_L1].toArray()).toJson().contains("alert-level");
        });
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(makeSample()); }
    void init()
    {
        if (qstrcmp(QTest::currentTestFunction(), "whatRaisesAnAlert") == 0 && m_clinic)
            return;                                              // its rows look at what came of their own response
        QVERIFY(begin({u"--now"_s, u"2026-11-18T22:00:00Z"_s})); // an evening that is always the same
    }
    void cleanup()
    {
        if (qstrcmp(QTest::currentTestFunction(), "whatRaisesAnAlert") != 0)
            end();
    }

    void whatRaisesAnAlert_data()
    {
        QTest::addColumn<QString>("form");
        QTest::addColumn<QJsonArray>("items");
        QTest::addColumn<QStringList>("levels");
        QTest::newRow("all is well") << checkIn
                                     << QJsonArray{chosen(u"safety"_s, u"no"_s), chosen(u"use"_s, u"no"_s),
                                                   chosen(u"mood"_s, u"very-low"_s)}
                                     << QStringList{};
        QTest::newRow("yes") << checkIn << QJsonArray{chosen(u"safety"_s, u"yes"_s)} << QStringList{u"urgent"_s};
        QTest::newRow("not sure") << checkIn << QJsonArray{chosen(u"safety"_s, u"not-sure"_s)} << QStringList{u"urgent"_s};
        QTest::newRow("rather not say") << checkIn << QJsonArray{chosen(u"safety"_s, u"rather-not-say"_s)}
                                        << QStringList{u"info"_s};
        QTest::newRow("used") << checkIn << QJsonArray{chosen(u"use"_s, u"yes"_s)} << QStringList{u"review"_s};
        QTest::newRow("all at once") << checkIn << QJsonArray{chosen(u"use"_s, u"yes"_s), chosen(u"safety"_s, u"yes"_s)}
                                     << QStringList{u"urgent"_s, u"review"_s};
        QTest::newRow("PHQ-9, item 9 alone") << u"phq-9|1.0.0"_s << scale({0, 0, 0, 0, 0, 0, 0, 0, 1}) << QStringList{u"urgent"_s};
        QTest::newRow("PHQ-9, 24 without item 9") << u"phq-9|1.0.0"_s << scale({3, 3, 3, 3, 3, 3, 3, 3, 0}) << QStringList{};
        QTest::newRow("PHQ-9, no total, item 9")
            << u"phq-9|1.0.0"_s << scale({-1, -1, -1, -1, -1, -1, -1, -1, 2}) << QStringList{u"urgent"_s};
        QTest::newRow("left out by the form")
            << u"phq-2-9|1.0.0"_s << scale({0, 0, 0, 0, 0, 0, 0, 0, 3}) << QStringList{u"urgent"_s};
        QTest::newRow("a version that is gone") << u"phq-9|0.1"_s << scale({0, 0, 0, 0, 0, 0, 0, 0, 1}) << QStringList{u"urgent"_s};
        QTest::newRow("a form that is not here")
            << u"elsewhere|7"_s << QJsonArray{answeredItem(u"/44260-8"_s, weighed(1))} << QStringList{u"urgent"_s};
        QTest::newRow("GAD-7, all 3") << u"gad-7|1.0.0"_s << scale({3, 3, 3, 3, 3, 3, 3}) << QStringList{};
    }
    void whatRaisesAnAlert()
    {
        QFETCH(QString, form);
        QFETCH(QJsonArray, items);
        QFETCH(QStringList, levels);
        const QString id = post(answersTo(form, items));
        const QList<AlertLine> lines = listed({});
        QStringList found;
        for (const AlertLine &line : lines) {
            if (line.response != QString(u"QuestionnaireResponse/" + id))
                continue;
            found << line.level;
            QCOMPARE(line.patient, u"Patient/p101"_s);
            QCOMPARE(line.state, u"open"_s);
            const QJsonObject flag = m_clinic->send("GET", "Flag/" + line.id.toLatin1(), m_dana).json();
            QCOMPARE(flag["status"_L1].toString(), u"active"_s);
            QCOMPARE(flag["extension"_L1][0]["valueReference"_L1]["reference"_L1].toString(), line.response);
            const QJsonObject message = m_clinic->send("GET", "Communication/" + line.id.toLatin1(), m_dana).json();
            QCOMPARE(message["about"_L1][0]["reference"_L1].toString(), line.response);
            QCOMPARE(message["recipient"_L1][0]["reference"_L1].toString(), u"CareTeam/t101"_s);
            QCOMPARE(message["priority"_L1].toString(),
                     line.level == "urgent"_L1       ? u"stat"_s
                         : line.level == "review"_L1 ? u"asap"_s
                                                     : u"routine"_s);
        }
        QCOMPARE(found, levels);
    }

    void medicineTwiceRunningIsToldOnce()
    {
        const auto day = [](int n) { return u"2026-12-%1T19:00:00-05:00"_s.arg(n, 2, 10, QLatin1Char('0')); };
        const auto answer = [&](int n, const QString &code) { post(answersTo(checkIn, {chosen(u"meds"_s, code)}, day(n))); };
        answer(24, u"no"_s);
        answer(25, u"yes"_s);
        answer(26, u"no"_s);
        QCOMPARE(listed({}).size(), 0);
        answer(27, u"no"_s);
        QCOMPARE(listed({}).size(), 1);
        QCOMPARE(listed({}).first().level, u"review"_s);
        answer(28, u"no"_s);
        QCOMPARE(listed({}).size(), 1);
    }

    void aCheckInThatComesLateStillMakesARow()
    {
        post(answersTo(checkIn, {chosen(u"meds"_s, u"no"_s)}, u"2026-12-27T19:00:00-05:00"_s));
        QCOMPARE(listed({}).size(), 0);
        const QString late = post(answersTo(checkIn, {chosen(u"meds"_s, u"no"_s)}, u"2026-12-26T19:00:00-05:00"_s));
        QCOMPARE(listed({}).size(), 1);
        QVERIFY(listed({}).first().response != QString(u"QuestionnaireResponse/" + late)); // it is the later one that is the second
    }

    void shortNightsAreToldOnceInSevenDays()
    {
        for (int day = 20; day <= 26; ++day)
            post(answersTo(checkIn, {slept(day == 21 ? 8 : 4.5)}, u"2026-12-%1T07:00:00-05:00"_s.arg(day)));
        const QList<AlertLine> lines = listed({});
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines.first().level, u"info"_s);
        for (int day = 27; day <= 30; ++day)
            post(answersTo(checkIn, {slept(4)}, u"2026-12-%1T07:00:00-05:00"_s.arg(day)));
        QCOMPARE(listed({}).size(), 2); // the 23rd and the 30th
    }

    void theSameResponseRaisesItOnce()
    {
        const QJsonObject response = answersTo(checkIn, {chosen(u"safety"_s, u"yes"_s), chosen(u"use"_s, u"yes"_s)});
        const ClinicProcess::Headers once{{"If-None-Exist", "identifier=urn:ietf:rfc:3986|" + identifierOf(response)}};
        // Eight at once, from connections of their own.
        std::vector<std::unique_ptr<QThread>> threads;
        std::atomic<int> created{0};
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back(QThread::create([&] {
                created += m_clinic->send("POST", "QuestionnaireResponse", m_maya, compact(response), once).status == 201 ? 1 : 0;
            }));
            threads.back()->start();
        }
        for (const auto &thread : threads)
            QVERIFY(thread->wait(30'000));
        QCOMPARE(created.load(), 1);
        QCOMPARE(listed({}).size(), 2);
        QCOMPARE(m_clinic->send("POST", "QuestionnaireResponse", m_maya, compact(response), once).status, 200);
        const QList<AlertLine> first = listed({});
        QCOMPARE(first.size(), 2);
        // Closed, and then the response is amended: it stays closed. What is new is raised.
        QCOMPARE(run({u"alerts"_s, u"--ack"_s, first.first().id}).code, 0);
        const QByteArray id = first.first().response.section(u'/', 1).toLatin1();
        const auto amend = [&](const QJsonArray &items) {
            const HttpAnswer now = m_clinic->send("GET", "QuestionnaireResponse/" + id, m_maya);
            QJsonObject changed = now.json();
            changed.insert(u"status"_s, u"amended"_s);
            changed.insert(u"item"_s, items);
            return m_clinic
                ->send("PUT", "QuestionnaireResponse/" + id, m_maya, compact(changed), {{"If-Match", now.header("ETag")}})
                .status;
        };
        QCOMPARE(amend({chosen(u"safety"_s, u"yes"_s)}), 200);
        QCOMPARE(listed({}).size(), 2);
        QCOMPARE(listed({u"--open"_s}).size(), 1); // what staff were told is not taken back
        QCOMPARE(amend({chosen(u"safety"_s, u"rather-not-say"_s)}), 200);
        QCOMPARE(listed({}).size(), 3);
        QCOMPARE(listed({u"--open"_s}).size(), 2);
    }

    // Design clinical 3.5, H22: a safety answer goes ahead of its form, and the form says it once more.
    void oneAnswerIsOneAlert_data()
    {
        QTest::addColumn<QList<QJsonObject>>("sent"); // in this order; staff close what is open after each
        QTest::addColumn<int>("urgent");
        const QJsonArray yes{chosen(u"mood"_s, u"low"_s), chosen(u"safety"_s, u"yes"_s)};
        const QJsonArray notSure{chosen(u"safety"_s, u"not-sure"_s)};
        const QJsonArray no{chosen(u"safety"_s, u"no"_s)};
        const auto row = [](const char *name, const QList<QJsonObject> &sent, int urgent) {
            QTest::newRow(name) << sent << urgent;
        };
        const auto daily = [](const QJsonArray &items, const char *time) { return answersTo(checkIn, items, at(time)); };
        const auto item9 = [](int weight, const char *time) {
            return answersTo(phq9, scale({0, 0, 0, 0, 0, 0, 0, 0, weight}), at(time));
        };
        row("the form after it", {ahead(daily(yes, "18T16:00")), daily(yes, "18T16:02")}, 1);
        row("the form before it", {daily(yes, "18T16:02"), ahead(daily(yes, "18T16:00"))}, 1);
        row("both twice",
            {ahead(daily(yes, "18T16:00")), ahead(daily(yes, "18T16:00")), daily(yes, "18T16:02"), ahead(daily(yes, "18T16:00"))},
            1);
        row("over midnight", {ahead(daily(yes, "17T23:55")), daily(yes, "18T00:05")}, 1);
        row("another day", {ahead(daily(yes, "17T20:00")), daily(yes, "18T20:00")}, 2);
        row("item 9", {ahead(item9(2, "18T16:00")), item9(2, "18T16:02")}, 1);
        row("item 9, and then less", {ahead(item9(2, "18T16:00")), item9(1, "18T16:02")}, 1);
        row("item 9, and then more", {ahead(item9(1, "18T16:00")), item9(3, "18T16:02")}, 2);
        row("item 9, the form first and then more", {item9(1, "18T16:02"), ahead(item9(3, "18T16:00"))}, 2);
        row("another word", {ahead(daily(notSure, "18T16:00")), daily(yes, "18T16:02")}, 2);
        row("taken back", {ahead(daily(yes, "18T16:00")), daily(no, "18T16:02")}, 1);
        row("taken back, the form first", {daily(no, "18T16:02"), ahead(daily(yes, "18T16:00"))}, 1);
        row("said, taken back, said", {ahead(daily(yes, "18T16:00")), ahead(daily(yes, "18T16:01")), daily(yes, "18T16:02")}, 2);
        row("what could not be sent as it was", {ahead(answersTo(phq9, {}, at("18T16:00"))), item9(1, "18T16:02")}, 1);
        row("the same, the form first", {item9(1, "18T16:02"), ahead(answersTo(phq9, {}, at("18T16:00")))}, 1);
        row("another form", {ahead(daily(yes, "18T16:00")), item9(1, "18T16:02")}, 2);
        // Nothing went ahead of the second form: that of the first is no word for it.
        row("twice a day", {ahead(item9(1, "18T09:00")), item9(1, "18T09:02"), item9(1, "18T11:00")}, 2);
        row("the next morning", {ahead(daily(yes, "17T22:00")), daily(yes, "17T22:02"), daily(yes, "18T07:00")}, 2);
        row("twice a day, each with its own",
            {ahead(item9(1, "18T09:00")), item9(1, "18T09:02"), ahead(item9(1, "18T11:00")), item9(1, "18T11:02")}, 2);
    }
    void oneAnswerIsOneAlert()
    {
        QFETCH(QList<QJsonObject>, sent);
        for (const QJsonObject &response : std::as_const(sent)) {
            const ClinicProcess::Headers once{{"If-None-Exist", "identifier=urn:ietf:rfc:3986|" + identifierOf(response)}};
            const int status = m_clinic->send("POST", "QuestionnaireResponse", m_maya, compact(response), once).status;
            QVERIFY2(status == 201 || status == 200, QByteArray::number(status).constData());
            for (const AlertLine &line : listed({u"--open"_s}))
                QCOMPARE(run({u"alerts"_s, u"--ack"_s, line.id}).code, 0);
        }
        const QList<AlertLine> lines = listed({});
        QTEST(int(std::count_if(lines.begin(), lines.end(), [](const AlertLine &line) { return line.level == "urgent"_L1; })),
              "urgent");
        QCOMPARE(lines.size(),
                 std::count_if(lines.begin(), lines.end(), [](const AlertLine &line) { return line.level == "urgent"_L1; }));
    }

    // Nor is what else was answered before it told twice, or taken for an answer of another day.
    void whatWentAlongIsToldOnce()
    {
        const QJsonArray before{chosen(u"use"_s, u"yes"_s), chosen(u"meds"_s, u"no"_s)};
        const QJsonArray all{chosen(u"use"_s, u"yes"_s), chosen(u"meds"_s, u"no"_s), chosen(u"safety"_s, u"yes"_s)};
        post(ahead(answersTo(checkIn, all, at("18T16:00"))));
        post(answersTo(checkIn, all, at("18T16:02")));
        const QList<AlertLine> lines = listed({});
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.first().level, u"urgent"_s);
        QCOMPARE(lines.last().level, u"review"_s);
        post(answersTo(checkIn, before, at("19T16:00")));
        QCOMPARE(listed({}).size(), 4); // used again, and the medicine for the second day
    }

    void whatIsSaidAnewIsToldAnew()
    {
        const QString id = post(answersTo(checkIn, {chosen(u"safety"_s, u"not-sure"_s), chosen(u"use"_s, u"yes"_s)}));
        QCOMPARE(listed({}).size(), 2);
        const auto amend = [&](const QJsonArray &items) {
            const QByteArray path = "QuestionnaireResponse/" + id.toLatin1();
            const HttpAnswer now = m_clinic->send("GET", path, m_maya);
            QJsonObject changed = now.json();
            changed.insert(u"status"_s, u"amended"_s);
            changed.insert(u"item"_s, items);
            return m_clinic->send("PUT", path, m_maya, compact(changed), {{"If-Match", now.header("ETag")}}).status;
        };
        // A graver one, while the first is open: each is there to be closed.
        QCOMPARE(amend({chosen(u"safety"_s, u"yes"_s), chosen(u"use"_s, u"yes"_s)}), 200);
        QCOMPARE(listed({u"--open"_s}).size(), 3);
        QCOMPARE(amend({chosen(u"safety"_s, u"no"_s), chosen(u"use"_s, u"no"_s)}), 200);
        QCOMPARE(listed({u"--open"_s}).size(), 3);
        // What is only to be looked at is there already.
        QCOMPARE(amend({chosen(u"safety"_s, u"no"_s), chosen(u"use"_s, u"yes"_s)}), 200);
        QCOMPARE(listed({u"--open"_s}).size(), 3);
        for (const AlertLine &line : listed({u"--open"_s}))
            QCOMPARE(run({u"alerts"_s, u"--ack"_s, line.id}).code, 0);
        QCOMPARE(amend({chosen(u"safety"_s, u"no"_s), chosen(u"use"_s, u"no"_s)}), 200);
        QCOMPARE(listed({u"--open"_s}).size(), 0);
        QCOMPARE(amend({chosen(u"safety"_s, u"yes"_s), chosen(u"use"_s, u"yes"_s)}), 200);
        const QList<AlertLine> anew = listed({u"--open"_s});
        QCOMPARE(anew.size(), 2);
        QCOMPARE(anew.first().level, u"urgent"_s);
        QCOMPARE(anew.first().response, u"QuestionnaireResponse/"_s + id);
        QCOMPARE(listed({}).size(), 5);
        const QJsonObject message = m_clinic->send("GET", "Communication/" + anew.first().id.toLatin1(), m_dana).json();
        QCOMPARE(message["about"_L1][1]["reference"_L1].toString(), QString(u"Flag/" + anew.first().id));
    }

    // A clinic's own form, whose question about safety no LOINC code tells: its words do, and what the clinic marks goes before them.
    void aMarkedItemIsASafetyItem()
    {
        const auto form = [](const QByteArray &version, const QByteArray &code) -> QByteArray {
            return json("{'resourceType':'Questionnaire','id':'own-") + version
                + json("','status':'active','url':'https://handrail.example/fhir/Questionnaire/own','version':'") + version
                + json("','item':[{'linkId':'a','type':'boolean','text':'Are you thinking of hurting yourself?'") + code
                + json("}]}");
        };
        const auto take = [&](const QByteArray &text) {
            return ClinicProcess::runToEnd({u"import"_s, u"-"_s, u"--database"_s, m_database}, text).errors;
        };
        const auto say = [&](const QString &version, bool isYes) {
            post(answersTo(u"own|"_s + version, {answeredItem(u"a"_s, {{u"valueBoolean"_s, isYes}})}));
            return listed({}).size();
        };
        const auto mark = [](const char *code) -> QByteArray {
            return json(",'code':[{'system':'https://handrail.example/fhir/CodeSystem/question','code':'") + code + json("'}]");
        };
        const QByteArray warned = take(form("1", ""));
        QVERIFY2(warned.contains("Questionnaire/own") && warned.contains("not marked"), warned.constData());
        QVERIFY(!QByteArray(take(form("2", mark("safety"))) + take(form("3", mark("not-safety")))).contains("not marked"));
        for (const QString &version : {u"1"_s, u"2"_s, u"3"_s})
            QCOMPARE(say(version, false), 0);
        QCOMPARE(say(u"3"_s, true), 0);
        QCOMPARE(say(u"2"_s, true), 1);
        QCOMPARE(say(u"1"_s, true), 2);
        QCOMPARE(listed({}).first().level, u"urgent"_s);
    }

    // Whoever gave a yes the weight of a no hears of it; it is a yes all the same.
    void aYesThatWeighsNothingIsNamed()
    {
        const QByteArray form =
            json("{'resourceType':'Questionnaire','id':'own','status':'active','url':"
                 "'https://handrail.example/fhir/Questionnaire/own','version':'1','item':[{'linkId':'a',"
                 "'type':'choice','text':'Are you thinking of hurting yourself?','code':[{'system':"
                 "'https://handrail.example/fhir/CodeSystem/question','code':'safety'}],'answerOption':["
                 "{'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/ordinalValue','valueDecimal':1}],"
                 "'valueCoding':{'system':'urn:x','code':'a1','display':'No'}},"
                 "{'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/ordinalValue','valueDecimal':0}],"
                 "'valueCoding':{'system':'urn:x','code':'a2','display':'Yes'}}]}]}");
        const auto taken = ClinicProcess::runToEnd({u"import"_s, u"-"_s, u"--database"_s, m_database}, form);
        QCOMPARE(taken.code, 0);
        QVERIFY2(taken.errors.contains("a (Yes)") && !taken.errors.contains("a (No)"), taken.errors.constData());
        const auto say = [&](const QString &code) {
            post(
                answersTo(u"own|1"_s,
                          {answeredItem(u"a"_s, {{u"valueCoding"_s, QJsonObject{{u"system"_s, u"urn:x"_s}, {u"code"_s, code}}}})}));
            return listed({}).size();
        };
        QCOMPARE(say(u"a1"_s), 0);
        QCOMPARE(say(u"a2"_s), 1);
    }

    void aTransactionThatFailsRaisesNothing()
    {
        const QByteArray entry = json("{'request':{'method':'POST','url':'QuestionnaireResponse'},'resource':");
        const QByteArray good = compact(answersTo(checkIn, {chosen(u"safety"_s, u"yes"_s)}));
        const QByteArray bad = compact(answersTo(checkIn, {chosen(u"use"_s, u"perhaps"_s)}));
        QCOMPARE(
            m_clinic
                ->send("POST", "/fhir/R4", m_maya,
                       json("{'resourceType':'Bundle','type':'transaction','entry':[") + entry + good + "}," + entry + bad + "}]}")
                .status,
            422);
        QCOMPARE(listed({}).size(), 0);
        QVERIFY(!m_clinic->send("GET", "Flag?patient=p101", m_dana).json().contains("entry"_L1));
        QCOMPARE(m_clinic
                     ->send("POST", "/fhir/R4", m_maya,
                            json("{'resourceType':'Bundle','type':'transaction','entry':[") + entry + good + "}]}")
                     .status,
                 200);
        QCOMPARE(listed({}).size(), 1);
    }

    void onlyStaffSeeThem()
    {
        post(answersTo(checkIn, {chosen(u"safety"_s, u"yes"_s)}));
        post(answersTo(u"phq-9|1.0.0"_s, scale({1, 1, 1, 1, 1, 1, 1, 1, 0})));
        const QByteArray id = listed({}).first().id.toLatin1();
        const HttpAnswer absent = m_clinic->send("GET", "Flag/none", m_maya);
        QCOMPARE(absent.status, 404);
        // The patient: not the alert, nor that there is one.
        for (const QByteArray &path : QList<QByteArray>{"Flag/" + id, "Flag/" + id + "/_history", "Flag/" + id + "/_history/1",
                                                        "Communication/" + id, "Communication/" + id + "/_history/1"}) {
            const HttpAnswer answer = m_clinic->send("GET", path, m_maya);
            QCOMPARE(answer.status, 404);
            QCOMPARE(answer.body, absent.body);
        }
        for (const QByteArray &search : QList<QByteArray>{QByteArray("Flag?patient=p101"), QByteArray("Flag?status=active"),
                                                          QByteArray("Communication?patient=p101"),
                                                          QByteArray("Communication?category=alert"), "Flag?_id=" + id}) {
            // Her own thread with the clinic is there; no alert is among it.
            QCOMPARE(alertsAmong(search, m_maya), 0);
            QVERIFY2(alertsAmong(search, m_dana) > 0, search.constData());
        }
        for (const char *counted : {"Flag?_summary=count", "Communication?category=alert&_summary=count"}) {
            QCOMPARE(m_clinic->send("GET", counted, m_maya).json()["total"_L1].toInt(-1), 0);
            QVERIFY(m_clinic->send("GET", counted, m_dana).json()["total"_L1].toInt() > 0);
        }
        const auto all = [&](const QByteArray &who) {
            return m_clinic->send("GET", "Communication?_summary=count", who).json()["total"_L1].toInt(-1);
        };
        QCOMPARE(all(m_dana) - all(m_maya), alertsAmong("Communication?patient=p101", m_dana));
        QVERIFY(m_clinic->send("GET", "Observation?patient=p101&code=44261-6", m_maya).json().contains("entry"_L1));
        // Nor can they write one.
        const HttpAnswer forged = m_clinic->send(
            "POST", "Communication", m_maya,
            json("{'resourceType':'Communication','status':'completed','identifier':[{'system':'urn:ietf:rfc:3986','value':'")
                + newUrn()
                + json("'}],'category':[{'coding':[{'system':'https://handrail.example/fhir/CodeSystem/"
                       "message-kind','code':'alert'}]}],'subject':{'reference':'Patient/p101'},'sender':{'reference':'Patient/"
                       "p101'}}"));
        QCOMPARE(forged.status, 403);
        // A flag that the clinic means for the patient they do see.
        QCOMPARE(m_clinic
                     ->send("POST", "Flag", m_dana,
                            json("{'resourceType':'Flag','status':'active','code':{'coding':[{'system':'https://handrail.example/"
                                 "fhir/CodeSystem/flag','code':'patient-visible'}],'text':'Bring your "
                                 "card'},'subject':{'reference':'Patient/p101'}}"))
                     .status,
                 201);
        QCOMPARE(resourcesOf(m_clinic->send("GET", "Flag?patient=p101", m_maya).json()).size(), 1);
    }

    // Whatever a Consent opens: H8.
    void relativesNeverSeeThem()
    {
        const QString response = post(answersTo(checkIn, {chosen(u"safety"_s, u"yes"_s)}));
        post(answersTo(u"phq-9|1.0.0"_s, scale({1, 1, 1, 1, 1, 1, 1, 1, 0})));
        const QByteArray id = listed({}).first().id.toLatin1();
        QJsonObject consent = resourcesOf(m_clinic->send("GET", "Consent?actor=RelatedPerson/r101-1", m_dana).json()).first();
        QJsonObject provision = consent["provision"_L1].toObject();
        QJsonArray classes = provision["class"_L1].toArray();
        for (const QString &type : {u"Flag"_s, u"Observation"_s, u"QuestionnaireResponse"_s, u"Communication"_s, u"Task"_s})
            classes.append(QJsonObject{{u"system"_s, u"http://hl7.org/fhir/resource-types"_s}, {u"code"_s, type}});
        provision.insert(u"class"_s, classes);
        consent.insert(u"provision"_s, provision);
        const QByteArray path = "Consent/" + consent["id"_L1].toString().toLatin1();
        QCOMPARE(
            m_clinic
                ->send("PUT", path, m_dana, compact(consent), {{"If-Match", m_clinic->send("GET", path, m_dana).header("ETag")}})
                .status,
            200);
        const auto rosa =
            m_clinic->signIn(u"rosa"_s, u"demo"_s,
                             u"launch/patient patient/Patient.r patient/Appointment.rs patient/Flag.rs patient/Observation.rs "
                             "patient/QuestionnaireResponse.rs patient/Communication.rs"_s);
        QVERIFY(rosa);
        QCOMPARE(m_clinic->send("GET", "Patient/p101", rosa->accessToken).status, 200);
        for (const QByteArray &one :
             QList<QByteArray>{"Flag/" + id, "Communication/" + id, QByteArray("QuestionnaireResponse/" + response.toLatin1())})
            QVERIFY(m_clinic->send("GET", one, rosa->accessToken).status >= 403);
        const QString score =
            resourcesOf(m_clinic->send("GET", "Observation?patient=p101", m_dana).json()).first()["id"_L1].toString();
        QVERIFY(m_clinic->send("GET", "Observation/" + score.toLatin1(), rosa->accessToken).status >= 403);
        for (const char *type : {"Flag", "Communication", "QuestionnaireResponse", "Observation"}) {
            const HttpAnswer answer = m_clinic->send("GET", QByteArray(type) + "?patient=p101", rosa->accessToken);
            // Of messages there is the card that is agreed with them, and nothing else.
            for (const QJsonObject &one : resourcesOf(answer.json()))
                QVERIFY2(qstrcmp(type, "Communication") == 0 && compact(one).contains("how-to-help"), type);
            QVERIFY2(!answer.body.contains("safety"), type);
        }
    }

    void acknowledging()
    {
        post(answersTo(checkIn, {chosen(u"safety"_s, u"yes"_s)}));
        post(answersTo(checkIn, {chosen(u"use"_s, u"yes"_s)}));
        const QList<AlertLine> open = listed({u"--open"_s});
        QCOMPARE(open.size(), 2);
        QCOMPARE(open.first().level, u"urgent"_s);
        const auto closed = run({u"alerts"_s, u"--ack"_s, open.first().id});
        QCOMPARE(closed.code, 0);
        QVERIFY2(closed.errors.contains("closed 2"), closed.errors.constData());
        QCOMPARE(listed({u"--open"_s}).size(), 1);
        const QList<AlertLine> all = listed({});
        QCOMPARE(all.size(), 2);
        QVERIFY(all.last().state.startsWith("closed "_L1) && all.last().state.contains(" by "_L1));
        // The running clinic knows, with the time and the person.
        const QJsonObject flag = m_clinic->send("GET", "Flag/" + open.first().id.toLatin1(), m_dana).json();
        QCOMPARE(flag["status"_L1].toString(), u"inactive"_s);
        const QJsonObject note = flag["extension"_L1].toArray().last().toObject();
        QCOMPARE(note["extension"_L1][0]["valueDateTime"_L1], flag["period"_L1]["end"_L1]);
        QVERIFY(!note["extension"_L1][1]["valueString"_L1].toString().isEmpty());
        const QJsonObject message = m_clinic->send("GET", "Communication/" + open.first().id.toLatin1(), m_dana).json();
        QCOMPARE(message["status"_L1].toString(), u"completed"_s);
        QVERIFY(message.contains("received"_L1));
        // Once more changes nothing; what is not there says so.
        QCOMPARE(run({u"alerts"_s, u"--ack"_s, open.first().id}).code, 0);
        QCOMPARE(m_clinic->send("GET", "Flag/" + open.first().id.toLatin1(), m_dana).json()["meta"_L1]["versionId"_L1].toString(),
                 u"2"_s);
        const auto none = run({u"alerts"_s, u"--ack"_s, u"no-such-alert"_s});
        QCOMPARE(none.code, 1);
        QVERIFY(none.errors.contains("no such alert"));
        QCOMPARE(run({u"alerts"_s, u"--open"_s, u"--report"_s}).code, 2);
        const QByteArray report = run({u"alerts"_s, u"--report"_s}).output;
        QVERIFY2(report.contains("\t1\t1\t0\t1\t"), report.constData());
    }

    void monitoringIsSaid()
    {
        const auto inTheApp = [&] {
            for (const QJsonValue &each : m_clinic->send("GET", "Organization/o1", m_maya).json()["extension"_L1].toArray()) {
                if (each["url"_L1].toString().endsWith("/monitoring"_L1))
                    return each["valueCode"_L1].toString();
            }
            return QString();
        };
        QCOMPARE(run({u"monitoring"_s}).output.trimmed(), QByteArray("none"));
        QCOMPARE(run({u"monitoring"_s, u"business-hours"_s}).output.trimmed(), QByteArray("business-hours"));
        QTRY_COMPARE_WITH_TIMEOUT(inTheApp(), u"business-hours"_s, 2000);
        QCOMPARE(run({u"monitoring"_s, u"24x7"_s, u"--organization"_s, u"o1"_s}).code, 0);
        QTRY_COMPARE_WITH_TIMEOUT(inTheApp(), u"24x7"_s, 2000);
        QCOMPARE(m_clinic->send("GET", "Organization/o1", m_maya).json()["extension"_L1].toArray().size(),
                 3); // hours and time zone are kept
        QCOMPARE(run({u"monitoring"_s, u"always"_s}).code, 2);
        QCOMPARE(run({u"monitoring"_s, u"none"_s, u"--organization"_s, u"o9"_s}).code, 1);
    }
};

QTEST_GUILESS_MAIN(TestClinicAlerts)
#include "tst_clinic_alerts.moc"
