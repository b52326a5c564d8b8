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

private:
    FamilyClinic m_family;
};

QTEST_GUILESS_MAIN(TestClinicBetween)
#include "tst_clinic_between.moc"
