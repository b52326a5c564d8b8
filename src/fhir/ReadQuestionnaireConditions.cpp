// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fhir/Names.h"
#include "fhir/QuestionnaireParts.h"

#include <utility>

namespace handrail::fhir {

namespace {

constexpr int maximumConditions = 100;

Operator operatorFrom(std::string_view code)
{
    static constexpr std::pair<std::string_view, Operator> operators[] = {
        {"exists", Operator::Exists}, {"=", Operator::Equal},           {"!=", Operator::NotEqual},    {">", Operator::Greater},
        {"<", Operator::Less},        {">=", Operator::GreaterOrEqual}, {"<=", Operator::LessOrEqual},
    };
    for (const auto &[name, relation] : operators) {
        if (name == code)
            return relation;
    }
    return Operator::Always;
}

/// answer[x] and its type. False when there is none that can be read.
bool readAnswer(const Node &node, Condition &condition)
{
    static constexpr std::pair<const char *, ItemType> types[] = {
        {"answerBoolean", ItemType::Boolean}, {"answerDecimal", ItemType::Decimal},   {"answerInteger", ItemType::Integer},
        {"answerDate", ItemType::Date},       {"answerDateTime", ItemType::DateTime}, {"answerTime", ItemType::Time},
        {"answerString", ItemType::String},   {"answerCoding", ItemType::Choice},     {"answerQuantity", ItemType::Quantity},
    };
    for (const auto &[element, type] : types) {
        if (!node[element].isValid())
            continue;
        condition.type = type;
        if (type == ItemType::Boolean) {
            const auto flag = node[element].boolean();
            condition.value = flag ? QVariant(*flag) : QVariant();
        } else {
            condition.value = readValue(node, "answer", nullptr);
        }
        condition.system = node[element]["system"].code();
        return condition.value.isValid();
    }
    return false;
}

} // namespace

void readConditions(FormReading &reading, const Node &node, FormItem &item)
{
    const std::vector<Node> list = node["enableWhen"].items();
    // Without it, which FHIR does not allow for several conditions, one is enough: rather a question too many.
    item.behavior = node["enableBehavior"].view() == "all" || list.size() < 2 ? EnableBehavior::All : EnableBehavior::Any;
    for (const Node &when : list) {
        Condition condition;
        condition.linkId = when["question"].code();
        condition.relation = operatorFrom(when["operator"].view());
        const bool isRead = readAnswer(when, condition);
        const bool isSound = isRead && (condition.relation != Operator::Exists || condition.type == ItemType::Boolean);
        if (!isSound || item.conditions.size() >= maximumConditions)
            condition.relation = Operator::Always;
        reading.unjudged += condition.relation == Operator::Always ? 1 : 0;
        if (item.conditions.size() <= maximumConditions)
            item.conditions << condition;
    }
}

} // namespace handrail::fhir
