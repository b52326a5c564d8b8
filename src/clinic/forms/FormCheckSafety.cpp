// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/forms/FormCheck.h"

#include "core/Ids.h"
#include "form/FormState.h"
#include "form/Safety.h"
#include "form/SafetyWords.h"
#include "form/Score.h"

#include <algorithm>

// The part of FormCheck that warns: of safety, and of scores.

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

namespace {

// Where an expression looks: `.item` sees the outermost items alone.
bool isThere(const Form &form, const QString &linkId, bool isOutermostOnly)
{
    return isOutermostOnly
        ? std::any_of(form.items.cbegin(), form.items.cend(), [&](const FormItem &item) { return item.linkId == linkId; })
        : itemIn(form.items, linkId) != nullptr;
}

void collectNeverScored(const Form &form, const QList<FormItem> &items, QStringList &found)
{
    for (const FormItem &item : items) {
        const auto expression = item.scoreExpression.isEmpty() ? std::nullopt : ScoreExpression::parse(item.scoreExpression);
        for (const ScoreExpression::Path &path : expression ? expression->paths() : QList<ScoreExpression::Path>()) {
            for (const QString &linkId : path.linkIds) {
                if (!isThere(form, linkId, path.isOutermostOnly))
                    found.append(QString(item.linkId + u" ("_s + linkId + u')'));
            }
        }
        collectNeverScored(form, item.children, found);
    }
}

// Whether or not it can be answered in the app: another one may.
bool isQuestion(const FormItem &item)
{
    return item.type != ItemType::Group && item.type != ItemType::Display;
}

QList<FormItem> listenedTo(const Form &form)
{
    QList<FormItem> items = form.items;
    listen(items);
    return items;
}

// With the answers, where their words alone make it one.
QString nameOf(const FormItem &item)
{
    QStringList said;
    for (const Option &option : item.options) {
        if (item.dangerIn == DangerIn::Answers && safetyOf(item, option.code) == SafetyAnswer::Positive)
            said.append(option.text);
    }
    return said.isEmpty() ? item.linkId : QString(item.linkId + u" ("_s + said.join(u", "_s) + u')');
}

// What the form says neither of the question nor of a group around it.
void collectUnmarked(const QList<FormItem> &items, bool isMarkedAbove, QStringList &found)
{
    for (const FormItem &item : items) {
        const bool isMarked = isMarkedAboutSafety(item);
        if (isQuestion(item) && !isMarked && !isMarkedAbove && soundsLikeSafety(item))
            found.append(nameOf(item));
        collectUnmarked(item.children, isMarkedAbove || (isMarked && isSafetyHeading(item)), found);
    }
}

// It, or a question in it, is none about safety, and the form does not say so itself.
bool isUnheard(const FormItem &item)
{
    if (item.codes.contains(Code{canonical(u"CodeSystem/question"), u"not-safety"_s}))
        return false;
    return (isQuestion(item) && !asksAboutSafety(item)) || std::any_of(item.children.cbegin(), item.children.cend(), isUnheard);
}

// Of a group what is in it is meant; of a text what is asked after it, up to the next text or group.
void collectHeadingNothing(const QList<FormItem> &items, QStringList &found)
{
    for (auto item = items.cbegin(); item != items.cend(); ++item) {
        const auto first = std::find_if(item, items.cend(), [](const FormItem &other) { return other.type != ItemType::Display; });
        const bool isGroup = first != items.cend() && first->type == ItemType::Group;
        const auto end = isGroup ? first + 1 : std::find_if_not(first, items.cend(), isQuestion);
        if (!isQuestion(*item) && !isSafetyHeading(*item) && soundsLikeSafety(*item) && soundsOfDanger(item->text)
            && std::any_of(first, end, isUnheard))
            found.append(item->linkId);
        collectHeadingNothing(item->children, found);
    }
}

void collectNotAsked(const QList<FormItem> &items, bool isHiddenAbove, QStringList &found)
{
    for (const FormItem &item : items) {
        const bool isHidden = isHiddenAbove || item.isHidden;
        if (isQuestion(item) && asksAboutSafety(item) && (isHidden || !isAnswerable(item)))
            found.append(item.linkId);
        collectNotAsked(item.children, isHidden, found);
    }
}

// By its weight, or without one by its code.
bool isMadeAsNo(const Option &option)
{
    const QString &code = option.codeAsWritten.isEmpty() ? option.code : option.codeAsWritten;
    return option.hasWeight ? option.weight <= 0 : code == u"0"_s || code.compare(u"n"_s, Qt::CaseInsensitive) == 0;
}

void collectMadeAsNo(const QList<FormItem> &items, QStringList &found)
{
    for (const FormItem &item : items) {
        for (const Option &option : item.options) {
            if (isMadeAsNo(option) && safetyOf(item, option.code) == SafetyAnswer::Positive)
                found.append(QString(item.linkId + u" ("_s + option.text + u')'));
        }
        collectMadeAsNo(item.children, found);
    }
}

void collectWithoutNo(const QList<FormItem> &items, QStringList &found)
{
    for (const FormItem &item : items) {
        const auto isNo = [&item](const Option &option) { return safetyOf(item, option.code) == SafetyAnswer::None; };
        const bool isAsked = item.dangerIn == DangerIn::Question || item.dangerIn == DangerIn::SinceWhen;
        if (isAsked && !item.options.isEmpty() && std::none_of(item.options.cbegin(), item.options.cend(), isNo))
            found.append(item.linkId);
        collectWithoutNo(item.children, found);
    }
}

} // namespace

QStringList unmarkedSafetyItems(const Form &form)
{
    QStringList found;
    collectUnmarked(listenedTo(form), false, found);
    return found;
}

QStringList safetyWordsHeadingNothing(const Form &form)
{
    QStringList found;
    collectHeadingNothing(listenedTo(form), found);
    return found;
}

QStringList safetyItemsNotAsked(const Form &form)
{
    QStringList found;
    collectNotAsked(listenedTo(form), false, found);
    return found;
}

QStringList safetyOptionsMadeAsNo(const Form &form)
{
    QStringList found;
    collectMadeAsNo(listenedTo(form), found);
    return found;
}

QStringList safetyItemsWithoutNo(const Form &form)
{
    QStringList found;
    collectWithoutNo(listenedTo(form), found);
    return found;
}

QStringList scoresWithoutTheirItems(const Form &form)
{
    QStringList found;
    collectNeverScored(form, form.items, found);
    return found;
}

} // namespace handrail::clinic
