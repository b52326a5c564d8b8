// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "form/Judging.h"

#include "form/Temporal.h"

#include <algorithm>

namespace handrail {

namespace {

bool holds(Operator relation, int order)
{
    switch (relation) {
    case Operator::Equal: return order == 0;
    case Operator::NotEqual: return order != 0;
    case Operator::Greater: return order > 0;
    case Operator::Less: return order < 0;
    case Operator::GreaterOrEqual: return order >= 0;
    case Operator::LessOrEqual: return order <= 0;
    case Operator::Always:
    case Operator::Exists: break;
    }
    return true;
}

bool asksForOrder(Operator relation)
{
    return relation != Operator::Equal && relation != Operator::NotEqual;
}

const Option *optionOf(const FormItem &item, const QString &code)
{
    const auto found = std::find_if(item.options.cbegin(), item.options.cend(), [&](const Option &o) { return o.code == code; });
    return found == item.options.cend() ? nullptr : &*found;
}

template <typename T>
int orderOf(const T &a, const T &b)
{
    return a < b ? -1 : b < a ? 1 : 0;
}

/// nullopt: the two cannot be compared.
std::optional<int> orderOfCoding(const Condition &condition, const FormItem &source, const QString &answer)
{
    const Option *option = optionOf(source, answer);
    if (!option || option->type != ItemType::Choice) { // words are no code, so they differ from each
        const bool isWords = ownWordsIn(answer) || (option && option->type == ItemType::Display);
        return isWords ? std::optional(1) : std::nullopt;
    }
    const QString &code = option->codeAsWritten.isEmpty() ? option->code : option->codeAsWritten;
    // A condition without a system means the code alone.
    const bool isSame = code == condition.value.toString() && (condition.system.isEmpty() || option->system == condition.system);
    return isSame ? 0 : 1;
}

std::optional<int> orderOfQuantity(const Condition &condition, const QVariant &answer)
{
    const auto ours = quantityIn(answer);
    const auto theirs = quantityIn(condition.value);
    if (!ours || !theirs || (!theirs->unit.isEmpty() && theirs->unit != ours->unit))
        return std::nullopt;
    return orderOf(ours->value, theirs->value);
}

std::optional<int> orderOfText(const Condition &condition, const QString &answer)
{
    const auto words = ownWordsIn(answer);
    return orderOf((words ? *words : answer).trimmed(), condition.value.toString()); // sent without the blanks at its ends
}

std::optional<int> orderOf(const Condition &condition, const FormItem &source, const QVariant &answer)
{
    switch (condition.type) {
    case ItemType::Boolean:
        return answer.toString() == (condition.value.toBool() ? QStringLiteral("true") : QStringLiteral("false")) ? 0 : 1;
    case ItemType::Decimal:
    case ItemType::Integer: {
        if (const auto measured = quantityIn(answer))
            return orderOf(measured->value, condition.value.toDouble());
        bool isNumber = false;
        const double number = answer.toDouble(&isNumber);
        return isNumber ? std::optional(orderOf(number, condition.value.toDouble())) : std::nullopt;
    }
    case ItemType::Date:
    case ItemType::DateTime:
    case ItemType::Time: {
        const auto ours = readTemporal(answer.toString(), condition.type == ItemType::Date ? ItemType::DateTime : condition.type);
        const auto theirs = readTemporal(condition.value.toString(), condition.type);
        return ours && theirs ? compare(*ours, *theirs) : std::nullopt;
    }
    case ItemType::Choice: return orderOfCoding(condition, source, answer.toString());
    case ItemType::Quantity: return orderOfQuantity(condition, answer);
    default: return orderOfText(condition, answer.toString());
    }
}

bool isFulfilledByOne(const Condition &condition, const FormItem &source, const QVariant &answer)
{
    const std::optional<int> order = orderOf(condition, source, answer);
    return order && holds(condition.relation, *order);
}

bool isList(const QVariant &value)
{
    return value.userType() == QMetaType::QStringList || value.userType() == QMetaType::QVariantList;
}

void add(std::optional<double> &sum, std::optional<double> part, bool isFirst)
{
    sum = isFirst ? part : sum && part ? std::optional(*sum + *part) : std::nullopt;
}

Worth worthOfOne(const FormItem &item, const QVariant &answer)
{
    Worth worth;
    if (item.type == ItemType::Integer || item.type == ItemType::Decimal) {
        worth.number = answer.toDouble();
    } else if (const auto measured = quantityIn(answer)) {
        worth.number = measured->value;
    } else if (const Option *option = optionOf(item, answer.toString())) {
        if (option->hasWeight)
            worth.weight = option->weight;
        if (option->type == ItemType::Integer)
            worth.number = option->code.toDouble();
    }
    return worth;
}

/// Each step once. Fewer are another scale, with the same ends.
bool isZeroToTen(const QList<Option> &options)
{
    QList<double> weights;
    for (const Option &option : options) {
        if (option.hasWeight)
            weights << option.weight;
    }
    std::sort(weights.begin(), weights.end());
    return options.size() == 11 && weights == QList<double>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
}

} // namespace

bool canBeJudged(const Condition &condition, const FormItem &source)
{
    const bool isNoQuestion =
        source.type == ItemType::Group || source.type == ItemType::Display || source.type == ItemType::Unsupported;
    if (condition.relation == Operator::Always || isNoQuestion)
        return false;
    if (condition.relation == Operator::Exists)
        return true;
    const bool isChoice = source.type == ItemType::Choice || source.type == ItemType::OpenChoice;
    switch (condition.type) {
    case ItemType::Boolean: return source.type == ItemType::Boolean && !asksForOrder(condition.relation);
    case ItemType::Choice: return isChoice && !asksForOrder(condition.relation);
    case ItemType::Decimal:
    case ItemType::Integer:
        return source.type == ItemType::Integer || source.type == ItemType::Decimal || source.type == ItemType::Quantity
            || isChoice;
    case ItemType::Date:
    case ItemType::DateTime: return source.type == ItemType::Date || source.type == ItemType::DateTime || isChoice;
    case ItemType::Time: return source.type == ItemType::Time || isChoice;
    case ItemType::Quantity: return source.type == ItemType::Quantity;
    case ItemType::String:
        return isChoice || source.type == ItemType::String || source.type == ItemType::Text || source.type == ItemType::Url;
    default: return false;
    }
}

bool isFulfilled(const Condition &condition, const FormItem &source, const QVariant &answer)
{
    if (condition.relation == Operator::Always)
        return true;
    if (condition.relation == Operator::Exists)
        return answer.isValid() == condition.value.toBool();
    if (!answer.isValid())
        return false;
    if (!isList(answer))
        return isFulfilledByOne(condition, source, answer);
    const QVariantList list = answer.toList();
    if (condition.relation == Operator::NotEqual)
        return std::all_of(list.begin(), list.end(), [&](const QVariant &one) { return isFulfilledByOne(condition, source, one); });
    return std::any_of(list.begin(), list.end(), [&](const QVariant &one) { return isFulfilledByOne(condition, source, one); });
}

Worth worthOf(const FormItem &item, const QVariant &answer)
{
    if (!answer.isValid())
        return {};
    if (!isList(answer))
        return worthOfOne(item, answer);
    Worth worth;
    bool isFirst = true;
    for (const QVariant &one : answer.toList()) {
        const Worth part = worthOfOne(item, one);
        add(worth.number, part.number, isFirst);
        add(worth.weight, part.weight, isFirst);
        isFirst = false;
    }
    return worth;
}

std::optional<double> rankOf(const QList<Option> &options, const QString &code)
{
    const bool isWeighed = std::all_of(options.cbegin(), options.cend(), [](const Option &option) { return option.hasWeight; })
        && std::any_of(options.cbegin(), options.cend(),
                       [&](const Option &option) { return option.weight != options.constFirst().weight; });
    for (qsizetype i = 0; i < options.size(); ++i) {
        if (options.at(i).code == code)
            return isWeighed ? options.at(i).weight : double(i);
    }
    return std::nullopt;
}

std::optional<double> onTen(const QList<Option> &options, const QString &code)
{
    const std::optional<double> rank = rankOf(options, code);
    if (!rank)
        return std::nullopt;
    double least = *rank;
    double most = *rank;
    for (const Option &option : options) {
        const double other = *rankOf(options, option.code);
        least = std::min(least, other);
        most = std::max(most, other);
    }
    return most > least ? std::optional(10 * (*rank - least) / (most - least)) : std::nullopt;
}

std::optional<double> onTen(const Form *form, const QString &linkId, const QVariant &answer)
{
    const FormItem *found = form ? itemIn(form->items, linkId) : nullptr;
    static const FormItem none;
    const FormItem &item = found ? *found : none;
    if (!item.options.isEmpty())
        return onTen(item.options, answer.toString());
    bool isNumber = false;
    const double number = answer.toDouble(&isNumber);
    const bool hasLimits = item.control == Control::Slider || (item.hasMinimum && item.hasMaximum);
    const double place =
        hasLimits && item.maximum > item.minimum ? 10 * (number - item.minimum) / (item.maximum - item.minimum) : number;
    return isNumber && place >= 0 && place <= 10 ? std::optional(place) : std::nullopt; // and so no NaN
}

bool isAskedAsCounted(const FormItem &item)
{
    const bool isNumber = item.type == ItemType::Integer || item.type == ItemType::Decimal;
    const bool hasLimits = item.control == Control::Slider || (item.hasMinimum && item.hasMaximum);
    // Without weights the order of the options counts, and nobody can tell which way it goes.
    if (item.linkId == u"mood") {
        const auto lighter = [](const Option &a, const Option &b) { return a.weight < b.weight; };
        const auto [least, most] = std::minmax_element(item.options.cbegin(), item.options.cend(), lighter);
        return std::all_of(item.options.cbegin(), item.options.cend(), [](const Option &option) { return option.hasWeight; })
            && !item.options.isEmpty() && least->weight == 0 && most->weight == 4;
    }
    if (item.linkId == u"craving" || item.linkId == u"confidence")
        return item.options.isEmpty() ? isNumber && hasLimits && item.minimum == 0 && item.maximum == 10
                                      : isZeroToTen(item.options);
    return item.linkId != u"sleep-hours" || isNumber;
}

} // namespace handrail
