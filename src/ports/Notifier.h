// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QString>
#include <functional>

namespace handrail {

/// The system's notifications. Whoever shares the device can read them, so what is shown comes from view/ReminderText alone. GUI thread;
/// never blocks.
class Notifier
{
public:
    /// What it is about. Each stands by itself: a timer that is over does not take away a reminder that nobody has read.
    enum class Kind { Reminder, Wait, Timer };

    virtual ~Notifier() = default;
    /// Shows this in the place of what this app showed of this kind before. Without such a service on the device nothing happens.
    virtual void show(Kind kind, const QString &title, const QString &text) = 0;
    /// Takes away what is still to be seen of this kind.
    virtual void withdraw(Kind kind) = 0;
    /// Called when the person presses a notification of this kind. One listener; it must outlive the notifier or be taken back with {}.
    virtual void whenPressed(std::function<void(Kind)> pressed) = 0;
};

} // namespace handrail
