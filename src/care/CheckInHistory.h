// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "care/Evaluate.h"
#include "sync/Records.h"

namespace handrail {

/// The check-ins of the last `days` days before `before`, one entry a day and the newest day first: of each item what was said last, whichever
/// record it stands in. For evaluate().
[[nodiscard]] QList<AnsweredDay> answeredDays(const Records &records, const QDate &before, int days);

} // namespace handrail
