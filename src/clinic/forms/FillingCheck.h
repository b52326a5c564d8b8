// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/records/Validator.h"
#include "core/Form.h"

#include <QJsonObject>
#include <QList>

namespace handrail::clinic {

/// What is wrong with finished answers when they are taken together, by the one engine that the app has too (form/FormState.h): a required
/// question without an answer; one that is asked, with an answer that its item does not allow, such as a day too early or too few
/// choices; an answer to what the form does not ask after these answers (FHIR R4 Questionnaire.item: required, enableWhen).
/// Each is named by its linkId. At most 20 issues.
///
/// Nothing that the app sends is refused, so nothing is said where the two could differ: of a form that is not read whole, of answers in which
/// a text is not shown as it is written, and, of what is asked, below a condition or an expression that is not judged here, in a circle
/// of conditions, and by what stands in the copies of another group. `response`: the same answers as they came.
[[nodiscard]] QList<Issue> checkFilling(const QJsonObject &response, const Form &form, const Answers &answers);

} // namespace handrail::clinic
