// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/HowOften.h"

#include "core/Assignment.h"
#include "form/Score.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace handrail {

namespace {

/// A check, which a form asks whole, or its first two items alone. The codes are those of the totals and of the two items.
struct Check {
    QStringList urls; ///< the whole one goes before the short one
    const char *whole;
    double highest; ///< of the whole: 3 times its items
    const char *core;
    std::array<const char *, 2> items;
};
constexpr double highestCore = 6;

/// How often, by what it was counted from.
struct Counted {
    std::optional<double> whole;
    std::optional<double> core;
    [[nodiscard]] std::optional<double> shown() const { return whole ? whole : core; }
};

bool hasCode(const QList<Code> &codes, const char *code)
{
    return std::any_of(codes.cbegin(), codes.cend(), [&](const Code &one) { return one.code == QLatin1String(code); });
}

std::optional<double> totalOf(const QList<ItemScore> &scores, const char *code, double highest)
{
    for (const ItemScore &one : scores) {
        if (hasCode(one.codes, code) && one.score.isScored() && one.score.value >= 0 && one.score.value <= highest)
            return HowOften::most * one.score.value / highest;
    }
    return std::nullopt;
}

/// The weight of the answer to the item with this code; nullopt without one.
std::optional<double> weightOf(const QList<FormItem> &items, const char *code, const Answers &answers)
{
    for (const FormItem &item : items) {
        for (const Option &option : item.options) {
            if (hasCode(item.codes, code) && option.hasWeight && answers.value(item.linkId).toString() == option.code)
                return option.weight;
        }
        if (const std::optional<double> below = weightOf(item.children, code, answers))
            return below;
    }
    return std::nullopt;
}

Counted countedIn(const Form &form, const Check &check, const Answers &answers)
{
    const QList<ItemScore> scores = scoresOf(form, answers);
    Counted counted{totalOf(scores, check.whole, check.highest), totalOf(scores, check.core, highestCore)};
    // A whole one has no total of the two, and they stand in it all the same.
    if (counted.whole && !counted.core) {
        const std::optional<double> first = weightOf(form.items, check.items[0], answers);
        const std::optional<double> second = weightOf(form.items, check.items[1], answers);
        if (first && second)
            counted.core = HowOften::most * (*first + *second) / highestCore;
    }
    return counted;
}

/// Of two means that are of the same items; Unsaid when they are not.
HowOften::Change changeOf(const Counted &before, const Counted &last)
{
    const bool isWhole = before.whole && last.whole;
    if (!isWhole && !(before.core && last.core))
        return HowOften::Change::Unsaid;
    const double by = isWhole ? *last.whole - *before.whole : *last.core - *before.core;
    return std::abs(by) < HowOften::most / 10 ? HowOften::Change::Same : by < 0 ? HowOften::Change::Less : HowOften::Change::More;
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

Result<HowOften> checks(const Records &records, const Check &check, const QDate &from, const QDate &to)
{
    HowOften often;
    QMap<QDate, Counted> byDay;
    for (const QString &url : check.urls) {
        const Result<QList<SubmittedForm>> submitted = records.submittedBetween(url, from, to);
        if (!submitted)
            return tl::make_unexpected(submitted.error());
        const std::optional<Form> form = submitted->isEmpty() ? std::nullopt : records.form(url);
        if (!form)
            continue;
        for (const SubmittedForm &one : *submitted) { // the newest first
            const QDate day = one.form.authored.date();
            const Counted counted = countedIn(*form, check, one.form.answers);
            if (counted.shown() && one.form.patientId == records.identity().patientId && !byDay.contains(day))
                byDay.insert(day, counted);
        }
        if (often.words.isEmpty())
            often.words = wordsOf(form->items);
    }
    for (auto it = byDay.cbegin(); it != byDay.cend(); ++it)
        often.byDay.insert(it.key(), *it->shown());
    if (byDay.size() > 1)
        often.change = changeOf(*std::prev(byDay.cend(), 2), byDay.last());
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
    return checks(records, {{phq9Url(), phq2Url()}, "44261-6", 27, "55758-7", {"44250-9", "44255-8"}}, from, to);
}

Result<HowOften> worryChecks(const Records &records, const QDate &from, const QDate &to)
{
    return checks(records, {{gad7Url(), gad2Url()}, "70274-6", 21, "gad-2-total", {"69725-0", "68509-9"}}, from, to);
}

} // namespace handrail
