// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/api/ConsentGrants.h"
#include "clinic/api/Policy.h"
#include "core/Ids.h"
#include "fakes/FakeClock.h"

#include <QTest>

using namespace handrail;
using namespace handrail::clinic;
using namespace Qt::Literals::StringLiterals;

/// What the type table keeps from patients and relatives, behind the scopes that sign-in gives: here with a token that has them all and a
/// Consent that opens every type (design clinical 3.5, H8).
class TestClinicHiding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_database.open() && m_records.open());
        write("{'resourceType':'Patient','id':'p1'}");
        write("{'resourceType':'RelatedPerson','id':'r1','patient':{'reference':'Patient/p1'}}");
        QByteArray classes;
        for (const auto &[name, type] : m_types.types())
            classes += (classes.isEmpty() ? "" : ",") + QByteArray("{'system':'http://hl7.org/fhir/resource-types','code':'")
                + name.toLatin1() + "'}";
        write("{'resourceType':'Consent','id':'c1','status':'active','scope':{'coding':[{'system':'http://terminology.hl7.org/"
              "CodeSystem/consentscope',"
              "'code':'patient-privacy'}]},'category':[{'coding':[{'system':'http://"
              "loinc.org','code':'59284-0'}]}],'patient':{'reference':'Patient/p1'},"
              "'policyRule':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/"
              "v3-ActCode','code':'OPTIN'}]},'provision':{'type':'permit',"
              "'actor':[{'role':{'text':'x'},'reference':{'reference':'RelatedPerson/r1'}}],'class':["
              + classes + "]}}");
        const QByteArray about = "'status':'completed','subject':{'reference':'Patient/p1'}";
        QVERIFY(write("{'resourceType':'Communication','id':'word','sender':{'reference':'RelatedPerson/r1'}," + about + "}"));
        QVERIFY(write("{'resourceType':'Communication','id':'reply','inResponseTo':[{'reference':'Communication/word'}]," + about
                      + "}"));
        QVERIFY(write("{'resourceType':'Communication','id':'mine','sender':{'reference':'Patient/p1'}," + about + "}"));
        // It has ended, or nothing would be shared in these tests; that it was there is kept all the same.
        for (const auto &[id, code] : {std::pair("shut", "no-joint"), std::pair("open", "patient-visible")})
            QVERIFY(
                write(QByteArray("{'resourceType':'Flag','id':'") + id
                      + "','status':'inactive','subject':{'reference':'Patient/p1'},'code':{'coding':[{'system':'https://handrail."
                        "example/fhir/CodeSystem/flag','code':'"
                      + code + "'}]}}"));
        QVERIFY(
            write("{'resourceType':'Communication','id':'circle','partOf':[{'reference':'Communication/circle'}]," + about + "}"));
        QByteArray before = "reply";
        for (const char *id : {"second", "third", "fourth", "fifth"}) {
            QVERIFY(write(QByteArray("{'resourceType':'Communication','id':'") + id
                          + "','inResponseTo':[{'reference':'Communication/circle'},{'reference':'Communication/" + before + "'}],"
                          + about + "}"));
            before = id;
        }
    }

    void whoIsShownWhat_data()
    {
        QTest::addColumn<QByteArray>("record");
        QTest::addColumn<bool>("isForPatient");
        QTest::addColumn<bool>("isForRelative");
        const QByteArray about = "'subject':{'reference':'Patient/p1'}";
        const QByteArray alert =
            "'category':[{'coding':[{'system':'https://handrail.example/fhir/CodeSystem/message-kind','code':'alert'}]}]";
        QTest::newRow("a goal: the Consent does open it")
            << "{'resourceType':'Goal','lifecycleStatus':'active','description':{'text':'x'}," + about + "}" << true << true;
        QTest::newRow("alert") << "{'resourceType':'Flag','status':'active','code':{'text':'x'}," + about + "}" << false << false;
        QTest::newRow("flag for the patient") << "{'resourceType':'Flag','status':'active','code':{'coding':[{'system':'https://"
                                                 "handrail.example/fhir/CodeSystem/flag','code':'patient-visible'}]},"
                + about + "}" << true << false;
        QTest::newRow("the same code of another list")
            << "{'resourceType':'Flag','status':'active','code':{'coding':[{'system':'urn:x','code':'patient-visible'}]}," + about
                + "}"
            << false << false;
        QTest::newRow("what the care team is told")
            << "{'resourceType':'Communication','status':'in-progress'," + alert + "," + about + "}" << false << false;
        QTest::newRow("that, also to a relative as its recipient")
            << "{'resourceType':'Communication','status':'in-progress','recipient':[{'reference':'RelatedPerson/r1'}]," + alert
                + "," + about + "}"
            << false << false;
        const QByteArray toHer = ",'recipient':[{'reference':'Patient/p1'},{'reference':'RelatedPerson/r1'}]," + about + "}";
        const QByteArray card =
            "'category':[{'coding':[{'system':'https://handrail.example/fhir/CodeSystem/message-kind','code':'how-to-help'}]}]";
        QTest::newRow("a message to a relative and the patient")
            << "{'resourceType':'Communication','status':'completed'" + toHer << true << false;
        const QByteArray staffs = "{'resourceType':'Communication','status':'completed','sender':{'reference':'Practitioner/x'},",
                         toPatient = "'recipient':[{'reference':'Patient/p1'}],";
        QTest::newRow("a message to a relative alone")
            << staffs + "'recipient':[{'reference':'RelatedPerson/r1'}]," + about + "}" << false << false;
        QTest::newRow("to one of another server")
            << staffs + "'recipient':[{'reference':'https://x.example/RelatedPerson/r1'}]," + about + "}" << false << false;
        QTest::newRow("to a relative and their team") << staffs
                + "'recipient':[{'reference':'CareTeam/t1'},{'type':'RelatedPerson','identifier':{'value':'1'}}]," + about
                + "}" << false << false;
        for (const char *name : {"inResponseTo", "partOf"}) {
            const QByteArray member = QByteArray("'") + name + "':[{'reference':'Communication/";
            QTest::addRow("what answers a relative, %s", name)
                << staffs + toPatient + member + "word'}]," + about + "}" << false << false;
            QTest::addRow("what answers that, %s", name) << staffs + member + "reply'}]," + about + "}" << false << false;
            QTest::addRow("what answers the last of five, %s", name)
                << staffs + toPatient + member + "fifth'}]," + about + "}" << false << false;
            QTest::addRow("what answers the patient, %s", name)
                << staffs + toPatient + member + "mine'}]," + about + "}" << true << false;
            QTest::addRow("what goes round in a circle, %s", name) << staffs + member + "circle'}]," + about + "}" << true << false;
        }
        // Whatever it is that names a relative's word, and by whatever element. To a relative the Consent does open the types.
        QVERIFY(write("{'resourceType':'Task','id':'chore','status':'requested','intent':'order','for':{'reference':'Patient/p1'},"
                      "'basedOn':[{'reference':'Communication/word'}]}"));
        const QByteArray note = staffs + "'recipient':[{'reference':'Practitioner/x'}],",
                         task = "{'resourceType':'Task','status':'requested','intent':'order','for':{'reference':'Patient/p1'},",
                         wish = "{'resourceType':'CommunicationRequest','status':'active'," + about + ",",
                         word = "{'reference':'Communication/word'}", mine = "{'reference':'Communication/mine'}";
        for (const auto &[what, isForPatient] : {std::pair(word, false), std::pair(mine, true)}) {
            for (const char *list : {"about", "basedOn"}) {
                const QByteArray naming = QByteArray("'") + list + "':[" + what + "]";
                QTest::addRow("a note among staff, %s", naming.constData())
                    << note + naming + "," + about + "}" << isForPatient << false;
                QTest::addRow("a request for a message, %s", naming.constData()) << wish + naming + "}" << isForPatient << true;
            }
            QTest::addRow("a message that has it inside, %s", what.constData())
                << staffs + toPatient + "'payload':[{'contentReference':" + what + "}]," + about + "}" << isForPatient << false;
            for (const char *name : {"focus", "reasonReference"})
                QTest::addRow("a task, %s, %s", name, what.constData())
                    << task + "'" + name + "':" + what + "}" << isForPatient << true;
            QTest::addRow("a task based on it, %s", what.constData()) << task + "'basedOn':[" + what + "]}" << isForPatient << true;
        }
        QTest::newRow("a note about a task about it")
            << note + "'about':[{'reference':'Task/chore'}]," + about + "}" << false << false;
        QTest::newRow("a task for the flag that hides the family") << task + "'focus':{'reference':'Flag/shut'}}" << false << true;
        QTest::newRow("a task for another flag") << task + "'focus':{'reference':'Flag/open'}}" << true << true;
        QTest::newRow("a request to a relative alone") << wish + "'recipient':[{'reference':'RelatedPerson/r1'}]}" << false << true;
        QTest::newRow("a request to a relative and the patient")
            << wish + "'recipient':[{'reference':'RelatedPerson/r1'},{'reference':'Patient/p1'}]}" << true << true;
        QTest::newRow("a request that the patient write of it")
            << wish + "'sender':{'reference':'Patient/p1'},'about':[" + word + "]}" << false << true;
        const QByteArray answer = staffs + toPatient + "'inResponseTo':[{'reference':'";
        QTest::newRow("what answers a relative by the full address")
            << answer + address + "/Communication/word'}]," + about + "}" << false << false;
        QTest::newRow("what answers a version of it by the full address")
            << answer + address + "/Communication/word/_history/1'}]," + about + "}" << false << false;
        QTest::newRow("what answers the same id of another server")
            << answer + "https://x.example/fhir/R4/Communication/word'}]," + about + "}" << true << false;
        QTest::newRow("what the patient writes of it is theirs")
            << "{'resourceType':'Communication','status':'completed','sender':{'reference':'Patient/p1'},'recipient':[{'reference':"
               "'RelatedPerson/r1'}],"
                + about + "}"
            << true << false;
        // JSON may write any letter of a value in another way (RFC 8259 section 7).
        QTest::newRow("a relative's own message, with an escape")
            << "{'resourceType':'Communication','status':'completed','sender':{'reference':'RelatedPerson\\/r1'}," + about + "}"
            << false << true;
        QTest::newRow("a concern, with an escape") << "{'resourceType':'Communication','status':'completed','category':[{'coding':["
                                                      "{'system':'https:\\/\\/handrail.example\\/"
                                                      "fhir\\/CodeSystem\\/message-kind','code':'\\u0063oncern'}]}],"
                + about + "}" << false << false;
        QTest::newRow("the flag that hides the family, with an escape")
            << "{'resourceType':'Flag','status':'active','code':{'coding':[{'system':'https://handrail.example/fhir/CodeSystem/"
               "flag',"
               "'code':'patient-visible'},{'system':'https://handrail.example/fhir/CodeSystem/flag','code':'no\\u002djoint'}]},"
                + about + "}"
            << false << false;
        QTest::newRow("the card that is agreed with a relative")
            << "{'resourceType':'Communication','status':'completed'," + card + toHer << true << true;
        QTest::newRow("a card that names what a relative wrote")
            << "{'resourceType':'Communication','status':'completed','about':[" + word + "]," + card + toHer << false << true;
        QTest::newRow("that card, taken back")
            << "{'resourceType':'Communication','status':'entered-in-error'," + card + toHer << true << false;
        QTest::newRow("the card of another relative")
            << "{'resourceType':'Communication','status':'completed','recipient':[{'reference':'RelatedPerson/r2'}]," + card + ","
                + about + "}"
            << true << false;
        QTest::newRow("a relative's own message")
            << "{'resourceType':'Communication','status':'completed','sender':{'reference':'RelatedPerson/r1'}," + about + "}"
            << false << true;
        QTest::newRow("score") << "{'resourceType':'Observation','status':'final','code':{'text':'x'}," + about + "}" << true
                               << false;
        QTest::newRow("answers")
            << "{'resourceType':'QuestionnaireResponse','status':'completed','source':{'reference':'Patient/p1'}," + about + "}"
            << true << false;
        QTest::newRow("a relative's own answers")
            << "{'resourceType':'QuestionnaireResponse','status':'completed','source':{'reference':'RelatedPerson/r1'}," + about
                + "}"
            << true << true;
    }
    void whoIsShownWhat()
    {
        QFETCH(QByteArray, record);
        QFETCH(bool, isForPatient);
        QFETCH(bool, isForRelative);
        const RecordPtr stored = write(record);
        QVERIFY(stored);
        const QStringList all{u"patient/*.cruds"_s, u"user/*.cruds"_s};
        QCOMPARE(m_policy.shown({u"u1"_s, u"Patient/p1"_s, u"p1"_s, all}, *stored).has_value(), isForPatient);
        QCOMPARE(m_policy.shown({u"u2"_s, u"RelatedPerson/r1"_s, u"p1"_s, all}, *stored).has_value(), isForRelative);
        QVERIFY(m_policy.shown({u"u3"_s, u"Practitioner/x"_s, {}, all}, *stored).has_value());
        // Deleted, it has no body that would tell what it was: of an alert a patient must not learn that there was one.
        Record gone = *stored;
        gone.isDeleted = true;
        QCOMPARE(m_policy.isInReach({u"u1"_s, u"Patient/p1"_s, u"p1"_s, all}, gone), stored->type != "Flag"_L1);
        Transaction transaction(m_database); // one that hides the family would do so in the next rows
        QVERIFY(m_records.remove(stored) && transaction.commit());
    }

    // The command line does not know the clinic's address, and what it notes tells a patient no more for that.
    void anAnswerIsKeptWithoutAnAddress()
    {
        const RecordPtr answer = write(QByteArray("{'resourceType':'Communication','status':'completed','subject':{'reference':"
                                                  "'Patient/p1'},'sender':{'reference':'Practitioner/x'},'inResponseTo':[{"
                                                  "'reference':'")
                                       + address + "/Communication/word'}]}");
        QVERIFY(answer && Policy(m_records).isKeptFromPatient(*answer));
    }

    // What staff's work leaves in a record stays with staff, however it is written.
    void anEscapeTellsNoMore()
    {
        const Access patient{u"u1"_s, u"Patient/p1"_s, u"p1"_s, {u"patient/*.cruds"_s}};
        const RecordPtr room =
            write("{'resourceType':'Location','telecom':[{'system':'\\u0075rl','value':'https://video.example/r'}]}");
        QVERIFY(room && !m_policy.shown(patient, *room).value_or("video").contains("video"));
        const RecordPtr said =
            write("{'resourceType':'AppointmentResponse','participantStatus':'declined','actor':{'reference':"
                  "'Patient/p1'},'appointment':{'reference':'Appointment/s1'},'extension':[{'url':'https://handrail."
                  "example/fhir/StructureDefinition/request\\u002ddone','extension':[{'url':'who','valueString':'otto'"
                  "}]}]}");
        QVERIFY(said && !m_policy.shown(patient, *said).value_or("otto").contains("otto"));
    }

    // Who answers a relative through the API is told that nobody reads it there.
    void noAnswerSeemsToReachARelative_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<bool>("isRefused");
        const QByteArray staffs = "'status':'completed','sender':{'reference':'Practitioner/x'}",
                         toHer = ",'recipient':[{'reference':'RelatedPerson/r1'}]",
                         toBoth = toHer.chopped(1) + ",{'reference':'Patient/p1'}]",
                         toPatient = ",'recipient':[{'reference':'Patient/p1'}]",
                         answer = ",'inResponseTo':[{'reference':'Communication/",
                         card = ",'category':[{'coding':[{'system':'https://handrail.example/fhir/CodeSystem/message-kind','code':"
                                "'how-to-help'}]}]";
        QTest::newRow("to a relative") << staffs + toHer << true;
        QTest::newRow("to a relative and the patient") << staffs + toBoth << true;
        QTest::newRow("an answer that says not to whom") << staffs + answer + "word'}]" << true;
        QTest::newRow("an answer, to the patient") << staffs + toPatient + answer + "word'}]" << true;
        QTest::newRow("an answer by the full address")
            << staffs + toPatient + ",'inResponseTo':[{'reference':'" + address + "/Communication/word'}]" << true;
        QTest::newRow("an answer to the last of five") << staffs + toPatient + answer + "fifth'}]" << true;
        const QByteArray word = "{'reference':'Communication/word'}";
        QTest::newRow("to the patient about it") << staffs + toPatient + ",'about':[" + word + "]" << true;
        QTest::newRow("to the patient, based on it") << staffs + toPatient + ",'basedOn':[" + word + "]" << true;
        QTest::newRow("to the patient, with it inside")
            << staffs + toPatient + ",'payload':[{'contentReference':" + word + "}]" << true;
        QTest::newRow("a card about it") << staffs + toBoth + ",'about':[" + word + "]" + card << true;
        QTest::newRow("among staff about it")
            << staffs + ",'recipient':[{'reference':'Practitioner/y'}],'about':[" + word + "]" << false;
        QTest::newRow("to the patient about what they wrote")
            << staffs + toPatient + ",'about':[{'reference':'Communication/mine'}]" << false;
        QTest::newRow("taken back") << "'status':'entered-in-error'" + toHer << false;
        QTest::newRow("to the patient") << staffs + toPatient + answer + "mine'}]" << false;
        QTest::newRow("a mark in what a relative wrote")
            << "'status':'completed','received':'2026-11-18T21:00:00Z','sender':{'reference':'RelatedPerson/r1'}" + answer
                + "word'}]"
            << false;
        QTest::newRow("a mark in what the patient wrote, also to a relative")
            << "'status':'completed','received':'2026-11-18T21:00:00Z','sender':{'reference':'Patient/p1'}" + toHer << false;
        QTest::newRow("the card that is agreed with a relative") << staffs + toHer + card << false;
    }
    void noAnswerSeemsToReachARelative()
    {
        QFETCH(QByteArray, members);
        QFETCH(bool, isRefused);
        const Access staff{u"u3"_s, u"Practitioner/x"_s, {}, {u"user/*.cruds"_s}};
        QByteArray text = "{'resourceType':'Communication','subject':{'reference':'Patient/p1'}," + members + '}';
        const auto draft = readDraft(text.replace('\'', '"'));
        QVERIFY(draft);
        for (const Verb verb : {Verb::Create, Verb::Update}) {
            const auto refused = m_policy.refusal(staff, *m_types.type(u"Communication"_s), verb, *draft, nullptr, {});
            QCOMPARE(refused.has_value(), isRefused);
            QVERIFY(!refused || (refused->status == 422 && refused->body.contains("Call them")));
        }
    }

    // Nor does any other record of the patient's name what a relative wrote: what is theirs is shown to them whole.
    void noOtherRecordNamesARelativesWord()
    {
        const Access staff{u"u3"_s, u"Practitioner/x"_s, {}, {u"user/*.cruds"_s}};
        for (const auto &[id, isRefused] : {std::pair("word", true), std::pair("mine", false)}) {
            QByteArray text =
                "{'resourceType':'Appointment','status':'booked','supportingInformation':[{'reference':'Communication/"
                + QByteArray(id) + "'}],'participant':[{'status':'accepted','actor':{'reference':'Patient/p1'}}]}";
            const auto draft = readDraft(text.replace('\'', '"'));
            QVERIFY(draft);
            const auto refused = m_policy.refusal(staff, *m_types.type(u"Appointment"_s), Verb::Create, *draft, nullptr, {});
            QCOMPARE(refused ? refused->status : 0, isRefused ? 422 : 0);
        }
    }

    // The day until which sharing holds is one of the clinic's, not of Greenwich.
    void theDayIsTheClinics_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<int>("begins");                                      // hours from midnight UTC of the first day
        QTest::addColumn<int>("ends");                                        // hours from midnight UTC after the last day
        QTest::newRow("west") << QByteArray("America/Los_Angeles") << 7 << 8; // summer time ends between the two
        QTest::newRow("east") << QByteArray("Europe/Berlin") << -2 << -1;
        QTest::newRow("unknown") << QByteArray("Mars/Olympus") << 0 << 0;
    }
    void theDayIsTheClinics()
    {
        QFETCH(QByteArray, zone);
        QFETCH(int, begins);
        QFETCH(int, ends);
        QVERIFY(write("{'resourceType':'Organization','id':'o2','name':'x','extension':[{'url':'https://handrail.example/fhir/"
                      "StructureDefinition/time-zone','valueCode':'"
                      + zone + "'}]}"));
        QVERIFY(write("{'resourceType':'Patient','id':'p2','managingOrganization':{'reference':'Organization/o2'}}"));
        QVERIFY(write("{'resourceType':'RelatedPerson','id':'r2','patient':{'reference':'Patient/p2'}}"));
        QVERIFY(write("{'resourceType':'Consent','id':'c2','status':'active','scope':{'coding':[{'system':'http://terminology.hl7."
                      "org/CodeSystem/consentscope','code':'patient-privacy'}]},'category':[{'coding':[{'system':'http://loinc."
                      "org','code':'59284-0'}]}],'patient':{'reference':'Patient/p2'},'policyRule':{'coding':[{'system':'http://"
                      "terminology.hl7.org/CodeSystem/v3-ActCode','code':'OPTIN'}]},'provision':{'type':'permit','period':{"
                      "'start':'2026-10-20','end':'2026-11-18'},'actor':[{'role':{'text':'x'},'reference':{'reference':"
                      "'RelatedPerson/r2'}}],'class':[{'system':'http://hl7.org/fhir/resource-types','code':'Appointment'}]}}"));
        const auto holds = [&](const QDate &day, int hours, int seconds) {
            const QDateTime at = QDateTime(day, QTime(0, 0), Qt::UTC).addSecs(3600LL * hours + seconds);
            return !ConsentGrants(m_records).holding(u"r2"_s, u"p2"_s, at.toMSecsSinceEpoch()).isEmpty();
        };
        QVERIFY(!holds(QDate(2026, 10, 20), begins, -1));
        QVERIFY(holds(QDate(2026, 10, 20), begins, 0));
        QVERIFY(holds(QDate(2026, 11, 19), ends, -1));
        QVERIFY(!holds(QDate(2026, 11, 19), ends, 0));
    }

    // A sign-in that is older than the end of a record writes nothing more about it.
    void nothingIsWrittenAboutWhoIsNotThere()
    {
        const auto refused = [&](const char *patient) {
            const QByteArray who = "{'reference':'Patient/" + QByteArray(patient) + "'}";
            QByteArray text = "{'resourceType':'QuestionnaireResponse','status':'completed','identifier':{'system':"
                              "'urn:ietf:rfc:3986','value':'"
                + urn(newId()).toLatin1() + "'},'subject':" + who + ",'author':" + who + ",'source':" + who + "}";
            const auto draft = readDraft(text.replace('\'', '"'));
            const QString id = QString::fromLatin1(patient);
            const Access access{u"u1"_s, QString(u"Patient/" + id), id, {u"patient/*.cruds"_s}};
            const auto refusal =
                m_policy.refusal(access, *m_types.type(u"QuestionnaireResponse"_s), Verb::Create, *draft, nullptr, {});
            return refusal ? refusal->status : 0;
        };
        const RecordPtr stored = write("{'resourceType':'Patient','id':'p3'}");
        QVERIFY(stored);
        QCOMPARE(refused("p3"), 0);
        {
            Transaction transaction(m_database);
            QVERIFY(m_records.remove(stored) && transaction.commit());
        }
        QCOMPARE(refused("p3"), 403);
        QCOMPARE(refused("p9"), 403);
    }

    // Who has written much waits for minutes and not for hours, of each kind by itself; and then has one more, and not all of them.
    void aRelativeWaitsForMinutes_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<int>("atOnce");
        QTest::addColumn<int>("minutes");
        QTest::newRow("concerns") << u"Communication"_s
                                  << QByteArray(
                                         "'status':'completed','sender':{'reference':'RelatedPerson/r1'},'category':[{'coding':["
                                         "{'system':'https://handrail.example/fhir/CodeSystem/message-kind','code':'concern'}]}],"
                                         "'subject':{'reference':'Patient/p1'}")
                                  << 5 << 30;
        QTest::newRow("answers") << u"AppointmentResponse"_s
                                 << QByteArray("'participantStatus':'accepted','actor':{'reference':'RelatedPerson/r1'},"
                                               "'appointment':{'reference':'Appointment/s1'}")
                                 << 10 << 3;
    }
    void aRelativeWaitsForMinutes()
    {
        QFETCH(QString, type);
        QFETCH(QByteArray, members);
        QFETCH(int, atOnce);
        QFETCH(int, minutes);
        QVERIFY(write("{'resourceType':'Appointment','id':'s1','status':'booked','start':'2026-11-19T10:00:00Z','end':"
                      "'2026-11-19T11:00:00Z','serviceType':[{'coding':[{'system':'https://handrail.example/fhir/CodeSystem/"
                      "session-kind','code':'family'}]}],'participant':[{'actor':{'reference':'Patient/p1'},'status':'accepted'},{"
                      "'actor':{'reference':'RelatedPerson/r1'},'status':'accepted'}]}"));
        const Access access{u"u2"_s, u"RelatedPerson/r1"_s, u"p1"_s, {u"patient/*.cruds"_s}};
        // Writes one more; the seconds to wait when it is refused, else 0.
        const auto wait = [&] {
            QByteArray text = "{'resourceType':'" + type.toLatin1() + "','identifier':[{'system':'urn:ietf:rfc:3986','value':'"
                + urn(newId()).toLatin1() + "'}]," + members + '}';
            const auto draft = readDraft(QByteArray(text).replace('\'', '"'));
            const auto refused = m_policy.refusal(access, *m_types.type(type), Verb::Create, *draft, nullptr, {});
            if (!refused)
                return write(text) ? 0 : -1;
            return refused->status == 429 ? findHeader(refused->headers, "Retry-After").toInt() : -refused->status;
        };
        m_clock.advance(std::chrono::hours(24));
        for (int i = 0; i < atOnce; ++i)
            QCOMPARE(wait(), 0);
        QCOMPARE(wait(), minutes * 60);
        m_clock.advance(std::chrono::minutes(minutes - 1));
        QCOMPARE(wait(), 60);
        m_clock.advance(std::chrono::minutes(1));
        QCOMPARE(wait(), 0);
        QCOMPARE(wait(), minutes * 60);
        m_clock.advance(std::chrono::minutes(minutes * (atOnce + 3)));
        for (int i = 0; i < atOnce; ++i)
            QCOMPARE(wait(), 0);
        QVERIFY(wait() > 0);
    }

private:
    static constexpr const char *address = "https://clinic.example/fhir/R4";

    RecordPtr write(QByteArray text)
    {
        const auto draft = readDraft(text.replace('\'', '"'));
        if (!draft)
            return nullptr;
        Transaction transaction(m_database);
        const auto stored = m_records.write(draft->json["resourceType"_L1].toString(), draft->json["id"_L1].toString(), *draft);
        return stored && transaction.commit() ? *stored : nullptr;
    }

    FakeClock m_clock;
    Database m_database{u":memory:"_s};
    TypeTable m_types;
    Records m_records{m_database, m_types, m_clock};
    Policy m_policy{m_records, QString::fromLatin1(address)};
};

QTEST_GUILESS_MAIN(TestClinicHiding)
#include "tst_clinic_hiding.moc"
