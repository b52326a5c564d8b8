// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "InboxClinic.h"

using namespace handrail::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kinds = u"https://handrail.example/fhir/CodeSystem/message-kind"_s;

QJsonObject message(const QString &text, const QString &kind = {}, const QString &patient = u"Patient/p101"_s)
{
    QJsonArray codings{QJsonObject{{u"system"_s, kinds}, {u"code"_s, u"secure-message"_s}}};
    if (!kind.isEmpty())
        codings << QJsonObject{{u"system"_s, kinds}, {u"code"_s, kind}};
    return {{u"resourceType"_s, u"Communication"_s},
            {u"identifier"_s,
             QJsonArray{QJsonObject{{u"system"_s, u"urn:ietf:rfc:3986"_s}, {u"value"_s, QString::fromLatin1(newUrn())}}}},
            {u"status"_s, u"completed"_s},
            {u"category"_s, QJsonArray{QJsonObject{{u"coding"_s, codings}}}},
            {u"subject"_s, reference(patient)},
            {u"sender"_s, reference(patient)},
            {u"recipient"_s, QJsonArray{reference(u"CareTeam/t101"_s)}},
            {u"sent"_s, u"2026-11-18T21:59:00Z"_s},
            {u"payload"_s, QJsonArray{QJsonObject{{u"contentString"_s, text}}}}};
}

QString idIn(const HttpAnswer &answer)
{
    return QString::fromLatin1(answer.header("Location")).section(u"/Communication/"_s, 1).section(u'/', 0, 0);
}

} // namespace

/// What patients write to the clinic, and what staff do with it, by the real program and its commands.
class TestClinicInbox : public InboxClinic
{
    Q_OBJECT

    QString post(const QJsonObject &record) const { return idIn(send(record)); }

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { m_clinic.stop(); }

    void aRequestIsSeenAnsweredAndDone()
    {
        const qsizetype before = inbox({u"--open"_s}).size();
        const QString id = post(message(u"I have five days left.\tTwo\nlines"_s, u"refill"_s));
        QList<Line> open = inbox({u"--open"_s});
        QCOMPARE(open.size(), before + 1);
        const Line line = open.last();
        QCOMPARE(line.reference, u"Communication/"_s + id);
        QCOMPARE(line.kind, u"refill"_s);
        QCOMPARE(line.state, u"open"_s);
        QCOMPARE(line.from, u"Patient/p101"_s);
        QCOMPARE(line.words, u"I have five days left. Two lines"_s);

        QCOMPARE(run({u"inbox"_s, u"--seen"_s, id}).code, 0);
        const QString received = read(u"Communication/"_s + id, m_maya)["received"_L1].toString();
        QVERIFY(!received.isEmpty());
        QVERIFY(inbox({u"--open"_s}).last().state.startsWith(u"open, seen"_s));
        QCOMPARE(run({u"inbox"_s, u"--seen"_s, id}).code, 0); // said once
        QCOMPARE(read(u"Communication/"_s + id, m_maya)["received"_L1].toString(), received);

        QCOMPARE(run({u"inbox"_s, u"--reply"_s, id, u"--as"_s, u"s101"_s}, "x").code, 1); // no such Practitioner
        const QString dana = read(u"CareTeam/t101"_s, m_maya)["participant"_L1][0]["member"_L1]["reference"_L1].toString();
        QCOMPARE(run({u"inbox"_s, u"--reply"_s, id, u"--as"_s, dana.section(u'/', 1)}, "It is ready.\n").code, 0);
        const QJsonArray thread = entriesOf(read(u"Communication?patient=Patient/p101&_sort=-_lastUpdated"_s, m_maya));
        const QJsonObject answer = thread.first()["resource"_L1].toObject();
        QCOMPARE(answer["payload"_L1][0]["contentString"_L1].toString(), u"It is ready."_s);
        QCOMPARE(answer["sender"_L1]["reference"_L1].toString(), dana);
        QCOMPARE(answer["sender"_L1]["display"_L1].toString(), u"Dana Ruiz"_s);
        QCOMPARE(answer["inResponseTo"_L1][0]["reference"_L1].toString(), u"Communication/"_s + id);
        QCOMPARE(answer["recipient"_L1][0]["reference"_L1].toString(), u"Patient/p101"_s);
        QCOMPARE(inbox({u"--open"_s}).size(), before + 1); // a request is done when staff say so
        QCOMPARE(run({u"inbox"_s, u"--done"_s, id}).code, 0);
        QCOMPARE(inbox({u"--open"_s}).size(), before);
        QVERIFY(inbox().last().state.startsWith(u"done "_s) && inbox().last().state.contains(u" by "_s));
        // The patient learns that and when, and not the name of an account at the clinic.
        const QByteArray shown = compact(read(u"Communication/"_s + id, m_maya));
        QVERIFY2(shown.contains("request-done") && shown.contains("valueDateTime") && !shown.contains("\"who\""),
                 shown.constData());
        QVERIFY(compact(read(u"Communication/"_s + id, m_dana)).contains("\"who\""));
    }

    void aMessageIsDoneWhenItIsAnswered()
    {
        const QString id = post(message(u"Hello"_s));
        QCOMPARE(inbox({u"--open"_s}).last().reference, u"Communication/"_s + id);
        QCOMPARE(run({u"inbox"_s, u"--reply"_s, id}, "Hello to you").code, 0);
        QVERIFY(inbox({u"--open"_s}).isEmpty() || inbox({u"--open"_s}).last().reference != QString(u"Communication/" + id));
        QVERIFY(!read(u"Communication/"_s + id, m_maya)["received"_L1].toString().isEmpty());
        // Without a name it is the clinic's word.
        const QJsonArray thread = entriesOf(read(u"Communication?patient=Patient/p101&_sort=-_lastUpdated"_s, m_maya));
        QCOMPARE(thread.first()["resource"_L1]["sender"_L1]["reference"_L1].toString(), u"Organization/o1"_s);
    }

    void anAnswerIsNeverOfADayToCome()
    {
        QJsonObject early = message(u"From a device whose clock is ahead"_s);
        early.insert(u"sent"_s, u"2037-11-27T00:00:00Z"_s);
        const QString id = post(early);
        const QList<Line> lines = inbox();
        const auto line = std::find_if(lines.cbegin(), lines.cend(), [&](const Line &one) { return one.reference.endsWith(id); });
        QVERIFY(line != lines.cend() && !line->sent.contains(u"2037"_s));
        QCOMPARE(run({u"inbox"_s, u"--reply"_s, id}, "Group is at 5 pm").code, 0);
        const QJsonArray thread = entriesOf(read(u"Communication?patient=Patient/p101&_sort=-_lastUpdated"_s, m_maya));
        const QJsonObject answer = thread.first()["resource"_L1].toObject();
        QCOMPARE(answer["payload"_L1][0]["contentString"_L1].toString(), u"Group is at 5 pm"_s);
        const auto sent = QDateTime::fromString(answer["sent"_L1].toString(), Qt::ISODateWithMs);
        QVERIFY2(sent.isValid() && sent <= QDateTime::currentDateTimeUtc().addSecs(1), qPrintable(sent.toString()));
    }

    /// Whose relative it is: staff would have to look that up before they call.
    void aRelativesWordSaysOfWhom()
    {
        QJsonObject concern = message(u"She did not come home"_s);
        concern.insert(
            u"category"_s,
            QJsonArray{QJsonObject{{u"coding"_s, QJsonArray{QJsonObject{{u"system"_s, kinds}, {u"code"_s, u"concern"_s}}}}}});
        concern.insert(u"sender"_s, reference(u"RelatedPerson/r101-1"_s));
        concern.remove(u"recipient"_s);
        QCOMPARE(m_clinic.send("POST", "Communication", m_rosa, compact(concern)).status, 201);
        const Line line = inbox({u"--open"_s}).last();
        QCOMPARE(line.from, u"RelatedPerson/r101-1"_s);
        QCOMPARE(line.words, u"relative of Patient/p101: She did not come home"_s);
    }

    void whatCannotBeAnswered()
    {
        const QString id = post(message(u"Hello"_s));
        QCOMPARE(run({u"inbox"_s, u"--reply"_s, id}, " \n").code, 1);
        QCOMPARE(run({u"inbox"_s, u"--reply"_s, id}, QByteArray(4001, 'a')).code, 1);
        QCOMPARE(run({u"inbox"_s, u"--reply"_s, u"nobody"_s}, "x").code, 1);
        QCOMPARE(run({u"inbox"_s, u"--seen"_s, id, u"--done"_s, id}).code, 2);
        QCOMPARE(run({u"inbox"_s, u"--as"_s, u"x"_s}).code, 2);
        QVERIFY(read(u"Communication/"_s + id, m_maya)["received"_L1].toString().isEmpty());
    }

    void anAnswerToASession()
    {
        const QJsonArray sessions =
            entriesOf(read(u"Appointment?patient=Patient/p101&date=ge2026-11-25&_sort=date&_count=1"_s, m_maya));
        const QString session = u"Appointment/"_s + sessions.first()["resource"_L1]["id"_L1].toString();
        const auto say = [&](const QString &status) {
            const QJsonObject response{
                {u"resourceType"_s, u"AppointmentResponse"_s},
                {u"identifier"_s,
                 QJsonArray{QJsonObject{{u"system"_s, u"urn:ietf:rfc:3986"_s}, {u"value"_s, QString::fromLatin1(newUrn())}}}},
                {u"appointment"_s, reference(session)},
                {u"actor"_s, reference(u"Patient/p101"_s)},
                {u"participantStatus"_s, status}};
            const auto maya = m_clinic.signIn(u"maya"_s, u"demo"_s, u"launch/patient patient/AppointmentResponse.crs"_s);
            return m_clinic.send("POST", "AppointmentResponse", maya->accessToken, compact(response)).status;
        };
        const auto noted = [&] {
            for (const QJsonValue &person : read(session, m_dana)["participant"_L1].toArray()) {
                if (person["actor"_L1]["reference"_L1].toString() == "Patient/p101"_L1)
                    return person["status"_L1].toString();
            }
            return QString();
        };
        const auto ofSession = [&] { return openOf(session); };
        QCOMPARE(say(u"declined"_s), 201);
        QCOMPARE(ofSession().size(), 1);
        const Line decline = ofSession().first();
        QCOMPARE(decline.kind, u"declined"_s);
        QVERIFY(noted() != u"declined"_s);
        QCOMPARE(run({u"inbox"_s, u"--seen"_s, decline.reference}).code, 0);
        QCOMPARE(noted(), u"declined"_s);
        QCOMPARE(read(session, m_dana)["status"_L1].toString(), u"booked"_s); // nothing is cancelled by that
        QCOMPARE(run({u"inbox"_s, u"--reply"_s, decline.reference}, "x").code, 1);

        QCOMPARE(say(u"accepted"_s), 201); // and now they come after all: that is news
        QCOMPARE(ofSession().size(), 1);
        QCOMPARE(ofSession().first().kind, u"accepted"_s);
        QCOMPARE(run({u"inbox"_s, u"--seen"_s, decline.reference}).code, 1); // an old word changes nothing any more
        QCOMPARE(run({u"inbox"_s, u"--done"_s, ofSession().first().reference}).code, 0);
        QCOMPARE(noted(), u"accepted"_s);
        QVERIFY(ofSession().isEmpty());
    }

    /// Said without a network: staff see when that was, and that it came when nobody could act on it any more.
    void whatWasSaidBeforeItCame()
    {
        const auto maya = m_clinic.signIn(u"maya"_s, u"demo"_s, u"launch/patient patient/AppointmentResponse.crs"_s);
        QVERIFY(maya);
        const auto lineOf = [&](const QByteArray &start, const QByteArray &end, const QByteArray &said) -> Line {
            const QByteArray who = "'actor':{'reference':'Patient/p101'}";
            QByteArray session = "{'resourceType':'Appointment','status':'booked','start':'" + start + "','end':'" + end
                + "','participant':[{" + who + ",'status':'accepted'}]}";
            const HttpAnswer made = m_clinic.send("POST", "Appointment", m_dana, session.replace('\'', '"'));
            const QString about = u"Appointment/"_s + made.json()["id"_L1].toString();
            QByteArray response = "{'resourceType':'AppointmentResponse','identifier':[{'system':'urn:ietf:rfc:3986','value':'"
                + newUrn() + "'}],'extension':[{'url':'https://handrail.example/fhir/StructureDefinition/said-at','valueDateTime':'"
                + said + "'}],'appointment':{'reference':'" + about.toLatin1() + "'}," + who + ",'start':'" + start
                + "','participantStatus':'tentative','comment':'The bus'}";
            const auto answer = m_clinic.send("POST", "AppointmentResponse", maya->accessToken, response.replace('\'', '"'));
            return answer.status == 201 ? openOf(about).value(0) : Line();
        };
        const Line over = lineOf("2026-11-18T20:00:00Z", "2026-11-18T21:00:00Z", "2026-11-18T14:50:00.000-05:00");
        QCOMPARE(over.sent, u"2026-11-18T19:50:00.000Z"_s);
        QVERIFY2(over.words.startsWith(u"said 2026-11-18T19:50:00.000Z, came 2026-11-18T22:"_s), qPrintable(over.words));
        QVERIFY2(over.words.endsWith(u"Z, for a session that was over: The bus"_s), qPrintable(over.words));
        const Line ahead = lineOf("2026-11-19T20:00:00Z", "2026-11-19T21:00:00Z", "2026-11-18T19:50:00Z");
        QVERIFY(ahead.words.startsWith(u"said 2026-11-18T19:50:00.000Z, came "_s) && ahead.words.endsWith(u"Z: The bus"_s));
        // A device whose clock is ahead says nothing of when.
        const Line early = lineOf("2026-11-20T20:00:00Z", "2026-11-20T21:00:00Z", "2026-11-19T10:00:00Z");
        QVERIFY(early.sent.startsWith(u"2026-11-18T22:"_s) && early.words == u"The bus"_s);
    }

    void anAnswerIsOfTheTimeThatItNames_data()
    {
        QTest::addColumn<bool>("isNamed");
        QTest::newRow("with its start") << true;
        QTest::newRow("by when it arrived") << false;
    }
    void anAnswerIsOfTheTimeThatItNames()
    {
        QFETCH(const bool, isNamed);
        const QJsonArray sessions =
            entriesOf(read(u"Appointment?patient=Patient/p101&date=ge2026-11-25&_sort=date&_count=1"_s, m_maya));
        const QString session = u"Appointment/"_s + sessions.first()["resource"_L1]["id"_L1].toString();
        const QString monday = sessions.first()["resource"_L1]["start"_L1].toString();
        const QString tuesday = QDateTime::fromString(monday, Qt::ISODate).addDays(1).toUTC().toString(Qt::ISODate);
        const auto maya = m_clinic.signIn(u"maya"_s, u"demo"_s, u"launch/patient patient/AppointmentResponse.crs"_s);
        const auto say = [&](const QString &status, const QString &start) {
            QJsonObject response{
                {u"resourceType"_s, u"AppointmentResponse"_s},
                {u"identifier"_s,
                 QJsonArray{QJsonObject{{u"system"_s, u"urn:ietf:rfc:3986"_s}, {u"value"_s, QString::fromLatin1(newUrn())}}}},
                {u"appointment"_s, reference(session)},
                {u"actor"_s, reference(u"Patient/p101"_s)},
                {u"participantStatus"_s, status}};
            if (!start.isEmpty())
                response.insert(u"start"_s, start);
            return m_clinic.send("POST", "AppointmentResponse", maya->accessToken, compact(response)).status;
        };
        const auto statusOf = [&](QLatin1String who) {
            for (const QJsonValue &person : read(session, m_dana)["participant"_L1].toArray()) {
                if (person["actor"_L1]["reference"_L1].toString().startsWith(who))
                    return person["status"_L1].toString();
            }
            return QString();
        };
        const auto ofSession = [&] { return openOf(session); };
        QCOMPARE(say(u"declined"_s, isNamed ? monday : QString()), 201);
        QCOMPARE(ofSession().first().words, QString());
        QJsonObject moved = read(session, m_dana);
        moved.insert(u"start"_s, tuesday);
        moved.insert(u"end"_s, QDateTime::fromString(tuesday, Qt::ISODate).addSecs(3600).toString(Qt::ISODate));
        QCOMPARE(m_clinic.send("PUT", session.toLatin1(), m_dana, compact(moved)).status, 200);
        QCOMPARE(statusOf("Patient/"_L1), u"needs-action"_s);
        QCOMPARE(statusOf("Practitioner/"_L1), u"accepted"_s);
        const Line late = ofSession().first();
        QCOMPARE(late.kind, u"declined"_s);
        QCOMPARE(late.words, movedFrom(monday, tuesday));
        QCOMPARE(run({u"inbox"_s, u"--done"_s, late.reference}).code, 0);
        QCOMPARE(statusOf("Patient/"_L1), u"needs-action"_s); // nobody said so of the new time
        QVERIFY(ofSession().isEmpty());

        QCOMPARE(say(u"tentative"_s, tuesday), 201);
        QCOMPARE(ofSession().size(), 1);
        QCOMPARE(say(u"declined"_s, monday), 201); // from a device that was away
        QCOMPARE(ofSession().size(), 1);
        QCOMPARE(ofSession().first().kind, u"tentative"_s);
        QCOMPARE(run({u"inbox"_s, u"--seen"_s, ofSession().first().reference}).code, 0);
        QCOMPARE(statusOf("Patient/"_L1), u"tentative"_s);

        // Moved again: that they come after all is for staff to see, too.
        const auto moveTo = [&](const QString &start) {
            moved = read(session, m_dana);
            moved.insert(u"start"_s, start);
            moved.insert(u"end"_s, QDateTime::fromString(start, Qt::ISODate).addSecs(3600).toString(Qt::ISODate));
            QCOMPARE(m_clinic.send("PUT", session.toLatin1(), m_dana, compact(moved)).status, 200);
            QCOMPARE(statusOf("Patient/"_L1), u"needs-action"_s);
        };
        const QString wednesday = QDateTime::fromString(tuesday, Qt::ISODate).addDays(1).toString(Qt::ISODate);
        moveTo(wednesday);
        QCOMPARE(say(u"accepted"_s, isNamed ? wednesday : QString()), 201);
        QCOMPARE(ofSession().size(), 1);
        const Line come = ofSession().first();
        QCOMPARE(come.kind, u"accepted"_s);
        QVERIFY2(!come.words.contains(u"moved"), qPrintable(come.words)); // commands go by the real day
        QCOMPARE(run({u"inbox"_s, u"--done"_s, come.reference}).code, 0);
        QCOMPARE(statusOf("Patient/"_L1), u"accepted"_s);
        QVERIFY(ofSession().isEmpty());
        if (!isNamed)
            return;
        // Away and back: what was said of this time holds again, and is seen again.
        moveTo(tuesday);
        moveTo(wednesday);
        QCOMPARE(ofSession().size(), 1);
        QCOMPARE(ofSession().first().reference, come.reference);
        QCOMPARE(ofSession().first().state, u"open"_s);
        QCOMPARE(run({u"inbox"_s, u"--done"_s, come.reference}).code, 0);
        QCOMPARE(statusOf("Patient/"_L1), u"accepted"_s);
        QVERIFY(ofSession().isEmpty());
        const QByteArray kept = compact(read(come.reference, m_dana));
        QCOMPARE(kept.count("/request-seen"), 1);
        QCOMPARE(kept.count("/request-done"), 1);
    }

    /// Nobody drives to where the session was.
    void aRequestIsOfTheTimeThatItNames()
    {
        const QJsonObject first =
            entriesOf(read(u"Appointment?patient=Patient/p101&date=ge2026-11-25&_sort=date&_count=1"_s, m_maya))
                .first()["resource"_L1]
                .toObject();
        const QString session = u"Appointment/"_s + first["id"_L1].toString(), monday = first["start"_L1].toString();
        const QString tuesday = QDateTime::fromString(monday, Qt::ISODate).addDays(1).toUTC().toString(Qt::ISODate);
        const auto ask = [&](const QString &kind, const QString &about, const QString &start) -> QString {
            QJsonObject asked = message(u"I need a ride."_s, kind);
            asked.insert(u"about"_s, QJsonArray{reference(about)});
            asked.insert(u"extension"_s,
                         QJsonArray{QJsonObject{{u"url"_s, u"https://handrail.example/fhir/StructureDefinition/about-start"_s},
                                                {u"valueDateTime"_s, start}}});
            return u"Communication/"_s + post(asked);
        };
        const auto wordsOf = [&](const QString &item) -> QString {
            for (const Line &line : inbox()) {
                if (line.reference == item)
                    return line.words;
            }
            return u"not there"_s;
        };
        const QString ride = ask(u"ride"_s, session, monday), swap = ask(u"swap"_s, session, monday);
        QCOMPARE(wordsOf(ride), u"I need a ride."_s);
        QJsonObject moved = read(session, m_dana);
        moved.insert(u"start"_s, tuesday);
        moved.insert(u"end"_s, QDateTime::fromString(tuesday, Qt::ISODate).addSecs(3600).toString(Qt::ISODate));
        QCOMPARE(m_clinic.send("PUT", session.toLatin1(), m_dana, compact(moved)).status, 200);
        const QString marked = movedFrom(monday, tuesday) + u": I need a ride."_s;
        QCOMPARE(wordsOf(ride), marked);
        QCOMPARE(wordsOf(swap), marked);
        QCOMPARE(wordsOf(ask(u"ride"_s, session, tuesday)), u"I need a ride."_s);
        // Back again, it is of this time.
        moved.insert(u"start"_s, monday);
        moved.insert(u"end"_s, QDateTime::fromString(monday, Qt::ISODate).addSecs(3600).toString(Qt::ISODate));
        QCOMPARE(m_clinic.send("PUT", session.toLatin1(), m_dana, compact(moved)).status, 200);
        QCOMPARE(wordsOf(ride), u"I need a ride."_s);
    }

    void whatAPatientMayWrite()
    {
        QJsonObject seen = message(u"x"_s);
        seen.insert(u"received"_s, u"2026-11-18T21:59:00Z"_s);
        QCOMPARE(send(seen).status, 403); // only staff say that they saw it
        QJsonObject done = message(u"x"_s);
        done.insert(u"extension"_s,
                    QJsonArray{QJsonObject{{u"url"_s, u"https://handrail.example/fhir/StructureDefinition/request-done"_s},
                                           {u"valueBoolean"_s, true}}});
        QCOMPARE(send(done).status, 403);
        QJsonObject forged = message(u"x"_s);
        forged.insert(u"sender"_s, reference(u"Organization/o1"_s));
        QCOMPARE(send(forged).status, 403);
        QCOMPARE(send(message(u"x"_s, {}, u"Patient/p102"_s)).status, 403);
        QCOMPARE(send(message(QString(100'001, u'a'))).status, 422);
        QCOMPARE(send(message(QString(100'000, u'a'))).status, 201);
    }

    /// What the clinic tells its staff is the clinic's word alone, with and without the mark of a message.
    void aPatientDoesNotSpeakForTheClinic()
    {
        for (const QString &kind : {u"new-relative"_s, u"sharing-too-short"_s, u"joined-late"_s, u"sharing-ended"_s}) {
            QJsonObject forged = message(u"x"_s, kind);
            forged.insert(u"about"_s, QJsonArray{reference(u"Patient/p101"_s)});
            QCOMPARE(std::pair(kind, send(forged).status), std::pair(kind, 403));
            forged.insert(u"category"_s,
                          QJsonArray{QJsonObject{{u"coding"_s, QJsonArray{QJsonObject{{u"system"_s, kinds}, {u"code"_s, kind}}}}}});
            QCOMPARE(std::pair(kind, send(forged).status), std::pair(kind, 403));
            for (const Line &line : inbox())
                QVERIFY2(line.kind != kind, qPrintable(kind));
        }
        // Another system's code of that name is a message as any other.
        QJsonObject other = message(u"x"_s);
        other.insert(u"category"_s,
                     QJsonArray{other.value(u"category"_s)[0],
                                QJsonObject{{u"coding"_s,
                                             QJsonArray{QJsonObject{{u"system"_s, u"https://other.example"_s},
                                                                    {u"code"_s, u"new-relative"_s}}}}}});
        QCOMPARE(send(other).status, 201);
    }

    void nobodyElseReadsTheThread()
    {
        const QString id = post(message(u"Between us"_s));
        QCOMPARE(m_clinic.send("GET", "Communication/" + id.toLatin1(), m_jordan).status, 404);
        QCOMPARE(m_clinic.send("GET", "Communication/" + id.toLatin1(), m_rosa).status, 404);
        QVERIFY(!idsOf(read(u"Communication?patient=Patient/p101"_s, m_rosa)).contains(id));
        QCOMPARE(m_clinic.send("GET", "CommunicationRequest/n101", m_rosa).status, 403);
        QJsonObject answer = message(u"x"_s);
        answer.insert(u"inResponseTo"_s, QJsonArray{reference(u"Communication/"_s + id)});
        QCOMPARE(m_clinic.send("POST", "Communication", m_jordan, compact(answer)).status, 403);
    }
};

QTEST_GUILESS_MAIN(TestClinicInbox)
#include "tst_clinic_inbox.moc"
