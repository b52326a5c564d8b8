// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/forms/CheckInCheck.h"

#include "core/Ids.h"

#include <algorithm>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isNumber(const FormItem &item)
{
    return item.type == ItemType::Integer || item.type == ItemType::Decimal;
}

// A number from 0 to 10, with these limits written down.
bool isOfTen(const FormItem &item)
{
    const bool hasLimits = item.control == Control::Slider || (item.hasMinimum && item.hasMaximum);
    return isNumber(item) && hasLimits && item.minimum == 0 && item.maximum == 10;
}

// Without weights the order counts, and nobody can tell which way it goes.
bool isWeighedFromNothingToFour(const FormItem &item)
{
    const auto lighter = [](const Option &a, const Option &b) { return a.weight < b.weight; };
    const auto [least, most] = std::minmax_element(item.options.cbegin(), item.options.cend(), lighter);
    return std::all_of(item.options.cbegin(), item.options.cend(), [](const Option &option) { return option.hasWeight; })
        && !item.options.isEmpty() && least->weight == 0 && most->weight == 4;
}

bool hasNo(const FormItem &item)
{
    return std::any_of(item.options.cbegin(), item.options.cend(), [](const Option &option) { return option.code == "no"_L1; });
}

} // namespace

QStringList checkInItemsReadOtherwise(const Form &form)
{
    QStringList found;
    if (form.url != canonical(u"Questionnaire/daily-checkin"))
        return found;
    const auto look = [&](const QString &linkId, bool (*isRead)(const FormItem &), const char *meant) {
        const FormItem *item = itemIn(form.items, linkId);
        if (item && !isRead(*item))
            found << linkId + u" ("_s + QLatin1String(meant) + u')';
    };
    look(u"mood"_s, isWeighedFromNothingToFour, "options with weights from 0, the lowest, to 4");
    look(u"craving"_s, isOfTen, "a number with the limits 0 and 10");
    look(u"confidence"_s, isOfTen, "a number with the limits 0 and 10");
    look(u"sleep-hours"_s, isNumber, "a number of hours");
    look(u"meds"_s, hasNo, "options of which one has the code no");
    return found;
}

} // namespace handrail::clinic
