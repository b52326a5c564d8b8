// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Session.h"

#include <QDate>
#include <QList>
#include <QTimeZone>

namespace handrail {

/// What the clinic says of a session that is over, by Appointment.status alone: fulfilled, arrived and checked-in are Attended, noshow is
/// NotAttended. Unmarked: it has not said, and nothing is guessed. Cancelled: it does not say by whom; CalledOff: by the patient.
enum class Presence { Attended, NotAttended, Unmarked, Cancelled, CancelledByClinic, CalledOff };
[[nodiscard]] Presence presenceOf(const Session &session);

/// Sessions that are over, counted.
struct Attendance {
    int attended = 0;
    int notAttended = 0;
    int unmarked = 0;
    int cancelled = 0; ///< nobody says by whom
    int cancelledByClinic = 0;
    int calledOff = 0; ///< by the patient
    int minutesAttended = 0;
    int minutesPlanned = 0; ///< of those that the clinic marked: nobody missed what nobody wrote down
    int withoutEnd = 0;     ///< marked, of unknown length: in neither of the minutes

    bool operator==(const Attendance &) const = default;
};
[[nodiscard]] Attendance attendanceOf(const QList<Session> &pastSessions);

/// Those of this patient that are over at `now` (UTC), with from <= day <= to in each one's own zone; in the order given. The cancelled ones
/// too, but none that nobody confirmed.
[[nodiscard]] QList<Session> pastSessions(const QList<Session> &sessions, const QString &patientId, const QDateTime &now,
                                          const QTimeZone &deviceZone, const QDate &from, const QDate &to);

/// The sessions of one week that are held, over or to come, by the times that the clinic gives them.
struct WeekHours {
    int minutesPlanned = 0;
    int minutesAttended = 0; ///< of those, by the clinic's marks so far
    int withoutEnd = 0;      ///< of unknown length: in neither of the minutes

    bool operator==(const WeekHours &) const = default;
};
/// Of this patient, in the week from `monday`, each by its day in its own zone.
[[nodiscard]] WeekHours weekHours(const QList<Session> &sessions, const QString &patientId, const QTimeZone &deviceZone,
                                  const QDate &monday);

} // namespace handrail
