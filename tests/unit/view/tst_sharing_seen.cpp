// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "AccessLogPages.h"
#include "fakes/FakeDialer.h"
#include "fakes/OneDevice.h"
#include "view/ConsentText.h"
#include "view/InviteView.h"
#include "view/MinuteTimer.h"
#include "view/SharingText.h"
#include "view/SharingView.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace handrail;
using namespace Qt::StringLiterals;
using logged::conceptOf;
using logged::looked;
using logged::page;

namespace {

const QDateTime wednesday(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc()); // 3:20 pm in New York

QJsonObject consent(const QString &id, const QString &person)
{
    const QJsonObject actor{{u"reference"_s, QJsonObject{{u"reference"_s, QString(u"RelatedPerson/" + person)}}}};
    return {{u"resourceType"_s, u"Consent"_s},
            {u"id"_s, id},
            {u"meta"_s, QJsonObject{{u"versionId"_s, u"1"_s}, {u"lastUpdated"_s, u"2026-11-01T10:00:00Z"_s}}},
            {u"status"_s, u"active"_s},
            {u"scope"_s, conceptOf(u"http://terminology.hl7.org/CodeSystem/consentscope"_s, u"patient-privacy"_s)},
            {u"patient"_s, QJsonObject{{u"reference"_s, u"Patient/p1"_s}}},
            {u"provision"_s, QJsonObject{{u"type"_s, u"permit"_s}, {u"actor"_s, QJsonArray{actor}}}}};
}

QJsonObject relative(const QString &id, const QString &name)
{
    return {{u"resourceType"_s, u"RelatedPerson"_s},
            {u"id"_s, id},
            {u"meta"_s, QJsonObject{{u"versionId"_s, u"1"_s}, {u"lastUpdated"_s, u"2026-11-01T10:00:00Z"_s}}},
            {u"active"_s, true},
            {u"patient"_s, QJsonObject{{u"reference"_s, u"Patient/p1"_s}}},
            {u"name"_s, QJsonArray{QJsonObject{{u"text"_s, name}}}}};
}

FakeReply outcome(int status)
{
    return FakeReply::json("{\"resourceType\":\"OperationOutcome\"}", status);
}

const QString rosa = u"RelatedPerson/r1"_s;
const QString luis = u"RelatedPerson/r2"_s;

} // namespace

/// What one relative saw and when, on their page: from the clinic's own log, over real sockets.
class TestSharingSeen final : public QObject, private OneDevice
{
    Q_OBJECT

    const QString m_path = FakeFhirServer::at(u"AuditEvent"_s);
    Preferences m_preferences{QString()};
    std::unique_ptr<MinuteTimer> m_minute;
    std::unique_ptr<SharingView> m_sharing;
    int m_version = 1;

    AccessLogView &seen() { return *m_sharing->seen(); }
    QString line(int at, const char *name)
    {
        return seen().lines().value(at).toMap().value(QLatin1String(name)).toString().replace(QChar(QChar::Nbsp), u' ');
    }
    bool isAsked()
    {
        return QTest::qWaitFor([this] { return !seen().isBusy(); }, 10'000);
    }
    /// As the page does it, each time that it opens.
    bool openPage(const QString &consentId = u"c1"_s)
    {
        if (m_sharing->isShown())
            m_sharing->setShown(false);
        m_sharing->setPersonId(consentId);
        m_sharing->setShown(true);
        return !m_sharing->person().isEmpty() && isAsked();
    }
    void startAgain()
    {
        m_sharing.reset();
        open();
        m_sharing = std::make_unique<SharingView>(*m_account, m_clock, m_preferences, *m_minute);
    }

    void put(const QJsonObject &record)
    {
        QVERIFY(m_account->records()->store().putRecords({{record.value(u"resourceType"_s).toString(),
                                                           record.value(u"id"_s).toString(),
                                                           QString::number(++m_version),
                                                           wednesday.addSecs(m_version),
                                                           {},
                                                           QJsonDocument(record).toJson(QJsonDocument::Compact)}}));
    }

private Q_SLOTS:
    void initTestCase() { m_preferences.setLanguage(u"en"_s); }

    void init()
    {
        begin(FakeClock(wednesday));
        m_server->setRecords(u"Consent"_s, {consent(u"c1"_s, u"r1"_s), consent(u"c2"_s, u"r2"_s)});
        m_server->setRecords(u"RelatedPerson"_s, {relative(u"r1"_s, u"Rosa Bell"_s), relative(u"r2"_s, u"Luis Bell"_s)});
        signIn();
        m_account->settle();
        QTRY_VERIFY(m_account->isFirstSyncDone());
        m_minute = std::make_unique<MinuteTimer>(m_clock);
        m_sharing = std::make_unique<SharingView>(*m_account, m_clock, m_preferences, *m_minute);
    }

    void cleanup()
    {
        m_sharing.reset();
        m_minute.reset();
        end();
    }

    /// That somebody sees nothing is said when it is so alone.
    void whatStillHolds()
    {
        const auto text = [this](const char *name) { return m_sharing->person().value(QLatin1String(name)).toString(); };
        m_server->route("GET", m_path, page({}));
        QJsonObject over = consent(u"c1"_s, u"r1"_s);
        over.insert(u"status"_s, u"inactive"_s);
        // The clinic may have two records of one person.
        put(over);
        put(consent(u"c3"_s, u"r1"_s));
        put(consent(u"c4"_s, u"r3"_s));
        put(relative(u"r3"_s, u"Rosa Bell"_s));
        QVERIFY(openPage(u"c1"_s));
        QVERIFY2(!text("stateText").contains(u"nothing"_s) && text("stateText").contains(u"Rosa still sees"_s),
                 qPrintable(text("stateText")));
        QCOMPARE(m_sharing->person().value(u"still"_s).toList().size(), 2);
        for (const QVariant &one : m_sharing->person().value(u"still"_s).toList())
            QCOMPARE(one.toMap().value(u"name"_s).toString(), u"Rosa Bell"_s);
        QVERIFY(openPage(u"c2"_s));
        QVERIFY(m_sharing->person().value(u"still"_s).toList().isEmpty());
        Sharing open;
        QCOMPARE(stopText(Sharing::Stop::Sent, false, u"Rosa"_s, {}), u"Stopped. Rosa sees nothing from now on."_s);
        QVERIFY(stopText(Sharing::Stop::Sent, false, u"Rosa"_s, {open}).contains(u"Rosa still has an invitation"_s));
        open.hasJoined = true;
        QVERIFY(stopText(Sharing::Stop::Sent, false, u"Rosa"_s, {open}).contains(u"Rosa still sees"_s));
        QVERIFY(stopQuestion(u"Rosa"_s, {}, {}).startsWith(u"Rosa sees nothing and joins nothing"_s));
        QVERIFY(stopQuestion(u"Rosa"_s, {open}, {}).startsWith(u"This permission ends. Rosa still sees"_s));

        for (const auto &[id, person] : {std::pair(u"c3"_s, u"r1"_s), std::pair(u"c4"_s, u"r3"_s)}) {
            QJsonObject ended = consent(id, person);
            ended.insert(u"status"_s, u"inactive"_s);
            put(ended);
        }
        QVERIFY(openPage(u"c1"_s));
        QVERIFY2(text("stateText").startsWith(u"Rosa sees nothing."_s), qPrintable(text("stateText")));
    }

    /// A permission for one session, and the clinic moves that session behind its last day.
    void aSessionThatMovedBehindTheEnd()
    {
        m_server->route("GET", m_path, page({}));
        const auto text = [this](const char *name) { return m_sharing->person().value(QLatin1String(name)).toString(); };
        const auto row = [this] { return m_sharing->people().first().toMap(); };
        const auto putSession = [this](const QString &start, const QString &status) {
            const QJsonObject actor{{u"reference"_s, u"Patient/p1"_s}};
            put({{u"resourceType"_s, u"Appointment"_s},
                 {u"id"_s, u"f1"_s},
                 {u"status"_s, status},
                 {u"start"_s, start},
                 {u"participant"_s, QJsonArray{QJsonObject{{u"actor"_s, actor}, {u"status"_s, u"accepted"_s}}}}});
        };
        QJsonObject shared = consent(u"c1"_s, u"r1"_s);
        QJsonObject provision = shared.value(u"provision"_s).toObject();
        provision.insert(u"period"_s, QJsonObject{{u"end"_s, u"2026-12-12"_s}});
        provision.insert(u"data"_s,
                         QJsonArray{QJsonObject{{u"meaning"_s, u"instance"_s},
                                                {u"reference"_s, QJsonObject{{u"reference"_s, u"Appointment/f1"_s}}}}});
        shared.insert(u"provision"_s, provision);
        put(shared);
        putSession(u"2026-12-12T22:00:00Z"_s, u"booked"_s); // on its last day
        QVERIFY(openPage());
        QCOMPARE(text("until"), u"Until December 12, 2026"_s);
        QVERIFY(text("endsBeforeText").isEmpty() && text("signAgain").isEmpty());

        putSession(u"2026-12-18T22:00:00Z"_s, u"booked"_s);
        QVERIFY(openPage());
        QVERIFY2(text("endsBeforeText").contains(u"after your permission ends. Rosa can’t join"_s),
                 qPrintable(text("endsBeforeText")));
        QCOMPARE(text("signAgain"), u"again/c1/r1"_s);
        QCOMPARE(row().value(u"until"_s).toString(), u"Until December 12, 2026, before the session"_s);
        QVERIFY(row().value(u"spoken"_s).toString().contains(u"before the session"_s));

        // The page of the session says it, too, and who is invited anew is not typed again.
        const QVariantList ending = m_sharing->endingBefore(u"f1"_s);
        QCOMPARE(ending.size(), 1);
        QCOMPARE(ending.first().toMap().value(u"title"_s).toString(), u"Sign again for Rosa"_s);
        QVERIFY(m_sharing->endingBefore(u"f2"_s).isEmpty());
        QJsonObject partner = relative(u"r1"_s, u"Rosa Bell"_s);
        partner.insert(u"relationship"_s,
                       QJsonArray{conceptOf(u"http://terminology.hl7.org/CodeSystem/v3-RoleCode"_s, u"SIGOTHR"_s)});
        put(partner);
        FakeDialer dialer;
        InviteView invite(*m_account, m_clock, m_preferences, dialer);
        invite.open(ending.first().toMap().value(u"signAgain"_s).toString());
        QCOMPARE(invite.state(), InviteView::Who);
        QCOMPARE(invite.name(), u"Rosa Bell"_s);
        QCOMPARE(invite.relationship(), int(InviteDraft::Relationship::Partner));
        QVERIFY(!invite.sessionText().isEmpty() && invite.ownWords().isEmpty());
        invite.open(u"again/c1/nobody"_s);
        QCOMPARE(invite.state(), InviteView::Refused);
        invite.close();

        put(consent(u"c5"_s, u"r1"_s)); // signed again, for all sessions
        QVERIFY(openPage());
        QVERIFY(text("signAgain").isEmpty() && m_sharing->endingBefore(u"f1"_s).isEmpty());
        put(QJsonObject(consent(u"c5"_s, u"r2"_s)));
        QVERIFY(openPage());
        QVERIFY(!text("signAgain").isEmpty());

        putSession(u"2026-12-18T22:00:00Z"_s, u"cancelled"_s); // then there is nothing to sign
        QVERIFY(openPage());
        QVERIFY(text("endsBeforeText").isEmpty() && text("signAgain").isEmpty());
    }

    /// The clinic holds one session without Rosa: her page says so for as long as it is to come, and Luis' does not.
    void aSessionWithoutHer()
    {
        m_server->route("GET", m_path, page({}));
        const auto said = [this](const QString &id) {
            QStringList titles;
            if (openPage(id)) {
                for (const QVariant &one : m_sharing->person().value(u"facts"_s).toList())
                    titles << one.toMap().value(u"title"_s).toString().replace(QChar(QChar::Nbsp), u' ');
            }
            return titles.filter(u"Without"_s);
        };
        const auto putSession = [this](const QString &start, const QString &status = u"booked"_s) {
            const QJsonObject actor{{u"reference"_s, u"Patient/p1"_s}};
            put({{u"resourceType"_s, u"Appointment"_s},
                 {u"id"_s, u"f1"_s},
                 {u"status"_s, status},
                 {u"start"_s, start},
                 {u"participant"_s, QJsonArray{QJsonObject{{u"actor"_s, actor}, {u"status"_s, u"accepted"_s}}}}});
        };
        QJsonObject out = consent(u"k1"_s, u"r1"_s), provision = out.value(u"provision"_s).toObject();
        provision.insert(u"type"_s, u"deny"_s);
        provision.insert(u"data"_s,
                         QJsonArray{QJsonObject{{u"meaning"_s, u"instance"_s},
                                                {u"reference"_s, QJsonObject{{u"reference"_s, u"Appointment/f1"_s}}}}});
        out.insert(u"provision"_s, provision);
        put(out);
        QVERIFY(said(u"c1"_s).isEmpty()); // a session that is not known here
        putSession(u"2026-11-20T22:00:00Z"_s);
        QCOMPARE(said(u"c1"_s), QStringList{u"Without Rosa: Friday, 5:00 pm"_s});
        QVERIFY(said(u"c2"_s).isEmpty());
        QCOMPARE(m_sharing->people().size(), 2); // it is no permission
        // Nor where her permission would not open it anyway: it is for another session, or ends before this one.
        const QJsonObject shared = consent(u"c1"_s, u"r1"_s);
        const auto putShared = [&](const QString &name, const QJsonValue &value) {
            QJsonObject changed = shared, within = shared.value(u"provision"_s).toObject();
            within.insert(name, value);
            changed.insert(u"provision"_s, within);
            put(changed);
        };
        const auto only = [](const QString &session) {
            return QJsonArray{QJsonObject{{u"meaning"_s, u"instance"_s}, {u"reference"_s, QJsonObject{{u"reference"_s, session}}}}};
        };
        putShared(u"data"_s, only(u"Appointment/f2"_s));
        QVERIFY(said(u"c1"_s).isEmpty());
        putShared(u"data"_s, only(u"Appointment/f1"_s));
        QCOMPARE(said(u"c1"_s).size(), 1);
        putShared(u"period"_s, QJsonObject{{u"end"_s, u"2026-11-19"_s}});
        QVERIFY(said(u"c1"_s).isEmpty());
        putShared(u"period"_s, QJsonObject{{u"end"_s, u"2026-11-20"_s}}); // on its last day
        QCOMPARE(said(u"c1"_s).size(), 1);
        put(shared);
        putSession(u"2026-11-20T22:00:00Z"_s, u"cancelled"_s);
        QVERIFY(said(u"c1"_s).isEmpty());
        putSession(u"2026-11-17T22:00:00Z"_s);
        QVERIFY(said(u"c1"_s).isEmpty());
        putSession(u"2026-11-20T22:00:00Z"_s);
        out.insert(u"status"_s, u"inactive"_s);
        put(out);
        QVERIFY(said(u"c1"_s).isEmpty());
    }

    void onePermissionForTwo()
    {
        m_server->route("GET", m_path, page({}));
        QJsonObject shared = consent(u"c1"_s, u"r1"_s);
        QJsonObject provision = shared.value(u"provision"_s).toObject();
        QJsonArray actors = provision.value(u"actor"_s).toArray();
        actors << QJsonObject{{u"reference"_s, QJsonObject{{u"reference"_s, u"RelatedPerson/r2"_s}}}};
        provision.insert(u"actor"_s, actors);
        shared.insert(u"provision"_s, provision);
        put(shared);
        QVERIFY(openPage());
        QCOMPARE(m_sharing->people().size(), 3); // Luis has one of his own
        for (const QVariant &row : m_sharing->people()) {
            QVERIFY(openPage(row.toMap().value(u"id"_s).toString()));
            const QVariantMap person = m_sharing->person();
            QCOMPARE(person.value(u"name"_s), row.toMap().value(u"name"_s));
            const QString other = person.value(u"name"_s) == u"Rosa Bell"_s ? u"Luis Bell"_s : u"Rosa Bell"_s;
            const QString asked = person.value(u"stopQuestion"_s).toString();
            QCOMPARE(asked.contains(u"It ends for %1, too"_s.arg(other)), person.value(u"consentId"_s) == u"c1"_s);
        }
    }

    /// What is shared is said in the words of the permission, and no more of it than was signed.
    void inTheWordsThatWereSigned_data()
    {
        QTest::addColumn<bool>("isBusy");
        QTest::addColumn<bool>("isAttendance");
        QTest::newRow("sessions") << false << false;
        QTest::newRow("busy") << true << false;
        QTest::newRow("all") << true << true;
    }
    void inTheWordsThatWereSigned()
    {
        QFETCH(bool, isBusy);
        QFETCH(bool, isAttendance);
        QJsonObject shared = consent(u"c1"_s, u"r1"_s);
        QJsonObject provision = shared.value(u"provision"_s).toObject();
        QJsonArray codes{conceptOf(canonical(u"CodeSystem/share-scope"), u"family-sessions"_s)};
        if (isBusy)
            codes << conceptOf(canonical(u"CodeSystem/share-scope"), u"busy"_s);
        if (isAttendance)
            codes << conceptOf(canonical(u"CodeSystem/share-scope"), u"attendance"_s);
        provision.insert(u"code"_s, codes);
        shared.insert(u"provision"_s, provision);
        QVERIFY(m_account->records()->store().putRecords(
            {{u"Consent"_s, u"c1"_s, u"2"_s, wednesday, {}, QJsonDocument(shared).toJson(QJsonDocument::Compact)}}));
        m_server->route("GET", m_path, page({}));
        QVERIFY(openPage());
        ConsentFacts facts;
        facts.toName = u"Rosa Bell"_s;
        facts.isBusyShared = isBusy;
        facts.isAttendanceShared = isAttendance;
        facts.until = facts.today = QDate(2026, 11, 18);
        const QString words = consentText(facts, TimeText(QLocale(u"en_US"_s))).signedWith(u"Maya"_s);
        const QVariantList said = m_sharing->person().value(u"facts"_s).toList();
        QCOMPARE(said.size(), 2 + int(isBusy) + int(isAttendance) + 1); // until when is said there too
        for (const QVariant &one : said.mid(0, said.size() - 1)) {
            const QVariantMap map = one.toMap();
            QVERIFY2(words.contains(map.value(u"title"_s).toString()) && words.contains(map.value(u"note"_s).toString()),
                     qPrintable(words));
        }
        QCOMPARE(words.contains(u"When I am busy"_s), isBusy);
        QCOMPARE(words.contains(u"If I came to a session"_s), isAttendance);
    }

    void theirsAloneHourByHour()
    {
        // A server that knows no agent sends everybody's.
        m_server->route("GET", m_path,
                        page({looked(20, rosa, u"Communication"_s, wednesday.addSecs(-60)),
                              looked(19, rosa, u"Appointment"_s, wednesday.addSecs(-90)),
                              looked(18, rosa, u"Appointment"_s, wednesday.addSecs(-120)),
                              looked(17, luis, u"Appointment"_s, wednesday.addSecs(-130)),
                              looked(16, u"Practitioner/s1"_s, u"CarePlan"_s, wednesday.addSecs(-140)),
                              looked(15, rosa, u"CarePlan"_s, wednesday.addSecs(-150), u"4"_s),
                              looked(14, rosa, u"RelatedPerson"_s, wednesday.addDays(-1)),
                              looked(13, rosa, u"Organization"_s, wednesday.addDays(-1).addSecs(-5))}));
        QVERIFY(!m_sharing->isShown());
        m_sharing->setPersonId(u"c1"_s);
        QCOMPARE(m_server->requestsTo(m_path).size(), 0); // nobody looks at the page
        QVERIFY(openPage());
        const QList<FakeRequest> asked = m_server->requestsTo(m_path);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().queryItem(u"patient"_s), u"Patient/p1"_s);
        QCOMPARE(asked.first().queryItem(u"agent"_s), rosa);
        QCOMPARE(seen().lines().size(), 2);
        QCOMPARE(line(0, "when"), u"Today, 3:19 pm"_s);
        QCOMPARE(line(0, "what"), u"Looked at: what is shared with them\nLooked at: your sessions, 2 times"_s);
        QCOMPARE(line(1, "when"), u"Yesterday, 3:20 pm"_s);
        QCOMPARE(line(1, "what"), u"Looked at: their own name and details\nLooked at: your clinic’s name and places"_s);
        QVERIFY(seen().isThere() && seen().isLoaded() && !seen().hasMore());
        QVERIFY(seen().asOfText().isEmpty() && seen().problemTitle().isEmpty());
        // What was not theirs is not kept as theirs.
        for (const AccessEvent &event : seenLog(*m_account->records(), rosa).events)
            QCOMPARE(event.who, rosa);
        // A moment later it is not asked for again, and the page of another is another's.
        QVERIFY(openPage());
        QCOMPARE(m_server->requestsTo(m_path).size(), 1);
        QVERIFY(openPage(u"c2"_s));
        QCOMPARE(m_server->requestsTo(m_path).last().queryItem(u"agent"_s), luis);
        QCOMPARE(seen().lines().size(), 1);
        QCOMPARE(line(0, "what"), u"Looked at: your sessions"_s);
    }

    void someTenAndNoMore()
    {
        QList<QJsonObject> events;
        for (int i = 0; i < 40; ++i)
            events << looked(100 - i, rosa, u"Appointment"_s, wednesday.addSecs(-3600LL * i));
        m_server->route("GET", m_path, page(events, QString(m_server->base().toString() + u"/AuditEvent?_page=2")));
        QVERIFY(openPage());
        QCOMPARE(seen().lines().size(), 10);
        QCOMPARE(line(9, "when"), u"Today, 6:20 am"_s);
        QVERIFY(seen().hasMore());
    }

    /// Nothing is called nothing only when the clinic says so.
    void nothingYet()
    {
        m_server->route("GET", m_path, page({looked(9, luis, u"Appointment"_s, wednesday)}));
        QVERIFY(openPage());
        QVERIFY(seen().lines().isEmpty() && seen().isLoaded() && !seen().hasMore() && seen().asOfText().isEmpty());
        // Of a longer log the pages that were not read may have more.
        m_clock.advance(std::chrono::minutes(2));
        int pages = 0;
        m_server->route("GET", m_path, [&](const FakeRequest &) {
            ++pages;
            return page({looked(900 - pages, luis, u"Appointment"_s, wednesday)},
                        QString(m_server->base().toString() + u"/AuditEvent?_page=" + QString::number(pages)));
        });
        QVERIFY(openPage());
        QVERIFY(pages > 1);
        QVERIFY(seen().lines().isEmpty() && seen().hasMore());
    }

    void withoutALog_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {400, 403, 404, 405, 501})
            QTest::addRow("%d", status) << status;
    }
    void withoutALog()
    {
        QFETCH(int, status);
        m_server->route("GET", m_path, outcome(status));
        QVERIFY(openPage());
        QVERIFY(!seen().isThere() && !seen().isLoaded() && seen().problemTitle().isEmpty());
    }

    void aServerThatRefusesTheQuestionIsAskedForAll()
    {
        m_server->route("GET", m_path, [&](const FakeRequest &request) {
            return request.queryItem(u"agent"_s).isEmpty()
                ? page({looked(9, rosa, u"Appointment"_s, wednesday), looked(8, luis, u"Appointment"_s, wednesday)})
                : outcome(400);
        });
        QVERIFY(openPage());
        QCOMPARE(seen().lines().size(), 1);
    }

    void offline()
    {
        m_server->stop();
        QVERIFY(openPage());
        // Nothing was ever loaded, which is not the same as nothing.
        QVERIFY(!seen().isLoaded() && seen().isThere() && !seen().problemTitle().isEmpty() && seen().lines().isEmpty());
        m_server->resume();
        m_server->route("GET", m_path, page({looked(9, rosa, u"Appointment"_s, wednesday.addSecs(-60))}));
        seen().tryAgain();
        QVERIFY(isAsked());
        QCOMPARE(seen().lines().size(), 1);
        QVERIFY(seen().problemTitle().isEmpty());
        // After a new start, without a network: as it was, with when that was.
        m_server->stop();
        m_clock.advance(std::chrono::hours(24));
        startAgain();
        QVERIFY(openPage());
        QCOMPARE(seen().lines().size(), 1);
        QVERIFY2(seen().asOfText().startsWith(u"As of Yesterday"), qPrintable(seen().asOfText()));
        QVERIFY(seen().isLoaded() && !seen().problemTitle().isEmpty());
        // The page of another, of whom nothing was loaded.
        QVERIFY(openPage(u"c2"_s));
        QVERIFY(!seen().isLoaded() && seen().lines().isEmpty());
        m_server->resume();
    }

    void whoLeavesTakesItAlong()
    {
        m_server->route("GET", m_path, page({looked(9, rosa, u"Appointment"_s, wednesday)}));
        QVERIFY(openPage());
        QCOMPARE(seen().lines().size(), 1);
        QCoro::waitFor(m_account->signOut());
        QVERIFY(seen().lines().isEmpty() && !seen().isLoaded());
        QVERIFY(m_sharing->person().isEmpty());
    }
};

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("TZ", "America/New_York");
    QGuiApplication app(argc, argv);
    TestSharingSeen test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_sharing_seen.moc"
