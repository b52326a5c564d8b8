// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/records/Records.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

namespace handrail::clinic {

/// Somebody in a program of whom the clinic has had no check-in for three days (design clinical 3.2), or, where they are asked for less often
/// than each day, until two days after one was due.
struct CheckInGap {
    QString patient; ///< Patient/x
    QDate last;      ///< the day of the last one since the program began; invalid: none
    QDate begun;     ///< of the program; invalid when the clinic does not say
    qint64 days = 0; ///< since then; -1: neither is known
};

/// What `checkInGaps` found.
struct CheckInGaps {
    QList<CheckInGap> gaps; ///< the longest first
    QStringList
        zoneless; ///< ids of Organizations without a time zone, empty for a patient of none: their people are not among the gaps
};

/// By the days of each patient's clinic. In a program is whose EpisodeOfCare, and CarePlan of a program, runs: of both where there are both of the
/// same stay. What went ahead of its form, was not finished, or is dated later than it came is no check-in of that day. `base`:
/// the clinic's own FHIR address; where it is empty, a form that is named by the full address of its record is taken for none of the clinic's. For a
/// process of its own.
[[nodiscard]] CheckInGaps checkInGaps(Records &records, const QString &base);

} // namespace handrail::clinic
