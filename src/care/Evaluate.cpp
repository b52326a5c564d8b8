// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/Evaluate.h"

#include "form/FormState.h"
#include "form/Judging.h"

#include <QRegularExpression>
#include <algorithm>
#include <optional>

namespace handrail {

namespace {

QStringList codesOf(const QVariant &value)
{
    return value.typeId() == QMetaType::QString ? QStringList{value.toString()} : value.toStringList();
}

/// What a chosen option counts for, or the number itself.
std::optional<double> numberOf(const FormItem &item, const QVariant &value)
{
    if (value.typeId() == QMetaType::QString)
        return rankOf(item.options, value.toString());
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

/// Which way options without weights go is said by their words alone. A guess; without such words the lowest comes first.
bool isBestFirst(const QList<Option> &options)
{
    constexpr auto way = QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;
    static const QRegularExpression low(
        QStringLiteral("\\b(low(er|est)?|bad|poor(ly)?|sad|down|awful|terrible|worst|rough|unhappy|depressed|hopeless|"
                       "not (so |very |too )?(good|well|great|fine|ok(ay)?)|mal|baj[oa]|triste|peor|fatal|deprimid[oa]|"
                       "no (muy |tan )?bien)\\b"),
        way);
    static const QRegularExpression high(QStringLiteral("\\b(good|great|fine|well|happy|best|excellent|high|bien|buen[oa]?|genial|"
                                                        "feliz|mejor|excelente|alt[oa])\\b"),
                                         way);
    const auto sounds = [](const Option &option, const QRegularExpression &signs) {
        const QStringList said{option.text, option.asWritten, option.code};
        return said.join(u' ').replace(u'-', u' ').replace(u'_', u' ').contains(signs);
    };
    const bool isFirstLow = sounds(options.constFirst(), low);
    const bool isLastLow = sounds(options.constLast(), low);
    const bool isFirstHigh = sounds(options.constFirst(), high) && !sounds(options.constLast(), high);
    return isFirstLow == isLastLow ? !isFirstLow && isFirstHigh : isLastLow;
}

/// A mood on a clinic's own scale: of options without weights from 0, the lowest, to 4, as ours is, however many there are.
std::optional<double> moodOf(const FormItem &item, const QVariant &value)
{
    const std::optional<double> number = numberOf(item, value);
    const bool isPlace = number && value.typeId() == QMetaType::QString
        && !std::all_of(item.options.cbegin(), item.options.cend(), [](const Option &option) { return option.hasWeight; });
    if (!isPlace)
        return number;
    const auto last = double(item.options.size() - 1);
    if (last < 1)
        return std::nullopt;
    return 4 * (isBestFirst(item.options) ? last - *number : *number) / last;
}

bool isSo(const Trigger &trigger, const Form &form, const Answers &answers)
{
    if (trigger.safety != SafetyAnswer::None)
        return safetyOf(form, answers) == trigger.safety;
    if (trigger.isUse)
        return isUseSaid(form, answers);
    const auto value = answers.constFind(trigger.item);
    if (value == answers.cend())
        return false;
    if (!trigger.codes.isEmpty()) {
        const QStringList chosen = codesOf(*value);
        return std::any_of(chosen.begin(), chosen.end(), [&](const QString &code) { return trigger.codes.contains(code); });
    }
    const FormItem *item = itemIn(form.items, trigger.item);
    if (!item || (!trigger.isOnAnyScale && !isAskedAsCounted(*item)))
        return false; // 7 of 100 is no strong urge
    const bool isMood = trigger.isOnAnyScale && item->linkId == u"mood";
    const std::optional<double> number = isMood ? moodOf(*item, *value) : numberOf(*item, *value);
    return number && *number >= trigger.low && *number <= trigger.high;
}

void add(Outcome &outcome, const QList<Action> &actions)
{
    for (const Action &action : actions) {
        if (!outcome.actions.contains(action))
            outcome.actions << action;
    }
}

} // namespace

bool applies(const Trigger &trigger, const Said &said, const QList<AnsweredDay> &history)
{
    if (!isSo(trigger, said.form, said.answers))
        return false;
    int so = 1;
    int looked = 1;
    for (const AnsweredDay &earlier : history) {
        if (so >= trigger.times || trigger.span == Trigger::Span::Now)
            break;
        const qint64 age = earlier.day.daysTo(said.day);
        if (age <= 0)
            continue; // today is what is said now
        if (trigger.span == Trigger::Span::LastDays && age >= trigger.days)
            break;
        if (trigger.span == Trigger::Span::LastAnswers) {
            if (!earlier.answers.contains(trigger.item))
                continue;
            if (++looked > trigger.times)
                break;
        }
        so += isSo(trigger, said.form, earlier.answers);
    }
    return so >= trigger.times;
}

bool Outcome::has(ActionKind kind) const
{
    return std::any_of(actions.begin(), actions.end(), [kind](const Action &action) { return action.kind == kind; });
}

QStringList Outcome::skills() const
{
    QStringList skills;
    for (const Action &action : actions) {
        if (action.kind == ActionKind::Skill && skills.size() < 2)
            skills << action.id;
    }
    return skills;
}

Outcome evaluate(const Said &said, const QList<AnsweredDay> &history, const CareConfiguration &configuration)
{
    Outcome outcome;
    // Which answers are safety answers, and what comes then, is not for a clinic's configuration to take away.
    const Rule safety = CareConfiguration::standard().rules.constFirst();
    for (const Rule &rule : QList<Rule>{safety} + configuration.rules) {
        if (!applies(rule.when, said, history))
            continue;
        add(outcome, rule.actions);
        outcome.flag = std::max(outcome.flag, rule.flag);
    }
    // What is asked in a way that nobody can judge here is not called fine.
    const bool isAllJudged = std::all_of(said.answers.keyBegin(), said.answers.keyEnd(), [&](const QString &linkId) {
        const FormItem *item = itemIn(said.form.items, linkId);
        return !item || isAskedAsCounted(*item);
    });
    if (outcome.actions.isEmpty() && !said.answers.isEmpty() && isAllJudged)
        outcome.actions = configuration.whenAllIsFine;
    return outcome;
}

bool SafetyWatch::isDue(const Form &form, const Answers &answers)
{
    bool isGraver = false;
    QMap<QString, double> said = gravityOf(form, answers);
    for (auto it = said.begin(); it != said.end(); ++it) {
        const auto before = m_said.constFind(it.key());
        isGraver = isGraver || before == m_said.cend() || *it > *before;
        if (before != m_said.cend())
            *it = std::max(*it, *before);
    }
    m_said = said;
    return isGraver;
}

void SafetyWatch::leaveOutCopy(const FormState &state, const QString &key)
{
    Answers said;
    for (auto it = m_said.cbegin(); it != m_said.cend(); ++it)
        said.insert(it.key(), it.value());
    said = state.withoutCopy(key, said);
    m_said.clear();
    for (auto it = said.cbegin(); it != said.cend(); ++it)
        m_said.insert(it.key(), it.value().toDouble());
}

UseCards useCards(const QList<Substance> &said)
{
    UseCards cards;
    for (const Substance substance : said) {
        cards.isNaloxone = cards.isNaloxone || substance != Substance::Alcohol;
        cards.isWithdrawal = cards.isWithdrawal || substance == Substance::Alcohol || substance == Substance::Pills;
    }
    cards.isNaloxone = cards.isNaloxone || said.isEmpty();
    return cards;
}

} // namespace handrail
