// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FamilyClinic.h"

#include <QElapsedTimer>
#include <QTest>
#include <algorithm>
#include <thread>

using namespace handrail::test;

namespace {

QJsonObject parsed(const QByteArray &text)
{
    return FamilyClinic::parsed(text);
}

QString heading(const SmartVisitor::Answer &page)
{
    return page.html().section(QStringLiteral("<h1>"), 1).section(QStringLiteral("</h1>"), 0, 0);
}

} // namespace

/// The life of an invitation (design clinical 7.1, security rows 6, 57): from the patient's app over the code to a relative who is in, asked of
/// the running clinic.
class TestClinicFamily : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_family.start()); }
    void cleanupTestCase() { QCOMPARE(clinic().stop(), 0); }

    void theClinicSaysWhatItCan()
    {
        QJsonObject operations;
        for (const QJsonValue &each : clinic()
                                          .send("GET", "metadata")
                                          .json()
                                          .value(QLatin1String("rest"))
                                          .toArray()
                                          .at(0)
                                          .toObject()
                                          .value(QLatin1String("resource"))
                                          .toArray()) {
            for (const QJsonValue &operation : each.toObject().value(QLatin1String("operation")).toArray())
                operations.insert(each.toObject().value(QLatin1String("type")).toString() + u'/'
                                      + operation.toObject().value(QLatin1String("name")).toString(),
                                  operation.toObject().value(QLatin1String("definition")));
        }
        QCOMPARE(operations,
                 (QJsonObject{
                     {QStringLiteral("Appointment/join"), QStringLiteral("https://handrail.example/fhir/OperationDefinition/join")},
                     {QStringLiteral("Patient/invite"), QStringLiteral("https://handrail.example/fhir/OperationDefinition/invite")},
                     {QStringLiteral("RelatedPerson/open-invitation"),
                      QStringLiteral("https://handrail.example/fhir/OperationDefinition/open-invitation")}}));
    }

    void theWholeWay()
    {
        const QByteArray session = m_family.session("family", 24 * 60, 25 * 60);
        const QByteArray group = m_family.session("group", 24 * 60, 25 * 60);
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn()));
        QVERIFY2(invited.status == 200, invited.body.constData());
        QCOMPARE(FamilyClinic::text(invited, "status"), QStringLiteral("open"));
        QCOMPARE(FamilyClinic::text(invited, "link").size(), 22);
        QCOMPARE(FamilyClinic::text(invited, "code").size(), 6);
        const QByteArray person = FamilyClinic::target(invited, "person"), consent = FamilyClinic::target(invited, "consent");

        // The Consent has every element of 42 CFR 2.31, and the words as they were shown.
        const QJsonObject signedNow = clinic().send("GET", consent, m_family.maya).json();
        QCOMPARE(signedNow.value(QLatin1String("status")).toString(), QStringLiteral("active"));
        for (const char *element : {"patient", "organization", "provision", "dateTime", "verification", "sourceAttachment",
                                    "policyRule", "scope", "category", "performer", "meta", "identifier"})
            QVERIFY2(signedNow.contains(QLatin1String(element)), element);
        QCOMPARE(
            QByteArray::fromBase64(
                signedNow.value(QLatin1String("sourceAttachment")).toObject().value(QLatin1String("data")).toString().toLatin1()),
            QByteArray("I let the clinic tell Ana Bell when my family sessions are."));
        QVERIFY(compact(signedNow).contains("\"display\":\"Maya Bell\""));
        QVERIFY(compact(signedNow).contains("42CFRPart2"));
        QCOMPARE(clinic().send("GET", person, m_family.maya).json().value(QLatin1String("active")), QJsonValue(false));
        QVERIFY(!m_family.isIn(session, person));

        SmartVisitor browser(clinic().base());
        const QString ticket = m_family.ticketFor(invited);
        QVERIFY(!ticket.isEmpty());
        const auto first = browser.authorize(
            {{QStringLiteral("invitation"), ticket}, {QStringLiteral("scope"), QString::fromLatin1(FamilyClinic::relativeScope)}});
        QCOMPARE(heading(first), QStringLiteral("Make your own sign-in"));
        QVERIFY(!first.body.contains("Maya"));
        const auto promise = m_family.promisePage(browser, ticket, QStringLiteral("ana"));
        QCOMPARE(heading(promise), QStringLiteral("Please keep it private"));
        QVERIFY(!promise.body.contains("Maya"));
        const auto allow = FamilyClinic::promise(browser, promise);
        QVERIFY2(heading(allow).startsWith(QStringLiteral("Let the Handrail app in")), allow.body.constData());
        QVERIFY(!allow.body.contains("Maya"));
        // Until they let the app in there is no account and nobody is in.
        QCOMPARE(m_family.token("ana", FamilyClinic::relativeScope, "blue lamp 7"), QByteArray());
        QVERIFY(!m_family.isIn(session, person));
        const QByteArray ana = FamilyClinic::allowed(browser, allow);
        QVERIFY(!ana.isEmpty());

        QCOMPARE(clinic().send("GET", person, m_family.maya).json().value(QLatin1String("active")), QJsonValue(true));
        QVERIFY(m_family.isIn(session, person));
        QVERIFY(!m_family.isIn(group, person));
        QCOMPARE(clinic().send("GET", session, ana).status, 200);
        QCOMPARE(clinic().send("GET", group, ana).status, 404);
        // Used is used: neither the pair nor the ticket open anything more, and the same identifier makes nothing new.
        QCOMPARE(m_family.open(FamilyClinic::text(invited, "link"), FamilyClinic::text(invited, "code")).status, 404);
        SmartVisitor other(clinic().base());
        QCOMPARE(other.authorize({{QStringLiteral("invitation"), ticket}}).status, 400);
        QCOMPARE(m_family.token("somebody", FamilyClinic::relativeScope, "blue lamp 7"), QByteArray());
        QVERIFY(!m_family.token("ana", FamilyClinic::relativeScope, "blue lamp 7").isEmpty());

        // Sessions that come later, and changes of them.
        const QByteArray later = m_family.session("family", 48 * 60, 49 * 60);
        QVERIFY(m_family.isIn(later, person));
        QJsonObject json = clinic().send("GET", later, m_family.dana).json();
        json.insert(QStringLiteral("status"), QStringLiteral("cancelled"));
        const HttpAnswer cancelled = clinic().send("PUT", later, m_family.dana, compact(json));
        QCOMPARE(cancelled.status, 200);
        QVERIFY(m_family.isIn(later, person)); // who was invited learns that it was cancelled
        QVERIFY(!m_family.isIn(m_family.session("family", 100 * 24 * 60, 100 * 24 * 60 + 60), person)); // after the last day
        json = parsed(
            "{'resourceType':'Bundle','type':'collection','entry':[{'resource':"
            + compact(parsed("{'resourceType':'Appointment','id':'imported','status':'booked','start':'" + FamilyClinic::at(40'000)
                             + "','end':'" + FamilyClinic::at(40'060)
                             + "','serviceType':[{'coding':[{'system':'https://handrail.example/fhir/CodeSystem/session-kind',"
                               "'code':'family'}]}],'participant':[{'actor':{'reference':'Patient/p101'},'status':'accepted'}]}"))
                  .replace('"', '\'')
            + "}]}");
        QCOMPARE(
            ClinicProcess::runToEnd(
                {QStringLiteral("import"), QStringLiteral("-"), QStringLiteral("--database"), m_family.database}, compact(json))
                .code,
            0);
        QVERIFY(m_family.isIn("Appointment/imported", person));

        // Two taps: what was open is shut at once, and the places are gone.
        QCOMPARE(m_family.setStatus(consent, QStringLiteral("inactive")), 200);
        QCOMPARE(clinic().send("GET", session, ana).status, 401);
        QVERIFY(!m_family.isIn(session, person));
        QVERIFY(!m_family.isIn(later, person));
        QVERIFY(!m_family.isIn("Appointment/imported", person));
        const QByteArray again = m_family.token("ana", FamilyClinic::relativeScope, "blue lamp 7");
        QCOMPARE(clinic().send("GET", session, again).status, 404);
        QCOMPARE(m_family.invite(FamilyClinic::invitation(newUrn()), again).status, 403);
        const QByteArray after = m_family.session("family", 50 * 60, 51 * 60);
        QVERIFY(!m_family.isIn(after, person));
    }

    /// The invitation is taken up, or the words are signed, when the session has begun already.
    void whoComesLateIsInTheSessionThatRuns()
    {
        const QByteArray over = m_family.session("family", -3 * 60, -60);
        const QByteArray running = m_family.session("family", -5, 45);
        const QByteArray group = m_family.session("group", -5, 45);
        const QByteArray ended = m_family.session("family", -5, 45, {{QStringLiteral("status"), QStringLiteral("fulfilled")}});
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(
            newUrn(), parsed("{'signed':{'valueInstant':'" + FamilyClinic::at(0) + "'}}"))); // five minutes after it began
        QVERIFY2(invited.status == 200, invited.body.constData());
        const QByteArray person = FamilyClinic::target(invited, "person"), consent = FamilyClinic::target(invited, "consent");
        const QByteArray late = m_family.accept(invited, QStringLiteral("late"));
        QVERIFY(!late.isEmpty());
        QVERIFY(m_family.isIn(running, person));
        QCOMPARE(clinic().send("GET", running, late).status, 200);
        QVERIFY(!m_family.isIn(over, person) && !m_family.isIn(group, person) && !m_family.isIn(ended, person));
        // That they were in it stays written; they see nothing of it any more.
        QCOMPARE(m_family.setStatus(consent, QStringLiteral("inactive")), 200);
        QVERIFY(m_family.isIn(running, person));
        const QByteArray again = m_family.token("late", FamilyClinic::relativeScope, "blue lamp 7");
        QCOMPARE(clinic().send("GET", running, again).status, 404);
        QCOMPARE(clinic().send("POST", running + "/$join", again, "{\"resourceType\":\"Parameters\"}").status, 404);
    }

    void theSameAgainKillsTheOldPair()
    {
        const QByteArray urn = newUrn();
        const HttpAnswer first = m_family.invite(FamilyClinic::invitation(urn));
        // As an app asks again: the identifier alone.
        const HttpAnswer second =
            m_family.invite(parsed("{'resourceType':'Parameters','parameter':[{'name':'identifier','valueUri':'"
                                   + urn.toUpper().replace("URN:UUID", "urn:uuid") + "'}]}"));
        QVERIFY2(second.status == 200, second.body.constData());
        QCOMPARE(FamilyClinic::target(second, "consent"), FamilyClinic::target(first, "consent"));
        QVERIFY(FamilyClinic::text(second, "link") != FamilyClinic::text(first, "link"));
        QCOMPARE(m_family.open(FamilyClinic::text(first, "link"), FamilyClinic::text(first, "code")).status, 404);
        const QString ticket = m_family.ticketFor(second);
        QVERIFY(!ticket.isEmpty());
        // A ticket of the pair before is dead too.
        QVERIFY(!FamilyClinic::text(m_family.invite(FamilyClinic::invitation(urn)), "link").isEmpty());
        SmartVisitor browser(clinic().base());
        QCOMPARE(browser.authorize({{QStringLiteral("invitation"), ticket}}).status, 400);
        QCOMPARE(m_family.setStatus(FamilyClinic::target(second, "consent"), QStringLiteral("inactive")), 200);
        QCOMPARE(FamilyClinic::reason(m_family.invite(FamilyClinic::invitation(urn))), QStringLiteral("ended"));
    }

    void whatIsRefused_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const QString &change, const char *reason) {
            QTest::newRow(name) << change << QString::fromLatin1(reason);
        };
        row("no identifier", QStringLiteral("'identifier':null"), "identifier");
        row("an identifier of another kind", QStringLiteral("'identifier':{'valueUri':'urn:oid:1.2.3'}"), "identifier");
        row("no name", QStringLiteral("'name':{'valueHumanName':{}}"), "name");
        row("a long name", QStringLiteral("'name':{'valueHumanName':{'text':'%1'}}").arg(QString(400, u'x')), "name");
        row("a name with a line in it", QStringLiteral("'name':{'valueHumanName':{'text':'A\\u2028B'}}"), "name");
        row("a relation of others", QStringLiteral("'relationship':{'valueCoding':{'system':'urn:x','code':'AUNT'}}"),
            "relationship");
        row("another share", QStringLiteral("'share':{'valueCode':'diagnoses'}"), "share");
        row("yesterday", QStringLiteral("'until':{'valueDate':'2026-11-17'}"), "until");
        row("more than a year", QStringLiteral("'until':{'valueDate':'2027-11-19'}"), "until");
        row("no day", QStringLiteral("'until':{'valueDate':'2027'}"), "until");
        row("no words", QStringLiteral("'consent':null"), "consent");
        row("words that are no UTF-8", QStringLiteral("'consent':{'valueAttachment':{'contentType':'text/plain','data':'/w=='}}"),
            "consent");
        row("too many words",
            QStringLiteral("'consent':{'valueAttachment':{'contentType':'text/plain','data':'%1'}}")
                .arg(QString::fromLatin1(QByteArray(20 * 1024 + 1, 'a').toBase64())),
            "consent");
        row("a page", QStringLiteral("'consent':{'valueAttachment':{'contentType':'text/html','data':'YQ=='}}"), "consent");
        row("not signed", QStringLiteral("'signature':{'valueString':'  '}"), "signature");
        row("signed after tomorrow", QStringLiteral("'signed':{'valueInstant':'2026-11-20T22:00:00Z'}"), "signed");
        row("signed long ago", QStringLiteral("'signed':{'valueInstant':'2026-10-01T22:00:00Z'}"), "signed");
        row("something more", QStringLiteral("'role':{'valueCode':'admin'}"), "parameter");
        row("a session that is not theirs", QStringLiteral("'appointment':{'valueReference':{'reference':'Appointment/none'}}"),
            "session");
    }
    void whatIsRefused()
    {
        QFETCH(QString, change);
        QFETCH(QString, reason);
        const QByteArray before = m_family.command({}).output;
        const HttpAnswer answer = m_family.invite(FamilyClinic::invitation(newUrn(), parsed('{' + change.toUtf8() + '}')));
        QCOMPARE(answer.status, 422);
        QCOMPARE(FamilyClinic::reason(answer), reason);
        QCOMPARE(m_family.command({}).output, before); // nothing half written
    }

    // By a clock that is ahead: nobody could sign in another way, and what was signed holds from now on.
    void aClockThatIsAheadStillInvites()
    {
        const HttpAnswer answer =
            m_family.invite(FamilyClinic::invitation(newUrn(), parsed("{'signed':{'valueInstant':'2026-11-19T10:00:00Z'}}")));
        QVERIFY2(answer.status == 200, answer.body.constData());
        const QByteArray consent = FamilyClinic::target(answer, "consent");
        const QJsonObject json = clinic().send("GET", consent, m_family.maya).json();
        QVERIFY2(json.value(QLatin1String("dateTime")).toString().startsWith(QLatin1String("2026-11-18")),
                 compact(json).constData());
        QCOMPARE(m_family.setStatus(consent, QStringLiteral("inactive")), 200);
    }

    void onlyThePatientInvites()
    {
        const QJsonObject body = FamilyClinic::invitation(newUrn());
        QCOMPARE(m_family.invite(body, m_family.dana).status, 403);
        QCOMPARE(m_family.invite(body, m_family.jordan).status, 404);
        QCOMPARE(m_family.invite(body, "nonsense").status, 401);
        QCOMPARE(m_family.invite(body, m_family.token("rosa", FamilyClinic::relativeScope)).status, 403);
        QCOMPARE(m_family.invite(body, m_family.token("maya", "launch/patient patient/Patient.rs patient/Consent.rs")).status, 403);
        QCOMPARE(clinic().send("GET", "Patient/p101/$invite", m_family.maya).status, 404);
    }

    void fiveAreOpenAtMost()
    {
        QList<QByteArray> consents;
        for (int i = 0; i < 6; ++i) {
            const HttpAnswer answer = m_family.invite(FamilyClinic::invitation(newUrn()), m_family.jordan, "p102");
            QCOMPARE(answer.status, i < 5 ? 200 : 422);
            if (i < 5)
                consents.append(FamilyClinic::target(answer, "consent"));
            else
                QCOMPARE(FamilyClinic::reason(answer), QStringLiteral("too-many"));
        }
        for (const QByteArray &consent : std::as_const(consents))
            QCOMPARE(m_family.setStatus(consent, QStringLiteral("inactive"), m_family.jordan), 200);
        const HttpAnswer answer = m_family.invite(FamilyClinic::invitation(newUrn()), m_family.jordan, "p102");
        QCOMPARE(answer.status, 200);
        QCOMPARE(m_family.setStatus(FamilyClinic::target(answer, "consent"), QStringLiteral("inactive"), m_family.jordan), 200);
    }

    // Whatever is wrong, the answer is the same, byte by byte.
    void nothingTellsWhatIsWrong()
    {
        const HttpAnswer used = m_family.invite(FamilyClinic::invitation(newUrn()));
        QVERIFY(!m_family.accept(used, QStringLiteral("firstofthem")).isEmpty());
        const HttpAnswer ended = m_family.invite(FamilyClinic::invitation(newUrn()));
        QCOMPARE(m_family.setStatus(FamilyClinic::target(ended, "consent"), QStringLiteral("inactive")), 200);
        const HttpAnswer open = m_family.invite(FamilyClinic::invitation(newUrn()));
        const auto ask = [&](const HttpAnswer &invited) {
            return m_family.open(FamilyClinic::text(invited, "link"), FamilyClinic::text(invited, "code"));
        };
        const HttpAnswer unknown = m_family.open(QStringLiteral("AAAAAAAAAAAAAAAAAAAAAA"), QStringLiteral("ABCDEF"));
        QCOMPARE(unknown.status, 404);
        QVERIFY(unknown.isOutcome());
        for (const HttpAnswer &answer :
             {ask(used), ask(ended), m_family.open(FamilyClinic::text(open, "link"), QStringLiteral("AAAAAA")),
              m_family.open({}, {}), m_family.open(QString(100'000, u'x'), QStringLiteral("A\u0000B")),
              m_family.open(FamilyClinic::text(open, "link"), {})}) {
            QCOMPARE(answer.status, unknown.status);
            QCOMPARE(answer.body, unknown.body);
            QVERIFY(!answer.body.contains("Maya") && !answer.body.contains("Harbor"));
        }
        // The code as people type it.
        QString typed = FamilyClinic::text(open, "code").toLower();
        typed.insert(3, QStringLiteral(" - "));
        QCOMPARE(m_family.open(FamilyClinic::text(open, "link"), typed).status, 200);
        QCOMPARE(m_family.setStatus(FamilyClinic::target(open, "consent"), QStringLiteral("inactive")), 200);
    }

    void aWrongCodeForAKnownLinkTakesNoLonger()
    {
        const HttpAnswer open = m_family.invite(FamilyClinic::invitation(newUrn()));
        const auto time = [&](const QString &link) {
            QElapsedTimer timer;
            timer.start();
            (void)m_family.open(link, QStringLiteral("AAAAAA"));
            return timer.nsecsElapsed();
        };
        QList<qint64> known, unknown;
        for (int i = 0; i < 4; ++i) { // the fifth would close it; the address has 40 free
            known.append(time(FamilyClinic::text(open, "link")));
            unknown.append(time(QStringLiteral("BBBBBBBBBBBBBBBBBBBB%1").arg(i, 2, 10, QLatin1Char('0'))));
        }
        const auto least = [](const QList<qint64> &times) { return *std::min_element(times.begin(), times.end()); };
        QVERIFY2(std::abs(least(known) - least(unknown)) < 15'000'000,
                 qPrintable(QStringLiteral("%1 %2").arg(least(known)).arg(least(unknown))));
    }

    void twoWithOneNameAreTwo()
    {
        const HttpAnswer first = m_family.invite(FamilyClinic::invitation(newUrn()));
        const HttpAnswer second = m_family.invite(FamilyClinic::invitation(newUrn()));
        QVERIFY(FamilyClinic::target(first, "person") != FamilyClinic::target(second, "person"));
        const QString name = QStringLiteral("ana@bell.example");
        QVERIFY(!m_family.accept(first, name).isEmpty());
        // The name is taken: said at the promise, and the invitation stays.
        SmartVisitor browser(clinic().base());
        const auto taken = FamilyClinic::promise(browser, m_family.promisePage(browser, m_family.ticketFor(second), name));
        QCOMPARE(taken.status, 400);
        QVERIFY(taken.body.contains("Somebody has that name"));
        QVERIFY(!m_family.accept(second, QStringLiteral("ana2@bell.example")).isEmpty());
        for (const HttpAnswer &each : {first, second})
            QCOMPARE(m_family.setStatus(FamilyClinic::target(each, "consent"), QStringLiteral("inactive")), 200);
    }

    // Two browsers stand before the last page with one invitation.
    void oneOfTwoIsFirst()
    {
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn()));
        const QString ticket = m_family.ticketFor(invited);
        SmartVisitor one(clinic().base()), other(clinic().base());
        const auto before = [&](SmartVisitor &browser, const QString &name) {
            return FamilyClinic::promise(browser, m_family.promisePage(browser, ticket, name)).html();
        };
        const QString form = before(one, QStringLiteral("race.one"));
        const QString otherForm = before(other, QStringLiteral("race.other"));
        QList<int> statuses{0, 0};
        const auto press = [this](const QString &html, const QMap<QByteArray, QByteArray> &cookies, int &status) {
            const auto target = PageForm::of(html);
            const QByteArray cookie = cookies.firstKey() + '=' + cookies.first();
            status = clinic()
                         .send("POST", target->action.toEncoded(), {}, "decision=allow&ticket=" + target->ticket.toLatin1(),
                               {{"Content-Type", "application/x-www-form-urlencoded"}, {"Cookie", cookie}})
                         .status;
        };
        std::thread first([&] { press(form, one.cookies(), statuses[0]); });
        std::thread second([&] { press(otherForm, other.cookies(), statuses[1]); });
        first.join();
        second.join();
        std::sort(statuses.begin(), statuses.end());
        QCOMPARE(statuses, (QList<int>{303, 410}));
        const bool isOne = !m_family.token("race.one", FamilyClinic::relativeScope, "blue lamp 7").isEmpty();
        const bool isOther = !m_family.token("race.other", FamilyClinic::relativeScope, "blue lamp 7").isEmpty();
        QVERIFY(isOne != isOther);
        QCOMPARE(m_family.setStatus(FamilyClinic::target(invited, "consent"), QStringLiteral("inactive")), 200);
    }

    // Ended between the code and the last page.
    void anEndedOneLetsNobodyIn()
    {
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn()));
        SmartVisitor browser(clinic().base());
        const auto page =
            FamilyClinic::promise(browser, m_family.promisePage(browser, m_family.ticketFor(invited), QStringLiteral("toolate")));
        QCOMPARE(m_family.setStatus(FamilyClinic::target(invited, "consent"), QStringLiteral("inactive")), 200);
        QCOMPARE(browser.submit(page, {{QStringLiteral("decision"), QStringLiteral("allow")}}).status, 410);
        QCOMPARE(m_family.token("toolate", FamilyClinic::relativeScope, "blue lamp 7"), QByteArray());
    }

    void theClinicSignsToo()
    {
        QCOMPARE(m_family.command({QStringLiteral("--countersign"), QStringLiteral("on")}).code, 0);
        const QByteArray urn = newUrn();
        const HttpAnswer waiting = m_family.invite(FamilyClinic::invitation(urn));
        QCOMPARE(FamilyClinic::text(waiting, "status"), QStringLiteral("waiting"));
        QVERIFY(FamilyClinic::value(waiting, "link").isUndefined() || FamilyClinic::text(waiting, "link").isEmpty());
        const QByteArray consent = FamilyClinic::target(waiting, "consent");
        QCOMPARE(clinic().send("GET", consent, m_family.maya).json().value(QLatin1String("status")).toString(),
                 QStringLiteral("proposed"));
        QVERIFY(m_family.command({}).output.contains("waits for a signature"));
        // The patient cannot sign for the clinic.
        QCOMPARE(m_family.setStatus(consent, QStringLiteral("active")), 422);
        const QStringList sign{QStringLiteral("--sign"), QString::fromLatin1(consent.mid(8)), QStringLiteral("--as")};
        QCOMPARE(m_family.command(sign + QStringList{QStringLiteral("nobody")}).code, 1);
        QCOMPARE(m_family.command(sign + QStringList{QStringLiteral("s1")}).code, 0);
        const QJsonArray signers =
            clinic().send("GET", consent, m_family.dana).json().value(QLatin1String("verification")).toArray();
        QCOMPARE(signers.size(), 2);
        QVERIFY(compact(signers.at(0).toObject()).contains("Patient/p101"));
        QVERIFY(compact(signers.at(1).toObject()).contains("\"Practitioner/s1\"")
                && compact(signers.at(1).toObject()).contains("Dana Ruiz"));
        QCOMPARE(m_family.command({QStringLiteral("--sign"), QString::fromLatin1(consent.mid(8))}).code, 1);
        QCOMPARE(m_family.command({QStringLiteral("--countersign"), QStringLiteral("off")}).code, 0);
        const HttpAnswer now = m_family.invite(FamilyClinic::invitation(urn));
        QCOMPARE(FamilyClinic::text(now, "status"), QStringLiteral("open"));
        const QByteArray token = m_family.accept(now, QStringLiteral("countersigned"));
        QCOMPARE(clinic().send("GET", "Patient/p101", token).status, 200);
        // Staff can end it too: seen by the running clinic at once, and the sign-in with it.
        QCOMPARE(m_family.command({QStringLiteral("--end"), QString::fromLatin1(consent.mid(8))}).code, 0);
        QCOMPARE(clinic().send("GET", "Patient/p101", token).status, 401);
        QCOMPARE(m_family.command({QStringLiteral("--end"), QStringLiteral("none")}).code, 1);
        QCOMPARE(m_family.command({QStringLiteral("--minors"), QStringLiteral("maybe")}).code, 2);
    }

    void under18TheClinicDecides()
    {
        QJsonObject patient = clinic().send("GET", "Patient/p102", m_family.dana).json();
        const QString born = patient.value(QLatin1String("birthDate")).toString();
        const auto invited = [&](const QString &date) {
            patient.insert(QStringLiteral("birthDate"), date);
            if (date.isEmpty())
                patient.remove(QStringLiteral("birthDate"));
            if (clinic().send("PUT", "Patient/p102", m_family.dana, compact(patient)).status != 200)
                return 0;
            return m_family.invite(FamilyClinic::invitation(newUrn()), m_family.jordan, "p102").status;
        };
        QCOMPARE(invited(QStringLiteral("2008-11-19")), 422); // tomorrow
        QCOMPARE(invited(QStringLiteral("2008")), 422);       // perhaps in December
        QCOMPARE(invited({}), 422);
        QCOMPARE(invited(QStringLiteral("2008-11-17")), 200);
        QCOMPARE(m_family.command({QStringLiteral("--minors"), QStringLiteral("on")}).code, 0);
        QCOMPARE(invited(QStringLiteral("2010-05-05")), 200);
        QCOMPARE(m_family.command({QStringLiteral("--minors"), QStringLiteral("off")}).code, 0);
        patient.insert(QStringLiteral("birthDate"), born);
        QCOMPARE(clinic().send("PUT", "Patient/p102", m_family.dana, compact(patient)).status, 200);
    }

    // Last: it uses this address up.
    void guessesEndTheInvitation()
    {
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn()));
        const QString link = FamilyClinic::text(invited, "link"), code = FamilyClinic::text(invited, "code");
        for (int i = 0; i < 5; ++i)
            QCOMPARE(m_family.open(link, QStringLiteral("AAAAA%1").arg(i + 2)).status, 404);
        const HttpAnswer sixth = m_family.open(link, code);
        QCOMPARE(sixth.status, 429);
        QVERIFY(sixth.header("Retry-After").toInt() > 0);
        // An unknown link is slowed down just so.
        for (int i = 0; i < 5; ++i)
            QCOMPARE(m_family.open(QStringLiteral("CCCCCCCCCCCCCCCCCCCCCC"), QStringLiteral("AAAAAA")).status, 404);
        const HttpAnswer unknown = m_family.open(QStringLiteral("CCCCCCCCCCCCCCCCCCCCCC"), QStringLiteral("AAAAAA"));
        QCOMPARE(unknown.status, 429);
        QCOMPARE(unknown.body, sixth.body);
        // Also after the wait: the right code does not open it any more. A new pair does.
        QTest::qWait(sixth.header("Retry-After").toInt() * 1000 + 200);
        QCOMPARE(m_family.open(link, code).status, 404);
        QVERIFY(m_family.command({}).output.contains("out of time or tries"));
    }

private:
    [[nodiscard]] ClinicProcess &clinic() { return m_family.clinic; }

    FamilyClinic m_family;
};

QTEST_GUILESS_MAIN(TestClinicFamily)
#include "tst_clinic_family.moc"
