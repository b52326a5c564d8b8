// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/TurnPlay.h"

#include <algorithm>

namespace handrail {

using namespace std::chrono;

StepsPlay::StepsPlay(const Clock &clock)
    : m_time(clock, hours(24)) // a card has rested, whoever looked
{
}

void StepsPlay::begin(const StepsExercise &exercise)
{
    m_exercise = exercise;
    turn(0);
}

void StepsPlay::reword(const StepsExercise &exercise)
{
    const int here = m_index;
    begin(exercise);
    turn(std::clamp(here, 0, std::max(0, count() - 1)));
}

void StepsPlay::turn(int index)
{
    m_index = index;
    m_time.reset();
    if (!isEnded())
        m_time.start();
}

void StepsPlay::next()
{
    if (!isEnded())
        turn(m_index + 1);
}

bool StepsPlay::back()
{
    if (m_index == 0)
        return false;
    turn(m_index - 1);
    return true;
}

void StepsPlay::hide()
{
    m_time.stop();
}

void StepsPlay::show()
{
    if (!isEnded())
        m_time.start();
}

StepCard StepsPlay::card() const
{
    return m_exercise.steps.value(std::min(m_index, count() - 1));
}

bool StepsPlay::isRested() const
{
    return isEnded() || m_time.elapsed() >= seconds(card().seconds);
}

std::optional<milliseconds> StepsPlay::untilRested() const
{
    if (isRested() || !m_time.isRunning())
        return std::nullopt;
    return seconds(card().seconds) - m_time.elapsed();
}

void CountPlay::begin(const CountExercise &exercise)
{
    m_exercise = exercise;
    m_round = m_found = 0;
    m_before.clear();
}

void CountPlay::reword(const CountExercise &exercise)
{
    const auto counts = [](const CountExercise &one) {
        QList<int> all;
        for (const CountRound &round : one.rounds)
            all << round.count;
        return all;
    };
    if (counts(exercise) == counts(m_exercise))
        m_exercise = exercise;
    else
        begin(exercise);
}

CountRound CountPlay::now() const
{
    return m_exercise.rounds.value(std::min(m_round, rounds() - 1));
}

void CountPlay::tap()
{
    if (isEnded())
        return;
    m_before << Place{m_round, m_found};
    if (++m_found < now().count)
        return;
    m_found = 0;
    ++m_round;
}

void CountPlay::skip()
{
    if (isEnded())
        return;
    m_before << Place{m_round, m_found};
    m_found = 0;
    ++m_round;
}

bool CountPlay::back()
{
    if (m_before.isEmpty())
        return false;
    const Place place = m_before.takeLast();
    m_round = place.round;
    m_found = place.found;
    return true;
}

} // namespace handrail
