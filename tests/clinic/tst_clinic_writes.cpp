// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "ClinicReading.h"

#include <QTcpSocket>
#include <QTest>
#include <memory>
#include <vector>

using namespace handrail::test;

/// Writes that must happen once, together or not at all (design api 0.3, 3.2, 4.1), asked of the running clinic.
class TestClinicWrites : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(startStaffed(m_clinic, m_maya, m_dana)); }
    void cleanupTestCase() { QCOMPARE(m_clinic.stop(), 0); }

    void aConditionalCreateHappensOnce()
    {
        const QByteArray urn = newUrn();
        const QByteArray body = response(urn);
        const ClinicProcess::Headers condition{{"If-None-Exist", "identifier=urn:ietf:rfc:3986|" + urn}};
        const HttpAnswer first = m_clinic.send("POST", "QuestionnaireResponse", m_maya, body, condition);
        QCOMPARE(first.status, 201);
        const HttpAnswer second = m_clinic.send("POST", "QuestionnaireResponse", m_maya, body, condition);
        QCOMPARE(second.status, 200);
        QCOMPARE(second.json().value(QLatin1String("id")), first.json().value(QLatin1String("id")));
        QCOMPARE(m_clinic.send("POST", "QuestionnaireResponse", m_maya, body).status, 409);
        QCOMPARE(m_clinic.send("POST", "QuestionnaireResponse", m_maya, response(newUrn()), {{"If-None-Exist", "status=completed"}})
                     .status,
                 412);
        QCOMPARE(
            m_clinic.send("POST", "QuestionnaireResponse", m_maya, response(newUrn()), {{"If-None-Exist", "colour=red"}}).status,
            412);
    }

    void anIdentifierIsTheSameInEitherCase()
    {
        const QByteArray urn = newUrn(), loud = "urn:uuid:" + urn.mid(9).toUpper();
        const HttpAnswer first = m_clinic.send("POST", "QuestionnaireResponse", m_maya, response(loud));
        QCOMPARE(first.status, 201);
        QVERIFY(first.body.contains(loud)); // kept as it came
        QCOMPARE(m_clinic.send("POST", "QuestionnaireResponse", m_maya, response(urn)).status, 409);
        const HttpAnswer again = m_clinic.send("POST", "QuestionnaireResponse", m_maya, response(urn),
                                               {{"If-None-Exist", "identifier=urn:ietf:rfc:3986|" + urn}});
        QCOMPARE(again.status, 200);
        QCOMPARE(again.json().value(QLatin1String("id")), first.json().value(QLatin1String("id")));
        QCOMPARE(idsOf(m_clinic.send("GET", "QuestionnaireResponse?identifier=URN:UUID:" + urn.mid(9), m_maya).json()).size(), 1);
    }

    // What goes with another element is named.
    void anAppointmentNeedsBothItsTimes()
    {
        const HttpAnswer answer =
            m_clinic.send("POST", "Appointment", m_dana,
                          "{\"resourceType\":\"Appointment\",\"status\":\"booked\",\"start\":\"2026-11-20T17:00:00Z\","
                          "\"participant\":[{\"actor\":{\"reference\":\"Patient/p101\"},\"status\":\"accepted\"}]}");
        QCOMPARE(answer.status, 422);
        QVERIFY(answer.isOutcome());
        QVERIFY2(answer.body.contains("\"Needed together with start\"") && answer.body.contains("\"Appointment.end\""),
                 answer.body.constData());
    }

    void aPatientsWriteNeedsAnIdentifier_data()
    {
        QTest::addColumn<QByteArray>("identifier");
        QTest::addColumn<int>("status");
        const auto of = [](const QByteArray &system, const QByteArray &value) {
            return QByteArray("\"identifier\":{\"system\":\"" + system + "\",\"value\":\"" + value + "\"},");
        };
        QTest::newRow("a UUID") << of("urn:ietf:rfc:3986", newUrn()) << 201;
        QTest::newRow("none") << QByteArray() << 422;
        QTest::newRow("of another system") << of("urn:test", newUrn()) << 422;
        QTest::newRow("no UUID") << of("urn:ietf:rfc:3986", "urn:uuid:today") << 422;
        QTest::newRow("another URN") << of("urn:ietf:rfc:3986", "urn:oid:1.2.3") << 422;
    }
    void aPatientsWriteNeedsAnIdentifier()
    {
        QFETCH(QByteArray, identifier);
        QFETCH(int, status);
        const QByteArray body = "{\"resourceType\":\"QuestionnaireResponse\"," + identifier
            + "\"status\":\"completed\",\"subject\":{\"reference\":\"Patient/p101\"},"
              "\"author\":{\"reference\":\"Patient/p101\"}}";
        const HttpAnswer answer = m_clinic.send("POST", "QuestionnaireResponse", m_maya, body);
        QCOMPARE(answer.status, status);
        QVERIFY(status == 201 || answer.isOutcome());
        QCOMPARE(m_clinic.send("POST", "QuestionnaireResponse", m_dana, body).status,
                 status == 201 ? 409 : 201); // staff may go without
    }

    void parallelFirstWritesMakeOneRecord()
    {
        for (int round = 0; round < 5; ++round) {
            const QByteArray urn = newUrn();
            const QByteArray body = response(urn);
            const QByteArray request = "POST /fhir/R4/QuestionnaireResponse HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + m_maya
                + "\r\nContent-Type: application/fhir+json\r\nIf-None-Exist: identifier=urn:ietf:rfc:3986|" + urn
                + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
            std::vector<std::unique_ptr<QTcpSocket>> sockets;
            for (int i = 0; i < 8; ++i) {
                sockets.push_back(std::make_unique<QTcpSocket>());
                sockets.back()->connectToHost(m_clinic.base().host(), quint16(m_clinic.base().port()));
                QVERIFY(sockets.back()->waitForConnected(5000));
            }
            for (auto &socket : sockets)
                socket->write(request);
            int created = 0, found = 0;
            for (auto &socket : sockets) {
                QByteArray received;
                std::optional<HttpAnswer> answer;
                while (!(answer = readAnswer(received, false, false)) && socket->waitForReadyRead(5000))
                    received += socket->readAll();
                QVERIFY(answer);
                created += answer->status == 201;
                found += answer->status == 200;
            }
            QCOMPARE(created, 1);
            QCOMPARE(found, 7);
            QCOMPARE(
                idsOf(m_clinic.send("GET", "QuestionnaireResponse?identifier=urn:ietf:rfc:3986%7C" + urn, m_maya).json()).size(),
                1);
        }
    }

    void aFinishedCheckInIsOnlyAmended_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("authored");
        QTest::addColumn<int>("answer");
        const QString then = QStringLiteral("2026-11-18T21:00:00Z");
        const auto row = [&](const char *before, const char *after, int answer) {
            QTest::addRow("%s to %s", before, after) << QString::fromLatin1(before) << QString::fromLatin1(after) << then << answer;
        };
        row("completed", "amended", 200);
        row("completed", "completed", 422);
        row("completed", "in-progress", 422);
        row("completed", "entered-in-error", 422);
        row("completed", "stopped", 422);
        row("amended", "amended", 200);
        row("amended", "completed", 422);
        row("in-progress", "in-progress", 200);
        row("in-progress", "completed", 200);
        row("in-progress", "entered-in-error", 422);
        row("stopped", "stopped", 422);
        QTest::newRow("changed the day after")
            << QStringLiteral("completed") << QStringLiteral("amended") << QStringLiteral("2026-11-19T08:00:00-05:00") << 200;
        QTest::newRow("another day") << QStringLiteral("completed") << QStringLiteral("amended")
                                     << QStringLiteral("2020-01-01T21:00:00Z") << 422;
    }
    void aFinishedCheckInIsOnlyAmended()
    {
        QFETCH(QString, before);
        QFETCH(QString, status);
        QFETCH(QString, authored);
        QFETCH(int, answer);
        QByteArray body = response(newUrn());
        body.replace("\"completed\"", QByteArray('"' + before.toLatin1() + '"'));
        const HttpAnswer made = m_clinic.send("POST", "QuestionnaireResponse", m_maya, body);
        QCOMPARE(made.status, 201);
        QJsonObject changed = made.json();
        changed.insert(QStringLiteral("status"), status);
        changed.insert(QStringLiteral("authored"), authored);
        changed.insert(QStringLiteral("item"), QJsonArray{QJsonObject{{QStringLiteral("linkId"), QStringLiteral("mood")}}});
        const QByteArray path = "QuestionnaireResponse/" + changed.value(QLatin1String("id")).toString().toLatin1();
        QCOMPARE(m_clinic.send("PUT", path, m_maya, compact(changed), {{"If-Match", made.header("ETag")}}).status, answer);
    }

    void onlyRecordsOfThisClinicArePointedAt_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<int>("status");
        const QString own = idOf("CarePlan?patient=p101");
        for (const QString &target :
             {QString(u"CarePlan/" + own), QString(u"CarePlan/" + own + u"/_history/2"), QStringLiteral("Patient/p101"),
              QStringLiteral("RelatedPerson/r101-1"), QStringLiteral("Organization/any"), QStringLiteral("#inside")})
            QTest::newRow(qPrintable(target)) << target << 201;
        for (const char *type : {"CarePlan", "QuestionnaireResponse", "Appointment", "RelatedPerson"}) {
            const QString theirs = QLatin1String(type) + u'/' + idOf(QByteArray(type) + "?patient=p102");
            QTest::newRow(qPrintable(theirs)) << theirs << 403;
        }
        for (const char *target :
             {"CarePlan/any", "Device/any", "Binary/any", "Patient/p102", "Patient/p102/_history/1",
              "http://other.example/fhir/R4/Patient/p102", "HTTP://other.example/fhir/R4/Patient/p102",
              "https://other.example/CarePlan/1", "urn:uuid:5e1e5c1a-0000-4000-8000-000000000001", "urn:oid:1.2.3"})
            QTest::newRow(target) << QString::fromLatin1(target) << 403;
        for (const char *target : {"//other.example/Patient/p102", "/Patient/p102", "../R4/Patient/p102", "CarePlan"})
            QTest::newRow(target) << QString::fromLatin1(target) << 422;
    }
    void onlyRecordsOfThisClinicArePointedAt()
    {
        QFETCH(QString, target);
        QFETCH(int, status);
        const QJsonObject own = reference(QStringLiteral("Patient/p101"));
        const QJsonObject response{
            {QStringLiteral("resourceType"), QStringLiteral("QuestionnaireResponse")},
            {QStringLiteral("identifier"), newIdentifier()},
            {QStringLiteral("status"), QStringLiteral("completed")},
            {QStringLiteral("subject"), own},
            {QStringLiteral("author"), own},
            {QStringLiteral("contained"),
             QJsonArray{QJsonObject{{QStringLiteral("resourceType"), QStringLiteral("Organization")},
                                    {QStringLiteral("id"), QStringLiteral("inside")},
                                    {QStringLiteral("name"), QStringLiteral("House")}}}},
            {QStringLiteral("item"),
             QJsonArray{QJsonObject{
                 {QStringLiteral("linkId"), QStringLiteral("1")},
                 {QStringLiteral("answer"), QJsonArray{QJsonObject{{QStringLiteral("valueReference"), reference(target)}}}}}}}};
        const HttpAnswer answer = m_clinic.send("POST", "QuestionnaireResponse", m_maya, compact(response));
        QCOMPARE(answer.status, status);
        if (status != 403)
            return;
        // There or not, the answer is the same.
        const QByteArray absent = compact(response).replace(compact(reference(target)), "{\"reference\":\"Goal/no-such\"}");
        QCOMPARE(m_clinic.send("POST", "QuestionnaireResponse", m_maya, absent).body, answer.body);
    }

    void nothingIsHungOntoAnothersRecord()
    {
        const QJsonObject own = reference(QStringLiteral("Patient/p101"));
        const auto message = [&](const QString &root) {
            QJsonObject communication{{QStringLiteral("resourceType"), QStringLiteral("Communication")},
                                      {QStringLiteral("identifier"), QJsonArray{newIdentifier()}},
                                      {QStringLiteral("status"), QStringLiteral("completed")},
                                      {QStringLiteral("subject"), own},
                                      {QStringLiteral("sender"), own}};
            if (!root.isEmpty())
                communication.insert(QStringLiteral("partOf"), QJsonArray{reference(root)});
            return m_clinic.send("POST", "Communication", m_maya, compact(communication));
        };
        const HttpAnswer root = message({});
        QCOMPARE(root.status, 201);
        QCOMPARE(message(QStringLiteral("Communication/") + root.json().value(QLatin1String("id")).toString()).status, 201);
        QCOMPARE(message(QStringLiteral("QuestionnaireResponse/") + idOf("QuestionnaireResponse?patient=p102")).status, 403);
    }

    void newRecordsOfOneTransactionMayPointAtEachOther()
    {
        const QString first = QString::fromLatin1(QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
        const QJsonObject own = reference(QStringLiteral("Patient/p101"));
        QJsonArray entries;
        for (const bool isRoot : {false, true}) {
            QJsonObject communication{{QStringLiteral("resourceType"), QStringLiteral("Communication")},
                                      {QStringLiteral("identifier"), QJsonArray{newIdentifier()}},
                                      {QStringLiteral("status"), QStringLiteral("completed")},
                                      {QStringLiteral("subject"), own},
                                      {QStringLiteral("sender"), own}};
            if (!isRoot)
                communication.insert(QStringLiteral("partOf"), QJsonArray{reference(QStringLiteral("urn:uuid:") + first)});
            QJsonObject entry{{QStringLiteral("resource"), communication},
                              {QStringLiteral("request"),
                               QJsonObject{{QStringLiteral("method"), QStringLiteral("POST")},
                                           {QStringLiteral("url"), QStringLiteral("Communication")}}}};
            if (isRoot)
                entry.insert(QStringLiteral("fullUrl"), QString(QStringLiteral("urn:uuid:") + first));
            entries.append(entry);
        }
        QCOMPARE(m_clinic
                     .send("POST", "", m_maya,
                           compact({{QStringLiteral("resourceType"), QStringLiteral("Bundle")},
                                    {QStringLiteral("type"), QStringLiteral("transaction")},
                                    {QStringLiteral("entry"), entries}}))
                     .status,
                 200);
    }

    void aTransactionIsAllOrNothing()
    {
        const QByteArray one = newUrn(), two = newUrn();
        const auto bundle = [&](const QByteArray &secondStatus) -> QByteArray {
            return QByteArray("{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"fullUrl\":\"") + one
                + "\",\"resource\":{\"resourceType\":\"Task\",\"identifier\":[{\"system\":\"urn:ietf:rfc:3986\",\"value\":\"" + one
                + "\"}],\"status\":\"requested\",\"intent\":\"order\",\"for\":{\"reference\":\"Patient/"
                  "p101\"},\"partOf\":[{\"reference\":\""
                + two + "\"}]},\"request\":{\"method\":\"POST\",\"url\":\"Task\"}},{\"fullUrl\":\"" + two
                + "\",\"resource\":{\"resourceType\":\"Task\",\"status\":\"" + secondStatus
                + "\",\"intent\":\"order\",\"for\":{\"reference\":\"Patient/"
                  "p101\"}},\"request\":{\"method\":\"POST\",\"url\":\"Task\"}}]}";
        };
        const QByteArray count = "Task?patient=p101&_summary=count";
        const int before = m_clinic.send("GET", count, m_dana).json().value(QLatin1String("total")).toInt();
        const HttpAnswer bad = m_clinic.send("POST", "", m_dana, bundle("sleepy"));
        QCOMPARE(bad.status, 422);
        QVERIFY(bad.isOutcome());
        QCOMPARE(m_clinic.send("GET", count, m_dana).json().value(QLatin1String("total")).toInt(), before);
        const HttpAnswer good = m_clinic.send("POST", "/fhir/R4/", m_dana, bundle("requested"));
        QCOMPARE(good.status, 200);
        QCOMPARE(good.json().value(QLatin1String("type")).toString(), QStringLiteral("transaction-response"));
        const QJsonArray entries = entriesOf(good.json());
        QCOMPARE(entries.size(), 2);
        const QJsonObject first = entries.at(0).toObject().value(QLatin1String("resource")).toObject();
        const QString secondId =
            entries.at(1).toObject().value(QLatin1String("resource")).toObject().value(QLatin1String("id")).toString();
        QCOMPARE(first.value(QLatin1String("partOf")).toArray().at(0).toObject().value(QLatin1String("reference")).toString(),
                 QString(QStringLiteral("Task/") + secondId));
        // The identifier holds the same URN and stays what it is.
        QCOMPARE(
            first.value(QLatin1String("identifier")).toArray().at(0).toObject().value(QLatin1String("value")).toString().toLatin1(),
            one);
        QCOMPARE(m_clinic.send("GET", count, m_dana).json().value(QLatin1String("total")).toInt(), before + 2);
    }

    void aBundleHasALimit()
    {
        QByteArray entries;
        for (int i = 0; i < 101; ++i)
            entries += "{\"request\":{\"method\":\"GET\",\"url\":\"Patient/p101\"}},";
        entries.chop(1);
        const HttpAnswer answer =
            m_clinic.send("POST", "", m_dana, "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[" + entries + "]}");
        QCOMPARE(answer.status, 400);
        QVERIFY(answer.isOutcome());
    }

    /// One odd entry of a batch has its own answer; a transaction is refused whole.
    void eachEntryOfABatchStandsAlone()
    {
        const QByteArray good = "{\"request\":{\"method\":\"GET\",\"url\":\"Patient/p101\"}}";
        const QByteArray entries = good + ",{\"request\":{\"method\":\"DELETE\",\"url\":\"Patient/p101\"}},{},7,"
            + "{\"request\":{\"method\":\"GET\",\"url\":\"/etc/passwd\"}},{\"request\":{\"url\":\"Patient/p101\"}}," + good;
        const auto bundle = [&](const QByteArray &type) {
            return m_clinic.send("POST", "", m_dana,
                                 "{\"resourceType\":\"Bundle\",\"type\":\"" + type + "\",\"entry\":[" + entries + "]}");
        };
        const HttpAnswer batch = bundle("batch");
        QCOMPARE(batch.status, 200);
        QStringList statuses;
        for (const QJsonValue &entry : entriesOf(batch.json())) {
            const QJsonObject response = entry.toObject().value(QLatin1String("response")).toObject();
            statuses.append(response.value(QLatin1String("status")).toString());
            QCOMPARE(response.contains(QLatin1String("outcome")), statuses.last() != QLatin1String("200"));
        }
        QCOMPARE(statuses.join(u' '), QStringLiteral("200 405 400 400 400 400 200"));
        QCOMPARE(bundle("transaction").status, 400);
    }

    void aPatientFinishesATask()
    {
        const HttpAnswer made = m_clinic.send(
            "POST", "Task", m_dana,
            "{\"resourceType\":\"Task\",\"status\":\"requested\",\"intent\":\"order\",\"for\":{\"reference\":\"Patient/p101\"}}");
        QCOMPARE(made.status, 201);
        QJsonObject task = made.json();
        const QByteArray path = "Task/" + task.value(QLatin1String("id")).toString().toLatin1();
        task.insert(QStringLiteral("status"), QStringLiteral("completed"));
        QCOMPARE(m_clinic.send("PUT", path, m_maya, compact(task)).status, 412); // If-Match is needed
        QCOMPARE(m_clinic.send("PUT", path, m_maya, compact(task), {{"If-Match", made.header("ETag")}}).status, 200);
        QCOMPARE(m_clinic.send("PUT", path, m_maya, compact(task), {{"If-Match", made.header("ETag")}}).status, 412);
        task.insert(QStringLiteral("intent"), QStringLiteral("plan"));
        QCOMPARE(m_clinic.send("PUT", path, m_maya, compact(task), {{"If-Match", "W/\"2\""}}).status, 422);
    }

    // A scale that staff rate is about the patient, and not the patient's to close; whose it is they do not change either.
    void aPatientLeavesToStaffWhatIsTheirs_data()
    {
        QTest::addColumn<QByteArray>("owner");
        QTest::addColumn<int>("status");
        QTest::newRow("the patient's") << QByteArray("{\"reference\":\"Patient/p101\"}") << 200;
        QTest::newRow("the patient's, with our address") << QByteArray("{\"reference\":\"BASE/Patient/p101\"}") << 200;
        QTest::newRow("somebody's elsewhere") << QByteArray("{\"reference\":\"https://else.example/fhir/Patient/p101\"}") << 403;
        QTest::newRow("a nurse's, with our address") << QByteArray("{\"reference\":\"BASE/Practitioner/pr1\"}") << 403;
        QTest::newRow("a nurse's") << QByteArray("{\"reference\":\"Practitioner/pr1\"}") << 403;
        QTest::newRow("a role's") << QByteArray("{\"display\":\"Evening nurse\"}") << 403;
    }
    void aPatientLeavesToStaffWhatIsTheirs()
    {
        QFETCH(QByteArray, owner);
        QFETCH(int, status);
        owner.replace("BASE", m_clinic.base().toEncoded(QUrl::StripTrailingSlash));
        const HttpAnswer made = m_clinic.send("POST", "Task", m_dana,
                                              "{\"resourceType\":\"Task\",\"status\":\"requested\",\"intent\":\"order\",\"for\":{"
                                              "\"reference\":\"Patient/p101\"},\"owner\":"
                                                  + owner + '}');
        QVERIFY2(made.status == 201, made.body.constData());
        QJsonObject task = made.json();
        const QByteArray path = "Task/" + task.value(QLatin1String("id")).toString().toLatin1();
        QCOMPARE(m_clinic.send("GET", path, m_maya).status, 200);
        task.insert(QStringLiteral("status"), QStringLiteral("completed"));
        const auto put = [&] {
            return m_clinic.send("PUT", path, m_maya, compact(task), {{"If-Match", made.header("ETag")}}).status;
        };
        QCOMPARE(put(), status);
        if (status == 200)
            return;
        task.insert(QStringLiteral("owner"), reference(QStringLiteral("Patient/p101")));
        QCOMPARE(put(), 422);
        task.remove(QStringLiteral("owner"));
        QCOMPARE(put(), 422);
    }

private:
    /// Of the first that staff finds.
    QString idOf(const QByteArray &search) { return idsOf(m_clinic.send("GET", search + "&_count=1", m_dana).json()).value(0); }

    static QJsonObject reference(const QString &target) { return {{QStringLiteral("reference"), target}}; }

    static QJsonObject newIdentifier()
    {
        return {{QStringLiteral("system"), QStringLiteral("urn:ietf:rfc:3986")},
                {QStringLiteral("value"), QString::fromLatin1(newUrn())}};
    }

    static QByteArray response(const QByteArray &urn)
    {
        return "{\"resourceType\":\"QuestionnaireResponse\",\"identifier\":{\"system\":\"urn:ietf:rfc:3986\",\"value\":\"" + urn
            + "\"},\"status\":\"completed\",\"subject\":{\"reference\":\"Patient/p101\"},\"author\":{\"reference\":\"Patient/"
              "p101\"},"
              "\"source\":{\"reference\":\"Patient/p101\"},\"authored\":\"2026-11-18T21:00:00Z\"}";
    }

    ClinicProcess m_clinic;
    QByteArray m_maya, m_dana;
};

QTEST_GUILESS_MAIN(TestClinicWrites)
#include "tst_clinic_writes.moc"
