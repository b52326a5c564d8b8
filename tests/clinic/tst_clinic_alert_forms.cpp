// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "AlertClinic.h"

#include <algorithm>

using namespace handrail::test;
using namespace Qt::Literals::StringLiterals;

/// Alerts and scores of answers to forms that changed, went or never were here (design clinical 3.3).
class TestClinicAlertForms : public AlertClinic
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(makeSample()); }
    void init() { QVERIFY(begin({u"--now"_s, u"2026-11-18T22:00:00Z"_s})); }
    void cleanup() { end(); }

    // Answers are to the version that was asked, also when the clinic has put another one in its place since.
    void aFormThatWasReplacedStillTells()
    {
        const auto take = [&](const QByteArray &text) {
            return ClinicProcess::runToEnd({u"import"_s, u"-"_s, u"--database"_s, m_database}, text).code;
        };
        const auto form = [](const QByteArray &version, const QByteArray &items) -> QByteArray {
            return json("{'resourceType':'Questionnaire','id':'own','status':'active','url':"
                        "'https://handrail.example/fhir/Questionnaire/own','version':'")
                + version + json("','item':[") + items + json("]}");
        };
        const QByteArray marked = json("{'linkId':'a','type':'boolean','text':'Are you thinking of hurting yourself?',"
                                       "'code':[{'system':'https://handrail.example/fhir/CodeSystem/question','code':'safety'}]}");
        const auto said = [](const QString &version, const QString &linkId, const char *time) {
            return answersTo(u"own|"_s + version, {answeredItem(linkId, {{u"valueBoolean"_s, true}})}, at(time));
        };
        const auto status = [&](const QJsonObject &response) {
            return m_clinic->send("POST", "QuestionnaireResponse", m_maya, compact(response)).status;
        };
        QCOMPARE(take(form("1", marked)), 0);
        QCOMPARE(take(form("2", json("{'linkId':'b','type':'boolean','text':'Did you eat today?'}"))), 0);
        post(said(u"1"_s, u"a"_s, "17T09:00"));
        QCOMPARE(listed({}).size(), 1);
        QCOMPARE(listed({}).first().level, u"urgent"_s);
        post(said(u"2"_s, u"b"_s, "17T10:00"));
        QCOMPARE(listed({}).size(), 1);
        // It is checked by that version, too.
        QCOMPARE(status(answersTo(u"own|1"_s, {answeredItem(u"a"_s, {{u"valueString"_s, u"no"_s}})})), 422);
        QCOMPARE(take(json("{'resourceType':'Bundle','type':'transaction','entry':[{'request':{'method':'DELETE',"
                           "'url':'Questionnaire/own'}}]}")),
                 0);
        post(said(u"1"_s, u"a"_s, "18T09:00"));
        QCOMPARE(listed({}).size(), 2);
    }

    // The app names such a form by its record.
    void aFormWithoutAnAddressTells()
    {
        QCOMPARE(ClinicProcess::runToEnd(
                     {u"import"_s, u"-"_s, u"--database"_s, m_database},
                     json("{'resourceType':'Questionnaire','id':'bare','status':'active','item':[{'linkId':'a','type':'boolean',"
                          "'text':'Are you thinking of hurting yourself?','code':[{'system':"
                          "'https://handrail.example/fhir/CodeSystem/question','code':'safety'}]}]}"))
                     .code,
                 0);
        const auto said = [](const QString &name, const QJsonObject &answer) {
            QJsonObject response = answersTo(u"own"_s, {answeredItem(u"a"_s, answer)}, at("17T09:00"));
            response.insert(u"questionnaire"_s, name);
            return response;
        };
        const auto status = [&](const QJsonObject &response) {
            return m_clinic->send("POST", "QuestionnaireResponse", m_maya, compact(response)).status;
        };
        QCOMPARE(status(said(u"Questionnaire/bare"_s, {{u"valueString"_s, u"no"_s}})), 422); // it is checked by it
        QCOMPARE(status(said(u"Questionnaire/gone"_s, {{u"valueBoolean"_s, true}})), 201);   // nothing is known of what was asked
        QCOMPARE(listed({}).size(), 0);
        post(said(u"Questionnaire/bare"_s, {{u"valueBoolean"_s, true}}));
        QCOMPARE(listed({}).size(), 1);
        QCOMPARE(listed({}).first().level, u"urgent"_s);
    }

    // Whoever names no version means the form of now: the answers are checked and scored by it.
    void answersThatNameNoVersion()
    {
        const QJsonObject wrong = answersTo(u"gad-7"_s, {answeredItem(u"q1"_s, {{u"valueString"_s, u"no"_s}})});
        QCOMPARE(m_clinic->send("POST", "QuestionnaireResponse", m_maya, compact(wrong)).status, 422);
        const QString id = post(answersTo(u"gad-7"_s, scale({2, 2, 2, 2, 1, 1, 0})));
        const QList<QJsonObject> scores =
            resourcesOf(m_clinic->send("GET", "Observation?derived-from=QuestionnaireResponse/" + id.toLatin1(), m_dana).json());
        QCOMPARE(scores.size(), 1);
        QCOMPARE(scores.first()["valueQuantity"_L1]["value"_L1].toInt(), 10);
    }

    // The app cannot ask it, another one can: staff hear of its answers, and whoever looks after the form that it is not asked.
    void aQuestionThatTheAppCannotAsk()
    {
        const auto taken = ClinicProcess::runToEnd(
            {u"import"_s, u"-"_s, u"--database"_s, m_database},
            json("{'resourceType':'Questionnaire','id':'own','status':'active','url':"
                 "'https://handrail.example/fhir/Questionnaire/own','version':'1','item':[{'linkId':'nine','type':'choice',"
                 "'text':'Thoughts that you would be better off dead','code':[{'system':'http://loinc.org','code':'44260-8'}],"
                 "'answerValueSet':'http://loinc.org/vs/LL358-3'},{'linkId':'sum','type':'decimal','readOnly':true,'text':'Sum',"
                 "'extension':[{'url':'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',"
                 "'valueExpression':{'language':'text/fhirpath','expression':"
                 "'%resource.item.where(linkId=\\u0027gone\\u0027).answer.value.ordinal().sum()'}}]}]}"));
        QCOMPARE(taken.code, 0);
        QVERIFY2(taken.errors.contains("cannot ask") && taken.errors.contains("nine"), taken.errors.constData());
        QVERIFY2(taken.errors.contains("sum (gone)"), taken.errors.constData());
        const auto say = [&](int weight, const char *time) {
            post(answersTo(u"own|1"_s, {answeredItem(u"nine"_s, weighed(weight))}, at(time)));
            return listed({}).size();
        };
        QCOMPARE(say(0, "18T16:00"), 0);
        QCOMPARE(say(1, "18T17:00"), 1);
        QCOMPARE(listed({}).first().level, u"urgent"_s);
    }

    // Known by the words of a heading, or of an answer: staff hear of it, and whoever looks after the form that it goes by words.
    void aQuestionBelowItsHeading()
    {
        const auto taken = ClinicProcess::runToEnd(
            {u"import"_s, u"-"_s, u"--database"_s, m_database},
            json("{'resourceType':'Questionnaire','id':'own','status':'active','url':"
                 "'https://handrail.example/fhir/Questionnaire/own','version':'1','item':[{'linkId':'g','type':'group',"
                 "'text':'Have you had thoughts of killing yourself?','item':[{'linkId':'a','type':'boolean',"
                 "'text':'In the past month'}]},{'linkId':'c','type':'choice','repeats':true,'text':'Which of these?',"
                 "'answerOption':[{'valueString':'Panic'},{'valueString':'Thoughts of suicide'}]},"
                 "{'linkId':'m','type':'group','text':'Depression and suicide','item':[{'linkId':'e','type':'boolean',"
                 "'text':'Did you sleep?'}]},"
                 "{'linkId':'j','type':'choice','text':'Dark thoughts?','code':[{'system':"
                 "'https://handrail.example/fhir/CodeSystem/question','code':'safety'}],"
                 "'answerOption':[{'valueString':'Ja'},{'valueString':'Nein'}]},"
                 "{'linkId':'n','type':'display','text':'If you think of suicide, call 988.'}]}"));
        QCOMPARE(taken.code, 0);
        QVERIFY2(taken.errors.contains("every answer to them counts as danger: j\n"), taken.errors.constData());
        QVERIFY2(taken.errors.contains("not-safety: a, c (Thoughts of suicide)"), taken.errors.constData());
        QVERIFY2(!taken.errors.contains("(Thoughts of suicide), "), taken.errors.constData()); // and no more
        QVERIFY2(taken.errors.contains("no heading") && taken.errors.contains("not-safety: m"), taken.errors.constData());
        const auto say = [&](const QString &linkId, const QJsonObject &answer, const char *time) {
            const QJsonObject item = answeredItem(linkId, answer);
            const QString group = linkId == u"a"_s ? u"g"_s : linkId == u"e"_s ? u"m"_s : QString();
            post(answersTo(u"own|1"_s, {group.isEmpty() ? item : QJsonObject{{u"linkId"_s, group}, {u"item"_s, QJsonArray{item}}}},
                           at(time)));
            return listed({}).size();
        };
        QCOMPARE(say(u"a"_s, {{u"valueBoolean"_s, false}}, "18T14:00"), 0);
        QCOMPARE(say(u"c"_s, {{u"valueString"_s, u"Panic"_s}}, "18T14:10"), 0);
        QCOMPARE(say(u"e"_s, {{u"valueBoolean"_s, true}}, "18T14:20"), 0);
        QCOMPARE(say(u"a"_s, {{u"valueBoolean"_s, true}}, "18T15:00"), 1);
        QCOMPARE(say(u"c"_s, {{u"valueString"_s, u"Thoughts of suicide"_s}}, "18T16:00"), 2);
        QCOMPARE(listed({}).first().level, u"urgent"_s);
        QCOMPARE(listed({}).last().level, u"urgent"_s);
    }

    // More items, or deeper, than are read of a form: staff hear of its answers, and whoever looks after the form that it is not asked.
    void aQuestionBeyondWhatIsRead_data()
    {
        QTest::addColumn<bool>("isDeep");
        QTest::newRow("the last of 2,501, marked") << false;
        QTest::newRow("20 levels down, known by its words") << true;
    }
    void aQuestionBeyondWhatIsRead()
    {
        QFETCH(bool, isDeep);
        const QByteArray options = json(",'answerOption':[{'valueCoding':{'system':'urn:x','code':'a1','display':'No'}},"
                                        "{'valueCoding':{'system':'urn:x','code':'a2','display':'Often'}}]}");
        QByteArray items = json("{'linkId':'last','type':'choice',")
            + json(isDeep ? "'text':'Thoughts of killing myself'"
                          : "'text':'Do dark thoughts come?','code':[{'system':"
                            "'https://handrail.example/fhir/CodeSystem/question','code':'safety'}]")
            + options;
        for (int i = isDeep ? 19 : 2500; i > 0; --i) {
            const QByteArray linkId = json("{'linkId':'l") + QByteArray::number(i) + json("','text':'Here','type':");
            items = isDeep ? QByteArray(linkId + json("'group','item':[") + items + "]}")
                           : QByteArray(linkId + json("'string'},") + items);
        }
        const auto taken = ClinicProcess::runToEnd({u"import"_s, u"-"_s, u"--database"_s, m_database},
                                                   json("{'resourceType':'Questionnaire','id':'own','status':'active','url':"
                                                        "'https://handrail.example/fhir/Questionnaire/own','version':'1','item':[")
                                                       + items + "]}");
        QCOMPARE(taken.code, 0);
        QVERIFY2(taken.errors.contains("cannot ask") && taken.errors.contains("ask about safety: last"), taken.errors.constData());
        const auto say = [&](const QString &code, const char *time) {
            QJsonObject said =
                answeredItem(u"last"_s, {{u"valueCoding"_s, QJsonObject{{u"system"_s, u"urn:x"_s}, {u"code"_s, code}}}});
            for (int i = isDeep ? 19 : 0; i > 0; --i)
                said = {{u"linkId"_s, u"l%1"_s.arg(i)}, {u"item"_s, QJsonArray{said}}};
            post(answersTo(u"own|1"_s, {said}, at(time)));
            return listed({}).size();
        };
        QCOMPARE(say(u"a1"_s, "18T15:00"), 0);
        QCOMPARE(say(u"a2"_s, "18T16:00"), 1);
        QCOMPARE(listed({}).first().level, u"urgent"_s);
    }

    void anAnswerBehindMoreThanIsRead()
    {
        QJsonArray items;
        for (int i = 0; i < 5200; ++i)
            items.append(answeredItem(u"n%1"_s.arg(i), {{u"valueBoolean"_s, true}}));
        items.append(answeredItem(u"q9"_s, weighed(1)));
        const QByteArray path = "QuestionnaireResponse/" + post(answersTo(phq9, items, at("18T16:00"))).toLatin1();
        QCOMPARE(listed({}).size(), 1);
        QCOMPARE(listed({}).first().level, u"urgent"_s);
        // The same again says nothing new.
        const HttpAnswer now = m_clinic->send("GET", path, m_maya);
        QJsonObject changed = now.json();
        changed.insert(u"status"_s, u"amended"_s);
        QCOMPARE(m_clinic->send("PUT", path, m_maya, compact(changed), {{"If-Match", now.header("ETag")}}).status, 200);
        QCOMPARE(listed({}).size(), 1);
    }

    // Refused, they would be heard by nobody: the app has the form as it was, and the clinic changed it under the same version.
    void whoIsInDangerIsNotTurnedAwayOverAForm_data()
    {
        QTest::addColumn<QString>("form");
        QTest::addColumn<QJsonArray>("items");
        QTest::addColumn<bool>("isAhead");
        const auto coding = [](const QString &linkId, const QJsonObject &value) {
            return answeredItem(linkId, {{u"valueCoding"_s, value}});
        };
        const QJsonObject loinc{{u"system"_s, u"http://loinc.org"_s}};
        QJsonArray oneBad = scale({-1, 0, 0, 0, 0, 0, 0, 0, 1});
        oneBad.append(coding(u"q1"_s, {{u"system"_s, u"http://loinc.org"_s}, {u"code"_s, u"LA0-0"_s}}));
        QJsonArray nowhere = scale({-1, 0, 0, 0, 0, 0, 0, 0, 2});
        nowhere.append(answeredItem(u"gone"_s, {{u"valueBoolean"_s, true}}));
        QTest::newRow("an option that is not there any more")
            << u"own|1"_s << QJsonArray{coding(u"a"_s, {{u"system"_s, u"urn:x"_s}, {u"code"_s, u"yes"_s}})} << false;
        QTest::newRow("ahead, and every other answer is none") << u"own|1"_s << QJsonArray{coding(u"b"_s, loinc)} << true;
        QTest::newRow("another answer is bad") << phq9 << oneBad << false;
        QTest::newRow("another question went") << phq9 << nowhere << false;
        QTest::newRow("words without a code") << phq9 << QJsonArray{coding(u"q9"_s, {{u"display"_s, u"Several days"_s}})} << false;
        QTest::newRow("words that are no option")
            << phq9 << QJsonArray{coding(u"q9"_s, {{u"display"_s, u"Yes, today"_s}})} << false;
    }
    void whoIsInDangerIsNotTurnedAwayOverAForm()
    {
        QFETCH(QString, form);
        QFETCH(QJsonArray, items);
        QFETCH(bool, isAhead);
        const QByteArray changed =
            json("{'resourceType':'Questionnaire','id':'own','status':'active','url':"
                 "'https://handrail.example/fhir/Questionnaire/own','version':'1','item':[{'linkId':'a','type':'choice',"
                 "'text':'Do you think of hurting yourself?','code':[{'system':"
                 "'https://handrail.example/fhir/CodeSystem/question','code':'safety'}],'answerOption':["
                 "{'valueCoding':{'system':'urn:x','code':'1'}},{'valueCoding':{'system':'urn:x','code':'no'}}]},"
                 "{'linkId':'b','type':'string','text':'Why?'}]}");
        QCOMPARE(ClinicProcess::runToEnd({u"import"_s, u"-"_s, u"--database"_s, m_database}, changed).code, 0);
        const QJsonObject said = answersTo(form, items, at("18T16:00"));
        post(isAhead ? ahead(said) : said);
        QCOMPARE(listed({}).size(), 1);
        QCOMPARE(listed({}).first().level, u"urgent"_s);
        // A total of answers that the form does not have would be a wrong one.
        const QList<QJsonObject> scores =
            resourcesOf(m_clinic->send("GET", "Observation?patient=p101&code=44261-6", m_maya).json());
        QVERIFY(std::none_of(scores.begin(), scores.end(), [](const QJsonObject &each) {
            return each["effectiveDateTime"_L1].toString() == at("18T16:00") && each["status"_L1].toString() == "final"_L1;
        }));
    }

    void whoIsNotIsToldWhatIsWrong()
    {
        QJsonArray oneBad = scale({-1, 0, 0, 0, 0, 0, 0, 0, 0});
        oneBad.append(answeredItem(u"q1"_s, {{u"valueCoding"_s, QJsonObject{{u"code"_s, u"LA0-0"_s}}}}));
        QCOMPARE(m_clinic->send("POST", "QuestionnaireResponse", m_maya, compact(answersTo(phq9, oneBad))).status, 422);
        QCOMPARE(listed({}).size(), 0);
    }

    // It stays where it was in time, with its score; what is said with it is of the day on which it was amended.
    void anOldFormThatIsAmended()
    {
        const QString old = u"2026-10-20T16:00:00-04:00"_s;
        const QByteArray path =
            "QuestionnaireResponse/" + post(answersTo(phq9, scale({1, 1, 1, 1, 1, 0, 0, 0, 0}), old)).toLatin1();
        QCOMPARE(listed({}).size(), 0);
        const QJsonArray items = scale({1, 1, 1, 1, 1, 0, 0, 0, 1});
        post(ahead(answersTo(phq9, scale({-1, -1, -1, -1, -1, -1, -1, -1, 1}), at("18T16:00"))));
        QCOMPARE(listed({}).size(), 1);
        const HttpAnswer now = m_clinic->send("GET", path, m_maya);
        QJsonObject changed = now.json();
        changed.insert(u"status"_s, u"amended"_s);
        changed.insert(u"item"_s, items);
        changed.insert(u"extension"_s,
                       QJsonArray{QJsonObject{{u"url"_s, u"https://handrail.example/fhir/StructureDefinition/amended"_s},
                                              {u"valueDateTime"_s, at("18T16:01")}}});
        const HttpAnswer put = m_clinic->send("PUT", path, m_maya, compact(changed), {{"If-Match", now.header("ETag")}});
        QVERIFY2(put.status == 200, put.body.constData());
        QCOMPARE(listed({}).size(), 1); // one answer, one alert
        QJsonObject total;
        for (const QJsonObject &each : resourcesOf(m_clinic->send("GET", "Observation?patient=p101&code=44261-6", m_maya).json())) {
            if (each["derivedFrom"_L1][0]["reference"_L1].toString() == QString::fromLatin1(path))
                total = each;
        }
        QCOMPARE(total["valueQuantity"_L1]["value"_L1].toInt(), 6);
        QCOMPARE(total["status"_L1].toString(), u"amended"_s);
        QCOMPARE(total["effectiveDateTime"_L1].toString(), old);
    }

    void aFormThatWasReplacedIsStillScored()
    {
        const QJsonObject gad =
            resourcesOf(m_clinic->send("GET", "Questionnaire?url=" + (formBase + u"gad-7"_s).toLatin1(), m_maya).json()).value(0);
        QVERIFY(!gad.isEmpty());
        QJsonObject next = gad;
        next.insert(u"version"_s, u"2.0.0"_s);
        QCOMPARE(ClinicProcess::runToEnd({u"import"_s, u"-"_s, u"--database"_s, m_database}, compact(next)).code, 0);
        const QByteArray id = post(answersTo(u"gad-7|1.0.0"_s, scale({3, 3, 3, 3, 3, 3, 3}))).toLatin1();
        const QList<QJsonObject> scores =
            resourcesOf(m_clinic->send("GET", "Observation?patient=p101&code=70274-6", m_maya).json());
        QVERIFY(std::any_of(scores.begin(), scores.end(), [&](const QJsonObject &each) {
            return each["derivedFrom"_L1][0]["reference"_L1].toString().endsWith(QString::fromLatin1(id))
                && each["valueQuantity"_L1]["value"_L1].toInt() == 21;
        }));
    }

    // The app names a form without an address by its record, and other apps any form.
    void aFormThatIsNamedByItsRecordIsScored()
    {
        QJsonObject form =
            resourcesOf(m_clinic->send("GET", "Questionnaire?url=" + (formBase + u"phq-9"_s).toLatin1(), m_maya).json()).value(0);
        const QStringList ids{form.value("id"_L1).toString(), u"bare"_s};
        form.remove(u"url"_s);
        form.insert(u"id"_s, u"bare"_s);
        QCOMPARE(ClinicProcess::runToEnd({u"import"_s, u"-"_s, u"--database"_s, m_database}, compact(form)).code, 0);
        for (const QString &id : ids) {
            for (const QString &version : {u"|1.0.0"_s, QString()}) {
                QJsonObject response = answersTo(u"phq-9"_s, scale({1, 1, 1, 1, 1, 0, 0, 0, 0}));
                response.insert(u"questionnaire"_s, QString(u"Questionnaire/"_s + id + version));
                const QByteArray made = post(response).toLatin1();
                const QList<QJsonObject> scores =
                    resourcesOf(m_clinic->send("GET", "Observation?derived-from=QuestionnaireResponse/" + made, m_dana).json());
                QVERIFY2(scores.size() == 1, qPrintable(QString(id + version)));
                QCOMPARE(scores.first()["valueQuantity"_L1]["value"_L1].toInt(), 5);
            }
        }
    }

    // What the check-in alone tells, it tells by whichever name another app sends its form; and it is one row of days.
    void aCheckInTellsByEveryNameOfItsForm_data()
    {
        QTest::addColumn<QString>("before"); // %1 is the clinic's address, %2 the id of the form
        QTest::addColumn<QString>("name");
        const QString own = formBase + checkIn, byRecord = u"Questionnaire/%2"_s, byAddress = u"%1/Questionnaire/%2"_s;
        QTest::newRow("its own") << own << own;
        QTest::newRow("its record") << byRecord << byRecord;
        QTest::newRow("its record, after its own") << own << byRecord;
        QTest::newRow("its own, after its record") << byRecord << own;
        QTest::newRow("a version of its record") << own << QString(byRecord + u"|1.0.0"_s);
        QTest::newRow("its record's full address") << byAddress << byAddress;
        QTest::newRow("a version at its record's full address") << own << QString(byAddress + u"|1.0.0"_s);
    }
    void aCheckInTellsByEveryNameOfItsForm()
    {
        QFETCH(QString, before);
        QFETCH(QString, name);
        const QByteArray search = "Questionnaire?url=" + (formBase + u"daily-checkin"_s).toLatin1();
        const QString id = resourcesOf(m_clinic->send("GET", search, m_maya).json()).value(0).value("id"_L1).toString();
        QVERIFY(!id.isEmpty());
        const auto say = [&](int day, QString named, const QJsonArray &items) {
            QJsonObject response = answersTo(checkIn, items, u"2026-01-%1T19:00:00-05:00"_s.arg(day));
            response.insert(u"questionnaire"_s, named.replace(u"%1"_s, m_clinic->base().toString()).replace(u"%2"_s, id));
            post(response);
        };
        say(11, before, {slept(4.5)});
        say(12, before, {chosen(u"meds"_s, u"no"_s), slept(4.5)});
        QCOMPARE(listed({}).size(), 0);
        say(13, name, {chosen(u"use"_s, u"yes"_s), chosen(u"meds"_s, u"no"_s), slept(4.5)});
        QStringList told;
        for (const AlertLine &line : listed({}))
            told << line.words;
        told.sort();
        QVERIFY2(told.size() == 3 && told[0].startsWith("Drank"_L1) && told[1].startsWith("Less than 5 hours"_L1)
                     && told[2].startsWith("Medicine"_L1),
                 qPrintable(told.join(u", "_s)));
    }
    // A file does not say whose address it is, and where the record is here it is that.
    void whatIsImportedTellsByTheFullAddressOfItsForm()
    {
        const QByteArray search = "Questionnaire?url=" + (formBase + u"daily-checkin"_s).toLatin1();
        const QString id = resourcesOf(m_clinic->send("GET", search, m_maya).json()).value(0).value("id"_L1).toString();
        for (const QString &form : {id, u"none-of-that-name"_s}) {
            QJsonObject response = answersTo(checkIn, {chosen(u"use"_s, u"yes"_s)}, u"2026-01-11T19:00:00-05:00"_s);
            response.insert(u"id"_s, QString(u"by-address-of-"_s + form));
            response.insert(u"questionnaire"_s, QString(u"https://clinic.example/fhir/Questionnaire/"_s + form));
            QCOMPARE(ClinicProcess::runToEnd({u"import"_s, u"-"_s, u"--database"_s, m_database}, compact(response)).code, 0);
        }
        QCOMPARE(listed({}).size(), 1);
    }
    // That of another clinic is none of ours.
    void aFormOfAnotherAddressIsNotOurs()
    {
        QJsonObject response = answersTo(checkIn, {chosen(u"use"_s, u"yes"_s)});
        response.insert(u"questionnaire"_s, u"https://other.example/fhir/Questionnaire/daily-checkin"_s);
        post(response);
        QCOMPARE(listed({}).size(), 0);
    }

    // In the form that grows, item 9 goes ahead with the two that say why it is asked, which would be a whole PHQ-2 by themselves.
    void whatWentAheadIsNotScored()
    {
        const auto scoresOf = [&](const QString &id) {
            QStringList scores;
            for (const QJsonObject &each : resourcesOf(
                     m_clinic->send("GET", "Observation?derived-from=QuestionnaireResponse/" + id.toLatin1(), m_dana).json()))
                scores << each["code"_L1]["coding"_L1][0]["code"_L1].toString();
            scores.sort();
            return scores;
        };
        const QString growing = u"phq-2-9|1.0.0"_s;
        QCOMPARE(scoresOf(post(ahead(answersTo(growing, scale({2, 2, -1, -1, -1, -1, -1, -1, 1}), at("18T16:00"))))),
                 QStringList{});
        QCOMPARE(listed({}).size(), 1);
        const QStringList both{u"44261-6"_s, u"55758-7"_s};
        QCOMPARE(scoresOf(post(answersTo(growing, scale({2, 2, 0, 0, 0, 0, 0, 0, 1}), at("18T16:02")))), both);
    }

    // The app sends ahead for nothing else: an item that is not known here is no reason to stay silent. The form after it says nothing more.
    void whatWentAheadIsToldWhateverItsForm()
    {
        const QJsonArray items{answeredItem(u"never heard of"_s, {{u"valueBoolean"_s, true}})};
        post(answersTo(u"nowhere|3"_s, items, at("18T15:00")));
        QCOMPARE(listed({}).size(), 0);
        const QJsonObject first = ahead(answersTo(u"nowhere|3"_s, items, at("18T16:00")));
        const QString id = post(first);
        QCOMPARE(listed({}).size(), 1);
        QCOMPARE(listed({}).first().level, u"urgent"_s);
        QCOMPARE(listed({}).first().response, u"QuestionnaireResponse/"_s + id);
        post(answersTo(u"nowhere|3"_s, items, at("18T16:02")));
        QCOMPARE(listed({}).size(), 1);
        post(ahead(answersTo(u"nowhere|3"_s, {}, at("18T18:00")))); // nor is one that has no answer which could be sent
        QCOMPARE(listed({}).size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestClinicAlertForms)
#include "tst_clinic_alert_forms.moc"
