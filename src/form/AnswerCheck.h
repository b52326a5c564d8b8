// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "form/FormState.h"

namespace handrail {

/// The value as Answers holds it for this item (core/Form.h), also from a draft's JSON, where every list looks alike. An invalid QVariant
/// for what takes an answer back: a text of blanks, an empty list. nullopt for a value that the item's control cannot give.
[[nodiscard]] std::optional<QVariant> fittedAnswer(const FormItem &item, const QVariant &value);

/// Of a value that fittedAnswer gave; an invalid one is Missing where an answer is required.
[[nodiscard]] Validity validityOf(const FormItem &item, const QVariant &fitted);

} // namespace handrail
