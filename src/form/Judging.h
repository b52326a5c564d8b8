// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Form.h"

namespace handrail {

/// Whether this condition can be judged from answers to this item. Not: a code or a yes asked for its order, a day compared with a code.
[[nodiscard]] bool canBeJudged(const Condition &condition, const FormItem &source);

/// Whether an answer fulfils a condition (FHIR R4 Questionnaire.item.enableWhen.operator). `answer` is invalid when there is none; then
/// only Exists can be fulfilled. Of several answers one is enough, but for NotEqual: there none may be equal (FHIR R4, the code system
/// questionnaire-enable-operator: "no answer has a value that is equal"). Codings are the same by system and code, quantities
/// are compared in the same unit only, and what cannot be compared fulfils nothing.
[[nodiscard]] bool isFulfilled(const Condition &condition, const FormItem &source, const QVariant &answer);

/// What an answer adds to a score. Both are nullopt for what is no number.
struct Worth {
    std::optional<double> number; ///< the value itself
    std::optional<double> weight; ///< of the options that were chosen, together
};
[[nodiscard]] Worth worthOf(const FormItem &item, const QVariant &answer);

/// What an option counts for in a scale from least to most: its weight where all options have one and these differ, else its place, from 0.
/// nullopt: it is none of them.
[[nodiscard]] std::optional<double> rankOf(const QList<Option> &options, const QString &code);
/// The same from 0, the least of these options, to 10, the most. nullopt also where there is no such scale.
[[nodiscard]] std::optional<double> onTen(const QList<Option> &options, const QString &code);
/// The same of an answer to this question: a number by the limits that the form gives it, and where it gives none, or is not there (nullptr), as it
/// is. nullopt also beyond them.
[[nodiscard]] std::optional<double> onTen(const Form *form, const QString &linkId, const QVariant &answer);

/// The rules of the app and of the alerts count with what a question of the daily check-in (by its linkId) is asked in (design clinical 3.2): mood in
/// options that weigh from 0, the lowest, to 4, urges and confidence in a number with the limits 0 and 10 or eleven options that weigh 0 to 10, sleep
/// in a number of hours. False: a clinic asks it in another way. Of any other question true.
[[nodiscard]] bool isAskedAsCounted(const FormItem &item);

} // namespace handrail
