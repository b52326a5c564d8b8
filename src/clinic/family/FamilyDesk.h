// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/api/AuditLog.h"
#include "clinic/api/FhirApi.h"
#include "clinic/family/FamilySessions.h"
#include "clinic/family/InviteOperation.h"
#include "clinic/family/Invitations.h"
#include "clinic/family/JoinOperation.h"
#include "clinic/smart/InvitationBook.h"
#include "clinic/smart/SmartThrottle.h"
#include "clinic/smart/SmartTicket.h"

namespace handrail::clinic {

/// The family part of a running clinic: its operations on the FHIR API, and what the sign-in pages ask about invitations.
///
/// `POST [base]/RelatedPerson/$open-invitation`, without a token: Parameters `link`, `code` and `challenge` (valueString) in; `ticket` (valueString)
/// and `until` (valueInstant, 15 minutes on) out. The app then opens the authorize page with `invitation=<ticket>`, and with `challenge` as its
/// code_challenge: whoever gets hold of the ticket alone can do nothing with it. An app that leaves the challenge out has it open to any. Whatever is wrong (code, link, used, too
/// old, ended, never there) has one answer: 404 with issue.details.coding `not-open`. Guesses are slowed down by link and by address (429 with Retry-After);
/// the fifth wrong code ends the link, and only the patient can make a new one. Until the account is bound, no answer names a patient or a clinic.
class FamilyDesk final : public InvitationBook
{
public:
    FamilyDesk(Records &records, AuditLog &audit, QByteArray ticketKey);

    /// Before FhirApi::addRoutes(). `onLate` as JoinOperation has it, `onOutlasted` as FamilySessions.
    void attach(FhirApi &api, const JoinLinks &links, TellStaff onLate, TellStaff onOutlasted);
    /// Somebody whom no sign-in showed to be one of the patient's relatives has a place in a session out of which another is kept. Whether they are the same the
    /// clinic cannot tell. In the transaction of accept(); may be empty.
    TellStaff onBesideKeptOut;

    std::optional<QString> opened(const QString &ticket, const QString &challenge) override;
    Result<Identity> accept(const QString &invitation, const Bind &bind) override;

private:
    [[nodiscard]] std::optional<Reply> slowedDown(const OperationCall &call);
    [[nodiscard]] OperationResult open(const OperationCall &call);
    [[nodiscard]] Result<Identity> acceptInside(const QString &invitation, const Bind &bind);
    [[nodiscard]] Result<void> tellBesideKeptOut(const Identity &identity);

    Records &m_records;
    AuditLog &m_audit;
    FamilySessions m_sessions;
    Invitations m_invitations;
    ConsentGrants m_grants;
    InviteOperation m_invite;
    SmartTicket m_tickets;
    SmartThrottle m_throttle;
    SmartThrottle::Attempt m_attempt; ///< of the call under way
    std::optional<JoinOperation> m_join;
};

} // namespace handrail::clinic
