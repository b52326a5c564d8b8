// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fhir/Read.h"

#include <QTest>

using namespace handrail;
using namespace handrail::fhir;
using namespace Qt::StringLiterals;

namespace {

/// Single quotes stand for double ones.
QByteArray quoted(const char *json)
{
    return QByteArray(json).replace('\'', '"');
}

QByteArray event(const char *parts)
{
    return QByteArray(quoted("{'resourceType':'AuditEvent','id':'7','recorded':'2026-11-18T20:20:00.000Z',") + quoted(parts) + '}');
}

const QByteArray dana = event("'action':'R','outcome':'0','agent':[{'who':{'reference':'Practitioner/s1'},'name':'Dana Ruiz',"
                              "'role':[{'coding':[{'system':'https://handrail.example/fhir/CodeSystem/audit-role','code':'staff'}],"
                              "'text':'Counselor'}],'requestor':true}],'entity':[{'what':{'reference':'CarePlan/c1'}},"
                              "{'what':{'reference':'Patient/p1'}}]");

} // namespace

/// The log of a clinic, which may be any server's and hold anything.
class TestAccess final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoWhatAndWhen()
    {
        const Result<AccessEvent> read = readAccess(dana, u"p1"_s);
        QVERIFY(read);
        QCOMPARE(read->at, QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc()));
        QCOMPARE(read->looker, Looker::Staff);
        QCOMPARE(read->who, u"Practitioner/s1"_s);
        QCOMPARE(read->name, u"Dana Ruiz"_s);
        QCOMPARE(read->role, u"Counselor"_s);
        QCOMPARE(read->type, u"CarePlan"_s);
        QCOMPARE(read->act, AccessEvent::Act::Read);
        QVERIFY(!read->isRefused);
    }

    /// The clinic's words where it has them, and the code for where it has not.
    void whatTheyDo()
    {
        const QByteArray code = "{'system':'https://handrail.example/fhir/CodeSystem/audit-role','code':'relative'},"
                                "{'system':'http://terminology.hl7.org/CodeSystem/v3-RoleCode','code':'SIS'}";
        const auto role = [&](const char *words) {
            return readAccess(event(QByteArray("'agent':[{'role':[{'coding':[" + code + "]" + words + "}]}]")), u"p1"_s)->role;
        };
        QCOMPARE(role(",'text':'big sister'"), u"big sister"_s);
        QCOMPARE(role(""), u"SIS"_s);
        const QByteArray inSpanish =
            event("'agent':[{'role':[{'text':'Counselor','_text':{'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/"
                  "translation','extension':[{'url':'lang','valueCode':'es'},{'url':'content','valueString':'Consejera'}]}]}}]}]");
        QCOMPARE(readAccess(inSpanish, u"p1"_s, u"es"_s)->role, u"Consejera"_s);
        QCOMPARE(readAccess(inSpanish, u"p1"_s, u"en"_s)->role, u"Counselor"_s);
        QVERIFY(readAccess(event("'agent':[{'role':[{'coding':[{'system':'urn:x','code':'SIS'}]}]}]"), u"p1"_s)->role.isEmpty());
    }

    void whoTheyAre_data()
    {
        QTest::addColumn<QByteArray>("agents");
        QTest::addColumn<int>("looker");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *agents, Looker looker, const char *name) {
            QTest::newRow(agents) << QByteArray(agents) << int(looker) << QString::fromUtf8(name);
        };
        row("[{'who':{'reference':'Patient/p1'}}]", Looker::Me, "");
        row("[{'who':{'reference':'https://a.example/fhir/Patient/p1'}}]", Looker::Me, "");
        row("[{'who':{'reference':'Patient/p2','display':'Somebody'}}]", Looker::Unknown, "Somebody");
        row("[{'who':{'reference':'RelatedPerson/r1'}}]", Looker::Relative, "");
        row("[{'who':{'reference':'Device/d1'},'name':'Lab'}]", Looker::Program, "Lab");
        row("[{'who':{'reference':'Practitioner/a'}},{'who':{'reference':'RelatedPerson/b'},'requestor':true}]", Looker::Relative,
            "");
        row("[{'altId':'x'}]", Looker::Unknown, "");
        row("[]", Looker::Unknown, "");
        row("'nobody'", Looker::Unknown, "");
        // The word of a role counts for nothing against what kind of record somebody has when that is the patient.
        row("[{'who':{'reference':'Patient/p1'},'role':[{'coding':[{'system':'https://handrail.example/fhir/CodeSystem/audit-role',"
            "'code':'staff'}]}]}]",
            Looker::Me, "");
    }
    void whoTheyAre()
    {
        QFETCH(QByteArray, agents);
        QFETCH(int, looker);
        QFETCH(QString, name);
        const Result<AccessEvent> read = readAccess(event("'agent':" + agents), u"p1"_s);
        QVERIFY(read);
        QCOMPARE(int(read->looker), looker);
        QCOMPARE(read->name, name);
    }

    void whatWasOpened_data()
    {
        QTest::addColumn<QByteArray>("entities");
        QTest::addColumn<QString>("type");
        const auto row = [](const char *entities, const char *type) {
            QTest::newRow(entities) << QByteArray(entities) << QString::fromUtf8(type);
        };
        row("[{'what':{'display':'Appointment'}},{'what':{'reference':'Patient/p1'}}]", "Appointment"); // a search
        row("[{'what':{'reference':'Patient/p1'}}]", "Patient");
        row("[{'what':{'display':'<b>all</b> of it'}}]", "");
        row("[]", "");
        row("[{},{'what':7}]", "");
    }
    void whatWasOpened()
    {
        QFETCH(QByteArray, entities);
        QFETCH(QString, type);
        const Result<AccessEvent> read = readAccess(event("'entity':" + entities), u"p1"_s);
        QVERIFY(read);
        QCOMPARE(read->type, type);
    }

    void anothersIsNotOurs()
    {
        const Result<AccessEvent> read = readAccess(event("'entity':[{'what':{'reference':'Patient/p2'}}]"), u"p1"_s);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ProblemKind::WrongPatient);
        // A search that showed both is about both.
        QVERIFY(readAccess(event("'entity':[{'what':{'reference':'Patient/p2'}},{'what':{'reference':'Patient/p1'}}]"), u"p1"_s));
    }

    void whatCannotBeRead_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no time") << quoted("{'resourceType':'AuditEvent','id':'7'}");
        QTest::newRow("no such time") << quoted("{'resourceType':'AuditEvent','id':'7','recorded':'yesterday'}");
        QTest::newRow("another type") << quoted("{'resourceType':'Patient','id':'7','recorded':'2026-11-18T20:20:00Z'}");
        QTest::newRow("cut") << dana.left(dana.size() / 2);
        QTest::newRow("a page") << QByteArray("<html></html>");
        QTest::newRow("nothing") << QByteArray();
    }
    void whatCannotBeRead()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!readAccess(json, u"p1"_s));
    }

    void hugeAndHostile()
    {
        const QByteArray letters(100'000, 'x');
        QByteArray entities = "[{'what':{'reference':'Task/t'}}";
        for (int i = 0; i < 5000; ++i)
            entities += ",{'what':{'display':'Goal'}}";
        const Result<AccessEvent> read =
            readAccess(event(QByteArray("'entity':" + entities + "],'outcome':'8','action':'D','agent':[{'name':'" + letters
                                        + "\\u202E\\u0007','role':[{'text':'" + letters + "'}]}]")),
                       u"p1"_s);
        QVERIFY(read);
        QVERIFY(read->name.size() <= 120 && read->role.size() <= 120);
        QVERIFY(!read->name.contains(QChar(0x202e)) && !read->name.contains(QChar(7)));
        QCOMPARE(read->type, u"Task"_s);
        QVERIFY(read->isRefused);
        QCOMPARE(read->act, AccessEvent::Act::Remove);
    }

    void theTeam()
    {
        const QByteArray json =
            quoted("{'resourceType':'CareTeam','id':'t','status':'active','participant':[{'member':{'reference':'Patient/"
                   "p1','display':'Maya'}},"
                   "{'role':[{'text':'Counselor'}],'member':{'reference':'Practitioner/a','display':'Dana Ruiz'}},"
                   "{'member':{'reference':'RelatedPerson/r','display':'Rosa'}},{'member':{'reference':'Practitioner/"
                   "b','display':'Lee'}},{}]}");
        const Result<QList<Leader>> team = readTeamMembers(json);
        QVERIFY(team);
        QCOMPARE(team->size(), 2);
        QCOMPARE(team->first().name, u"Dana Ruiz"_s);
        QCOMPARE(team->first().role, u"Counselor"_s);
        QByteArray over = json;
        over.replace("\"active\"", "\"inactive\"");
        QVERIFY(!readTeamMembers(over));
    }

private:
    static QByteArray event(const QByteArray &parts) { return ::event(parts.constData()); }
};

QTEST_GUILESS_MAIN(TestAccess)
#include "tst_access.moc"
