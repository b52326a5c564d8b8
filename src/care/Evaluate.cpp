// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/Evaluate.h"

#include <algorithm>
#include <optional>

namespace handrail {

namespace {

/// A form of LOINC's own writes its linkIds as paths: "/44249-1/44260-8".
bool isNamed(const FormItem &item, const QString &name)
{
    return item.linkId == name || item.linkId.endsWith(u'/' + name);
}

void collect(const QList<FormItem> &items, const QStringList &names, QList<const FormItem *> &found)
{
    for (const FormItem &item : items) {
        if (std::any_of(names.begin(), names.end(), [&](const QString &name) { return isNamed(item, name); }))
            found << &item;
        collect(item.children, names, found);
    }
}

QStringList codesOf(const QVariant &value)
{
    return value.typeId() == QMetaType::QString ? QStringList{value.toString()} : value.toStringList();
}

/// The weight of a chosen option, or the number itself. An option without a weight counts by its place, as in a form's scale from least to most;
/// LOINC's "not at all" is nothing wherever it stands.
std::optional<double> numberOf(const FormItem &item, const QVariant &value)
{
    if (value.typeId() != QMetaType::QString) {
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        return isNumber ? std::optional(number) : std::nullopt;
    }
    const QString code = value.toString();
    for (qsizetype i = 0; i < item.options.size(); ++i) {
        const Option &option = item.options.at(i);
        if (option.code != code)
            continue;
        if (option.hasWeight)
            return option.weight;
        const QStringList loinc{QStringLiteral("LA6568-5"), QStringLiteral("LA6569-3"), QStringLiteral("LA6570-1"),
                                QStringLiteral("LA6571-9")};
        const qsizetype known = loinc.indexOf(code);
        return double(known >= 0 ? known : i);
    }
    return std::nullopt;
}

bool isSo(const Condition &condition, const FormItem &item, const QVariant &value)
{
    if (!condition.codes.isEmpty()) {
        const QStringList chosen = codesOf(value);
        return std::any_of(chosen.begin(), chosen.end(), [&](const QString &code) { return condition.codes.contains(code); });
    }
    const std::optional<double> number = numberOf(item, value);
    return number && *number >= condition.low && *number <= condition.high;
}

bool isSoNow(const Condition &condition, const Form &form, const Answers &answers)
{
    QList<const FormItem *> items;
    collect(form.items, condition.items, items);
    return std::any_of(items.cbegin(), items.cend(), [&](const FormItem *item) {
        const auto value = answers.constFind(item->linkId);
        return value != answers.cend() && isSo(condition, *item, *value);
    });
}

bool isAnswered(const Condition &condition, const Form &form, const Answers &answers)
{
    QList<const FormItem *> items;
    collect(form.items, condition.items, items);
    return std::any_of(items.cbegin(), items.cend(), [&](const FormItem *item) { return answers.contains(item->linkId); });
}

bool isMet(const Condition &condition, const Said &said, const QList<AnsweredDay> &history)
{
    if (!isSoNow(condition, said.form, said.answers))
        return false;
    int so = 1;
    int looked = 1;
    for (const AnsweredDay &earlier : history) {
        if (so >= condition.times || condition.span == Condition::Span::Now)
            break;
        const qint64 age = earlier.day.daysTo(said.day);
        if (age <= 0)
            continue; // today is what is said now
        if (condition.span == Condition::Span::LastDays && age >= condition.days)
            break;
        if (condition.span == Condition::Span::LastAnswers) {
            if (!isAnswered(condition, said.form, earlier.answers))
                continue;
            if (++looked > condition.times)
                break;
        }
        so += isSoNow(condition, said.form, earlier.answers);
    }
    return so >= condition.times;
}

void add(Outcome &outcome, const QList<Action> &actions)
{
    for (const Action &action : actions) {
        if (!outcome.actions.contains(action))
            outcome.actions << action;
    }
}

/// The first rule of the standard table. Which answers are safety answers is not for a clinic's configuration to take away.
const Rule &safetyRule()
{
    static const Rule rule = CareConfiguration::standard().rules.constFirst();
    return rule;
}

} // namespace

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
    if (!said.isCheckIn) {
        const bool isGap =
            !history.isEmpty() && history.constFirst().day.daysTo(said.day) >= configuration.daysWithoutCheckIn;
        if (isGap)
            outcome.actions << Action{ActionKind::RemindOnce};
        return outcome;
    }
    if (isSafetyAnswerAmong(said.form, said.answers)) {
        add(outcome, safetyRule().actions);
        outcome.flag = Flag::Urgent;
    }
    for (const Rule &rule : configuration.rules) {
        const bool isMetNow = std::any_of(rule.when.begin(), rule.when.end(),
                                          [&](const Condition &condition) { return isMet(condition, said, history); });
        if (!isMetNow)
            continue;
        add(outcome, rule.actions);
        outcome.flag = std::max(outcome.flag, rule.flag);
    }
    if (outcome.actions.isEmpty() && !said.answers.isEmpty())
        outcome.actions = configuration.whenAllIsFine;
    return outcome;
}

bool isSafetyAnswerAmong(const Form &form, const Answers &answers)
{
    const QList<Condition> &conditions = safetyRule().when;
    return std::any_of(conditions.begin(), conditions.end(),
                       [&](const Condition &condition) { return isSoNow(condition, form, answers); });
}

bool SafetyWatch::isDue(const Form &form, const Answers &answers)
{
    if (m_wasShown || !isSafetyAnswerAmong(form, answers))
        return false;
    m_wasShown = true;
    return true;
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
