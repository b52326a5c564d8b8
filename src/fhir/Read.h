// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/AccessEvent.h"
#include "core/Assignment.h"
#include "core/Form.h"
#include "core/HelpCard.h"
#include "core/Medicine.h"
#include "core/Message.h"
#include "core/OfferedTexts.h"
#include "core/Plan.h"
#include "core/Problem.h"
#include "core/Program.h"
#include "core/Session.h"
#include "core/Sharing.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>
#include <optional>

namespace handrail::fhir {

// FHIR R4 resources to core values. Pure functions. Unknown codes, extensions and elements never fail a record; a record that is not
// of the expected type, or without an id, gives BadData. A record with status entered-in-error gives NotFound: never show it.
// All text for people comes cleaned (ShownText.h), in `language` (BCP 47, "es") where the clinic gives that translation, else as it is
// written.

/// Appointment (design api rows 1, 1a, 1e). Session.patientId is the Patient among its participants. The link of a video session is
/// looked for in the virtualService extension, then in the telecom of its Location (a contained one, or the Location resource in
/// `location`, which may be empty), then, when no place is named, in the patient's instructions. What is noted of who comes is of the patient,
/// or of the RelatedPerson with this id.
[[nodiscard]] Result<Session> readAppointment(const QByteArray &json, const QByteArray &location = {}, const QString &language = {},
                                              const QString &relativeId = {});
/// CarePlan of category careplan-kind|program (row 2a). nullopt when it is another kind of plan, only thought of (draft, proposal, option) or
/// taken back (revoked).
[[nodiscard]] Result<std::optional<Program>> readProgram(const QByteArray &json, const QString &language = {});
/// The steps of an active CarePlan that are for a goal, at most 200: its activities that refer to one and are no phase of the program.
[[nodiscard]] Result<QList<PlannedStep>> readPlannedSteps(const QByteArray &json, const QString &language = {});
/// Goal (row 2b), with at most 50 targets as its steps. nullopt for one that is proposed, rejected or cancelled. Without a date of its own it is looked
/// at again when the first of its targets is due.
[[nodiscard]] Result<std::optional<PlanGoal>> readGoal(const QByteArray &json, const QString &language = {});
/// EpisodeOfCare (row 2); nullopt for one that was cancelled.
[[nodiscard]] Result<std::optional<CareLevel>> readCareLevel(const QByteArray &json, const QString &language = {});
/// Task (row 4): its form is the input that is coded as one, or whose canonical is one, else what it instantiates, else its focus. A dueness
/// is the day where it was written. Without a form: what to read or practice is its focus, what it instantiates, or an input, when that is a Library.
[[nodiscard]] Result<CareTask> readTask(const QByteArray &json, const QString &language = {});
/// The forms that an active CarePlan asks for (row 4a), at most 100. A month counts as 30 days and a year as 365; what is asked
/// again is so after whole days, one at least.
[[nodiscard]] Result<QList<PlannedForm>> readPlannedForms(const QByteArray &json, const QString &language = {});
/// The lessons, modules and skills that it names, at most 100.
[[nodiscard]] Result<QList<PlannedReading>> readPlannedReadings(const QByteArray &json, const QString &language = {});
/// The canonicals of the forms that a Task or CarePlan asks for or that finished answers are to, "Questionnaire/ID" of one that is named by its
/// id alone; empty for anything else.
[[nodiscard]] QStringList namedForms(const QByteArray &json);
/// How a Task at the server stands to what writeTaskCompletion() says of it.
enum class TaskStanding {
    Same,  ///< it says so already
    Open,  ///< it can be said
    Closed ///< the clinic took the task back, or it is none
};
[[nodiscard]] TaskStanding compareTask(const QByteArray &stored, const QByteArray &update);
/// Questionnaire (section 1.3): at most 2000 items in 16 levels; what is over, and an item without a linkId or with one that was there
/// before, is counted in Form.droppedItems with all inside it. An unknown item type gives Control::Unsupported; the abstract `question`
/// gives BadData. Conditions that cannot be read become Operator::Always, and expressions that are not run set needsMoreThanWeCanDo: their
/// items are asked. The options of a boolean item are the codes "true" and "false", without text.
[[nodiscard]] Result<Form> readQuestionnaire(const QByteArray &json, const QString &language = {});
/// QuestionnaireResponse, completed or amended; NotFound for one that is not finished. Without the Form that it answers, a list of one
/// answer cannot be told from a single answer and reads as a single one, and own words of an open choice cannot be told from a code. Needs
/// no id, so that what still waits here can be read too. At most 5000 items, those of the outer levels first.
[[nodiscard]] Result<CompletedForm> readQuestionnaireResponse(const QByteArray &json, const Form &form = {});
/// The same without the answers: whose they are, to what, and when they were given.
[[nodiscard]] Result<CompletedForm> readResponseHead(const QByteArray &json);
/// As readQuestionnaireResponse(), of one that somebody is still answering or left (in-progress, stopped): what was said so far. NotFound for any other.
[[nodiscard]] Result<CompletedForm> readUnfinishedResponse(const QByteArray &json, const Form &form = {});
/// How the QuestionnaireResponse that the server has under an identifier of ours stands to the one that was sent.
enum class Answered {
    Same,    ///< the same is said, however a server writes it: values, units, codes and their systems
    Earlier, ///< other answers, given before ours
    Later    ///< other answers, given at that time or later; or one of the two cannot be read as finished answers
};
[[nodiscard]] Answered compareAnswers(const QByteArray &stored, const QByteArray &sent);
/// Organization, CareTeam or Location: its name, phone and hours (row 6). `phone` is empty when none is written as a number to dial. NotFound for a
/// team or a place that is not active.
[[nodiscard]] Result<ClinicContact> readClinicContact(const QByteArray &json, const QString &language = {});
/// Location: the id of the Organization that it belongs to; empty where it names none. NotFound where what it names has no id.
[[nodiscard]] Result<QString> readManagingOrganization(const QByteArray &json);
/// Location: one line of address ("214 Harbor Street, ground floor").
[[nodiscard]] Result<QString> readAddress(const QByteArray &json);
/// Patient, RelatedPerson: the name to greet with and the full one. `given` may be empty.
struct PersonName {
    QString given;
    QString full;
};
[[nodiscard]] Result<PersonName> readPersonName(const QByteArray &json);
/// The name of the patient whom a RelatedPerson is related to, as far as the clinic writes it there (patient.display).
[[nodiscard]] Result<PersonName> readPatientOf(const QByteArray &json);
/// The last day on which a RelatedPerson stands for somebody (period.end). Invalid where the clinic says none.
[[nodiscard]] QDate readLastDayOf(const QByteArray &json);
/// The last day on which that person is told when the patient is busy, where the clinic says that it is another than the above; else that one.
[[nodiscard]] QDate readLastBusyDayOf(const QByteArray &json);

/// Consent that shares with relatives (row 7a): scope patient-privacy, a permit whose actor is a RelatedPerson; one Sharing for each whom it names,
/// with what it says of them; none for any other, and for a draft. `nowUtc` tells which are expired. The name is the one that the clinic shows
/// beside the reference, and may be empty.
[[nodiscard]] Result<QList<Sharing>> readConsent(const QByteArray &json, const QDateTime &nowUtc);
/// A Consent in force that denies somebody sessions by name: the clinic's own word beside what was signed. Without a person it is another.
struct KeptOut {
    QString personId; ///< of the RelatedPerson
    QStringList sessionIds;
};
[[nodiscard]] KeptOut readKeptOut(const QByteArray &json);
/// The words that were signed with a Consent (sourceAttachment, text/plain), at most 64 kB. BadData when it holds none.
[[nodiscard]] Result<QString> readSignedText(const QByteArray &json);
/// What a RelatedPerson is to the patient.
struct Relation {
    QString words; ///< may be empty
    QString code;  ///< v3-RoleCode; may be empty
    bool isActive = true;
};
[[nodiscard]] Result<Relation> readRelation(const QByteArray &json);
/// How a Consent at the server stands to writeConsentEnd(): Sent (it has ended there, by whomever), Saved (it has yet to), Refused (it is none).
[[nodiscard]] Sharing::Stop compareConsent(const QByteArray &stored, const QByteArray &update);

/// Library (row 5). An active one has a pack as its content: one attachment or several, each with its size, its hash and a Binary or data. At most
/// 64 pieces and mostOfferedBytes in all; else it is offered, and has no pieces.
[[nodiscard]] Result<OfferedTexts> readOfferedTexts(const QByteArray &json);
/// The bytes of a Binary; BadData when there are none, or no base64.
[[nodiscard]] Result<QByteArray> readBinary(const QByteArray &json);

/// What AppointmentResponse says: to which appointment, whether the patient comes, and what was said with it (rows 1b, 1d). Needs no id.
struct Rsvp {
    QString appointmentId;
    Coming coming = Coming::Unsaid;
    QString comment;
    QString identifier;  ///< that the app made (urn:uuid); may be empty
    QDateTime changedAt; ///< UTC; by the server's clock; invalid when it does not say
    QDateTime start;     ///< UTC; of the session that was answered; invalid when it does not say
};
[[nodiscard]] Result<Rsvp> readAppointmentResponse(const QByteArray &json);

/// Communication that is a message between this patient and the clinic (row 8): coded as one, or without codes of ours and to the patient.
/// NotFound for any other, and for one that was not sent. Needs no id.
[[nodiscard]] Result<WrittenMessage> readMessage(const QByteArray &json, const QString &patientId, const QString &language = {});
/// The same of what this app wrote and keeps: a patient's message, or a relative's concern.
[[nodiscard]] Result<WrittenMessage> readOwnMessage(const QByteArray &json, const QString &patientId);
/// Communication that is the card "How I can help" of this patient with a relative. NotFound for any other, and for one that was taken back.
[[nodiscard]] Result<HelpCard> readHelpCard(const QByteArray &json, const QString &patientId, const QString &language = {});
/// When an Appointment is, and whether the patient was there, as far as that is told. NotFound for a cancelled one, and for one without a time.
[[nodiscard]] Result<BusyTime> readBusyTime(const QByteArray &json);
/// CareTeam: its counselor, else the first Practitioner of it, and the hours of the team.
[[nodiscard]] Result<ReplyingTeam> readReplyingTeam(const QByteArray &json, const QString &language = {});
/// CommunicationRequest to this patient (row 11). NotFound when it is over, was taken back, or is for staff.
[[nodiscard]] Result<Announcement> readAnnouncement(const QByteArray &json, const QString &patientId, const QString &language = {});
/// Flag (row 11a): most are for staff alone, and some the clinic opened to the patient (code HR/CodeSystem/flag|patient-visible).
[[nodiscard]] bool isFlagForPatient(const QByteArray &json);
/// What such a one says, and from which day to which; invalid days: no such end. NotFound for one that is over or for staff alone.
struct ShownFlag {
    QString text;
    QDate from;
    QDate until;
};
[[nodiscard]] Result<ShownFlag> readFlag(const QByteArray &json, const QString &language = {});

/// AuditEvent (row 12). WrongPatient when it names another patient as what was opened, and this one not; BadData without a time.
[[nodiscard]] Result<AccessEvent> readAccess(const QByteArray &json, const QString &patientId, const QString &language = {});
/// CareTeam: who of the clinic is in it, at most 100; NotFound for a team that is over.
[[nodiscard]] Result<QList<Leader>> readTeamMembers(const QByteArray &json, const QString &language = {});

/// MedicationRequest: an order for this patient that runs now, and asks for more than taking it when needed (as readMedicine).
[[nodiscard]] Result<bool> isActiveMedication(const QByteArray &json);

/// MedicationRequest (row 9): an order that runs or rests. nullopt when it ended or is only thought of (status but active and on-hold, intent proposal,
/// plan or option, doNotPerform). Of a Dosage it takes the words for the patient, when in the day, and from when to when; never how much.
[[nodiscard]] Result<std::optional<Medicine>> readMedicine(const QByteArray &json, const QString &language = {});
/// Medication: what it is called; empty where it says no name, or was entered in error.
[[nodiscard]] QString readMedicationName(const QByteArray &json, const QString &language = {});
/// MedicationStatement as writeDose() makes it (row 9a); BadData for one that is no word on a dose of one day. Needs no id.
[[nodiscard]] Result<DoseSaid> readDose(const QByteArray &json);
/// Its words, each empty when there are none.
struct DoseWords {
    QString medicine; ///< the name
    QString note;
};
[[nodiscard]] DoseWords readDoseWords(const QByteArray &json);
/// The code of R4 event-timing for a part of the day; empty where there is none.
[[nodiscard]] QByteArrayView eventTimingOf(const DoseTime &time);

/// OperationOutcome: its first issue of severity fatal or error, else its first issue. Codes as R4 issue-type; diagnostics is what a
/// server wrote for its own log: never show it.
struct Outcome {
    QString code;
    QString diagnostics;
    QString expression; ///< issue.expression[0]; may be empty
};
/// nullopt when it is none.
[[nodiscard]] std::optional<Outcome> readOutcome(const QByteArray &json);
/// Outcome::code ("invalid", "required" ...); empty when it is none.
[[nodiscard]] QString issueCode(const QByteArray &json);

/// Parameters of an operation's answer, flat: by name the value as it is written, of a reference the id alone; at most 100. BadData when they are none.
[[nodiscard]] Result<QHash<QString, QString>> readParameters(const QByteArray &json);
/// With what an operation of ours said no.
struct Refusal {
    QString code;      ///< of HR/CodeSystem/family-refusal
    QDateTime opensAt; ///< UTC; invalid when it does not say
};
/// nullopt when it holds no such code.
[[nodiscard]] std::optional<Refusal> readRefusal(const QByteArray &json);
/// "Type/name" of the operations that a CapabilityStatement lists with its resources. NotFhir when it is none.
[[nodiscard]] Result<QStringList> readOfferedOperations(const QByteArray &json);

/// The same as readInstant with the offset that is written (Qt::OffsetFromUTC).
[[nodiscard]] QDateTime readZonedInstant(QStringView text);
/// The day that a date or dateTime names where it was written.
[[nodiscard]] QDate readDayOf(QStringView text);
/// FHIR dateTime/instant to UTC. Invalid for anything without an offset, with a blank for T, 24:00, or an impossible day; `:60` reads as
/// :59.999 (FHIR R4 datatypes; design security rows 8 to 10).
[[nodiscard]] QDateTime readInstant(QStringView text);
/// FHIR date; year and year-month give the first day. Invalid when unreadable.
[[nodiscard]] QDate readDate(QStringView text);

} // namespace handrail::fhir
