// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FamilyClinic.h"

#include <QMap>
#include <QTest>

using namespace handrail::test;

namespace {

QJsonObject parsed(const QByteArray &text)
{
    return FamilyClinic::parsed(text);
}

const QStringList states{QStringLiteral("none"),    QStringLiteral("proposed"),   QStringLiteral("active"),
                         QStringLiteral("busy"),    QStringLiteral("attendance"), QStringLiteral("expired"),
                         QStringLiteral("revoked"), QStringLiteral("other")};

// Something is shared: family sessions, or with them when other sessions are.
bool isSharing(const QString &state)
{
    return state == QLatin1String("active") || state == QLatin1String("busy") || state == QLatin1String("attendance");
}

// A record of Maya's of each type, as staff write it; of a type that belongs to nobody, one of the clinic's. %P: Patient/p101.
const QMap<QString, QByteArray> &records()
{
    static const QByteArray s = "'subject':{'reference':'Patient/p101'}", code = "'code':{'text':'x'}", c = ",";
    static const QMap<QString, QByteArray> made{
        {QStringLiteral("Appointment"),
         "'status':'booked','start':'2026-11-19T10:00:00Z','end':'2026-11-19T11:00:00Z','serviceType':[{'coding':[{"
         "'system':'https://handrail.example/fhir/CodeSystem/session-kind','code':'group'}]}],'participant':[{"
         "'actor':{'reference':'Patient/p101'},'status':'accepted'}]"},
        {QStringLiteral("AppointmentResponse"),
         "'appointment':{'reference':'Appointment/a1'},'actor':{'reference':'Patient/p101'},'participantStatus':'accepted'"},
        {QStringLiteral("Binary"), "'contentType':'text/plain','data':'eA==','securityContext':{'reference':'Patient/p101'}"},
        {QStringLiteral("CarePlan"), "'status':'active','intent':'plan'," + s},
        {QStringLiteral("CareTeam"), "'status':'active'," + s},
        {QStringLiteral("Communication"), "'status':'completed','sender':{'reference':'Patient/p101'}," + s},
        {QStringLiteral("CommunicationRequest"), "'status':'active'," + s},
        {QStringLiteral("Condition"), code + c + s},
        {QStringLiteral("Consent"),
         "'status':'inactive','patient':{'reference':'Patient/"
         "p101'},'scope':{'text':'x'},'category':[{'text':'x'}],'policyRule':{'text':'x'}"},
        {QStringLiteral("DocumentReference"), "'status':'current','content':[{'attachment':{'title':'x'}}]," + s},
        {QStringLiteral("Encounter"), "'status':'finished','class':{'code':'AMB'}," + s},
        {QStringLiteral("EpisodeOfCare"), "'status':'active','patient':{'reference':'Patient/p101'}"},
        {QStringLiteral("Flag"), "'status':'active'," + code + c + s},
        {QStringLiteral("Goal"), "'lifecycleStatus':'active','description':{'text':'x'}," + s},
        {QStringLiteral("HealthcareService"), "'active':true"},
        {QStringLiteral("Library"), "'status':'active','type':{'text':'x'}"},
        {QStringLiteral("Location"), "'name':'x'"},
        {QStringLiteral("Medication"), code},
        {QStringLiteral("MedicationRequest"), "'status':'active','intent':'order','medicationCodeableConcept':{'text':'x'}," + s},
        {QStringLiteral("MedicationStatement"), "'status':'completed','medicationCodeableConcept':{'text':'x'}," + s},
        {QStringLiteral("Observation"), "'status':'final'," + code + c + s},
        {QStringLiteral("Organization"), "'name':'x'"},
        {QStringLiteral("Patient"), "'id':'p101'"},
        {QStringLiteral("Person"), "'link':[{'target':{'reference':'Patient/p101'}}]"},
        {QStringLiteral("Practitioner"), "'active':true"},
        {QStringLiteral("PractitionerRole"), "'active':true"},
        {QStringLiteral("Questionnaire"), "'status':'active'"},
        {QStringLiteral("QuestionnaireResponse"), "'status':'completed'," + s},
        {QStringLiteral("RelatedPerson"), "'patient':{'reference':'Patient/p101'}"},
        {QStringLiteral("Task"), "'status':'requested','intent':'order','for':{'reference':'Patient/p101'}"},
    };
    return made;
}

} // namespace

/// The relative's matrix (issue: every resource type and interaction; design clinical 7.2, api 2.4): over HTTP, with real sign-ins of relatives
/// who ask for every right there is.
class TestClinicMatrix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_family.start());
        for (const QString &state : states)
            QVERIFY2(enter(state), qPrintable(state));
        for (auto it = records().begin(); it != records().end(); ++it) {
            const QByteArray type = it.key().toLatin1();
            if (type == "Patient") {
                m_paths.insert(it.key(), "Patient/p101");
                continue;
            }
            const HttpAnswer made = clinic().send("POST", type, m_family.dana, body(it.key(), {}));
            QVERIFY2(made.status == 201, QByteArray(type + ": " + made.body).constData());
            m_paths.insert(it.key(), type + '/' + made.json().value(QLatin1String("id")).toString().toLatin1());
        }
        QVERIFY(clinic().send("GET", m_session, m_tokens.value(QStringLiteral("active"))).status == 200);
    }
    void cleanupTestCase() { QCOMPARE(clinic().stop(), 0); }

    // A type that is new in the table belongs into this test.
    void everyTypeIsHere()
    {
        QStringList types;
        for (const QJsonValue &each : clinic()
                                          .send("GET", "metadata")
                                          .json()
                                          .value(QLatin1String("rest"))
                                          .toArray()
                                          .at(0)
                                          .toObject()
                                          .value(QLatin1String("resource"))
                                          .toArray()) {
            const QString type = each.toObject().value(QLatin1String("type")).toString();
            if (type != QLatin1String("AuditEvent"))
                types.append(type);
        }
        types.sort();
        QCOMPARE(types, records().keys());
    }

    void theMatrix_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("expected");
        for (const QString &type : records().keys() + QStringList{QStringLiteral("AuditEvent")}) {
            for (const QString &state : states)
                QTest::addRow("%s, %s", qPrintable(type), qPrintable(state)) << type << state << expected(type, state);
        }
    }
    void theMatrix()
    {
        QFETCH(QString, type);
        QFETCH(QString, state);
        QFETCH(QString, expected);
        QCOMPARE(seen(type, state), expected);
    }

    // By another way one comes no further than by the first.
    void otherWays_data() { theMatrix_data(); }
    void otherWays()
    {
        QFETCH(QString, type);
        QFETCH(QString, state);
        const QByteArray token = m_tokens.value(state), name = type.toLatin1();
        const QByteArray path = type == QLatin1String("AuditEvent") ? QByteArray("AuditEvent/1") : m_paths.value(type);
        const HttpAnswer read = clinic().send("GET", path, token), head = clinic().send("HEAD", path, token);
        QCOMPARE(head.status, read.status);
        QVERIFY(head.body.isEmpty());
        QCOMPARE(head.header("ETag"), read.header("ETag"));
        const QByteArray query = "patient=p101&_count=5";
        const HttpAnswer found = clinic().send("GET", name + '?' + query, token);
        const HttpAnswer posted =
            clinic().send("POST", name + "/_search", token, query, {{"Content-Type", "application/x-www-form-urlencoded"}});
        if (type == QLatin1String("AuditEvent")) {
            QVERIFY(posted.status >= 400);
            return;
        }
        QCOMPARE(posted.status, found.status);
        QCOMPARE(idsOf(posted.json()), idsOf(found.json()));
        QCOMPARE(clinic().send("POST", name + "/$everything", token).status, 404);
    }

    // Into a session comes who sees it as a whole; and nobody but the patient invites.
    void operations_data()
    {
        QTest::addColumn<QString>("state");
        for (const QString &state : states)
            QTest::newRow(qPrintable(state)) << state;
    }
    void operations()
    {
        QFETCH(QString, state);
        const QByteArray token = m_tokens.value(state);
        const QByteArray group = m_paths.value(QStringLiteral("Appointment"));
        const HttpAnswer absent = clinic().send("POST", "Appointment/none/$join", token);
        QCOMPARE(absent.status, 404);
        const HttpAnswer family = clinic().send("POST", m_session + "/$join", token);
        QCOMPARE(family.status, isSharing(state) ? 409 : 404); // it is no video session
        if (!isSharing(state))
            QCOMPARE(family.body, absent.body);
        QCOMPARE(clinic().send("POST", group + "/$join", token).body, absent.body);
        const QByteArray invitation = compact(FamilyClinic::invitation(newUrn()));
        for (const char *patient : {"p101", "p102"})
            QVERIFY(QList<int>({403, 404})
                        .contains(clinic().send("POST", QByteArray("Patient/") + patient + "/$invite", token, invitation).status));
    }

    // What a relative may write is their own word about a session that is open to them, and to the clinic.
    void theirOwnWord_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QList<int>>("statuses"); // an answer to the session, a message, a concern
        QTest::newRow("none") << QStringLiteral("none") << QList<int>{403, 403, 201};
        QTest::newRow("proposed") << QStringLiteral("proposed") << QList<int>{403, 403, 201};
        QTest::newRow("active") << QStringLiteral("active") << QList<int>{201, 201, 201};
        QTest::newRow("busy") << QStringLiteral("busy") << QList<int>{201, 201, 201};
        QTest::newRow("attendance") << QStringLiteral("attendance") << QList<int>{201, 201, 201};
        QTest::newRow("expired") << QStringLiteral("expired") << QList<int>{403, 403, 201};
        QTest::newRow("revoked") << QStringLiteral("revoked") << QList<int>{403, 403, 201};
        QTest::newRow("other") << QStringLiteral("other") << QList<int>{403, 403, 403};
    }
    void theirOwnWord()
    {
        QFETCH(QString, state);
        QFETCH(QList<int>, statuses);
        const QByteArray person = m_people.value(state);
        QByteArrayList written;
        const auto send = [&](const QByteArray &type, const QByteArray &members) {
            const HttpAnswer answer =
                clinic().send("POST", type, m_tokens.value(state),
                              compact(parsed("{'resourceType':'" + type + "','identifier':[{'system':'urn:ietf:rfc:3986','value':'"
                                             + newUrn() + "'}]," + members + '}')));
            if (answer.status == 201)
                written.append(answer.header("Location").mid(clinic().base().toString().size() + 1).split('/').mid(0, 2).join('/'));
            return answer.status;
        };
        // Under whatever name they give themselves.
        const QByteArray by = "{'reference':'" + person + "','display':'Dana Ruiz','identifier':{'value':'Dana Ruiz'}}";
        const QByteArray word = "'status':'completed','subject':{'reference':'Patient/p101'},'sender':" + by;
        const QList<int> found{
            send("AppointmentResponse",
                 "'appointment':{'reference':'" + m_session + "'},'actor':" + by + ",'participantStatus':'accepted'"),
            send("Communication",
                 word + ",'priority':'routine','recipient':[{'reference':'CareTeam/t101'}]" + kind("secure-message")),
            send("Communication", word + kind("concern"))};
        QCOMPARE(found, statuses);
        for (const QByteArray &path : std::as_const(written)) {
            const HttpAnswer read = clinic().send("GET", path, m_family.dana);
            QVERIFY2(read.status == 200 && !read.body.contains("Dana Ruiz"), read.body.constData());
            QVERIFY(clinic().send("GET", path, m_tokens.value(state)).status == (isSharing(state) ? 200 : 404)
                    || read.body.contains("\"concern\""));
            if (!path.startsWith("Communication/"))
                continue;
            // It is to the clinic: nothing of it stands in the patient's thread, or in the log of who looked.
            for (const char *query : {"Communication?_count=200&patient=p101", "AuditEvent?_count=200"})
                QVERIFY2(!clinic().send("GET", query, m_family.maya).body.contains(path.mid(14)), query);
            for (const QByteArray &where : {path, QByteArray(path + "/_history"), QByteArray(path + "/_history/1")})
                QCOMPARE(clinic().send("GET", where, m_family.maya).status, 404);
        }
        // Nothing else, and to nobody else.
        const QByteArray urgent = ",'priority':'urgent'", stat = ",'priority':'stat'";
        QByteArrayList others{word + urgent, word + stat + kind("concern"), word + ",'priority':'asap'",
                              word + ",'category':[{'coding':[{'system':'https://other.example','code':'concern'}]}]"};
        for (const char *code : {"crisis-press", "urgent", "refill", "announcement", "alert", "letter"})
            others << QByteArray(word + kind(code)) << QByteArray(word + stat + kind(code));
        const QByteArray clinicOwn = clinic().base().toString().toLatin1();
        const QByteArrayList wrong{"'reference':'Patient/p101'", "'reference':'RelatedPerson/r101-1'", "'display':'Maya Bell'",
                                   QByteArray("'reference':'" + clinicOwn + "/Patient/p101'")};
        for (const QByteArray &to : wrong) {
            for (const char *code : {"secure-message", "concern"})
                others << QByteArray(word + ",'recipient':[{'reference':'CareTeam/t101'},{" + to + "}]" + kind(code));
        }
        for (const QByteArray &other : std::as_const(others))
            QCOMPARE(std::pair(other, send("Communication", other)), std::pair(other, 403));
    }

    // Of messages a relative reads their own, and the card "How I can help" that is to them, while a Consent is active: no other category, no other
    // relative's, on no way. Order: read search history vread batch create.
    void messagesByCategory_data()
    {
        QTest::addColumn<QString>("category");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("expected");
        const QString shut = QStringLiteral("404 0 404 404 404 403");
        for (const QString &state : states) {
            const bool isIn = isSharing(state);
            for (const char *category : {"secure-message", "concern", "alert", "announcement", "refill"})
                QTest::addRow("%s, %s", category, qPrintable(state)) << QString::fromLatin1(category) << state << shut;
            QTest::addRow("how-to-help, %s", qPrintable(state))
                << QStringLiteral("how-to-help") << state << (isIn ? QStringLiteral("200 + 404 404 200 403") : shut);
            QTest::addRow("how-to-help of another relative, %s", qPrintable(state)) << QStringLiteral("other") << state << shut;
        }
    }
    void messagesByCategory()
    {
        QFETCH(QString, category);
        QFETCH(QString, state);
        QFETCH(QString, expected);
        const bool isOther = category == QLatin1String("other");
        const QByteArray code = isOther ? QByteArray("how-to-help") : category.toLatin1();
        const QByteArray recipient = isOther ? QByteArray("RelatedPerson/r101-1") : m_people.value(state);
        const auto text = [&](const QByteArray &sender) {
            return compact(parsed("{'resourceType':'Communication','identifier':[{'system':'urn:ietf:rfc:3986','value':'" + newUrn()
                                  + "'}],'status':'completed','category':[{'coding':[{'system':'https://handrail.example/fhir/"
                                    "CodeSystem/message-kind','code':'"
                                  + code + "'}]}],'subject':{'reference':'Patient/p101'},'sender':{'reference':'" + sender
                                  + "'},'recipient':[{'reference':'Patient/p101'},{'reference':'" + recipient
                                  + "'}],'payload':[{'contentString':'x'}]}"));
        };
        const QByteArray token = m_tokens.value(state);
        // Staff cannot send the others to a relative: they come from another system.
        const QByteArray id = newUrn().mid(9);
        QJsonObject sent = parsed(text("Practitioner/s1"));
        sent.insert(QStringLiteral("id"), QString::fromLatin1(id));
        const auto made = ClinicProcess::runToEnd(
            {QStringLiteral("import"), QStringLiteral("-"), QStringLiteral("--database"), m_family.database}, compact(sent) + '\n');
        QVERIFY2(made.code == 0, made.errors.constData());
        const QByteArray path = "Communication/" + id;
        const auto status = [&](const QByteArray &where) { return QString::number(clinic().send("GET", where, token).status); };
        const HttpAnswer found = clinic().send("GET", "Communication?_count=200&patient=p101", token);
        const QByteArray bundle =
            "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{\"request\":{\"method\":\"GET\",\"url\":\"" + path
            + "\"}}]}";
        const QString inBatch = entriesOf(clinic().send("POST", "", token, bundle).json())
                                    .at(0)
                                    .toObject()
                                    .value(QLatin1String("response"))
                                    .toObject()
                                    .value(QLatin1String("status"))
                                    .toString();
        const int written = clinic().send("POST", "Communication", token, text(m_people.value(state))).status;
        QCOMPARE(QStringList({status(path), found.body.contains(id) ? QStringLiteral("+") : QStringLiteral("0"),
                              status(path + "/_history"), status(path + "/_history/1"), inBatch, QString::number(written)})
                     .join(u' '),
                 expected);
        // To the patient it is there, whatever the relative sees, but for what staff alone read.
        const bool isForStaff = code == "concern" || code == "alert";
        QCOMPARE(clinic().send("GET", path, m_family.maya).status, isForStaff ? 404 : 200);
    }

    // The card goes with the Consent, on the next request; the patient does not write one either.
    void theCardGoesWithTheConsent()
    {
        QCOMPARE(clinic().send("GET", "Communication/k101", m_family.maya).status, 200);
        const QByteArray rosa = m_family.token("rosa", FamilyClinic::relativeScope);
        const HttpAnswer card = clinic().send("GET", "Communication/k101", rosa);
        QVERIFY2(card.status == 200 && card.body.contains("Text me before you call"), card.body.constData());
        QCOMPARE(clinic().send("GET", "Communication/k101", m_tokens.value(QStringLiteral("active"))).status, 404);
        QJsonObject own = card.json();
        own.insert(QStringLiteral("sender"), parsed("{'reference':'Patient/p101'}"));
        own.insert(QStringLiteral("identifier"),
                   parsed("{'x':[{'system':'urn:ietf:rfc:3986','value':'" + newUrn() + "'}]}").value(QStringLiteral("x")));
        own.remove(QStringLiteral("id"));
        QCOMPARE(clinic().send("POST", "Communication", m_family.maya, compact(own)).status, 403);
        QCOMPARE(m_family.setStatus("Consent/c101-1", QStringLiteral("inactive")), 200);
        const int after = clinic().send("GET", "Communication/k101", rosa).status;
        QVERIFY2(after == 401 || after == 404, QByteArray::number(after).constData());
        const QByteArray again = m_family.token("rosa", FamilyClinic::relativeScope);
        QCOMPARE(clinic().send("GET", "Communication/k101", again).status, 404);
    }

    // What is open is Maya's family session, and what a relative needs to come to it: no more.
    void whatIsOpenIsNoMoreThanTheSession()
    {
        const QByteArray token = m_tokens.value(QStringLiteral("active"));
        for (const char *type : {"Appointment", "AppointmentResponse", "CareTeam", "Communication"}) {
            const QJsonArray entries = entriesOf(clinic().send("GET", QByteArray(type) + "?_count=200", token).json());
            for (const QJsonValue &entry : entries) {
                const QByteArray text = compact(entry.toObject());
                QVERIFY2(qstrcmp(type, "Appointment") != 0 || text.contains("\"family\""), text.constData());
                QVERIFY2(!text.contains("sid/session") && !text.contains("Patient/p102"), text.constData());
                QVERIFY2(qstrcmp(type, "CareTeam") != 0 || !text.contains("participant"), text.constData());
            }
        }
        QCOMPARE(clinic().send("GET", "Patient/p101", token).json().keys(),
                 (QStringList{QStringLiteral("active"), QStringLiteral("id"), QStringLiteral("meta"), QStringLiteral("name"),
                              QStringLiteral("resourceType")}));
        // Neither by an include nor by another's consent.
        for (const char *include :
             {"Appointment:patient", "Appointment:actor", "Appointment:practitioner", "Appointment:location"}) {
            const QByteArray found = clinic().send("GET", QByteArray("Appointment?_count=200&_include=") + include, token).body;
            QVERIFY2(!found.contains("birthDate") && !found.contains("\"resourceType\":\"Practitioner\""), include);
        }
    }

private:
    // What a relative may at most ask for is in the sign-in (design api 2.4); of all else 403 tells that the sign-in does not include it.
    // Order: read search create update delete history vread include batch; a search tells how many it found: 0 or +. Nobody deletes: 405.
    static QString expected(const QString &type, const QString &state)
    {
        const bool isIn = isSharing(state);
        if (type == QLatin1String("AuditEvent"))
            return QStringLiteral("403 403 405 405 405 403 403 403 403");
        if (type == QLatin1String("Appointment")) // the record is a group session, the search finds family sessions and busy times
            return QStringLiteral("404 %1 403 403 405 404 404 %1 404").arg(isIn ? QStringLiteral("+") : QStringLiteral("0"));
        if (type == QLatin1String("CareTeam")) // whom to call
            return isIn ? QStringLiteral("200 + 403 403 405 404 404 + 200") : QStringLiteral("404 0 403 403 405 404 404 0 404");
        if (type == QLatin1String("AppointmentResponse") || type == QLatin1String("Communication")) // own ones alone
            return QStringLiteral("404 0 %1 403 405 404 404 0 404").arg(403);
        if (type == QLatin1String("Patient")) // a name; never to be searched
            return isIn ? QStringLiteral("200 403 403 403 405 404 404 403 200")
                        : QStringLiteral("404 403 403 403 405 404 404 403 404");
        if (type == QLatin1String("RelatedPerson")) // the record is another relative's
            return QStringLiteral("404 403 403 403 405 404 404 403 404");
        if (type == QLatin1String("Library")
            || type == QLatin1String("Organization")) // lessons for families, the clinic's telephone
            return isIn || state == QLatin1String("other") ? QStringLiteral("200 + 403 403 405 200 200 + 200")
                                                           : QStringLiteral("404 0 403 403 405 404 404 0 404");
        if (type == QLatin1String("Location")) // the record is a room in which no session of theirs is
            return QStringLiteral("404 0 403 403 405 404 404 0 404");
        return QStringLiteral("403 403 403 403 405 403 403 403 403");
    }

    /// A category, as a member that follows others.
    static QByteArray kind(const char *code)
    {
        return QByteArray(",'category':[{'coding':[{'system':'https://handrail.example/fhir/CodeSystem/message-kind','code':'")
            + code + "'}]}]";
    }

    /// The same as it is.
    QString seen(const QString &type, const QString &state)
    {
        const QByteArray token = m_tokens.value(state), name = type.toLatin1();
        const QByteArray path = type == QLatin1String("AuditEvent") ? QByteArray("AuditEvent/1") : m_paths.value(type);
        const QByteArray text = type == QLatin1String("AuditEvent") ? QByteArray("{\"resourceType\":\"AuditEvent\"}")
                                                                    : body(type, path.mid(path.indexOf('/') + 1));
        const auto found = [&](const QByteArray &query) {
            const HttpAnswer answer = clinic().send("GET", name + query, token);
            return answer.status != 200              ? QString::number(answer.status)
                : entriesOf(answer.json()).isEmpty() ? QStringLiteral("0")
                                                     : QStringLiteral("+");
        };
        const auto of = [&](const QByteArray &method, const QByteArray &where, const QByteArray &what = {},
                            const ClinicProcess::Headers &more = {}) {
            return QString::number(clinic().send(method, where, token, what, more).status);
        };
        const QByteArray bundle =
            "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{\"request\":{\"method\":\"GET\",\"url\":\"" + path
            + "\"}}]}";
        const QString inBatch = entriesOf(clinic().send("POST", "", token, bundle).json())
                                    .at(0)
                                    .toObject()
                                    .value(QLatin1String("response"))
                                    .toObject()
                                    .value(QLatin1String("status"))
                                    .toString();
        return QStringList{of("GET", path),
                           found("?patient=p101&_count=5"),
                           of("POST", name, body(type, {})),
                           of("PUT", path, text, {{"If-Match", "W/\"1\""}}),
                           of("DELETE", path),
                           of("GET", path + "/_history"),
                           of("GET", path + "/_history/1"),
                           found("?patient=p101&_count=5&_include=" + name + ":patient"),
                           inBatch}
            .join(u' ');
    }

    static QByteArray body(const QString &type, const QByteArray &id)
    {
        QJsonObject json = parsed('{' + records().value(type) + '}');
        json.insert(QStringLiteral("resourceType"), type);
        if (!id.isEmpty())
            json.insert(QStringLiteral("id"), QString::fromLatin1(id));
        return compact(json);
    }

    /// A relative of Maya's (of Jordan's) with a sign-in, in this state.
    bool enter(const QString &state)
    {
        const bool isOther = state == QLatin1String("other");
        const QByteArray patient = isOther ? "p102" : "p101", owner = isOther ? m_family.jordan : m_family.maya;
        const bool isMore = state == QLatin1String("busy") || state == QLatin1String("attendance");
        const QJsonObject share = isMore ? parsed("{'share':[{'valueCode':'" + state.toLatin1() + "'}]}") : QJsonObject();
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn(), share), owner, patient);
        const QString name = QStringLiteral("matrix.") + state;
        if (m_family.accept(invited, name).isEmpty())
            return false;
        const QByteArray consent = FamilyClinic::target(invited, "consent");
        m_people.insert(state, FamilyClinic::target(invited, "person"));
        if (state == QLatin1String("active"))
            m_session = m_family.session("family", 24 * 60, 25 * 60);
        QJsonObject json = clinic().send("GET", consent, m_family.dana).json();
        if (state == QLatin1String("revoked"))
            json.insert(QStringLiteral("status"), QStringLiteral("inactive"));
        if (state == QLatin1String("proposed"))
            json.insert(QStringLiteral("status"), QStringLiteral("proposed"));
        if (state == QLatin1String("none"))
            json.insert(QStringLiteral("status"), QStringLiteral("entered-in-error"));
        if (state == QLatin1String("expired")) {
            QJsonObject provision = json.value(QLatin1String("provision")).toObject();
            provision.insert(QStringLiteral("period"), parsed("{'start':'2026-11-01','end':'2026-11-17'}"));
            json.insert(QStringLiteral("provision"), provision);
        }
        if (!isSharing(state) && !isOther
            && clinic().send("PUT", consent, m_family.dana, compact(json), {{"If-Match", "W/\"1\""}}).status != 200)
            return false;
        // All that there is to ask for; what is granted of it is the clinic's.
        m_tokens.insert(state,
                        m_family.token(name.toLatin1().constData(), "openid fhirUser launch/patient patient/*.cruds user/*.cruds",
                                       "blue lamp 7"));
        return !m_tokens.value(state).isEmpty();
    }

    [[nodiscard]] ClinicProcess &clinic() { return m_family.clinic; }

    FamilyClinic m_family;
    QMap<QString, QByteArray> m_tokens, m_paths, m_people;
    QByteArray m_session;
};

QTEST_GUILESS_MAIN(TestClinicMatrix)
#include "tst_clinic_matrix.moc"
