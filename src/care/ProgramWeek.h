// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Program.h"

#include <optional>

namespace handrail {

/// Where in the program a day is: within the phase that the clinic says is current, whatever the dates of the others say (api.md 1.2). Weeks are counted
/// from a phase's first day, and the last one may be shorter.
struct ProgramWeek {
    int week = 0;  ///< from 1
    int weeks = 0; ///< in all
};

/// nullopt when the plan has no end, the day is outside the plan, the program is over (isAfterProgram), or the current phase has no dates and a later one
/// has: then nothing is counted (design visual 1).
[[nodiscard]] std::optional<ProgramWeek> programWeek(const Program &program, const QDate &day);

/// One flat run of the rail: a phase and how many weeks it has.
struct RailRun {
    QString title;
    int weeks = 0; ///< or months; 0: open-ended, drawn without posts
    bool isCurrent = false;
};
/// The phases as the rail draws them, in the plan's order.
[[nodiscard]] QList<RailRun> railRuns(const Program &program);

/// The month of an open phase that a day is in, from 1, counted on the calendar from its first day. nullopt when the phase has no first day, or it is
/// still to come.
[[nodiscard]] std::optional<int> monthOf(const Phase &phase, const QDate &day);
/// As railRuns, with a post for each month: aftercare goes on some months beyond the current one, and no end is promised by that.
[[nodiscard]] QList<RailRun> railMonths(const Program &program, const QDate &day);

/// The phases that the clinic marks in progress, in the plan's order. More than one is the clinic's to mend; then no week is counted.
[[nodiscard]] QList<Phase> currentPhases(const Program &program);
/// The phase that comes after these: the first that is not begun. nullopt while none is in progress, or after aftercare.
[[nodiscard]] std::optional<Phase> nextPhase(const Program &program);
/// The program itself is behind the person: the clinic says that aftercare is what runs now.
[[nodiscard]] bool isAftercare(const Program &program);
/// That, or the whole plan is over and nothing of it runs.
[[nodiscard]] bool isAfterProgram(const Program &program);

/// The phase that the clinic marks in progress. nullptr when there is none, or more than one: then nobody knows which it is.
[[nodiscard]] const Phase *currentPhase(const Program &program);
/// The run of the rail that is now, from 0, which it is too while none is in progress. -1 while more than one is: then none is marked.
[[nodiscard]] int railPhase(const Program &program);

} // namespace handrail
