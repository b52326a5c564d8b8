// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "ClinicProcess.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>
#include <QUuid>

using namespace handrail::test;

namespace {

const QString patientScope = QStringLiteral(
    "openid fhirUser launch/patient offline_access patient/Patient.rs patient/Appointment.rs patient/AppointmentResponse.crs "
    "patient/EpisodeOfCare.rs patient/CarePlan.rs patient/Goal.rs patient/CareTeam.rs patient/Task.rus "
    "patient/QuestionnaireResponse.crus "
    "patient/Communication.crs patient/MedicationRequest.rs patient/MedicationStatement.crs patient/RelatedPerson.rs "
    "patient/Consent.rus "
    "user/Questionnaire.rs user/Organization.rs user/Location.rs");
const QString relativeScope = QStringLiteral(
    "openid fhirUser launch/patient offline_access patient/Patient.r patient/Appointment.rs patient/AppointmentResponse.crs "
    "patient/CareTeam.rs patient/Communication.crs patient/RelatedPerson.r patient/QuestionnaireResponse.rs patient/CarePlan.rs "
    "patient/Consent.rus user/Organization.rs user/Library.rs");
const QString staffScope = QStringLiteral("openid fhirUser user/*.crus");

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject resourceAt(const QJsonObject &bundle, int index)
{
    return bundle.value(QLatin1String("entry")).toArray().at(index).toObject().value(QLatin1String("resource")).toObject();
}

qsizetype entryCount(const QJsonObject &bundle)
{
    return bundle.value(QLatin1String("entry")).toArray().size();
}

QJsonObject reference(const QString &target)
{
    return {{QStringLiteral("reference"), target}};
}

QJsonObject newIdentifier()
{
    return {{QStringLiteral("system"), QStringLiteral("urn:ietf:rfc:3986")},
            {QStringLiteral("value"), QString(QStringLiteral("urn:uuid:") + QUuid::createUuid().toString(QUuid::WithoutBraces))}};
}

} // namespace

/// Who sees what (design api 1.1, 2.3, 2.4), asked of the running clinic with real sign-ins.
class TestClinicAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_clinic.start({QStringLiteral("demo"), QStringLiteral("--now"), QStringLiteral("2026-11-18T22:00:00Z")}));
        const auto maya = m_clinic.signIn(QStringLiteral("maya"), QStringLiteral("demo"), patientScope);
        const auto jordan = m_clinic.signIn(QStringLiteral("jordan"), QStringLiteral("demo"), patientScope);
        const auto rosa = m_clinic.signIn(QStringLiteral("rosa"), QStringLiteral("demo"), relativeScope);
        const auto dana = m_clinic.signIn(QStringLiteral("dana"), QStringLiteral("demo"), staffScope);
        QVERIFY(maya && jordan && rosa && dana);
        m_maya = maya->accessToken;
        m_jordan = jordan->accessToken;
        m_rosa = rosa->accessToken;
        m_dana = dana->accessToken;
        m_mayaId = maya->patientId.toLatin1();
        m_jordanId = jordan->patientId.toLatin1();
        QCOMPARE(rosa->patientId.toLatin1(), m_mayaId);
        const QJsonObject consents = m_clinic.send("GET", "Consent?patient=" + m_mayaId + "&status=active", m_dana).json();
        for (qsizetype i = 0; i < entryCount(consents); ++i) {
            const QJsonObject consent = resourceAt(consents, int(i));
            const QString person = consent.value(QLatin1String("provision"))
                                       .toObject()
                                       .value(QLatin1String("actor"))
                                       .toArray()
                                       .at(0)
                                       .toObject()
                                       .value(QLatin1String("reference"))
                                       .toObject()
                                       .value(QLatin1String("reference"))
                                       .toString();
            const QJsonObject related = m_clinic.send("GET", person.toLatin1(), m_dana).json();
            const QString given = related.value(QLatin1String("name"))
                                      .toArray()
                                      .at(0)
                                      .toObject()
                                      .value(QLatin1String("given"))
                                      .toArray()
                                      .at(0)
                                      .toString();
            if (given == QLatin1String("Rosa")) {
                m_rosaPerson = person.toLatin1();
                m_consentId = consent.value(QLatin1String("id")).toString().toLatin1();
            }
        }
        QVERIFY(!m_rosaPerson.isEmpty() && !m_consentId.isEmpty());
    }

    void cleanupTestCase() { QCOMPARE(m_clinic.stop(), 0); }

    void withoutATokenNothingIsRead()
    {
        for (const QByteArray &token : {QByteArray(), QByteArray("nonsense"), QByteArray("eyJhbGciOiJub25lIn0.e30.")}) {
            const HttpAnswer answer = m_clinic.send("GET", "Patient/" + m_mayaId, token);
            QCOMPARE(answer.status, 401);
            QVERIFY(answer.isOutcome());
            QVERIFY(answer.header("WWW-Authenticate").startsWith("Bearer"));
            QCOMPARE(answer.header("Cache-Control"), QByteArray("no-store"));
        }
        QCOMPARE(m_clinic.send("GET", "metadata").status, 200);
    }

    void whatASignInDoesNotIncludeSaysSo()
    {
        const auto narrow = m_clinic.signIn(QStringLiteral("maya"), QStringLiteral("demo"),
                                            QStringLiteral("launch/patient patient/Appointment.r patient/Communication.c"));
        QVERIFY(narrow);
        const QList<std::pair<QByteArray, QByteArray>> asked{{"GET", "Appointment"}, {"GET", "Goal/g"}, {"GET", "Goal/g/_history"},
                                                             {"POST", "Goal"},       {"PUT", "Task/t"}, {"GET", "AuditEvent"}};
        for (const auto &[method, path] : asked) {
            const HttpAnswer answer = m_clinic.send(method, path, narrow->accessToken, QByteArray(method == "GET" ? "" : "{}"));
            QCOMPARE(answer.status, 403);
            QVERIFY(answer.isOutcome());
            QCOMPARE(answer.header("WWW-Authenticate"), QByteArray("Bearer error=\"insufficient_scope\""));
        }
    }

    void anotherPatientsRecordIsAsAbsent()
    {
        const QJsonObject theirs =
            resourceAt(m_clinic.send("GET", "Appointment?patient=" + m_jordanId + "&_count=1", m_dana).json(), 0);
        const QByteArray id = theirs.value(QLatin1String("id")).toString().toLatin1();
        QVERIFY(!id.isEmpty());
        const HttpAnswer absent = m_clinic.send("GET", "Appointment/no-such-thing", m_maya);
        QCOMPARE(absent.status, 404);
        for (const QByteArray &path : {QByteArray("Appointment/" + id), QByteArray("Appointment/" + id + "/_history/1"),
                                       QByteArray("Appointment/" + id + "/_history"), QByteArray("Patient/" + m_jordanId)}) {
            const HttpAnswer answer = m_clinic.send("GET", path, m_maya);
            QCOMPARE(answer.status, 404);
            QCOMPARE(answer.body, absent.body);
        }
        QCOMPARE(m_clinic.send("GET", "Appointment/" + id, m_jordan).status, 200);
    }

    void searchesAreNarrowedNotRefused()
    {
        QCOMPARE(entryCount(m_clinic.send("GET", "Appointment?patient=" + m_jordanId, m_maya).json()), 0);
        QCOMPARE(entryCount(m_clinic.send("GET", "Patient", m_maya).json()), 1);
        const QJsonObject all =
            m_clinic.send("GET", "Appointment?_count=200&_include=Appointment:patient&_include=Appointment:actor", m_maya).json();
        QVERIFY(entryCount(all) > 20);
        for (const QJsonValue &entry : all.value(QLatin1String("entry")).toArray()) {
            const QByteArray text = compact(entry.toObject());
            QVERIFY2(!text.contains(QByteArray("Patient/" + m_jordanId)), text.left(200).constData());
        }
        const HttpAnswer noScope = m_clinic.send("GET", "Flag?patient=" + m_mayaId, m_maya);
        QCOMPARE(noScope.status, 403);
        QVERIFY(noScope.isOutcome());
    }

    void siblingsAreNotFoundByTheSharedSession()
    {
        const QJsonObject group =
            resourceAt(m_clinic.send("GET", "Appointment?patient=" + m_mayaId + "&service-type=group&_count=1", m_dana).json(), 0);
        QByteArray session;
        for (const QJsonValue &identifier : group.value(QLatin1String("identifier")).toArray()) {
            if (identifier.toObject().value(QLatin1String("system")).toString()
                == QLatin1String("https://handrail.example/fhir/sid/session"))
                session = identifier.toObject().value(QLatin1String("value")).toString().toLatin1();
        }
        QVERIFY(!session.isEmpty());
        const QByteArray search = "Appointment?identifier=https://handrail.example/fhir/sid/session%7C" + session;
        QVERIFY(entryCount(m_clinic.send("GET", search, m_dana).json()) > 1);
        QCOMPARE(entryCount(m_clinic.send("GET", search, m_maya).json()), 0);
        QCOMPARE(entryCount(m_clinic.send("GET", "Appointment?identifier=" + session, m_maya).json()), 0);
    }

    void aBatchIsJudgedEntryByEntry()
    {
        QJsonArray entries;
        for (const QByteArray &url : {QByteArray("Patient/" + m_mayaId), QByteArray("Patient/" + m_jordanId),
                                      QByteArray("Appointment?patient=" + m_jordanId)})
            entries.append(QJsonObject{{QStringLiteral("request"),
                                        QJsonObject{{QStringLiteral("method"), QStringLiteral("GET")},
                                                    {QStringLiteral("url"), QString::fromLatin1(url)}}}});
        const HttpAnswer answer = m_clinic.send("POST", "", m_maya,
                                                compact({{QStringLiteral("resourceType"), QStringLiteral("Bundle")},
                                                         {QStringLiteral("type"), QStringLiteral("batch")},
                                                         {QStringLiteral("entry"), entries}}));
        QCOMPARE(answer.status, 200);
        const QJsonArray done = answer.json().value(QLatin1String("entry")).toArray();
        const auto status = [&](int i) {
            return done.at(i).toObject().value(QLatin1String("response")).toObject().value(QLatin1String("status")).toString();
        };
        QCOMPARE(status(0), QStringLiteral("200"));
        QCOMPARE(status(1), QStringLiteral("404"));
        QCOMPARE(status(2), QStringLiteral("200"));
        QCOMPARE(entryCount(done.at(2).toObject().value(QLatin1String("resource")).toObject()), 0);
    }

    void writesAboutOthersAreRefused_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("author");
        QTest::addColumn<int>("status");
        QTest::newRow("own") << QStringLiteral("maya") << QStringLiteral("maya") << 201;
        QTest::newRow("another's") << QStringLiteral("jordan") << QStringLiteral("maya") << 403;
        QTest::newRow("in another's name") << QStringLiteral("maya") << QStringLiteral("jordan") << 403;
        QTest::newRow("no subject") << QString() << QStringLiteral("maya") << 403;
        QTest::newRow("no author") << QStringLiteral("maya") << QString() << 403;
    }
    void writesAboutOthersAreRefused()
    {
        QFETCH(QString, subject);
        QFETCH(QString, author);
        QFETCH(int, status);
        const auto person = [&](const QString &name) {
            return reference(QStringLiteral("Patient/")
                             + QString::fromLatin1(name == QLatin1String("maya") ? m_mayaId : m_jordanId));
        };
        QJsonObject response{{QStringLiteral("resourceType"), QStringLiteral("QuestionnaireResponse")},
                             {QStringLiteral("identifier"), newIdentifier()},
                             {QStringLiteral("status"), QStringLiteral("completed")}};
        if (!subject.isEmpty())
            response.insert(QStringLiteral("subject"), person(subject));
        if (!author.isEmpty())
            response.insert(QStringLiteral("author"), person(author));
        const HttpAnswer answer = m_clinic.send("POST", "QuestionnaireResponse", m_maya, compact(response));
        QCOMPARE(answer.status, status);
        QVERIFY(status == 201 || answer.isOutcome());
    }

    // What a patient says of their medicine: their own word about themselves, once, and nobody else's.
    void whatWasTakenIsThePatientsOwnWord_data()
    {
        QTest::addColumn<QString>("who");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("source");
        QTest::addColumn<int>("status");
        QTest::newRow("own") << QStringLiteral("maya") << QStringLiteral("maya") << QStringLiteral("maya") << 201;
        QTest::newRow("another's") << QStringLiteral("maya") << QStringLiteral("jordan") << QStringLiteral("maya") << 403;
        QTest::newRow("in another's name") << QStringLiteral("maya") << QStringLiteral("maya") << QStringLiteral("jordan") << 403;
        QTest::newRow("in nobody's name") << QStringLiteral("maya") << QStringLiteral("maya") << QString() << 403;
        QTest::newRow("of nobody") << QStringLiteral("maya") << QString() << QStringLiteral("maya") << 403;
        QTest::newRow("by a relative") << QStringLiteral("rosa") << QStringLiteral("maya") << QStringLiteral("rosa") << 403;
    }
    void whatWasTakenIsThePatientsOwnWord()
    {
        QFETCH(QString, who);
        QFETCH(QString, subject);
        QFETCH(QString, source);
        QFETCH(int, status);
        const auto person = [&](const QString &name) {
            return reference(name == QLatin1String("rosa")       ? QString::fromLatin1(m_rosaPerson)
                                 : name == QLatin1String("maya") ? QStringLiteral("Patient/") + QString::fromLatin1(m_mayaId)
                                                                 : QStringLiteral("Patient/") + QString::fromLatin1(m_jordanId));
        };
        QJsonObject said{
            {QStringLiteral("resourceType"), QStringLiteral("MedicationStatement")},
            {QStringLiteral("identifier"), QJsonArray{newIdentifier()}},
            {QStringLiteral("status"), QStringLiteral("completed")},
            {QStringLiteral("medicationCodeableConcept"), QJsonObject{{QStringLiteral("text"), QStringLiteral("Sertraline")}}},
            {QStringLiteral("effectiveDateTime"), QStringLiteral("2026-11-18T08:00:00-05:00")}};
        if (!subject.isEmpty())
            said.insert(QStringLiteral("subject"), person(subject));
        if (!source.isEmpty())
            said.insert(QStringLiteral("informationSource"), person(source));
        const QByteArray token = who == QLatin1String("rosa") ? m_rosa : m_maya;
        const HttpAnswer answer = m_clinic.send("POST", "MedicationStatement", token, compact(said));
        // Without a subject the structure itself is wrong; either way nothing is stored.
        QVERIFY2(answer.status == status || (subject.isEmpty() && answer.status == 422), answer.body.constData());
        if (status != 201)
            return;
        const QByteArray path = "MedicationStatement/" + answer.json().value(QLatin1String("id")).toString().toLatin1();
        QCOMPARE(m_clinic.send("GET", path, m_maya).status, 200);
        QCOMPARE(m_clinic.send("GET", path, m_jordan).status, 404);
        QCOMPARE(m_clinic.send("GET", path, m_rosa).status, 403);
        // It is said once: whoever was wrong says so with another.
        QCOMPARE(m_clinic.send("PUT", path, m_maya, compact(answer.json()), {{"If-Match", answer.header("ETag")}}).status, 403);
        QCOMPARE(entryCount(m_clinic.send("GET", "MedicationStatement?patient=" + m_mayaId, m_jordan).json()), 0);
    }

    void aPatientChangesOnlyWhatIsTheirs()
    {
        const HttpAnswer consent = m_clinic.send("GET", "Consent/" + m_consentId, m_maya);
        QCOMPARE(consent.status, 200);
        QJsonObject wider = consent.json();
        QJsonObject provision = wider.value(QLatin1String("provision")).toObject();
        provision.remove(QStringLiteral("code"));
        wider.insert(QStringLiteral("provision"), provision);
        const ClinicProcess::Headers match{{"If-Match", consent.header("ETag")}};
        QCOMPARE(m_clinic.send("PUT", "Consent/" + m_consentId, m_maya, compact(wider), match).status, 422);
        QCOMPARE(m_clinic.send("PUT", "Consent/" + m_consentId, m_maya, consent.body).status, 412);
        QCOMPARE(m_clinic.send("PUT", "Consent/" + m_consentId, m_jordan, consent.body, match).status, 404);
        QCOMPARE(m_clinic.send("PUT", "Consent/" + m_consentId, m_rosa, consent.body, match).status, 403);
        QCOMPARE(m_clinic.send("DELETE", "Consent/" + m_consentId, m_maya).status, 405);
        QCOMPARE(
            m_clinic.send("POST", "Appointment", m_maya, compact({{QStringLiteral("resourceType"), QStringLiteral("Appointment")}}))
                .status,
            403);
    }

    void aRelativeSeesTheFamilySessionsAlone()
    {
        const HttpAnswer answer = m_clinic.send("GET", "Appointment?_count=200", m_rosa);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.header("X-Notice").contains("42 CFR part 2"));
        const QJsonObject found = answer.json();
        QVERIFY(entryCount(found) > 0);
        for (qsizetype i = 0; i < entryCount(found); ++i) {
            const QJsonObject session = resourceAt(found, int(i));
            QVERIFY(compact(session).contains("\"family\""));
            QVERIFY(!compact(session).contains("sid/session"));
            for (const QJsonValue &each : session.value(QLatin1String("participant")).toArray()) {
                const QByteArray actor = each.toObject()
                                             .value(QLatin1String("actor"))
                                             .toObject()
                                             .value(QLatin1String("reference"))
                                             .toString()
                                             .toLatin1();
                QVERIFY2(!actor.startsWith("RelatedPerson/") || actor == m_rosaPerson, actor.constData());
                QVERIFY(!actor.startsWith("Patient/") || actor == "Patient/" + m_mayaId);
            }
        }
        m_familySession = resourceAt(found, 0).value(QLatin1String("id")).toString().toLatin1();
        const HttpAnswer one = m_clinic.send("GET", "Appointment/" + m_familySession, m_rosa);
        QCOMPARE(one.status, 200);
        QVERIFY(!one.body.contains("sid/session"));
        // By the other relative's id nothing is found, so that nobody learns who else comes.
        QCOMPARE(entryCount(m_clinic.send("GET", "Appointment?actor=RelatedPerson/r101-2", m_rosa).json()), 0);
        QCOMPARE(entryCount(m_clinic.send("GET", "Appointment?actor=r101-2", m_rosa).json()), 0);
    }

    void aRelativeSeesNothingElse()
    {
        const QJsonObject group = resourceAt(m_clinic.send("GET", "Appointment?service-type=group&_count=1", m_maya).json(), 0);
        const HttpAnswer absent = m_clinic.send("GET", "Appointment/no-such-thing", m_rosa);
        QCOMPARE(absent.status, 404);
        const HttpAnswer hidden =
            m_clinic.send("GET", "Appointment/" + group.value(QLatin1String("id")).toString().toLatin1(), m_rosa);
        QCOMPARE(hidden.status, 404);
        QCOMPARE(hidden.body, absent.body);
        for (const char *type :
             {"QuestionnaireResponse", "CarePlan", "Goal", "MedicationRequest", "EpisodeOfCare", "Consent", "Observation", "Task"})
            QCOMPARE(m_clinic.send("GET", QByteArray(type), m_rosa).status, 403);
        const QJsonObject patient = m_clinic.send("GET", "Patient/" + m_mayaId, m_rosa).json();
        QCOMPARE(patient.value(QLatin1String("id")).toString().toLatin1(), m_mayaId);
        QVERIFY(patient.contains(QLatin1String("name")));
        for (const char *name : {"birthDate", "telecom", "address", "gender", "identifier", "contact"})
            QVERIFY2(!patient.contains(QLatin1String(name)), name);
        QCOMPARE(m_clinic.send("GET", "RelatedPerson/r101-2", m_rosa).status, 404);
        QCOMPARE(m_clinic.send("GET", m_rosaPerson, m_rosa).status, 200);
        const QJsonObject team = resourceAt(m_clinic.send("GET", "CareTeam?patient=" + m_mayaId, m_rosa).json(), 0);
        QVERIFY(!team.isEmpty() && !team.contains(QLatin1String("participant")));
    }

    void aRelativeAnswersTheirOwnInvitationOnly()
    {
        const auto response = [&](const QByteArray &session, const QByteArray &actor) {
            return compact(
                {{QStringLiteral("resourceType"), QStringLiteral("AppointmentResponse")},
                 {QStringLiteral("identifier"), QJsonArray{newIdentifier()}},
                 {QStringLiteral("appointment"), reference(QStringLiteral("Appointment/") + QString::fromLatin1(session))},
                 {QStringLiteral("actor"), reference(QString::fromLatin1(actor))},
                 {QStringLiteral("participantStatus"), QStringLiteral("declined")}});
        };
        const QJsonObject group = resourceAt(m_clinic.send("GET", "Appointment?service-type=group&_count=1", m_maya).json(), 0);
        QCOMPARE(m_clinic.send("POST", "AppointmentResponse", m_rosa, response(m_familySession, m_rosaPerson)).status, 201);
        QCOMPARE(m_clinic.send("POST", "AppointmentResponse", m_rosa, response(m_familySession, "Patient/" + m_mayaId)).status,
                 403);
        QCOMPARE(m_clinic
                     .send("POST", "AppointmentResponse", m_rosa,
                           response(group.value(QLatin1String("id")).toString().toLatin1(), m_rosaPerson))
                     .status,
                 403);
    }

    void aConsentNotYetOrNoLongerInForceOpensNothing_data()
    {
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("end");
        QTest::addColumn<bool>("isOpen");
        QTest::newRow("in force") << QStringLiteral("2026-11-01") << QStringLiteral("2026-12-31") << true;
        QTest::newRow("last day") << QStringLiteral("2026-11-01") << QStringLiteral("2026-11-18") << true;
        QTest::newRow("over") << QStringLiteral("2026-11-01") << QStringLiteral("2026-11-17") << false;
        QTest::newRow("not yet") << QStringLiteral("2026-11-19") << QStringLiteral("2026-12-31") << false;
    }
    void aConsentNotYetOrNoLongerInForceOpensNothing()
    {
        QFETCH(QString, start);
        QFETCH(QString, end);
        QFETCH(bool, isOpen);
        changeConsent([&](QJsonObject &, QJsonObject &provision) {
            provision.insert(QStringLiteral("period"), QJsonObject{{QStringLiteral("start"), start}, {QStringLiteral("end"), end}});
        });
        QCOMPARE(m_clinic.send("GET", "Appointment/" + m_familySession, m_rosa).status, isOpen ? 200 : 404);
        QCOMPARE(m_clinic.send("GET", "Patient/" + m_mayaId, m_rosa).status, isOpen ? 200 : 404);
        QCOMPARE(entryCount(m_clinic.send("GET", "Appointment", m_rosa).json()) > 0, isOpen);
    }

    void classAndLabelNarrow()
    {
        changeConsent([](QJsonObject &, QJsonObject &provision) {
            provision.insert(QStringLiteral("period"), QJsonObject{{QStringLiteral("start"), QStringLiteral("2026-11-01")}});
            provision.insert(
                QStringLiteral("class"),
                QJsonArray{QJsonObject{{QStringLiteral("system"), QStringLiteral("http://hl7.org/fhir/resource-types")},
                                       {QStringLiteral("code"), QStringLiteral("CareTeam")}}});
        });
        QCOMPARE(m_clinic.send("GET", "Appointment/" + m_familySession, m_rosa).status, 404);
        QVERIFY(entryCount(m_clinic.send("GET", "CareTeam", m_rosa).json()) > 0);
        changeConsent([](QJsonObject &, QJsonObject &provision) {
            provision.insert(
                QStringLiteral("class"),
                QJsonArray{QJsonObject{{QStringLiteral("system"), QStringLiteral("http://hl7.org/fhir/resource-types")},
                                       {QStringLiteral("code"), QStringLiteral("Appointment")}}});
            provision.remove(QStringLiteral("securityLabel"));
        });
        // The session is labelled (42CFRPart2, or restricted now): without the label in the Consent it stays shut.
        QJsonObject session = m_clinic.send("GET", "Appointment/" + m_familySession, m_dana).json();
        QJsonObject meta = session.value(QLatin1String("meta")).toObject();
        const QJsonValue oldLabels = meta.value(QLatin1String("security"));
        meta.insert(
            QStringLiteral("security"),
            QJsonArray{QJsonObject{{QStringLiteral("system"), QStringLiteral("http://terminology.hl7.org/CodeSystem/v3-ActCode")},
                                   {QStringLiteral("code"), QStringLiteral("42CFRPart2")}}});
        session.insert(QStringLiteral("meta"), meta);
        QCOMPARE(m_clinic.send("PUT", "Appointment/" + m_familySession, m_dana, compact(session)).status, 200);
        QCOMPARE(m_clinic.send("GET", "Appointment/" + m_familySession, m_rosa).status, 404);
        changeConsent([](QJsonObject &, QJsonObject &provision) {
            provision.insert(QStringLiteral("securityLabel"),
                             QJsonArray{QJsonObject{
                                 {QStringLiteral("system"), QStringLiteral("http://terminology.hl7.org/CodeSystem/v3-ActCode")},
                                 {QStringLiteral("code"), QStringLiteral("42CFRPart2")}}});
        });
        QCOMPARE(m_clinic.send("GET", "Appointment/" + m_familySession, m_rosa).status, 200);
    }

    // Last: it ends the relative's sign-in.
    void aRevokedConsentBitesAtOnce()
    {
        QCOMPARE(m_clinic.send("GET", "Appointment/" + m_familySession, m_rosa).status, 200);
        HttpAnswer consent = m_clinic.send("GET", "Consent/" + m_consentId, m_maya);
        QJsonObject revoked = consent.json();
        revoked.insert(QStringLiteral("status"), QStringLiteral("inactive"));
        QCOMPARE(
            m_clinic.send("PUT", "Consent/" + m_consentId, m_maya, compact(revoked), {{"If-Match", consent.header("ETag")}}).status,
            200);
        const HttpAnswer after = m_clinic.send("GET", "Appointment/" + m_familySession, m_rosa);
        QVERIFY2(after.status == 401 || after.status == 404, QByteArray::number(after.status).constData());
        QVERIFY(after.isOutcome());
        // Even a new sign-in sees nothing.
        if (const auto again = m_clinic.signIn(QStringLiteral("rosa"), QStringLiteral("demo"), relativeScope)) {
            QCOMPARE(m_clinic.send("GET", "Appointment/" + m_familySession, again->accessToken).status, 404);
            QCOMPARE(m_clinic.send("GET", "Patient/" + m_mayaId, again->accessToken).status, 404);
            QCOMPARE(entryCount(m_clinic.send("GET", "Appointment", again->accessToken).json()), 0);
        }
        // Taken back is taken back: giving it anew is done with the clinic.
        consent = m_clinic.send("GET", "Consent/" + m_consentId, m_maya);
        revoked.insert(QStringLiteral("status"), QStringLiteral("active"));
        QCOMPARE(
            m_clinic.send("PUT", "Consent/" + m_consentId, m_maya, compact(revoked), {{"If-Match", consent.header("ETag")}}).status,
            422);
    }

private:
    template <typename Change>
    void changeConsent(Change change)
    {
        const HttpAnswer answer = m_clinic.send("GET", "Consent/" + m_consentId, m_dana);
        QJsonObject consent = answer.json();
        QJsonObject provision = consent.value(QLatin1String("provision")).toObject();
        change(consent, provision);
        consent.insert(QStringLiteral("provision"), provision);
        QCOMPARE(
            m_clinic.send("PUT", "Consent/" + m_consentId, m_dana, compact(consent), {{"If-Match", answer.header("ETag")}}).status,
            200);
    }

    ClinicProcess m_clinic;
    QByteArray m_maya, m_jordan, m_rosa, m_dana, m_mayaId, m_jordanId, m_rosaPerson, m_consentId, m_familySession;
};

QTEST_GUILESS_MAIN(TestClinicAccess)
#include "tst_clinic_access.moc"
