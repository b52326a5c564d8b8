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
        QCOMPARE(status(answersTo(u"own|1"_s, {answeredItem(u"a"_s, {{u"valueString"_s, u"yes"_s}})})), 422);
        QCOMPARE(take(json("{'resourceType':'Bundle','type':'transaction','entry':[{'request':{'method':'DELETE',"
                           "'url':'Questionnaire/own'}}]}")),
                 0);
        post(said(u"1"_s, u"a"_s, "18T09:00"));
        QCOMPARE(listed({}).size(), 2);
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
