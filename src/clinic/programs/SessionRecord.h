// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/base/WallClock.h"
#include "clinic/programs/ProgramTemplate.h"

#include <QJsonObject>

namespace handrail::clinic {

/// One time of a session, of whatever origin, before it is anybody's.
struct HeldSession {
    QString sessionId; ///< shared by the Appointments of all who come (HR/sid/session); staff alone search by it
    QString kind;      ///< code of HR/CodeSystem/session-kind
    QString program;   ///< code of HR/CodeSystem/program; may be empty
    SaidText title;
    SaidText topic; ///< may have no words
    QList<SaidText> bring;
    qint64 start = 0; ///< milliseconds since 1970 UTC
    qint64 end = 0;
    int startOffset = 0; ///< seconds east of UTC
    int endOffset = 0;
    bool isVideo = false;
    QString link; ///< may be empty
};

/// The Appointment of it without id and participants, booked (design api row 1, 1a, 1e). `zone`: IANA, said beside the start.
[[nodiscard]] QJsonObject sessionRecord(const HeldSession &session, const QString &zone);
/// It is by video, and nobody gave it an address: only a link that is made at the tap leads into it.
[[nodiscard]] bool lacksAddress(const QJsonObject &appointment);
/// An Appointment.participant who has accepted.
[[nodiscard]] QJsonObject participant(const QJsonObject &actor);
/// Puts words into a record, with their translations beside them.
void say(QJsonObject &made, QLatin1String key, const SaidText &said);

} // namespace handrail::clinic
