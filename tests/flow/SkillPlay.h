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
    /// `isCheckYes`: the answer to the question that a timer may ask first.
    explicit SkillPlay(Stage &stage, bool isCheckYes = false)
        : m_stage(stage)
        , m_isCheckYes(isCheckYes)
    {
    }

    /// To the page that comes after it. `inTheMiddle` is called once, when something was done and more is to come; its false ends it.
    bool toTheEnd(
        const Exercise &exercise, const std::function<bool()> &inTheMiddle = [] { return true; });
    [[nodiscard]] bool isAfter() { return m_stage.screen().waitFor(QStringLiteral("Did it help?"), 3000); }
    /// What a timer said, step after step, in the order in which it came.
    [[nodiscard]] QStringList said() const { return m_said; }
    /// To the page that comes after it, by its steps as text.
    bool readToTheEnd();
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
    bool m_isCheckYes;
    QStringList m_said;
};

} // namespace handrail
