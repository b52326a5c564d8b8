// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"
#include "form/FormState.h"

namespace handrail {

/// An answer that this item takes, as far as there is one; invalid for what nobody can answer here.
[[nodiscard]] QVariant someAnswer(const FormItem &item);

/// Answers every question that is asked, those too that come by it, after a second copy of each group that repeats was added.
void answerAll(FormState &state);

/// The Questionnaires of a file: the one that it is, or those among the entries of a Bundle. What is contained in another record is none of them.
[[nodiscard]] QList<QByteArray> questionnairesIn(const QByteArray &json);

/// A form that a machine took from its Questionnaire to its response.
struct AnsweredForm {
    int asked = 0;
    int answered = 0;
    int unsupported = 0; ///< of unsupported types
    int unworked = 0;    ///< that only an expression could answer, and it is not run
    int dropped = 0;
    int problems = 0; ///< answers that keep it from being sent
    QByteArray response;
    bool isReadBack = false; ///< the response reads as what was answered
};
[[nodiscard]] Result<AnsweredForm> answerQuestionnaire(const QByteArray &json);

} // namespace handrail
