// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "care/Doses.h"
#include "view/TimeText.h"

#include <QString>
#include <QTimeZone>

namespace handrail {

/// What became of something that was asked of the care team: saved here, sent, seen by staff, or not taken. No more than is known.
[[nodiscard]] QString askedText(const Message &message, const TimeText &text, const QTimeZone &zone, const QDate &today);

} // namespace handrail
