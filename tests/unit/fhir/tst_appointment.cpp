// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Fixture.h"

#include "core/Ids.h"
#include "fhir/Read.h"

#include <QTest>

using namespace handrail;
using namespace handrail::fhir;

namespace {

const QString group = QStringLiteral("appointment-group.json");
const QString family = QStringLiteral("appointment-family-video.json");

QByteArray plain(const QByteArray &rest)
{
    return QByteArray("{\"resourceType\":\"Appointment\",\"id\":\"a\",\"status\":\"booked\",\"start\":\"2026-11-18T18:00:00Z\"")
        + rest + '}';
}

QByteArray withAddress(const QByteArray &url)
{
    return plain(",\"extension\":[{\"url\":\"http://hl7.org/fhir/5.0/StructureDefinition/extension-Appointment.virtualService\","
                 "\"extension\":[{\"url\":\"address\",\"valueUrl\":\""
                 + url + "\"}]}]");
}

} // namespace

class FhirAppointmentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groupInARoom()
    {
        const auto session = readAppointment(fixture(group));
        QVERIFY(session);
        QCOMPARE(session->id, QStringLiteral("evening-group"));
        QCOMPARE(session->kind, SessionKind::Group);
        QCOMPARE(session->status, SessionStatus::Booked);
        QCOMPARE(session->title, QStringLiteral("Evening group"));
        QCOMPARE(session->topic, QStringLiteral("Getting through weekends"));
        QCOMPARE(session->start, QDateTime(QDate(2026, 11, 18), QTime(23, 0), Qt::UTC));
        QCOMPARE(session->end, QDateTime(QDate(2026, 11, 19), QTime(2, 0), Qt::UTC));
        QCOMPARE(session->zone.id(), QByteArray("America/New_York"));
        QCOMPARE(session->place, QStringLiteral("Room 2, Harbor Street Clinic"));
        QCOMPARE(session->locationId, QStringLiteral("room-2"));
        QCOMPARE(session->patientId, QStringLiteral("maya"));
        QCOMPARE(session->leaders.size(), 1);
        QCOMPARE(session->leaders.first().name, QStringLiteral("Dana Ruiz"));
        QCOMPARE(session->leaders.first().role, QStringLiteral("Your counselor"));
        const QByteArray inBoth = fixtureWith(group, "\"text\": \"Your counselor\"",
                                              "\"text\": \"Your counselor\", \"_text\": {\"extension\": [{\"url\": "
                                              "\"http://hl7.org/fhir/StructureDefinition/translation\", "
                                              "\"extension\": [{\"url\": \"lang\", \"valueCode\": \"es\"}, {\"url\": \"content\", "
                                              "\"valueString\": \"Consejería\"}]}]}");
        QCOMPARE(readAppointment(inBoth, {}, QStringLiteral("es"))->leaders.first().role, QStringLiteral("Consejería"));
        QCOMPARE(session->whatToBring, (QStringList{QStringLiteral("Your workbook"), QStringLiteral("A water bottle")}));
        QVERIFY(!session->isVideo);
        QVERIFY(session->joinUrl.isEmpty());
        QVERIFY(!session->isMoved());
        QVERIFY(!session->isCancelled());
        QVERIFY(!session->isDeclinedByMe);
    }

    void familyByVideo()
    {
        const auto session = readAppointment(fixture(family));
        QVERIFY(session);
        QCOMPARE(session->kind, SessionKind::Family);
        QVERIFY(session->isVideo);
        QCOMPARE(session->joinUrl, QUrl(QStringLiteral("https://meet.harbor.example/family-1")));
        QVERIFY(session->place.isEmpty());
    }

    void movedAndCancelled()
    {
        const auto moved = readAppointment(fixture(QStringLiteral("appointment-moved.json")));
        QVERIFY(moved);
        QVERIFY(moved->isMoved());
        QCOMPARE(moved->previousStart, QDateTime(QDate(2026, 11, 18), QTime(21, 30), Qt::UTC));
        QVERIFY(readAppointment(fixture(QStringLiteral("appointment-cancelled.json")))->isCancelled());
    }

    void kinds_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<int>("kind");
        const QList<std::pair<const char *, SessionKind>> kinds{
            {"group", SessionKind::Group},         {"individual", SessionKind::Individual}, {"family", SessionKind::Family},
            {"education", SessionKind::Education}, {"medication", SessionKind::Medication}, {"mind-body", SessionKind::MindBody},
            {"intake", SessionKind::Intake},       {"drumming", SessionKind::Other}};
        for (const auto &[code, kind] : kinds)
            QTest::newRow(code) << QByteArray(code) << int(kind);
    }
    void kinds()
    {
        QFETCH(QByteArray, code);
        QFETCH(int, kind);
        QCOMPARE(int(readAppointment(fixtureWith(group, "\"code\": \"group\"", "\"code\": \"" + code + '"'))->kind), kind);
        // Our codes count in our system only.
        QCOMPARE(readAppointment(fixtureWith(group, "CodeSystem/session-kind", "CodeSystem/other"))->kind, SessionKind::Other);
    }

    void statuses_data()
    {
        QTest::addColumn<int>("status");
        const QList<std::pair<const char *, SessionStatus>> statuses{
            {"proposed", SessionStatus::Requested},  {"pending", SessionStatus::Requested},
            {"waitlist", SessionStatus::Requested},  {"booked", SessionStatus::Booked},
            {"arrived", SessionStatus::CheckedIn},   {"checked-in", SessionStatus::CheckedIn},
            {"fulfilled", SessionStatus::Attended},  {"noshow", SessionStatus::NotAttended},
            {"cancelled", SessionStatus::Cancelled}, {"something-new", SessionStatus::Requested}};
        for (const auto &[code, status] : statuses)
            QTest::newRow(code) << int(status);
    }
    void statuses()
    {
        QFETCH(int, status);
        const auto session = readAppointment(fixtureWith(group, "\"booked\"", QByteArray("\"") + QTest::currentDataTag() + '"'));
        QCOMPARE(int(session->status), status);
    }

    void whoCalledItOff_data()
    {
        QTest::addColumn<int>("calledOff");
        for (const char *code : {"pat", "pat-cpp"})
            QTest::newRow(code) << int(CalledOff::ByPatient);
        for (const char *code : {"prov", "prov-pers", "maint"})
            QTest::newRow(code) << int(CalledOff::ByClinic);
        for (const char *code : {"other", "oth-weath", "patience", ""})
            QTest::newRow(code) << int(CalledOff::Unsaid);
    }
    void whoCalledItOff()
    {
        QFETCH(int, calledOff);
        const QByteArray reason =
            QByteArray("\"cancelled\",\"cancelationReason\":{\"coding\":[{\"system\":\"http://terminology.hl7.org/"
                       "CodeSystem/appointment-cancellation-reason\",\"code\":\"")
            + QTest::currentDataTag() + "\"}]}";
        QCOMPARE(int(readAppointment(fixtureWith(group, "\"booked\"", reason))->calledOff), calledOff);
        const auto others =
            readAppointment(fixtureWith(group, "\"booked\"", QByteArray(reason).replace("http://terminology", "http://x")));
        QCOMPARE(others->calledOff, CalledOff::Unsaid); // another system's code
    }

    void enteredInErrorIsHidden()
    {
        const auto session = readAppointment(fixtureWith(group, "\"booked\"", "\"entered-in-error\""));
        QVERIFY(!session);
        QCOMPARE(session.error().kind, ProblemKind::NotFound);
    }

    void timesThatCannotBeRead()
    {
        const auto noEnd = readAppointment(plain({}));
        QVERIFY(noEnd->start.isValid());
        QVERIFY(!noEnd->end.isValid());
        QVERIFY(!readAppointment(fixtureWith(group, "2026-11-18T18:00:00-05:00", "2026-02-30T18:00:00-05:00"))->start.isValid());
        QVERIFY(!readAppointment(fixtureWith(group, "2026-11-18T21:00:00-05:00", "2026-11-18T17:00:00-05:00"))->end.isValid());
    }

    void zones_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("zone");
        const QByteArray code("America/New_York");
        QTest::newRow("other extension") << QByteArray("StructureDefinition/tz-code") << QByteArray("StructureDefinition/timezone")
                                         << code;
        QTest::newRow("unknown") << code << QByteArray("Mars/Olympus") << QByteArray();
        QTest::newRow("a way up") << code << QByteArray("../../../etc/passwd") << QByteArray();
        QTest::newRow("absolute") << code << QByteArray("/etc/localtime") << QByteArray();
        QTest::newRow("controls") << code << QByteArray("America\\u0000/New_York") << QByteArray();
        QTest::newRow("empty") << code << QByteArray() << QByteArray();
    }
    void zones()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QByteArray, zone);
        const auto session = readAppointment(fixtureWith(group, before, after));
        QCOMPARE(session->zone.isValid() ? session->zone.id() : QByteArray(), zone);
    }

    void links_data()
    {
        QTest::addColumn<QString>("link");
        const auto row = [](const char *url, const char *link) { QTest::newRow(url) << QString::fromLatin1(link); };
        row("https://meet.example/a?b=c", "https://meet.example/a?b=c");
        row("HTTPS://meet.example/a", "https://meet.example/a");
        for (const char *bad : {"http://meet.example/a", "javascript:alert(1)", "https://good@evil.example/",
                                "https://a:b@evil.example/", "https:///a", "https://", "file:///etc/passwd", "intent://x",
                                " https://meet.example", "https://meet.example/\\u0000", "https://@evil.example/", ""})
            row(bad, "");
    }
    void links()
    {
        QFETCH(QString, link);
        const auto session = readAppointment(withAddress(QTest::currentDataTag()));
        QVERIFY(session);
        QCOMPARE(session->joinUrl.toString(), link);
        // The clinic said that it is held by video, also when its link is no good.
        QVERIFY(session->isVideo);
    }

    void linkFallbacks()
    {
        const QByteArray instructions = R"(,"patientInstruction":"Bring a pen\nJoin at https:\/\/text.example/j.")";
        const QByteArray room = R"(,"participant":[{"actor":{"reference":"Location/v","display":"Online"}}])";
        const QByteArray contained =
            R"(,"contained":[{"resourceType":"Location","id":"l","telecom":[{"system":"url","value":"https:\/\/contained.example/j"}]}],)"
            R"("participant":[{"actor":{"reference":"#l","display":"Online"}}])";
        const QByteArray location =
            R"({"resourceType":"Location","id":"v","telecom":[{"system":"phone","value":"1"},{"system":"url","value":"https:\/\/location.example/j"}]})";

        const auto fromText = readAppointment(plain(instructions));
        QCOMPARE(fromText->joinUrl.toString(), QStringLiteral("https://text.example/j"));
        QVERIFY(fromText->isVideo);
        QCOMPARE(fromText->whatToBring, QStringList{QStringLiteral("Bring a pen")});

        const auto inARoom = readAppointment(plain(instructions + room));
        QVERIFY(inARoom->joinUrl.isEmpty());
        QVERIFY(!inARoom->isVideo);

        const auto online = readAppointment(plain(instructions + contained));
        QCOMPARE(online->joinUrl.toString(), QStringLiteral("https://contained.example/j"));
        QVERIFY(online->place.isEmpty() && online->locationId.isEmpty());
        const auto there = readAppointment(
            plain(QByteArray(contained).replace("\"id\":\"l\"", "\"id\":\"l\",\"address\":{\"text\":\"Corner house\"}")));
        QVERIFY(there->isVideo);
        QCOMPARE(there->place, QStringLiteral("Online"));
        QCOMPARE(readAppointment(plain(instructions + room), location)->joinUrl.toString(),
                 QStringLiteral("https://location.example/j"));
        // Somebody else's location gives nothing.
        QVERIFY(readAppointment(plain(room), QByteArray(location).replace("\"v\"", "\"w\""))->joinUrl.isEmpty());
    }

    void shownTextIsClean()
    {
        const auto session =
            readAppointment(fixtureWith(group, "\"Evening group\"", R"("  Eve\u202ening\u0007 \ud800gr\noup\u200f ")"));
        QCOMPARE(session->title, QStringLiteral("Evening \ufffdgr oup"));
        const auto plainly =
            readAppointment(fixtureWith(group, "\"Evening group\"", "\" Un a\u00f1o \u2013 \u201cdespu\u00e9s\u201d  \""));
        QCOMPARE(plainly->title, QStringLiteral("Un a\u00f1o \u2013 \u201cdespu\u00e9s\u201d"));
        const auto longTitle = readAppointment(fixtureWith(group, "Evening group", QByteArray(1000000, 'x')));
        QCOMPARE(longTitle->title.size(), 4096);
        QVERIFY(longTitle->title.endsWith(QChar(0x2026)));
        const auto exact = readAppointment(fixtureWith(group, "Evening group", QByteArray(4095, 'x')));
        QVERIFY(!exact->title.contains(QChar(0x2026)));
        const auto marks = readAppointment(fixtureWith(group, "Evening group", "Z" + QByteArray("\\u0301").repeated(500)));
        QVERIFY(marks->title.size() <= 4);
    }

    void lastOfDoubledKeysWins()
    {
        QCOMPARE(readAppointment(plain(R"(,"description":"one","description":"two")"))->title, QStringLiteral("two"));
    }

    void declinedByMe()
    {
        const QByteArray mine = R"(,"participant":[{"actor":{"reference":"Patient/p"},"status":"declined"}])";
        const QByteArray theirs =
            R"(,"participant":[{"actor":{"reference":"Patient/p"},"status":"accepted"},{"actor":{"reference":"RelatedPerson/r"},"status":"declined"}])";
        QVERIFY(readAppointment(plain(mine))->isDeclinedByMe);
        QVERIFY(!readAppointment(plain(theirs))->isDeclinedByMe);
        // To a relative it is their own word, and neither the patient's nor another relative's.
        QVERIFY(!readAppointment(plain(mine), {}, {}, QStringLiteral("r"))->isDeclinedByMe);
        QVERIFY(readAppointment(plain(theirs), {}, {}, QStringLiteral("r"))->isDeclinedByMe);
        QCOMPARE(readAppointment(plain(theirs), {}, {}, QStringLiteral("r"))->patientId, QStringLiteral("p"));
        QVERIFY(!readAppointment(plain(theirs), {}, {}, QStringLiteral("other"))->isDeclinedByMe);
    }

    void othersAreRefused()
    {
        QCOMPARE(readAppointment(fixture(QStringLiteral("patient.json"))).error().kind, ProblemKind::BadData);
        QCOMPARE(readAppointment(R"({"resourceType":"Appointment"})").error().kind, ProblemKind::BadData);
        QVERIFY(!readAppointment("null"));
    }

    // A whole day is the clinic's, as it is written, wherever this device is; times are moments.
    void aWholeDayIsTheDayThatIsWritten_data()
    {
        QTest::addColumn<QByteArray>("times");
        QTest::addColumn<QDate>("day");
        const auto row = [](const char *name, const char *start, const char *end, const QDate &day) {
            QTest::newRow(name) << QByteArray(QByteArray("\"start\":\"") + start + "\",\"end\":\"" + end + '"') << day;
        };
        row("a day", "2026-11-16T00:00:00-05:00", "2026-11-17T00:00:00-05:00", QDate(2026, 11, 16));
        row("of 25 hours", "2026-11-01T00:00:00-04:00", "2026-11-02T00:00:00.000-05:00", QDate(2026, 11, 1));
        row("a session", "2026-11-16T18:00:00-05:00", "2026-11-16T21:00:00-05:00", QDate());
        row("until midnight", "2026-11-16T22:00:00-05:00", "2026-11-17T00:00:00-05:00", QDate());
        row("two days", "2026-11-16T00:00:00-05:00", "2026-11-18T00:00:00-05:00", QDate());
    }
    void aWholeDayIsTheDayThatIsWritten()
    {
        QFETCH(QByteArray, times);
        QFETCH(QDate, day);
        const auto time = readBusyTime("{\"resourceType\":\"Appointment\",\"id\":\"a\",\"status\":\"noshow\"," + times + '}');
        QVERIFY(time);
        QCOMPARE(time->day, day);
        QCOMPARE(time->presence, BusyTime::Presence::Missed);
    }

    void responses()
    {
        const auto rsvp = readAppointmentResponse(
            R"({"resourceType":"AppointmentResponse","id":"r","appointment":{"reference":"https:\/\/c.example/Appointment/a1"},"participantStatus":"declined"})");
        QVERIFY(rsvp);
        QCOMPARE(rsvp->appointmentId, QStringLiteral("a1"));
        QCOMPARE(rsvp->coming, Coming::Declined);
        QVERIFY(!readAppointmentResponse(R"({"resourceType":"AppointmentResponse","id":"r","participantStatus":"declined"})"));
    }

    void aNoteOfStaffsIsNoLaterWord_data()
    {
        QTest::addColumn<QByteArray>("seen");
        QTest::addColumn<QString>("changed");
        const QString itself = QStringLiteral("2026-11-18T22:05:00.000Z");
        QTest::newRow("not seen") << QByteArray() << itself;
        QTest::newRow("seen, and done later")
            << QByteArray("2026-11-18T22:01:00.000Z") << QStringLiteral("2026-11-18T22:01:00.000Z");
        QTest::newRow("of a time to come") << QByteArray("2037-11-18T22:01:00.000Z") << itself;
        QTest::newRow("no time") << QByteArray("soon") << itself;
    }
    void aNoteOfStaffsIsNoLaterWord()
    {
        QFETCH(const QByteArray, seen);
        QFETCH(const QString, changed);
        const QByteArray mark = "{\"url\":\"https://handrail.example/fhir/StructureDefinition/request-seen\",\"extension\":["
                                "{\"url\":\"time\",\"valueDateTime\":\""
            + seen + "\"}]}";
        const auto rsvp = readAppointmentResponse("{\"resourceType\":\"AppointmentResponse\",\"id\":\"r\",\"meta\":{"
                                                  "\"lastUpdated\":\"2026-11-18T22:05:00.000Z\"},\"extension\":["
                                                  + (seen.isEmpty() ? QByteArray() : mark)
                                                  + "],\"appointment\":{\"reference\":\"Appointment/a1\"},"
                                                    "\"participantStatus\":\"declined\"}");
        QVERIFY(rsvp);
        QCOMPARE(rsvp->changedAt, QDateTime::fromString(changed, Qt::ISODateWithMs));
    }
};

QTEST_GUILESS_MAIN(FhirAppointmentTest)
#include "tst_appointment.moc"
