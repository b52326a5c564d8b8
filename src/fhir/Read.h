// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Form.h"
#include "core/Problem.h"
#include "core/Program.h"
#include "core/Session.h"

#include <QByteArray>
#include <QString>
#include <optional>

namespace handrail::fhir {

// FHIR R4 resources to core values. Pure functions. Unknown codes, extensions and elements never fail a record; a record that is not
// of the expected type, or without an id, gives BadData.

/// Appointment (design api rows 1, 1a, 1e). `patientId` tells which participant is the patient.
[[nodiscard]] Result<Session> readAppointment(const QByteArray &json);
/// CarePlan of category careplan-kind|program (row 2a). nullopt when it is another kind of plan.
[[nodiscard]] Result<std::optional<Program>> readProgram(const QByteArray &json);
/// Questionnaire (section 1.3), at most 200 items, 16 levels.
[[nodiscard]] Result<Form> readQuestionnaire(const QByteArray &json);
/// QuestionnaireResponse.
[[nodiscard]] Result<CompletedForm> readQuestionnaireResponse(const QByteArray &json);
/// Organization or CareTeam: the clinic's name, phone and hours (row 6).
[[nodiscard]] Result<ClinicContact> readClinicContact(const QByteArray &json);
/// Location: one line of address ("214 Harbor Street, ground floor").
[[nodiscard]] Result<QString> readAddress(const QByteArray &json);
/// Patient, RelatedPerson: the name to greet with and the full one. `given` may be empty.
struct PersonName {
    QString given;
    QString full;
};
[[nodiscard]] Result<PersonName> readPersonName(const QByteArray &json);

/// What AppointmentResponse says: which appointment, and whether it is a decline (row 1d).
struct Rsvp {
    QString appointmentId;
    bool isDeclined = false;
};
[[nodiscard]] Result<Rsvp> readAppointmentResponse(const QByteArray &json);

/// OperationOutcome: the first error's issue.code ("invalid", "required" ...); empty when it is none.
[[nodiscard]] QString issueCode(const QByteArray &json);

/// FHIR dateTime/instant to UTC. Invalid for anything without an offset, with a blank for T, 24:00, or an impossible day; `:60` reads as
/// :59.999 (FHIR R4 datatypes; design security rows 8 to 10).
[[nodiscard]] QDateTime readInstant(QStringView text);
/// FHIR date; year and year-month give the first day. Invalid when unreadable.
[[nodiscard]] QDate readDate(QStringView text);

} // namespace handrail::fhir
