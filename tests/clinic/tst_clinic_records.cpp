// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "ClinicReading.h"

#include <QSet>
#include <QTest>

using namespace handrail::test;

namespace {

QJsonObject appointment(const char *start, const char *end, const char *status = "booked")
{
    return QJsonDocument::fromJson(
               QByteArray("{\"resourceType\":\"Appointment\",\"status\":\"") + status + "\",\"start\":\"" + start + "\",\"end\":\""
               + end
               + "\",\"description\":\"Contract "
                 "test\",\"participant\":[{\"actor\":{\"reference\":\"Patient/p101\"},\"status\":\"accepted\"}]}")
        .object();
}

} // namespace

/// The FHIR contract (design api 4.1), asked of the running clinic as staff and as a patient.
class TestClinicRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(startStaffed(m_clinic, m_maya, m_dana)); }
    void cleanupTestCase() { QCOMPARE(m_clinic.stop(), 0); }

    void aRecordLivesItsLife()
    {
        // Precision and order of what was sent are kept; id and meta are the server's.
        const QByteArray text =
            "{\"resourceType\":\"Observation\",\"id\":\"mine\",\"meta\":{\"versionId\":\"99\",\"tag\":[{\"code\":\"t\"}]},"
            "\"status\":\"final\","
            "\"code\":{\"text\":\"Weight\"},\"subject\":{\"reference\":\"Patient/p101\"},\"valueQuantity\":{\"value\":70.50}}";
        const HttpAnswer created = m_clinic.send("POST", "Observation", m_dana, text);
        QCOMPARE(created.status, 201);
        QVERIFY(created.body.contains("70.50"));
        QCOMPARE(created.header("Content-Type"), QByteArray("application/fhir+json; charset=utf-8"));
        const QString id = created.json().value(QLatin1String("id")).toString();
        QVERIFY(id != QLatin1String("mine"));
        QCOMPARE(created.header("ETag"), QByteArray("W/\"1\""));
        QVERIFY(created.header("Location").endsWith(QByteArray("/Observation/" + id.toLatin1() + "/_history/1")));
        QVERIFY(created.header("Last-Modified").endsWith(" GMT"));
        const QByteArray path = "Observation/" + id.toLatin1();

        const HttpAnswer read = m_clinic.send("GET", path, m_dana);
        QCOMPARE(read.status, 200);
        QCOMPARE(read.body, created.body);
        QCOMPARE(m_clinic.send("GET", path, m_dana, {}, {{"If-None-Match", "W/\"1\""}}).status, 304);
        const HttpAnswer head = m_clinic.send("HEAD", path, m_dana);
        QCOMPARE(head.status, 200);
        QVERIFY(head.body.isEmpty());
        QCOMPARE(head.header("Content-Length").toInt(), int(read.body.size()));

        QJsonObject next = read.json();
        next.insert(QStringLiteral("status"), QStringLiteral("amended"));
        for (const char *other : {"W/\"7\"", "W/\"7\", \"8\"", "W/\"11\"", "1"})
            QCOMPARE(m_clinic.send("PUT", path, m_dana, compact(next), {{"If-Match", other}}).status, 412);
        const HttpAnswer updated = m_clinic.send("PUT", path, m_dana, compact(next), {{"If-Match", "W/\"1\""}});
        QCOMPARE(updated.status, 200);
        QCOMPARE(updated.header("ETag"), QByteArray("W/\"2\""));
        QVERIFY(updated.json().value(QLatin1String("meta")).toObject().value(QLatin1String("lastUpdated")).toString()
                > read.json().value(QLatin1String("meta")).toObject().value(QLatin1String("lastUpdated")).toString());
        QCOMPARE(m_clinic.send("GET", path + "/_history/1", m_dana).json().value(QLatin1String("status")).toString(),
                 QStringLiteral("final"));
        const QJsonObject history = m_clinic.send("GET", path + "/_history", m_dana).json();
        QCOMPARE(history.value(QLatin1String("type")).toString(), QStringLiteral("history"));
        QCOMPARE(entriesOf(history).size(), 2);
        QCOMPARE(m_clinic.send("GET", path + "/_history/9", m_dana).status, 404);
        int version = 2;
        for (const char *match : {"*", "W/\"7\", W/\"3\"", "\"4\""}) { // any; one of several; the same, written as a strong one
            const HttpAnswer again = m_clinic.send("PUT", path, m_dana, compact(next), {{"If-Match", match}});
            QCOMPARE(again.status, 200);
            QCOMPARE(again.header("ETag"), QByteArray("W/\"" + QByteArray::number(++version) + '"'));
        }
        QCOMPARE(m_clinic.send("PUT", "Observation/unknown-id", m_dana, compact(QJsonObject(next))).status, 404);
        const HttpAnswer minimal = m_clinic.send("POST", "Observation", m_dana, text, {{"Prefer", "return=minimal"}});
        QCOMPARE(minimal.status, 201);
        QVERIFY(minimal.body.isEmpty());
    }

    void badBodiesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("cut") << QByteArray("{\"resourceType\":") << 400;
        QTest::newRow("no object") << QByteArray("[]") << 400;
        QTest::newRow("empty") << QByteArray() << 400;
        QTest::newRow("other type") << QByteArray("{\"resourceType\":\"Patient\"}") << 400;
        QTest::newRow("member twice") << QByteArray("{\"resourceType\":\"Appointment\",\"status\":\"booked\",\"status\":"
                                                    "\"cancelled\",\"participant\":[{\"status\":\"accepted\"}]}")
                                      << 400;
        QTest::newRow("too deep") << QByteArray(QByteArray("{\"resourceType\":\"Appointment\",\"x\":") + QByteArray(100, '[')
                                                + QByteArray(100, ']') + '}')
                                  << 400;
        const QByteArray start = "{\"resourceType\":\"Appointment\",\"participant\":[{\"status\":\"accepted\"}],";
        QTest::newRow("no status") << QByteArray("{\"resourceType\":\"Appointment\",\"participant\":[{\"status\":\"accepted\"}]}")
                                   << 422;
        QTest::newRow("bad code") << QByteArray(start + "\"status\":\"maybe\"}") << 422;
        QTest::newRow("unknown element") << QByteArray(start + "\"status\":\"proposed\",\"colour\":\"red\"}") << 422;
        QTest::newRow("wrong type") << QByteArray(start + "\"status\":\"proposed\",\"minutesDuration\":\"ten\"}") << 422;
        QTest::newRow("one for many") << QByteArray(
            "{\"resourceType\":\"Appointment\",\"status\":\"proposed\",\"participant\":{\"status\":\"accepted\"}}")
                                      << 422;
        QTest::newRow("many for one") << QByteArray(start + "\"status\":[\"proposed\"]}") << 422;
        QTest::newRow("no such day") << QByteArray(
            start + "\"status\":\"booked\",\"start\":\"2026-02-30T10:00:00Z\",\"end\":\"2026-02-30T11:00:00Z\"}")
                                     << 422;
        QTest::newRow("no offset") << QByteArray(
            start + "\"status\":\"booked\",\"start\":\"2026-02-20T10:00:00\",\"end\":\"2026-02-20T11:00:00\"}")
                                   << 422;
        QTest::newRow("no end") << QByteArray(start + "\"status\":\"booked\",\"start\":\"2026-02-20T10:00:00Z\"}") << 422;
        QTest::newRow("booked without time") << QByteArray(start + "\"status\":\"booked\"}") << 422;
        QTest::newRow("reference to a wrong type")
            << QByteArray("{\"resourceType\":\"Appointment\",\"status\":\"proposed\",\"participant\":[{\"actor\":{\"reference\":"
                          "\"Task/1\"},\"status\":\"accepted\"}]}")
            << 422;
        QTest::newRow("extension without url")
            << QByteArray(start + "\"status\":\"proposed\",\"extension\":[{\"valueString\":\"x\"}]}") << 422;
        QTest::newRow("empty list") << QByteArray("{\"resourceType\":\"Appointment\",\"status\":\"proposed\",\"participant\":[]}")
                                    << 422;
        QTest::newRow("good") << QByteArray(start + "\"status\":\"proposed\"}") << 201;
    }
    void badBodiesAreRefused()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        const HttpAnswer answer = m_clinic.send("POST", "Appointment", m_dana, body);
        QCOMPARE(answer.status, status);
        if (status >= 400) {
            QVERIFY(answer.isOutcome());
            QVERIFY(!answer.body.contains("maybe") && !answer.body.contains("SELECT"));
        }
    }

    void badRequestsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("status");
        QTest::newRow("empty segment") << QByteArray("GET") << QByteArray("Patient//p101") << 404;
        QTest::newRow("empty segment first") << QByteArray("GET") << QByteArray("/fhir/R4//Patient/p101") << 404;
        QTest::newRow("two slashes at the end") << QByteArray("GET") << QByteArray("Patient/p101//") << 404;
        QTest::newRow("the base") << QByteArray("GET") << QByteArray("/fhir/R4/") << 404;
        QTest::newRow("unknown type") << QByteArray("GET") << QByteArray("Unicorn") << 404;
        QTest::newRow("unknown id") << QByteArray("GET") << QByteArray("Patient/none") << 404;
        QTest::newRow("id with a quote") << QByteArray("GET") << QByteArray("Patient/a'b") << 404;
        QTest::newRow("operation") << QByteArray("GET") << QByteArray("Patient/p101/$everything") << 404;
        QTest::newRow("compartment search") << QByteArray("GET") << QByteArray("Patient/p101/Appointment") << 404;
        QTest::newRow("patch") << QByteArray("PATCH") << QByteArray("Patient/p101") << 405;
        QTest::newRow("trace") << QByteArray("TRACE") << QByteArray("Patient/p101") << 405;
        QTest::newRow("put on a type") << QByteArray("PUT") << QByteArray("Patient") << 405;
        QTest::newRow("bad date") << QByteArray("GET") << QByteArray("Appointment?date=ge2026-13-01") << 400;
        QTest::newRow("bad prefix") << QByteArray("GET") << QByteArray("Appointment?date=xx2026-11-01") << 400;
        QTest::newRow("bad sort") << QByteArray("GET") << QByteArray("Appointment?_sort=colour") << 400;
        QTest::newRow("bad count") << QByteArray("GET") << QByteArray("Appointment?_count=-1") << 400;
        QTest::newRow("bad modifier") << QByteArray("GET") << QByteArray("Appointment?status:contains=b") << 400;
        QTest::newRow("bad missing") << QByteArray("GET") << QByteArray("Appointment?status:missing=maybe") << 400;
        QTest::newRow("missing twice") << QByteArray("GET") << QByteArray("Appointment?status:missing=true,false") << 400;
        QTest::newRow("actor of no type") << QByteArray("GET") << QByteArray("Appointment?actor:Foo=1") << 400;
        QTest::newRow("patient of a type") << QByteArray("GET") << QByteArray("Appointment?patient:RelatedPerson=r101-1") << 400;
        QTest::newRow("forged page") << QByteArray("GET") << QByteArray("Appointment?_page=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
                                     << 410;
        QTest::newRow("xml") << QByteArray("GET") << QByteArray("Patient/p101?_format=xml") << 406;
    }
    void badRequestsAreRefused()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(int, status);
        const HttpAnswer answer = m_clinic.send(method, path, m_dana, method == "PUT" ? QByteArray("{}") : QByteArray());
        QCOMPARE(answer.status, status);
        QVERIFY(answer.isOutcome());
        QCOMPARE(answer.header("Cache-Control"), QByteArray("no-store"));
        QVERIFY(status != 405 || !answer.header("Allow").isEmpty());
    }

    void writesNeedJson()
    {
        QCOMPARE(m_clinic.send("POST", "Appointment", m_dana, "<Appointment/>", {{"Content-Type", "application/fhir+xml"}}).status,
                 415);
        QCOMPARE(m_clinic.send("GET", "Patient/p101", m_dana, {}, {{"Accept", "application/fhir+xml"}}).status, 406);
        for (const QByteArray &path : {QByteArray("metadata"), QByteArray("Patient/p101")}) {
            const auto status = [&](const QByteArray &accept, const QByteArray &format = {}) {
                return m_clinic.send("GET", path + format, m_dana, {}, {{"Accept", accept}}).status;
            };
            for (const char *taken : {"application/json", "*/*", "application/fhir+xml;q=0.9, application/*;q=0.1",
                                      "application/fhir+json; fhirVersion=4.0", "*/*;q=0, application/json;q=0.5"})
                QCOMPARE(status(taken), 200);
            for (const char *other :
                 {"application/fhir+xml", "text/html", "application/fhir+json;q=0", "*/*;q=0.0", "application/fhir+json;q=0, */*"})
                QCOMPARE(status(other), 406);
            QCOMPARE(status("*/*", "?_format=xml"), 406);
            QCOMPARE(status("application/fhir+xml", "?_format=json"), 200);
        }
        const HttpAnswer strict = m_clinic.send("GET", "Appointment?colour=red", m_dana, {}, {{"Prefer", "handling=strict"}});
        QCOMPARE(strict.status, 400);
        const HttpAnswer lenient = m_clinic.send("GET", "Appointment?colour=red&_count=1", m_dana);
        QCOMPARE(lenient.status, 200);
        QVERIFY(!linkOf(lenient.json(), "self").contains("colour"));
        // What is asked of the form of the answer and not given counts the same way.
        for (const QByteArray &form : {QByteArray("_summary=true"), QByteArray("_summary=text"), QByteArray("_total=accurate")}) {
            QCOMPARE(m_clinic.send("GET", "Appointment?" + form, m_dana, {}, {{"Prefer", "handling=strict"}}).status, 400);
            const HttpAnswer whole = m_clinic.send("GET", "Appointment?_count=1&" + form, m_dana);
            QCOMPARE(whole.status, 200);
            QVERIFY(!linkOf(whole.json(), "self").contains(form));
        }
        QCOMPARE(entriesOf(m_clinic.send("GET", "Appointment?actor:RelatedPerson=r101-1&_count=1", m_dana).json()).size(), 1);
    }

    void searchFinds_data()
    {
        QTest::addColumn<QByteArray>("search");
        QTest::addColumn<QString>("found"); // of the four made here: A B C D
        QTest::newRow("token") << QByteArray("status=cancelled") << QStringLiteral("D");
        QTest::newRow("token or") << QByteArray("status=cancelled,booked") << QStringLiteral("ABCD");
        QTest::newRow("token not") << QByteArray("status:not=cancelled") << QStringLiteral("ABC");
        QTest::newRow("system and code") << QByteArray("service-type=urn:test%7Cdance") << QStringLiteral("A");
        QTest::newRow("code alone") << QByteArray("service-type=dance") << QStringLiteral("A");
        QTest::newRow("other system") << QByteArray("service-type=urn:other%7Cdance") << QString();
        QTest::newRow("no system") << QByteArray("service-type=%7Cdance") << QString();
        QTest::newRow("system alone") << QByteArray("service-type=urn:test%7C") << QStringLiteral("AB");
        QTest::newRow("escaped comma") << QByteArray("service-type=a%5C,b") << QStringLiteral("B");
        QTest::newRow("reference by id") << QByteArray("patient=p101") << QStringLiteral("ABCD");
        QTest::newRow("reference by type and id") << QByteArray("patient=Patient/p101") << QStringLiteral("ABCD");
        QTest::newRow("reference, another") << QByteArray("patient=p102") << QString();
        QTest::newRow("day") << QByteArray("date=2031-03-10") << QStringLiteral("AB");
        QTest::newRow("month") << QByteArray("date=2031-03") << QStringLiteral("ABC");
        QTest::newRow("year") << QByteArray("date=2031") << QStringLiteral("ABCD");
        QTest::newRow("ne day") << QByteArray("date=ne2031-03-10") << QStringLiteral("CD");
        QTest::newRow("ge day") << QByteArray("date=ge2031-03-11") << QStringLiteral("CD");
        QTest::newRow("gt day") << QByteArray("date=gt2031-03-10") << QStringLiteral("CD");
        QTest::newRow("le day") << QByteArray("date=le2031-03-10") << QStringLiteral("AB");
        QTest::newRow("lt day") << QByteArray("date=lt2031-03-11") << QStringLiteral("AB");
        QTest::newRow("between") << QByteArray("date=ge2031-03-10T12:00:00Z&date=le2031-03-11T23:59:59Z") << QStringLiteral("BC");
        QTest::newRow("to the second") << QByteArray("date=2031-03-10T10:00:00Z") << QStringLiteral("A");
        QTest::newRow("offset") << QByteArray("date=2031-03-10T05:00:00-05:00") << QStringLiteral("A");
        QTest::newRow("missing") << QByteArray("service-type:missing=true") << QStringLiteral("CD");
        QTest::newRow("not missing") << QByteArray("service-type:missing=false") << QStringLiteral("AB");
        QTest::newRow("and") << QByteArray("status=booked&service-type=dance") << QStringLiteral("A");
        QTest::newRow("injection") << QByteArray("status=x'%20OR%20'1'='1") << QString();
    }
    void searchFinds()
    {
        if (m_four.isEmpty()) {
            for (const auto &[name, start, end, status] :
                 {std::tuple("A", "2031-03-10T10:00:00Z", "2031-03-10T11:00:00Z", "booked"),
                  std::tuple("B", "2031-03-10T18:00:00Z", "2031-03-10T19:00:00Z", "booked"),
                  std::tuple("C", "2031-03-11T10:00:00Z", "2031-03-11T11:00:00Z", "booked"),
                  std::tuple("D", "2031-05-01T10:00:00Z", "2031-05-01T11:00:00Z", "cancelled")}) {
                QJsonObject made = appointment(start, end, status);
                const QString code = *name == 'A' ? QStringLiteral("dance") : QStringLiteral("a,b");
                if (*name < 'C')
                    made.insert(
                        QStringLiteral("serviceType"),
                        QJsonArray{QJsonObject{{QStringLiteral("coding"),
                                                QJsonArray{QJsonObject{{QStringLiteral("system"), QStringLiteral("urn:test")},
                                                                       {QStringLiteral("code"), code}}}}}});
                const HttpAnswer answer = m_clinic.send("POST", "Appointment", m_dana, compact(made));
                QCOMPARE(answer.status, 201);
                m_four.insert(answer.json().value(QLatin1String("id")).toString(), QString::fromLatin1(name));
            }
        }
        QFETCH(QByteArray, search);
        QFETCH(QString, found);
        const HttpAnswer answer = m_clinic.send("GET", "Appointment?" + search + "&date=2031&_count=200", m_dana);
        QCOMPARE(answer.status, 200);
        QStringList names;
        for (const QString &id : idsOf(answer.json()))
            names.append(m_four.value(id, QStringLiteral("?")));
        names.sort();
        QCOMPARE(names.join(QString()), found);
        const HttpAnswer counted = m_clinic.send("GET", "Appointment?" + search + "&date=2031&_summary=count", m_dana);
        QCOMPARE(counted.json().value(QLatin1String("total")).toInt(), int(found.size()));
        QVERIFY(!counted.json().contains(QLatin1String("entry")));
    }

    void searchByStringUriAndId()
    {
        QCOMPARE(idsOf(m_clinic.send("GET", "Patient?name=BELL", m_dana).json()).contains(QStringLiteral("p101")), true);
        QCOMPARE(idsOf(m_clinic.send("GET", "Patient?name=ell", m_dana).json()).contains(QStringLiteral("p101")), false);
        QCOMPARE(idsOf(m_clinic.send("GET", "Patient?name:contains=ell", m_dana).json()).contains(QStringLiteral("p101")), true);
        QCOMPARE(idsOf(m_clinic.send("GET", "Patient?_id=p101,p102", m_dana).json()).size(), 2);
        const QByteArray url = "https://handrail.example/fhir/Questionnaire/daily-checkin";
        QCOMPARE(idsOf(m_clinic.send("GET", "Questionnaire?url=" + url + "&version=1.0.0", m_dana).json()).size(), 1);
        QCOMPARE(idsOf(m_clinic.send("GET", "Questionnaire?url=" + url + "x", m_dana).json()).size(), 0);
        QVERIFY(idsOf(m_clinic.send("GET", "QuestionnaireResponse?questionnaire=" + url + "%7C1.0.0&patient=p101", m_dana).json())
                    .size()
                > 0);
        QVERIFY(idsOf(m_clinic.send("GET", "QuestionnaireResponse?questionnaire=" + url + "&patient=p101", m_dana).json()).size()
                > 0);
        QCOMPARE(idsOf(m_clinic.send("GET", "Appointment?_lastUpdated=gt2099-01-01", m_dana).json()).size(), 0);
        const QJsonObject form =
            m_clinic.send("POST", "Patient/_search", m_dana, "_id=p101", {{"Content-Type", "application/x-www-form-urlencoded"}})
                .json();
        QCOMPARE(idsOf(form), QStringList{QStringLiteral("p101")});
        // Conditions in another form are not taken for none.
        for (const char *type : {"application/fhir+json", "text/plain", "multipart/form-data; boundary=x"})
            QCOMPARE(m_clinic.send("POST", "Patient/_search", m_dana, "_id=p101", {{"Content-Type", type}}).status, 415);
        QCOMPARE(idsOf(m_clinic.send("POST", "Patient/_search?_id=p101", m_dana).json()), QStringList{QStringLiteral("p101")});
    }

    void elementsAndIncludes()
    {
        const QJsonObject slim = m_clinic.send("GET", "Appointment?_elements=start&_count=1", m_maya).json();
        const QJsonObject one = entriesOf(slim).at(0).toObject().value(QLatin1String("resource")).toObject();
        QVERIFY(one.contains(QLatin1String("start")) && one.contains(QLatin1String("status"))
                && one.contains(QLatin1String("participant")));
        QVERIFY(!one.contains(QLatin1String("description")));
        QVERIFY(compact(one).contains("SUBSETTED"));
        const QJsonObject with =
            m_clinic.send("GET", "Appointment?patient=p101&_count=3&_include=Appointment:practitioner", m_dana).json();
        QSet<QString> modes;
        for (const QJsonValue &entry : entriesOf(with))
            modes.insert(entry.toObject().value(QLatin1String("search")).toObject().value(QLatin1String("mode")).toString());
        QCOMPARE(modes, (QSet<QString>{QStringLiteral("match"), QStringLiteral("include")}));
        // Without the right to read practitioners none is included.
        for (const QJsonValue &entry :
             entriesOf(m_clinic.send("GET", "Appointment?_count=3&_include=Appointment:practitioner", m_maya).json()))
            QCOMPARE(entry.toObject().value(QLatin1String("search")).toObject().value(QLatin1String("mode")).toString(),
                     QStringLiteral("match"));
    }

    void pagesAreStableWhileOthersWrite_data()
    {
        QTest::addColumn<QByteArray>("sort");
        for (const char *sort : {"_lastUpdated", "-_lastUpdated", "date", "-date", "status,date", "_id"})
            QTest::newRow(sort) << QByteArray(sort);
    }
    void pagesAreStableWhileOthersWrite()
    {
        QFETCH(QByteArray, sort);
        const QStringList before = idsOf(m_clinic.send("GET", "Appointment?patient=p101&_count=200&_sort=" + sort, m_dana).json());
        QVERIFY(before.size() > 30);
        QStringList seen;
        QByteArray next = "Appointment?patient=p101&_count=7&_sort=" + sort;
        for (int page = 0; page < 60 && !next.isEmpty(); ++page) {
            const HttpAnswer answer = m_clinic.send("GET", next, m_dana);
            QCOMPARE(answer.status, 200);
            seen += idsOf(answer.json());
            next = linkOf(answer.json(), "next");
            if (page == 2)
                QCOMPARE(
                    m_clinic
                        .send("POST", "Appointment", m_dana, compact(appointment("2026-11-01T10:00:00Z", "2026-11-01T11:00:00Z")))
                        .status,
                    201);
        }
        QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), seen.size());
        for (const QString &id : before)
            QVERIFY(seen.contains(id));
        QStringList common;
        for (const QString &id : std::as_const(seen)) {
            if (before.contains(id))
                common.append(id);
        }
        QCOMPARE(common, before);
    }

    void aPageBelongsToItsSearchAndPerson()
    {
        const QByteArray next = linkOf(m_clinic.send("GET", "Appointment?patient=p101&_count=5", m_dana).json(), "next");
        QCOMPARE(m_clinic.send("GET", next, m_dana).status, 200);
        QCOMPARE(m_clinic.send("GET", QByteArray(next).replace("p101", "p102"), m_dana).status, 410);
        QCOMPARE(m_clinic.send("GET", next, m_maya).status, 410);
    }

    void theStatementAnnouncesWhatASignInCanDo()
    {
        const QJsonObject rest = m_clinic.send("GET", "metadata").json().value(QLatin1String("rest")).toArray().at(0).toObject();
        for (const QJsonValue &each : rest.value(QLatin1String("resource")).toArray()) {
            QStringList codes;
            for (const QJsonValue &interaction : each.toObject().value(QLatin1String("interaction")).toArray())
                codes.append(interaction.toObject().value(QLatin1String("code")).toString());
            QVERIFY(codes.contains(QLatin1String("read")) && codes.contains(QLatin1String("search-type")));
            QVERIFY(!codes.contains(QLatin1String("delete")));
        }
        const HttpAnswer deletion = m_clinic.send("DELETE", "Patient/p101", m_dana);
        QCOMPARE(deletion.status, 405);
        QCOMPARE(deletion.header("Allow"), QByteArray("GET, POST, PUT, HEAD"));
        QVERIFY(!m_clinic.send("PATCH", "Patient/p101", m_dana).header("Allow").contains("DELETE"));
        // A slash at the end changes nothing.
        QCOMPARE(m_clinic.send("GET", "metadata/").body, m_clinic.send("GET", "metadata").body);
        QCOMPARE(m_clinic.send("GET", "Patient/p101/", m_dana).body, m_clinic.send("GET", "Patient/p101", m_dana).body);
    }

    void searchesOfOneRequestShareABudget()
    {
        QByteArray ids = "_id=a0";
        for (int i = 1; i < 60; ++i)
            ids += ",a" + QByteArray::number(i);
        QCOMPARE(statuses(QList<QByteArray>(5, "Patient?" + ids)), (QList<int>{200, 200, 200, 413, 413}));
        const HttpAnswer tooMuch = m_clinic.send("GET", "Patient?" + ids + '&' + ids + '&' + ids + '&' + ids, m_dana);
        QCOMPARE(tooMuch.status, 413);
        QVERIFY(tooMuch.isOutcome() && tooMuch.body.contains("too-costly"));
        QCOMPARE(m_clinic.send("GET", "Patient?" + ids, m_dana).status, 200); // a new request, a new budget
        QCOMPARE(statuses(QList<QByteArray>(100, "Appointment?patient=p101&_count=1")), QList<int>(100, 200));
    }

    void longAnswersComeInParts()
    {
        const QByteArray text =
            "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"coding\":[{\"code\":\"long\"}]},"
            "\"subject\":{\"reference\":\"Patient/p101\"},\"note\":[{\"text\":\""
            + QByteArray(900'000, 'x') + "\"}]}";
        QStringList made;
        QList<QByteArray> reads;
        for (int i = 0; i < 7; ++i) {
            const HttpAnswer answer = m_clinic.send("POST", "Observation", m_dana, text, {{"Prefer", "return=minimal"}});
            QCOMPARE(answer.status, 201);
            made.append(QString::fromLatin1(answer.header("Location")).section(u'/', -3, -3));
            reads.append("Observation/" + made.last().toLatin1());
        }
        QStringList seen;
        int pages = 0;
        for (QByteArray next = "Observation?code=long&_count=50"; !next.isEmpty() && pages < 10; ++pages) {
            const HttpAnswer page = m_clinic.send("GET", next, m_dana);
            QCOMPARE(page.status, 200);
            QVERIFY(page.body.size() < 6'000'000);
            QVERIFY(pages > 0 || !page.json().contains(QLatin1String("total")));
            seen += idsOf(page.json());
            next = linkOf(page.json(), "next");
        }
        QCOMPARE(seen, made);
        QCOMPARE(pages, 2);
        QCOMPARE(statuses(reads), (QList<int>{200, 200, 200, 200, 200, 413, 413}));
    }

private:
    /// How each entry of a batch of reads is answered.
    QList<int> statuses(const QList<QByteArray> &urls)
    {
        QJsonArray entries;
        for (const QByteArray &url : urls)
            entries.append(QJsonObject{{QStringLiteral("request"),
                                        QJsonObject{{QStringLiteral("method"), QStringLiteral("GET")},
                                                    {QStringLiteral("url"), QString::fromLatin1(url)}}}});
        const HttpAnswer answer = m_clinic.send("POST", "", m_dana,
                                                compact({{QStringLiteral("resourceType"), QStringLiteral("Bundle")},
                                                         {QStringLiteral("type"), QStringLiteral("batch")},
                                                         {QStringLiteral("entry"), entries}}));
        QList<int> result;
        for (const QJsonValue &entry : entriesOf(answer.json()))
            result.append(
                entry.toObject().value(QLatin1String("response")).toObject().value(QLatin1String("status")).toString().toInt());
        return result;
    }

    ClinicProcess m_clinic;
    QByteArray m_maya, m_dana;
    QHash<QString, QString> m_four;
};

QTEST_GUILESS_MAIN(TestClinicRecords)
#include "tst_clinic_records.moc"
