// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "care/ExercisePlay.h"

#include <QList>
#include <optional>

namespace handrail {

/// `steps`: cards that the person turns. A card may rest some seconds before Next is suggested; it can be turned at any time.
class StepsPlay
{
public:
    explicit StepsPlay(const Clock &clock);

    void begin(const StepsExercise &exercise);
    /// The same cards in other words: the one that shows stays.
    void reword(const StepsExercise &exercise);
    /// Behind the last card it has ended.
    void next();
    /// False on the first card.
    bool back();
    void hide();
    void show();
    [[nodiscard]] int index() const { return m_index; }
    [[nodiscard]] int count() const { return int(m_exercise.steps.size()); }
    [[nodiscard]] bool isEnded() const { return m_index >= count(); }
    /// The last one's at the end.
    [[nodiscard]] StepCard card() const;
    [[nodiscard]] bool isRested() const;
    /// nullopt when it is, or nobody sees the card.
    [[nodiscard]] std::optional<std::chrono::milliseconds> untilRested() const;

private:
    void turn(int index);

    StepsExercise m_exercise;
    int m_index = 0;
    PlayTime m_time;
};

/// `count`: rounds of things to find, one tap for each.
class CountPlay
{
public:
    void begin(const CountExercise &exercise);
    /// The same rounds in other words: what was found stays.
    void reword(const CountExercise &exercise);
    /// One more is found; the last of a round leads to the next round.
    void tap();
    /// To the next round, found or not.
    void skip();
    /// Takes the last tap or skip back; false when there is none.
    bool back();

    [[nodiscard]] int round() const { return m_round; }
    [[nodiscard]] int rounds() const { return int(m_exercise.rounds.size()); }
    [[nodiscard]] int found() const { return m_found; }
    [[nodiscard]] bool isEnded() const { return m_round >= rounds(); }
    /// The last one's at the end.
    [[nodiscard]] CountRound now() const;

private:
    struct Place {
        int round;
        int found;
    };

    CountExercise m_exercise;
    int m_round = 0;
    int m_found = 0;
    QList<Place> m_before;
};

} // namespace handrail
