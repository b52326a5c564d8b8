// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/records/Records.h"

#include <QLatin1String>
#include <QString>

namespace handrail::clinic {

/// The message-kind (HR/CodeSystem/message-kind) by which staff learn in their inbox that a patient ended a Consent.
inline constexpr QLatin1String sharingEnded("sharing-ended");
/// The same, that somebody joined a video session late: who leads it may have begun without them (design clinical 7.3).
inline constexpr QLatin1String joinedLate("joined-late");
/// The same, that a session moved behind what a patient permits a relative, who is not invited to it any more.
inline constexpr QLatin1String sharingTooShort("sharing-too-short");
/// The same, that a relative whom no sign-in showed to be known took an invitation up, and has a place in a session out of which another of the
/// same patient is kept.
inline constexpr QLatin1String newRelative("new-relative");

/// A message-kind of these, the clinic's own word to its staff, which nobody wrote.
[[nodiscard]] bool isClinicsNotice(const QString &kind);

/// Writes a Communication of that kind from the patient (Patient/x) about the Consent (an id), without a reason: none is asked for. Inside the
/// caller's transaction; the problems of Records::write.
[[nodiscard]] Result<void> writeSharingEnded(Records &records, const QString &consentId, const QString &patient);
/// The same of the Appointment (an id), from who is late: Patient/x or RelatedPerson/x.
[[nodiscard]] Result<void> writeJoinedLate(Records &records, const QString &appointmentId, const QString &patient,
                                           const QString &who);
/// The same of the Appointment (an id), from the patient, whose permission it is, about the relative (RelatedPerson/x): they are told nothing.
[[nodiscard]] Result<void> writeSharingTooShort(Records &records, const QString &appointmentId, const QString &patient,
                                                const QString &relative);
[[nodiscard]] Result<void> writeNewRelative(Records &records, const QString &appointmentId, const QString &patient,
                                            const QString &relative);

} // namespace handrail::clinic
