// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "care/Evaluate.h"
#include "sync/Records.h"

namespace handrail {

/// The check-ins of the last `days` days before `before`, one entry a day and the newest day first: of each item what was said last, whichever
/// record it stands in. For evaluate().
[[nodiscard]] QList<AnsweredDay> answeredDays(const Records &records, const QDate &before, int days);

/// Since when the PHQ-2 is due early: the first of the newest days in a row on each of which evaluate() says ScreenEarly (design clinical
/// 3.2), so that a low week asks once. Invalid: no such day. `days` as of answeredDays(); `form` is the check-in's.
[[nodiscard]] QDate screenEarlySince(const Form &form, const QList<AnsweredDay> &days, const CareConfiguration &configuration);

} // namespace handrail
