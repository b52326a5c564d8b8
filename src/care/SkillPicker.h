// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "care/Evaluate.h"
#include "content/Skills.h"

#include <QList>

namespace handrail {

/// The skills that an outcome names, in this language, at most two and in its order. One that is not there is left out.
[[nodiscard]] QList<SkillText> skillsFor(const Outcome &outcome, QStringView language);

} // namespace handrail
