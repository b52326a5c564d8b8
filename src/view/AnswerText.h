// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Form.h"
#include "form/FormState.h"
#include "view/TypedAnswer.h"

#include <QList>
#include <QString>

namespace handrail {

/// Words with a hyphen, such as "check-in", in one piece at the end of a line.
[[nodiscard]] QString unbroken(QString text);

/// What can be answered, in the form's order, groups opened.
[[nodiscard]] QList<FormItem> questions(const QList<FormItem> &items);
/// What an option says.
[[nodiscard]] QString optionText(const FormItem &item, const Option &option);
/// An answer in words: "4 of 10", "Lonely, tired", "5½ hours", "11/18/2026". "Skipped" when there is none.
[[nodiscard]] QString answerText(const FormItem &item, const QVariant &value, const Writing &writing = {});
/// What is wrong with an answer, and what would be right: "This can be at most 10." Empty when it is Fine. `lines`: of what is typed, as it stands.
[[nodiscard]] QString validityText(const FormItem &item, Validity validity, const Writing &writing = {},
                                   const QStringList &lines = {});

} // namespace handrail
