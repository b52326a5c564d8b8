// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "Stage.h"
#include "content/Exercise.h"

#include <chrono>
#include <functional>

namespace handrail {

/// What a person does in a skill that is open, by accessible names alone.
class SkillPlay
{
public:
    explicit SkillPlay(Stage &stage)
        : m_stage(stage)
    {
    }

    /// To the page that comes after it. `inTheMiddle` is called once, when something was done and more is to come; its false ends it.
    bool toTheEnd(
        const Exercise &exercise, const std::function<bool()> &inTheMiddle = [] { return true; });
    [[nodiscard]] bool isAfter() { return m_stage.screen().waitFor(QStringLiteral("Did it help?"), 3000); }
    /// The players' clock goes on.
    void pass(std::chrono::seconds time);

private:
    bool press(const QString &name) { return m_stage.screen().waitFor(name) && m_stage.screen().press(name); }
    bool turn(const StepsExercise &steps, const std::function<bool()> &inTheMiddle);
    bool find(const CountExercise &count, const std::function<bool()> &inTheMiddle);
    bool answer(const CardsExercise &game, const std::function<bool()> &inTheMiddle);
    bool choose(const ChooseExercise &choose, const std::function<bool()> &inTheMiddle);
    bool reachOut(const ReachOutExercise &reach, const std::function<bool()> &inTheMiddle);
    bool wait(const WaitExercise &wait, const std::function<bool()> &inTheMiddle);
    bool play(const std::function<bool()> &inTheMiddle);

    Stage &m_stage;
};

} // namespace handrail
