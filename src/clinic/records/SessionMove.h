// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/records/Records.h"

#include <QJsonObject>
#include <QString>
#include <optional>

namespace handrail::clinic {

/// When an Appointment begins, in milliseconds since 1970 UTC; nothing when that cannot be read.
[[nodiscard]] std::optional<qint64> sessionStart(const QJsonObject &appointment);
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
/// When a session began and begins; milliseconds since 1970 UTC.
struct Moved {
    qint64 was = 0, is = 0;
};
/// From where to where an Appointment moved since something was said of it. `said`: the start of which that was, a dateTime; without one, where
/// the Appointment stood when the word arrived. Nothing when it did not move.
[[nodiscard]] std::optional<Moved> movedSince(const QString &said, qint64 arrived, const QJsonObject &appointment,
                                              Records &records);

} // namespace handrail::clinic
