// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "ClinicReading.h"

#include <QSet>
#include <QTest>

using namespace handrail::test;

namespace {

const QString relativeScope = QStringLiteral("launch/patient patient/Patient.r patient/Appointment.rs patient/AuditEvent.rs");

QString whoIn(const QJsonObject &event)
{
    return event.value(QLatin1String("agent"))
        .toArray()
        .at(0)
        .toObject()
        .value(QLatin1String("who"))
        .toObject()
        .value(QLatin1String("reference"))
        .toString();
}

} // namespace

/// The record of every access (45 CFR 164.312(b); design security 2, api row 12), asked of the running clinic by staff and by the patient
/// whose record it is.
class TestClinicAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(startStaffed(m_clinic, m_maya, m_dana));
        const auto maya = m_clinic.signIn(QStringLiteral("maya"), QStringLiteral("demo"),
                                          QStringLiteral("launch/patient patient/Patient.rs patient/AuditEvent.rs"));
        const auto jordan = m_clinic.signIn(QStringLiteral("jordan"), QStringLiteral("demo"),
                                            QStringLiteral("launch/patient patient/Patient.rs patient/AuditEvent.rs"));
        const auto rosa = m_clinic.signIn(QStringLiteral("rosa"), QStringLiteral("demo"), relativeScope);
        QVERIFY(maya && jordan && rosa);
        QVERIFY(maya->scope.contains(QLatin1String("patient/AuditEvent.rs")));
        QVERIFY(!rosa->scope.contains(QLatin1String("AuditEvent")));
        m_watchingMaya = maya->accessToken;
        m_watchingJordan = jordan->accessToken;
        m_rosa = rosa->accessToken;
    }

    void cleanupTestCase() { QCOMPARE(m_clinic.stop(), 0); }

    void everyAccessIsAudited()
    {
        QCOMPARE(m_clinic.send("GET", "AuditEvent?patient=p101&_count=200", m_maya).status,
                 403); // not in the scope of this sign-in
        const QByteArray rosas = "AuditEvent?agent=RelatedPerson/r101-1";
        const auto count = [&] { return entriesOf(m_clinic.send("GET", rosas + "&_count=200", m_dana).json()).size(); };
        const qsizetype before = count();
        const QByteArray session = idsOf(m_clinic.send("GET", "Appointment?_count=1", m_rosa).json()).value(0).toLatin1();
        QCOMPARE(m_clinic.send("GET", "Appointment/" + session, m_rosa).status, 200);
        QCOMPARE(m_clinic.send("GET", "Appointment/no-such-thing", m_rosa).status, 404);
        QCOMPARE(count(), before + 3);
        const QJsonObject newest = newestOf(rosas, m_dana);
        QCOMPARE(newest.value(QLatin1String("action")).toString(), QStringLiteral("R"));
        QCOMPARE(newest.value(QLatin1String("outcome")).toString(), QStringLiteral("4"));
    }

    void whoseRecordStaffReadIsWritten_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("patients"); // of whom something was shown
        QTest::newRow("a patient") << QByteArray("Patient/p101") << QByteArray("p101");
        QTest::newRow("a plan") << firstOf("CarePlan?patient=p102") << QByteArray("p102");
        QTest::newRow("an old version") << QByteArray(firstOf("CarePlan?patient=p102") + "/_history/1") << QByteArray("p102");
        QTest::newRow("a history") << QByteArray(firstOf("CarePlan?patient=p102") + "/_history") << QByteArray("p102");
        QTest::newRow("two patients in a search") << QByteArray("Patient?_id=p101,p103") << QByteArray("p101 p103");
        QTest::newRow("a page of them") << QByteArray("Patient?_id=p101,p103&_sort=_id&_count=1") << QByteArray("p101 p103");
        const QByteArray plan = firstOf("CarePlan?patient=p102").mid(9);
        const QByteArray never = "&_lastUpdated=lt1990-01-01";
        QTest::newRow("counted") << QByteArray("MedicationRequest?patient=Patient/p101&_summary=count") << QByteArray("p101");
        QTest::newRow("none counted") << QByteArray("Appointment?patient=p101&_count=0" + never) << QByteArray("p101");
        QTest::newRow("none found") << QByteArray("CarePlan?subject=Patient/p103" + never) << QByteArray("p103");
        QTest::newRow("none of two") << QByteArray("Patient?_id=p101,p103" + never) << QByteArray("p101 p103");
        QTest::newRow("by another name") << QByteArray("Appointment?actor:Patient=p102" + never) << QByteArray("p102");
        QTest::newRow("by a full address") << QByteArray("CarePlan?patient=http://a.example/fhir/R4/Patient/p101" + never)
                                           << QByteArray("p101");
        QTest::newRow("with an escape") << QByteArray("CarePlan?patient=Patient/p10%5C3" + never) << QByteArray("p103");
        QTest::newRow("by its id") << QByteArray("CarePlan?_id=" + plan + never) << QByteArray("p102");
        QTest::newRow("who is nobody") << QByteArray("CarePlan?patient=p101x" + never) << QByteArray();
        for (const QByteArray &type : {QByteArray("Appointment"), QByteArray("Task")}) {
            const QByteArray number = "'identifier':[{'system':'https://other.example/id','value':'counted'}],";
            QByteArray body = "{'resourceType':'" + type + "'," + number
                + (type == "Task" ? "'status':'requested','intent':'order','for':{'reference':'Patient/p104'}}"
                                  : "'status':'proposed','participant':[{'actor':{'reference':'Patient/p104'},'status':"
                                    "'accepted'}]}");
            QCOMPARE(m_clinic.send("POST", type, m_dana, body.replace('\'', '"')).status, 201);
            QTest::newRow(QByteArray("counted without a name: " + type).constData())
                << QByteArray(type + "?identifier=https://other.example/id%7Ccounted&_summary=count") << QByteArray("p104");
        }
        QTest::newRow("the log of who looked at one")
            << QByteArray("AuditEvent?agent=RelatedPerson/r101-1&_summary=count") << QByteArray("p101");
        QTest::newRow("the log of one") << QByteArray("AuditEvent?patient=Patient/p103") << QByteArray("p103");
        QTest::newRow("how much is in it") << QByteArray("AuditEvent?patient=p103&_summary=count") << QByteArray("p103");
        QTest::newRow("none in it") << QByteArray("AuditEvent?patient=p103&date=lt1990") << QByteArray("p103");
        QTest::newRow("a line of it") << QByteArray(
            "AuditEvent/" + newestOf("AuditEvent?patient=p102", m_dana).value(QLatin1String("id")).toString().toLatin1())
                                      << QByteArray("p102");
        QTest::newRow("nobody's") << QByteArray("Questionnaire?_count=1") << QByteArray();
        QTest::newRow("nothing found") << QByteArray("Patient/none") << QByteArray();
    }
    void whoseRecordStaffReadIsWritten()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, patients);
        QCOMPARE(m_clinic.send("GET", "Questionnaire?_count=1", m_dana).status,
                 200); // nobody's: to read that row is to look at nobody
        const QByteArray mark = newestOf("AuditEvent?", m_dana).value(QLatin1String("id")).toString().toLatin1();
        QCOMPARE(m_clinic.send("GET", path, m_dana).status, path.endsWith("none") ? 404 : 200);
        QSet<QByteArray> named;
        for (const QJsonValue &entry : entriesOf(m_clinic.send("GET", "AuditEvent?_count=20", m_dana).json())) {
            const QJsonObject event = entry.toObject().value(QLatin1String("resource")).toObject();
            if (event.value(QLatin1String("id")).toString().toInt() <= mark.toInt())
                break;
            QVERIFY(whoIn(event).startsWith(QLatin1String("Practitioner/")));
            for (const QJsonValue &entity : event.value(QLatin1String("entity")).toArray()) {
                const QByteArray what = entity.toObject()
                                            .value(QLatin1String("what"))
                                            .toObject()
                                            .value(QLatin1String("reference"))
                                            .toString()
                                            .toLatin1();
                if (what.startsWith("Patient/") && what != "Patient/none")
                    named.insert(what.mid(8));
            }
        }
        QByteArrayList sorted(named.begin(), named.end());
        std::sort(sorted.begin(), sorted.end());
        QCOMPARE(sorted.join(' '), patients);
    }

    void aPatientSeesWhoSawTheirs()
    {
        const QByteArray plan = firstOf("CarePlan?patient=p101");
        QCOMPARE(m_clinic.send("GET", plan, m_dana).status, 200);
        const QJsonObject seen = newestOf("AuditEvent?", m_watchingMaya);
        QVERIFY(whoIn(seen).startsWith(QLatin1String("Practitioner/")));
        QVERIFY(compact(seen).contains(plan));
        QVERIFY(!compact(seen).contains("altId")); // the clinic's own id of an account
        const QByteArray event = "AuditEvent/" + seen.value(QLatin1String("id")).toString().toLatin1();
        QCOMPARE(m_clinic.send("GET", event, m_watchingMaya).status, 200);
        // Another patient, and a relative, see nothing of it.
        const HttpAnswer hidden = m_clinic.send("GET", event, m_watchingJordan);
        QCOMPARE(hidden.status, 404);
        QCOMPARE(hidden.body, m_clinic.send("GET", "AuditEvent/99999999", m_watchingJordan).body);
        for (const QByteArray &search : {QByteArray("AuditEvent?_count=200"), QByteArray("AuditEvent?patient=p101&_count=200"),
                                         QByteArray("AuditEvent?patient=p101,p102&_count=200")})
            QVERIFY(!QJsonDocument(entriesOf(m_clinic.send("GET", search, m_watchingJordan).json())).toJson().contains("p101"));
        QCOMPARE(m_clinic.send("GET", event, m_rosa).status, 403);
    }

    // Staff who look there are seen; who looks there for themselves is not.
    void whoReadsTheLogIsInIt()
    {
        const auto rows = [&] {
            const HttpAnswer counted = m_clinic.send("GET", "AuditEvent?_summary=count", m_watchingMaya);
            return counted.json().value(QLatin1String("total")).toInt(-1);
        };
        const int before = rows();
        QVERIFY(before > 0);
        QCOMPARE(rows(), before);
        QCOMPARE(m_clinic.send("GET", "AuditEvent?patient=Patient/p101", m_dana).status, 200);
        QCOMPARE(rows(), before + 1);
        const QJsonObject seen = newestOf("AuditEvent?", m_watchingMaya);
        QVERIFY(whoIn(seen).startsWith(QLatin1String("Practitioner/")));
        QVERIFY2(compact(seen).contains("\"display\":\"AuditEvent\""), compact(seen).constData());
        // Who only counts the log of all looked at nobody's.
        const int counted = rows();
        QCOMPARE(m_clinic.send("GET", "AuditEvent?_summary=count", m_dana).status, 200);
        QCOMPARE(rows(), counted);
    }

    // Each page that staff read is a row itself: read from the oldest on, the log ends with what there was at the start.
    void readInOrderItEnds()
    {
        QByteArray page = "AuditEvent?_sort=date&_count=1&patient=Patient/p101";
        const int before = m_clinic.send("GET", "AuditEvent?_summary=count", m_watchingMaya).json().value(u"total").toInt();
        int pages = 0;
        for (; !page.isEmpty() && pages <= before + 2; ++pages) {
            const QJsonObject bundle = m_clinic.send("GET", page, m_dana).json();
            page.clear();
            for (const QJsonValue &link : bundle.value(u"link").toArray()) {
                if (link[u"relation"].toString() == u"next")
                    page = link[u"url"].toString().section(QStringLiteral("/R4/"), 1).toLatin1();
            }
        }
        QVERIFY(page.isEmpty());
        QCOMPARE(pages, before);
    }

    void theLogIsSearchedAsEverythingElse_data()
    {
        QTest::addColumn<QByteArray>("search");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("isFound");
        const auto row = [](const char *search, int status, bool isFound) {
            QTest::newRow(search) << QByteArray(search) << status << isFound;
        };
        row("", 200, true);
        row("date=2026", 200, true);
        row("date=gt2099", 200, false);
        row("date=lt2099", 200, true);
        row("date=ge2026-11-18&date=lt2026-11-20", 200, true);
        row("_lastUpdated=gt2099", 200, false);
        row("date=yesterday", 400, false);
        row("date=xx2026", 400, false);
        row("date:missing=true", 400, false);
        row("patient=p101", 200, true);
        row("patient=Patient/p101", 200, true);
        row("patient=http://a.example/fhir/R4/Patient/p101", 200, true);
        row("patient=none,p101", 200, true);
        row("patient=RelatedPerson/p101", 200, false);
        row("agent=r101-1", 200, true);
        row("agent:RelatedPerson=r101-1", 200, true);
        row("agent:Patient=r101-1", 200, false);
        row("agent:Foo=r101-1", 400, false);
        row("agent-role=relative", 200, true);
        row("agent-role=https://handrail.example/fhir/CodeSystem/audit-role|relative", 200, true);
        row("agent-role=https://elsewhere.example/role|relative", 200, false);
        row("agent-role=stranger", 200, false);
        row("agent=r101-1&agent-role:not=relative", 200, false);
        row("agent=r101-1&agent-role:not=patient", 200, true);
        row("agent-role:not=patient,relative,staff", 200, false);
        row("patient=x' OR '1'='1", 200, false);
        row("colour=red", 200, true);
        row("_count=-1", 400, false);
    }
    void theLogIsSearchedAsEverythingElse()
    {
        QFETCH(QByteArray, search);
        QFETCH(int, status);
        QFETCH(bool, isFound);
        const HttpAnswer answer = m_clinic.send("GET", "AuditEvent?" + search.toPercentEncoding("=&:/,"), m_dana);
        QCOMPARE(answer.status, status);
        QCOMPARE(!entriesOf(answer.json()).isEmpty(), isFound);
        const QByteArray count = (search.isEmpty() ? "" : "&") + QByteArray("_summary=count");
        const HttpAnswer counted = m_clinic.send("GET", "AuditEvent?" + search.toPercentEncoding("=&:/,") + count, m_dana);
        QCOMPARE(counted.json().value(QLatin1String("total")).toInt() > 0, isFound);
        if (search == "colour=red" || search.isEmpty()) {
            QVERIFY(!linkOf(answer.json(), "self").contains("colour"));
            const HttpAnswer strict = m_clinic.send("GET", "AuditEvent?" + search, m_dana, {}, {{"Prefer", "handling=strict"}});
            QCOMPARE(strict.status, search.isEmpty() ? 200 : 400);
        }
    }

    void itsPagesFollowOneAnother()
    {
        for (int i = 0; i < 5; ++i)
            QCOMPARE(m_clinic.send("GET", "Patient/p104", m_dana).status, 200);
        const QByteArray search = "AuditEvent?patient=p104&_count=2";
        for (const QByteArray &sort : {QByteArray(), QByteArray("&_sort=date")}) {
            QList<int> seen;
            for (QByteArray next = search + sort; !next.isEmpty() && seen.size() < 100;) {
                const HttpAnswer page = m_clinic.send("GET", next, m_dana);
                QCOMPARE(page.status, 200);
                for (const QString &id : idsOf(page.json()))
                    seen.append(id.toInt());
                next = linkOf(page.json(), "next");
            }
            QVERIFY(seen.size() >= 5);
            QList<int> ordered = seen;
            std::sort(ordered.begin(), ordered.end());
            if (sort.isEmpty())
                std::reverse(ordered.begin(), ordered.end());
            QCOMPARE(seen, ordered);
            QCOMPARE(QSet<int>(seen.begin(), seen.end()).size(), seen.size());
        }
    }

private:
    QByteArray firstOf(const QByteArray &search)
    {
        return search.left(search.indexOf('?')) + '/'
            + idsOf(m_clinic.send("GET", search + "&_count=1", m_dana).json()).value(0).toLatin1();
    }

    QJsonObject newestOf(const QByteArray &search, const QByteArray &token)
    {
        return entriesOf(m_clinic.send("GET", search + "&_count=1", token).json())
            .at(0)
            .toObject()
            .value(QLatin1String("resource"))
            .toObject();
    }

    ClinicProcess m_clinic;
    QByteArray m_maya, m_dana, m_watchingMaya, m_watchingJordan, m_rosa;
};

QTEST_GUILESS_MAIN(TestClinicAudit)
#include "tst_clinic_audit.moc"
