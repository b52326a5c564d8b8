// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/sample/SampleClinicRecords.h"

#include "clinic/sample/SampleClinicJson.h"
#include "clinic/sample/SampleClinicPlan.h"
#include "core/Ids.h"

#include <QJsonArray>
#include <QLocale>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;
using namespace sample;

namespace {

const QString clinicName = u"Harbor Street Clinic"_s;
const QString organizationId = u"o1"_s;
const QString siteId = u"l0"_s;
// 555-0100 to 555-0199 are set aside for stories.
const QString clinicPhone = u"+1-207-555-0142"_s;
const QString afterHoursPhone = u"+1-207-555-0199"_s;
const QString actCodes = u"http://terminology.hl7.org/CodeSystem/v3-ActCode"_s;

QJsonObject hours(const QString &words)
{
    QJsonObject made = object({{"url"_L1, canonical(u"StructureDefinition/hours")}});
    say(made, "valueString"_L1, words);
    return made;
}

QJsonObject phone(const QString &number, int rank, const QString &open)
{
    return object({{"extension"_L1, list({hours(open)})},
                   {"system"_L1, u"phone"_s},
                   {"value"_L1, number},
                   {"use"_L1, u"work"_s},
                   {"rank"_L1, rank}});
}

QJsonObject address()
{
    return object({{"use"_L1, u"work"_s},
                   {"line"_L1, list({u"214 Harbor Street"_s, u"ground floor"_s})},
                   {"city"_L1, u"Port Alder"_s},
                   {"country"_L1, u"US"_s}});
}

QJsonObject organization()
{
    const QJsonObject crisis = object({{"purpose"_L1, ours("contact-purpose"_L1, u"crisis"_s)},
                                       {"name"_L1, object({{"text"_L1, u"Clinic line, day and night"_s}})},
                                       {"telecom"_L1, list({phone(afterHoursPhone, 1, u"On call 24 hours"_s)})}});
    // Nobody watches what comes in: what the app says as long as a clinic has not arranged more.
    const QJsonObject monitoring = object({{"url"_L1, canonical(u"StructureDefinition/monitoring")}, {"valueCode"_L1, u"none"_s}});
    const QJsonObject zone = object({{"url"_L1, canonical(u"StructureDefinition/time-zone")}, {"valueCode"_L1, sampleZoneId()}});
    return object({{"resourceType"_L1, u"Organization"_s},
                   {"id"_L1, organizationId},
                   {"active"_L1, true},
                   {"name"_L1, clinicName},
                   {"extension"_L1, list({hours(u"Monday to Friday, 8 am to 9 pm"_s), monitoring, zone})},
                   {"telecom"_L1, list({phone(clinicPhone, 2, u"Monday to Friday, 8 am to 9 pm"_s)})},
                   {"address"_L1, list({address()})},
                   {"contact"_L1, list({crisis})}});
}

QJsonObject site()
{
    QJsonArray weekdays;
    for (const char *weekday : {"mon", "tue", "wed", "thu", "fri"})
        weekdays << QLatin1String(weekday);
    return object(
        {{"resourceType"_L1, u"Location"_s},
         {"id"_L1, siteId},
         {"status"_L1, u"active"_s},
         {"name"_L1, clinicName},
         {"mode"_L1, u"instance"_s},
         {"telecom"_L1, list({phone(clinicPhone, 1, u"Monday to Friday, 8 am to 9 pm"_s)})},
         {"address"_L1, address()},
         {"managingOrganization"_L1, reference("Organization"_L1, organizationId, clinicName)},
         {"hoursOfOperation"_L1,
          list({object({{"daysOfWeek"_L1, weekdays}, {"openingTime"_L1, u"08:00:00"_s}, {"closingTime"_L1, u"21:00:00"_s}})})}});
}

QJsonObject room(const SampleRoom &room)
{
    return object({{"resourceType"_L1, u"Location"_s},
                   {"id"_L1, room.id},
                   {"status"_L1, u"active"_s},
                   {"name"_L1, QString(room.name % u", " % clinicName)},
                   {"mode"_L1, u"instance"_s},
                   {"address"_L1, address()},
                   {"managingOrganization"_L1, reference("Organization"_L1, organizationId, clinicName)},
                   {"partOf"_L1, reference("Location"_L1, siteId, clinicName)}});
}

QJsonObject humanName(const QString &given, const QString &family, const QString &prefix = {})
{
    const QString full = given + u' ' + family;
    QJsonObject name = object({{"use"_L1, u"official"_s},
                               {"text"_L1, prefix.isEmpty() ? full : QString(prefix % u' ' % full)},
                               {"family"_L1, family},
                               {"given"_L1, list({given})}});
    if (!prefix.isEmpty())
        name.insert("prefix"_L1, list({prefix}));
    return name;
}

QJsonObject period(const QDate &start, const QDate &end = {})
{
    QJsonObject made = object({{"start"_L1, start.toString(Qt::ISODate)}});
    if (end.isValid())
        made.insert("end"_L1, end.toString(Qt::ISODate));
    return made;
}

/// What all records about one patient start with. Ids are made of the patient's number, never of a name.
class PersonRecords
{
public:
    PersonRecords(const SamplePatient &patient, const SampleClinicCalendar &calendar)
        : m_patient(patient)
        , m_calendar(calendar)
        , m_number(patient.id.mid(1))
        , m_counselor(sampleStaff().at(patient.group))
        , m_self(reference("Patient"_L1, patient.id, patient.given))
        , m_start(calendar.day(1, Qt::Monday))
        , m_end(calendar.day(SampleClinicCalendar::programWeeks, Qt::Sunday))
    {
    }

    QList<QJsonObject> all() const
    {
        QList<QJsonObject> records{person()};
        for (const SampleRelative &relative : m_patient.relatives)
            records << relatedPerson(relative);
        records << careTeam() << episode();
        const QStringList wishes = m_patient.index == 0
            ? QStringList{u"Sleep through most nights"_s, u"Sunday dinner with Rosa again"_s, u"A way to get through Fridays"_s}
            : QStringList{otherGoal()};
        for (const QString &wish : wishes)
            records << goal(int(wishes.indexOf(wish)) + 1, wish);
        records << program(int(wishes.size()));
        if (m_patient.hasMedicine)
            records << medicines();
        for (const SampleRelative &relative : m_patient.relatives)
            records << consent(relative);
        return records;
    }

private:
    QString id(QLatin1String kind, int number = 0) const
    {
        return number == 0 ? QString(kind % m_number) : QString(kind % m_number % u'-' % QString::number(number));
    }

    QJsonObject start(const QString &type, const QString &id) const
    {
        return object({{"resourceType"_L1, type}, {"id"_L1, id}, {"meta"_L1, guarded()}});
    }

    QJsonObject person() const
    {
        QJsonObject made = start(u"Patient"_s, m_patient.id);
        made.insert("identifier"_L1, list({identifier(canonical(u"sid/mrn"), u"HS-"_s + m_number)}));
        made.insert("active"_L1, true);
        made.insert("name"_L1, list({humanName(m_patient.given, m_patient.family)}));
        made.insert("birthDate"_L1, m_patient.birth.toString(Qt::ISODate));
        made.insert("communication"_L1,
                    list({object({{"language"_L1, codeable(u"urn:ietf:bcp:47"_s, u"en"_s)}, {"preferred"_L1, true}})}));
        made.insert("managingOrganization"_L1, reference("Organization"_L1, organizationId, clinicName));
        return made;
    }

    QJsonObject relatedPerson(const SampleRelative &relative) const
    {
        QJsonObject made = start(u"RelatedPerson"_s, relative.id);
        made.insert("active"_L1, true);
        made.insert("patient"_L1, m_self);
        QJsonObject relation =
            codeable(u"http://terminology.hl7.org/CodeSystem/v3-RoleCode"_s, relative.relationCode, relative.relation);
        relation.insert("text"_L1, relative.relation);
        made.insert("relationship"_L1, list({relation}));
        made.insert("name"_L1, list({humanName(relative.given, relative.family)}));
        return made;
    }

    QJsonObject careTeam() const
    {
        const auto member = [](const SampleStaff &staff, const QString &role) {
            QJsonObject words = ours("team-role"_L1, role);
            say(words, "text"_L1, staff.role);
            return object({{"role"_L1, list({words})},
                           {"member"_L1, reference("Practitioner"_L1, staff.id, staff.shown)},
                           {"onBehalfOf"_L1, reference("Organization"_L1, organizationId, clinicName)}});
        };
        const QList<SampleStaff> staff = sampleStaff();
        QJsonArray members{member(m_counselor, u"counselor"_s), member(staff.at(sampleGuides + m_patient.group), u"peer-guide"_s)};
        if (m_patient.hasMedicine)
            members << member(staff.at(samplePrescriber), u"prescriber"_s);
        // Relatives are not of the team: what they may see is a Consent's matter alone.
        QJsonObject made = start(u"CareTeam"_s, id("t"_L1));
        made.insert("status"_L1, u"active"_s);
        made.insert("name"_L1, u"Your care team"_s);
        made.insert("extension"_L1, list({hours(u"Monday to Friday, 9 to 5"_s)})); // when it replies
        made.insert("subject"_L1, m_self);
        made.insert("participant"_L1, members);
        made.insert("managingOrganization"_L1, list({reference("Organization"_L1, organizationId, clinicName)}));
        made.insert("telecom"_L1, list({phone(afterHoursPhone, 1, u"On call 24 hours"_s)}));
        return made;
    }

    QJsonObject episode() const
    {
        QJsonObject made = start(u"EpisodeOfCare"_s, id("e"_L1));
        made.insert("status"_L1, u"active"_s);
        made.insert("statusHistory"_L1, list({object({{"status"_L1, u"active"_s}, {"period"_L1, period(m_start)}})}));
        made.insert("type"_L1, list({ours("program"_L1, u"iop"_s, u"Intensive outpatient program"_s)}));
        made.insert("patient"_L1, m_self);
        made.insert("managingOrganization"_L1, reference("Organization"_L1, organizationId, clinicName));
        made.insert("period"_L1, period(m_start));
        made.insert("careManager"_L1, reference("Practitioner"_L1, m_counselor.id, m_counselor.shown));
        made.insert("team"_L1, list({reference("CareTeam"_L1, id("t"_L1))}));
        return made;
    }

    QString otherGoal() const
    {
        const QStringList wishes{u"Ask for help before it gets hard"_s, u"Be home for dinner"_s, u"Walk a little each day"_s,
                                 u"A calm start to the day"_s, u"Find work that fits"_s};
        return wishes.at(m_patient.index % wishes.size());
    }

    QJsonObject goal(int number, const QString &words) const
    {
        QJsonObject made = start(u"Goal"_s, id("g"_L1, number));
        made.insert("lifecycleStatus"_L1, u"active"_s);
        made.insert("achievementStatus"_L1,
                    codeable(u"http://terminology.hl7.org/CodeSystem/goal-achievement"_s, u"in-progress"_s));
        QJsonObject said;
        say(said, "text"_L1, words);
        made.insert("description"_L1, said);
        made.insert("subject"_L1, m_self);
        made.insert("startDate"_L1, m_start.addDays(3).toString(Qt::ISODate));
        made.insert("target"_L1, list({object({{"measure"_L1, said}, {"dueDate"_L1, m_end.toString(Qt::ISODate)}})}));
        return made;
    }

    QJsonObject program(int goals) const
    {
        const auto phase = [](const QString &code, const QString &level, const QString &title, const QString &status,
                              const QJsonObject &time) {
            QJsonObject words = ours("program-phase"_L1, code);
            words.insert("coding"_L1, QJsonArray{words["coding"_L1][0], ours("program"_L1, level)["coding"_L1][0]});
            QJsonObject detail = object({{"code"_L1, words}, {"status"_L1, status}, {"scheduledPeriod"_L1, time}});
            say(detail, "description"_L1, title);
            return object({{"detail"_L1, detail}});
        };
        QJsonArray wishes;
        for (int number = 1; number <= goals; ++number)
            wishes << reference("Goal"_L1, id("g"_L1, number));
        QJsonObject made = start(u"CarePlan"_s, id("plan"_L1));
        made.insert("status"_L1, u"active"_s);
        made.insert("intent"_L1, u"plan"_s);
        made.insert("category"_L1, list({ours("careplan-kind"_L1, u"program"_s)}));
        say(made, "title"_L1, u"Evening program"_s);
        made.insert("subject"_L1, m_self);
        made.insert("period"_L1, period(m_start, m_end));
        made.insert("created"_L1, m_start.toString(Qt::ISODate));
        made.insert("careTeam"_L1, list({reference("CareTeam"_L1, id("t"_L1))}));
        made.insert("goal"_L1, wishes);
        made.insert(
            "activity"_L1,
            list({phase(u"iop"_s, u"iop"_s, u"IOP phase"_s, u"in-progress"_s, period(m_start, m_calendar.day(8, Qt::Sunday))),
                  phase(u"step-down"_s, u"iop"_s, u"Step-down"_s, u"not-started"_s, period(m_calendar.day(9, Qt::Monday), m_end)),
                  phase(u"aftercare"_s, u"aftercare"_s, u"Aftercare"_s, u"not-started"_s, period(m_end.addDays(1)))}));
        return made;
    }

    /// Names only: the app says nothing about doses.
    QList<QJsonObject> medicines() const
    {
        const QStringList others{u"Naltrexone"_s, u"Acamprosate"_s, u"Buprenorphine"_s, u"Sertraline"_s};
        const QStringList names = m_patient.index == 0 ? QStringList{u"Buprenorphine"_s, u"Sertraline"_s}
                                                       : QStringList{others.at(m_patient.index / 2 % others.size())};
        const SampleStaff prescriber = sampleStaff().at(samplePrescriber);
        QList<QJsonObject> records;
        for (const QString &name : names) {
            QJsonObject made = start(u"MedicationRequest"_s, id("m"_L1, int(records.size()) + 1));
            made.insert("status"_L1, u"active"_s);
            made.insert("intent"_L1, u"order"_s);
            made.insert("medicationCodeableConcept"_L1, object({{"text"_L1, name}}));
            made.insert("subject"_L1, m_self);
            made.insert("authoredOn"_L1, m_start.addDays(3).toString(Qt::ISODate));
            made.insert("requester"_L1, reference("Practitioner"_L1, prescriber.id, prescriber.shown));
            records << made;
        }
        return records;
    }

    /// The permission to disclose, with what 42 CFR 2.31 asks for: patient, who discloses, what, to whom, why, how to take it back,
    /// until when, signature and date; and the notice of 2.32.
    QJsonObject consent(const SampleRelative &relative) const
    {
        const QString signedAt =
            m_calendar.instant(m_start.addDays(1), QTime(15, 30 + (m_patient.index + relative.id.back().digitValue()) % 30));
        const QString words = u"I let "_s % clinicName % u" tell "_s % relative.given % u' ' % relative.family
            % u" the times and links of my family sessions, so that we can take part together. I can take this back at any time in "
              u"the app "
              "or by telling the clinic. What was shared before stays shared. It ends by itself on "_s
            % QLocale(QLocale::English).toString(m_end.addDays(14), u"MMMM d, yyyy")
            % u". Federal law (42 CFR Part 2) does not allow the person who gets this to pass it on without my written word."_s;
        const QString person = relative.given + u' ' + relative.family;
        QJsonArray classes;
        for (const char *type : {"Appointment", "AppointmentResponse", "CareTeam", "Communication"})
            classes << coding(u"http://hl7.org/fhir/resource-types"_s, QLatin1String(type));
        const QJsonObject label = coding(actCodes, u"42CFRPart2"_s);
        const QJsonObject recipient =
            object({{"role"_L1, codeable(u"http://terminology.hl7.org/CodeSystem/v3-ParticipationType"_s, u"IRCP"_s)},
                    {"reference"_L1, reference("RelatedPerson"_L1, relative.id, person)}});
        const QJsonObject provision =
            object({{"type"_L1, u"permit"_s},
                    {"period"_L1, period(m_start.addDays(1), m_end.addDays(14))},
                    {"actor"_L1, list({recipient})},
                    {"action"_L1, list({codeable(u"http://terminology.hl7.org/CodeSystem/consentaction"_s, u"access"_s)})},
                    {"securityLabel"_L1, list({label})},
                    {"purpose"_L1, list({coding(u"http://terminology.hl7.org/CodeSystem/v3-ActReason"_s, u"FAMRQT"_s)})},
                    {"class"_L1, classes},
                    {"code"_L1, list({ours("share-scope"_L1, u"family-sessions"_s)})}});
        QJsonObject made = start(u"Consent"_s, id("c"_L1, relative.id.back().digitValue()));
        made.insert("status"_L1, relative.isRevoked ? u"inactive"_s : u"active"_s);
        made.insert("scope"_L1, codeable(u"http://terminology.hl7.org/CodeSystem/consentscope"_s, u"patient-privacy"_s));
        made.insert("category"_L1, list({codeable(u"http://loinc.org"_s, u"59284-0"_s, u"Consent Document"_s)}));
        made.insert("patient"_L1, m_self);
        made.insert("dateTime"_L1, signedAt);
        made.insert("performer"_L1, list({m_self}));
        made.insert("organization"_L1, list({reference("Organization"_L1, organizationId, clinicName)}));
        made.insert("sourceAttachment"_L1,
                    object({{"contentType"_L1, u"text/plain;charset=utf-8"_s},
                            {"language"_L1, u"en"_s},
                            {"data"_L1, QString::fromLatin1(words.toUtf8().toBase64())},
                            {"title"_L1, u"Permission to share"_s},
                            {"creation"_L1, signedAt}}));
        made.insert("policyRule"_L1, codeable(actCodes, u"OPTIN"_s));
        made.insert("verification"_L1,
                    list({object({{"verified"_L1, true}, {"verifiedWith"_L1, m_self}, {"verificationDate"_L1, signedAt}})}));
        made.insert("provision"_L1, provision);
        return made;
    }

    const SamplePatient &m_patient;
    const SampleClinicCalendar &m_calendar;
    const QString m_number;
    const SampleStaff m_counselor;
    const QJsonObject m_self;
    const QDate m_start;
    const QDate m_end;
};

} // namespace

QList<QJsonObject> sampleClinicRecords()
{
    QList<QJsonObject> records{organization(), site()};
    for (const SampleRoom &each : sampleRooms())
        records << room(each);
    for (const SampleStaff &staff : sampleStaff()) {
        records << object({{"resourceType"_L1, u"Practitioner"_s},
                           {"id"_L1, staff.id},
                           {"active"_L1, true},
                           {"name"_L1, list({humanName(staff.given, staff.family, staff.prefix)})}});
    }
    return records;
}

QList<QJsonObject> samplePatientRecords(const SamplePatient &patient, const SampleClinicCalendar &calendar)
{
    QList<QJsonObject> records = PersonRecords(patient, calendar).all();
    addPlan(records, patient, calendar);
    return records;
}

} // namespace handrail::clinic
