// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FormAnswers.h"

#include <QFile>
#include <QTest>

using namespace handrail::test;
using namespace Qt::Literals::StringLiterals;

/// Forms, answers and scores at the running clinic (design api rows 3 to 3b, clinical 2).
class TestClinicForms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(startStaffed(m_clinic, m_maya, m_dana, {}, mayaScope)); }
    void cleanupTestCase() { QCOMPARE(m_clinic.stop(), 0); }

    void theInstrumentsAreServed_data()
    {
        QTest::addColumn<QString>("form");
        QTest::addColumn<int>("questions");
        QTest::addColumn<QString>("panel");
        QTest::newRow("PHQ-9") << u"phq-9"_s << 9 << u"44249-1"_s;
        QTest::newRow("PHQ-2 growing") << u"phq-2-9"_s << 9 << u"44249-1"_s;
        QTest::newRow("GAD-7") << u"gad-7"_s << 7 << u"69737-5"_s;
        QTest::newRow("GAD-2 growing") << u"gad-2"_s << 7 << u"69737-5"_s;
    }
    void theInstrumentsAreServed()
    {
        QFETCH(QString, form);
        QFETCH(int, questions);
        QFETCH(QString, panel);
        const QList<QJsonObject> found =
            resourcesOf(m_clinic.send("GET", "Questionnaire?url=" + (formBase + form).toLatin1(), m_maya).json());
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first()["code"_L1][0]["code"_L1].toString(), panel);
        const QString notice = found.first()["copyright"_L1].toString();
        QVERIFY(notice.startsWith("Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues"_L1));
        QVERIFY(notice.contains("No permission required to reproduce, translate, display or distribute."_L1));
        QVERIFY(notice.contains("LOINC is copyright"_L1));
        int asked = 0;
        for (const QJsonValue &item : found.first()["item"_L1].toArray()) {
            if (!item["linkId"_L1].toString().startsWith(u'q'))
                continue;
            ++asked;
            const QJsonArray options = item["answerOption"_L1].toArray();
            QCOMPARE(options.size(), 4);
            for (int weight = 0; weight < 4; ++weight)
                QCOMPARE(options[weight]["extension"_L1][0]["valueDecimal"_L1].toInt(-1), weight);
        }
        QCOMPARE(asked, questions);
    }

    void scores_data()
    {
        QTest::addColumn<QString>("form");
        QTest::addColumn<QList<int>>("weights");
        QTest::addColumn<QStringList>("scores"); // LOINC code and value
        QTest::newRow("PHQ-9, all 3") << u"phq-9"_s << QList<int>{3, 3, 3, 3, 3, 3, 3, 3, 3} << QStringList{u"44261-6 27"_s};
        QTest::newRow("PHQ-9, five ones") << u"phq-9"_s << QList<int>{1, 1, 1, 1, 1, 0, 0, 0, 0} << QStringList{u"44261-6 5"_s};
        QTest::newRow("PHQ-9, item 9 alone") << u"phq-9"_s << QList<int>{0, 0, 0, 0, 0, 0, 0, 0, 1} << QStringList{u"44261-6 1"_s};
        QTest::newRow("PHQ-9, all 0") << u"phq-9"_s << QList<int>{0, 0, 0, 0, 0, 0, 0, 0, 0} << QStringList{u"44261-6 0"_s};
        QTest::newRow("PHQ-9, one blank") << u"phq-9"_s << QList<int>{3, 3, 3, -1, 3, 3, 3, 3, 3} << QStringList{};
        QTest::newRow("nothing answered") << u"phq-9"_s << QList<int>{} << QStringList{};
        QTest::newRow("GAD-7") << u"gad-7"_s << QList<int>{2, 2, 2, 2, 1, 1, 0} << QStringList{u"70274-6 10"_s};
        QTest::newRow("GAD-7, one blank") << u"gad-7"_s << QList<int>{2, 2, 2, 2, 1, 1} << QStringList{};
        QTest::newRow("GAD-2 stays") << u"gad-2"_s << QList<int>{2, 0} << QStringList{u"gad-2-total 2"_s};
        QTest::newRow("GAD-2 grows") << u"gad-2"_s << QList<int>{2, 1, 1, 1, 1, 1, 1}
                                     << QStringList{u"70274-6 8"_s, u"gad-2-total 3"_s};
        QTest::newRow("PHQ-2 stays") << u"phq-2-9"_s << QList<int>{1, 1} << QStringList{u"55758-7 2"_s};
        QTest::newRow("PHQ-2 grows") << u"phq-2-9"_s << QList<int>{2, 1, 2, 2, 1, 2, 1, 1, 0}
                                     << QStringList{u"44261-6 12"_s, u"55758-7 3"_s};
    }
    void scores()
    {
        QFETCH(QString, form);
        QFETCH(QList<int>, weights);
        QFETCH(QStringList, scores);
        const HttpAnswer made =
            m_clinic.send("POST", "QuestionnaireResponse", m_maya, compact(answersTo(form + u"|1.0.0"_s, scale(weights))));
        QCOMPARE(made.status, 201);
        const QByteArray id = made.json()["id"_L1].toString().toLatin1();
        QCOMPARE(scoresOf(id), scores);
        for (const QJsonObject &score : observationsOf(id)) {
            QCOMPARE(score["status"_L1].toString(), u"final"_s);
            QCOMPARE(score["category"_L1][0]["coding"_L1][0]["code"_L1].toString(), u"survey"_s);
            QCOMPARE(score["subject"_L1]["reference"_L1].toString(), u"Patient/p101"_s);
            QCOMPARE(score["effectiveDateTime"_L1].toString(), u"2026-11-18T16:00:00-05:00"_s);
            QCOMPARE(score["valueQuantity"_L1]["code"_L1].toString(), u"{score}"_s);
            QVERIFY(!score.contains("interpretation"_L1)); // no severity is told to the patient
        }
        // The patient finds each by its code.
        for (const QString &score : scores) {
            const QByteArray code = score.section(u' ', 0, 0).toLatin1();
            const QList<QJsonObject> found =
                resourcesOf(m_clinic.send("GET", "Observation?patient=p101&code=" + code, m_maya).json());
            QVERIFY(std::any_of(found.begin(), found.end(), [&](const QJsonObject &each) {
                return each["derivedFrom"_L1][0]["reference"_L1].toString().endsWith(QString::fromLatin1(id));
            }));
        }
    }

    // The form says what it asks after these answers, and in which shape. Nobody in danger is turned away over that.
    void whatTheFormDoesNotAskIsRefused()
    {
        const auto status = [&](const QList<int> &weights) {
            return m_clinic.send("POST", "QuestionnaireResponse", m_maya, compact(answersTo(u"phq-2-9|1.0.0"_s, scale(weights))))
                .status;
        };
        QCOMPARE(status({1, 1}), 201);
        QCOMPARE(status({1, 1, 3, 3, 3, 3, 3, 3, 0}), 422); // 2 is no reason to ask the rest
        QCOMPARE(status({1, 1, 3, 3, 3, 3, 3, 3, 1}), 201);
        QCOMPARE(status({2, 1, 3, 3, 3, 3, 3, 3, 0}), 201);
    }

    void anAmendedResponseHasItsScoreBroughtUpToDate()
    {
        QJsonObject response = answersTo(u"gad-7|1.0.0"_s, scale({1, 1, 1, 1, 1, 1, 1}));
        const HttpAnswer made = m_clinic.send("POST", "QuestionnaireResponse", m_maya, compact(response));
        QCOMPARE(made.status, 201);
        const QByteArray id = made.json()["id"_L1].toString().toLatin1();
        QCOMPARE(scoresOf(id), QStringList{u"70274-6 7"_s});
        const QString scoreId = observationsOf(id).first()["id"_L1].toString();
        const auto amend = [&](const QJsonArray &items) {
            const HttpAnswer now = m_clinic.send("GET", "QuestionnaireResponse/" + id, m_maya);
            QJsonObject changed = now.json();
            changed.insert(u"status"_s, u"amended"_s);
            changed.insert(u"item"_s, items);
            return m_clinic.send("PUT", "QuestionnaireResponse/" + id, m_maya, compact(changed), {{"If-Match", now.header("ETag")}})
                .status;
        };
        QCOMPARE(amend(scale({2, 1, 1, 1, 1, 1, 1})), 200);
        QCOMPARE(scoresOf(id), QStringList{u"70274-6 8"_s});
        QCOMPARE(observationsOf(id).first()["id"_L1].toString(), scoreId);
        QCOMPARE(observationsOf(id).first()["status"_L1].toString(), u"amended"_s);
        // A question taken back: the total does not hold any more.
        QCOMPARE(amend(scale({2, 1, 1, 1, 1, 1})), 200);
        QCOMPARE(scoresOf(id), QStringList{});
        QCOMPARE(m_clinic.send("GET", "Observation/" + scoreId.toLatin1(), m_maya).json()["status"_L1].toString(),
                 u"entered-in-error"_s);
        QCOMPARE(amend(scale({2, 1, 1, 1, 1, 1, 3})), 200);
        QCOMPARE(scoresOf(id), QStringList{u"70274-6 10"_s});
        QCOMPARE(observationsOf(id).size(), 1);
    }

    void eightAtOnceMakeOneScore()
    {
        const QJsonObject response = answersTo(u"phq-9|1.0.0"_s, scale({1, 1, 1, 1, 1, 1, 1, 1, 0}));
        QByteArray bundle = json("{'resourceType':'Bundle','type':'batch','entry':[");
        for (int i = 0; i < 8; ++i)
            bundle += (i ? "," : "")
                + json("{'request':{'method':'POST','url':'QuestionnaireResponse','ifNoneExist':'identifier=urn:ietf:rfc:3986|")
                + identifierOf(response) + "\"},\"resource\":" + compact(response) + '}';
        QCOMPARE(m_clinic.send("POST", "/fhir/R4", m_maya, bundle + "]}").status, 200);
        const QStringList stored = idsOf(
            m_clinic.send("GET", "QuestionnaireResponse?identifier=urn:ietf:rfc:3986|" + identifierOf(response), m_maya).json());
        QCOMPARE(stored.size(), 1);
        QCOMPARE(scoresOf(stored.first().toLatin1()), QStringList{u"44261-6 8"_s});
        QCOMPARE(observationsOf(stored.first().toLatin1()).first()["meta"_L1]["versionId"_L1].toString(), u"1"_s);
    }

    void whatDoesNotFitTheFormIsRefused_data()
    {
        QTest::addColumn<QString>("form");
        QTest::addColumn<QByteArray>("items");
        QTest::addColumn<QByteArray>("expression");
        const QString day = u"daily-checkin|1.0.0"_s;
        QTest::newRow("unknown item") << day << json("[{'linkId':'mood-of-yesterday','answer':[{'valueInteger':1}]}]")
                                      << QByteArray("QuestionnaireResponse.item[0].linkId");
        QTest::newRow("unknown item further in")
            << day << json("[{'linkId':'sleep','item':[{'linkId':'dreams','answer':[{'valueString':'x'}]}]}]")
            << QByteArray("QuestionnaireResponse.item[0].item[0].linkId");
        QTest::newRow("another type") << day << json("[{'linkId':'craving','answer':[{'valueString':'4'}]}]")
                                      << QByteArray("QuestionnaireResponse.item[0].answer[0]");
        QTest::newRow("a number for a choice") << day << json("[{'linkId':'mood','answer':[{'valueInteger':5}]}]")
                                               << QByteArray("QuestionnaireResponse.item[0].answer[0]");
        QTest::newRow("an answer to a group") << day << json("[{'linkId':'sleep','answer':[{'valueInteger':5}]}]")
                                              << QByteArray("QuestionnaireResponse.item[0].answer[0]");
        QTest::newRow("an option that is not there")
            << day << json("[{'linkId':'use','answer':[{'valueCoding':{'code':'perhaps'}}]}]")
            << QByteArray("QuestionnaireResponse.item[0].answer[0]");
        QTest::newRow("an option of another list")
            << u"phq-9|1.0.0"_s
            << json("[{'linkId':'q1','answer':[{'valueCoding':{'system':'http://loinc.org','code':'LA6573-5'}}]}]")
            << QByteArray("QuestionnaireResponse.item[0].answer[0]");
        QTest::newRow("beyond the scale") << day << json("[{'linkId':'craving','answer':[{'valueInteger':11}]}]")
                                          << QByteArray("QuestionnaireResponse.item[0].answer[0]");
        QTest::newRow("two where one is asked")
            << day << json("[{'linkId':'craving','answer':[{'valueInteger':1},{'valueInteger':2}]}]")
            << QByteArray("QuestionnaireResponse.item[0].answer");
        QTest::newRow("an item that is there twice")
            << day
            << json("[{'linkId':'craving','answer':[{'valueInteger':1}]},{'linkId':'craving','answer':[{'valueInteger':2}]}]")
            << QByteArray("QuestionnaireResponse.item[1]");
    }
    void whatDoesNotFitTheFormIsRefused()
    {
        QFETCH(QString, form);
        QFETCH(QByteArray, items);
        QFETCH(QByteArray, expression);
        const QJsonObject response = answersTo(form, QJsonDocument::fromJson(items).array());
        const HttpAnswer refused = m_clinic.send("POST", "QuestionnaireResponse", m_maya, compact(response));
        QCOMPARE(refused.status, 422);
        QVERIFY(refused.isOutcome());
        QCOMPARE(refused.json()["issue"_L1][0]["expression"_L1][0].toString().toLatin1(), expression);
        QVERIFY(!m_clinic.send("GET", "QuestionnaireResponse?identifier=urn:ietf:rfc:3986|" + identifierOf(response), m_maya)
                     .json()
                     .contains("entry"_L1));
        // The same as a draft, and to a form or a version that the clinic does not have.
        QJsonObject draft = response;
        draft.insert(u"status"_s, u"in-progress"_s);
        QCOMPARE(m_clinic.send("POST", "QuestionnaireResponse", m_maya, compact(draft)).status, 201);
        for (const QString &other : QStringList{QString(form.section(u'|', 0, 0) + u"|0.9.0"_s), u"gone|1.0.0"_s, u"gone"_s}) {
            QCOMPARE(m_clinic
                         .send("POST", "QuestionnaireResponse", m_maya,
                               compact(answersTo(other, QJsonDocument::fromJson(items).array())))
                         .status,
                     201);
        }
    }

    void whatIsRequiredIsAnswered_data()
    {
        QTest::addColumn<QByteArray>("items");
        QTest::addColumn<QStringList>("missing"); // the linkIds that the clinic names
        const auto row = [](const char *name, const char *items, const QStringList &missing) {
            QTest::newRow(name) << json(items) << missing;
        };
        row("all",
            "[{'linkId':'name','answer':[{'valueString':'M.'}]},{'linkId':'home','item':[{'linkId':'town','answer':[{'"
            "valueString':'Portland'}]}]}]",
            {});
        row("nothing", "[]", {u"name"_s, u"home"_s, u"town"_s});
        row("one in a group",
            "[{'linkId':'name','answer':[{'valueString':'M.'}]},{'linkId':'home','item':[{'linkId':'street','answer'"
            ":[{'valueString':'1 Harbor St'}]}]}]",
            {u"town"_s});
        row("asked by another answer",
            "[{'linkId':'name','answer':[{'valueString':'M.'}]},{'linkId':'home','item':[{'linkId':'town','answer':[{'valueString':"
            "'"
            "P.'}]}]},{'linkId':'pets','answer':[{'valueBoolean':true}]}]",
            {u"it's how many"_s});
        row("not asked by it",
            "[{'linkId':'name','answer':[{'valueString':'M.'}]},{'linkId':'home','item':[{'linkId':'town','answer':[{'valueString':"
            "'"
            "P.'}]}]},{'linkId':'pets','answer':[{'valueBoolean':false}]}]",
            {});
        row("in the second of two",
            "[{'linkId':'name','answer':[{'valueString':'M.'}]},{'linkId':'home','item':[{'linkId':'town','answer':[{'valueString':"
            "'"
            "P.'}]}]},{'linkId':'child','item':[{'linkId':'born','answer':[{'valueDate':'2020-01-01'}]}]},{'linkId':'child','item':"
            "[{'"
            "linkId':'nickname','answer':[{'valueString':'B.'}]}]}]",
            {u"born"_s});
    }
    void whatIsRequiredIsAnswered()
    {
        QFETCH(QByteArray, items);
        QFETCH(QStringList, missing);
        const QByteArray version = QByteArray(QTest::currentDataTag()).replace(' ', '-');
        const HttpAnswer served = m_clinic.send(
            "POST", "Questionnaire", m_dana,
            json("{'resourceType':'Questionnaire','status':'active','url':'https://handrail.example/fhir/Questionnaire/"
                 "intake','version':'")
                + version
                + json("','item':[{'linkId':'name','type':'string','required':true},"
                       "{'linkId':'home','type':'group','required':true,'item':[{'linkId':'street','type':'string'},"
                       "{'linkId':'town','type':'string','required':true}]},"
                       "{'linkId':'pets','type':'boolean'},"
                       "{'linkId':'it\\u0027s how "
                       "many','type':'integer','required':true,'enableWhen':[{'question':'pets','operator':'=',"
                       "'answerBoolean':true}]},"
                       "{'linkId':'child','type':'group','repeats':true,'item':[{'linkId':'nickname','type':'string'},"
                       "{'linkId':'born','type':'date','required':true,'enableWhen':[{'question':'nickname','operator':'exists',"
                       "'answerBoolean':true}]}]},"
                       "{'linkId':'number','type':'string','required':true,'readOnly':true},"
                       "{'linkId':'scan','type':'attachment','required':true},"
                       "{'linkId':'q9','type':'choice','required':false,'code':[{'system':'http://loinc.org','code':'44260-8'}],"
                       "'answerOption':[{'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/"
                       "ordinalValue','valueDecimal':0}],"
                       "'valueCoding':{'system':'http://loinc.org','code':'LA6568-5'}},"
                       "{'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/ordinalValue','valueDecimal':1}],"
                       "'valueCoding':{'system':'http://loinc.org','code':'LA6569-3'}}]}]}"));
        QVERIFY2(served.status == 201, served.body.constData());
        const QString form = u"intake|"_s + QString::fromLatin1(version);
        const QJsonArray answers = QJsonDocument::fromJson(items).array();
        const HttpAnswer first = m_clinic.send("POST", "QuestionnaireResponse", m_maya, compact(answersTo(form, answers)));
        const auto named = [](const HttpAnswer &refused) {
            QStringList linkIds;
            for (const QJsonValue &issue : refused.json()["issue"_L1].toArray()) {
                const QString last = issue["expression"_L1][0].toString().section(u"where(linkId='"_s, -1);
                if (issue["code"_L1].toString() == "required"_L1 && issue["severity"_L1].toString() == "error"_L1)
                    linkIds << last.chopped(2).replace(u"\\'"_s, u"'"_s);
            }
            return linkIds;
        };
        QCOMPARE(first.status, missing.isEmpty() ? 201 : 422);
        QCOMPARE(named(first), missing);
        if (missing.isEmpty()) {
            // What was whole must not be amended into something that is not.
            QJsonObject changed = first.json();
            changed.insert(u"status"_s, u"amended"_s);
            changed.insert(u"item"_s, QJsonArray{answeredItem(u"name"_s, {{u"valueString"_s, u"N."_s}})});
            const HttpAnswer refused = m_clinic.send("PUT", "QuestionnaireResponse/" + changed["id"_L1].toString().toLatin1(),
                                                     m_maya, compact(changed), {{"If-Match", first.header("ETag")}});
            QCOMPARE(refused.status, 422);
            QCOMPARE(named(refused), (QStringList{u"home"_s, u"town"_s}));
        }
        // A draft may lack anything. So may answers of somebody in danger: they go ahead of their form.
        QJsonObject draft = answersTo(form, answers);
        draft.insert(u"status"_s, u"in-progress"_s);
        QCOMPARE(m_clinic.send("POST", "QuestionnaireResponse", m_maya, compact(draft)).status, 201);
        for (const int weight : {1, 0}) {
            const HttpAnswer ahead = m_clinic.send("POST", "QuestionnaireResponse", m_maya,
                                                   compact(answersTo(form, {answeredItem(u"q9"_s, weighed(weight))})));
            QCOMPARE(ahead.status, weight > 0 ? 201 : 422);
        }
    }

    void whatTheAppSendsIsTaken()
    {
        const QByteArray items =
            json("[{'linkId':'mood','text':'How do you feel right "
                 "now?','answer':[{'valueCoding':{'system':'https://handrail.example/fhir/CodeSystem/"
                 "mood','code':'okay','display':'Okay','extension':[{'url':'http://hl7.org/fhir/StructureDefinition/"
                 "ordinalValue','valueDecimal':2}]}}]},{'linkId':'craving','answer':[{'valueInteger':0}]},{'linkId':'sleep','item':"
                 "[{'linkId':'sleep-hours','answer':[{'valueDecimal':6.5}]}]},{'linkId':'halt','answer':[{'valueCoding':{'code':'"
                 "tired'}},{'valueCoding':{'code':'bored'}}]},{'linkId':'note','answer':[{'valueString':'x'}]}]");
        for (const QJsonArray &each : {QJsonDocument::fromJson(items).array(), QJsonArray()})
            QCOMPARE(
                m_clinic.send("POST", "QuestionnaireResponse", m_maya, compact(answersTo(u"daily-checkin|1.0.0"_s, each))).status,
                201);
    }

    /// An option as the app reads and sends it, without what nobody sees of it; and one of words alone.
    void anOptionIsTakenAsTheAppSendsIt()
    {
        const QByteArray form = json(
            "{'resourceType':'Questionnaire','status':'active','url':'https://clinic.example/Questionnaire/blanks','version':'1',"
            "'item':[{'linkId':'a','type':'choice','answerOption':[{'valueString':' Work\\t'},{'valueString':'Home'}]},"
            "{'linkId':'b','type':'choice','answerOption':[{'valueCoding':{'display':'Now and then '}}]}]}");
        QCOMPARE(m_clinic.send("POST", "Questionnaire", m_dana, form).status, 201);
        const auto sent = [&](const char *items) {
            QJsonObject response = answersTo(u"daily-checkin|1.0.0"_s, QJsonDocument::fromJson(json(items)).array());
            response.insert(u"questionnaire"_s, u"https://clinic.example/Questionnaire/blanks|1"_s);
            return m_clinic.send("POST", "QuestionnaireResponse", m_maya, compact(response)).status;
        };
        QCOMPARE(sent("[{'linkId':'a','answer':[{'valueString':'Work'}]}]"), 201);
        QCOMPARE(sent("[{'linkId':'b','answer':[{'valueCoding':{'display':'Now and then'}}]}]"), 201);
        QCOMPARE(sent("[{'linkId':'a','answer':[{'valueString':'work'}]}]"), 422);
        QCOMPARE(sent("[{'linkId':'b','answer':[{'valueCoding':{'display':'Never'}}]}]"), 422);
    }

    void aBadFormIsRefused_data()
    {
        QTest::addColumn<QByteArray>("items");
        QTest::newRow("twice") << json("[{'linkId':'a','type':'string'},{'linkId':'a','type':'string'}]");
        QTest::newRow("twice, further in") << json("[{'linkId':'a','type':'group','item':[{'linkId':'a','type':'string'}]}]");
        QTest::newRow("abstract") << json("[{'linkId':'a','type':'question'}]");
        QTest::newRow("empty group") << json("[{'linkId':'a','type':'group'}]");
        QTest::newRow("condition on nothing")
            << json("[{'linkId':'a','type':'string','enableWhen':[{'question':'b','operator':'exists','answerBoolean':true}]}]");
        QTest::newRow("exists without a boolean")
            << json("[{'linkId':'a','type':'string'},{'linkId':'b','type':'string','enableWhen':[{'question':'a','operator':'"
                    "exists','answerString':'x'}]}]");
        QTest::newRow("circle") << QByteArray(
            json("[{'linkId':'a','type':'string','enableWhen':[{'question':'b','operator':'exists','answerBoolean':true}]},{'"
                 "linkId':'b','type':'string','enableWhen':[{'question':'a','operator':'exists','answerBoolean':true}]}]"));
        QTest::newRow("all or any is not said")
            << QByteArray(json("[{'linkId':'a','type':'string'},{'linkId':'b','type':'string','enableWhen':[{'question':'a','"
                               "operator':'exists','answerBoolean':true},{'question':'a','operator':'=','answerString':'x'}]}]"));
        QTest::newRow("options twice over") << json(
            "[{'linkId':'a','type':'choice','answerValueSet':'#v','answerOption':[{'valueString':'x'}]}]");
    }
    void aBadFormIsRefused()
    {
        QFETCH(QByteArray, items);
        const auto form = [](const QByteArray &item) -> QByteArray {
            return json("{'resourceType':'Questionnaire','status':'active','url':'https://clinic.example/Questionnaire/x','item':")
                + item + '}';
        };
        const HttpAnswer refused = m_clinic.send("POST", "Questionnaire", m_dana, form(items));
        QCOMPARE(refused.status, 422);
        QVERIFY(refused.isOutcome());
        QCOMPARE(m_clinic.send("POST", "Questionnaire", m_dana, form(json("[{'linkId':'a','type':'string'}]"))).status, 201);
    }

    void aLongChainOfConditionsIsJudgedAtOnce()
    {
        QByteArray items = json("{'linkId':'i0','type':'string'}");
        for (int i = 1; i < 5000; ++i)
            items += json(",{'linkId':'i") + QByteArray::number(i) + json("','type':'string','enableWhen':[{'question':'i")
                + QByteArray::number(i - 1) + json("','operator':'exists','answerBoolean':true}]}");
        const HttpAnswer made = m_clinic.send("POST", "Questionnaire", m_dana,
                                              json("{'resourceType':'Questionnaire','status':'draft','item':[") + items + "]}");
        QCOMPARE(made.status, 201);
    }

    void mayaHasFormsToFillInAndScoresOfOlderOnes()
    {
        QStringList asked;
        for (const QJsonObject &task : resourcesOf(m_clinic.send("GET", "Task?patient=p101&status=requested", m_maya).json())) {
            asked << task["input"_L1][0]["valueCanonical"_L1].toString();
            QCOMPARE(task["restriction"_L1]["period"_L1]["end"_L1].toString(), u"2026-11-22"_s);
            QVERIFY(!task["_description"_L1]["extension"_L1].toArray().isEmpty()); // in Spanish too
        }
        asked.sort();
        QCOMPARE(asked, QStringList({QString(formBase + u"gad-7|1.0.0"_s), QString(formBase + u"phq-2-9|1.0.0"_s)}));
        QStringList trend;
        for (const QJsonObject &score :
             resourcesOf(m_clinic.send("GET", "Observation?patient=p101&code=70274-6&date=lt2026-11-16&_sort=date", m_maya).json()))
            trend << QString::number(score["valueQuantity"_L1]["value"_L1].toInt());
        QCOMPARE(trend, QStringList({u"12"_s, u"10"_s, u"8"_s, u"6"_s}));
        const QJsonArray said = m_clinic.send("GET", "Organization/o1", m_maya).json()["extension"_L1].toArray();
        QVERIFY(std::any_of(said.begin(), said.end(), [](const QJsonValue &each) {
            return each["url"_L1].toString() == "https://handrail.example/fhir/StructureDefinition/monitoring"_L1
                && each["valueCode"_L1].toString() == "none"_L1;
        }));
    }

    // Where nobody has a Task (design api row 4a), the plan itself says what is done, and nobody is told of danger.
    void whatIsDoneOfAPlanStandsInThePlan()
    {
        QFile file(QStringLiteral(HANDRAIL_QUESTIONNAIRES "/module-done.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray form = file.readAll();
        const auto plan = [this](const char *patient) {
            const HttpAnswer made = m_clinic.send(
                "POST", "CarePlan", m_dana,
                json("{'resourceType':'CarePlan','status':'active','intent':'plan','subject':{'reference':'Patient/") + patient
                    + json("'},'activity':[{'detail':{'kind':'Task','status':'scheduled','instantiatesCanonical':"
                           "['https://c.example/Library/wave|2']}},{'detail':{'kind':'Task','status':'scheduled',"
                           "'instantiatesCanonical':['https://c.example/Library/map']}}]}"));
            return made.status == 201 ? made.json()["id"_L1].toString() : QString();
        };
        const auto states = [this](const QString &id) {
            QStringList found;
            for (const QJsonValue &one : m_clinic.send("GET", "CarePlan/" + id.toLatin1(), m_dana).json()["activity"_L1].toArray())
                found << one["detail"_L1]["status"_L1].toString();
            return found;
        };
        const auto said = [](const QString &id, const QString &library) {
            QJsonObject response = answersTo(u"module-done|1.0.0"_s, {answeredItem(u"library"_s, {{u"valueUri"_s, library}})});
            response.insert(u"basedOn"_s, QJsonArray{QJsonObject{{u"reference"_s, QString(u"CarePlan/" + id)}}});
            return compact(response);
        };
        const qsizetype flags = resourcesOf(m_clinic.send("GET", "Flag?patient=p101", m_dana).json()).size();
        const QString first = plan("p101");
        QCOMPARE(states(first), (QStringList{u"scheduled"_s, u"scheduled"_s}));
        // Whether the clinic serves the form or not.
        QCOMPARE(m_clinic.send("POST", "QuestionnaireResponse", m_maya, said(first, u"https://c.example/Library/wave"_s)).status,
                 201);
        QCOMPARE(states(first), (QStringList{u"completed"_s, u"scheduled"_s}));
        QCOMPARE(m_clinic.send("POST", "Questionnaire", m_dana, form).status, 201);
        QCOMPARE(m_clinic.send("POST", "QuestionnaireResponse", m_maya, said(first, u"https://c.example/Library/map"_s)).status,
                 201);
        QCOMPARE(states(first), (QStringList{u"completed"_s, u"completed"_s}));
        // Nothing of a plan that is somebody else's.
        const QString other = plan("p102");
        QVERIFY(!other.isEmpty());
        (void)m_clinic.send("POST", "QuestionnaireResponse", m_maya, said(other, u"https://c.example/Library/wave"_s));
        QCOMPARE(states(other), (QStringList{u"scheduled"_s, u"scheduled"_s}));
        QCOMPARE(resourcesOf(m_clinic.send("GET", "Flag?patient=p101", m_dana).json()).size(), flags);
    }

private:
    QList<QJsonObject> observationsOf(const QByteArray &responseId)
    {
        return resourcesOf(m_clinic.send("GET", "Observation?derived-from=QuestionnaireResponse/" + responseId, m_dana).json());
    }
    QStringList scoresOf(const QByteArray &responseId)
    {
        QStringList scores;
        for (const QJsonObject &score : observationsOf(responseId)) {
            if (score["status"_L1].toString() != "entered-in-error"_L1)
                scores << QString(score["code"_L1]["coding"_L1][0]["code"_L1].toString() + u' '
                                  + QString::number(score["valueQuantity"_L1]["value"_L1].toDouble()));
        }
        scores.sort();
        return scores;
    }

    ClinicProcess m_clinic;
    QByteArray m_maya, m_dana;
};

QTEST_GUILESS_MAIN(TestClinicForms)
#include "tst_clinic_forms.moc"
