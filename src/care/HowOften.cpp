// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/HowOften.h"

#include "core/Assignment.h"
#include "form/Score.h"

#include <algorithm>
#include <cmath>

namespace handrail {

namespace {

/// The totals (LOINC), and the highest that each can be: 3 times its items. The whole one goes before the short one.
struct Total {
    const char *code;
    double highest;
};
constexpr Total totals[] = {{"44261-6", 27}, {"70274-6", 21}, {"55758-7", 6}};

std::optional<double> howOftenIn(const QList<ItemScore> &scores)
{
    for (const Total &total : totals) {
        for (const ItemScore &one : scores) {
            const bool isThis = std::any_of(one.codes.cbegin(), one.codes.cend(),
                                            [&](const Code &code) { return code.code == QLatin1String(total.code); });
            if (isThis && one.score.isScored() && one.score.value >= 0 && one.score.value <= total.highest)
                return HowOften::most * one.score.value / total.highest;
        }
    }
    return std::nullopt;
}

/// The words of the answers by their weight, from an item that has all of 0 to 3.
QStringList wordsOf(const QList<FormItem> &items)
{
    for (const FormItem &item : items) {
        QStringList words;
        for (int weight = 0; weight <= int(HowOften::most); ++weight) {
            for (const Option &option : item.options) {
                if (option.hasWeight && option.weight == weight)
                    words << option.text;
            }
        }
        if (words.size() == int(HowOften::most) + 1)
            return words;
        if (const QStringList below = wordsOf(item.children); !below.isEmpty())
            return below;
    }
    return {};
}

Result<HowOften> checks(const Records &records, const QStringList &urls, const QDate &from, const QDate &to)
{
    HowOften often;
    for (const QString &url : urls) {
        const Result<QList<SubmittedForm>> submitted = records.submittedBetween(url, from, to);
        if (!submitted)
            return tl::make_unexpected(submitted.error());
        const std::optional<Form> form = submitted->isEmpty() ? std::nullopt : records.form(url);
        if (!form)
            continue;
        for (const SubmittedForm &one : *submitted) { // the newest first
            const QDate day = one.form.authored.date();
            const std::optional<double> value = howOftenIn(scoresOf(*form, one.form.answers));
            if (value && one.form.patientId == records.identity().patientId && !often.byDay.contains(day))
                often.byDay.insert(day, *value);
        }
        if (often.words.isEmpty())
            often.words = wordsOf(form->items);
    }
    if (often.byDay.size() > 1) {
        const double by = often.byDay.last() - (--(--often.byDay.cend())).value();
        often.change = std::abs(by) < HowOften::most / 10 ? HowOften::Change::Same
            : by < 0                                      ? HowOften::Change::Less
                                                          : HowOften::Change::More;
    }
    return often;
}

} // namespace

std::optional<double> HowOften::meanOf(const QDate &from, const QDate &to) const
{
    double sum = 0;
    int count = 0;
    for (auto it = byDay.lowerBound(from); it != byDay.cend() && it.key() <= to; ++it) {
        sum += it.value();
        ++count;
    }
    return count > 0 ? std::optional(sum / count) : std::nullopt;
}

Result<HowOften> moodChecks(const Records &records, const QDate &from, const QDate &to)
{
    return checks(records, {phq9Url(), phq2Url()}, from, to);
}

Result<HowOften> worryChecks(const Records &records, const QDate &from, const QDate &to)
{
    return checks(records, {gad7Url()}, from, to);
}

} // namespace handrail
