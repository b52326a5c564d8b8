// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FamilyClinic.h"

#include <QFile>
#include <QMessageAuthenticationCode>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>
#include <QUrl>
#include <algorithm>

using namespace handrail::test;

namespace {

const QByteArray key = "a secret that only this test and its clinic know";

QJsonObject parsed(const QByteArray &text)
{
    return FamilyClinic::parsed(text);
}

/// By video, at an address that staff gave it.
QJsonObject video(const QByteArray &session = {})
{
    QJsonObject more = parsed(
        "{'extension':[{'url':'http://hl7.org/fhir/5.0/StructureDefinition/extension-Appointment.virtualService','extension':["
        "{'url':'channelType','valueCoding':{'system':'https://handrail.example/fhir/CodeSystem/channel','code':'video'}},"
        "{'url':'address','valueUrl':'https://video.example/room/staff-address'}]}]}");
    if (!session.isEmpty())
        more.insert(QStringLiteral("identifier"),
                    parsed("{'a':[{'system':'https://handrail.example/fhir/sid/session','value':'" + session + "'}]}")
                        .value(QLatin1String("a")));
    return more;
}

struct Token {
    QString room;
    QJsonObject header, claims;
    bool isGood = false;
};

/// Reads a link as a Jitsi would; the signature by Qt's own HMAC, not by what made it.
Token tokenOf(const QString &link)
{
    const QUrl url(link);
    const QList<QByteArray> parts = url.query().mid(4).toLatin1().split('.');
    Token token;
    token.room = url.path().section(u'/', -1);
    if (parts.size() != 3 || !url.query().startsWith(u"jwt="))
        return token;
    const auto decoded = [](const QByteArray &part) { return QByteArray::fromBase64(part, QByteArray::Base64UrlEncoding); };
    token.header = QJsonDocument::fromJson(decoded(parts.at(0))).object();
    token.claims = QJsonDocument::fromJson(decoded(parts.at(1))).object();
    token.isGood = QMessageAuthenticationCode::hash(QByteArray(parts.at(0) + '.' + parts.at(1)), key, QCryptographicHash::Sha256)
        == decoded(parts.at(2));
    return token;
}

} // namespace

/// `$join` (design clinical 7.3, security row 58): who gets a link, when, and what is in it.
class TestClinicJoin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_family.start());
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn()));
        m_consent = FamilyClinic::target(invited, "consent");
        m_person = FamilyClinic::target(invited, "person");
        m_ana = m_family.accept(invited, QStringLiteral("ana"));
        QVERIFY(!m_ana.isEmpty());
    }
    void cleanupTestCase() { QCOMPARE(m_family.clinic.stop(), 0); }

    void when_data()
    {
        QTest::addColumn<int>("startsIn");
        QTest::addColumn<int>("endsIn");
        QTest::addColumn<QString>("patient"); // how it ends for the patient: a reason, `in` or `late`
        QTest::addColumn<QString>("relative");
        const auto row = [](const char *name, int startsIn, int endsIn, const char *patient, const char *relative) {
            QTest::newRow(name) << startsIn << endsIn << QString::fromLatin1(patient) << QString::fromLatin1(relative);
        };
        row("tomorrow", 24 * 60, 25 * 60, "too-early", "too-early");
        row("in 17 minutes", 17, 60, "too-early", "too-early");
        row("in 14 minutes", 14, 60, "in", "too-early");
        row("in 9 minutes", 9, 60, "in", "in");
        row("9 minutes ago", -8, 60, "in", "in");
        row("12 minutes ago", -12, 60, "late", "late");
        row("25 minutes ago", -25, 60, "too-late", "too-late");
        row("yesterday", -24 * 60, -23 * 60, "over", "404"); // nobody is put into what is over
    }
    void when()
    {
        QFETCH(int, startsIn);
        QFETCH(int, endsIn);
        QFETCH(QString, patient);
        QFETCH(QString, relative);
        const QByteArray session = m_family.session("family", startsIn, endsIn, video());
        QCOMPARE(how(session, m_family.maya), patient);
        QCOMPARE(how(session, m_ana), relative);
        if (patient == QLatin1String("too-early")) {
            const QJsonObject opens = join(session, m_family.maya)
                                          .json()
                                          .value(QLatin1String("issue"))
                                          .toArray()
                                          .at(0)
                                          .toObject()
                                          .value(QLatin1String("extension"))
                                          .toArray()
                                          .at(0)
                                          .toObject();
            QCOMPARE(QDateTime::fromString(opens.value(QLatin1String("valueInstant")).toString(), Qt::ISODateWithMs),
                     QDateTime::fromString(QString::fromLatin1(FamilyClinic::at(startsIn - 15)), Qt::ISODate));
        }
    }

    void whoWasInComesBack()
    {
        FamilyClinic family;
        QVERIFY(family.start());
        const QByteArray session = family.session("group", -12, 60, video());
        QCOMPARE(how(family, session, family.maya), QStringLiteral("late"));
        QCOMPARE(family.clinic.stop(), 0);
        QVERIFY(family.start({QStringLiteral("--now"), QStringLiteral("2026-11-18T22:15:00Z")})); // 27 minutes after it began
        QCOMPARE(how(family, session, family.maya), QStringLiteral("late"));
        QCOMPARE(how(family, family.session("group", -12, 60, video()), family.maya), QStringLiteral("too-late"));
        QCOMPARE(joinsKept(family), 1);
        QCOMPARE(family.clinic.stop(), 0);
        // A week on nobody needs to know.
        QVERIFY(family.start({QStringLiteral("--now"), QStringLiteral("2026-11-25T22:01:00Z")}));
        const int week = 7 * 24 * 60;
        QCOMPARE(how(family, family.session("group", week + 5, week + 60, video()), family.maya), QStringLiteral("in"));
        QCOMPARE(joinsKept(family), 1);
        QCOMPARE(family.clinic.stop(), 0);
    }

    // Who was in before it was moved was not in what it is now.
    void aMovedSessionBeginsAnew()
    {
        const QByteArray session = m_family.session("family", 5, 60, video());
        QCOMPARE(how(session, m_ana), QStringLiteral("in"));
        for (const auto &[started, told] : {std::pair(12, "late"), std::pair(25, "too-late")}) {
            QJsonObject json = m_family.clinic.send("GET", session, m_family.dana).json();
            json.insert(QStringLiteral("start"), QString::fromLatin1(FamilyClinic::at(-started)));
            QCOMPARE(m_family.clinic.send("PUT", session, m_family.dana, compact(json)).status, 200);
            QCOMPARE(how(session, m_ana), QLatin1String(told));
        }
    }

    // Whoever moves a session need not know how people are told of it.
    void whereItWasIsSaid()
    {
        const QByteArray session = m_family.session("family", 50 * 60, 51 * 60, video());
        const auto moved = [&](int minutes, const QByteArray &saidToBe = {}) {
            QJsonObject json = m_family.clinic.send("GET", session, m_family.dana).json();
            json.insert(QStringLiteral("start"), QString::fromLatin1(FamilyClinic::at(minutes)));
            json.insert(QStringLiteral("end"), QString::fromLatin1(FamilyClinic::at(minutes + 60)));
            if (!saidToBe.isEmpty()) {
                QJsonArray extensions = json.value(QLatin1String("extension")).toArray();
                extensions.removeLast();
                extensions.append(
                    parsed("{'url':'https://handrail.example/fhir/StructureDefinition/previous-start','valueDateTime':'" + saidToBe
                           + "'}"));
                json.insert(QStringLiteral("extension"), extensions);
            }
            return m_family.clinic.send("PUT", session, m_family.dana, compact(json)).status;
        };
        const auto told = [&](const QByteArray &token) {
            QStringList starts;
            const HttpAnswer read = m_family.clinic.send("GET", session, token);
            for (const QJsonValue &each : read.json().value(QLatin1String("extension")).toArray()) {
                if (each.toObject().value(QLatin1String("url")).toString().endsWith(u"/previous-start"))
                    starts << each.toObject().value(QLatin1String("valueDateTime")).toString();
            }
            return starts;
        };
        for (const QByteArray &token : {m_family.maya, m_ana})
            QCOMPARE(told(token), QStringList());
        const auto at = [](int minutes) { return QStringList{QString::fromLatin1(FamilyClinic::at(minutes))}; };
        QCOMPARE(moved(50 * 60), 200); // nowhere
        QCOMPARE(told(m_ana), QStringList());
        QCOMPARE(moved(52 * 60), 200);
        for (const QByteArray &token : {m_family.maya, m_ana})
            QCOMPARE(told(token), at(50 * 60));
        QCOMPARE(moved(53 * 60), 200); // what it said of the time before is no word about this one
        QCOMPARE(told(m_ana), at(52 * 60));
        QCOMPARE(moved(54 * 60, FamilyClinic::at(49 * 60)), 200); // staff know better
        QCOMPARE(told(m_ana), at(49 * 60));
    }

    void whatIsNotJoined()
    {
        const QByteArray session = m_family.session("family", 5, 60, video());
        QCOMPARE(how(session, m_family.jordan), QStringLiteral("404"));
        QCOMPARE(how(session, m_family.dana), QStringLiteral("in"));
        QJsonObject others = video();
        others.insert(
            QStringLiteral("participant"),
            parsed("{'a':[{'actor':{'reference':'Patient/p101'},'status':'accepted'},{'actor':{'reference':'Practitioner/s2'},"
                   "'status':'accepted'}]}")
                .value(QLatin1String("a")));
        QCOMPARE(how(m_family.session("group", 5, 60, others), m_family.dana), QStringLiteral("403"));
        QCOMPARE(how(session, {}), QStringLiteral("401"));
        QCOMPARE(how("Appointment/none", m_ana), QStringLiteral("404"));
        QCOMPARE(join("Appointment/none", m_ana).body, join(m_family.session("group", 5, 60, video()), m_ana).body);
        QCOMPARE(how(m_family.session("family", 5, 60), m_ana), QStringLiteral("no-link")); // in a room
        for (const auto &[status, reason] :
             {std::pair("cancelled", "cancelled"), std::pair("fulfilled", "over"), std::pair("pending", "not-booked")}) {
            QJsonObject json = m_family.clinic.send("GET", session, m_family.dana).json();
            json.insert(QStringLiteral("status"), QLatin1String(status));
            QCOMPARE(m_family.clinic.send("PUT", session, m_family.dana, compact(json)).status, 200);
            QCOMPARE(how(session, m_ana), QLatin1String(reason));
        }
        QJsonObject unsafe = video();
        unsafe = parsed(compact(unsafe).replace("https://video.example/room/staff-address", "javascript:alert(1)"));
        QCOMPARE(how(m_family.session("family", 5, 60, unsafe), m_ana), QStringLiteral("no-link"));
    }

    void withoutJitsiItIsTheClinicsAddress()
    {
        const QByteArray session = m_family.session("family", 5, 60, video());
        const HttpAnswer answer = join(session, m_ana);
        QCOMPARE(answer.status, 200);
        QCOMPARE(FamilyClinic::text(answer, "url"), QStringLiteral("https://video.example/room/staff-address"));
        QCOMPARE(answer.header("Cache-Control"), QByteArray("no-store"));
        QVERIFY(answer.header("X-Notice").contains("42 CFR part 2"));
        // The patient can see that she came.
        const QByteArray log = m_family.clinic.send("GET", "AuditEvent?_count=5", m_family.maya).body;
        QVERIFY2(log.contains("\"code\":\"operation\"") && log.contains(session), log.left(800).constData());
        QVERIFY(log.contains("\"name\":\"Ana Bell\"") && log.contains("\"text\":\"aunt\""));
        QVERIFY(!log.contains("staff-address"));
        // In the record it stands for staff alone: the tap is the only way in.
        const QByteArray bare = m_family.session("family", 7, 60,
                                                 parsed(compact(video())
                                                            .replace("\"channelType\"", "\"address\"")
                                                            .replace("\"valueCoding\":{\"code\":\"video\",\"system\":\"https://"
                                                                     "handrail.example/fhir/CodeSystem/channel\"}",
                                                                     "\"valueUrl\":\"https://video.example/room/staff-address\"")));
        for (const QByteArray &token : {m_ana, m_family.maya}) {
            for (const QByteArray &path :
                 {session, bare, QByteArray(session + "/_history/1"), QByteArray("Appointment?_count=200")}) {
                const HttpAnswer read = m_family.clinic.send("GET", path, token);
                QVERIFY2(!read.body.contains("valueUrl") && !read.body.contains("https://video."), read.body.constData());
                QVERIFY(read.status != 200 || read.body.contains("\"channelType\""));
            }
        }
        QVERIFY(m_family.clinic.send("GET", session, m_family.dana).body.contains("staff-address"));
    }

    // One link for one person and one session, checked as Jitsi does.
    void withJitsi()
    {
        FamilyClinic family;
        const QString file = family.directory.filePath(QStringLiteral("jitsi.key"));
        QFile written(file);
        QVERIFY(written.open(QIODevice::WriteOnly) && written.write(key + '\n') > 0);
        written.close();
        const QStringList options{QStringLiteral("--jitsi-url"),      QStringLiteral("https://meet.example/rooms"),
                                  QStringLiteral("--jitsi-app"),      QStringLiteral("harbor"),
                                  QStringLiteral("--jitsi-key-file"), file};
        const auto serve = [&](const QStringList &more) {
            return ClinicProcess::runToEnd(QStringList{QStringLiteral("serve"), QStringLiteral("--listen"),
                                                       QStringLiteral("127.0.0.1:0"), QStringLiteral("--database"),
                                                       family.directory.filePath(QStringLiteral("x.db"))}
                                           + more)
                .code;
        };
        QVERIFY(written.setPermissions(QFile::ReadOwner | QFile::ReadOther));
        QCOMPARE(serve(options), 2); // others could read it
        QVERIFY(written.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        QCOMPARE(serve(QStringList(options).mid(0, 4)), 2);
        QStringList plain = options;
        plain[1] = QStringLiteral("http://meet.example");
        QCOMPARE(serve(plain), 2);

        QVERIFY(family.start(options));
        const QByteArray ana = family.accept(family.invite(FamilyClinic::invitation(newUrn())), QStringLiteral("ana"));
        const QByteArray session = family.session("family", 5, 60, video("s1"));
        const QByteArray other = family.session("family", 6, 60, video("s2"));
        const HttpAnswer answer = family.clinic.send("POST", session + "/$join", ana);
        QCOMPARE(answer.status, 200);
        const QString link = FamilyClinic::text(answer, "url");
        QVERIFY(link.startsWith(QStringLiteral("https://meet.example/rooms/")));
        const Token hers = tokenOf(link);
        QVERIFY(hers.isGood);
        QCOMPARE(hers.header, parsed("{'alg':'HS256','typ':'JWT'}"));
        const qint64 issued = QDateTime(QDate(2026, 11, 18), QTime(22, 0), Qt::UTC).toSecsSinceEpoch();
        QCOMPARE(hers.claims.value(QLatin1String("iss")).toString(), QStringLiteral("harbor"));
        QCOMPARE(hers.claims.value(QLatin1String("aud")).toString(), QStringLiteral("jitsi"));
        QCOMPARE(hers.claims.value(QLatin1String("sub")).toString(), QStringLiteral("meet.example"));
        QCOMPARE(hers.claims.value(QLatin1String("room")).toString(), hers.room);
        QCOMPARE(hers.room.size(), 40);
        const qint64 ends = hers.claims.value(QLatin1String("exp")).toInteger();
        QVERIFY(ends > issued && ends <= issued + 300 + 120); // the test itself takes a moment
        QCOMPARE(ends - hers.claims.value(QLatin1String("nbf")).toInteger(), 310);
        QCOMPARE(hers.claims.value(QLatin1String("context")).toObject().value(QLatin1String("user")).toObject(),
                 parsed("{'name':'Ana','moderator':false}"));
        QVERIFY(!compact(hers.claims).contains("Bell"));
        // A room with an address of its own is by video too, and gets a link as any other.
        const QByteArray room = family.session(
            "family", 8, 60,
            parsed("{'contained':[{'resourceType':'Location','id':'r','telecom':[{'system':'url','value':'https://video.example/"
                   "r'}]}],"
                   "'participant':[{'actor':{'reference':'Patient/p101'},'status':'accepted'},{'actor':{'reference':'#r'},"
                   "'status':'accepted'}]}"));
        QVERIFY(tokenOf(FamilyClinic::text(family.clinic.send("POST", room + "/$join", ana), "url")).isGood);
        // The same room for all of a session, another one for another.
        const Token mayas = tokenOf(FamilyClinic::text(family.clinic.send("POST", session + "/$join", family.maya), "url"));
        QVERIFY(mayas.isGood);
        QCOMPARE(mayas.room, hers.room);
        QVERIFY(tokenOf(FamilyClinic::text(family.clinic.send("POST", other + "/$join", family.maya), "url")).room != hers.room);
        // Who leads it comes into the same room, as its moderator and earlier; the patient's log tells of it.
        const Token danas = tokenOf(FamilyClinic::text(family.clinic.send("POST", session + "/$join", family.dana), "url"));
        QVERIFY(danas.isGood);
        QCOMPARE(danas.room, hers.room);
        QCOMPARE(danas.claims.value(QLatin1String("moderator")), QJsonValue(true));
        QCOMPARE(danas.claims.value(QLatin1String("context")).toObject().value(QLatin1String("user")).toObject(),
                 parsed("{'name':'Dana','moderator':true}"));
        for (const Token &theirs : {hers, mayas})
            QCOMPARE(theirs.claims.value(QLatin1String("moderator")), QJsonValue(false));
        const QByteArray log = family.clinic.send("GET", "AuditEvent?_count=5", family.maya).body;
        QVERIFY2(log.contains("Practitioner/s1") && log.contains(session), log.left(800).constData());
        // The address that staff gave it is staff's.
        for (const QByteArray &token : {ana, family.maya}) {
            for (const QByteArray &path : {session, QByteArray(session + "/_history/1"), QByteArray("Appointment?_count=200")}) {
                const HttpAnswer read = family.clinic.send("GET", path, token);
                QVERIFY2(!read.body.contains("staff-address") && !read.body.contains("video.harbor.example"), path.constData());
                QVERIFY(read.status != 200 || read.body.contains("channelType"));
            }
        }
        QVERIFY(family.clinic.send("GET", session, family.dana).body.contains("staff-address"));
        // Kept nowhere: not in the records, the log, the file.
        QCOMPARE(family.clinic.stop(), 0);
        for (const char *suffix : {"", "-wal"}) {
            QFile database(family.database + QLatin1String(suffix));
            if (!database.open(QIODevice::ReadOnly))
                continue;
            const QByteArray bytes = database.readAll();
            QVERIFY(!bytes.contains("jwt=") && !bytes.contains(hers.room.toLatin1()));
        }
    }

    // Who comes late is told of in the inbox, once; nobody else is.
    void theTeamHearsOfWhoIsLate()
    {
        const auto told = [&](const QByteArray &session) {
            QByteArrayList from;
            for (const QByteArray &line : ClinicProcess::runToEnd({QStringLiteral("inbox"), QStringLiteral("--open"),
                                                                   QStringLiteral("--database"), m_family.database})
                                              .output.split('\n')) {
                if (line.contains("\tjoined-late\t") && line.contains(session))
                    from << line.split('\t').value(4);
            }
            return from;
        };
        const QByteArray session = m_family.session("family", 5, 60, video());
        for (const QByteArray &who : {m_ana, m_family.maya, m_family.dana})
            QCOMPARE(how(session, who), QStringLiteral("in"));
        QVERIFY(told(session).isEmpty());
        QJsonObject json = m_family.clinic.send("GET", session, m_family.dana).json();
        json.insert(QStringLiteral("start"), QString::fromLatin1(FamilyClinic::at(-12)));
        QCOMPARE(m_family.clinic.send("PUT", session, m_family.dana, compact(json)).status, 200);
        for (int i = 0; i < 2; ++i) {
            for (const QByteArray &who : {m_ana, m_family.maya})
                QCOMPARE(how(session, who), QStringLiteral("late"));
        }
        QCOMPARE(how(session, m_family.dana), QStringLiteral("in"));
        QByteArrayList from = told(session);
        std::sort(from.begin(), from.end());
        QCOMPARE(from, (QByteArrayList{"Patient/p101", m_person}));
        // Neither in the patient's thread nor, of the relative, anywhere for the patient.
        QVERIFY(!m_family.clinic.send("GET", "Communication?_count=200", m_family.maya).body.contains(m_person));
    }

    // Staff have no app: the command line lets the one who leads a session in.
    void staffByTheCommandLine()
    {
        FamilyClinic family;
        QVERIFY(family.start());
        const qint64 begin = QDateTime(QDate(2026, 11, 18), QTime(22, 0), Qt::UTC).secsTo(QDateTime::currentDateTimeUtc()) / 60;
        const QByteArray session = family.session("group", int(begin) + 20, int(begin) + 80, video("evening"));
        const QString id = QString::fromLatin1(session.mid(12));
        const auto run = [&](const QString &what, const QString &who, const QStringList &more = {}) {
            return ClinicProcess::runToEnd(QStringList{QStringLiteral("join"), what, QStringLiteral("--as"), who,
                                                       QStringLiteral("--database"), family.database}
                                           + more);
        };
        for (const QString &what : {id, QStringLiteral("evening")}) {
            const auto done = run(what, QStringLiteral("s1"));
            QCOMPARE(done.code, 0);
            QCOMPARE(done.output, QByteArray("https://video.example/room/staff-address\n"));
        }
        const QByteArray log = family.clinic.send("GET", "AuditEvent?_count=5", family.maya).body;
        QVERIFY2(log.contains("Practitioner/s1") && log.contains(session), log.left(800).constData());
        for (const auto &[what, who] : {std::pair(id, "s2"), std::pair(id, "none"), std::pair(QStringLiteral("none"), "s1")}) {
            const auto refused = run(what, QLatin1String(who));
            QCOMPARE(refused.code, 1);
            QVERIFY(refused.output.isEmpty());
        }
        QCOMPARE(ClinicProcess::runToEnd({QStringLiteral("join"), id, QStringLiteral("--database"), family.database}).code, 2);
        const QString file = family.directory.filePath(QStringLiteral("jitsi.key"));
        QFile written(file);
        QVERIFY(written.open(QIODevice::WriteOnly) && written.write(key) > 0);
        QVERIFY(written.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        written.close();
        const auto minted =
            run(id, QStringLiteral("s1"),
                {QStringLiteral("--jitsi-url"), QStringLiteral("https://meet.example/rooms"), QStringLiteral("--jitsi-app"),
                 QStringLiteral("harbor"), QStringLiteral("--jitsi-key-file"), file});
        const Token token = tokenOf(QString::fromLatin1(minted.output.trimmed()));
        QVERIFY2(token.isGood && token.claims.value(QLatin1String("moderator")).toBool(), minted.output.constData());
        QCOMPARE(family.clinic.stop(), 0);
    }

    // The last test: sharing ends in the second before the tap.
    void endedASecondBefore()
    {
        const QByteArray session = m_family.session("family", 5, 60, video());
        QCOMPARE(how(session, m_ana), QStringLiteral("in"));
        {
            SmartVisitor browser(m_family.clinic.base());
            const auto page = browser.submit(
                browser.authorize({{QStringLiteral("scope"), QString::fromLatin1(FamilyClinic::relativeScope)}}),
                {{QStringLiteral("username"), QStringLiteral("ana")}, {QStringLiteral("password"), QStringLiteral("blue lamp 7")}});
            QVERIFY2(page.body.contains("See the sessions that you join with Maya Bell"), page.body.constData());
        }
        // By another process, which ends no sign-in of this one by itself: what holds at the commit counts.
        QCOMPARE(m_family.command({QStringLiteral("--end"), QString::fromLatin1(m_consent.mid(8))}).code, 0);
        const QString now = how(session, m_ana);
        QVERIFY2(now == QLatin1String("401") || now == QLatin1String("404"), qPrintable(now));
        const QByteArray again = m_family.token("ana", FamilyClinic::relativeScope, "blue lamp 7");
        QVERIFY(!again.isEmpty());
        QCOMPARE(how(session, again), QStringLiteral("404"));
        // The page of the clinic tells no more than the records do.
        SmartVisitor browser(m_family.clinic.base());
        const auto page = browser.submit(
            browser.authorize({{QStringLiteral("scope"), QString::fromLatin1(FamilyClinic::relativeScope)}}),
            {{QStringLiteral("username"), QStringLiteral("ana")}, {QStringLiteral("password"), QStringLiteral("blue lamp 7")}});
        QCOMPARE(page.status, 200);
        QVERIFY2(page.body.contains("See what is shared with you") && !page.body.contains("Maya"), page.body.constData());
        QCOMPARE(how(session, m_family.maya), QStringLiteral("in"));
    }

private:
    [[nodiscard]] HttpAnswer join(const QByteArray &session, const QByteArray &token) const
    {
        return m_family.clinic.send("POST", session + "/$join", token);
    }
    /// `in`, `late`, the reason of a refusal, or its status.
    [[nodiscard]] QString how(const QByteArray &session, const QByteArray &token) const { return how(m_family, session, token); }
    [[nodiscard]] static QString how(const FamilyClinic &family, const QByteArray &session, const QByteArray &token)
    {
        const HttpAnswer answer = family.clinic.send("POST", session + "/$join", token);
        if (answer.status == 200)
            return FamilyClinic::value(answer, "late").toBool() ? QStringLiteral("late") : QStringLiteral("in");
        return answer.status == 409 ? FamilyClinic::reason(answer) : QString::number(answer.status);
    }

    /// Rows about who was in; -1 when they cannot be read.
    [[nodiscard]] static int joinsKept(const FamilyClinic &family)
    {
        int count = -1;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("joins"));
            database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY"));
            database.setDatabaseName(family.database);
            if (database.open()) {
                QSqlQuery query(database);
                if (query.exec(QStringLiteral("SELECT count(*) FROM session_join")) && query.next())
                    count = query.value(0).toInt();
            }
        }
        QSqlDatabase::removeDatabase(QStringLiteral("joins"));
        return count;
    }

    FamilyClinic m_family;
    QByteArray m_consent, m_person, m_ana;
};

QTEST_GUILESS_MAIN(TestClinicJoin)
#include "tst_clinic_join.moc"
