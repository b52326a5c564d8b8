// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FamilyClinic.h"

#include <QTest>

using namespace handrail::test;

namespace {

QJsonObject parsed(const QByteArray &text)
{
    return FamilyClinic::parsed(text);
}

} // namespace

/// What stays untold where something beside it is told: the times of sessions where attendance is shared, and the flag that hides the family
/// feature.
class TestClinicUntold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_family.start()); }
    void cleanupTestCase() { QCOMPARE(m_family.clinic.stop(), 0); }

    // Times are told until the day that was signed: a session that begins at its end, or after it, is not there, however it is asked for.
    void noTimeAfterThePermission()
    {
        const QByteArray last = m_family.session("group", 54 * 60, 56 * 60);  // Friday, 11 pm in New York, to Saturday
        const QByteArray first = m_family.session("group", 55 * 60, 56 * 60), // Saturday, midnight
            later = m_family.session("group", 100 * 24 * 60, 100 * 24 * 60 + 60);
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(
            newUrn(), parsed("{'share':[{'valueCode':'busy'},{'valueCode':'attendance'}],'until':{'valueDate':'2026-11-20'}}")));
        QVERIFY2(invited.status == 200, invited.body.constData());
        const QByteArray token = m_family.accept(invited, QStringLiteral("until.friday"));
        const auto isThere = [&](const QByteArray &path) -> QString {
            const QByteArray busy = m_family.busyAt(path, token);
            const QString id = QString::fromLatin1(busy.mid(12));
            const bool isRead = !busy.isEmpty() && m_family.clinic.send("GET", busy, token).status == 200;
            for (const QByteArray &query : {QByteArray("patient=p101"), QByteArray("patient=p101&date=ge2026-11-18"),
                                            QByteArray("_id=" + (isRead ? busy : path).mid(12))}) {
                const HttpAnswer found = m_family.clinic.send("GET", "Appointment?_count=200&" + query, token);
                if (found.status != 200 || idsOf(found.json()).contains(id) != isRead)
                    return QStringLiteral("found otherwise than read by ") + QString::fromLatin1(query);
            }
            return isRead ? QStringLiteral("yes") : QStringLiteral("no");
        };
        QCOMPARE(isThere(last), QStringLiteral("yes"));
        QCOMPARE(isThere(first), QStringLiteral("no"));
        QCOMPARE(isThere(later), QStringLiteral("no"));
        // It is moved behind the end: gone with it, and there again when it comes back.
        const auto move = [&](const QByteArray &path, int hours) {
            QJsonObject json = m_family.clinic.send("GET", path, m_family.dana).json();
            json.insert(QStringLiteral("start"), QString::fromLatin1(FamilyClinic::at(hours * 60)));
            json.insert(QStringLiteral("end"), QString::fromLatin1(FamilyClinic::at(hours * 60 + 60)));
            return m_family.clinic.send("PUT", path, m_family.dana, compact(json)).status;
        };
        QCOMPARE(move(last, 60), 200);
        QCOMPARE(isThere(last), QStringLiteral("no"));
        QCOMPARE(move(last, 50), 200);
        QCOMPARE(isThere(last), QStringLiteral("yes"));
        QCOMPARE(m_family.setStatus(FamilyClinic::target(invited, "consent"), QStringLiteral("inactive")), 200);
    }

    // Who is told if Maya came, and not when she is busy, gets days from that of the signature on: one entry each, with no time of a session in
    // what it says or in how it is found.
    void theDaysAlone_data()
    {
        QTest::addColumn<QByteArray>("when");
        QTest::addColumn<QStringList>("days");
        QTest::newRow("signed before them") << QByteArray("2026-11-15T12:00:00Z")
                                            << QStringList{QStringLiteral("2026-11-15"), QStringLiteral("2026-11-16"),
                                                           QStringLiteral("2026-11-17")};
        // After the session of that day: it counts as a whole.
        QTest::newRow("signed on the last day") << QByteArray("2026-11-17T23:30:00Z") << QStringList{QStringLiteral("2026-11-17")};
        QTest::newRow("signed today") << QByteArray("2026-11-18T21:59:00Z") << QStringList();
    }
    void theDaysAlone()
    {
        QFETCH(QByteArray, when);
        QFETCH(QStringList, days);
        const QByteArray past = m_family.session("group", -48 * 60, -47 * 60),
                         missed = m_family.session("individual", -24 * 60, -23 * 60);
        setStatus(past, "fulfilled");
        setStatus(missed, "noshow");
        const QByteArray second = m_family.session("group", -50 * 60, -49 * 60); // of the same day
        const QByteArray sunday = m_family.session("group", -72 * 60, -71 * 60); // the one session of that day
        const QByteArray today = m_family.session("group", -120, -60);
        setStatus(second, "noshow");
        setStatus(sunday, "noshow");
        setStatus(today, "fulfilled"); // said when the day is over
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(
            newUrn(), parsed("{'share':[{'valueCode':'attendance'}],'signed':{'valueInstant':'" + when + "'}}")));
        QVERIFY2(invited.status == 200, invited.body.constData());
        const QByteArray token = m_family.accept(invited, QStringLiteral("days.%1").arg(m_number++));
        const auto entries = [&](const QByteArray &query) {
            QList<QJsonObject> alone;
            for (const QJsonValue &each : entriesOf(m_family.clinic.send("GET", "Appointment" + query, token).json())) {
                const QJsonObject entry = each.toObject();
                if (!entry.value(QLatin1String("resource")).toObject().contains(QLatin1String("serviceType")))
                    alone << entry;
            }
            return alone;
        };
        QStringList found;
        for (const QJsonObject &entry : entries("?patient=p101&_count=200")) {
            const QJsonObject json = entry.value(QLatin1String("resource")).toObject();
            const QString day = json.value(QLatin1String("start")).toString().left(10);
            found << day;
            QVERIFY(
                json.keys()
                == QStringList({QStringLiteral("end"), QStringLiteral("id"), QStringLiteral("meta"), QStringLiteral("participant"),
                                QStringLiteral("resourceType"), QStringLiteral("start"), QStringLiteral("status")}));
            QCOMPARE(compact({{QStringLiteral("participant"), json.value(QLatin1String("participant"))}}),
                     compact(parsed("{'participant':[{'actor':{'reference':'Patient/p101'},'status':'accepted'}]}")));
            QVERIFY(compact(json.value(QLatin1String("meta")).toObject()).contains("\"SUBSETTED\""));
            QCOMPARE(json.value(QLatin1String("id")).toString(), QString(u"day-" + day));
            QVERIFY(entry.value(QLatin1String("fullUrl")).toString().endsWith(QString(u"/Appointment/day-" + day)));
            const auto start = QDateTime::fromString(json.value(QLatin1String("start")).toString(), Qt::ISODate);
            const auto end = QDateTime::fromString(json.value(QLatin1String("end")).toString(), Qt::ISODate);
            QVERIFY(start.time() == QTime(0, 0) && end == start.addDays(1));
            QCOMPARE(QDateTime::fromString(json.value(QLatin1String("meta"))[QLatin1String("lastUpdated")].toString(),
                                           Qt::ISODateWithMs),
                     end);
            QCOMPARE(json.value(QLatin1String("status")).toString(),
                     day == QLatin1String("2026-11-15") ? QStringLiteral("noshow") : QStringLiteral("fulfilled"));
        }
        found.sort();
        QCOMPARE(found, days);
        QCOMPARE(m_family.clinic.send("GET", "Appointment?patient=p101&_summary=count", token)
                     .json()
                     .value(QLatin1String("total"))
                     .toInt(),
                 entriesOf(m_family.clinic.send("GET", "Appointment?patient=p101&_count=200", token).json()).size());
        // No other way leads to them: nobody asks when it was, or whether this session was one of them.
        for (const QByteArray &query :
             {QByteArray("?patient=p101&date=ge2026-11-16T17:00:00-05:00"), QByteArray("?patient=p101&_sort=date"),
              QByteArray("?patient=p101&_lastUpdated=ge2026-11-01"), QByteArray("?patient=p101&_id=" + past.mid(12))})
            QVERIFY2(entries(query).isEmpty(), query.constData());
        for (const QByteArray &path : {past, missed, second, sunday, today, QByteArray("Appointment/day-2026-11-16")})
            QCOMPARE(m_family.clinic.send("GET", path, token).status, 404);
        // One at a time they are the same, and the address of the next page tells no id.
        QByteArray query = "?patient=p101&_count=1";
        QStringList paged;
        for (int page = 0; page < 200 && !query.isEmpty(); ++page) {
            for (const QJsonObject &entry : entries(query))
                paged << entry.value(QLatin1String("resource"))[QLatin1String("start")].toString().left(10);
            const QJsonArray links =
                m_family.clinic.send("GET", "Appointment" + query, token).json().value(QLatin1String("link")).toArray();
            query.clear();
            for (const QJsonValue &link : links) {
                if (link[QLatin1String("relation")].toString() == QLatin1String("next"))
                    query = '?' + link[QLatin1String("url")].toString().section(u'?', 1).toLatin1();
            }
            QByteArray told = QByteArray::fromBase64(query.mid(query.indexOf("_page=") + 6), QByteArray::Base64UrlEncoding);
            told.replace('\0', "");
            for (const QByteArray &path : {past, missed, second, sunday})
                QVERIFY(!told.contains(path.mid(12)));
        }
        paged.sort();
        QCOMPARE(paged, days);
        QCOMPARE(m_family.setStatus(FamilyClinic::target(invited, "consent"), QStringLiteral("inactive")), 200);
        for (const QByteArray &path : {past, missed, second, sunday, today})
            setStatus(path, "entered-in-error");
    }

    // Where the clinic's clocks are not known, no day is told: a session in the evening would count for the day after.
    void noDayWhereTheDaysAreNotKnown()
    {
        using namespace Qt::Literals::StringLiterals;
        const QByteArray clinic = "Organization/"
            + m_family.clinic.send("GET", "Patient/p101", m_family.dana)
                  .json()["managingOrganization"_L1]["reference"_L1]
                  .toString()
                  .section(u'/', 1)
                  .toLatin1();
        const QJsonObject known = m_family.clinic.send("GET", clinic, m_family.dana).json();
        QJsonObject unknown = known;
        QJsonArray extensions = known["extension"_L1].toArray();
        for (qsizetype i = extensions.size() - 1; i >= 0; --i) {
            if (extensions.at(i)["url"_L1].toString().endsWith("/time-zone"_L1))
                extensions.removeAt(i);
        }
        unknown.remove("extension"_L1);
        if (!extensions.isEmpty())
            unknown.insert("extension"_L1, extensions);
        QVERIFY(unknown != known);
        const QByteArray missed = m_family.session("group", -69 * 60, -68 * 60); // Sunday evening in New York, Monday in UTC
        setStatus(missed, "noshow");
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(
            newUrn(), parsed("{'share':[{'valueCode':'attendance'}],'signed':{'valueInstant':'2026-11-14T12:00:00Z'}}")));
        QVERIFY2(invited.status == 200, invited.body.constData());
        const QByteArray token = m_family.accept(invited, u"zone.ana"_s);
        const auto isTold = [&](const char *day) {
            return m_family.clinic.send("GET", "Appointment?patient=p101&_count=200", token).body.contains(day);
        };
        QVERIFY(isTold("\"day-2026-11-15\""));
        QCOMPARE(m_family.clinic.send("PUT", clinic, m_family.dana, compact(unknown)).status, 200);
        QVERIFY(!isTold("\"day-"));
        QCOMPARE(m_family.clinic.send("PUT", clinic, m_family.dana, compact(known)).status, 200);
        QVERIFY(isTold("\"day-2026-11-15\""));
        QCOMPARE(m_family.setStatus(FamilyClinic::target(invited, "consent"), u"inactive"_s), 200);
        setStatus(missed, "entered-in-error");
    }

    // Nor do many sessions of before make a search of days too costly.
    void manySessionsOfBefore()
    {
        using namespace Qt::Literals::StringLiterals;
        QByteArray lines;
        for (int i = 0; i < 3000; ++i)
            lines += QByteArray("{'resourceType':'Appointment','id':'before") + QByteArray::number(i)
                + "','status':'fulfilled','start':'2020-01-01T15:00:00Z','end':'2020-01-01T16:00:00Z','participant':[{'status':"
                  "'accepted','actor':{'reference':'Patient/p101'}}]}\n";
        const auto done =
            ClinicProcess::runToEnd({u"import"_s, u"-"_s, u"--database"_s, m_family.database}, lines.replace('\'', '"'));
        QVERIFY2(done.code == 0, done.errors.constData());
        const HttpAnswer invited =
            m_family.invite(FamilyClinic::invitation(newUrn(), parsed("{'share':[{'valueCode':'attendance'}]}")));
        const QByteArray token = m_family.accept(invited, u"many.ana"_s);
        const HttpAnswer found = m_family.clinic.send("GET", "Appointment?patient=p101&_count=50", token);
        QVERIFY2(found.status == 200, found.body.constData());
        QCOMPARE(m_family.setStatus(FamilyClinic::target(invited, "consent"), u"inactive"_s), 200);
    }

    // Of what staff note of a patient that patient reads what is opened to them, and nothing else on any way; and writes none of it.
    void whatStaffNote_data()
    {
        QTest::addColumn<QByteArray>("codings");
        QTest::addColumn<QByteArray>("patient");
        QTest::addColumn<bool>("isShown");
        const QByteArray ours = "{'system':'https://handrail.example/fhir/CodeSystem/flag','code':'";
        const QByteArray visible = ours + "patient-visible'}", maya = "p101";
        QTest::newRow("opened") << visible << maya << true;
        QTest::newRow("for staff") << QByteArray("{'system':'urn:x','code':'watch'}") << maya << false;
        QTest::newRow("the same code of another list")
            << QByteArray("{'system':'urn:x','code':'patient-visible'}") << maya << false;
        QTest::newRow("of another patient") << visible << QByteArray("p102") << false;
        QTest::newRow("that hides the family feature") << QByteArray(visible + ',' + ours + "no-joint'}") << maya << false;
    }
    void whatStaffNote()
    {
        QFETCH(QByteArray, codings);
        QFETCH(QByteArray, patient);
        QFETCH(bool, isShown);
        QJsonObject flag = parsed("{'resourceType':'Flag','status':'active','subject':{'reference':'Patient/" + patient
                                  + "'},'code':{'text':'Latex allergy','coding':[" + codings + "]}}");
        const HttpAnswer made = m_family.clinic.send("POST", "Flag", m_family.dana, compact(flag));
        QCOMPARE(made.status, 201);
        const QByteArray id = made.json().value(QLatin1String("id")).toString().toLatin1(), path = "Flag/" + id;
        // Order: read history vread batch search.
        const auto ways = [&](const QByteArray &token) {
            const auto status = [&](const QByteArray &where) {
                return QString::number(m_family.clinic.send("GET", where, token).status);
            };
            const QByteArray bundle =
                "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{\"request\":{\"method\":\"GET\",\"url\":\"" + path
                + "\"}}]}";
            const QJsonValue inBatch = entriesOf(m_family.clinic.send("POST", "", token, bundle).json()).at(0);
            const QByteArray found = m_family.clinic.send("GET", "Flag?_count=200", token).body;
            return QStringList{status(path), status(path + "/_history"), status(path + "/_history/1"),
                               inBatch[QLatin1String("response")][QLatin1String("status")].toString().left(3),
                               found.contains(id) ? QStringLiteral("+") : QStringLiteral("0")}
                .join(u' ');
        };
        const QString shut = QStringLiteral("404 404 404 404 0");
        QCOMPARE(ways(m_family.maya), isShown ? QStringLiteral("200 200 200 200 +") : shut);
        QCOMPARE(m_family.clinic.send("POST", "Flag", m_family.maya, compact(flag)).status, 403);
        // Staff take it back, and it is there no more, as it was before neither.
        flag = made.json();
        flag.insert(QStringLiteral("status"), QStringLiteral("inactive"));
        flag.insert(QStringLiteral("code"), parsed("{'text':'Latex allergy'}"));
        QCOMPARE(m_family.clinic.send("PUT", path, m_family.dana, compact(flag)).status, 200);
        QCOMPARE(ways(m_family.maya), shut);
    }

    // Where the clinic fears for somebody, there is no such thing as a family feature.
    void theFlagLeavesNoTrace()
    {
        const auto staffsFlags = [&] { // in the patient's log: those that are open to them
            const QJsonArray entries = entriesOf(m_family.clinic.send("GET", "AuditEvent?_count=200", m_family.maya).json());
            return std::count_if(entries.begin(), entries.end(), [](const QJsonValue &entry) {
                const QByteArray event = compact(entry.toObject());
                return event.contains("Practitioner/") && event.contains("Flag");
            });
        };
        const auto open = staffsFlags();
        const QByteArray asked = "Flag?patient=p101&_count=1&_sort=-_lastUpdated";
        QCOMPARE(entriesOf(m_family.clinic.send("GET", QByteArray(asked + "&_id=none"), m_family.dana).json()).size(), 0);
        QCOMPARE(staffsFlags(), open + 1); // that staff asked is there where there is none
        const HttpAnswer before = m_family.invite(FamilyClinic::invitation(newUrn()));
        QCOMPARE(before.status, 200);
        QJsonObject flag =
            parsed("{'resourceType':'Flag','status':'active','subject':{'reference':'Patient/p101'},'code':{'coding':[{"
                   "'system':'https://handrail.example/fhir/CodeSystem/flag','code':'no-joint'}]}}");
        const HttpAnswer made = m_family.clinic.send("POST", "Flag", m_family.dana, compact(flag));
        QCOMPARE(made.status, 201);
        const HttpAnswer shut = m_family.invite(FamilyClinic::invitation(newUrn()));
        const HttpAnswer unknown =
            m_family.clinic.send("POST", "Patient/p101/$no-such-thing", m_family.maya, compact(FamilyClinic::invitation(newUrn())));
        QCOMPARE(shut.status, 404);
        QCOMPARE(shut.body, unknown.body);
        auto plain = [](const HttpAnswer &answer) {
            QList<QByteArray> names;
            for (const auto &header : answer.headers)
                names.append(header.first + (header.first == "Date" ? QByteArray() : header.second));
            return names;
        };
        QCOMPARE(plain(shut), plain(unknown));
        QCOMPARE(entriesOf(m_family.clinic.send("GET", "Flag", m_family.maya).json()).size(), 0);
        // An invitation from before opens nothing either.
        QCOMPARE(m_family.open(FamilyClinic::text(before, "link"), FamilyClinic::text(before, "code")).status, 404);
        flag = made.json();
        flag.insert(QStringLiteral("status"), QStringLiteral("inactive"));
        const QByteArray path = "Flag/" + flag.value(QLatin1String("id")).toString().toLatin1();
        QCOMPARE(m_family.clinic.send("GET", path, m_family.dana).status, 200);
        QCOMPARE(entriesOf(m_family.clinic.send("GET", asked, m_family.dana).json()).size(), 1);
        QCOMPARE(m_family.clinic.send("PUT", path, m_family.dana, compact(flag)).status, 200);
        // Nor in the log of who looked: it is staff's that there is one, who wrote it, read it and ended it.
        for (const QJsonValue &entry : entriesOf(m_family.clinic.send("GET", "AuditEvent?_count=200", m_family.maya).json())) {
            const QByteArray event = compact(entry.toObject());
            QVERIFY2(!event.contains(path), event.constData());
        }
        QCOMPARE(staffsFlags(), open + 2); // and the same row where there is one
        QVERIFY(m_family.clinic.send("GET", "AuditEvent?_count=200", m_family.dana).body.contains(path));
        QCOMPARE(m_family.setStatus(FamilyClinic::target(before, "consent"), QStringLiteral("inactive")), 200);
    }

    // Nor that staff listed what came in, where that is nothing but a relative's word. An answer to a session is looked at as what it is.
    void theInboxTellsOfNoRelativesWord()
    {
        using namespace Qt::Literals::StringLiterals;
        const auto looked = [&](const char *patient, const QByteArray &token) {
            QByteArrayList types;
            for (const QJsonValue &entry : entriesOf(m_family.clinic.send("GET", "AuditEvent?_count=200", token).json())) {
                const QJsonObject event = entry["resource"_L1].toObject();
                if (event["action"_L1].toString() == "E"_L1 && !compact(event["agent"_L1][0].toObject()).contains(patient))
                    types << event["entity"_L1][0]["what"_L1]["display"_L1].toString().toLatin1();
            }
            std::sort(types.begin(), types.end());
            return types;
        };
        const auto list = [&] {
            const auto done = ClinicProcess::runToEnd({u"inbox"_s, u"--open"_s, u"--database"_s, m_family.database});
            return done.code == 0 ? done.output : QByteArray();
        };
        const auto import = [&](QByteArray line) {
            return ClinicProcess::runToEnd({u"import"_s, u"-"_s, u"--database"_s, m_family.database}, line.replace('\'', '"')).code;
        };
        const QByteArrayList before = looked("Patient/p102", m_family.jordan);
        const QByteArray word = "{'resourceType':'Communication','id':'%1','status':'completed','subject':{'reference':"
                                "'Patient/p102'},'sender':{'reference':'RelatedPerson/r102-1'},'payload':[{'contentString':'Word "
                                "%1'}]%2}\n";
        const auto with = [&](const char *id, const QByteArray &more) {
            return QByteArray(word).replace("%1", id).replace("%2", more);
        };
        QCOMPARE(import(with("bare", {})
                        + with("marked",
                               ",'category':[{'coding':[{'system':'https://handrail.example/fhir/CodeSystem/message-kind','code':"
                               "'secure-message'}]}]")),
                 0);
        const QByteArrayList imported = looked("Patient/p102", m_family.jordan);
        QCOMPARE(imported, before);
        const QByteArray shown = list();
        QVERIFY2(shown.contains("Word bare") && shown.contains("Word marked"), shown.constData());
        QCOMPARE(looked("Patient/p102", m_family.jordan), before);

        const QByteArray session = m_family.session("group", 60, 120);
        const QByteArrayList mayas = looked("Patient/p101", m_family.maya);
        QCOMPARE(import("{'resourceType':'AppointmentResponse','id':'no','appointment':{'reference':'" + session
                        + "'},'actor':{'reference':'Patient/p101'},'participantStatus':'declined'}\n"),
                 0);
        QVERIFY(list().contains("AppointmentResponse/no"));
        QVERIFY(looked("Patient/p101", m_family.maya).count("AppointmentResponse") == mayas.count("AppointmentResponse") + 1);
        setStatus(session, "entered-in-error");
    }

    // Nor when it becomes such a flag, or is taken away; nor what a relative told the clinic, once that is gone.
    void whatWasTakenAwayLeavesNoTrace()
    {
        using namespace Qt::Literals::StringLiterals;
        const auto import = [&](QByteArray text) {
            return ClinicProcess::runToEnd({u"import"_s, u"-"_s, u"--database"_s, m_family.database}, text.replace('\'', '"')).code;
        };
        const QByteArray flag =
                             "{'resourceType':'Flag','id':'away','status':'active','subject':{'reference':'Patient/p101'},'code':{"
                             "'coding':[{'system':'https://handrail.example/fhir/CodeSystem/flag','code':'no-joint'}]}}\n",
                         concern = "{'resourceType':'Communication','id':'gone','status':'completed','subject':{'reference':"
                                   "'Patient/p101'},'sender':{'reference':'RelatedPerson/r101-1'},'category':[{'coding':[{'system':"
                                   "'https://handrail.example/fhir/CodeSystem/message-kind','code':'concern'}]}]}\n";
        const QByteArrayList paths{"Flag/away", "Communication/gone"};
        const auto rows = [&] {
            QList<QByteArray> found;
            for (const QJsonValue &entry : entriesOf(m_family.clinic.send("GET", "AuditEvent?_count=200", m_family.maya).json())) {
                const QJsonObject event = entry["resource"_L1].toObject();
                // Of the whole type, as an import has them, or of the record; by staff or at the machine.
                const QString what = event["entity"_L1][0]["what"_L1]["reference"_L1].toString()
                    + event["entity"_L1][0]["what"_L1]["display"_L1].toString();
                if (!compact(event["agent"_L1][0].toObject()).contains("Patient/p101")
                    && (what.startsWith("Flag"_L1) || what.startsWith("Communication"_L1)))
                    found << compact(event);
            }
            return found;
        };
        const auto before = rows();
        QCOMPARE(import(flag + concern), 0);
        QByteArray deleted = "{'resourceType':'Bundle','type':'transaction','entry':[";
        for (const QByteArray &path : paths)
            deleted += (path == paths.first() ? "" : ",") + ("{'request':{'method':'DELETE','url':'" + path + "'}}");
        QCOMPARE(import(deleted + "]}"), 0);
        for (const QByteArray &path : paths) {
            QCOMPARE(m_family.clinic.send("GET", path, m_family.dana).status, 410);
            QCOMPARE(m_family.clinic.send("GET", path + "/_history", m_family.dana).status, 200);
        }
        QCOMPARE(rows(), before);
        for (const QByteArray &path : paths)
            QCOMPARE(m_family.clinic.send("GET", path, m_family.maya).status, 404); // as what never was

        QByteArray note = flag;
        note.replace("'id':'away',", "").replace("no-joint", "note");
        const HttpAnswer made = m_family.clinic.send("POST", "Flag", m_family.dana, compact(parsed(note)));
        QCOMPARE(made.status, 201);
        QJsonObject now = parsed(flag);
        now.insert("id"_L1, made.json().value("id"_L1));
        const QByteArray path = "Flag/" + now["id"_L1].toString().toLatin1();
        const auto noted = rows();
        QCOMPARE(m_family.clinic.send("PUT", path, m_family.dana, compact(now)).status, 200);
        QCOMPARE(rows(), noted);
        now.insert("status"_L1, u"inactive"_s);
        QCOMPARE(m_family.clinic.send("PUT", path, m_family.dana, compact(now)).status, 200);
    }

    // Staff note while a video session runs that the patient is missing: a relative who may not know reads it as booked, and the door tells no
    // more. Nor does it shut out the patient, who may come still.
    void theDoorDoesNotTellWhoIsMissing()
    {
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn()));
        const QByteArray ana = m_family.accept(invited, QStringLiteral("door.ana"));
        QVERIFY(!ana.isEmpty());
        const QJsonObject video = parsed(
            "{'extension':[{'url':'http://hl7.org/fhir/5.0/StructureDefinition/extension-Appointment.virtualService','extension':["
            "{'url':'channelType','valueCoding':{'system':'https://handrail.example/fhir/CodeSystem/channel','code':'video'}},"
            "{'url':'address','valueUrl':'https://video.example/room/7'}]}]}");
        const auto how = [this](const QByteArray &session, const QByteArray &token) -> QString {
            const HttpAnswer answer = m_family.clinic.send("POST", session + "/$join", token);
            if (answer.status != 200)
                return FamilyClinic::reason(answer);
            return FamilyClinic::value(answer, "late").toBool() ? QStringLiteral("late") : QStringLiteral("in");
        };
        for (const auto &[startsIn, told] : {std::pair(30, "too-early"), std::pair(-4, "in"), std::pair(-13, "late")}) {
            const QByteArray session = m_family.session("family", startsIn, 90, video);
            setStatus(session, "noshow");
            QCOMPARE(m_family.clinic.send("GET", session, ana).json().value(QLatin1String("status")).toString(),
                     QStringLiteral("booked"));
            QCOMPARE(how(session, ana), QLatin1String(told));
            QCOMPARE(how(session, m_family.maya), QLatin1String(told));
            setStatus(session, "fulfilled"); // it ended early
            QCOMPARE(how(session, m_family.maya), QStringLiteral("over"));
        }
        const QByteArray over = m_family.session("family", -24 * 60, -23 * 60, video);
        setStatus(over, "noshow");
        QCOMPARE(how(over, m_family.maya), QStringLiteral("over"));
    }

private:
    void setStatus(const QByteArray &path, const char *status) const
    {
        QJsonObject json = m_family.clinic.send("GET", path, m_family.dana).json();
        json.insert(QStringLiteral("status"), QLatin1String(status));
        QCOMPARE(m_family.clinic.send("PUT", path, m_family.dana, compact(json)).status, 200);
    }

    FamilyClinic m_family;
    int m_number = 0;
};

QTEST_GUILESS_MAIN(TestClinicUntold)
#include "tst_clinic_untold.moc"
