// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "care/SheetBringing.h"
#include "view/TimeText.h"

#include <QString>

namespace handrail {

/// What was written in one field, in lines that people read; empty when nothing was.
[[nodiscard]] QString sheetAnswerText(const SheetAnswer &answer, const TimeText &text);
/// The name of an hour of a day: "7:00 am".
[[nodiscard]] QString hourText(int hour, const TimeText &text);
/// What it is called in a list: its first words, else the skill's title.
[[nodiscard]] QString sheetHeading(const OwnSheet &sheet);
/// The whole of it, for the clinic.
[[nodiscard]] SheetWords sheetWords(const OwnSheet &sheet, const TimeText &text);
/// Who sees it, and where it is: true at any moment.
[[nodiscard]] QString bringText(const BringFacts &facts, const QDateTime &nowUtc, const QTimeZone &zone, const TimeText &text);

} // namespace handrail
