// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/records/Records.h"

#include <QJsonObject>
#include <QString>
#include <optional>

namespace handrail::clinic {

/// participant.status of this person (reference) in an Appointment; empty when they are not in it.
[[nodiscard]] QString statusIn(const QJsonObject &appointment, const QString &actor);
/// Where a session stood before it was moved (extension HR/StructureDefinition/previous-start); empty when it says nothing of that.
[[nodiscard]] QString previousStart(const QJsonObject &appointment);
/// Notes in an Appointment that it began at another moment before (by whole seconds), in place of what it said of an earlier move, and asks
/// patient and relatives anew: their participant.status becomes needs-action where it is the one from before, while the session lies ahead
/// of `now` (milliseconds since 1970 UTC) by its start and status; one that is cancelled can be booked again. Nothing when both begin at the
/// same moment, or when one of them has no start that can be read. Staff and schedules move sessions so; an import brings records as they are.
void noteMove(QJsonObject &appointment, const QJsonObject &before, qint64 now);
/// An Appointment that takes the place of `current`, with that in it. Nothing when it cannot be written down.
[[nodiscard]] std::optional<Draft> withMoveNoted(Draft draft, const Record &current, qint64 now);
/// The moment for which an AppointmentResponse was given (milliseconds since 1970 UTC), when the Appointment begins at another now: its own
/// start, or without one that of the Appointment as it stood when the response arrived.
[[nodiscard]] std::optional<qint64> earlierTimeOf(const QJsonObject &response, qint64 arrived, const QJsonObject &appointment,
                                                  Records &records);

} // namespace handrail::clinic
