// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"

#include <QString>

namespace handrail {

/// A problem in words: what happened, that it is nobody's fault, and what to do (design visual 6). Never a code.
struct ProblemWords {
    QString title;
    QString text;
};

[[nodiscard]] ProblemWords problemText(const Problem &problem);

} // namespace handrail
