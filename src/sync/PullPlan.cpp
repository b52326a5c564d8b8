// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "sync/PullPlan.h"

#include "core/Assignment.h"
#include "core/Ids.h"
#include "sync/OlderSessions.h"

namespace handrail {

namespace {

using How = PullStep::How;

PullStep list(const QString &type, How how, const QString &parameter, const QString &value)
{
    PullStep step;
    step.type = type;
    step.how = how;
    step.parameter = parameter;
    step.value = value;
    return step;
}

PullStep referenced(const QString &type, const QStringList &namedBy)
{
    PullStep step;
    step.type = type;
    step.how = How::Referenced;
    step.namedBy = namedBy;
    return step;
}

} // namespace

QList<PullStep> pullPlan(const Identity &identity, bool takesPacks)
{
    const QString appointment = QStringLiteral("Appointment");
    const QString careTeam = QStringLiteral("CareTeam");
    const QString patientType = QStringLiteral("Patient");
    const QString byPatient = QStringLiteral("patient");
    const QString patient = QString(patientType % u'/' % identity.patientId);
    const PullStep organization =
        referenced(QStringLiteral("Organization"), {careTeam, patientType, QStringLiteral("EpisodeOfCare")});
    const PullStep location = referenced(QStringLiteral("Location"), {appointment});

    if (identity.role == Role::Relative) {
        const QString relative = QStringLiteral("RelatedPerson");
        // When the patient is busy, where they share that: by nothing but the time, which is all that may be looked for then.
        PullStep busy = list(appointment, How::WholeList, byPatient, patient);
        busy.isTimesOnly = true;
        busy.isOptional = true;
        PullStep card = list(QStringLiteral("Communication"), How::WholeList, byPatient, patient);
        card.isOptional = true;
        const QString self = QString(relative % u'/' % identity.relatedPersonId);
        // What they said of coming; a clinic need not take that of a relative.
        PullStep answers = list(QStringLiteral("AppointmentResponse"), How::WholeList, QStringLiteral("actor"), self);
        answers.isOptional = true;
        return {list(appointment, How::WholeList, QStringLiteral("actor"), self),
                list(careTeam, How::WholeList, byPatient, patient),
                list(relative, How::Self, {}, identity.relatedPersonId), // after the list that says whether anything is shared
                organization,
                location,
                card,
                answers,
                busy};
    }
    PullStep sessions = list(appointment, How::Changes, byPatient, patient);
    sessions.daysBack = sessionDaysBack;
    // What an order is of, where it only points there; a clinic that has none writes it in the order.
    PullStep medications = referenced(QStringLiteral("Medication"), {QStringLiteral("MedicationRequest")});
    medications.isOptional = true;
    PullStep tasks = list(QStringLiteral("Task"), How::Changes, byPatient, patient);
    tasks.isOptional = true; // not in R4's compartment of the patient, so that some servers keep it back (design api 0.5)
    // What was said of doses; servers that have no such search have none of these.
    PullStep doses = list(QStringLiteral("MedicationStatement"), How::Changes, byPatient, patient);
    doses.daysBack = 30;
    doses.dayParameter = QStringLiteral("effective");
    doses.isOptional = true;
    // A clinic without messages is one all the same.
    PullStep announcements = list(QStringLiteral("CommunicationRequest"), How::Changes, byPatient, patient);
    announcements.isOptional = true;
    PullStep messages = list(QStringLiteral("Communication"), How::Changes, byPatient, patient);
    messages.isOptional = true;
    PullStep goals = list(QStringLiteral("Goal"), How::Changes, byPatient, patient);
    goals.isOptional = true;
    // Whom the patient shares with; a clinic without that is one all the same.
    PullStep consents = list(QStringLiteral("Consent"), How::Changes, byPatient, patient);
    consents.isOptional = true;
    PullStep relatives = list(QStringLiteral("RelatedPerson"), How::Changes, byPatient, patient);
    relatives.isOptional = true;
    // The few that are opened to the patient: one that is so no more goes with the next list.
    PullStep flags = list(QStringLiteral("Flag"), How::WholeList, byPatient, patient);
    flags.isOptional = true;
    PullStep forms;
    forms.type = QStringLiteral("Questionnaire");
    forms.how = How::Canonical;
    // What is asked for comes first; then what was answered, so that it can be read: on paper or elsewhere too, and where nobody asks it any more.
    forms.namedBy = QStringList{tasks.type, QStringLiteral("CarePlan"), QStringLiteral("QuestionnaireResponse")};
    forms.canonicals = QStringList{canonical(u"Questionnaire/daily-checkin"), phq2Url(), gad2Url(), phq9Url(), gad7Url()};
    // Nobody's records, so found by what they are; without the status, so that an end of one is seen too.
    PullStep texts = list(QStringLiteral("Library"), How::Changes, QStringLiteral("type"),
                          QStringLiteral("http://terminology.hl7.org/CodeSystem/library-type|asset-collection"));
    texts.isOptional = true;
    QList<PullStep> plan{sessions,
                         list(careTeam, How::Changes, byPatient, patient),
                         organization,
                         announcements,
                         list(QStringLiteral("CarePlan"), How::Changes, byPatient, patient),
                         list(QStringLiteral("EpisodeOfCare"), How::Changes, byPatient, patient),
                         list(QStringLiteral("MedicationRequest"), How::Changes, byPatient, patient),
                         medications,
                         tasks,
                         messages,
                         list(QStringLiteral("QuestionnaireResponse"), How::Changes, byPatient, patient),
                         forms, // after all that names one
                         list(QStringLiteral("AppointmentResponse"), How::Changes, byPatient, patient),
                         list(patientType, How::Self, {}, identity.patientId),
                         goals,
                         doses,
                         consents,
                         relatives,
                         flags,
                         location,
                         texts};
    if (takesPacks)
        plan << list(QStringLiteral("Binary"), How::Pieces, {}, {});
    return plan;
}

} // namespace handrail
