// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/Service.h"

#include <QString>

namespace handrail::clinic {

// The commands `handrail-clinic enrol` and `time-zone`. Each gives the exit code.

struct EnrolArguments {
    QString program;      ///< the name of one that comes with the program
    QString programFile;  ///< or a file with the clinic's own
    QString start;        ///< first day, YYYY-MM-DD
    QString patient;      ///< id
    QString patientsFile; ///< or a file with an id a line; "-" for the standard input
    bool isDryRun = false;
};

/// One line for each program there is: id, weeks, its phases.
int listPrograms();
/// Prints a line for each patient: id, what became of it, how many records. 1 when one was refused.
int enrol(Service &service, const EnrolArguments &arguments);
/// Says that the patient's next phase began on this day (YYYY-MM-DD; empty: today). Prints the patient, what became of it, and the phase. A dry
/// run prints the same, and writes nothing.
int beginNextPhase(Service &service, const QString &patient, const QString &start, bool isDryRun);
/// Says that what the patient is enrolled in is over; `day`: the last one (YYYY-MM-DD; empty: today). Prints the patient, what became of it, and
/// what was ended and cancelled; in a dry run, what would be.
int endEnrolment(Service &service, const QString &patient, const QString &day, bool isDryRun);
/// Says, or sets, in which zone the clinic's walls are.
int sayOrSetTimeZone(Service &service, const QString &organizationId, const QString &zone);

} // namespace handrail::clinic
