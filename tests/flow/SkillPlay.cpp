// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "SkillPlay.h"

#include "SheetPlay.h"

namespace handrail {

using namespace std::chrono_literals;

void SkillPlay::pass(std::chrono::seconds time)
{
    for (; time > 0s; time -= 1s) {
        m_stage.clock().advance(1s);
        m_stage.app().timed().look();
        if (const QString say = m_stage.app().timed().say(); m_said.isEmpty() || m_said.constLast() != say)
            m_said << say;
        m_stage.app().wait().look();
    }
    QCoreApplication::processEvents();
}

bool SkillPlay::turn(const StepsExercise &steps, const std::function<bool()> &inTheMiddle)
{
    for (int i = 1; i < steps.steps.size(); ++i) {
        if (!press(QStringLiteral("Next")) || (i == 1 && !inTheMiddle()))
            return false;
    }
    return press(QStringLiteral("Done"));
}

bool SkillPlay::find(const CountExercise &count, const std::function<bool()> &inTheMiddle)
{
    bool isFirst = true;
    for (const CountRound &round : count.rounds) {
        for (int i = 0; i < round.count; ++i) {
            if (!press(QStringLiteral("I found one")))
                return false;
        }
        if (std::exchange(isFirst, false) && !inTheMiddle())
            return false;
    }
    return true;
}

bool SkillPlay::answer(const CardsExercise &game, const std::function<bool()> &inTheMiddle)
{
    for (qsizetype i = 0; i < game.cards.size(); ++i) {
        if (!press(game.cards.at(i).answers.first().say) || (i == 0 && !inTheMiddle())
            || !press(i + 1 < game.cards.size() ? QStringLiteral("Next card") : QStringLiteral("Finish")))
            return false;
    }
    return true;
}

bool SkillPlay::choose(const ChooseExercise &choose, const std::function<bool()> &inTheMiddle)
{
    for (qsizetype i = 0; i < choose.options.size(); ++i) {
        const ChooseOption &option = choose.options.at(i);
        if (!press(option.say) || !m_stage.screen().waitFor(option.act) || (i == 0 && !inTheMiddle()))
            return false;
    }
    return press(QStringLiteral("Done for now"));
}

bool SkillPlay::reachOut(const ReachOutExercise &reach, const std::function<bool()> &inTheMiddle)
{
    for (const QString &message : reach.messages) {
        if (!press(message) || m_stage.app().skills().current()->message() != message)
            return false;
    }
    return m_stage.screen().scrollTo(QStringLiteral("Done")) && inTheMiddle() && press(QStringLiteral("Done"));
}

bool SkillPlay::wait(const WaitExercise &wait, const std::function<bool()> &inTheMiddle)
{
    for (qsizetype i = 0; i < wait.suggestions.size(); ++i) {
        if (!press(wait.suggestions.at(i)) || m_stage.app().wait().picked() != i)
            return false;
    }
    m_stage.clock().advance(1h);
    m_stage.app().wait().look();
    if (!inTheMiddle())
        return false;
    for (const Choice &answer : wait.afterAnswers) {
        if (answer.next.kind == Next::Kind::End)
            return press(answer.say);
    }
    return false;
}

bool SkillPlay::play(const std::function<bool()> &inTheMiddle)
{
    const TimedPlayer &timed = m_stage.app().timed();
    m_said.clear();
    pass(40s);
    if (!inTheMiddle())
        return false;
    for (int minute = 0; minute < 61 && timed.state() == TimedPlayer::Running; ++minute)
        pass(60s);
    return true;
}

bool SkillPlay::readToTheEnd()
{
    return press(QStringLiteral("Read the steps")) && press(QStringLiteral("Done")) && isAfter();
}

bool SkillPlay::toTheEnd(const Exercise &exercise, const std::function<bool()> &inTheMiddle)
{
    bool isGood = false;
    if (const auto *steps = std::get_if<StepsExercise>(&exercise)) {
        isGood = turn(*steps, inTheMiddle);
    } else if (const auto *count = std::get_if<CountExercise>(&exercise)) {
        isGood = find(*count, inTheMiddle);
    } else if (const auto *game = std::get_if<CardsExercise>(&exercise)) {
        isGood = answer(*game, inTheMiddle);
    } else if (const auto *several = std::get_if<ChooseExercise>(&exercise)) {
        isGood = choose(*several, inTheMiddle);
    } else if (const auto *longWait = std::get_if<WaitExercise>(&exercise)) {
        isGood = m_stage.screen().waitFor(QStringLiteral("Pause")) && wait(*longWait, inTheMiddle);
    } else if (const auto *timer = std::get_if<TimerExercise>(&exercise)) {
        isGood = (!timer->check || press(m_isCheckYes ? QStringLiteral("Yes") : QStringLiteral("No")))
            && m_stage.screen().waitFor(QStringLiteral("Pause")) && play(inTheMiddle);
    } else if (std::holds_alternative<BreathExercise>(exercise) || std::holds_alternative<WaveExercise>(exercise)) {
        isGood = m_stage.screen().waitFor(QStringLiteral("Pause")) && play(inTheMiddle);
    } else if (const auto *reach = std::get_if<ReachOutExercise>(&exercise)) {
        isGood = reachOut(*reach, inTheMiddle);
    } else {
        SheetPlay written(m_stage, m_stage.app().skills().current()->id());
        const auto *sheet = std::get_if<WorksheetExercise>(&exercise);
        const auto *list = std::get_if<ListExercise>(&exercise);
        const auto *checks = std::get_if<ChecklistExercise>(&exercise);
        isGood = sheet ? written.fill(*sheet, inTheMiddle)
            : list     ? written.fill(*list, inTheMiddle)
                       : checks && written.fill(*checks, inTheMiddle);
    }
    return isGood && isAfter();
}

} // namespace handrail
