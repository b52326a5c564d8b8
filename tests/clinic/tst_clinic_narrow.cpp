// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FamilyClinic.h"

#include <QSet>
#include <QTest>
#include <algorithm>
#include <functional>

using namespace handrail::test;

namespace {

QJsonObject parsed(const QByteArray &text)
{
    return FamilyClinic::parsed(text);
}

} // namespace

/// How narrow a relative's door is: what tells nothing of others or of what changed, how often one may write, and who is told of its end.
class TestClinicNarrow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_family.start()); }
    void cleanupTestCase() { QCOMPARE(m_family.clinic.stop(), 0); }

    // Neither the order of what was found nor a version tells which session staff noted something in.
    void whatChangedLastIsNotTold()
    {
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn(), parsed("{'share':[{'valueCode':'busy'}]}")));
        const QByteArray token = m_family.accept(invited, QStringLiteral("last.changed"));
        const QByteArray family = m_family.session("family", 50 * 60, 51 * 60), first = m_family.session("group", 52 * 60, 53 * 60);
        QVERIFY(!m_family.session("group", 54 * 60, 55 * 60).isEmpty());
        const QByteArray later = FamilyClinic::at(60), busy = m_family.busyAt(first, token);
        QVERIFY(!busy.isEmpty());
        const QByteArrayList searches{"Appointment?_count=200",
                                      "Appointment?_count=200&patient=p101&_sort=_lastUpdated",
                                      "Appointment?_count=200&patient=p101&_sort=-_lastUpdated",
                                      "Appointment?_count=200&patient=p101&_sort=date,-_lastUpdated",
                                      "Appointment?_count=200&_lastUpdated=lt" + later,
                                      "Appointment?_count=2&_sort=-_lastUpdated"};
        const auto seen = [&] {
            QStringList all;
            for (const QByteArray &search : searches) {
                const HttpAnswer found = clinic().send("GET", search, token);
                all << (found.status == 200 ? idsOf(found.json()).join(u' ') : QString::number(found.status));
            }
            for (const QByteArray &path : {family, busy}) {
                const HttpAnswer read = clinic().send("GET", path, token);
                all << QString::fromUtf8(read.body + read.header("ETag") + read.header("Last-Modified"));
            }
            return all;
        };
        const QStringList before = seen();
        QVERIFY(before.first().contains(QString::fromLatin1(family.mid(12))));
        QVERIFY(before.at(4).contains(QString::fromLatin1(busy.mid(12))));
        setStatus(first, "arrived");
        QCOMPARE(seen(), before);
        setStatus(family, "arrived");
        setStatus(family, "noshow");
        QCOMPARE(seen(), before);
        for (const QByteArray &path : {family, first, busy}) {
            QCOMPARE(clinic().send("GET", path + "/_history", token).status, 404);
            QCOMPARE(clinic().send("GET", path + "/_history/1", token).status, 404);
        }
        QCOMPARE(clinic().send("GET", "Appointment?_lastUpdated=gexx", token).status, 400);
        QCOMPARE(m_family.setStatus(FamilyClinic::target(invited, "consent"), QStringLiteral("inactive")), 200);
    }

    // That somebody is busy then is all that is told of a session that is not for families: not in an id, an address or a link either, and no
    // search finds by what it is.
    void whatKindOfSessionIsNotTold()
    {
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn(), parsed("{'share':[{'valueCode':'busy'}]}")));
        const QByteArray token = m_family.accept(invited, QStringLiteral("no.kind"));
        QCOMPARE(write("AppointmentResponse",
                       "'appointment':{'reference':'" + m_family.session("family", 40 * 60, 41 * 60)
                           + "'},'participantStatus':'accepted','actor':{'reference':'" + FamilyClinic::target(invited, "person")
                           + "'}",
                       token),
                 201);
        QSet<QString> inAnswer; // its members
        // The sample's own: a group, a one-on-one, a class, a medication visit.
        int busy = 0;
        QStringList told;
        const auto lookAt = [&](const QString &text) {
            for (const char *word : {"group", "individual", "family", "education", "medication", "intake", "mind-body", "aftercare",
                                     "one-on-one", "evening", "alumni"}) {
                if (text.contains(QLatin1String(word), Qt::CaseInsensitive))
                    told << text;
            }
        };
        const std::function<void(const QJsonValue &)> lookInto = [&](const QJsonValue &value) {
            for (const QJsonValue &each : value.isArray() ? value.toArray() : QJsonArray())
                lookInto(each);
            const QJsonObject members = value.toObject();
            for (const QJsonValue &each : members)
                lookInto(each);
            lookAt(value.toString());
        };
        for (QByteArray next :
             {QByteArray("Appointment?_count=7"), QByteArray("Appointment?_count=200&patient=p101&_sort=-date"),
              QByteArray("Appointment?_count=200&date=ge2026-11-10&_include=Appointment:actor&_include=Appointment:location"),
              QByteArray("Appointment?_count=200&status=booked"), QByteArray("Appointment?_count=200&_summary=true"),
              QByteArray("Appointment?_count=200&_elements=identifier,serviceType"), QByteArray("AppointmentResponse?_count=200"),
              QByteArray("CareTeam?_count=200"), QByteArray("Organization?_count=200"), QByteArray("Location?_count=200")}) {
            while (!next.isEmpty()) {
                const QJsonObject page = clinic().send("GET", next, token).json();
                QCOMPARE(page.value(QLatin1String("resourceType")).toString(), QStringLiteral("Bundle"));
                next = linkOf(page, "next");
                lookAt(QString::fromUtf8(next));
                for (const QJsonValue &each : entriesOf(page)) {
                    const QJsonObject record = each[QLatin1String("resource")].toObject();
                    const bool isSession = record.value(QLatin1String("resourceType")) == QLatin1String("Appointment");
                    if (isSession && compact(record).contains("\"family\"")) {
                        QVERIFY(!each[QLatin1String("fullUrl")].toString().contains(QLatin1String("family")));
                        continue; // it is open as a whole
                    }
                    lookInto(each);
                    if (record.value(QLatin1String("resourceType")) == QLatin1String("AppointmentResponse")) {
                        const QStringList keys = record.keys();
                        inAnswer += QSet<QString>(keys.begin(), keys.end());
                    }
                    if (!isSession)
                        continue;
                    ++busy;
                    const HttpAnswer read =
                        clinic().send("GET", "Appointment/" + record.value(QLatin1String("id")).toString().toLatin1(), token);
                    QCOMPARE(read.status, 200);
                    lookInto(read.json());
                    lookAt(QString::fromUtf8(read.header("Location") + read.header("Content-Location") + read.header("ETag")));
                }
            }
        }
        QVERIFY(busy > 50);
        QCOMPARE(inAnswer,
                 QSet<QString>({QStringLiteral("resourceType"), QStringLiteral("id"), QStringLiteral("meta"),
                                QStringLiteral("identifier"), QStringLiteral("appointment"), QStringLiteral("actor"),
                                QStringLiteral("participantStatus")}));
        QVERIFY2(told.isEmpty(), told.value(0).toUtf8().constData());
        for (const char *kind : {"group", "individual", "education", "medication"}) {
            const HttpAnswer found = clinic().send("GET", QByteArray("Appointment?_count=200&service-type=") + kind, token);
            QCOMPARE(idsOf(found.json()), idsOf(clinic().send("GET", "Appointment?_count=200", token).json())); // it is not heeded
        }
        QCOMPARE(m_family.setStatus(FamilyClinic::target(invited, "consent"), QStringLiteral("inactive")), 200);
    }

    // Each type that a relative may search, page by page: all of theirs once and in order, among what is not theirs; and from the page on that
    // comes after the patient's Stop, nothing.
    void pagesOfEachType_data()
    {
        QTest::addColumn<QByteArray>("search");
        QTest::addColumn<int>("least");
        QTest::newRow("sessions and busy times") << QByteArray("Appointment?patient=p101&date=ge2026-11-10") << 6;
        QTest::newRow("sessions, by time") << QByteArray("Appointment?_sort=-date") << 3;
        QTest::newRow("answers") << QByteArray("AppointmentResponse?_sort=_lastUpdated") << 3;
        QTest::newRow("care teams") << QByteArray("CareTeam?patient=p101") << 3;
        QTest::newRow("messages") << QByteArray("Communication?patient=p101") << 3;
        QTest::newRow("organizations") << QByteArray("Organization?_sort=_lastUpdated") << 3;
        QTest::newRow("libraries") << QByteArray("Library?_sort=-_lastUpdated") << 3;
    }
    void pagesOfEachType()
    {
        QFETCH(QByteArray, search);
        QFETCH(int, least);
        const QString name = QStringLiteral("pages.%1").arg(++m_number);
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn(), parsed("{'share':[{'valueCode':'busy'}]}")));
        const QByteArray token = m_family.accept(invited, name), person = FamilyClinic::target(invited, "person");
        fillAround(person, token);
        const auto ask = [&](const QByteArray &path, const QByteArray &who) { return clinic().send("GET", path, who); };
        const QByteArray more = search.contains('?') ? "&_count=" : "?_count=";
        const QStringList all = idsOf(ask(search + more + "200", token).json());
        QVERIFY2(all.size() >= least, all.join(u' ').toUtf8().constData());
        for (const int count : {1, 2}) {
            QStringList paged;
            QByteArray next = search + more + QByteArray::number(count);
            while (!next.isEmpty() && paged.size() <= all.size()) {
                const HttpAnswer page = ask(next, token);
                QCOMPARE(page.status, 200);
                const QStringList ids = idsOf(page.json());
                QVERIFY(ids.size() == count || linkOf(page.json(), "next").isEmpty());
                paged << ids;
                next = linkOf(page.json(), "next");
            }
            QCOMPARE(paged, all);
        }
        const QByteArray next = linkOf(ask(search + more + "2", token).json(), "next");
        QVERIFY(!next.isEmpty());
        // It is this person's page, of this search.
        for (const QByteArray &other : {m_family.maya, m_family.jordan, m_family.dana})
            QVERIFY2(ask(next, other).status == 410 || ask(next, other).status == 403, next.constData());
        for (const auto &[asked, instead] : {std::pair("_count=2", "_count=3"), std::pair("_page=", "_id=x&_page=")})
            QCOMPARE(ask(QByteArray(next).replace(asked, instead), token).status, 410);
        QCOMPARE(m_family.setStatus(FamilyClinic::target(invited, "consent"), QStringLiteral("inactive")), 200);
        QCOMPARE(ask(next, token).status, 401);
        const HttpAnswer after = ask(next, m_family.token(name.toLatin1().constData(), FamilyClinic::relativeScope, "blue lamp 7"));
        QCOMPARE(after.status, 200);
        QVERIFY2(entriesOf(after.json()).isEmpty() && linkOf(after.json(), "next").isEmpty(), after.body.constData());
    }

    // The sign-in goes on, and less is shared from the second page on.
    void lessFromTheSecondPageOn()
    {
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn(), parsed("{'share':[{'valueCode':'busy'}]}")));
        const QByteArray token = m_family.accept(invited, QStringLiteral("less.shared"));
        fillAround(FamilyClinic::target(invited, "person"), token);
        const auto isBusyAlone = [](const QJsonValue &entry) {
            return !entry.toObject().value(QLatin1String("resource")).toObject().contains(QLatin1String("serviceType"));
        };
        const auto rest = [&](QByteArray next) {
            QJsonArray entries;
            while (!next.isEmpty()) {
                const QJsonObject page = clinic().send("GET", next, token).json();
                for (const QJsonValue &entry : entriesOf(page))
                    entries.append(entry);
                next = linkOf(page, "next");
            }
            return entries;
        };
        const QByteArray next =
            linkOf(clinic().send("GET", "Appointment?patient=p101&date=ge2026-11-10&_count=1", token).json(), "next");
        const QJsonArray before = rest(next);
        QVERIFY(std::any_of(before.begin(), before.end(), isBusyAlone) && !std::all_of(before.begin(), before.end(), isBusyAlone));
        const QByteArray path = FamilyClinic::target(invited, "consent");
        const HttpAnswer consent = clinic().send("GET", path, m_family.dana);
        const QByteArray narrowed = QByteArray(consent.body).replace("\"code\":\"busy\"", "\"code\":\"family-sessions\"");
        QVERIFY(narrowed != consent.body);
        QCOMPARE(clinic().send("PUT", path, m_family.dana, narrowed, {{"If-Match", consent.header("ETag")}}).status, 200);
        const QJsonArray after = rest(next);
        QVERIFY(!after.isEmpty() && std::none_of(after.begin(), after.end(), isBusyAlone));
        QCOMPARE(m_family.setStatus(path, QStringLiteral("inactive")), 200);
    }

    // Whoever else is in a session, and however they are named: neither the relative nor the patient learns of it, or finds by it.
    void nobodyElseIsNamed()
    {
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn()));
        const QByteArray person = FamilyClinic::target(invited, "person");
        const QByteArray token = m_family.accept(invited, QStringLiteral("nobody.else"));
        const QByteArray base = clinic().base().toString().toLatin1();
        QByteArray people =
            "{'actor':{'reference':'Patient/p101','display':'Maya Bell'},'status':'accepted'},{'actor':{'reference':"
            "'Practitioner/s1','display':'Dana Ruiz'},'status':'accepted'}";
        for (const QByteArray &other :
             {QByteArray("'reference':'Patient/p102'"), QByteArray("'reference':'RelatedPerson/r102-2'"),
              QByteArray("'reference':'Patient/p102/_history/1'"), QByteArray("'reference':'" + base + "/Patient/p102'"),
              QByteArray("'reference':'https://other.example/fhir/R4/Patient/p102'"), QByteArray("'identifier':{'value':'p102'}"),
              QByteArray("'type':'Patient'")})
            people += ",{'actor':{" + other + ",'display':'Jordan Hale'},'status':'accepted'}";
        const QByteArray session = m_family.session("family", 60 * 60, 61 * 60, parsed("{'participant':[" + people + "]}"));
        QVERIFY(m_family.isIn(session, person));
        QVERIFY(clinic().send("GET", session, m_family.dana).body.contains("Jordan Hale"));
        for (const QByteArray &who : {token, m_family.maya}) {
            for (const QByteArray &path : {session, QByteArray("Appointment?_count=200&date=2026-11-21")}) {
                const HttpAnswer read = clinic().send("GET", path, who);
                QVERIFY(read.status == 200 && read.body.contains("Dana Ruiz") && read.body.contains(person));
                QVERIFY2(!read.body.contains("Jordan") && !read.body.contains("p102"), read.body.constData());
            }
            const HttpAnswer old = clinic().send("GET", session + "/_history/1", who);
            QVERIFY(!old.body.contains("Jordan") && !old.body.contains("p102"));
            for (const QByteArray &query :
                 {QByteArray("actor=Patient/p102"), QByteArray("actor:Patient=p102"), QByteArray("actor=p102"),
                  QByteArray("patient=p102"), QByteArray("patient=Patient/p102"), QByteArray("actor=RelatedPerson/r102-2"),
                  QByteArray("actor:RelatedPerson=r102-2"), QByteArray("actor=r102-2"),
                  QByteArray("actor=https://other.example/fhir/R4/Patient/p102"), QByteArray("actor=Patient/p103,Patient/p102")}) {
                QCOMPARE(idsOf(clinic().send("GET", "Appointment?" + query, who).json()), QStringList());
                QVERIFY2(clinic().send("GET", "Appointment?_summary=count&" + query, who).body.contains("\"total\":0"),
                         query.constData());
                QCOMPARE(idsOf(clinic()
                                   .send("POST", "Appointment/_search", who, query,
                                         {{"Content-Type", "application/x-www-form-urlencoded"}})
                                   .json()),
                         QStringList());
            }
            for (const char *query : {"actor=Patient/p101", "actor=Practitioner/s1", "patient=p101"})
                QVERIFY(idsOf(clinic().send("GET", QByteArray("Appointment?_count=200&") + query, who).json())
                            .contains(QString::fromLatin1(session.mid(12))));
        }
        QVERIFY(idsOf(clinic().send("GET", "Appointment?_count=200&actor=Patient/p102", m_family.dana).json())
                    .contains(QString::fromLatin1(session.mid(12))));
        QVERIFY(idsOf(clinic().send("GET", "Appointment?_count=200&actor=" + person, m_family.maya).json())
                    .contains(QString::fromLatin1(session.mid(12))));
        QCOMPARE(m_family.setStatus(FamilyClinic::target(invited, "consent"), QStringLiteral("inactive")), 200);
    }

    // A device's clock may be some minutes ahead: who is invited is not kept waiting for them.
    void aClockThatIsAheadKeepsNobodyOut()
    {
        const QByteArray session = m_family.session("family", 24 * 60, 25 * 60);
        const HttpAnswer invited = m_family.invite(
            FamilyClinic::invitation(newUrn(), parsed("{'signed':{'valueInstant':'" + FamilyClinic::at(4) + "'}}")));
        QCOMPARE(invited.status, 200);
        QCOMPARE(clinic().send("GET", session, m_family.accept(invited, QStringLiteral("ahead"))).status, 200);
    }

    // The last day is one of the clinic's: at 11:30 pm there it is still the 18th, and the 19th in Greenwich.
    void theLastDayIsTheClinics()
    {
        FamilyClinic late;
        QVERIFY(late.start({QStringLiteral("--now"), QStringLiteral("2026-11-19T04:30:00Z")}));
        for (const auto &[until, status] : {std::pair("2026-11-17", 422), std::pair("2026-11-18", 200),
                                            std::pair("2027-11-18", 200), std::pair("2027-11-19", 422)}) {
            const QByteArray day = QByteArray("{'until':{'valueDate':'") + until + "'}}";
            const HttpAnswer invited = late.invite(FamilyClinic::invitation(newUrn(), parsed(day)));
            QVERIFY2(invited.status == status, QByteArray(until + invited.body).constData());
            QCOMPARE(FamilyClinic::reason(invited), status == 200 ? QString() : QStringLiteral("until"));
        }
        QCOMPARE(late.clinic.stop(), 0);
    }

    // Where a room has an address for good, in its own record or in the session's: staff alone read it, in whatever text it stands, and who may
    // come in asks at the tap.
    void aRoomsAddressIsStaffsAlone()
    {
        const QByteArray lasting = "https://video.example/room/lasting";
        const QByteArray telecom = "'telecom':[{'system':'url','value':'" + lasting + "'},{'system':'phone','value':'2075550100'}]";
        const HttpAnswer room = clinic().send("POST", "Location", m_family.dana,
                                              compact(parsed("{'resourceType':'Location','name':'Video room'," + telecom + '}')));
        QCOMPARE(room.status, 201);
        const QByteArray place = "Location/" + room.json().value(QLatin1String("id")).toString().toLatin1();
        const auto held = [&](const QByteArray &where, const QByteArray &more) {
            return m_family.session("family", 5, 60,
                                    parsed("{'participant':[{'actor':{'reference':'Patient/p101'},'status':'accepted'},{'actor':{"
                                           "'reference':'"
                                           + where + "','display':'Video room'},'status':'accepted'}]" + more + '}'));
        };
        const QByteArray byRecord =
            held(place, ",'patientInstruction':'Bring water. Or go to " + lasting + "','comment':'" + lasting + "'");
        const QByteArray inside = held("#room", ",'contained':[{'resourceType':'Location','id':'room'," + telecom + "}]");
        const QByteArray maya = m_family.token("maya", "launch/patient patient/Appointment.rs user/Location.rs");
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn()));
        const QByteArray ana = m_family.accept(invited, QStringLiteral("lasting.room"));
        for (const QByteArray &session : {byRecord, inside}) {
            QVERIFY(clinic().send("GET", session, m_family.dana).body.contains(lasting));
            for (const QByteArray &who : {maya, ana}) {
                for (const QByteArray &path : {session, QByteArray(session + "/_history/1"), QByteArray("Appointment?_count=200"),
                                               QByteArray("Appointment?_count=200&_include=Appointment:location")}) {
                    const HttpAnswer read = clinic().send("GET", path, who);
                    QVERIFY2(!read.body.contains("video.example"), read.body.constData());
                    QVERIFY(read.status != 200 || read.body.contains("\"channelType\""));
                }
                const HttpAnswer joined = clinic().send("POST", session + "/$join", who);
                QCOMPARE(FamilyClinic::text(joined, "url"), QString::fromLatin1(lasting));
            }
        }
        const HttpAnswer shown = clinic().send("GET", byRecord, maya);
        QCOMPARE(shown.json().value(QLatin1String("patientInstruction")).toString(), QStringLiteral("Bring water. Or go to"));
        QVERIFY(!shown.json().contains(QLatin1String("comment")));
        QVERIFY(clinic().send("GET", inside, maya).body.contains("2075550100")); // whom to call there
        for (const QByteArray &path : {place, QByteArray(place + "/_history/1"), QByteArray("Location?_count=200")}) {
            const HttpAnswer read = clinic().send("GET", path, maya);
            QVERIFY2(read.status == 200 && read.body.contains("2075550100") && !read.body.contains("video.example"),
                     read.body.constData());
            QVERIFY(clinic().send("GET", path, m_family.dana).body.contains(lasting));
        }
        // A place that people go to has a website, and is no room.
        const HttpAnswer house = clinic().send(
            "POST", "Location", m_family.dana,
            compact(parsed("{'resourceType':'Location','name':'Harbor','address':{'text':'214 Harbor Street'}," + telecom + '}')));
        const QByteArray atHouse = held("Location/" + house.json().value(QLatin1String("id")).toString().toLatin1(), "");
        const HttpAnswer there = clinic().send("GET", atHouse, maya);
        QVERIFY2(there.status == 200 && !there.body.contains("channelType"), there.body.constData());
        QCOMPARE(clinic().send("POST", atHouse + "/$join", maya).status, 409);
        QCOMPARE(m_family.setStatus(FamilyClinic::target(invited, "consent"), QStringLiteral("inactive")), 200);
    }

    // Five messages of any kind, and ten answers; then it is minutes until the next one, of each by itself.
    void notWithoutEnd()
    {
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn()));
        const QByteArray token = m_family.accept(invited, QStringLiteral("often"));
        const QByteArray person = FamilyClinic::target(invited, "person");
        const QByteArray session = m_family.session("family", 24 * 60, 25 * 60);
        const auto send = [&](const QByteArray &type, const QByteArray &members, int most, int longest) {
            for (int i = 0; i < most + 2; ++i) {
                const HttpAnswer answer = answerTo(type, members, token);
                QCOMPARE(answer.status, i < most ? 201 : 429);
                const int wait = answer.header("Retry-After").toInt();
                QVERIFY2(i < most ? wait == 0 : wait > 0 && wait <= longest, QByteArray::number(wait).constData());
            }
        };
        const QByteArray word =
            "'status':'completed','subject':{'reference':'Patient/p101'},'sender':{'reference':'" + person + "'}";
        send("Communication", word + kind("concern"), 5, 30 * 60);
        QCOMPARE(write("Communication", word + kind("secure-message"), token), 429);
        send("AppointmentResponse",
             "'appointment':{'reference':'" + session + "'},'actor':{'reference':'" + person + "'},'participantStatus':'accepted'",
             10, 3 * 60);
    }

    // "Your clinic is told" is true: when the patient ended it, not when staff did; once, and without a reason.
    void theClinicIsToldOfAnEnd()
    {
        const auto told = [&](const QByteArray &consent) {
            QByteArrayList lines;
            for (const QByteArray &line : ClinicProcess::runToEnd({QStringLiteral("inbox"), QStringLiteral("--open"),
                                                                   QStringLiteral("--database"), m_family.database})
                                              .output.split('\n')) {
                if (line.contains("\tsharing-ended\t") && line.contains(consent))
                    lines << line;
            }
            return lines;
        };
        for (const bool isOwn : {true, false}) {
            const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn()));
            const QByteArray consent = FamilyClinic::target(invited, "consent");
            QVERIFY(told(consent).isEmpty());
            QCOMPARE(m_family.setStatus(consent, QStringLiteral("inactive"), isOwn ? m_family.maya : m_family.dana), 200);
            const QByteArrayList lines = told(consent);
            QCOMPARE(lines.size(), isOwn ? 1 : 0);
            if (!isOwn)
                continue;
            QVERIFY2(lines.first().contains(QByteArray("\tPatient/p101\t" + consent + '\t')) && lines.first().endsWith('\t'),
                     lines.first().constData());
            const QString item = QString::fromLatin1(lines.first().split('\t').first());
            const auto command = [&](const QString &what, const QByteArray &input = {}) {
                return ClinicProcess::runToEnd(
                           {QStringLiteral("inbox"), what, item, QStringLiteral("--database"), m_family.database}, input)
                    .code;
            };
            QVERIFY(command(QStringLiteral("--reply"), "x") != 0); // it is no message
            QCOMPARE(command(QStringLiteral("--done")), 0);
            QVERIFY(told(consent).isEmpty());
        }
    }

private:
    /// Three records of each type that a relative may find, with others' between them.
    void fillAround(const QByteArray &person, const QByteArray &token)
    {
        for (int i = 0; i < 3; ++i) {
            const int start = (100 + 4 * i) * 60;
            const QByteArray session = m_family.session("family", start, start + 60);
            QVERIFY(!m_family.session("group", start + 120, start + 180).isEmpty());
            const QByteArray answer =
                "'appointment':{'reference':'" + session + "'},'participantStatus':'accepted','actor':{'reference':'";
            QCOMPARE(write("AppointmentResponse", answer + person + "'}", token), 201);
            QCOMPARE(write("AppointmentResponse", answer + "Patient/p101'}", m_family.dana), 201);
            const QByteArray card =
                "'status':'completed','sender':{'reference':'Practitioner/s1'},'subject':{'reference':'Patient/p101'},"
                "'recipient':[{'reference':'";
            QCOMPARE(write("Communication", card + person + "'}]" + kind("how-to-help"), m_family.dana), 201);
            QCOMPARE(write("Communication", card + "RelatedPerson/r101-1'}]" + kind("how-to-help"), m_family.dana), 201);
            for (const char *patient : {"p101", "p102"})
                QCOMPARE(write("CareTeam", QByteArray("'status':'active','subject':{'reference':'Patient/") + patient + "'}",
                               m_family.dana),
                         201);
            QCOMPARE(write("Organization", "'name':'x'", m_family.dana), 201);
            QCOMPARE(write("Library", "'status':'active','type':{'text':'x'}", m_family.dana), 201);
        }
    }
    /// The status of writing such a record, with an identifier where it has one.
    int write(const QByteArray &type, const QByteArray &members, const QByteArray &token)
    {
        return answerTo(type, members, token).status;
    }
    HttpAnswer answerTo(const QByteArray &type, const QByteArray &members, const QByteArray &token)
    {
        return clinic().send("POST", type, token,
                             compact(parsed("{'resourceType':'" + type + "','identifier':[{'system':'urn:ietf:rfc:3986','value':'"
                                            + newUrn() + "'}]," + members + '}')));
    }
    [[nodiscard]] ClinicProcess &clinic() { return m_family.clinic; }
    /// A category, as a member that follows others.
    static QByteArray kind(const char *code)
    {
        return QByteArray(",'category':[{'coding':[{'system':'https://handrail.example/fhir/CodeSystem/message-kind','code':'")
            + code + "'}]}]";
    }
    void setStatus(const QByteArray &path, const char *status)
    {
        QJsonObject json = clinic().send("GET", path, m_family.dana).json();
        json.insert(QStringLiteral("status"), QLatin1String(status));
        QCOMPARE(clinic().send("PUT", path, m_family.dana, compact(json)).status, 200);
    }

    FamilyClinic m_family;
    int m_number = 0;
};

QTEST_GUILESS_MAIN(TestClinicNarrow)
#include "tst_clinic_narrow.moc"
