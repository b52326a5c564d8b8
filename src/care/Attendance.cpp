// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/Attendance.h"

#include "care/Schedule.h"

namespace handrail {

Presence presenceOf(const Session &session)
{
    switch (session.status) {
    case SessionStatus::CheckedIn:
    case SessionStatus::Attended: return Presence::Attended;
    case SessionStatus::NotAttended: return Presence::NotAttended;
    case SessionStatus::Cancelled: // a patient who could not come has not called it off for all
        return session.calledOff == CalledOff::ByPatient ? Presence::CalledOff
            : session.calledOff == CalledOff::ByClinic   ? Presence::CancelledByClinic
                                                         : Presence::Cancelled;
    case SessionStatus::Requested:
    case SessionStatus::Booked: break;
    }
    return Presence::Unmarked;
}

namespace {

int Attendance::*counterOf(Presence presence)
{
    switch (presence) {
    case Presence::Attended: return &Attendance::attended;
    case Presence::NotAttended: return &Attendance::notAttended;
    case Presence::Cancelled: return &Attendance::cancelled;
    case Presence::CancelledByClinic: return &Attendance::cancelledByClinic;
    case Presence::CalledOff: return &Attendance::calledOff;
    case Presence::Unmarked: break;
    }
    return &Attendance::unmarked;
}

/// 0 when nobody knows how long it is.
int minutesOf(const Session &session)
{
    return session.end.isValid() && session.end > session.start ? int(session.start.secsTo(session.end) / 60) : 0;
}

} // namespace

Attendance attendanceOf(const QList<Session> &pastSessions)
{
    Attendance attendance;
    for (const Session &session : pastSessions) {
        const Presence presence = presenceOf(session);
        ++(attendance.*counterOf(presence));
        const bool wasThere = presence == Presence::Attended;
        if (!wasThere && presence != Presence::NotAttended)
            continue;
        const int minutes = minutesOf(session);
        attendance.withoutEnd += minutes == 0 ? 1 : 0;
        attendance.minutesPlanned += minutes;
        attendance.minutesAttended += wasThere ? minutes : 0;
    }
    return attendance;
}

QList<Session> pastSessions(const QList<Session> &sessions, const QString &patientId, const QDateTime &now,
                            const QTimeZone &deviceZone, const QDate &from, const QDate &to)
{
    QList<Session> past;
    for (const Session &session : sessions) {
        const QDate day = dayOf(session, deviceZone);
        if (session.patientId == patientId && !session.isUnconfirmed() && isOver(session, now) && from <= day && day <= to)
            past << session;
    }
    return past;
}

WeekHours weekHours(const QList<Session> &sessions, const QString &patientId, const QTimeZone &deviceZone, const QDate &monday)
{
    WeekHours hours;
    for (const Session &session : sessions) {
        const QDate day = dayOf(session, deviceZone);
        if (session.patientId != patientId || session.isUnconfirmed() || session.isCancelled() || day < monday
            || day > monday.addDays(6))
            continue;
        const int minutes = minutesOf(session);
        hours.withoutEnd += minutes == 0 ? 1 : 0;
        hours.minutesPlanned += minutes;
        hours.minutesAttended += presenceOf(session) == Presence::Attended ? minutes : 0;
    }
    return hours;
}

} // namespace handrail
