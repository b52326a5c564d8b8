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

/// By video, and part of a session with this id.
QJsonObject video(const QByteArray &session)
{
    return parsed(
        "{'identifier':[{'system':'https://handrail.example/fhir/sid/session','value':'" + session
        + "'}],'extension':[{'url':'http://hl7.org/fhir/5.0/StructureDefinition/extension-Appointment.virtualService','extension':["
          "{'url':'channelType','valueCoding':{'system':'https://handrail.example/fhir/CodeSystem/channel','code':'video'}},"
          "{'url':'address','valueUrl':'https://video.example/room/one'}]}]}");
}

} // namespace

/// Who is left out of one family session: by staff, at the command line while the clinic serves, or as it moved behind a permission.
class TestClinicKeptOut : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_family.start());
        // Commands go by the machine's own clock: what they are to find is years ahead of it.
        m_ana = invited("ana", "{'start':'2020-01-01'}");
        m_ben = invited("ben", "{'start':'2020-01-01'}");
    }
    void cleanupTestCase() { QCOMPARE(clinic().stop(), 0); }

    void theSessionIsNotThereForThem()
    {
        const QByteArray soon = m_family.session("family", 5, 60, video("tonight")),
                         other = m_family.session("family", 6, 61, video("another")), ahead = farAhead();
        QVERIFY(isThere(soon, m_ana) && isThere(other, m_ana) && isThere(ahead, m_ana) && m_family.isIn(ahead, m_ana.person));
        QCOMPARE(join(soon, m_ana), 200);
        const auto seenByBen = [&] {
            return QList{clinic().send("GET", soon, m_ben.token).header("ETag"), clinic().send("GET", ahead, m_ben.token).body};
        };
        const auto before = seenByBen();

        const auto tonight = m_family.command(keepOut("tonight", m_ana.person)); // what the Appointments of a session share
        QCOMPARE(tonight.code, 0);
        QVERIFY(tonight.errors.contains("whoever joined in that room before knows it"));
        const auto later = m_family.command(keepOut(ahead.mid(12), m_ana.person.mid(14))
                                            + QStringList{QStringLiteral("--as"), QStringLiteral("s1")});
        QCOMPARE(later.code, 0);
        QVERIFY2(!later.errors.contains("address"), later.errors.constData()); // it has none
        QVERIFY(!isThere(soon, m_ana) && !isThere(ahead, m_ana) && isThere(other, m_ana));
        QCOMPARE(join(soon, m_ana), 404);
        QCOMPARE(clinic().send("POST", "AppointmentResponse", m_ana.token, answer(soon, m_ana)).status, 403);
        QCOMPARE(join(soon, m_ben), 200);
        QCOMPARE(seenByBen(), before);
        // Who was invited is true for the patient.
        QVERIFY(!m_family.isIn(ahead, m_ana.person) && m_family.isIn(ahead, m_ben.person));
        QVERIFY(!clinic().send("GET", ahead, m_family.maya).body.contains(m_ana.person));
        // However the session changes.
        QJsonObject json = clinic().send("GET", ahead, m_family.dana).json();
        json.insert(QStringLiteral("start"), QStringLiteral("2126-03-02T15:00:00Z"));
        QCOMPARE(clinic().send("PUT", ahead, m_family.dana, compact(json)).status, 200);
        QVERIFY(!isThere(ahead, m_ana) && !m_family.isIn(ahead, m_ana.person) && m_family.isIn(ahead, m_ben.person));

        const QByteArray listed = m_family.command({}).output;
        QCOMPARE(listed.count(QByteArray("\tkept out of " + ahead + '\n')), 1);
        QVERIFY2(m_family.command(keepOut("tonight", m_ana.person)).code == 1, "twice");

        QCOMPARE(m_family.command(letIn(ahead, m_ana.person)).code, 0);
        QVERIFY(isThere(ahead, m_ana) && m_family.isIn(ahead, m_ana.person) && !isThere(soon, m_ana));
        QCOMPARE(m_family.command(letIn(ahead, m_ana.person)).code, 1);
    }

    /// It is the clinic's word: the patient reads it, and it is not theirs to end.
    void itIsTheClinicsWord()
    {
        const QByteArray ahead = farAhead();
        QCOMPARE(m_family.command(keepOut(ahead, m_ana.person)).code, 0);
        QByteArray consent;
        for (const QJsonValue &each : entriesOf(clinic().send("GET", "Consent?_count=200", m_family.maya).json())) {
            const QJsonObject one = each.toObject().value(QLatin1String("resource")).toObject();
            if (compact(one).contains(QByteArray('"' + ahead + '"')))
                consent = "Consent/" + one.value(QLatin1String("id")).toString().toLatin1();
        }
        QVERIFY(!consent.isEmpty());
        QCOMPARE(m_family.setStatus(consent, QStringLiteral("inactive")), 422);
        QVERIFY(!isThere(ahead, m_ana));
        QCOMPARE(clinic().send("GET", consent, m_ana.token).status, 403);
        // Nor does it end what the patient signed, when staff end it as any other.
        QCOMPARE(m_family.command({QStringLiteral("--end"), QString::fromLatin1(consent.mid(8))}).code, 0);
        QVERIFY(isThere(ahead, m_ana));
    }

    /// Each invitation makes another relative: whoever takes one up with the sign-in that they have is the same person for the clinic.
    void aSecondInvitationIsNoWayIn()
    {
        const Relative eva = invited("eva", "{'start':'2020-01-01'}");
        const QByteArray out = farAhead(), other = farAhead(), past = m_family.session("family", -120, -60),
                         unheld = m_family.session("family", -120, -60);
        QCOMPARE(m_family.command(keepOut(out, eva.person) + QStringList{QStringLiteral("--as"), QStringLiteral("s1")}).code, 0);
        QCOMPARE(m_family.command(keepOut(past, eva.person)).code, 0);
        QCOMPARE(m_family.command(keepOut(unheld, eva.person)).code, 0);
        QCOMPARE(m_family.setStatus(past, QStringLiteral("fulfilled"), m_family.dana), 200);
        const QList<std::pair<QByteArray, QString>> off{{farAhead(), QStringLiteral("cancelled")},
                                                        {farAhead(), QStringLiteral("entered-in-error")}};
        for (const auto &[session, status] : off) {
            QCOMPARE(m_family.command(keepOut(session, eva.person)).code, 0);
            QCOMPARE(m_family.setStatus(session, status, m_family.dana), 200);
        }
        const Relative again = invited("eva", "{'start':'2020-01-01'}", true);
        QVERIFY(again.person != eva.person && !again.token.isEmpty());
        QVERIFY(!isThere(out, again) && !m_family.isIn(out, again.person));
        QVERIFY(isThere(other, again) && m_family.isIn(other, again.person));
        QVERIFY(told(out, "new-relative").isEmpty()); // nobody new
        for (const auto &[session, status] : off) {
            QCOMPARE(m_family.setStatus(session, QStringLiteral("booked"), m_family.dana), 200);
            QVERIFY2(!isThere(session, eva) && !m_family.isIn(session, eva.person), qPrintable(status));
            QVERIFY2(!isThere(session, again) && !m_family.isIn(session, again.person), qPrintable(status));
        }
        // Nor the other way round: whom staff kept out before they came.
        const HttpAnswer late = m_family.invite(FamilyClinic::invitation(newUrn()));
        const QByteArray before = farAhead();
        QVERIFY(isThere(before, eva));
        QCOMPARE(m_family.command(keepOut(before, FamilyClinic::target(late, "person"))).code, 0);
        QVERIFY(isThere(before, eva)); // it may be anybody's
        QVERIFY(!acceptedAgain(late, QStringLiteral("eva")).isEmpty());
        QVERIFY(!isThere(before, eva) && !isThere(before, again));
        QCOMPARE(m_family.setStatus(FamilyClinic::target(late, "consent"), QStringLiteral("inactive")), 200);
        // The patient reads it with the new permission too. Nobody said that again, and of what is over nothing is written anew.
        QCOMPARE(keepingOut(out, m_family.maya), 3);
        QCOMPARE(keepingOut(out, m_family.maya, "Practitioner/s1"), 1);
        QCOMPARE(keepingOut(past, m_family.maya), 1);
        QCOMPARE(keepingOut(unheld, m_family.maya), 3); // it may be moved to a day to come
        // Also when nothing is shared by the earlier ones any more, and the account has them no longer.
        QCOMPARE(m_family.setStatus(eva.consent, QStringLiteral("inactive")), 200);
        QCOMPARE(m_family.setStatus(again.consent, QStringLiteral("inactive")), 200);
        const Relative third = invited("eva", "{'start':'2020-01-01'}", true);
        QVERIFY(!isThere(out, third) && isThere(other, third));
        const Relative fourth = invited("eva", "{'start':'2020-01-01'}", true);
        QVERIFY(!isThere(out, fourth) && isThere(other, fourth));
        // Staff name one of them, and it is meant for all that are the same.
        QCOMPARE(m_family.command(keepOut(other, third.person)).code, 0);
        QVERIFY(!isThere(other, third) && !isThere(other, fourth));
        QCOMPARE(m_family.command(keepOut(other, fourth.person)).code, 1);
        for (const QByteArray &session : {out, other})
            QCOMPARE(m_family.command(letIn(session, fourth.person)).code, 0);
        QVERIFY(isThere(out, third) && isThere(out, fourth) && isThere(other, third) && isThere(other, fourth));
        for (const QByteArray &consent : {third.consent, fourth.consent})
            QCOMPARE(m_family.setStatus(consent, QStringLiteral("inactive")), 200);
    }

    /// The room of a session is one: by one sign-in nobody gets into it as another patient's relative, whichever of them staff name.
    void anotherPatientsRelativeIsNoWayIn()
    {
        const auto session = [&](const char *patient, const char *id) {
            return m_family.session(
                "family", 5, 60,
                parsed("{'identifier':[{'system':'https://handrail.example/fhir/sid/session','value':'" + QByteArray(id)
                       + "'}],'start':'2126-03-01T15:00:00Z','end':'2126-03-01T16:00:00Z','participant':[{'actor':{'reference':"
                         "'Patient/"
                       + patient + "'},'status':'accepted'}]}"));
        };
        const auto isRead = [&](const QByteArray &where, const Relative &who) {
            return clinic().send("GET", where, who.token).status == 200;
        };
        const Relative gil = invited("gil", "{'start':'2020-01-01'}"),
                       ofJordan = invited("gil", "{'start':'2020-01-01'}", true, m_family.jordan, "p102"),
                       hal = invited("hal", "{'start':'2020-01-01'}");
        const QByteArray ours = session("p101", "shared"), theirs = session("p102", "shared"), other = session("p102", "alone");
        QVERIFY(isRead(ours, gil) && isRead(theirs, ofJordan) && isRead(other, ofJordan));

        QCOMPARE(m_family.command(keepOut("shared", gil.person) + QStringList{QStringLiteral("--as"), QStringLiteral("s1")}).code,
                 0);
        QCOMPARE(keepingOut(ours, m_family.maya, "Practitioner/s1"), 1);
        QCOMPARE(keepingOut(theirs, m_family.jordan), 1);
        QCOMPARE(keepingOut(theirs, m_family.jordan, "Practitioner/s1"), 0); // who may have nothing to do with this patient
        QVERIFY(!isRead(ours, gil) && !isRead(theirs, ofJordan) && isRead(other, ofJordan));
        QVERIFY(!m_family.isIn(theirs, ofJordan.person) && m_family.isIn(other, ofJordan.person));
        QVERIFY(isRead(ours, hal)); // nobody else
        QCOMPARE(m_family.command(keepOut(theirs, ofJordan.person)).code, 1);
        QCOMPARE(m_family.command(letIn(theirs, ofJordan.person)).code, 0);
        QVERIFY(isRead(ours, gil) && isRead(theirs, ofJordan));
        QCOMPARE(m_family.command(keepOut(theirs, ofJordan.person)).code, 0);
        QVERIFY(!isRead(ours, gil) && !isRead(theirs, ofJordan));

        // Nor by an invitation of the other patient's that comes later.
        QCOMPARE(m_family.command(keepOut("shared", hal.person)).code, 0);
        const Relative later = invited("hal", "{'start':'2020-01-01'}", true, m_family.jordan, "p102");
        QVERIFY(!isRead(theirs, later) && isRead(other, later));
        // Nor by a sign-in that somebody had who was kept out before they took that invitation up.
        const Relative ivy = invited("ivy", "{'start':'2020-01-01'}", false, m_family.jordan, "p102");
        const HttpAnswer late = m_family.invite(FamilyClinic::invitation(newUrn()));
        QCOMPARE(m_family.command(keepOut("shared", FamilyClinic::target(late, "person"))).code, 0);
        QVERIFY(isRead(theirs, ivy) && m_family.isIn(theirs, ivy.person)); // it may be anybody's
        QVERIFY(!acceptedAgain(late, QStringLiteral("ivy")).isEmpty());
        QVERIFY(!isRead(theirs, ivy) && !m_family.isIn(theirs, ivy.person) && isRead(other, ivy));
        // Nor as whom staff add to the sign-in.
        const Relative kim = invited("kim", "{'start':'2020-01-01'}"),
                       lou = invited("lou", "{'start':'2020-01-01'}", false, m_family.jordan, "p102");
        QCOMPARE(m_family.command(keepOut("shared", kim.person)).code, 0);
        QVERIFY(isRead(theirs, lou) && m_family.isIn(theirs, lou.person));
        const auto user = [&](const QStringList &arguments) {
            return ClinicProcess::runToEnd(QStringList{QStringLiteral("user")} + arguments
                                           + QStringList{QStringLiteral("--database"), m_family.database});
        };
        const QStringList asLou{QStringLiteral("add-identity"),  QStringLiteral("kim"),        QStringLiteral("--fhir-user"),
                                QString::fromLatin1(lou.person), QStringLiteral("--patients"), QStringLiteral("p102")};
        const auto taken = user(asLou);
        QVERIFY2(taken.code == 1 && taken.errors.contains("lou signs in as "), taken.errors.constData());
        QVERIFY(isRead(theirs, lou));
        QCOMPARE(user({QStringLiteral("disable"), QStringLiteral("lou")}).code, 0);
        QCOMPARE(user(asLou).code, 0);
        QVERIFY(!m_family.isIn(theirs, lou.person) && m_family.isIn(other, lou.person));
        for (const QByteArray &consent : {gil.consent, hal.consent, kim.consent, FamilyClinic::target(late, "consent")})
            QCOMPARE(m_family.setStatus(consent, QStringLiteral("inactive")), 200);
        for (const QByteArray &consent : {ofJordan.consent, later.consent, ivy.consent, lou.consent})
            QCOMPARE(m_family.setStatus(consent, QStringLiteral("inactive"), m_family.jordan), 200);
    }

    /// With another sign-in it may be anybody: staff are told, once, and of that session alone.
    void staffHearOfSomebodyNew()
    {
        const QByteArray out = farAhead(), other = farAhead();
        QCOMPARE(m_family.command(keepOut(out, m_ana.person)).code, 0);
        const Relative fay = invited("fay", "{'start':'2020-01-01'}");
        QVERIFY(isThere(out, fay));
        const QByteArrayList lines = told(out, "new-relative");
        QCOMPARE(lines.size(), 1);
        QVERIFY2(lines.first().endsWith(QByteArray("\tPatient/p101\t" + out + '\t' + fay.person)), lines.first().constData());
        QVERIFY(told(other, "new-relative").isEmpty());
        // It is no message, and nobody else's to read.
        const QString item = QString::fromLatin1(lines.first().split('\t').first());
        QVERIFY(inbox({QStringLiteral("--reply"), item}, "x").code != 0);
        QVERIFY(!clinic().send("GET", "Communication?_count=200", fay.token).body.contains(out));
        // Who is known, and not kept out, is not news.
        const Relative again = invited("fay", "{'start':'2020-01-01'}", true);
        QVERIFY(isThere(out, again));
        QCOMPARE(told(out, "new-relative").size(), 1);
        QCOMPARE(inbox({QStringLiteral("--done"), item}).code, 0);
        QCOMPARE(m_family.command(letIn(out, m_ana.person)).code, 0);
        for (const QByteArray &consent : {fay.consent, again.consent})
            QCOMPARE(m_family.setStatus(consent, QStringLiteral("inactive")), 200);
    }

    void whatIsRefused_data()
    {
        QTest::addColumn<QByteArray>("session");
        QTest::addColumn<QByteArray>("relative");
        const QByteArray ahead = farAhead();
        QTest::newRow("no session") << QByteArray("none") << m_ana.person;
        QTest::newRow("nobody") << ahead << QByteArray("nobody");
        QTest::newRow("empty") << QByteArray() << QByteArray();
        QTest::newRow("whom nobody invited") << ahead << QByteArray("r101-1");
        QTest::newRow("no family session") << m_family.session("group", 60, 120) << m_ana.person;
        QTest::newRow("another patient's") << m_family.session(
            "family", 60, 120, parsed("{'participant':[{'actor':{'reference':'Patient/p102'},'status':'accepted'}]}"))
                                           << m_ana.person;
    }
    void whatIsRefused()
    {
        QFETCH(QByteArray, session);
        QFETCH(QByteArray, relative);
        const QByteArray before = m_family.command({}).output;
        const auto finished = m_family.command(keepOut(session, relative));
        QCOMPARE(finished.code, 1);
        QCOMPARE(m_family.command({}).output, before);
    }

    void whatMakesNoSense()
    {
        const QString out = QStringLiteral("--keep-out"), in = QStringLiteral("--let-in"), who = QStringLiteral("--relative"),
                      x = QStringLiteral("x");
        for (const QStringList &each : {QStringList{out, x}, QStringList{who, x}, QStringList{out, x, in, x, who, x},
                                        QStringList{out, x, who, x, QStringLiteral("--end"), x},
                                        QStringList{in, x, who, x, QStringLiteral("--as"), QStringLiteral("s1")}})
            QCOMPARE(m_family.command(each).code, 2);
        QCOMPARE(m_family.command(keepOut(farAhead(), m_ana.person) + QStringList{QStringLiteral("--as"), x}).code, 1);
    }

    /// Nobody is to wonder why a relative does not come: a row for staff, once, when it was moved and for no other reason.
    void theTeamHearsWhenAPermissionIsTooShort()
    {
        const Relative cleo = invited("cleo", "{'start':'2020-01-01','end':'2126-03-20'}");
        const QByteArray session = farAhead();
        QVERIFY(m_family.isIn(session, cleo.person));
        const auto move = [&](const QByteArray &day, bool isListed = true) {
            QJsonObject json = clinic().send("GET", session, m_family.dana).json();
            json.insert(QStringLiteral("start"), QString::fromLatin1(day + "T15:00:00Z"));
            json.insert(QStringLiteral("end"), QString::fromLatin1(day + "T16:00:00Z"));
            if (!isListed) // by a program that knows of no relatives
                json.insert(QStringLiteral("participant"),
                            parsed("{'a':[{'actor':{'reference':'Patient/p101'},'status':'accepted'}]}").value(QLatin1String("a")));
            return clinic().send("PUT", session, m_family.dana, compact(json)).status;
        };
        QCOMPARE(move("2126-03-19"), 200);
        QVERIFY(m_family.isIn(session, cleo.person) && told(session).isEmpty());
        for (int i = 0; i < 2; ++i)
            QCOMPARE(move("2126-03-22"), 200);
        QVERIFY(!m_family.isIn(session, cleo.person) && m_family.isIn(session, m_ben.person));
        const QByteArrayList lines = told(session);
        QCOMPARE(lines.size(), 1);
        QVERIFY2(lines.first().endsWith(QByteArray("\tPatient/p101\t" + session + '\t' + cleo.person)), lines.first().constData());
        // She is told nothing; and it is no message.
        QVERIFY(!clinic().send("GET", "Communication?_count=200", cleo.token).body.contains(session));
        const QString item = QString::fromLatin1(lines.first().split('\t').first());
        QVERIFY(inbox({QStringLiteral("--reply"), item}, "x").code != 0);
        QCOMPARE(inbox({QStringLiteral("--done"), item}).code, 0);
        QVERIFY(told(session).isEmpty());
        // She is in again with the old time, and left out by another program.
        QCOMPARE(move("2126-03-18"), 200);
        QVERIFY(m_family.isIn(session, cleo.person));
        QCOMPARE(move("2126-03-23", false), 200);
        QCOMPARE(told(session).size(), 1);

        // What staff or the patient end themselves is no such thing, nor is a session that is called off.
        const QByteArray ended = farAhead(), off = farAhead();
        QJsonObject json = clinic().send("GET", off, m_family.dana).json();
        json.insert(QStringLiteral("start"), QStringLiteral("2126-04-01T15:00:00Z"));
        json.insert(QStringLiteral("end"), QStringLiteral("2126-04-01T16:00:00Z"));
        json.insert(QStringLiteral("status"), QStringLiteral("cancelled"));
        QCOMPARE(clinic().send("PUT", off, m_family.dana, compact(json)).status, 200);
        QCOMPARE(m_family.setStatus(cleo.consent, QStringLiteral("inactive"), m_family.dana), 200);
        QVERIFY(!m_family.isIn(ended, cleo.person));
        QVERIFY(told(ended).isEmpty() && told(off).isEmpty());
    }

    void alsoByTheSchedule()
    {
        const Relative dora = invited("dora", "{'start':'2020-01-01','end':'2099-12-31'}");
        const auto import = [&](const char *day) {
            return ClinicProcess::runToEnd(
                       {QStringLiteral("import-schedule"), QStringLiteral("-"), QStringLiteral("--database"), m_family.database},
                       "date,start,end,kind,title,patient,id\n" + QByteArray(day) + ",17:00,18:00,family,Family,p101,ours\n")
                .code;
        };
        QCOMPARE(import("2099-12-30"), 0);
        const QString id =
            idsOf(clinic().send("GET", "Appointment?actor=" + dora.person + "&date=2099-12-30", m_family.dana).json()).value(0);
        const QByteArray session = "Appointment/" + id.toLatin1();
        QVERIFY(m_family.isIn(session, dora.person) && told(session).isEmpty());
        QCOMPARE(import("2100-01-02"), 0);
        QVERIFY(!m_family.isIn(session, dora.person));
        QCOMPARE(told(session).size(), 1);
    }

private:
    struct Relative {
        QByteArray token, person, consent;
    };

    /// Somebody who took an invitation up, with this time of their permission; `isKnown`: with the sign-in that they have.
    [[nodiscard]] Relative invited(const char *name, const char *period, bool isKnown = false, const QByteArray &by = {},
                                   const QByteArray &patient = "p101")
    {
        const HttpAnswer answer =
            m_family.invite(FamilyClinic::invitation(newUrn(), parsed("{'share':[{'valueCode':'busy'}]}")), by, patient);
        const QString user = QString::fromLatin1(name);
        const QByteArray consent = FamilyClinic::target(answer, "consent");
        const HttpAnswer now = clinic().send("GET", consent, m_family.dana);
        QJsonObject json = now.json(), provision = json.value(QLatin1String("provision")).toObject();
        provision.insert(QStringLiteral("period"), parsed(period));
        json.insert(QStringLiteral("provision"), provision);
        const int status = clinic().send("PUT", consent, m_family.dana, compact(json), {{"If-Match", now.header("ETag")}}).status;
        const Relative who{isKnown ? acceptedAgain(answer, user) : m_family.accept(answer, user),
                           FamilyClinic::target(answer, "person"), consent};
        if (status != 200 || who.token.isEmpty())
            qWarning("%s is not invited", name);
        return who;
    }
    [[nodiscard]] QByteArray acceptedAgain(const HttpAnswer &invited, const QString &name)
    {
        SmartVisitor browser(clinic().base());
        const auto page = browser.authorize({{QStringLiteral("invitation"), m_family.ticketFor(invited)},
                                             {QStringLiteral("scope"), QString::fromLatin1(FamilyClinic::relativeScope)}});
        const auto signIn = browser.submit(page, {{QStringLiteral("way"), QStringLiteral("known")}});
        const auto asked = browser.submit(
            signIn, {{QStringLiteral("username"), name}, {QStringLiteral("password"), QStringLiteral("blue lamp 7")}});
        return FamilyClinic::allowed(browser, FamilyClinic::promise(browser, asked));
    }
    [[nodiscard]] ClinicProcess::Finished inbox(const QStringList &more, const QByteArray &input = {}) const
    {
        return ClinicProcess::runToEnd(QStringList{QStringLiteral("inbox"), QStringLiteral("--database"), m_family.database} + more,
                                       input);
    }
    /// The open rows about this session, of this kind.
    [[nodiscard]] QByteArrayList told(const QByteArray &session, const char *kind = "sharing-too-short") const
    {
        QByteArrayList lines = inbox({QStringLiteral("--open")}).output.split('\n');
        lines.removeIf([&](const QByteArray &line) {
            return !line.contains(QByteArray('\t' + QByteArray(kind) + '\t')) || !line.contains(session);
        });
        return lines;
    }

    [[nodiscard]] ClinicProcess &clinic() { return m_family.clinic; }
    [[nodiscard]] QByteArray farAhead()
    {
        // Each with an end of its own, by which its busy time is known.
        const QByteArray minute = QByteArray::number(10 + m_ahead++);
        return m_family.session("family", 5, 60,
                                parsed("{'start':'2126-03-01T15:00:00Z','end':'2126-03-03T16:" + minute + ":00Z'}"));
    }
    [[nodiscard]] static QStringList keepOut(const QByteArray &session, const QByteArray &relative)
    {
        return {QStringLiteral("--keep-out"), QString::fromLatin1(session), QStringLiteral("--relative"),
                QString::fromLatin1(relative)};
    }
    [[nodiscard]] static QStringList letIn(const QByteArray &session, const QByteArray &relative)
    {
        return {QStringLiteral("--let-in"), QString::fromLatin1(session), QStringLiteral("--relative"),
                QString::fromLatin1(relative)};
    }
    /// How many Consents keep somebody out of it, as this patient reads them; of those alone that have these words.
    [[nodiscard]] int keepingOut(const QByteArray &session, const QByteArray &patient, const char *words = "")
    {
        int count = 0;
        for (const QJsonValue &each : entriesOf(clinic().send("GET", "Consent?_count=200", patient).json())) {
            const QByteArray consent = compact(each.toObject().value(QLatin1String("resource")).toObject());
            count += consent.contains(QByteArray('"' + session + '"')) && consent.contains(words) ? 1 : 0;
        }
        return count;
    }
    /// However it is asked for, or the test fails; also as a time at which the patient is busy.
    [[nodiscard]] bool isThere(const QByteArray &session, const Relative &who)
    {
        const bool isRead = clinic().send("GET", session, who.token).status == 200;
        for (const QByteArray &query :
             {QByteArray("patient=p101"), QByteArray("actor=" + who.person), QByteArray("_id=" + session.mid(12))}) {
            const HttpAnswer found = clinic().send("GET", "Appointment?_count=200&" + query, who.token);
            if (idsOf(found.json()).contains(QString::fromLatin1(session.mid(12))) != isRead)
                QTest::qFail(QByteArray("found otherwise than read by " + query).constData(), __FILE__, __LINE__);
        }
        if (!isRead && !m_family.busyAt(session, who.token).isEmpty())
            QTest::qFail("told of as a busy time", __FILE__, __LINE__);
        return isRead;
    }
    [[nodiscard]] int join(const QByteArray &session, const Relative &who)
    {
        return clinic().send("POST", session + "/$join", who.token, "{\"resourceType\":\"Parameters\"}").status;
    }
    [[nodiscard]] static QByteArray answer(const QByteArray &session, const Relative &who)
    {
        return compact(parsed("{'resourceType':'AppointmentResponse','identifier':[{'system':'urn:ietf:rfc:3986','value':'"
                              + newUrn() + "'}],'appointment':{'reference':'" + session + "'},'actor':{'reference':'" + who.person
                              + "'},'participantStatus':'accepted'}"));
    }

    FamilyClinic m_family;
    Relative m_ana, m_ben;
    int m_ahead = 0;
};

QTEST_GUILESS_MAIN(TestClinicKeptOut)
#include "tst_clinic_kept_out.moc"
