// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/records/Records.h"
#include "clinic/smart/Accounts.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace handrail::clinic {

// A Consent by which the clinic keeps one relative out of one session (ConsentGrants), beside what the patient signed, which stays as it is.

/// The session (Appointment/x) out of which it keeps somebody; empty when it is another Consent.
[[nodiscard]] QString keptOutOf(const QJsonObject &consent);
/// One of them that is in force.
struct KeptOut {
    QString consent;  ///< id
    QString relative; ///< RelatedPerson/x
    QString session;  ///< Appointment/x
};
/// All of this patient (an id).
[[nodiscard]] QList<KeptOut> keptOutFor(Records &records, const QString &patient);
/// The family sessions (ids) of this patient (an id) in the room of that Appointment (an id), which is another patient's: they share HR/sid/session.
[[nodiscard]] QStringList inRoomOf(Records &records, const QString &appointment, const QString &patient);
/// Keeps this relative out of this session of this patient from now on, in the caller's transaction. All are ids; `practitioner` said so, or with
/// none the clinic.
[[nodiscard]] Result<RecordPtr> writeKeptOut(Records &records, const QString &patient, const QString &relative,
                                             const QString &session, const QString &practitioner = {});
/// One person may be several relatives. Out of which session the clinic keeps them as one of these, out of its room they are as all of them: as
/// `identity`, as `same` (RelatedPerson/x of the same patient), and as whom that sign-in opens for other patients. What was held stays as it was. In the caller's transaction, in the clinic's name: nobody said
/// it of the others.
[[nodiscard]] Result<void> keepOutAsAll(Records &records, const Identity &identity, const QStringList &same);

} // namespace handrail::clinic
