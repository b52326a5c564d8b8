// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "care/SafetyPlan.h"

#include <QString>

namespace handrail {

// The words around a safety plan. Own wording; no licensed form is quoted (design clinical 4).

[[nodiscard]] QString planTitle(PlanPart part);
[[nodiscard]] QString planAsk(PlanPart part);  ///< "What do you notice when a hard time begins?"
[[nodiscard]] QString planHint(PlanPart part); ///< how somebody may write it
[[nodiscard]] QString planShareText(PlanShare::State state);

} // namespace handrail
