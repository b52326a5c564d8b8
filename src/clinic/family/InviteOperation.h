// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/api/AuditLog.h"
#include "clinic/api/FhirOperation.h"
#include "clinic/family/FamilySettings.h"
#include "clinic/family/InviteRequest.h"
#include "clinic/family/Invitations.h"
#include "clinic/records/Validator.h"

namespace handrail::clinic {

/// `POST [base]/Patient/{id}/$invite`: a patient invites a relative and signs what is shared (design clinical 7.1). With the patient's own
/// token that may change their Consents (`patient/Consent.u`). In one transaction a RelatedPerson, a Consent and an invitation.
///
/// In, as Parameters:
///   identifier    valueUri         urn:uuid:...; the same one again gives a new link and code while unused, and the old pair is dead.
///                                  Then all else is left out of account, and may be left out.
///   name          valueHumanName   given, family or text
///   relationship  valueCoding      v3-RoleCode; its display is kept as the patient's own word
///   appointment   valueReference   optional: that family session alone; without it all of them
///   share         valueCode        any of HR/CodeSystem/share-scope: family-sessions (always), busy, attendance
///   until         valueDate        the last day, at most a year on
///   consent       valueAttachment  text/plain, language, data: the text exactly as shown, at most 20 kB
///   signature     valueString      the name as typed
///   signed        valueInstant     when; at most seven days ago
///
/// Out, as Parameters:
///   status        valueCode        `open`, or `waiting`: the clinic signs first (Consent.status proposed). Ask again when the Consent is active
///   link, code    valueString      only when open: 22 signs of base64url, and six to be told by voice
///   until         valueInstant     only when open: the link's end, 72 hours on
///   consent, person  valueReference
///
/// Else an OperationOutcome whose issue.details.coding (HR/CodeSystem/family-refusal) is: the name of the parameter that cannot be taken
/// (422), `parameter` (422, an unknown one), `too-many` (422, five open ones), `under-age` (422), `session` (422, the appointment is no coming
/// family session of theirs), `used` or `ended` (409, of the identifier). 404 as of an unknown operation where the clinic has shut the family feature
/// off (Flag HR/CodeSystem/flag|no-joint); 403 for anybody but a patient, 404 for another patient's record.
class InviteOperation
{
public:
    InviteOperation(Records &records, AuditLog &audit, std::function<Result<void>(const Record &)> follow);

    [[nodiscard]] OperationResult run(const OperationCall &call);

private:
    [[nodiscard]] Reply renewed(const Invitation &invitation, const OperationCall &call);
    [[nodiscard]] bool mayInvite(const QJsonObject &patient);
    [[nodiscard]] bool isComingFamilySession(const QString &appointment, const QString &patient);
    [[nodiscard]] QJsonObject organizationOf(const QJsonObject &patient);
    [[nodiscard]] tl::expected<RecordPtr, Reply> stored(const QJsonObject &resource);
    [[nodiscard]] QDate today(const QString &patient);
    [[nodiscard]] qint64 now() const { return m_records.clock().nowUtc().toMSecsSinceEpoch(); }

    Records &m_records;
    AuditLog &m_audit;
    Invitations m_invitations;
    FamilySettings m_settings;
    Validator m_validator;
    std::function<Result<void>(const Record &)> m_follow;
};

} // namespace handrail::clinic
