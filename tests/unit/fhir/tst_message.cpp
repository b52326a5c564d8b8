// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fhir/Bundle.h"
#include "fhir/Read.h"
#include "fhir/Write.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace handrail;
using namespace handrail::fhir;
using namespace Qt::StringLiterals;

namespace {

QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

const QByteArray fromDana = json(R"({'resourceType':'Communication','id':'c2','status':'completed',
 'identifier':[{'system':'urn:ietf:rfc:3986','value':'urn:uuid:2'}],
 'category':[{'coding':[{'system':'https://handrail.example/fhir/CodeSystem/message-kind','code':'secure-message'},
   {'system':'https://handrail.example/fhir/CodeSystem/message-kind','code':'letter'}]}],
 'subject':{'reference':'Patient/maya'},'sender':{'reference':'Practitioner/dana','display':'Dana Ruiz'},
 'recipient':[{'reference':'Patient/maya'}],'partOf':[{'reference':'Communication/c1'}],
 'about':[{'reference':'https://c.example/fhir/R4/Appointment/a7/_history/2'}],'sent':'2026-11-20T09:30:00-05:00',
 'received':'2026-11-20T10:00:00-05:00',
 'payload':[{'contentString':'Here it is.'},{'contentAttachment':{'title':'Letter for work'}},{'contentString':'Call me with questions.'}]})");

} // namespace

/// What the patient and the care team write to each other (design api row 8), and what the clinic says to all (row 11).
class TestMessage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyElement()
    {
        const auto message = readMessage(fromDana, u"maya"_s);
        QVERIFY(message);
        QCOMPARE(message->id, u"c2"_s);
        QCOMPARE(message->identifier, u"urn:uuid:2"_s);
        QCOMPARE(int(message->kind), int(MessageKind::Letter));
        QCOMPARE(message->text, u"Here it is.\n\nCall me with questions."_s);
        QCOMPARE(message->attachments, QStringList{u"Letter for work"_s});
        QCOMPARE(message->about, u"Appointment/a7"_s);
        QCOMPARE(message->fromName, u"Dana Ruiz"_s);
        QCOMPARE(message->thread, u"c1"_s);
        QCOMPARE(message->sent, QDateTime(QDate(2026, 11, 20), QTime(14, 30), Qt::UTC));
        QVERIFY(!message->isMine);
        QVERIFY(!message->seenAt.isValid()); // what the clinic notes of its own word says nothing of the patient's
    }

    void nothingIsWrittenAfterTheClinicHadIt()
    {
        QByteArray early = fromDana;
        early.replace("2026-11-20T09:30:00-05:00", "2027-11-20T09:30:00-05:00");
        QCOMPARE(readMessage(early, u"maya"_s)->sent.date().year(), 2027); // no other date to go by
        early.replace("\"status\"", R"("meta":{"lastUpdated":"2026-11-20T14:31:00Z"},"status")");
        QCOMPARE(readMessage(early, u"maya"_s)->sent, QDateTime(QDate(2026, 11, 20), QTime(14, 31), Qt::UTC));
        // One's own that staff have marked since: it was there when they saw it.
        QByteArray mine = early;
        mine.replace("Practitioner/dana", "Patient/maya").replace("14:31:00Z", "16:00:00Z");
        QCOMPARE(readMessage(mine, u"maya"_s)->sent, QDateTime(QDate(2026, 11, 20), QTime(15, 0), Qt::UTC));
    }

    void whatIsWrittenIsRead_data()
    {
        QTest::addColumn<int>("kind");
        for (int kind = int(MessageKind::Message); kind <= int(MessageKind::Worksheet); ++kind)
            QTest::addRow("%d", kind) << kind;
    }
    void whatIsWrittenIsRead()
    {
        QFETCH(int, kind);
        NewMessage message;
        message.identifier = u"urn:uuid:1"_s;
        message.patientId = u"maya"_s;
        message.kind = MessageKind(kind);
        message.title = u"A title"_s;
        message.parts = {u"one"_s, u" "_s, u"two\nlines"_s};
        message.about = u"MedicationRequest/m1"_s;
        message.aboutStart = QDateTime(QDate(2026, 11, 18), QTime(23, 0), Qt::UTC);
        message.recipient = u"CareTeam/t1"_s;
        message.thread = u"Communication/c1"_s;
        message.answers = u"Communication/c2"_s;
        message.sent = QDateTime(QDate(2026, 11, 20), QTime(14, 30), Qt::UTC);
        const QByteArray written = writeMessage(message);
        const auto read = readMessage(written, u"maya"_s);
        QVERIFY(read);
        QCOMPARE(int(read->kind), kind);
        QCOMPARE(read->text, u"one\n\ntwo\nlines"_s);
        QCOMPARE(read->title, message.title);
        QCOMPARE(read->about, message.about);
        QCOMPARE(read->aboutStart, message.aboutStart);
        QCOMPARE(read->thread, u"c1"_s);
        QCOMPARE(read->sent, message.sent);
        QVERIFY(read->isMine);
        QVERIFY(isAboutPatient(written, u"maya"_s));
        const QJsonObject object = QJsonDocument::fromJson(written).object();
        QCOMPARE(object.value("inResponseTo"_L1).toArray().size(), 1);
        QCOMPARE(object.value("recipient"_L1).toArray().first().toObject().value("reference"_L1).toString(), message.recipient);
        // Somebody else's is theirs.
        QVERIFY(!readMessage(written, u"other"_s)->isMine);
    }

    void seenByStaff()
    {
        const auto mine = readMessage(QByteArray(fromDana).replace("Practitioner/dana", "Patient/maya"), u"maya"_s);
        QVERIFY(mine->isMine);
        QCOMPARE(mine->seenAt, QDateTime(QDate(2026, 11, 20), QTime(15, 0), Qt::UTC));
        QVERIFY(mine->fromName.isEmpty());
    }

    // To both it is a message still, and so is one's own, and one that says not to whom.
    void aMessageBesideARelative()
    {
        const QByteArray toMaya = json("'recipient':[{'reference':'Patient/maya'}]"),
                         toRosa = json("'recipient':[{'reference':'RelatedPerson/rosa'}]");
        QVERIFY(readMessage(QByteArray(fromDana).replace(
                                toMaya, json("'recipient':[{'reference':'RelatedPerson/rosa'},{'reference':'Patient/maya'}]")),
                            u"maya"_s));
        QVERIFY(readMessage(QByteArray(fromDana).replace("Practitioner/dana", "Patient/maya").replace(toMaya, toRosa), u"maya"_s));
        QVERIFY(readMessage(QByteArray(fromDana).replace(toMaya, json("'note':[]")), u"maya"_s));
    }

    void whatIsNoMessage_data()
    {
        QTest::addColumn<QByteArray>("record");
        QTest::newRow("taken back") << QByteArray(fromDana).replace("completed", "entered-in-error");
        QTest::newRow("not sent") << QByteArray(fromDana).replace("completed", "preparation");
        QTest::newRow("a press of a number") << QByteArray(fromDana).replace("secure-message", "crisis-press");
        QTest::newRow("a relative's, by another name") << QByteArray(fromDana).replace("Practitioner/dana", "RelatedPerson/rosa");
        QTest::newRow("a relative's at an address")
            << QByteArray(fromDana).replace("Practitioner/dana", "https://c.example/fhir/R4/RelatedPerson/rosa");
        QTest::newRow("a relative's by type")
            << QByteArray(fromDana).replace("\"reference\":\"Practitioner/dana\"", "\"type\":\"RelatedPerson\"");
        const QByteArray toMaya = json("'recipient':[{'reference':'Patient/maya'}]");
        QTest::newRow("to a relative") << QByteArray(fromDana).replace(toMaya,
                                                                       json("'recipient':[{'reference':'RelatedPerson/rosa'}]"));
        QTest::newRow("to relatives, by address and by type") << QByteArray(fromDana).replace(
            toMaya, json("'recipient':[{'reference':'https://c.example/fhir/R4/RelatedPerson/rosa'},{'type':'RelatedPerson'}]"));
        QTest::newRow("staff's own") << json(
            "{'resourceType':'Communication','id':'c','status':'completed','subject':{'reference':'Patient/maya'},"
            "'recipient':[{'reference':'CareTeam/t'}],'payload':[{'contentString':'look at this'}]}");
    }
    void whatIsNoMessage()
    {
        QFETCH(QByteArray, record);
        const auto message = readMessage(record, u"maya"_s);
        QVERIFY(!message);
        QCOMPARE(int(message.error().kind), int(ProblemKind::NotFound));
    }

    void aClinicWithoutOurCodes()
    {
        const auto message =
            readMessage(json("{'resourceType':'Communication','id':'c','status':'completed','subject':{'reference':'Patient/maya'},"
                             "'meta':{'lastUpdated':'2026-11-20T10:00:00Z'},'recipient':[{'reference':'Patient/maya'}],"
                             "'payload':[{'contentString':'See you on Monday'}]}"),
                        u"maya"_s);
        QVERIFY(message);
        QCOMPARE(message->text, u"See you on Monday"_s);
        QCOMPARE(message->sent, QDateTime(QDate(2026, 11, 20), QTime(10, 0), Qt::UTC));
    }

    void announcements()
    {
        const QByteArray record = json(
            "{'resourceType':'CommunicationRequest','id':'r1','status':'active','priority':'urgent',"
            "'category':[{'coding':[{'system':'https://handrail.example/fhir/CodeSystem/message-kind','code':'announcement'}]}],"
            "'subject':{'reference':'Patient/maya'},'authoredOn':'2026-11-20T10:00:00Z','sender':{'display':'Harbor'},"
            "'occurrencePeriod':{'start':'2026-11-21T00:00:00Z','end':'2026-11-27T00:00:00Z'},"
            "'payload':[{'contentString':'Closed on Thursday.'}]}");
        const auto word = readAnnouncement(record, u"maya"_s);
        QVERIFY(word);
        QCOMPARE(word->text, u"Closed on Thursday."_s);
        QCOMPARE(word->fromName, u"Harbor"_s);
        QCOMPARE(word->from, QDateTime(QDate(2026, 11, 21), QTime(0, 0), Qt::UTC));
        QCOMPARE(word->until, QDateTime(QDate(2026, 11, 27), QTime(0, 0), Qt::UTC));
        QVERIFY(word->isUrgent);
        QVERIFY(!readAnnouncement(QByteArray(record).replace("active", "revoked"), u"maya"_s));
        QVERIFY(!readAnnouncement(QByteArray(record).replace("\"announcement\"", "\"x\""), u"maya"_s));
        QVERIFY(!readAnnouncement(QByteArray(record).replace("Closed on Thursday.", " "), u"maya"_s));
    }
};

QTEST_GUILESS_MAIN(TestMessage)
#include "tst_message.moc"
