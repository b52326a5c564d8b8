// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QString>

namespace handrail {

/// At most two letters: "DR" of "Dana Ruiz", "O" of "Dr. Okafor". Empty where no word begins with a letter.
[[nodiscard]] QString initialsOf(const QString &name);

} // namespace handrail
