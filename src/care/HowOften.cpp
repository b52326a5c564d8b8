// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/HowOften.h"

#include "care/FormsAnswered.h"
#include "core/Assignment.h"
#include "form/Safety.h"
#include "form/Score.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace handrail {

namespace {

/// The forms that ask it, and the code and the highest value of its total. A form that grows has both totals.
struct Asked {
    Check check;
    QStringList urls;
    const char *total;
    double highest;
};

QList<Asked> allAsked()
{
    return {{Check::ShortMood, {phq2Url()}, "55758-7", 6},
            {Check::Mood, {phq9Url(), phq2Url()}, "44261-6", 27},
            {Check::ShortWorry, {gad2Url()}, "gad-2-total", 6},
            {Check::Worry, {gad7Url(), gad2Url()}, "70274-6", 21}};
}

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

HowOften::Change changeOf(double before, double last)
{
    const double by = last - before;
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

/// The whole one that the same answers are, where they grew into it.
bool isWhole(Check check, const QList<ItemScore> &scores)
{
    const QList<Asked> all = allAsked();
    return std::any_of(all.cbegin(), all.cend(), [&](const Asked &one) {
        const bool isOfIt =
            (check == Check::ShortMood && one.check == Check::Mood) || (check == Check::ShortWorry && one.check == Check::Worry);
        return isOfIt && totalOf(scores, one.total, one.highest);
    });
}

HowOften read(const QString &patientId, FormsAnswered &forms, const QList<SubmittedForm> &submitted, const Asked &asked)
{
    HowOften often;
    often.check = asked.check;
    for (const QString &url : asked.urls) {
        for (const SubmittedForm &one : submitted) { // the newest first
            const QDate day = one.form.authored.date();
            const bool isIt = one.form.patientId == patientId && one.form.questionnaire.section(u'|', 0, 0) == url;
            // What went ahead of a form is not the form: it may hold just enough of one for a total.
            if (!isIt || often.byDay.contains(day) || isSentAhead(one.form))
                continue;
            const Form *form = forms.to(one.form);
            const QList<ItemScore> scores = form ? scoresOf(*form, one.form.answers) : QList<ItemScore>();
            const std::optional<double> total = totalOf(scores, asked.total, asked.highest);
            if (!total || isWhole(asked.check, scores))
                continue;
            often.byDay.insert(day, *total);
            if (often.words.isEmpty())
                often.words = wordsOf(form->items);
        }
    }
    if (often.byDay.size() > 1)
        often.change = changeOf(*std::prev(often.byDay.cend(), 2), often.byDay.last());
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

int questionsOf(Check check)
{
    switch (check) {
    case Check::ShortMood:
    case Check::ShortWorry: return 2;
    case Check::Mood: return 9;
    case Check::Worry: return 7;
    }
    return 0;
}

QStringList checkUrls()
{
    QStringList urls;
    for (const Asked &asked : allAsked())
        urls << asked.urls;
    urls.removeDuplicates();
    return urls;
}

QList<HowOften> checksIn(const QList<SubmittedForm> &submitted, const QString &patientId, FormsAnswered &forms)
{
    QList<HowOften> all;
    for (const Asked &asked : allAsked()) {
        const HowOften often = read(patientId, forms, submitted, asked);
        if (!often.byDay.isEmpty())
            all << often;
    }
    return all;
}

} // namespace handrail
