// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"

#include <QString>

namespace handrail::clinic {

/// Why the database did not take something, for the person at the terminal.
[[nodiscard]] QString storeWords(ProblemKind kind);

} // namespace handrail::clinic
