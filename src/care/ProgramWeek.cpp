// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/ProgramWeek.h"

#include <algorithm>

namespace handrail {

namespace {

/// The week that a day is in, from 1, counted from a first day.
int weekOf(const QDate &first, const QDate &day)
{
    return int(first.daysTo(day) / 7) + 1;
}

/// The nearest whole number, and at least one.
int monthsBetween(const QDate &first, const QDate &last)
{
    return std::max(1, int((first.daysTo(last) + 1 + 15) / 30));
}

constexpr int monthsAhead = 3; // that the rail shows of a phase without an end

} // namespace

std::optional<ProgramWeek> programWeek(const Program &program, const QDate &day)
{
    if (!program.start.isValid() || !program.end.isValid() || program.end < program.start || day < program.start
        || day > program.end || currentPhases(program).size() > 1 || isAfterProgram(program))
        return std::nullopt;
    const QList<RailRun> runs = railRuns(program);
    const int phase = railPhase(program);
    int before = 0, after = 0, counted = 0;
    for (qsizetype i = 0; i < runs.size(); ++i) {
        before += i < phase ? runs.at(i).weeks : 0;
        after += i > phase ? runs.at(i).weeks : 0;
        counted += program.phases.at(i).start <= program.end ? runs.at(i).weeks : 0;
    }
    const int weeks = std::max(weekOf(program.start, program.end), counted);
    const Phase *current = currentPhase(program);
    if (!current || counted == 0)
        return ProgramWeek{weekOf(program.start, day), weeks};
    // The clinic says which phase it is, and dates do not: past its end it stays in its last week until the clinic says more.
    const int own = runs.at(phase).weeks;
    if (own == 0 && (after > 0 || !current->start.isValid()))
        return std::nullopt;
    return ProgramWeek{before + std::clamp(weekOf(current->start, day), 1, own > 0 ? own : std::max(1, weeks - before)), weeks};
}

QList<RailRun> railRuns(const Program &program)
{
    QList<RailRun> runs;
    for (const Phase &phase : program.phases) {
        const bool isDated = phase.start.isValid() && phase.end.isValid() && phase.start <= phase.end;
        runs << RailRun{phase.title, isDated ? weekOf(phase.start, phase.end) : 0, phase.status == PhaseStatus::InProgress};
    }
    return runs;
}

std::optional<int> monthOf(const Phase &phase, const QDate &day)
{
    if (!phase.start.isValid() || !day.isValid() || day < phase.start)
        return std::nullopt;
    int months = (day.year() - phase.start.year()) * 12 + day.month() - phase.start.month();
    // From January 31 the second month begins on the last day of February.
    if (phase.start.addMonths(months) > day)
        --months;
    return months + 1;
}

QList<RailRun> railMonths(const Program &program, const QDate &day)
{
    QList<RailRun> runs;
    for (const Phase &phase : program.phases) {
        const bool isDated = phase.start.isValid() && phase.end.isValid() && phase.start <= phase.end;
        const bool isCurrent = phase.status == PhaseStatus::InProgress;
        const int now = isCurrent ? monthOf(phase, day).value_or(0) : 0;
        const int months = isDated ? std::max(now, monthsBetween(phase.start, phase.end)) : now > 0 ? now + monthsAhead : 0;
        runs << RailRun{phase.title, months, isCurrent};
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

bool isAfterProgram(const Program &program)
{
    return isAftercare(program) || (program.isOver && currentPhases(program).isEmpty());
}

const Phase *currentPhase(const Program &program)
{
    const Phase *current = nullptr;
    for (const Phase &phase : program.phases) {
        if (phase.status != PhaseStatus::InProgress)
            continue;
        if (current)
            return nullptr;
        current = &phase;
    }
    return current;
}

int railPhase(const Program &program)
{
    if (currentPhases(program).size() > 1)
        return -1;
    const Phase *current = currentPhase(program);
    return current ? int(current - program.phases.constData()) : 0;
}

} // namespace handrail
