// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/HelpCard.h"
#include "core/Session.h"

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QTimeZone>
#include <optional>

namespace handrail {

/// How a family session stands for the relative now (design clinical 7.3).
enum class FamilyMoment {
    Upcoming,
    Open,    ///< from 10 minutes before the start
    Begun,   ///< they wait
    Late,    ///< from 10 minutes after the start; one may still come in
    TooLate, ///< from 20 minutes after the start: the clinic is called
    Over
};

// Pure; `now` is UTC.

/// Upcoming for one without a time, and for one that nobody confirmed.
[[nodiscard]] FamilyMoment familyMoment(const Session &session, const QDateTime &now);
/// The first that is not over and is cancelled, when it comes before any that takes place. `sessions` is in order of time.
[[nodiscard]] std::optional<Session> nextCancelled(const QList<Session> &sessions, const QDateTime &now);

/// The days of which the relative is told whether the patient came, and if so: to one session of that day at least. A day that comes as a whole,
/// from midnight to midnight at the clinic, is that day wherever the relative is.
[[nodiscard]] QMap<QDate, bool> presenceByDay(const QList<BusyTime> &times, const QTimeZone &zone);

} // namespace handrail
