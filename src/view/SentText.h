// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "care/CheckIn.h"
#include "view/TimeText.h"

#include <QString>
#include <QTimeZone>

namespace handrail {

/// What is true of the way of these answers: at the clinic, at a time; kept here because it could not take them; or saved here alone.
[[nodiscard]] QString sentText(const SubmittedForm &submitted, const TimeText &text, const QTimeZone &zone);

} // namespace handrail
