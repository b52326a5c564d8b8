// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "form/FormState.h"

#include <utility>

namespace handrail {

inline QString qs(const char *text)
{
    return QString::fromUtf8(text);
}

inline Option madeOption(const char *code, double weight = -1, const char *system = "")
{
    Option option;
    option.system = qs(system);
    option.code = qs(code);
    option.text = option.code;
    option.hasWeight = weight >= 0;
    option.weight = weight;
    return option;
}

/// An item as a reader of a Questionnaire would make it.
inline FormItem madeItem(const char *linkId, ItemType type, QList<Option> options = {})
{
    static const QMap<ItemType, Control> controls = {
        {ItemType::Group, Control::Group},
        {ItemType::Display, Control::Display},
        {ItemType::Boolean, Control::YesNo},
        {ItemType::Decimal, Control::Number},
        {ItemType::Integer, Control::Number},
        {ItemType::Date, Control::Date},
        {ItemType::DateTime, Control::DateTime},
        {ItemType::Time, Control::Time},
        {ItemType::String, Control::Line},
        {ItemType::Text, Control::Text},
        {ItemType::Url, Control::Url},
        {ItemType::Choice, Control::Choice},
        {ItemType::OpenChoice, Control::OpenChoice},
        {ItemType::Quantity, Control::Quantity},
    };
    FormItem item;
    item.linkId = qs(linkId);
    item.text = item.linkId;
    item.type = type;
    item.control = controls.value(type, Control::Unsupported);
    item.options = type == ItemType::Boolean ? QList<Option>{madeOption("false"), madeOption("true")} : std::move(options);
    return item;
}

inline FormItem madeGroup(const char *linkId, QList<FormItem> children, bool repeats = false)
{
    FormItem group = madeItem(linkId, ItemType::Group);
    group.children = std::move(children);
    group.repeats = repeats;
    return group;
}

inline Condition when(const char *linkId, Operator relation, ItemType type, const QVariant &value, const char *system = "")
{
    return {qs(linkId), relation, type, value, qs(system)};
}

/// Asked when the boolean item says yes.
inline Condition whenYes(const char *linkId)
{
    return when(linkId, Operator::Equal, ItemType::Boolean, true);
}

inline FormItem asked(FormItem item, QList<Condition> conditions, EnableBehavior behavior = EnableBehavior::All)
{
    item.conditions = std::move(conditions);
    item.behavior = behavior;
    return item;
}

inline FormItem scored(const char *linkId, const QString &expression)
{
    FormItem item = madeItem(linkId, ItemType::Decimal);
    item.isReadOnly = true;
    item.scoreExpression = expression;
    return item;
}

inline Form madeForm(QList<FormItem> items)
{
    Form form;
    form.url = qs("https://x.example/q");
    form.version = qs("1");
    form.items = std::move(items);
    return form;
}

inline bool isAsked(const FormState &state, const char *key)
{
    const FormEntry *entry = state.find(qs(key));
    return entry && entry->isAsked();
}

/// The sum of the weights of these items.
inline QString sumOf(const QStringList &linkIds, const char *weight = ".ordinal()")
{
    QStringList parts;
    for (const QString &linkId : linkIds)
        parts << QStringLiteral("linkId='%1'").arg(linkId);
    return QStringLiteral("%resource.descendants().where(") + parts.join(QStringLiteral(" or ")) + QStringLiteral(").answer.value")
        + qs(weight) + QStringLiteral(".sum()");
}

} // namespace handrail
