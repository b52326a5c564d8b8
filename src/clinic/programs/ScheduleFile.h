// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QByteArrayView>
#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>
#include <QTime>
#include <optional>

namespace handrail::clinic {

/// What is wrong with a schedule, and where. Holds no words of the file but the name of a column.
struct ScheduleIssue {
    qsizetype line = 0; ///< from 1; 0: the whole file
    QString column;     ///< may be empty
    QString text;
};

/// One line of a schedule: one session, for one patient, several, or everybody who was enrolled together.
struct ScheduleRow {
    qsizetype line = 0;
    QString id; ///< the clinic's own name of the session; may be empty
    QDate date;
    QTime start, end;          ///< on the clinic's wall; an end at 0:00 is midnight after the session
    std::optional<int> offset; ///< seconds east of UTC, where the line says it
    QString kind;              ///< code of HR/CodeSystem/session-kind
    QString title;
    QStringList patients;      ///< ids
    QString group;             ///< identifier of an enrolment: PROGRAM/FIRST-DAY
    QStringList practitioners; ///< ids
    QString place;             ///< id of a Location; may be empty
    bool isVideo = false;
    QString link; ///< may be empty
    /// The file has such a column: an empty cell takes away what a session has, and a column that is not there says nothing of it.
    bool saysPractitioner = false, saysPlace = false, saysVideo = false;
    QString status; ///< booked or cancelled; empty: the line does not say
};

enum class DateOrder { Iso, DayFirst, MonthFirst };

struct ScheduleFile {
    QList<ScheduleRow> rows;
    QList<ScheduleIssue> issues;
};

/// Reads a clinic's schedule. Columns by the names in the first line, in any order: date, start, end, kind, title and one of patient, patients,
/// group are needed; id, practitioner, place, video, offset and status may be there; others are wrong. Days are 2026-12-07, or as `order` says
/// with / . or - between; never guessed. Times are 18:00; an end may be 24:00. At most 20 MB and 100,000 lines.
[[nodiscard]] ScheduleFile readSchedule(QByteArrayView text, DateOrder order);

} // namespace handrail::clinic
