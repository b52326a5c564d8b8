// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "care/CheckIn.h"
#include "core/Clock.h"
#include "view/TimeText.h"

#include <QString>

namespace handrail {

/// Of answers that were not put in the place of others, which the clinic has.
[[nodiscard]] QString outrunText();

/// What is true of the way of these answers: at the clinic, since when; kept here because it could not take them; or saved here alone.
[[nodiscard]] QString sentText(const SubmittedForm &submitted, const TimeText &text, const Clock &clock);

} // namespace handrail
