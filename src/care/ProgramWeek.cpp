// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/ProgramWeek.h"

#include "care/Schedule.h"

namespace handrail {

namespace {

int weeksBetween(const QDate &first, const QDate &last)
{
    return int(weekStart(first).daysTo(weekStart(last)) / 7) + 1;
}

} // namespace

std::optional<ProgramWeek> programWeek(const Program &program, const QDate &day)
{
    if (!program.start.isValid() || !program.end.isValid() || program.end < program.start || day < program.start
        || day > program.end || currentPhases(program).size() > 1)
        return std::nullopt;
    return ProgramWeek{weeksBetween(program.start, day), weeksBetween(program.start, program.end)};
}

QList<RailRun> railRuns(const Program &program)
{
    QList<RailRun> runs;
    for (const Phase &phase : program.phases) {
        const bool isDated = phase.start.isValid() && phase.end.isValid() && phase.start <= phase.end;
        runs << RailRun{phase.title, isDated ? weeksBetween(phase.start, phase.end) : 0, phase.status == PhaseStatus::InProgress};
    }
    return runs;
}

QList<Phase> currentPhases(const Program &program)
{
    QList<Phase> current;
    for (const Phase &phase : program.phases) {
        if (phase.status == PhaseStatus::InProgress)
            current << phase;
    }
    return current;
}

std::optional<Phase> nextPhase(const Program &program)
{
    bool isBegun = false;
    for (const Phase &phase : program.phases) {
        isBegun = isBegun || phase.status == PhaseStatus::InProgress;
        if (isBegun && phase.status == PhaseStatus::NotStarted)
            return phase;
    }
    return std::nullopt;
}

bool isAftercare(const Program &program)
{
    const QList<Phase> current = currentPhases(program);
    return current.size() == 1 && current.first().code == u"aftercare";
}

const Phase *currentPhase(const Program &program)
{
    for (const Phase &phase : program.phases) {
        if (phase.status == PhaseStatus::InProgress)
            return &phase;
    }
    return nullptr;
}

} // namespace handrail
