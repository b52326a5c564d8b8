// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/ExercisePlan.h"

#include <algorithm>
#include <numeric>

namespace handrail {

namespace {

using namespace std::chrono;

const QList<BreathPhase> *breathOf(const Exercise &exercise)
{
    if (const auto *breath = std::get_if<BreathExercise>(&exercise))
        return &breath->phases;
    if (const auto *wave = std::get_if<WaveExercise>(&exercise))
        return &wave->phases;
    return nullptr;
}

/// One line a round, then again from the first.
QString lineOf(const Exercise &exercise, int round)
{
    const auto *breath = std::get_if<BreathExercise>(&exercise);
    return breath && !breath->lines.isEmpty() ? breath->lines.at(round % breath->lines.size()) : QString();
}

QList<PlayPhase> timerPlan(const TimerExercise &timer, const PlayChoice &choice)
{
    QList<PlayPhase> plan;
    for (int round = 0; round < timer.rounds; ++round) {
        int place = 0;
        for (const TimerStep &step : timer.steps) {
            if (choice.isCheckYes && timer.check && step.skippedBy == timer.check->yes)
                continue;
            plan << PlayPhase{step.say, step.more, seconds(step.seconds), BreathPhase::Shape::Stay, step.haptic, round,
                              place++,  false};
        }
    }
    return plan;
}

} // namespace

QList<int> lengthsOf(const Exercise &exercise)
{
    if (const auto *breath = std::get_if<BreathExercise>(&exercise))
        return breath->minutes;
    if (const auto *wave = std::get_if<WaveExercise>(&exercise))
        return wave->minutes;
    if (const auto *wait = std::get_if<WaitExercise>(&exercise))
        return wait->minutes;
    return {};
}

bool hasHolding(const Exercise &exercise)
{
    const QList<BreathPhase> *phases = breathOf(exercise);
    return phases && std::any_of(phases->begin(), phases->end(), [](const BreathPhase &phase) { return phase.isOptional; });
}

QList<PlayPhase> breathRounds(const Exercise &exercise, const PlayChoice &choice, milliseconds length, int round)
{
    const QList<BreathPhase> *phases = breathOf(exercise);
    if (!phases)
        return {};
    QList<PlayPhase> one;
    for (const BreathPhase &phase : *phases) {
        if (!phase.isOptional || !choice.isWithoutHolding)
            one << PlayPhase{phase.say,    {}, seconds(phase.seconds), phase.shape,
                             phase.haptic, 0,  int(one.size()),        phase.isOptional};
    }
    const milliseconds each = lengthOf(one);
    if (each.count() == 0)
        return {};
    const auto count = std::max<milliseconds::rep>(1, std::min(length, longestPlay) / each);
    QList<PlayPhase> rounds;
    for (int i = 0; i < int(count); ++i) {
        for (PlayPhase phase : std::as_const(one)) {
            phase.round = round + i;
            phase.more = lineOf(exercise, phase.round);
            rounds << phase;
        }
    }
    return rounds;
}

QList<PlayPhase> planOf(const Exercise &exercise, const PlayChoice &choice)
{
    if (const auto *timer = std::get_if<TimerExercise>(&exercise))
        return timerPlan(*timer, choice);
    const QList<int> offered = lengthsOf(exercise);
    if (!breathOf(exercise) || offered.isEmpty())
        return {};
    return breathRounds(exercise, choice, minutes(offered.contains(choice.minutes) ? choice.minutes : offered.first()), 0);
}

milliseconds lengthOf(const QList<PlayPhase> &plan)
{
    return std::accumulate(plan.begin(), plan.end(), milliseconds(0),
                           [](milliseconds sum, const PlayPhase &phase) { return sum + phase.length; });
}

} // namespace handrail
