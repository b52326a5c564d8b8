// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/api/FhirOperation.h"
#include "clinic/api/Policy.h"
#include "clinic/family/FamilySessions.h"
#include "clinic/family/JoinLinks.h"

namespace handrail::clinic {

/// When a person may go in (design clinical 7.3). Times in milliseconds since 1970 UTC.
struct JoinWindow {
    enum class State { TooEarly, Open, OpenLate, TooLate, Over };
    State state = State::Over;
    qint64 opens = 0;
};
enum class Joiner { Patient, Relative, Staff };
/// A patient from 15 minutes before the start, a relative from 10. From 10 minutes after it they are late (OpenLate), from 20 the clinic is to be
/// called (TooLate), unless they were in before. Staff from 30 minutes before, and never late. After the end it is over.
[[nodiscard]] JoinWindow joinWindow(qint64 start, qint64 end, Joiner who, bool wasIn, qint64 now);

/// `POST [base]/Appointment/{id}/$join`, no Parameters in: the link into a video session, made at the tap for a patient, a relative, or the
/// Practitioner who is a participant of this Appointment, and then moderates it. With a token that may read Appointments. Whether the session is
/// open to them is asked inside the transaction that logs the join, so that a Consent that ended a moment before shuts it.
///
/// Out, as Parameters: url (valueUrl), until (valueInstant, at most five minutes on; an address of the clinic's own may live on), late
/// (valueBoolean true, from 10 minutes after the start). An app opens it at once and keeps it nowhere.
///
/// Else an OperationOutcome with issue.details.coding (HR/CodeSystem/family-refusal), all 409: `too-early` (with the extension
/// HR/StructureDefinition/opens-at), `too-late` (call the clinic), `over`, `cancelled`, `not-booked`, `no-link` (it is no video session).
/// 404 when the session is not there, or not open to this person any more; 403 for staff who are not in it.
///
/// In the Appointment and the Location that patients and relatives read the room has no address, in whatever text it stands (Policy::shown).
class JoinOperation
{
public:
    JoinOperation(Records &records, Policy &policy, JoinLinks links);

    [[nodiscard]] OperationResult run(const OperationCall &call);

    /// Called inside the transaction when a patient or relative comes in late for the first time.
    TellStaff onLate;

private:
    [[nodiscard]] Reply linkInto(const OperationCall &call, const QJsonObject &session);
    [[nodiscard]] QString givenName(const Access &access);

    Records &m_records;
    Policy &m_policy;
    JoinLinks m_links;
};

} // namespace handrail::clinic
