// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/Service.h"

#include <QString>

namespace handrail::clinic {

// The command `handrail-clinic family`. Each gives the exit code.

/// The settings, then one line for each Consent to share that names a relative: id, status, patient, relative, last day, invitation, or out of
/// which session it keeps them. Ids only.
int listFamily(Service &service);
/// Puts a Consent in force that a patient signed and staff had to sign too (proposed). The Practitioner `signer` (an id; may be empty) then
/// stands in it as who verified it.
int signConsent(Service &service, const QString &id, const QString &signer);
/// Ends a Consent: the invitation that goes with it, places in sessions to come, and the relative's sign-ins.
int endConsent(Service &service, const QString &id);
/// Keeps a relative who was invited out of one family session of their patient's, by a Consent of the clinic's that denies it (ConsentGrants): they
/// see nothing of it and do not join it, whatever the patient lets them see otherwise, and nobody tells them. `session`: the id of the
/// Appointment, or what the Appointments of one session share. Who is in one that runs already stays in the room; somebody there asks them out.
int keepOut(Service &service, const QString &session, const QString &relative, const QString &signer);
/// Ends that.
int letIn(Service &service, const QString &session, const QString &relative);

} // namespace handrail::clinic
