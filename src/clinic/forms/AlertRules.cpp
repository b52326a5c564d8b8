// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/forms/AlertRules.h"

#include "core/Ids.h"
#include "form/FormState.h"
#include "form/Safety.h"

#include <QMap>
#include <QSet>
#include <algorithm>
#include <optional>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int windowDays = 7;
constexpr int shortNights = 3;
constexpr double shortNight = 5; // hours

// Answers to items that the form does not have, or has beyond what is read of it: known by the linkId alone. And to those that nobody can
// answer here, since their options are listed elsewhere, or they are read-only: another app can, and its answer counts.
SafetyAnswer safetyBeyond(const Form &form, const Answers &answers)
{
    SafetyAnswer gravest = SafetyAnswer::None;
    for (auto it = answers.cbegin(); it != answers.cend(); ++it) {
        const QString linkId = linkIdOf(it.key());
        const FormItem *known = itemIn(form.items, linkId);
        if (known && isAnswerable(*known))
            continue;
        if (known && !known->scoreExpression.isEmpty())
            continue; // a total says nothing about safety: its items do
        if (known && known->isReadOnly && known->initial.isValid() && it.value() == known->initial)
            continue; // the form's own words, sent along with every response
        FormItem item;
        item.linkId = linkId;
        item.type = ItemType::Choice;
        item.control = Control::Choice;
        if (known) {
            item.codes = known->codes;
            item.text = known->text;
            item.asWritten = known->asWritten;
            item.options = known->options;
            item.dangerIn = known->dangerIn;
        }
        gravest = std::max(gravest, safetyOf(item, it.value()));
    }
    return gravest;
}

SafetyAnswer safetyIn(const Form &form, const Answers &answers)
{
    return std::max(safetyOf(form, answers), safetyBeyond(form, answers));
}

std::optional<double> weightOf(const FormItem *item, const QVariant &value)
{
    const QList<Option> options = item ? item->options : QList<Option>();
    const auto chosen =
        std::find_if(options.cbegin(), options.cend(), [&](const Option &option) { return option.code == value.toString(); });
    return chosen != options.cend() && chosen->hasWeight ? std::optional(chosen->weight) : std::nullopt;
}

QString codeOf(const CompletedForm &answered, const QString &linkId)
{
    return answered.answers.value(linkId).toString();
}

// The last answer before this one said no as well, and the one before that did not: told once in a row of them. A day counts once, with what
// was said last: a safety answer that goes ahead takes along what was answered before it.
bool isSecondNo(const CompletedForm &answered, QList<CompletedForm> earlier)
{
    if (codeOf(answered, u"meds"_s) != "no"_L1)
        return false;
    std::sort(earlier.begin(), earlier.end(),
              [](const CompletedForm &a, const CompletedForm &b) { return a.authored > b.authored; });
    int row = 1;
    QDate day = answered.authored.date();
    for (const CompletedForm &each : std::as_const(earlier)) {
        if (each.authored >= answered.authored || each.authored.date() == day || !each.answers.contains(u"meds"_s))
            continue;
        day = each.authored.date();
        if (codeOf(each, u"meds"_s) != "no"_L1)
            break;
        ++row;
    }
    return row == 2;
}

// The days are those of the place where it was answered. A day with two check-ins counts once.
bool isThirdShortNight(const CompletedForm &answered, const QList<CompletedForm> &earlier)
{
    const auto isShort = [](const CompletedForm &each) {
        const QVariant hours = each.answers.value(u"sleep-hours"_s);
        return hours.isValid() && hours.toDouble() < shortNight;
    };
    if (!isShort(answered))
        return false;
    QSet<QDate> nights{answered.authored.date()};
    for (const CompletedForm &each : earlier) {
        const qint64 days = each.authored.date().daysTo(answered.authored.date());
        if (days >= 0 && days < windowDays && isShort(each))
            nights.insert(each.authored.date());
    }
    return nights.size() >= shortNights;
}

} // namespace

bool isCheckIn(const Form &form, const CompletedForm &answered)
{
    const QString checkIn = canonical(u"Questionnaire/daily-checkin");
    return form.url == checkIn || answered.questionnaire.section(u'|', 0, 0) == checkIn;
}

QList<Alert> alertsOf(const Form &form, const CompletedForm &answered, const QList<CompletedForm> &earlier)
{
    QList<Alert> alerts;
    const SafetyAnswer safety = safetyIn(form, answered.answers);
    // The app sends nothing ahead but for a safety answer, whatever is known here of its item.
    if (safety == SafetyAnswer::Positive || isSentAhead(answered))
        alerts.append({AlertLevel::Urgent, u"safety"_s});
    if (isCheckIn(form, answered)) {
        if (isUseSaid(form, answered.answers))
            alerts.append({AlertLevel::Review, u"use"_s});
        if (isSecondNo(answered, earlier))
            alerts.append({AlertLevel::Review, u"medicine"_s});
        if (isThirdShortNight(answered, earlier))
            alerts.append({AlertLevel::Info, u"sleep"_s});
    }
    if (safety == SafetyAnswer::Unsaid)
        alerts.append({AlertLevel::Info, u"safety-unsaid"_s});
    return alerts;
}

bool isSaidBy(const CompletedForm &before, const Alert &alert, const Form &form, const CompletedForm &now)
{
    if (alert.level != AlertLevel::Urgent)
        return alertsOf(form, before, {}).contains(alert);
    // What went ahead without an answer that could be sent: staff were told, and the form behind it says what it was.
    if (isSentAhead(before) && !isSentAhead(now) && safetyIn(form, before.answers) != SafetyAnswer::Positive)
        return true;
    const bool isKnown = safetyIn(form, now.answers) == SafetyAnswer::Positive; // else all of it may be what was said
    for (auto it = now.answers.cbegin(); it != now.answers.cend(); ++it) {
        if (isKnown && safetyIn(form, {{it.key(), *it}}) != SafetyAnswer::Positive)
            continue;
        const QVariant said = before.answers.value(it.key());
        const FormItem *item = itemIn(form.items, linkIdOf(it.key()));
        const std::optional<double> weight = weightOf(item, *it);
        const bool isGraver = weight && weightOf(item, said) > weight;
        if (said != *it && !isGraver)
            return false;
    }
    return true;
}

QString nameOf(AlertLevel level)
{
    switch (level) {
    case AlertLevel::Urgent: return u"urgent"_s;
    case AlertLevel::Review: return u"review"_s;
    case AlertLevel::Info: return u"info"_s;
    }
    return {};
}

QString wordsFor(const QString &reason)
{
    static const QMap<QString, QString> words{{u"safety"_s, u"A safety question was answered with something other than no"_s},
                                              {u"safety-unsaid"_s, u"A safety question: would rather not say"_s},
                                              {u"use"_s, u"Drank or used since the last check-in"_s},
                                              {u"medicine"_s, u"Medicine not taken as planned, twice running"_s},
                                              {u"sleep"_s, u"Less than 5 hours of sleep on 3 of 7 days"_s}};
    return words.value(reason, reason);
}

} // namespace handrail::clinic
