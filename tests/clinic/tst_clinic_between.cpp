// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FamilyClinic.h"

#include <QTest>

using namespace handrail::test;
using namespace Qt::Literals::StringLiterals;

/// What is between the clinic and a relative: nothing of it is the patient's to read, on any way (design clinical 7.2).
class TestClinicBetween : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_family.start()); }
    void cleanupTestCase() { QCOMPARE(m_family.clinic.stop(), 0); }

    // What a relative writes is the clinic's, however their client writes its JSON; and so is what would answer it: staff are told that nobody
    // would read that, and what came in by another way is as good as not there to the patient.
    void whatIsBetweenAClinicAndARelativeStaysThere()
    {
        const QByteArray rosa = m_family.token("rosa", FamilyClinic::relativeScope);
        const auto rows = [&] { // in the patient's log, by others
            const auto told = m_family.clinic.send("GET", "AuditEvent?agent-role:not=patient&_summary=count", m_family.maya);
            return told.status == 200 ? told.json().value("total"_L1).toInt(-1) : -1;
        };
        const int before = rows();
        QVERIFY(before >= 0);
        const auto word = [](const char *kind, const char *sender, const QByteArray &more = {}) {
            QByteArray text = "{'resourceType':'Communication','identifier':[{'system':'urn:ietf:rfc:3986','value':'" + newUrn()
                + "'}],'status':'completed','subject':{'reference':'Patient/p101'},'sender':{'reference':'" + sender
                + "'},'category':[{'coding':[{'system':'https://handrail.example/fhir/CodeSystem/message-kind','code':'" + kind
                + "'}]}],'payload':[{'contentString':'Between us'}]" + more + '}';
            return text.replace('\'', '"');
        };
        QByteArrayList paths;
        for (const QByteArray &sent :
             {word("secure-message", "RelatedPerson\\/r101-1"), word("\\u0063oncern", "RelatedPerson/r101-1")}) {
            const HttpAnswer made = m_family.clinic.send("POST", "Communication", rosa, sent);
            QVERIFY2(made.status == 201, made.body.constData());
            const QByteArray at = made.header("Location"); // not even who wrote it is shown a concern
            paths << at.mid(at.indexOf("Communication/")).split('/').mid(0, 2).join('/');
            QVERIFY2(paths.last().size() > 14, at.constData());
        }
        const QByteArray toHer = ",'recipient':[{'reference':'RelatedPerson/r101-1'}]",
                         answer = ",'inResponseTo':[{'reference':'" + paths.first() + "'}]";
        for (const QByteArray &more : {toHer, answer, QByteArray(toHer + answer)}) {
            const HttpAnswer refused =
                m_family.clinic.send("POST", "Communication", m_family.dana, word("secure-message", "Practitioner/s1", more));
            QCOMPARE(refused.status, 422);
            QVERIFY2(refused.body.contains("Call them"), refused.body.constData());
            QByteArray imported = word("secure-message", "Practitioner/s1", more);
            const QByteArray id = newUrn().mid(9);
            imported.replace("{\"resourceType\"", QByteArray("{\"id\":\"" + id + "\",\"resourceType\""));
            QCOMPARE(ClinicProcess::runToEnd({u"import"_s, u"-"_s, u"--database"_s, m_family.database}, imported + '\n').code, 0);
            paths << "Communication/" + id;
        }
        const QByteArray all = m_family.clinic.send("GET", "Communication?patient=p101&_count=200", m_family.maya).body;
        for (const QByteArray &path : std::as_const(paths)) {
            QCOMPARE(m_family.clinic.send("GET", path, m_family.dana).status, 200);
            for (const char *way : {"", "/_history", "/_history/1"})
                QVERIFY2(m_family.clinic.send("GET", path + way, m_family.maya).status == 404, QByteArray(path + way).constData());
            QVERIFY(!all.contains(path.mid(14)));
        }
        QCOMPARE(rows(), before);
    }

    // What staff have to do about it does not tell the patient that there is a word, not even as a number.
    void norDoesWhatStaffMakeOfIt()
    {
        QByteArray word =
            "{'resourceType':'Communication','id':'worry','status':'completed','subject':{'reference':'Patient/p101'},"
            "'sender':{'reference':'RelatedPerson/r101-1'},'category':[{'coding':[{'system':'https://handrail.example/"
            "fhir/CodeSystem/message-kind','code':'concern'}]}]}\n";
        QCOMPARE(ClinicProcess::runToEnd({u"import"_s, u"-"_s, u"--database"_s, m_family.database}, word.replace('\'', '"')).code,
                 0);
        const QByteArray maya = m_family.token("maya",
                                               "openid fhirUser launch/patient patient/Communication.rs patient/AuditEvent.rs "
                                               "patient/CommunicationRequest.rs patient/Task.rs");
        const auto get = [&](const QByteArray &path) { return m_family.clinic.send("GET", path, maya); };
        const QByteArray about = "'subject':{'reference':'Patient/p101'},'about':[{'reference':'Communication/worry'}]}",
                         task = "'intent':'order','for':{'reference':'Patient/p101'},'focus':{'reference':'Communication/worry'}}";
        for (const auto &[type, members] :
             {std::pair("Communication", QByteArray("'status':'completed','recipient':[{'reference':'Practitioner/s1'}]," + about)),
              std::pair("CommunicationRequest", QByteArray("'status':'active'," + about)),
              std::pair("Task", QByteArray("'status':'requested'," + task))}) {
            const QByteArray counted = QByteArray(type) + "?_summary=count", all = QByteArray(type) + "?_count=200";
            const HttpAnswer before = get(counted);
            QCOMPARE(before.status, 200);
            const QByteArray record = "{'resourceType':'" + QByteArray(type) + "'," + members;
            const HttpAnswer made = m_family.clinic.send("POST", type, m_family.dana, compact(FamilyClinic::parsed(record)));
            QVERIFY2(made.status == 201, made.body.constData());
            const QByteArray id = made.json().value("id"_L1).toString().toLatin1(), path = QByteArray(type) + '/' + id;
            QCOMPARE(m_family.clinic.send("GET", path, m_family.dana).status, 200);
            QVERIFY(!get("AuditEvent?_count=200").body.contains(id)); // first: what she asks for herself is told, too
            QCOMPARE(get(path).status, 404);
            QCOMPARE(get(path + "/_history/1").status, 404);
            QVERIFY(!get(all).body.contains(id));
            QCOMPARE(get(counted).json().value("total"_L1).toInt(-1), before.json().value("total"_L1).toInt());
        }
    }

private:
    FamilyClinic m_family;
};

QTEST_GUILESS_MAIN(TestClinicBetween)
#include "tst_clinic_between.moc"
