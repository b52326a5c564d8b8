// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "SampleReading.h"
#include "clinic/sample/SampleClinic.h"

#include <QJsonDocument>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace handrail;
using namespace handrail::clinic;
using namespace handrail::sampletest;

class SampleRecordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noAppointmentNamesTwoPatients();
    void referencesResolve();
    void consents();
    void familySessionOfRosa();
    void checkInsHaveGaps();
    void checkInsFitTheForm();
    void filledFormsAddUp();
    void onlyWhatTheAppMayKnow();
    void users();

private:
    QList<QJsonObject> checkIns() const
    {
        QList<QJsonObject> list = ofType(m_all, "QuestionnaireResponse"_L1);
        list.removeIf([](const QJsonObject &r) { return !r["questionnaire"_L1].toString().contains("/daily-checkin|"_L1); });
        return list;
    }

    const QDateTime m_now = local(u"2026-11-18T15:20:00"_s);
    const QList<QJsonObject> m_all = sampleResources(m_now);
    const QString m_maya = u"Patient/p101"_s;
};

void SampleRecordsTest::noAppointmentNamesTwoPatients()
{
    QSet<QString> seen;
    for (const QJsonObject &appointment : ofType(m_all, "Appointment"_L1)) {
        const QStringList patients = participants(appointment, "Patient"_L1);
        QCOMPARE(patients.size(), 1);
        QCOMPARE(appointment["identifier"_L1].toArray().size(), 1);
        QCOMPARE(appointment["identifier"_L1][0]["system"_L1].toString(), canonical(u"sid/session"));
        const QString both = patients[0] + sessionOf(appointment);
        QVERIFY2(!seen.contains(both), qPrintable(both));
        seen.insert(both);
        // Another patient's name would tell as much as a reference.
        const QString text = QString::fromUtf8(QJsonDocument(appointment).toJson());
        QCOMPARE(text.count(u"Patient/"_s), 1);
        // Relatives are of this patient, and only in family sessions.
        for (const QString &relative : participants(appointment, "RelatedPerson"_L1)) {
            QCOMPARE(kind(appointment), u"family"_s);
            QVERIFY(relative.startsWith(u"RelatedPerson/r"_s + patients[0].mid(9) + u'-'));
        }
    }
}

void SampleRecordsTest::referencesResolve()
{
    static const QRegularExpression id(u"^[A-Za-z0-9.-]{1,64}$"_s);
    QSet<QString> known;
    for (const QJsonObject &resource : m_all) {
        QVERIFY(id.match(resource["id"_L1].toString()).hasMatch());
        QVERIFY2(!known.contains(key(resource)), qPrintable(key(resource)));
        known.insert(key(resource));
        for (const QString &reference : references(resource))
            QVERIFY2(known.contains(reference), qPrintable(key(resource) + u" -> "_s + reference));
    }
}

void SampleRecordsTest::consents()
{
    const QList<QJsonObject> relatives = ofType(m_all, "RelatedPerson"_L1);
    QCOMPARE(relatives.size(), 80);
    QMap<QString, QJsonObject> consentFor;
    for (const QJsonObject &consent : ofType(m_all, "Consent"_L1)) {
        const QJsonArray actors = consent["provision"_L1]["actor"_L1].toArray();
        QCOMPARE(actors.size(), 1);
        const QString actor = actors[0]["reference"_L1]["reference"_L1].toString();
        QVERIFY(!consentFor.contains(actor));
        consentFor.insert(actor, consent);
    }
    QStringList revoked;
    QMap<QString, int> perPatient;
    for (const QJsonObject &relative : relatives) {
        const QString patient = relative["patient"_L1]["reference"_L1].toString();
        ++perPatient[patient];
        const QJsonObject consent = consentFor.value(key(relative));
        QCOMPARE(consent["patient"_L1]["reference"_L1].toString(), patient);
        // What 42 CFR 2.31 asks for: patient, who discloses, what, to whom, why, until when, signature and date.
        const QJsonObject provision = consent["provision"_L1].toObject();
        QCOMPARE(provision["type"_L1].toString(), u"permit"_s);
        QCOMPARE(code(provision["code"_L1][0]), u"family-sessions"_s);
        QVERIFY(!consent["organization"_L1].toArray().isEmpty() && !provision["purpose"_L1].toArray().isEmpty());
        QVERIFY(!consent["performer"_L1].toArray().isEmpty() && consent["verification"_L1][0]["verified"_L1].toBool());
        QVERIFY(instant(consent, "dateTime"_L1) < m_now);
        QVERIFY(provision["period"_L1]["start"_L1].toString() < u"2026-11-18"_s);
        QVERIFY(provision["period"_L1]["end"_L1].toString() > u"2027-01-10"_s);
        QCOMPARE(code(consent["policyRule"_L1]), u"OPTIN"_s);
        QCOMPARE(consent["meta"_L1]["security"_L1][0]["code"_L1].toString(), u"42CFRPart2"_s);
        QStringList classes;
        for (const QJsonValue &each : provision["class"_L1].toArray())
            classes << each["code"_L1].toString();
        QVERIFY(classes.contains(u"Appointment"_s));
        for (const QString &never :
             {u"QuestionnaireResponse"_s, u"MedicationRequest"_s, u"Goal"_s, u"CarePlan"_s, u"Observation"_s})
            QVERIFY(!classes.contains(never));
        if (consent["status"_L1].toString() != u"active") {
            QCOMPARE(consent["status"_L1].toString(), u"inactive"_s);
            revoked << key(relative);
        }
    }
    for (const int count : perPatient)
        QCOMPARE(count, 2);
    QCOMPARE(revoked, QStringList{u"RelatedPerson/r102-1"_s});
}

void SampleRecordsTest::familySessionOfRosa()
{
    int sessions = 0;
    for (const QJsonObject &appointment : ofType(m_all, "Appointment"_L1)) {
        if (!participants(appointment, "RelatedPerson"_L1).contains(u"RelatedPerson/r101-1"_s))
            continue;
        ++sessions;
        QCOMPARE(participants(appointment, "Patient"_L1), QStringList{m_maya});
        QCOMPARE(kind(appointment), u"family"_s);
        const QJsonObject service = appointment["extension"_L1][0].toObject();
        QVERIFY(service["url"_L1].toString().endsWith(u"virtualService"_s));
        QVERIFY(service["extension"_L1][1]["valueUrl"_L1].toString().startsWith(u"https://video.harbor.example/room/"_s));
    }
    // Every second week of twelve.
    QCOMPARE(sessions, 6);
    // Each room is for one session.
    QMap<QString, QString> rooms;
    for (const QJsonObject &appointment : ofType(m_all, "Appointment"_L1)) {
        const QString room = appointment["extension"_L1][0]["extension"_L1][1]["valueUrl"_L1].toString();
        if (room.isEmpty())
            continue;
        QCOMPARE(rooms.value(room, sessionOf(appointment)), sessionOf(appointment));
        rooms.insert(room, sessionOf(appointment));
    }
    QVERIFY(rooms.size() > 300);
}

void SampleRecordsTest::checkInsHaveGaps()
{
    QMap<QString, QSet<QDate>> days;
    QSet<QString> identifiers;
    for (const QJsonObject &response : checkIns()) {
        const QString patient = response["subject"_L1]["reference"_L1].toString();
        const QDateTime authored = instant(response, "authored"_L1);
        QVERIFY(authored < m_now);
        QCOMPARE(authored.offsetFromUtc(), zone().offsetFromUtc(authored));
        QVERIFY2(authored.date() < QDate(2026, 11, 18), "today is still to come");
        QVERIFY(!days[patient].contains(authored.date()));
        days[patient] << authored.date();
        QCOMPARE(response["author"_L1]["reference"_L1].toString(), patient);
        QCOMPARE(response["source"_L1]["reference"_L1].toString(), patient);
        const QString identifier = response["identifier"_L1]["value"_L1].toString();
        QCOMPARE(identifier,
                 urn(scheduledId(patient.mid(8), canonical(u"Questionnaire/daily-checkin"), authored.date(), u"daily"_s)));
        QVERIFY(!identifiers.contains(identifier));
        identifiers.insert(identifier);
    }
    QCOMPARE(days.take(u"Patient/p601"_s).size(), 6); // nellIsInAftercare()
    QCOMPARE(days.size(), 40);
    for (const QSet<QDate> &each : days)
        QVERIFY(each.size() >= 12 && each.size() <= 28); // of 30 days
    QVERIFY(!days[m_maya].contains(QDate(2026, 10, 29)) && !days[m_maya].contains(QDate(2026, 10, 30)));
}

void SampleRecordsTest::checkInsFitTheForm()
{
    const QList<QJsonObject> forms = ofType(m_all, "Questionnaire"_L1);
    QCOMPARE(forms.size(), 5);
    QMap<QString, QSet<QString>> options;
    QList<QJsonValue> open{
        *std::find_if(forms.begin(), forms.end(), [](const QJsonObject &f) { return f["id"_L1].toString() == u"daily-checkin"; })};
    while (!open.isEmpty()) {
        const QJsonValue item = open.takeFirst();
        for (const QJsonValue &child : item["item"_L1].toArray()) {
            open << child;
            options[child["linkId"_L1].toString()];
            for (const QJsonValue &option : child["answerOption"_L1].toArray())
                options[child["linkId"_L1].toString()]
                    << option["valueCoding"_L1]["system"_L1].toString() + option["valueCoding"_L1]["code"_L1].toString();
        }
    }
    QSet<QString> answered;
    for (const QJsonObject &response : checkIns()) {
        QCOMPARE(response["questionnaire"_L1].toString(), u"https://handrail.example/fhir/Questionnaire/daily-checkin|1.0.0"_s);
        QList<QJsonValue> items{response};
        while (!items.isEmpty()) {
            const QJsonValue parent = items.takeFirst();
            for (const QJsonValue &item : parent["item"_L1].toArray()) {
                items << item;
                const QString linkId = item["linkId"_L1].toString();
                QVERIFY2(options.contains(linkId), qPrintable(linkId));
                const QJsonArray answers = item["answer"_L1].toArray();
                QVERIFY(!answers.isEmpty() || !item["item"_L1].toArray().isEmpty());
                for (const QJsonValue &answer : answers) {
                    answered << linkId;
                    if (answer.toObject().contains("valueInteger"_L1))
                        QVERIFY(answer["valueInteger"_L1].toInt() >= 0 && answer["valueInteger"_L1].toInt() <= 10);
                    else if (answer.toObject().contains("valueDecimal"_L1))
                        QVERIFY(answer["valueDecimal"_L1].toDouble() >= 0 && answer["valueDecimal"_L1].toDouble() <= 16);
                    else if (answer.toObject().contains("valueCoding"_L1))
                        QVERIFY(options[linkId].contains(answer["valueCoding"_L1]["system"_L1].toString()
                                                         + answer["valueCoding"_L1]["code"_L1].toString()));
                    else
                        QCOMPARE(linkId, u"note"_s);
                }
                if (linkId == u"mood")
                    QVERIFY(!answers[0]["valueCoding"_L1]["extension"_L1].toArray().isEmpty());
                if (linkId == u"safety")
                    QCOMPARE(answers[0]["valueCoding"_L1]["code"_L1].toString(), u"no"_s);
                if (linkId == u"halt" && answers.size() > 1) {
                    for (const QJsonValue &answer : answers)
                        QVERIFY(answer["valueCoding"_L1]["code"_L1].toString() != u"none");
                }
            }
        }
    }
    for (const char *linkId :
         {"mood", "craving", "use", "sleep-hours", "sleep-quality", "halt", "meds", "confidence", "safety", "note"})
        QVERIFY2(answered.contains(QLatin1String(linkId)), linkId);
}

void SampleRecordsTest::filledFormsAddUp()
{
    QMap<QString, QJsonObject> responses;
    for (const QJsonObject &response : ofType(m_all, "QuestionnaireResponse"_L1))
        responses.insert(key(response), response);
    int scores = 0;
    for (const QJsonObject &score : ofType(m_all, "Observation"_L1)) {
        ++scores;
        const QJsonObject response = responses.value(score["derivedFrom"_L1][0]["reference"_L1].toString());
        QCOMPARE(response["subject"_L1], score["subject"_L1]);
        double sum = 0;
        const QJsonArray items = response["item"_L1].toArray();
        const bool isShort = code(score["code"_L1]) == u"55758-7"; // the PHQ-2: its first two
        for (qsizetype i = 0; i < (isShort ? 2 : items.size()); ++i)
            sum += items[i]["answer"_L1][0]["valueCoding"_L1]["extension"_L1][0]["valueDecimal"_L1].toDouble();
        QCOMPARE(score["valueQuantity"_L1]["value"_L1].toDouble(), sum);
        // Nobody in the sample is in danger.
        if (items.size() == 9)
            QCOMPARE(items[8]["answer"_L1][0]["valueCoding"_L1]["code"_L1].toString(), u"LA6568-5"_s);
    }
    QCOMPARE(scores, 9); // eight forms, of which one has two scores
    QCOMPARE(ofType(m_all, "Task"_L1).size(), 2);
}

void SampleRecordsTest::onlyWhatTheAppMayKnow()
{
    QMap<QString, int> types;
    for (const QJsonObject &resource : m_all)
        ++types[resource["resourceType"_L1].toString()];
    QCOMPARE(types.keys(),
             QStringList({u"Appointment"_s, u"CarePlan"_s, u"CareTeam"_s, u"Communication"_s, u"CommunicationRequest"_s,
                          u"Consent"_s, u"EpisodeOfCare"_s, u"Goal"_s, u"Location"_s, u"MedicationRequest"_s, u"Observation"_s,
                          u"Organization"_s, u"Patient"_s, u"Practitioner"_s, u"Questionnaire"_s, u"QuestionnaireResponse"_s,
                          u"RelatedPerson"_s, u"Task"_s}));
    int forMaya = 0;
    for (const QJsonObject &request : ofType(m_all, "MedicationRequest"_L1)) {
        // When in the day, and nothing of how much.
        const QJsonObject instruction = request["dosageInstruction"_L1][0].toObject();
        QCOMPARE(instruction.keys(), QStringList{u"timing"_s});
        const QString when = instruction["timing"_L1]["repeat"_L1]["when"_L1][0].toString();
        QVERIFY2(when == u"MORN" || when == u"EVE", qPrintable(when));
        static const QRegularExpression digit(u"[0-9]"_s);
        QVERIFY(!request["medicationCodeableConcept"_L1]["text"_L1].toString().contains(digit));
        forMaya += request["subject"_L1]["reference"_L1].toString() == m_maya ? 1 : 0;
    }
    QVERIFY(forMaya > 0);
    for (const QJsonObject &goal : ofType(m_all, "Goal"_L1)) { // what it is about is said in Spanish too
        QVERIFY2(goal["description"_L1].toObject().contains("_text"_L1), qPrintable(goal["description"_L1]["text"_L1].toString()));
        QCOMPARE(goal["target"_L1][0]["measure"_L1], goal["description"_L1]); // and so is no step of its own
    }
    for (const QJsonObject &place : ofType(m_all, "Location"_L1)) {
        QCOMPARE(place["address"_L1]["line"_L1][0].toString(), u"214 Harbor Street"_s);
        QCOMPARE(place["address"_L1]["line"_L1][1].toString(), u"ground floor"_s);
    }
    // Phone numbers of stories only: 555-0100 to 555-0199.
    static const QRegularExpression phone(u"^\\+1-207-555-01[0-9][0-9]$"_s);
    for (const QJsonObject &clinic : ofType(m_all, "Organization"_L1)) {
        QVERIFY(phone.match(clinic["telecom"_L1][0]["value"_L1].toString()).hasMatch());
        QVERIFY(phone.match(clinic["contact"_L1][0]["telecom"_L1][0]["value"_L1].toString()).hasMatch());
        QCOMPARE(code(clinic["contact"_L1][0]["purpose"_L1]), u"crisis"_s);
    }
}

void SampleRecordsTest::users()
{
    QSet<QString> known;
    for (const QJsonObject &resource : m_all)
        known.insert(key(resource));
    QStringList names;
    for (const SampleUser &user : sampleUsers()) {
        names << user.name;
        QCOMPARE(user.password, u"demo"_s);
        QVERIFY2(known.contains(user.fhirUser), qPrintable(user.name));
        for (const QString &patient : user.patients)
            QVERIFY(known.contains(u"Patient/"_s + patient));
        QCOMPARE(user.patients.size(), user.role == u"staff" ? 0 : 1);
        QVERIFY(user.fhirUser.startsWith(user.role == u"patient"        ? u"Patient/"_s
                                             : user.role == u"relative" ? u"RelatedPerson/"_s
                                                                        : u"Practitioner/"_s));
    }
    QCOMPARE(names, QStringList({u"maya"_s, u"rosa"_s, u"jordan"_s, u"lee"_s, u"nell"_s, u"dana"_s}));
    QCOMPARE(sampleUsers()[0].words, u"Maya Bell, patient"_s);
    QCOMPARE(sampleUsers()[1].words, u"Rosa Bell, sister of Maya"_s);
    QCOMPARE(sampleUsers()[3].fhirUser, u"RelatedPerson/r102-1"_s);
}

QTEST_GUILESS_MAIN(SampleRecordsTest)
#include "tst_samplerecords.moc"
