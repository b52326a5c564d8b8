// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "care/Reminders.h"
#include "view/TimeText.h"

namespace handrail {

struct ReminderWords {
    QString title;
    QString text;
};

/// The words of a notification: the only ones there are. Anybody may read them over a shoulder, so they name no clinic, no person, no session
/// and nothing of health; only a time.
[[nodiscard]] ReminderWords reminderText(const Reminder &reminder, const QTimeZone &deviceZone, const TimeText &text);
/// When the clinic wrote.
[[nodiscard]] ReminderWords messageText();
/// When a timer is over that the person set, and nobody looks.
[[nodiscard]] ReminderWords timerText();

} // namespace handrail
