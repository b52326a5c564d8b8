// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/api/ConsentGrants.h"
#include "clinic/family/Invitations.h"
#include "clinic/records/Records.h"

#include <QJsonObject>
#include <functional>

namespace handrail::clinic {

/// A family session: HR/CodeSystem/session-kind|family.
[[nodiscard]] bool isFamilySession(const QJsonObject &appointment);
/// One that is not cancelled and starts after `at` (milliseconds since 1970 UTC).
[[nodiscard]] bool isFamilySessionAfter(const QJsonObject &appointment, qint64 at);

/// The ids of the Appointments of a session (HR/sid/session), of which each patient has one, after this id, which may be that of one Appointment.
[[nodiscard]] QStringList appointmentsOf(Records &records, const QString &session);

/// It is to come or runs: neither cancelled nor over, whatever its times say.
[[nodiscard]] bool isStillOn(const QJsonObject &appointment);

/// When it is over (milliseconds since 1970 UTC): its end, or so many minutes after `start` as it takes, an hour when nobody said.
[[nodiscard]] qint64 sessionEnd(const QJsonObject &appointment, qint64 start);
/// It is over by its times; one without any is to come.
[[nodiscard]] bool hasEnded(const QJsonObject &appointment, qint64 now);

/// Tells staff of somebody's place in a session, in the transaction of who calls it: the Appointment (an id), its patient (Patient/x), who it is
/// (Patient/x, RelatedPerson/x).
using TellStaff = std::function<Result<void>(const QString &appointment, const QString &patient, const QString &who)>;

/// Keeps the relatives who came by an invitation among the participants of the family sessions that a patient's Consents open to them, and
/// nowhere else; out of one that runs nobody is taken. The one way in which they are added and taken out. Others, whom staff put there, are left alone. Whether somebody may see or join
/// a session is asked of the Consents each time; this list alone opens nothing.
class FamilySessions
{
public:
    explicit FamilySessions(Records &records)
        : m_records(records)
        , m_grants(records)
        , m_invitations(records)
    {
    }

    /// What follows from a record that was written or removed, in the writer's transaction: of a session its own list; of a Consent or a
    /// RelatedPerson the lists of all sessions that are not over, and the end of an invitation whose Consent has ended; of a card to whom it is.
    [[nodiscard]] Result<void> follow(const Record &record);
    /// A session that was written is to come, and a relative who was in it has no place in it any more, since the permission that they have now
    /// ends before it: it moved. In the writer's transaction; may be empty.
    TellStaff onOutlasted;

    /// All sessions of a patient that are to come, and those that run.
    [[nodiscard]] Result<void> settlePatient(const QString &patient);

private:
    [[nodiscard]] Result<void> settle(const RecordPtr &session, bool isWritten = false);
    [[nodiscard]] QStringList invitedOf(const QString &patient);
    [[nodiscard]] qint64 now() const { return m_records.clock().nowUtc().toMSecsSinceEpoch(); }

    Records &m_records;
    ConsentGrants m_grants;
    Invitations m_invitations;
};

} // namespace handrail::clinic
