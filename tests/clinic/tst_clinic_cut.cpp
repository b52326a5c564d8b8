// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FamilyClinic.h"

#include <QSet>
#include <QTest>
#include <algorithm>

using namespace handrail::test;

namespace {

QJsonObject parsed(const QByteArray &text)
{
    return FamilyClinic::parsed(text);
}

/// What no relative may read, in an element that is not theirs.
const char *const secret = "Kept from them";

/// In each structure of it at any depth one more extension of another system, with the secret; and beside plain values too.
QJsonValue noted(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray list;
        for (const QJsonValue &each : value.toArray())
            list.append(noted(each));
        return list;
    }
    if (!value.isObject())
        return value;
    const QJsonArray note{parsed(QByteArray("{'url':'https://other.example/note','valueString':'") + secret + "'}")};
    QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        it.value() = noted(it.value());
    if (object.contains(QLatin1String("url"))) // an extension has extensions or a value
        return object;
    QJsonArray extensions = object.value(QLatin1String("extension")).toArray();
    extensions.append(note.first());
    object.insert(QStringLiteral("extension"), extensions);
    for (const char *plain : {"status", "active", "start", "contentString", "display", "text"}) {
        const QString beside = QString(u'_' + QLatin1String(plain));
        if (object.value(QLatin1String(plain)).isUndefined() || object.value(QLatin1String(plain)).isObject())
            continue;
        QJsonObject at = object.value(beside).toObject();
        QJsonArray there = at.value(QLatin1String("extension")).toArray();
        there.append(note.first());
        at.insert(QStringLiteral("extension"), there);
        object.insert(beside, at);
    }
    return object;
}

} // namespace

/// What remains of a record on its way to a relative.
class TestClinicCut : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_family.start()); }
    void cleanupTestCase() { QCOMPARE(m_family.clinic.stop(), 0); }

    // Of each record that a relative sees: no note of staff's, no extension, no number of another system, on no way; and no level of care.
    void whatStaffNoteIsStaffs_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("more");     // what staff note beside
        QTest::addColumn<QByteArrayList>("kept"); // what the relative's app reads
        const QByteArray note = "'note':[{'text':'S'}]", number = "{'system':'https://other.example/id','value':'S'}";
        const QByteArray text = "'text':{'status':'additional','div':'<div xmlns=\"http://www.w3.org/1999/xhtml\">S</div>'},"
                                "'contained':[{'resourceType':'Location','id':'in','name':'S'}]";
        const QByteArray when = "'period':{'start':'2020-01-01','end':'2021-01-01'}";
        QTest::newRow("session")
            << QByteArray("Appointment")
            << QByteArray("'identifier':[" + number
                          + "],'comment':'S','description':'S','patientInstruction':'S','cancelationReason':{'text':'S'},"
                            "'reasonCode':[{'text':'S'}],'specialty':[{'text':'S'}],'appointmentType':{'text':'S'},"
                            "'serviceCategory':[{'coding':[{'code':'iop','display':'S'}]}],'created':'2026-01-01','priority':3,"
                            "'supportingInformation':[{'reference':'#in','display':'S'}],"
                          + text)
            << QByteArrayList{"\"family\"", "\"channelType\"", "previous-start", "tz-code", "Dana Ruiz", "2026-11-20T"};
        QTest::newRow("answer") << QByteArray("AppointmentResponse")
                                << QByteArray("'comment':'S','participantType':[{'text':'S'}]," + text)
                                << QByteArrayList{"urn:uuid:", "participantStatus"};
        QTest::newRow("card") << QByteArray("Communication")
                              << QByteArray(note
                                            + ",'topic':{'text':'S'},'statusReason':{'text':'S'},'reasonCode':[{'text':'S'}],"
                                              "'medium':[{'text':'S'}],'about':[{'reference':'Goal/g101','display':'S'}],"
                                            + text)
                              << QByteArrayList{"Call me at noon", "urn:uuid:", "how-to-help", "Llámame"};
        QTest::newRow("relative") << QByteArray("RelatedPerson")
                                  << QByteArray("'identifier':[" + number
                                                + "],'telecom':[{'system':'phone','value':'S'}],'address':[{'text':'S'}],"
                                                  "'birthDate':'1960-02-03','gender':'female',"
                                                + when + "," + text)
                                  << QByteArrayList{"Ana Bell", "AUNT", "Patient/p101"};
        QTest::newRow("patient") << QByteArray("Patient")
                                 << QByteArray("'identifier':[" + number
                                               + "],'telecom':[{'system':'phone','value':'S'}],'birthDate':'1990-02-03','name':["
                                                 "{'use':'official','family':'Bell','given':['Maya']},{'use':'old','family':'S'},"
                                                 "{'use':'maiden','family':'S'},{'use':'usual','family':'S',"
                                               + when + "}]," + text)
                                 << QByteArrayList{"Maya", "Bell"};
        QTest::newRow("team") << QByteArray("CareTeam")
                              << QByteArray(note + ",'category':[{'text':'S'}],'reasonCode':[{'text':'S'}]," + text)
                              << QByteArrayList{"Your care team", "On call 24 hours", "\"telecom\""};
    }
    void whatStaffNoteIsStaffs()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, more);
        QFETCH(QByteArrayList, kept);
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn()));
        const QByteArray person = FamilyClinic::target(invited, "person");
        const QByteArray token = m_family.accept(invited, QStringLiteral("noted.") + QString::fromLatin1(type.toLower()));
        const QByteArray session = m_family.session(
            "family", 40 * 60, 41 * 60,
            parsed(
                "{'_start':{'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/tz-code','valueCode':'America/New_York'}]}"
                ",'extension':[{'url':'http://hl7.org/fhir/5.0/StructureDefinition/extension-Appointment.virtualService',"
                "'extension':[{'url':'channelType','valueCoding':{'code':'video','display':'S'}},{'url':'sessionKey',"
                "'valueString':'S'}]},{'url':'https://handrail.example/fhir/StructureDefinition/previous-start',"
                "'valueDateTime':'2026-11-19T22:00:00Z'}],'participant':[{'actor':{'reference':'Patient/p101'},'status':"
                "'accepted'},{'actor':{'reference':'Practitioner/s1','display':'Dana Ruiz'},'required':'optional','status':"
                "'accepted','period':{'start':'2020-01-01'}}]}"));
        QByteArray path = type == "Patient" ? QByteArray("Patient/p101")
            : type == "CareTeam"            ? QByteArray("CareTeam/t101")
            : type == "RelatedPerson"       ? person
                                            : session;
        const QByteArray urn = "'identifier':[{'system':'urn:ietf:rfc:3986','value':'" + newUrn()
            + "'},{'system':'https://other.example/id','value':'S'}],";
        const auto made = [&](const QByteArray &members) {
            const HttpAnswer answer = clinic().send("POST", type, m_family.dana,
                                                    compact(parsed("{'resourceType':'" + type + "'," + urn + members + '}')));
            return QByteArray(type + '/' + answer.json().value(QLatin1String("id")).toString().toLatin1());
        };
        if (type == "AppointmentResponse")
            path = made("'appointment':{'reference':'" + session + "','display':'S'},'actor':{'reference':'" + person
                        + "'},'participantStatus':'accepted'");
        else if (type == "Communication")
            path = made("'status':'completed','sent':'2026-11-18T21:00:00Z','category':[{'coding':[{'system':'https://"
                        "handrail.example/fhir/CodeSystem/message-kind','code':'how-to-help','display':'S'}]}],'subject':{"
                        "'reference':'Patient/p101'},'sender':{'reference':'Practitioner/s1'},'recipient':[{'reference':'"
                        + person
                        + "'}],'payload':[{'contentString':'Call me at noon','_contentString':{'extension':[{'url':'http://hl7.org/"
                          "fhir/StructureDefinition/translation','extension':[{'url':'lang','valueCode':'es'},{'url':'content',"
                          "'valueString':'Llámame'}]}]}},{'contentReference':{'reference':'Goal/g101','display':'S'}}]");
        const auto seen = [&](const QByteArray &query) { return clinic().send("GET", query, token); };
        const HttpAnswer before = seen(path);
        QVERIFY2(before.status == 200, before.body.constData());
        // Staff note all there is to note, and the secret at every depth.
        const HttpAnswer now = clinic().send("GET", path, m_family.dana);
        QJsonObject json = now.json();
        const QJsonObject others = parsed('{' + more + '}');
        for (auto it = others.begin(); it != others.end(); ++it)
            json.insert(it.key(), it.value());
        json = noted(json).toObject();
        const QByteArray written =
            compact(json).replace("\"S\"", QByteArray(QByteArray("\"") + secret + '"')).replace(">S<", ">Kept from them<");
        const HttpAnswer put = clinic().send("PUT", path, m_family.dana, written, {{"If-Match", now.header("ETag")}});
        QVERIFY2(put.status == 200 && put.body.count(secret) > 5, put.body.constData());

        const HttpAnswer read = seen(path);
        QCOMPARE(read.status, 200);
        for (const QByteArray &each : kept)
            QVERIFY2(read.body.contains(each), QByteArray(each + ": " + read.body).constData());
        const QByteArray batch =
            compact(parsed("{'resourceType':'Bundle','type':'batch','entry':[{'request':{'method':'GET','url':'" + path + "'}}]}"));
        const QList<HttpAnswer> ways{
            read,
            seen(type + "?_count=200"),
            seen(type + "?_count=200&patient=p101"),
            seen(type + "?_count=200&_elements=note,comment,extension,identifier,contained,text"),
            seen("Appointment?_count=200&_include=Appointment:patient&_include=Appointment:actor"),
            seen("AppointmentResponse?_count=200&_include=AppointmentResponse:appointment"),
            seen("Communication?_count=200&_include=Communication:recipient&_include=Communication:sender"),
            seen("CareTeam?_count=200&_include=CareTeam:participant"),
            clinic().send("POST", session + "/$join", token),
            clinic().send("POST", "", token, batch)};
        for (const HttpAnswer &way : ways) {
            QVERIFY(way.status != 500);
            for (const char *word : {secret, "other.example", "\"iop\"", "1960-02-03", "1990-02-03", "\"contained\""})
                QVERIFY2(!way.body.contains(word), QByteArray(QByteArray(word) + " in " + way.body).constData());
        }
        QVERIFY(ways.last().body.contains(path.mid(path.indexOf('/') + 1)));
        // No version of it, and no sign that there is a new one, where nothing of theirs changed.
        for (const QByteArray &version : {QByteArray("/_history"), QByteArray("/_history/1"), QByteArray("/_history/2")})
            QCOMPARE(seen(path + version).status, 404);
        QCOMPARE(read.body, before.body);
        QCOMPARE(read.header("ETag"), before.header("ETag"));
        QCOMPARE(read.header("Last-Modified"), before.header("Last-Modified"));
        QCOMPARE(m_family.setStatus(FamilyClinic::target(invited, "consent"), QStringLiteral("inactive")), 200);
    }

    // Of a time at which the patient is busy the id tells nothing to who guesses: the clinic's own follow from day, time, kind, title and people. By no way is one of them told,
    // confirmed or put in order.
    void whatIsGuessedIsNotConfirmed()
    {
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn(), parsed("{'share':[{'valueCode':'busy'}]}")));
        const QByteArray token = m_family.accept(invited, QStringLiteral("who.guesses"));
        const QByteArray family = m_family.session("family", 70 * 60, 71 * 60);
        QByteArrayList own, told;
        for (int i = 0; i < 4; ++i) {
            own << m_family.session("medication", (72 + i) * 60, (72 + i) * 60 + 30);
            told << m_family.busyAt(own.last(), token);
            QVERIFY2(told.last().startsWith("Appointment/busy-") && !told.last().contains(own.last().mid(12)),
                     told.last().constData());
        }
        QCOMPARE(QSet<QByteArray>(told.begin(), told.end()).size(), 4);
        const auto get = [&](const QByteArray &path) { return clinic().send("GET", path, token); };
        const HttpAnswer absent = get("Appointment/none");
        for (int i = 0; i < 4; ++i) {
            const QByteArray guessed = own.at(i).mid(12), busy = told.at(i).mid(12);
            QCOMPARE(get(own.at(i)).status, 404);
            QCOMPARE(get(own.at(i)).body, absent.body);
            QCOMPARE(idsOf(get("Appointment?_id=" + guessed).json()), QStringList());
            QVERIFY(get("Appointment?_summary=count&_id=" + guessed).body.contains("\"total\":0"));
            const HttpAnswer read = get(told.at(i));
            QCOMPARE(read.status, 200);
            QCOMPARE(read.json().value(QLatin1String("id")).toString(), QString::fromLatin1(busy));
            const HttpAnswer found = get("Appointment?_id=none," + busy);
            QCOMPARE(idsOf(found.json()), QStringList(QString::fromLatin1(busy)));
            QVERIFY(found.body.contains(QByteArray("/Appointment/" + busy + '"')));
            QVERIFY(get("Appointment?_summary=count&_id=" + busy).body.contains("\"total\":1"));
            // It is hers alone who may know of it, and nobody's name for it but theirs.
            for (const QByteArray &other : {m_family.maya, m_family.jordan, m_family.dana})
                QCOMPARE(clinic().send("GET", told.at(i), other).status, 404);
            QCOMPARE(clinic().send("POST", told.at(i) + "/$join", token).status, 404);
        }
        QCOMPARE(get("Appointment/busy-").status, 404);
        QCOMPARE(get("Appointment/busy-00000000000000000000000000000000").status, 404);
        QCOMPARE(get(family).status, 200); // that is theirs, as it is
        for (const QByteArray &query :
             {QByteArray("?_count=200"), QByteArray("?_count=200&_sort=_id"), QByteArray("?_count=200&_sort=-_id"),
              QByteArray("?_count=200&patient=p101"), QByteArray("?_count=200&_sort=date")}) {
            const HttpAnswer found = get("Appointment" + query);
            for (const QByteArray &path : std::as_const(own))
                QVERIFY2(!found.body.contains(path.mid(12)), query.constData());
            QStringList ids = idsOf(found.json()), sorted = ids;
            QVERIFY(ids.contains(QString::fromLatin1(told.first().mid(12))) && ids.contains(QString::fromLatin1(family.mid(12))));
            std::sort(sorted.begin(), sorted.end());
            QVERIFY2(query.contains("date") || ids == sorted, query.constData());
        }
        QCOMPARE(m_family.busyAt(own.first(), token), told.first()); // and stays
        // Nor does a card that staff wrote name one.
        const QByteArray card = "{'resourceType':'Communication','status':'completed','category':[{'coding':[{'system':'https://"
                                "handrail.example/fhir/CodeSystem/message-kind','code':'how-to-help'}]}],'subject':{'reference':"
                                "'Patient/p101'},'sender':{'reference':'Practitioner/s1'},'recipient':[{'reference':'"
            + FamilyClinic::target(invited, "person") + "'}],'about':[{'reference':'" + own.at(1) + "'},{'reference':'" + family
            + "'}],'payload':[{'contentString':'Ask me first'}]}";
        QCOMPARE(clinic().send("POST", "Communication", m_family.dana, compact(parsed(card))).status, 201);
        const HttpAnswer cards = get("Communication?_count=200");
        QVERIFY2(cards.body.contains("Ask me first") && cards.body.contains(family), cards.body.constData());
        QVERIFY2(!cards.body.contains(own.at(1).mid(12)), cards.body.constData());
        // Once it is theirs, it is called as the clinic calls it.
        QJsonObject json = clinic().send("GET", own.first(), m_family.dana).json();
        json.insert(
            QStringLiteral("serviceType"),
            parsed("{'a':[{'coding':[{'system':'https://handrail.example/fhir/CodeSystem/session-kind','code':'family'}]}]}")
                .value(QLatin1String("a")));
        QCOMPARE(clinic().send("PUT", own.first(), m_family.dana, compact(json)).status, 200);
        QCOMPARE(get(own.first()).status, 200);
        QCOMPARE(get(told.first()).status, 404);
        QCOMPARE(m_family.setStatus(FamilyClinic::target(invited, "consent"), QStringLiteral("inactive")), 200);
    }

    // What an order is of, where it only points there: the patient's whose order it is. All else that the clinic orders is not theirs to know.
    void whatAnOrderIsOf()
    {
        const auto made = [&](const QByteArray &type, const QByteArray &members) -> QByteArray {
            const HttpAnswer answer =
                clinic().send("POST", type, m_family.dana, compact(parsed("{'resourceType':'" + type + "'," + members + '}')));
            return type + '/' + answer.json().value(QLatin1String("id")).toString().toLatin1();
        };
        const auto ordered = [&](const QByteArray &medication, const QByteArray &patient) -> QByteArray {
            return made("MedicationRequest",
                        "'status':'active','intent':'order','medicationReference':{'reference':'" + medication
                            + "'},'subject':{'reference':'" + patient + "'}");
        };
        const QByteArray mine = made("Medication", "'code':{'text':'Naltrexone'}");
        const QByteArray others = made("Medication", "'code':{'text':'Acamprosate'}");
        const QByteArray nobodys = made("Medication", "'code':{'text':'Disulfiram'}");
        const QByteArray order = ordered(mine, "Patient/p101");
        ordered(others, "Patient/p102");
        const char *scope = "openid fhirUser launch/patient patient/Appointment.rs patient/MedicationRequest.rs user/Medication.rs";
        const QByteArray maya = m_family.token("maya", scope);
        const HttpAnswer read = clinic().send("GET", mine, maya);
        QVERIFY2(read.status == 200 && read.body.contains("Naltrexone"), read.body.constData());
        for (const QByteArray &other : {others, nobodys}) {
            QCOMPARE(clinic().send("GET", other, maya).status, 404);
            QCOMPARE(clinic().send("GET", other + "/_history/1", maya).status, 404);
        }
        const QByteArray ids = mine.mid(11) + ',' + others.mid(11) + ',' + nobodys.mid(11);
        for (const QByteArray &query : {QByteArray("Medication?_id=" + ids), QByteArray("Medication?_count=200")})
            QCOMPARE(idsOf(clinic().send("GET", query, maya).json()), QStringList{QString::fromLatin1(mine.mid(11))});
        QCOMPARE(clinic().send("GET", "Medication?_summary=count", maya).json().value(QLatin1String("total")).toInt(), 1);
        QVERIFY(clinic()
                    .send("GET", "MedicationRequest?_id=" + order.mid(18) + "&_include=MedicationRequest:medication", maya)
                    .body.contains("Naltrexone"));
        QCOMPARE(clinic().send("GET", mine, m_family.token("jordan", scope)).status, 404);
        // A relative is told of none, whatever they ask for.
        QCOMPARE(clinic().send("GET", mine, m_family.token("rosa", scope)).status, 403);
        QCOMPARE(clinic().send("PUT", mine, maya, read.body, {{"If-Match", "W/\"1\""}}).status, 403);
    }

private:
    [[nodiscard]] ClinicProcess &clinic() { return m_family.clinic; }

    FamilyClinic m_family;
};

QTEST_GUILESS_MAIN(TestClinicCut)
#include "tst_clinic_cut.moc"
