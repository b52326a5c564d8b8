// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Fixture.h"

#include "core/Ids.h"
#include "fhir/Names.h"
#include "fhir/Read.h"

#include <QTest>

using namespace handrail;
using namespace handrail::fhir;

class FhirRecordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void program()
    {
        const auto read = readProgram(fixture(QStringLiteral("careplan-program.json")));
        QVERIFY(read && *read);
        const Program &program = **read;
        QCOMPARE(program.title, QStringLiteral("Evening program"));
        QCOMPARE(program.start, QDate(2026, 9, 28));
        QCOMPARE(program.end, QDate(2027, 6, 30));
        QCOMPARE(program.phases.size(), 3);
        QCOMPARE(program.phases.at(0).code, QStringLiteral("iop"));
        QCOMPARE(program.phases.at(0).title, QStringLiteral("IOP phase"));
        QCOMPARE(program.phases.at(0).status, PhaseStatus::InProgress);
        QCOMPARE(program.phases.at(1).status, PhaseStatus::NotStarted);
        QCOMPARE(program.phases.at(1).start, QDate(2026, 12, 21));
        QVERIFY(!program.phases.at(2).end.isValid());
    }

    void aPhaseInTheLanguageOfTheApp()
    {
        const QByteArray json = fixtureWith(
            QStringLiteral("careplan-program.json"), "\"description\": \"IOP phase\"",
            "\"description\": \"IOP phase\", \"_description\": {\"extension\": [{\"url\": "
            "\"http://hl7.org/fhir/StructureDefinition/translation\", \"extension\": [{\"url\": \"lang\", \"valueCode\": \"es\"}, "
            "{\"url\": \"content\", \"valueString\": \"Fase intensiva\"}]}]}");
        QCOMPARE((*readProgram(json, QStringLiteral("es")))->phases.at(0).title, QStringLiteral("Fase intensiva"));
        QCOMPARE((*readProgram(json))->phases.at(0).title, QStringLiteral("IOP phase"));
    }

    void otherPlansAreNoProgram()
    {
        const QString plan = QStringLiteral("careplan-program.json");
        const auto safety = readProgram(fixtureWith(plan, "\"program\"", "\"safety-plan\""));
        QVERIFY(safety && !*safety);
        QCOMPARE(readProgram(fixtureWith(plan, "\"active\"", "\"entered-in-error\"")).error().kind, ProblemKind::NotFound);
        QCOMPARE((*readProgram(fixtureWith(plan, "\"in-progress\"", "\"cancelled\"")))->phases.size(), 2);
        QVERIFY(!readProgram(fixture(QStringLiteral("patient.json"))));
    }

    void whatIsOnlyThoughtOfIsNoProgram()
    {
        const QString plan = QStringLiteral("careplan-program.json");
        QVERIFY((*readProgram(fixture(plan)))->isActive && !(*readProgram(fixture(plan)))->isOver);
        for (const char *status : {"\"draft\"", "\"revoked\""})
            QVERIFY(!*readProgram(fixtureWith(plan, "\"active\"", status)));
        QVERIFY(!*readProgram(fixtureWith(plan, "\"intent\": \"plan\"", "\"intent\": \"proposal\"")));
        const auto ended = readProgram(fixtureWith(plan, "\"active\"", "\"completed\""));
        QVERIFY(*ended && !(*ended)->isActive && (*ended)->isOver);
        const auto resting = readProgram(fixtureWith(plan, "\"active\"", "\"on-hold\""));
        QVERIFY(*resting && !(*resting)->isActive && !(*resting)->isOver);
    }

    void clinicContact()
    {
        const auto contact = readClinicContact(fixture(QStringLiteral("organization.json")));
        QVERIFY(contact);
        QCOMPARE(contact->name, QStringLiteral("Harbor Street Clinic"));
        QCOMPARE(contact->phone, QStringLiteral("+12125550150"));
        QCOMPARE(contact->hours, QStringLiteral("Every day, 8 am to 9 pm"));
        const QByteArray inTwo = fixtureWith(
            QStringLiteral("organization.json"), "\"valueString\":",
            "\"_valueString\": {\"extension\": [{\"url\": \"http://hl7.org/fhir/StructureDefinition/translation\", \"extension\": "
            "[{\"url\": \"lang\", \"valueCode\": \"es\"}, {\"url\": \"content\", \"valueString\": \"Las 24 horas\"}]}]}, "
            "\"valueString\":");
        QCOMPARE(readClinicContact(inTwo, QStringLiteral("es"))->hours, QStringLiteral("Las 24 horas"));
        QCOMPARE(readClinicContact(inTwo, QStringLiteral("fr"))->hours, contact->hours);
        const auto front = readClinicContact(fixtureWith(QStringLiteral("organization.json"), "\"crisis\"", "\"billing\""));
        QCOMPARE(front->phone, QStringLiteral("2125550142"));
        QCOMPARE(readClinicContact(fixture(QStringLiteral("careteam.json")))->phone, QStringLiteral("2125550145"));
        QVERIFY(readClinicContact(fixture(QStringLiteral("location.json")))->phone.isEmpty());
        QVERIFY(!readClinicContact(fixture(QStringLiteral("patient.json"))));
    }

    void whoseAPlaceIs()
    {
        const QString place = QStringLiteral("location.json");
        QCOMPARE(*readManagingOrganization(fixture(place)), QStringLiteral("harbor"));
        QCOMPARE(
            *readManagingOrganization(fixtureWith(place, "Organization/harbor", "https://x.example/Organization/o2/_history/3")),
            QStringLiteral("o2"));
        QCOMPARE(*readManagingOrganization(fixtureWith(place, "managingOrganization", "other")), QString());
        // Somebody's, and nobody can say whose.
        for (const char *named : {"Patient/maya", "#here", "urn:uuid:1", ""})
            QVERIFY(!readManagingOrganization(fixtureWith(place, "Organization/harbor", named)));
        QVERIFY(!readManagingOrganization(fixtureWith(place, "\"reference\"", "\"display\"")));
        QVERIFY(!readManagingOrganization(fixture(QStringLiteral("organization.json"))));
    }

    void aTeamOrAPlaceThatIsOverHasNoNumber()
    {
        for (const char *status : {"\"inactive\"", "\"entered-in-error\"", "\"proposed\"", "\"suspended\""}) {
            QVERIFY(!readClinicContact(fixtureWith(QStringLiteral("careteam.json"), "\"active\"", status)));
            QVERIFY(!readClinicContact(fixtureWith(QStringLiteral("location.json"), "\"active\"", status)));
        }
    }

    void whenATeamWritesBackIsNotWhenItsPhoneIsAnswered()
    {
        const QByteArray hours = "\"extension\": [{\"url\": \"https://handrail.example/fhir/StructureDefinition/hours\", "
                                 "\"valueString\": \"Monday to Friday, 9 to 5\"}], \"status\"";
        QVERIFY(readClinicContact(fixtureWith(QStringLiteral("careteam.json"), "\"status\"", hours))->hours.isEmpty());
    }

    void whenAPlaceIsOpen_data()
    {
        QTest::addColumn<QByteArray>("hours");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("spanish");
        const auto row = [](const char *name, const char *hours, const char *english, const char *spanish) {
            QTest::newRow(name) << QByteArray(hours) << QString::fromUtf8(english) << QString::fromUtf8(spanish);
        };
        row("days in a row", R"({"daysOfWeek":["fri","mon","tue","thu","wed"],"openingTime":"08:00:00","closingTime":"21:30:00"})",
            "Monday–Friday 8:00 AM–9:30 PM", "lunes–viernes 8:00–21:30");
        row("two entries",
            R"({"daysOfWeek":["mon","wed"],"openingTime":"08:00:00","closingTime":"12:00:00"},{"daysOfWeek":["sun"],"allDay":true})",
            "Monday, Wednesday 8:00 AM–12:00 PM; Sunday 24 h", "lunes, miércoles 8:00–12:00; domingo 24 h");
        row("no days", R"({"openingTime":"08:00:00","closingTime":"12:00:00"})", "8:00 AM–12:00 PM", "8:00–12:00");
        row("no times", R"({"daysOfWeek":["mon"]})", "", "");
        row("no such time", R"({"daysOfWeek":["mon"],"openingTime":"25:00:00","closingTime":7})", "", "");
        row("no such day", R"({"daysOfWeek":["monday",7],"allDay":true},"x")", "24 h", "24 h");
    }
    void whenAPlaceIsOpen()
    {
        QFETCH(QByteArray, hours);
        const QByteArray json =
            R"({"resourceType":"Location","id":"l","telecom":[{"system":"phone","value":"5550142"}],"hoursOfOperation":[)" + hours
            + "]}";
        const auto said = [&](const QString &language) -> QString {
            return readClinicContact(json, language)->hours.replace(QChar(0x202f), u' ').replace(QChar(0xa0), u' ');
        };
        QTEST(said(QStringLiteral("en")), "english");
        QTEST(said({}), "english");
        QTEST(said(QStringLiteral("es")), "spanish");
    }

    void placesOfManyHoursAreSaidShort()
    {
        QByteArray hours;
        for (int i = 0; i < 1000; ++i)
            hours += R"({"daysOfWeek":["mon","wed","fri","sun"],"openingTime":"08:00:00","closingTime":"12:00:00"},)";
        const auto contact =
            readClinicContact(R"({"resourceType":"Location","id":"l","hoursOfOperation":[)" + hours + R"({"allDay":true}]})");
        QCOMPARE(contact->hours.count(u';'), 6);
    }

    void whoLooksAndWhenIsNeverMoreThanTheClinicSays()
    {
        QCOMPARE(int(readClinicContact(fixture(QStringLiteral("organization.json")))->monitoring), int(Monitoring::None));
        const auto with = [](const QByteArray &code) {
            const QByteArray extension =
                "\"extension\": [{\"url\": \"https://handrail.example/fhir/StructureDefinition/monitoring\", "
                "\"valueCode\": \""
                + code + "\"}], \"name\": \"Harbor";
            return int(
                readClinicContact(fixtureWith(QStringLiteral("organization.json"), "\"name\": \"Harbor", extension))->monitoring);
        };
        QCOMPARE(with("none"), int(Monitoring::None));
        QCOMPARE(with("business-hours"), int(Monitoring::BusinessHours));
        QCOMPARE(with("24x7"), int(Monitoring::AroundTheClock));
        QCOMPARE(with("always"), int(Monitoring::None));
        QCOMPARE(with("24X7"), int(Monitoring::None));
    }

    void phones_data()
    {
        QTest::addColumn<QString>("dialled");
        const auto row = [](const char *written, const char *dialled) { QTest::newRow(written) << QString::fromLatin1(dialled); };
        row("988", "988");
        row("+1 (212) 555-0142", "+12125550142");
        for (const char *bad :
             {"9", "988,,1", "988;ext=2", "*#06#", "tel:988", "+1234567890123456", "call us", "12+34", "988p1", "+", ""})
            row(bad, "");
    }
    void phones()
    {
        QFETCH(QString, dialled);
        const QByteArray json = QByteArray(R"({"resourceType":"Organization","id":"o","telecom":[{"system":"phone","value":")")
            + QTest::currentDataTag() + "\"}]}";
        QCOMPARE(readClinicContact(json)->phone, dialled);
    }

    void lowestRankIsCalled()
    {
        const QByteArray json =
            R"({"resourceType":"Organization","id":"o","telecom":[{"system":"phone","value":"111"},{"system":"phone","value":"222","rank":2},)"
            R"({"system":"phone","value":"333","rank":1},{"system":"phone","value":"444","rank":1},{"system":"phone","value":"555","use":"old","rank":0}]})";
        QCOMPARE(readClinicContact(json)->phone, QStringLiteral("333"));
    }

    void address()
    {
        QCOMPARE(*readAddress(fixture(QStringLiteral("location.json"))), QStringLiteral("214 Harbor Street, ground floor"));
        QCOMPARE(*readAddress(R"({"resourceType":"Location","id":"l","address":{"text":"Corner house"}})"),
                 QStringLiteral("Corner house"));
        QCOMPARE(*readAddress(R"({"resourceType":"Location","id":"l"})"), QString());
        QVERIFY(!readAddress("{}"));
    }

    void names_()
    {
        const auto maya = readPersonName(fixture(QStringLiteral("patient.json")));
        QCOMPARE(maya->given, QStringLiteral("Maya"));
        QCOMPARE(maya->full, QStringLiteral("Maya Ines Bell"));
        QCOMPARE(readPersonName(fixture(QStringLiteral("relatedperson.json")))->full, QStringLiteral("Rosa Bell"));
        const auto old =
            readPersonName(R"({"resourceType":"Patient","id":"p","name":[{"use":"old","given":["Then"]},{"family":"Now"}]})");
        QCOMPARE(old->full, QStringLiteral("Now"));
        QVERIFY(old->given.isEmpty());
        QVERIFY(readPersonName(R"({"resourceType":"Patient","id":"p"})")->full.isEmpty());
        // Who was invited by a name in one piece is greeted too; one in another order says nothing of what comes first.
        QCOMPARE(readPersonName(R"({"resourceType":"RelatedPerson","id":"r","name":[{"text":"Ana Ruiz"}]})")->given,
                 QStringLiteral("Ana"));
        QVERIFY(readPersonName(R"({"resourceType":"RelatedPerson","id":"r","name":[{"text":"Ruiz, Ana"}]})")->given.isEmpty());
        QVERIFY(!readPersonName(fixture(QStringLiteral("location.json"))));
    }

    void medication()
    {
        const QString name = QStringLiteral("medicationrequest.json");
        QVERIFY(*isActiveMedication(fixture(name)));
        QVERIFY(!*isActiveMedication(fixtureWith(name, "\"active\"", "\"stopped\"")));
        QVERIFY(!*isActiveMedication(fixtureWith(name, "\"order\"", "\"proposal\"")));
        QVERIFY(!*isActiveMedication(fixtureWith(name, "\"active\"", "\"on-hold\"")));
        QVERIFY(!isActiveMedication("{}"));
        // What is there for when it is needed, such as naloxone, is nothing to take each day.
        const char *const words = "\"One tablet in the morning\"";
        QVERIFY(!*isActiveMedication(fixtureWith(name, words, "\"For an overdose\",\"asNeededBoolean\":true")));
        QVERIFY(
            *isActiveMedication(fixtureWith(name, words, "\"In the morning\"},{\"asNeededBoolean\":true,\"text\":\"Once more\"")));
    }

    void outcomes()
    {
        const auto outcome = readOutcome(
            R"({"resourceType":"OperationOutcome","issue":[{"severity":"warning","code":"informational"},)"
            R"({"severity":"error","code":"required","diagnostics":"d","expression":["QuestionnaireResponse.item[2]"]}]})");
        QVERIFY(outcome);
        QCOMPARE(outcome->code, QStringLiteral("required"));
        QCOMPARE(outcome->diagnostics, QStringLiteral("d"));
        QCOMPARE(outcome->expression, QStringLiteral("QuestionnaireResponse.item[2]"));
        QVERIFY(!readOutcome("<html>"));
        QVERIFY(issueCode(R"({"resourceType":"Patient"})").isEmpty());
        QVERIFY(readOutcome(R"({"resourceType":"OperationOutcome"})")->code.isEmpty());
    }

    void ourNamesStandUnderOurBase()
    {
        for (const std::string_view name : {names::sessionKinds, names::carePlanKinds, names::programPhases, names::ourItemControls,
                                            names::yesNo, names::contactPurposes, names::previousStart, names::stepValue,
                                            names::askWhen, names::hours, names::programs, names::reviewDate})
            QVERIFY(QString::fromLatin1(name.data(), qsizetype(name.size())).startsWith(canonical(QString())));
    }
};

QTEST_GUILESS_MAIN(FhirRecordsTest)
#include "tst_records.moc"
