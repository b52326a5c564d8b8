// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Form.h"
#include "core/Problem.h"

#include <QByteArray>
#include <optional>

namespace handrail::clinic {

// Forms and answers, read so that no answer about safety is passed over: a form may have more items and levels than are read of it, and a
// response more items.

/// The questions about safety among what readQuestionnaire() left out of this form, without what is below them.
[[nodiscard]] QList<FormItem> safetyItemsBeyond(const QByteArray &questionnaire, const Form &form);
/// As readQuestionnaire(), and after all else these; listened to.
[[nodiscard]] Result<Form> readForm(const QByteArray &questionnaire);

/// What a response says.
struct Saying {
    CompletedForm answered;
    bool isFinished =
        true; ///< false: another app is still at it, or left it (in-progress, stopped); of these the safety items alone count
};
/// As readQuestionnaireResponse(). Where it has more items than that reads, every answer about safety is there all the same. nullopt: it was
/// taken back, or cannot be read.
[[nodiscard]] std::optional<Saying> readSaying(const QByteArray &response, const Form &form);

} // namespace handrail::clinic
