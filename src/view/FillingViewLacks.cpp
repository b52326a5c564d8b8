// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "form/Score.h"
#include "view/FillingView.h"

#include <algorithm>

namespace handrail {

namespace {

/// Whether it is asked cannot be judged here, so it is.
bool isAskedInDoubt(const QList<FormItem> &items)
{
    return std::any_of(items.cbegin(), items.cend(), [](const FormItem &item) {
        return item.needsMoreThanWeCanDo || isAskedInDoubt(item.children)
            || std::any_of(item.conditions.cbegin(), item.conditions.cend(),
                           [](const Condition &condition) { return condition.relation == Operator::Always; });
    });
}

/// Something is worked out by an expression beyond ours, and is not asked either.
bool isResultLeftOut(const QList<FormItem> &items)
{
    return std::any_of(items.cbegin(), items.cend(), [](const FormItem &item) {
        const bool isResult = !item.scoreExpression.isEmpty() && !ScoreExpression::parse(item.scoreExpression);
        return !item.isHidden && (isResult || isResultLeftOut(item.children));
    });
}

bool isResultAsked(const QList<FormItem> &items)
{
    return std::any_of(items.cbegin(), items.cend(),
                       [](const FormItem &item) { return item.isResultAsked || isResultAsked(item.children); });
}

} // namespace

QStringList FillingView::lacksOf(const Form &form)
{
    QStringList lacks;
    if (form.droppedItems > 0)
        lacks << tr("Some questions of your clinic can’t be shown here.");
    if (form.itemsLackingOptions > 0)
        lacks << tr("Some answers to choose from can’t be shown here.");
    if (isAskedInDoubt(form.items))
        lacks << tr("Some questions may not be meant for you.");
    if (isResultLeftOut(form.items))
        lacks << tr("Some results that this form works out can’t be shown here.");
    if (isResultAsked(form.items))
        lacks << tr("This form asks you for a result that Handrail can’t work out. Your clinic can tell you what to put there.");
    return lacks;
}

} // namespace handrail
