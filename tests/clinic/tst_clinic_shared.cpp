// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FamilyClinic.h"

#include <QTest>
#include <algorithm>

using namespace handrail::test;

namespace {

QJsonObject parsed(const QByteArray &text)
{
    return FamilyClinic::parsed(text);
}

QJsonObject shares(const QByteArray &scopes)
{
    QByteArray list;
    for (const QByteArray &scope : scopes.split(' '))
        list += (list.isEmpty() ? "" : ",") + QByteArray("{'valueCode':'") + scope + "'}";
    return parsed("{'share':[" + list + "]}");
}

QJsonObject signedAt(const QByteArray &when, const QByteArray &scopes)
{
    QJsonObject more = shares(scopes);
    more.insert(QStringLiteral("signed"), parsed("{'valueInstant':'" + when + "'}"));
    return more;
}

} // namespace

/// What a patient's choices open to a relative beyond all family sessions (design clinical 7.2), and what a relative may say.
class TestClinicShared : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_family.start());
        // What the clinic noted for the patient is the patient's: no Consent names it.
        m_family1 = m_family.session("family", 24 * 60, 25 * 60,
                                     parsed("{'comment':'Maya tested positive on Monday','patientInstruction':'tested'}"));
        m_group = m_family.session("group", 26 * 60, 27 * 60);
        m_past = m_family.session("group", -48 * 60, -47 * 60);
        m_missed = m_family.session("individual", -24 * 60, -23 * 60);
        setStatus(m_past, "fulfilled");
        setStatus(m_missed, "noshow");
    }
    void cleanupTestCase() { QCOMPARE(m_family.clinic.stop(), 0); }

    void whatIsSeenOfOtherSessions_data()
    {
        QTest::addColumn<QByteArray>("scopes");
        QTest::addColumn<QString>("group"); // what of: a session to come, one that was, one that was missed
        QTest::addColumn<QString>("past");
        QTest::addColumn<QString>("missed");
        QTest::newRow("family sessions alone") << QByteArray("family-sessions") << QString() << QString() << QString();
        QTest::newRow("busy") << QByteArray("busy") << QStringLiteral("booked") << QString() << QString();
        // The days alone, which are no sessions (theDaysAlone).
        QTest::newRow("attendance") << QByteArray("attendance") << QString() << QString() << QString();
        QTest::newRow("both") << QByteArray("busy attendance") << QStringLiteral("booked") << QStringLiteral("fulfilled")
                              << QStringLiteral("noshow");
    }
    void whatIsSeenOfOtherSessions()
    {
        QFETCH(QByteArray, scopes);
        QFETCH(QString, group);
        QFETCH(QString, past);
        QFETCH(QString, missed);
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn(), signedAt("2026-11-15T12:00:00Z", scopes)));
        QVERIFY2(invited.status == 200, invited.body.constData());
        const QByteArray token = m_family.accept(invited, QStringLiteral("shared.%1").arg(m_number++));
        QCOMPARE(clinic().send("GET", m_family1, token).status, 200);
        const QByteArray whole = clinic().send("GET", m_family1, token).body;
        QVERIFY2(whole.contains("\"family\"") && !whole.contains("Secret topic") && !whole.contains("tested"), whole.constData());
        for (const auto &[path, status] : {std::pair(m_group, group), std::pair(m_past, past), std::pair(m_missed, missed)}) {
            const QByteArray busy = m_family.busyAt(path, token);
            QCOMPARE(clinic().send("GET", path, token).status, 404); // not by the id that it has
            const HttpAnswer read = clinic().send("GET", busy.isEmpty() ? path : busy, token);
            QCOMPARE(read.status, status.isEmpty() ? 404 : 200);
            const bool isFound = idsOf(clinic().send("GET", "Appointment?patient=p101&date=ge2026-11-01&_count=200", token).json())
                                     .contains(QString::fromLatin1(busy.mid(12)));
            QCOMPARE(isFound, !status.isEmpty());
            if (status.isEmpty())
                continue;
            const QJsonObject json = read.json();
            QCOMPARE(
                json.keys(),
                (QStringList{QStringLiteral("end"), QStringLiteral("id"), QStringLiteral("meta"), QStringLiteral("participant"),
                             QStringLiteral("resourceType"), QStringLiteral("start"), QStringLiteral("status")}));
            // Valid to who looks closely, and no more than was asked: whose it is, and that it is not the whole.
            QCOMPARE(compact(parsed("{'participant':[{'actor':{'reference':'Patient/p101'},'status':'accepted'}]}")),
                     compact({{QStringLiteral("participant"), json.value(QLatin1String("participant"))}}));
            QVERIFY(compact(json.value(QLatin1String("meta")).toObject()).contains("\"SUBSETTED\""));
            QCOMPARE(json.value(QLatin1String("status")).toString(), status);
            // Old versions tell no more, and nobody answers for the patient.
            QVERIFY(!clinic().send("GET", busy + "/_history", token).body.contains("Secret topic"));
            QVERIFY(!clinic().send("GET", busy + "/_history/1", token).body.contains("Secret topic"));
            const QJsonObject answer =
                parsed("{'resourceType':'AppointmentResponse','identifier':[{'system':'urn:ietf:rfc:3986','value':'" + newUrn()
                       + "'}],'appointment':{'reference':'" + path + "'},'actor':{'reference':'"
                       + FamilyClinic::target(invited, "person") + "'},'participantStatus':'accepted'}");
            QCOMPARE(clinic().send("POST", "AppointmentResponse", token, compact(answer)).status, 403);
            QCOMPARE(clinic().send("POST", path + "/$join", token).status, 404);
        }
        // Nobody finds by what is cut out: the true status, who leads it, the order of either.
        for (const char *search : {"Appointment?status=fulfilled", "Appointment?status=noshow", "Appointment?status=booked",
                                   "Appointment?actor=Practitioner/s1", "Appointment?actor=Patient/p101",
                                   "Appointment?_sort=status", "Appointment?patient=p101&status=fulfilled,noshow"}) {
            const QJsonObject found = clinic().send("GET", search, token).json();
            for (const QByteArray &path : {m_group, m_past, m_missed})
                QVERIFY2(!idsOf(found).contains(QString::fromLatin1(path.mid(12))), search);
        }
        if (!group.isEmpty()) {
            // Nothing tells that the patient came before the session is over.
            const QByteArray busy = m_family.busyAt(m_group, token);
            const HttpAnswer before = clinic().send("GET", busy, token);
            setStatus(m_group, "arrived");
            const HttpAnswer after = clinic().send("GET", busy, token);
            QCOMPARE(after.json().value(QLatin1String("status")).toString(), QStringLiteral("booked"));
            // Nor that anything changed: not the version, the time, or who asks for what is new.
            QCOMPARE(after.body, before.body);
            QCOMPARE(after.header("ETag"), before.header("ETag"));
            QCOMPARE(after.header("Last-Modified"), before.header("Last-Modified"));
            QCOMPARE(clinic().send("GET", busy + "/_history", token).status, 404);
            QCOMPARE(clinic().send("GET", busy + "/_history/1", token).status, 404);
            const QByteArray changed = clinic()
                                           .send("GET", m_group, m_family.dana)
                                           .json()
                                           .value(QLatin1String("meta"))
                                           .toObject()
                                           .value(QLatin1String("lastUpdated"))
                                           .toString()
                                           .toLatin1();
            const auto isNew = [&](const QByteArray &than) {
                return idsOf(clinic().send("GET", "Appointment?patient=p101&_lastUpdated=ge" + than + "&_count=200", token).json())
                    .contains(QString::fromLatin1(busy.mid(12)));
            };
            QVERIFY(!isNew(changed));
            QVERIFY(isNew("2026-11-01"));
            setStatus(m_group, "cancelled");
            QCOMPARE(clinic().send("GET", busy, token).json().value(QLatin1String("status")).toString(),
                     QStringLiteral("cancelled"));
            setStatus(m_group, "booked");
        }
        QCOMPARE(m_family.setStatus(FamilyClinic::target(invited, "consent"), QStringLiteral("inactive")), 200);
        QCOMPARE(clinic().send("GET", m_group, token).status, 401);
    }

    // Of the sessions that are theirs too: not who comes or came, unless that is shared.
    void whoCameIsNotTold_data()
    {
        QTest::addColumn<QByteArray>("scopes");
        QTest::addColumn<QString>("missed");
        QTest::newRow("family sessions") << QByteArray("family-sessions") << QStringLiteral("booked");
        QTest::newRow("attendance too") << QByteArray("family-sessions attendance") << QStringLiteral("noshow");
    }
    void whoCameIsNotTold()
    {
        QFETCH(QByteArray, scopes);
        QFETCH(QString, missed);
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn(), shares(scopes)));
        const QByteArray person = FamilyClinic::target(invited, "person");
        const QByteArray token = m_family.accept(invited, QStringLiteral("came.%1").arg(m_number++));
        const QByteArray soon = m_family.session("family", 48 * 60, 49 * 60);
        const auto shown = [&] { return clinic().send("GET", soon, token).json(); };
        const auto said = [&](const QByteArray &actor) {
            for (const QJsonValue &each : shown().value(QLatin1String("participant")).toArray()) {
                if (compact(each.toObject()).contains(actor))
                    return each.toObject().value(QLatin1String("status")).toString();
            }
            return QString();
        };
        const auto change = [&](const QJsonObject &more) {
            QJsonObject json = clinic().send("GET", soon, m_family.dana).json();
            for (auto it = more.begin(); it != more.end(); ++it)
                json.insert(it.key(), it.value());
            return clinic().send("PUT", soon, m_family.dana, compact(json)).status;
        };
        QJsonArray people = clinic().send("GET", soon, m_family.dana).json().value(QLatin1String("participant")).toArray();
        for (QJsonValueRef each : people) {
            QJsonObject one = each.toObject();
            one.insert(QStringLiteral("status"), QStringLiteral("declined"));
            each = one;
        }
        QCOMPARE(change({{QStringLiteral("participant"), people}, {QStringLiteral("status"), QStringLiteral("noshow")}}), 200);
        QCOMPARE(shown().value(QLatin1String("status")).toString(), QStringLiteral("booked"));
        QCOMPARE(said("Patient/p101"), QStringLiteral("accepted"));
        QCOMPARE(said("Practitioner/s1"), QStringLiteral("accepted"));
        QCOMPARE(said(person), QStringLiteral("declined")); // their own
        QVERIFY(idsOf(clinic().send("GET", "Appointment?status=noshow", token).json()).isEmpty());
        // Once it is over. The place in it is from before.
        QCOMPARE(change({{QStringLiteral("start"), QString::fromLatin1(FamilyClinic::at(-120))},
                         {QStringLiteral("end"), QString::fromLatin1(FamilyClinic::at(-60))}}),
                 200);
        QCOMPARE(shown().value(QLatin1String("status")).toString(), missed);
        QCOMPARE(change({{QStringLiteral("status"), QStringLiteral("cancelled")},
                         {QStringLiteral("cancelationReason"), parsed("{'text':'She used'}")}}),
                 200);
        QCOMPARE(shown().value(QLatin1String("status")).toString(), QStringLiteral("cancelled"));
        QVERIFY(!compact(shown()).contains("She used"));
        QCOMPARE(m_family.setStatus(FamilyClinic::target(invited, "consent"), QStringLiteral("inactive")), 200);
    }

    void oneSessionIsOneSession()
    {
        const QByteArray other = m_family.session("family", 30 * 60, 31 * 60);
        const HttpAnswer invited = m_family.invite(
            FamilyClinic::invitation(newUrn(), parsed("{'appointment':{'valueReference':{'reference':'" + m_family1 + "'}}}")));
        QVERIFY2(invited.status == 200, invited.body.constData());
        const QByteArray token = m_family.accept(invited, QStringLiteral("one.session")),
                         person = FamilyClinic::target(invited, "person");
        QVERIFY(m_family.isIn(m_family1, person));
        QVERIFY(!m_family.isIn(other, person));
        QVERIFY(!m_family.isIn(m_family.session("family", 40 * 60, 41 * 60), person));
        QCOMPARE(clinic().send("GET", m_family1, token).status, 200);
        QCOMPARE(clinic().send("GET", other, token).status, 404);
        QCOMPARE(entriesOf(clinic().send("GET", "CareTeam", token).json()).size(), 1); // whom to call
        // Also when staff puts her into another one: the list alone opens nothing.
        QJsonObject json = clinic().send("GET", other, m_family.dana).json();
        QJsonArray people = json.value(QLatin1String("participant")).toArray();
        people.append(parsed("{'actor':{'reference':'" + person + "'},'status':'accepted'}"));
        json.insert(QStringLiteral("participant"), people);
        QCOMPARE(clinic().send("PUT", other, m_family.dana, compact(json)).status, 200);
        QCOMPARE(clinic().send("GET", other, token).status, 404);
        QCOMPARE(m_family.setStatus(FamilyClinic::target(invited, "consent"), QStringLiteral("inactive")), 200);
    }

    /// Where a session of theirs is, and no other room of the clinic (design clinical 7.2: its place).
    void whereToGo()
    {
        const auto newPlace = [this](const char *name) -> QByteArray {
            const HttpAnswer made = clinic().send(
                "POST", "Location", m_family.dana,
                compact(parsed(
                    QByteArray("{'resourceType':'Location','name':'") + name
                    + "','address':{'line':['7 Elm Street'],'city':'Port Alder'},'telecom':[{'system':'phone','value':'1'}]}")));
            return "Location/" + made.json().value(QLatin1String("id")).toString().toLatin1();
        };
        const auto in = [](const QByteArray &place) {
            return parsed("{'participant':[{'actor':{'reference':'Patient/p101'},'status':'accepted'},{'actor':{'reference':'"
                          + place + "','display':'Room 9'},'status':'accepted'}]}");
        };
        const QByteArray room = newPlace("Room 9"), groupRoom = newPlace("Room 10"), office = newPlace("Office");
        const QByteArray session = m_family.session("family", 32 * 60, 33 * 60, in(room));
        const QByteArray group = m_family.session("group", 32 * 60, 33 * 60, in(groupRoom));
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn(), parsed("{'share':[{'valueCode':'busy'}]}")));
        const QByteArray token = m_family.accept(invited, QStringLiteral("way.there"));
        QVERIFY(!token.isEmpty());
        QVERIFY(!clinic().send("GET", group, token).body.contains(groupRoom)); // busy then, and not where
        const HttpAnswer address = clinic().send("GET", room, token);
        QVERIFY2(address.status == 200 && address.body.contains("7 Elm Street"), address.body.constData());
        for (const QByteArray &other : {groupRoom, office}) {
            QCOMPARE(clinic().send("GET", other, token).status, 404);
            QCOMPARE(clinic().send("GET", other + "/_history/1", token).status, 404);
        }
        // As the app asks, and as somebody would who looks around.
        const QByteArray ids = room.mid(9) + ',' + groupRoom.mid(9) + ',' + office.mid(9);
        for (const QByteArray &query :
             {QByteArray("Location?_id=" + ids), QByteArray("Location?address-city=Port"), QByteArray("Location")}) {
            const QJsonArray found = entriesOf(clinic().send("GET", query, token).json());
            QVERIFY2(found.size() == 1, query.constData());
        }
        QCOMPARE(clinic().send("GET", "Location?_summary=count", token).json().value(QLatin1String("total")).toInt(), 1);
        // It moves to another room, and the sharing ends.
        QJsonObject json = clinic().send("GET", session, m_family.dana).json();
        json.insert(QStringLiteral("participant"), QJsonArray{json.value(QLatin1String("participant")).toArray().at(0)});
        QCOMPARE(clinic().send("PUT", session, m_family.dana, compact(json)).status, 200);
        QCOMPARE(clinic().send("GET", room, token).status, 404);
        QCOMPARE(m_family.setStatus(FamilyClinic::target(invited, "consent"), QStringLiteral("inactive")), 200);
        const QByteArray again = m_family.token("way.there", FamilyClinic::relativeScope, "blue lamp 7");
        QVERIFY(entriesOf(clinic().send("GET", "Location", again).json()).isEmpty());
    }

    void nothingMoreOnTheSecondPage()
    {
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn(), shares("busy")));
        const QByteArray token = m_family.accept(invited, QStringLiteral("two.pages"));
        const QJsonObject first = clinic().send("GET", "Appointment?_count=2", token).json();
        QCOMPARE(entriesOf(first).size(), 2);
        const QByteArray next = linkOf(first, "next");
        QVERIFY(!next.isEmpty());
        QVERIFY(!entriesOf(clinic().send("GET", next, token).json()).isEmpty());
        QCOMPARE(m_family.setStatus(FamilyClinic::target(invited, "consent"), QStringLiteral("inactive")), 200);
        QCOMPARE(clinic().send("GET", next, token).status, 401);
        // With a new sign-in the old page is nobody's, or empty.
        const HttpAnswer again =
            clinic().send("GET", next, m_family.token("two.pages", FamilyClinic::relativeScope, "blue lamp 7"));
        QCOMPARE(again.status, 200);
        QVERIFY(entriesOf(again.json()).isEmpty());
    }

    void aConcernGoesOneWay()
    {
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn()));
        const QByteArray person = FamilyClinic::target(invited, "person");
        QByteArray token = m_family.accept(invited, QStringLiteral("worried"));
        const auto say = [&](const QByteArray &subject = "Patient/p101", const QByteArray &kind = "concern",
                             const QByteArray &urn = newUrn()) {
            return clinic().send(
                "POST", "Communication", token,
                compact(parsed("{'resourceType':'Communication','identifier':[{'system':'urn:ietf:rfc:3986','value':'" + urn
                               + "'}],'status':'completed','category':[{'coding':[{'system':'https://handrail.example/fhir/"
                                 "CodeSystem/message-kind','code':'"
                               + kind + "'}]}],'subject':{'reference':'" + subject + "'},'sender':{'reference':'" + person
                               + "'},'payload':[{'contentString':'She did not come home'}]}")));
        };
        // Staff have it in their list, and close it there. That they look at what the patient wrote is in the log, and no more than that.
        const auto listed = [&](const QString &what) {
            return ClinicProcess::runToEnd({QStringLiteral("inbox"), what, QStringLiteral("--database"), m_family.database}).output;
        };
        QVERIFY(!listed(QStringLiteral("--open")).isEmpty());
        const auto aLook = messagesInTheLog();
        const HttpAnswer first = say();
        QVERIFY2(first.status == 201, first.body.constData());
        QVERIFY(!first.body.contains("come home"));
        const QByteArray path = "Communication/"
            + idsOf(clinic().send("GET", "Communication?sender=" + person, m_family.dana).json()).value(0).toLatin1();
        QCOMPARE(clinic().send("GET", path, m_family.dana).status, 200);
        const QByteArray open = listed(QStringLiteral("--open"));
        QVERIFY2(open.contains(QByteArray(path + "\tconcern\t")) && open.contains(QByteArray("\t" + person + "\t")),
                 open.constData());
        QVERIFY(open.contains("She did not come home"));
        QCOMPARE(ClinicProcess::runToEnd({QStringLiteral("inbox"), QStringLiteral("--done"), QString::fromLatin1(path),
                                          QStringLiteral("--database"), m_family.database})
                     .code,
                 0);
        QVERIFY(!listed(QStringLiteral("--open")).contains(path));
        // Neither of the two sees it again; the patient not even that it was written.
        QCOMPARE(clinic().send("GET", path, token).status, 404);
        QCOMPARE(clinic().send("GET", path, m_family.maya).status, 404);
        QVERIFY(!clinic().send("GET", "Communication?_count=200", m_family.maya).body.contains("come home"));
        QCOMPARE(messagesInTheLog(), 3 * aLook);
        QCOMPARE(say("Patient/p102").status, 403);
        // It carries no more than that it is one.
        const QByteArray more = "concern'},{'system':'https://handrail.example/fhir/CodeSystem/";
        QCOMPARE(say("Patient/p101", more + "message-kind','code':'alert").status, 403);
        QCOMPARE(say("Patient/p101", more + "alert-level','code':'urgent").status, 403);
        QCOMPARE(say("Patient/p101", "concern'}]}],'priority':'stat','medium':[{'coding':[{'code':'x").status, 403);
        // After sharing ended, by who may still sign in.
        QCOMPARE(m_family.setStatus(FamilyClinic::target(invited, "consent"), QStringLiteral("inactive")), 200);
        QCOMPARE(say().status, 401);
        token = m_family.token("worried", FamilyClinic::relativeScope, "blue lamp 7");
        QCOMPARE(say("Patient/p101", "secure-message").status, 403);
        const QByteArray last = newUrn();
        for (int i = 0; i < 4; ++i)
            QCOMPARE(say("Patient/p101", "concern", i == 3 ? last : newUrn()).status, 201);
        const HttpAnswer sixth = say();
        QCOMPARE(sixth.status, 429);
        QVERIFY(sixth.header("Retry-After").toInt() > 0);
        QCOMPARE(say("Patient/p101", "concern", last).status, 409); // it is here: the app need not try again
        QCOMPARE(messagesInTheLog(), 3 * aLook);
    }

    // Where the clinic fears for somebody: nothing is shown to who was in before, and only what they fear themselves is heard.
    void theFlagShutsWhatWasShared()
    {
        const QByteArray session = m_family.session("family", 24 * 60, 25 * 60);
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn()));
        const QByteArray token = m_family.accept(invited, QStringLiteral("shut.out"));
        const QByteArray person = FamilyClinic::target(invited, "person");
        QCOMPARE(clinic().send("GET", session, token).status, 200);
        QVERIFY(m_family.isIn(session, person));
        const QByteArray metadata = clinic().send("GET", "metadata", token).body;
        const HttpAnswer made = clinic().send(
            "POST", "Flag", m_family.dana,
            compact(parsed("{'resourceType':'Flag','status':'active','subject':{'reference':'Patient/p101'},'code':{'coding':[{"
                           "'system':'https://handrail.example/fhir/CodeSystem/flag','code':'no-joint'}]}}")));
        QCOMPARE(made.status, 201);
        const HttpAnswer absent = clinic().send("GET", "Appointment/none", token);
        for (const QByteArray &path : {session, QByteArray("Patient/p101"), QByteArray("CareTeam/t101"), person}) {
            const HttpAnswer shut = clinic().send("GET", path, token);
            QCOMPARE(shut.status, 404);
            QCOMPARE(shut.body, absent.body);
        }
        QVERIFY(entriesOf(clinic().send("GET", "Appointment?patient=p101", token).json()).isEmpty());
        QVERIFY(!m_family.isIn(session, person));
        QCOMPARE(clinic().send("GET", "metadata", token).body, metadata);
        const QJsonObject concern =
            parsed("{'resourceType':'Communication','identifier':[{'system':'urn:ietf:rfc:3986','value':'" + newUrn()
                   + "'}],'status':'completed','category':[{'coding':[{'system':'https://handrail.example/fhir/CodeSystem/"
                     "message-kind','code':'concern'}]}],'subject':{'reference':'Patient/p101'},'sender':{'reference':'"
                   + person + "'},'payload':[{'contentString':'x'}]}");
        QCOMPARE(clinic().send("POST", "Communication", token, compact(concern)).status, 201);
        QJsonObject flag = made.json();
        flag.insert(QStringLiteral("status"), QStringLiteral("inactive"));
        QCOMPARE(clinic()
                     .send("PUT", "Flag/" + flag.value(QLatin1String("id")).toString().toLatin1(), m_family.dana, compact(flag))
                     .status,
                 200);
        QCOMPARE(clinic().send("GET", session, token).status, 200);
        QVERIFY(m_family.isIn(session, person));
        QCOMPARE(m_family.setStatus(FamilyClinic::target(invited, "consent"), QStringLiteral("inactive")), 200);
    }

    void whoLooked()
    {
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn()));
        const QByteArray token = m_family.accept(invited, QStringLiteral("looks"));
        QCOMPARE(clinic().send("GET", m_family1, token).status, 200);
        QCOMPARE(clinic().send("GET", m_family1, m_family.dana).status, 200);
        const HttpAnswer log = clinic().send("GET", "AuditEvent?patient=p101&_count=200", m_family.maya);
        QCOMPARE(log.status, 200);
        const auto agentOf = [&](const QByteArray &who) {
            for (const QJsonValue &entry : entriesOf(log.json())) {
                const QJsonObject event = entry.toObject().value(QLatin1String("resource")).toObject();
                const QJsonObject agent = event.value(QLatin1String("agent")).toArray().at(0).toObject();
                if (compact(agent).contains(who) && compact(event).contains(m_family1))
                    return agent;
            }
            return QJsonObject();
        };
        const QJsonObject relative = agentOf(FamilyClinic::target(invited, "person")), staff = agentOf("Practitioner/s1");
        QCOMPARE(relative.value(QLatin1String("name")).toString(), QStringLiteral("Ana Bell"));
        QVERIFY(compact(relative).contains("\"code\":\"relative\"") && compact(relative).contains("\"text\":\"aunt\""));
        QCOMPARE(staff.value(QLatin1String("name")).toString(), QStringLiteral("Dana Ruiz"));
        QVERIFY(compact(staff).contains("\"code\":\"staff\"") && compact(staff).contains("Counselor"));
        QVERIFY(!staff.contains(QLatin1String("altId")));
        QCOMPARE(clinic().send("GET", "AuditEvent?patient=p101", token).status, 403);
        QVERIFY(!clinic().send("GET", "AuditEvent?patient=p101&_count=200", m_family.jordan).body.contains("Ana Bell"));
    }

    // After Stop the relative's app still searches; only what showed something stands in the patient's log. Staff see it all.
    void aSearchThatShowsNothingIsNoLook()
    {
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn()));
        const QByteArray token = m_family.accept(invited, QStringLiteral("searches"));
        const QByteArray person = FamilyClinic::target(invited, "person");
        const QByteArray byActor = "Appointment?actor=" + person;
        const auto looks = [&](const QByteArray &reader) {
            qsizetype count = 0;
            const QByteArray path = "AuditEvent?patient=p101&_count=200&agent=" + person;
            for (const QJsonValue &entry : entriesOf(clinic().send("GET", path, reader).json()))
                count += compact(entry.toObject().value(QLatin1String("resource")).toObject()).contains("\"search") ? 1 : 0;
            return count;
        };
        const qsizetype first = looks(m_family.maya);
        QVERIFY(!idsOf(clinic().send("GET", byActor, token).json()).isEmpty());
        QCOMPARE(looks(m_family.maya), first + 1);
        QVERIFY(clinic().send("GET", byActor + "&_summary=count", token).json().value(QLatin1String("total")).toInt() > 0);
        QCOMPARE(looks(m_family.maya), first + 2);
        const QByteArray none = byActor + "&date=lt1990-01-01";
        QVERIFY(idsOf(clinic().send("GET", none, token).json()).isEmpty());
        QCOMPARE(clinic().send("GET", none + "&_summary=count", token).status, 200);
        QCOMPARE(clinic().send("GET", "Communication?patient=p101&sent=lt1990-01-01", token).status, 200);
        QCOMPARE(looks(m_family.maya), first + 2);
        const QByteArray all = clinic().send("GET", "AuditEvent?_count=200&agent=" + person, m_family.dana).body;
        QVERIFY2(all.contains("\"display\":\"Communication\""), all.constData()); // the clinic itself keeps it
    }

    // What a relative may not write, in a transaction, is no look at the patient either; the clinic keeps that it was tried.
    void aRefusedTransactionIsTheirsAlone()
    {
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn()));
        const QByteArray token = m_family.accept(invited, QStringLiteral("bundles")),
                         person = FamilyClinic::target(invited, "person");
        const auto logged = [&](const QByteArray &reader) {
            return clinic().send("GET", "AuditEvent?_count=200&agent=" + person, reader).body.count("\"display\":\"Bundle\"");
        };
        const QJsonObject word =
            parsed("{'resourceType':'Bundle','type':'transaction','entry':[{'resource':{'resourceType':'Communication','status':"
                   "'completed','identifier':[{'system':'urn:ietf:rfc:3986','value':'"
                   + newUrn() + "'}],'priority':'urgent','subject':{'reference':'Patient/p101'},'sender':{'reference':'" + person
                   + "'}},'request':{'method':'POST','url':'Communication'}}]}");
        const HttpAnswer refused = clinic().send("POST", "", token, compact(word));
        QCOMPARE(refused.status, 403);
        QCOMPARE(logged(m_family.maya), 0);
        QCOMPARE(logged(m_family.dana), 1);
    }

private:
    [[nodiscard]] ClinicProcess &clinic() { return m_family.clinic; }
    /// What the patient's own log says of messages that others than the patient wrote or read.
    int messagesInTheLog()
    {
        int count = 0;
        for (const QJsonValue &entry : entriesOf(clinic().send("GET", "AuditEvent?_count=200", m_family.maya).json())) {
            const QByteArray event = compact(entry.toObject().value(QLatin1String("resource")).toObject());
            count += event.contains("\"Communication") && !event.contains("\"code\":\"patient\"") ? 1 : 0;
        }
        return count;
    }
    void setStatus(const QByteArray &path, const char *status)
    {
        QJsonObject json = clinic().send("GET", path, m_family.dana).json();
        json.insert(QStringLiteral("status"), QLatin1String(status));
        QCOMPARE(clinic().send("PUT", path, m_family.dana, compact(json)).status, 200);
    }

    FamilyClinic m_family;
    QByteArray m_family1, m_group, m_past, m_missed;
    int m_number = 0;
};

QTEST_GUILESS_MAIN(TestClinicShared)
#include "tst_clinic_shared.moc"
